"""Numbers as text.

Every number is written as one or two parts: an exact one, which reads back to
the same value, and a decimal, which is exact too or marked as rounded.
"""

from __future__ import annotations

from calc_repl.settings import Settings
from calc_repl.values import decimals, integers, limits
from calc_repl.values.arithmetic import divide, is_infinite, is_interval, is_rational
from calc_repl.values.decimals import Digits
from calc_repl.values.kinds import Notation, is_float
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.values.arithmetic import AnyNumber, RealNumber
    from calc_repl.values.rational import Number
    from calc_repl.values.real import Real

#: A decimal that ends within so many significant digits is written in full.
FULL_DECIMAL = 40
#: A fraction of more characters is left out where its decimal stands.
LONGEST_FRACTION = 80
#: Decimals are written plainly between these powers of ten, otherwise with an exponent.
PLAIN_FROM, PLAIN_TO = -7, 21

_PLAIN = Settings()
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES = {16: "0x", 8: "0o", 2: "0b"}


class Written:
    """A number as text: `exact` and `decimal`, of which at least one is there; `rounded` tells of the decimal.

    `note` says what could not be decided about the number, or is None.
    """

    __slots__ = ("decimal", "exact", "note", "rounded")

    def __init__(self, exact: str | None, decimal: str | None, rounded: bool, note: str | None = None) -> None:
        self.exact = exact
        self.decimal = decimal
        self.rounded = rounded
        self.note = note


def write_number(number: Any, settings: Settings, notation: Notation | None = None) -> Written:
    """A number in a notation, or as it is shown when none is asked for."""
    if is_infinite(number):
        return Written(str(number), None, False)
    if is_interval(number):
        from calc_repl.display.intervals import write_interval

        return write_interval(number, settings, notation)
    if is_float(number):
        from calc_repl.display.floats import write_float

        return write_float(number, settings, notation)
    if notation is not None and notation.units:
        from calc_repl.display.quantities import write_in_unit

        return write_in_unit(number, settings, notation)
    if notation is not None and notation.style == "polar":
        from calc_repl.display.complex_numbers import write_polar

        return write_polar(number, settings)
    if not is_rational(number):
        from calc_repl.values.complex import Complex

        if isinstance(number, Complex):
            from calc_repl.display.complex_numbers import write_complex

            return write_complex(number, settings, notation)
        number = _settled(number)
    if notation is None:
        return _automatic(number, settings)
    return _STYLES[notation.style](number, settings, notation)


def exact_text(number: AnyNumber) -> str | None:
    """A number in the language's own notation: whole, a decimal that ends, a fraction, a short closed form.

    None for a number that has none.
    """
    if not is_rational(number):
        return write_number(number, _PLAIN).exact
    if type(number) is int:
        return integers.to_text(number)
    digits = decimals.complete(number, FULL_DECIMAL)
    fraction = fraction_text(number)
    if digits is None:
        return fraction
    decimal = decimal_text(digits)
    return fraction if len(fraction) <= len(decimal) else decimal


def plain_text(number: AnyNumber) -> str:
    """A number inside a list or a text: the decimal if it ends, otherwise the fraction or the closed form."""
    if not is_rational(number):
        written = write_number(number, _PLAIN)
        return written.exact or f"≈ {written.decimal}"
    digits = None if type(number) is int else decimals.complete(number, FULL_DECIMAL)
    return fraction_text(number) if digits is None else decimal_text(digits)


def fraction_text(number: Number) -> str:
    """`numerator/denominator`, or the digits of a whole number."""
    if type(number) is int:
        return integers.to_text(number)
    return f"{integers.to_text(number.numerator)}/{integers.to_text(number.denominator)}"


def decimal_text(digits: Digits, grouping: bool = False) -> str:
    """Digits as a decimal, plainly or with an exponent as their size demands."""
    text, point = digits.text, digits.point
    sign = "-" if digits.negative else ""
    known = point <= len(text) or digits.exact  # a rounded number shows no digit that is not computed
    if not (PLAIN_FROM < point <= PLAIN_TO and known) and text != "0":
        return sign + exponent_text(digits, 1)
    return sign + _plain(text, point, grouping)


