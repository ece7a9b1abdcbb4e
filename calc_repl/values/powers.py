"""Powers and roots of real numbers, exact as far as algebra goes.

A power that would be too large to write out stays a power, so 9^9^9 has
digits as every real number has.
"""

from __future__ import annotations

from flint import arb

from calc_repl.errors import DivisionByZero, DomainError
from calc_repl.values import limits, rational
from calc_repl.values.algebraic import log2
from calc_repl.values.balls import beyond_reading
from calc_repl.values.deciding import recognised, sign
from calc_repl.values.not_real import NotReal
from calc_repl.values.quotients import reciprocal
from calc_repl.values.radicals import base_of, multiplied_out, power_of_rational, power_of_sum, power_of_term
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real, add, multiply, of_atom

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Number

#: Sums are multiplied out to powers up to this, while they stay short.
_MOST_SUM_EXPONENT = 2**16
#: Exponents with more bits lead to numbers whose own exponent nobody could read.
_MOST_EXPONENT_BITS = 2**14

_ROOT_HINT = "cbrt and root give the real root of a negative number"


def power(base: Number, exponent: Number) -> Number:
    """A number to the power of another; 0^0 is 1 for the whole number 0.

    Raises DivisionByZero for 0 to a negative power, NotReal for a negative
    number to a power that is not whole, LimitError for size, and Undecided.
    """
    exponent = recognised(exponent)
    if isinstance(exponent, int):
        return _whole_power(base, exponent)
    known = sign(base)
    if known < 0:
        raise NotReal("A negative number to a power that is not whole is not a real number.", hint=_ROOT_HINT)
    if known == 0:
        if sign(exponent) < 0:
            raise DivisionByZero(argument=1)
        return 0
    if isinstance(exponent, Rational):
        return _fractional_power(base, exponent.numerator, exponent.denominator)
    if base == 1:
        return 1
    from calc_repl.values.exponentials import exp, ln

    return exp(multiply(exponent, ln(base)))


def sqrt(number: Number) -> Number:
    """The square root. Raises NotReal for a negative number, and Undecided."""
    if sign(number) < 0:
        raise NotReal("The square root of a negative number is not a real number.")
    return power(number, Rational(1, 2))


def cbrt(number: Number) -> Number:
    """The real cube root, also of a negative number. Raises Undecided."""
    return root(number, 3)


def root(number: Number, degree: Number) -> Number:
    """The real root of a degree, which must be whole and not 0; odd roots of negative numbers are negative.

    Raises DomainError for another degree, NotReal for an even root of a
    negative number, DivisionByZero for 0 and a negative degree, and Undecided.
    """
    degree = recognised(degree)
    if not isinstance(degree, int) or degree == 0:
        raise DomainError("The degree of a root must be a whole number other than 0.", argument=1)
    exponent = rational.ratio(1, degree)
    if sign(number) < 0:
        if degree % 2 == 0:
            raise NotReal("An even root of a negative number is not a real number.")
        return -power(-number, exponent)
    return power(number, exponent)


def hypot(*legs: Number) -> Number:
    """The square root of the sum of the squares. Raises Undecided."""
    squares: Number = 0
    for leg in legs:
        squares = add(squares, multiply(leg, leg))
    return sqrt(squares)


def _whole_power(base: Number, exponent: int) -> Number:
    if exponent == 0:
        return 1
    if exponent == 1:
        return base
    if not isinstance(base, Real):
        return _power_of_rational(base, exponent)
    if exponent < 0:
        base, exponent = reciprocal(base), -exponent
        return _whole_power(base, exponent)
    if len(base.form) == 1:
        value = power_of_term(base, exponent, 1)
        assert value is not None
        return value
    short = multiplied_out(base, exponent) if exponent <= _MOST_SUM_EXPONENT else None
    return of_atom(base_of(base), exponent) if short is None else short


def _power_of_rational(base: int | Rational, exponent: int) -> Number:
    size = rational.magnitude(base)
    if size == 0 or size == 1 or _is_writable(size, exponent):
        return rational.power(base, exponent)
    if exponent.bit_length() > _MOST_EXPONENT_BITS:
        grows = (rational.compare(size, 1) > 0) == (exponent > 0)
        raise beyond_reading(arb(abs(exponent)) if grows else -arb(abs(exponent)))
    value = power_of_rational(size, exponent, 1)
    return -value if base.numerator < 0 and exponent & 1 else value


def _is_writable(size: int | Rational, exponent: int) -> bool:
    """Whether a whole power of a number above 0 is no larger than exact numbers may be."""
    if exponent.bit_length() > 60:
        return False
    bits = abs(exponent) * max(log2(size.numerator), log2(size.denominator))
    return limits.fits(bits * (1 + 1e-12) + 1)


def _fractional_power(base: Number, numerator: int, denominator: int) -> Number:
    """A number above 0 to a fractional power in lowest terms."""
    if not isinstance(base, Real):
        return power_of_rational(base, numerator, denominator)
    if len(base.form) == 1:
        value = power_of_term(base, numerator, denominator)
        if value is not None:
            return value
    return power_of_sum(base, numerator, denominator)
