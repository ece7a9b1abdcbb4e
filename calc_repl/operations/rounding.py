"""Whole numbers near a number, and numbers with fewer digits."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import integers, limits, rational
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.operations.domains import Number, Whole


@operation()
def floor(number: Number) -> int:
    """The greatest whole number not above a number.

    > floor(-7/2)
    -4
    """
    return rational.floor(number)


@operation()
def ceil(number: Number) -> int:
    """The least whole number not below a number.

    > ceil(7/2)
    4
    """
    return -rational.floor(-number)


@operation()
def trunc(number: Number) -> int:
    """The whole part of a number, towards zero.

    > trunc(-7/2)
    -3
    """
    return _whole_part(number)


@operation()
def frac(number: Number) -> Number:
    """What trunc takes away: the part behind the decimal point, with the sign of the number.

    > frac(-2.75)
    -3/4 = -0.75
    """
    return number - _whole_part(number)


@operation("round")
def round_half_away(number: Number, digits: Whole = 0) -> Number:
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
    return _rounded(number, digits, lambda magnitude: rational.floor(magnitude + ratio(1, 2)))


@operation()
def round_even(number: Number, digits: Whole = 0) -> Number:
    """Round to a number of decimal digits, halves to the even neighbour.

    > round_even(5/2)
    2
    > round_even(7/2)
    4
    """
    return _rounded(number, digits, _half_to_even)


def _whole_part(number: Number) -> int:
    return -rational.floor(-number) if number < 0 else rational.floor(number)


def _rounded(number: Number, digits: int, to_whole: Callable[[Number], int]) -> Number:
    limits.check_bits(abs(digits) * 4)
    scale = integers.power(10, abs(digits))
    scaled = rational.multiply(number, scale) if digits >= 0 else rational.divide(number, scale)
    nearest = to_whole(rational.magnitude(scaled))
    rounded = rational.divide(nearest, scale) if digits >= 0 else rational.multiply(nearest, scale)
    return -rounded if number < 0 else rounded


def _half_to_even(magnitude: Number) -> int:
    below = rational.floor(magnitude)
    distance = rational.compare(magnitude - below, ratio(1, 2))
    return below + (1 if distance > 0 or (distance == 0 and below % 2) else 0)
