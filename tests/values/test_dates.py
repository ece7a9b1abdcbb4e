"""Dates against Python's `datetime` and `zoneinfo`, and against what a calendar promises."""

from __future__ import annotations

import datetime
import zoneinfo
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc_repl import Calculator
from calc_repl.errors import DomainError, Postponed
from calc_repl.modules.python_calls import Host
from calc_repl.modules.python_dates import from_python, to_python
from calc_repl.units import table
from calc_repl.values import calendar, dates
from calc_repl.values.date_texts import exact_text, read
from calc_repl.values.dates import Date, DateTime, Time
from calc_repl.values.kinds import Shown
from calc_repl.values.quantities import Quantity, in_units, of_unit
from calc_repl.values.rational import fraction, from_fraction
from calc_repl.values.zones import DAY, UTC, Zone, zone

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca")
needs_zones = pytest.mark.skipif(not zoneinfo.available_timezones(), reason="there is no database of time zones")

fractions = st.fractions(min_value=0, max_value=Fraction(DAY) - Fraction(1, 10**9)).map(from_fraction)
days = st.dates().map(lambda date: Date(date.toordinal()))
moments = st.builds(lambda day, seconds: DateTime(day.number * DAY + seconds), days, fractions)
fixed = st.builds(
    lambda moment, offset: DateTime(moment.seconds, Zone(offset), offset), moments, st.integers(1 - DAY, DAY - 1)
)
#: Far enough from both ends of the calendar that every zone has the same moments.
recent = st.datetimes(datetime.datetime(1850, 1, 1), datetime.datetime(2200, 1, 1))


def seconds_of(value: Any) -> Fraction:
    value = value.value if isinstance(value, Shown) else value
    return Fraction(fraction(in_units(value, ((dates._SECOND, 1),))))


def time(amount: Any, name: str) -> Quantity:
    unit = table.find(name)
    assert unit is not None
    found = of_unit(unit) * amount
    assert isinstance(found, Quantity)
    return found


def python(moment: DateTime) -> datetime.datetime:
    found = to_python(moment)
    assert isinstance(found, datetime.datetime)
    return found


# The calendar


@given(st.dates())
def test_days_are_those_of_python(date: datetime.date) -> None:
    number = date.toordinal()
    assert calendar.day_number(date.year, date.month, date.day) == number
    assert calendar.year_month_day(number) == (date.year, date.month, date.day)
    assert calendar.weekday(number) == date.isoweekday()
    assert calendar.week(number) == date.isocalendar().week


def test_every_day_follows_the_one_before() -> None:
    for number in range(calendar.day_number(1899, 12, 28), calendar.day_number(2001, 1, 3)):
        date = datetime.date.fromordinal(number)
        assert calendar.year_month_day(number) == (date.year, date.month, date.day)
    assert calendar.year_month_day(calendar.LAST_DAY + 1) == (10_000, 1, 1)


@pytest.mark.parametrize("name", [*dates._MONTHS, *dates._CALENDAR_DAYS, "day", "days", "h", "min", "s"])
def test_units_of_time_are_those_of_the_table(name: str) -> None:
    found = table.find(name)
    assert found is not None
    worth = dates._MONTHS.get(name, 0) * Fraction("30.4375") or dates._CALENDAR_DAYS.get(name)
    seconds = {"h": 3600, "min": 60, "s": 1}.get(name)
    assert Fraction(fraction(found.scale)) == (worth * DAY if worth else seconds)


# Differences and sums


@given(st.datetimes(), st.datetimes())
def test_differences_are_those_of_python(one: datetime.datetime, other: datetime.datetime) -> None:
    values = [from_python(each, None, Host()) for each in (one, other)]
    micros = (other - one) // datetime.timedelta(microseconds=1)
    assert seconds_of(dates.subtract(values[1], values[0])) == Fraction(micros, 10**6)
    assert dates.compare(*values) == (one > other) - (one < other)


@given(st.dates(), st.dates())
def test_differences_of_dates_are_whole_days(one: datetime.date, other: datetime.date) -> None:
    difference = dates.subtract(Date(other.toordinal()), Date(one.toordinal()))
    assert (difference.magnitude, difference.factors[0][0].scale) == ((other - one).days, DAY)


