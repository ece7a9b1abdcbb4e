"""`--check`: every example and every assertion in modules of the language is tried, as a test runner would."""

from __future__ import annotations

import difflib
import os

from calc_repl.calculator import Calculator
from calc_repl.display.diagnostics import error_fragments
from calc_repl.display.safe import safe
from calc_repl.errors import CalcError, ModuleProblem
from calc_repl.help.docstrings import examples
from calc_repl.modules.checking import candidates, docs
from calc_repl.modules.loader import parse_module
from calc_repl.modules.reading import read_source
from calc_repl.script.arguments import DEFAULT_TIMEOUT, Arguments, UsageError, settings_of
from calc_repl.script.deadline import Deadline
from calc_repl.script.output import write_line
from calc_repl.source import Source
from calc_repl.syntax import nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.help.docstrings import Example
    from calc_repl.modules.checking import Candidate, Documented
    from calc_repl.settings import Settings
    from calc_repl.values.modules import Module

ALL_RIGHT, FAILED = 0, 1


def check(arguments: Arguments) -> int:
    """Check the modules a command line names and report what fails; returns the exit status. Raises UsageError."""
    assert arguments.checked is not None
    try:
        found = [module for path in arguments.checked for module in candidates(path)]
    except ModuleProblem as error:
        raise UsageError(safe(error.message.removesuffix("."))) from None
    run = _Run(settings_of(arguments, timeout=DEFAULT_TIMEOUT), arguments.json, arguments.python)
    for module in {each.file: each for each in found}.values():
        run.check(module)
    write_line(run.summary())
    return FAILED if run.failed else ALL_RIGHT


class _Failure:
    """What went wrong and where: an example with its two screens, or, without an input, an error."""

    __slots__ = ("expected", "file", "got", "input", "line")

    def __init__(self, file: str, line: int | None, got: str, input: str | None = None, expected: str = "") -> None:
        self.file = file
        self.line = line
        self.got = got
        self.input = input
        self.expected = expected

    @property
    def text(self) -> str:
        """The failure for people: its place, then what was expected and what came."""
        where = safe(_shown_path(self.file)) + (f":{self.line}" if self.line is not None else "")
        if self.input is None:
            return f"{where}: {self.got}"
        typed = safe(self.input, keep="\n").replace("\n", "\n. ")
        return f"{where}: > {typed}\n{_difference(self.expected, self.got)}"

    @property
    def record(self) -> str:
        """The failure as JSON."""
        import json

        shown = {"file": _shown_path(self.file), "line": self.line, "input": self.input}
        return json.dumps({**shown, "expected": None if self.input is None else self.expected, "got": self.got})


