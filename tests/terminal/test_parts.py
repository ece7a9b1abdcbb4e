"""The parts of the prompt that need no terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import Calculator
from calc_repl.display.safe import safe
from calc_repl.terminal.completer import candidates
from calc_repl.terminal.glance import glance
from calc_repl.terminal.highlighter import LONGEST, highlighted
from calc_repl.terminal.paste import cleaned
from calc_repl.terminal.screens import indented, statements_of


def completed(text: str, calculator: Calculator) -> list[str]:
    return [text[: len(text) - found.replaced] + found.text for found in candidates(text, calculator)]


# Candidates


def test_own_names_come_first_with_their_values(calculator: Calculator) -> None:
    calculator.evaluate("flat = 7/2")
    calculator.evaluate("flip(x, y) = x - y")
    first, second, *others = candidates("1 + fl", calculator)
    assert (first.text, first.shown, first.meaning) == ("flat", "flat", "flat = 7/2 = 3.5")
    assert (second.text, second.shown, second.meaning) == ("flip(", "flip(x, y)", "flip(x, y) = x - y")
    assert [candidate.text for candidate in others] == ["flatten(", "floor("]
    assert others[1].shown == "floor(number)"
    assert others[1].meaning.endswith(".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("floo", ["floor("]),
        ("2floo", ["2floor("]),
        ("doz", ["dozen"]),
        ("weekd", ["weekday(", "weekday_number("]),
        ("2024-02-28T14:00Z to loc", ["2024-02-28T14:00Z to local"]),
        ("fibb", []),
        ("acci", ["fibonacci("]),
        ("help floo", ["help floor"]),
        (":help floo", [":help floor"]),
        (":v", [":vars"]),
        (":set dig", [":set digits"]),
        ("# floo", []),
        ('"floo', []),
        ('"{floo', ['"{floor(']),
        ("0xflo", []),
    ],
)
def test_candidates(calculator: Calculator, text: str, expected: list[str]) -> None:
    assert completed(text, calculator) == expected


def test_nothing_typed_offers_every_name(calculator: Calculator) -> None:
    calculator.evaluate("x = 1")
    offered = completed("2 + ", calculator)
    assert offered[0] == "2 + x"
    assert {"2 + sqrt(", "2 + true"} <= set(offered)


def test_an_own_name_hides_the_built_in_one(calculator: Calculator) -> None:
    calculator.evaluate("floor(x) = x")
    assert [found.shown for found in candidates("floo", calculator)] == ["floor(x)"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x = 3", "x = 3"),
        ("x = 2^1000", "x = a whole number"),
        ("x = [1, 1/3]", "x = [1, 1/3]"),
        ("x = [2^1000]", "x = a list"),
        ("x = [1, 1/2; 3, 4 m]", "x = [1, 1/2; 3, 4 m]"),
        ("x = identity(3)", "x = a matrix"),
        ("x = 5/3 km", "x = 5/3 km ≈ 1.66666666667 km"),
        ('x = "a\\x1b"', 'x = "a\\x1b"'),
        ("x = y => y + 1", "x = y => y + 1"),
    ],
)
def test_glance(calculator: Calculator, line: str, expected: str) -> None:
    calculator.evaluate(line)
    value = calculator.scope.names["x"]
    shown = glance("x", value, calculator.settings)
    assert shown == expected


# Colours

_PIECES = [
    "1.5",
    "x",
    "foo",
    "sqrt",
    "(",
    ")",
    "[",
    " ",
    "\n",
    "# note",
    '"',
    "{",
    "}",
    "\\",
    "to",
    "∧",
    "½",
    "²",
    "\x1b",
]


@given(st.lists(st.sampled_from(_PIECES)).map("".join) | st.text(max_size=50))
def test_fragments_joined_are_the_line(text: str) -> None:
    assert "".join(piece for _, piece in highlighted(text, Calculator().scope.names)) == text


def test_each_kind_of_token_has_its_style(calculator: Calculator) -> None:
    calculator.evaluate("x = 1")
    calculator.evaluate("g(y) = y")
    line = 'if x then g(1.5) + sqrt(foo) else "t" ∧ true # note'
    styles = {piece: style.removeprefix("class:") for style, piece in highlighted(line, calculator.scope.names)}
    assert styles == {
        " ": "",
        "if": "keyword",
        "then": "keyword",
        "else": "keyword",
        "x": "variable",
        "g": "function",
        "sqrt": "function",
        "foo": "unknown",
        "true": "constant",
        "1.5": "number",
        '"t"': "text",
        "(": "operator",
        ")": "operator",
        "+": "operator",
        "∧": "operator",
        "# note": "comment",
    }


def test_time_zones_behind_to_have_one_style(calculator: Calculator) -> None:
    line = "2024-02-28T14:00Z to America/New_York / UTC"
    fragments = [(style, piece) for style, piece in highlighted(line, calculator.scope.names) if piece != " "]
    assert fragments[0] == ("class:number", "2024-02-28T14:00Z")
    assert [style for style, _ in fragments[1:]] == ["class:keyword"] * 6
    assert ("class:unknown", "Berlin") in highlighted("Europe/Berlin", calculator.scope.names)
    assert highlighted("x to UTC", {"UTC": 5})[-1] == ("class:variable", "UTC")


def test_commands_and_what_cannot_be_read_have_their_style(calculator: Calculator) -> None:
    assert highlighted(":set digits 5", calculator.scope.names) == [("class:command", ":set"), ("", " digits 5")]
    assert ("class:unreadable", "`") in highlighted("1 ` 2", calculator.scope.names)


def test_long_lines_stay_plain(calculator: Calculator) -> None:
    assert len(highlighted("1" * LONGEST, calculator.scope.names)) == 1
    assert highlighted("1+" * LONGEST, calculator.scope.names) == [("", "1+" * LONGEST)]


# Paste


@pytest.mark.parametrize(
    ("pasted", "inserted"),
    [
        ("1 + 2", "1 + 2"),
        ("a = 1\r\nb = 2\r\n\r\n", "a = 1\nb = 2"),
        ("a\rb\r", "a\nb"),
        ("> a = 1\n> b", "a = 1\nb"),
        ("> a = 1\nb", "> a = 1\nb"),
        ("1\x1b[31m\x00\x7f\x9b", "1[31m"),
        ("1\t+\t2", "1 + 2"),
        ("\u202e1\u200b", "1"),
        ("π × ½", "π × ½"),
        ("2 − 1–1", "2 - 1-1"),
        ("1\u202f000\u00a0⋅ 3⁄4", "1 000 * 3/4"),
        ('"1 − 2" – 3', '"1 − 2" - 3'),
        (">>> 1\n>>> 2", "1\n2"),
        ("\n", ""),
    ],
)
def test_pasted_text_is_cleaned(pasted: str, inserted: str) -> None:
    assert cleaned(pasted) == inserted


@given(st.text())
def test_pasted_text_carries_nothing_dangerous(pasted: str) -> None:
    assert safe(cleaned(pasted), keep="\n") == cleaned(pasted)


# Entries and screens


@pytest.mark.parametrize(
    ("entry", "statements"),
    [
        ("", []),
        ("  ", []),
        (" 1 + 2 ", [" 1 + 2 "]),
        ("a = 1\nb", ["a = 1", "b"]),
        ("a = (1 +\n2)\n\nb\n", ["a = (1 +\n2)", "b"]),
        ("a = 1 # (\nb", ["a = 1 # (", "b"]),
        ('f(x) = """\nOne.\n"""\nx + 1\nf(2)', ['f(x) = """\nOne.\n"""\nx + 1', "f(2)"]),
        (":set digits 5\n1/3", [":set digits 5", "1/3"]),
        ("# one\n# two\nf(x) = x\n\n2", ["# one\n# two\nf(x) = x", "2"]),
        ("a\n# only", ["a", "# only"]),
    ],
)
def test_entries_are_answered_statement_by_statement(entry: str, statements: list[str]) -> None:
    assert statements_of(entry) == statements


def test_each_line_is_indented() -> None:
    fragments = indented([("a", "one"), ("b", " two\n\nthree"), ("", "\n"), ("c", "four\n")])
    assert "".join(text for _, text in fragments) == "  one two\n\n  three\n  four\n"
    assert ("c", "four\n") in fragments
