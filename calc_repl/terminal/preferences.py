"""What a user may set about the prompt itself; how to calculate is set in `calc_repl.settings`."""

from __future__ import annotations

from calc_repl import settings
from calc_repl.settings import Setting, Values

DECLARED: dict[str, Setting] = {
    "theme": Setting(
        "ansi",
        "The looks: ansi (16 colours), mono (bold, dim and underlined) or none.",
        choices=("ansi", "mono", "none"),
    ),
    "color": Setting("auto", "Colours: auto heeds NO_COLOR, always, never.", choices=("auto", "always", "never")),
    "edit_mode": Setting("emacs", "The keys that edit a line: emacs or vi.", choices=("emacs", "vi")),
    "menu": Setting("tab", "What opens the menu of names: tab, or auto for typing.", choices=("tab", "auto")),
    "preview": Setting(True, "Show the answer while a line is typed."),
    "suggestions": Setting(True, "Show dim behind the cursor how a line may go on."),
    "decimal": Setting(
        "point",
        "The decimal sign of what is typed and answered: point or comma; with a comma, ; separates elements.",
        choices=("point", "comma"),
    ),
    "ascii": Setting(False, "Write ASCII only, as is done anyway where the screen shows no more."),
    "plain": Setting(False, "No colours and no editing, as for screen readers."),
    "history": Setting(True, "Keep what is entered for later sessions."),
    "banner": Setting(True, "Greet with a line."),
}

#: What is settled when a session starts and cannot be changed in it.
AT_START = frozenset(("color", "plain", "history", "banner"))

#: Every setting there is.
ALL: dict[str, Setting] = {**settings.DECLARED, **DECLARED}


class Preferences(Values):
    """Values for the settings of the prompt."""

    __slots__ = tuple(DECLARED)
    declared = DECLARED

    theme: str
    color: str
    edit_mode: str
    menu: str
    preview: bool
    suggestions: bool
    decimal: str
    ascii: bool
    plain: bool
    history: bool
    banner: bool
