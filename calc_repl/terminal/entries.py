"""What becomes of an entry: each line of it is a command, a question for help, or a line to answer."""

from __future__ import annotations

import re

from calc_repl.errors import CalcError, InternalError, Interrupted
from calc_repl.syntax.tokens import tokenize
from calc_repl.terminal.commands import Leave, run_command
from calc_repl.terminal.screens import answer_screen, printed_screen, statements_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.session import Session

#: The comments above a line.
_COMMENTS = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)+")


def enter(entry: str, session: Session) -> bool:
    """Do what an entry says, line by line up to the first error; False when it says to leave."""
    with session.calculator:  # what is still being tried out must not see it half done
        session.interrupts.is_pending = False
        for line in statements_of(entry):
            try:
                if session.interrupts.is_pending:
                    raise Interrupted("Interrupted.")
                if not run_command(_COMMENTS.sub("", line).strip(), session):
                    answer_line(line, session)
            except Leave:
                return False
            except Exception as fault:  # noqa: BLE001 - whatever went wrong, the session goes on
                error = fault if isinstance(fault, CalcError) else _internal(fault)
                in_place = line == entry and error.source is not None and session.holds(entry)
                session.show_error(error, line, in_place)
                if session.debug and isinstance(error, InternalError):
                    _show_traceback(error, session)
                break
    return True


def _internal(fault: Exception) -> InternalError:
    """The error for a fault in the prompt itself; `evaluate` makes its own."""
    error = InternalError(f"Internal error ({type(fault).__name__}); please report it with the input.")
    error.__cause__ = fault
    return error


def answer_line(line: str, session: Session) -> None:
    """Answer a line and show the answer. Raises CalcError; what of the line worked is noted in the journal."""
    try:
        answer = session.evaluate(line)
    except CalcError:
        worked = line[: session.calculator.completed]
        if worked.strip():
            session.journal.worked(worked)
        raise
    if tokenize(line):
        session.journal.worked(line)
    if answer.value is not None and not answer.defines_function:
        session.last, session.shows_exact = answer, False
    session.show(answer_screen(answer))


def _show_traceback(error: CalcError, session: Session) -> None:
    from traceback import format_exception

    if error.__cause__ is not None:
        session.show(printed_screen("".join(format_exception(error.__cause__)).rstrip("\n")))
