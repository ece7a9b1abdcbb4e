"""The front door of the engine: text in, answer out. It reads and writes nothing."""

from __future__ import annotations

from _thread import RLock

from calc_repl.display.answers import answer_fragments, inline_text, render, screen_fragments
from calc_repl.errors import CalcError, InternalError, Interrupted, LimitError
from calc_repl.evaluation.calls import arranged
from calc_repl.evaluation.machine import Machine
from calc_repl.evaluation.notes import note_on
from calc_repl.evaluation.reading import reading_of
from calc_repl.evaluation.scope import Scope
from calc_repl.evaluation.statements import Context
from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax import nodes
from calc_repl.syntax.parser import parse
from calc_repl.values import limits
from calc_repl.values.kinds import is_function, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar

    from calc_repl.display.answers import Fragments
    from calc_repl.modules.registry import Registry
    from calc_repl.values.modules import Module, Outline
    from calc_repl.values.plots import Canvas

    T = TypeVar("T")

#: Lines with one of these are not tried out: they are about other files.
_WITHOUT_PREVIEW = (nodes.Import, nodes.ImportFrom, nodes.Reload)
#: An answer that is only tried out has no more digits than fit on a screen.
_TRIED_DIGITS = 500

# Limits are shared by the whole process, so evaluations take turns.
_turn = RLock()


class Answer:
    """What a line was answered with.

    `value` is the value in the calculator's own kinds, `kind` its kind as in
    records, `reading` how the line was read where that is not obvious, or
    None; `note` what an import or a definition has to tell, or None: what there
    is to tell of a value stands behind it, `remark`. `defines_function` tells
    that the line only defined a function. `settings` are those it is shown by.
    """

    __slots__ = ("_rendered", "defines_function", "kind", "note", "reading", "settings", "source", "value")

    def __init__(
        self,
        source: Source,
        value: Any,
        settings: Settings,
        reading: str | None,
        note: str | None,
        defines_function: bool,
        remark: str | None = None,
    ) -> None:
        self.note = note
        self.source = source
        self.value = value
        self.kind = kind_of(value)
        self.reading = reading
        self.defines_function = defines_function
        self.settings = settings
        self._rendered = render(value, settings, remark)

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
    def unit(self) -> str | None:
        """The unit of a number that has one: `exact` and `approx` leave it out."""
        return self._rendered.unit

    @property
    def is_rounded(self) -> bool:
        """Whether it is a number whose decimal is rounded."""
        return self._rendered.written is not None and self._rendered.written.rounded

    @property
    def forms(self) -> list[tuple[str, str]]:
        """Its exact form and its decimal, each behind its mark; one of them where that says all."""
        return self._rendered.forms

    @property
    def doubt(self) -> str | None:
        """What there is to tell about the value, such as that something could not be decided, or None."""
        return self._rendered.note

    @property
    def fragments(self) -> Fragments:
        """The answer as styled fragments, for a terminal; what is long is cut."""
        return answer_fragments(self._rendered)

    def on_screen(self, columns: int | None, in_ascii: bool = False, fold: bool = True) -> Fragments:
        """The answer for a screen of so many columns, a matrix or a table over several rows where it fits.

        Without columns it stands on one line. `in_ascii` tells that signs will
        be shown in ASCII; `fold` whether what is long is cut.
        """
        if columns is None:
            return answer_fragments(self._rendered, fold)
        return screen_fragments(self._rendered, self.settings, columns, in_ascii, fold)

    def __repr__(self) -> str:
        return f"<Answer {self.text}>"


