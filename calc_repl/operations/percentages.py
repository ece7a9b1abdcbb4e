"""Parts of a hundred.

`5%` is 1/20. Only a `+` or `-` whose right side is written with `%` takes it
of the left side: `200 + 10%` is 220, and `200 + (10%)` is 200.1.
"""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number


@operation(symbol="%", fixity="postfix")
def percent(number: Number) -> Number:
    """A hundredth of a number.

    > 5%
    1/20 = 0.05
    > 10%*3
    0.3
    """
    return arithmetic.multiply(number, ratio(1, 100))


@operation(symbol="of")
def percent_of(part: Number, whole: Number) -> Number:
    """A part of a number.

    > 25% of 80
    20
    """
    return arithmetic.multiply(part, whole)


@operation(symbol="on")
def percent_on(part: Number, whole: Number) -> Number:
    """A number and a part of it on top.

    > 10% on 200
    220
    > 200 + 10%
    220
    """
    return whole + arithmetic.multiply(part, whole)


@operation(symbol="off")
def percent_off(part: Number, whole: Number) -> Number:
    """A number less a part of it.

    > 10% off 200
    180
    > 200 - 10%
    180
    """
    return whole - arithmetic.multiply(part, whole)


@operation(symbol="as % of")
def as_percent_of(part: Number, whole: Number) -> Number:
    """What part of a number another one is.

    > 20 as % of 80
    1/4 = 0.25
    > 20 as % of 80 to percent
    25%
    """
    return arithmetic.divide(part, whole)


@operation(symbol="as % on")
def as_percent_on(increased: Number, whole: Number) -> Number:
    """What part has been put on a number.

    > 110 as % on 100
    0.1
    """
    return arithmetic.divide(increased, whole) - 1


@operation(symbol="as % off")
def as_percent_off(decreased: Number, whole: Number) -> Number:
    """What part has been taken off a number.

    > 80 as % off 100
    1/5 = 0.2
    """
    return 1 - arithmetic.divide(decreased, whole)
