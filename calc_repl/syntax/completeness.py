"""Whether an input goes on: open brackets, an open doc text or a backslash at its end continue it."""

from __future__ import annotations

from calc_repl.syntax.tokens import tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.syntax.tokens import Token

_OPENED = {"LPAR": "RPAR", "CALL": "RPAR", "LSQB": "RSQB", "INDEX": "RSQB", "TEXT_HEAD": "TEXT_TAIL"}
_CLOSING = frozenset(_OPENED.values())


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
    return _awaits_closing(tokens) or (last.type == "DOC" and len(tokens) > 1 and tokens[-2].type == "ASSIGN")


def may_be_unfinished(text: str) -> bool:
    """A cheap test that is true for every unfinished text, and false for most others."""
    return (
        text.endswith("\\")
        or text.count("(") > text.count(")")
        or text.count("[") > text.count("]")
        or '"' in text
        or "#" in text
    )


def _awaits_closing(tokens: list[Token]) -> bool:
    """Whether brackets are open at the end; after a closer that closes nothing no further line can help."""
    awaited: list[str] = []
    for token in tokens:
        if token.type in _OPENED:
            awaited.append(_OPENED[token.type])
        elif token.type in _CLOSING and (not awaited or awaited.pop() != token.type):
            return False
    return bool(awaited)
