"""What was entered before, kept in a file from session to session.

One JSON text a line, so an entry of several lines stays one, and each in one
write at the end of the file: what several sessions enter does not mix, and a
line that a crash cut short is one entry lost. Nothing that may be wrong with
the file stops a session: it then remembers its own entries only.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from _thread import allocate_lock
from time import sleep

#: So many entries are remembered, and no more than so many bytes of the file are read.
MOST_ENTRIES, MOST_BYTES = 100_000, 2**24
#: So often, a millisecond apart, a lock is tried for that another session has.
_TRIES = 50


def history_path() -> str | None:
    """The file of the user's history, or None when there is no place for it."""
    if sys.platform == "win32":
        state = os.environ.get("LOCALAPPDATA", "")
    else:
        state = os.environ.get("XDG_STATE_HOME", "")
        if not os.path.isabs(state):
            state = os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(state, "calc_repl", "history") if os.path.isabs(state) else None


class HistoryFile:
    """The entries so far, and the file that keeps them; without a path they are only remembered.

    The file is read when the entries are first asked for, in whichever thread.
    `warning` is set once when it cannot be used.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self.warning: str | None = None
        self._entries: list[str] | None = None
        self._reading = allocate_lock()

    @property
    def entries(self) -> list[str]:
        """The entries, oldest first."""
        if self._entries is None:
            with self._reading:
                if self._entries is None:
                    self._entries = self._loaded()
        return self._entries

    def remember(self, entry: str) -> bool:
        """Keep an entry; False when it is kept out: it repeats the last one or begins with a space."""
        entries = self.entries
        if not entry.strip() or entry[0] == " " or entries[-1:] == [entry]:
            return False
        entries.append(entry)
        try:
            self._append(entry)
        except OSError as error:
            self._give_up(error)
        return True

    def _loaded(self) -> list[str]:
        try:
            return self._read()
        except FileNotFoundError:
            pass  # the first session
        except OSError as error:
            self._give_up(error)
        return []

    def _read(self) -> list[str]:
        if self._path is None:
            return []
        # Opened without waiting: a pipe in its place must not hold the session up.
        descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with open(descriptor, "rb") as file:
            size = _regular_size(descriptor)
            file.seek(max(0, size - MOST_BYTES))
            lines = file.read(MOST_BYTES).split(b"\n")
        if size > MOST_BYTES:
            del lines[0]  # its beginning was not read
        return _entries([line for line in lines if line][-MOST_ENTRIES:])

    def _append(self, entry: str) -> None:
        if self._path is None:
            return
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self._path, flags, 0o600)
        try:
            _regular_size(descriptor)
            _lock(descriptor)
            data = json.dumps(entry).encode("ascii") + b"\n"
            if _is_cut_short(descriptor):
                data = b"\n" + data
            if os.write(descriptor, data) < len(data):
                raise OSError("the disk is full")
        finally:
            os.close(descriptor)

    def _give_up(self, error: OSError) -> None:
        self.warning = f"The history is not kept: {self._path}: {error.strerror or error}"
        self._path = None


def _regular_size(descriptor: int) -> int:
    """The size of a file, which is made its user's own. Raises OSError for what is no regular file."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a regular file")
    if hasattr(os, "fchmod") and status.st_mode & 0o077:
        os.fchmod(descriptor, 0o600)
    return status.st_size


def _is_cut_short(descriptor: int) -> bool:
    """Whether the last line of the file has no end."""
    size = os.fstat(descriptor).st_size
    return size > 0 and os.lseek(descriptor, size - 1, os.SEEK_SET) >= 0 and os.read(descriptor, 1) != b"\n"


def _entries(lines: list[bytes]) -> list[str]:
    """The entries of the lines, without damaged ones."""
    try:
        found = json.loads(b"[" + b",".join(lines) + b"]")  # far faster than line by line
    except (ValueError, RecursionError):
        found = []
    if len(found) != len(lines):
        found = map(_entry, lines)
    return [entry for entry in found if isinstance(entry, str)]


def _entry(line: bytes) -> object:
    """What a line says, or None for a damaged one."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _lock(descriptor: int) -> None:
    """Wait a moment for the other sessions' turn to end, where files can be locked; closing the file unlocks it."""
    try:
        import fcntl
    except ImportError:
        return
    for _ in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sleep(0.001)
        except OSError:
            return  # one write at the end of the file keeps an entry whole nearly everywhere
        else:
            return