@given(st.one_of(days, moments, fixed), st.one_of(days, moments, fixed))
def test_a_difference_leads_from_one_to_the_other(one: Any, other: Any) -> None:
    assume(dates._has_zone(one) == dates._has_zone(other))
    step = dates.subtract(other, one)
    step = step.value if isinstance(step, Shown) else step
    assert dates.add(one, step) == other
    assert dates.subtract(other, step) == one


@given(fractions, st.fractions(-(10**6), 10**6).map(from_fraction))
def test_times_of_day_go_round_the_clock(seconds: Any, step: Any) -> None:
    result = dates.add(Time(seconds), time(step, "s"))
    assert 0 <= result.seconds < DAY
    assert result.seconds + result.days * DAY == seconds + step


# Months


@given(days, st.integers(-600, 600))
def test_months_lead_to_the_same_day_or_the_last_one(day: Date, count: int) -> None:
    year, month, of_month = calendar.year_month_day(day.number)
    months = 12 * year + month - 1 + count
    assume(12 <= months < 12 * 10_000)
    later_year, later_month, later_day = calendar.year_month_day(dates.add(day, time(count, "months")).number)
    assert 12 * later_year + later_month - 1 == months
    assert later_day == min(of_month, calendar.days_in_month(later_year, later_month))


@given(days, days)
def test_months_between_are_the_most_that_fit(one: Date, other: Date) -> None:
    first, last = sorted((one, other), key=lambda day: day.number)
    count = dates.months_between(first, last)
    assert dates.add(first, time(count, "months")).number <= last.number
    assert dates.months_between(last, first) == -count
    if last.number < calendar.LAST_DAY - 31:
        assert dates.add(first, time(count + 1, "months")).number > last.number


@given(days, st.integers(-30, 30))
def test_years_are_twelve_months(day: Date, count: int) -> None:
    assume(31 <= calendar.year_month_day(day.number)[0] <= 9969)
    assert dates.add(day, time(count, "years")) == dates.add(day, time(12 * count, "months"))


# Texts


@given(st.one_of(days, moments, fixed, st.builds(Time, fractions)))
def test_what_is_written_means_the_same(value: Any) -> None:
    answer = Calculator().evaluate(exact_text(value))
    assert type(answer.value) is type(value)
    assert answer.value == value
    assert answer.exact == exact_text(value)
    assert answer.kind == "date"


@given(st.datetimes(timezones=st.none() | st.timezones()))
@needs_zones
def test_texts_are_those_of_python(moment: datetime.datetime) -> None:
    assume(10 < moment.year < 9990)
    read_back = datetime.datetime.fromisoformat(exact_text(from_python(moment, None, Host())).partition("[")[0])
    assert read_back.replace(tzinfo=None) == moment.replace(tzinfo=None)
    assert read_back.utcoffset() == moment.utcoffset()


@given(st.text("0123456789-:.TZ+[]/aEp m", max_size=25))
def test_any_text_is_a_date_or_an_error(text: str) -> None:
    try:
        value = read(text)
    except DomainError:
        return
    assert read(exact_text(value)) == value


# Zones


@needs_zones
@given(recent, st.sampled_from(ZONES))
def test_zones_show_what_those_of_python_show(moment: datetime.datetime, name: str) -> None:
    value = from_python(moment.replace(tzinfo=datetime.UTC), None, Host())
    shown = dates.in_zone(value, name)
    expected = moment.replace(tzinfo=datetime.UTC).astimezone(zoneinfo.ZoneInfo(name))
    assert python(shown) == expected
    assert (python(shown).replace(tzinfo=None), python(shown).fold) == (expected.replace(tzinfo=None), expected.fold)
    assert shown == value
    assert read(exact_text(shown)).seconds == shown.seconds


@needs_zones
@given(recent, st.sampled_from(ZONES))
def test_local_times_are_the_first_of_two_and_later_where_skipped(moment: datetime.datetime, name: str) -> None:
    local = from_python(moment, None, Host())
    value = dates.with_zone(local, name)
    expected = moment.replace(tzinfo=zoneinfo.ZoneInfo(name)).astimezone(datetime.UTC)  # fold is 0
    assert python(dates.at_utc(value.utc, UTC)) == expected


