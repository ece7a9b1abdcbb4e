"""Modules of Python itself and of other people: they get and give Python's plain values."""

from __future__ import annotations

import sys
from importlib import import_module

from calc_repl.modules.border import Border
from calc_repl.modules.entry_points import python_has
from calc_repl.modules.python_calls import Host, run
from calc_repl.modules.python_files import PythonNames, root_of
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from calc_repl.modules.registry import Registry

#: What of the modules and classes for dates and times can be reached: they calculate and write, and touch nothing.
_DATES = frozenset(
    """
    MAXYEAR MINYEAR UTC date datetime time timedelta timezone
    day fold hour max microsecond microseconds min minute month resolution second seconds days tzinfo utc year
    astimezone combine ctime dst fromisocalendar fromisoformat fromordinal fromtimestamp isocalendar isoformat
    isoweekday now replace strftime strptime timestamp timetuple today toordinal total_seconds tzname utcoffset weekday
    """.split()  # noqa: SIM905
)


class ForeignModule(Module):
    """A module of Python; its members are converted when they are asked for."""

    __slots__ = ("python",)
    is_foreign = True

    def __init__(self, name: str, python: ModuleType, border: Border) -> None:
        super().__init__(name)
        self.python = python
        self.names = PythonNames(python, border, with_modules=True)
        self.doc = python.__doc__
        self.is_ready = True

    def public(self) -> list[str]:
        """The names it offers: those `__all__` lists, otherwise what begins with no underscore and is no module."""
        border = self.names.border  # type: ignore[attr-defined]
        listed = getattr(self.python, "__all__", None)
        names = border.names(self.python) if listed is None else [name for name in listed if isinstance(name, str)]
        return [name for name in names if not isinstance(getattr(self.python, name, None), type(sys))]


def foreign_module(name: str, registry: Registry) -> Module | None:
    """The module Python has under a full name, imported by Python itself; None when it has none.

    Raises CalcError for whatever importing it raises.
    """
    if not python_has(name.partition(".")[0]):
        return None
    root = root_of(registry)
    python = run(root, _imported, name)
    return None if python is None else ForeignModule(name, python, Border(root, exact=False))


def datetime_module() -> Module:
    """Python's `datetime`, as far as it can do no harm."""
    import datetime

    module = ForeignModule("datetime", datetime, Border(Host(), exact=False, allowed=_DATES))
    module.doc = "Dates and times, as in Python."
    module.exports = tuple(module.public())
    return module


def _imported(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name
        if missing is not None and (missing == name or name.startswith(f"{missing}.")):
            return None
        raise
