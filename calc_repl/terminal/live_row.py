"""The row below the line: what it would be answered with, what is wrong with it, or help with its call."""

from __future__ import annotations

from prompt_toolkit.utils import get_cwidth

from calc_repl.display.safe import safe
from calc_repl.terminal.preview import Preview, Typed
from calc_repl.terminal.screens import INDENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.calculator import Answer
    from calc_repl.display.answers import Fragments

#: Columns between an answer and the help beside it.
_GAP = 3
#: The digits that are left of a long number at each of its ends: at most, and to leave room for their number.
_LONGEST_END, _SHORTEST_END = 24, 3


def live_row(
    typed: Typed, preview: Preview | None, cursor: int, columns: int, call: tuple[str, str] | None
) -> Fragments:
    """The row for a line with the cursor at a place, no wider than the screen; `call` is the help of the call there.

    Nothing in it is of another text than the one that is typed now.
    """
    room = columns - INDENT - 1  # a full last column would make some terminals begin a row
    current = preview if preview is not None and preview.text == typed.text else None
    row = _cut(_content(typed, current, cursor, room), room)
    help = _call(call, room - _width(row) - _GAP * bool(row))
    if help:
        row += [("", " " * (room - _width(row) - _width(help))), *help]
    return [("", " " * INDENT), *row] if row else []


def _content(typed: Typed, preview: Preview | None, cursor: int, room: int) -> Fragments:
    if preview is None:
        return []
    error = preview.definite_error(cursor)
    if error is None and typed.brackets.stray is not None:
        error = preview.error
    if error is not None:
        return [("class:note", safe(error.message))]
    if preview.is_postponed:
        return [("class:note", "… Enter computes")]
    if preview.answer is None:
        return []
    closed: Fragments = [("class:note", f"{preview.closers} ")] if preview.closers else []
    return closed + _answer(preview.answer, room - _width(closed))


def _answer(answer: Answer, room: int) -> Fragments:
    """An answer in one row: without its decimal or its exact form where both are too wide, folded where one is."""
    single: list[Fragments] = [[("class:mark", f"{mark} "), ("", safe(text))] for mark, text in answer.forms]
    if not single:
        return []
    choices = list(single)
    if len(single) == 2:
        choices.insert(0, [*single[0], ("", "  "), *single[1]])
    for told in (f"reads {answer.reading}" if answer.reading else None, answer.doubt and f"({answer.doubt})"):
        if told:
            choices.insert(0, [*choices[0], ("class:note", f"   {safe(told)}")])
    return next((choice for choice in choices if _width(choice) <= room), None) or _folded(single[-1], room)


def _folded(form: Fragments, room: int) -> Fragments:
    """A mark and a value too wide for the room: a long number keeps its ends and tells how long it is."""
    (_, mark), (style, text) = form
    mantissa, _, exponent = text.rpartition("e")
    if mantissa and exponent.lstrip("-").isdigit():
        return [form[0], (style, f"{mantissa[: max(1, room - len(mark) - len(exponent) - 2)]}…e{exponent}")]
    digits = text.lstrip("-")
    note = f"   {len(digits):,} digits"
    if not digits.isdigit():
        return form
    end = min(_LONGEST_END, (room - len(mark) - len(note) - 1) // 2)
    if end < _SHORTEST_END:
        note, end = "", max(1, (room - len(mark) - 1) // 2)
    return [form[0], (style, f"{text[:end]}…{text[-end:]}"), ("class:note", note)]


def _call(call: tuple[str, str] | None, room: int) -> Fragments:
    """As much of the help of a call as there is room for."""
    if call is None:
        return []
    signature, sentence = call[0], call[1].removesuffix(".")
    both: Fragments = [("class:note", f"{safe(signature)}  {safe(sentence)}")]
    if sentence and _width(both) <= room:
        return both
    return [("class:note", safe(signature))] if get_cwidth(signature) <= room else []


def _cut(fragments: Fragments, room: int) -> Fragments:
    if _width(fragments) <= room:
        return fragments
    cut: Fragments = []
    left = room - 1
    for style, text in fragments:
        for index, character in enumerate(text):
            left -= get_cwidth(character)
            if left < 0:
                return [*cut, (style, text[:index] + "…")] if room > 0 else []
        cut.append((style, text))
    return cut


def _width(fragments: Fragments) -> int:
    return sum(get_cwidth(text) for _, text in fragments)
