"""Dates and times as text."""

from __future__ import annotations

from calc_repl.display.numbers import Written
from calc_repl.values import calendar
from calc_repl.values.date_texts import exact_text, rounded_text
from calc_repl.values.dates import Time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.settings import Settings

#: Midnights passed are counted up to so many.
_MOST_DAYS = 10**12


def write_date(value: Any, settings: Settings) -> Written:
    """A date or time as it would be typed; where its seconds have no end, rounded to the set digits beside that."""
    decimal = rounded_text(value, settings.digits)
    note = _midnights(value.days) if isinstance(value, Time) and value.days else None
    return Written(exact_text(value), decimal, decimal is not None, note)


def weekday_text(value: Any) -> str | None:
    """The day of the week, or None for a time of day."""
    return calendar.WEEKDAYS[calendar.weekday(value.number) - 1] if value.has_date else None


def _midnights(days: int) -> str:
    if abs(days) == 1:
        return "the next day" if days > 0 else "the day before"
    count = f"{abs(days)} days" if abs(days) < _MOST_DAYS else "many days"
    return f"{count} {'later' if days > 0 else 'before'}"
