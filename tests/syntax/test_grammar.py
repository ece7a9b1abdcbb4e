"""The grammar itself: free of conflicts, and of one vocabulary with the tokenizer."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import lark
import pytest

from calc_repl.errors import SyntaxProblem
from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax import tokens
from calc_repl.syntax.builder import NodeBuilder
from calc_repl.syntax.driver import END, Driver, UnexpectedToken
from calc_repl.syntax.grammar import build_parser, build_tables
from calc_repl.syntax.parser import parse
from calc_repl.syntax.tables import grammar_text, load_tables

#: Terminals the tokenizer makes for what no sentence can contain.
FOREIGN = {"UNREADABLE", "OPEN_TEXT"}


def declared() -> set[str]:
    return {word for line in re.findall(r"^%declare (.*)$", grammar_text(), re.MULTILINE) for word in line.split()}


def produced() -> set[str]:
    """Every terminal a line of the table of tokens, or an operator or keyword, gives."""
    lines = [
        "let x = 1; unit u = 2; import a.b as c; from . import *; plot x; from a import b; assert x; reload a",
        "if a then b else c; try a catch e: b; a and b or not c; x to y; 1..2 by 3; a choose b; 5% of 3; f(x) v[1] [2]",
        '"a" "b{c}d{e}f"; """doc"""; 2024-01-02; 5\'11"; x²; 5! 5%; x => y; a |> b; a := 1, 2; a.b',
        "1\n2",
        *tokens.OPERATORS,
        *tokens.KEYWORDS,
    ]
    return {token.type for line in lines for token in tokens.tokenize(line)}


def test_grammar_has_no_conflict() -> None:
    build_parser(grammar_text(), strict=True)


def test_every_declared_terminal_is_produced_by_the_tokenizer() -> None:
    assert declared() - produced() == set()


def test_every_produced_terminal_is_declared_in_the_grammar() -> None:
    assert produced() - declared() - FOREIGN == set()


def test_every_declared_terminal_is_used_in_a_rule() -> None:
    rules = re.sub(r"^(%declare|//).*$", "", grammar_text(), flags=re.MULTILINE)
    assert declared() - set(re.findall(r"\b[A-Z][A-Z_]+\b", rules)) == set()


def test_every_named_alternative_has_a_builder() -> None:
    rules = re.sub(r"^(%declare|//).*$", "", grammar_text(), flags=re.MULTILINE)
    named = set(re.findall(r"-> ([a-z_]+)", rules))
    assert {name for name in named if not hasattr(NodeBuilder, name)} == set()


def test_every_rule_that_makes_a_node_has_a_builder() -> None:
    _, rules, _, _ = build_tables(grammar_text())
    named = {name for origin, _, name, passes_single, _ in rules if name and not (passes_single and name == origin)}
    assert {name for name in named if not hasattr(NodeBuilder, name)} == set()


class LarkToken(tokens.Token):
    """A token of ours with the places Lark copies from the last one to the one it puts at the end."""

    start_pos = line = column = end_line = end_column = end_pos = None


#: What random sentences are made of: parts that fit together often enough for long ones to be right.
WORDS = (
    *("1", "2.5", "x", "f(", "(", ")", "[", "]", ",", ";", "+", "-", "*", "/", "^", "!", "%", "²", "v[", "..", "="),
    *("=>", "if", "then", "else", "and", "or", "not", "to", "in", "by", "mod", "of", "|>", "<", "==", "km", ".b"),
    *(
        "import",
        "from",
        "as",
        "let",
        "unit",
        "plot",
        "try",
        "catch e:",
        '"a{',
        '}b"',
        '"t"',
        "2024-01-02",
        "±",
        "\n",
        "?",
    ),
)
PIECES = ("x", "1", "f(x)", "(x)", "[1, 2]", "x + y", "2 x", "-x", "x^2", "x!", "if a then b else c", "a to b", "1..3")


def _sentences(number: int) -> list[str]:
    chance = random.Random(20)
    sentences = []
    for _ in range(number):
        words = chance.choices(WORDS, k=chance.randint(1, 6))
        for place in range(len(words), -1, -1):
            if chance.random() < 0.6:
                words.insert(place, chance.choice(PIECES))
        sentences.append(" ".join(words))
    return sentences


def test_driver_and_lark_agree() -> None:
    """The same nodes and spans, or the same wrong token and the same set of those that could stand in its place."""
    parser = build_parser(grammar_text())
    driver = Driver(build_tables(grammar_text()), NodeBuilder)
    right = 0
    for sentence in _sentences(6000):
        stream = [LarkToken(t.type, t.text, t.start, t.end) for t in tokens.tokenize(sentence)]
        ours, theirs = _outcome(driver, stream), _outcome(parser, stream)
        assert ours == theirs, sentence
        right += isinstance(ours, str)
    assert right > 600


def _outcome(parser: Any, stream: list[Any]) -> object:
    try:
        return repr(parser.parse(stream))
    except SyntaxProblem as problem:
        return "refused by the builder", problem.args, problem.span
    except (UnexpectedToken, lark.exceptions.UnexpectedToken) as unexpected:
        token = unexpected.token
        return token.type, None if token.type == END else id(token), unexpected.expected


def test_cached_tables_are_those_of_the_grammar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built = load_tables()
    assert len(list((tmp_path / "calc_repl").iterdir())) == 1
    monkeypatch.setattr("calc_repl.syntax.grammar.build_tables", None)
    assert load_tables() == built


@pytest.mark.parametrize("damage", [b"", b"rubbish", None], ids=["empty", "rubbish", "cut short"])
def test_damaged_cache_is_built_anew(damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_tables()
    for file in (tmp_path / "calc_repl").iterdir():
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert repr(Driver(load_tables(), NodeBuilder).parse(tokens.tokenize("1"))) == repr(parse(Source("1"), Settings()))


def test_cache_others_could_write_to_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    directory = tmp_path / "calc_repl"
    directory.mkdir(mode=0o777)
    directory.chmod(0o777)
    assert load_tables()
    assert list(directory.iterdir()) == []
