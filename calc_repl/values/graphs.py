"""Graphs of functions, enclosed: nothing is drawn where the function is not, and nothing of it is missed.

A function is asked for its values over the whole range at once (see
`unknowns`); where it cannot tell them, as at a pole or where a condition turns,
over both halves, and so on. What it has answered for a part of the range is
enclosed over each column of dots, and over parts of the column until the
enclosures are no higher than a dot. A part over which the values have no
bounds is left open: no line leads across a pole.
"""

from __future__ import annotations

from collections import deque
from operator import itemgetter

from flint import arb, fmpq

from calc_repl.errors import ArityError, CalcError, KindError, LimitError, UnknownName, Unsupported
from calc_repl.values import limits, real
from calc_repl.values.arithmetic import is_infinite, is_interval, is_quantity
from calc_repl.values.balls import precision_of
from calc_repl.values.enclosing import enclosure
from calc_repl.values.intervals import ends
from calc_repl.values.kinds import Shown, called, is_float, is_real
from calc_repl.values.plots import Trace
from calc_repl.values.real import Real
from calc_repl.values.undecided import Undecided
from calc_repl.values.unknowns import Formula, Unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, TypeAlias

    from calc_repl.values.plots import Frame

    Part: TypeAlias = tuple[fmpq, fmpq]
    #: The least and the greatest value over a part, and how much of their distance is not known to be reached.
    Values: TypeAlias = tuple[arb, arb, arb]

#: How often a function is asked at most, how often when it has never told anything, and how often a part is halved.
_MOST_QUESTIONS, _MOST_IN_VAIN, _MOST_HALVINGS = 2_048, 1_023, 14
#: At so many single points a function is asked where it cannot be enclosed.
_MOST_POINTS = 256
#: How often a part of a column of dots is halved, and what the enclosures of a curve may cost before none is any more.
_MOST_CUTS, _MOST_COST = 10, 200_000
#: Parts of the range that tell how far the values reach, how often one is halved, and what that may cost.
_SECTIONS, _MOST_SECTION_CUTS, _MOST_SECTION_COST = 128, 7, 20_000
#: Where only bounds are known, so many points of each column are drawn.
_POINTS_OF_COLUMN = 4
#: Values are known well enough when not more than these parts of them, or of their distances, are unknown.
_KNOWN_OF_VALUE, _KNOWN_OF_SPREAD = arb((1, -20)), arb((1, -10))
#: Bits beyond those that tell the ends of the range apart; the next number is tried where the values are blurred.
_BITS = (96, 384, 1_536)
#: The part of a range by which its ends may be moved, as an exponent of 2.
_RANGE_BITS = 40
#: Numbers as large as 2 to this power, and their reciprocals, lie outside of any plot.
GREATEST_EXPONENT = 8_192
#: The part of a dot by which rows may be missed: a line between two rows is drawn in one of them.
_BETWEEN_ROWS = 1e-6

#: Errors that are about the function itself, not about one of its arguments.
_ABOUT_THE_FUNCTION = (UnknownName, ArityError, Unsupported)


class Graph:
    """What is known of a function over a range: its pieces, and points where it has none.

    `failure` is the first error where it has no value. `is_open` tells that
    somewhere its values have no bounds, or are not known; `is_sampled` that
    they are not known on some length. `of_points` tells that it has no curve.
    `middles` are the values in the middle of its sections.
    """

    def __init__(self, part: Part, bits: int) -> None:
        self.part = part
        self.bits = bits
        self.pieces: list[Piece] = []
        self.points: list[Point] = []
        self.of_points = False
        self.failure: CalcError | None = None
        self.is_open = False
        self.is_sampled = False
        self.middles: list[Middle] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.pieces and not self.points


class Point:
    """A point of a graph; where the value is uncertain, all its values."""

    __slots__ = ("high", "low", "weight", "x")

    def __init__(self, x: arb, low: arb, high: arb, weight: fmpq) -> None:
        """`weight` is how much of the range it stands for."""
        self.x = x
        self.weight = weight
        self.low = low
        self.high = high


class Middle:
    """The values in the middle of a section of a piece."""

    __slots__ = ("part", "piece", "values")

    def __init__(self, piece: Piece, part: Part) -> None:
        self.piece = piece
        self.part = part
        self.values = piece.at_middle(part)


