"""Whether an input goes on: open brackets, an open doc text or a backslash at its end continue it."""

from __future__ import annotations

from calc_repl.syntax.problems import open_brackets
from calc_repl.syntax.tokens import tokenize


def is_unfinished(text: str) -> bool:
    """Whether the next line belongs to this input."""
    if text.endswith("\\"):
        return True
    if "(" not in text and "[" not in text and '"' not in text:
        return False
    tokens = tokenize(text)
    if not tokens:
        return False
    last = tokens[-1]
    if last.type == "UNREADABLE" or last.type == "OPEN_TEXT":
        return text[last.start : last.start + 3] == '"""'
    return bool(open_brackets(tokens)) or (last.type == "DOC" and len(tokens) > 1 and tokens[-2].type == "ASSIGN")


def may_be_unfinished(text: str) -> bool:
    """A cheap test that is true for every unfinished text, and false for most others."""
    return (
        text.endswith("\\")
        or text.count("(") > text.count(")")
        or text.count("[") > text.count("]")
        or '"' in text
        or "#" in text
    )
