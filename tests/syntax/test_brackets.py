"""Brackets of texts that may still be typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl.syntax.brackets import Brackets, closers
from calc_repl.syntax.completeness import is_unfinished
from calc_repl.syntax.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sqrt(2", ")"),
        ("max(1, [2, x[3", "]])"),
        ('"{x', '}"'),
        ('"{f(x', ')}"'),
        ('"{x} and {y', '}"'),
        ("(2!", ")"),
        ("(2 ", ")"),
        ("1 + 2", ""),
        ("(1 +", ""),
        ("max(1,", ""),
        ("[1;", ""),
        ("f(", ""),
        ("(1 to", ""),
        ("(1))", ""),
        ("(1]", ""),
        ("(2 # note", ""),
        ("(2 \\", ""),
        ('("open', ""),
    ],
)
def test_closers(text: str, expected: str) -> None:
    tokens = tokenize(text)
    assert closers(text, tokens, Brackets(tokens)) == expected


@pytest.mark.parametrize(
    ("text", "partners", "stray"),
    [
        ("(a[1])", {0: 5, 5: 0, 2: 4, 4: 2}, None),
        ('"{(x)}"', {1: 5, 5: 1, 2: 4, 4: 2}, None),
        ('"{x}{y}"', {1: 3, 3: 1, 4: 6, 6: 4}, None),
        ("1)", {}, (1, 2)),
        ("(1])", {0: 3, 3: 0}, (2, 3)),
        ("))", {}, (0, 1)),
    ],
)
def test_partners_and_strays(text: str, partners: dict[int, int], stray: tuple[int, int] | None) -> None:
    brackets = Brackets(tokenize(text))
    assert brackets.partners == partners
    assert (brackets.stray and (brackets.stray.start, brackets.stray.end)) == stray


@given(st.text(alphabet='([{}])"x1,;+ #\n', max_size=12))
def test_a_closed_text_lacks_no_bracket(text: str) -> None:
    tokens = tokenize(text)
    added = closers(text, tokens, Brackets(tokens))
    if not added:
        return
    closed = Brackets(tokenize(text + added))
    assert (closed.missing, closed.stray) == ("", None)
    assert not is_unfinished(text + added)
