"""The line that is being typed: what is known about it, for whoever draws it.

All of it is asked for on the thread that reads the keys, so it is quick, and
waits for nothing: what takes longer is asked of the worker and drawn when it
comes.
"""

from __future__ import annotations

from functools import lru_cache

from calc_repl.terminal.recall import Recall
from calc_repl.terminal.worker import Worker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.completer import Candidate
    from calc_repl.terminal.preview import Preview, Typed
    from calc_repl.terminal.session import Session


class Draft:
    """`redraw` is called, on any thread, when there is more to draw than before.

    `version` counts the entries, `names` are those that are defined, `is_ready`
    tells that the engine is loaded; `with_preview` and `with_suggestions` may be
    switched off, `read` gives what is typed in the language's own signs.
    """

    def __init__(self, session: Session, entries: Callable[[], Sequence[str]], redraw: Callable[[], None]) -> None:
        self._session = session
        self._redraw = redraw
        self._preview: Preview | None = None
        self._text = ""
        self._wanted: Typed | None = None  # what is to be tried out
        self.recall = Recall(entries)
        self.worker = Worker(self._prepare)
        self.version = 0
        self.is_ready = False
        self.with_preview = True
        self.with_suggestions = True
        self.read: Callable[[str], str] | None = None
        self.names: Mapping[str, object] = {}

    def begin(self) -> None:
        """A new line is typed from here on."""
        self.version += 1
        self._preview = None
        self._text = ""
        if self.is_ready:
            with self._session.calculator as calculator:  # while a line is tried out it has other names
                self.names = calculator.scope.names

    def end(self) -> None:
        """The line is entered."""
        self._text = ""
        self._wanted = None
        self.worker.ask(None)

    def change(self, text: str) -> None:
        """The line has become another one."""
        self._text = text
        if not self.is_ready:
            return
        self._session.calculator.interrupt_preview()
        self.worker.ask(None)
        self._wanted = None
        if not self.with_preview or not text.strip():
            return
        typed = self.typed(text)
        if typed.tokens and typed.is_expression(self.names):
            self._wanted = typed

    def drawn(self) -> None:
        """The line is on the screen as it is now: there is time to try it out."""
        typed, self._wanted = self._wanted, None
        if typed is not None:
            self.worker.ask(lambda: self._try_out(typed))

    def live_row(self, text: str, cursor: int, columns: int) -> Fragments:
        """The row below the line."""
        if not self.is_ready or not text.strip():
            return []
        from calc_repl.terminal.call_help import call_around, call_help
        from calc_repl.terminal.live_row import live_row

        typed = self.typed(text)
        if not typed.tokens or not typed.is_expression(self.names):
            return []
        name = call_around(typed.tokens, cursor)
        return live_row(
            typed, self._preview, cursor, columns, call_help(name, self.names) if name is not None else None
        )

    def marks(self, cursor: int) -> dict[int, str]:
        """The places of the line that have a style of their own."""
        if not self.is_ready or not self._text or self._text.lstrip().startswith(":"):
            return {}
        from calc_repl.terminal.preview import definite_span

        typed = self.typed(self._text)
        styles = {}
        for place in (cursor, cursor - 1):
            if place in typed.brackets.partners:
                styles = dict.fromkeys((place, typed.brackets.partners[place]), "class:bracket")
                break
        span = definite_span(typed, self._preview, cursor) if typed.is_expression(self.names) else None
        if span is not None:
            styles.update(dict.fromkeys(range(span.start, max(span.end, span.start + 1)), "class:unreadable"))
        return styles

    def typed(self, text: str) -> Typed:
        """What the tokens of a text tell."""
        return _typed(text if self.read is None else self.read(text))

    def candidates(self, before: str) -> list[Candidate]:
        """The candidates for the word at the end of the text before the cursor."""
        try:
            from calc_repl.terminal.completer import candidates

            with self._session.calculator as calculator:
                found = candidates(before, calculator)
        except Exception:  # noqa: BLE001 - no menu, then
            return []
        self.change(self._text)  # its preview has given way
        return found

    def continuation(self, text: str) -> str:
        """How a line may go on, or ""."""
        if not self.is_ready or not self.with_suggestions:
            return ""
        try:
            from calc_repl.terminal.ghost import continuation

            return continuation(text, self.recall, self.names)
        except Exception:  # noqa: BLE001 - no suggestion, then
            return ""

    def _try_out(self, typed: Typed) -> None:
        from calc_repl.terminal.preview import previewed

        found = previewed(typed, self._session.calculator)
        if found is not None and typed.text == self.typed(self._text).text:
            self._preview = found
            self._redraw()

    def _prepare(self) -> None:
        """Load the engine, and what it takes to draw a line."""
        self._session.warm_up()
        self.names = self._session.calculator.scope.names
        self.is_ready = True
        if self._text:
            self.change(self._text)
        self._redraw()
        self.recall.prepare()
        from calc_repl.operations import catalogue
        from calc_repl.terminal import call_help, completer, ghost, live_row  # noqa: F401 - to have them loaded

        for name in catalogue.operation_names():
            catalogue.find(name)  # loads it, for the menu


@lru_cache(maxsize=4)
def _typed(text: str) -> Typed:
    from calc_repl.terminal.preview import Typed

    return Typed(text)
