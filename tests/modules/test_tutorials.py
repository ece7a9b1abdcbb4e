"""What the tutorials on modules and packages do, in the language: in a session, as a file, at the prompt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from modules import tutorial_files
from modules.tree import Talk, plant
from script.command import run

MATH_OPERATIONS = """\
add(x, y) = x + y
subtract(x, y) = x - y
multiply(x, y) = x * y
divide(x, y) = if y == 0 then error("Cannot divide by zero.") else x / y
"""
BASIC = "add(a, b) = a + b\nsubtract(a, b) = a - b\n"
ADVANCED = """\
multiply(a, b) = a * b
divide(a, b) = if b == 0 then error("Cannot divide by zero") else a / b
"""
MY_PACKAGE = {
    "my_package/__init__.calc": "",
    "my_package/module1.calc": 'function1() = "Function 1 from module 1"\n',
    "my_package/subpackage/__init__.calc": "",
    "my_package/subpackage/submodule1.calc": 'function2() = "Function 2 from submodule 1"\n',
}
CALCULATOR = {"calculator/__init__.calc": "", "calculator/basic.calc": BASIC, "calculator/advanced.calc": ADVANCED}
EXPORTING = "from .basic import add, subtract\nfrom .advanced import multiply, divide\n"

#: The user's own module folder.
USER = "config/calc_repl/modules/"
Lines = list[tuple[str, str]]

#: Case -> the files there are, and the lines typed with what is printed for each.
CASES: dict[str, tuple[dict[str, str], Lines]] = {
    "1 a module of ours": ({}, [("import math", ""), ("print(math.pow(2, 3))", "8")]),
    "6 four operations": (
        {"math_operations.calc": MATH_OPERATIONS},
        [
            ("import math_operations", ""),
            ("x = 10", "10"),
            ("y = 5", "5"),
            ('print("Addition:", math_operations.add(x, y))', "Addition: 15"),
            ('print("Subtraction:", math_operations.subtract(x, y))', "Subtraction: 5"),
            ('print("Multiplication:", math_operations.multiply(x, y))', "Multiplication: 50"),
            ('print("Division:", math_operations.divide(x, y))', "Division: 2"),
        ],
    ),
    "7 a caught error": (
        {"math_operations.calc": MATH_OPERATIONS},
        [
            ("import math_operations", ""),
            ("try math_operations.divide(10, 0) catch e: print(e.message)", "Cannot divide by zero."),
        ],
    ),
    "9 a package and its subpackage": (
        MY_PACKAGE,
        [
            ("import my_package.module1", ""),
            ("import my_package.subpackage.submodule1", ""),
            ("print(my_package.module1.function1())", "Function 1 from module 1"),
            ("print(my_package.subpackage.submodule1.function2())", "Function 2 from submodule 1"),
        ],
    ),
    "10 functions from modules": (
        MY_PACKAGE,
        [
            ("from my_package.module1 import function1", ""),
            ("from my_package.subpackage.submodule1 import function2", ""),
            ("print(function1())", "Function 1 from module 1"),
            ("print(function2())", "Function 2 from submodule 1"),
        ],
    ),
    "11 an empty __init__": (MY_PACKAGE, [("import my_package", ""), ("my_package", "module my_package")]),
    "12 functions of a module": (
        {"math_functions.calc": BASIC},
        [
            ("import math_functions", ""),
            ("result_add = math_functions.add(5, 3)", "8"),
            ("result_subtract = math_functions.subtract(5, 3)", "2"),
            ('print("Addition:", result_add)', "Addition: 8"),
            ('print("Subtraction:", result_subtract)', "Subtraction: 2"),
        ],
    ),
    "13 one function": (
        {"math_functions.calc": BASIC},
        [
            ("from math_functions import add", ""),
            ("result = add(5, 3)", "8"),
            ('print("Addition:", result)', "Addition: 8"),
        ],
    ),
    "14 modules of a package": (
        CALCULATOR,
        [
            ("from calculator import basic, advanced", ""),
            ("basic.add(5, 3)", "8"),
            ("basic.subtract(5, 3)", "2"),
            ("advanced.multiply(5, 3)", "15"),
            ("advanced.divide(5, 3)", "5/3 ≈ 1.66666666667"),
        ],
    ),
    "16 a package that exports": (
        CALCULATOR | {"calculator/__init__.calc": EXPORTING},
        [("from calculator import add, multiply", ""), ("add(5, 3)", "8"), ("multiply(5, 3)", "15")],
    ),
    "4 typographic quotes": ({}, [("print(‘a’, “b”)", "a b"), ("“c”", '"c"')]),
    "17 a Python file": (
        {f"{USER}math_operations.py": tutorial_files.MATH_OPERATIONS},
        [
            ("import math_operations", ""),
            ("math_operations.divide(10, 5)", "2"),
            ("try math_operations.divide(10, 0) catch e: print(e.message)", "Cannot divide by zero."),
            ("math_operations.divide(5, 3)", "5/3 ≈ 1.66666666667"),
        ],
    ),
    "17 a Python package": (
        {f"{USER}{name}": text for name, text in tutorial_files.CALCULATOR.items()},
        [
            ("from calculator import add, multiply, advanced", ""),
            ("add(5, 3)", "8"),
            ("multiply(1/3, 3/2)", "1/2 = 0.5"),
            ("advanced.divide(5, 3)", "5/3 ≈ 1.66666666667"),
        ],
    ),
    "20 modules that import each other": (
        {"a.calc": "import b\nx = 1\nf() = b.y + x\n", "b.calc": "import a\ny = 2\ng() = a.x\n"},
        [("import a", ""), ("a.f()", "3"), ("import b", ""), ("b.g()", "1")],
    ),
}


@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES.keys())
def test_in_a_session(files: dict[str, str], lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    talk = Talk(plant(tmp_path, files))
    assert [(line, talk.line(line)) for line, _ in lines] == lines


@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES.keys())
def test_as_a_file(files: dict[str, str], lines: Lines, tmp_path: Path) -> None:
    _plant(tmp_path, files)
    script = tmp_path / "project" / "main.calc"
    script.write_text("\n".join(line for line, _ in lines) + "\n")
    done = run("-f", str(script), HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "config"))
    printed = [said for line, said in lines[:-1] if line.startswith("print") or "print(" in line]
    assert done.out.splitlines() == [*printed, lines[-1][1]]
    assert (done.status, done.err) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES.keys())
def test_at_the_prompt(files: dict[str, str], lines: Lines, tmp_path: Path) -> None:
    from terminal.screen import Terminal

    _plant(tmp_path, files)
    with Terminal(tmp_path, rows=40, folder=tmp_path / "project", HOME=str(tmp_path)) as terminal:
        terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
        for line, said in lines:
            terminal.line(line)
            terminal.wait_for(f"> {line}", *([_shown(line, said)] if said else []), ">")


def _plant(root: Path, files: dict[str, str]) -> None:
    """The user's own modules where they belong, the other files in the folder of a project."""
    plant(root, {name: text for name, text in files.items() if name.startswith(USER)})
    plant(root / "project", {name: text for name, text in files.items() if not name.startswith(USER)})


