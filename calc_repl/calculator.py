"""The front door of the engine: text in, answer out. It reads and writes nothing."""

from __future__ import annotations

from _thread import RLock

from calc_repl.display.answers import answer_fragments, inline_text, render
from calc_repl.errors import CalcError, InternalError, LimitError
from calc_repl.evaluation.compiler import compile_statement
from calc_repl.evaluation.machine import Machine
from calc_repl.evaluation.notes import note_on
from calc_repl.evaluation.reading import reading_of
from calc_repl.evaluation.scope import Scope
from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax import nodes
from calc_repl.syntax.parser import parse
from calc_repl.values import limits
from calc_repl.values.kinds import Function, is_function, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.display.answers import Fragments

# Limits are shared by the whole process, so evaluations take turns.
_turn = RLock()


class Answer:
    """What a line was answered with.

    `value` is the value in the calculator's own kinds, `kind` its kind as in
    records, `reading` how the line was read where that is not obvious, or
    None. `defines_function` tells that the line only defined a function.
    A `note` is shown behind the answer.
    """

    __slots__ = ("_rendered", "defines_function", "kind", "reading", "source", "value")

    def __init__(
        self,
        source: Source,
        value: Any,
        settings: Settings,
        reading: str | None,
        defines_function: bool,
        note: str | None = None,
    ) -> None:
        self.source = source
        self.value = value
        self.kind = kind_of(value)
        self.reading = reading
        self.defines_function = defines_function
        self._rendered = render(value, settings, note)

    @property
    def text(self) -> str:
        """The answer as one line of text: `1/3 ≈ 0.333333333333`."""
        return self._rendered.text

    @property
    def bare(self) -> str:
        """The value alone, without marks; a decimal where there is one."""
        return self._rendered.bare

    @property
    def exact(self) -> str | None:
        """The exact value in the language's notation, or None for what has none."""
        return self._rendered.exact

    @property
    def approx(self) -> str | None:
        """The decimal beside the exact form, rounded to the set digits; None when that is the decimal already."""
        return self._rendered.approx

    @property
    def fragments(self) -> Fragments:
        """The answer as styled fragments, for a terminal."""
        return answer_fragments(self._rendered)

    def __repr__(self) -> str:
        return f"<Answer {self.text}>"


class Calculator:
    """A session: definitions and answers, kept from line to line.

    `write` is given each line that `print` writes; without it they go to
    standard output.
    """

    def __init__(self, settings: Settings | None = None, write: Callable[[str], object] | None = None) -> None:
        self.settings = settings or Settings()
        self.scope = Scope()
        self._write = write or print
        self._machine: Machine | None = None

    def evaluate(self, text: str, name: str | None = None, first_line: int = 1) -> Answer:
        """Answer an input of one or more statements.

        `name` is the file it comes from and `first_line` the number of its
        first line, for messages. Raises CalcError with the source, and the
        place in it where there is one; what the statements before it defined
        is kept.
        """
        source = Source(text, name, first_line)
        with _turn:
            limits.use(self.settings)
            try:
                return self._answer(source)
            except CalcError as error:
                error.source = source
                raise
            except MemoryError:
                raise _with_source(LimitError("This needs more memory than there is."), source) from None
            except Exception as fault:
                message = f"Internal error ({type(fault).__name__}); please report it with the input."
                raise _with_source(InternalError(message), source) from fault
            finally:
                self._machine = None

    def interrupt(self) -> None:
        """Stop the evaluation that runs now, if there is one; it raises Interrupted soon."""
        machine = self._machine
        if machine is not None:
            machine.interrupted = True

    def _answer(self, source: Source) -> Answer:
        program = parse(source, self.settings)
        value: Any = None
        defines_function = False
        reading = note = None
        # One machine for the input: a limit of time is for all its statements.
        self._machine = machine = Machine(self.settings, self._print)
        for statement in program.statements:
            defines_function = False
            if isinstance(statement, nodes.Documentation):
                continue
            definition = isinstance(statement, (nodes.Definition, nodes.FunctionDefinition))
            body = statement.value if isinstance(statement, nodes.Definition) else statement
            code = compile_statement(body, source, self.scope, self._inline_text)
            reading = reading_of(body, self.scope) if statement is program.statements[-1] else None
            value = machine.run(code)
            note = note_on(body, value, self.scope) if statement is program.statements[-1] else None
            if definition:
                self._define(statement, value)
                defines_function = is_function(value)
            if value is not None and not defines_function:
                self.scope.remember(value)
        try:
            return Answer(source, value, self.settings, reading, defines_function, note)
        except CalcError as error:  # its digits are more than can be computed or written
            if program.statements:
                error.at(program.statements[-1].start, program.statements[-1].end)
            raise

    def _define(self, statement: Any, value: Any) -> None:
        try:
            self.scope.define(statement.name, value)
        except CalcError as error:
            error.at(statement.start, statement.name_end)
            raise
        if isinstance(value, Function) and value.name is None:
            value.name = statement.name

    def _print(self, values: tuple[Any, ...]) -> None:
        self._write(" ".join(map(self._inline_text, values)))

    def _inline_text(self, value: Any) -> str:
        return inline_text(value, self.settings)


def _with_source(error: CalcError, source: Source) -> CalcError:
    error.source = source
    return error
