"""Standard output and standard error of a script: they never raise for an encoding, and a closed pipe is quiet."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_PLAIN = str.maketrans({"≈": "~", "…": "...", "·": "*", "±": "+/-", "π": "pi", "≥": ">=", "≤": "<="})


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


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(text.translate(_PLAIN).encode("ascii", "backslashreplace").decode("ascii"))
