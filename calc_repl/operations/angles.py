"""The unit of angles that the setting `angle` names; radians need no conversion."""

from __future__ import annotations

from calc_repl.operations import catalogue
from calc_repl.values import arithmetic, limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.arithmetic import AnyNumber


def in_radians(angle: AnyNumber) -> AnyNumber:
    """An angle in the set unit as radians."""
    unit = limits.current.angle
    return angle if unit == "rad" else arithmetic.multiply(angle, _size(unit))


def in_set_unit(radians: AnyNumber) -> AnyNumber:
    """An angle in radians in the set unit."""
    unit = limits.current.angle
    return radians if unit == "rad" else arithmetic.divide(radians, _size(unit))


def _size(unit: str) -> AnyNumber:
    return catalogue.constant(unit)  # type: ignore[no-any-return]  # a unit of angles is a number
