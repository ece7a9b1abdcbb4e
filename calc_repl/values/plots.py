"""Plots as values: where each curve has dots, and what stands along the axes.

A plot is made for a canvas of some columns and rows; how a dot looks there is
for the display to say.
"""

from __future__ import annotations

from flint import fmpq

from calc_repl.errors import LimitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Dots of a cell, across and down: as many as a character of Braille has.
ACROSS, DOWN = 2, 4
#: A plot is at most so many cells high, and of any use with no fewer than these.
_MOST_ROWS, _LEAST_ROWS, _LEAST_CELLS = 14, 2, 8
#: Rows below the cells: the axis and its labels.
_BELOW = 2
#: Columns beside the cells, apart from the labels: a blank and the axis.
_BESIDE = 2
#: Labels are written out with so many digits before the point, zeros behind it and columns at most.
_MOST_WHOLE, _MOST_ZEROS, _WIDEST = 7, 3, 10


class Canvas:
    """Room for a plot: columns and rows of characters; `has_colours` tells that colours tell its curves apart."""

    __slots__ = ("columns", "has_colours", "rows")

    def __init__(self, columns: int = 72, rows: int = 17, has_colours: bool = False) -> None:
        self.columns = columns
        self.rows = rows
        self.has_colours = has_colours


def canvas_within(columns: int, rows: int, has_colours: bool = False) -> Canvas:
    """The usual canvas, or less where there is less room."""
    usual = Canvas()
    return Canvas(min(usual.columns, columns), min(usual.rows, rows), has_colours)


class Axis:
    """An axis from `low` to `high`: labels and the part of the way they stand at.

    `offset` is what has to be added to each label, where that makes them short.
    """

    __slots__ = ("high", "labels", "low", "offset")

    def __init__(self, low: fmpq, high: fmpq, labels: list[tuple[fmpq, str]], offset: str | None) -> None:
        self.low = low
        self.high = high
        self.labels = labels
        self.offset = offset

    @property
    def zero(self) -> fmpq | None:
        """The part of the way where 0 lies, if it lies on the way."""
        return -self.low / (self.high - self.low) if self.low < 0 < self.high else None

    @property
    def width(self) -> int:
        """The width of the widest label."""
        return max((len(label) for _, label in self.labels), default=0)


class Frame:
    """The part of the plane a plot shows, and how many cells it has across and down. Raises LimitError for few."""

    __slots__ = ("cells", "rows", "x", "y")

    def __init__(self, x: tuple[fmpq, fmpq], y: tuple[fmpq, fmpq], canvas: Canvas, with_legend: bool) -> None:
        self.rows = min(_MOST_ROWS, canvas.rows - _BELOW - with_legend)
        self.y = _upright_axis(*y, max(self.rows, 1))
        self.cells = canvas.columns - _BESIDE - self.y.width
        if self.rows < _LEAST_ROWS or self.cells < _LEAST_CELLS:
            raise LimitError("There is no room for a plot here.", hint="it takes 20 columns and 6 rows")
        self.x = _level_axis(*x, self.cells)

    @property
    def dots_across(self) -> int:
        """Dots in a row."""
        return self.cells * ACROSS

    @property
    def dots_down(self) -> int:
        """Dots in a column."""
        return self.rows * DOWN

    def cell_at(self, part: fmpq) -> int:
        """The cell in a row that a part of the way along the level axis lies in."""
        return min(self.cells - 1, int((part * self.cells).floor()))

    def row_at(self, part: fmpq) -> int:
        """The row, counted from the top, that a part of the way up lies in."""
        return min(self.rows - 1, int(((1 - part) * self.rows).floor()))