def exponent_text(digits: Digits, multiple: int) -> str:
    """Digits with an exponent that is a multiple of 1 or 3, without the sign of the number."""
    exponent = (digits.point - 1) // multiple * multiple
    head = digits.point - exponent
    text = digits.text.ljust(head, "0")
    mantissa = text[:head] + ("." + text[head:] if len(text) > head else "")
    return f"{mantissa}e{integers.to_text(exponent)}"


def _automatic(number: RealNumber, settings: Settings) -> Written:
    if not is_rational(number):
        return _real(number, settings)
    if not isinstance(number, Rational):
        text = integers.to_text(number)
        return Written(_grouped(text) if settings.grouping else text, None, False)
    complete = decimals.complete(number, FULL_DECIMAL)
    fraction = fraction_text(number) if _fraction_length(number) <= LONGEST_FRACTION else None
    if complete is None:
        rounded = decimals.significant(number, settings.digits)
        return Written(fraction, decimal_text(rounded, settings.grouping), True)
    decimal = decimal_text(complete, settings.grouping)
    if fraction is None or len(fraction) > len(decimal):
        return Written(decimal, None, False)
    return Written(fraction, decimal, False)


def _settled(number: RealNumber) -> RealNumber:
    """A real number, as the rational one it can be proved to be."""
    from calc_repl.values.deciding import recognised

    return recognised(number)


def _real(number: Real, settings: Settings) -> Written:
    from calc_repl.values.closed_forms import symbolic
    from calc_repl.values.undecided import Undecided

    exact = symbolic(number)
    try:
        return Written(exact, decimal_text(_significant(number, settings.digits), settings.grouping), True)
    except Undecided as undecided:
        note = f"|x| < 10^-{limits.short(undecided.digits)}; it cannot be told whether this is exactly 0"
        return Written(exact, "0", True, note)


def _significant(number: RealNumber, count: int) -> Digits:
    if is_rational(number):
        return decimals.significant(number, count)
    from calc_repl.values import enclosing

    return enclosing.significant(number, count)


def _complete(number: RealNumber, most: int) -> Digits | None:
    return decimals.complete(number, most) if is_rational(number) else None


def _fraction_length(number: Rational) -> int:
    """About how many characters the fraction takes."""
    return (number.numerator.bit_length() + number.denominator.bit_length()) * 30103 // 100000 + 3


