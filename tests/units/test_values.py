"""What units are worth, exactly; the truths come from the definitions, not from the table."""

from __future__ import annotations

from fractions import Fraction

import pytest
from units.every_name import rows

from calc_repl.units import table
from calc_repl.values import rational
from calc_repl.values.dimensions import dimension, kind_of
from calc_repl.values.units import Unit

FORCE, PRESSURE, ENERGY, POWER = "M L T^-2", "M L^-1 T^-2", "M L^2 T^-2", "M L^2 T^-3"

#: Name, scale in coherent SI units, power of pi, dimension.
VALUES = [
    ("m", "1", 0, "L"),
    ("km", "1000", 0, "L"),
    ("kg", "1", 0, "M"),
    ("g", "1/1000", 0, "M"),
    ("in", "0.0254", 0, "L"),
    ("″", "0.0254", 0, "L"),
    ("ft", "0.3048", 0, "L"),
    ("′", "0.3048", 0, "L"),
    ("yards", "0.9144", 0, "L"),
    ("mile", "1609.344", 0, "L"),
    ("thou", "0.0000254", 0, "L"),
    ("mil", "0.0000254", 0, "L"),
    ("fathom", "1.8288", 0, "L"),
    ("furlong", "201.168", 0, "L"),
    ("chain", "20.1168", 0, "L"),
    ("rod", "5.0292", 0, "L"),
    ("league", "4828.032", 0, "L"),
    ("survey_foot", "1200/3937", 0, "L"),
    ("nmi", "1852", 0, "L"),
    ("au", "149597870700", 0, "L"),
    ("ly", "9460730472580800", 0, "L"),
    ("parsec", "96939420213600000", -1, "L"),
    ("Mpc", "96939420213600000000000", -1, "L"),
    ("Å", "1e-10", 0, "L"),
    ("point", "0.0254/72", 0, "L"),
    ("px", "0.0254/96", 0, "L"),
    ("smoot", "1.7018", 0, "L"),
    ("acre", "4046.8564224", 0, "L^2"),
    ("ha", "10000", 0, "L^2"),
    ("m2", "1", 0, "L^2"),
    ("cm2", "0.0001", 0, "L^2"),
    ("sqft", "0.09290304", 0, "L^2"),
    ("barn", "1e-28", 0, "L^2"),
    ("circular_mil", "1.6129e-10", 1, "L^2"),
    ("L", "0.001", 0, "L^3"),
    ("mL", "0.000001", 0, "L^3"),
    ("cc", "0.000001", 0, "L^3"),
    ("gallon", "0.003785411784", 0, "L^3"),
    ("pint", "0.000473176473", 0, "L^3"),
    ("cup", "0.0002365882365", 0, "L^3"),
    ("floz", "0.0000295735295625", 0, "L^3"),
    ("tbsp", "0.00001478676478125", 0, "L^3"),
    ("tsp", "0.00000492892159375", 0, "L^3"),
    ("imperial_gallon", "0.00454609", 0, "L^3"),
    ("imperial_pint", "0.00056826125", 0, "L^3"),
    ("barrel", "0.158987294928", 0, "L^3"),
    ("bushel", "0.03523907016688", 0, "L^3"),
    ("peck", "0.00880976754172", 0, "L^3"),
    ("acre_foot", "1233.48183754752", 0, "L^3"),
    ("lb", "0.45359237", 0, "M"),
    ("oz", "0.028349523125", 0, "M"),
    ("grain", "0.00006479891", 0, "M"),
    ("stone", "6.35029318", 0, "M"),
    ("short_ton", "907.18474", 0, "M"),
    ("long_ton", "1016.0469088", 0, "M"),
    ("ton", "1000", 0, "M"),
    ("Mt", "1000000000", 0, "M"),
    ("troy_ounce", "0.0311034768", 0, "M"),
    ("carat", "0.0002", 0, "M"),
    ("slug", "4.4482216152605/0.3048", 0, "M"),
    ("Da", "1.66053906892e-27", 0, "M"),
    ("min", "60", 0, "T"),
    ("h", "3600", 0, "T"),
    ("week", "604800", 0, "T"),
    ("fortnight", "1209600", 0, "T"),
    ("year", "31557600", 0, "T"),
    ("month", "2629800", 0, "T"),
    ("Myr", "31557600000000", 0, "T"),
    ("leap_year", "31622400", 0, "T"),
    ("mph", "0.44704", 0, "L T^-1"),
    ("kmh", "5/18", 0, "L T^-1"),
    ("knot", "463/900", 0, "L T^-1"),
    ("mGal", "0.00001", 0, "L T^-2"),
    ("rpm", "1/30", 1, "T^-1"),
    ("MHz", "1000000", 0, "T^-1"),
    ("N", "1", 0, FORCE),
    ("daN", "10", 0, FORCE),
    ("lbf", "4.4482216152605", 0, FORCE),
    ("kgf", "9.80665", 0, FORCE),
    ("dyn", "0.00001", 0, FORCE),
    ("poundal", "0.138254954376", 0, FORCE),
    ("kip", "4448.2216152605", 0, FORCE),
    ("hPa", "100", 0, PRESSURE),
    ("psi", "8896443230521/1290320000", 0, PRESSURE),
    ("atm", "101325", 0, PRESSURE),
    ("mbar", "100", 0, PRESSURE),
    ("torr", "101325/760", 0, PRESSURE),
    ("mmHg", "133.322387415", 0, PRESSURE),
    ("inHg", "3386.388640341", 0, PRESSURE),
    ("at", "98066.5", 0, PRESSURE),
    ("eV", "1.602176634e-19", 0, ENERGY),
    ("kWh", "3600000", 0, ENERGY),
    ("cal", "4.184", 0, ENERGY),
    ("Cal", "4184", 0, ENERGY),
    ("kcal", "4184", 0, ENERGY),
    ("BTU", "1055.05585262", 0, ENERGY),
    ("therm", "105505585.262", 0, ENERGY),
    ("erg", "1e-7", 0, ENERGY),
    ("foot_pound", "1.3558179483314004", 0, ENERGY),
    ("hp", "745.69987158227022", 0, POWER),
    ("PS", "735.49875", 0, POWER),
    ("refrigeration_ton", "12000*1055.05585262/3600", 0, POWER),
    ("kvar", "1000", 0, POWER),
    ("mAh", "3.6", 0, "I T"),
    ("franklin", "1/2997924580", 0, "I T"),
    ("V", "1", 0, "M L^2 T^-3 I^-1"),
    ("Ω", "1", 0, "M L^2 T^-3 I^-2"),
    ("kohm", "1000", 0, "M L^2 T^-3 I^-2"),
    ("uF", "0.000001", 0, "M^-1 L^-2 T^4 I^2"),
    ("gauss", "0.0001", 0, "M T^-2 I^-1"),
    ("oersted", "250", -1, "L^-1 I"),
    ("debye", "1e-21/299792458", 0, "L I T"),
    ("K", "1", 0, "Θ"),
    ("rankine", "5/9", 0, "Θ"),
    ("delta_degF", "5/9", 0, "Θ"),
    ("mM", "1", 0, "N L^-3"),
    ("molar", "1000", 0, "N L^-3"),
    ("lm", "1", 0, "J"),
    ("footcandle", "1/0.09290304", 0, "J L^-2"),
    ("lambert", "10000", -1, "J L^-2"),
    ("Ci", "37000000000", 0, "T^-1"),
    ("roentgen", "0.000258", 0, "M^-1 I T"),
    ("rem", "0.01", 0, "L^2 T^-2"),
    ("bit", "1", 0, "B"),
    ("byte", "8", 0, "B"),
    ("KB", "8000", 0, "B"),
    ("KiB", "8192", 0, "B"),
    ("GB", "8000000000", 0, "B"),
    ("gibibyte", "8589934592", 0, "B"),
    ("Gb", "1000000000", 0, "B"),
    ("Mbps", "1000000", 0, "B T^-1"),
    ("rad", "1", 0, ""),
    ("°", "1/180", 1, ""),
    ("arcmin", "1/10800", 1, ""),
    ("arcsec", "1/648000", 1, ""),
    ("mas", "1/648000000", 1, ""),
    ("gon", "1/200", 1, ""),
    ("turn", "2", 1, ""),
    ("sr", "1", 0, ""),
    ("square_degree", "1/32400", 2, ""),
    ("percent", "0.01", 0, ""),
    ("‰", "0.001", 0, ""),
    ("bp", "0.0001", 0, ""),
    ("ppm", "1e-6", 0, ""),
    ("ppb", "1e-9", 0, ""),
    ("ppt", "1e-12", 0, ""),
    ("cP", "0.001", 0, "M L^-1 T^-1"),
    ("cSt", "0.000001", 0, "L^2 T^-1"),
    ("mpg", "1609.344/0.003785411784", 0, "L^-2"),
    ("denier", "1/9000000", 0, "M L^-1"),
    ("darcy", "1e-7/101325", 0, "L^2"),
    ("Jy", "1e-26", 0, "M T^-2"),
    ("dpi", "1/0.0254", 0, "L^-1"),
    ("EUR", "1", 0, "EUR"),
    ("$", "1", 0, "USD"),
]


def fraction(text: str) -> Fraction:
    """The value of decimals multiplied and divided from the left."""
    value = Fraction(1)
    for factor in text.split("*"):
        first, *others = factor.split("/")
        value *= Fraction(first)
        for other in others:
            value /= Fraction(other)
    return value


def unit(name: str) -> Unit:
    found = table.find(name)
    assert found is not None, name
    return found


@pytest.mark.parametrize(("name", "scale", "pi_power", "of"), VALUES, ids=[row[0] for row in VALUES])
def test_units_are_worth_what_they_are(name: str, scale: str, pi_power: int, of: str) -> None:
    expected = ((of, 1),) if table.is_currency(of) else dimension(of)
    found = unit(name)
    assert (rational.fraction(found.scale), found.pi_power, found.dimension) == (fraction(scale), pi_power, expected)


@pytest.mark.parametrize(
    ("names", "zero", "degree"),
    [
        ("°C degC oC celsius degree_celsius degrees_celsius ℃", "273.15", "1"),
        ("°F degF oF fahrenheit degree_fahrenheit degrees_fahrenheit ℉", "459.67*5/9", "5/9"),
        ("reaumur degRe", "273.15", "5/4"),
    ],
)
def test_scales_of_temperature_begin_elsewhere(names: str, zero: str, degree: str) -> None:
    for name in names.split():
        found = unit(name)
        assert found.offset is not None
        assert (rational.fraction(found.offset), rational.fraction(found.scale)) == (fraction(zero), fraction(degree))
        assert found.dimension == dimension("Θ")


@pytest.mark.parametrize(
    "name", ["K", "kelvin", "mK", "degR", "°R", "rankine", "delta_degC", "Δ°C", "delta_degF", "Δ°F"]
)
def test_other_units_of_temperature_begin_at_absolute_zero(name: str) -> None:
    assert unit(name).offset is None


@pytest.mark.parametrize(
    ("name", "uncertainty"),
    [
        ("Da", "52/166053906892"),
        ("u", "52/166053906892"),
        ("amu", "52/166053906892"),
        ("kDa", "52/166053906892"),
        ("Ry", "24/21798723611030"),
        ("hartree", "48/43597447222060"),
        ("bohr", "82/529177210544"),
    ],
)
def test_measured_units_say_how_well_they_are_known(name: str, uncertainty: str) -> None:
    found = unit(name).uncertainty
    assert found is not None
    assert rational.fraction(found) == Fraction(uncertainty)


def test_only_what_is_measured_is_uncertain() -> None:
    measured = {name for name in table.names() if unit(name).uncertainty is not None}
    assert measured == {
        *("Da", "kDa", "u", "dalton", "atomic_mass_unit", "amu", "bohr", "Ry", "rydberg", "Eh", "E_h", "hartree"),
        *("tropical_year", "sidereal_year", "sidereal_day", "synodic_month", "lunar_month"),
    }


def test_units_of_a_kind_have_one_dimension() -> None:
    dimensions: dict[str, set[object]] = {}
    for kind, line in rows():
        dimensions.setdefault(kind, set()).add(table._worth((kind, line)).dimension)
    assert {kind: len(found) for kind, found in dimensions.items() if len(found) > 1} == {}


#: What some kinds are called when all that is known of a quantity is its dimension.
SHARED = {
    "illuminance": "a luminance",
    "luminous energy": "luminosity·time",
    "radioactivity": "a frequency",
    "absorbed dose": "an energy per mass",
    "equivalent dose": "an energy per mass",
    "angle": "a plain number",
    "solid angle": "a plain number",
    "ratio": "a plain number",
    "flow": "a volume flow",
    "fuel economy": "1/length^2",
    "permeability": "an area",
    "spectral flux density": "a surface tension",
    "energy per area": "a surface tension",
    "thermal insulation": "temperature·time^3/mass",
    "information": "an amount of information",
}


@pytest.mark.parametrize("kind", table.DEFINITIONS)
def test_kinds_are_those_of_the_dimensions(kind: str) -> None:
    line = table.DEFINITIONS[kind].strip().split("\n")[0]
    called = kind_of(table._worth((kind, line)).dimension)
    assert called == SHARED.get(kind, called)
    assert kind in SHARED or called.removeprefix("an ").removeprefix("a ") == kind
