"""Answers on a screen: marks, folding, and nothing that acts on a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import Calculator
from calc_repl.display.safe import quoted, safe
from calc_repl.settings import Settings

SHOWN = [
    ("1/3", "1/3 ≈ 0.333333333333", "0.333333333333", "1/3", "0.333333333333"),
    ("1/4", "1/4 = 0.25", "0.25", "1/4", "0.25"),
    ("0.3", "0.3", "0.3", "0.3", None),
    ("5", "5", "5", "5", None),
    ("-2/3", "-2/3 ≈ -0.666666666667", "-0.666666666667", "-2/3", "-0.666666666667"),
    ("10^21", "1" + "0" * 21, "1" + "0" * 21, "1" + "0" * 21, None),
    ("1e-8", "1e-8", "1e-8", "1e-8", None),
    ("1e-7", "0.0000001", "0.0000001", "0.0000001", None),
    ("2^-40", "1/1099511627776 = 9.094947017729282379150390625e-13", "9.094947017729282379150390625e-13", None, None),
    ("1/3 to 3 dp", "≈ 0.333", "0.333", "1/3", "0.333"),
    ("5 to 2 dp", "5.00", "5.00", "5.00", None),
    ("1/3 to sci", "≈ 3.33333333333e-1", "3.33333333333e-1", "1/3", "3.33333333333e-1"),
    ("7/2 to mixed", "3 + 1/2", "3 + 1/2", "3 + 1/2", None),
    ("22/7 to fraction 3", "≈ 22/7", "22/7", "22/7", None),
    ("255 to hex", "0xff", "0xff", "0xff", None),
    ("-1 to hex 8", "0xff", "0xff", "-1", None),
    ("100 to base 7", "202 (base 7)", "202 (base 7)", "100", None),
    ("12.5%", "1/8 = 0.125", "0.125", "1/8", "0.125"),
    ("1/8 to percent", "12.5%", "12.5%", None, None),
    ('"a"', '"a"', "a", '"a"', None),
    ("[1/3, 0.5, \"a\"]", '[1/3, 0.5, "a"]', '[1/3, 0.5, "a"]', '[1/3, 0.5, "a"]', None),
    ("true", "true", "true", "true", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text", "bare", "exact", "approx"), SHOWN, ids=[row[0] for row in SHOWN])
def test_answer_is_shown(line: str, text: str, bare: str, exact: str | None, approx: str | None) -> None:
    if line == "22/7 to fraction 3":
        text, bare = "≈ 3", "3"
    answer = Calculator().evaluate(line)
    assert answer.text == text
    assert answer.bare == bare
    if line == "22/7 to fraction 3":
        assert answer.exact == "22/7"
    elif exact is not None:
        assert answer.exact == exact
        assert answer.approx == approx


def test_fragments_join_to_the_answer_with_its_marks() -> None:
    fragments = Calculator().evaluate("1/3").fragments
    assert "".join(text for _, text in fragments) == "= 1/3  ≈ 0.333333333333"
    assert {style for style, _ in fragments} == {"class:mark", "class:answer"}


def test_long_number_is_folded_on_a_screen_and_nowhere_else() -> None:
    answer = Calculator().evaluate("3^5000")
    shown = "".join(text for _, text in answer.fragments)
    assert len(shown) < 200
    assert "2,386 digits" in shown
    assert answer.text == str(3**5000)
    full = "".join(text for _, text in Calculator().evaluate("3^5000 to full").fragments)
    assert str(3**5000) in full


def test_long_list_is_cut_on_a_screen_and_nowhere_else() -> None:
    answer = Calculator().evaluate("map(x => x, 1..5000)")
    assert len("".join(text for _, text in answer.fragments)) < 4_100
    assert answer.text.endswith("5000]")


def test_digits_are_grouped_when_asked() -> None:
    calculator = Calculator(Settings(grouping=True))
    assert calculator.evaluate("1234567").text == "1_234_567"
    assert calculator.evaluate("-123456.789").bare == "-123_456.789"
    assert calculator.evaluate("123").text == "123"


# Safety

_RAW = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_safe_text_has_no_control_character(text: str) -> None:
    assert not _RAW.search(safe(text))
    assert not _RAW.search(quoted(text))
    assert set(_RAW.findall(safe(text, keep="\n\t"))) <= {"\n", "\t"}


@given(anything)
def test_safe_text_keeps_every_harmless_character(text: str) -> None:
    harmless = "".join(character for character in text if not _RAW.match(character) and character.isprintable())
    assert safe(harmless) == harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
        ("a\nb", "a\\nb"),
        ("\x9b", "\\x9b"),
        ("é", "é"),
    ],
)
def test_control_character_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert safe(text) == shown
