"""Comparisons and conditions. `and`, `or` and `if` belong to the language itself."""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.operations.declaration import operation
from calc_repl.values import kinds
from calc_repl.values.arithmetic import compare, is_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Truth, Value


@operation(symbol="==")
def equal(left: Value, right: Value) -> bool:
    """Whether two values are the same.

    > 0.1 + 0.2 == 0.3
    true
    """
    return kinds.equal(left, right)


@operation(symbol="!=")
def unequal(left: Value, right: Value) -> bool:
    """Whether two values differ.

    > 1/2 ≠ 0.5
    false
    """
    return not kinds.equal(left, right)


@operation(symbol="<")
def less(left: Value, right: Value) -> bool:
    """Whether one number, one date, or one text in the order of characters, comes before another.

    > 1 < 2 < 3
    true
    """
    return _order("<", left, right) < 0


@operation(symbol=">")
def greater(left: Value, right: Value) -> bool:
    """Whether one value comes after another.

    > 3 > 2 > 1
    true
    """
    return _order(">", left, right) > 0


@operation(symbol="<=")
def at_most(left: Value, right: Value) -> bool:
    """Whether one value does not come after another.

    > 2 ≤ 2
    true
    """
    return _order("<=", left, right) <= 0


@operation(symbol=">=")
def at_least(left: Value, right: Value) -> bool:
    """Whether one value does not come before another.

    > 1/3 >= 0.333
    true
    """
    return _order(">=", left, right) >= 0


@operation("invert", symbol="not", fixity="prefix")
def invert(condition: Truth) -> bool:
    """False for true and true for false.

    > not 1 > 2
    true
    """
    return not condition


def _order(symbol: str, left: Value, right: Value) -> int:
    if (kinds.is_scalar(left) and kinds.is_scalar(right)) or (is_date(left) and is_date(right)):
        return compare(left, right, symbol)
    if type(left) is str and type(right) is str:
        return (left > right) - (left < right)
    culprit = left if not (kinds.is_scalar(left) or is_date(left) or type(left) is str) else right
    raise KindError(
        f"{symbol} compares two numbers, two dates or two texts, not {kinds.called(left)} and {kinds.called(right)}.",
        argument=0 if culprit is left else 1,
    )
