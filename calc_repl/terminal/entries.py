"""What becomes of an entry: each line of it is a command, a question for help, or a line to answer."""

from __future__ import annotations

from calc_repl.errors import CalcError, InternalError, Interrupted
from calc_repl.terminal.commands import Leave, run_command
from calc_repl.terminal.screens import answer_screen, error_screen, printed_screen, statements_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.session import Session


def enter(entry: str, session: Session) -> bool:
    """Do what an entry says, line by line up to the first error; False when it says to leave."""
    with session.calculator:  # what is still being tried out must not see it half done
        for line in statements_of(entry):
            try:
                if not run_command(line.strip(), session):
                    _answer(line, session)
            except Leave:
                return False
            except CalcError as error:
                in_place = line == entry and error.source is not None and session.holds(entry)
                session.show(error_screen(error, line, in_place))
                if session.debug and isinstance(error, InternalError):
                    _show_traceback(error, session)
                break
    return True


def _answer(line: str, session: Session) -> None:
    calculator = session.calculator
    with session.interrupts.stopping(interrupt):
        answer = calculator.evaluate(line)
    session.show(answer_screen(answer))


def interrupt() -> None:
    """Stop what runs, from the handler of Ctrl-C."""
    raise Interrupted("Interrupted.")


def _show_traceback(error: CalcError, session: Session) -> None:
    from traceback import format_exception

    if error.__cause__ is not None:
        session.show(printed_screen("".join(format_exception(error.__cause__)).rstrip("\n")))
