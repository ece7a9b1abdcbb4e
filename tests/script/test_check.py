"""`--check` tries the examples and assertions of modules and reports as a test runner does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from script.command import run

RIGHT = """\
# A module with examples.
#
# > double(2)
# 4
# > right.half(3)
# 3/2 = 1.5

# Twice a number.
# > double(4)
# 8
# > x = double(
# . 5)
# 10
# > x + 1
# 11
# > double("a")
# error: * needs a number after it, not a text.
# > 1/0
# error: Cannot divide by zero.
#   1/0
#   ^^^
double(x) = 2*x

half(x) = \"\"\"Half a number.

    > half(3)
    3/2 = 1.5
    > print("a"); print("  b")
    a
      b
    \"\"\"
    x/2

# Ready for use.
# > limit
# 10
limit = double(5)

assert double(2) == 4
assert limit == 10, "the limit is 10"
"""


#: What takes longer than anybody waits.
ENDLESS = "sum(map(a => sum(map(b => a*b, 1..1000)), 1..1_000_000))"


def write(folder: Path, **files: str) -> Path:
    """Modules in a folder; `a__b` is b in the package folder a."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/").replace("init", "__init__") + ".calc")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_module_whose_examples_and_assertions_hold(tmp_path: Path) -> None:
    write(tmp_path, right=RIGHT)
    done = run("--check", "right.calc", directory=tmp_path)
    assert (done.status, done.out, done.err) == (0, "10 examples, 2 assertions: all right\n", "")


def test_one_of_each_is_counted_in_the_singular(tmp_path: Path) -> None:
    write(tmp_path, one="# > k\n# 3\nk = 3\nassert k == 3\n")
    assert run("--check", "one.calc", directory=tmp_path).out == "1 example, 1 assertion: all right\n"


def test_example_that_fails_is_shown_with_what_was_expected_and_what_came(tmp_path: Path) -> None:
    write(tmp_path, wrong="# Twice.\n# > double(2)\n# 5\n# > double(3)\n# 6\n# > double(4)\ndouble(x) = 2*x\n")
    done = run("--check", "wrong.calc", directory=tmp_path)
    assert done.out == (
        "wrong.calc:2: > double(2)\n  expected: 5\n  got:      4\n"
        "wrong.calc:6: > double(4)\n  expected: nothing\n  got:      8\n"
        "3 examples, 0 assertions: 2 failed\n"
    )
    assert (done.status, done.err) == (1, "")


def test_screens_of_several_lines_are_compared_line_by_line(tmp_path: Path) -> None:
    write(tmp_path, wrong='# > f()\n# a\n# c\n# 1\nf() = [print("a"), print("b"), 1][3]\n')
    done = run("--check", "wrong.calc", directory=tmp_path)
    assert "  expected -, got +\n      a\n    - c\n    + b\n      1\n" in done.out


def test_doc_text_behind_the_sign_knows_its_lines(tmp_path: Path) -> None:
    write(tmp_path, wrong='k = 1\nhalf(x) = """\n  Half.\n\n  > half(2)\n  2\n  """ x/2\n')
    assert run("--check", "wrong.calc", directory=tmp_path).out.startswith("wrong.calc:5: > half(2)\n")


def test_each_definition_has_a_session_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, two="# > x = 3\n# 3\nf(x) = x\n\n# > x\n# error: Unknown name x.\ng(x) = x\n")
    assert run("--check", "two.calc", directory=tmp_path).status == 0


def test_comments_inside_a_definition_are_no_docs(tmp_path: Path) -> None:
    write(tmp_path, one="f(x) = (\n# > f(1)\n# 2\nx)\n")
    assert run("--check", "one.calc", directory=tmp_path).out == "0 examples, 0 assertions: all right\n"


def test_private_names_of_the_module_are_known(tmp_path: Path) -> None:
    write(tmp_path, one="# > _twice(2)\n# 4\n_twice(x) = 2*x\n")
    assert run("--check", "one.calc", directory=tmp_path).status == 0


# Assertions and errors


