"""The looks, as tables: the 16 colours every terminal lets its user choose, and attributes.

Dim text is the attribute: bright black is the background of some palettes.
"""

from __future__ import annotations

from calc_repl.evaluation.suggestions import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

COLOURS = frozenset(
    f"{bright}{colour}"
    for bright in ("", "bright-")
    for colour in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
)
ATTRIBUTES = frozenset(("bold", "dim", "italic", "underline", "reverse"))

_ANSI = {
    "prompt": "bold green",
    "banner": "dim",
    # what is typed
    "number": "",
    "variable": "bold",
    "constant": "cyan",
    "function": "cyan",
    "unit": "cyan",
    "unknown": "",
    "keyword": "magenta",
    "operator": "dim",
    "text": "green",
    "comment": "dim italic",
    "command": "bold magenta",
    "unreadable": "underline red",
    "bracket": "bold",
    "suggestion": "dim",
    # what is answered
    "mark": "dim",
    "curve-1": "bold cyan",
    "curve-2": "bold yellow",
    "curve-3": "bold magenta",
    "curve-4": "bold green",
    "curve-5": "bold blue",
    "curve-6": "bold red",
    "answer": "bold",
    "note": "dim",
    "error": "bold red",
    "caret": "bold red",
    "hint": "yellow",
}
_MONO = {
    **{name: " ".join(word for word in style.split() if word in ATTRIBUTES) for name, style in _ANSI.items()},
    "keyword": "bold",
    "function": "",
    "text": "italic",
}

#: Theme -> class -> its style, as words out of COLOURS and ATTRIBUTES.
THEMES: dict[str, dict[str, str]] = {"ansi": _ANSI, "mono": _MONO, "none": dict.fromkeys(_ANSI, "")}


def style_of(theme: str, overrides: Mapping[str, str], colours: bool = True) -> dict[str, str]:
    """Class -> style as prompt_toolkit spells it, of a theme with some classes changed; see `checked_style`.

    Without `colours`, attributes only.
    """
    styles = {**THEMES[theme], **overrides}
    if not colours:
        styles = {name: " ".join(filter(ATTRIBUTES.__contains__, style.split())) for name, style in styles.items()}
    return {name: _spelled(style) for name, style in styles.items()}


def tells_curves_apart(looks: Mapping[str, str]) -> bool:
    """Whether the curves of a plot look different."""
    return looks["curve-1"] != looks["curve-2"]


def checked_style(name: str, style: object) -> str:
    """The style given for a class. Raises ValueError with a sentence for what is no such class or no style."""
    if name not in _ANSI:
        raise ValueError(f"There is nothing called {name} to give a style{did_you_mean(name, _ANSI)}")
    if not isinstance(style, str):
        raise ValueError(f'The style of {name} is a text, such as "bold cyan".')
    for word in style.split():
        if word.removeprefix("on-") not in COLOURS and word not in ATTRIBUTES:
            meant = did_you_mean(word, [*COLOURS, *ATTRIBUTES])
            raise ValueError(f"The style of {name} cannot be {word}{meant}")
    return style


def has_colours(wanted: str, environment: Mapping[str, str]) -> bool:
    """Whether colours are to be shown: `wanted` is auto, always or never; see no-color.org."""
    return wanted == "always" or (wanted == "auto" and not environment.get("NO_COLOR"))


def _spelled(style: str) -> str:
    words = []
    for word in style.split():
        ground, colour = ("bg:", word[3:]) if word.startswith("on-") else ("", word)
        words.append(f"{ground}{_spelled_colour(colour)}" if colour in COLOURS else word)
    return " ".join(words)


def _spelled_colour(colour: str) -> str:
    """The toolkit's name of a colour: the eighth is its gray, the bright eighth its white."""
    special = {"white": "ansigray", "bright-white": "ansiwhite", "bright-black": "ansibrightblack"}
    return special.get(colour) or f"ansi{colour.replace('-', '')}"
