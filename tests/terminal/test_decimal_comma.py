"""The decimal comma: what is typed and what is answered."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl.terminal.decimal_comma import read, written


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3,5 + 1", "3.5 + 1"),
        ("[1,5; 2]", "[1.5, 2]"),
        ("f(1,5; 2,25)", "f(1.5, 2.25)"),
        ("f(x, y) = x + y", "f(x, y) = x + y"),
        ("a = 1,5; b = 2", "a = 1.5; b = 2"),
        ('join(["1,5"; "a;b"], "x")', 'join(["1,5", "a;b"], "x")'),
        ("1..5 # from 1,5; on", "1..5 # from 1,5; on"),
        ("1,5e3", "1.5e3"),
        (") ; (1; 2)", ") ; (1, 2)"),
        ("[1,5; 2;; 3; 4]", "[1.5, 2;  3, 4]"),
        ("1;;2", "1;;2"),
    ],
)
def test_reading(typed: str, meant: str) -> None:
    assert read(typed) == meant


@given(st.text(alphabet='0123,;.()[]"#\\ab \n'))
def test_every_place_stays_what_it_is(typed: str) -> None:
    assert len(read(typed)) == len(typed)


def test_writing() -> None:
    fragments = [("class:mark", "= "), ("class:answer", '[1.5, "a, 1.5", 1..3]'), ("class:note", " 1.5")]
    assert written(fragments)[1] == ("class:answer", '[1,5; "a, 1.5"; 1..3]')
    assert written(fragments)[2] == ("class:note", " 1.5")
    assert written([("class:mark", "0.5 ┤"), ("class:curve-2", "+ 1.5 [1,2;3,4]")]) == [
        ("class:mark", "0,5 ┤"),
        ("class:curve-2", "+ 1,5 [1;2;;3;4]"),
    ]
    assert written([("class:answer", "[1.5, 2; 3, 4]")]) == [("class:answer", "[1,5; 2;; 3; 4]")]


if sys.platform != "win32":
    from terminal.screen import Terminal

    @pytest.fixture
    def terminal(tmp_path: Path) -> Iterator[Terminal]:
        with Terminal(tmp_path, arguments=("--set", "decimal=comma")) as terminal:
            terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
            yield terminal

    def test_at_the_prompt(terminal: Terminal) -> None:
        terminal.send("max(1,5; 2,25)")
        terminal.wait_for("> max(1,5; 2,25)", "  = 9/4  = 2,25")
        terminal.send("\r")
        terminal.wait_for("> max(1,5; 2,25)", "  = 9/4  = 2,25", ">")
        terminal.line("[1,5; 1/3]")
        terminal.wait_for("> [1,5; 1/3]", "  = [1,5; 1/3]", ">")
        terminal.line("[1,5; 1/3;; 3; -4]*1")
        terminal.wait_for("  = ⎡ 3/2  1/3 ⎤", "    ⎣  3   -4  ⎦", ">")
        terminal.send("[1,1; 2;; 3; -4]*1")
        terminal.wait_for("> [1,1; 2;; 3; -4]*1", "  = [1,1; 2;; 3; -4]")
        terminal.send("\r")
        terminal.wait_for("  = ⎡ 1,1   2 ⎤", "    ⎣ 3    -4 ⎦", ">")
        terminal.line("2,5/0")
        terminal.wait_for("> 2,5/0", "  ^^^^^", "  error: Cannot divide by zero.", ">")
        terminal.line(":set decimal point")
        terminal.line("5/4")
        terminal.wait_for("> 5/4", "  = 5/4  = 1.25", ">")
