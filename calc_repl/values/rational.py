"""Fractions of whole numbers, always in lowest terms.

A value that is a whole number is a Python `int`; a `Rational` is every other
fraction. The operators return whichever of the two fits, and measure what they
make. The functions below take either and are the only way to divide, for
Python's own `/` on whole numbers would give a float.
"""

from __future__ import annotations

from calc_repl.errors import DivisionByZero
from calc_repl.values import integers, limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction
    from typing import TypeAlias

    Number: TypeAlias = "int | Rational"

_GUARD = 20_000  # bits below which no size needs to be checked


class Rational:
    """A fraction that is not whole: `numerator / denominator`, the denominator at least 2."""

    __slots__ = ("denominator", "numerator")

    def __init__(self, numerator: int, denominator: int) -> None:
        """Takes a pair already in lowest terms; `ratio` takes any pair."""
        self.numerator = numerator
        self.denominator = denominator

    def __add__(self, other: Number) -> Number:
        if type(other) is int:
            return Rational(self.numerator + _times(self.denominator, other), self.denominator)
        if type(other) is Rational:
            return _sum(self.numerator, self.denominator, other.numerator, other.denominator)
        return NotImplemented

    __radd__ = __add__

    def __neg__(self) -> Rational:
        return Rational(-self.numerator, self.denominator)

    def __pos__(self) -> Rational:
        return self

    def __float__(self) -> float:
        return self.numerator / self.denominator

    def __abs__(self) -> Rational:
        return Rational(abs(self.numerator), self.denominator)

    def __sub__(self, other: Number) -> Number:
        if type(other) is int or type(other) is Rational:
            return self + -other
        return NotImplemented

    def __rsub__(self, other: int) -> Number:
        return -self + other

    def __mul__(self, other: Number) -> Number:
        if type(other) is int:
            common = integers.gcd(other, self.denominator)
            return _lowest(_times(self.numerator, other // common), self.denominator // common)
        if type(other) is Rational:
            return _product(self.numerator, self.denominator, other.numerator, other.denominator)
        return NotImplemented

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        numerator, denominator = getattr(other, "numerator", None), getattr(other, "denominator", None)
        if denominator is None:
            return NotImplemented
        return bool(self.numerator == numerator and self.denominator == denominator)

    def __hash__(self) -> int:
        return hash(fraction(self))

    def __lt__(self, other: Number) -> bool:
        return compare(self, other) < 0 if type(other) in (int, Rational) else NotImplemented

    def __le__(self, other: Number) -> bool:
        return compare(self, other) <= 0 if type(other) in (int, Rational) else NotImplemented

    def __gt__(self, other: Number) -> bool:
        return compare(self, other) > 0 if type(other) in (int, Rational) else NotImplemented

    def __ge__(self, other: Number) -> bool:
        return compare(self, other) >= 0 if type(other) in (int, Rational) else NotImplemented

    def __repr__(self) -> str:
        return f"Rational({integers.to_text(self.numerator)}, {integers.to_text(self.denominator)})"


def ratio(dividend: int, divisor: int) -> Number:
    """The quotient of two whole numbers, in lowest terms. Raises DivisionByZero."""
    if divisor == 0:
        raise DivisionByZero(argument=1)
    if divisor < 0:
        dividend, divisor = -dividend, -divisor
    common = integers.gcd(dividend, divisor)
    if common != 1:
        dividend, divisor = dividend // common, divisor // common
    return dividend if divisor == 1 else Rational(dividend, divisor)


def divide(dividend: Number, divisor: Number) -> Number:
    """The quotient of two numbers. Raises DivisionByZero."""
    if type(dividend) is int and type(divisor) is int:
        return ratio(dividend, divisor)
    return multiply(dividend, reciprocal(divisor))


def reciprocal(number: Number) -> Number:
    """1 / number. Raises DivisionByZero."""
    if type(number) is int:
        return ratio(1, number)
    numerator, denominator = number.denominator, number.numerator
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    return numerator if denominator == 1 else Rational(numerator, denominator)


def multiply(multiplier: Number, multiplicand: Number) -> Number:
    """The product of two numbers. Raises LimitError when it would be too large."""
    if type(multiplier) is int and type(multiplicand) is int:
        return integers.multiply(multiplier, multiplicand)
    return multiplier * multiplicand


def power(base: Number, exponent: int) -> Number:
    """A number to a whole power; 0^0 is 1. Raises DivisionByZero for 0 to a negative power, LimitError for size."""
    if exponent < 0:
        return power(reciprocal(base), -exponent)
    if type(base) is int:
        return integers.power(base, exponent)
    if exponent == 0:
        return 1
    return Rational(integers.power(base.numerator, exponent), integers.power(base.denominator, exponent))


def compare(left: Number, right: Number) -> int:
    """-1, 0 or 1 as the left number is less than, equal to or greater than the right one."""
    if type(left) is int and type(right) is int:
        return (left > right) - (left < right)
    crossed_left = _times(left.numerator, right.denominator)
    crossed_right = _times(right.numerator, left.denominator)
    return (crossed_left > crossed_right) - (crossed_left < crossed_right)


def magnitude(number: Number) -> Number:
    """The number without its sign."""
    return -number if number.numerator < 0 else number


def floor(number: Number) -> int:
    """The greatest whole number not above the number."""
    return integers.divide_floor(number.numerator, number.denominator)[0]


def fraction(number: Number) -> Fraction:
    """The number as Python's own `Fraction`."""
    from fractions import Fraction

    return Fraction(number.numerator, number.denominator)


def from_fraction(number: Fraction) -> Number:
    """The value of one of Python's `Fraction`s."""
    return number.numerator if number.denominator == 1 else Rational(number.numerator, number.denominator)


def _lowest(numerator: int, denominator: int) -> Number:
    """A pair known to be in lowest terms with a positive denominator."""
    return numerator if denominator == 1 else Rational(numerator, denominator)


def _times(left: int, right: int) -> int:
    if left.bit_length() + right.bit_length() < _GUARD:
        return left * right
    return integers.multiply(left, right)


# Sum and product in lowest terms with gcds of small parts instead of one of the large result:
# D. Knuth, The Art of Computer Programming, volume 2, section 4.5.1.


def _sum(numerator: int, denominator: int, other_numerator: int, other_denominator: int) -> Number:
    if denominator.bit_length() + other_denominator.bit_length() > _GUARD:
        limits.check_bits(denominator.bit_length() + other_denominator.bit_length())
    common = integers.gcd(denominator, other_denominator)
    if common == 1:
        return Rational(
            _times(numerator, other_denominator) + _times(denominator, other_numerator),
            _times(denominator, other_denominator),
        )
    reduced = denominator // common
    total = _times(numerator, other_denominator // common) + _times(other_numerator, reduced)
    shared = integers.gcd(total, common)
    return _lowest(total // shared, _times(reduced, other_denominator // shared))


def _product(numerator: int, denominator: int, other_numerator: int, other_denominator: int) -> Number:
    first = integers.gcd(numerator, other_denominator)
    second = integers.gcd(other_numerator, denominator)
    return _lowest(
        _times(numerator // first, other_numerator // second),
        _times(denominator // second, other_denominator // first),
    )
