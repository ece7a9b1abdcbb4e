"""Plots: which functions a line is to show, over which range, and their graphs.

`plot sin(x), cos(x), x = -pi..pi, y = -1..1` shows two expressions in x.
Also a function by itself, a list of numbers, and one of points can be shown.
"""

from __future__ import annotations

from calc_repl.errors import CalcError, DomainError, KindError, LimitError, Place, SyntaxProblem
from calc_repl.evaluation.compiler import compile_statement
from calc_repl.evaluation.free_names import free_names
from calc_repl.evaluation.machine import Machine
from calc_repl.operations import catalogue
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.values import deciding, limits
from calc_repl.values.graphs import (
    extent_of,
    graph_of,
    padded,
    points_graph,
    range_between,
    reach,
    trace_of,
)
from calc_repl.values.intervals import Interval
from calc_repl.values.kinds import Range, Shown, called, is_function, is_number, is_real, is_sequence
from calc_repl.values.plots import Canvas, Frame, Plot
from calc_repl.values.undecided import Undecided

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.evaluation.scope import Scope
    from calc_repl.evaluation.statements import Context
    from calc_repl.syntax.nodes import Node
    from calc_repl.values.graphs import Graph, Part

#: The range of a plot that names none.
_LOW, _HIGH = -10, 10


def plotted(statement: nodes.Plot, context: Context) -> Plot:
    """What a plot statement shows. Raises CalcError, and Postponed where the line is only tried out."""
    request = _Request(statement, context)
    limits.check_effects()
    curves = [_Curve(node, request, context) for node in request.curves]
    part = request.range_of(request.range, context) or _range_of_points(curves)
    graphs = [curve.graph(part) for curve in curves]
    height = request.range_of(request.height, context)
    if height is None:
        reached = [part for part in map(reach, graphs) if part is not None]
        if not reached:
            raise LimitError(
                "The values of this plot are too large to be shown, or not known well enough.",
                span=Span(request.curves[0].start, request.curves[-1].end),
            )
        height = padded(reached)
    canvas = context.canvas() if context.canvas is not None else Canvas()
    try:
        frame = Frame(part, height, canvas, len(curves) > 1)
    except LimitError as error:
        error.at(statement.start, statement.end)
        raise
    traces = [trace_of(graph, frame, curve.text) for curve, graph in zip(curves, graphs, strict=True)]
    return Plot(frame, traces, canvas, request.variable or "x")


class _Request:
    """The parts of a plot statement. Raises SyntaxProblem or DomainError for what is no plot.

    `variable` is None where nothing is said of one; `range` and `height` are
    the ranges across and upwards, None where they are left open.
    """

    def __init__(self, statement: nodes.Plot, context: Context) -> None:
        arguments = statement.arguments
        self.curves = [each for each in arguments if not isinstance(each, nodes.KeywordArgument)]
        self.range: nodes.KeywordArgument | None = None
        self.height: nodes.KeywordArgument | None = None
        if not self.curves:
            raise SyntaxProblem(
                "There is nothing to plot.", hint="as in plot sin(x), x = -pi..pi", span=_span(statement)
            )
        candidates = _variables(self.curves, context.scope)
        for given in arguments:
            if isinstance(given, nodes.KeywordArgument):
                self.take_range(given, candidates, context.scope)
        if self.range is None and len(candidates) > 1:
            raise DomainError(
                f"The variable of this plot could be {' or '.join(candidates)}.",
                hint=f"give its range, as in {candidates[0]} = {_LOW}..{_HIGH}",
                span=Span(self.curves[0].start, self.curves[-1].end),
            )
        self.variable = self.range.name if self.range is not None else next(iter(candidates), None)

    def take_range(self, given: nodes.KeywordArgument, candidates: list[str], scope: Scope) -> None:
        """Take `x = first..last` as the range across, or as that upwards for y where y is no variable."""
        if given.name == "y" and self.height is None and (self.range is not None or "y" not in candidates):
            self.height = given
        elif self.range is None:
            try:
                scope.check(given.name, 0)
            except CalcError as error:
                error.at(given.start, given.start + len(given.name))
                raise
            self.range = given
        else:
            raise SyntaxProblem(
                "A plot has one range across, and one upwards, which is that of y.",
                hint="as in plot sin(x), x = -pi..pi, y = -1..1",
                span=_span(given),
            )

    def range_of(self, given: nodes.KeywordArgument | None, context: Context) -> Part | None:
        """The ends that `x = first..last` gives. Raises CalcError."""
        if given is None:
            return None
        node = given.value
        if isinstance(node, nodes.Range) and node.step is None:
            low, high = (_end(end, _value(end, context)) for end in (node.first, node.last))
        else:
            value = _value(node, context)
            if isinstance(value, Interval):
                low, high = value.low, value.high
            elif isinstance(value, Range) and value.step == 1:
                low, high = value.first, value.last
            else:
                raise KindError(
                    f"The range of {given.name} is written first..last.",
                    hint=f"as in {given.name} = {_LOW}..{_HIGH}",
                    span=_span(node),
                )
        try:
            if deciding.compare(low, high) >= 0:
                raise DomainError(
                    f"The range of {given.name} is empty: its first end has to be below its last.", span=_span(node)
                )
            return range_between(low, high)
        except CalcError as error:
            error.at(node.start, node.end)
            raise


