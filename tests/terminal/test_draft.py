"""What is known about a line while it is typed: what fits, how it may go on, and the row below it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from calc_repl import Calculator
from calc_repl.syntax.tokens import tokenize
from calc_repl.terminal.call_help import call_around, call_help
from calc_repl.terminal.expecting import Expected, expected
from calc_repl.terminal.ghost import continuation
from calc_repl.terminal.live_row import live_row
from calc_repl.terminal.preview import Typed, definite_span, previewed
from calc_repl.terminal.recall import Recall
from calc_repl.terminal.symbols import SYMBOLS

CURSOR = "|"


@pytest.fixture
def session() -> Calculator:
    calculator = Calculator()
    calculator.evaluate("k = 3")
    calculator.evaluate("# The double.\ntwice(x) = 2x")
    calculator.evaluate("thrice(x) = 3x")
    calculator.evaluate("import math")
    return calculator


def row(text: str, calculator: Calculator, columns: int = 80) -> str:
    """The row for a line in which the cursor stands at `|`, or else at its end."""
    before, mark, after = text.partition(CURSOR)
    typed = Typed(before + after)
    cursor = len(before) if mark else len(typed.text)
    preview = previewed(typed, calculator) if typed.is_expression(calculator.scope.names) else None
    name = call_around(typed.tokens, cursor)
    call = call_help(name, calculator.scope.names) if name is not None else None
    return "".join(piece for _, piece in live_row(typed, preview, cursor, columns, call))


# What fits


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Expected("name")),
        ("1 + si", Expected("name", "si")),
        ("2si", Expected("unit", "si")),
        ("2 ki", Expected("unit", "ki")),
        ("5 km/", Expected("unit")),
        ("5 kg m^2 / se", Expected("unit", "se")),
        ("9.8 m/s² * ", Expected("unit")),
        ("1 km to m/", Expected("unit")),
        ("x/", Expected("name")),
        ("2 * ", Expected("name")),
        ("2^3 k", Expected("unit", "k")),
        ("si", Expected("name", "si")),
        ('"{si', Expected("name", "si")),
        ("f(x) = si", Expected("name", "si")),
        ("1 to he", Expected("format", "he")),
        ("k in he", Expected("format", "he")),
        ("1 -> ", Expected("format")),
        ("1 to hex + si", Expected("name", "si")),
        ("math.si", Expected("member", "si", "math")),
        ("1 + a.b.", Expected("member", "", "a.b")),
        ("x.5", Expected("unit")),
        ("5k", Expected("unit", "k")),
        ("2.5", Expected("unit")),
        ("0x1f", Expected("nothing")),
        ("# si", Expected("nothing")),
        ('"si', Expected("nothing")),
        ("\\alp", Expected("symbol", "alp")),
        ("1 + \\2", Expected("symbol", "2")),
        ('"\\n', Expected("nothing")),
        (":", Expected("command")),
        (" :se", Expected("command", "se")),
        (":set ", Expected("argument", "", "set")),
        (":load a b/c", Expected("argument", "a b/c", "load")),
        ("help si", Expected("topic", "si")),
        ("import ", Expected("module")),
        ("import a, b.c.d", Expected("module", "d", "b.c")),
        ("1; import st", Expected("module", "st")),
        ("1\nimport st", Expected("module", "st")),
        ("from st", Expected("module", "st")),
        ("from a.b import c, d", Expected("taken", "d", "a.b")),
        ("from a import (c", Expected("taken", "c", "a")),
        ("reload st", Expected("module", "st")),
        ("importx", Expected("name", "importx")),
    ],
)
def test_what_fits(text: str, wanted: Expected) -> None:
    assert expected(text) == wanted


@given(st.text(max_size=30))
def test_something_or_nothing_fits_anywhere(text: str) -> None:
    assert text.endswith(expected(text).word)


# How it may go on


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("2^1", ""),
        ("2^10", " + 1"),
        ("2^10 + 1", ""),
        ("12", ""),  # a digit behind a digit would read as one number
        ("x = 2", ""),
        ("2*sq", "rt("),
        ("sqrt", ""),
        ("floor", ""),
        ("f", ""),  # too little to tell
        ("own", "_name"),
        ("doz", "en"),
        ('"sq', ""),
        ("# sq", ""),
        ("two\n", ""),
        ("(2*sq", "rt("),
    ],
)
def test_continuation(line: str, rest: str) -> None:
    recall = Recall(lambda: ["x = 25", "123", "2^10 + 1", "12\n3"])
    for prepare in (lambda: None, recall.prepare):
        prepare()
        assert continuation(line, recall, {"own_name": 1}) == rest


@given(
    st.lists(st.text(alphabet="ab1", max_size=4), max_size=12), st.text(alphabet="ab1", max_size=3), st.integers(0, 12)
)
def test_the_index_finds_what_a_look_at_each_entry_finds(entries: list[str], line: str, indexed: int) -> None:
    growing = entries[:indexed]
    recall = Recall(lambda: growing)
    recall.prepare()
    growing += entries[indexed:]
    goes_on = [entry for entry in entries if entry.startswith(line) and entry != line]
    assert recall.continuing(line) == (goes_on[-1] if goes_on else None)
    inside = [place for place, entry in enumerate(entries) if line in entry]
    found = recall.containing(line) if line else None
    assert (found and found[0]) == (inside[-1] if line and inside else None)
    if found:
        older = recall.containing(line, found[0])
        assert (older and older[0]) == (inside[-2] if len(inside) > 1 else None)


def test_recall_goes_back_and_forth_over_many_entries_that_begin_alike() -> None:
    recall = Recall(lambda: [f"x = {number}" for number in range(1000)])
    recall.prepare()
    assert [recall.back("x"), recall.back("x = 999"), recall.back("x = 998")] == ["x = 999", "x = 998", "x = 997"]
    assert [recall.forward("x = 997"), recall.forward("x = 998"), recall.forward("x = 999")] == [
        "x = 998", "x = 999", "x",
    ]  # fmt: skip
    assert recall.forward("x") is None


# The row


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1/3 + 1/4", "  = 7/12  ≈ 0.583333333333"),
        ("sqrt(2)^2", "  = 2"),
        ("(pi", "  ) = pi  ≈ 3.14159265359"),
        ("[1, k", "  ] = [1, 3]"),
        ("x = k + 1", "  = 4"),
        ("1/2 k", "  = 3/2  = 1.5   reads (1/2)·k"),
        ("2^64 to hex", "  = 0x10000000000000000"),
        # what is not finished, or says nothing new, shows nothing
        ("", ""),
        ("42", ""),
        ("x = 42", ""),
        ("1 +", ""),
        ("2 *", ""),
        ("1 to", ""),
        ("(1,", ""),
        ("[1;", ""),
        ("if k", ""),
        ("f(x) = x^2", ""),
        ("import math", ""),
        (":set digits 5", ""),
        ("help sqrt", ""),
        ("sqrt?", ""),
        ("quit", ""),
        ("1 + 1\n", ""),
        ("1 + " * 300 + "1", ""),
        # errors, once typing on cannot mend them
        ("1 + )", "  This ) closes nothing."),
        ("1 + * 2", "  Something is missing between + and *."),
        ("1 + * 2 + (3", "  Something is missing between + and *."),
        ("fo", ""),
        ("1/0", ""),  # it may become 1/0.5
        ("1/0 + k", "  Cannot divide by zero."),
        ("foo + 1", "  Unknown name foo."),
        ("foo| + 1", ""),
        ("(1 + foo) ", "  Unknown name foo."),
        ("a\x1b[31m + foo", "  The input contains the unprintable character U+001B."),
        # what only Enter computes
        ("print(k)", "  … Enter computes"),
        ("print(k", "  … Enter computes" + " " * 45 + "print(values...)"),
        ("2^1000000", "  … Enter computes"),
        ("2^1000000 +", ""),
    ],
)
def test_row(session: Calculator, text: str, shown: str) -> None:
    assert row(text, session) == shown


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("twice(k", 40, "  ) = 6            twice(x)  The double"),
        ("twice(k", 30, "  ) = 6              twice(x)"),
        ("twice(k", 18, "  ) = 6"),
        ("thrice(", 40, "              thrice(x)  thrice(x) = 3x"),
        ("twice(k|)", 40, "  = 6              twice(x)  The double"),
        ("twice(k)|", 40, "  = 6"),
        ("1 + nonsuch(", 40, ""),
        ("1/7 + 1/6", 30, "  = 13/42  ≈ 0.309523809524"),
        ("1/7 + 1/6", 20, "  = 13/42"),
        ("1000!", 40, "  = 402387260…000000000   2,568 digits"),
        ("1000!", 20, "  = 4023872…0000000"),
        ("2^300/7^50", 40, "  ≈ 1.13265252759e48"),
        ("2^300/7^50", 15, "  ≈ 1.1326…e48"),
        ("1..20", 20, ""),
        ("map(x => x, 1..20)", 20, "  = [1, 2, 3, 4, 5…"),
        ("foo + 1", 15, "  Unknown nam…"),
        ("1 + 1", 3, ""),
    ],
)
def test_row_on_narrow_screens(session: Calculator, text: str, columns: int, shown: str) -> None:
    assert row(text, session, columns) == shown


@given(
    st.sampled_from(
        ["1000!", "1/7 + 1/6", "sqrt(2", '"日本日本" + 1', 'concat("日本", "日本語日本語")', "foo 1", "2^9.5"]
    ),
    st.integers(1, 60),
)
def test_row_is_never_wider_than_the_screen(text: str, columns: int) -> None:
    shown = row(text, Calculator(), columns)
    assert get_cwidth(shown) < max(columns, 3)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("f(|", "f"),
        ("f(1, g(2|", "g"),
        ("f(1, g(2)|", "f"),
        ("f(1)|", None),
        ("f(|1)", "f"),
        ("|f(1)", None),
        ("f([1, |2])", "f"),
        ("(1 + |", None),
        ("math.sqrt(|", "math.sqrt"),
        ("f(1)(2|", None),
        ("f((1 + |", "f"),
    ],
)
def test_call_around(text: str, name: str | None) -> None:
    before, _, after = text.partition(CURSOR)
    assert call_around(tokenize(before + after), len(before)) == name


def test_call_help(session: Calculator) -> None:
    names = session.scope.names
    assert call_help("twice", names) == ("twice(x)", "The double.")
    assert call_help("math.sqrt", names) == call_help("sqrt", names)
    assert [call_help(name, names) for name in ("k", "nonsuch", "k.x", "math.nonsuch")] == [None] * 4


# Marks


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("1 + )", ")"),
        ("1 + * 2", "*"),
        ("foo + 1", "foo"),
        ("1 + foo", None),
        ("1/0 + 1", "1/0"),
        ("(1]", "]"),
        ("1", None),
    ],
)
def test_what_is_underlined(session: Calculator, text: str, marked: str | None) -> None:
    typed = Typed(text)
    span = definite_span(typed, previewed(typed, session), len(text))
    assert (span and text[span.start : span.end]) == marked


def test_each_symbol_means_something() -> None:
    for name, symbol in SYMBOLS.items():
        assert name.isalnum()
        assert all(token.type != "UNREADABLE" for token in tokenize(symbol)), symbol
