"""Whole screens: keys go in, and every row is as a user sees it."""

from __future__ import annotations

import random
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal.screen import Start, Terminal, starting

FIBONACCI = "f(n) = if n < 2 then n else f(n-1) + f(n-2)"
UP, DOWN, LEFT = "\x1b[A", "\x1b[B", "\x1b[D"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a prompt and waits until what is typed is answered at once."""

    def answer_once(terminal: Terminal) -> None:
        terminal.send("6*7")
        terminal.wait_for("> 6*7", "  = 42")
        terminal.send("\x03")
        terminal.wait_for(">")

    yield from starting(tmp_path, answer_once)


@pytest.fixture
def terminal(start: Start) -> Terminal:
    return start()


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("1/3 + 1/4", ["> 1/3 + 1/4", "  = 7/12  ≈ 0.583333333333"]),
        ("sqrt(2", ["> sqrt(2", "  ) = sqrt(2)  ≈ 1.41421356237                                     sqrt(number)"]),
        ("1 + foo*2", ["> 1 + foo*2", "  Unknown name foo."]),
        ("1 + )", ["> 1 + )", "  This ) closes nothing."]),
        ("print(1)", ["> print(1)", "  … Enter computes"]),
        ("1000!", ["> 1000!", "  = 402387260077093773543702…000000000000000000000000   2,568 digits"]),
        ('"日本" + 1 + ', ['> "日本" + 1 +']),
        ("3 km + 500 m to mile", ["> 3 km + 500 m to mile", "  ≈ 2.17479917283 mile"]),
        ("3 km + 500 m to ", ["> 3 km + 500 m to"]),
        ("5 ft 11 in to c", ["> 5 ft 11 in to c"]),
        ("x = 1/7", ["> x = 1/7", "  = 1/7  ≈ 0.142857142857"]),
    ],
)
def test_row_below_the_line(terminal: Terminal, line: str, rows: list[str]) -> None:
    terminal.send(line)
    terminal.wait_for(*rows)
    assert len(terminal.rows()) == 1 + len(rows)


def test_answer_lands_where_the_live_answer_stood(terminal: Terminal) -> None:
    terminal.send("1/3 + 1/4")
    terminal.wait_for("> 1/3 + 1/4", "  = 7/12  ≈ 0.583333333333")
    before = terminal.rows()
    terminal.send("\r")
    terminal.wait_for("  = 7/12  ≈ 0.583333333333", ">")
    assert terminal.rows()[:-1] == before


def test_answer_lands_there_also_at_the_bottom_of_the_screen(start: Start) -> None:
    terminal = start(rows=6)
    for number in range(8):
        terminal.line(f"{number} + 1/2")
    terminal.send("1/3 + 1/4")
    terminal.wait_for("> 1/3 + 1/4", "  = 7/12  ≈ 0.583333333333")
    assert len(terminal.rows()) == 6
    terminal.send("\r")
    terminal.wait_for("> 1/3 + 1/4", "  = 7/12  ≈ 0.583333333333", ">")


def test_brackets_are_closed_in_the_line(terminal: Terminal) -> None:
    terminal.line("length([2, 3")
    terminal.wait_until(lambda: terminal.rows()[1] == "> length([2, 3])", "the closed line")
    terminal.send(UP)
    terminal.wait_until(lambda: terminal.rows()[-2].startswith("> length([2, 3])"), "the closed line again")


def test_a_stale_answer_does_not_stay(terminal: Terminal) -> None:
    terminal.send("1/3")
    terminal.wait_for("> 1/3", "  = 1/3  ≈ 0.333333333333")
    terminal.send(" +")
    terminal.wait_for("> 1/3 +")


def test_how_a_line_is_read(terminal: Terminal) -> None:
    terminal.line("y = 6")
    terminal.send("1/2y")
    terminal.wait_for("> 1/2y", "  = 3   reads (1/2)·y")
    terminal.send("\r")
    terminal.wait_for("> 1/2y", "  = 3", "  reads (1/2)·y", ">")


def test_matrix_stands_on_one_row_until_enter_and_then_on_several(terminal: Terminal) -> None:
    terminal.send("[1, 2; 3, 4]^-1")
    terminal.wait_for("> [1, 2; 3, 4]^-1", "  = [-2, 1; 3/2, -1/2]")
    terminal.send("\r")
    terminal.wait_for("> [1, 2; 3, 4]^-1", "  = ⎡ -2     1  ⎤", "    ⎣ 3/2  -1/2 ⎦", ">")
    terminal.line('zip(["a", "b"], [1, 10])')
    terminal.wait_for('  = "a"   1', '    "b"  10', ">")
    terminal.line(":full")
    terminal.wait_for('  = "a"   1', '    "b"  10', ">")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (22, ["  = ⎡ 1000000000  1 ⎤", "    ⎣          2  3 ⎦"]),
        (21, ["  = [1000000000, 1; 2", ", 3]"]),
    ],
)
def test_matrix_that_is_too_wide_stands_on_one_line(start: Start, columns: int, rows: list[str]) -> None:
    terminal = start(columns=columns)
    terminal.line("[10^9, 1; 2, 3]")
    terminal.wait_for(*rows, ">")


def test_nothing_happens_before_enter(terminal: Terminal) -> None:
    terminal.line("7")
    terminal.send("x = ans + 1; x")
    terminal.wait_for("> x = ans + 1; x", "  = 8")
    terminal.send("\x03")
    terminal.send("x + ans ")
    terminal.wait_for("> x + ans", "  Unknown name x.")
    terminal.send("\x15ans")
    terminal.wait_for("> ans", "  = 7")


def test_enter_does_not_wait_for_the_preview(terminal: Terminal) -> None:
    terminal.line(FIBONACCI)
    terminal.send("f(25) + 0*f(60)")
    terminal.wait_for("> f(25) + 0*f(60)", "  … Enter computes")
    terminal.send("\x15f(25)\r2+2\r")
    terminal.wait_for("> f(25)", "  = 75025", "> 2+2", "  = 4", ">")


def test_help_of_the_call(terminal: Terminal) -> None:
    terminal.paste("# Twice a number.\ntwice(x) = 2x")
    terminal.send("\r")
    terminal.send("twice(4")
    terminal.wait_for("> twice(4", "  ) = 8" + " " * 48 + "twice(x)  Twice a number")


def test_menu(terminal: Terminal) -> None:
    terminal.send("flo\t7.5) + ro\t")
    terminal.wait_until(lambda: len(terminal.rows()) == 11, "the menu")
    assert terminal.rows()[1] == "> floor(7.5) + ro"
    assert terminal.rows()[2] == ""
    names = [re.split(r"\W", row.strip())[0] for row in terminal.rows()[3:]]
    assert names == ["root", "round", "round_even", "row", "gross", "cross", "drop", "error"]
    terminal.send("\t")
    terminal.wait_until(lambda: terminal.rows()[1] == "> floor(7.5) + root(", "the first choice")
    terminal.send("\x1b")
    terminal.wait_until(lambda: terminal.rows()[1:] == ["> floor(7.5) + ro"], "no menu")


def test_menu_at_the_bottom_of_the_screen(start: Start) -> None:
    terminal = start(rows=12)
    for number in range(8):
        terminal.line(f"{number} + 1/2")
    terminal.wait_until(lambda: "> 7 + 1/2" in terminal.rows() and terminal.rows()[-1] == ">", "the last answer")
    terminal.send("ro\t")
    terminal.wait_until(lambda: any("round_even" in row for row in terminal.rows()), "the menu")
    terminal.send("\x1b\x15")
    terminal.wait_for(">")
    terminal.line("1+1")
    terminal.wait_for("> 1+1", "  = 2", ">")


def test_ghost(terminal: Terminal) -> None:
    terminal.send("2*sq")
    terminal.wait_for("> 2*sqrt(")
    assert terminal.screen.cursor.x == 6
    terminal.send("\x1b[C")
    terminal.send("4")
    terminal.wait_until(lambda: terminal.rows()[1] == "> 2*sqrt(4", "what was suggested, taken")
    terminal.send("\x03")
    terminal.line("1 + 2 + 3")
    terminal.send("1 +")
    terminal.wait_for("> 1 + 2 + 3", "  = 6", "> 1 + 2 + 3")
    terminal.send("\x05")
    terminal.wait_for("> 1 + 2 + 3", "  = 6", "> 1 + 2 + 3", "  = 6")


def test_search(terminal: Terminal) -> None:
    for line in ("alpha = 1", "beta = 2", "alpha + beta"):
        terminal.line(line)
    terminal.wait_for("> alpha + beta", "  = 3", ">")
    terminal.send("\x12ALPHA")
    terminal.wait_for("> alpha + beta", "search: ALPHA")
    terminal.send("\x12")
    terminal.wait_for("> alpha = 1", "search: ALPHA")
    terminal.send("zz")
    terminal.wait_for("> alpha = 1", "not found: ALPHAzz")
    terminal.send("\x03")
    terminal.wait_for("  = 3", ">")


def test_more_digits_and_the_other_form(terminal: Terminal) -> None:
    terminal.line("2/7")
    terminal.wait_for("> 2/7", "  = 2/7  ≈ 0.285714285714", ">")
    terminal.send("1 + 1\x1b.")
    terminal.wait_for("  = 2/7  ≈ 0.285714285714", "  = 2/7  ≈ 0.285714285714285714285714", "> 1 + 1", "  = 2")
    terminal.send("\x1b/")
    terminal.wait_for("  = 2/7", "> 1 + 1", "  = 2")
    terminal.send("\x1b/")
    terminal.wait_for("  ≈ 0.285714285714285714285714", "> 1 + 1", "  = 2")


def test_a_key_for_digits_without_an_answer(terminal: Terminal) -> None:
    terminal.send("\x1b.")
    terminal.wait_for("  error: There is no answer yet.", ">")
    terminal.line("5")
    terminal.send("\x1b.")
    terminal.wait_for("> 5", "  = 5", "  error: There are no more digits.", ">")


def test_symbol(terminal: Terminal) -> None:
    terminal.send("2\\pi\t")
    terminal.wait_for("> 2π", "  = 2*pi  ≈ 6.28318530718")


def test_paste_of_two_lines(terminal: Terminal) -> None:
    terminal.paste("x = 3\n2x + 1")
    terminal.wait_for("> x = 3", "  2x + 1")
    terminal.send("\r")
    terminal.wait_for("> x = 3", "  2x + 1", "  = 3", "  = 7", ">")


@pytest.mark.parametrize("text", ["(" * 1000, "1+" * 10_000, "é" * 5_000, '"' * 3_001, "[" * 20_000])
def test_large_pastes(start: Start, text: str) -> None:
    terminal = start(rows=50)
    terminal.paste(text)
    terminal.send("\x03")
    terminal.line("6*7")
    terminal.wait_for("> 6*7", "  = 42", ">")


def test_errors_are_underlined(terminal: Terminal) -> None:
    terminal.send("1 + foo * 2")
    terminal.wait_for("> 1 + foo * 2", "  Unknown name foo.")
    assert terminal.attributes_of("foo *").underscore
    assert terminal.attributes_of("foo *").fg == "red"
    assert not terminal.attributes_of("1 +").underscore


def test_pair_of_brackets_at_the_cursor(terminal: Terminal) -> None:
    terminal.send("floor(2)")
    terminal.wait_for("> floor(2)", "  = 2")
    assert [terminal.attributes_of(each).bold for each in ("(", ")", "2)")] == [True, True, False]
    terminal.send(LEFT * 4)
    terminal.wait_until(lambda: not terminal.attributes_of(")").bold, "no pair")


def test_vi_shows_its_mode_by_the_shape_of_the_cursor(start: Start) -> None:
    terminal = start(arguments=("--set", "edit_mode=vi"))
    assert b"\x1b[6 q" in terminal.written
    terminal.send("12+5\x1b0x")
    terminal.wait_for("> 2+5", "  = 7")
    assert b"\x1b[2 q" in terminal.written


def test_menu_opens_while_typing_where_it_is_asked_for(start: Start) -> None:
    terminal = start(arguments=("--set", "menu=auto", "--set", "suggestions=off"))
    terminal.send("roo")
    terminal.wait_until(lambda: terminal.rows()[-1].lstrip().startswith("root(number, degree)"), "the menu")


def test_looks_and_spelling_are_those_of_the_configuration(start: Start, tmp_path: Path) -> None:
    config = tmp_path / "config" / "calc_repl"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('ascii = true\n[styles]\nnote = "blue"\n')
    terminal = start()
    terminal.send("print(1)")
    terminal.wait_for("> print(1)", "  ... Enter computes")
    assert terminal.style_of("Enter") == ("blue", False)


@pytest.mark.parametrize("columns", [10, 20, 40, 80])
@pytest.mark.parametrize("colour", [True, False])
def test_any_width(start: Start, columns: int, colour: bool) -> None:
    terminal = start(columns=columns, rows=30, **({} if colour else {"NO_COLOR": "1"}))
    terminal.line("1/4")
    terminal.wait_for(*(["  = 1/4  =", " 0.25", ">"] if columns == 10 else ["> 1/4", "  = 1/4  = 0.25", ">"]))
    terminal.send("2^64 + 1")
    values = {10: "  = 18…17", 20: "  = 1844674…9551617", 40: "  = 18446744073709551617"}
    terminal.wait_until(lambda: terminal.rows()[-1] == values.get(columns, values[40]), "the answer, cut to the width")
    terminal.send("\x15sqrt(4")
    terminal.wait_until(lambda: terminal.rows()[-1].startswith("  ) = 2"), "the answer")
    terminal.send("\r")
    terminal.wait_for("> sqrt(4)", "  = 2", ">")
    colours = re.search(rb"\x1b\[[0-9;]*\b(3[0-7]|9[0-7])\b[0-9;]*m", terminal.written)
    assert bool(colours) is colour


def test_colours_are_the_16_of_the_terminal(terminal: Terminal) -> None:
    terminal.line("floor(1.5) + foo # note")
    terminal.send("sin(\t")
    terminal.line("\x15if 1 < 2 then pi else 2 to hex")
    terminal.wait_until(lambda: "> if 1 < 2 then pi else 2 to hex" in terminal.rows(), "the line")
    assert not re.search(rb"\x1b\[[0-9;]*\b[34]8;", terminal.written)
    assert not re.search(rb"\x1b\[(?:[0-9]+;)*(?:90|100)[;m]", terminal.written)  # bright black may be the background


def test_a_tiny_screen(start: Start) -> None:
    terminal = start(columns=20, rows=6)
    terminal.send("si\t")
    terminal.wait_until(lambda: any("sin" in row for row in terminal.rows()[1:]), "the menu")
    assert terminal.screen.display[0].startswith("> si") or "> si" in [row.strip() for row in terminal.screen.display]
    terminal.send("\x1b\x15")
    terminal.send("1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17+18+19+20+21+22+23+24+25+26+27+28+29+30+31+32")
    terminal.send("\r")
    terminal.wait_for("  = 528", ">")


def test_resize(terminal: Terminal) -> None:
    terminal.send("1/3 + 1/4 + 1/5 + 1/6 + 1/7")
    terminal.wait_until(lambda: terminal.rows()[-1] == "  = 153/140  ≈ 1.09285714286", "the answer")
    terminal.resize(20, 10)
    terminal.wait_until(lambda: terminal.rows()[-1] == "  = 153/140", "the answer in the smaller window")
    terminal.send("\r")
    terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
    terminal.resize(60, 20)
    terminal.line("6*7")
    terminal.wait_for("> 6*7", "  = 42", ">")


def test_ctrl_c_stops_what_takes_long(terminal: Terminal) -> None:
    terminal.line(FIBONACCI)
    terminal.line("print(1); f(60)")
    terminal.wait_until(lambda: terminal.rows()[-1] == "  1", "the calculation at work")
    terminal.send("\x03")
    terminal.wait_for("  Interrupted.", ">")
    terminal.send("f(10)")
    terminal.wait_for("> f(10)", "  = 55")


_KEYS = [
    *"0123456789+-*/^()[],.; x=\\",
    *("sqrt(", "pi", "f(", "foo", "to", " if ", '"', "{", "}", "ans", ":set", "1/0", "f(25)", "2^3^4^5"),
    *(
        "\r",
        "\t",
        "\x1b",
        "\x7f",
        "\x01",
        "\x05",
        "\x0b",
        "\x15",
        "\x17",
        "\x12",
        "\x10",
        "\x0e",
        "\x1b\r",
        "\x1b.",
        "\x1b/",
    ),
    *(UP, DOWN, LEFT, "\x1b[C", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1bf", "\x1bb", "\x1b[200~1\n2\x1b[201~"),
]


@pytest.mark.parametrize("seed", range(4))
def test_no_keys_break_the_prompt(start: Start, seed: int) -> None:
    """Random keys, and Ctrl-C as a key and as a signal between any two of them; then it still calculates."""
    terminal = start(rows=40)
    terminal.line(FIBONACCI)
    choose = random.Random(seed)
    for _ in range(250):
        chance = choose.random()
        if chance < 0.04:
            terminal.process.send_signal(signal.SIGINT)
        elif chance < 0.10:
            terminal.send("\x03")
        else:
            terminal.send(choose.choice(_KEYS))
        terminal.drain()
    terminal.clear_line()
    terminal.line("40+2")
    terminal.wait_until(lambda: terminal.rows()[-3:] == ["> 40+2", "  = 42", ">"], "42")
    assert b"Traceback" not in terminal.written
    assert b"Press ENTER" not in terminal.written
