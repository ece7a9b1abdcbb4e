"""Dates and times of Python as the calculator has them, and back."""

from __future__ import annotations

import datetime
import sys

from calc_repl.errors import KindError
from calc_repl.modules.python_calls import run
from calc_repl.values.dates import Date, DateTime, Time
from calc_repl.values.rational import floor, multiply, ratio
from calc_repl.values.zones import DAY, Zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.modules.python_calls import Host
    from calc_repl.values.rational import Number

_MICRO = 10**6


def from_python(value: Any, origin: Any, host: Host) -> Any:
    """The value of a date, time or both, which knows the object it comes from.

    None for anything else, among it what may tell more than these do: objects
    of classes made of them, and times of day with a zone.
    """
    if type(value) is datetime.date:
        return Date(value.toordinal(), origin)
    if type(value) is datetime.time and value.tzinfo is None:
        return Time(_of_day(value), origin=origin)
    if type(value) is not datetime.datetime:
        return None
    seconds = value.toordinal() * DAY + _of_day(value)
    ahead = run(host, value.utcoffset)
    if ahead is None:
        return DateTime(seconds, origin=origin)
    if ahead.microseconds:
        return None
    offset = ahead.days * DAY + ahead.seconds
    zoneinfo, rules = sys.modules.get("zoneinfo"), value.tzinfo
    if zoneinfo is not None and isinstance(rules, zoneinfo.ZoneInfo) and rules.key:
        return DateTime(seconds, Zone(None, rules.key, rules), offset, origin)
    return DateTime(seconds, Zone(offset), offset, origin)


def to_python(value: Any) -> Any:
    """A date or time as Python has it. Raises KindError for one with more than microseconds."""
    if value.origin is not None:
        return value.origin.thing
    if isinstance(value, Date):
        return datetime.date.fromordinal(value.number)
    micros = multiply(value.seconds, _MICRO)
    if not isinstance(micros, int):
        raise KindError("The times of Python have no less than microseconds.", hint="round the seconds first")
    whole = floor(value.seconds)
    number, rest = divmod(whole, DAY)
    time = datetime.time(rest // 3600, rest // 60 % 60, rest % 60, micros % _MICRO)
    if isinstance(value, Time):
        return time
    moment = datetime.datetime.combine(datetime.date.fromordinal(number), time)
    if value.zone is None:
        return moment
    ahead = datetime.timedelta(seconds=value.offset)
    if value.zone.rules is None:
        return moment.replace(tzinfo=datetime.timezone(ahead))
    moment = moment.replace(tzinfo=value.zone.rules)
    return moment if moment.utcoffset() == ahead else moment.replace(fold=1)


def _of_day(time: datetime.time | datetime.datetime) -> Number:
    return time.hour * 3600 + time.minute * 60 + time.second + ratio(time.microsecond, _MICRO)
