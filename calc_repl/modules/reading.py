"""The text of a module's file, read within limits."""

from __future__ import annotations

import os
import stat

from calc_repl.errors import ModuleProblem, Place
from calc_repl.source import Source, Span

LARGEST = 2**20

Stamp = tuple[int, int, int]


def read_source(path: str, largest: int = LARGEST) -> tuple[Source, Stamp]:
    """A module's text, with LF at the end of each line, and the stamp by which a later version is told.

    Raises ModuleProblem for what cannot be read, is no regular file, is larger
    than `largest` bytes or is not UTF-8.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise ModuleProblem(f"{path} is not a regular file.")
            data = file.read(largest + 1)
    except OSError as error:
        raise ModuleProblem(f"Cannot read {path}: {error.strerror}.") from None
    if len(data) > largest:
        raise ModuleProblem(f"{path} is larger than {largest // 2**20} MiB.", hint="split it into several modules")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error.start) from None
    return Source(text.replace("\r\n", "\n"), path), _stamp(status)


def stamp(path: str) -> Stamp | None:
    """The stamp of a file as it is now, or None when it is gone."""
    try:
        return _stamp(os.stat(path))
    except OSError:
        return None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


def _not_utf8(path: str, data: bytes, position: int) -> ModuleProblem:
    problem = ModuleProblem(f"{path} is not UTF-8: it has the byte {data[position]:#04x}.", hint="save it as UTF-8")
    place = len(data[:position].decode("utf-8").replace("\r\n", "\n"))
    source = Source(data.decode("utf-8", "replace").replace("\r\n", "\n"), path)
    problem.places.append(Place(source, Span(place, place + 1), None))
    return problem
