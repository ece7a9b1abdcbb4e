"""Whole numbers near a number, and numbers with fewer digits."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic, integers, limits
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.operations.domains import Real, Whole


@operation()
def floor(number: Real) -> int:
    """The greatest whole number not above a number.

    > floor(-7/2)
    -4
    """
    return arithmetic.floor(number)


@operation()
def ceil(number: Real) -> int:
    """The least whole number not below a number.

    > ceil(7/2)
    4
    """
    return -arithmetic.floor(-number)


@operation()
def trunc(number: Real) -> int:
    """The whole part of a number, towards zero.

    > trunc(-7/2)
    -3
    """
    return _whole_part(number)


@operation()
def frac(number: Real) -> Real:
    """What trunc takes away: the part behind the decimal point, with the sign of the number.

    > frac(-2.75)
    -3/4 = -0.75
    """
    return number - _whole_part(number)


@operation("round")
def round_half_away(number: Real, digits: Whole = 0) -> Real:
    """Round to a number of decimal digits, halves away from zero.

    Negative digits round in front of the decimal point.

    > round(5/2)
    3
    > round(-2.5)
    -3
    > round(2.71828, 2)
    2.72
    > round(1234, -2)
    1200
    """
    return _rounded(number, digits, lambda magnitude: arithmetic.floor(magnitude + ratio(1, 2)))


@operation()
def round_even(number: Real, digits: Whole = 0) -> Real:
    """Round to a number of decimal digits, halves to the even neighbour.

    > round_even(5/2)
    2
    > round_even(7/2)
    4
    """
    return _rounded(number, digits, _half_to_even)


def _whole_part(number: Real) -> int:
    return -arithmetic.floor(-number) if arithmetic.sign(number) < 0 else arithmetic.floor(number)


def _rounded(number: Real, digits: int, to_whole: Callable[[Real], int]) -> Real:
    limits.check_bits(abs(digits) * 4)
    scale = integers.power(10, abs(digits))
    scaled = arithmetic.multiply(number, scale) if digits >= 0 else arithmetic.divide(number, scale)
    nearest = to_whole(arithmetic.magnitude(scaled))
    rounded = arithmetic.divide(nearest, scale) if digits >= 0 else arithmetic.multiply(nearest, scale)
    return -rounded if nearest and arithmetic.sign(number) < 0 else rounded


def _half_to_even(magnitude: Real) -> int:
    below = arithmetic.floor(magnitude)
    distance = arithmetic.compare(magnitude - below, ratio(1, 2))
    return below + (1 if distance > 0 or (distance == 0 and below % 2) else 0)
