"""The style sheet of the prompt."""

from __future__ import annotations

from prompt_toolkit.styles import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """The style sheet for looks such as those of a theme; classes they lack have no style."""
    return Style.from_dict({**_MENU, **looks})
