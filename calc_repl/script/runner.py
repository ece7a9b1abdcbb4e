"""One-shot expressions, files and pipes: answers on standard output, errors on standard error."""

from __future__ import annotations

import os
import sys

from calc_repl.calculator import Calculator
from calc_repl.display.diagnostics import error_fragments
from calc_repl.display.safe import safe
from calc_repl.errors import CalcError, InternalError
from calc_repl.script.arguments import DEFAULT_TIMEOUT, Arguments, settings_of
from calc_repl.script.deadline import Deadline
from calc_repl.script.output import (
    OutputClosed,
    OutputFailed,
    discard_output,
    shown_character,
    use_ascii,
    write_error,
    write_line,
)
from calc_repl.script.reading import LARGEST_FILE, Line, joined_inputs, read_file, standard_input_lines
from calc_repl.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calc_repl.calculator import Answer
    from calc_repl.values.plots import Canvas

ANSWERED, FAILED, USAGE = 0, 1, 2

_LEAVING = frozenset(("quit", "exit", ":quit", ":exit"))


def run(arguments: Arguments) -> int:
    """Do what the command line asks for; returns the exit status. Raises UsageError."""
    if "ascii" in arguments.preferences:
        use_ascii()
    try:
        if arguments.page is not None:
            write_line(arguments.page.rstrip("\n"))
            return ANSWERED
        if arguments.checked is not None:
            from calc_repl.script.checking import check

            return check(arguments)
        if arguments.file is not None:
            return _run_file(arguments)
        calculator = Calculator(
            settings_of(arguments, timeout=DEFAULT_TIMEOUT),
            _write_printed(arguments),
            python=arguments.python,
            canvas=_canvas,
        )
        if arguments.expressions:
            lines: Iterable[Line] = (Line(number, text) for number, text in enumerate(arguments.expressions, 1))
            return _Session(calculator, arguments, numbered=len(arguments.expressions) > 1).answer_all(lines)
        lines = standard_input_lines(calculator.settings.max_line)
        if not arguments.json:
            lines = joined_inputs(iter(lines))
        return _Session(calculator, arguments, numbered=True).answer_all(lines)
    except OutputClosed:
        discard_output()
        return ANSWERED
    except OutputFailed as failure:
        write_error(f"error: cannot write the answer: {failure}\n")
        discard_output()
        return FAILED


class _Session:
    """Lines answered one after the other, whatever becomes of the ones before."""

    def __init__(self, calculator: Calculator, arguments: Arguments, numbered: bool) -> None:
        self.calculator = calculator
        self.arguments = arguments
        self.numbered = numbered
        self.deadline = Deadline(calculator.settings.timeout)

    def answer_all(self, lines: Iterable[Line]) -> int:
        status = ANSWERED
        for line in lines:
            if line.text.strip() in _LEAVING and line.text.strip() not in self.calculator.scope.names:
                break
            try:
                if line.error is not None:
                    line.error.source = Source(line.text)
                    raise line.error
                page = self.help_page(line.text)
                if page is not None:
                    self.show_page(line, page)
                    continue
                with self.deadline:
                    answer = self.calculator.evaluate(line.text, first_line=line.number)
                self.show(line, answer)
            except CalcError as error:
                status = FAILED
                self.report(line, error)
        return status

    def help_page(self, text: str) -> str | None:
        """The page a line asks for, or None when it asks for none. Raises CalcError for an unknown topic."""
        if "help" not in text and "?" not in text:
            return None
        from calc_repl.help.requests import requested

        topic = requested(text, self.calculator.scope.names)
        if topic is None:
            return None
        from calc_repl.help.pages import page

        return page(topic, self.calculator.scope.names, self.calculator.outline)

    def show_page(self, line: Line, page: str) -> None:
        if self.arguments.json:
            from calc_repl.display.records import answer_record

            page = answer_record(line.number, Source(line.text), "none", page, None, None, None, None)
        write_line(page.rstrip("\n"))

    def show(self, line: Line, answer: Answer) -> None:
        if self.arguments.json:
            from calc_repl.display.records import answer_record

            record = answer_record(
                line.number,
                answer.source,
                answer.kind,
                answer.text,
                answer.exact,
                answer.approx,
                answer.unit,
                answer.reading,
            )
            write_line(record)
            return
        if answer.note is not None:
            write_error(f"note: {safe(answer.note)}\n")
        if answer.value is not None and not answer.defines_function:
            write_line(safe(answer.bare, keep="\n\t") if self.arguments.terse else answer.text)

    def report(self, line: Line, error: CalcError) -> None:
        source = error.source or Source(line.text)
        if self.arguments.json:
            from calc_repl.display.records import error_record

            write_line(error_record(line.number, source, error))
        else:
            where = f"line {line.number}: " if self.numbered else ""
            write_error("".join(text for _, text in error_fragments(error, source, where, shown=shown_character())))
        _show_traceback(error, self.arguments)


def _run_file(arguments: Arguments) -> int:
    path = arguments.file
    assert path is not None
    settings = settings_of(
        arguments, timeout=DEFAULT_TIMEOUT, max_line=LARGEST_FILE, max_tokens=LARGEST_FILE, max_text=10_000_000
    )
    folder = os.path.dirname(os.path.abspath(path))
    calculator = Calculator(settings, _write_printed(arguments), folder=folder, python=arguments.python, canvas=_canvas)
    calculator.scope.names["args"] = tuple(arguments.file_arguments)
    session = _Session(calculator, arguments, numbered=False)
    try:
        text = read_file(path)
    except OSError as error:
        write_error(f"error: cannot read {safe(path)}: {error.strerror}\n")
        return FAILED
    except CalcError as error:
        write_error(f"error: {safe(path)}: {error.message}\n")
        return FAILED
    try:
        with session.deadline:
            answer = calculator.evaluate(text, name=path)
        session.show(Line(1, text), answer)
    except CalcError as error:
        if arguments.json:
            session.report(Line(1, text), error)
        else:
            source = error.source or Source(text)
            line, column = source.position(error.span.start) if error.span else (1, 1)
            where = f"{safe(path)}:{line}:{column}: "
            write_error("".join(text for _, text in error_fragments(error, source, where, shown=shown_character())))
            _show_traceback(error, arguments)
        return FAILED
    return ANSWERED


def _write_printed(arguments: Arguments) -> Callable[[str], None]:
    def write(text: str) -> None:
        if arguments.json:
            write_error(safe(text, keep="\n\t") + "\n")  # standard output holds records only
        else:
            write_line(safe(text, keep="\n\t"))

    return write


def _canvas() -> Canvas:
    """The room for a plot: as usual, or less on a narrower terminal."""
    from calc_repl.script.output import terminal_columns
    from calc_repl.values.plots import Canvas, canvas_within

    usual = Canvas()
    return canvas_within(terminal_columns() or usual.columns, usual.rows)


def _show_traceback(error: CalcError, arguments: Arguments) -> None:
    if arguments.debug and isinstance(error, InternalError) and error.__cause__ is not None:
        import traceback

        traceback.print_exception(error.__cause__, file=sys.stderr)
