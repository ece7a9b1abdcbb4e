"""Text for screens that know no more than ASCII."""

from __future__ import annotations

import re

from calc_repl.display.safe import safe_character
from calc_repl.syntax.tokens import NAME_SPELLINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments

#: How a sign is written instead: as it could be typed, where it is one of the language.
FORMS = {
    "≈": "~=",
    "…": "...",
    "±": "+/-",
    "·": "*",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "°": "deg",
    **{sign: name for sign, name in NAME_SPELLINGS.items() if name.isascii()},
    "μ": "u",
    "Ω": "ohm",
    "Å": "angstrom",
    "Δ": "delta_",
    "ħ": "hbar",
    "‰": "permille",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "→": "->",
    "⇒": "=>",
    "∧": "and",
    "∨": "or",
    "¬": "not",
    "⊻": "xor",
    **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", (f"^{digit}" for digit in range(10)), strict=True)),
    "⁻": "^-",
    **dict(zip("₀₁₂₃₄₅₆₇₈₉", map(str, range(10)), strict=True)),
    **dict.fromkeys("⎡⎣", "["),
    **dict.fromkeys("⎤⎦", "]"),
    **dict.fromkeys("⎢⎥", "|"),
    "\N{NO-BREAK SPACE}": " ",
    # of plots: what stands along the axes, points, and every cell with dots
    **dict(zip("─│┼┤┬└", "-|+|++", strict=True)),
    "•": "*",
    **{chr(code): "*" for code in range(0x2801, 0x2900)},
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
}

#: Raised digits belong together: `s⁻¹` is `s^-1`.
_RAISED = re.compile(r"(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
#: The degree that minutes stand behind: `45°30'15"`, whose signs would be feet and inches behind a word.
_ARC = re.compile(r"([0-9])°([0-9.]+)'(?:([0-9.]+(?:e-?[0-9]+)?)\")?")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

#: A text in quotes is what somebody wrote, so it keeps its characters, as escapes that read back.
_QUOTED = re.compile(r'("(?:[^"\\]|\\.)*")')


def ascii_character(character: str) -> str:
    """A character, its form in ASCII, or its escape."""
    return FORMS.get(character) or _escaped(character)


def ascii_text(text: str) -> str:
    """A text in ASCII; texts in quotes inside it have escapes for what is not."""
    if text.isascii():
        return text
    parts = _QUOTED.split(_ARC.sub(_in_words, text))
    parts[::2] = [_RAISED.sub(lambda found: found[0].translate(_LOWERED), part) for part in parts[::2]]
    return "".join("".join(map(_escaped if index % 2 else ascii_character, part)) for index, part in enumerate(parts))


def ascii_fragments(fragments: Fragments) -> Fragments:
    """Fragments in ASCII."""
    return [(style, ascii_text(text)) for style, text in fragments]


def _in_words(arc: re.Match[str]) -> str:
    seconds = f" {arc[3]} arcsec" if arc[3] else ""
    return f"{arc[1]} deg {arc[2]} arcmin{seconds}"


def _escaped(character: str) -> str:
    if character.isascii():
        return character
    code = ord(character)
    shown = safe_character(character)
    if shown.isascii():
        return shown
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
