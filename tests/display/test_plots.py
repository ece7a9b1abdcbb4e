"""Drawings, character by character."""

from __future__ import annotations

import pytest

from calc_repl import CalcError, Calculator
from calc_repl.display.plainly import ascii_text
from calc_repl.display.plots import STYLES
from calc_repl.terminal.themes import THEMES
from calc_repl.values.plots import Canvas

SINE = """\
 1.0 ┤                │     ⣠⠤⠤⣄
     │                │   ⣠⠞⠁  ⠈⠳⣄
     │                │  ⣰⠃      ⠘⣆
 0.5 ┤                │ ⣰⠃        ⠘⣆
     │                │⢠⠇          ⠸⡄
     │                ⢠⠏            ⠹⡄
     │                ⡞              ⢳
   0 ┤⢧──────────────⡼┼───────────────
     │⠘⣆            ⣰⠃│
     │ ⠘⡆          ⢰⠃ │
-0.5 ┤  ⠹⡄        ⢠⠏  │
     │   ⠹⡄      ⢠⠏   │
     │    ⠙⢦⡀  ⢀⡴⠋    │
-1.0 ┤      ⠙⠒⠒⠋      │
     └─────┬──────────┬─────────┬─────
           -2         0         2"""
SMALL = """\
  │       │⣠⠖⠋⠉⠓⢦⡀
0 ┤⣄─────⢀⡜⠁─────⠙
  │⠈⠳⢤⣀⣠⠴⠋│
  └───────┬───────
          0"""
TWO = """\
2 ┤+++++++          │
  │      ++++++++   │
1 ┤***          +++++++++          ***
  │  ******         │   ++++++******
0 ┤───────*********************+++++++
  └┬────────────────┬────────────────┬
   -1               0                1
* x^2   + 1 - x"""
COLOURED = """\
2 ┤⠙⠒⠲⠤⣄⣀⡀          │
  │      ⠉⠉⠓⠒⠦⢤⣀⣀   │
1 ┤⠦⣄⡀          ⠈⠉⠙⠒⠲⠤⣄⣀⡀          ⢀⣠⠴
  │  ⠉⠓⠦⢤⣀⡀         │   ⠉⠉⠓⠒⠦⢤⣀⣀⡤⠴⠚⠉
0 ┤───────⠉⠙⠒⠒⠦⠤⠤⢤⣀⣀⣀⣀⣀⡤⠤⠤⠴⠒⠒⠋⠉⠈⠉⠙⠒⠲⠤⢤
  └┬────────────────┬────────────────┬
   -1               0                1
⠒⠒ x^2   ⠒⠒ 1 - x"""
POINTS = """\
  │                                 •
  │
  │
5 ┤                 •
  │
  │ •
  └─┬───────────────┬───────────────┬─
    1               2               3"""


def drawing(line: str, columns: int = 72, rows: int = 17, has_colours: bool = False) -> str:
    answer = Calculator(canvas=lambda: Canvas(columns, rows, has_colours)).evaluate(line)
    return "".join(text for _, text in answer.fragments)


CASES = [
    ("plot sin(x), x = -pi..pi", (38, 17, False), SINE),
    ("plot sin(x), x = -pi..pi", (38, 17, True), SINE),
    ("plot sin(x), x = -pi..pi", (18, 5, False), SMALL),
    ("plot x^2, 1 - x, x = -1..1", (38, 8, False), TWO),
    ("plot x^2, 1 - x, x = -1..1", (38, 8, True), COLOURED),
    ("plot [1, 4, 9]", (38, 8, False), POINTS),
]


@pytest.mark.parametrize(("line", "canvas", "expected"), CASES)
def test_drawing(line: str, canvas: tuple[int, int, bool], expected: str) -> None:
    assert drawing(line, *canvas) == expected


@pytest.mark.parametrize(
    ("line", "below"),
    [("plot sin(x), cos(x)", 3), ("plot x, x = 10^9..10^9 + 1", 2), ("plot [1, 2], x, x^2, 1/x", 3)],
)
@pytest.mark.parametrize("size", [(72, 17), (38, 17), (20, 6), (18, 5), (200, 60)])
@pytest.mark.parametrize("has_colours", [False, True])
def test_drawing_keeps_within_its_canvas(line: str, below: int, size: tuple[int, int], has_colours: bool) -> None:
    columns, rows = size
    drawn = drawing(line, columns, rows, has_colours).split("\n")
    assert max(map(len, drawn)) <= columns
    assert all(row.strip() for row in drawn)
    frame = sum("│" in row or "┤" in row for row in drawn)
    assert frame == min(14, rows - below)


