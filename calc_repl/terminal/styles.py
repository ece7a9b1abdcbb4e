"""The looks of the prompt: the 16 colours and the attributes every terminal lets its user choose."""

from __future__ import annotations

from prompt_toolkit.styles import Style

_PLAIN = "noinherit bg:default fg:default"

STYLE = Style.from_dict(
    {
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
        "text": "ansigreen",
        "comment": "dim italic",
        "command": "bold ansimagenta",
        "unreadable": "underline ansired",
        # what is answered
        "mark": "dim",
        "answer": "bold",
        "note": "dim",
        "error": "bold ansired",
        "caret": "bold ansired",
        "hint": "ansiyellow",
        # the menu
        "completion-menu": _PLAIN,
        "completion-menu.completion": _PLAIN,
        "completion-menu.completion.current": f"{_PLAIN} reverse",
        "completion-menu.meta.completion": f"{_PLAIN} dim",
        "completion-menu.meta.completion.current": f"{_PLAIN} reverse",
        "scrollbar.background": _PLAIN,
        "scrollbar.button": f"{_PLAIN} reverse",
    }
)