def _decimal(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    count = notation.digits
    complete = _complete(number, count or FULL_DECIMAL)
    if complete is None:
        rounded = _significant(number, count or settings.digits)
        return Written(None, decimal_text(rounded, settings.grouping), True)
    return Written(decimal_text(complete, settings.grouping), None, False)


def _places(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    assert notation.places is not None
    if is_rational(number):
        digits = decimals.places(number, notation.places)
    else:
        from calc_repl.values import enclosing

        digits = enclosing.places(number, notation.places)
    sign = "-" if digits.negative else ""
    text = sign + _plain(digits.text, digits.point, settings.grouping)
    return Written(text, None, False) if digits.exact else Written(None, text, True)


def _exponential(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    multiple = 3 if notation.style == "engineering" else 1
    count = notation.digits or FULL_DECIMAL
    digits = _complete(number, count)
    if digits is None:
        digits = _significant(number, notation.digits or settings.digits)
    text = ("-" if digits.negative else "") + exponent_text(digits, multiple)
    return Written(text, None, False) if digits.exact else Written(None, text, True)


def _fraction(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    greatest = max(1, notation.width or 0)
    if is_rational(number):
        near = number if notation.width is None else decimals.nearest_fraction(number, greatest)
    else:
        from calc_repl.values import enclosing

        near = enclosing.nearest_fraction(number, greatest)
    text = fraction_text(near)
    return Written(text, None, False) if near == number else Written(None, text, True)


def _mixed(number: Number, settings: Settings, notation: Notation) -> Written:
    whole, rest = integers.divide_floor(abs(number.numerator), number.denominator)
    if not whole or not rest:
        return Written(fraction_text(number), None, False)
    signs = ("-", " - ") if number < 0 else ("", " + ")
    part = f"{integers.to_text(rest)}/{integers.to_text(number.denominator)}"
    return Written(signs[0] + integers.to_text(whole) + signs[1] + part, None, False)


def _repeating(number: Number, settings: Settings, notation: Notation) -> Written:
    parts = decimals.repeating(number)
    if parts is None:
        return Written(fraction_text(number), None, False)
    whole, once, period = parts
    if not period:
        return Written(whole + ("." + once if once else ""), None, False)
    return Written(f"{whole}.{once}({period})...", None, False)


def _percent(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    hundredfold = number * 100
    complete = _complete(hundredfold, FULL_DECIMAL)
    if complete is not None:
        return Written(decimal_text(complete, settings.grouping) + "%", None, False)
    rounded = _significant(hundredfold, settings.digits)
    return Written(None, decimal_text(rounded, settings.grouping) + "%", True)


def _angle(number: RealNumber, settings: Settings, notation: Notation) -> Written:
    """An angle in the set unit, in another one; `30 deg` reads back as the same angle."""
    from calc_repl.values.angles import in_radians, size

    unit = notation.unit
    radians = _settled(in_radians(number))  # type: ignore[arg-type]  # a real number stays real
    if unit is None or unit == "rad":
        return _automatic(radians, settings)
    count = _settled(divide(radians, size(unit)))  # type: ignore[arg-type]
    complete = _complete(count, FULL_DECIMAL)
    if complete is not None:
        return Written(f"{decimal_text(complete, settings.grouping)} {unit}", None, False)
    return Written(None, f"{decimal_text(_significant(count, settings.digits), settings.grouping)} {unit}", True)


def _base(number: Number, settings: Settings, notation: Notation) -> Written:
    assert type(number) is int
    base, width = notation.base, notation.width
    magnitude = abs(number)
    if width is not None and number < 0:
        number = magnitude = number + (1 << width)  # two's complement
    digits = in_base(magnitude, base)
    if width is not None:
        digits = digits.rjust(-(-width // (base.bit_length() - 1)), "0")
    text = ("-" if number < 0 else "") + _PREFIXES.get(base, "") + digits
    return Written(text if base in _PREFIXES or base == 10 else f"{text} (base {base})", None, False)


def in_base(magnitude: int, base: int) -> str:
    """The digits of a number >= 0 in a base from 2 to 36."""
    if base in (2, 8, 16):
        return format(magnitude, {2: "b", 8: "o", 16: "x"}[base])
    if base == 10:
        return integers.to_text(magnitude)
    return _in_base_by_halves(magnitude, base)


def _in_base_by_halves(magnitude: int, base: int) -> str:
    """Split by powers base^(2^k), so that large numbers are divided by numbers of half their size."""
    powers = [base]
    while powers[-1].bit_length() * 2 <= magnitude.bit_length() + 1:
        powers.append(integers.multiply(powers[-1], powers[-1]))
    parts = [magnitude]
    for power in reversed(powers):
        parts = [half for part in parts for half in integers.divide_floor(part, power)]
    return "".join(_DIGITS[part] for part in parts).lstrip("0") or "0"


def _plain(text: str, point: int, grouping: bool) -> str:
    if point <= 0:
        whole, fraction = "0", "0" * -point + text
    else:
        text = text.ljust(point, "0")
        whole, fraction = text[:point], text[point:]
    if grouping:
        whole = _grouped(whole)
    return f"{whole}.{fraction}" if fraction else whole


def _grouped(text: str) -> str:
    sign = "-" if text.startswith("-") else ""
    digits = text[len(sign) :]
    head = len(digits) % 3
    groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return sign + "_".join(groups)


_STYLES: dict[str, Callable[[Any, Settings, Notation], Written]] = {
    "decimal": _decimal,
    "digits": _decimal,
    "places": _places,
    "scientific": _exponential,
    "engineering": _exponential,
    "fraction": _fraction,
    "exact": _fraction,
    "mixed": _mixed,
    "repeating": _repeating,
    "percent": _percent,
    "base": _base,
    "angle": _angle,
    "full": lambda number, settings, notation: _automatic(number, settings),
}
