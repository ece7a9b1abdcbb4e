"""Powers, exponentials, logarithms and circular functions of any number.

Where the real function is defined the answer is its real one; elsewhere it is
complex, on the principal branch. Every function is built from real functions
of the parts, so what they keep exact stays exact: e^(i pi) is -1, (-8)^(1/3)
is 1 + sqrt(3) i. There is no signed zero: a real number below a branch point is
reached from above, so sqrt(-4) is 2i and ln(-1) is pi i.
"""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import circular, deciding, exponentials, hyperbolic, integers, powers, rational, real
from calc_repl.values.complex import (
    Complex,
    absolute,
    arg,
    cis,
    complex_number,
    divide,
    im,
    is_known_zero,
    multiply,
    norm,
    polar,
    re,
    turned,
    turned_back,
)
from calc_repl.values.not_real import NotReal
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)
#: Whole exponents up to which a complex number is multiplied out; higher ones go by its angle.
_MOST_MULTIPLIED = 4096
#: Size in bits up to which powers of complex fractions are multiplied out.
_MOST_GAUSSIAN_BITS = 2**22


def sqrt(number: AnyNumber) -> AnyNumber:
    """The square root whose real part is not negative; of a number below 0, the one above the real axis."""
    if not isinstance(number, Complex):
        return powers.sqrt(number) if deciding.sign(number) >= 0 else turned(powers.sqrt(real.negate(number)))
    distance = absolute(number)
    if deciding.sign(number.re) >= 0:
        across = powers.sqrt(real.multiply(_HALF, real.add(distance, number.re)))
        return Complex(across, real.divide(real.multiply(_HALF, number.im), across))
    up = powers.sqrt(real.multiply(_HALF, real.subtract(distance, number.re)))
    if deciding.sign(number.im) < 0:
        up = real.negate(up)
    return Complex(real.divide(real.multiply(_HALF, number.im), up), up)


def exp(exponent: AnyNumber) -> AnyNumber:
    """e to a power."""
    if not isinstance(exponent, Complex):
        return exponentials.exp(exponent)
    return polar(exponentials.exp(exponent.re), exponent.im)


def ln(number: AnyNumber) -> AnyNumber:
    """The natural logarithm, its imaginary part above -pi and at most pi. Raises DomainError for 0."""
    if isinstance(number, Complex):
        return complex_number(real.multiply(_HALF, exponentials.ln(norm(number))), arg(number))
    try:
        return exponentials.ln(number)
    except NotReal:
        return complex_number(exponentials.ln(real.negate(number)), arg(number))


def log(number: AnyNumber, base: AnyNumber = 10) -> AnyNumber:
    """The logarithm to a base, ln(number) / ln(base). Raises DomainError for a base of 0 or 1."""
    if not isinstance(number, Complex) and is_known_zero(number):
        raise DomainError("The logarithm of 0 is not defined.", argument=0)
    if not isinstance(number, Complex) and not isinstance(base, Complex):
        try:
            return exponentials.log(number, base)
        except NotReal:
            pass
    divisor = ln(base)
    if is_known_zero(re(divisor)) and is_known_zero(im(divisor)):
        raise DomainError("The base of a logarithm cannot be 1.", argument=1)
    return divide(ln(number), divisor)


def power(base: AnyNumber, exponent: AnyNumber) -> AnyNumber:
    """The principal power, e^(exponent ln(base)); 0^0 is 1. Raises DivisionByZero and DomainError for powers of 0."""
    if not isinstance(exponent, Complex):
        exponent = deciding.recognised(exponent)
        if not isinstance(base, Complex):
            return _real_power(base, exponent)
        if isinstance(exponent, int):
            return _whole_power(base, exponent)
        if exponent == _HALF:
            return sqrt(base)
        size = powers.power(norm(base), real.multiply(_HALF, exponent))
        return polar(size, real.multiply(exponent, arg(base)))
    if not isinstance(base, Complex) and is_known_zero(base):
        if deciding.sign(exponent.re) > 0:
            return 0
        raise DomainError("0 to this power is not defined.")
    return exp(multiply(exponent, ln(base)))


def sin(angle: AnyNumber) -> AnyNumber:
    """The sine."""
    if not isinstance(angle, Complex):
        return circular.sin(angle)
    return complex_number(
        real.multiply(circular.sin(angle.re), hyperbolic.cosh(angle.im)),
        real.multiply(circular.cos(angle.re), hyperbolic.sinh(angle.im)),
    )


def cos(angle: AnyNumber) -> AnyNumber:
    """The cosine."""
    if not isinstance(angle, Complex):
        return circular.cos(angle)
    return complex_number(
        real.multiply(circular.cos(angle.re), hyperbolic.cosh(angle.im)),
        real.negate(real.multiply(circular.sin(angle.re), hyperbolic.sinh(angle.im))),
    )


