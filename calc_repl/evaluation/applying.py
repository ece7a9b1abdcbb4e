"""Operations on values, and where an error in them is put."""

from __future__ import annotations

import sys
from operator import add, and_, eq, ge, gt, le, lt, ne, or_, sub

from calc_repl.errors import CalcError, KindError
from calc_repl.values import integers, limits, rational
from calc_repl.values.kinds import is_float, is_function, is_matrix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from typing import Any

    from calc_repl.operations.declaration import Operation
    from calc_repl.syntax.nodes import Node

#: The short way of an operation when both operands are whole numbers: the operation itself without its checks.
ON_INTEGERS: dict[str, Callable[[int, int], Any]] = {
    "add": add,
    "subtract": sub,
    "multiply": integers.multiply,
    "divide": rational.ratio,
    "bit_and": and_,
    "bit_or": or_,
    "equal": eq,
    "unequal": ne,
    "less": lt,
    "greater": gt,
    "at_most": le,
    "at_least": ge,
}


def apply_operation(
    operation: Operation, arguments: list[Any], node: Node, argument_nodes: Sequence[Node] | None
) -> Any:
    """The value of an operation that calls no functions, written as an operator.

    An error is placed on the node of the argument at fault, or on the whole node.
    """
    limits.tick()
    try:
        return apply(operation, arguments, as_operator=True)
    except CalcError as error:
        place(error, node, argument_nodes)
        raise


def apply(operation: Operation, arguments: list[Any], as_operator: bool = False) -> Any:
    """The value of an operation that calls no functions; a float where it refuses the floats of Python it is given."""
    try:
        return operation.apply(arguments, as_operator)
    except KindError:
        if not any(map(has_floats, arguments)):
            raise
    from calc_repl.evaluation.floats import in_floats

    return in_floats(operation, arguments, as_operator)


def start(operation: Operation, arguments: list[Any]) -> Generator[Any, Any, Any]:
    """The run of an operation that calls functions; where it is given none, what is said of floats above holds."""
    # Without that module no float can be there; looking for one takes as long as many an operation.
    if "calc_repl.values.foreign" in sys.modules and not any(map(is_function, arguments)):
        from calc_repl.evaluation.floats import running_in_floats

        return running_in_floats(operation, arguments)
    return operation.apply(arguments)  # type: ignore[no-any-return]


def has_floats(value: Any) -> bool:
    """Whether a value is one of Python's floats, or a list or a matrix with one among its elements or entries."""
    if is_matrix(value):
        value = value.rows
    if type(value) is not tuple:
        return is_float(value)
    return any(any(map(is_float, item)) if type(item) is tuple else is_float(item) for item in value)


def place(error: CalcError, node: Node, argument_nodes: Sequence[Node] | None) -> None:
    """Put an error that has no place yet on the argument it blames, or on the whole node.

    A division by zero is shown whole: the divisor alone says little.
    """
    index = error.argument
    if (
        index is not None
        and argument_nodes
        and index < len(argument_nodes)
        and not isinstance(error, ZeroDivisionError)
    ):
        node = argument_nodes[index]
    error.at(node.start, node.end)
