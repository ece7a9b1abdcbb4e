"""Which kind of thing fits where a line is being typed: a question about the text alone."""

from __future__ import annotations

import re

from calc_repl.evaluation.literals import SUFFIXES
from calc_repl.syntax.tokens import FORMAT_WORDS, tokenize

NOTHING, NAME, UNIT, MEMBER, FORMAT, SYMBOL = "nothing", "name", "unit", "member", "format", "symbol"
COMMAND, ARGUMENT, TOPIC, MODULE, TAKEN = "command", "argument", "topic", "module", "taken"


class Expected:
    """What kind of thing fits, and the beginning of it that is typed.

    `of` is what it belongs to: the module of a member, the package of a
    module, the command of an argument; "" where there is none.
    """

    __slots__ = ("kind", "of", "word")

    def __init__(self, kind: str, word: str = "", of: str = "") -> None:
        self.kind = kind
        self.word = word
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expected) and (self.kind, self.word, self.of) == (other.kind, other.word, other.of)

    def __hash__(self) -> int:
        return hash((self.kind, self.word, self.of))

    def __repr__(self) -> str:
        return f"Expected({self.kind!r}, {self.word!r}, {self.of!r})"


_COMMAND = re.compile(r"\s*:(\w*)$")
_ARGUMENT = re.compile(r"\s*:(\w+)[ ]+(.*)$", re.DOTALL)
_TOPIC = re.compile(r"\s*help[ ]+(\w*)$")
_TAKEN = re.compile(r"(?:.*;)?\s*from[ ]+([\w.]+)[ ]+import[ ]+(?:.*[, (])?(\w*)$")
_IMPORTED = re.compile(r"(?:.*;)?\s*(?:import|from|reload)[ ]+(?:.*,[ ]*)?((?:\w+\.)*)(\w*)$")
_SYMBOL = re.compile(r"\\(\w+)$")
_MEMBER = re.compile(r"(?<![\w.])((?:[^\W\d]\w*\.)+)((?:[^\W\d]\w*)?)$")
_WORD = re.compile(r"(?:[^\W\d]\w*)?$")


def expected(text: str) -> Expected:
    """What fits behind a text, which is the line up to the cursor."""
    if found := _COMMAND.match(text):
        return Expected(COMMAND, found[1])
    if found := _ARGUMENT.match(text):
        return Expected(ARGUMENT, found[2], found[1])
    if found := _TOPIC.match(text):
        return Expected(TOPIC, found[1])
    line = text.rpartition("\n")[2]
    if found := _TAKEN.match(line):
        return Expected(TAKEN, found[2], found[1])
    if found := _IMPORTED.match(line):
        return Expected(MODULE, found[2], found[1][:-1])
    return _in_expression(text)


def _in_expression(text: str) -> Expected:
    if found := _SYMBOL.search(text):
        return Expected(SYMBOL, found[1]) if _before(text, found.start()) is not None else Expected(NOTHING)
    if (found := _MEMBER.search(text)) and _before(text, found.start()) is not None:
        return Expected(MEMBER, found[2], found[1][:-1])
    found = _WORD.search(text)
    assert found is not None  # it matches the empty word
    before = _before(text, found.start())
    if before == "NUMBER" and found[0] in SUFFIXES:
        return Expected(UNIT, found[0])  # the k of 5k belongs to the number as long as nothing follows
    if before is None or (found[0] and tokenize(text)[-1].start != found.start()):
        return Expected(NOTHING)
    if before == "TO":
        return Expected(FORMAT, found[0])
    return Expected(UNIT if _stands_with_units(text[: found.start()]) else NAME, found[0])


def _stands_with_units(text: str) -> bool:
    """Whether a text ends in a number, or in units behind one or behind `to` and an operator between them."""
    tokens = tokenize(text)
    if tokens and tokens[-1].type == "PLUS":  # in a target, several units make a sum
        while tokens and tokens[-1].type in ("NAME", "PLUS") and tokens[-1].text not in FORMAT_WORDS:
            tokens.pop()
        return bool(tokens) and tokens[-1].type == "TO"
    if tokens and tokens[-1].type in ("STAR", "SLASH"):
        while tokens and tokens[-1].type in ("NAME", "STAR", "SLASH", "POWER", "SUPERSCRIPT"):
            is_operator = tokens.pop().type != "NAME"
            if not is_operator and tokens and tokens[-1].type in ("NUMBER", "TO"):
                return True
            if tokens and tokens[-1].type == "NUMBER" and len(tokens) > 1 and tokens[-2].type == "POWER":
                tokens.pop()
        return False
    return bool(tokens) and tokens[-1].type == "NUMBER"


def _before(text: str, start: int) -> str | None:
    """The type of the token before a name that stands at `start`, or None where none can stand: in a comment, a text
    or a number.
    """
    tokens = tokenize(text[:start] + "x")
    if not tokens or tokens[-1].type != "NAME" or tokens[-1].start != start:
        return None
    return tokens[-2].type if len(tokens) > 1 else ""
