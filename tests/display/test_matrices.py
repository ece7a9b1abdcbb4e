"""Matrices and tables on one line and over several rows."""

from __future__ import annotations

import pytest

from calc_repl import Calculator
from calc_repl.settings import Settings


def screen(line: str, columns: int | None = 80, in_ascii: bool = False, fold: bool = True) -> list[str]:
    fragments = Calculator().evaluate(line).on_screen(columns, in_ascii, fold)
    return "".join(text for _, text in fragments).split("\n")


MATRICES = {
    "[1, 2; 3, 4]^-1": ["= ⎡ -2     1  ⎤", "  ⎣ 3/2  -1/2 ⎦"],
    "[1; 10; 100]": ["= ⎡   1 ⎤", "  ⎢  10 ⎥", "  ⎣ 100 ⎦"],
    "[[1, 20]] * 1": ["= [ 1  20 ]"],
    "[0.01, 1.5; 10.125, -2]": ["= ⎡  0.01    1.5 ⎤", "  ⎣ 10.125  -2   ⎦"],
    "[1, 22/7; 1/100, 2]": ["= ⎡  1     22/7 ⎤", "  ⎣ 1/100    2  ⎦"],
    "[sqrt(2), 1; 1, -sqrt(2)]": ["= ⎡ sqrt(2)         1 ⎤", "  ⎣       1  -sqrt(2) ⎦"],
    "[1 + i, 2; 3, 4 i]": ["= ⎡ 1 + i    2 ⎤", "  ⎣     3  4 i ⎦"],
    "[1, 2; 3, 40]/3 to 3 dp": ["= ⎡ ≈ 0.333   ≈ 0.667 ⎤", "  ⎣   1.000  ≈ 13.333 ⎦"],
    "[10^25, 10^-9; 1, 2] to sci": ["= ⎡ 1e25  1e-9 ⎤", "  ⎣ 1e0   2e0  ⎦"],
    "[255, 1; 2, 3] to hex": ["= ⎡ 0xff  0x1 ⎤", "  ⎣  0x2  0x3 ⎦"],
    "[1/8, 1; 2, 3] to percent": ["= ⎡  12.5%  100% ⎤", "  ⎣ 200%    300% ⎦"],
    "[5 ± 0.1, 1; 2, 3]": ["= ⎡ 5 ± 0.1  1 ⎤", "  ⎣       2  3 ⎦"],
    "[inf, 1; 2, -inf]": ["= ⎡ inf     1 ⎤", "  ⎣   2  -inf ⎦"],
}

TABLES = {
    'zip(["one", "twenty"], [1, 20])': ['= "one"      1', '  "twenty"  20'],
    "[[1, 2.5], [10, 0.25]]": ["=  1  2.5", "  10  0.25"],
    "map(n => [n, n^2, is_prime(n)], 9..11)": ["=  9   81  false", "  10  100  false", "  11  121  true"],
    '[["日本", 1], ["a", 22]]': ['= "日本"   1', '  "a"     22'],
    "[[1/3, 1], [2, 3]] to 2 dp": ["= ≈ 0.33  1.00", "    2.00  3.00"],
    "map(k => [k, 2024-01-31 + k months], 0..1)": ["= 0  2024-01-31", "  1  2024-02-29"],
    '[["a", 1], [2, "b"]]': ['= "a"    1', '    2  "b"'],
}

#: What is no table: a list, lists of different lengths, of one element, of lists, a single row.
ON_ONE_LINE = {
    "[1, 2]": "= [1, 2]",
    "[[1, 2], [3]]": "= [[1, 2], [3]]",
    "[[1], [2]]": "= [[1], [2]]",
    "[[1, 2]]": "= [[1, 2]]",
    "[[1, [2]], [3, [4]]]": "= [[1, [2]], [3, [4]]]",
    "[[1, sqrt], [2, sqrt]]": "= [[1, sqrt(number)], [2, sqrt(number)]]",
    "[]": "= []",
    "1/4": "= 1/4  = 0.25",
    '"a"': '= "a"',
}


@pytest.mark.parametrize(("line", "rows"), [*MATRICES.items(), *TABLES.items()])
def test_rows_are_aligned_on_a_screen(line: str, rows: list[str]) -> None:
    assert screen(line) == rows
    widest = max(len(row) + row.count("日本") * 2 for row in rows)
    assert screen(line, widest) == rows
    assert len(screen(line, widest - 1)) == 1


@pytest.mark.parametrize("line", [*MATRICES, *TABLES])
def test_answer_stands_on_one_line_where_there_is_no_screen(line: str) -> None:
    answer = Calculator().evaluate(line)
    assert screen(line, None) == [f"= {answer.text}"]
    assert "\n" not in answer.text


@pytest.mark.parametrize(("line", "row"), ON_ONE_LINE.items())
def test_others_stand_on_one_line(line: str, row: str) -> None:
    assert screen(line) == [row]


@pytest.mark.parametrize(
    "line",
    ["[1, 2; 3, 4]^-1", "[1; 2]", "[[1, 2]] * 1", "[0.1, 0.2; 1.5, 2]", "[1/3, 0.5; 1/7, 2]", "[1 + i, pi; e, sqrt(2)]",
     "[inf, 1; 1, 2]", "zip([1, 2], [3, 4])"],
)  # fmt: skip
def test_text_reads_back(line: str) -> None:
    calculator = Calculator()
    answer = calculator.evaluate(line)
    assert answer.exact == answer.text
    assert calculator.evaluate(f"({answer.text}) == ans").value is True
    assert calculator.evaluate(answer.text).text == answer.text


def test_kind_and_exact_form() -> None:
    calculator = Calculator()
    answer = calculator.evaluate("[1, 2; 3, 4]/3")
    assert (answer.kind, answer.exact, answer.approx, answer.bare) == (
        "matrix",
        "[1/3, 2/3; 1, 4/3]",
        None,
        answer.text,
    )
    assert calculator.evaluate("ans to 2 dp").exact is None
    assert calculator.evaluate("eigenvalues([0, 1, 0; 0, 0, 1; 1, 1, 0])").exact is None


def test_signs_that_are_longer_in_ascii_are_given_room() -> None:
    rows = screen("[1; 2; 3]/3 to 2 dp", in_ascii=True)
    assert rows == ["= ⎡ ~= 0.33 ⎤", "  ⎢ ~= 0.67 ⎥", "  ⎣    1.00 ⎦"]


def test_long_ones_are_cut_unless_all_is_asked_for() -> None:
    line = "zip(1..1000, 1..1000)"
    assert len(screen(line)) == 1
    assert "characters, :full shows all" in screen(line)[0]
    assert screen(line, fold=False)[-1] == "  1000  1000"
    assert len(screen(line, 5, fold=False)) == 1


def test_digits_of_entries_are_not_grouped() -> None:
    assert Calculator(Settings(grouping=True)).evaluate("[12345, 1; 2, 3]").text == "[12345, 1; 2, 3]"
