"""What a doc says: a sentence, a text, and examples that begin with `> `.

The docs of operations and those of users' functions have one form.
"""

from __future__ import annotations

from calc_repl.syntax.documentation import unindented


class Doc:
    """A doc in its parts; each is "" when the doc has none. `examples` stand as they were written."""

    __slots__ = ("examples", "sentence", "text")

    def __init__(self, doc: str | None) -> None:
        lines = unindented(doc or "").split("\n")
        first_example = next((index for index, line in enumerate(lines) if is_input(line)), len(lines))
        self.sentence = lines[0] if first_example else ""
        self.text = "\n".join(lines[1:first_example]).strip("\n")
        self.examples = "\n".join(lines[first_example:])


class Example:
    """An example: what is typed, the screen it leads to, and the index of its first line in the doc."""

    __slots__ = ("input", "line", "screen")

    def __init__(self, input: str, screen: str, line: int) -> None:
        self.input = input
        self.screen = screen
        self.line = line


def examples(doc: str | None) -> list[Example]:
    """The examples of a doc, in order."""
    found: list[tuple[int, list[str], list[str]]] = []
    expecting = False
    for index, line in enumerate(unindented(doc or "").split("\n")):
        if is_input(line):
            found.append((index, [line[2:]], []))
            expecting = True
        elif not expecting:
            continue
        elif not line:
            expecting = False
        elif line.startswith(". ") and not found[-1][2]:
            found[-1][1].append(line[2:])
        else:
            found[-1][2].append(line)
    return [Example("\n".join(typed), "\n".join(screen), index) for index, typed, screen in found]


def is_input(line: str) -> bool:
    """Whether a line of a doc is the input of an example."""
    return line.startswith("> ")
