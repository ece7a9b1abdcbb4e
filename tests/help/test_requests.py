"""Which lines ask for help, and which only look like it."""

from __future__ import annotations

import pytest

from calc_repl.help.requests import requested


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("help", ""),
        ("  help  ", ""),
        ("?", ""),
        (":help", ""),
        ("help sqrt", "sqrt"),
        ("help   sqrt ", "sqrt"),
        (":help sqrt", "sqrt"),
        (":help as % of", "as % of"),
        ("sqrt?", "sqrt"),
        ("sqrt ?", "sqrt"),
        ("?sqrt", "sqrt"),
        ("? sqrt", "sqrt"),
        ("help as % of", "as % of"),
        ("help +", "+"),
        ("help =", "="),
        ("help ==", "=="),
        ("help |>", "|>"),
        ('help "', '"'),
        ("+?", "+"),
        ("|>?", "|>"),
        ("if?", "if"),
        (":help =", "="),
    ],
)
def test_line_asks_for_help(line: str, topic: str) -> None:
    assert requested(line, ()) == topic


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2 + 3",
        "help = 3",
        "help(x) = 2x",
        "help (x) = 2x",
        "helper",
        "help2",
        ":helpme",
        '"really?"',
        "1 + 2 # is that so?",
        "#?",
        "x > 1 ? 2",
        "a b?",
        "2?",
        "1 + 2?",
        "help\n1 + 2",
        "help sqrt\n1 + 2",
    ],
)
def test_line_asks_for_no_help(line: str) -> None:
    assert requested(line, ()) is None


def test_variable_called_help_hides_the_word_but_not_the_command() -> None:
    names = {"help": 3}
    assert requested("help", names) is None
    assert requested("help x", names) is None
    assert requested(":help", names) == ""
    assert requested(":help x", names) == "x"
    assert requested("?", names) == ""
    assert requested("help?", names) == "help"