class _Curve:
    """One thing to be shown: a function, or the points of a list. Raises CalcError."""

    def __init__(self, node: Node, request: _Request, context: Context) -> None:
        self.node = node
        self.context = context
        self.text = " ".join(context.source.text[node.start : node.end].split())
        self.function: Any = None
        self.points: list[tuple[Any, Any]] | None = None
        variable = request.variable
        if variable is not None and not isinstance(node, nodes.ListLiteral) and variable in free_names(node):
            parameter = nodes.Parameter(variable, None, node.start, node.start)
            node = nodes.Lambda([parameter], node, node.start, node.end)
        value = _value(node, context)
        if is_function(value):
            self.function = value
        elif is_sequence(value):
            self.points = _points(value)
            if not self.points:
                raise DomainError("There is nothing in this list to plot.", span=_span(node))
        elif is_number(value):
            self.function = _Constant(value)
        else:
            raise KindError(f"A plot shows functions and numbers, not {called(value)}.", span=_span(node))

    def graph(self, part: Part) -> Graph:
        """The graph over a range. Raises CalcError when there is nothing to be seen."""
        try:
            if self.points is not None:
                graph = points_graph(part, self.points)
            else:
                graph = graph_of(part, self.value_at)
            if graph.is_empty:
                raise graph.failure or DomainError("There is nothing to be seen: no value is finite.")
        except CalcError as error:
            _place(error, self.node, self.context)
            raise
        return graph

    def value_at(self, number: Any) -> Any:
        """The value of the function at a number, which may be an unknown one."""
        return _AskingMachine(self.context.machine).call(self.function, (number,))


class _Constant:
    """A number as the function that is this number everywhere."""

    kind = "function"
    called = "a function"

    def __init__(self, value: Any) -> None:
        self._value = value

    def call(self, _arguments: object) -> Any:
        """The number."""
        return self._value


class _AskingMachine(Machine):
    """Asks a function about a number of which only bounds are known, perhaps many times: it prints nothing.

    Where it cannot tell, that is no error the function may catch: its value for the error would be taken for
    its value at all numbers within the bounds.
    """

    def __init__(self, outer: Machine) -> None:
        super().__init__(limits.current, lambda _: None, outer)

    def recover(self, error: CalcError) -> Any:
        """Go on at the handler of an error, unless it only says that something is not known."""
        if isinstance(error, (LimitError, Undecided)):
            self.handlers.clear()
        return super().recover(error)


def _variables(curves: list[Node], scope: Scope) -> list[str]:
    """The names a plot may vary if its ranges do not tell.

    They are those nobody knows; or x, which may be defined; or names nobody knows that stand where functions do; or
    those of units. A curve that is a single name is no formula, unless that is x; nor is a list of points.
    """
    names: dict[str, bool] = {}  # whether each stands for a value somewhere, not only before a bracket
    for curve in curves:
        if isinstance(curve, nodes.ListLiteral):
            continue
        if not isinstance(curve, nodes.Name) or (curve.id == "x" and "x" not in scope.names):
            for name, is_value in free_names(curve).items():
                names[name] = names.get(name, False) or is_value
    open_names = [name for name in names if not _is_known(name, scope)]
    units = [name for name in open_names if _is_unit(name)]
    unknown = [name for name in open_names if name not in units]
    values = [name for name in unknown if names[name]]
    return values or (["x"] if names.get("x") else unknown or units)


def _is_known(name: str, scope: Scope) -> bool:
    """Whether a name has a value, apart from those that are names of units."""
    if name in scope.names or name in catalogue.CONSTANTS or catalogue.is_operation(name):
        return True
    return name == "ans" or name[0] == "_"


def _is_unit(name: str) -> bool:
    from calc_repl.evaluation.measures import is_unit

    return is_unit(name)


def _value(node: Node, context: Context) -> Any:
    """The value of an expression, its notation dropped. Raises CalcError."""
    value = context.machine.run(compile_statement(node, context.source, context.scope, context.to_text))
    return value.value if isinstance(value, Shown) else value


def _end(node: Node, value: Any) -> Any:
    """An end of a range. Raises KindError."""
    if not is_real(value):
        raise KindError(f"The ends of the range are real numbers, not {called(value)}.", span=_span(node))
    return value


def _points(values: Any) -> list[tuple[Any, Any]]:
    """The points a list stands for: its pairs, or its numbers above 1, 2, 3, ..."""
    elements = list(values)
    if elements and all(is_sequence(each) for each in elements):
        pairs = [tuple(each) for each in elements if len(tuple(each)) == 2]
        if len(pairs) == len(elements):
            return pairs
    return list(enumerate(elements, 1))


def _range_of_points(curves: list[_Curve]) -> Part:
    """The range that holds all points, or the usual one where there are none. Raises CalcError."""
    found = []
    for curve in curves:
        if curve.points:
            try:
                found.append(extent_of([x for x, _ in curve.points]))
            except CalcError as error:
                _place(error, curve.node, curve.context)
                raise
    return padded(found) if found else range_between(_LOW, _HIGH)


def _place(error: CalcError, node: Node, context: Context) -> None:
    """Place an error of a curve in the line: where it arose there, or else on the whole curve."""
    for place in error.places:
        if place.source is context.source and node.start <= place.span.start < node.end:
            place.function = None
    if error.places and not any(place.source is context.source and place.function is None for place in error.places):
        error.places.append(Place(context.source, _span(node), None))
    error.at(node.start, node.end)


def _span(node: Node) -> Span:
    return Span(node.start, node.end)
