"""Whether a line asks for help, and on what."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

_SIGN = r"[^\w\s\"#?]{1,3}"
_COMMAND = re.compile(r":help(?:[ \t]+(.*))?")
_WORD = re.compile(rf"help(?:[ \t]+({_SIGN}|[^=\n]*))?")  # `help = 3` defines a name
_MARK = re.compile(rf"\?|([^\W\d]\w*|{_SIGN})[ \t]*\?|\?[ \t]*([^\W\d]\w*)")


def requested(line: str, names: Container[str]) -> str | None:
    """The topic a line asks for help on, "" for the overview, None when the line is no such request.

    Where the session has a name `help`, only `:help` and `?` ask for help.
    """
    text = line.strip()
    found = _COMMAND.fullmatch(text) or _MARK.fullmatch(text)
    if found is None and "help" not in names:
        found = _WORD.fullmatch(text)
    if found is None:
        return None
    return next((group.strip() for group in found.groups() if group), "")
