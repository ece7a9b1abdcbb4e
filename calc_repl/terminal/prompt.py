"""The prompt for terminals: editing, history, colours, completion."""

from __future__ import annotations

from contextlib import suppress

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.shortcuts import PromptSession, print_formatted_text
from prompt_toolkit.utils import get_cwidth

from calc_repl.display.safe import safe
from calc_repl.terminal.keys import key_bindings
from calc_repl.terminal.styles import STYLE
from calc_repl.terminal.toolkit import Colours, Completions, KeptHistory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.session import Session

_MARK, _CONTINUED = "> ", "  "
#: Seconds a lone Escape waits for the rest of a key's sequence.
_ESCAPE_WAITS = 0.05


class FullPrompt:
    """The prompt of a session. Raises whatever prompt_toolkit raises when it cannot use the terminal."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._history = session.history
        self._prompt: PromptSession[str] = PromptSession(
            [("class:prompt", _MARK)],
            multiline=True,
            prompt_continuation=_CONTINUED,
            completer=Completions(session),
            complete_while_typing=False,
            history=KeptHistory(self._history),
            enable_history_search=True,
            enable_suspend=True,
            key_bindings=key_bindings(self._refuse),
            style=STYLE,
            include_default_pygments_style=False,
        )
        # Given to the prompt, the lexer would be wrapped in one that keeps the colours names had before.
        for control in self._prompt.layout.find_all_controls():
            if isinstance(control, BufferControl) and control.buffer is self._prompt.default_buffer:
                control.lexer = Colours(session)
        self._prompt.app.ttimeoutlen = _ESCAPE_WAITS
        self._prompt.app.after_render += self._warm_up

    def ask(self) -> str:
        """The next entry. Raises KeyboardInterrupt for the first Ctrl-C on an empty line, EOFError for Ctrl-D there."""
        if self._history.warning is not None:
            self.show([("class:note", f"  {safe(self._history.warning)}\n")])
            self._history.warning = None
        # While it waits Ctrl-C is a key; a signal from elsewhere is the session's.
        return self._prompt.prompt(handle_sigint=False)

    def show(self, fragments: Fragments) -> None:
        """Print the fragments in their styles."""
        print_formatted_text(FormattedText(fragments), style=STYLE, output=self._prompt.app.output, end="")

    def holds(self, text: str) -> bool:
        """Whether a text stands on one row, each character as itself."""
        columns = self._prompt.app.output.get_size().columns
        return safe(text) == text and len(_MARK) + get_cwidth(text) < columns

    def control(self, sequence: str) -> bool:
        """Send an escape sequence to the terminal."""
        self._prompt.app.output.write_raw(sequence)
        self._prompt.app.output.flush()
        return True

    def _refuse(self, message: str) -> None:
        run_in_terminal(lambda: self.show([("class:error", "  error: "), ("", safe(message) + "\n")]))

    def _warm_up(self, _app: object) -> None:
        """After the first prompt is drawn, and before the first key is read."""
        self._prompt.app.after_render -= self._warm_up
        with suppress(Exception):  # the first answer will meet it again and say so
            self._session.warm_up()
