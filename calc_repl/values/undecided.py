"""The error of a question about real numbers that no computation has settled."""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.values.limits import short


class Undecided(CalcError, ArithmeticError):
    """Two numbers agree as far as was computed, and nothing proves that they are equal.

    `question` completes "It cannot be decided ..."; `digits` is the number of
    decimal places to which they agree, so that a display can show what is known.
    """

    def __init__(self, question: str, digits: int) -> None:
        super().__init__(f"It cannot be decided {question}; the two agree to {short(digits)} digits.")
        self.question = question
        self.digits = digits
