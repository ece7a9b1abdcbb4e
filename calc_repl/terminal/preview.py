"""What a line would be answered with, while it is typed."""

from __future__ import annotations

from calc_repl.errors import CalcError, Interrupted, Postponed
from calc_repl.help.requests import requested
from calc_repl.settings import Settings
from calc_repl.source import Source, Span
from calc_repl.syntax.brackets import Brackets, closers
from calc_repl.syntax.completeness import is_unfinished
from calc_repl.syntax.parser import parse
from calc_repl.syntax.tokens import OPERAND_ENDS, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from calc_repl.calculator import Answer, Calculator

#: Longer lines are not tried out, nor are their brackets looked for.
LONGEST = 1_000
#: Lines that tell the prompt something, while no name of the session is meant.
_WORDS = frozenset(("quit", "exit", "help"))


class Typed:
    """A line as it is being typed: its tokens, its brackets, and what its end lacks."""

    __slots__ = ("brackets", "closers", "is_finished", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text) if len(text) <= LONGEST else []
        self.brackets = Brackets(self.tokens)
        self.closers = closers(text, self.tokens, self.brackets) if self.tokens else ""
        ends = bool(self.tokens) and (self.tokens[-1].type in OPERAND_ENDS or self.brackets.stray is not None)
        self.is_finished = ends and len(self.closers) >= len(self.brackets.missing)

    def is_expression(self, names: Container[str]) -> bool:
        """Whether it is one line for the calculator, and not too long to be tried out."""
        line = self.text.strip()
        if not line or "\n" in line or len(self.text) > LONGEST or line[0] in ":?":
            return False
        return requested(line, names) is None and (line not in _WORDS or line in names)


class Preview:
    """What came of trying out a text: an answer, an error, or that only Enter computes it; or nothing of these."""

    __slots__ = ("answer", "closers", "error", "is_postponed", "text")

    def __init__(
        self,
        typed: Typed,
        answer: Answer | None = None,
        error: CalcError | None = None,
        is_postponed: bool = False,
    ) -> None:
        self.text = typed.text
        self.closers = typed.closers
        self.answer = answer
        self.error = error
        self.is_postponed = is_postponed

    def definite_error(self, cursor: int) -> CalcError | None:
        """The error, if typing on at the cursor cannot mend it."""
        error = self.error
        if error is None or error.span is None:
            return None
        touched = error.span.start <= cursor <= error.span.end
        return None if touched or error.span.end > len(self.text) else error


def previewed(typed: Typed, calculator: Calculator) -> Preview | None:
    """What comes of trying a text out; None when the attempt was interrupted.

    A text that is not finished has errors only: the value of a part would be a
    wrong answer to the line.
    """
    try:
        answer = calculator.preview(typed.text + typed.closers)
    except Interrupted:
        return None
    except Postponed:
        return Preview(typed, is_postponed=typed.is_finished)
    except CalcError as error:
        return Preview(typed, error=error)
    return Preview(typed, answer if typed.is_finished else None)


def entered(text: str) -> str | None:
    """A text as Enter takes it: with its open brackets closed where that makes sense; None when it goes on below."""
    if text.lstrip().startswith(":") or not is_unfinished(text):
        return text
    typed = Typed(text)
    if not typed.closers:
        return None
    try:
        parse(Source(text + typed.closers), Settings())
    except CalcError:
        return text  # it is wrong before its end
    return text + typed.closers


def definite_span(typed: Typed, preview: Preview | None, cursor: int) -> Span | None:
    """The part of a text that is wrong however the line goes on."""
    if typed.brackets.stray is not None:
        return typed.brackets.stray
    error = preview.definite_error(cursor) if preview is not None and preview.text == typed.text else None
    return error.span if error is not None else None
