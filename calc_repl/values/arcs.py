"""Inverse circular functions. Known angles come back as multiples of pi; acos is pi/2 - asin.

The arc tangent of a fraction p/q is the argument of the Gaussian integer q + p i,
which is the sum of the arguments of its prime factors, as a logarithm is. So
Machin's 16 atan(1/5) - 4 atan(1/239) is pi by its form.
"""

from __future__ import annotations

from functools import cache
from math import gcd, isqrt, lcm

from flint import arb, fmpq, fmpz

from calc_repl.errors import DomainError
from calc_repl.values import rational
from calc_repl.values.atoms import Atom, atom
from calc_repl.values.balls import ball, precision_of
from calc_repl.values.constants import PI, PI_ATOM
from calc_repl.values.deciding import floor, recognised, sign
from calc_repl.values.not_real import NotReal
from calc_repl.values.ordering import leading
from calc_repl.values.powers import sqrt
from calc_repl.values.rational import Rational, ratio
from calc_repl.values.real import (
    Real,
    add,
    divide,
    from_coefficient,
    multiply,
    negate,
    of_atom,
    real,
    simplify,
    subtract,
)
from calc_repl.values.sines import cos_of_turns, tan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Form, Number

_HALF = Rational(1, 2)

#: Fractions with longer terms (in bits) are not split into Gaussian primes.
_MOST_GAUSSIAN_BITS = 40
#: Denominators of the multiples of pi whose sines and tangents are recognised.
#: Exponents of Gaussian primes, taken together, up to which their product is shown.
_MOST_GATHERED = 200
_PI = ((PI_ATOM, 1, 1),)
_DENOMINATORS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)


def asin(number: Number) -> Number:
    """The arc sine, from -pi/2 to pi/2. Raises NotReal outside -1 to 1, and Undecided."""
    number = recognised(number)
    turns = _known_angles()[0].get(real(number))
    if turns is not None:
        return multiply(turns, PI)
    unrolled = _unrolled(number, "sin")
    if unrolled is not None:
        return unrolled
    if sign(subtract(1, number)) < 0 or sign(add(1, number)) < 0:
        raise NotReal("asin and acos of a number outside -1 to 1 are not real numbers.")
    if sign_of_lead(number) < 0:
        return negate(asin(negate(number)))
    if not isinstance(number, Real) and _is_short(number):
        cosine = sqrt(subtract(1, multiply(number, number)))
        if not isinstance(cosine, Real) and cosine != 0:
            return atan(divide(number, cosine))
    return of_atom(atom("asin", _arc_sine, (real(number),)))


def acos(number: Number) -> Number:
    """The arc cosine, from 0 to pi. Raises NotReal outside -1 to 1, and Undecided."""
    return subtract(multiply(_HALF, PI), asin(number))


def atan(number: Number) -> Number:
    """The arc tangent, from -pi/2 to pi/2."""
    turns = _known_angles()[1].get(real(number))
    if turns is not None:
        return multiply(turns, PI)
    unrolled = _unrolled(number, "tan")
    if unrolled is not None:
        return unrolled
    if sign_of_lead(number) < 0:
        return negate(atan(negate(number)))
    if not isinstance(number, Real) and _is_short(number):
        return _argument(number.denominator, number.numerator)
    return of_atom(atom("atan", _arc_tangent, (real(number),)))


def atan2(y: Number, x: Number) -> Number:
    """The angle of the point (x, y), above -pi up to pi. Raises DomainError at (0, 0), and Undecided."""
    side, height = sign(x), sign(y)
    if side == 0:
        if height == 0:
            raise DomainError("atan2(0, 0) is not defined.")
        return multiply(ratio(height, 2), PI)
    if height == 0:
        return 0 if side > 0 else PI
    angle = atan(divide(y, x))
    return angle if side > 0 else add(angle, multiply(height, PI))


def sign_of_lead(number: Number) -> int:
    """The sign of a rational number, or of the leading term of a sum: by it f(-x) is written as -f(x)."""
    if not isinstance(number, Real):
        return sign(number)
    return -1 if number.form[leading(number.form)] < 0 else 1


def _unrolled(number: Number, name: str) -> Number | None:
    """asin(sin x) and atan(tan x): x without the nearest multiple of pi; None for any other number."""
    if not isinstance(number, Real) or len(number.form) != 1:
        return None
    monomial, c = next(iter(number.form.items()))
    if abs(c) != 1 or len(monomial) != 1 or monomial[0][1:] != (1, 1):
        return None
    wave = monomial[0][0]
    if wave.name != name and (wave.name, name) != ("cos", "sin"):
        return None
    angle = simplify(wave.arguments[0])
    if wave.name == "cos":
        angle = add(angle, multiply(_HALF, PI))
    turns = floor(add(divide(angle, PI), _HALF))
    reduced = subtract(angle, multiply(turns, PI))
    is_turned = name == "sin" and turns % 2 == 1
    return negate(reduced) if is_turned != (c < 0) else reduced


@cache
def _known_angles() -> tuple[dict[Real, int | Rational], dict[Real, int | Rational]]:
    """From the forms of sines and of tangents to the angles as multiples of pi."""
    sines: dict[Real, int | Rational] = {}
    tangents: dict[Real, int | Rational] = {}
    for denominator in _DENOMINATORS:
        for numerator in range(-(denominator // 2), denominator // 2 + 1):
            turns = ratio(numerator, denominator)
            sines[real(cos_of_turns(turns + -_HALF))] = turns
            if rational.compare(rational.magnitude(turns), _HALF) < 0:
                tangents[real(tan(multiply(turns, PI)))] = turns
    return sines, tangents


def _is_short(number: int | Rational) -> bool:
    return max(number.numerator.bit_length(), number.denominator.bit_length()) <= _MOST_GAUSSIAN_BITS


def _argument(x: int, y: int) -> Number:
    """The argument of x + y i, with x, y > 0 and no common factor, in arguments of Gaussian primes and pi/4."""
    form: Form = {}
    for prime, exponent in fmpz(x * x + y * y).factor():
        if prime != 2:
            a, b = _gaussian_prime(int(prime))
            divides = (x * a + y * b) % int(prime) == 0 and (y * a - x * b) % int(prime) == 0
            form[((gaussian_argument(b, a), 1, 1),)] = fmpq(int(exponent) if divides else -int(exponent))
    primes = Real(form)
    enclosed = ball(primes, 128)
    with precision_of(128):
        eighths = ((arb(fmpq(y, x)).atan() - enclosed) / (arb.pi() / 4) + arb(fmpq(1, 2))).floor().unique_fmpz()
    assert eighths is not None
    return add(simplify(primes), multiply(ratio(int(eighths), 4), PI))


def gathered(form: Form) -> Form:
    """A form with the arguments of Gaussian primes gathered in one arc tangent, where their factors are small.

    The sum of the arguments is the argument of the product: pi/2 - 2 atan(1/2) belongs to i (2 - i)^2 = 3 + 4 i, and
    is atan(4/3). Only for showing: the arc tangent is not split as numbers are calculated with.
    """
    rest = dict(form)
    exponents: dict[tuple[int, ...], fmpq] = {}
    for monomial in form:
        if len(monomial) == 1 and monomial[0][0].name == "gaussian argument" and monomial[0][1:] == (1, 1):
            exponents[monomial[0][0].parameters] = rest.pop(monomial)
    common = lcm(*(int(c.q) for c in exponents.values()))
    if not exponents or sum(abs(c) * common for c in exponents.values()) > _MOST_GATHERED:
        return form
    scale = fmpq(1, common)
    turns = rest.pop(_PI, fmpq(0))
    eighths = 4 * turns * common
    x, y = 1, 0
    if eighths.q == 1:
        for _ in range(int(eighths.p) % 8):
            x, y = x - y, x + y
    for (imaginary, whole), c in exponents.items():
        times = int((c * common).p)
        for _ in range(abs(times)):
            v = imaginary if times > 0 else -imaginary
            x, y = x * whole - y * v, x * v + y * whole
    divisor = gcd(x, y) if x > 0 else -gcd(x, y)
    x, y = x // divisor, y // divisor
    angle = _argument(x, y) if y > 0 else negate(_argument(x, -y))
    left = real(subtract(Real(form), add(Real(rest), multiply(from_coefficient(scale), angle))))
    rest[((gaussian_argument(abs(y), x), 1, 1),)] = scale if y > 0 else -scale
    return rest | left.form


def _gaussian_prime(prime: int) -> tuple[int, int]:
    """Numbers a > b > 0 with a^2 + b^2 = prime, for a prime that is 1 modulo 4: G. Cornacchia's algorithm."""
    a, b = prime, int(fmpz(prime - 1).sqrtmod(fmpz(prime)))
    while b * b > prime:
        a, b = b, a % b
    other = isqrt(prime - b * b)
    return max(b, other), min(b, other)


def gaussian_argument(imaginary: int, whole: int) -> Atom:
    """The argument of whole + imaginary i, both above 0, which is atan(imaginary/whole)."""

    def evaluate(_balls: list[arb]) -> arb:
        return arb(fmpq(imaginary, whole)).atan()

    return atom("gaussian argument", evaluate, parameters=(imaginary, whole), is_positive=True)


def _arc_sine(balls: list[arb]) -> arb:
    return balls[0].asin()


def _arc_tangent(balls: list[arb]) -> arb:
    return balls[0].atan()
