"""The Markdown files of the help, read when somebody asks for them, as plain text."""

from __future__ import annotations

import os
import re
from functools import cache

_HELP = os.path.dirname(os.path.abspath(__file__))
_TOPICS = os.path.join(_HELP, "topics")

#: The topic whose sections explain the words and signs of the language, each named in its heading.
WORDS = "words"


def topic_names() -> list[str]:
    """The topics that are files."""
    return sorted(name.removesuffix(".md") for name in os.listdir(_TOPICS) if name.endswith(".md"))


def topic_text(name: str) -> str | None:
    """The text of a topic, or None when there is no such topic."""
    return plain(_read(os.path.join(_TOPICS, f"{name}.md"))) if name in topic_names() else None


def topic_sentence(name: str) -> str:
    """The sentence a topic begins with."""
    _, _, rest = (topic_text(name) or "").partition("\n\n")
    return " ".join(rest.split("\n\n")[0].split()).partition(". ")[0].removesuffix(".") + "."


def document(name: str) -> str:
    """The text of a file beside this one: `overview` or `changes`."""
    return plain(_read(os.path.join(_HELP, f"{name}.md")))


def word_sections() -> dict[str, str]:
    """Each word or sign of the language, and the text of the section that explains it."""
    _, *sections = re.split(r"^## ", _read(os.path.join(_TOPICS, f"{WORDS}.md")), flags=re.MULTILINE)
    explained = {}
    for section in sections:
        heading, _, body = section.partition("\n")
        text = plain(f"{heading.replace('`', '')}\n{body}")
        explained.update(dict.fromkeys(re.findall(r"`([^`]+)`", heading), text))
    return explained


def plain(markdown: str) -> str:
    """Markdown as plain text: headings underlined, transcripts without their fences."""
    lines = []
    for line in markdown.split("\n"):
        if line.startswith("```"):
            continue
        marks, space, heading = line.partition(" ")
        if space and marks in ("#", "##"):
            heading = heading.replace("`", "")
            lines += [heading, ("=" if marks == "#" else "-") * len(heading)]
        else:
            lines.append(line)
    return "\n".join(lines).strip("\n")


@cache
def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()
