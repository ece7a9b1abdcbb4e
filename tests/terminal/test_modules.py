"""Modules at the prompt: completion, help, edits in another window, where they are looked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from modules.tree import plant
from terminal.screen import Terminal

PLANE = "# The area of a square.\narea(a) = a^2\n"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    plant(tmp_path / "work", {"shapes/__init__.calc": "", "shapes/plane.calc": PLANE})
    with Terminal(
        tmp_path, folder=tmp_path / "work", HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "config")
    ) as terminal:
        terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
        yield terminal


def edit(tmp_path: Path, text: str, time: int) -> None:
    file = tmp_path / "work" / "shapes" / "plane.calc"
    file.write_text(text)
    os.utime(file, (time, time))


def test_edit_in_another_window_is_used_by_the_next_line(terminal: Terminal, tmp_path: Path) -> None:
    terminal.line("import shapes.plane as p")
    terminal.wait_for("> import shapes.plane as p", ">")
    edit(tmp_path, "area(a) = 100 a^2\n", 10**9)
    terminal.line("p.area(3)")
    terminal.wait_for("> p.area(3)", "  reloaded plane.calc (1 name)", "  = 900", ">")


def test_broken_edit_is_shown_and_survived(terminal: Terminal, tmp_path: Path) -> None:
    terminal.line("import shapes.plane as p")
    terminal.wait_for("> import shapes.plane as p", ">")
    edit(tmp_path, "area(a) = a^\n", 10**9)
    terminal.line("p.area(3)")
    terminal.wait_until(lambda: terminal.rows()[-2:] == ["  = 9", ">"], "the answer of the old version")
    shown = "\n".join(terminal.rows())
    assert "error: Something is missing between ^ and the end of the line." in shown
    assert "    ^" not in terminal.rows()  # no caret under a line that nobody typed
    assert "plane.calc:1:13" in shown.replace("\n", "").replace("  ", "")


def test_members_are_completed(terminal: Terminal) -> None:
    terminal.line("import shapes.plane")
    terminal.wait_for("> import shapes.plane", ">")
    terminal.send("shapes.plane.\t")
    terminal.wait_until(lambda: "> shapes.plane.area(" in terminal.rows(), "the completed name")


def test_help_on_a_module(terminal: Terminal) -> None:
    terminal.line("help shapes.plane")
    terminal.wait_until(lambda: "    area(a)  The area of a square." in terminal.rows(), "the listing")


def test_path_and_modules(terminal: Terminal) -> None:
    terminal.line(":path")
    terminal.wait_until(lambda: any("the current folder" in row for row in terminal.rows()), "the first folder")
    terminal.wait_until(lambda: any("come with the calculator" in row for row in terminal.rows()), "the last folder")
    terminal.line(":modules")
    terminal.wait_until(lambda: any(row.startswith("    shapes") for row in terminal.rows()), "the module")
