"""A limit of time for each line of a script.

The machine looks at the clock between calls; an alarm reaches what lies
between two looks, such as a sum of huge numbers a hundred thousand terms long,
and code in Python modules. That may swallow the error, and so may Python where
it drops exceptions, as while it collects garbage; so the alarm repeats.
"""

from __future__ import annotations

import signal
import sys

from calc_repl.errors import TimeLimit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType


_SECONDS_TO_NEXT_ALARM = 0.5


class Deadline:
    """A context in which TimeLimit is raised after so many seconds (0: never).

    Only where there are interval timers, and only on the main thread.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds if hasattr(signal, "setitimer") else 0.0
        self.armed = False
        if self.seconds:
            signal.signal(signal.SIGALRM, self._expire)
            self._report_dropped, sys.unraisablehook = sys.unraisablehook, self._on_dropped

    def __enter__(self) -> None:
        if self.seconds:
            self.armed = True
            signal.setitimer(signal.ITIMER_REAL, self.seconds, _SECONDS_TO_NEXT_ALARM)

    def __exit__(self, *exception: object) -> None:
        if self.seconds:
            self.armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _on_dropped(self, dropped: sys.UnraisableHookArgs) -> None:
        if not isinstance(dropped.exc_value, TimeLimit):
            self._report_dropped(dropped)

    def _expire(self, _number: int, _frame: FrameType | None) -> None:
        if self.armed:
            raise TimeLimit.after(self.seconds)
