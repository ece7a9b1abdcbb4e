"""Uncertain numbers as text: `5 ± 0.1`.

An exact text reads back to the same bounds. A rounded one is rounded outwards:
the bounds it shows enclose the exact ones.
"""

from __future__ import annotations

from calc_repl.display.numbers import (
    FULL_DECIMAL,
    Written,
    decimal_text,
    exact_text,
    exponent_text,
    fraction_text,
    write_number,
)
from calc_repl.errors import KindError, LimitError
from calc_repl.values import decimals, integers, rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.deciding import recognised
from calc_repl.values.decimals import Digits
from calc_repl.values.intervals import Interval, midpoint, multiply, radius, rational_bounds
from calc_repl.values.kinds import Notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.settings import Settings

#: An exact text of more characters is left out where a rounded one stands.
LONGEST_EXACT = 80
#: Significant digits of a rounded radius; the midpoint is rounded to the same place.
RADIUS_DIGITS = 2
#: Of which number the exponents are multiples.
_EXPONENTIAL = {"scientific": 1, "engineering": 3}
_HALF = rational.Rational(1, 2)


def write_interval(number: Any, settings: Settings, notation: Notation | None) -> Written:
    """An uncertain number in a notation: exact where that is short, and rounded outwards.

    Raises KindError for a notation that only single numbers have, LimitError.
    """
    number = Interval(recognised(number.low), recognised(number.high))
    notation = notation or Notation("full")
    if notation.style in ("fraction", "exact"):
        return _between_fractions(number, notation)
    if notation.style == "percent":
        return _percent(number, settings)
    if notation.style not in ("full", "decimal", "digits", "places", *_EXPONENTIAL):
        raise KindError(
            "An uncertain number cannot be shown in this format.", hint="convert its midpoint and radius instead"
        )
    return _with_radius(number, settings, notation)


def _with_radius(number: Interval, settings: Settings, notation: Notation) -> Written:
    """`m ± r`, or beside it the exact ends when no notation is asked for."""
    if notation.places is not None:
        text = _outward_text(number, settings, notation, RADIUS_DIGITS, -notation.places)
        is_exact = all(_ends_within(part, notation.places) for part in (midpoint(number), radius(number)))
        return Written(text, None, False) if is_exact else Written(None, text, True)
    most = notation.digits or FULL_DECIMAL
    if notation.style in _EXPONENTIAL:
        exact = _complete_decimals(number, settings, notation, most)
        is_decimal = exact is not None
    else:
        exact, is_decimal = _plus_minus(number, settings, most)
    if is_decimal:
        return Written(exact, None, False)
    exact = exact or _call(number) if notation.style == "full" else None
    try:
        return Written(exact, _outward_text(number, settings, notation, notation.digits or RADIUS_DIGITS), True)
    except LimitError:
        if exact is None:
            raise
        return Written(exact, None, False)


def _plus_minus(number: Interval, settings: Settings, most: int) -> tuple[str | None, bool]:
    """`m ± r` of rational bounds where it is short, and whether both are decimals that end within so many digits."""
    parts = midpoint(number), radius(number)
    if not (is_rational(parts[0]) and is_rational(parts[1])):
        return None, False
    is_decimal = all(decimals.complete(part, most) is not None for part in parts if is_rational(part))
    written = [write_number(part, settings) for part in parts]
    text = " ± ".join(str(part.exact if part.rounded else part.decimal or part.exact) for part in written)
    is_short = len(text) <= LONGEST_EXACT and all(part.exact is not None or not part.rounded for part in written)
    return (text, is_decimal) if is_short else (None, False)


def _complete_decimals(number: Interval, settings: Settings, notation: Notation, most: int) -> str | None:
    """Midpoint and radius in a notation where both are decimals that end within so many digits."""
    parts = midpoint(number), radius(number)
    complete = [decimals.complete(part, most) if is_rational(part) else None for part in parts]
    return " ± ".join(_text(digits, settings, notation) for digits in complete if digits) if all(complete) else None


def _ends_within(number: Any, places: int) -> bool:
    """Whether a number is a decimal with so many digits behind the point at most."""
    return is_rational(number) and integers.power(10, places) % number.denominator == 0


def _between_fractions(number: Interval, notation: Notation) -> Written:
    """`[49/10 .. 51/10]` of rational ends, and of whole ones, which would be a range, `interval(4, 6)`."""
    low, high = number.low, number.high
    if not (is_rational(low) and is_rational(high)):
        raise KindError("The ends of this uncertain number are not known to be rational.")
    if notation.width is not None:
        width = max(1, notation.width)
        low = low if low.denominator <= width else rational.ratio(rational.floor(low * width), width)
        high = high if high.denominator <= width else rational.ratio(-rational.floor(-high * width), width)
    is_range = type(low) is type(high) is int
    low_text, high_text = fraction_text(low), fraction_text(high)
    text = f"interval({low_text}, {high_text})" if is_range else f"[{low_text} .. {high_text}]"
    return Written(text, None, False) if (low, high) == (number.low, number.high) else Written(None, text, True)


def _percent(number: Interval, settings: Settings) -> Written:
    """`(500 ± 10)%`; 500% ± 10% would be another number."""
    written = write_interval(multiply(100, number), settings, Notation("decimal"))
    if written.decimal is None:
        return Written(f"({written.exact})%", None, False)
    return Written(None, f"({written.decimal})%", True)


def _call(number: Interval) -> str | None:
    """`interval(low, high)` where both have a short exact text."""
    low, high = exact_text(number.low), exact_text(number.high)
    if low is None or high is None:
        return None
    text = f"interval({low}, {high})"
    return text if len(text) <= LONGEST_EXACT else None


def _outward_text(
    number: Interval, settings: Settings, notation: Notation, digits: int, place: int | None = None
) -> str:
    """Midpoint and radius as decimals that enclose the number; the last digit stands at 10^place, when one is given.

    The distance of the rounded midpoint from the true one is part of the radius.
    """
    low, high = rational_bounds(number)
    true_midpoint, true_radius = (low + high) * _HALF, (high - low) * _HALF
    fixed = place is not None
    if place is None:
        place = decimals.decimal_exponent(true_radius) - digits + 1
        if true_midpoint != 0:
            leading = decimals.decimal_exponent(rational.magnitude(true_midpoint))
            place = max(place, leading - FULL_DECIMAL + 1)
    while True:
        scale = integers.power(10, abs(place))
        below, middle, above = (
            rational.multiply(bound, scale) if place <= 0 else rational.divide(bound, scale)
            for bound in (low, true_midpoint, high)
        )
        nearest = rational.floor(middle + _HALF)
        distance = -min(rational.floor(below - nearest), rational.floor(nearest - above))
        if fixed or distance < 10**digits:
            break
        place += 1
    return " ± ".join(_scaled_text(part, place, settings, notation) for part in (nearest, distance))


def _scaled_text(number: int, place: int, settings: Settings, notation: Notation) -> str:
    """number * 10^place."""
    if number == 0:
        return "0"
    text = integers.to_text(abs(number))
    return _text(Digits(number < 0, text, len(text) + place, True), settings, notation)


def _text(digits: Digits, settings: Settings, notation: Notation) -> str:
    if notation.style not in _EXPONENTIAL:
        return decimal_text(digits, settings.grouping)
    return ("-" if digits.negative else "") + exponent_text(digits, _EXPONENTIAL[notation.style])
