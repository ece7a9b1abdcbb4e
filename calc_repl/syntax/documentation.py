"""Docs in the text of a source: the comment blocks, and the indentation they share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def comment_above(text: str, start: int) -> str | None:
    """What the comment block says that stands directly above the line of an offset."""
    lines: list[str] = []
    end = text.rfind("\n", 0, start)
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        if not is_comment(text[begin:end]):
            break
        lines.append(text[begin:end])
        end = begin - 1
    return comment_text(reversed(lines))


def is_comment(line: str) -> bool:
    """Whether a line is nothing but a comment."""
    return line.lstrip().startswith("#")


def comment_text(lines: Iterable[str]) -> str | None:
    """What the lines of a comment say without their signs; how far a line is indented behind its sign is kept."""
    said = [line.strip().lstrip("#").removeprefix(" ").expandtabs() for line in lines]
    return "\n".join(said).strip("\n") or None


def unindented(doc: str) -> str:
    """A doc without the indentation its later lines share, and without empty lines at its ends."""
    first, *later = doc.expandtabs().split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in later if line.strip()), default=0)
    return "\n".join([first.strip(), *(line[indent:].rstrip() for line in later)]).strip("\n")