@needs_zones
@given(recent, st.sampled_from(ZONES), st.integers(-1000, 1000))
def test_days_in_a_zone_keep_the_clock_and_hours_pass(moment: datetime.datetime, name: str, count: int) -> None:
    value = dates.with_zone(from_python(moment, None, Host()), name)
    by_days = dates.add(value, time(count, "days"))
    wall = python(value).replace(tzinfo=None) + datetime.timedelta(days=count)
    gap = python(by_days).replace(tzinfo=None) - wall
    assert datetime.timedelta(0) <= gap <= datetime.timedelta(hours=1)
    if gap:  # only what the clocks skip is moved
        there = zoneinfo.ZoneInfo(name)
        back = wall.replace(tzinfo=there).astimezone(datetime.UTC).astimezone(there).replace(tzinfo=None)
        assert back != wall
    by_hours = dates.add(value, time(24 * count, "h"))
    assert seconds_of(dates.subtract(by_hours, value)) == count * DAY
    assert dates.add(value, time(0, "days")).offset == value.offset


@needs_zones
def test_a_day_can_have_23_or_25_hours() -> None:
    for day, hours in (("2024-03-30", 23), ("2024-10-26", 25), ("2024-07-01", 24)):
        start = read(f"{day}T12:00[Europe/Berlin]")
        assert seconds_of(dates.subtract(dates.add(start, time(1, "day")), start)) == hours * 3600


def test_a_missing_database_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", nothing)
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    with pytest.raises(DomainError, match="There is no database of time zones on this system") as caught:
        zone("Europe/Berlin")
    assert caught.value.hint == "pip install tzdata brings one"


@pytest.mark.parametrize("name", ["", ".", "/", "Europe", "Europe/", "../x", "a\0b", "x" * 10**6, "/etc/passwd", "é"])
def test_odd_names_are_no_zones(name: str) -> None:
    with pytest.raises(DomainError, match="There is no "):
        zone(name)


# Python


@given(st.one_of(st.dates(), st.times(), st.datetimes(timezones=st.none() | st.just(datetime.UTC))))
def test_python_gets_back_what_it_gave(value: Any) -> None:
    plain = from_python(value, None, Host())
    assert to_python(plain) == value
    assert type(to_python(plain)) is type(value)


# In a session


def test_now_is_now_and_not_tried_out() -> None:
    calculator = Calculator()
    for line in ("now()", "today()", "now() + 1 h", 'today("UTC") - 2024-01-01'):
        with pytest.raises(Postponed):
            calculator.preview(line)
    before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    moment = calculator.evaluate('now("UTC")').value
    assert before <= python(moment) <= datetime.datetime.now(datetime.UTC)
    assert calculator.evaluate('now("local") - now("UTC") < 1 min').value is True
    assert calculator.evaluate("2024-02-28 + 1 day").text == "2024-02-29"
    tried = calculator.preview("2024-02-28 + 1 day")
    assert tried is not None
    assert tried.text == "2024-02-29"


def test_a_terminal_tells_the_day_of_the_week() -> None:
    calculator = Calculator()
    assert calculator.evaluate("2024-02-29").fragments[-1] == ("class:note", "   (Thursday)")
    assert calculator.evaluate("10:30").fragments[-1] == ("class:answer", "10:30")
    assert calculator.evaluate("23:00 + 2 h").fragments[-1] == ("class:note", "   (the next day)")


def test_a_rounded_second_says_so() -> None:
    answer = Calculator().evaluate("2024-12-31T23:59:59Z + (1 - 1/(3*10^20)) s")
    assert answer.is_rounded
    assert answer.approx == "2025-01-01T00:00:00.000000000000Z"
    assert answer.exact is not None
    assert Calculator().evaluate(answer.exact).value == answer.value


def test_equal_dates_have_equal_hashes() -> None:
    for one, other in (
        ("2024-02-28", "2024-02-28T00:00"),
        ("2024-02-28T14:00Z", "2024-02-28T15:30+01:30"),
    ):
        assert read(one) == read(other)
        assert hash(read(one)) == hash(read(other))