class Piece:
    """A part of the range and the values of the function there: formulas for the least and the greatest."""

    __slots__ = ("bits", "cost", "formulas", "part")

    def __init__(self, part: Part, unknown: Unknown, value: Any) -> None:
        self.part = part
        self.bits = unknown.bits
        bounds = ends(value)
        self.formulas = [Formula(bound, unknown) for bound in (bounds if is_interval(value) else bounds[:1])]
        self.cost = sum(formula.cost for formula in self.formulas)

    def at_middle(self, part: Part) -> Values | None:
        """The values in the middle of a part of it."""
        middle = (part[0] + part[1]) / 2
        return self.over((middle, middle))

    def over(self, part: Part) -> Values | None:
        """The values over a part of it, or None where they have no bounds."""
        with precision_of(self.bits):
            around = arb(part[0]).union(arb(part[1]))
            balls = [formula.over(around) for formula in self.formulas]
            least, greatest = balls[0], balls[-1]
            if least is None or greatest is None:
                return None
            unsure = max(2 * least.rad(), 2 * greatest.rad())
            return least.lower(), greatest.upper(), unsure


def range_between(low: Any, high: Any) -> Part:
    """The range between two numbers as plain fractions: no wider, and as good as the same.

    The ends must be in order. Raises LimitError for a range that is too large
    or too small to be shown, or too narrow for its place.
    """
    bits = _BITS[0]
    while bits <= GREATEST_EXPONENT:
        first, last = (enclosure(end, bits) for end in (low, high))
        with precision_of(bits):
            width = (last - first).lower()
            if width * arb((1, -2 * _RANGE_BITS)) > first.rad() + last.rad():
                if not all(_is_within_reach(value.upper()) for value in (abs(first), abs(last), 1 / width)):
                    break
                grid = _power_below(width.fmpq()) / 2**_RANGE_BITS
                return _exact(low, _on_grid(first.mid(), grid, 1)), _exact(high, _on_grid(last.mid(), grid, -1))
        bits *= 2
    raise LimitError("The ends of this range are too large for a plot, or too near to each other.")


def graph_of(part: Part, value_at: Callable[[Any], Any]) -> Graph:
    """The graph of a function over a range; `value_at` gives its value at a number. Raises CalcError.

    An error that is about single arguments is none of the graph.
    """
    for more in _BITS:
        graph = _asked(part, _bits_apart(part) + more, value_at)
        with precision_of(graph.bits):
            sections = [(piece, cut) for piece in graph.pieces for cut in _cut(piece.part, part, _SECTIONS)]
            graph.middles = [Middle(piece, section) for piece, section in sections]
            blurred = sum(not _is_known(middle.values, _tolerance(graph)) for middle in graph.middles)
        if blurred * 16 <= len(graph.middles):
            break
    return graph


def points_graph(part: Part, points: Iterable[tuple[Any, Any]]) -> Graph:
    """The graph that consists of some points. Raises CalcError for a coordinate that is no number to be drawn."""
    graph = Graph(part, _bits_apart(part) + _BITS[0])
    graph.of_points = True
    for x, y in points:
        _add_point(graph, x, y, fmpq(1))
        if graph.failure is not None:
            raise graph.failure
    return graph


def reach(graph: Graph) -> Part | None:
    """The least and the greatest value to be shown of a graph, or None when there is none.

    Where its values have no bounds, it is shown as far as most of it reaches.
    """
    with precision_of(graph.bits):
        survey = _Survey(graph)
        found = survey.reached()
        return None if found is None else (_fraction(found[0]), _fraction(found[1]))


def extent_of(numbers: Iterable[Any]) -> Part:
    """The least and the greatest of some real numbers. Raises KindError for others, LimitError for too large ones."""
    bounds = []
    for number in numbers:
        if not is_real(number):
            raise KindError(f"A plot shows real numbers, not {called(number)}.")
        bounds.append(enclosure(number, _BITS[0]).mid())
        if not _is_within_reach(bounds[-1]):
            raise LimitError("This number is too large for a plot.")
    return _fraction(min(bounds)), _fraction(max(bounds))


def padded(parts: list[Part]) -> Part:
    """A range somewhat larger than some others together. There is at least one."""
    low, high = min(part[0] for part in parts), max(part[1] for part in parts)
    beyond = (high - low) / 25 if low < high else abs(low) / 2 or fmpq(1)
    return low - beyond, high + beyond


