"""Dates, times of day, and dates with a time of day: values, their differences, and what is added to them.

Seconds are exact. A date stands for its beginning where a date with a time is
needed. Months and years are counted on the calendar, and a day that the month
they lead to does not have becomes its last; in a zone with rules, so are days
and weeks: the clock shows the same time then. Everything else is time that
passes.
"""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError
from calc_repl.values import arithmetic, calendar, rational
from calc_repl.values.arithmetic import is_date
from calc_repl.values.calendar import LAST_DAY
from calc_repl.values.dimensions import base_unit
from calc_repl.values.kinds import Notation, Shown, called
from calc_repl.values.quantities import Quantity, in_units
from calc_repl.values.units import Unit
from calc_repl.values.zones import DAY, Zone, out_of_range, zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.values.rational import Number

_TIME = (("time", 1),)
_SECOND = base_unit("time")
_MINUTE, _HOUR = Unit("min", 60, _TIME), Unit("h", 3600, _TIME)
_ONE_DAY, _DAYS = Unit("day", DAY, _TIME), Unit("days", DAY, _TIME)

#: Months in the units that are counted on a calendar.
_MONTHS = {
    **dict.fromkeys(("mo", "mos", "month", "months"), 1),
    **dict.fromkeys(("yr", "yrs", "a", "year", "years"), 12),
    **dict.fromkeys(("decade", "decades"), 120),
    **dict.fromkeys(("century", "centuries"), 1_200),
    **dict.fromkeys(("millennium", "millennia"), 12_000),
}
#: Days in the units that are counted on a calendar where there is a zone with rules.
_CALENDAR_DAYS = {
    **dict.fromkeys(("d", "day", "days"), 1),
    **dict.fromkeys(("wk", "week", "weeks"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}
_ZONE_MISSING = 'say where: with_zone(..., "Europe/Berlin"), or behind a literal Z, +02:00 or [Europe/Berlin]'


class _OnCalendar:
    """What all dates and times have: `origin` is the object of Python a value came from, if it did."""

    __slots__ = ("origin",)
    origin: Any
    kind = "date"
    has_date = has_time = True

    def member(self, name: str) -> Any:
        """An attribute of the object of Python it came from. Raises KindError where it is none of Python's."""
        if self.origin is not None:
            return self.origin.member(name)
        names = {"year", "month", "day"} if self.has_date else set()
        names |= {"hour", "minute", "second"} if self.has_time else set()
        hint = f"{name}_of(...) tells it" if name in names else None
        raise KindError(f"There is no {name} in {called(self)}.", hint=hint)

    def __eq__(self, other: object) -> bool:
        return is_date(other) and equal(self, other)

    def __hash__(self) -> int:
        return hash(_comparable(self))

    def __repr__(self) -> str:
        from calc_repl.values.date_texts import exact_text

        return f"<{type(self).__name__} {exact_text(self)}>"


class Date(_OnCalendar):
    """A day of the calendar, by its number."""

    __slots__ = ("number",)
    called = "a date"
    has_time = False

    def __init__(self, number: int, origin: Any = None) -> None:
        """Raises DomainError for a day outside the years 1 to 9999."""
        if not 1 <= number <= LAST_DAY:
            raise out_of_range()
        self.number = number
        self.origin = origin


class DateTime(_OnCalendar):
    """A day and a time of day: `seconds` since day 0 began, as the clocks show it.

    `zone` is where they do, None if that is not known; `offset` how many
    seconds they are ahead of UTC then.
    """

    __slots__ = ("offset", "seconds", "zone")
    called = "a date and time"

    def __init__(self, seconds: Number, zone: Zone | None = None, offset: int = 0, origin: Any = None) -> None:
        """Raises DomainError for a day outside the years 1 to 9999."""
        if not DAY <= seconds < (LAST_DAY + 1) * DAY:
            raise out_of_range()
        self.seconds = seconds
        self.zone = zone
        self.offset = offset
        self.origin = origin

    @property
    def number(self) -> int:
        """The number of the day."""
        return rational.floor(self.seconds) // DAY

    @property
    def utc(self) -> Number:
        """The seconds in UTC, where the zone is known."""
        return self.seconds - self.offset


class Time(_OnCalendar):
    """A time of day, in seconds. `days` tells how many midnights were passed to get there."""

    __slots__ = ("days", "seconds")
    called = "a time of day"
    has_date = False

    def __init__(self, seconds: Number, days: int = 0, origin: Any = None) -> None:
        """The seconds must be those of a day."""
        self.seconds = seconds
        self.days = days
        self.origin = origin


def date_of(year: int, month: int, day: int) -> Date:
    """The date of a year, month and day. Raises DomainError when there is none."""
    if not calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR:
        raise out_of_range()
    if not 1 <= month <= 12:
        raise DomainError(f"There is no month {_shown(month)}.")
    days = calendar.days_in_month(year, month)
    if not 1 <= day <= days:
        raise DomainError(f"{calendar.MONTHS[month - 1]} {year} has {days} days.")
    return Date(calendar.day_number(year, month, day))


def seconds_of_day(hour: int, minute: int, second: Number) -> Number:
    """A time of day in seconds. Raises DomainError when there is none."""
    if not 0 <= hour < 24:
        raise DomainError("The hours of a day are 0 to 23.", hint="midnight is 00:00 of the next day")
    if not 0 <= minute < 60:
        raise DomainError("The minutes of an hour are 0 to 59.")
    if not 0 <= second < 60:
        raise DomainError("The seconds of a minute are 0 to 59.", hint="there are no leap seconds here")
    return hour * 3600 + minute * 60 + second


def add(augend: Any, addend: Any) -> Any:
    """A date and a time that passes, in either order, or a date and a time of day. Raises KindError, DomainError."""
    at = 1
    if not is_date(augend):
        augend, addend, at = addend, augend, 0
    if not is_date(addend):
        return _moved(augend, addend, 1, at)
    day, time = (addend, augend) if isinstance(augend, Time) else (augend, addend)
    if isinstance(day, Date) and isinstance(time, Time):
        return DateTime(_beginning(day) + time.seconds)
    if day.has_date and time.has_date:
        raise KindError("Two dates cannot be added.", hint="the time between them is b - a", argument=at)
    raise KindError(
        f"A time of day cannot be added to {called(day)}.",
        hint="how long it takes is written + 2 h 30 min",
        argument=at,
    )


def subtract(minuend: Any, subtrahend: Any) -> Any:
    """The time between two dates, or a date some time before another. Raises KindError, DomainError."""
    if not is_date(minuend):
        raise _not_subtracted(minuend, subtrahend)
    if not is_date(subtrahend):
        return _moved(minuend, subtrahend, -1, 1)
    if minuend.has_date != subtrahend.has_date:
        raise _not_subtracted(minuend, subtrahend)
    return duration(-_between(minuend, subtrahend))


def compare(left: Any, right: Any) -> int:
    """-1, 0 or 1 by which comes first. Raises KindError where that cannot be told."""
    return -rational.compare(_between(left, right), 0)


def equal(left: Any, right: Any) -> bool:
    """Whether two dates are the same; what cannot be compared never is."""
    if left.has_date != right.has_date or _has_zone(left) != _has_zone(right):
        return False
    return _between(left, right) == 0


def duration(seconds: Number) -> Any:
    """A time that passes as it is told: in days if they are whole, otherwise in as many units as it needs."""
    if isinstance(seconds, int) and seconds % DAY == 0:
        return _quantity(seconds, _ONE_DAY if abs(seconds) == DAY else _DAYS)
    size = rational.magnitude(seconds)
    whole = rational.floor(size)
    counts: list[tuple[Unit, Number]] = [
        (_ONE_DAY if whole // DAY == 1 else _DAYS, whole // DAY),
        (_HOUR, whole // 3600 % 24),
        (_MINUTE, whole // 60 % 60),
        (_SECOND, size - whole // 60 * 60),
    ]
    units = [unit for unit, count in counts if count]
    if len(units) == 1:
        return _quantity(seconds, units[0])
    value = _quantity(seconds, _MINUTE if size < 3600 else _HOUR)
    return Shown(value, Notation("parts", units=tuple(((unit, 1),) for unit in units)))


def in_zone(moment: DateTime, name: str) -> DateTime:
    """The same moment on the clocks of a zone. Raises DomainError."""
    return at_utc(utc_of(moment), zone(name))


def with_zone(moment: DateTime, name: str) -> DateTime:
    """The moment when the clocks of a zone show a date and time. Raises DomainError."""
    return at_local(moment.seconds, zone(name))


def at_utc(utc: Number, at: Zone) -> DateTime:
    """The moment that a zone has at a time in UTC. Raises DomainError."""
    offset = at.offset_at(utc)
    return DateTime(utc + offset, _kept(at, offset), offset)


def at_local(seconds: Number, at: Zone, preferred: int | None = None) -> DateTime:
    """The moment when the clocks of a zone show a time, as `Zone.settled` has it. Raises DomainError."""
    local, offset = at.settled(seconds, preferred)
    return DateTime(local, _kept(at, offset), offset)


def utc_of(moment: DateTime) -> Number:
    """The seconds of a moment in UTC. Raises DomainError when its zone is not known."""
    if moment.zone is None:
        raise DomainError("This date and time has no time zone.", hint=_ZONE_MISSING, argument=0)
    return moment.utc


def months_between(first: Any, last: Any) -> int:
    """The whole months from one date to another: the most that can be added to the first one without passing it."""
    if _between(first, last) < 0:
        return -months_between(last, first)
    (from_year, from_month, _), (to_year, to_month, _) = map(_year_month_day, (first, last))
    count = 12 * (to_year - from_year) + to_month - from_month
    while count and compare(_by_months(first, count), last) > 0:
        count -= 1
    return count


def _moved(start: Any, step: Any, sign: int, argument: int) -> Any:
    """A date some time later, or earlier for the sign -1; `argument` is where the step stands."""
    to = f"{'added to' if sign > 0 else 'subtracted from'} {called(start)}"
    if not isinstance(step, Quantity) or step.dimension != _TIME:
        hint = "say of what, as in 1 day or 90 min" if arithmetic.is_rational(step) else None
        raise KindError(f"{_sentence(called(step))} cannot be {to}.", hint=hint, argument=argument)
    try:
        months = _counted(step, _MONTHS)
        if months is None:
            return _later(start, step, sign)
        if not isinstance(months, int):
            raise DomainError(
                "Only whole months are counted on a calendar.",
                hint="add the parts one by one, or convert a fraction: to days",
            )
        if isinstance(start, Time):
            raise DomainError(f"Months cannot be {to}.")
        return _by_months(start, sign * months)
    except (DomainError, KindError) as error:
        error.argument = argument
        raise


def _later(start: Any, step: Quantity, sign: int) -> Any:
    days = _counted(step, _CALENDAR_DAYS)
    if isinstance(start, DateTime) and start.zone is not None:
        if isinstance(days, int):
            return at_local(start.seconds + sign * days * DAY, start.zone, start.offset)
        return at_utc(start.utc + rational.multiply(sign, _seconds(step)), start.zone)
    seconds = rational.multiply(sign, _seconds(step))
    if isinstance(start, Time):
        days = rational.floor(start.seconds + seconds) // DAY
        return Time(start.seconds + seconds - days * DAY, days)
    if isinstance(start, Date) and isinstance(seconds, int) and seconds % DAY == 0:
        return Date(start.number + seconds // DAY)
    return DateTime(_beginning(start) + seconds)


def _by_months(start: Any, months: int) -> Any:
    year, month, day = _year_month_day(start)
    year, month = divmod(12 * year + month - 1 + months, 12)
    if not calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR:
        raise out_of_range()
    number = calendar.day_number(year, month + 1, min(day, calendar.days_in_month(year, month + 1)))
    if isinstance(start, Date):
        return Date(number)
    local = start.seconds + (number - start.number) * DAY
    return DateTime(local) if start.zone is None else at_local(local, start.zone, start.offset)


def _counted(step: Quantity, counts: dict[str, int]) -> Any:
    """How many of what a table counts a quantity is; None when its unit is not in the table."""
    (unit, exponent), *others = step.factors
    if others or exponent != 1 or unit.name not in counts:
        return None
    return arithmetic.multiply(_exact(step.magnitude), counts[unit.name])


def _seconds(step: Quantity) -> Number:
    return _exact(in_units(step, ((_SECOND, 1),)))


def _exact(number: Any) -> Number:
    """A number that is rational, as such. Raises DomainError for any other."""
    if not arithmetic.is_rational(number) and not arithmetic.is_infinite(number) and not arithmetic.is_interval(number):
        from calc_repl.values.deciding import recognised

        number = recognised(number) if getattr(number, "kind", None) == "number" else number
    if not arithmetic.is_rational(number):
        raise DomainError("A date is moved by a rational number of seconds only.", hint="round the time first")
    return number


def _not_subtracted(minuend: Any, subtrahend: Any) -> KindError:
    return KindError(f"{_sentence(called(subtrahend))} cannot be subtracted from {called(minuend)}.", argument=1)


def _between(first: Any, last: Any) -> Number:
    """The seconds from one date to another. Raises KindError where they do not go together."""
    if first.has_date != last.has_date:
        raise KindError(f"{_sentence(called(first))} cannot be compared with {called(last)}.", argument=1)
    if _has_zone(first) != _has_zone(last):
        raise KindError("Only one of these has a time zone.", hint=_ZONE_MISSING, argument=int(_has_zone(first)))
    return _comparable(last) - _comparable(first)


def _comparable(value: Any) -> Number:
    if isinstance(value, DateTime):
        return value.utc
    return _beginning(value)


def _beginning(value: Any) -> Number:
    return value.number * DAY if isinstance(value, Date) else value.seconds


def _has_zone(value: Any) -> bool:
    return isinstance(value, DateTime) and value.zone is not None


def _kept(at: Zone, offset: int) -> Zone:
    """A zone as a value keeps it: what this computer is set to is only known as an offset."""
    return Zone(offset) if at.fixed is None and at.name is None else at


def _year_month_day(value: Any) -> tuple[int, int, int]:
    return calendar.year_month_day(value.number)


def _quantity(seconds: Number, unit: Unit) -> Quantity:
    return Quantity(rational.divide(seconds, unit.scale), ((unit, 1),), _TIME)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _shown(number: int) -> str:
    """A whole number in a message, cut where it is long."""
    from calc_repl.values import integers

    text = integers.to_text(number)
    return text if len(text) <= 20 else text[:20] + "…"
