"""Standard output and standard error of a script: they never raise for an encoding, and a closed pipe is quiet."""

from __future__ import annotations

import os
import sys

from calc_repl.display.safe import safe_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_ascii_only = False


def use_ascii() -> None:
    """From now on write ASCII only."""
    global _ascii_only
    _ascii_only = True


class OutputClosed(BaseException):
    """Nobody reads the output any more. Like OutputFailed it ends the program, and passes through the engine."""


class OutputFailed(BaseException):
    """The output cannot be written; the message says why."""


def write_line(text: str) -> None:
    """One line on standard output, at once. Raises OutputClosed or OutputFailed."""
    if sys.stdout is None:
        raise OutputFailed("standard output is closed")
    try:
        _write(sys.stdout, text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise OutputClosed from None
    except (OSError, ValueError) as error:
        raise OutputFailed(getattr(error, "strerror", None) or str(error)) from None


def write_error(text: str) -> None:
    """A text on standard error, if it is open."""
    if sys.stderr is None:
        return
    try:
        _write(sys.stderr, text)
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # there is nowhere left to say it


def discard_output() -> None:
    """Let what is still buffered go nowhere, so that the end of the program does not stumble over it."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        pass  # standard output is closed altogether


def terminal_columns() -> int:
    """How many columns the terminal has that standard output is; 0 where it is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return 0


def shown_character() -> Callable[[str], str]:
    """How a character of a line is shown on standard error, which may know no more than ASCII."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    if _ascii_only or not encoding.lower().startswith("utf"):
        from calc_repl.display.plainly import ascii_character

        return ascii_character
    return safe_character


def _write(stream: TextIO, text: str) -> None:
    try:
        if _ascii_only:
            text = _in_ascii(text)
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(_in_ascii(text))


def _in_ascii(text: str) -> str:
    from calc_repl.display.plainly import ascii_text

    return ascii_text(text)
