"""The names an expression takes from outside of it."""

from __future__ import annotations

from calc_repl.syntax import nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.syntax.nodes import Node


def free_names(node: Node) -> dict[str, bool]:
    """The names in an expression that none of its functions binds; whether one stands anywhere but before a bracket.

    The targets of conversions are none of them.
    """
    found: dict[str, bool] = {}
    work: list[tuple[Node, frozenset[str], bool]] = [(node, frozenset(), False)]
    while work:
        part, bound, is_called = work.pop()
        if isinstance(part, nodes.Name):
            if part.id not in bound:
                found[part.id] = found.get(part.id, False) or not is_called
        elif isinstance(part, nodes.Lambda):
            work += [(default, bound, False) for each in part.parameters for default in each.children()]
            work.append((part.body, bound.union(each.name for each in part.parameters), False))
        elif isinstance(part, nodes.Attempt):
            work += [(part.handler, bound | {part.name}, False), (part.body, bound, False)]
        elif isinstance(part, nodes.Conversion):
            work.append((part.value, bound, False))
        elif isinstance(part, nodes.Call):
            work += [(argument, bound, False) for argument in reversed(part.arguments)]
            work.append((part.function, bound, True))
        else:
            work += [(child, bound, False) for child in reversed(part.children())]
    return found
