"""A number in several units: `5 ft 11 in`, `1 h 30 min`, `45°30'15"`."""

from __future__ import annotations

from itertools import pairwise

from calc_repl.display.numbers import Written, write_number
from calc_repl.display.quantities import is_long_fraction, joined, precision, unit_text
from calc_repl.values import arithmetic, integers, rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.quantities import in_units
from calc_repl.values.rational import Rational
from calc_repl.values.unit_products import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Notation
    from calc_repl.values.unit_products import Factors

#: Units whose signs stand directly behind their numbers.
_SIGNS = {"°": "°", "arcmin": "'", "arcsec": '"'}


def write_parts(value: Any, settings: Settings, notation: Notation) -> Written:
    """A value in several units: whole numbers of all but the last, which has what is left."""
    units = notation.units
    first = in_units(value, units[0])
    is_negative = arithmetic.sign(first) < 0
    wholes, last = _split(-first if is_negative else first, units)
    written = write_number(last, settings, precision(notation))
    if written.rounded and len(units) > 1 and _is_full(last, units, written):
        # 59.9999 s rounded to 60 s make a minute
        wholes, last = _split(_carried(wholes, units), units)
        written = write_number(last, settings, precision(notation))
        written.rounded = True
    exact, decimal = written.exact, written.decimal
    if written.rounded:
        is_shown = is_rational(last) and decimal is not None and not _is_attached(units)
        exact, decimal = (exact if is_shown and not is_long_fraction(exact or "") else None), decimal or exact
    else:
        exact, decimal = decimal or exact, None
    texts = [_joined(text, wholes, units, last, is_negative) for text in (exact, decimal)]
    return Written(texts[0], texts[1], written.rounded, written.note)


def _split(amount: Any, units: tuple[Factors, ...]) -> tuple[list[int], Any]:
    """An amount of the first unit as whole numbers of all but the last, and what is left of that."""
    wholes = []
    for factors, following in pairwise(units):
        wholes.append(arithmetic.floor(amount))
        amount = arithmetic.multiply(amount - wholes[-1], ratio(factors, following))
    return wholes, amount


def _is_full(last: Any, units: tuple[Factors, ...], written: Written) -> bool:
    """Whether what is left is rounded to a whole one of the unit before."""
    one = ratio(units[-2], units[-1])
    return arithmetic.compare(_value(written.decimal or "0"), one) >= 0 > arithmetic.compare(last, one)


def _value(decimal: str) -> int | Rational:
    """The value of a decimal as numbers are written here."""
    mantissa, _, exponent = decimal.replace("_", "").partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0) - len(fraction)
    digits = integers.from_text((whole + fraction).lstrip("0") or "0")
    return rational.multiply(digits, rational.power(10, shift))


def _carried(wholes: list[int], units: tuple[Factors, ...]) -> Any:
    """So much of the first unit as whole numbers of all but the last are, and one more of the last of them."""
    amount: Any = 0
    for index, whole in enumerate(wholes):
        more = 1 if index == len(wholes) - 1 else 0
        amount = amount + arithmetic.multiply(whole + more, ratio(units[index], units[0]))
    return amount


def _joined(
    last_text: str | None, wholes: list[int], units: tuple[Factors, ...], last: Any, is_negative: bool
) -> str | None:
    if last_text is None:
        return None
    names = [unit_text(factors) for factors in units]
    attached = _is_attached(units)
    is_zero = [not whole for whole in wholes] + [is_rational(last) and last == 0]
    if attached:  # the other signs alone would be those of feet and inches
        shown = range(max([1, *(position for position, zero in enumerate(is_zero, 1) if not zero)]))
    elif all(is_zero):
        shown = range(len(units) - 1, len(units))
    else:  # zeros stand only between others
        shown = range(is_zero.index(False), len(units) - is_zero[::-1].index(False))
    numbers = [*map(integers.to_text, wholes), last_text]
    parts = [_part(numbers[index], names[index], attached) for index in shown]
    sign = "-" if is_negative else ""
    if attached or all(len(factors) == 1 and factors[0][1] == 1 for factors in units):
        return sign + ("" if attached else " ").join(parts)
    text = " + ".join(parts)  # side by side they would be read as a product
    return f"{sign}({text})" if sign and len(parts) > 1 else sign + text


def _is_attached(units: tuple[Factors, ...]) -> bool:
    """Whether parts have signs for units, directly behind their numbers."""
    names = [unit_text(factors) for factors in units]
    return names[0] == "°" and all(name in _SIGNS for name in names)


def _part(number: str, name: str, attached: bool) -> str:
    return number + _SIGNS[name] if attached else joined(number, name)
