"""The prompt as its user sees it: keys in, the screen out."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal.screen import Start, Terminal, starting

BANNER = re.compile(r"calc_repl \S+   help for help, Ctrl-D leaves")
FIBONACCI = "f(n) = if n < 2 then n else f(n-1) + f(n-2)"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a prompt and waits until it can be typed at."""
    yield from starting(tmp_path)


@pytest.fixture
def terminal(start: Start) -> Terminal:
    return start()


def test_banner_prompt_and_first_answer(terminal: Terminal) -> None:
    assert BANNER.fullmatch(terminal.rows()[0])
    terminal.line("1/3 + 1/4")
    terminal.wait_for("> 1/3 + 1/4", "  = 7/12  ≈ 0.583333333333", ">")
    assert len(terminal.rows()) == 4


def test_caret_stands_under_the_culprit(terminal: Terminal) -> None:
    terminal.line("1 + 2/0")
    terminal.wait_for(
        "> 1 + 2/0",
        "      ^^^",
        "  error: Cannot divide by zero.",
        ">",
    )
    assert terminal.style_of("error:") == ("red", True)


def test_caret_finds_its_column_behind_wide_characters(terminal: Terminal) -> None:
    terminal.line('"日本" + foo')
    terminal.wait_until(lambda: "error: Unknown name foo." in terminal.rows()[-2], "the error")
    assert terminal.rows()[-3] == "           ^^^"


def test_an_error_inside_a_function_shows_its_line(terminal: Terminal) -> None:
    terminal.line("g(x) = 1/x")
    terminal.line("g(0)")
    terminal.wait_for(
        "> g(x) = 1/x",
        "  g(x) = 1/x",
        "> g(0)",
        "  ^^^^",
        "  error: Cannot divide by zero.",
        "    in g(x) = 1/x",
        "              ^^^",
        ">",
    )


def test_unknown_name_comes_with_a_hint(terminal: Terminal) -> None:
    terminal.line("sqr(4)")
    terminal.wait_for("> sqr(4)", "  ^^^", "  error: Unknown name sqr.", "  hint: did you mean sqrt?", ">")


def test_risky_reading_is_told(terminal: Terminal) -> None:
    terminal.line("y = 6")
    terminal.line("1/2y")
    terminal.wait_for("> 1/2y", "  = 3", "  reads (1/2)·y", ">")


def test_print_is_indented_and_harmless(terminal: Terminal) -> None:
    terminal.line(r'print("a\u001b[31mb")')
    terminal.wait_for(r'> print("a\u001b[31mb")', r"  a\x1b[31mb", ">")


def test_enter_in_open_brackets_begins_a_line(terminal: Terminal) -> None:
    terminal.line("max(1,")
    terminal.wait_until(lambda: terminal.screen.cursor.x == 2 and "> max(1," in terminal.rows(), "the next line")
    terminal.line("2)")
    terminal.wait_for("> max(1,", "  2)", "  = 2", ">")


def test_error_in_several_lines_shows_the_line(terminal: Terminal) -> None:
    terminal.line("max(1,")
    terminal.line("foo)")
    terminal.wait_for("> max(1,", "  foo)", "  error: Unknown name foo.", "    foo)", "    ^^^", ">")


def test_alt_enter_begins_a_line(terminal: Terminal) -> None:
    terminal.send("x = 3\x1b\rx + 1")
    terminal.wait_for("> x = 3", "  x + 1")
    terminal.send("\r")
    terminal.wait_for("> x = 3", "  x + 1", "  = 3", "  = 4", ">")


def test_ctrl_c_clears_the_line_and_never_leaves(terminal: Terminal) -> None:
    terminal.send("1+2")
    terminal.wait_for("> 1+2", "  = 3")
    terminal.send("\x03")
    terminal.wait_for(">")
    terminal.send("\x03")
    terminal.wait_for(">", "  Ctrl-D leaves", ">")
    terminal.send("\x03\x03")
    terminal.line("6*7")
    terminal.wait_for(">", "  Ctrl-D leaves", "> 6*7", "  = 42", ">")


