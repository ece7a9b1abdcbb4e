"""How a line was read, where that is not obvious.

The echo is written with every product, call and percentage spelled out:
`1/2 pi` reads `(1/2)·pi`. It is made from the tree, and only for lines short
enough to be read at a glance.
"""

from __future__ import annotations

from calc_repl.evaluation.unit_forms import ALSO_UNITS, fraction_in_measure
from calc_repl.operations import catalogue
from calc_repl.syntax import nodes
from calc_repl.values.kinds import is_function, is_unit_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from calc_repl.evaluation.scope import Scope
    from calc_repl.syntax.nodes import Node

_MOST_NODES = 60


def reading_of(node: Node, scope: Scope) -> str | None:
    """The line as it was read, or None when it can be read in one way only or is too long to echo."""
    found = small_tree(node)
    if found is None or not any(_is_risky(part, scope) for part in found):
        return None
    try:
        return _written(node, scope)
    except _Unwritable:
        return None


class _Unwritable(Exception):  # it never leaves this module
    """A form that has no short text of its own."""


def small_tree(node: Node) -> list[Node] | None:
    """All nodes of a tree, or None when there are many."""
    found: list[Node] = []
    work = [node]
    while work:
        part = work.pop()
        found.append(part)
        if len(found) > _MOST_NODES:
            return None
        work.extend(part.children())
    return found


def _is_risky(node: Node, scope: Scope) -> bool:
    if isinstance(node, nodes.Juxtaposition):
        applied = _applies(node, scope)
        fraction = isinstance(node.factors[0], nodes.Binary) and node.factors[0].operator == "/"
        hides = any(_hides_unit(factor, scope) for factor in node.factors[1:])
        return fraction or hides or (applied and len(node.factors) > 2) or _is_decimal_log(node.factors[0], scope)
    if isinstance(node, nodes.Conversion):
        return _as_temperatures(node, scope) is not None
    if isinstance(node, nodes.Binary):
        return _is_risky_binary(node, scope)
    if isinstance(node, nodes.Postfix):
        return node.operator == "!!"
    if isinstance(node, nodes.Call) and len(node.arguments) == 1:
        return _names_number(node.function, scope) or _is_decimal_log(node.function, scope)
    return False


def _is_risky_binary(node: nodes.Binary, scope: Scope) -> bool:
    if node.operator == "/" and _is_measure(node, scope):
        return False
    if node.operator in ("+", "-", "*", "/") and (_applies(node.left, scope) or _applies(node.right, scope)):
        return True
    if node.operator in ("+", "-"):
        return _is_percent(node.right) and not _is_percent(node.left)
    if node.operator == "/":
        return isinstance(node.right, nodes.Juxtaposition)
    return node.operator == "^" and _literal_in_base(node.left) and _literal_in_base(node.right)


def _is_measure(node: nodes.Binary, scope: Scope) -> bool:
    """Whether a quotient is a measure with a fraction in it, as `5 ft 3/4 in`."""
    found = fraction_in_measure(node)
    if found is None:
        return False
    names = [factor for factor in found[0].factors[1::2] if isinstance(factor, nodes.Name)]
    return not any(_names_function(name, scope) and name.id not in ALSO_UNITS for name in names)


def _applies(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Juxtaposition) and any(
        _is_applied(node.factors, index, scope) for index in range(len(node.factors) - 1)
    )


def _is_applied(factors: list[Node], index: int, scope: Scope) -> bool:
    """Whether a factor is a function of those behind it; behind a number, `min` is the minute."""
    factor = factors[index]
    is_unit = isinstance(factor, nodes.Name) and factor.id in ALSO_UNITS and factor.id not in scope.names
    if is_unit and index and isinstance(factors[index - 1], nodes.Number):
        return False
    return index < len(factors) - 1 and _names_function(factor, scope)


def _is_percent(node: Node) -> bool:
    return isinstance(node, nodes.Postfix) and node.operator == "%"


def _literal_in_base(node: Node) -> bool:
    return isinstance(node, nodes.Number) and node.text[:2].lower() in ("0x", "0b")


def _names_function(node: Node, scope: Scope) -> bool:
    if not isinstance(node, nodes.Name):
        return False
    if node.id in scope.names:
        return is_function(scope.names[node.id])
    return catalogue.is_operation(node.id)


def _hides_unit(node: Node, scope: Scope) -> bool:
    """Whether a factor is a name that would be a unit, had it not been given to something else."""
    if not isinstance(node, nodes.Name) or node.id not in scope.names or is_unit_value(scope.names[node.id]):
        return False
    from calc_repl.units import table

    return table.is_unit(node.id)


def _as_temperatures(node: nodes.Conversion, scope: Scope) -> nodes.Conversion | None:
    if not isinstance(node.target, nodes.Name) or node.target.id not in ("C", "F", "K"):
        return None
    from calc_repl.evaluation.conversions import as_temperatures

    return as_temperatures(node, scope.names.__contains__)


def _names_number(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Name) and node.id in scope.names and not is_function(scope.names[node.id])


def _is_decimal_log(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Name) and node.id == "log" and node.id not in scope.names


def _written(node: Node, scope: Scope) -> str:
    """The text of a small tree, with the structure that was not written spelled out. Raises _Unwritable."""
    write = _WRITERS.get(type(node))
    if write is None:
        raise _Unwritable
    return write(node, scope)


def _each(parts: Sequence[Node], scope: Scope) -> str:
    return ", ".join(_written(part, scope) for part in parts)


def _written_prefix(node: nodes.Prefix, scope: Scope) -> str:
    space = " " if node.operator == "not" else ""
    return f"{node.operator}{space}{_written(node.operand, scope)}"


