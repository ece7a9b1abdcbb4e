"""The user's own Python files: written as anybody would, knowing nothing of the calculator."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

import pytest
from modules.python_session import PythonSession, plant
from modules.tutorial_files import CALCULATOR, MATH_OPERATIONS
from script.command import run

from calc_repl import CalcError, Calculator
from calc_repl.errors import DepthLimit, Interrupted, ModuleProblem, RaisedError

posix = pytest.mark.skipif(os.name != "posix", reason="needs modes of files")

MY_PACKAGE = {
    "my_package/__init__.py": "",
    "my_package/module1.py": 'def function1():\n    return "Function 1"\n',
    "my_package/subpackage/__init__.py": "",
    "my_package/subpackage/submodule1.py": 'def function2():\n    return "Function 2"\n',
}

#: What the tutorials do: files, lines, the text of the last answer.
TUTORIALS: dict[str, tuple[dict[str, str], list[str], str]] = {
    "add": ({"math_operations.py": MATH_OPERATIONS}, ["import math_operations", "math_operations.add(10, 5)"], "15"),
    "exact quotient": (
        {"math_operations.py": MATH_OPERATIONS},
        ["from math_operations import divide", "divide(5, 3)"],
        "5/3 ≈ 1.66666666667",
    ),
    "whole quotient": (
        {"math_operations.py": MATH_OPERATIONS},
        ["from math_operations import divide", "divide(10, 5)"],
        "2",
    ),
    "caught error": (
        {"math_operations.py": MATH_OPERATIONS},
        ["import math_operations", "try math_operations.divide(10, 0) catch e: e.message"],
        '"Cannot divide by zero."',
    ),
    "modules of a package": (
        CALCULATOR | {"calculator/__init__.py": ""},
        ["from calculator import basic, advanced", "basic.subtract(5, 3) + advanced.multiply(5, 3)"],
        "17",
    ),
    "package that exports": (
        CALCULATOR,
        ["from calculator import add, multiply", "[add(5, 3), multiply(5, 3)]"],
        "[8, 15]",
    ),
    "absolute import of its own package": (
        CALCULATOR | {"calculator/__init__.py": "from calculator.basic import add\nimport calculator.advanced\n"},
        ["import calculator", "[calculator.add(5, 3), calculator.advanced.divide(5, 3)]"],
        "[8, 5/3]",
    ),
    "import of a file beside it": (
        {
            "math_operations.py": MATH_OPERATIONS,
            "main.py": "import math_operations as m\nx = m.divide(m.add(1, 2), 2)\n",
        },
        ["import main", "main.x"],
        "≈ 1.5   (float)",  # plain literals of Python, which the calculator has not given it
    ),
    "subpackage": (
        MY_PACKAGE,
        ["import my_package.module1", "import my_package.subpackage.submodule1", "my_package.module1.function1()"],
        '"Function 1"',
    ),
    "function of a subpackage": (
        MY_PACKAGE,
        ["from my_package.subpackage.submodule1 import function2", "function2()"],
        '"Function 2"',
    ),
}


@pytest.mark.parametrize(("files", "lines", "answer"), TUTORIALS.values(), ids=TUTORIALS.keys())
def test_tutorials(files: dict[str, str], lines: list[str], answer: str, session: PythonSession) -> None:
    before = set(sys.modules)
    session.plant(files)
    assert session.text(*lines) == answer
    public = {name.partition(".")[0] for name in set(sys.modules) - before} - {"calc_repl"}
    assert not public & {"calculator", "math_operations", "my_package", "main", "basic", "advanced"}


def test_error_shows_its_text_and_its_place(session: PythonSession) -> None:
    session.plant({"math_operations.py": MATH_OPERATIONS})
    error = session.error("import math_operations", "1 + math_operations.divide(10, 0)")
    assert (type(error), error.message, tuple(error.span or ())) == (RaisedError, "Cannot divide by zero.", (4, 33))
    inner, outer = error.places
    assert (inner.function, inner.source.position(inner.span.start)) == ("divide", (18, 9))
    assert inner.source.name == str(session.modules / "math_operations.py")
    assert (outer.source.text, tuple(outer.span)) == ("1 + math_operations.divide(10, 0)", (4, 33))


# Files of both kinds


def test_python_in_a_package_of_the_language_takes_from_its_neighbours(session: PythonSession) -> None:
    session.plant(
        {
            "mixed/__init__.calc": "from .half import twice_and_half\n",
            "mixed/basic.calc": "third = 1/3\ndouble(x) = 2x\ndiagonal = sqrt(2)\n",
            "mixed/half.py": "from .basic import double, diagonal\nfrom mixed import basic\n"
            "def twice_and_half(x):\n    return double(x) + basic.third / 2\n"
            "def squared():\n    return diagonal * diagonal\n",
        }
    )
    assert session.text("import mixed", "mixed.twice_and_half(1/2)") == "7/6 ≈ 1.16666666667"
    assert session.text("mixed.half.squared()") == "2"


def test_language_takes_from_python_beside_it(session: PythonSession) -> None:
    session.plant(
        {"tool.py": "def half(x):\n    return x / 2\n", "user.calc": "import tool\nf(x) = tool.half(x) + 1\n"}
    )
    assert session.text("from user import f", "f(1/3)") == "7/6 ≈ 1.16666666667"


def test_file_named_as_a_module_of_the_calculator_is_found_by_python_files(session: PythonSession) -> None:
    session.plant(
        {"lists.py": "def first(x):\n    return x[0]\n", "a.py": "import lists\ndef f(x):\n    return lists.first(x)\n"}
    )
    assert session.text("import a", "a.f([7, 8])") == "7"


def test_modules_of_python_are_not_taken_for_files(session: PythonSession) -> None:
    session.plant({"statistics.py": "1/0", "a.py": "import statistics\nx = statistics.median([1, 2, 9])\n"})
    assert session.text("import a", "a.x") == "2"


def test_module_may_be_named_as_one_of_python_it_uses(session: PythonSession) -> None:
    session.plant({"colorsys.py": "import colorsys\nf = colorsys.hls_to_rgb\n"})
    assert session.answer("import colorsys", "length(colorsys.f(0, 0, 0))").text == "3"


def test_circular_imports(session: PythonSession) -> None:
    session.plant(
        {
            "p/__init__.py": "",
            "p/a.py": "from . import b\nx = 1\n",
            "p/b.py": "from . import a\ndef f():\n    return a.x\n",
        }
    )
    assert session.text("import p.a", "p.b.f()") == "1"


def test_relative_imports_end_at_the_package(session: PythonSession) -> None:
    session.plant({"top.py": "from . import other\n", "other.py": "", "p/__init__.py": "from .. import other\n"})
    assert session.error("import top").message == (
        "ImportError: attempted relative import with no known parent package"
    )
    assert session.error("import p").message == "ImportError: attempted relative import beyond top-level package"


def test_missing_module_is_named_without_the_private_package(session: PythonSession) -> None:
    session.plant({"p/__init__.py": "from . import q\n", "r.py": "import p.q.z\n", "s.py": "from .x.y import z"})
    assert "_calc_repl" not in session.error("import p").message
    session.plant({"p/__init__.py": "from .q import z\n"})
    assert session.error("import p").message == "ModuleNotFoundError: No module named 'p.q'"
    assert session.error("import p").places[0].source.name == str(session.modules / "p/__init__.py")


def test_missing_module_can_be_done_without(session: PythonSession) -> None:
    session.plant({"p/__init__.py": "try:\n    from . import fast\nexcept ImportError:\n    fast = 'slow'\n"})
    assert session.text("import p", "p.fast") == '"slow"'


# What a module offers


def test_public_names_are_its_own(session: PythonSession) -> None:
    session.plant(
        {
            "m.py": "from __future__ import annotations\nimport os\nfrom math import sqrt\n"
            "from fractions import Fraction\nfrom n import helper\n"
            "table = [1, 2]\ndef f(x):\n    return x\n_hidden = 3\n",
            "n.py": "def helper():\n    return 1\n",
        }
    )
    session.answer("import m")
    assert session.calculator.modules.modules["m"].public() == ["helper", "table", "f"]
    assert session.error("m._hidden").message == "_hidden is private to m."
    assert session.error("m.os").message == "m has no os."
    assert session.text("from m import *", "sqrt(4)") == "2"


def test_all_is_what_a_module_offers(session: PythonSession) -> None:
    session.plant({"m.py": "__all__ = ['f']\ndef f():\n    return 1\ndef g():\n    return 2\n"})
    session.answer("from m import *")
    assert set(session.calculator.scope.names) == {"f"}


def test_all_must_be_there(session: PythonSession) -> None:
    session.plant({"m.py": "x = 1\n__all__ = ['f']\n"})
    error = session.error("import m")
    assert error.message == "__all__ lists f, which m does not have."
    assert error.places[0].source.position(error.places[0].span.start) == (2, 1)


def test_values_are_those_of_the_moment(session: PythonSession) -> None:
    session.plant({"m.py": "count = 0\ndef step():\n    global count\n    count += 1\n"})
    assert session.text("import m", "m.step()", "m.step()", "m.count") == "2"


def test_loading_anew_executes_the_new_text(session: PythonSession) -> None:
    session.plant({"m.py": "def f(x):\n    return x + 1\ndef old():\n    return 1\n"})
    registry = session.calculator.modules
    assert session.text("import m", "m.f(1)") == "2"
    module, before = registry.modules["m"], registry.modules["m"].stamp
    session.plant({"m.py": "def f(x):\n    return x + 2\n"})
    registry.execute(module)
    assert module.stamp != before
    assert session.text("m.f(1)") == "3"
    assert session.error("m.old()").message == "m has no old."


def test_imports_are_noted_for_loading_anew(session: PythonSession) -> None:
    session.plant(CALCULATOR | {"main.py": "import calculator.basic\n", "mixed.py": "from .x import y"})
    session.answer("import main")
    modules = session.calculator.modules.modules
    assert modules["calculator"].dependencies == {"calculator.basic", "calculator.advanced"}
    assert modules["main"].dependencies == {"calculator.basic"}


def test_no_bytecode_is_written_or_read(session: PythonSession) -> None:
    session.plant({"m.py": "x = 1\n", "p/__init__.py": "from . import q\n", "p/q.py": ""})
    session.answer("import m, p")
    assert not [path for path in session.modules.rglob("*") if "pyc" in path.name]


# What goes wrong

BROKEN: dict[str, tuple[str, str, tuple[int, int]]] = {
    "syntax": ("x = 1\ndef f(:\n", "SyntaxError: invalid syntax", (2, 7)),
    "an exception": ("x = 1\ny = undefined + x\n", "NameError: name 'undefined' is not defined", (2, 5)),
    "without a text": ("raise KeyError\n", "KeyError.", (1, 1)),
    "sys.exit": (
        "import sys\nsys.exit(3)\n",
        "The Python code wanted to end the program (sys.exit); the calculator goes on.",
        (2, 1),
    ),
    "a generator's exit": ("raise GeneratorExit\n", "GeneratorExit.", (1, 1)),
    "no memory": ("raise MemoryError\n", "This needs more memory than there is.", (1, 1)),
    "endless recursion": (
        "def f():\n    return f()\nf()\n",
        "Functions of Python call each other too deeply.",
        (2, 12),
    ),
    "many lines of text": ("raise RuntimeError('a\\nb' + 'c' * 1000)\n", "RuntimeError: a b" + "c" * 396 + "…", (1, 1)),
    "no text at all": (
        "class E(Exception):\n    def __str__(self):\n        raise TypeError\nraise E\n",
        "E.",
        (4, 1),
    ),
    "input": ("x = input('? ')\n", "EOFError: EOF when reading a line", (1, 5)),
    "wide characters": ("é = 1; ü = é + nix\n", "NameError: name 'nix' is not defined", (1, 16)),
}


@pytest.mark.parametrize(("text", "message", "position"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_file(text: str, message: str, position: tuple[int, int], session: PythonSession) -> None:
    before = set(sys.modules)
    session.plant({"m.py": text})
    error = session.error("import m")
    assert error.message == message
    assert error.places[0].source.position(error.places[0].span.start) == position
    assert error.places[-1].source.text == "import m"
    assert not session.calculator.modules.modules
    assert not {name for name in set(sys.modules) - before if name.endswith(".m")}
    assert session.text("1 + 1") == "2"


def test_error_in_an_imported_file_names_both(session: PythonSession) -> None:
    session.plant({"outer.py": "x = 1\nimport inner\n", "inner.py": "\n\n1 / 0\n"})
    error = session.error("import outer")
    assert error.message == "ZeroDivisionError: division by zero"
    found = [(Path(place.source.name or "").name, place.source.position(place.span.start)[0]) for place in error.places]
    assert found == [("inner.py", 3), ("outer.py", 2), ("", 1)]


def test_interrupt_stops_python_code(session: PythonSession) -> None:
    session.plant({"m.py": "def stop():\n    raise KeyboardInterrupt\n"})
    assert isinstance(session.error("import m", "m.stop()"), Interrupted)


def test_interrupt_that_was_swallowed_still_stops(session: PythonSession) -> None:
    session.plant({"m.py": "def ignore(f):\n    try:\n        f()\n    except Exception:\n        pass\n"})
    calculator = Calculator(write=lambda line: calculator.interrupt(), folder=str(session.here))
    calculator.evaluate("import m\nf() = fold((a, b) => a + b, map(x => print(x), 1..1500), 0)")
    with pytest.raises(Interrupted):
        calculator.evaluate("m.ignore(f)")
    assert calculator.evaluate("1 + 1").text == "2"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs alarms")
def test_limit_of_time_that_was_swallowed_still_ends_a_line(tmp_path: Path) -> None:
    stubborn = """\
