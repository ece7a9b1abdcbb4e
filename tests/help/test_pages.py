"""There is a page for everything, and it is made from the declarations."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from transcript import read_page, read_session, screen_of

import calc_repl.help
from calc_repl import Calculator
from calc_repl.errors import UnknownName
from calc_repl.evaluation.scope import Scope
from calc_repl.help.documents import topic_names, word_sections
from calc_repl.help.pages import page, topics
from calc_repl.operations import catalogue
from calc_repl.settings import DECLARED
from calc_repl.syntax.tokens import FORMAT_WORDS, KEYWORDS, OPERATORS, STATEMENT_WORDS

HELP = Path(calc_repl.help.__file__).parent

ROUND = """\
round(number, digits?)

Round to a number of decimal digits, halves away from zero.

Negative digits round in front of the decimal point.

  number  a real number
  digits  a whole number; 0 when left out

> round(5/2)
3
> round(-2.5)
-3
> round(2.71828, 2)
2.72
> round(1234, -2)
1200

Related: floor, ceil, trunc, frac, round_even"""

BITS = """\
The binary digits of whole numbers; negative numbers count as two's complement without end.

  bit_and      The bits set in both numbers.
  bit_or       The bits set in either number.
  bit_xor      The bits set in exactly one of two numbers.
  bit_not      Every bit turned over: -number - 1.
  shift_left   The bits moved to the left: number * 2^places.
  shift_right  The bits moved to the right: number // 2^places.
  bit_length   How many bits it takes to write a number.
  bit_count    How many bits of a number are set."""

HALF = '''\
half(x) = """Half of a number.

    > half(3)
    3/2 = 1.5
    """
    x/2

Half of a number.

> half(3)
3/2 = 1.5'''

CHOOSE = """\
binomial(n, k)

In how many ways k of n things can be chosen; for other numbers by the gamma function.

  n  a number
  k  a number

  Operator: n choose k

> 5 choose 2
10
> binomial(49, 6)
13983816
> binomial(1/2, 2)
-1/8 = -0.125

