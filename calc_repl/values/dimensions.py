"""What quantities of a dimension are called, and their coherent SI units."""

from __future__ import annotations

from calc_repl.values.units import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number
    from calc_repl.values.units import Dimension

#: The SI unit of each base quantity; of levels, and of those above a reference, one in decibels.
BASE_UNITS = {
    "length": "m",
    "mass": "kg",
    "time": "s",
    "current": "A",
    "temperature": "K",
    "amount": "mol",
    "luminosity": "cd",
    "information": "bit",
    "level": "dB",
    "power_level": "dBW",
    "voltage_level": "dBV",
    "pressure_level": "dBPa",
}
_SYMBOLS = {**{name: name for name in BASE_UNITS}, "L": "length", "M": "mass", "T": "time", "I": "current"}
_SYMBOLS |= {"Θ": "temperature", "N": "amount", "J": "luminosity", "B": "information"}


def dimension(text: str) -> Dimension:
    """The dimension written as powers of base quantities: `M L^2 T^-2` is that of an energy."""
    exponents = []
    for factor in text.split():
        symbol, _, exponent = factor.partition("^")
        exponents.append((_SYMBOLS[symbol], int(exponent or 1)))
    return tuple(sorted(exponents))


#: What a quantity of a dimension is called, with its article; the first one wins where two share a dimension.
_NAMED = {
    "": "a plain number",
    "L": "a length",
    "M": "a mass",
    "T": "a time",
    "I": "a current",
    "Θ": "a temperature",
    "N": "an amount of substance",
    "J": "a luminous intensity",
    "B": "an amount of information",
    "level": "a relative level",
    "power_level": "a power level",
    "voltage_level": "a voltage level",
    "pressure_level": "a pressure level",
    "L^2": "an area",
    "L^3": "a volume",
    "L^-1": "a wavenumber",
    "T^-1": "a frequency",
    "L T^-1": "a speed",
    "L T^-2": "an acceleration",
    "L^2 T^-2": "an energy per mass",
    "M L T^-1": "a momentum",
    "M L T^-2": "a force",
    "M L^-1 T^-2": "a pressure",
    "M L^2 T^-2": "an energy",
    "M L^2 T^-3": "a power",
    "M L^2 T^-1": "an angular momentum",
    "M L^2": "a moment of inertia",
    "M T^-2": "a surface tension",
    "M T^-3": "a power per area",
    "M L^-3": "a density",
    "M L^-2": "a mass per area",
    "M L^-1": "a mass per length",
    "M T^-1": "a mass flow",
    "L^3 T^-1": "a volume flow",
    "L^2 T^-1": "a kinematic viscosity",
    "M L^-1 T^-1": "a viscosity",
    "L M^-1 T^2": "a compliance",
    "I T": "a charge",
    "M L^2 T^-3 I^-1": "a voltage",
    "M L^2 T^-3 I^-2": "a resistance",
    "M^-1 L^-2 T^3 I^2": "a conductance",
    "M^-1 L^-2 T^4 I^2": "a capacitance",
    "M L^2 T^-2 I^-2": "an inductance",
    "M L^2 T^-2 I^-1": "a magnetic flux",
    "M T^-2 I^-1": "a magnetic flux density",
    "L^-1 I": "a magnetic field strength",
    "M L T^-3 I^-1": "an electric field strength",
    "L I T": "a dipole moment",
    "M^-1 I T": "an exposure",
    "M L^2 T^-2 Θ^-1": "a heat capacity",
    "L^2 T^-2 Θ^-1": "a specific heat capacity",
    "M T^-3 Θ^-1": "a heat transfer coefficient",
    "M L T^-3 Θ^-1": "a thermal conductivity",
    "M N^-1": "a molar mass",
    "N L^-3": "a concentration",
    "N M^-1": "a molality",
    "N T^-1": "a catalytic activity",
    "J L^-2": "a luminance",
    "B T^-1": "a data rate",
    "M^-1 L^3": "a specific volume",
    "M^-1 L^3 T^-2": "a gravitational constant",
}
_KINDS = {dimension(text): name for text, name in _NAMED.items()}

#: The symbols of the coherent units that products of SI units are written with.
_COHERENT_NAMES = {
    "M L T^-2": "N",
    "M L^-1 T^-2": "Pa",
    "M L^2 T^-2": "J",
    "M L^2 T^-3": "W",
    "I T": "C",
    "M L^2 T^-3 I^-1": "V",
    "M^-1 L^-2 T^4 I^2": "F",
    "M L^2 T^-3 I^-2": "Ω",
    "M^-1 L^-2 T^3 I^2": "S",
    "M L^2 T^-2 I^-1": "Wb",
    "M T^-2 I^-1": "T",
    "M L^2 T^-2 I^-2": "H",
}
COHERENT = {dimension(text): Unit(name, 1, dimension(text)) for text, name in _COHERENT_NAMES.items()}
_BASES = {name: Unit(symbol, 1, ((name, 1),)) for name, symbol in BASE_UNITS.items()}


def base_unit(name: str) -> Unit:
    """The coherent unit of a base quantity; that of a currency is the currency."""
    return _BASES.get(name) or Unit(name, 1, ((name, 1),))


def is_money(dimension: Dimension) -> bool:
    """Whether a quantity of a dimension is an amount of a currency."""
    return len(dimension) == 1 and dimension[0][0] not in BASE_UNITS and dimension[0][1] == 1


def kind_of(dimension: Dimension) -> str:
    """What a quantity of a dimension is called: "a length", "a force", "length·time²" where it has no name."""
    named = _KINDS.get(dimension)
    if named is not None:
        return named
    if is_money(dimension):
        return f"an amount of {dimension[0][0]}"
    above = "·".join(_power(base, exponent) for base, exponent in dimension if exponent > 0)
    below = [_power(base, -exponent) for base, exponent in dimension if exponent < 0]
    under = f"({'·'.join(below)})" if len(below) > 1 else "".join(below)
    return f"{above or '1'}/{under}" if below else above


def _power(base: str, exponent: Number) -> str:
    if exponent == 1:
        return base
    if exponent.denominator == 1:
        return f"{base}^{exponent}"
    return f"{base}^({exponent.numerator}/{exponent.denominator})"
