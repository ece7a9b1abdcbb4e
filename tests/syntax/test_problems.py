"""What is said about a text that is no sentence: message, place and hint, in words of the language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl.errors import SyntaxProblem
from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax.parser import parse
from calc_repl.syntax.tables import grammar_text

TABLE = [
    ("1 +", "Something is missing after +.", (3, 3), None),
    ("1 + # note", "Something is missing after +.", (10, 10), None),
    ("* 2", "Something is missing before *.", (0, 1), None),
    ("2 +* 3", "Something is missing between + and *.", (3, 4), None),
    ("(1", "The ( is not closed.", (2, 2), "write )"),
    ("[1", "The [ is not closed.", (2, 2), "write ]"),
    ("(1]", "The ( is closed by a ].", (2, 3), "write )"),
    ("[1)", "The [ is closed by a ).", (2, 3), "write ]"),
    ("1)", "This ) closes nothing.", (1, 2), "remove it, or open a ( before it"),
    ("1]", "This ] closes nothing.", (1, 2), "remove it, or open a [ before it"),
    ("f(1,", "Something is missing after ,.", (4, 4), None),
    ("f(,1)", "Something is missing before ,.", (2, 3), None),
    ("3,14", "A comma cannot stand between numbers here.", (1, 2), "the decimal mark is a dot: 3.14; *"),
    ("a, b", "A comma separates arguments and elements; none are open here.", (1, 2), None),
    ("2 3", "Two numbers stand side by side.", (0, 3), "write an operator between them; *"),
    ("x = y = z", "= defines a name, and only at the beginning of a statement.", (6, 7), "to compare, write =="),
    ("2 + 2 = 4", "Only a name or a function can be defined.", (0, 5), "to compare, write =="),
    ("f x = 3", "Only a name or a function can be defined.", (0, 3), "a function is defined with brackets*"),
    ("f(x, x) = 1", "Two parameters are called x.", (5, 6), None),
    ("f(2) = 1", "A parameter must be a name.", (2, 3), None),
    ("f(x = 1, y) = 1", "y needs a default too*", (9, 10), None),
    ("!x", "! stands behind a number, as in 5!.", (0, 1), "to negate a condition write not"),
    ("|x|", "| is the operator or on bits.", (0, 1), "for the absolute value write abs(x)"),
    ("a ? b", "? is not an operator here.", (2, 3), "write if condition then value else value"),
    ("a && b", "&& is not an operator here.", (2, 4), "for booleans write and, for bits &"),
    ("a || b", "|| is not an operator here.", (2, 4), "for booleans write or, for bits |"),
    ("'a'", "' is the sign for feet and minutes of arc.", (0, 1), "a text stands in double quotes*"),
    ("{1}", "A brace has a meaning only inside a text.", (0, 1), "group with ( ), list with [ ]"),
    ("1:2", ": has no meaning here.", (1, 2), "a range is written 1..5"),
    ("1 + 2 => 3", "Left of => stand the names of parameters.", (6, 8), "as in x => x^2*"),
    ("if a then b", "This if has no else.", (11, 11), "write if condition then value else value"),
    ("if a", "This if has no then.", (4, 4), "write if condition then value else value"),
    ("then 1", "then is a word of the language and has no meaning here.", (0, 4), "write if*"),
    ("to hex", "to is a word of the language and has no meaning here.", (0, 2), "a value must stand before it"),
    ('"a', "This text is not closed.", (0, 2), 'write " at its end'),
    ("1 \x00", "The input contains the unprintable character U+0000.", (2, 3), "remove it"),
    ("1 \x1b", "The input contains the unprintable character U+001B.", (2, 3), "remove it"),
    ("1 \u202e 2", "The input contains the unprintable character U+202E.", (2, 3), "remove it"),
    ("1 § 2", "The character § has no meaning here.", (2, 3), None),
    ("a \\ b", "A backslash must end its line.", (2, 3), "it continues the input on the next line"),
    ("5 m to cm * 3", "After a conversion nothing more can be calculated.", (10, 13), "put the conversion in*"),
    ("if(1, 2)", "if(...) needs a condition and two values.", (0, 8), "write if(x > 0, 1, 2)"),
    ("1_", "A number cannot end in _.", (0, 2), "between digits _ groups them*"),
    ("0.(3)", "0. before a bracket could be a product or a repeating decimal.", (0, 5), "write 0.(3)... for*"),
    ("1\n+ 2 *", "Something is missing after *.", (7, 7), None),
    ("x = 1; * 2", "Something is missing before *.", (7, 8), None),
]  # fmt: skip


def problem(text: str) -> SyntaxProblem:
    with pytest.raises(SyntaxProblem) as caught:
        parse(Source(text), Settings())
    return caught.value


@pytest.mark.parametrize(("text", "message", "span", "hint"), TABLE, ids=[row[0] for row in TABLE])
def test_problem_has_message_place_and_hint(text: str, message: str, span: tuple[int, int], hint: str | None) -> None:
    found = problem(text)
    assert re.fullmatch(
        re.escape(message).replace(r"\*", ".*") if message.endswith("*") else re.escape(message), found.message
    )
    assert found.span == span
    if hint is None or not hint.endswith("*"):
        assert found.hint == hint
    else:
        assert str(found.hint).startswith(hint[:-1])


@pytest.mark.parametrize("text", ["1 +", "(1", "f(1,", "if a then", '"a {1', "let x =", '"""open'])
def test_unfinished_text_says_so(text: str) -> None:
    assert problem(text).unfinished


@pytest.mark.parametrize("text", ["1 + * 2", ")", "2 3", "(1]", '"open'])
def test_wrong_text_is_not_called_unfinished(text: str) -> None:
    assert not problem(text).unfinished


_TERMINALS = set(re.findall(r"\b[A-Z][A-Z_]{2,}\b", grammar_text())) | {"UNREADABLE", "OPEN_TEXT", "END"}
_LARK = re.compile(r"Unexpected|Expected|[Tt]oken|Lark|[Tt]erminal|\$END|__ANON|Traceback")
_PIECES = r"""
1 2.5 x f sqrt "a" "b{ }" ( ) [ ] , ; + - * / ^ % ! == < = => |> | & .. to in as of hex if then else try catch : and or
not choose let unit plot import from ² ⁻ . 2024-01-02 5' @ { } \" ' \ ± ~ by mod 1,000 ? $ € 0.(3) 5.
""".split()  # noqa: SIM905
_PIECES += ["as % of", "\n", "\x07", '"""doc"""']


@settings(max_examples=3000)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map(" ".join))
def test_no_message_speaks_of_tokens(text: str) -> None:
    try:
        parse(Source(text), Settings())
    except SyntaxProblem as problem:
        found = problem
    else:
        return
    said = f"{found.message} {found.hint or ''}".replace("<", "")
    assert not _LARK.search(said)
    assert not _TERMINALS & set(re.findall(r"\b[A-Z_]{3,}\b", said))
    assert found.message.endswith(".")
    assert found.span is not None
    assert 0 <= found.span.start <= found.span.end <= len(text)
