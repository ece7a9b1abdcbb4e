"""Lines from standard input, and files: whatever they hold, they are read within limits."""

from __future__ import annotations

import os
import stat
import sys

from calc_repl.errors import CalcError, LimitError, SyntaxProblem
from calc_repl.syntax.completeness import is_unfinished, may_be_unfinished

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

#: A script file may be so large, and an unfinished input of a pipe so many lines long.
LARGEST_FILE, MOST_CONTINUED = 8 * 2**20, 1_000


class Line:
    """One input: its number, its text, and the reason why it cannot be read, if there is one."""

    __slots__ = ("error", "number", "text")

    def __init__(self, number: int, text: str, error: CalcError | None = None) -> None:
        self.number = number
        self.text = text
        self.error = error


def standard_input_lines(longest: int) -> Iterator[Line]:
    """The lines of standard input, each without its end. A line that is too long or not UTF-8 carries an error."""
    if sys.stdin is None:
        return
    stream = sys.stdin.buffer
    number = 0
    while True:
        data = stream.readline(longest * 4 + 2)
        if not data:
            return
        number += 1
        if not data.endswith(b"\n") and len(data) > longest * 4:
            _skip_line(stream)
            yield Line(number, "", LimitError(f"The line has more than {longest:,} characters."))
            continue
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        data = data.removesuffix(b"\n").removesuffix(b"\r")
        try:
            yield Line(number, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            shown = data.decode("utf-8", "backslashreplace")
            problem = SyntaxProblem(f"The line is not UTF-8: byte {error.start + 1} is {data[error.start]:#04x}.")
            yield Line(number, shown, problem)


def joined_inputs(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines with those that continue one joined to it.

    An input that is never finished stands for its first line alone, and the
    lines behind it are inputs of their own again.
    """
    waiting: list[Line] = []
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        if line.error is not None or not may_be_unfinished(line.text) or not is_unfinished(line.text):
            yield line
            continue
        joined = [line]
        text = line.text
        finished = False
        while len(joined) < MOST_CONTINUED:
            position = len(joined) - 1
            following = waiting[position] if position < len(waiting) else next(lines, None)
            if following is None or following.error is not None:
                if following is not None:
                    waiting.append(following)
                break
            if position >= len(waiting):
                waiting.append(following)
            joined.append(following)
            text += "\n" + following.text
            if not may_be_unfinished(text) or not is_unfinished(text):
                finished = True
                break
        if finished:
            del waiting[: len(joined) - 1]
            yield Line(line.number, text)
        else:
            yield line


def read_file(path: str) -> str:
    """The text of a script.

    Raises CalcError when it is no regular file, too large or not UTF-8, and
    OSError as `open` does.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SyntaxProblem("This is not a regular file.")
        if status.st_size > LARGEST_FILE:
            raise LimitError(f"The file is larger than {LARGEST_FILE:,} bytes.")
        data = file.read(LARGEST_FILE + 1)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SyntaxProblem(f"The file is not UTF-8: line {line} has the byte {data[error.start]:#04x}.") from None
    return text.replace("\r\n", "\n")


def _skip_line(stream: BinaryIO) -> None:
    while True:
        data = stream.readline(2**20)
        if not data or data.endswith(b"\n"):
            return
