"""Python programs that import files of the language."""

from __future__ import annotations

import datetime
import importlib
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from modules.python_session import plant

from calc_repl import CalcError
from calc_repl.errors import ArityError, DivisionByZero, RaisedError, SyntaxProblem, UnknownName
from calc_repl.importer import install, uninstall

CALCULATOR = {
    "calc_one/__init__.calc": '"""Four operations."""\nfrom .basic import add, subtract\n'
    "from . import advanced\nfrom .helper import third\n",
    "calc_one/basic.calc": "# Add two numbers.\nadd(a, b) = a + b\nsubtract(a, b = 1) = a - b\n_hidden = 1\n",
    "calc_one/advanced.calc": "from .basic import add\n"
    'divide(a, b) = if b == 0 then error("Cannot divide by zero.") else a / b\n'
    "invert(a) = 1 / a\ntwice(f, x) = f(f(x))\nmany(x) = [x, [x/2]]\ndiagonal = sqrt(2)\nshout() = print(1/3)\n"
    "half(x) = x / 2 to 3 dp\nloop(n) = loop(n + 1)\n",
    "calc_one/helper.py": "def third(x):\n    return x / 3\n",
    "calc_one/sub/__init__.calc": "x = 1/3\n",
}


@pytest.fixture
def program(python_path: Path) -> Iterator[Path]:
    """A folder on Python's path whose files of the language can be imported."""
    plant(python_path, CALCULATOR)
    before = set(sys.modules)
    install()
    yield python_path
    uninstall()
    for name in set(sys.modules) - before:
        if name.startswith("calc_one"):
            del sys.modules[name]


def test_functions_take_and_return_exact_numbers(program: Path) -> None:
    from calc_one import add, advanced  # type: ignore[import-not-found]

    assert add(10, 5) == 15
    assert type(add(10, 5)) is int
    assert add(Fraction(1, 3), Fraction(1, 6)) == Fraction(1, 2)
    assert type(advanced.divide(5, 3)) is Fraction
    assert advanced.divide(10, 5) == 2
    assert advanced.divide(0.1, 3) == Fraction(1, 30)
    assert advanced.many(1) == [1, [Fraction(1, 2)]]
    assert float(advanced.diagonal) == 2**0.5
    assert advanced.half(1) == Fraction(1, 2)


def test_dates_are_those_of_python(program: Path) -> None:
    plant(program, {"calc_one/days.calc": "due(day) = day + 1 month\nstart = 2024-01-31T10:30Z\n"})
    from calc_one import days  # type: ignore[import-not-found]

    due = days.due(datetime.date(2024, 1, 31))
    assert (due, type(due)) == (datetime.date(2024, 2, 29), datetime.date)
    assert days.start == datetime.datetime(2024, 1, 31, 10, 30, tzinfo=datetime.UTC)


def test_packages_and_modules(program: Path) -> None:
    import calc_one
    import calc_one.advanced as advanced
    import calc_one.sub

    assert calc_one.__doc__ == "Four operations."
    assert calc_one.advanced is advanced
    assert calc_one.sub.x == Fraction(1, 3)
    assert calc_one.__file__ == str(program / "calc_one" / "__init__.calc")
    assert calc_one.add.__doc__ == "Add two numbers."
    assert calc_one.add.__name__ == "add"
    assert repr(calc_one.add) == "<function calc_one.add(a, b) = a + b>"
    assert importlib.import_module("calc_one.basic").subtract(b=2, a=3) == 1
    assert calc_one.subtract(3) == 2


def test_python_beside_it(program: Path) -> None:
    from calc_one import third

    assert float(third(3)) == 1


def test_functions_of_python_are_called(program: Path) -> None:
    from calc_one import add, advanced

    assert advanced.twice(lambda x: x / 2, Fraction(1, 3)) == Fraction(1, 12)
    assert advanced.twice(lambda x: add(x, 1), 1) == 3
    assert advanced.twice(advanced.invert, 3) == 3
    with pytest.raises(OSError, match="mine"):
        advanced.twice(lambda x: (_ for _ in ()).throw(OSError("mine")), 1)
    assert add(1, 1) == 2


def test_errors(program: Path) -> None:
    from calc_one import add, advanced

    with pytest.raises(RaisedError, match=r"^Cannot divide by zero\.$"):
        advanced.divide(5, 0)
    with pytest.raises(ValueError, match="zero"):
        advanced.divide(5, 0)
    with pytest.raises(ZeroDivisionError):
        advanced.invert(0)
    with pytest.raises(DivisionByZero) as caught:
        advanced.twice(advanced.invert, 0)
    assert caught.value.places[0].source.name == str(program / "calc_one" / "advanced.calc")
    with pytest.raises(ArityError):
        add(1)
    with pytest.raises(ArityError):
        add(1, 2, c=3)
    with pytest.raises(RecursionError):
        advanced.loop(1)


def test_output(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from calc_one.advanced import shout

    assert shout() is None
    assert capsys.readouterr().out == "1/3\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("f(x) = = 1\n", SyntaxProblem),
        ("x = undefined\n", UnknownName),
        ("x = 1/0\n", DivisionByZero),
        ("import calc_one.nothing\n", ImportError),
    ],
)
def test_broken_file(text: str, kind: type[Exception], program: Path) -> None:
    plant(program, {"calc_one/broken.calc": text})
    with pytest.raises(kind) as caught:
        importlib.import_module("calc_one.broken")
    assert isinstance(caught.value, CalcError)
    assert "calc_one.broken" not in sys.modules
    plant(program, {"calc_one/broken.calc": "x = 7\n"})
    importlib.invalidate_caches()
    assert importlib.import_module("calc_one.broken").x == 7


def test_python_keeps_what_it_can_import(program: Path) -> None:
    plant(program, {"calc_one_both.calc": "x = 1\n", "calc_one_both.py": "x = 2\n", "json.calc": "x = 1\n"})
    importlib.invalidate_caches()
    assert importlib.import_module("calc_one_both").x == 2
    assert importlib.import_module("json").dumps(1) == "1"
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("calc_one_nothing")
    plant(program, {"calc_one_space/mod.py": "x = 3\n"})
    importlib.invalidate_caches()
    assert importlib.import_module("calc_one_space.mod").x == 3


def test_file_named_as_a_module_of_the_calculator(program: Path) -> None:
    plant(program, {"lists.calc": "x = 5\n"})
    importlib.invalidate_caches()
    try:
        assert importlib.import_module("lists").x == 5
    finally:
        sys.modules.pop("lists", None)


def test_nothing_is_found_before_and_after(python_path: Path) -> None:
    plant(python_path, {"calc_one_late.calc": "x = 1\n"})
    finders = list(sys.meta_path)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("calc_one_late")
    install()
    install()
    assert len(sys.meta_path) == len(finders) + 1
    uninstall()
    uninstall()
    assert sys.meta_path == finders
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("calc_one_late")