def test_assertion_that_fails_does_not_keep_the_rest_from_being_tried(tmp_path: Path) -> None:
    write(tmp_path, a="assert 1 + 1 == 3\nassert 1/0 == 1\n# > f(1)\n# 3\nf(x) = x\nassert f(1) == 1\n")
    done = run("--check", "a.calc", directory=tmp_path)
    assert done.status == 1
    assert done.out == (
        "a.calc:1: error: Assertion failed: 1 + 1 == 3\n  assert 1 + 1 == 3\n         ^^^^^^^^^^\n"
        "a.calc:2: error: Cannot divide by zero.\n  assert 1/0 == 1\n         ^^^\n"
        "a.calc:3: > f(1)\n  expected: 3\n  got:      1\n"
        "1 example, 3 assertions: 3 failed\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x = 1\ny = )\n", 2, "error: "),
        ("x = 1\n\ny = nothing + 1\n", 3, "error: Unknown name nothing."),
        ("import nowhere_to_be_found\n", 1, "error: There is no module nowhere_to_be_found."),
        ("x = while_true(1)\n", 1, "error: Unknown name while_true."),
        ('x = error("no")\n', 1, "error: no"),
    ],
)
def test_file_that_cannot_be_loaded_is_reported_with_the_place(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    write(tmp_path, bad=text)
    done = run("--check", "bad.calc", directory=tmp_path)
    assert done.out.startswith(f"bad.calc:{line}: {message}")
    assert done.out.endswith("\n0 examples, 0 assertions: 1 failed\n")
    assert (done.status, done.err) == (1, "")


def test_file_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "bad.calc").write_bytes(b"x = 1\ny = \xff\n")
    done = run("--check", "bad.calc", directory=tmp_path)
    assert (done.status, done.out.splitlines()[0].startswith("bad.calc:2: error: ")) == (1, True)


def test_module_that_never_ends_is_stopped(tmp_path: Path) -> None:
    write(tmp_path, slow=f"x = {ENDLESS}\n", fine="# > 1\n# 1\n\nk = 1\n")
    done = run("--check", ".", "--timeout", "0.5", directory=tmp_path)
    assert done.status == 1
    assert done.out.endswith("1 example, 0 assertions: 1 failed\n")


def test_example_that_never_ends_is_stopped(tmp_path: Path) -> None:
    write(tmp_path, slow=f"# > f()\n# 1\n# > 2\n# 2\nf() = {ENDLESS}\n")
    done = run("--check", "slow.calc", "--timeout", "0.5", directory=tmp_path)
    assert done.status == 1
    assert done.out.startswith(
        "slow.calc:1: > f()\n  expected -, got +\n    - 1\n    + error: This took longer than 0.5 seconds.\n"
    )
    assert done.out.endswith("2 examples, 0 assertions: 1 failed\n")


# Packages


def test_package_is_checked_in_all_its_folders(tmp_path: Path) -> None:
    write(
        tmp_path,
        shop__init="# A shop.\n# > import shop\n# > shop.price(2)\n# 6\n\nfrom .parts.nails import price\n",
        shop__parts__init="# Parts.\n",
        shop__parts__nails="from ..rates import rate\n# > price(1)\n# 4\nprice(n) = n*rate\n",
        shop__rates="rate = 3\nassert rate == 4\n",
    )
    done = run("--check", "shop", directory=tmp_path)
    nails = str(Path("shop/parts/nails.calc"))
    rates = str(Path("shop/rates.calc"))
    lines = done.out.splitlines()
    assert f"{nails}:2: > price(1)" in lines
    assert f"{rates}:2: error: Assertion failed: rate == 4" in lines
    assert lines[-1] == "3 examples, 1 assertion: 2 failed"
    assert done.status == 1


@pytest.mark.parametrize("place", [".", "shop"])
def test_file_of_a_package_may_import_its_siblings(tmp_path: Path, place: str) -> None:
    write(
        tmp_path,
        shop__init="",
        shop__rates="rate = 3\n",
        shop__nails="from .rates import rate\n# > k\n# 6\nk = 2*rate\n",
    )
    file = "shop/nails.calc" if place == "." else "nails.calc"
    done = run("--check", file, directory=tmp_path / place)
    assert (done.status, done.out) == (0, "1 example, 0 assertions: all right\n")


def test_modules_of_a_folder_may_import_each_other(tmp_path: Path) -> None:
    write(
        tmp_path / "deep", a="import b\n# > k\n# 3\nk = b.k\n", b="k = 3\nassert k == 3\n", c="# > c.k\n# 1\n\nk = 1\n"
    )
    done = run("--check", tmp_path / "deep", directory="/")
    assert (done.status, done.out) == (0, "2 examples, 1 assertion: all right\n")


