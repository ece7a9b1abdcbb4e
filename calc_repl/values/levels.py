"""Logarithmic levels: those above a reference, such as the dBm, and the size that each is the level of.

A level of a power is 10 times the decimal logarithm of its ratio to the
reference, that of an amplitude 20 times, in decibels (ISO 80000-3:2006). A
relative level is a quantity of a dimension of its own, whose unit is the
decibel. An absolute one is a point on a scale, and `offset` of its unit is the
reference, in the coherent SI unit of what it measures.
"""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import arithmetic
from calc_repl.values.dimensions import COHERENT, base_unit, dimension, kind_of
from calc_repl.values.tower import tower
from calc_repl.values.units import DIMENSIONLESS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.units import Dimension, Unit

RELATIVE = dimension("level")
DECIBEL = base_unit("level")
#: So many decibels are a power, or an amplitude, ten times as large.
OF_POWER, OF_AMPLITUDE = 10, 20
_POWER, _VOLTAGE, _PRESSURE = map(dimension, ("M L^2 T^-3", "M L^2 T^-3 I^-1", "M L^-1 T^-2"))
#: What the absolute levels are those of.
_MEASURED = {
    dimension("power_level"): _POWER,
    dimension("voltage_level"): _VOLTAGE,
    dimension("pressure_level"): _PRESSURE,
}


def is_absolute(of: Dimension) -> bool:
    """Whether a dimension is that of levels above a reference."""
    return of in _MEASURED


def steps(of: Dimension) -> Dimension:
    """The dimension of what is added to a quantity: of a relative level to an absolute one, otherwise its own."""
    return RELATIVE if of in _MEASURED else of


def measured(of: Dimension) -> Dimension:
    """The dimension of what absolute levels are those of; any other is its own."""
    return _MEASURED.get(of, of)


def are_linked(one: Dimension, other: Dimension) -> bool:
    """Whether one dimension is that of the levels of the other, in either order."""
    return _MEASURED.get(one) == other or _MEASURED.get(other) == one


def is_gain(one: Dimension, other: Dimension) -> bool:
    """Whether one dimension is that of relative levels and the other of something that levels are of."""
    return RELATIVE in (one, other) and (one in _MEASURED.values() or other in _MEASURED.values())


def ratio_of(decibels: Any, per_decade: int) -> Any:
    """The ratio a relative level stands for: exact where it is a whole power of ten."""
    return arithmetic.power(10, arithmetic.divide(decibels, per_decade))


def decibels_of(ratio: Any, per_decade: int) -> Any:
    """The relative level of a ratio. Raises DomainError when that is not positive."""
    is_complex = getattr(ratio, "kind", None) == "complex"
    if is_complex or (not arithmetic.is_interval(ratio) and arithmetic.compare(ratio, 0) <= 0):
        raise DomainError("Only what is positive has a level.", argument=0)
    return ratio if arithmetic.is_infinite(ratio) else arithmetic.multiply(per_decade, tower("log", ratio, 10))


def size_at(decibels: Any, unit: Unit) -> Any:
    """What has a level above the reference of a unit, in the coherent SI unit of its dimension."""
    size: Any = unit.offset
    return arithmetic.multiply(ratio_of(decibels, _per_decade(unit)), size)


def level_of(size: Any, unit: Unit) -> Any:
    """The level above the reference of a unit of what is given as `size_at` has it. Raises DomainError."""
    reference: Any = unit.offset
    return decibels_of(arithmetic.divide(size, reference), _per_decade(unit))


def between(first: Unit, second: Unit) -> Any:
    """The level of the reference of one unit above that of another."""
    return level_of(first.offset, second)


def hint_beside(one: Dimension, other: Dimension) -> str | None:
    """What to write where a level is added to or compared with something else, or None."""
    if RELATIVE in (one, other):
        beside = other if one == RELATIVE else one
        if beside in _MEASURED.values():
            function = "power_ratio" if beside == _POWER else "amplitude_ratio"
            return f"a gain is a factor: 10 {COHERENT[beside].name} * {function}(3 dB)"
        return _RATIOS if beside == DIMENSIONLESS else None
    return "convert one to the unit of the other" if are_linked(one, other) else None


def hint_to_convert(one: Dimension, other: Dimension) -> str | None:
    """What to write where a level is converted to something else, or that to a level; or None."""
    if (one, other) == (RELATIVE, DIMENSIONLESS):
        return _RATIOS
    if (one, other) == (DIMENSIONLESS, RELATIVE):
        return "of a ratio of powers it is level_of_power(2), of one of amplitudes level_of_amplitude(2)"
    if is_absolute(one) and other == RELATIVE:
        return "a relative level is the difference of two"
    return None


def hint_to_calculate(unit: Unit) -> str:
    """How to calculate with what an absolute level in a unit is that of."""
    return f"calculate with the {_what(unit)}: ({_converted(unit)})"


def hint_to_add(unit: Unit) -> str:
    """How to add what two absolute levels are those of."""
    return f"add the {_what(unit)}s: ({_converted(unit)}) + ({_converted(unit)}) to {unit.name}"


_RATIOS = "the ratio of powers is power_ratio(3 dB), that of amplitudes amplitude_ratio(3 dB)"


def _what(unit: Unit) -> str:
    return kind_of(_MEASURED[unit.dimension]).removeprefix("a ")


def _converted(unit: Unit) -> str:
    return f"20 {unit.name} to {COHERENT[_MEASURED[unit.dimension]].name}"


def _per_decade(unit: Unit) -> int:
    return OF_POWER if _MEASURED[unit.dimension] == _POWER else OF_AMPLITUDE