def _shown(line: str, said: str) -> str:
    """How the prompt shows what is said: an answer has a mark before it, a rounded one after its exact form."""
    if "print(" in line:
        return f"  {said}"
    for mark in ("≈", "="):
        exact, found, decimal = said.partition(f" {mark} ")
        if found:
            return f"  = {exact}  {mark} {decimal}"
    return f"  = {said}"


# What goes wrong in them


def test_error_of_a_module_function_names_its_place(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, {"math_operations.calc": MATH_OPERATIONS}))
    talk.line("import math_operations")
    assert talk.line("math_operations.divide(10, 0)") == (
        "error: Cannot divide by zero.\n"
        "  math_operations.divide(10, 0)\n"
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  math_operations.calc:4:31, in divide\n"
        '  divide(x, y) = if y == 0 then error("Cannot divide by zero.") else x / y\n'
        "                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    )


def test_error_of_a_package_function(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, CALCULATOR))
    talk.line("from calculator import advanced")
    assert talk.line("advanced.divide(5, 0)").startswith("error: Cannot divide by zero\n")


def test_misspelt_module(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, {"math_operations.calc": MATH_OPERATIONS}))
    assert talk.line("import math_operatoins") == (
        "error: There is no module math_operatoins.\n"
        "  import math_operatoins\n"
        "         ^^^^^^^^^^^^^^^\n"
        "hint: did you mean math_operations?"
    )


def test_misspelt_name(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, CALCULATOR | {"calculator/__init__.calc": EXPORTING}))
    assert talk.line("from calculator import ad") == (
        "error: calculator has no ad.\n"
        "  from calculator import ad\n"
        "                         ^^\n"
        "hint: did you mean add?"
    )


def test_circular_from(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, {"c.calc": "from d import q\np = 1\n", "d.calc": "from c import p\nq = 2\n"}))
    assert talk.line("import c") == (
        "error: c is still being loaded and has no p yet (circular import).\n"
        "  import c\n"
        "  ^^^^^^^^\n"
        "  d.calc:1:15\n"
        "  from c import p\n"
        "                ^\n"
        "  c.calc:1:1"
    )
