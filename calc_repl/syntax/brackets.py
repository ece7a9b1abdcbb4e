"""The brackets of a text that may still be typed: which belong together, which are open, which close nothing."""

from __future__ import annotations

from calc_repl.source import Span
from calc_repl.syntax.tokens import OPERAND_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.syntax.tokens import Token

_OPENING = {"LPAR": ("RPAR", ")"), "CALL": ("RPAR", ")"), "LSQB": ("RSQB", "]"), "INDEX": ("RSQB", "]")}
_HOLE = ("TEXT_TAIL", '}"')


class Brackets:
    """`partners` maps the place of each bracket to that of its partner, `opened` are the tokens that opened one
    still open, `stray` is the span of the first closing one without a partner, or None, `missing` what would close
    the open ones.
    """

    __slots__ = ("_awaited", "missing", "opened", "partners", "stray")

    def __init__(self, tokens: list[Token]) -> None:
        self.partners: dict[int, int] = {}
        self.opened: list[Token] = []
        self.stray: Span | None = None
        self._awaited: list[tuple[str, str, int]] = []  # type and text that close, and where the opening one stands
        for token in tokens:
            if token.type in _OPENING:
                self._open(token, *_OPENING[token.type], token.start)
            elif token.type == "TEXT_HEAD":
                self._open(token, *_HOLE, token.end - 1)
            elif token.type == "TEXT_MIDDLE":
                self._close(token, "TEXT_TAIL")
                self._open(token, *_HOLE, token.end - 1)
            elif token.type in ("RPAR", "RSQB", "TEXT_TAIL"):
                self._close(token, token.type)
        self.missing = "".join(text for _, text, _ in reversed(self._awaited))

    def _open(self, token: Token, closing: str, text: str, place: int) -> None:
        self.opened.append(token)
        self._awaited.append((closing, text, place))

    def _close(self, token: Token, closing: str) -> None:
        if self._awaited and self._awaited[-1][0] == closing:
            _, _, place = self._awaited.pop()
            self.opened.pop()
            self.partners[place] = token.start
            self.partners[token.start] = place
        elif self.stray is None:
            self.stray = Span(token.start, token.end)


def closers(text: str, tokens: list[Token], brackets: Brackets) -> str:
    """What closes a text's open brackets sensibly: nothing when none are open, or when their content goes on."""
    if not brackets.missing or brackets.stray is not None:
        return ""
    last = tokens[-1]
    if last.type not in OPERAND_ENDS or "#" in text[last.end :] or text.endswith("\\"):
        return ""
    return brackets.missing