def trace_of(graph: Graph, frame: Frame, text: str) -> Trace:
    """The dots of a graph in a frame."""
    with precision_of(graph.bits):
        columns = _Columns(frame)
        columns.add_pieces(graph.pieces)
        for point in graph.points:
            columns.add_point(point)
        is_sampled = graph.is_sampled or columns.unknown_length * 100 > frame.x.high - frame.x.low
    return Trace(text, columns.dots, graph.of_points, is_sampled)


def _asked(part: Part, bits: int, value_at: Callable[[Any], Any]) -> Graph:
    """What a function tells of itself, computed with so many bits."""
    graph = Graph(part, bits)
    waiting = deque([(part, 0)])
    unknown_parts: list[Part] = []
    questions = 0
    while waiting:
        asked, halvings = waiting.popleft()
        in_vain = questions >= _MOST_IN_VAIN and not graph.pieces and graph.failure is None
        if questions >= _MOST_QUESTIONS or in_vain or halvings > _MOST_HALVINGS:
            unknown_parts.append(asked)
            continue
        questions += 1
        limits.tick_large()
        try:
            unknown = Unknown(*asked, bits)
            value = _drawable(value_at(unknown.number), graph)
            if value is not None:
                graph.pieces.append(Piece(asked, unknown, value))
        except (LimitError, Undecided) as error:
            if not error.catchable:
                raise
            middle = (asked[0] + asked[1]) / 2
            waiting += [((asked[0], middle), halvings + 1), ((middle, asked[1]), halvings + 1)]
        except CalcError as error:
            _keep(error, graph)
    graph.pieces.sort(key=lambda piece: piece.part[0])
    unknown_parts.sort()
    graph.is_open = graph.is_open or bool(unknown_parts)
    graph.is_sampled = sum((high - low for low, high in unknown_parts), fmpq(0)) * 100 > part[1] - part[0]
    _ask_at_points(graph, unknown_parts, value_at)
    return graph


