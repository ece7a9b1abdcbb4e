"""The error of a question about real numbers that no computation has settled."""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.values.limits import short


class Question:
    """What cannot be decided, what is known instead ({} being a number of digits), and what to do."""

    __slots__ = ("finding", "hint", "text")

    def __init__(self, text: str, finding: str, hint: str) -> None:
        self.text = text
        self.finding = finding
        self.hint = hint


IS_ZERO = Question(
    "whether a number is 0", "its size is below 10^-{}", "compare it with a tolerance, as in abs(x) < 1e-50"
)
ARE_EQUAL = Question(
    "whether the two numbers are equal",
    "they agree to {} decimal places",
    "compare them with a tolerance, as in abs(a - b) < 1e-50",
)
ROUNDING = Question(
    "how a number is to be rounded",
    "it may lie in the middle of two roundings, to {} digits",
    "ask for another number of digits",
)
NEAREST_FRACTION = Question(
    "which fraction is nearest", "the number may lie in the middle of two, to {} digits", "allow another denominator"
)


def is_below(whole: int) -> Question:
    """The question whether a number is below a whole number that it cannot be told from."""
    return Question(
        f"whether a number is below {short(whole)}",
        "the two agree to {} decimal places",
        "round gives the nearest whole number",
    )


class Undecided(CalcError, ArithmeticError):
    """Two numbers agree as far as was computed, and nothing proves that they are equal.

    `digits` is the number of decimal places to which they agree, so that a display can show what is known.
    """

    def __init__(self, question: Question, digits: int) -> None:
        finding = question.finding.format(short(digits))
        super().__init__(f"It cannot be decided {question.text}; {finding}.", hint=question.hint)
        self.digits = digits
