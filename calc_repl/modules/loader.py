"""A module of the language: its file is read, its statements are run, its names are kept."""

from __future__ import annotations

from calc_repl.errors import CalcError, ModuleProblem, Place
from calc_repl.evaluation.scope import Scope
from calc_repl.evaluation.statements import Context
from calc_repl.modules.reading import LARGEST, read_source
from calc_repl.source import Source, Span
from calc_repl.syntax import nodes
from calc_repl.syntax.documentation import comment_text
from calc_repl.syntax.parser import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.evaluation.machine import Machine
    from calc_repl.evaluation.statements import Importer
    from calc_repl.settings import Settings
    from calc_repl.values.modules import Module


def load_calc(
    module: Module,
    settings: Settings,
    machine: Machine,
    to_text: Callable[[Any], str],
    importer: Importer,
    failed: list[CalcError] | None = None,
) -> None:
    """Fill a module from its file. Raises CalcError with a place in the file.

    The assertions that do not hold are added to `failed`; without it the first of them is raised.
    """
    assert module.file is not None
    source, module.stamp = read_source(module.file)
    scope = Scope(module.name)
    module.names = scope.names
    try:
        program = parse_module(source, settings)
        module.doc = module_doc(program, source)
        context = Context(source, scope, machine, to_text, lambda: importer)
        exports: nodes.Definition | None = None
        for statement in program.statements:
            try:
                context.run(statement)
            except CalcError as error:
                if failed is None or not isinstance(statement, nodes.Assertion) or not error.catchable:
                    raise
                placed(error, source)
                failed.append(error)
            if isinstance(statement, nodes.Definition) and statement.name == "__all__":
                exports = statement
        if exports is not None:
            _export(module, exports)
    except CalcError as error:
        placed(error, source)
        raise


def parse_module(source: Source, settings: Settings) -> nodes.Program:
    """The tree of a module's text. Raises SyntaxProblem."""
    return parse(source, settings.changed(max_line=LARGEST, max_tokens=LARGEST))


def placed(error: CalcError, source: Source) -> None:
    """See that an error has a place at the top of this source."""
    if not any(place.source is source for place in error.places):
        error.places.append(Place(source, error.span or Span(0, 0), None))


def module_doc(program: nodes.Program, source: Source) -> str | None:
    """What a module says of itself: the text it begins with, or the comment that a blank line follows."""
    first = program.statements[0] if program.statements else None
    if isinstance(first, nodes.Documentation):
        return first.text
    lines: list[str] = []
    for line in source.text.split("\n"):
        if not line.startswith("#"):
            if line.strip() and lines:
                return None  # it is about the definition below it
            break
        if not line.startswith("#!"):
            lines.append(line)
    return comment_text(lines)


def _export(module: Module, statement: nodes.Definition) -> None:
    """Keep what `__all__` lists. Raises ModuleProblem for what is no list of names the module has."""
    listed = module.names["__all__"]
    span = Span(statement.value.start, statement.value.end)
    if type(listed) is not tuple or not all(type(name) is str for name in listed):
        raise ModuleProblem("__all__ is a list of names in quotes.", hint='as in __all__ = ["add"]', span=span)
    for name in listed:
        if name not in module.names:
            raise ModuleProblem(f"__all__ lists {name}, which {module.name} does not have.", span=span)
    module.exports = listed
