"""Complex numbers as pairs of exact real numbers.

Both parts keep their exact form, so i^2 is -1 and (1+i)^10 is 32i without any
rounding. A `Complex` is every number that is not known to be real; what turns
out to have no imaginary part is given back as the real number it is.
"""

from __future__ import annotations

from calc_repl.errors import DivisionByZero, DomainError, KindError, LimitError
from calc_repl.values import deciding, real
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real
from calc_repl.values.undecided import Undecided

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TypeAlias

    from calc_repl.values.real import Number

    AnyNumber: TypeAlias = "int | Rational | Real | Complex"


class Complex:
    """The number re + im i. Make it with `complex_number`: im is not 0, or not known to be."""

    __slots__ = ("im", "re")
    kind = "complex"
    called = "a complex number"

    def __init__(self, re: Number, im: Number) -> None:
        self.re = re
        self.im = im

    def __add__(self, addend: AnyNumber) -> AnyNumber:
        return add(self, addend) if isinstance(addend, _NUMBERS) else NotImplemented

    __radd__ = __add__

    def __sub__(self, subtrahend: AnyNumber) -> AnyNumber:
        return subtract(self, subtrahend) if isinstance(subtrahend, _NUMBERS) else NotImplemented

    def __rsub__(self, minuend: AnyNumber) -> AnyNumber:
        return subtract(minuend, self) if isinstance(minuend, _NUMBERS) else NotImplemented

    def __mul__(self, multiplicand: AnyNumber) -> AnyNumber:
        return multiply(self, multiplicand) if isinstance(multiplicand, _NUMBERS) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, divisor: AnyNumber) -> AnyNumber:
        return divide(self, divisor) if isinstance(divisor, _NUMBERS) else NotImplemented

    def __rtruediv__(self, dividend: AnyNumber) -> AnyNumber:
        return divide(dividend, self) if isinstance(dividend, _NUMBERS) else NotImplemented

    def __pow__(self, exponent: AnyNumber) -> AnyNumber:
        from calc_repl.values.complex_functions import power

        return power(self, exponent) if isinstance(exponent, _NUMBERS) else NotImplemented

    def __rpow__(self, base: AnyNumber) -> AnyNumber:
        from calc_repl.values.complex_functions import power

        return power(base, self) if isinstance(base, _NUMBERS) else NotImplemented

    def __neg__(self) -> Complex:
        return Complex(real.negate(self.re), real.negate(self.im))

    def __pos__(self) -> Complex:
        return self

    def __complex__(self) -> complex:
        return complex(float(self.re), float(self.im))

    def __abs__(self) -> Number:
        return absolute(self)

    def __eq__(self, other: object) -> bool:
        """Whether the forms are the same; `equal` compares the values."""
        return isinstance(other, Complex) and self.re == other.re and self.im == other.im

    def __hash__(self) -> int:
        return hash((self.re, self.im))

    def __lt__(self, other: object) -> NoReturn:
        raise KindError("Complex numbers have no order.", hint="compare their abs, re or im")

    __le__ = __gt__ = __ge__ = __lt__

    def __repr__(self) -> str:
        from calc_repl.values.describing import described

        return f"<Complex re: {described(self.re)}, im: {described(self.im)}>"


_NUMBERS = (int, Rational, Real, Complex)


def complex_number(re: Number, im: Number) -> AnyNumber:
    """The number re + im i: a real number when im can be decided to be 0."""
    return re if is_known_zero(im) else Complex(re, im)


def is_known_zero(number: Number) -> bool:
    """Whether a number is proved to be 0; False also for what cannot be decided."""
    if not isinstance(number, Real):
        return number == 0
    try:
        return deciding.is_zero(number)
    except (Undecided, LimitError):
        return False


def re(number: AnyNumber) -> Number:
    """The real part."""
    return number.re if isinstance(number, Complex) else number


def im(number: AnyNumber) -> Number:
    """The imaginary part: the real number that stands before i."""
    return number.im if isinstance(number, Complex) else 0


