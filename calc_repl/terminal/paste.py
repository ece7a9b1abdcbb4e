"""Pasted text, made fit for the line: it never runs by itself and carries nothing invisible."""

from __future__ import annotations

from calc_repl.display.safe import safe_character

#: Longer texts are refused; they belong into a file.
LONGEST = 20_000
_PROMPT = "> "


def cleaned(pasted: str) -> str:
    """The text to insert: newlines as LF and none at the end, no control characters, no copied prompts."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not (text.isascii() and text.isprintable()):
        text = "".join(character for character in text if character == "\n" or safe_character(character) == character)
    lines = text.rstrip("\n").split("\n")
    if all(line.startswith(_PROMPT) for line in lines if line):
        lines = [line.removeprefix(_PROMPT) for line in lines]
    return "\n".join(lines)
