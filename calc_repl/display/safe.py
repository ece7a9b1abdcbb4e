"""Text on its way to a screen: nothing in it may act on the terminal."""

from __future__ import annotations

_DANGEROUS = frozenset(
    [
        *map(chr, range(0x20)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060",
        *"\u2066\u2067\u2068\u2069\ufeff",
    ]
)
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def safe(text: str, keep: str = "") -> str:
    """The text with control characters, direction marks and lone surrogates written as escapes.

    The characters in `keep` pass. The escapes are those of the language, so a
    text literal made with them reads back.
    """
    if text.isprintable() and text.isascii():
        return text
    return "".join(character if character in keep else safe_character(character) for character in text)


def safe_character(character: str) -> str:
    """A character, or its escape when it could act on a terminal."""
    if character not in _DANGEROUS and not "\ud800" <= character <= "\udfff":
        return character
    code = ord(character)
    return _NAMED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def quoted(text: str) -> str:
    """A text as a literal of the language, which reads back to the same text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("{", "\\{")
    for quote in "“”„":
        escaped = escaped.replace(quote, "\\" + quote)
    return f'"{safe(escaped)}"'


def columns_of(text: str) -> int:
    """The columns a text of printable characters takes on a screen."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)
