"""One thread beside the prompt, for what must not keep the keys waiting."""

from __future__ import annotations

from threading import Condition, Thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Worker:
    """A thread with a mailbox of one place: what is asked last replaces what has not begun.

    It ends with the program, whatever it is doing. What a job raises is lost.
    """

    def __init__(self, first: Callable[[], None]) -> None:
        self._first = first
        self._job: Callable[[], None] | None = None
        self._changed = Condition()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin with the first job, which nothing replaces."""
        self._thread = Thread(target=self._run, name="calc_repl preview", daemon=True)
        self._thread.start()

    def ask(self, job: Callable[[], None] | None) -> None:
        """Have a job done instead of the one that waits; None for nothing."""
        with self._changed:
            self._job = job
            self._changed.notify()

    def _run(self) -> None:
        _quietly(self._first)
        while True:
            with self._changed:
                while self._job is None:
                    self._changed.wait()
                job, self._job = self._job, None
            _quietly(job)


def _quietly(job: Callable[[], None]) -> None:
    try:
        job()
    except Exception:  # noqa: BLE001, S110 - there is nobody to tell; the line can be typed and entered without it
        pass