def test_ctrl_c_stops_a_calculation_and_keeps_the_names(terminal: Terminal) -> None:
    terminal.line(FIBONACCI)
    terminal.line("print(1); f(60)")
    terminal.wait_until(lambda: terminal.rows()[-1] == "  1", "the calculation at work")
    terminal.send("\x03")
    terminal.wait_for("> print(1); f(60)", "  1", "  Interrupted.", ">")
    terminal.line("f(20)")
    terminal.wait_for("> f(20)", "  = 6765", ">")


def test_signals_of_ctrl_c_between_entries_do_no_harm(start: Start) -> None:
    terminal = start(rows=60)
    for number in range(10):
        terminal.process.send_signal(signal.SIGINT)
        terminal.line(f"{number}+1")
        terminal.process.send_signal(signal.SIGINT)
    terminal.wait_until(lambda: "> 9+1" in terminal.rows() and terminal.rows()[-1] == ">", "the last answer")
    terminal.line("6*7")
    terminal.wait_for("> 6*7", "  = 42", ">")
    assert not any("  Ctrl-D leaves" in row for row in terminal.rows())


def test_keys_typed_ahead_do_not_appear_in_the_answer(terminal: Terminal) -> None:
    terminal.line(FIBONACCI)
    terminal.line("print(1); f(22)")
    terminal.wait_until(lambda: terminal.rows()[-1] == "  1", "the calculation at work")
    terminal.line("2^10")
    terminal.wait_for("> print(1); f(22)", "  1", "  = 17711", "> 2^10", "  = 1024", ">")


@pytest.mark.parametrize("keys", ["\x04", "quit\r", "exit\r", ":quit\r", ":exit\r", ":q\r"])
def test_ways_to_leave(terminal: Terminal, keys: str) -> None:
    terminal.send(keys)
    assert terminal.wait_for_end() == 0


def test_quit_can_be_a_variable(terminal: Terminal) -> None:
    terminal.line("quit = 5")
    terminal.line("quit")
    terminal.wait_for("> quit", "  = 5", ">")


@pytest.mark.parametrize("ending", [signal.SIGTERM, None])
def test_the_terminal_is_left_as_it_was(terminal: Terminal, ending: signal.Signals | None) -> None:
    assert terminal.modes() != terminal.modes_before
    if ending is None:
        terminal.send("\x04")
    else:
        terminal.process.send_signal(ending)
    assert terminal.wait_for_end() == (0 if ending is None else 128 + ending)
    assert terminal.modes() == terminal.modes_before
    assert b"Traceback" not in terminal.written


def test_operators_typed_first_go_on_with_the_answer(terminal: Terminal) -> None:
    terminal.line("6")
    terminal.line("* 7")
    terminal.wait_for("> 6", "  = 6", "> ans * 7", "  = 42", ">")
    terminal.line("-2")
    terminal.wait_for("> -2", "  = -2", ">")


def test_history_goes_from_session_to_session(start: Start, tmp_path: Path) -> None:
    first = start()
    first.line("2^10")
    first.line(" 3^3")
    first.wait_for(">  3^3", "  = 27", ">")
    first.send("\x04")
    first.wait_for_end()
    assert (tmp_path / "calc_repl" / "history").stat().st_mode & 0o777 == 0o600
    second = start()
    second.send("\x1b[A")
    second.wait_for("> 2^10", "  = 1024")


@pytest.mark.parametrize("obstacle", ["file", "directory", "pipe"])
def test_history_that_cannot_be_kept_warns_once(start: Start, tmp_path: Path, obstacle: str) -> None:
    if obstacle == "file":
        (tmp_path / "calc_repl").write_text("")
    else:
        (tmp_path / "calc_repl").mkdir()
        (os.mkfifo if obstacle == "pipe" else os.mkdir)(tmp_path / "calc_repl" / "history")
    terminal = start(columns=200)
    terminal.line("1+1")
    terminal.line("2+2")
    terminal.wait_for("> 2+2", "  = 4", ">")
    assert sum("The history is not kept" in row for row in terminal.rows()) == 1
    terminal.send("\x1b[A")
    terminal.wait_for("> 2+2", "  = 4")


