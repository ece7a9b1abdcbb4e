"""The line in colours while it is typed, from the tokens the parser reads."""

from __future__ import annotations

import re

from calc_repl.evaluation.unit_forms import ALSO_UNITS
from calc_repl.evaluation.zone_targets import AREAS, SINGLE
from calc_repl.operations import catalogue
from calc_repl.syntax.tokens import FORMAT_WORDS, Token, tokenize
from calc_repl.values.kinds import is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc_repl.display.answers import Fragments

#: Longer texts stay plain: colours must not slow the keys down.
LONGEST = 5_000

#: What the name of a time zone behind `to` begins with.
ZONE_WORDS = AREAS | SINGLE
#: Behind these, a name that is a function's and a unit's is the unit's.
_BEFORE_UNITS = frozenset(("NUMBER", "NAME", "SLASH", "STAR", "TO"))
_COMMENT = re.compile(r"(#[^\n]*)")
_COMMAND = re.compile(r"\s*:\w*")
_STYLES = {
    **dict.fromkeys(("NUMBER", "DATE", "MEASURE", "SUPERSCRIPT"), "class:number"),
    **dict.fromkeys(("TEXT", "TEXT_HEAD", "TEXT_MIDDLE", "TEXT_TAIL", "OPEN_TEXT", "DOC"), "class:text"),
    "UNREADABLE": "class:unreadable",
}


def highlighted(text: str, names: Mapping[str, object]) -> Fragments:
    """The text in fragments: joined, they are the text. `names` are those that are defined."""
    if len(text) > LONGEST:
        return [("", text)]
    command = _COMMAND.match(text)
    if command:
        return [("class:command", command[0]), ("", text[command.end() :])]
    fragments: Fragments = []
    position = 0
    before = ""
    in_zone = False
    for token in tokenize(text):
        in_zone = _is_of_zone(token, before, in_zone, names)
        fragments += _gap(text[position : token.start])
        style = "class:keyword" if in_zone else _style(token, before, text, names)
        fragments.append((style, text[token.start : token.end]))
        position, before = token.end, token.type
    return fragments + _gap(text[position:])


def style_of_name(name: str, names: Mapping[str, object], before: str = "") -> str:
    """The style of a name, by what it stands for; `before` is the type of the token before it."""
    if name in names:
        return "class:function" if is_function(names[name]) else "class:variable"
    if name in catalogue.CONSTANTS:
        return "class:constant"
    if catalogue.is_operation(name) and not (name in ALSO_UNITS and before in _BEFORE_UNITS):
        return "class:function"
    if name in ("ans", "_") or (name[0] == "_" and name[1:].isdecimal()):
        return "class:variable"
    from calc_repl.units import constants, table

    if table.is_unit(name):
        return "class:unit"
    return "class:unknown" if constants.constant(name) is None else "class:constant"


def _style(token: Token, before: str, text: str, names: Mapping[str, object]) -> str:
    if token.type == "NAME":
        if before == "TO" and token.text in FORMAT_WORDS:
            return "class:keyword"
        return style_of_name(token.text, names, before)
    if token.type in _STYLES:
        return _STYLES[token.type]
    return "class:keyword" if text[token.start].isalpha() else "class:operator"


def _is_of_zone(token: Token, before: str, in_zone: bool, names: Mapping[str, object]) -> bool:
    """Whether a token belongs to the name of a time zone behind `to`; `in_zone` tells it of the token before it."""
    if token.type != "NAME":
        return in_zone and token.type == "SLASH" and before == "NAME"
    return in_zone if before == "SLASH" else before == "TO" and token.text in ZONE_WORDS and token.text not in names


def _gap(text: str) -> Fragments:
    """What stands between tokens: spaces and comments."""
    return [("class:comment" if part[0] == "#" else "", part) for part in _COMMENT.split(text) if part]
