"""Time zones: how far their clocks are ahead of UTC, and since when.

Times are whole or fractional seconds since the day before 0001-01-01. The
rules of named zones come from the database of the system, through `zoneinfo`,
which is loaded when a name is first asked for.
"""

from __future__ import annotations

import re

from calc_repl.errors import DomainError
from calc_repl.values import rational
from calc_repl.values.calendar import LAST_DAY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any

    from calc_repl.values.rational import Number

DAY = 86_400
_OFFSET = re.compile(r"([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_LONGEST_NAME = 40


class Zone:
    """A fixed distance from UTC in seconds, or a named zone with rules, which has None for it.

    With neither it is the zone this computer is set to.
    """

    __slots__ = ("fixed", "name", "rules")

    def __init__(self, fixed: int | None, name: str | None = None, rules: datetime.tzinfo | None = None) -> None:
        self.fixed = fixed
        self.name = name
        self.rules = rules

    def offset_at(self, utc: Number) -> int:
        """How many seconds its clocks are ahead of UTC at a time. Raises DomainError outside the years 1 to 9999."""
        if self.fixed is not None:
            return self.fixed
        import datetime

        try:
            return _seconds(_python_time(utc).replace(tzinfo=datetime.UTC).astimezone(self.rules))
        except (OverflowError, OSError, ValueError):
            raise out_of_range() from None

    def settled(self, local: Number, preferred: int | None = None) -> tuple[Number, int]:
        """The time when its clocks show a local time, as a local time with its offset.

        A time they show twice is the first of the two, unless the other has the
        offset that is `preferred`; one they skip is as much later as they skip.
        """
        if self.fixed is not None:
            return local, self.fixed
        if preferred is not None and self.offset_at(local - preferred) == preferred:
            return local, preferred
        shown = _python_time(local)
        utc = local - _seconds(shown.replace(tzinfo=self.rules) if self.rules else shown.astimezone())
        offset = self.offset_at(utc)
        return utc + offset, offset


UTC = Zone(0)


def zone(name: str) -> Zone:
    """The zone of a name of the database, `UTC`, `Z`, `local`, or an offset such as `+02:00`. Raises DomainError."""
    if name in ("UTC", "Z"):
        return UTC
    if name == "local":
        return Zone(None)
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        return Zone(offset_of(name))
    import zoneinfo

    try:
        return Zone(None, name, zoneinfo.ZoneInfo(name))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise _unknown(name) from None


def offset_of(text: str) -> int:
    """The seconds an offset such as `+02:00` stands for. Raises DomainError."""
    sign, hours, minutes, seconds = _OFFSET.fullmatch(text).groups()  # type: ignore[union-attr]
    if int(hours) > 23 or int(minutes) > 59 or int(seconds or 0) > 59:
        raise DomainError(f"{text} is no distance from UTC.", hint="it goes from -23:59 to +23:59")
    size = int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)
    return -size if sign == "-" else size


def offset_text(offset: int) -> str:
    """An offset as it is written: `+02:00`."""
    minutes, seconds = divmod(abs(offset), 60)
    text = f"{'-' if offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


def out_of_range() -> DomainError:
    """The error for a date there is none for."""
    return DomainError("Dates reach from the year 1 to the year 9999.")


def _python_time(seconds: Number) -> datetime.datetime:
    import datetime

    number, rest = divmod(rational.floor(seconds), DAY)
    if not 1 <= number <= LAST_DAY:
        raise out_of_range()
    return datetime.datetime.fromordinal(number).replace(hour=rest // 3600, minute=rest // 60 % 60, second=rest % 60)


def _seconds(time: datetime.datetime) -> int:
    offset: Any = time.utcoffset()
    return int(offset.days) * DAY + int(offset.seconds)


def _unknown(name: str) -> DomainError:
    if len(name) > _LONGEST_NAME:
        return DomainError(f"There is no time zone {name[:_LONGEST_NAME]}….")
    import difflib
    import zoneinfo

    known = sorted(zoneinfo.available_timezones())
    if not known:
        return DomainError("There is no database of time zones on this system.", hint="pip install tzdata brings one")
    wanted = name.casefold().replace(" ", "_")
    same = [each for each in known if wanted in (each.casefold(), each.casefold().rpartition("/")[2])]
    near = same or difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else "as in Europe/Berlin, UTC or +02:00"
    return DomainError(f"There is no time zone {name}.", hint=hint)
