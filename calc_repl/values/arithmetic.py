"""Arithmetic on numbers of every kind: whole, fractions, reals, complex; also on those with units.

Whole numbers and fractions are dealt with here; only where another number
takes part is what calculates with it loaded.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values import rational
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias, TypeVar

    from typing_extensions import TypeIs

    from calc_repl.values.complex import Complex
    from calc_repl.values.real import Real

    RealNumber: TypeAlias = int | Rational | Real
    AnyNumber: TypeAlias = int | Rational | Real | Complex
    N = TypeVar("N", int | Rational | Real, int | Rational | Real | Complex)  # real numbers stay real


def is_rational(number: Any) -> TypeIs[int | Rational]:
    """Whether a value is a whole number or a fraction, and known as such."""
    return type(number) is int or type(number) is Rational


def is_interval(number: Any) -> bool:
    """Whether a value is an uncertain number; loads nothing."""
    return bool(getattr(type(number), "is_interval", False))


def is_infinite(number: Any) -> bool:
    """Whether a value is inf or -inf; loads nothing."""
    return getattr(type(number), "is_infinite", False) is True


def is_quantity(value: Any) -> bool:
    """Whether a value is a number with a unit; loads nothing."""
    return getattr(type(value), "kind", None) == "quantity"


def is_date(value: Any) -> bool:
    """Whether a value is a date, a time of day, or both; loads nothing."""
    return getattr(type(value), "kind", None) == "date"


def add(augend: N, addend: N) -> N:
    """The sum of two numbers."""
    if is_quantity(addend):
        from calc_repl.values import quantities

        return quantities.add(augend, addend)  # type: ignore[no-any-return]
    return augend + addend


def subtract(minuend: N, subtrahend: N) -> N:
    """The difference of two numbers."""
    if is_quantity(subtrahend):
        from calc_repl.values import quantities

        return quantities.subtract(minuend, subtrahend)  # type: ignore[no-any-return]
    return minuend - subtrahend


def multiply(multiplier: N, multiplicand: N) -> N:
    """The product of two numbers. Raises LimitError when it would be too large."""
    if type(multiplier) is int and type(multiplicand) is int:
        return rational.multiply(multiplier, multiplicand)
    if is_quantity(multiplicand):
        from calc_repl.values import quantities

        return quantities.multiply(multiplier, multiplicand)  # type: ignore[no-any-return]
    return multiplier * multiplicand


def divide(dividend: N, divisor: N) -> N:
    """The quotient of two numbers. Raises DivisionByZero."""
    if is_rational(dividend) and is_rational(divisor):
        return rational.divide(dividend, divisor)
    if is_quantity(dividend) or is_quantity(divisor):
        from calc_repl.values import quantities

        return quantities.divide(dividend, divisor)  # type: ignore[no-any-return]
    if is_infinite(dividend) or is_infinite(divisor):
        from calc_repl.values import infinity

        return infinity.divide(dividend, divisor)  # type: ignore[return-value]
    if is_interval(dividend) or is_interval(divisor):
        from calc_repl.values import intervals

        return intervals.divide(dividend, divisor)  # type: ignore[return-value]
    from calc_repl.values import complex

    return complex.divide(dividend, divisor)  # type: ignore[return-value]


def power(base: AnyNumber, exponent: AnyNumber) -> AnyNumber:
    """The principal power of a number. Raises DivisionByZero for 0 to a negative power, LimitError for size."""
    if type(exponent) is int and is_rational(base) and _is_written_out(base, exponent):
        return rational.power(base, exponent)
    if is_quantity(base) or is_quantity(exponent):
        from calc_repl.values import quantities

        return quantities.power(base, exponent)  # type: ignore[no-any-return]
    if is_infinite(base) or is_infinite(exponent):
        from calc_repl.values import infinity

        return infinity.power(base, exponent)  # type: ignore[return-value]
    from calc_repl.values.tower import tower

    return tower("power", base, exponent)  # type: ignore[no-any-return]


def compare(left: Any, right: Any, symbol: str = "") -> int:
    """-1, 0 or 1 by the order of two real numbers or two dates. Raises KindError for complex ones, Undecided.

    Of uncertain numbers, only the comparison that `symbol` writes needs to be the same for all values.
    """
    if is_rational(left) and is_rational(right):
        return rational.compare(left, right)
    if is_quantity(left) or is_quantity(right):
        from calc_repl.values import quantities

        return quantities.compare(left, right, symbol)
    if is_date(left) and is_date(right):
        from calc_repl.values import dates

        return dates.compare(left, right)
    if "complex" in (getattr(left, "kind", None), getattr(right, "kind", None)):
        raise KindError("Complex numbers have no order.", hint="compare their abs, re or im")
    if is_infinite(left) or is_infinite(right):
        from calc_repl.values import infinity

        return infinity.compare(left, right)
    if is_interval(left) or is_interval(right):
        from calc_repl.values import intervals

        return intervals.compare(left, right, symbol)
    from calc_repl.values import deciding

    return deciding.compare(left, right)


def equal(left: AnyNumber, right: AnyNumber) -> bool:
    """Whether two numbers are the same. Raises Undecided where nothing is proved."""
    if is_rational(left) and is_rational(right):
        return rational.compare(left, right) == 0
    if is_quantity(left) or is_quantity(right):
        return bool(left == right)
    if is_infinite(left) or is_infinite(right):
        return left == right
    if is_interval(left) or is_interval(right):
        from calc_repl.values import intervals

        return intervals.equal(left, right)
    from calc_repl.values import complex

    return complex.equal(left, right)


def sign(number: RealNumber) -> int:
    """-1, 0 or 1 for a negative number, zero, and a positive one. Raises Undecided."""
    return compare(number, 0)


def floor(number: RealNumber) -> int:
    """The greatest whole number not above a number. Raises Undecided."""
    if is_rational(number):
        return rational.floor(number)
    if is_interval(number):
        raise KindError("An uncertain number has no single whole part.", hint="round its bounds")
    from calc_repl.values import deciding

    return deciding.floor(number)


def magnitude(number: RealNumber) -> RealNumber:
    """A real number without its sign."""
    return rational.magnitude(number) if is_rational(number) else abs(number)


def _is_written_out(base: int | Rational, exponent: int) -> bool:
    """Whether a power is small enough to be an exact number; larger ones are left to the lazy reals."""
    from calc_repl.values import limits

    if base in (0, 1, -1):
        return True
    size = max(abs(base.numerator).bit_length(), base.denominator.bit_length())
    return limits.fits((size - 1) * abs(exponent))