def tan(angle: AnyNumber) -> AnyNumber:
    """The tangent. Raises DomainError at its poles."""
    if not isinstance(angle, Complex):
        return circular.tan(angle)
    # With both parts of the argument doubled nothing cancels: (sin 2a + i sinh 2b) / (cos 2a + cosh 2b).
    a, b = real.multiply(2, angle.re), real.multiply(2, angle.im)
    numerator = complex_number(circular.sin(a), hyperbolic.sinh(b))
    return divide(numerator, real.add(circular.cos(a), hyperbolic.cosh(b)))


def sec(angle: AnyNumber) -> AnyNumber:
    """The secant, 1/cos. Raises DomainError at its poles."""
    return _reciprocal(cos(angle), "sec")


def csc(angle: AnyNumber) -> AnyNumber:
    """The cosecant, 1/sin. Raises DomainError at its poles."""
    return _reciprocal(sin(angle), "csc")


def cot(angle: AnyNumber) -> AnyNumber:
    """The cotangent, cos/sin. Raises DomainError at its poles."""
    if not isinstance(angle, Complex):
        return multiply(circular.cos(angle), _reciprocal(circular.sin(angle), "cot"))
    return _reciprocal(tan(angle), "cot")


def sinh(number: AnyNumber) -> AnyNumber:
    """The hyperbolic sine, -i sin(i z)."""
    if not isinstance(number, Complex):
        return hyperbolic.sinh(number)
    return turned_back(sin(turned(number)))


def cosh(number: AnyNumber) -> AnyNumber:
    """The hyperbolic cosine, cos(i z)."""
    if not isinstance(number, Complex):
        return hyperbolic.cosh(number)
    return cos(turned(number))


def tanh(number: AnyNumber) -> AnyNumber:
    """The hyperbolic tangent, -i tan(i z). Raises DomainError at its poles."""
    if not isinstance(number, Complex):
        return hyperbolic.tanh(number)
    angle = turned(number)
    if isinstance(angle, Complex):
        return turned_back(tan(angle))
    _refuse_zero(circular.cos(angle), "tanh")
    return turned_back(circular.tan(angle))


def sech(number: AnyNumber) -> AnyNumber:
    """The hyperbolic secant, 1/cosh. Raises DomainError at its poles."""
    return _reciprocal(cosh(number), "sech")


def csch(number: AnyNumber) -> AnyNumber:
    """The hyperbolic cosecant, 1/sinh. Raises DomainError at its poles."""
    return _reciprocal(sinh(number), "csch")


def coth(number: AnyNumber) -> AnyNumber:
    """The hyperbolic cotangent, 1/tanh. Raises DomainError at its poles."""
    if not isinstance(number, Complex):
        return _reciprocal(hyperbolic.tanh(number), "coth")
    angle = turned(number)
    if isinstance(angle, Complex):
        return turned(cot(angle))
    return turned(multiply(circular.cos(angle), _reciprocal(circular.sin(angle), "coth")))


def _reciprocal(number: AnyNumber, name: str) -> AnyNumber:
    _refuse_zero(number, name)
    return divide(1, number)


def _refuse_zero(number: AnyNumber, name: str) -> None:
    """Raise DomainError where the denominator of a function is 0."""
    if not isinstance(number, Complex) and deciding.is_zero(number):
        raise DomainError(f"{name} has a pole there.", argument=0)


def _real_power(base: Number, exponent: Number) -> AnyNumber:
    try:
        return powers.power(base, exponent)
    except NotReal:
        size = powers.power(real.negate(base), exponent)
        return multiply(size, cis(real.multiply(exponent, arg(base))))


def _whole_power(base: Complex, exponent: int) -> AnyNumber:
    """A complex number to a whole power: multiplied out while that is short, otherwise by size and angle."""
    if exponent < 0:
        return divide(1, _whole_power(base, -exponent))
    gaussian = _gaussian_power(base, exponent)
    if gaussian is not None:
        return gaussian
    if exponent > _MOST_MULTIPLIED:
        return polar(powers.power(norm(base), rational.ratio(exponent, 2)), real.multiply(exponent, arg(base)))
    value: AnyNumber = 1
    square: AnyNumber = base
    while True:
        if exponent & 1:
            value = multiply(value, square)
        exponent >>= 1
        if not exponent:
            return value
        square = multiply(square, square)


def _gaussian_power(base: Complex, exponent: int) -> AnyNumber | None:
    """A power of (a + b i)/d with whole a, b, d, multiplied out on whole numbers; None for others or long results."""
    if isinstance(base.re, Real) or isinstance(base.im, Real):
        return None
    common = base.re.denominator * base.im.denominator // integers.gcd(base.re.denominator, base.im.denominator)
    a, b = (part.numerator * (common // part.denominator) for part in (base.re, base.im))
    if exponent * (max(a.bit_length(), b.bit_length(), common.bit_length()) + 1) > _MOST_GAUSSIAN_BITS:
        return None
    c, d = 1, 0
    for digit in bin(exponent)[2:]:
        c, d = integers.multiply(c - d, c + d), 2 * integers.multiply(c, d)
        if digit == "1":
            c, d = c * a - d * b, c * b + d * a
    scale = integers.power(common, exponent)
    return complex_number(rational.ratio(c, scale), rational.ratio(d, scale))
