"""What was entered before, kept in a file from session to session.

One JSON text a line, so an entry of several lines stays one. Nothing that may
be wrong with the file stops a session: it then remembers its own entries only.
"""

from __future__ import annotations

import json
import os
import stat
import sys

#: So many entries are remembered, and no more than so many bytes of the file are read.
MOST_ENTRIES, MOST_BYTES = 10_000, 2**20


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
    """The entries so far, oldest first, and the file that keeps them; without a path they are only remembered.

    `warning` is set once when the file cannot be used.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self.warning: str | None = None
        self.entries: list[str] = []
        try:
            self.entries = self._read()
        except FileNotFoundError:
            pass  # the first session
        except OSError as error:
            self._give_up(error)

    def remember(self, entry: str) -> bool:
        """Keep an entry; False when it is kept out: it repeats the last one or begins with a space."""
        if not entry.strip() or entry[0] == " " or self.entries[-1:] == [entry]:
            return False
        self.entries.append(entry)
        try:
            self._append(entry)
        except OSError as error:
            self._give_up(error)
        return True

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
        entries = [_entry(line) for line in lines[-MOST_ENTRIES - 1 :] if line]
        return [entry for entry in entries if entry is not None][-MOST_ENTRIES:]

    def _append(self, entry: str) -> None:
        if self._path is None:
            return
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self._path, flags, 0o600)
        try:
            _regular_size(descriptor)
            _lock(descriptor)
            os.write(descriptor, json.dumps(entry).encode("ascii") + b"\n")
        finally:
            os.close(descriptor)

    def _give_up(self, error: OSError) -> None:
        self.warning = f"The history is not kept: {self._path}: {error.strerror or error}"
        self._path = None


def _regular_size(descriptor: int) -> int:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a regular file")
    return status.st_size


def _entry(line: bytes) -> str | None:
    """The entry of a line, or None for a damaged one."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, str) else None


def _lock(descriptor: int) -> None:
    """Wait for the other sessions' turn to end, where files can be locked; closing the file unlocks it."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except (ImportError, OSError):
        pass  # one write at the end of the file keeps an entry whole nearly everywhere