def test_several_files_are_checked_and_none_twice(tmp_path: Path) -> None:
    write(tmp_path, a="# > k\n# 1\nk = 1\n", b="# > k\n# 2\nk = 2\n")
    done = run("--check", "a.calc", "b.calc", ".", directory=tmp_path)
    assert done.out == "2 examples, 0 assertions: all right\n"


def test_failure_in_a_module_that_others_import_is_reported_once(tmp_path: Path) -> None:
    write(tmp_path, a="import c\n", b="import c\n", c="x = 1\ny = nothing\n")
    done = run("--check", ".", directory=tmp_path)
    assert done.out.count("c.calc:2: error: Unknown name nothing.") == 1
    assert done.out.endswith("0 examples, 0 assertions: 1 failed\n")


def test_module_with_the_name_of_a_built_in_one_is_checked_itself(tmp_path: Path) -> None:
    folder = tmp_path / 'a {b} "c"'
    write(folder, statistics="# > statistics.middle(3)\n# 4\n\nmiddle(x) = x\n")
    done = run("--check", folder, directory=tmp_path)
    assert "expected: 4\n  got:      3\n" in done.out


def test_module_hidden_by_a_package_of_its_name_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a="# > k\n# 1\nk = 1\n", a__init="k = 2\n")
    done = run("--check", "a.calc", directory=tmp_path)
    assert done.status == 1
    assert done.out.startswith("a.calc: error: import a loads ")


def test_nothing_is_run_as_python(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("open('ran', 'w')")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("open('ran', 'w')")
    write(tmp_path, a="import helper\n", pack__inner="k = 1\n")
    done = run("--check", ".", directory=tmp_path)
    assert done.status == 1
    assert done.out.count("written in Python") == 1
    assert not (tmp_path / "ran").exists()


# The command line


def test_failures_as_json(tmp_path: Path) -> None:
    write(tmp_path, a="assert 1 == 2\n# > k\n# 4\nk = 3\n")
    done = run("--check", "a.calc", "--json", directory=tmp_path)
    first, second, last = map(json.loads, done.out.splitlines())
    assert (first["file"], first["line"], first["input"], first["expected"]) == ("a.calc", 1, None, None)
    assert first["got"].startswith("error: Assertion failed: 1 == 2\n")
    assert second == {"file": "a.calc", "line": 2, "input": "k", "expected": "4", "got": "3"}
    assert last == {"examples": 1, "assertions": 1, "failed": 2}
    assert done.status == 1


def test_examples_are_tried_with_the_settings_of_the_command_line(tmp_path: Path) -> None:
    write(tmp_path, a="# > 1/3\n# 1/3 ≈ 0.333\n\nk = 1\n")
    assert run("--check", "a.calc", "--digits", "3", directory=tmp_path).status == 0
    assert run("--check", "a.calc", directory=tmp_path).status == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--check", "nope.calc"], "There is no file or folder nope.calc"),
        (["--check", "a.calc", "nope"], "There is no file or folder nope"),
        (["--check", "a.txt"], "a.txt is not a module"),
        (["--check", "my-module.calc"], "my-module.calc is not a module"),
        (["--check", "empty"], "empty holds no module"),
        (["--check"], "--check needs"),
        (["1 + 1", "--check", "a.calc"], "--check takes files and folders only"),
        (["--check", "a.calc", "-f", "a.calc"], "--check takes files and folders only"),
    ],
)
def test_what_cannot_be_checked_is_an_error_of_usage(tmp_path: Path, words: list[str], message: str) -> None:
    write(tmp_path, a="assert 1 == 2\n")
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "my-module.calc").write_text("")
    (tmp_path / "empty").mkdir()
    done = run(*words, directory=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: {message}")


def test_control_characters_of_a_module_do_not_reach_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, a="# > 1\n# \x1b[2J\n\nk = 1\n")
    done = run("--check", "a.calc", directory=tmp_path)
    assert done.status == 1
    assert "\x1b" not in done.out


def test_modules_of_python_are_there_when_the_option_allows_them(tmp_path: Path) -> None:
    (tmp_path / "m.calc").write_text('import textwrap\nassert textwrap.shorten("a b", 10) == "a b"\n')
    refused = run("--check", str(tmp_path / "m.calc"))
    assert (refused.status, "import textwrap" in refused.out) == (1, True)
    allowed = run("--check", "--python", str(tmp_path / "m.calc"))
    assert (allowed.status, allowed.out.splitlines()[-1]) == (0, "0 examples, 1 assertion: all right")
