"""Text to syntax tree.

The limits are checked on the tokens, before the parser starts. The parser
itself neither recurses nor looks back, so its time grows with the length of
the text alone.
"""

from __future__ import annotations

from calc_repl.errors import LimitError
from calc_repl.settings import Settings
from calc_repl.source import Source, Span
from calc_repl.syntax.builder import NodeBuilder
from calc_repl.syntax.driver import Driver, UnexpectedToken
from calc_repl.syntax.nodes import Program
from calc_repl.syntax.tokens import Token, tokenize

_OPENING = frozenset(("LPAR", "CALL", "LSQB", "INDEX", "TEXT_HEAD"))
_CLOSING = frozenset(("RPAR", "RSQB", "TEXT_TAIL"))

_driver: Driver | None = None


def parse(source: Source, limits: Settings) -> Program:
    """The syntax tree of a source.

    Raises SyntaxProblem where the text is no sentence of the language, and
    LimitError when it is longer or more deeply nested than the settings allow.
    """
    text = source.text
    if len(text) > limits.max_line:
        raise LimitError(
            f"The input has {len(text):,} characters; the limit is {limits.max_line:,}.",
            hint="shorten it, or raise the setting max_line",
            span=Span(limits.max_line, limits.max_line + 1),
        )
    tokens = tokenize(text, limits.max_tokens)
    _check_size(tokens, text, limits)
    return parse_tokens(tokens, text)


def parse_tokens(tokens: list[Token], text: str) -> Program:
    """The syntax tree of a text's tokens, whatever their number. Raises SyntaxProblem."""
    global _driver
    if _driver is None:
        from calc_repl.syntax.tables import load_tables

        _driver = Driver(load_tables(), NodeBuilder)
    try:
        return _driver.parse(tokens)  # type: ignore[no-any-return]
    except UnexpectedToken as unexpected:
        from calc_repl.syntax.problems import explain

        raise explain(tokens, unexpected.token, unexpected.expected, text) from None


def _check_size(tokens: list[Token], text: str, limits: Settings) -> None:
    if len(tokens) > limits.max_tokens:
        excess = tokens[limits.max_tokens]
        raise LimitError(
            f"The input has more than {limits.max_tokens:,} numbers, names and signs.",
            hint="split it, or raise the setting max_tokens",
            span=Span(excess.start, excess.end),
        )
    if text.count("(") + text.count("[") + text.count("{") <= limits.max_nesting:
        return
    depth = 0
    for token in tokens:
        if token.type in _OPENING:
            depth += 1
            if depth > limits.max_nesting:
                raise LimitError(
                    f"More than {limits.max_nesting:,} brackets are open here.",
                    hint="give a part of it a name, or raise the setting max_nesting",
                    span=Span(token.start, token.end),
                )
        elif token.type in _CLOSING:
            depth -= 1
