"""Help with the call that is being typed: how the function is called, and what it does."""

from __future__ import annotations

from calc_repl.evaluation.calls import signature
from calc_repl.help.docstrings import Doc
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import Operation
from calc_repl.syntax.brackets import Brackets
from calc_repl.values.kinds import Function
from calc_repl.values.modules import MISSING, Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc_repl.syntax.tokens import Token


def call_around(tokens: list[Token], cursor: int) -> str | None:
    """The name of the innermost function in whose parentheses the cursor stands, dotted for a member of a module."""
    before = [token for token in tokens if token.end <= cursor]
    for opening in reversed(Brackets(before).opened):
        if opening.type == "CALL":
            return _name_before(before, before.index(opening))
    return None


def call_help(name: str, names: Mapping[str, object]) -> tuple[str, str] | None:
    """Signature and sentence of a function; None for what is no function. `names` are those that are defined."""
    first, *path = name.split(".")
    value = names[first] if first in names else catalogue.find(first)
    for member in path:
        value = value.find(member) if isinstance(value, Module) else MISSING
    if isinstance(value, Operation):
        return value.signature, value.summary
    if isinstance(value, Function):
        sentence = Doc(value.doc).sentence
        return signature(value), sentence or value.text
    return None


def _name_before(tokens: list[Token], index: int) -> str | None:
    parts: list[str] = []
    while index and tokens[index - 1].type == "NAME":
        parts.insert(0, tokens[index - 1].text)
        if index < 3 or tokens[index - 2].type != "DOT":
            break
        index -= 2
    return ".".join(parts) or None