def test_tab_shows_what_names_mean(terminal: Terminal) -> None:
    terminal.send("2 + floo")
    terminal.send("\t")
    terminal.wait_until(lambda: "> 2 + floor(" in terminal.rows(), "the name, completed")
    terminal.send("7/2) + ro\t")
    terminal.wait_until(lambda: any("round_even(" in row for row in terminal.rows()), "the menu")
    assert any(re.search(r"root\(.*\)\s+\w.*root", row) for row in terminal.rows())
    terminal.send("\x1b")
    terminal.wait_until(lambda: len(terminal.rows()) == 2, "no menu")


def test_enter_takes_the_choice_and_does_not_run(terminal: Terminal) -> None:
    terminal.line("value_a = 2; value_b = 3")
    terminal.send("val\t")
    terminal.wait_until(lambda: terminal.rows()[-1].strip().startswith("value_b"), "the menu")
    terminal.send("\t")
    terminal.wait_until(lambda: "> value_a" in terminal.rows(), "the first choice")
    terminal.send("\t\r")
    terminal.wait_for("> value_a = 2; value_b = 3", "  = 3", "> value_b", "  = 3")


def test_help_of_a_name(terminal: Terminal) -> None:
    terminal.line("floor?")
    terminal.wait_until(lambda: "  floor(number)" in terminal.rows() and terminal.rows()[-1] == ">", "the page")
    terminal.line("help floo")
    terminal.wait_until(lambda: any("did you mean floor" in row for row in terminal.rows()), "a hint")


def test_help_alone(start: Start) -> None:
    terminal = start(rows=200)
    terminal.line("help")
    terminal.wait_until(lambda: terminal.rows()[-1] == ">" and len(terminal.rows()) > 5, "the overview")
    assert not any("error" in row[:10] for row in terminal.rows())


def test_settings_are_shown_and_changed(start: Start) -> None:
    terminal = start(rows=60)
    terminal.line(":set digits 5")
    terminal.wait_until(lambda: terminal.rows()[-2].startswith("  digits = 5"), "digits = 5")
    terminal.line("1/7")
    terminal.wait_for("> 1/7", "  = 1/7  ≈ 0.14286", ">")
    terminal.line(":set digit 3")
    terminal.wait_for("  error: There is no setting digit.", "  hint: did you mean digits?", ">")
    terminal.line(":set digits 0")
    terminal.wait_for("  error: digits needs a number of at least 1 and at most 1,000,000.", ">")
    terminal.line(":se")
    terminal.wait_until(lambda: any(re.match(r"  grouping +=", row) for row in terminal.rows()), "the settings")
    assert any(re.match(r"  digits +=\s+5 ", row) for row in terminal.rows())


def test_settings_of_the_command_line_hold(start: Start) -> None:
    terminal = start(arguments=("--digits", "3"))
    terminal.line("1/7")
    terminal.wait_for("> 1/7", "  = 1/7  ≈ 0.143", ">")


def test_vars_lists_what_was_defined(terminal: Terminal) -> None:
    terminal.line(":vars")
    terminal.wait_for("> :vars", "  Nothing is defined yet.", ">")
    terminal.line("x = 1/3")
    terminal.line("g(x) = x^2")
    terminal.line(":v")
    terminal.wait_for("> :v", "  x = 1/3 ≈ 0.333333333333", "  g(x) = x^2", ">")


def test_unknown_command_comes_with_a_hint(terminal: Terminal) -> None:
    terminal.line(":vasr")
    terminal.wait_for("> :vasr", "  error: There is no command :vasr.", "  hint: did you mean :vars?", ">")


def test_pasted_lines_wait_for_enter(terminal: Terminal) -> None:
    terminal.paste("> x = 3\r\n> 2x + 1\r\n\r\n")
    terminal.wait_for("> x = 3", "  2x + 1")
    terminal.send("\r")
    terminal.wait_for("> x = 3", "  2x + 1", "  = 3", "  = 7", ">")


def test_too_long_paste_is_refused(terminal: Terminal) -> None:
    terminal.paste("1+" * 10_001)
    terminal.wait_for("  error: The pasted text has 20,002 characters; at most 20,000 are taken.", ">")


