"""How a line was read is told where it is not obvious, and only there."""

from __future__ import annotations

import pytest

from calc_repl import Calculator

READINGS = [
    ("1/2 x", "(1/2)·x"),
    ("1/2x", "(1/2)·x"),
    ("6/2(1+2)", "(6/2)·(1 + 2)"),
    ("-1/2 x", "-(1/2)·x"),
    ("3 x * 1/2 b", "3·x * (1/2)·b"),
    ("a/2b", "a/(2·b)"),
    ("1/x b", "1/(x·b)"),
    ("8/4/2x", "8/4/(2·x)"),
    ("x(3+1)", "x·(3 + 1)"),
    ("x(3)^2", "x·3^2"),
    ("200 + 10%", "200 + 10% of 200"),
    ("200 - 10%", "200 - 10% of 200"),
    ("3!!", "double_factorial(3)"),
    ("log(100)", "log₁₀(100)"),
    ("log 100", "log₁₀(100)"),
    ("sqrt 4x", "sqrt(4·x)"),
    ("2 sqrt 9", "2·sqrt(9)"),
    ("sqrt 16/2", "sqrt(16)/2"),
    ("sqrt 4 * 9", "sqrt(4) * 9"),
    ("f x/5", "f(x)/5"),
    ("[1/2 x]", "[(1/2)·x]"),
    ("1/2 (1 h 2 min 3 s)", "(1/2)·(1 h 2 min 3 s)"),
]

OBVIOUS = [
    "1 + 2",
    "2x",
    "2 x",
    "f(x)",
    "f x",
    "log(8, 2)",
    "-2^2",
    "2^3!",
    "5% - 3",
    "10% of 200",
    "5 choose 2",
    "1..3",
    "1 h 2 min 3 s",
    "8 min 240/7 s",
    "5 ft 3/4 in",
]


@pytest.fixture
def prepared() -> Calculator:
    calculator = Calculator()
    calculator.evaluate("x = 4; a = 12; b = 3; f(n) = n + 1")
    return calculator


@pytest.mark.parametrize(("line", "reading"), READINGS, ids=[line for line, _ in READINGS])
def test_structure_that_was_not_written_is_told(line: str, reading: str, prepared: Calculator) -> None:
    assert prepared.evaluate(line).reading == reading


@pytest.mark.parametrize(("line", "reading"), READINGS, ids=[line for line, _ in READINGS])
def test_what_is_told_has_the_same_value(line: str, reading: str, prepared: Calculator) -> None:
    told = prepared.evaluate(line).reading
    if told is None or " of 200" in told:
        pytest.skip("says more than the language could")
    assert prepared.evaluate(told.replace("log₁₀", "log")).value == prepared.evaluate(line).value


@pytest.mark.parametrize("line", OBVIOUS)
def test_obvious_line_is_not_repeated(line: str, prepared: Calculator) -> None:
    assert prepared.evaluate(line).reading is None


@pytest.mark.parametrize("line", ["[1/2 x]", "g(n) = 1/2 n", "if true then 1/2 x else 2", '"{1/2 x}"', "n => 1/2 n"])
def test_reading_leaves_nothing_out(line: str, prepared: Calculator) -> None:
    assert "…" not in (prepared.evaluate(line).reading or "")
