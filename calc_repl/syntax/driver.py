"""The LALR machine that runs on Lark's tables: it neither recurses nor looks back.

A number climbs a dozen levels of the expression grammar by rules that only
hand their one part on. Where such a climb ends depends on the state below,
the state above and the next terminal alone, so it is remembered.
"""

from __future__ import annotations

from calc_repl.syntax.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    #: Of a rule: the symbol it makes, the number of its parts, the name of its callback (None for a rule whose
    #: parts are spliced into its user's), whether a single part is handed on as it is, the places of spliced parts.
    Rule = tuple[str, int, str | None, bool, tuple[int, ...]]
    #: Of each state what it does at a symbol (a state to go to, or ~rule to reduce by); the rules; the first and last
    #: state.
    Tables = tuple[list[dict[str, int]], list[Rule], int, int]

END = "$END"


class UnexpectedToken(Exception):
    """The first token no sentence has at its place, and the terminals that could stand there."""

    def __init__(self, token: Token, expected: set[str]) -> None:
        super().__init__(token, expected)
        self.token = token
        self.expected = expected


class Driver:
    """A parser: the tables of a grammar, and a builder with a method for each of its rules."""

    def __init__(self, tables: Tables, builder: object) -> None:
        self._states, self._rules, self._first, self._last = tables
        self._build: list[Any] = [callback and getattr(builder, callback, None) for _, _, callback, _, _ in self._rules]
        self._climbs: dict[tuple[int, int, str], int] = {}

    def parse(self, tokens: list[Token]) -> Any:
        """What the builder makes of the whole. Raises UnexpectedToken."""
        table, rules, build, climbs = self._states, self._rules, self._build, self._climbs
        states = [self._first]
        values: list[Any] = []
        stream = iter(tokens)
        end = tokens[-1].end if tokens else 0
        while True:
            token = next(stream, None) or Token(END, "", end, end)
            terminal = token.type
            while True:
                state = states[-1]
                action = table[state].get(terminal)
                if action is None:
                    raise UnexpectedToken(token, {symbol for symbol in table[state] if symbol.isupper()})
                if action >= 0:
                    states.append(action)
                    values.append(token)
                    break
                symbol, size, _, passes_single, spliced = rules[~action]
                if size == 1 and passes_single and not spliced:
                    place = (states[-2], state, terminal)
                    summit = climbs.get(place)
                    if summit is None:
                        climbs[place] = summit = self._climb(*place)
                    states[-1] = summit
                    continue
                parts = values[-size:] if size else []
                if spliced:
                    parts = _splice(parts, spliced)
                value = parts
                if not (passes_single and len(parts) == 1):
                    method = build[~action]
                    if method is not None:
                        value = method(parts)
                else:
                    value = parts[0]
                if size:
                    del states[-size:], values[-size:]
                state = table[states[-1]][symbol]
                states.append(state)
                values.append(value)
                if state == self._last and terminal == END:
                    return value

    def _climb(self, below: int, state: int, terminal: str) -> int:
        """The state on top when every rule that only hands its one part on is reduced."""
        table, rules = self._states, self._rules
        while True:
            action = table[state].get(terminal)
            if action is None or action >= 0:
                return state
            symbol, size, _, passes_single, spliced = rules[~action]
            if size != 1 or not passes_single or spliced:
                return state
            state = table[below][symbol]


def _splice(parts: list[Any], places: tuple[int, ...]) -> list[Any]:
    """The parts with those at the places, lists themselves, put in item by item."""
    if places[0] == 0:  # a left-recursive list is prolonged, not copied
        spliced: list[Any] = parts[0]
        rest = 1
    else:
        spliced, rest = [], 0
    for place in range(rest, len(parts)):
        if place in places:
            spliced += parts[place]
        else:
            spliced.append(parts[place])
    return spliced
