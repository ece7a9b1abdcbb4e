"""Text to tokens: which word is which terminal, and that nothing of the text is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calc_repl.syntax.tokens import tokenize

TABLE = [
    # percent or remainder
    ("5%", "NUMBER PERCENT"),
    ("5 % 3", "NUMBER MODULO NUMBER"),
    ("5%3", "NUMBER MODULO NUMBER"),
    ("5 %(3)", "NUMBER MODULO LPAR NUMBER RPAR"),
    ("5 % x", "NUMBER MODULO NAME"),
    ("5% - 3", "NUMBER PERCENT MINUS NUMBER"),
    ("5%-3", "NUMBER PERCENT MINUS NUMBER"),
    ("5% + 3", "NUMBER PERCENT PLUS NUMBER"),
    ("10% of 5", "NUMBER PERCENT PER_CENT_OF NUMBER"),
    ("5%%", "NUMBER PERCENT PERCENT"),
    ("5%%3", "NUMBER PERCENT MODULO NUMBER"),
    ("20 as % of 80", "NUMBER PER_CENT_OF NUMBER"),
    ("20 as a % on 80", "NUMBER PER_CENT_OF NUMBER"),
    ("20 as hex", "NUMBER TO NAME"),
    # the inch or the conversion word
    ("3 in", "NUMBER NAME"),
    ("3 in to cm", "NUMBER NAME TO NAME"),
    ("5 ft 11 in", "NUMBER NAME NUMBER NAME"),
    ("3 m in ft", "NUMBER NAME TO NAME"),
    ("255 in hex", "NUMBER TO NAME"),
    ("255 in base 7", "NUMBER TO NAME NUMBER"),
    ("2 in x", "NUMBER NAME NAME"),
    ("(3) in hex", "LPAR NUMBER RPAR TO NAME"),
    ("x in ft", "NAME TO NAME"),
    ("2^3 in hex", "NUMBER POWER NUMBER TO NAME"),
    ("in = 3", "NAME ASSIGN NUMBER"),
    ("x in in", "NAME TO NAME"),
    # choose
    ("5 choose 2", "NUMBER MODULO NUMBER"),
    ("(n) choose k", "LPAR NAME RPAR MODULO NAME"),
    ("choose", "NAME"),
    ("choose = 3", "NAME ASSIGN NUMBER"),
    ("5 choose", "NUMBER NAME"),
    # words that begin a statement
    ("let x = 1", "LET NAME ASSIGN NUMBER"),
    ("let = 1", "NAME ASSIGN NUMBER"),
    ("let + 1", "NAME PLUS NUMBER"),
    ("2 let", "NUMBER NAME"),
    ("x; let y = 1", "NAME SEMICOLON LET NAME ASSIGN NUMBER"),
    ("x\nlet y = 1", "NAME NEWLINE LET NAME ASSIGN NUMBER"),
    ("unit u = 3", "UNIT NAME ASSIGN NUMBER"),
    ("unit = 3", "NAME ASSIGN NUMBER"),
    ("plot x", "PLOT NAME"),
    ("plot(x)", "NAME CALL NAME RPAR"),
    ("plot (x)^2", "PLOT LPAR NAME RPAR POWER NUMBER"),
    ("plot if a then b else c", "PLOT IF NAME THEN NAME ELSE NAME"),
    ("plot = 3", "NAME ASSIGN NUMBER"),
    ("plot -x", "PLOT MINUS NAME"),
    ("plot 2024-02-28 < x", "PLOT DATE COMPARE NAME"),
    ("plot 5'3\"", "PLOT MEASURE"),
    ("plot not x", "PLOT NOT NAME"),
    ("plot + 1", "NAME PLUS NUMBER"),
    ("assert 10:30 < x", "ASSERT DATE COMPARE NAME"),
    ("assert 5'3\"", "ASSERT MEASURE"),
    ("assert ~x", "ASSERT BIT_NOT NAME"),
    ("plot 1,000", "PLOT NUMBER COMMA NUMBER"),
    ("import a.b as c", "IMPORT NAME DOT NAME AS NAME"),
    ('import "a" as b', "IMPORT TEXT AS NAME"),
    ("from ..a import b", "FROM RANGE NAME IMPORT NAME"),
    ("from . import *", "FROM DOT IMPORT STAR"),
    ("from = 2", "NAME ASSIGN NUMBER"),
    # texts
    ('"abc"', "TEXT"),
    ("“abc”", "TEXT"),
    ("‘abc’", "TEXT"),
    ('"a{x}b"', "TEXT_HEAD NAME TEXT_TAIL"),
    ('"{x}{y}"', "TEXT_HEAD NAME TEXT_MIDDLE NAME TEXT_TAIL"),
    ('"{"a{x}"}"', "TEXT_HEAD TEXT_HEAD NAME TEXT_TAIL TEXT_TAIL"),
    (r'"\{x}"', "TEXT"),
    (r'"a\"b"', "TEXT"),
    ('"a', "OPEN_TEXT"),
    ('"""doc"""', "DOC"),
    ('"# no comment"', "TEXT"),
    ("1 # comment", "NUMBER"),
    ("# only", ""),
    ("", ""),
    # numbers
    ("1.5e-3", "NUMBER"),
    ("1e", "NUMBER NAME"),
    ("1 e3", "NUMBER NAME"),
    ("1e+x", "NUMBER NAME PLUS NAME"),
    ("5.", "NUMBER"),
    (".5", "NUMBER"),
    ("5..6", "NUMBER RANGE NUMBER"),
    ("5. .6", "NUMBER NUMBER"),
    ("1_000", "NUMBER"),
    ("1__0", "NUMBER NAME"),
    ("1,000", "NUMBER"),
    ("(1,000)", "LPAR NUMBER COMMA NUMBER RPAR"),
    ("1,00", "NUMBER COMMA NUMBER"),
    ("1,0000", "NUMBER COMMA NUMBER"),
    ("0x1F", "NUMBER"),
    ("0b12", "NUMBER NUMBER"),
    ("0.(3)...", "NUMBER"),
    ("0.1(6)…", "NUMBER"),
    ("0.(3)", "NUMBER LPAR NUMBER RPAR"),
    ("1.5(2)", "NUMBER LPAR NUMBER RPAR"),
    ("2½", "NUMBER"),
    ("½x", "NUMBER NAME"),
    ("3k", "NUMBER"),
    ("3kg", "NUMBER NAME"),
    ("5M", "NUMBER"),
    ("2bn", "NUMBER"),
    ("2x", "NUMBER NAME"),
    # dates and measures
    ("2024-02-28", "DATE"),
    ("@2024-02-28", "DATE"),
    ("2024-02-28T14:00Z", "DATE"),
    ("10:30", "DATE"),
    ("3:30 pm", "DATE"),
    ("2024-2-28", "NUMBER MINUS NUMBER MINUS NUMBER"),
    ("2024 - 02 - 28", "NUMBER MINUS NUMBER MINUS NUMBER"),
    ("12024-02-28", "NUMBER MINUS NUMBER MINUS NUMBER"),
    ("5'11\"", "MEASURE"),
    ("5′", "MEASURE"),
    ("30°15'", "MEASURE"),
    ("30°", "NUMBER NAME"),
    # calls and indices
    ("f(x)", "NAME CALL NAME RPAR"),
    ("f (x)", "NAME CALL NAME RPAR"),
    ("2(x)", "NUMBER LPAR NAME RPAR"),
    ("(a)(b)", "LPAR NAME RPAR CALL NAME RPAR"),
    ("v[1]", "NAME INDEX NUMBER RSQB"),
    ("[1][1]", "LSQB NUMBER RSQB INDEX NUMBER RSQB"),
    ("2[1]", "NUMBER INDEX NUMBER RSQB"),
    ('"a"[1]', "TEXT INDEX NUMBER RSQB"),
    # operators
    ("2**3", "NUMBER POWER NUMBER"),
    ("a//b", "NAME MODULO NAME"),
    ("5!=3", "NUMBER COMPARE NUMBER"),
    ("5! = 3", "NUMBER BANG ASSIGN NUMBER"),
    ("5!==3", "NUMBER BANG COMPARE NUMBER"),
    ("5!!", "NUMBER BANG"),
    ("x²³", "NAME SUPERSCRIPT"),
    ("x⁻¹", "NAME SUPERSCRIPT"),
    ("a → b", "NAME TO NAME"),
    ("x => x", "NAME ARROW NAME"),
    ("a |> b", "NAME PIPE NAME"),
    ("a || b", "NAME UNREADABLE NAME"),
    ("a && b", "NAME UNREADABLE NAME"),
    ("5 +/- 1", "NUMBER PLUS_MINUS NUMBER"),
    ("√2", "NAME NUMBER"),
    ("\x00", "UNREADABLE"),
    # newlines
    ("1\n2", "NUMBER NEWLINE NUMBER"),
    ("(1\n2)", "LPAR NUMBER NUMBER RPAR"),
    ("1 \\\n + 2", "NUMBER PLUS NUMBER"),
    ("1\r\n2", "NUMBER NEWLINE NUMBER"),
]


@pytest.mark.parametrize(("text", "terminals"), TABLE, ids=[text or "nothing" for text, _ in TABLE])
def test_text_has_the_terminals(text: str, terminals: str) -> None:
    assert " ".join(token.type for token in tokenize(text)) == terminals


@pytest.mark.parametrize(
    ("text", "spelling"),
    [("×", "*"), ("÷", "/"), ("−", "-"), ("**", "^"), ("→", "to"), ("≠", "!="), (":=", "="), ("π", "pi")],
)
def test_token_has_its_canonical_spelling(text: str, spelling: str) -> None:
    (token,) = tokenize(text)
    assert token.text == spelling
    assert (token.start, token.end) == (0, len(text))


# A gap holds white space, line continuations, comments and, inside brackets, newlines.
_GAP = re.compile(r"(?:[ \t\f\u00a0\u2000-\u200a\u202f\u205f\u3000]|\\\r?\n|\r?\n|#[^\n]*)*")

_PIECES = r"""
1 2.5 x f ( ) [ ] + % in "a" "b{ }c" } { ‘a’ \ # " @ 2024-01-02 5'11" ² é let import 1,000 0.(3)... choose
💥 && !!= .. …
""".split()  # noqa: SIM905
_PIECES += ["as % of", "\n", "\r\n", "\r", " ", "\t", "\\\n", "# note\n", '"""doc"""', "\u2028", "\ud800", "\x00"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text())
@example("1 # note\n2")
@example('f(x) = """doc"""\nx')
def test_tokens_and_the_gaps_between_them_give_the_text(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert token.start >= position, "tokens overlap or are out of order"
        assert token.end > token.start
        assert _GAP.fullmatch(text[position : token.start])
        position = token.end
    assert _GAP.fullmatch(text[position:])


@given(st.text(alphabet='ab1 +-*/()[]%!.=<>"{}\n', max_size=40))
def test_newlines_inside_brackets_are_no_tokens(text: str) -> None:
    assert all(
        token.type != "NEWLINE"
        for token in tokenize(
            "(" + text.translate({40: None, 41: None, 91: None, 93: None, 34: None, 123: None, 125: None})
        )
    )


@given(st.text())
def test_every_text_has_tokens(text: str) -> None:
    for token in tokenize(text):
        assert token.type
        assert text[token.start : token.end]
