"""One statement: an import, a definition, or an expression with its value."""

from __future__ import annotations

from calc_repl.errors import CalcError, Unsupported
from calc_repl.evaluation.compiler import compile_statement
from calc_repl.evaluation.notes import hidden_by
from calc_repl.source import Span
from calc_repl.syntax import nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    from calc_repl.evaluation.machine import Machine
    from calc_repl.evaluation.scope import Scope
    from calc_repl.source import Source
    from calc_repl.syntax.nodes import Node
    from calc_repl.values.plots import Canvas

    class Importer(Protocol):
        """What carries out the statements about modules."""

        def run(self, statement: Node, source: Source, scope: Scope, machine: Machine) -> str | None:
            """Import or reload; returns what the user should be told, or None. Raises CalcError, placed."""


_DEFINING = (nodes.Definition, nodes.FunctionDefinition, nodes.UnitDefinition)
_ABOUT_MODULES = (nodes.Import, nodes.ImportFrom, nodes.Reload)


class Context:
    """Where statements run: the scope they define names in, and what they need from around it.

    `canvas` gives the room there is for a plot, where that is known.
    """

    __slots__ = ("canvas", "importer", "machine", "note", "scope", "source", "to_text")

    def __init__(
        self,
        source: Source,
        scope: Scope,
        machine: Machine,
        to_text: Callable[[Any], str],
        importer: Callable[[], Importer] | None,
        canvas: Callable[[], Canvas] | None = None,
    ) -> None:
        self.source = source
        self.scope = scope
        self.machine = machine
        self.to_text = to_text
        self.importer = importer
        self.canvas = canvas
        self.note: str | None = None  # what the last statement has to tell

    def run(self, statement: Node) -> Any:
        """The value of a statement: None for one that has none. Raises CalcError."""
        self.note = None
        if isinstance(statement, nodes.Documentation):
            return None
        if isinstance(statement, _ABOUT_MODULES):
            if self.importer is None:
                raise Unsupported("Modules cannot be imported here.", span=Span(statement.start, statement.end))
            self.note = self.importer().run(statement, self.source, self.scope, self.machine)
            return None
        if isinstance(statement, nodes.Plot):
            from calc_repl.evaluation.plotting import plotted

            return plotted(statement, self)
        body = statement.value if isinstance(statement, nodes.Definition) else statement
        value = self.machine.run(compile_statement(body, self.source, self.scope, self.to_text))
        if isinstance(statement, _DEFINING):
            self._define(statement, value)
        return value

    def _define(self, statement: Any, value: Any) -> None:
        if isinstance(statement, nodes.Definition) and statement.name not in self.scope.names:
            self.note = hidden_by(statement.name)
        try:
            self.scope.define(statement.name, value)
        except CalcError as error:
            error.at(statement.start, statement.name_end)
            raise
