"""Numbers with units as text: `60 km/h`, `5 ft 11 in`, `45°30'15"`."""

from __future__ import annotations

from calc_repl.display.numbers import Written, write_number
from calc_repl.settings import Settings
from calc_repl.values.arithmetic import is_interval, is_rational
from calc_repl.values.dimensions import is_money
from calc_repl.values.kinds import Notation
from calc_repl.values.quantities import Quantity, in_units
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.rational import Number
    from calc_repl.values.unit_products import Factors

#: A fraction with longer numbers is left out before a unit, where its decimal stands.
_LONGEST_TERM = 4
_USUAL_DIGITS = Settings().digits
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def write_quantity(quantity: Quantity, settings: Settings, notation: Notation | None = None) -> Written:
    """A quantity in a notation, or as it is shown when none is asked for."""
    if notation is not None and notation.style == "parts":
        from calc_repl.display.parts import write_parts

        return write_parts(quantity, settings, notation)
    written = write_number(quantity.magnitude, settings, notation)
    if notation is None and written.rounded and _is_in_currency(quantity):
        written = _as_money(written, quantity.magnitude, settings)
    return _with_unit(written, unit_text(quantity.factors), notation is None)


def write_in_unit(number: Any, settings: Settings, notation: Notation) -> Written:
    """A plain number in units that have no dimension, such as an angle in minutes of arc."""
    if notation.style == "parts":
        from calc_repl.display.parts import write_parts

        return write_parts(number, settings, notation)
    (factors,) = notation.units
    rounding = precision(notation)
    return _with_unit(write_number(in_units(number, factors), settings, rounding), unit_text(factors), not rounding)


def unit_text(factors: Factors) -> str:
    """Units as they would be typed: `kg·m/s²`, `W/(m²·K)`, `s⁻¹`."""
    above = [_power(unit.name, exponent) for unit, exponent in factors if exponent > 0]
    if not above:
        return "·".join(_power(unit.name, exponent) for unit, exponent in factors)
    below = [_power(unit.name, -exponent) for unit, exponent in factors if exponent < 0]
    under = f"({'·'.join(below)})" if len(below) > 1 else "".join(below)
    return "·".join(above) + (f"/{under}" if under else "")


def plain_quantity(quantity: Quantity, settings: Settings, notation: Notation | None = None) -> str:
    """A quantity inside a list or a text."""
    written = write_quantity(quantity, settings, notation)
    return written.exact or (f"≈ {written.decimal}" if written.rounded else str(written.decimal))


def _is_in_currency(quantity: Quantity) -> bool:
    return len(quantity.factors) == 1 and is_money(quantity.dimension) and quantity.factors[0][0].is_coherent


def _as_money(written: Written, magnitude: Any, settings: Settings) -> Written:
    """A rounded amount of money to two places, or to three digits when it is less than one.

    As it is where more digits than usual, or fewer, are asked for, and where it is no single real number.
    """
    is_single = is_rational(magnitude) or getattr(magnitude, "kind", None) == "number"
    decimal = (written.decimal or "").lstrip("-").replace("_", "")
    if not is_single or is_interval(magnitude) or settings.digits > _USUAL_DIGITS:
        return written
    if "e" in decimal or len(decimal.partition(".")[2]) <= 2:
        return written
    is_small = decimal.startswith("0.")
    notation = Notation("digits", digits=min(3, settings.digits)) if is_small else Notation("places", places=2)
    rounded = write_number(magnitude, settings, notation)
    return Written(written.exact, rounded.decimal or rounded.exact, rounded.rounded, written.note)


def _with_unit(written: Written, unit: str, is_brief: bool) -> Written:
    exact = written.exact
    if is_brief and written.decimal is not None and exact is not None:
        if not written.rounded:
            exact = None  # the decimal says it all
        elif is_long_fraction(exact):
            exact = None
    if exact is not None:
        exact = joined(exact, unit)
    decimal = None if written.decimal is None else joined(written.decimal, unit)
    if exact is None and not written.rounded:
        exact, decimal = decimal, None
    return Written(exact, decimal, written.rounded, written.note)


def is_long_fraction(number: str) -> bool:
    """Whether there is a quotient in an exact form, and a number of many digits."""
    digits = "".join(character if character.isdigit() else " " for character in number)
    return "/" in number and max(map(len, digits.split())) > _LONGEST_TERM


def joined(number: str, unit: str) -> str:
    """A number in front of a unit, in brackets where the unit would belong to its last part only."""
    return f"{number} {unit}" if _is_single(number) else f"({number}) {unit}"


def _is_single(number: str) -> bool:
    """Whether a unit behind a number belongs to all of it: a sign, digits, a fraction or one call."""
    rest = number.removeprefix("-")
    if all(character.isalnum() or character in "._…" for character in rest.replace("e-", "e")):
        return True
    dividend, _, divisor = rest.partition("/")
    if dividend.isdigit() and divisor.isdigit():
        return True
    return rest.endswith(")") and rest.count("(") == 1 and rest.partition("(")[0].isidentifier()


def _power(name: str, exponent: Number) -> str:
    if exponent == 1:
        return name
    if isinstance(exponent, Rational):
        return f"{name}^({exponent.numerator}/{exponent.denominator})"
    return name + str(exponent).translate(_RAISED)


def precision(notation: Notation) -> Notation | None:
    """How a number in units is rounded, where that was asked for too."""
    if notation.places is not None:
        return Notation("places", places=notation.places)
    return None if notation.digits is None else Notation("digits", digits=notation.digits)
