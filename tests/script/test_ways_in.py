"""The ways in: arguments, files, pipes; what goes to which stream, and the exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from script.command import run

import calc_repl

# Expressions


def test_each_argument_is_a_line_of_one_session() -> None:
    done = run("x = 2 + 3", "x*2")
    assert (done.status, done.out, done.err) == (0, "5\n10\n", "")


@pytest.mark.parametrize("option", ["-e", "--expression"])
def test_expression_can_be_given_with_an_option(option: str) -> None:
    done = run(option, "-2^2", option, "ans + 1")
    assert (done.status, done.out, done.err) == (0, "-4\n-3\n", "")


@pytest.mark.parametrize("line", ["-2^2", "-(1 + 2)", "-.5*2", "-√4"])
def test_expression_may_begin_with_a_minus(line: str) -> None:
    done = run(line)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("-")


def test_what_follows_two_dashes_are_expressions() -> None:
    done = run("--", "-x", "2")
    assert done.status == 1
    assert done.out == "2\n"
    assert "Unknown name x" in done.err


def test_definition_of_a_function_shows_nothing() -> None:
    done = run("f(x) = x^2", "f(3)")
    assert (done.status, done.out, done.err) == (0, "9\n", "")


def test_error_of_the_only_expression_has_no_number() -> None:
    done = run("1/0")
    assert (done.status, done.out) == (1, "")
    assert done.err == "error: Cannot divide by zero.\n  1/0\n  ^^^\n"


def test_error_of_several_expressions_has_a_number_and_the_session_goes_on() -> None:
    done = run("1/0", "2")
    assert (done.status, done.out) == (1, "2\n")
    assert done.err == "error: line 1: Cannot divide by zero.\n  1/0\n  ^^^\n"


def test_empty_expression_answers_nothing() -> None:
    done = run("")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_printed_lines_come_before_the_answer() -> None:
    done = run('print("a"); print("b", 1/3); 3')
    assert (done.status, done.out) == (0, "a\nb 1/3\n3\n")


# Options

TERSE = [
    ("1/3", "0.333333333333"),
    ("1/4", "0.25"),
    ("2^100", "1267650600228229401496703205376"),
    ('"a" ', "a"),
    ("[1/3, 1/4]", "[1/3, 0.25]"),
    ("1 < 2", "true"),
    ("255 to hex", "0xff"),
    ("1/3 to 3 dp", "0.333"),
    ("1e-30", "1e-30"),
    ("1..3", "1..3"),
]


@pytest.mark.parametrize(("line", "bare"), TERSE, ids=[line for line, _ in TERSE])
def test_terse_answer_is_the_bare_value(line: str, bare: str) -> None:
    done = run("-t", line)
    assert (done.status, done.out, done.err) == (0, bare + "\n", "")


@pytest.mark.parametrize(
    ("options", "line", "out"),
    [
        (["--terse"], "1/3", "0.333333333333"),
        (["--digits", "3"], "1/3", "1/3 ≈ 0.333"),
        (["--digits=5"], "1/3", "1/3 ≈ 0.33333"),
        (["--group"], "1234567", "1_234_567"),
        (["--set", "digits=4"], "2/3", "2/3 ≈ 0.6667"),
        (["--set=grouping=on"], "1000", "1_000"),
        (["--timeout", "0"], "1", "1"),
        (["--timeout=2.5"], "1", "1"),
    ],
)
def test_option_changes_the_answer(options: list[str], line: str, out: str) -> None:
    done = run(*options, line)
    assert (done.status, done.out, done.err) == (0, out + "\n", "")


def test_options_may_stand_behind_expressions() -> None:
    assert run("1/3", "-t").out == "0.333333333333\n"


def test_time_limit_ends_a_line_and_names_its_setting() -> None:
    done = run("--timeout", "0.1", "f(n) = if n == 0 then 0 else f(n - 1)", "sum(x => f(1000), 1, 10^6)", "7")
    assert (done.status, done.out) == (1, "7\n")
    assert "longer than 0.1 seconds" in done.err
    assert "timeout" in done.err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_shown_on_standard_output(option: str) -> None:
    done = run(option, "1/0")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("usage: calc-repl")
    for word in ("--expression", "--file", "--terse", "--json", "--digits", "--timeout", "--set", "--version"):
        assert word in done.out


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version_is_shown(option: str) -> None:
    done = run(option)
    assert (done.status, done.out, done.err) == (0, f"calc_repl {calc_repl.__version__}\n", "")


def test_settings_are_listed() -> None:
    from calc_repl.settings import DECLARED

    done = run("--set", "help")
    assert (done.status, done.err) == (0, "")
    for name in DECLARED:
        assert f"{name} " in done.out


WRONG = [
    ["--nonsense"],
    ["-x"],
    ["-e"],
    ["-f"],
    ["--digits"],
    ["--digits", "0", "1"],
    ["--digits", "many", "1"],
    ["--digits=", "1"],
    ["--timeout", "-1", "1"],
    ["--timeout", "nan", "1"],
    ["--timeout", "soon", "1"],
    ["--set", "digits", "1"],
    ["--set", "nothing=1", "1"],
    ["--set", "max_bits=1", "1"],
    ["--set", "grouping=maybe", "1"],
    ["1", "-f", "nowhere.calc"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_has_status_2_and_a_hint(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert "hint: calc-repl --help" in done.err


def test_wrong_usage_shows_no_control_character() -> None:
    done = run("--wrong\x1b[31m\x07")
    assert done.status == 2
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


# Files


def test_file_shows_what_it_prints_and_its_last_value(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text('# a program\nx = 2\ny = 3\nprint("sum:", x + y)\nf(a) = a x\n1 + 1\nf(y)\n')
    done = run("-f", str(file))
    assert (done.status, done.out, done.err) == (0, "sum: 5\n6\n", "")


def test_file_that_ends_in_a_definition_or_print_shows_no_value(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text('f(x) = x\nprint("done")\n')
    assert run("-f", str(file)).out == "done\n"
    file.write_text("1 + 1\nf(x) = x\n")
    assert run("-f", str(file)).out == ""


def test_file_is_given_its_arguments_as_texts(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text("args\n")
    assert run("-f", str(file)).out == "[]\n"
    assert run("-f", str(file), "a", "-2", "--json", "é").out == '["a", "-2", "--json", "é"]\n'


def test_error_in_a_file_is_shown_with_file_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text('print("before")\nx = 1\ny = (x +\n  2/0)\nprint("after")\n')
    done = run("-f", str(file))
    assert (done.status, done.out) == (1, "before\n")
    assert done.err == f"error: {file}:4:3: Cannot divide by zero.\n    2/0)\n    ^^^\n"


def test_error_in_the_syntax_of_a_file_runs_nothing_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text('print("before")\n1 +* 2\n')
    done = run("-f", str(file))
    assert (done.status, done.out) == (1, "")
    assert f"error: {file}:2:4: " in done.err


@pytest.mark.parametrize(
    ("data", "out"),
    [
        (b"\xef\xbb\xbf1 + 1\n", "2\n"),
        (b"x = 1\r\nx + 1\r\n", "2\n"),
        (b"1 +\\\r\n1", "2\n"),
        (b"", ""),
        (b"\n\n# nothing\n", ""),
        ("größe = 3\n2 größe".encode(), "6\n"),
        (b"f(x) = [\n  x,\n  2\n]\nf(1)", "[1, 2]\n"),
    ],
    ids=["byte order mark", "CRLF", "continued CRLF", "empty", "comments", "UTF-8", "several lines"],
)
def test_file_is_read_whatever_its_ends_of_lines(data: bytes, out: str, tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_bytes(data)
    done = run("-f", str(file))
    assert (done.status, done.out, done.err) == (0, out, "")


def test_missing_file_is_an_error() -> None:
    done = run("-f", "/nowhere/at_all.calc")
    assert (done.status, done.out) == (1, "")
    assert done.err == "error: cannot read /nowhere/at_all.calc: No such file or directory\n"


def test_directory_is_no_file(tmp_path: Path) -> None:
    done = run("-f", str(tmp_path))
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert str(tmp_path) in done.err


def test_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    done = run("-f", str(tmp_path / "pipe"))
    assert (done.status, done.out) == (1, "")
    assert "not a regular file" in done.err


def test_device_is_no_file() -> None:
    done = run("-f", "/dev/zero")
    assert (done.status, done.out) == (1, "")
    assert "not a regular file" in done.err


def test_unreadable_bytes_in_a_file_are_an_error_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_bytes(b"1\n2 \xff\xfe\n")
    done = run("-f", str(file))
    assert (done.status, done.out) == (1, "")
    assert done.err == f"error: {file}: The file is not UTF-8: line 2 has the byte 0xff.\n"


def test_binary_file_is_an_error_without_raw_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_bytes(b"\x7fELF\x02\x01\x01\x00\x1b[31m\n")
    done = run("-f", str(file))
    assert (done.status, done.out) == (1, "")
    assert not set("\x00\x1b\x7f") & set(done.err)


def test_too_large_file_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_bytes(b"#" * (8 * 2**20 + 1))
    done = run("-f", str(file))
    assert (done.status, done.out) == (1, "")
    assert "larger than 8,388,608 bytes" in done.err


def test_name_of_a_file_controls_no_terminal() -> None:
    done = run("-f", "/nowhere/\x1b[31m\u202e.calc")
    assert done.status == 1
    assert not set("\x1b\u202e") & set(done.err)


# Standard input


def test_every_line_of_standard_input_is_answered_in_one_session() -> None:
    done = run(given="x = 2\n\n# note\nx + 1\n")
    assert (done.status, done.out, done.err) == (0, "2\n3\n", "")


def test_last_line_of_standard_input_needs_no_end() -> None:
    assert run(given="1 + 1").out == "2\n"


def test_bad_line_of_standard_input_is_reported_and_the_session_goes_on() -> None:
    done = run(given="1\n1/0\n3\n")
    assert (done.status, done.out) == (1, "1\n3\n")
    assert done.err == "error: line 2: Cannot divide by zero.\n  1/0\n  ^^^\n"


def test_open_brackets_join_lines_of_standard_input() -> None:
    done = run(given="[1,\n2,\n3]\nf(x) = \\\n x\n1/0\n")
    assert done.out == "[1, 2, 3]\n"
    assert "line 6: " in done.err


def test_doc_text_joins_lines_of_standard_input() -> None:
    done = run(given='f(x) = """What it does,\nin two lines."""\nx + 1\nf(1)\n')
    assert (done.status, done.out, done.err) == (0, "2\n", "")


def test_line_that_is_never_finished_stands_alone() -> None:
    done = run(given="(1 +\n2\n3\n")
    assert (done.status, done.out) == (1, "2\n3\n")
    assert done.err.startswith("error: line 1: The ( is not closed.") or done.err.startswith("error: line 1: Something")


def test_comment_with_a_bracket_closes_nothing() -> None:
    done = run(given="(1 + # one :)\n2)\n")
    assert (done.status, done.out, done.err) == (0, "3\n", "")


@pytest.mark.parametrize("word", ["quit", "exit"])
def test_word_ends_the_session(word: str) -> None:
    done = run(given=f"1\n{word}\n2\n")
    assert (done.status, done.out, done.err) == (0, "1\n", "")


def test_empty_standard_input_answers_nothing() -> None:
    done = run()
    assert (done.status, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    ("given", "out"),
    [(b"\xef\xbb\xbf1 + 1\n", "2\n"), (b"1 + 1\r\n2 + 2\r\n", "2\n4\n"), ("2 größe = 1\n".encode(), "")],
    ids=["byte order mark", "CRLF", "UTF-8"],
)
def test_standard_input_is_read_whatever_its_ends_of_lines(given: bytes, out: str) -> None:
    assert run(given=given).out == out


def test_unreadable_bytes_in_standard_input_are_an_error_of_their_line() -> None:
    done = run(given=b"1\n2 + \xff\n3\n")
    assert (done.status, done.out) == (1, "1\n3\n")
    assert "line 2: The line is not UTF-8: byte 5 is 0xff." in done.err


def test_too_long_line_is_an_error_of_its_own() -> None:
    done = run("--set", "max_line=1000", given="1\n" + "1+" * 5000 + "1\n3\n")
    assert (done.status, done.out) == (1, "1\n3\n")
    assert "line 2: " in done.err
    assert "1,000" in done.err


@pytest.mark.parametrize(
    "line", ["1 \x1b[31m 2", '"\x1b[31m\x07"', "\x00", "x\u202ey", '"\u2028"', "\x9b31m", '"a" \x08', "# \x1b\n\x7f"]
)
def test_control_characters_of_the_input_never_reach_the_output(line: str) -> None:
    done = run(given=line + "\n")
    assert not set("\x00\x07\x08\x1b\x7f\x9b\u2028\u202e") & set(done.out + done.err)


def test_printed_control_characters_are_shown_as_escapes() -> None:
    done = run(r'print("a\x1b[31mb"); "c\x1bd"', "-t")
    assert done.out == "a\\x1b[31mb\nc\\x1bd\n"


def test_lone_surrogates_in_arguments_are_shown_as_escapes() -> None:
    done = run(b'"\xff"')
    assert "Internal" not in done.err
    assert "\udcff" not in done.out


def test_large_answer_is_written_in_full() -> None:
    done = run("3^100000 mod 10^20000")
    assert done.status == 0
    assert len(done.out) == 20_001


def test_file_that_lies_in_the_directory_does_not_pass_for_a_library(tmp_path: Path) -> None:
    for name in ("lark.py", "flint.py", "json.py", "fractions.py"):
        (tmp_path / name).write_text("raise SystemExit('run!')")
    done = run("1/3 + 1/6", "5000! mod 7", "--json", directory=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert "run!" not in done.out


def test_one_shot_writes_nothing_into_its_directory(tmp_path: Path) -> None:
    assert (
        run("1 + 1", directory=tmp_path, HOME=str(tmp_path / "home"), XDG_CACHE_HOME=str(tmp_path / "cache")).out
        == "2\n"
    )
    assert {path.name for path in tmp_path.iterdir()} <= {"home", "cache"}


def test_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("1 + 1", HOME=str(tmp_path / "file"), XDG_CACHE_HOME=str(tmp_path / "file"))
    assert (done.status, done.out, done.err) == (0, "2\n", "")
