"""The last answer written anew: with more digits, or in its other form alone."""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.settings import DECLARED
from calc_repl.terminal.entries import interrupt
from calc_repl.terminal.screens import error_screen, indented, note_screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.calculator import Answer
    from calc_repl.display.answers import Fragments
    from calc_repl.terminal.session import Session

_NONE = "There is no answer yet."


class Rewriting:
    """Each request goes one step further with the same answer; another entry begins anew."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entry = -1
        self._digits = 0
        self._form = 0

    def more_digits(self) -> Fragments:
        """The last answer with twice the digits it was shown with."""
        self._begin()
        self._digits = min(2 * self._digits, DECLARED["digits"].greatest or self._digits)
        return self._written(self._with_digits)

    def other_form(self) -> Fragments:
        """The decimal of the last answer alone, then its exact form, and so on in turn."""
        self._begin()
        self._form = 1 - self._form
        return self._written(self._in_form)

    def _begin(self) -> None:
        if self._entry != self._session.entries:
            self._entry = self._session.entries
            self._digits, self._form = self._session.calculator.settings.digits, 0

    def _written(self, write: Callable[[Answer], Fragments]) -> Fragments:
        calculator = self._session.calculator
        try:
            with self._session.interrupts.stopping(interrupt):
                answer = calculator.last_answer(self._digits)
        except CalcError as error:
            return error_screen(error, "ans", in_place=False)
        return note_screen(_NONE) if answer is None else write(answer)

    def _with_digits(self, answer: Answer) -> Fragments:
        if not any(mark == "≈" for mark, _ in answer.forms):
            return note_screen("The answer is exact as it stands.")
        return indented([*answer.fragments, ("", "\n")])

    def _in_form(self, answer: Answer) -> Fragments:
        if len(answer.forms) < 2:
            return note_screen("The answer has this one form only.")
        fragments = answer.fragments
        split = next(index for index, (_, text) in enumerate(fragments) if index and text.lstrip() in ("≈ ", "= "))
        parts = fragments[:split], [(fragments[split][0], fragments[split][1].lstrip()), *fragments[split + 1 :]]
        return indented([*parts[self._form], ("", "\n")])
