"""Dates, times of day and time zones."""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.operations.declaration import operation
from calc_repl.values import calendar, dates, rational
from calc_repl.values.dates import Date as Day
from calc_repl.values.dates import DateTime as Moment
from calc_repl.values.dates import Time
from calc_repl.values.zones import DAY, UTC, out_of_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Date, DateTime, Fraction, Text, TimeOfDay, Value, Whole

#: The number of the day 1970-01-01, from which Unix counts seconds.
_UNIX_DAY = 719_163


@operation("date")
def make_date(
    year: Whole, month: Whole, day: Whole, hour: Whole | None = None, minute: Whole = 0, second: Fraction = 0
) -> Date:
    """The date of a year, month and day, with the time of day if an hour is given.

    > date(2024, 2, 29)
    2024-02-29
    > date(2024, 2, 29, 14, 30)
    2024-02-29T14:30
    """
    date = dates.date_of(year, month, day)
    if hour is None:
        return date
    return Moment(date.number * DAY + dates.seconds_of_day(hour, minute, second))


@operation(pure=False)
def today(zone: Text | None = None) -> Date:
    """The date of today, here or in a time zone.

    > today() > 2024-01-01
    true
    """
    return Day(_now(zone).number)


@operation(pure=False)
def now(zone: Text | None = None) -> DateTime:
    """The date and time of day, to the second: what the clocks here show, or those of a time zone.

    Only with a zone is it a moment that other zones can show; `now("local")` is that of here.

    > now("Asia/Tokyo") > 2024-01-01T00:00Z
    true
    """
    return _now(zone)


@operation()
def read_date(text: Text) -> Date:
    """The date, the time of day, or both, that a text says.

    > read_date("2024-02-28") + 1 week
    2024-03-06
    """
    from calc_repl.values.date_texts import read

    return read(text.strip())


@operation("date_of")
def only_date(moment: Date) -> Date:
    """The date without the time of day.

    > date_of(2024-02-28T14:30)
    2024-02-28
    """
    return Day(moment.number)


@operation("time_of")
def only_time(moment: TimeOfDay) -> TimeOfDay:
    """The time of day without the date.

    > time_of(2024-02-28T14:30)
    14:30
    """
    return Time(_of_day(moment))


@operation()
def with_zone(moment: DateTime, zone: Text) -> DateTime:
    """The moment when the clocks of a time zone show a date and time.

    > with_zone(2024-07-01T09:00, "Asia/Tokyo")
    2024-07-01T09:00+09:00[Asia/Tokyo]
    """
    return dates.with_zone(moment, zone)


@operation()
def year_of(date: Date) -> Whole:
    """The year of a date.

    > year_of(2024-02-28)
    2024
    """
    return _parts(date)[0]


@operation()
def month_of(date: Date) -> Whole:
    """The month of a date, from 1 to 12.

    > month_of(2024-02-28)
    2
    """
    return _parts(date)[1]


@operation()
def day_of(date: Date) -> Whole:
    """The day of the month of a date.

    > day_of(2024-02-28)
    28
    """
    return _parts(date)[2]


@operation()
def hour_of(time: TimeOfDay) -> Whole:
    """The hour of a time of day, from 0 to 23.

    > hour_of(3:30 pm)
    15
    """
    return rational.floor(_of_day(time)) // 3600


@operation()
def minute_of(time: TimeOfDay) -> Whole:
    """The minute of a time of day, from 0 to 59.

    > minute_of(3:30 pm)
    30
    """
    return rational.floor(_of_day(time)) // 60 % 60


@operation()
def second_of(time: TimeOfDay) -> Fraction:
    """The second of a time of day with its fraction, from 0 to below 60.

    > second_of(10:30:15.25)
    61/4 = 15.25
    """
    seconds = _of_day(time)
    return seconds - rational.floor(seconds) // 60 * 60


@operation()
def weekday(date: Date) -> Text:
    """The name of the day of the week.

    > weekday(2024-02-29)
    "Thursday"
    """
    return calendar.WEEKDAYS[calendar.weekday(date.number) - 1]


@operation()
def weekday_number(date: Date) -> Whole:
    """The day of the week as a number, from 1 for a Monday to 7 for a Sunday.

    > weekday_number(2024-02-29)
    4
    """
    return calendar.weekday(date.number)


@operation()
def week_of(date: Date) -> Whole:
    """The week of the year by ISO 8601: weeks begin on a Monday and belong to the year of their Thursday.

    > week_of(2024-12-30)
    1
    """
    return calendar.week(date.number)


@operation()
def day_of_year(date: Date) -> Whole:
    """Which day of its year a date is, counted from 1.

    > day_of_year(2024-12-31)
    366
    """
    return date.number - calendar.day_number(_parts(date)[0], 1, 1) + 1  # type: ignore[no-any-return]


@operation()
def days_in_month(date: Date) -> Whole:
    """How many days the month of a date has.

    > days_in_month(2024-02-01)
    29
    """
    year, month, _ = _parts(date)
    return calendar.days_in_month(year, month)


@operation()
def is_leap_year(year: Whole) -> bool:
    """Whether a year has a 29th of February.

    > is_leap_year(1900)
    false
    """
    return calendar.is_leap_year(year)


@operation()
def unix(seconds: Fraction) -> DateTime:
    """The moment so many seconds after 1970 began in UTC.

    > unix(1709128800)
    2024-02-28T14:00Z
    """
    return dates.at_utc(seconds + _UNIX_DAY * DAY, UTC)


@operation()
def unix_time(moment: DateTime) -> Fraction:
    """The seconds from the beginning of 1970 in UTC to a moment.

    > 2024-02-28T14:00Z to unix_time
    1709128800
    """
    return dates.utc_of(moment) - _UNIX_DAY * DAY


@operation()
def months_between(first: Date, last: Date) -> Whole:
    """The whole months from one date to another.

    > months_between(2024-01-31, 2024-03-30)
    1
    """
    return dates.months_between(first, last)


@operation()
def years_between(first: Date, last: Date) -> Whole:
    """The whole years from one date to another, as ages are told.

    > years_between(1990-05-17, 2024-02-28)
    33
    """
    months = dates.months_between(first, last)
    return months // 12 if months >= 0 else -(-months // 12)


@operation()
def workdays(first: Date, last: Date) -> Whole:
    """The days from Monday to Friday between two dates, both of them counted.

    > workdays(2024-02-26, 2024-03-04)
    6
    """
    if first.number > last.number:
        raise DomainError("workdays needs the earlier date first.", argument=1)
    # Day 1 is a Monday, so the Mondays to Fridays up to a day are those of whole weeks and of the last one.
    return _workdays_to(last.number) - _workdays_to(first.number - 1)


@operation("easter")
def easter_sunday(year: Whole) -> Date:
    """The date of Easter Sunday in a year of the Gregorian calendar.

    > easter(2024)
    2024-03-31
    """
    if not calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR:
        raise out_of_range()
    return Day(calendar.easter(year))


def _now(zone: str | None) -> Moment:
    from time import time_ns

    seconds = time_ns() // 10**9 + _UNIX_DAY * DAY
    moment = dates.in_zone(dates.at_utc(seconds, UTC), zone or "local")
    return Moment(moment.seconds) if zone is None else moment


def _parts(date: Value) -> tuple[int, int, int]:
    return calendar.year_month_day(date.number)


def _of_day(time: Value) -> Fraction:
    return time.seconds - time.number * DAY if time.has_date else time.seconds  # type: ignore[no-any-return]


def _workdays_to(number: int) -> int:
    weeks, days = divmod(number, 7)
    return 5 * weeks + min(days, 5)
