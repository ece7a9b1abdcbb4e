"""Plots at the prompt."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal.screen import Start, starting


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a prompt and waits until it can be typed at."""
    yield from starting(tmp_path)


def test_plot_stands_below_its_line_in_colours(start: Start) -> None:
    terminal = start(columns=40)
    terminal.send("plot x, -x, x = -1..1")
    terminal.wait_for("> plot x, -x, x = -1..1", "  … Enter computes")
    terminal.send("\r")
    terminal.wait_for("  ⠒⠒ x   ⠒⠒ -x", ">")
    rows = terminal.rows()
    first = rows.index("> plot x, -x, x = -1..1") + 1
    drawing = rows[first:-1]
    assert len(drawing) == 17
    assert drawing[0].startswith("   1.0 ┤⢦⡀")
    assert max(map(len, drawing)) == 40
    assert drawing[-2] == "        -1              0              1"
    assert terminal.style_of("⠒⠒ x") == ("cyan", True)
    assert terminal.style_of("⠒⠒ -x") == ("brown", True)
    terminal.line("40 + 2")
    terminal.wait_for("> 40 + 2", "  = 42", ">")


def test_plot_on_a_tiny_screen(start: Start) -> None:
    terminal = start(columns=20, rows=6)
    terminal.line("plot x, x = 0..1")
    terminal.wait_for(
        "    │       ⢀⣀⣠⠤⠴⠒⠚⠉",
        "  0 ┤⣀⡤⠤⠖⠒⠋⠉⠁───────",
        "    └┬─────────────┬",
        "     0             1",
        ">",
    )


def test_plot_without_colours_has_marks(start: Start) -> None:
    terminal = start(NO_COLOR="1")
    terminal.line("plot x, -x, x = -1..1")
    terminal.wait_for("  * x   + -x", ">")


def test_plot_in_ascii(start: Start) -> None:
    terminal = start(arguments=("--ascii",))
    terminal.line("plot x, x = 0..1")
    terminal.wait_until(lambda: terminal.rows()[-2].split() == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"], "the labels")
    assert terminal.rows()[-4].startswith("    0 |**")


def test_plot_can_be_interrupted(start: Start) -> None:
    terminal = start()
    terminal.line("f(x) = if x < 1 then x else f(x - 1) + f(x - 2)")
    terminal.line("print(1); plot f, x = 0..100")
    terminal.wait_until(lambda: terminal.rows()[-1] == "  1", "the plot at work")
    terminal.send("\x03")
    terminal.wait_for("> print(1); plot f, x = 0..100", "  1", "  Interrupted.", ">")
