"""A session without a terminal: what is typed goes in, what would be shown is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc_repl.terminal.config import Config, Setup
from calc_repl.terminal.modes import Interrupts
from calc_repl.terminal.session import Session

if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments


class Recorded:
    """A session, and the screen of each entry. `sequences` are the escape sequences sent to the terminal."""

    has_styles = False

    def __init__(self, setup: Setup | None = None, takes_sequences: bool = True) -> None:
        self.shown = ""
        self.sequences: list[str] = []
        self.has_ended = False
        self._takes_sequences = takes_sequences
        self.session = Session(setup or Setup({"history": False}, Config(None), None), False, Interrupts())
        self.session._prompt = self

    def type(self, entry: str) -> str:
        """What an entry is answered with, without the blanks at the left and the newline at the end."""
        self.shown = ""
        self.has_ended = not self.session.enter(entry)
        return "\n".join(line.removeprefix("  ") for line in self.shown.rstrip("\n").split("\n"))

    def ask(self) -> str:
        raise EOFError

    def show(self, fragments: Fragments) -> None:
        self.shown += "".join(text for _, text in fragments)

    @property
    def columns(self) -> int:
        return 80

    def holds(self, _text: str) -> bool:
        return False

    def control(self, sequence: str) -> bool:
        self.sequences += [sequence] if self._takes_sequences else []
        return self._takes_sequences