def _ask_at_points(graph: Graph, parts: list[Part], value_at: Callable[[Any], Any]) -> None:
    """Ask for the values in the middle of parts about which nothing is known; of many, some."""
    for part in parts[:: -(-len(parts) // _MOST_POINTS) or 1]:
        limits.tick_large()
        middle = real.from_coefficient((part[0] + part[1]) / 2)
        try:
            _add_point(graph, middle, value_at(middle), part[1] - part[0])
        except CalcError as error:
            _keep(error, graph)


def _add_point(graph: Graph, x: Any, y: Any, weight: fmpq) -> None:
    limits.tick()
    value = _drawable(y, graph)
    if value is None:
        return
    low, high = (enclosure(end, graph.bits) for end in ends(value))
    if low.is_finite() and high.is_finite():
        with precision_of(graph.bits):
            graph.points.append(Point(enclosure(x, graph.bits).mid(), low.lower(), high.upper(), weight))


def _keep(error: CalcError, graph: Graph) -> None:
    """Keep an error about some arguments. Raises one that is about the function, or must not be caught."""
    if not error.catchable or isinstance(error, _ABOUT_THE_FUNCTION):
        raise error
    graph.failure = graph.failure or error


def _drawable(value: Any, graph: Graph) -> Any:
    """A value as a number to be drawn, or None for one that has no place in a plot. Raises KindError."""
    if isinstance(value, Shown):
        value = value.value
    if is_float(value):
        value = value.number()
    if is_infinite(value):
        graph.is_open = True
        return None
    if not is_real(value) and not is_interval(value):
        hint = "divide the values by their unit" if is_quantity(value) else None
        raise KindError(f"A plot shows real numbers, not {called(value)}.", hint=hint)
    return value


def _is_known(values: Values | None, tolerance: arb) -> bool:
    """Whether values are known well enough to be shown; no values are."""
    if values is None:
        return True
    low, high, unsure = values
    return bool(unsure <= max(abs(low), abs(high)) * _KNOWN_OF_VALUE or unsure <= tolerance)


def _tolerance(graph: Graph) -> arb:
    """How much of a value may be unknown, by how far apart those are that are well known."""
    known = [middle.values for middle in graph.middles if middle.values and _is_known(middle.values, arb(0))]
    if not known:
        return arb(0)
    return (max(high for _, high, _ in known) - min(low for low, _, _ in known)).mid() * _KNOWN_OF_SPREAD


class _Survey:
    """How far the values of a graph reach; at first, how far those in the middle of its sections do."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.is_open = graph.is_open
        self.samples: list[tuple[arb, fmpq]] = []  # values, and how much of the range each stands for
        self.low = self.high = arb(0)
        self.tolerance = _tolerance(graph)
        for point in graph.points:
            self.add(point.low, point.high, point.weight)
        for middle in graph.middles:
            self.take(middle.values, middle.part[1] - middle.part[0])
        self.search(deque((middle.piece, middle.part, 0) for middle in graph.middles))

    def reached(self) -> tuple[arb, arb] | None:
        """The least and the greatest value to be shown."""
        if not self.samples:
            return None
        low, high = self.low, self.high
        if self.is_open:
            tenth, ninth = self.quantile(1), self.quantile(9)
            spread = (ninth - tenth).mid()
            if high - low > 6 * spread:
                low, high = max(low, (tenth - spread / 2).mid()), min(high, (ninth + spread / 2).mid())
        return (low, low) if high - low <= self.blur() else (low, high)

    def quantile(self, tenths: int) -> arb:
        """The value that so many tenths of all values are not above."""
        left = sum((weight for _, weight in self.samples), fmpq(0)) * tenths / 10
        ordered = sorted(self.samples, key=itemgetter(0))
        for value, weight in ordered:
            left -= weight
            if left <= 0:
                return value
        return ordered[-1][0]

    def take(self, values: Values | None, weight: fmpq | None = None) -> None:
        """Take the values at some place, if they are known; as a sample, with a weight."""
        if values is None or not _is_known(values, self.tolerance):
            self.is_open = True
        else:
            self.add(values[0], values[1], weight)

    def add(self, low: arb, high: arb, weight: fmpq | None) -> None:
        """Take values that are reached; as a sample, with a weight."""
        if not all(map(_is_within_reach, (low, high))):
            self.is_open = True
            return
        self.low, self.high = (min(self.low, low), max(self.high, high)) if self.samples else (low, high)
        if weight is not None:
            self.samples.append((((low + high) / 2).mid(), weight))

    def search(self, waiting: deque[tuple[Piece, Part, int]]) -> None:
        """Look for values beyond those reached so far, where an enclosure does not exclude them."""
        cost = 0
        while waiting:
            piece, part, cuts = waiting.popleft()
            cost += 2 * piece.cost
            values = piece.over(part)
            if values is not None:
                excess = max(values[1] - self.high, self.low - values[0])
                if excess * 32 <= self.high - self.low or excess <= self.blur():
                    continue
            if cuts >= _MOST_SECTION_CUTS or cost >= _MOST_SECTION_COST:
                self.is_open = self.is_open or values is None
                continue
            middle = (part[0] + part[1]) / 2
            for half in ((part[0], middle), (middle, part[1])):
                waiting.append((piece, half, cuts + 1))
                self.take(piece.at_middle(half))

    def blur(self) -> arb:
        """A difference too small to be known."""
        return (max(abs(self.low), abs(self.high)) * arb((1, 32 - self.graph.bits))).mid()


class _Columns:
    """The dots of a curve, set column by column."""

    def __init__(self, frame: Frame) -> None:
        self.low, self.high = frame.x.low, frame.x.high
        self.width = (self.high - self.low) / frame.dots_across
        self.height = frame.dots_down
        self.top = arb(frame.y.high)
        self.scale = self.height / (arb(frame.y.high) - arb(frame.y.low))
        self.dots = [0] * frame.dots_across
        self.unknown_length = fmpq(0)  # of the parts over which only points are known

    def add_pieces(self, pieces: list[Piece]) -> None:
        """Set the dots of all values of pieces.

        Where in the end only bounds are known, those of single points are set,
        and every second dot between the bounds; not where the bounds lie above
        and below the frame, for then they tell nothing.
        """
        waiting: deque[tuple[Piece, int, Part, int]] = deque()
        for piece in pieces:
            for part in _cut(piece.part, (self.low, self.high), len(self.dots)):
                column = min(len(self.dots) - 1, int(((part[0] - self.low) / self.width).floor()))
                waiting.append((piece, column, part, 0))
        unsure: dict[int, list[tuple[Piece, Part, int]]] = {}
        cost = 0
        while waiting:
            piece, column, part, cuts = waiting.popleft()
            cost += piece.cost
            values = piece.over(part)
            dots = 0 if values is None else self.between(values[0], values[1])
            if values is not None and (not dots & ~self.dots[column] or values[2] * self.scale <= 1):
                self.dots[column] |= dots
            elif cuts < _MOST_CUTS and cost < _MOST_COST:
                middle = (part[0] + part[1]) / 2
                waiting.append((piece, column, (part[0], middle), cuts + 1))
                waiting.append((piece, column, (middle, part[1]), cuts + 1))
            elif values is None or dots:
                unsure.setdefault(column, []).append((piece, part, dots))
        for column, parts in unsure.items():
            self.add_unsure(column, parts)

    def add_unsure(self, column: int, parts: list[tuple[Piece, Part, int]]) -> None:
        """Set the dots of parts of a column over which only bounds are known, or none."""
        tolerance = 1 / self.scale
        has_points = False
        for piece, part, _ in parts[:: -(-len(parts) // _POINTS_OF_COLUMN)]:
            values = piece.at_middle(part)
            if values is not None and _is_known(values, tolerance):
                points = self.between(values[0], values[1])
                self.dots[column] |= points
                has_points = has_points or bool(points)
        every = (1 << self.height) - 1
        every_second = sum(1 << row for row in range(column % 2, self.height, 2))
        for _, part, dots in parts:
            if dots not in (0, every):
                self.dots[column] |= dots & every_second
            elif has_points:
                self.unknown_length += part[1] - part[0]

    def add_point(self, point: Point) -> None:
        """Set the dots of a point."""
        if point.x < arb(self.low) or point.x > arb(self.high):
            return
        column = int(((point.x.fmpq() - self.low) / self.width).floor())
        self.dots[min(column, len(self.dots) - 1)] |= self.between(point.low, point.high)

    def between(self, low: arb, high: arb) -> int:
        """The dots of a column from one value to another, as bits."""
        first, last = (self.rows_down(value) for value in (high, low))
        if first > self.height + _BETWEEN_ROWS or last < -_BETWEEN_ROWS:
            return 0
        top = min(self.height - 1, max(0, int(first + _BETWEEN_ROWS)))
        bottom = max(top, min(self.height - 1, int(last - _BETWEEN_ROWS)))
        return (1 << bottom + 1) - (1 << top)

    def rows_down(self, value: arb) -> float:
        """How many rows of dots below the top a value lies; just outside for one that lies anywhere outside."""
        rows = (self.top - value) * self.scale
        if rows > self.height + 1:
            return self.height + 1.0
        return -1.0 if rows < -1 else float(rows.mid())


def _cut(part: Part, whole: Part, count: int) -> Iterator[Part]:
    """A part of a whole that is divided into so many equal ones, cut where they meet."""
    width = (whole[1] - whole[0]) / count
    start = part[0]
    border = whole[0] + width * (((start - whole[0]) / width).floor() + 1)
    while border < part[1]:
        yield start, border
        start, border = border, border + width
    yield start, part[1]


def _bits_apart(part: Part) -> int:
    """How many leading bits the ends of a part share."""
    low, high = part
    return int((max(abs(low), abs(high)) / (high - low)).ceil()).bit_length()


def _is_within_reach(value: arb) -> bool:
    """Whether a number without radius is of a size that can be shown."""
    mantissa, exponent = value.man_exp()
    return int(exponent) + int(mantissa).bit_length() <= GREATEST_EXPONENT


def _fraction(value: arb) -> fmpq:
    """A number without radius as a fraction; 0 for one that is so small that nobody could tell it from 0."""
    _, exponent = value.man_exp()
    return value.fmpq() if int(exponent) > -4 * GREATEST_EXPONENT else fmpq(0)


def _exact(end: Any, near: fmpq) -> fmpq:
    """An end of a range as it is where it is a short fraction, otherwise a number near to it."""
    if isinstance(end, Real) or max(abs(end.numerator), end.denominator).bit_length() > GREATEST_EXPONENT:
        return near
    return real.coefficient(end)


def _on_grid(value: arb, grid: fmpq, beside: int) -> fmpq:
    """A multiple of a number one or two above a value, or as far below it: the same however well it is known."""
    return ((value.fmpq() / grid + fmpq(1, 2)).floor() + beside) * grid


def _power_below(number: fmpq) -> fmpq:
    """The power of 2 below a number above 0, or the one below that."""
    return fmpq(2) ** (int(number.p).bit_length() - int(number.q).bit_length() - 1)
