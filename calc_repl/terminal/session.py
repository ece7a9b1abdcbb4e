"""A session at the prompt: what is typed goes in, answers and errors come out below it.

The session knows no terminal library. It asks a prompt for entries and gives
it fragments to show; there is one prompt for terminals that can move their
cursor and a plain one for all others.
"""

from __future__ import annotations

import os
from _thread import RLock

from calc_repl import __version__
from calc_repl.terminal.modes import Interrupts, quiet_terminal, screen_size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypeVar

    from calc_repl.calculator import Answer, Calculator
    from calc_repl.display.answers import Fragments
    from calc_repl.errors import CalcError
    from calc_repl.settings import Settings
    from calc_repl.terminal.config import Setup
    from calc_repl.terminal.history import HistoryFile
    from calc_repl.terminal.journal import Journal
    from calc_repl.terminal.preferences import Preferences
    from calc_repl.terminal.ways import Ways
    from calc_repl.values.kinds import Value
    from calc_repl.values.plots import Canvas

    T = TypeVar("T")

    class Prompt(Protocol):
        """Where entries come from and fragments go to."""

        def ask(self) -> str:
            """The next entry. Raises KeyboardInterrupt for Ctrl-C on an empty line, EOFError at the end."""

        def show(self, fragments: Fragments) -> None:
            """Write fragments, which end in a newline."""

        @property
        def columns(self) -> int | None:
            """The width of the screen; None where nothing is to be laid out over several rows."""

        def holds(self, text: str) -> bool:
            """Whether an entry stands on one row of the screen, just as it is, behind a prompt of two columns."""

        def control(self, sequence: str) -> bool:
            """Send an escape sequence to the terminal; False where it would be printed."""

        @property
        def has_styles(self) -> bool:
            """Whether the styles of fragments are seen."""


_UNABLE = frozenset(("dumb", "unknown"))


def run_prompt(setup: Setup, debug: bool, python: bool = False) -> int:
    """Answer what is typed until the user leaves; returns the exit status.

    `debug` shows the Python traceback of an internal error, `python` lets
    imports run any module of Python.
    """
    with Interrupts() as interrupts:
        session = Session(setup, debug, interrupts, python)
        if os.environ.get("TERM") not in _UNABLE and not setup.preferences.plain:
            with quiet_terminal():
                prompt = _full_prompt(session)
                if prompt is not None:
                    return session.run(prompt)
        from calc_repl.terminal.plain import PlainPrompt

        return session.run(PlainPrompt(session))


def _full_prompt(session: Session) -> Prompt | None:
    try:
        from calc_repl.terminal.prompt import FullPrompt

        return FullPrompt(session)
    except Exception:  # noqa: BLE001 - whatever keeps it from starting, the plain prompt can do without
        return None


