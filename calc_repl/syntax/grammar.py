"""From `grammar/calc.lark` to the tables the parser runs on; the only place that imports Lark.

Building takes about a sixth of a second, so the tables are kept in a cache
(see `calc_repl.syntax.tables`) and Lark is loaded only to fill it.
"""

from __future__ import annotations

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from calc_repl.syntax.builder import NodeBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from calc_repl.syntax.driver import Tables


class TokenStream(Lexer):
    """What Lark takes for its lexer: it hands on the tokens our own tokenizer has made."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, _parser_state: object) -> Iterator[Any]:
        """The tokens given to `Lark.parse` in place of a text."""
        return iter(lexer_state.text)


def build_parser(grammar: str, strict: bool = False) -> Lark:
    """Lark's own parser of the grammar; `strict` refuses every conflict in it."""
    return Lark(
        grammar,
        parser="lalr",
        lexer=TokenStream,
        transformer=NodeBuilder,
        keep_all_tokens=True,
        maybe_placeholders=False,
        strict=strict,
    )


def build_tables(grammar: str) -> Tables:
    """The tables of the grammar as plain data, from Lark's analysis of it."""
    parser: Any = build_parser(grammar).parser.parser
    table = parser._parse_table
    numbers: dict[Any, int] = {}
    rules: list[tuple[str, int, str | None, bool, tuple[int, ...]]] = []
    states: list[dict[str, int]] = [{} for _ in table.states]
    for state, actions in table.states.items():
        for symbol, (action, argument) in actions.items():
            symbol = str(symbol)  # Lark's own kind of text cannot be marshalled
            if action is Shift:
                states[state][symbol] = argument
                continue
            if argument not in numbers:
                numbers[argument] = len(rules)
                rules.append(_rule(argument))
            states[state][symbol] = ~numbers[argument]
    return states, rules, table.start_states["start"], table.end_states["start"]


def _rule(rule: Any) -> tuple[str, int, str | None, bool, tuple[int, ...]]:
    """What the driver must know of a rule, following the conventions of Lark's tree builder."""
    origin = str(rule.origin.name)
    spliced = tuple(
        place for place, symbol in enumerate(rule.expansion) if not symbol.is_term and symbol.name.startswith("_")
    )
    callback = None if origin.startswith("_") else str(rule.alias or origin)
    passes_single = bool(rule.options.expand1) and not rule.alias
    return origin, len(rule.expansion), callback, passes_single, spliced
