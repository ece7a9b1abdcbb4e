"""Units by name, and measures of several units: `5 ft 11 in`, `5'11"`, `1h30m`, `45°30'`."""

from __future__ import annotations

import re
from itertools import pairwise

from calc_repl.errors import DomainError, KindError
from calc_repl.evaluation.literals import number_value
from calc_repl.units import constants, table
from calc_repl.values import arithmetic
from calc_repl.values.arithmetic import is_infinite, is_interval, is_quantity
from calc_repl.values.kinds import Notation, Shown, called, is_number
from calc_repl.values.quantities import Quantity, add, of_unit, quantity, step_unit
from calc_repl.values.unit_products import ratio
from calc_repl.values.units import Unit, angle_power_of, dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.units.constants import PhysicalConstant

#: What a part of a measure is measured in, by how it is written; behind hours, m is minutes.
_PARTS = {"'": "ft", "′": "ft", '"': "in", "″": "in", "m": "min"}
_ARC = {"°": "°", "'": "arcmin", "′": "arcmin", '"': "arcsec", "″": "arcsec"}
_SMALLER = {"ft": "in"}
_PIECE = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)[ \t]*([a-z°'′\"″]*)[ \t]*")


def unit_value(name: str) -> Any:
    """The value of a unit or a physical constant, or None."""
    unit = table.find(name)
    if unit is not None:
        return of_unit(unit)
    constant = constants.constant(name)
    return None if constant is None else _constant_value(constant)


def constant_as_unit(name: str) -> Unit | None:
    """A physical constant as a unit to convert to, or None."""
    constant = constants.constant(name)
    if constant is None:
        return None
    of_units = dimension_of((unit.dimension, exponent) for unit, exponent in constant.unit)
    scale = arithmetic.multiply(constant.value, ratio(tuple(constant.unit), ()))
    return Unit(name, scale, of_units, pi_power=constant.pi_power, uncertainty=constant.uncertainty)


def defined_unit(name: str, value: Any) -> Any:
    """A new unit of a name, worth a quantity. Raises DomainError or KindError for what cannot be one."""
    value = value.value if isinstance(value, Shown) else value
    known = None if table.is_currency(name) else table.find(name)
    if known is not None:
        if isinstance(value, Quantity) and value.scale_unit is None and of_unit(known) == value:
            return of_unit(known)
        raise DomainError(f"{name} is a unit already, worth something else.", hint="choose another name")
    if is_number(value):
        if is_infinite(value) or arithmetic.equal(value, 0):
            raise DomainError("A unit is worth a finite amount that is not 0.")
        return value
    if not isinstance(value, Quantity):
        raise KindError(f"A unit is worth a quantity or a number, not {called(value)}.", hint="as in unit ell = 45 in")
    if value.scale_unit is not None:
        step = step_unit(value.scale_unit).name
        raise DomainError(f"A unit cannot be worth {value.point_called}.", hint=f"write the difference in {step}")
    scale = arithmetic.multiply(value.magnitude, ratio(value.factors, ()))
    if getattr(scale, "kind", None) == "complex":
        raise KindError("A unit is worth a real amount.")
    if is_infinite(scale) or (not is_interval(scale) and arithmetic.equal(scale, 0)):
        raise DomainError("A unit is worth a finite amount that is not 0.")
    return of_unit(Unit(name, scale, value.dimension, angle_power=angle_power_of(value.factors)))


def measure_value(text: str) -> Any:
    """The value of a literal such as `5'11"`, `1h30m` or `45°30'15"`; that of an angle is a plain number."""
    pieces = [(number_value(number), sign) for number, sign in _PIECE.findall(text)]
    if pieces[0][1] == "°":
        names = [_ARC[sign] for _, sign in pieces]
        return sum_of_parts([_times(number, name) for (number, _), name in zip(pieces, names, strict=True)])
    names = []
    for _, sign in pieces:
        names.append(_SMALLER[names[-1]] if not sign else _PARTS.get(sign, sign))
    return sum_of_parts([_times(number, name) for (number, _), name in zip(pieces, names, strict=True)])


def sum_of_parts(parts: list[Any]) -> Any:
    """The sum of quantities of one dimension whose units get smaller, shown in these units.

    Raises KindError for different dimensions, DomainError for units in another order.
    """
    for position, part in enumerate(parts):
        if is_quantity(part) and part.scale_unit is not None:
            raise DomainError(f"{part.called.capitalize()} is no part of a measure.", hint="write + between the two")
        if position and not is_quantity(part) == is_quantity(parts[0]):
            raise KindError("The parts of a measure are of one kind.", hint="write an operator between them")
    if not is_quantity(parts[0]):
        total: Any = 0
        for part in parts:
            total = total + part
        return total
    total = parts[0]
    for previous, part in pairwise(parts):
        if part.dimension != total.dimension:
            raise KindError(
                f"{total.called[0].upper()}{total.called[1:]} and {part.called} are not the parts of one measure.",
                hint="write an operator between them",
            )
        if arithmetic.compare(ratio(previous.factors, part.factors), 1) <= 0:
            raise DomainError(
                "The units of a measure get smaller from part to part.", hint="write + between them for the sum"
            )
        total = add(total, part)
    return Shown(total, Notation("parts", units=tuple(part.factors for part in parts)))


def is_unit(name: str) -> bool:
    """Whether a name is that of a unit or of a physical constant."""
    return table.is_unit(name) or constants.constant(name) is not None


def _times(number: Any, name: str) -> Any:
    unit = table.find(name)
    assert unit is not None  # the literals have units of their own only
    return quantity(number, ((unit, 1),))


def _constant_value(constant: PhysicalConstant) -> Any:
    value: Any = constant.value
    if constant.pi_power:
        from calc_repl.values.constants import PI

        value = arithmetic.multiply(value, arithmetic.power(PI, constant.pi_power))
    if constant.uncertainty is not None:
        from calc_repl.values.intervals import around

        value = arithmetic.multiply(value, around(1, constant.uncertainty))
    return quantity(value, tuple(constant.unit)) if constant.unit else value
