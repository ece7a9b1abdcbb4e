"""The house has floors: a module imports its own part or a lower one, and each library has the parts that wrap it.

All imports are read with `ast`, also those inside functions and those for the type checker only.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import calc_repl

PACKAGE = Path(calc_repl.__file__).parent
ROOT = Path(__file__).parent.parent

FLOORS = {
    "source": 0,
    "settings": 0,
    "errors": 1,
    "values": 2,
    "syntax": 2,
    "operations": 3,
    "units": 3,
    "evaluation": 4,
    "display": 4,
    "modules": 5,
    "help": 5,
    "calculator": 6,
    "importer": 7,
    "script": 7,
    "terminal": 7,
    "__main__": 8,
    "__init__": 8,
}

#: Each library we depend on, and the only parts that may import it.
WRAPPED_BY = {
    "prompt_toolkit": {"terminal"},
    "lark": {"syntax"},
    "flint": {"values", "operations"},
    "typing_extensions": {"values"},  # for type checkers alone: never loaded
}

#: Names every part may take from the package itself: a package is loaded before its modules, so nothing is upstairs.
FREE_NAMES = {"__version__"}

VISIBLE = {"pyproject.toml", "README.md", "calc_repl", "tests", "grammar"}


def complaints(module: str, text: str) -> list[str]:
    """What is wrong with the imports of a module (`calc_repl.values.kinds`) whose source is `text`."""
    part = part_of(module)
    if part not in FLOORS:
        return [f"{module}: the part {part} stands on no floor"]
    found = []
    for line, imported in imports(text):
        top = imported.partition(".")[0]
        other = part_of(imported)
        if not top:
            found.append(f"{module}:{line}: the import {imported} is relative")
        elif top != "calc_repl":
            if top not in sys.stdlib_module_names and part not in WRAPPED_BY.get(top, ()):
                found.append(f"{module}:{line}: {part} imports the library {top}")
        elif other not in FLOORS:
            found.append(f"{module}:{line}: the part {other} stands on no floor")
        elif other != part and FLOORS[other] >= FLOORS[part]:
            found.append(f"{module}:{line}: {part} (floor {FLOORS[part]}) imports {other} (floor {FLOORS[other]})")
    return found


def part_of(module: str) -> str:
    return [*module.split("."), "__init__"][1]


def imports(text: str) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a source imports; of `from calc_repl import b` it is the part b.

    A relative import keeps its dots; the house has none, so that a line says where it leads.
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            if origin != "calc_repl":
                yield node.lineno, origin
                continue
            for alias in node.names:
                if alias.name in FLOORS:
                    yield node.lineno, f"calc_repl.{alias.name}"
                elif alias.name not in FREE_NAMES:
                    yield node.lineno, "calc_repl.__init__"
        elif isinstance(node, ast.Call) and node.args and called_name(node.func) in ("import_module", "__import__"):
            name = leading_text(node.args[0])
            if name:
                yield node.lineno, name


def called_name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def leading_text(argument: ast.expr) -> str:
    """The fixed text an argument begins with: all of a literal, the head of an f-string."""
    if isinstance(argument, ast.JoinedStr) and argument.values:
        argument = argument.values[0]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def package_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_modules_import_only_their_own_part_and_lower_floors() -> None:
    found = [line for path in package_files() for line in complaints(module_name(path), path.read_text("utf-8"))]
    assert not found, "\n".join(found)


def test_checker_sees_the_package() -> None:
    assert len(package_files()) > 40
    seen = {part_of(imported) for path in package_files() for _, imported in imports(path.read_text("utf-8"))}
    assert {"source", "errors", "values", "syntax", "operations", "evaluation", "display", "calculator"} <= seen


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("calc_repl.source", "import calc_repl.errors"),
        ("calc_repl.source", "from calc_repl import settings"),
        ("calc_repl.errors", "from calc_repl.values.kinds import kind_of"),
        ("calc_repl.values.kinds", "def f():\n    from calc_repl.syntax import nodes"),
        ("calc_repl.syntax.nodes", "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    from calc_repl.values import kinds"),
        ("calc_repl.operations.text", "from calc_repl.units.table import meter"),
        ("calc_repl.operations.text", "from importlib import import_module\nimport_module('calc_repl.display.safe')"),
        ("calc_repl.operations.text", "import importlib\nimportlib.import_module(f'calc_repl.script.{name}')"),
        ("calc_repl.operations.text", "__import__('calc_repl.calculator')"),
        ("calc_repl.evaluation.machine", "from . import code"),
        ("calc_repl.evaluation.machine", "from ..display import numbers"),
        ("calc_repl.display.answers", "class A:\n    def f(self):\n        import calc_repl.evaluation.scope as scope"),
        ("calc_repl.calculator", "from calc_repl import CalcError"),
        ("calc_repl.calculator", "import calc_repl"),
        ("calc_repl.script.runner", "import calc_repl.__main__"),
        ("calc_repl.script.runner", "from calc_repl.terminal.session import run_prompt"),
        ("calc_repl.__main__", "from calc_repl import __init__"),
        ("calc_repl.cellar", "import os"),
        ("calc_repl.script.runner", "from calc_repl.cellar import wine"),
        ("calc_repl.script.runner", "from prompt_toolkit import prompt"),
        ("calc_repl.evaluation.machine", "def f():\n    import flint"),
        ("calc_repl.values.kinds", "import lark.lexer"),
        ("calc_repl.values.kinds", "import numpy"),
    ],
)
def test_checker_refuses_a_wrong_import(module: str, text: str) -> None:
    assert len(complaints(module, text)) == 1


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("calc_repl.errors", "from calc_repl.source import Span"),
        ("calc_repl.values.kinds", "from calc_repl.values import limits\nimport math"),
        ("calc_repl.values.kinds", "from flint import fmpz"),
        ("calc_repl.syntax.grammar", "from lark import Lark"),
        (
            "calc_repl.evaluation.scope",
            "from calc_repl import errors, settings\nfrom calc_repl.syntax.tokens import Token",
        ),
        ("calc_repl.script.arguments", "from calc_repl import __version__"),
        ("calc_repl.terminal.session", "import prompt_toolkit.shortcuts\nfrom calc_repl.calculator import Calculator"),
        ("calc_repl", "from calc_repl.calculator import Calculator"),
        ("calc_repl.__main__", "import importlib\nimportlib.import_module(name)\nimport calc_repl.script.runner"),
    ],
)
def test_checker_lets_a_right_import_pass(module: str, text: str) -> None:
    assert complaints(module, text) == []


def test_top_of_the_checkout_shows_five_entries() -> None:
    if not (ROOT / "pyproject.toml").exists() or (ROOT / "PKG-INFO").exists():
        pytest.skip("not a checkout")
    rules = (ROOT / ".gitignore").read_text("utf-8").split()
    ignored = [rule.strip("/") for rule in rules]
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    unexpected = {name for name in names - VISIBLE if not any(fnmatch(name, rule) for rule in ignored)}
    assert not unexpected
    assert names >= VISIBLE
