"""The binary digits of whole numbers; negative numbers count as two's complement without end."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import integers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Natural, Whole


@operation(symbol="&")
def bit_and(left: Whole, right: Whole) -> int:
    """The bits set in both numbers.

    > 12 & 10
    8
    """
    return left & right


@operation(symbol="|")
def bit_or(left: Whole, right: Whole) -> int:
    """The bits set in either number.

    > 12 | 10
    14
    """
    return left | right


@operation(symbol="xor")
def bit_xor(left: Whole, right: Whole) -> int:
    """The bits set in exactly one of two numbers.

    > 12 xor 10
    6
    """
    return left ^ right


@operation(symbol="~", fixity="prefix")
def bit_not(number: Whole) -> int:
    """Every bit turned over: -number - 1.

    > ~5
    -6
    """
    return ~number


@operation(symbol="<<")
def shift_left(number: Whole, places: Whole) -> int:
    """The bits moved to the left: number * 2^places.

    > 1 << 10
    1024
    """
    if places < 0:
        return number >> -places
    return integers.shift_left(number, places)


@operation(symbol=">>")
def shift_right(number: Whole, places: Whole) -> int:
    """The bits moved to the right: number // 2^places.

    > 1000 >> 3
    125
    """
    if places < 0:
        return integers.shift_left(number, -places)
    return number >> places


@operation()
def bit_length(number: Natural) -> int:
    """How many bits it takes to write a number.

    > bit_length(255)
    8
    """
    return number.bit_length()


@operation()
def bit_count(number: Natural) -> int:
    """How many bits of a number are set.

    > bit_count(255)
    8
    """
    return number.bit_count()
