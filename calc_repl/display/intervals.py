"""Uncertain numbers as text: `5 ± 0.1`.

An exact text reads back to the same bounds. A rounded one is rounded outwards:
the bounds it shows enclose the exact ones.
"""

from __future__ import annotations

from calc_repl.display.numbers import FULL_DECIMAL, Written, decimal_text, exact_text, write_number
from calc_repl.errors import KindError, LimitError
from calc_repl.values import decimals, integers, rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.deciding import recognised
from calc_repl.values.decimals import Digits
from calc_repl.values.intervals import Interval, midpoint, radius, rational_bounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Notation

#: An exact text of more characters is left out where a rounded one stands.
LONGEST_EXACT = 80
#: Significant digits of a rounded radius; the midpoint is rounded to the same place.
RADIUS_DIGITS = 2
_HALF = rational.Rational(1, 2)


def write_interval(number: Any, settings: Settings, notation: Notation | None) -> Written:
    """An uncertain number in a notation: exact where that is short, and rounded outwards.

    Raises KindError for a notation that only single numbers have, LimitError.
    """
    number = Interval(recognised(number.low), recognised(number.high))
    style = "full" if notation is None else notation.style
    if style not in ("full", "decimal", "digits", "places"):
        raise KindError(
            "An uncertain number cannot be shown in this format.", hint="convert its midpoint and radius instead"
        )
    if notation is not None and notation.places is not None:
        return Written(None, _outward_text(number, settings, RADIUS_DIGITS, -notation.places), True)
    asked = None if notation is None else notation.digits
    exact, is_decimal = _plus_minus(number, settings, asked or FULL_DECIMAL)
    if is_decimal:
        return Written(exact, None, False)
    if style == "full":
        exact = exact or _call(number)
    else:
        exact = None
    try:
        return Written(exact, _outward_text(number, settings, asked or RADIUS_DIGITS), True)
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


def _call(number: Interval) -> str | None:
    """`interval(low, high)` where both have a short exact text."""
    low, high = exact_text(number.low), exact_text(number.high)
    if low is None or high is None:
        return None
    text = f"interval({low}, {high})"
    return text if len(text) <= LONGEST_EXACT else None


def _outward_text(number: Interval, settings: Settings, digits: int, place: int | None = None) -> str:
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
    return " ± ".join(_scaled_text(part, place, settings) for part in (nearest, distance))


def _scaled_text(number: int, place: int, settings: Settings) -> str:
    """number * 10^place."""
    if number == 0:
        return "0"
    text = integers.to_text(abs(number))
    return decimal_text(Digits(number < 0, text, len(text) + place, True), settings.grouping)