def _written_postfix(node: nodes.Postfix, scope: Scope) -> str:
    operand = _written(node.operand, scope)
    if node.operator == "!!":
        return f"double_factorial({operand})"
    return operand + (node.operator if node.operator in catalogue.POSTFIX else f"^{node.operator}")


def _written_binary(node: nodes.Binary, scope: Scope) -> str:
    left, right = _written(node.left, scope), _written(node.right, scope)
    if node.operator in ("+", "-") and _is_percent(node.right) and not _is_percent(node.left):
        whole = left if isinstance(node.left, (nodes.Number, nodes.Name, nodes.Group)) else "that"
        return f"{left} {node.operator} {right} of {whole}"
    if node.operator == "/" and isinstance(node.right, nodes.Juxtaposition) and not _applies(node.right, scope):
        right = f"({right})"
    if node.operator == "^":
        return f"{left}^{right}"
    space = "" if node.operator == "/" else " "
    return f"{left}{space}{node.operator}{space}{right}"


def _written_call(node: nodes.Call, scope: Scope) -> str:
    name = _written(node.function, scope)
    arguments = _each(node.arguments, scope)
    if len(node.arguments) == 1:
        if _names_number(node.function, scope):
            simple = isinstance(node.arguments[0], (nodes.Number, nodes.Name))
            return f"{name}·{arguments if simple else f'({arguments})'}"
        if _is_decimal_log(node.function, scope):
            name = "log₁₀"
    return f"{name}({arguments})"


def _written_factors(factors: list[Node], scope: Scope) -> str:
    if len(factors) > 2 and all(
        isinstance(factor, nodes.Name if index % 2 else nodes.Number) and not _is_applied(factors, index, scope)
        for index, factor in enumerate(factors)
    ):
        return " ".join(_written(factor, scope) for factor in factors)  # a measure, such as 5 ft 3 in
    parts = []
    for index, factor in enumerate(factors):
        if _is_applied(factors, index, scope):
            inner = _written_factors(factors[index + 1 :], scope)
            call = inner if inner.startswith("(") and _closes_at_end(inner) else f"({inner})"
            name = "log₁₀" if _is_decimal_log(factor, scope) else _written(factor, scope)
            parts.append(name + call)
            break
        text = _written(factor, scope)
        parts.append(f"({text})" if isinstance(factor, nodes.Binary) and factor.operator == "/" else text)
    return "·".join(parts)


def _closes_at_end(text: str) -> bool:
    """Whether the bracket a text begins with is closed by its last character."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return index == len(text) - 1
    return False


def _written_list(node: nodes.ListLiteral, scope: Scope) -> str:
    return "[" + "; ".join(_each(row, scope) for row in node.rows) + "]"


def _written_conditional(node: nodes.Conditional, scope: Scope) -> str:
    test, consequence, alternative = (_written(part, scope) for part in node.children())
    return f"if {test} then {consequence} else {alternative}"


def _written_comparison(node: nodes.Comparison, scope: Scope) -> str:
    text = _written(node.operands[0], scope)
    for operator, operand in zip(node.operators, node.operands[1:], strict=True):
        text += f" {operator} {_written(operand, scope)}"
    return text


def _written_target(node: Node, scope: Scope) -> str:
    if isinstance(node, nodes.Juxtaposition):
        return " ".join(_written(factor, scope) for factor in node.factors)
    return _written(node, scope)


def _written_conversion(node: nodes.Conversion, scope: Scope) -> str:
    read = _as_temperatures(node, scope)
    if read is None:
        return f"{_written(node.value, scope)} to {_written_target(node.target, scope)}"
    return f"{_written_target(read.value, scope)} to {_written_target(read.target, scope)}"


def _written_parameter(node: nodes.Parameter, scope: Scope) -> str:
    return node.name if node.default is None else f"{node.name}={_written(node.default, scope)}"


def _written_lambda(node: nodes.Lambda, scope: Scope) -> str:
    names = _each(node.parameters, scope)
    return f"{names if len(node.parameters) == 1 else f'({names})'} => {_written(node.body, scope)}"


_WRITERS: dict[type, Callable[[Any, Scope], str]] = {
    nodes.Number: lambda node, scope: node.text,
    nodes.Name: lambda node, scope: node.id,
    nodes.Group: lambda node, scope: f"({_written(node.inner, scope)})",
    nodes.Juxtaposition: lambda node, scope: _written_factors(node.factors, scope),
    nodes.Prefix: _written_prefix,
    nodes.Postfix: _written_postfix,
    nodes.Binary: _written_binary,
    nodes.Logical: _written_binary,
    nodes.Call: _written_call,
    nodes.KeywordArgument: lambda node, scope: f"{node.name}={_written(node.value, scope)}",
    nodes.ListLiteral: _written_list,
    nodes.Index: lambda node, scope: (
        f"{_written(node.base, scope)}[{'; '.join(_each(row, scope) for row in node.rows)}]"
    ),
    nodes.Conditional: _written_conditional,
    nodes.Comparison: _written_comparison,
    nodes.Range: lambda node, scope: (
        f"{_written(node.first, scope)}..{_written(node.last, scope)}"
        + (f" by {_written(node.step, scope)}" if node.step else "")
    ),
    nodes.Conversion: _written_conversion,
    nodes.Pipe: lambda node, scope: f"{_written(node.value, scope)} |> {_written(node.function, scope)}",
    nodes.Parameter: _written_parameter,
    nodes.Lambda: _written_lambda,
    nodes.FunctionDefinition: lambda node, scope: (
        f"{node.name}({_each(node.parameters, scope)}) = {_written(node.body, scope)}"
    ),
}
