"""The last answer once more: in full, with more digits, in its other form, on the clipboard."""

from __future__ import annotations

from base64 import b64encode

from calc_repl.errors import CalcError, LimitError
from calc_repl.settings import DECLARED
from calc_repl.terminal.screens import indented, room_for_rows
from calc_repl.values.arithmetic import is_date
from calc_repl.values.kinds import Notation, Shown, is_scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.calculator import Answer
    from calc_repl.display.answers import Fragments
    from calc_repl.settings import Settings
    from calc_repl.terminal.session import Session
    from calc_repl.values.kinds import Value

#: Terminals take no more than so many bytes.
MOST_COPIED = 64 * 1024
_LONGEST_TOLD = 60


def unfolded(session: Session) -> Fragments:
    """The last answer with nothing left out. Raises CalcError when there is none."""
    room = room_for_rows(session.columns)
    return indented([*_last(session).on_screen(room, session.ascii, fold=False), ("", "\n")])


def with_more_digits(session: Session) -> Fragments:
    """The last answer with twice as many digits as it was shown with last. Raises CalcError when it has no more."""
    answer = _last(session)
    if not _may_be_rounded(answer.value):
        raise CalcError("Only a number or a time can be shown with more digits.")
    more = session.shown(*_doubled(answer.value, answer.settings)) if answer.is_rounded else answer
    if more.text == answer.text:
        raise CalcError("There are no more digits.")
    session.last, session.shows_exact = more, False
    return indented([*more.fragments, ("", "\n")])


def in_other_form(session: Session) -> Fragments:
    """The last answer as its exact form alone; as its decimal alone when that form was shown last.

    Raises CalcError when it has one form only.
    """
    answer = _last(session)
    exact, decimal = answer.exact, answer.approx
    if not _may_be_rounded(answer.value) or exact is None or decimal is None or exact == decimal:
        raise CalcError("The answer has one form only.")
    session.shows_exact = not session.shows_exact
    mark = "≈ " if answer.is_rounded and not session.shows_exact else "= "
    text = _with_unit(exact, answer.unit) if session.shows_exact else answer.bare
    return indented([("class:mark", mark), ("class:answer", text), ("", "\n")])


def copy(session: Session, form: str) -> str:
    """Put the last answer on the clipboard of the terminal (OSC 52); returns what was done.

    That is its decimal where there is one, or its exact form when `form` is
    `exact`. Raises CalcError when it cannot be.
    """
    answer = _last(session)
    if form not in ("", "exact"):
        raise CalcError("The last answer is copied, nothing else.", hint=":copy, or :copy exact")
    text = _with_unit(answer.exact, answer.unit) if form and answer.exact is not None else None if form else answer.bare
    if text is None:
        raise CalcError("The answer has no exact form.", hint=":copy copies its decimal")
    data = text.encode("utf-8", "backslashreplace")
    if len(data) > MOST_COPIED:
        raise LimitError(f"The answer has {len(data):,} bytes; terminals take at most {MOST_COPIED:,}.")
    if not session.control(f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"):
        raise CalcError("This terminal has no clipboard that could be reached.")
    shown = text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"
    rounded = " (rounded)" if answer.is_rounded and not form else ""
    return f"copied {shown}{rounded}"


def _last(session: Session) -> Answer:
    """The last answer; of an earlier one that is the last again, as it would be shown now."""
    scope = session.calculator.scope
    if session.last is None:
        if scope.answer_count not in scope.answers:
            raise CalcError("There is no answer yet.")
        session.last = session.shown(scope.answers[scope.answer_count], session.calculator.settings)
    return session.last


def _doubled(value: Value, settings: Settings) -> tuple[Value, Settings]:
    """The value with twice the digits or places it was asked to have, or settings with twice the digits."""
    notation = value.notation if isinstance(value, Shown) else None
    if notation is None or (notation.digits is None and notation.places is None):
        most = DECLARED["digits"].greatest
        assert most is not None
        return value, settings.changed(digits=min(2 * settings.digits, most))
    doubled = Notation(
        notation.style,
        base=notation.base,
        digits=notation.digits and 2 * notation.digits,
        places=notation.places and 2 * notation.places,
        width=notation.width,
        unit=notation.unit,
        units=notation.units,
    )
    return Shown(value.value, doubled), settings


def _with_unit(exact: str, unit: str | None) -> str:
    from calc_repl.display.quantities import joined

    return exact if unit is None else joined(exact, unit)


def _may_be_rounded(value: Value) -> bool:
    """Whether a value is of a kind that may be shown exactly and as a decimal; the seconds of a date are."""
    value = value.value if isinstance(value, Shown) else value
    return is_scalar(value) or is_date(value)
