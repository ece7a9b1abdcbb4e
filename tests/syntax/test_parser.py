"""The syntax tree: its spans, and that no depth of nesting is too deep for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl.errors import LimitError
from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax import nodes
from calc_repl.syntax.parser import parse, parse_tokens
from calc_repl.syntax.tokens import tokenize

#: Parts of an expression that are no expression by themselves, or become another form alone.
NOT_ALONE = (
    nodes.Parameter,
    nodes.KeywordArgument,
    nodes.OpenRange,
    nodes.ImportItem,
)

LINES = [
    "1 + 2 * 3 - 4 / 5",
    "-2^2 + 2^-3^2",
    "6/2(1+2)",
    "-1/2 x y + 3 m * 1/2 s",
    "a/2b",
    "f(x, n = 2)^2 + g(1)(2)",
    "sin^2 x + sqrt 2 y",
    "[1, 2, [3, 4]][1]",
    "[1, 2; 3, 4]",
    "v[1.. ] + v[..]",
    "x => x^2",
    "(x, y = 2) => x y",
    "if a < b <= c then 1 else 2",
    "if(a, b, c)",
    "try 1/0 catch e: e.message",
    "a and not b or c xor d & e | f << 2",
    "1..10 by 2",
    "5 m to cm",
    "[1, 2] |> map(x => 2x)",
    '"a {x + 1} b {y}"',
    '"{x}"',
    "5! + 3!! + 5% + x²",
    "200 + 10%",
    "25% of 80",
    "2024-01-02 + 5'11\"",
    "let x = 1; y = 2",
    "f(x, n = 3) = x^n",
    'f(x) = """doc""" x',
    "unit u = 3 m",
    "import a.b as c, d",
    "from ..a import (b as c, d)",
    "plot x^2, x = 0..5",
    "(((1)))",
    "a.b.c(1).d",
    "  1  +  2  # note",
    "(1 +\n 2)\n3; 4",
    "not a == b",
    "~5 + -x",
    "3 choose 2",
    "a ± 2",
]


def tree(text: str) -> nodes.Program:
    return parse(Source(text), Settings())


def walk(node: nodes.Node) -> list[nodes.Node]:
    found, work = [], [node]
    while work:
        part = work.pop()
        found.append(part)
        work.extend(part.children())
    return found


@pytest.mark.parametrize("line", LINES)
def test_children_lie_within_their_parents(line: str) -> None:
    program = tree(line)
    for part in walk(program):
        for child in part.children():
            assert part.start <= child.start <= child.end <= part.end, (part, child)


@pytest.mark.parametrize("line", LINES)
def test_text_of_an_expression_parses_to_the_same_kind_of_node(line: str) -> None:
    program = tree(line)
    for part in walk(program):
        if isinstance(part, (nodes.Program, *NOT_ALONE)):
            continue
        text = line[part.start : part.end]
        if isinstance(part, nodes.Text) and (text[-1:] == "{" or text[:1] == "}"):
            continue  # a part of a text with braces
        if "\n" in text and not isinstance(part, nodes.Group):
            continue  # only inside brackets does an expression go on in the next line
        (alone,) = tree(text).statements
        assert type(alone) is type(part), text


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("6/2(1+2)", ["6/2(1+2)", "6/2", "(1+2)"]),
        ("-1/2 x", ["-1/2 x", "1/2 x", "1/2", "x"]),
        ("a/2b", ["a/2b", "a", "2b"]),
        ("  ( 1 + 2 )  ", ["( 1 + 2 )", "1 + 2"]),
        ("f ( x )", ["f ( x )", "f", "x"]),
        ("x ² !", ["x ² !", "x ²", "x"]),
        ("not  true", ["not  true", "true"]),
    ],
)
def test_spans_cover_exactly_the_text_of_a_node(line: str, texts: list[str]) -> None:
    found = {line[part.start : part.end] for part in walk(tree(line))}
    assert set(texts) <= found


def test_rule_j_makes_one_fraction_of_two_numbers() -> None:
    (statement,) = tree("6/2(1+2)").statements
    assert isinstance(statement, nodes.Juxtaposition)
    assert isinstance(statement.factors[0], nodes.Binary)
    (statement,) = tree("8/4/2x").statements
    assert isinstance(statement, nodes.Binary)
    assert isinstance(statement.right, nodes.Juxtaposition)


@pytest.mark.parametrize(("number", "name"), [("1", "x"), ("2", "y")])
def test_nodes_show_their_parts(number: str, name: str) -> None:
    shown = repr(tree(f"{number} {name}"))
    assert f"text='{number}'" in shown
    assert f"id='{name}'" in shown


N = 20_000
DEEP = {
    "a sum": "1" + " + 1" * N,
    "a difference": "1" + " - 1" * N,
    "a product": "1" + " * 1" * N,
    "quotients": "1" + "/2 x" * N,
    "nested brackets": "(" * N + "1" + ")" * N,
    "minus signs": "-" * N + "1",
    "plus and minus signs": "+-" * (N // 2) + "1",
    "a chain of powers": "2" + "^2" * N,
    "negative powers": "2" + "^-2" * N,
    "juxtaposition": "x " * N,
    "juxtaposed brackets": "(x)" * N,
    "nested calls": "f(" * N + "1" + ")" * N,
    "calls of calls": "f" + "(1)" * N,
    "nested lists": "[" * N + "1" + "]" * N,
    "a long list": "[" + "1, " * N + "1]",
    "indices": "v" + "[1]" * N,
    "nested conditions": "if a then b else " * N + "c",
    "conditions in conditions": "if " * N + "a" + " then b else c" * N,
    "functions of functions": "x => " * N + "x",
    "comparisons": "1" + " < 1" * N,
    "conversions": "x" + " in" * (2 * (N // 2)) + " in",
    "percent signs": "5" + "%" * N,
    "factorials": "5" + "!" * (2 * N),
    "negations": "not " * N + "a",
    "alternatives": "a" + " or a" * N,
    "conjunctions": "a" + " and a" * N,
    "bits turned over": "~" * N + "1",
    "pipes": "1" + " |> f" * N,
    "members": "a" + ".b" * N,
    "superscripts": "x" + "² !" * N,
    "attempts": "try a catch e: " * N + "b",
    "nested texts": '"{' * N + "1" + '}"' * N,
    "statements": "1;" * N,
    "lines": "1\n" * N,
    "powers of signs": "2^" + "-" * N + "2",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_deep_text_is_parsed_without_recursion(text: str) -> None:
    program = parse_tokens(tokenize(text), text)
    assert program.statements
    assert len(walk(program)) >= N // 2


def test_text_longer_than_the_limit_is_refused() -> None:
    with pytest.raises(LimitError, match="1,100 characters; the limit is 1,000") as caught:
        parse(Source("1" * 1100), Settings(max_line=1000))
    assert caught.value.span == (1000, 1001)
    assert "max_line" in str(caught.value.hint)


def test_more_tokens_than_the_limit_are_refused() -> None:
    with pytest.raises(LimitError, match="more than 100 numbers, names and signs") as caught:
        parse(Source("1+" * 60 + "1"), Settings(max_tokens=100))
    assert caught.value.span == (100, 101)


@pytest.mark.parametrize("opening", ["(", "[", "f(", '"{'])
def test_more_open_brackets_than_the_limit_are_refused(opening: str) -> None:
    with pytest.raises(LimitError, match="More than 10 brackets are open"):
        parse(Source(opening * 11), Settings(max_nesting=10))


def test_brackets_side_by_side_are_not_nested() -> None:
    assert parse(Source("(1) + " * 50 + "1"), Settings(max_nesting=10))


@settings(max_examples=100)
@given(st.text(alphabet=" \t\n;#", max_size=20))
def test_text_without_content_has_no_statements(text: str) -> None:
    assert tree(text).statements == []
