"""Docs are found in the text of a source: comment blocks above definitions, and their indentation."""

from __future__ import annotations

import pytest

from calc_repl import Calculator
from calc_repl.syntax.documentation import comment_above, comment_text, unindented


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["# One.", "# Two."], "One.\nTwo."),
        (["# > f(1)", "# error: x", "#   f(1)", "#   ^"], "> f(1)\nerror: x\n  f(1)\n  ^"),
        (["#", "## One.", "#", "#Two.", "#"], "One.\n\nTwo."),
        (["  # indented", "#\ttab"], "indented\n        tab"),
        (["#", "#"], None),
        ([], None),
    ],
)
def test_text_of_a_comment(lines: list[str], said: str | None) -> None:
    assert comment_text(lines) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# One.\n# Two.\nf(x) = x", "One.\nTwo."),
        ("# Far.\n\n# Near.\nf(x) = x", "Near."),
        ("# Far.\n\nf(x) = x", None),
        ("x = 1 # behind\nf(x) = x", None),
        ("f(x) = x", None),
        ("\n# One.\nf(x) = x", "One."),
    ],
)
def test_comment_above_a_definition(text: str, said: str | None) -> None:
    assert comment_above(text, text.index("f(x)")) == said


def test_unindented_takes_away_what_all_lines_but_the_first_share() -> None:
    assert unindented("One.\n\n    > f()\n      a\n    ") == "One.\n\n> f()\n  a"


@pytest.mark.parametrize(
    "definition", ["# F.\n# > f(1)\n#   1\nf(x) = x", 'f(x) = """F.\n    > f(1)\n      1\n    """ x']
)
def test_doc_of_a_function_keeps_its_indentation(calculator: Calculator, definition: str) -> None:
    calculator.evaluate(definition)
    assert calculator.scope.names["f"].doc == "F.\n> f(1)\n  1"
