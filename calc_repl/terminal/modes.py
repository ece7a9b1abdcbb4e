"""The modes of the terminal and the meaning of Ctrl-C, for the length of a session."""

from __future__ import annotations

import os
import signal
import sys
from _thread import interrupt_main, start_new_thread
from contextlib import contextmanager
from time import sleep

from calc_repl.errors import Interrupted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

#: So many seconds after what stops a calculation was dropped it is raised again.
_AGAIN_AFTER = 0.01
#: Locales without a character set of their own, and what Python puts into LC_CTYPE for them (PEP 538).
_PLAIN_LOCALES, _COERCED = ("C", "POSIX"), ("C.UTF-8", "C.utf8", "UTF-8")


@contextmanager
def quiet_terminal() -> Iterator[None]:
    """Echo off, so that keys typed ahead do not appear inside an answer; as it was before at the end.

    Ctrl-C stays a signal. Does nothing where there are no such modes.
    """
    try:
        import termios

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
    except (ImportError, OSError, ValueError, termios.error):
        yield
        return
    modes = termios.tcgetattr(descriptor)
    modes[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, modes)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def shows_ascii_only() -> bool:
    """Whether the screen can be counted on for no more than ASCII.

    Python takes the C locale for UTF-8; where the user asked for it by name,
    the terminal need not follow.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if not encoding.lower().replace("-", "").startswith("utf"):
        return True
    wanted = os.environ.get("LC_ALL")
    if not wanted:
        ctype, wanted = os.environ.get("LC_CTYPE"), os.environ.get("LANG")
        if ctype and not (ctype in _COERCED and wanted in _PLAIN_LOCALES):
            wanted = ctype
    return wanted in _PLAIN_LOCALES


def screen_size() -> tuple[int, int]:
    """Columns and rows of the screen; what is usual where they are not known."""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        columns, rows = 0, 0
    return columns or 80, rows or 24


class Interrupts:
    """What the signals of a session do: Ctrl-C stops the calculation that runs.

    Between two lines of an entry it is kept for the next one (`is_pending`),
    anywhere else it is dropped. What stops a calculation is raised again where
    Python drops it, as it does while it collects garbage. A prompt that is
    waiting for a line may ask for KeyboardInterrupt instead.
    The signal to terminate ends the session in order, so that the terminal is
    left as it was found.
    """

    def __init__(self) -> None:
        self._stop: Callable[[], None] | None = None
        self._stopped: Callable[[], None] | None = None
        self._waiting = False
        self.is_pending = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Interrupts:
        self._before = {
            signal.SIGINT: signal.signal(signal.SIGINT, self._on_interrupt),
            signal.SIGTERM: signal.signal(signal.SIGTERM, _on_terminate),
        }
        self._report_dropped, sys.unraisablehook = sys.unraisablehook, self._on_dropped
        return self

    def __exit__(self, *_: object) -> None:
        sys.unraisablehook = self._report_dropped
        for number, handler in self._before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)  # type: ignore[arg-type]

    @contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """Call `stop`, which may raise, for the first Ctrl-C meanwhile."""
        self._stop = stop
        try:
            yield
        finally:
            self._stop = self._stopped = None

    @contextmanager
    def raising(self) -> Iterator[None]:
        """Raise KeyboardInterrupt for a Ctrl-C meanwhile."""
        self._waiting = True
        try:
            yield
        finally:
            self._waiting = False

    def _on_interrupt(self, _number: int, _frame: FrameType | None) -> None:
        stop, self._stop = self._stop, None
        if stop is not None:
            self._stopped = stop
            stop()
        elif self._waiting:
            self._waiting = False
            raise KeyboardInterrupt
        else:
            self.is_pending = True

    def _on_dropped(self, dropped: sys.UnraisableHookArgs) -> None:
        if self._stopped is None or not isinstance(dropped.exc_value, Interrupted):
            self._report_dropped(dropped)
            return
        self._stop = self._stopped
        start_new_thread(self._strike_again, ())  # here it would be dropped once more

    def _strike_again(self) -> None:
        sleep(_AGAIN_AFTER)
        if self._stop is not None:  # it may have come to its end
            interrupt_main()


def _on_terminate(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
