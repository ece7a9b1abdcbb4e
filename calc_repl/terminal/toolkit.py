"""Colours, marks, completion and suggestions in the shape prompt_toolkit asks for.

It shows an exception from here in the middle of the prompt, so none leaves;
and it asks for the first of them before the engine is loaded, so that is
imported when it is needed.
"""

from __future__ import annotations

from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.lexers import Lexer

from calc_repl.display.safe import safe_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from calc_repl.terminal.draft import Draft

_INVISIBLE = "\ufffd"
#: So many letters are typed before a menu opens by itself.
_LEAST = 2


class Colours(Lexer):
    """What is typed in its colours; what could act on the terminal as a mark of the same length."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The fragments of each line of a document."""
        lines = _lines(self._fragments(document.text))
        return lambda index: lines[index] if index < len(lines) else []

    def invalidation_hash(self) -> Hashable:
        """Changes with each entry, for a name may have been defined, and when the engine is there."""
        return self._draft.version, self._draft.is_ready

    def _fragments(self, text: str) -> list[tuple[str, str]]:
        if not text or not self._draft.is_ready:
            return [("", text)]
        try:
            from calc_repl.terminal.highlighter import highlighted

            return highlighted(text, self._draft.names)
        except Exception:  # noqa: BLE001 - without colours the line can still be typed
            return [("", text)]


class Marks(Processor):
    """The pair of brackets at the cursor, and what is wrong with the line however it goes on."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The fragments of a line with the marks in it."""
        fragments = transformation_input.fragments
        try:
            styles = self._draft.marks(transformation_input.document.cursor_position)
        except Exception:  # noqa: BLE001 - without marks the line can still be typed
            return Transformation(fragments)
        if not styles:
            return Transformation(fragments)
        document = transformation_input.document
        start = document.translate_row_col_to_index(transformation_input.lineno, 0)
        length = len(document.lines[transformation_input.lineno])
        single = explode_text_fragments(fragments)
        for place, style in styles.items():
            column = transformation_input.source_to_display(place - start)
            if 0 <= place - start < length and column < len(single):
                single[column] = (f"{single[column][0]} {style}", single[column][1])
        return Transformation(single)


class Completions(Completer):
    """The candidates for the word before the cursor."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
        """The candidates, with what they mean beside them; unasked only those that go on with two letters or more."""
        found = self._draft.candidates(document.text_before_cursor)
        if not complete_event.completion_requested:
            found = [candidate for candidate in found if candidate.is_continuation and candidate.replaced >= _LEAST]
        called = document.text_after_cursor.startswith("(")
        return [
            Completion(
                candidate.text.removesuffix("(") if called else candidate.text,
                start_position=-candidate.replaced,
                display=candidate.shown,
                display_meta=candidate.meaning,
            )
            for candidate in found
        ]


class Ghost(AutoSuggest):
    """How the line may go on."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:  # noqa: ARG002
        """The continuation of the line, when its end is being typed."""
        rest = self._draft.continuation(document.text) if document.is_cursor_at_the_end else ""
        return Suggestion(rest) if rest else None


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