class Calculator:
    """A session: definitions, answers and modules, kept from line to line.

    `write` is given each line that `print` writes; without it they go to
    standard output. `folder` is where modules are looked for first; without it
    that is the current folder. `python` lets any module of Python be imported.
    `canvas` is asked before a plot how much room there is for it.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        write: Callable[[str], object] | None = None,
        *,
        folder: str | None = None,
        python: bool = False,
        canvas: Callable[[], Canvas] | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.scope = Scope()
        self.scope.suggest = self._suggest_import
        self._folder = folder
        self._python = python
        self._canvas = canvas
        self._modules: Registry | None = None
        self._write = write or print
        self._machine: Machine | None = None
        self.completed = 0  # so many characters of the last input are statements that worked
        self._trying: Machine | None = None
        self._turns = 0  # how many wait for, or have, the turn that trying out gives way to

    def evaluate(
        self, text: str, name: str | None = None, first_line: int = 1, failed: list[CalcError] | None = None
    ) -> Answer:
        """Answer an input of one or more statements.

        `name` is the file it comes from and `first_line` the number of its
        first line, for messages. Raises CalcError with the source, and the
        place in it where there is one; what the statements before it defined
        is kept. With a list `failed`, the errors of statements are added to it
        and the next statement is run.
        """
        source = Source(text, name, first_line)
        with self:
            limits.use(self.settings)
            self.completed = 0
            try:
                return self._answer(source, failed)
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
                limits.watch(None)  # through it the calculator would be kept alive

    def load(self, name: str) -> Module:
        """The module of a full name, for a Python program. Raises CalcError."""
        return self._for_program(lambda _: self.modules.load(name))

    def call(self, function: Any, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]] = ()) -> Any:
        """The value of a function of the language, for a Python program. Raises CalcError and what that raises."""
        if keywords:
            arguments = arranged(function, list(arguments), list(keywords))
        return self._for_program(lambda machine: machine.call_from_python(function, arguments))

    def _for_program(self, work: Callable[[Machine], T]) -> T:
        """Let a program do something inside the evaluation that runs, or in one of its own."""
        with self:
            if self._machine is not None:
                return work(self._machine)
            limits.use(self.settings)
            self._machine = self.modules.machine = Machine(self.settings, self._print)
            try:
                return work(self._machine)
            finally:
                self._machine = None
                limits.watch(None)  # through it the calculator would be kept alive

    def shown(self, value: Any, settings: Settings) -> Answer:
        """A value as an answer by other settings. Raises CalcError when its digits are more than can be shown."""
        with self:
            limits.use(self.settings)
            return Answer(Source(""), value, settings, None, None, False)

    def preview(self, text: str, seconds: float = 0.15) -> Answer | None:
        """What a line would be answered with, without any effect; None when that says nothing new.

        It may be called from another thread than the others, and gives way to
        them: it then raises Interrupted, as it does for `interrupt_preview`.
        Raises Postponed for a line that has effects or takes longer than so
        many seconds, and otherwise the CalcError that `evaluate` would raise.
        """
        answer: Answer | None = self._try(text, seconds, for_display=True)
        return answer

    def value_of(self, text: str, seconds: float) -> Any:
        """The value a line would have, without any effect, for somebody who has the turn; None when it has none.

        Raises CalcError as `preview` does.
        """
        return self._try(text, seconds, for_display=False)

    def _try(self, text: str, seconds: float, for_display: bool) -> Any:
        from calc_repl.evaluation.trying import Tentatively, TryingMachine

        source = Source(text)
        with _turn, Tentatively(self.scope):
            limits.use(self.settings, only_try=True)
            self._trying = machine = TryingMachine(self.settings, seconds)
            try:
                if for_display and self._turns:
                    raise Interrupted("Interrupted.")
                return self._tried(source, machine, for_display)
            except CalcError as error:
                error.source = source
                raise
            finally:
                self._trying = None

    def interrupt_preview(self) -> None:
        """Stop the preview that is made now, if there is one; it raises Interrupted soon."""
        machine = self._trying
        if machine is not None:
            machine.interrupted = True

    def __enter__(self) -> Calculator:
        """Take the turn: no preview is made until the end of the `with`, and nothing is evaluated elsewhere."""
        self._turns += 1
        self.interrupt_preview()
        try:
            _turn.acquire()
        except BaseException:
            self._turns -= 1
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._turns -= 1
        _turn.release()

    @property
    def modules(self) -> Registry:
        """The modules it has loaded and those it can load."""
        if self._modules is None:
            from calc_repl.modules.registry import Registry

            self._modules = Registry(lambda: self.settings, self._inline_text, self._folder, self._python)
        return self._modules

    def outline(self, name: str) -> Outline | None:
        """What the module of a name offers, found without running it; None when there is none."""
        from calc_repl.modules.outline import outline

        return outline(self.modules, name)

    def refresh(self) -> list[str | CalcError]:
        """Load modules anew whose files have changed: what to tell of each, or the error that kept the old one."""
        if self._modules is None or not self._modules.modules:
            return []
        from calc_repl.modules.reloading import refresh

        with self:
            limits.use(self.settings)
            self._machine = self._modules.machine = Machine(self.settings, self._print)
            try:
                return list(refresh(self._modules, self.scope))
            finally:
                self._machine = None

    def interrupt(self) -> None:
        """Stop the evaluation that runs now, if there is one; it raises Interrupted soon."""
        machine = self._machine
        if machine is not None:
            machine.interrupted = True

    def _answer(self, source: Source, failed: list[CalcError] | None) -> Answer:
        program = parse(source, self.settings)
        value: Any = None
        statement: Any = None
        reading = remark = None
        # One machine for the input: a limit of time is for all its statements.
        self._machine = machine = Machine(self.settings, self._print)
        if self._modules is not None:
            self._modules.machine = machine
        context = Context(source, self.scope, machine, self._inline_text, lambda: self.modules, self._canvas)
        for statement in program.statements:
            if isinstance(statement, nodes.Documentation):
                continue
            if statement is program.statements[-1]:
                body = statement.value if isinstance(statement, nodes.Definition) else statement
                reading = reading_of(body, self.scope)
            try:
                value = context.run(statement)
            except CalcError as error:
                if failed is None or not error.catchable:
                    raise
                failed.append(_with_source(error, source))
                continue
            if statement is program.statements[-1] and value is not None:
                remark = note_on(body, value, self.scope) or limits.basis
            if isinstance(statement, nodes.Plot):
                if statement is not program.statements[-1]:
                    self._print((value,))
            elif value is not None and not _defines_function(statement, value):
                self.scope.remember(value)
            self.completed = statement.end
        try:
            defines_function = _defines_function(statement, value)
            return Answer(source, value, self.settings, reading, context.note, defines_function, remark)
        except CalcError as error:  # its digits are more than can be computed or written
            if program.statements:
                error.at(program.statements[-1].start, program.statements[-1].end)
            raise

    def _tried(self, source: Source, machine: Machine, for_display: bool) -> Any:
        """The answer to a line, or None where there is nothing to show; or its value alone."""
        program = parse(source, self.settings)
        statements = [each for each in program.statements if not isinstance(each, nodes.Documentation)]
        if not statements or any(isinstance(each, _WITHOUT_PREVIEW) for each in statements):
            return None
        context = Context(source, self.scope, machine, self._inline_text, None)
        value: Any = None
        for statement in statements:
            body = statement.value if isinstance(statement, nodes.Definition) else statement
            reading = reading_of(body, self.scope) if statement is statements[-1] else None
            value = context.run(statement)
            if value is not None:
                self.scope.remember(value)
        if value is None or _defines_function(statements[-1], value):
            return None
        if not for_display:
            return value
        digits = min(self.settings.digits, _TRIED_DIGITS)
        answer = Answer(source, value, self.settings.changed(digits=digits), reading, None, False, limits.basis)
        return None if _is_as_typed(source.text[body.start : body.end], answer) and reading is None else answer

    def _print(self, values: tuple[Any, ...]) -> None:
        self._write(" ".join(map(self._inline_text, values)))

    def _suggest_import(self, name: str) -> str | None:
        """A hint for an unknown name that is the name of a module; a preview shows none, and looks at no folder."""
        if self._trying is not None:
            return None
        return f"import {name}" if name in self.modules.available() else None

    def _inline_text(self, value: Any) -> str:
        return inline_text(value, self.settings)


def _defines_function(statement: Any, value: Any) -> bool:
    return isinstance(statement, (nodes.Definition, nodes.FunctionDefinition)) and is_function(value)


def _is_as_typed(text: str, answer: Answer) -> bool:
    """Whether an answer only repeats what was typed."""
    return text.replace(" ", "") == answer.text.replace(" ", "")


def _with_source(error: CalcError, source: Source) -> CalcError:
    error.source = source
    return error
