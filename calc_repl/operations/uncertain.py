"""Uncertain numbers: all real numbers within exact bounds.

`5 ± 0.1` is every number from 4.9 to 5.1. What is calculated with it are
worst-case bounds, the exact set of possible results, and no statistics.
Uncertain numbers vary independently of each other, also where they have the
same name: x - x is not 0. Comparisons answer only where the answer is the same
for all values.
"""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Real
    from calc_repl.values.intervals import Bounded


@operation(symbol="±")
def plus_minus(midpoint: Number, radius: Real) -> Bounded:
    """All numbers that are no farther than a radius from a midpoint, as worst-case bounds.

    Two uncertain numbers vary independently, also where they are the same one.

    > 5 ± 0.1
    5 ± 0.1
    > 2 * (5 ± 0.1) + 1
    11 ± 0.2
    > x = 5 +/- 0.1
    5 ± 0.1
    > x - x
    0 ± 0.2
    > 1/(5 ± 6)
    error: Cannot divide by an uncertain number that may be 0.
      1/(5 ± 6)
      ^^^^^^^^^
    > (5 ± 0.1) < 6
    true
    """
    from calc_repl.values import intervals

    return intervals.around(midpoint, radius)  # type: ignore[arg-type]  # a complex midpoint is refused there


@operation(symbol="± %")
def plus_minus_percent(midpoint: Number, part: Real) -> Bounded:
    """All numbers that are no farther than a part of a midpoint from it.

    > 200 ± 5%
    200 ± 10
    > 200 ± (5%)
    200 ± 0.05
    """
    from calc_repl.values import intervals

    radius = arithmetic.multiply(abs(midpoint), part)
    return intervals.around(midpoint, intervals.ends(radius)[1])  # type: ignore[arg-type]


@operation()
def interval(low: Real, high: Real) -> Bounded:
    """All numbers from one to another, the ends included.

    > interval(4.9, 5.1)
    5 ± 0.1
    > interval(1, 4)^2
    8.5 ± 7.5
    > sqrt(interval(1, 4))
    1.5 ± 0.5
    """
    from calc_repl.values import intervals

    return intervals.interval(low, high)


@operation()
def midpoint(number: Number) -> Real:
    """The number halfway between the bounds of an uncertain number.

    > midpoint(interval(1, 2))
    3/2 = 1.5
    """
    from calc_repl.values import intervals

    return intervals.midpoint(number)  # type: ignore[arg-type]


@operation()
def radius(number: Number) -> Real:
    """The largest distance of an uncertain number from its midpoint.

    > radius((5 ± 0.1)^2)
    1
    > radius(3)
    0
    """
    from calc_repl.values import intervals

    return intervals.radius(number)  # type: ignore[arg-type]


@operation()
def lower_bound(number: Number) -> Real:
    """The least value of an uncertain number.

    > lower_bound(5 ± 0.1)
    4.9
    """
    from calc_repl.values import intervals

    return intervals.ends(number)[0]


@operation()
def upper_bound(number: Number) -> Real:
    """The greatest value of an uncertain number.

    > upper_bound(exp(0 ± 1))
    e ≈ 2.71828182846
    """
    from calc_repl.values import intervals

    return intervals.ends(number)[1]
