"""The table compared with that of pint, value and dimension of every name both know, and the constants with its.

A name that pint does not know, or reads as something else, proves nothing: the
differences below are all there are.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest
from units.every_name import every_name

from calc_repl.units import constants, table
from calc_repl.values import rational
from calc_repl.values.units import dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.units import Dimension

pint = pytest.importorskip("pint")

#: Units that are worth something else there, by their symbols here: the first reason is a deliberate choice.
DIFFERENT = {
    "pc": "a parsec is 648000/pi au since 2015, not au/tan(1″)",
    **dict.fromkeys(("fathom", "rd", "ch", "li", "fur", "league", "ac", "acre_foot"), "the survey foot ended in 2022"),
    "bbl": "a barrel of oil",
    "t": "a ton without a word before it is metric",
    "tonne_force": "as a ton is",
    **dict.fromkeys(("BTU", "thm", "quad", "refrigeration_ton"), "the IT unit in full, there rounded to 1055.056 J"),
    **dict.fromkeys(("tropical_year", "sidereal_year", "sidereal_day"), "measured: digits that hold for all years"),
    **dict.fromkeys(("Mx", "G", "Oe", "franklin", "statvolt"), "of the SI; there of the Gaussian system"),
    "px": "a length as in CSS; there a quantity of its own",
    "dot": "a count, as in dots per inch; there the same as a pixel",
    "dpi": "per length; there of pixels",
    "Bd": "a frequency of symbols; there bits per second",
    "decade": "ten years; there a ratio of ten",
}

#: Symbols that are there something else, most of them split into a prefix and a letter.
OTHERWISE = {
    *("ac", "amps", "AU", "bp", "centigrade", "cfm", "ch", "dpi", "dpt", "fc", "ftlb", "Gs", "kmph"),
    *("kR", "mcd", "mil", "mils", "mR", "nt", "pct", "ppt", "PS", "R", "uR", "μR"),
}

BASES = {
    "meter": "length",
    "second": "time",
    "ampere": "current",
    "kelvin": "temperature",
    "mole": "amount",
    "candela": "luminosity",
    "bit": "information",
    "gram": "mass",
}


#: Plain ratios there.
LEVELS = {((f"{of}level", 1),) for of in ("", "power_", "voltage_", "pressure_")}

#: Units there of what is a plain number here.
PLAIN = ("radian", "count")


@pytest.fixture(scope="module")
def registry() -> Any:
    return pint.UnitRegistry(non_int_type=Fraction)


def theirs(registry: Any, name: str) -> tuple[float, Dimension] | None:
    """The value in coherent SI units and the dimension of a name in the other table, or None."""
    if not name.isidentifier() or not registry.parse_unit_name(name):
        return None
    quantity = registry.Quantity(Fraction(1), name)
    if f"delta_{quantity.units}" in registry:
        quantity = registry.Quantity(Fraction(1), f"delta_{quantity.units}")
    quantity = quantity.to_root_units()
    powers = {BASES.get(unit, unit): Fraction(power) for unit, power in quantity.unit_items() if unit not in PLAIN}
    value = float(quantity.magnitude) / 1000 ** float(powers.get("mass", 0))
    dimension = dimension_of((((base, 1),), rational.from_fraction(power)) for base, power in powers.items())
    return value, dimension


def base_symbol(name: str) -> str:
    """The symbol of a unit without its prefix."""
    described = table.describe(name)
    assert described is not None
    if described.prefix is None:
        return described.symbol
    base = table.describe(described.prefix.split()[-1])
    return base.symbol if base is not None else ""


def test_units_agree_with_pint(registry: Any) -> None:
    compared = 0
    wrong, different = [], set()
    for name in every_name():
        expected = theirs(registry, name)
        unit = table.find(name)
        assert unit is not None
        if expected is None or unit.dimension in LEVELS:
            continue
        compared += 1
        value = float(rational.fraction(unit.scale)) * math.pi**unit.pi_power
        if unit.dimension == expected[1] and math.isclose(value, expected[0], rel_tol=1e-12):
            continue
        symbol = base_symbol(name)
        if symbol == "bit":  # its b is a barn there
            continue
        if name in OTHERWISE:
            different.add(name)
        elif symbol in DIFFERENT:
            different.add(symbol)
        else:
            wrong.append((name, value, unit.dimension, expected))
    assert wrong == []
    assert different == OTHERWISE | set(DIFFERENT)
    assert compared > 2500


@pytest.mark.parametrize("name", ["degC", "degF", "degree_Reaumur"])
def test_zeros_of_temperature_scales_agree_with_pint(registry: Any, name: str) -> None:
    unit = table.find({"degree_Reaumur": "degRe"}.get(name, name))
    assert unit is not None
    assert unit.offset is not None
    expected = registry.Quantity(Fraction(0), name).to("kelvin").magnitude
    assert float(rational.fraction(unit.offset)) == pytest.approx(float(expected), rel=1e-14)


#: Names of constants that pint has, or has another one for.
CONSTANTS = {
    "h_planck": "planck_constant",
    "q_e": "elementary_charge",
    "R_gas": "molar_gas_constant",
    "wien_b": "wien_wavelength_displacement_law_constant",
    "G_N": "newtonian_constant_of_gravitation",
    "vacuum_impedance": "impedance_of_free_space",
    "alpha_fs": "fine_structure_constant",
}


def test_constants_agree_with_pint(registry: Any) -> None:
    compared = 0
    for name in constants.names():
        constant = constants.constant(name)
        assert constant is not None
        expected = theirs(registry, CONSTANTS.get(name, name))
        if expected is None:
            continue
        compared += 1
        value = float(rational.fraction(constant.value)) * math.pi**constant.pi_power
        known_to = 1e-14 if constant.uncertainty is None else 2 * float(constant.uncertainty)
        assert math.isclose(value, expected[0], rel_tol=max(known_to, 1e-14)), name
        assert dimension_of((unit.dimension, power) for unit, power in constant.unit) == expected[1], name
    assert compared > 35
