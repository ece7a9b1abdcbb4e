"""Import statements: what they define, where modules are found, what is private, and what goes wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from modules.tree import Talk, cases, plant

from calc_repl import CalcError, Calculator
from calc_repl.modules.reading import LARGEST

CASES = cases(Path(__file__).parent / "imports.txt")


@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES.keys())
def test_session(files: dict[str, str], lines: list[tuple[str, str]], tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, files))
    assert [(line, talk.line(line)) for line, _ in lines] == lines


@pytest.mark.parametrize(("files", "lines"), CASES.values(), ids=CASES.keys())
def test_session_is_unharmed(files: dict[str, str], lines: list[tuple[str, str]], tmp_path: Path) -> None:
    """Whatever went wrong, the next line is answered, and no half-loaded module is there."""
    talk = Talk(plant(tmp_path, files))
    talk.line("kept = 41")
    for line, _ in lines:
        talk.line(line)
    assert talk.line("kept + 1") == "42"
    assert all(module.is_ready for module in talk.calculator.modules.modules.values())
    assert not talk.calculator.modules.loading


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "latin.calc").write_bytes(b"x = 1\n# also caf\xe9\n")
    assert Talk(tmp_path).line("import latin") == (
        "error: latin.calc is not UTF-8: it has the byte 0xe9.\n"
        "  import latin\n"
        "  ^^^^^^^^^^^^\n"
        "  latin.calc:2:11\n"
        "  # also caf\ufffd\n"
        "            ^\n"
        "hint: save it as UTF-8"
    )


def test_file_that_is_too_large(tmp_path: Path) -> None:
    plant(tmp_path, {"m.calc": "#" * LARGEST + "\n"})
    assert Talk(tmp_path).line("import m") == (
        "error: m.calc is larger than 1 MiB.\n  import m\n         ^\nhint: split it into several modules"
    )


def test_broken_module_can_be_imported_once_it_is_right(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, {"m.calc": "x = 1/0\n"}))
    assert talk.line("import m").startswith("error: Cannot divide by zero.")
    plant(tmp_path, {"m.calc": "x = 1\n"})
    assert talk.line("import m") == ""
    assert talk.line("m.x") == "1"


def test_a_hundred_modules_import_each_other_in_a_row(tmp_path: Path) -> None:
    deep = {f"m{n}.calc": f"import m{n + 1}\nx = m{n + 1}.x\n" for n in range(120)}
    talk = Talk(plant(tmp_path, deep | {"m120.calc": "x = 1\n"}))
    assert talk.line("import m0").startswith("error: More than 100 modules import each other in a row.")
    assert talk.line("import m25; m25.x") == "1"


def test_module_that_never_ends_meets_the_limits(tmp_path: Path) -> None:
    plant(tmp_path, {"m.calc": "f(n) = f(n + 1)\nx = f(1)\n"})
    talk = Talk(tmp_path)
    assert talk.line("import m").startswith("error: More than 100,000 calls are open.")
    assert talk.calculator.modules.modules == {}


def test_interrupted_import_leaves_no_module(tmp_path: Path) -> None:
    talk = Talk(plant(tmp_path, {"n.calc": "x = 1\n", "m.calc": 'import n\nprint("here")\ny = sum(k => k, 1, 10^6)\n'}))

    def interrupt(_text: str) -> None:
        talk.calculator.interrupt()

    talk.calculator._write = interrupt
    with pytest.raises(CalcError, match="Interrupted"):
        talk.calculator.evaluate("import m")
    assert list(talk.calculator.modules.modules) == ["n"]


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_symbolic_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "m.calc").symlink_to(tmp_path / "n.calc")
    (tmp_path / "n.calc").symlink_to(tmp_path / "m.calc")
    talk = Talk(tmp_path)
    assert "error: Cannot read m.calc: Too many levels of symbolic links." in talk.line("import m")


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
def test_named_pipe_is_no_module(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "m.calc")
    assert "m.calc is not a regular file." in Talk(tmp_path).line("import m")


def test_two_calculators_share_no_module(tmp_path: Path) -> None:
    plant(tmp_path, {"m.calc": "x = 1\n"})
    first, second = Talk(tmp_path), Talk(tmp_path)
    first.line("import m")
    plant(tmp_path, {"m.calc": "x = 2\n"})
    second.line("import m")
    assert (first.line("m.x"), second.line("m.x")) == ("1", "2")
    assert Talk(tmp_path).line("m") == "1 m"  # the unit: there is no module of that name yet


def test_search_path_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"first": tmp_path / "first", "listed": tmp_path / "listed", "own": tmp_path / "calc_repl" / "modules"}
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("CALC_REPL_PATH", f"{places['listed']}{os.pathsep}{tmp_path / 'absent'}")
    expected = list(places)
    for name, folder in places.items():
        plant(folder, {"m.calc": f'where = "{name}"\n'})
    while expected:
        calculator = Calculator(folder=str(places["first"]))
        assert calculator.evaluate("from m import where; where").value == expected[0]
        (places[expected.pop(0)] / "m.calc").unlink()


@pytest.mark.parametrize(
    "line",
    ["import ../../x", "import a/b", "import", "from x", "from x import", "import 3", "from x import a.b", "import a."],
)
def test_what_is_no_import(line: str) -> None:
    with pytest.raises(CalcError) as caught:
        Calculator().evaluate(line)
    assert type(caught.value).__name__ in ("SyntaxProblem", "UnknownName")