@pytest.mark.parametrize("size", [(10, 17), (72, 4), (0, 0)])
def test_no_room_is_an_error(size: tuple[int, int]) -> None:
    with pytest.raises(CalcError) as caught:
        drawing("plot sin(x), cos(x)", *size)
    assert caught.value.message == "There is no room for a plot here."
    assert caught.value.hint == "it takes 20 columns and 6 rows"


def test_fragments_are_the_text_in_the_styles_of_the_curves() -> None:
    answer = Calculator(canvas=lambda: Canvas(38, 8, True)).evaluate("plot x^2, 1 - x, x = -1..1")
    assert "".join(text for _, text in answer.fragments) == COLOURED
    assert answer.text == answer.bare == TWO
    styles = {style for style, _ in answer.fragments}
    assert styles == {"", "class:mark", "class:curve-1", "class:curve-2"}


def test_themes_have_a_style_for_every_curve() -> None:
    for looks in THEMES.values():
        assert {f"curve-{number + 1}" for number in range(STYLES)} <= looks.keys()
    styles = [THEMES["ansi"][f"curve-{number + 1}"] for number in range(STYLES)]
    assert len(set(styles)) == STYLES


@pytest.mark.parametrize(("line", "canvas", "_expected"), CASES)
def test_drawing_in_ascii_has_the_same_columns(line: str, canvas: tuple[int, int, bool], _expected: str) -> None:
    drawn = drawing(line, *canvas)
    shown = ascii_text(drawn)
    assert shown.isascii()
    assert [len(row) for row in shown.split("\n")] == [len(row) for row in drawn.split("\n")]
    assert "*" in shown


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("plot 0, x = 0..4", "0 1 2 3 4"),
        ("plot 0, x = -1000..1000", "-1000 -500 0 500 1000"),
        ("plot 0, x = 0..1/1000", "0 0.0002 0.0004 0.0006 0.0008 0.0010"),
        ("plot 0, x = 0..1e-9", "0 2e-10 4e-10 6e-10 8e-10 1e-9"),
        ("plot 0, x = 0..12345678900", "0 2e9 4e9 6e9 8e9 1e10 1.2e10"),
        ("plot 0, x = 10^9..10^9+4", "+0 +1 +2 +3 +4"),
        ("plot 0, x = 2/3..0.7", "0.670 0.675 0.680 0.685 0.690 0.695 0.700"),
    ],
)
def test_labels_are_round_numbers(line: str, labels: str) -> None:
    rows = drawing(line).split("\n")
    row = next(index for index, row in enumerate(rows) if "└" in row) + 1
    assert rows[row].split() == labels.split()


def test_labels_of_a_narrow_range_far_away_are_differences() -> None:
    assert drawing("plot 0, x = 10^9..10^9+4").split("\n")[-1] == "x: 1e9 + ..."


def test_curves_drawn_by_points_are_told() -> None:
    line = 'f(x) = if "{round(x, 200)}" == "" then 0 else 1; plot f, x = 0..1'
    assert drawing(line).split("\n")[-1] == "in part single points: f"


def test_record_and_kind() -> None:
    answer = Calculator(canvas=lambda: Canvas(38, 17)).evaluate("plot sin(x), x = -pi..pi")
    assert (answer.kind, answer.text, answer.bare, answer.exact, answer.approx) == ("plot", SINE, SINE, None, None)


def test_plot_that_more_follows_is_printed() -> None:
    printed: list[str] = []
    calculator = Calculator(write=printed.append, canvas=lambda: Canvas(38, 8, True))
    assert calculator.evaluate("plot x^2, 1 - x, x = -1..1\n6*7").text == "42"
    assert printed == [TWO]


def test_plot_is_no_answer() -> None:
    calculator = Calculator()
    calculator.evaluate("42; plot sin(x)")
    assert calculator.evaluate("ans").text == "42"
    assert calculator.scope.answer_count == 2