Related: lcm, factorial, double_factorial, permutations, fibonacci, is_prime"""


def test_page_of_an_operation() -> None:
    assert page("round", {}) == ROUND


def test_page_of_a_field() -> None:
    assert page("bits", {}) == BITS


def test_page_of_an_operator_is_that_of_its_operation() -> None:
    assert page("choose", {}) == CHOOSE


def test_page_of_a_users_function_has_its_definition_and_doc() -> None:
    calculator = Calculator()
    calculator.evaluate('half(x) = """Half of a number.\n\n    > half(3)\n    3/2 = 1.5\n    """\n    x/2')
    assert page("half", calculator.scope.names) == HALF


def test_page_of_a_variable_names_its_kind() -> None:
    calculator = Calculator()
    calculator.evaluate('x = 1/3; words = ["a"]; root_of = sqrt; lists = 255 to hex')
    names = calculator.scope.names
    assert page("x", names) == "x is a fraction, defined in this session."
    assert page("words", names).startswith("words is a list, defined in this session.\n")
    assert page("words", names).endswith(page("words", {}))
    assert page("lists", names).startswith("lists is a whole number")
    assert page("root_of", names) == "root_of is the function sqrt.\n\n" + page("sqrt", {})


@pytest.mark.parametrize("topic", topics({}))
def test_every_topic_has_a_page(topic: str) -> None:
    text = page(topic, {})
    assert text == text.strip("\n")
    assert text
    assert "```" not in text


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_page_has_signature_sentence_phrases_and_examples_of_the_operation(name: str) -> None:
    operation = catalogue.find(name)
    assert operation is not None
    text = page(name, {})
    assert operation.signature in text
    assert operation.summary in text
    for parameter in operation.parameters:
        assert parameter.domain.phrase in text
    for exchange in read_session(name, "\n".join(map(str.strip, (operation.__doc__ or "").split("\n")))).exchanges:
        assert f"> {exchange.text}" in text


def test_topics_have_every_name_there_is() -> None:
    known = set(topics({"mine": 1}))
    assert known >= {*catalogue.operation_names(), *catalogue.CONSTANTS, *catalogue.MODULES, *DECLARED, *FORMAT_WORDS}
    assert known >= {"mine", "settings", "changes", "pi", *topic_names()}
    assert set(topic_names()) >= {"language", "numbers", "percent", "lists", "functions", "formats", "errors"}


@pytest.mark.parametrize("word", sorted({*KEYWORDS, *STATEMENT_WORDS, "in", "as", "choose", "ans"}))
def test_every_word_of_the_language_has_a_page(word: str) -> None:
    assert page(word, {})


@pytest.mark.parametrize("sign", sorted(set(OPERATORS) - {":"}))
def test_every_sign_of_the_language_has_a_page(sign: str) -> None:
    assert page(sign, {})


@pytest.mark.parametrize(("typed", "same"), [("×", "*"), ("**", "^"), ("²", "^"), ("√", "sqrt"), ("→", "to")])
def test_other_spelling_has_the_same_page(typed: str, same: str) -> None:
    assert page(typed, {}) == page(same, {})


@pytest.mark.parametrize("sign", ["+", "-", "%"])
def test_sign_with_several_meanings_shows_them_all(sign: str) -> None:
    tables = (catalogue.INFIX, catalogue.PREFIX, catalogue.POSTFIX)
    for name in [table[sign] for table in tables if sign in table]:
        operation = catalogue.find(name)
        assert operation is not None
        assert operation.signature in page(sign, {})


@pytest.mark.parametrize("name", DECLARED)
def test_page_of_a_setting_has_its_sentence(name: str) -> None:
    assert DECLARED[name].sentence in page(name, {})
    assert DECLARED[name].sentence in page("settings", {})


@pytest.mark.parametrize("topic", [None, "", "  ", "help", "?"])
def test_overview_is_a_screen_that_lists_the_topics(topic: str | None) -> None:
    text = page(topic, {})
    for name in (*topic_names(), "settings", "changes", "fields"):
        assert name in text
    rows = [row for line in text.split("\n") for row in textwrap.wrap(line, 78) or [""]]
    assert len(rows) <= 23


def test_page_of_the_fields_lists_them_all() -> None:
    for name in catalogue.MODULES:
        assert name in page("fields", {})


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("sqr", "did you mean sqrt?"),
        ("pecent", "did you mean percent?"),
        ("widht", "did you mean width?"),
        ("SQRT", "did you mean sqrt?"),
        ("xyzzy", "help lists the topics"),
        ("§", "help lists the topics"),
        ("1 + 2", "help lists the topics"),
    ],
)
def test_unknown_topic_suggests_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        page(typed, {"width": 3})
    assert caught.value.message == f"There is no help on {typed}."
    assert caught.value.hint == hint


def test_unknown_topic_is_quoted_in_part_when_it_is_long() -> None:
    with pytest.raises(UnknownName) as caught:
        page("z" * 10_000, {})
    assert len(caught.value.message) < 80


def test_examples_of_the_overview_are_what_the_calculator_prints() -> None:
    session = read_page("overview.md", (HELP / "overview.md").read_text(encoding="utf-8"))
    printed: list[str] = []
    calculator = Calculator(write=printed.append)
    assert session.exchanges
    for exchange in session.exchanges:
        assert screen_of(calculator, printed, exchange.text) == exchange.expected


def test_examples_of_each_word_stand_in_its_section() -> None:
    for word, text in word_sections().items():
        assert word in text.partition("\n")[0]


def test_changes_name_this_version() -> None:
    assert calc_repl.__version__ in page("changes", {})


def test_names_of_the_session_come_from_its_scope() -> None:
    scope = Scope()
    scope.define("price", 80)
    assert page("price", scope.names) == "price is a whole number, defined in this session."


def test_asking_whether_a_line_is_a_request_loads_nothing_heavy() -> None:
    code = (
        "import sys, calc_repl.help.requests, calc_repl.help.pages as p\n"
        "p.page('', {})\n"
        "heavy = {'prompt_toolkit', 'importlib.metadata', 'importlib.resources', 'inspect', 'flint', 'lark'}\n"
        "print(*(heavy & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=HELP.parent.parent)
    assert (loaded.stdout.strip(), loaded.stderr) == ("", "")
