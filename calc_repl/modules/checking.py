"""What there is to check in modules of the language: where they lie, and the docs in them."""

from __future__ import annotations

import os
import re
from bisect import bisect_right

from calc_repl.errors import ModuleProblem
from calc_repl.modules import builtin
from calc_repl.modules.finder import CALC, INITS, is_module_name
from calc_repl.syntax import nodes
from calc_repl.syntax.documentation import comment_text, is_comment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from calc_repl.source import Source

_QUOTES = '"""'
_WORD = re.compile(r"\S")


class Candidate:
    """A module to be checked: its file, its full name, and the folder that name counts from."""

    __slots__ = ("file", "folder", "name")

    def __init__(self, file: str, name: str, folder: str) -> None:
        self.file = file
        self.name = name
        self.folder = folder

    @property
    def is_by_path(self) -> bool:
        """Whether it can be imported by its path alone, as its name is that of a built-in module."""
        return self.name in builtin.NAMES

    @property
    def key(self) -> str:
        """Under what the registry keeps it."""
        return self.file if self.is_by_path else self.name

    @property
    def statement(self) -> str:
        """The statement that imports it."""
        if not self.is_by_path:
            return f"import {self.name}"
        path = "".join(f"\\{character}" if character in '\\"{}' else character for character in self.file)
        return f'import "{path}" as {self.name}'


class Documented:
    """A doc in a module: its text, the line of the file it begins in, and the definition it is about, if any."""

    __slots__ = ("definition", "line", "text")

    def __init__(self, text: str, line: int, definition: str | None) -> None:
        self.text = text
        self.line = line
        self.definition = definition


def candidates(path: str) -> list[Candidate]:
    """The module in a file, or all those in a folder and below. Raises ModuleProblem when there is none.

    The names of the files of a package begin with that of the outermost
    package; a folder without `__init__` is no package, but holds modules.
    """
    full = os.path.abspath(path)
    is_folder = os.path.isdir(full)
    if not is_folder and not os.path.exists(full):
        raise ModuleProblem(f"There is no file or folder {path}.")
    folder, parts = _outermost(full if is_folder else os.path.dirname(full))
    if is_folder:
        found = list(_below(full, folder, parts))
        if not found:
            raise ModuleProblem(f"{path} holds no module: no .calc file.")
        return found
    module = _candidate(full, folder, parts)
    if module is None:
        raise ModuleProblem(f"{path} is not a module: its name is not that of a .calc file that can be imported.")
    return [module]


def docs(source: Source, program: nodes.Program) -> list[Documented]:
    """Every doc in a module, in order: comment blocks and doc texts."""
    line_of = _line_counter(source.text)
    found = [*_comments(source.text, program, line_of), *_doc_texts(source.text, program, line_of)]
    return sorted(found, key=lambda doc: doc.line)


def _outermost(folder: str) -> tuple[str, list[str]]:
    """The folder around the outermost package a folder belongs to, and the names of the packages down to it."""
    parts: list[str] = []
    while any(os.path.isfile(os.path.join(folder, init)) for init in INITS):
        folder, name = os.path.split(folder)
        parts.insert(0, name)
    return folder, parts


def _below(here: str, folder: str, parts: list[str]) -> Iterator[Candidate]:
    try:
        entries = sorted(os.scandir(here), key=lambda entry: entry.name)
    except OSError as error:
        raise ModuleProblem(f"Cannot read {here}: {error.strerror}.") from None
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if is_module_name(entry.name):
                yield from _below(entry.path, folder, [*parts, entry.name])
            continue
        module = _candidate(entry.path, folder, parts)
        if module is not None:
            yield module


def _candidate(file: str, folder: str, parts: list[str]) -> Candidate | None:
    name, ending = os.path.splitext(os.path.basename(file))
    if ending != CALC:
        return None
    if name + ending in INITS:
        return Candidate(file, ".".join(parts), folder) if parts else None
    return Candidate(file, ".".join([*parts, name]), folder) if is_module_name(name) else None


def _comments(text: str, program: nodes.Program, line_of: Callable[[int], int]) -> Iterator[Documented]:
    """The comment blocks between the statements."""
    defined: dict[int, nodes.Node] = {}
    inside: set[int] = set()
    for each in program.statements:
        first, last = line_of(each.start), line_of(each.end)
        defined[first] = each
        inside.update(range(first + 1, last + 1))
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if is_comment(line) and number not in inside:
            block.append(line)
            continue
        said = comment_text(block)
        if said is not None:
            begin = next(index for index, each in enumerate(block) if comment_text([each]))
            below = defined.get(number)
            name = below.name if isinstance(below, (nodes.Definition, nodes.FunctionDefinition)) else None
            yield Documented(said, number - len(block) + begin, name)
        block = []


def _doc_texts(text: str, program: nodes.Program, line_of: Callable[[int], int]) -> Iterator[Documented]:
    """The texts in three quotes."""
    for each in program.statements:
        if isinstance(each, nodes.Documentation):
            yield Documented(each.text, line_of(_first_word(text, each.start)), None)
        elif isinstance(each, nodes.FunctionDefinition) and each.doc is not None:
            yield Documented(each.doc, line_of(_first_word(text, text.index(_QUOTES, each.name_end))), each.name)


def _first_word(text: str, quotes: int) -> int:
    """Where the first word behind three quotes begins."""
    found = _WORD.search(text, quotes + len(_QUOTES))
    return found.start() if found else quotes


def _line_counter(text: str) -> Callable[[int], int]:
    """What gives the line of an offset, counted from 1."""
    ends = [place for place, character in enumerate(text) if character == "\n"]
    return lambda offset: bisect_right(ends, offset - 1) + 1