class Trace:
    """What a plot shows of a curve: for each column of dots those that are set, as bits, the lowest being the top.

    `text` is the curve as it was typed; `is_sampled` tells that between some of its points nothing is known.
    """

    __slots__ = ("columns", "is_sampled", "of_points", "text")

    def __init__(self, text: str, columns: list[int], of_points: bool, is_sampled: bool) -> None:
        self.text = text
        self.columns = columns
        self.of_points = of_points
        self.is_sampled = is_sampled

    def cell(self, cell: int, row: int) -> list[int]:
        """The dots of a cell, column by column, as bits."""
        columns = self.columns[cell * ACROSS : (cell + 1) * ACROSS]
        return [column >> row * DOWN & (1 << DOWN) - 1 for column in columns]


class Plot:
    """A plot: its frame, the traces in it, and the canvas they were made for."""

    __slots__ = ("canvas", "frame", "traces", "variable")
    kind = "plot"
    called = "a plot"

    def __init__(self, frame: Frame, traces: Sequence[Trace], canvas: Canvas, variable: str) -> None:
        self.frame = frame
        self.traces = traces
        self.canvas = canvas
        self.variable = variable


def _upright_axis(low: fmpq, high: fmpq, rows: int) -> Axis:
    """An axis with a label in every second or third row at most."""
    apart = 3 if rows >= 8 else 2
    digit, exponent = next(_steps((high - low) * apart / rows))
    return _labelled(low, high, digit, exponent)


def _level_axis(low: fmpq, high: fmpq, cells: int) -> Axis:
    """An axis on which no label touches the next."""
    axis = None
    for digit, exponent in _steps((high - low) * 9 / cells):
        axis = _labelled(low, high, digit, exponent)
        apart = digit * fmpq(10) ** exponent / (high - low) * cells
        if apart >= axis.width + 3 or len(axis.labels) < 2:
            break
    assert axis is not None  # the steps grow until no two of them fit
    return axis


def _steps(least: fmpq) -> Iterator[tuple[int, int]]:
    """1, 2 and 5 times powers of ten, the next larger ones from `least` on: the digit and the exponent."""
    exponent = (int(least.p).bit_length() - int(least.q).bit_length()) * 30103 // 100000 - 2
    while True:
        for digit in (1, 2, 5):
            if digit * fmpq(10) ** exponent >= least:
                yield digit, exponent
        exponent += 1


def _labelled(low: fmpq, high: fmpq, digit: int, exponent: int) -> Axis:
    step = digit * fmpq(10) ** exponent
    first, last = int((low / step).ceil()), int((high / step).floor())
    multiples = [number * digit for number in range(first, last + 1)]
    labels = _decimals(multiples, exponent)
    offset = None
    if multiples and max(map(len, labels)) > _WIDEST:
        (offset,) = _decimals(multiples[:1], exponent)
        labels = [f"+{label}" for label in _decimals([each - multiples[0] for each in multiples], exponent)]
    parts = [(each * fmpq(10) ** exponent - low) / (high - low) for each in multiples]
    return Axis(low, high, list(zip(parts, labels, strict=True)), offset)


def _decimals(multiples: list[int], exponent: int) -> list[str]:
    """Multiples of a power of ten as decimals, all in the same way: written out where that is short."""
    longest = max((len(str(abs(each))) for each in multiples), default=1)
    if longest + exponent > _MOST_WHOLE or -exponent > max(longest, 1) + _MOST_ZEROS:
        return [_scientific(each, exponent) for each in multiples]
    if exponent >= 0:
        return [str(each * 10**exponent) for each in multiples]
    return [_with_point(each, -exponent) for each in multiples]


def _with_point(multiple: int, places: int) -> str:
    if not multiple:
        return "0"
    digits = str(abs(multiple)).rjust(places + 1, "0")
    return f"{'-' if multiple < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _scientific(multiple: int, exponent: int) -> str:
    if not multiple:
        return "0"
    digits = str(abs(multiple))
    exponent += len(digits) - 1
    digits = digits.rstrip("0")
    mantissa = digits[0] + (f".{digits[1:]}" if digits[1:] else "")
    return f"{'-' if multiple < 0 else ''}{mantissa}e{exponent}"
