"""The file that is run first, and how a session starts on a real terminal."""

from __future__ import annotations

import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal.recorded import Recorded

from calc_repl.terminal.config import Config, Setup
from calc_repl.terminal.session_file import run_init

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal.screen import Terminal

Start = Callable[..., Terminal]


def begun(path: Path, text: str) -> tuple[Recorded, list[str]]:
    """A session that has run a file first, and the messages of what failed in it."""
    path.write_text(text, encoding="utf-8")
    prompt = Recorded(Setup({"history": False}, Config(None), str(path)))
    return prompt, [error.message for error in run_init(prompt.session, str(path))]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a prompt, with files of configuration, and waits until it can be typed at."""
    running = []

    def start(*arguments: str, ready: str = ">", init: str = "", config: str = "", **options: object) -> Terminal:
        folder = tmp_path / "config" / "calc_repl"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in (("init.calc", init), ("config.toml", config)):
            if text:
                (folder / name).write_text(text, encoding="utf-8")
        terminal = Terminal(tmp_path, arguments=arguments, **options)  # type: ignore[arg-type]
        running.append(terminal)
        terminal.wait_until(lambda: terminal.rows()[-1] == ready, ready)
        return terminal

    yield start
    for terminal in running:
        terminal.__exit__()


# The first file


def test_what_it_defines_is_there_and_its_answers_are_not(tmp_path: Path) -> None:
    prompt, failed = begun(
        tmp_path / "init.calc", "tax = 19%\n# Twice a number.\ntwice(x) = 2x\n1 + 1\nfrom math import sin as s\n"
    )
    assert (failed, prompt.shown) == ([], "")
    assert prompt.type("twice(3)") == "= 6"
    assert "Twice a number." in prompt.type("help twice")
    assert prompt.type("_1") == "= 6"
    assert prompt.type(":undo") == "undone: _1"


def test_its_answers_are_not_ans(tmp_path: Path) -> None:
    prompt, _ = begun(tmp_path / "init.calc", "x = 3\n")
    assert prompt.type("ans").startswith("error: There is no answer yet.")


def test_it_can_neither_be_taken_back_nor_is_it_saved(tmp_path: Path) -> None:
    prompt, _ = begun(tmp_path / "init.calc", "x = 3\n")
    assert prompt.type(":undo") == "error: There is nothing to undo."
    assert prompt.type(f":save {tmp_path}/a") == "error: There is nothing to save yet."
    assert prompt.type("x") == "= 3"


def test_what_fails_is_told_and_the_rest_is_run(tmp_path: Path) -> None:
    prompt, failed = begun(tmp_path / "init.calc", "x = 3\ny = 1/0\nz = foo\nimport nowhere\nw = x + 1\n")
    assert failed == ["Cannot divide by zero.", "Unknown name foo.", "There is no module nowhere."]
    assert prompt.type("w") == "= 4"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"x = (", "The ( is not closed."), (b"x = 1 # \xff", "{0} is not UTF-8: it has the byte 0xff.")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "init.calc"
    path.write_bytes(data)
    prompt = Recorded(Setup({"history": False}, Config(None), str(path)))
    assert [error.message for error in run_init(prompt.session, str(path))] == [message.format(path)]
    assert prompt.type("1 + 1") == "= 2"


def test_a_session_begins_with_it(start: Start) -> None:
    terminal = start(init='tax = 19%\nprint("hello")\nx = 1/0\n7\n')
    path = Path("calc_repl") / "init.calc"
    rows = terminal.rows()
    assert rows[1] == "  hello"
    assert rows[2].startswith("  error: ")
    assert str(path) in "".join(rows[2:4])
    assert rows[-3:] == ["    x = 1/0", "        ^^^", ">"]
    terminal.line("100 + tax")
    terminal.wait_for("> 100 + tax", "  = 100.19", ">")


def test_it_can_be_left_out(start: Start) -> None:
    terminal = start("--no-init", init="tax = 19%\n")
    terminal.line("tax")
    terminal.wait_until(lambda: "  error: Unknown name tax." in terminal.rows(), "an error")


def test_ctrl_c_ends_it_and_the_session_goes_on(start: Start) -> None:
    terminal = start(
        ready="  running", init='x = 5\nf(n) = if n < 2 then n else f(n-1) + f(n-2)\nprint("running"); f(60)\ny = 6\n'
    )
    terminal.send("\x03")
    terminal.wait_for("  running", "  Interrupted.", ">")
    terminal.line("x")
    terminal.wait_for("> x", "  = 5", ">")


# How a session starts


def test_settings_come_from_the_file(start: Start) -> None:
    terminal = start(config="digits = 3\nbanner = false\n")
    assert terminal.rows() == [">"]
    terminal.line("1/7")
    terminal.wait_for("> 1/7", "  = 1/7  ≈ 0.143", ">")


def test_what_is_wrong_in_the_file_is_a_line_each(start: Start) -> None:
    terminal = start(config="digts = 3\nangle = 4\n")
    assert terminal.rows()[1:] == [
        "  warning: config.toml: There is no setting digts; did you mean digits?",
        "  warning: config.toml: angle is one of rad, deg, grad, turn.",
        ">",
    ]


def test_the_file_can_be_left_aside(start: Start) -> None:
    terminal = start("--no-config", config="digits = 3\n")
    terminal.line("1/7")
    terminal.wait_for("> 1/7", "  = 1/7  ≈ 0.142857142857", ">")


def test_quiet_is_no_banner(start: Start) -> None:
    assert start("--quiet").rows() == [">"]


def test_no_history_keeps_none(start: Start, tmp_path: Path) -> None:
    terminal = start("--no-history")
    terminal.line("2^10")
    terminal.wait_for("> 2^10", "  = 1024", ">")
    terminal.send("\x1b[A")
    terminal.wait_for("> 2^10", "  = 1024", "> 2^10", "  = 1024")
    assert not (tmp_path / "calc_repl").exists()


def test_plain_is_no_escape_sequence(start: Start) -> None:
    terminal = start("--plain")
    terminal.send("1/3\n")
    terminal.wait_for("> 1/3", "  = 1/3  ≈ 0.333333333333", ">")
    terminal.send(":hist\n")
    terminal.wait_for("> :hist", "  1/3", "  :hist", ">")
    terminal.send(":copy\n")
    terminal.wait_for("> :copy", "  error: This terminal has no clipboard that could be reached.", ">")
    terminal.send("\x04")
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.written


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--ascii",), {}), ((), {"LANG": "C"}), ((), {"PYTHONIOENCODING": "latin-1"}), (("--plain", "--ascii"), {})],
)
def test_ascii_where_it_is_wanted_or_all_there_is(
    start: Start, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    terminal = start(*arguments, **environment)
    terminal.line("pi")
    terminal.wait_for("> pi", "  = pi  ~= 3.14159265359", ">")
    assert terminal.written.isascii()


def test_the_last_answer_goes_to_the_clipboard_of_the_terminal(start: Start) -> None:
    terminal = start()
    terminal.line("2^10")
    terminal.line(":copy")
    terminal.wait_for("> :copy", "  copied 1024", ">")
    assert b"\x1b]52;c;" + b64encode(b"1024") + b"\x07" in terminal.written


def test_the_screen_is_cleared(start: Start) -> None:
    terminal = start()
    terminal.line("1 + 1")
    terminal.wait_for("> 1 + 1", "  = 2", ">")
    terminal.line(":clear")
    terminal.wait_until(lambda: terminal.rows() == [">"], "nothing but the prompt")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--set", "them=mono"), "error: There is no setting them."),
        (("--set", "theme=pink"), "error: theme is one of ansi, mono, none."),
        (("--color", "blue"), "error: --color is one of auto, always, never, not 'blue'"),
    ],
)
def test_wrong_options_are_refused(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    with Terminal(tmp_path, arguments=arguments) as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.rows()[0] == message
