"""Calls: arguments in order, and what to say when a call cannot be made."""

from __future__ import annotations

from calc_repl.errors import ArityError, CalcError, KindError
from calc_repl.evaluation import code as op
from calc_repl.operations.declaration import counted
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.values.arithmetic import is_quantity
from calc_repl.values.kinds import Function, called

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.syntax.nodes import Node


def node_of(instruction: tuple[int, Any, Any]) -> Node | None:
    """The node an instruction was compiled from, where an error in it belongs; None for most that cannot fail."""
    kind, _, b = instruction
    if isinstance(b, nodes.Node):
        return b
    if kind in (op.OPERATE, op.MAKE) or kind in (op.BRANCH, op.BRANCH_LEAF, op.SHORTCUT):
        return b[1]  # type: ignore[no-any-return]
    return None


def argument_nodes(node: Node) -> list[Node] | None:
    """The nodes of the arguments of a call, where errors about one argument belong."""
    if isinstance(node, nodes.Call):
        return [a.value if isinstance(a, nodes.KeywordArgument) else a for a in node.arguments]
    if isinstance(node, nodes.Pipe) and isinstance(node.function, nodes.Call):
        return [*node.function.arguments, node.value]
    if isinstance(node, (nodes.Pipe, nodes.Conversion)):
        return [node.value]
    if isinstance(node, nodes.Binary):
        return [node.right]
    return None


def no_condition(value: Any, node: Node) -> CalcError:
    """The error for a value in the place of a condition."""
    return KindError(f"A condition is true or false, not {called(value)}.", span=Span(node.start, node.end))


def check_truth(word: str, value: Any, node: Node) -> None:
    """Refuse what `and` and `or` cannot connect. Raises KindError."""
    if type(value) is not bool:
        raise KindError(
            f"{word} connects conditions, not {called(value)}.",
            hint="on bits write & and |",
            span=Span(node.start, node.end),
        )


def signature(function: Function) -> str:
    """How a function of the language is called: `f(x, n?)`."""
    required = len(function.parameters) - len(function.defaults)
    shown = [name + ("?" if index >= required else "") for index, name in enumerate(function.parameters)]
    return f"{function.name or 'function'}({', '.join(shown)})"


def wrong_arity(function: Function, given: int) -> ArityError:
    """The error for a call with too few or too many arguments."""
    most = len(function.parameters)
    least = most - len(function.defaults)
    wanted = counted(most) if least == most else f"{least} {'or' if most == least + 1 else 'to'} {counted(most)}"
    return ArityError(f"{function.name or 'The function'} takes {wanted}, not {given}.", hint=signature(function))


def arranged(function: Function, values: list[Any], keywords: list[tuple[str, Any]]) -> list[Any]:
    """Arguments in the order of the parameters, the defaults filled in."""
    missing = object()
    required = len(function.parameters) - len(function.defaults)
    filled = [missing] * required + list(function.defaults)
    if len(values) > len(filled):
        raise wrong_arity(function, len(values) + len(keywords))
    filled[: len(values)] = values
    for name, value in keywords:
        if name not in function.parameters:
            raise ArityError(f"{function.name or 'The function'} has no parameter {name}.", hint=signature(function))
        index = function.parameters.index(name)
        if index < len(values):
            raise ArityError(f"{name} is given twice.", hint=signature(function))
        filled[index] = value
    if missing in filled:
        raise wrong_arity(function, len(values) + len(keywords))
    return filled


def not_callable(value: Any, node: Node) -> CalcError:
    """The error for a call of what is no function."""
    if isinstance(node, nodes.Conversion):
        return KindError(f"The target of a conversion is a unit, a format or a function, not {called(value)}.")
    span = Span(node.function.start, node.function.end) if isinstance(node, (nodes.Call, nodes.Pipe)) else None
    hint = "for a product write * before the bracket" if is_quantity(value) else None
    return KindError(f"Only functions can be called, not {called(value)}.", hint=hint, span=span)


def number_behind(node: Node) -> CalcError:
    """The error for `x 2`."""
    assert isinstance(node, nodes.Binary)
    return KindError(
        "A number cannot stand directly behind another factor.",
        hint="write * between them, or the number first",
        span=Span(node.left.start, node.right.end),
    )
