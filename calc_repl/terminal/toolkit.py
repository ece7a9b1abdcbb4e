"""History, colours and completion in the shape prompt_toolkit asks for.

It shows an exception from here in the middle of the prompt, so none leaves;
and it asks for the first of them before the engine is loaded, so that is
imported when it is needed.
"""

from __future__ import annotations

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import History
from prompt_toolkit.lexers import Lexer

from calc_repl.display.safe import safe_character
from calc_repl.terminal.history import HistoryFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from calc_repl.terminal.session import Session

_INVISIBLE = "\ufffd"


class KeptHistory(History):
    """The entries of a history file, and those of this session."""

    def __init__(self, file: HistoryFile) -> None:
        super().__init__()
        self._file = file

    def load_history_strings(self) -> Iterable[str]:
        """The entries, the last one first."""
        return list(reversed(self._file.entries))

    def append_string(self, string: str) -> None:
        """Remember an entry, unless it is to be kept out."""
        if self._file.remember(string):
            self._loaded_strings.insert(0, string)

    def store_string(self, string: str) -> None:
        """Nothing: `append_string` has kept it."""


class Colours(Lexer):
    """What is typed in its colours; what could act on the terminal as a mark of the same length."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The fragments of each line of a document."""
        lines = _lines(self._fragments(document.text))
        return lambda index: lines[index] if index < len(lines) else []

    def invalidation_hash(self) -> Hashable:
        """Changes with each entry: a name may have been defined."""
        return self._session.entries

    def _fragments(self, text: str) -> list[tuple[str, str]]:
        if not text:
            return []
        try:
            from calc_repl.terminal.highlighter import highlighted

            return highlighted(text, self._session.calculator.scope)
        except Exception:  # noqa: BLE001 - without colours the line can still be typed
            return [("", text)]


class Completions(Completer):
    """The candidates for the word before the cursor."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:  # noqa: ARG002
        """The candidates, with what they mean beside them."""
        try:
            return self._completions(document)
        except Exception:  # noqa: BLE001 - no menu, then
            return []

    def _completions(self, document: Document) -> list[Completion]:
        from calc_repl.terminal.completer import candidates

        called = document.text_after_cursor.startswith("(")
        return [
            Completion(
                candidate.text.removesuffix("(") if called else candidate.text,
                start_position=-candidate.replaced,
                display=candidate.shown,
                display_meta=candidate.meaning,
            )
            for candidate in candidates(document.text_before_cursor, self._session.calculator)
        ]


def _lines(fragments: list[tuple[str, str]]) -> list[StyleAndTextTuples]:
    lines: list[StyleAndTextTuples] = [[]]
    for style, text in fragments:
        first, *others = text.split("\n")
        lines[-1].append((style, _visible(first)))
        lines += [[(style, _visible(other))] for other in others]
    return lines


def _visible(text: str) -> str:
    if text.isascii():
        return text  # the toolkit itself writes ^A for a control character
    return "".join(
        character if character.isascii() or safe_character(character) == character else _INVISIBLE for character in text
    )
