"""The screen of an error: the line, a mark under the culprit, and no more of a long line than fits."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.display.diagnostics import caret_fragments, error_fragments
from calc_repl.errors import DomainError
from calc_repl.source import Source, Span


def screen(text: str, span: Span, **more: str) -> list[str]:
    error = DomainError("Something is wrong.", span=span, **more)
    return "".join(part for _, part in error_fragments(error, Source(text))).split("\n")[:-1]


def columns(text: str) -> int:
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def test_screen_has_message_line_mark_and_hint() -> None:
    assert screen("1 + x", Span(4, 5), hint="try y") == [
        "error: Something is wrong.",
        "  1 + x",
        "      ^",
        "hint: try y",
    ]


def test_error_without_a_place_has_no_line() -> None:
    error = DomainError("Something is wrong.")
    assert "".join(part for _, part in error_fragments(error, Source("1"))) == "error: Something is wrong.\n"


def test_place_is_told_before_the_message() -> None:
    error = DomainError("Something is wrong.")
    assert "".join(part for _, part in error_fragments(error, Source("1"), "line 3: ")).startswith(
        "error: line 3: Some"
    )


def test_only_the_line_at_fault_is_shown() -> None:
    assert screen("1\n2 + x\n3", Span(6, 7)) == ["error: Something is wrong.", "  2 + x", "      ^"]


def test_mark_over_several_lines_ends_with_the_first() -> None:
    assert screen("(1 +\nx)", Span(0, 7)) == ["error: Something is wrong.", "  (1 +", "  ^^^^"]


def test_mark_behind_the_last_character_is_one_wide() -> None:
    assert screen("1 +", Span(3, 3)) == ["error: Something is wrong.", "  1 +", "     ^"]


@pytest.mark.parametrize("start", [0, 50, 5_000, 9_999])
def test_long_line_is_cut_around_the_culprit(start: int) -> None:
    _, line, mark = screen("x" * 10_000, Span(start, start + 1))
    assert len(line) <= 210
    assert line[mark.index("^")] == "x"
    assert mark.count("^") == 1


def test_long_culprit_is_cut_with_its_line() -> None:
    _, line, mark = screen("x" * 10_000, Span(10, 9_000))
    assert len(line) <= 210
    assert len(mark) <= len(line)


@given(st.text(st.characters(exclude_characters="\n", exclude_categories=()), max_size=60), st.data())
def test_mark_stands_under_the_culprit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = screen(text, Span(start, end))
    assert len(lines) == 3
    assert set(lines[2]) <= {" ", "^"}
    assert lines[2].count("^") >= 1
    if all(c.isprintable() and c.isascii() for c in text):
        assert len(lines[2]) - lines[2].count("^") == 2 + start


@pytest.mark.parametrize(
    ("before", "culprit"),
    [("漢字 ", "x"), ("é", "x"), ("e\u0301", "x"), ("", "漢"), ("\t", "x"), ("\x1b", "x"), ("💥", "💥")],
)
def test_wide_and_escaped_characters_are_counted_as_shown(before: str, culprit: str) -> None:
    from calc_repl.display.safe import safe

    text = before + culprit
    _, line, mark = screen(text, Span(len(before), len(text)))
    shown_before = safe(before.replace("\t", " "))
    assert line == "  " + shown_before + safe(culprit)
    assert mark == " " * (2 + columns(shown_before)) + "^" * columns(safe(culprit))


def test_mark_alone_stands_so_many_columns_in() -> None:
    shown = "".join(part for _, part in caret_fragments(Span(4, 5), Source("1 + x"), 2))
    assert shown == "      ^\n"


def test_control_characters_in_message_and_hint_are_shown_as_escapes() -> None:
    error = DomainError("bad \x1b[31m", hint="\u202e")
    shown = "".join(part for _, part in error_fragments(error, Source("x")))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_every_screen_ends_with_the_end_of_a_line() -> None:
    for line in ["1/0", "lenght", "(1", "f(", "1e99999999999", "[1][5]"]:
        with pytest.raises(CalcError) as caught:
            Calculator().evaluate(line)
        assert "".join(part for _, part in error_fragments(caught.value, Source(line))).endswith("\n")
