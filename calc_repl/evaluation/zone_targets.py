"""Conversion to a time zone: `to "Europe/Berlin"`, `to Europe/Berlin`, `to UTC`, `to local`."""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.syntax import nodes
from calc_repl.values.arithmetic import is_date
from calc_repl.values.kinds import Shown, called

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.syntax.nodes import Node

#: Zones with short names.
SINGLE = frozenset(("UTC", "local"))
#: What the names of zones that need no quotes begin with.
AREAS = frozenset(
    (
        *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile"),
        *("Etc", "Europe", "Indian", "Mexico", "Pacific", "US"),
    )
)


def zone_target(node: Node, is_taken: Callable[[str], bool]) -> str | None:
    """The name of the zone that a target is; None for any other target. `is_taken` tells of names with a value."""
    if isinstance(node, nodes.Text):
        return node.value
    parts: list[str] = []
    while isinstance(node, nodes.Binary) and node.operator == "/" and isinstance(node.right, nodes.Name):
        parts.append(node.right.id)
        node = node.left
    if not isinstance(node, nodes.Name) or is_taken(node.id) or node.id not in (AREAS if parts else SINGLE):
        return None
    return "/".join([node.id, *reversed(parts)])


def in_zone(value: Any, name: str) -> Any:
    """A date and time, or each element of a list, as the clocks of a zone show it. Raises KindError, DomainError."""
    value = value.value if isinstance(value, Shown) else value
    if type(value) is tuple:
        return tuple(in_zone(element, name) for element in value)
    if not is_date(value) or not (value.has_date and value.has_time):
        raise KindError(f"Only a date and time is converted to a time zone, not {called(value)}.")
    from calc_repl.values import dates

    return dates.in_zone(value, name)
