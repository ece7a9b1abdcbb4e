"""Answers and errors as they stand below what was typed: indented by the width of the prompt."""

from __future__ import annotations

from calc_repl.display.diagnostics import caret_fragments, error_fragments, span_in
from calc_repl.display.plainly import ascii_character
from calc_repl.display.safe import safe, safe_character
from calc_repl.errors import CalcError, Interrupted
from calc_repl.source import Source
from calc_repl.syntax.tokens import tokenize
from calc_repl.values.kinds import Function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.calculator import Answer
    from calc_repl.display.answers import Fragments

INDENT = 2


def statements_of(entry: str) -> list[str]:
    """The lines of an entry that are answered one by one, each with the comments above it.

    A line goes on inside brackets and open texts.
    """
    if "\n" not in entry:
        return [entry] if entry.strip() else []
    tokens = tokenize(entry)
    statements = []
    start, is_comment = 0, True
    for token in tokens:
        if token.type != "NEWLINE":
            is_comment = False
        elif not is_comment or not entry[start : token.start].strip():
            statements.append(entry[start : token.start])
            start, is_comment = token.end, True
    statements.append(entry[start:])
    return [statement.strip("\r\n") for statement in statements if statement.strip()]


def answer_screen(answer: Answer, columns: int | None = None, in_ascii: bool = False) -> Fragments:
    """What an answer looks like on a screen of so many columns; nothing for a line without a value.

    Without columns its value stands on one line. `in_ascii` tells that it will be shown in ASCII.
    """
    if answer.value is None:
        return [] if answer.note is None else note_screen(answer.note)
    if answer.defines_function:
        return indented([("class:note", safe(_definition(answer), keep="\n") + "\n")])
    fragments = [*answer.on_screen(room_for_rows(columns), in_ascii), ("", "\n")]
    if answer.reading is not None:
        fragments.append(("class:note", f"reads {safe(answer.reading)}\n"))
    if answer.note is not None:
        fragments.append(("class:note", f"{safe(answer.note)}\n"))
    return indented(fragments)


def room_for_rows(columns: int | None) -> int | None:
    """The columns that the rows of an answer may take on a screen of so many."""
    return None if columns is None else columns - INDENT - 1  # a full last column would make some begin a row


def note_screen(note: str) -> Fragments:
    """What the user should know, quietly."""
    return indented([("class:note", f"{safe(note)}\n")])


def error_screen(error: CalcError, line: str, in_place: bool, in_ascii: bool = False) -> Fragments:
    """What an error looks like.

    `in_place` tells that the line stands on the row above, so that a caret is
    enough to show where the error is; `in_ascii` that lines are shown in ASCII.
    """
    if isinstance(error, Interrupted):
        return indented([("class:note", f"{safe(error.message)}\n")])
    source = error.source or Source(line)
    span = span_in(error, source)
    if span is None or not in_place:
        where = f"{safe(source.name)}:{source.position(span.start)[0]}: " if source.name is not None and span else ""
        return indented(error_fragments(error, source, where, shown=ascii_character if in_ascii else safe_character))
    return caret_fragments(span, source, INDENT) + indented(error_fragments(error, source, excerpt=False))


def printed_screen(text: str) -> Fragments:
    """What `print` writes, line by line."""
    return indented([("", safe(text, keep="\n\t") + "\n")])


def indented(fragments: Fragments) -> Fragments:
    """The fragments with blanks before each line."""
    blank = " " * INDENT
    result: Fragments = []
    begins = True
    for style, text in fragments:
        for line in _lines(text):
            if begins and line != "\n":
                result.append(("", blank))
            result.append((style, line))
            begins = line.endswith("\n")
    return result


def _definition(answer: Answer) -> str:
    """The function a line has defined, as it could have been typed."""
    function = answer.value
    if not isinstance(function, Function):
        return answer.text
    named = function.name is None or function.text.startswith(f"{function.name}(")
    return function.text if named else f"{function.name} = {function.text}"


def _lines(text: str) -> list[str]:
    """The lines of a text with their newlines; only LF ends a line."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return [line for line in lines if line]
