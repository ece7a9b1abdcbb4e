"""What the keys do to the line, without a terminal: keys go in through a pipe, the entry comes out."""

from __future__ import annotations

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from calc_repl import Calculator
from calc_repl.terminal.config import set_up
from calc_repl.terminal.history import HistoryFile
from calc_repl.terminal.modes import Interrupts
from calc_repl.terminal.prompt import FullPrompt
from calc_repl.terminal.recall import Recall
from calc_repl.terminal.session import Session
from calc_repl.terminal.ways import Ways

UP, DOWN, LEFT, END = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[F"


def entered(keys: str, *entries: str, ways: Ways | None = None) -> list[str]:
    """What comes of the keys: the lines that are entered, until Ctrl-D is typed on an empty one."""
    history = HistoryFile(None)
    for entry in entries:
        history.remember(entry)
    session = Session(set_up({}, config=False, init=False), False, Interrupts())
    lines = []
    with create_pipe_input() as pipe:
        prompt = FullPrompt(session, ways, history, pipe, DummyOutput())
        pipe.send_text(keys + "\x04")
        while True:
            try:
                lines.append(prompt.ask())
            except EOFError:
                return lines
            except KeyboardInterrupt:
                lines.append("Ctrl-C")


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("1+2\r", "1+2"),
        ("sqrt(2\r", "sqrt(2)"),
        ("max(1, [2, 3\r", "max(1, [2, 3])"),
        ('"{1+2\r', '"{1+2}"'),
        (f"sqrt(2{LEFT}{LEFT}\r", "sqrt(2)"),  # wherever the cursor stands
        ("max(1,\r2)\r", "max(1,\n2)"),  # a separator goes on
        ("(1 +\r2\r", "(1 +\n2)"),
        ("f(\r1)\r", "f(\n1)"),
        ("(1 + * 2\r", "(1 + * 2"),  # wrong before its end
        ("1 + )\r", "1 + )"),
        ("(1 # one\r)\r", "(1 # one\n)"),
        ("a = 3\x1b\ra + 1\r", "a = 3\na + 1"),
        (":set digits (\r", ":set digits ("),
        ("1+\x03 2\r", " 2"),  # Ctrl-C clears
        (f"12{LEFT}\x043\r", "13"),  # Ctrl-D deletes
        ("*2\r", "ans *2"),
        ("/2\r", "ans /2"),
        ("^2\r", "ans ^2"),
        ("-2\r", "-2"),
        ("1*2\r", "1*2"),
        ("\x1b[200~1\u22122\r\n\x1b[201~\r", "1-2"),  # a paste does not run, and is cleaned
        ("\x1b[200~(1,\n2)\x1b[201~\r", "(1,\n2)"),
    ],
)
def test_enter(keys: str, line: str) -> None:
    assert entered(keys) == [line]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("floo\t7/2)\r", "floor(7/2)"),
        ("2floo\t7/2\r", "2floor(7/2)"),
        (f"floo(2{LEFT}{LEFT}\t\r", "floor(2)"),  # no second bracket
        ("\\pi\t/2\r", "π/2"),
        ("\\alp\t\r", "α"),
        ("\\eta\t\r", "η"),
        ("\\2\t\r", "²"),
        ('"\\n\t"\r', '"\\n"'),  # inside a text it is an escape
        ("nonsuch\t\r", "nonsuch"),
        (":set dig\t5\r", ":set digits5"),
        ("1 to hexad\t\r", "1 to hexadecimal"),
    ],
)
def test_tab(keys: str, line: str) -> None:
    assert entered(keys) == [line]


def test_enter_takes_the_choice_of_the_menu() -> None:
    assert entered("gcd(1, ro\t\t\r64, 3\r") == ["gcd(1, root(64, 3))"]


def test_escape_closes_the_menu_and_keeps_the_text() -> None:
    assert entered("ro\t\t\x1b[200~und\x1b[201~\r")[0].startswith("root(und")


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (f"{UP}\r", "b = 2"),
        (f"{UP}{UP}\r", "a + 1"),
        (f"a{UP}\r", "a + 1"),
        (f"a{UP}{UP}\r", "a = 1"),
        (f"a{UP}{UP}{UP}\r", "a = 1"),
        (f"a{UP}{UP}{DOWN}\r", "a + 1"),
        (f"a{UP}{UP}{DOWN}{DOWN}x\r", "ax"),
        (f"nothing like it{UP}\r", "nothing like it"),
        ("\x10\x10\r", "a + 1"),
        (f"{UP}0{UP}\r", "b = 20"),  # a changed entry is a new beginning
        ("\x12A =\r\r", "a = 1"),
        ("\x121\x12\r\r", "a = 1"),
        ("\x121\x12\x12\r\r", "a = 1"),
        ("mine\x121\x07\r", "mine"),
        ("mine\x12zzz\r\r", "mine"),
    ],
)
def test_history(keys: str, line: str) -> None:
    assert entered(keys, "a = 1", "a + 1", "b = 2") == [line]


def test_rows_of_an_entry_come_before_the_history() -> None:
    assert entered(f"max(1,\r2{UP}{END}0,\r", "earlier") == ["max(1,0,\n2)"]


def test_history_remembers_the_closed_line() -> None:
    assert entered(f"sqrt(2\r{UP}\r") == ["sqrt(2)", "sqrt(2)"]


def test_ctrl_c_on_an_empty_line_tells_once_how_to_leave() -> None:
    assert entered("\x03\x03\x031\r") == ["Ctrl-C", "1"]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("12+5\x1b0x\r", "2+5"),
        ("1\x1bi^2\r", "^21"),
        ("12\x1bkj\r", "12"),
        ("a\x1bk\r", "a = 1"),
        ("*2\r", "ans *2"),
    ],
)
def test_vi(keys: str, line: str) -> None:
    assert entered(keys, "a = 1", ways=Ways(is_vi=True)) == [line]


def test_bytes_that_are_no_keys_do_nothing() -> None:
    codes = [
        chr(code) for code in range(0x20) if code not in (0x03, 0x04, 0x0A, 0x0D, 0x11, 0x12, 0x13, 0x16, 0x1A, 0x1B)
    ]
    assert entered("".join(codes) + "\x15" + "1\r")[-1].endswith("1")


def test_a_key_that_fails_does_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    session = Session(set_up({}, config=False, init=False), False, Interrupts())
    with create_pipe_input() as pipe:
        prompt = FullPrompt(session, None, HistoryFile(None), pipe, DummyOutput())

        def fail(_recall: Recall, _line: str) -> str:
            pipe.send_text("2\r")
            raise ZeroDivisionError

        monkeypatch.setattr(Recall, "back", fail)
        pipe.send_text(f"1+{UP}")
        assert prompt.ask() == "1+2"
    assert capfd.readouterr() == ("", "")


def test_the_engine_is_not_loaded_for_a_prompt() -> None:
    session = Session(set_up({}, config=False, init=False), False, Interrupts())
    with create_pipe_input() as pipe:
        FullPrompt(session, None, HistoryFile(None), pipe, DummyOutput())
    assert session._calculator is None
    assert isinstance(session.calculator, Calculator)
