"""Where text came from, and which part of it is meant.

Every token, node and error speaks of a half-open range of character offsets
in one `Source`; lines and columns are counted only when somebody asks.
"""

from __future__ import annotations


class Span(tuple[int, int]):
    """A half-open range of character offsets: `start` included, `end` not."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Span:
        return tuple.__new__(cls, (start, end))

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self[0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self[1]

    def __repr__(self) -> str:
        return f"Span({self[0]}, {self[1]})"


class Source:
    """A piece of input: its text, the file it was read from (or None), and the number of its first line."""

    __slots__ = ("first_line", "name", "text")

    def __init__(self, text: str, name: str | None = None, first_line: int = 1) -> None:
        self.text = text
        self.name = name
        self.first_line = first_line

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1 (the line from `first_line`)."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.first_line + self.text.count("\n", 0, offset), offset - line_start + 1

    def line_at(self, offset: int) -> tuple[str, int]:
        """The line an offset stands in, without its newline, and the offset where that line begins."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : len(self.text) if end < 0 else end], start