def test_no_control_character_reaches_the_screen(terminal: Terminal) -> None:
    terminal.paste("1\x1b]0;owned\x07 + \x9b31m2\u202e")
    terminal.send("\x11\x07\u202e\u200b\r")
    terminal.wait_until(lambda: any("error:" in row for row in terminal.rows()), "an error")
    for sequence in (b"\x1b]0;owned", b"\x07", b"\xc2\x9b", "\u202e".encode(), "\u200b".encode()):
        assert sequence not in terminal.written


def test_bytes_that_are_no_text_do_not_end_the_session(terminal: Terminal) -> None:
    terminal.send(b"1 + \xff\xfe\r")
    terminal.wait_until(lambda: any("error:" in row for row in terminal.rows()), "an error")
    terminal.line("6*7")
    terminal.wait_for("> 6*7", "  = 42", ">")


def test_narrow_terminal(start: Start) -> None:
    terminal = start(columns=40)
    terminal.line("1/0")
    terminal.wait_for("> 1/0", "  ^^^", "  error: Cannot divide by zero.", ">")
    terminal.line("1111111111 + 2222222222 + 3333333333 + foo")
    terminal.wait_until(lambda: "  error: Unknown name foo." in terminal.rows(), "the error")
    terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
    below = terminal.rows()[terminal.rows().index("  error: Unknown name foo.") + 1 :]
    assert "1111111111 + 2222222222" in below[0]


def test_colours_follow_the_tokens(terminal: Terminal) -> None:
    terminal.send("floor(1) + 2 # note")
    terminal.wait_for("> floor(1) + 2 # note", "  = 3")
    terminal.wait_until(lambda: terminal.style_of("floor")[0] == "cyan", "floor in cyan")


def test_a_name_changes_its_look_once_it_is_defined(terminal: Terminal) -> None:
    terminal.send("zed")
    terminal.wait_for("> zed")
    assert terminal.style_of("zed") == ("default", False)
    terminal.send("\x03")
    terminal.line("zed = 1")
    terminal.wait_for("> zed = 1", "  = 1", ">")
    terminal.send("zed + 0")
    terminal.wait_for("> zed + 0", "  = 1")
    terminal.wait_until(lambda: terminal.style_of("zed") == ("default", True), "zed in bold")


def test_no_color_is_respected(start: Start) -> None:
    terminal = start(NO_COLOR="1")
    terminal.line("floor(1/0)")
    terminal.wait_until(lambda: "  error: Cannot divide by zero." in terminal.rows(), "the error")
    assert not re.search(rb"\x1b\[[0-9;]*\b(3[0-7]|9[0-7]|38)\b[0-9;]*m", terminal.written)


def test_a_terminal_without_cursor_gets_plain_text(start: Start) -> None:
    terminal = start(TERM="dumb")
    terminal.send("(1 +\n")
    terminal.wait_until(lambda: (terminal.screen.cursor.y, terminal.screen.cursor.x) == (2, 2), "the next line")
    terminal.send("2)/4\n")
    terminal.wait_for("> (1 +", "  2)/4", "  = 3/4  = 0.75", ">")
    terminal.send("1 + foo\n")
    terminal.wait_for("> 1 + foo", "  error: Unknown name foo.", "    1 + foo", "        ^^^", ">")
    terminal.send("\x03")
    terminal.send("\n")  # a signal that comes just before the reading begins is seen at its end
    terminal.wait_until(lambda: "  Ctrl-D leaves" in terminal.rows(), "Ctrl-D leaves")
    terminal.wait_until(lambda: terminal.rows()[-1].endswith(">"), "the prompt")
    terminal.send("\x04")
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.written


def test_ctrl_c_stops_a_calculation_on_a_plain_terminal(start: Start) -> None:
    terminal = start(TERM="dumb")
    terminal.send(FIBONACCI + "\nprint(1); f(60)\n")
    terminal.wait_until(lambda: terminal.rows()[-1].endswith("  1"), "the calculation at work")
    terminal.send("\x03")
    terminal.wait_until(lambda: terminal.rows()[-2].endswith("  Interrupted."), "Interrupted.")
    terminal.send("6*7\n")
    terminal.wait_for("> 6*7", "  = 42", ">")
