"""Numbers with units as text: `60 km/h`, `5 ft 11 in`, `45°30'15"`."""

from __future__ import annotations

from calc_repl.display.numbers import Written, write_number
from calc_repl.values import arithmetic
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.quantities import Quantity, in_units
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Notation
    from calc_repl.values.quantities import Factors
    from calc_repl.values.rational import Number

#: A fraction with longer numbers is left out before a unit, where its decimal stands.
_LONGEST_TERM = 4
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
#: Signs that stand directly behind their number.
_ATTACHED = {"arcmin": "'", "arcsec": '"', "°": "°"}


def write_quantity(quantity: Quantity, settings: Settings, notation: Notation | None = None) -> Written:
    """A quantity in a notation, or as it is shown when none is asked for."""
    if notation is not None and notation.style == "parts":
        return _in_parts(quantity, settings, notation.units)
    written = write_number(quantity.magnitude, settings, notation)
    return _with_unit(written, unit_text(quantity.factors), notation is None)


def write_in_unit(number: Any, settings: Settings, notation: Notation) -> Written:
    """A plain number in units that have no dimension, such as an angle in minutes of arc."""
    if notation.style == "parts":
        return _in_parts(number, settings, notation.units)
    (factors,) = notation.units
    return _with_unit(write_number(in_units(number, factors), settings), unit_text(factors), True)


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


def _with_unit(written: Written, unit: str, is_brief: bool) -> Written:
    exact = written.exact
    if is_brief and written.decimal is not None and exact is not None:
        if not written.rounded:
            exact = None  # the decimal says it all
        elif _is_long_fraction(exact):
            exact = None
    if exact is not None:
        exact = joined(exact, unit)
    decimal = None if written.decimal is None else joined(written.decimal, unit)
    if exact is None and not written.rounded:
        exact, decimal = decimal, None
    return Written(exact, decimal, written.rounded, written.note)


def _is_long_fraction(number: str) -> bool:
    dividend, slash, divisor = number.removeprefix("-").partition("/")
    return bool(slash) and (dividend + divisor).isdigit() and max(len(dividend), len(divisor)) > _LONGEST_TERM


def joined(number: str, unit: str) -> str:
    """A number in front of a unit, in brackets where the unit would belong to its last part only."""
    if unit in _ATTACHED.values():
        return number + unit
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


def _in_parts(value: Any, settings: Settings, units: tuple[Factors, ...]) -> Written:
    """A value in several units: whole numbers of all but the last."""
    rest = in_units(value, units[0])
    is_negative = arithmetic.sign(rest) < 0
    rest = -rest if is_negative else rest
    texts: list[str] = []
    for index, factors in enumerate(units[:-1]):
        whole = arithmetic.floor(rest)
        if whole or (texts and factors):
            texts.append(joined(str(whole), _sign(factors)))
        following = units[index + 1]
        rest = arithmetic.multiply(rest - whole, _step(factors, following))
    last = write_number(rest, settings)
    is_zero = is_rational(rest) and rest == 0
    sign = "-" if is_negative else ""
    unit = _sign(units[-1])

    def whole_text(number: str | None) -> str | None:
        if number is None:
            return None
        parts = texts if is_zero and texts else [*texts, joined(number, unit)]
        attached = all(part[-1] in "°'\"" for part in parts)
        return sign + ("" if attached else " ").join(parts)

    exact, decimal = last.exact, last.decimal
    if exact is not None and decimal is not None and not last.rounded:
        exact = decimal
        decimal = None
    elif exact is not None and not is_rational(rest):
        exact = None
    if exact is None and not last.rounded:
        exact, decimal = decimal, None
    return Written(whole_text(exact), whole_text(decimal), last.rounded, last.note)


def _step(factors: Factors, following: Factors) -> Any:
    from calc_repl.values.quantities import ratio

    return ratio(factors, following)


def _sign(factors: Factors) -> str:
    text = unit_text(factors)
    return _ATTACHED.get(text, text)
