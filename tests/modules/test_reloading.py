"""Edits of a module's file while a session uses it."""

from __future__ import annotations

import os
from pathlib import Path

from modules.tree import Talk, plant

from calc_repl import CalcError


class Edited(Talk):
    """A talk during which files are edited; each edit gets a time of its own, however fast it comes."""

    time = 1_000_000_000

    def edit(self, name: str, text: str) -> list[str]:
        """Write a file and come back to the prompt; returns what is said there."""
        plant(self.folder, {name: text})
        self.time += 1
        os.utime(self.folder / name, (self.time, self.time))
        told = self.calculator.refresh()
        return [each.message if isinstance(each, CalcError) else each for each in told]


def talk(folder: Path, files: dict[str, str]) -> Edited:
    return Edited(plant(folder, files))


def test_edit_is_picked_up(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\nb = 2\n"})
    session.line("import hot")
    assert session.edit("hot.calc", "a = 10\nb = 2\n") == ["reloaded hot.calc (2 names)"]
    assert session.line("hot.a") == "10"


def test_nothing_is_said_without_an_edit(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\n"})
    assert session.calculator.refresh() == []
    session.line("import hot")
    assert session.calculator.refresh() == []


def test_what_was_deleted_is_gone(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\nb = 2\n"})
    session.line("import hot")
    session.edit("hot.calc", "a = 1\n")
    assert session.line("hot.b").startswith("error: hot has no b.")


def test_broken_edit_leaves_the_old_version(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\nf(x) = x + a\n"})
    session.line("import hot")
    assert session.edit("hot.calc", "a = 2\nf(x) = x +\n") == [
        "Something is missing between + and the end of the line."
    ]
    assert session.calculator.refresh() == []  # told once
    assert session.line("hot.f(1) + hot.a") == "3"
    assert session.edit("hot.calc", "a = 2\nf(x) = x + a\n") == ["reloaded hot.calc (2 names)"]
    assert session.line("hot.f(1)") == "3"


def test_error_half_way_changes_nothing(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\nb = 1\n"})
    session.line("import hot")
    assert session.edit("hot.calc", "a = 2\nb = 1/0\n") == ["Cannot divide by zero."]
    assert session.line("[hot.a, hot.b]") == "[1, 1]"


def test_modules_that_import_it_follow(tmp_path: Path) -> None:
    files = {
        "p/__init__.calc": "from .m import f\n",
        "p/m.calc": "f() = 1\n",
        "top.calc": "from p import f\ng() = f()\n",
    }
    session = talk(tmp_path, files)
    session.line("from top import g")
    session.line("from p import f as mine")
    assert session.edit("p/m.calc", "f() = 2\n") == [
        "reloaded m.calc (1 name)",
        "reloaded __init__.calc (1 name)",
        "reloaded top.calc (2 names)",
    ]
    assert session.line("[g(), mine()]") == "[2, 2]"


def test_name_that_got_another_value_is_left_alone(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\n"})
    session.line("from hot import a")
    session.line("a = 5")
    session.edit("hot.calc", "a = 2\n")
    assert session.line("a") == "5"


def test_value_that_was_computed_from_it_stays(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "f() = 1\n"})
    session.line("import hot")
    session.line("x = hot.f()")
    session.edit("hot.calc", "f() = 2\n")
    assert session.line("[x, hot.f()]") == "[1, 2]"


def test_submodules_stay_reachable(tmp_path: Path) -> None:
    session = talk(tmp_path, {"p/__init__.calc": "a = 1\n", "p/m.calc": "b = 2\n"})
    session.line("import p.m")
    session.edit("p/__init__.calc", "a = 3\n")
    assert session.line("[p.a, p.m.b]") == "[3, 2]"


def test_file_that_is_gone_leaves_the_module(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\n"})
    session.line("import hot")
    (tmp_path / "hot.calc").unlink()
    assert session.calculator.refresh() == []
    assert session.line("hot.a") == "1"


def test_reload_by_hand(tmp_path: Path) -> None:
    session = talk(tmp_path, {"hot.calc": "a = 1\n"})
    session.line("import hot as h")
    plant(tmp_path, {"hot.calc": "a = 2\n"})
    assert session.line("reload h") == "note: reloaded hot.calc (1 name)"
    assert session.line("h.a") == "2"
    plant(tmp_path, {"hot.calc": "a = \n"})
    assert session.line("reload hot").startswith("error: Something is missing")
    assert session.line("h.a") == "2"


def test_modules_cannot_reload_each_other(tmp_path: Path) -> None:
    session = talk(tmp_path, {"a.calc": "import b\nreload b\n", "b.calc": "import a\nreload a\n"})
    assert session.line("import a").startswith("error: A module cannot reload modules.")
    assert session.calculator.modules.modules == {}


def test_what_cannot_be_reloaded(tmp_path: Path) -> None:
    session = talk(tmp_path, {})
    session.line("import math")
    assert (
        session.line("reload math") == "error: math has no file that could have changed.\n  reload math\n  ^^^^^^^^^^^"
    )
    assert session.line("reload x") == "error: x is not imported.\n  reload x\n  ^^^^^^^^\nhint: import x"
