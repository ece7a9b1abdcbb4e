"""A session at the prompt: what is typed goes in, answers and errors come out below it.

The session knows no terminal library. It asks a prompt for entries and gives
it fragments to show; there is one prompt for terminals that can move their
cursor and a plain one for all others.
"""

from __future__ import annotations

import os
from _thread import RLock

from calc_repl import __version__
from calc_repl.settings import Settings
from calc_repl.terminal.modes import Interrupts, quiet_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from calc_repl.calculator import Calculator
    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.ways import Ways

    class Prompt(Protocol):
        """Where entries come from and fragments go to."""

        def ask(self) -> str:
            """The next entry. Raises KeyboardInterrupt for Ctrl-C on an empty line, EOFError at the end."""

        def show(self, fragments: Fragments) -> None:
            """Write fragments, which end in a newline."""

        def holds(self, text: str) -> bool:
            """Whether an entry stands on one row of the screen, just as it is, behind a prompt of two columns."""


_UNABLE = frozenset(("dumb", "unknown"))


def run_prompt(settings: Settings, debug: bool, ways: Ways | None = None) -> int:
    """Answer what is typed until the user leaves; returns the exit status.

    `debug` shows the Python traceback of an internal error, `ways` are how the
    prompt looks and behaves.
    """
    with Interrupts() as interrupts:
        session = Session(settings, debug, interrupts)
        if os.environ.get("TERM") not in _UNABLE:
            with quiet_terminal():
                prompt = _full_prompt(session, ways)
                if prompt is not None:
                    return session.run(prompt)
        from calc_repl.terminal.plain import PlainPrompt

        return session.run(PlainPrompt(interrupts))


def _full_prompt(session: Session, ways: Ways | None) -> Prompt | None:
    try:
        from calc_repl.terminal.prompt import FullPrompt

        return FullPrompt(session, ways)
    except Exception:  # noqa: BLE001 - whatever keeps it from starting, the plain prompt can do without
        return None


class Session:
    """The lines of one user, answered by one calculator."""

    def __init__(self, settings: Settings, debug: bool, interrupts: Interrupts) -> None:
        self.debug = debug
        self.entries = 0
        self._settings = settings
        self.interrupts = interrupts
        self._loading = RLock()
        self._calculator: Calculator | None = None
        self._prompt: Prompt | None = None

    @property
    def calculator(self) -> Calculator:
        """The calculator, loaded when it is first needed, by whichever thread: the prompt does not wait for it."""
        with self._loading:
            if self._calculator is None:
                from calc_repl.calculator import Calculator

                self._calculator = Calculator(self._settings, self._print)
            return self._calculator

    def run(self, prompt: Prompt) -> int:
        """Ask and answer until the user leaves; returns the exit status."""
        self._prompt = prompt
        told = False
        self.show([("class:banner", f"calc_repl {__version__}   help for help, Ctrl-D leaves\n")])
        while True:
            self._refresh_modules()
            try:
                entry = prompt.ask()
            except KeyboardInterrupt:
                if not told:
                    self.show([("class:note", "  Ctrl-D leaves\n")])
                told = True
                continue
            except EOFError:
                return 0
            if not self.enter(entry):
                return 0

    def show(self, fragments: Fragments) -> None:
        """Write fragments, which end in a newline, to the prompt's screen."""
        assert self._prompt is not None
        self._prompt.show(fragments)

    def holds(self, entry: str) -> bool:
        """Whether an entry stands on the last row of the screen, just as it is."""
        return self._prompt is not None and self._prompt.holds(entry)

    def enter(self, entry: str) -> bool:
        """Do what an entry says; False when it says to leave."""
        from calc_repl.terminal.entries import enter

        self.entries += 1
        return enter(entry, self)

    def warm_up(self) -> None:
        """Load what the first answer needs."""
        from calc_repl.source import Source
        from calc_repl.syntax.parser import parse
        from calc_repl.terminal import entries  # noqa: F401 - to have it loaded

        parse(Source("0"), self.calculator.settings)

    def _refresh_modules(self) -> None:
        """Load modules anew that were edited since they were loaded, and tell of it."""
        told = self._calculator.refresh() if self._calculator is not None else []
        if not told:
            return
        from calc_repl.errors import CalcError
        from calc_repl.terminal.screens import error_screen, note_screen

        for each in told:
            self.show(error_screen(each, "", in_place=False) if isinstance(each, CalcError) else note_screen(each))

    def _print(self, text: str) -> None:
        from calc_repl.terminal.screens import printed_screen

        self.show(printed_screen(text))
