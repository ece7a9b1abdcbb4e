"""How a line was read, where that is not obvious.

The echo is written with every product, call and percentage spelled out:
`1/2 pi` reads `(1/2)·pi`. It is made from the tree, and only for lines short
enough to be read at a glance.
"""

from __future__ import annotations

from calc_repl.operations import catalogue
from calc_repl.syntax import nodes
from calc_repl.values.kinds import is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.evaluation.scope import Scope
    from calc_repl.syntax.nodes import Node

_MOST_NODES = 60


def reading_of(node: Node, scope: Scope) -> str | None:
    """The line as it was read, or None when it can be read in one way only or is too long to echo."""
    found = _small_tree(node)
    if found is None or not any(_is_risky(part, scope) for part in found):
        return None
    return _written(node, scope)


def _small_tree(node: Node) -> list[Node] | None:
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
        applied = any(_names_function(factor, scope) for factor in node.factors[:-1])
        fraction = isinstance(node.factors[0], nodes.Binary) and node.factors[0].operator == "/"
        return fraction or (applied and len(node.factors) > 2)
    if isinstance(node, nodes.Binary):
        if node.operator in ("+", "-"):
            return _is_percent(node.right) and not _is_percent(node.left)
        if node.operator == "/":
            return isinstance(node.right, nodes.Juxtaposition) or _applies(node.left, scope)
        return node.operator == "^" and _literal_in_base(node.left) and _literal_in_base(node.right)
    if isinstance(node, nodes.Postfix):
        return node.operator == "!!"
    if isinstance(node, nodes.Call) and len(node.arguments) == 1:
        return _names_number(node.function, scope) or _is_decimal_log(node.function, scope)
    return False


def _applies(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Juxtaposition) and any(_names_function(factor, scope) for factor in node.factors[:-1])


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


def _is_decimal_log(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Name) and node.id == "log" and node.id not in scope.names


def _names_number(node: Node, scope: Scope) -> bool:
    return isinstance(node, nodes.Name) and node.id in scope.names and not is_function(scope.names[node.id])


def _written(node: Node, scope: Scope) -> str:
    """The text of a small tree, with the structure that was not written spelled out."""
    if isinstance(node, nodes.Number):
        return node.text
    if isinstance(node, nodes.Name):
        return node.id
    if isinstance(node, nodes.Group):
        return f"({_written(node.inner, scope)})"
    if isinstance(node, nodes.Juxtaposition):
        return _written_factors(node.factors, scope)
    if isinstance(node, nodes.Prefix):
        space = " " if node.operator == "not" else ""
        return f"{node.operator}{space}{_written(node.operand, scope)}"
    if isinstance(node, nodes.Postfix):
        operator = node.operator if node.operator in catalogue.POSTFIX else f"^{node.operator}"
        if operator == "!!":
            return f"double_factorial({_written(node.operand, scope)})"
        return _written(node.operand, scope) + operator
    if isinstance(node, nodes.Binary):
        return _written_binary(node, scope)
    if isinstance(node, nodes.Call):
        if len(node.arguments) == 1 and _names_number(node.function, scope):
            factor = node.arguments[0]
            text = _written(factor, scope)
            simple = isinstance(factor, (nodes.Number, nodes.Name))
            return f"{_written(node.function, scope)}·{text if simple else f'({text})'}"
        arguments = ", ".join(_written(argument, scope) for argument in node.arguments)
        ten = "₁₀" if len(node.arguments) == 1 and _is_decimal_log(node.function, scope) else ""
        return f"{_written(node.function, scope)}{ten}({arguments})"
    if isinstance(node, nodes.KeywordArgument):
        return f"{node.name}={_written(node.value, scope)}"
    if isinstance(node, nodes.Conversion):
        return f"{_written(node.value, scope)} to {_written_target(node.target, scope)}"
    return "…"


def _written_target(node: Node, scope: Scope) -> str:
    if isinstance(node, nodes.Juxtaposition):
        return " ".join(_written(factor, scope) for factor in node.factors)
    return _written(node, scope)


def _written_factors(factors: list[Node], scope: Scope) -> str:
    parts = []
    for index, factor in enumerate(factors):
        if _names_function(factor, scope) and index < len(factors) - 1:
            inner = _written_factors(factors[index + 1 :], scope)
            call = inner if inner.startswith("(") and _closes_at_end(inner) else f"({inner})"
            parts.append(_written(factor, scope) + call)
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


def _written_binary(node: nodes.Binary, scope: Scope) -> str:
    left, right = _written(node.left, scope), _written(node.right, scope)
    if node.operator in ("+", "-") and _is_percent(node.right) and not _is_percent(node.left):
        whole = left if isinstance(node.left, (nodes.Number, nodes.Name, nodes.Group)) else "that"
        return f"{left} {node.operator} {right} of {whole}"
    if node.operator == "/" and isinstance(node.right, nodes.Juxtaposition):
        right = f"({right})"
    if node.operator == "^":
        return f"{left}^{right}"
    space = "" if node.operator == "/" else " "
    return f"{left}{space}{node.operator}{space}{right}"