class Session:
    """The lines of one user, answered by one calculator."""

    def __init__(self, setup: Setup, debug: bool, interrupts: Interrupts, python: bool = False) -> None:
        self.setup = setup
        self.debug = debug
        self._python = python
        self.entries = 0
        self.interrupts = interrupts
        self.preferences: Preferences = setup.preferences
        self.last: Answer | None = None  # None also when the last answer is no longer that of the last line
        self.shows_exact = False  # whether the last answer was last shown as its exact form alone
        self._loading = RLock()
        self._calculator: Calculator | None = None
        self._journal: Journal | None = None
        self._history: HistoryFile | None = None
        self._prompt: Prompt | None = None

    @property
    def calculator(self) -> Calculator:
        """The calculator, loaded when it is first needed, by whichever thread: the prompt does not wait for it."""
        with self._loading:
            if self._calculator is None:
                from calc_repl.calculator import Calculator

                self._calculator = Calculator(
                    self.setup.settings, self._print, python=self._python, canvas=self._canvas
                )
            return self._calculator

    @property
    def journal(self) -> Journal:
        """What was entered and worked."""
        if self._journal is None:
            from calc_repl.terminal.journal import Journal

            self._journal = Journal(self.calculator)
        return self._journal

    @property
    def history(self) -> HistoryFile:
        """What was entered, also in earlier sessions."""
        if self._history is None:
            from calc_repl.terminal.history import HistoryFile, history_path

            self._history = HistoryFile(history_path() if self.setup.preferences.history else None)
        return self._history

    @property
    def has_colours(self) -> bool:
        """Whether colours are to be shown; a toolkit that asks the environment itself has to be told."""
        from calc_repl.terminal.themes import has_colours

        return has_colours(self.preferences.color, os.environ)

    @property
    def looks(self) -> dict[str, str]:
        """The style of each class, as prompt_toolkit spells it, by the theme and the user's own styles."""
        from calc_repl.terminal.themes import style_of

        return style_of(self.preferences.theme, self.setup.config.styles, self.has_colours)

    @property
    def ways(self) -> Ways:
        """How the prompt is to look and behave for the next line."""
        from calc_repl.terminal.decimal_comma import read, written_live
        from calc_repl.terminal.ways import Ways

        preferences = self.preferences
        with_comma = preferences.decimal == "comma"
        return Ways(
            self.looks,
            is_vi=preferences.edit_mode == "vi",
            opens_menu=preferences.menu == "auto",
            with_preview=preferences.preview,
            with_suggestions=preferences.suggestions,
            read=read if with_comma else None,
            spelled=lambda row: self._in_ascii(written_live(row) if with_comma else row),
        )

    @property
    def ascii(self) -> bool:
        """Whether to write ASCII only, by the user's wish or because the screen shows nothing else."""
        from calc_repl.terminal.modes import shows_ascii_only

        return self.preferences.ascii or shows_ascii_only()

    @property
    def columns(self) -> int | None:
        """The width of the screen; None where nothing is to be laid out over several rows."""
        return None if self._prompt is None else self._prompt.columns

    def run(self, prompt: Prompt) -> int:
        """Ask and answer until the user leaves; returns the exit status."""
        self._prompt = prompt
        told = False
        if self.preferences.banner:
            self.show([("class:banner", f"calc_repl {__version__}   help for help, Ctrl-D leaves\n")])
        self._begin()
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
        if self.preferences.decimal == "comma":
            from calc_repl.terminal.decimal_comma import written

            fragments = written(fragments)
        self._prompt.show(self._in_ascii(fragments))

    def show_error(self, error: CalcError, line: str = "", in_place: bool = False) -> None:
        """Show an error; `line` is what was typed, `in_place` whether it stands on the row above."""
        from calc_repl.terminal.screens import error_screen

        self.show(error_screen(error, line, in_place, self.ascii))

    def tell(self, note: str) -> None:
        """Show a note."""
        from calc_repl.terminal.screens import note_screen

        self.show(note_screen(note))

    def control(self, sequence: str) -> bool:
        """Send an escape sequence to the terminal; False where it would be printed."""
        return self._prompt is not None and self._prompt.control(sequence)

    def evaluate(
        self, text: str, name: str | None = None, first_line: int = 1, failed: list[CalcError] | None = None
    ) -> Answer:
        """As Calculator.evaluate; Ctrl-C stops it. Raises CalcError."""
        with self.interrupts.stopping(_interrupt):
            return self.calculator.evaluate(text, name, first_line, failed)

    def stoppable(self, work: Callable[[], T]) -> T:
        """What a piece of work returns; Ctrl-C stops it. Raises Interrupted and what that raises."""
        with self.interrupts.stopping(_interrupt):
            return work()

    def holds(self, entry: str) -> bool:
        """Whether an entry stands on the last row of the screen, just as it is."""
        return self._prompt is not None and self._prompt.holds(entry)

    def enter(self, entry: str) -> bool:
        """Do what an entry says; False when it says to leave."""
        from calc_repl.terminal.entries import enter

        if self.preferences.decimal == "comma":
            from calc_repl.terminal.decimal_comma import read

            entry = read(entry)
        self.entries += 1
        self._refresh_modules()  # a file may have been edited while the line was typed
        self.journal.begin(entry)
        try:
            return enter(entry, self)
        finally:
            self.journal.end()

    def warm_up(self) -> None:
        """Load what the first answer and the colours of the first names need."""
        from calc_repl.source import Source
        from calc_repl.syntax.parser import parse
        from calc_repl.terminal import entries  # noqa: F401 - to have it loaded
        from calc_repl.terminal.highlighter import style_of_name

        parse(Source("0"), self.calculator.settings)
        style_of_name("km", {})

    def shown(self, value: Value, settings: Settings) -> Answer:
        """As Calculator.shown; Ctrl-C stops it. Raises CalcError."""
        with self.interrupts.stopping(_interrupt):
            return self.calculator.shown(value, settings)

    def _canvas(self) -> Canvas:
        """The room for a plot on the screen as it is now: below it come the next line and its live row."""
        from calc_repl.terminal.screens import INDENT
        from calc_repl.terminal.themes import tells_curves_apart
        from calc_repl.values.plots import canvas_within

        with_styles = self._prompt is not None and self._prompt.has_styles and not self.ascii
        columns, rows = screen_size()
        return canvas_within(columns - INDENT, rows - 2, with_styles and tells_curves_apart(self.looks))

    def _in_ascii(self, fragments: Fragments) -> Fragments:
        """Fragments as they are, or in ASCII where there is nothing else to write with."""
        if not self.ascii:
            return fragments
        from calc_repl.display.plainly import ascii_fragments

        return ascii_fragments(fragments)

    def _begin(self) -> None:
        """Tell what is wrong with the configuration, and run the user's first file."""
        for warning in self.setup.config.warnings:
            self.tell(f"warning: {warning}")
        init = self.setup.init
        if init is not None and os.path.lexists(init):
            from calc_repl.terminal.session_file import run_init

            for error in run_init(self, init):
                self.show_error(error)

    def _refresh_modules(self) -> None:
        """Load modules anew that were edited since they were loaded, and tell of it."""
        told = self._calculator.refresh() if self._calculator is not None else []
        if not told:
            return
        for each in told:
            if isinstance(each, str):
                self.tell(each)
            else:
                self.show_error(each)

    def _print(self, text: str) -> None:
        from calc_repl.terminal.screens import printed_screen

        self.show(printed_screen(text))


def _interrupt() -> None:
    from calc_repl.errors import Interrupted

    raise Interrupted("Interrupted.")