def spin():
    for _ in range(2):
        try:
            n = 0
            while True:
                n += 1
        except Exception:
            print("no")
"""
    plant(tmp_path, {"m.py": stubborn})
    outcome = run("--python", "--timeout", "0.2", "-e", "import m", "-e", "m.spin()", "-e", "1 + 1", directory=tmp_path)
    assert outcome.out == "no\nno\n2\n"
    assert "This took longer than 0.2 seconds." in outcome.err


def test_recursion_through_both_languages_ends(session: PythonSession) -> None:
    session.plant({"m.py": "def call(f, n):\n    return f(n)\n"})
    assert isinstance(session.error("import m", "f(n) = m.call(f, n)", "f(1)"), DepthLimit)
    assert session.text("m.call(x => x + 1, 1)") == "2"


def test_error_of_a_function_of_the_language_passes_through(session: PythonSession) -> None:
    session.plant({"m.py": "def apply(f, x):\n    return f(x)\n"})
    error = session.error("import m", "g(x) = 1/(x - 5)", "m.apply(g, 5)")
    assert error.message == "Cannot divide by zero."
    names = [(place.function, Path(place.source.name or "").name) for place in error.places]
    assert names == [("g", ""), ("apply", "m.py"), (None, "")]


# What is printed


def test_output_goes_where_print_goes(session: PythonSession, capsys: pytest.CaptureFixture[str]) -> None:
    session.plant(
        {
            "m.py": "import sys\nprint('loading')\n"
            "def speak(f):\n    print('a', 1)\n    sys.stdout.write('b')\n    f()\n    print('c')\n"
            "    sys.stdout.buffer.write(b'd\\xff\\n')\n    sys.stdout.write('e')\n"
        }
    )
    session.answer("import m", "m.speak(() => print(1/2))")
    assert session.printed == ["loading", "a 1", "0.5", "bc", "d\\xff", "e"]
    assert capsys.readouterr().out == ""


def test_closed_output_does_no_harm(session: PythonSession) -> None:
    session.plant({"m.py": "import sys\ndef f():\n    sys.stdout.close()\n    return 1\n"})
    stdout = sys.stdout
    assert session.text("import m", "m.f() + m.f()") == "2"
    assert sys.stdout is stdout


# Who may run


def test_current_folder_runs_no_python(session: PythonSession) -> None:
    plant(session.here, {"m.py": "raise SystemExit", "p/__init__.calc": "", "p/q.py": "raise SystemExit"})
    assert session.error("import m").message.startswith("m is written in Python, which runs from ")
    assert session.error("import p.q").hint == "move it there, or start with --python"


def test_current_folder_runs_python_when_it_is_allowed(open_session: PythonSession) -> None:
    plant(open_session.here, {"math_operations.py": MATH_OPERATIONS})
    assert open_session.text("import math_operations", "math_operations.divide(5, 3)") == "5/3 ≈ 1.66666666667"


@posix
@pytest.mark.parametrize("place", ["", "p", "p/q", "p/q/m.py"])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_what_others_may_change_is_not_run(place: str, mode: int, session: PythonSession) -> None:
    session.plant({"p/__init__.calc": "", "p/q/__init__.calc": "", "p/q/m.py": "x = 1\n"})
    path = session.modules / place
    path.chmod(path.stat().st_mode | mode)
    error = session.error("import p.q.m")
    assert isinstance(error, ModuleProblem)
    assert error.message == f"{path} can be changed by others, so nothing in it is run."
    assert error.hint == f"chmod go-w {path}"
    path.chmod(path.stat().st_mode & ~0o022)
    assert session.text("import p.q.m", "p.q.m.x") == "1"


@posix
def test_what_belongs_to_somebody_else_is_not_run(session: PythonSession, monkeypatch: pytest.MonkeyPatch) -> None:
    session.plant({"m.py": "x = 1\n"})
    owner = (session.modules / "m.py").stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    if owner == 0:
        os.chown(session.modules / "m.py", 12345, -1)
    error = session.error("import m")
    assert error.message == f"{session.modules / 'm.py'} belongs to somebody else, so nothing in it is run."


# Two and two hundred calculators


def test_calculators_do_not_see_each_other(session: PythonSession) -> None:
    session.plant({"m.py": "count = 0\ndef step():\n    global count\n    count += 1\n    return count\n"})
    other = Calculator(folder=str(session.here))
    other.evaluate("import m\nm.step()")
    assert session.text("import m", "m.step()") == "1"
    assert other.evaluate("m.count").text == "1"


def test_nothing_is_left_of_two_hundred_calculators(session: PythonSession) -> None:
    session.plant(CALCULATOR | {"mixed/__init__.calc": "x = 1\n", "mixed/m.py": "from . import x\nimport calculator\n"})
    session.answer("import calculator, mixed.m", "import datetime")
    gc.collect()
    modules, finders, path = set(sys.modules), list(sys.meta_path), list(sys.path)
    for _ in range(200):
        calculator = Calculator(folder=str(session.here))
        assert calculator.evaluate("import calculator, mixed.m\ncalculator.divide(1, 3)").text == "1/3 ≈ 0.333333333333"
        del calculator
    gc.collect()
    assert not set(sys.modules) - modules
    assert (sys.meta_path, sys.path) == (finders, path)
    with pytest.raises(CalcError):
        Calculator(folder=str(session.here)).evaluate("calculator.add(1, 2)")
