"""The looks of the prompt: the 16 colours and the attributes every terminal lets its user choose."""

from __future__ import annotations

from prompt_toolkit.styles import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

#: Class -> its style. Dim text is the attribute: bright black is the background of some palettes.
LOOKS: dict[str, str] = {
    "prompt": "bold ansigreen",
    "banner": "dim",
    # what is typed
    "number": "",
    "variable": "bold",
    "constant": "ansicyan",
    "function": "ansicyan",
    "unknown": "",
    "keyword": "ansimagenta",
    "operator": "dim",
    "bracket": "bold",
    "text": "ansigreen",
    "comment": "dim italic",
    "command": "bold ansimagenta",
    "unreadable": "underline ansired",
    "suggestion": "dim",
    # what is answered
    "mark": "dim",
    "answer": "bold",
    "note": "dim",
    "error": "bold ansired",
    "caret": "bold ansired",
    "hint": "ansiyellow",
}

_PLAIN = "noinherit bg:default fg:default"
_MENU = {
    "completion-menu": _PLAIN,
    "completion-menu.completion": _PLAIN,
    "completion-menu.completion.current": f"{_PLAIN} reverse",
    "completion-menu.meta.completion": f"{_PLAIN} dim",
    "completion-menu.meta.completion.current": f"{_PLAIN} reverse",
    "scrollbar.background": _PLAIN,
    "scrollbar.button": f"{_PLAIN} reverse",
}


def style(looks: Mapping[str, str]) -> Style:
    """The style sheet for looks such as LOOKS; classes they lack have no style."""
    return Style.from_dict({**_MENU, **looks})