def conj(number: AnyNumber) -> AnyNumber:
    """The conjugate: the number with the other sign of its imaginary part."""
    return Complex(number.re, real.negate(number.im)) if isinstance(number, Complex) else number


def absolute(number: AnyNumber) -> Number:
    """The distance from 0, exact."""
    from calc_repl.values.powers import sqrt

    if isinstance(number, Complex):
        if not is_known_zero(number.re):
            return sqrt(norm(number))
        number = number.im
    return deciding.magnitude(number)


def norm(number: AnyNumber) -> Number:
    """The square of the distance from 0: re^2 + im^2."""
    if isinstance(number, Complex):
        return real.add(real.multiply(number.re, number.re), real.multiply(number.im, number.im))
    return real.multiply(number, number)


def arg(number: AnyNumber) -> Number:
    """The angle from the positive real axis, above -pi and at most pi. Raises DomainError for 0."""
    from calc_repl.values.arcs import atan2

    if is_known_zero(norm(number)):
        raise DomainError("The argument of 0 is not defined.")
    return atan2(im(number), re(number))


def cis(angle: Number) -> AnyNumber:
    """cos(angle) + i sin(angle): the number at distance 1 from 0 in the direction of the angle."""
    from calc_repl.values.circular import cos, sin

    return complex_number(cos(angle), sin(angle))


def polar(distance: Number, angle: Number) -> AnyNumber:
    """The number at a distance from 0 in the direction of an angle."""
    return multiply(distance, cis(angle))


def equal(left: AnyNumber, right: AnyNumber) -> bool:
    """Whether two numbers have the same value. Raises Undecided where that cannot be told."""
    return deciding.compare(re(left), re(right)) == 0 and deciding.compare(im(left), im(right)) == 0


def negate(number: AnyNumber) -> AnyNumber:
    """The number with the other sign."""
    return -number if isinstance(number, Complex) else real.negate(number)


def add(augend: AnyNumber, addend: AnyNumber) -> AnyNumber:
    """The sum of two numbers."""
    if not isinstance(augend, Complex):
        if not isinstance(addend, Complex):
            return real.add(augend, addend)
        return Complex(real.add(augend, addend.re), addend.im)
    if not isinstance(addend, Complex):
        return Complex(real.add(augend.re, addend), augend.im)
    return complex_number(real.add(augend.re, addend.re), real.add(augend.im, addend.im))


def subtract(minuend: AnyNumber, subtrahend: AnyNumber) -> AnyNumber:
    """The difference of two numbers."""
    return add(minuend, negate(subtrahend))


def multiply(multiplier: AnyNumber, multiplicand: AnyNumber) -> AnyNumber:
    """The product of two numbers. Raises LimitError when it would be too large."""
    if not isinstance(multiplier, Complex) and not isinstance(multiplicand, Complex):
        return real.multiply(multiplier, multiplicand)
    a, b = re(multiplier), im(multiplier)
    c, d = re(multiplicand), im(multiplicand)
    return complex_number(
        real.subtract(real.multiply(a, c), real.multiply(b, d)), real.add(real.multiply(a, d), real.multiply(b, c))
    )


def divide(dividend: AnyNumber, divisor: AnyNumber) -> AnyNumber:
    """The quotient of two numbers. Raises DivisionByZero, or Undecided where the divisor may be 0."""
    if isinstance(divisor, Complex):
        return divide(multiply(dividend, conj(divisor)), norm(divisor))
    if divisor == 0:
        raise DivisionByZero(argument=1)
    if isinstance(dividend, Complex):
        return Complex(real.divide(dividend.re, divisor), real.divide(dividend.im, divisor))
    return real.divide(dividend, divisor)


def turned(number: AnyNumber) -> AnyNumber:
    """i times the number."""
    if isinstance(number, Complex):
        return complex_number(real.negate(number.im), number.re)
    return complex_number(0, number)


def turned_back(number: AnyNumber) -> AnyNumber:
    """-i times the number."""
    if isinstance(number, Complex):
        return complex_number(number.im, real.negate(number.re))
    return complex_number(0, real.negate(number))


#: The square root of -1.
I = Complex(0, 1)  # noqa: E741
