"""The Gregorian calendar, also for the time before it was in use. 0001-01-01, a Monday, is day 1.

Source: N. Dershowitz and E. M. Reingold, Calendrical Calculations.
"""

from __future__ import annotations

FIRST_YEAR, LAST_YEAR = 1, 9999
#: The number of the last day of LAST_YEAR.
LAST_DAY = 3_652_059

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Days in 400, 100, 4 and 1 years, leap days that every so many years bring included.
_CYCLES = ((400, 146_097), (100, 36_524), (4, 1_461), (1, 365))


def is_leap_year(year: int) -> bool:
    """Whether a year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has; months are counted from 1."""
    return 29 if month == 2 and is_leap_year(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day."""
    before = year - 1
    months = sum(days_in_month(year, earlier) for earlier in range(1, month))
    return 365 * before + before // 4 - before // 100 + before // 400 + months + day


def year_month_day(number: int) -> tuple[int, int, int]:
    """The year, month and day of the day with a number."""
    year, rest = 1, number - 1
    for years, days in _CYCLES:
        # The last of four centuries, and of four years, has one day more than the others.
        count = rest // days if years in (400, 4) else min(rest // days, 3)
        year += count * years
        rest -= count * days
    month = 1
    while rest >= days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest + 1


def weekday(number: int) -> int:
    """The day of the week, from 1 for a Monday to 7 for a Sunday."""
    return (number - 1) % 7 + 1


def week(number: int) -> int:
    """The week of the year by ISO 8601: weeks begin on a Monday and belong to the year of their Thursday."""
    thursday = number + 4 - weekday(number)
    year, _, _ = year_month_day(thursday)
    return (thursday - day_number(year, 1, 1)) // 7 + 1


def easter(year: int) -> int:
    """The number of Easter Sunday. Source: J. Meeus, Astronomical Algorithms, chapter 8."""
    moon = year % 19
    century, rest = divmod(year, 100)
    leaps, late = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    age = (19 * moon + century - leaps - correction + 15) % 30
    to_sunday = (32 + 2 * late + 2 * (rest // 4) - age - rest % 4) % 7
    shift = (moon + 11 * age + 22 * to_sunday) // 451
    month, day = divmod(age + to_sunday - 7 * shift + 114, 31)
    return day_number(year, month, day + 1)
