"""The grammar itself: free of conflicts, and of one vocabulary with the tokenizer."""

from __future__ import annotations

import re

import pytest

from calc_repl.settings import Settings
from calc_repl.source import Source
from calc_repl.syntax import tokens
from calc_repl.syntax.grammar import build_parser, grammar_text, load_parser
from calc_repl.syntax.parser import parse

#: Terminals the tokenizer makes for what no sentence can contain.
FOREIGN = {"UNREADABLE", "OPEN_TEXT"}


def declared() -> set[str]:
    return {word for line in re.findall(r"^%declare (.*)$", grammar_text(), re.MULTILINE) for word in line.split()}


def produced() -> set[str]:
    """Every terminal a line of the table of tokens, or an operator or keyword, gives."""
    lines = [
        "let x = 1; unit u = 2; import a.b as c; from . import *; plot x; from a import b",
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
    from calc_repl.syntax.builder import NodeBuilder

    rules = re.sub(r"^(%declare|//).*$", "", grammar_text(), flags=re.MULTILINE)
    named = set(re.findall(r"-> ([a-z_]+)", rules))
    assert {name for name in named if not hasattr(NodeBuilder, name)} == set()


def test_cached_parser_parses_as_a_new_one(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = "f(x) = 1/2 x + sqrt 4; [f(2), 3]"
    for parser in (load_parser(), load_parser()):
        assert repr(parser.parse(tokens.tokenize(text))) == repr(parse(Source(text), Settings()))  # type: ignore[arg-type]


@pytest.mark.parametrize("damage", [b"", b"rubbish", None], ids=["empty", "rubbish", "cut short"])
def test_damaged_cache_is_built_anew(damage: bytes | None, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_parser()
    for file in (Path(str(tmp_path)) / "calc_repl").iterdir():
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert load_parser().parse(tokens.tokenize("1"))  # type: ignore[arg-type]


def test_cache_others_could_write_to_is_not_read(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    directory = Path(str(tmp_path)) / "calc_repl"
    directory.mkdir(mode=0o777)
    directory.chmod(0o777)
    assert load_parser()
    assert list(directory.iterdir()) == []
