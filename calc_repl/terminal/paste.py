"""Pasted text, made fit for the line: it never runs by itself and carries nothing invisible."""

from __future__ import annotations

from calc_repl.display.safe import safe_character

#: Longer texts are refused; they belong into a file.
LONGEST = 20_000
_PROMPTS = ("> ", ">>> ")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("−–", "-"),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys("⋅∙", "*"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " "),
    }
)


def cleaned(pasted: str) -> str:
    """The text to insert: newlines as LF and none at the end, no control characters, no copied prompts.

    Outside of quotes, the signs that are printed for a minus, a slash, a dot and a space are the plain ones.
    """
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not (text.isascii() and text.isprintable()):
        text = "".join(character for character in text if character == "\n" or safe_character(character) == character)
    parts = text.rstrip("\n").split('"')
    text = '"'.join(part if index % 2 else part.translate(_PLAIN) for index, part in enumerate(parts))
    lines = text.split("\n")
    for prompt in _PROMPTS:
        if all(line.startswith(prompt) for line in lines if line):
            return "\n".join(line.removeprefix(prompt) for line in lines)
    return "\n".join(lines)