class _Run:
    """The modules checked so far: what was tried in them, and what failed."""

    def __init__(self, settings: Settings, as_json: bool, python: bool) -> None:
        self.settings = settings
        self.python = python
        self.as_json = as_json
        self.deadline = Deadline(settings.timeout)
        self.calculators: dict[str, Calculator] = {}  # one for each folder that names count from
        self.reported: set[tuple[str, int | None, str]] = set()
        self.examples = self.assertions = self.failed = 0

    def check(self, module: Candidate) -> None:
        """Load a module, which tries its assertions, and try its examples."""
        try:
            loaded = self.load(module)
            source, _ = read_source(module.file)
            program = parse_module(source, self.settings)
        except CalcError as error:
            self.report(_failure(error, module.file))
            return
        self.assertions += sum(isinstance(each, nodes.Assertion) for each in program.statements)
        for doc in docs(source, program):
            try:
                self.check_examples(module, loaded, doc)
            except CalcError as error:
                self.report(_failure(error, module.file))

    def load(self, module: Candidate) -> Module:
        """The module; the assertions that do not hold are reported. Raises CalcError when it cannot be loaded."""
        calculator = self.calculators.get(module.folder)
        if calculator is None:
            calculator = self.calculators[module.folder] = self.calculator(module, [])
        registry = calculator.modules
        try:
            if module.key not in registry.modules:
                with self.deadline:
                    calculator.evaluate(module.statement)
        finally:
            for error in registry.failed_assertions or ():
                self.report(_failure(error, module.file))
            registry.failed_assertions = []
        loaded = registry.modules[module.key]
        if loaded.file != module.file:
            other = f"loads {_shown_path(loaded.file)}" if loaded.file else "finds a package without __init__.calc"
            raise ModuleProblem(f"import {module.name} {other}, not this file.")
        return loaded

    def calculator(self, module: Candidate, printed: list[str]) -> Calculator:
        """A calculator that finds the module; what it prints is kept in `printed`."""
        calculator = Calculator(self.settings, printed.append, folder=module.folder, python=self.python)
        calculator.modules.failed_assertions = []
        return calculator

    def check_examples(self, module: Candidate, loaded: Module, doc: Documented) -> None:
        """Try the examples of a doc in a session of their own that knows the names of the module.

        For a doc that is about no definition the module is imported as well.
        Raises CalcError when it cannot be.
        """
        found = examples(doc.text)
        if not found:
            return
        printed: list[str] = []
        calculator = self.calculator(module, printed)
        calculator.scope.names.update(loaded.names)
        if doc.definition is None:
            with self.deadline:
                calculator.evaluate(module.statement)
        for example in found:
            self.examples += 1
            printed.clear()
            got = self.screen(calculator, printed, example)
            if got is not None:
                line = doc.line + example.line
                self.report(_Failure(module.file, line, got, example.input, example.screen))

    def screen(self, calculator: Calculator, printed: list[str], example: Example) -> str | None:
        """What is printed for an example, or None when it is what the example says.

        The indented lines of an error, which show where it is, may be left out in an example.
        """
        try:
            with self.deadline:
                answer = calculator.evaluate(example.input)
        except CalcError as error:
            shown = _error_screen(error, error.source or Source(example.input))
            if not any(map(_is_indented, example.screen.split("\n"))):
                shown = "\n".join(line for line in shown.split("\n") if not _is_indented(line))
        else:
            shown = "" if answer.value is None or answer.defines_function else answer.text
        screen = _joined([*printed, shown])
        return None if screen == example.screen else screen

    def report(self, failure: _Failure) -> None:
        """Write a failure, unless it was already."""
        first_line, _, _ = failure.got.partition("\n")  # the ways to an error differ
        place = failure.file, failure.line, failure.input or first_line
        if place in self.reported:
            return
        self.reported.add(place)
        self.failed += 1
        write_line(failure.record if self.as_json else failure.text)

    def summary(self) -> str:
        """What was tried, and how much of it failed."""
        if self.as_json:
            import json

            return json.dumps({"examples": self.examples, "assertions": self.assertions, "failed": self.failed})
        tried = f"{_counted(self.examples, 'example')}, {_counted(self.assertions, 'assertion')}"
        return f"{tried}: {f'{self.failed} failed' if self.failed else 'all right'}"


def _failure(error: CalcError, file: str) -> _Failure:
    """An error that a module was loaded with, at its innermost place in a file."""
    place = next((place for place in error.places if place.source.name is not None), None)
    if place is None:
        return _Failure(file, None, _error_screen(error, Source(""), excerpt=False))
    assert place.source.name is not None
    line, _ = place.source.position(place.span.start)
    return _Failure(place.source.name, line, _error_screen(error, place.source))


def _error_screen(error: CalcError, source: Source, excerpt: bool = True) -> str:
    return "".join(text for _, text in error_fragments(error, source, excerpt=excerpt)).rstrip("\n")


def _is_indented(line: str) -> bool:
    return line.startswith("  ")


def _joined(lines: list[str]) -> str:
    """Lines as an example can state them: without blanks at their ends."""
    return "\n".join(line.rstrip() for each in lines for line in each.split("\n")).strip("\n")


def _difference(expected: str, got: str) -> str:
    """Two screens, one above the other; for long ones what is in one of them alone."""
    if "\n" not in expected and "\n" not in got:
        return f"  expected: {safe(expected) or 'nothing'}\n  got:      {safe(got) or 'nothing'}"
    marked = difflib.ndiff(safe(expected, keep="\n").split("\n") if expected else [], safe(got, keep="\n").split("\n"))
    lines = [f"    {line}" for line in marked if not line.startswith("?")]
    return "\n".join(["  expected -, got +", *lines])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _shown_path(path: str) -> str:
    """A path as seen from the current folder, if it lies in it."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative
