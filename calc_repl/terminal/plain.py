"""The prompt for terminals that cannot move their cursor: lines in, text out, no escape sequences."""

from __future__ import annotations

import sys

from calc_repl.syntax.completeness import is_unfinished

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.session import Session


class PlainPrompt:
    """A prompt on standard input and output."""

    has_styles = False

    def __init__(self, session: Session) -> None:
        self._session = session
        for stream in (sys.stdin, sys.stdout):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")  # no byte and no character ends the session

    def ask(self) -> str:
        """The next entry. Raises KeyboardInterrupt for Ctrl-C, EOFError at the end."""
        history = self._session.history
        try:
            entry = self._line("> ")
            while is_unfinished(entry):
                entry += "\n" + self._line("  ")
        except (KeyboardInterrupt, EOFError):
            sys.stdout.write("\n")
            raise
        history.remember(entry)
        if history.warning is not None:
            self._session.tell(history.warning)
            history.warning = None
        return entry

    def show(self, fragments: Fragments) -> None:
        """Write the texts of the fragments."""
        sys.stdout.write("".join(text for _, text in fragments))
        sys.stdout.flush()

    @property
    def columns(self) -> None:
        """Nothing is known of the screen, or it is read aloud: an answer stands on one line."""

    def holds(self, _text: str) -> bool:
        """Nothing is known of the screen, so no line counts as still visible."""
        return False

    def control(self, _sequence: str) -> bool:
        """Nothing: it would be printed."""
        return False

    def _line(self, prompt: str) -> str:
        with self._session.interrupts.raising():
            return input(prompt)
