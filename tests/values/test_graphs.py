"""Graphs are drawn where the function is: the dot of a point of it is set, and none is where it has no value."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.values.plots import Canvas, Plot

FUNCTIONS = {
    "sin(x)": mpmath.sin,
    "tan(x)": mpmath.tan,
    "x^3 - 4x": lambda x: x**3 - 4 * x,
    "(x - 1)^10": lambda x: (x - 1) ** 10,
    "1/x": lambda x: 1 / x,
    "sqrt(x)": mpmath.sqrt,
    "ln(x)": mpmath.log,
    "exp(-40 (x - 1)^2)": lambda x: mpmath.exp(-40 * (x - 1) ** 2),
    "exp(x) - 3x": lambda x: mpmath.exp(x) - 3 * x,
    "1/(1 + x^2)": lambda x: 1 / (1 + x**2),
    "x sin(5/x)": lambda x: x * mpmath.sin(5 / x),
    "gamma(x)": mpmath.gamma,
    "erf(x)": mpmath.erf,
    "x^x": lambda x: x**x,
    "floor(x)": mpmath.floor,
    "x mod 1": lambda x: x - mpmath.floor(x),
    "abs(x) - x^2": lambda x: abs(x) - x**2,
    "if x < 1 then x^2 else 3 - x": lambda x: x**2 if x < 1 else 3 - x,
    "try 1/x catch e: 0": lambda x: 1 / x,
    "sum(k => cos(k x)/k, 1..5)": lambda x: sum(mpmath.cos(k * x) / k for k in range(1, 6)),
}


def plotted(line: str, columns: int = 72, rows: int = 17) -> Plot:
    value = Calculator(canvas=lambda: Canvas(columns, rows)).evaluate(line).value
    assert isinstance(value, Plot)
    return value


def part_of_way(low: object, high: object, value: mpmath.mpf) -> mpmath.mpf:
    first, last = (mpmath.mpf(int(end.p)) / int(end.q) for end in (low, high))  # type: ignore[attr-defined]
    return (value - first) / (last - first)


def cells_around(plot: Plot, x: mpmath.mpf, y: mpmath.mpf) -> set[tuple[int, int]]:
    """The cells a point lies in or, within a thousandth of a dot, touches."""
    frame = plot.frame
    across = part_of_way(frame.x.low, frame.x.high, x) * frame.cells
    down = (1 - part_of_way(frame.y.low, frame.y.high, y)) * frame.rows
    near = [mpmath.mpf("-0.0005"), mpmath.mpf("0.0005")]
    return {(int(across + a), int(down + b)) for a in near for b in near}


def is_set(plot: Plot, cell: int, row: int) -> bool:
    return 0 <= cell < plot.frame.cells and 0 <= row < plot.frame.rows and any(plot.traces[0].cell(cell, row))


@mpmath.workdps(60)
@settings(max_examples=60)
@given(
    st.sampled_from(sorted(FUNCTIONS)),
    st.fractions(-8, 8, max_denominator=20),
    st.fractions(Fraction(1, 50), 9, max_denominator=50),
    st.lists(st.fractions(0, 1, max_denominator=10**6), min_size=30, max_size=30),
    st.sampled_from([(72, 17), (38, 17), (20, 6)]),
)
def test_no_point_of_a_function_is_missed(
    text: str, low: Fraction, width: Fraction, parts: list[Fraction], size: tuple[int, int]
) -> None:
    try:
        plot = plotted(f"plot {text}, x = {low}..{low + width}", *size)
    except CalcError as error:
        if "complex" not in error.message:
            raise
        return  # it has no real value there
    for part in parts:
        place = low + part * width
        x = mpmath.mpf(place.numerator) / place.denominator
        try:
            y = FUNCTIONS[text](x)
        except (ZeroDivisionError, ValueError):
            continue
        height = part_of_way(plot.frame.y.low, plot.frame.y.high, y) if isinstance(y, mpmath.mpf) else -1
        if 0.001 < height < 0.999:
            assert any(is_set(plot, *cell) for cell in cells_around(plot, x, y)), (text, place, y)


def column_heights(plot: Plot) -> list[int]:
    """How many dots of each column are set."""
    return [column.bit_count() for column in plot.traces[0].columns]


@pytest.mark.parametrize("line", ["plot 1/x, x = -1..1", "plot tan(x), x = 0..pi", "plot 1/(x - 1/3), x = 0..1"])
def test_no_line_leads_across_a_pole(line: str) -> None:
    plot = plotted(line)
    assert max(column_heights(plot)) < plot.frame.dots_down * 3 // 4


@pytest.mark.parametrize(
    "line", ["plot sign(x), x = -1..1", "plot floor(x), x = 0..3", "plot if x < 1 then 0 else 5, x=0..3"]
)
def test_no_line_leads_across_a_jump(line: str) -> None:
    assert max(column_heights(plotted(line))) <= 2


@pytest.mark.parametrize("exponent", [2, 4, 6, 8])
def test_no_spike_is_missed(exponent: int) -> None:
    plot = plotted(f"plot exp(-1e{exponent} (x - 0.3)^2), x = 0..1, y = 0..1")
    columns = plot.traces[0].columns
    tops = [index for index, column in enumerate(columns) if column & 1]
    assert tops
    assert all(abs(index + 0.5 - 0.3 * len(columns)) < max(2, len(columns) * 10 ** (-exponent / 2)) for index in tops)


@pytest.mark.parametrize(
    ("line", "empty", "full"),
    [
        ("plot sqrt(x), x = -1..1", (0, 0.49), (0.52, 1)),
        ("plot ln(x), x = -2..2", (0, 0.49), (0.52, 1)),
        ("plot asin(x), x = -2..2", (0, 0.24), (0.27, 0.73)),
        ("plot if x < 1 then 1/0 else x, x = 0..4", (0, 0.24), (0.27, 1)),
        ('plot if x > 1 then error("none") else x, x = 0..4', (0.27, 1), (0, 0.24)),
    ],
)
def test_nothing_is_drawn_where_a_function_has_no_real_value(
    line: str, empty: tuple[float, float], full: tuple[float, float]
) -> None:
    heights = column_heights(plotted(line))
    assert not any(heights[int(empty[0] * len(heights)) : int(empty[1] * len(heights))])
    assert all(heights[int(full[0] * len(heights)) : int(full[1] * len(heights))])


def test_what_is_known_by_its_bounds_alone_fills_them_half() -> None:
    plot = plotted("plot sin(10^9 x)")
    half = plot.frame.dots_down // 2
    assert all(half * 4 // 5 <= height <= half + 4 for height in column_heights(plot))


def test_function_cannot_catch_that_something_is_not_known() -> None:
    columns = plotted("plot try 1/x catch e: 0, x = -1..1, y = -5..5").traces[0].columns
    assert columns[0] != columns[len(columns) // 3] != columns[-1]
    assert sum(map(bool, columns)) < len(columns)


def test_exponentials_are_enclosed_as_one() -> None:
    plot = plotted("plot exp(3x^2 - 300x + 7499), x = 49..51, y = 0..8")
    assert 0 not in plot.traces[0].columns
    assert max(column_heights(plot)) < 6


def test_curve_is_one_line_where_it_is_smooth() -> None:
    for line in ("plot sin(x), x = 0..6", "plot x^2 - x, x = 0..1", "plot (x - 5)^10, x = 0..10", "plot 5, x = 0..1"):
        columns = plotted(line).traces[0].columns
        assert all(columns)
        assert all("0" not in bin(column)[2:].rstrip("0") for column in columns)


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("plot sin(x)", -1.1, 1.1),
        ("plot exp(-1e6 (x - 0.3)^2), x = 0..1", -0.1, 1.1),
        ("plot x^2, x = -3..2", -0.5, 9.5),
        ("plot [3, 5]", 2.9, 5.1),
        ("x = 3; plot [x, x + 2]", 2.9, 5.1),
        ("plot 4", 2, 6),
        ("plot 0", -1, 1),
        ("plot sin(x), y = -3..5", -3, 5),
        ("plot tan(x), x = -1.5..1.5", -16, 16),
    ],
)
def test_height_of_a_plot(line: str, low: float, high: float) -> None:
    axis = plotted(line).frame.y
    assert float(axis.low.p) / float(axis.low.q) >= low
    assert float(axis.high.p) / float(axis.high.q) <= high
    assert float(axis.high.p) / float(axis.high.q) > low + (high - low) / 2


def test_pole_does_not_flatten_the_rest() -> None:
    axis = plotted("plot 1/x + sin(x)").frame.y
    assert axis.high - axis.low < 20


def test_function_that_needs_many_digits_has_them() -> None:
    plot = plotted("plot (1 - cos(x))/x^2, x = 10^-40..10^-30, y = 0..1")
    assert set(plot.traces[0].columns) == {1 << plot.frame.dots_down // 2}
