"""Numbers with a decimal comma: what is typed with one as the language has it, and answers as its user writes them.

A comma between two digits is a decimal comma; elements and arguments are
separated by semicolons, or by commas with a blank behind them, and the rows of
a matrix by two semicolons. Every sign is replaced by one other, so places in
the line stay what they are.
"""

from __future__ import annotations

import re

from calc_repl.display.plots import STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments

#: A text in quotes, a comment, a decimal comma, a bracket or semicolons.
_SIGN = re.compile(r'"(?:[^"\\\n]|\\.)*"?|#[^\n]*|(?<=[0-9]),(?=[0-9])|;;|[()\[\];]')
#: In an answer: a text in quotes, a decimal point, what separates elements and rows.
_WRITTEN = re.compile(r'"(?:[^"\\]|\\.)*"|(?<=[0-9])\.(?=[0-9])|[,;]')
#: Styles of what is answered: answers, the labels of a plot, and its legend.
_ANSWERS = ("class:answer", "class:mark", *(f"class:curve-{number}" for number in range(1, STYLES + 1)))


def read(typed: str) -> str:
    """What was typed with decimal commas, with points; of the same length."""
    depth = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal depth
        sign = found[0]
        if sign in ("(", "["):
            depth += 1
        elif sign in (")", "]"):
            depth = max(0, depth - 1)
        elif sign == ",":
            return "."
        elif sign == ";;" and depth:
            return "; "
        elif sign == ";" and depth:
            return ","
        return sign

    return _SIGN.sub(replaced, typed)


def written(fragments: Fragments, answers: tuple[str, ...] = _ANSWERS) -> Fragments:
    """Fragments with decimal commas, and semicolons between elements, in those with the style of an answer."""
    return [(style, _with_commas(text) if style in answers else text) for style, text in fragments]


def written_live(fragments: Fragments) -> Fragments:
    """The same for the row below the line, where an answer has no style."""
    return written(fragments, (*_ANSWERS, ""))


def _with_commas(text: str) -> str:
    return _WRITTEN.sub(lambda found: {".": ",", ",": ";", ";": ";;"}.get(found[0], found[0]), text)
