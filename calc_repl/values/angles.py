"""The unit of angles that the setting `angle` names; radians need no conversion."""

from __future__ import annotations

from calc_repl.values import arithmetic, limits
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.arithmetic import AnyNumber
    from calc_repl.values.rational import Number

#: So many times pi radians is each unit.
_PARTS_OF_PI = {"deg": ratio(1, 180), "grad": ratio(1, 200), "turn": 2}


def in_radians(angle: AnyNumber) -> AnyNumber:
    """An angle in the set unit as radians."""
    unit = limits.current.angle
    return angle if unit == "rad" else arithmetic.multiply(angle, size(unit))


def in_set_unit(radians: AnyNumber) -> AnyNumber:
    """An angle in radians in the set unit."""
    unit = limits.current.angle
    return radians if unit == "rad" else arithmetic.divide(radians, size(unit))


def scaled(number: Any, power: Number) -> Any:
    """A number times a power of the set unit in radians."""
    unit = limits.current.angle
    return number if unit == "rad" or not power else arithmetic.multiply(number, arithmetic.power(size(unit), power))


def size(unit: str) -> AnyNumber:
    """A unit of angles in radians."""
    if unit == "rad":
        return 1
    from calc_repl.values.constants import PI

    return arithmetic.multiply(_PARTS_OF_PI[unit], PI)
