"""What is known of a module without running it: for help and completion."""

from __future__ import annotations

from pathlib import Path

import pytest
from modules.tree import Talk, plant

from calc_repl import CalcError
from calc_repl.help.pages import page
from calc_repl.terminal.completer import candidates

FILES = {
    "shapes/__init__.calc": """\
# Shapes and their sizes.
# Lengths in metres.

from .plane import area, half as part
""",
    "shapes/plane.calc": """\
\"\"\"Flat shapes.\"\"\"

# The area of a circle.
# The radius must not be negative.
# > area(1)
# pi ≈ 3.14159265359
area(r, n = 1) = if r < 0 then error("no") else pi r^2 n

half = x => x/2
_own = 1
print("run")
""",
    "shapes/solids.calc": "",
    "plain.py": '''\
"""Made in Python."""
import os
def add(a, b=1, *rest):
    """Add."""
K = 3
_x = 1
raise SystemExit
''',
    "broken.calc": "f(x) = \n",
}


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(plant(tmp_path, FILES), python=True)


def shown(talk: Talk, topic: str) -> str:
    return page(topic, talk.calculator.scope.names, talk.calculator.outline).replace(f"{talk.folder}/", "")


def test_page_of_a_package(talk: Talk) -> None:
    assert shown(talk, "shapes") == (
        "module shapes\n\n"
        "Shapes and their sizes.\n\n"
        "Lengths in metres.\n\n"
        "  area(r, n?)  The area of a circle.\n"
        "  part(x)      \n\n"
        "Modules: plane, solids\n\n"
        "shapes/__init__.calc"
    )
    assert talk.said == []


def test_page_of_a_function(talk: Talk) -> None:
    expected = (
        "shapes.area(r, n?)\n\nThe area of a circle.\n\nThe radius must not be negative.\n\n"
        "> area(1)\npi ≈ 3.14159265359\n\nshapes/plane.calc:7"
    )
    assert shown(talk, "shapes.area") == expected
    talk.line("import shapes as s")
    assert shown(talk, "s.area") == expected.replace("shapes.area(", "s.area(")
    talk.line("from shapes import area")
    assert shown(talk, "area").endswith("pi ≈ 3.14159265359\n\nshapes/plane.calc:7")


def test_page_of_python_runs_nothing(talk: Talk) -> None:
    assert (
        shown(talk, "plain")
        == "module plain\n\nMade in Python.\n\n  add(a, b?, rest...)  Add.\n  K                    \n\nplain.py"
    )


def test_page_of_a_built_in_module(talk: Talk) -> None:
    assert shown(talk, "math").startswith("module math\n\nThe functions and constants of mathematics.")
    assert shown(talk, "math.pow").startswith("math.pow(base, exponent)\n\nRaise a number to a power.")


@pytest.mark.parametrize("topic", ["broken", "shapes.nothing", "nothing.at.all", "...", "a b"])
def test_no_page(topic: str, talk: Talk) -> None:
    with pytest.raises(CalcError, match="There is no help on"):
        shown(talk, topic)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("import sha", ["shapes"]),
        ("import shapes.", ["plane", "solids"]),
        ("import math, shapes.so", ["solids"]),
        ("from shapes import a", ["area"]),
        ("from shapes import area, p", ["part", "plane"]),
        ("from shapes.plane import (h", ["half"]),
        ("reload sh", ["shapes"]),
        ("s.", ["area(", "part(", "plane", "solids"]),
        ("2 + s.a", ["area("]),
        ("s.plane.h", ["half("]),
        ("nothing.a", []),
        ("import nothing.a", []),
    ],
)
def test_completion(typed: str, offered: list[str], talk: Talk) -> None:
    talk.line("import shapes as s")
    said = len(talk.said)
    assert [candidate.text for candidate in candidates(typed, talk.calculator)] == offered
    assert len(talk.said) == said
