"""Dates and times as text: ISO 8601, with the name of a zone in brackets as in RFC 9557.

What is read: `2024-02-28`, `10:30`, `10:30:15.5`, `3:30 pm`, both together with
a T or a space between, and behind them `Z`, `+02:00` or `[Europe/Berlin]`.
"""

from __future__ import annotations

import re

from calc_repl.errors import DomainError
from calc_repl.values import calendar, decimals, integers, rational
from calc_repl.values.dates import Date, DateTime, Time, at_local, at_utc, date_of, seconds_of_day
from calc_repl.values.rational import ratio
from calc_repl.values.zones import DAY, Zone, offset_of, offset_text, zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.rational import Number

_FORM = re.compile(
    r"(?:([0-9]{4})-([0-9]{2})-([0-9]{2}))?"
    r"(?:(?:(?<=[0-9])[T ]|(?<![0-9]))([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}(?:\.[0-9]+)?))?"
    r"(?:[ \t]*([ap]m))?(Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?:\[([\w+/.-]+)\])?)?"
)
_LONGEST_SHOWN = 40
#: The decimals of a second are written up to so many digits if they end; a longer fraction stands behind a plus.
_MOST_DECIMALS = 1_000


def read(text: str) -> Any:
    """The date, time of day, or both, that a text says. Raises DomainError."""
    found = _FORM.fullmatch(text)
    if found is None or not text:
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        raise DomainError(f'"{shown}" is no date.', hint="dates are written 2024-02-28, 10:30 or 2024-02-28T10:30Z")
    year, month, day, hour, minute, second, half, offset, name = found.groups()
    date = None if year is None else date_of(int(year), int(month), int(day))
    if hour is None:
        return date
    seconds = seconds_of_day(_hour(int(hour), half), int(minute), _second(second or "0"))
    if date is None:
        if offset or name:
            raise DomainError("A time of day without a date has no time zone.")
        return Time(seconds)
    local = date.number * DAY + seconds
    if name is None:
        return DateTime(local) if offset is None else at_local(local, _fixed(offset))
    if offset is None:
        return at_local(local, zone(name))
    moment = at_utc(local - _ahead(offset), zone(name))
    if moment.seconds != local:
        there = offset_text(moment.offset)
        raise DomainError(f"In {name} the clocks were not at {offset} then but at {there}.")
    return moment


def exact_text(value: Any) -> str:
    """A date or time as it would be typed; a fraction of a second without an end stands behind a plus."""
    if isinstance(value, Date):
        return _date_text(value.number)
    whole = rational.floor(value.seconds)
    rest = value.seconds - whole
    digits = _decimals(rest)
    if digits is not None:
        return _text(value, whole, digits)
    numerator, denominator = integers.to_text(rest.numerator), integers.to_text(rest.denominator)
    return f"{_text(value, whole, '')} + {numerator}/{denominator} s"


def rounded_text(value: Any, places: int) -> str | None:
    """A time with its seconds rounded to so many decimals, or None where `exact_text` has all there are."""
    if isinstance(value, Date) or _decimals(value.seconds - rational.floor(value.seconds)) is not None:
        return None
    digits = decimals.places(value.seconds, places)
    return _text(value, integers.from_text(digits.text[: digits.point]), digits.text[digits.point :])


def _text(value: DateTime | Time, whole: int, decimals: str) -> str:
    number, rest = divmod(whole, DAY) if isinstance(value, DateTime) else (0, whole)
    text = f"{rest // 3600:02}:{rest // 60 % 60:02}"
    if rest % 60 or decimals:
        text += f":{rest % 60:02}"
    if decimals:
        text += f".{decimals}"
    if isinstance(value, Time):
        return text
    return f"{_date_text(number)}T{text}{_zone_text(value)}"


def _decimals(rest: Number) -> str | None:
    """All decimals of a number from 0 to 1, or None when there are too many."""
    digits = decimals.complete(rest, _MOST_DECIMALS) if rest else None
    if digits is None or len(digits.text) - digits.point > _MOST_DECIMALS:
        return None if rest else ""
    return digits.text.rjust(len(digits.text) - digits.point, "0")


def _date_text(number: int) -> str:
    year, month, day = calendar.year_month_day(number)
    return f"{year:04}-{month:02}-{day:02}"


def _zone_text(value: DateTime) -> str:
    if value.zone is None:
        return ""
    if value.zone.name is None:
        return offset_text(value.offset) if value.offset else "Z"
    return f"{offset_text(value.offset)}[{value.zone.name}]"


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise DomainError(f"Before {half} the hours are 1 to 12.")
    return hour % 12 + (12 if half == "pm" else 0)


def _second(text: str) -> Number:
    whole, _, fraction = text.partition(".")
    return int(whole) + ratio(integers.from_text(fraction or "0"), integers.power(10, len(fraction)))


def _ahead(offset: str) -> int:
    return 0 if offset == "Z" else offset_of(offset)


def _fixed(offset: str) -> Zone:
    return Zone(_ahead(offset))
