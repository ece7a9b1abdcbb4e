"""Modules that installed packages offer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from modules.python_session import PythonSession, plant
from script.command import IMPORTED_FROM, run

from calc_repl.modules.entry_points import entry_point, entry_points, python_has


def offer(site: Path, entries: str, package: str = "some_package") -> None:
    """Make a folder as pip makes it for a package with these entry points."""
    text = f"[console_scripts]\nx = y:z\n\n[calc_repl.modules]\n{entries}\n[other]\nfinance = nothing\n"
    plant(site, {f"{package}-1.0.dist-info/entry_points.txt": text})


FINANCE = {
    "finance_pkg/__init__.py": "from .rates import yearly\nfrom finance_pkg.rates import monthly\nimport json\n",
    "finance_pkg/rates.py": "def yearly(rate, n):\n    return (1 + rate / n) ** n - 1\n"
    "def monthly(rate):\n    return rate / 12\n",
}


def test_package_of_python_gets_exact_numbers(session: PythonSession, python_path: Path) -> None:
    plant(python_path, FINANCE)
    offer(python_path, "finance = finance_pkg")
    before = set(sys.modules)
    assert session.text("import finance", "finance.yearly(1/10, 2)") == "41/400 = 0.1025"
    assert session.text("finance.monthly(1)") == "1/12 ≈ 0.0833333333333"
    assert not {name for name in set(sys.modules) - before if name.startswith("finance_pkg")}


def test_module_of_python(session: PythonSession, python_path: Path) -> None:
    plant(python_path, {"one_file.py": "def third(x):\n    return x / 3\n"})
    offer(python_path, "thirds = one_file\nothers = one_file:third [extra]")
    assert session.text("import thirds", "thirds.third(1)") == "1/3 ≈ 0.333333333333"
    assert session.text("from others import third", "third(2)") == "2/3 ≈ 0.666666666667"


def test_package_of_the_language_comes_first(session: PythonSession, python_path: Path) -> None:
    plant(
        python_path,
        {
            "mixed_pkg/__init__.calc": "from .inner import f\n",
            "mixed_pkg/__init__.py": "1/0",
            "mixed_pkg/inner.calc": "f(x) = x/3\n",
        },
    )
    offer(python_path, "mixed = mixed_pkg")
    assert session.text("import mixed", "mixed.f(1)") == "1/3 ≈ 0.333333333333"


def test_package_without_python_at_all(session: PythonSession, python_path: Path) -> None:
    plant(
        python_path,
        {"pure_pkg/sub/__init__.calc": "x = 1/3\n", "pure_pkg/__init__.calc": "", "pure_pkg/leaf.calc": "y = 2\n"},
    )
    offer(python_path, "pure = pure_pkg.sub\nleaf=pure_pkg.leaf")
    assert session.text("import pure, leaf", "pure.x + leaf.y") == "7/3 ≈ 2.33333333333"


def test_neighbours_in_the_folder_of_packages_are_modules_of_python(session: PythonSession, python_path: Path) -> None:
    plant(python_path, {"needs_other.py": "import other_library\nx = other_library.__name__\n", "other_library.py": ""})
    offer(python_path, "needy = needs_other")
    assert session.text("import needy", "needy.x") == '"other_library"'


def test_modules_of_the_user_come_before_it(session: PythonSession, python_path: Path) -> None:
    plant(python_path, FINANCE)
    offer(python_path, "finance = finance_pkg")
    plant(session.here, {"finance.calc": "x = 1\n"})
    assert session.text("import finance", "finance.x") == "1"


BROKEN = {
    "nothing there": (
        "finance = no_such_package",
        "The package some_package offers finance, but there is no no_such_package.",
    ),
    "no such part": (
        "finance = finance_pkg.no.part",
        "The package some_package offers finance, but there is no finance_pkg.no.part.",
    ),
    "it raises": ("finance = raising", "RuntimeError: not today"),
    "it leaves": ("finance = leaving", "The Python code wanted to end the program (sys.exit); the calculator goes on."),
    "no Python": ("finance = nonsense", "SyntaxError: invalid syntax"),
    "an empty name": ("= finance_pkg", "There is no module finance."),
    "an empty target": ("finance =", "The package some_package offers finance, but there is no ."),
}


@pytest.mark.parametrize(("entries", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_entry_point(entries: str, message: str, session: PythonSession, python_path: Path) -> None:
    plant(
        python_path,
        FINANCE
        | {
            "raising.py": "raise RuntimeError('not today')\n",
            "leaving.py": "import sys\nsys.exit()\n",
            "nonsense.py": "1 +",
        },
    )
    offer(python_path, entries)
    error = session.error("import finance")
    assert error.message == message
    assert error.places[-1].source.text == "import finance"
    assert "finance" not in session.calculator.modules.modules


def test_damaged_files_are_passed_over(session: PythonSession, python_path: Path) -> None:
    plant(
        python_path,
        FINANCE
        | {"a-1.dist-info/entry_points.txt": "[calc_repl.modules\n]\n=\n", "b-1.dist-info/entry_points.txt": ""},
    )
    (python_path / "c-1.dist-info").write_text("a file")
    (python_path / "d-1.dist-info").mkdir()
    (python_path / "d-1.dist-info" / "entry_points.txt").write_bytes(b"\xff\xfe[calc_repl.modules]\nfinance = no\n")
    offer(python_path, "finance = finance_pkg", package="e")
    assert session.text("import finance", "finance.monthly(6)") == "1/2 = 0.5"


def test_nothing_is_imported_to_look(python_path: Path) -> None:
    plant(python_path, {"eager.py": "raise SystemExit", "eager_pkg/__init__.py": "raise SystemExit"})
    offer(python_path, "a = eager\nb = eager_pkg\nc = eager_pkg.x")
    before = set(sys.modules)
    assert entry_point("a") is not None
    assert entry_point("b") is not None
    assert entry_point("z") is None
    assert {name for package, name, _ in entry_points() if package == "some_package"} == {"a", "b", "c"}
    assert python_has("eager")
    assert python_has("eager_pkg")
    assert python_has("sys")
    assert not python_has("no_such_thing")
    assert set(sys.modules) == before


def test_look_up_loads_little() -> None:
    code = (
        "import sys; from calc_repl.modules.entry_points import entry_point, python_has;"
        "entry_point('no_such_thing'); python_has('no_such_thing'); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=IMPORTED_FROM)
    assert not {"importlib.metadata", "importlib.util", "configparser", "inspect", "typing"} & set(done.stdout.split())


# A package that is really built and installed

PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "calc-repl-example"
version = "1.0"

[project.entry-points."calc_repl.modules"]
example = "calc_repl_example"
example_words = "calc_repl_example_words"

[tool.hatch.build.targets.wheel]
packages = ["calc_repl_example", "calc_repl_example_words"]
"""
EXAMPLE = {
    "pyproject.toml": PYPROJECT,
    "calc_repl_example/__init__.py": '"""Parts of things."""\nfrom .parts import part\n',
    "calc_repl_example/parts.py": "def part(whole, count):\n    return whole / count\n",
    "calc_repl_example_words/__init__.calc": "from .words import greet\n",
    "calc_repl_example_words/words.calc": 'greet(name) = "Hello {name}"\n',
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder a package of ours was installed in with pip, from a local folder and without a network."""
    tree = plant(tmp_path_factory.mktemp("source") / "example", EXAMPLE)
    wheels, site = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels)]
    subprocess.run(build, cwd=tree, env=quiet, check=True, capture_output=True)
    (wheel,) = wheels.iterdir()
    subprocess.run([*pip, "--target", str(site), str(wheel)], cwd=tree, env=quiet, check=True, capture_output=True)
    return site


def test_installed_package(installed: Path) -> None:
    path = os.pathsep.join((str(installed), IMPORTED_FROM))
    lines = 'from example import part\npart(1, 3)\nimport example_words\nprint(example_words.greet("you"))\n'
    outcome = run(given=lines, PYTHONPATH=path)
    assert (outcome.status, outcome.out, outcome.err) == (0, "1/3 ≈ 0.333333333333\nHello you\n", "")
    assert run(given=lines).status == 1
