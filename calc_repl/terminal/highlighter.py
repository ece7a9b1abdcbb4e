"""The line in colours while it is typed, from the tokens the parser reads."""

from __future__ import annotations

import re

from calc_repl.operations import catalogue
from calc_repl.syntax.tokens import Token, tokenize
from calc_repl.values.kinds import is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments
    from calc_repl.evaluation.scope import Scope

#: Longer texts stay plain: colours must not slow the keys down.
LONGEST = 5_000

_COMMENT = re.compile(r"(#[^\n]*)")
_COMMAND = re.compile(r"\s*:\w*")
_STYLES = {
    **dict.fromkeys(("NUMBER", "DATE", "MEASURE", "SUPERSCRIPT"), "class:number"),
    **dict.fromkeys(("TEXT", "TEXT_HEAD", "TEXT_MIDDLE", "TEXT_TAIL", "OPEN_TEXT", "DOC"), "class:text"),
    "UNREADABLE": "class:unreadable",
}


def highlighted(text: str, scope: Scope) -> Fragments:
    """The text in fragments: joined, they are the text."""
    if len(text) > LONGEST:
        return [("", text)]
    command = _COMMAND.match(text)
    if command:
        return [("class:command", command[0]), ("", text[command.end() :])]
    fragments: Fragments = []
    position = 0
    for token in tokenize(text):
        fragments += _gap(text[position : token.start])
        fragments.append((_style(token, text, scope), text[token.start : token.end]))
        position = token.end
    return fragments + _gap(text[position:])


def style_of_name(name: str, scope: Scope) -> str:
    """The style of a name, by what it stands for in the scope."""
    if name in scope.names:
        return "class:function" if is_function(scope.names[name]) else "class:variable"
    if name in catalogue.CONSTANTS:
        return "class:constant"
    if catalogue.is_operation(name):
        return "class:function"
    if name in ("ans", "_") or (name[0] == "_" and name[1:].isdecimal()):
        return "class:variable"
    return "class:unknown"


def _style(token: Token, text: str, scope: Scope) -> str:
    if token.type == "NAME":
        return style_of_name(token.text, scope)
    if token.type in _STYLES:
        return _STYLES[token.type]
    return "class:keyword" if text[token.start].isalpha() else "class:operator"


def _gap(text: str) -> Fragments:
    """What stands between tokens: spaces and comments."""
    return [("class:comment" if part[0] == "#" else "", part) for part in _COMMENT.split(text) if part]
