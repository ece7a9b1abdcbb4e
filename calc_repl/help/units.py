"""Pages about units and physical constants, made from their tables."""

from __future__ import annotations

from calc_repl.display.answers import render
from calc_repl.evaluation.measures import unit_value
from calc_repl.settings import Settings
from calc_repl.units import constants, table
from calc_repl.values import levels
from calc_repl.values.arithmetic import is_quantity
from calc_repl.values.dimensions import COHERENT, base_unit
from calc_repl.values.kinds import Notation, Shown
from calc_repl.values.quantities import Quantity, converted, of_unit
from calc_repl.values.units import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def unit_page(name: str) -> str | None:
    """The page of a unit or a constant, or None when there is none of that name."""
    unit = table.find(name)
    if unit is not None:
        return _of_unit(name, unit)
    constant = constants.constant(name)
    if constant is None:
        return None
    return f"{name} = {render(unit_value(name), Settings()).text}\n\n{constant.sentence}"


def _of_unit(name: str, unit: Unit) -> str:
    described = table.describe(name)
    assert described is not None  # what is found can be described
    others = [each for each in (described.symbol, described.name, *described.other_names) if each != name]
    title = f"{name}, also {', '.join(dict.fromkeys(others))}" if others else name
    lines = [title, "", described.sentence]
    if described.prefix is not None:
        lines.append(f"{described.prefix[0].upper()}{described.prefix[1:]}.")
    worth = _worth(name, unit)
    return "\n".join([*lines, "", worth] if worth else lines)


def _worth(name: str, unit: Unit) -> str | None:
    """What one of a unit is in SI units, where that is something else."""
    if unit.offset is not None:
        start: Any = Shown(converted(Quantity(0, ((unit, 1),), unit.dimension), _base(unit)), Notation("full"))
        return f"0 {name} = {render(start, Settings()).text}"
    value = of_unit(unit)
    in_base = converted(value, _base(unit)) if is_quantity(value) else value
    text = render(in_base, Settings()).text
    mark = "" if text.startswith("≈") else "= "
    return None if text == f"1 {name}" else f"1 {name} {mark}{text}"


def _base(unit: Unit) -> tuple[tuple[Unit, Any], ...]:
    coherent = COHERENT.get(levels.measured(unit.dimension))
    if coherent is not None and coherent.name != unit.name:
        return ((coherent, 1),)
    return tuple((base_unit(name), exponent) for name, exponent in unit.dimension)
