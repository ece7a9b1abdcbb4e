"""`to human`: the unit in which a quantity is read most easily, or the parts a duration is told in."""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.units import table
from calc_repl.values import arithmetic
from calc_repl.values.kinds import Notation, Shown, called
from calc_repl.values.quantities import Quantity, converted, in_units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.unit_products import Factors

_DURATIONS = ("d", "h", "min", "s")
#: Units of one kind in rising order, the first of each row being one that such a quantity may be given in.
_LADDERS = (
    ("nm", "μm", "mm", "m", "km"),
    ("in", "ft", "mi"),
    ("μg", "mg", "g", "kg", "t"),
    ("oz", "lb"),
    ("ns", "μs", "ms", "s"),
    ("B", "kB", "MB", "GB", "TB", "PB"),
    ("B", "KiB", "MiB", "GiB", "TiB", "PiB"),
    ("bit", "kbit", "Mbit", "Gbit", "Tbit"),
    ("mL", "L", "m3"),
    ("Wh", "kWh", "MWh", "GWh", "TWh"),
    ("bps", "kbps", "Mbps", "Gbps", "Tbps"),
    ("mm2", "cm2", "m2", "ha", "km2"),
)
_PREFIXES = ("p", "n", "μ", "m", "", "k", "M", "G", "T", "P")
_PREFIXED = ("W", "J", "Hz", "V", "A", "Ω", "F", "H", "Pa", "N", "C", "T", "eV", "Bq")


def human(value: Any) -> Any:
    """A quantity in the unit that suits its size, a duration of a second or more in days, hours, minutes and seconds.

    Raises KindError for what has no unit of a known row of them.
    """
    value = value.value if isinstance(value, Shown) else value
    if not isinstance(value, Quantity):
        raise KindError(f"Only quantities have units to choose from, not {called(value)}.")
    if getattr(value.magnitude, "kind", "number") != "number" or arithmetic.is_interval(value.magnitude):
        raise KindError("Only a single real number can be told in parts.")
    if arithmetic.is_infinite(value.magnitude) or arithmetic.compare(value.magnitude, 0) == 0:
        return value
    if value.dimension == (("time", 1),) and _is_at_least(value, "s"):
        first = next(index for index, name in enumerate(_DURATIONS) if _is_at_least(value, name))
        return Shown(value, Notation("parts", units=tuple(map(_factors, _DURATIONS[first:]))))
    ladder = _ladder_of(value)
    fitting = [name for name in ladder if _is_at_least(value, name)]
    return converted(value, _factors(fitting[-1] if fitting else ladder[0]))


def _ladder_of(value: Quantity) -> tuple[str, ...]:
    """The row of units a quantity belongs to: the one with its own unit in it, else the first of its dimension."""
    rows = [*_LADDERS, *(tuple(prefix + name for prefix in _PREFIXES) for name in _PREFIXED)]
    alike = [row for row in rows if _factors(row[0])[0][0].dimension == value.dimension]
    if not alike:
        raise KindError(f"There is no row of units for {value.called}.", hint="name the unit: to km")
    own = value.factors[0][0] if len(value.factors) == 1 else None
    if own is not None:
        for row in alike:
            if any(_factors(name)[0][0].is_same_as(own) for name in row[1:]):
                return row
    return alike[0]


def _is_at_least(value: Quantity, name: str) -> bool:
    """Whether a quantity, its sign aside, is one of a unit or more."""
    return arithmetic.compare(arithmetic.magnitude(in_units(value, _factors(name))), 1) >= 0


def _factors(name: str) -> Factors:
    unit = table.find(name)
    assert unit is not None  # a test looks each name up
    return ((unit, 1),)
