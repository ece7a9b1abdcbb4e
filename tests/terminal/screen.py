"""A program on a pseudo-terminal of its own, and the screen it draws there."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pyte

import calc_repl

_PATIENCE = 10.0


class Screen(pyte.Screen):
    """A screen that answers what a program asks the terminal, such as where the cursor is."""

    answer: Callable[[str], object]

    def write_process_input(self, data: str) -> None:
        self.answer(data)


class Terminal:
    """The prompt in a terminal: keys go in with `send`, the screen is waited for with `wait_for`.

    `state` is the directory for the history, the configuration is in `config`
    below it; `program` is what Python runs. Nothing here waits for a time: a
    screen that never comes fails at the deadline, with what was seen instead.
    """

    def __init__(
        self,
        state: Path,
        columns: int = 80,
        rows: int = 24,
        arguments: tuple[str, ...] = (),
        folder: Path | None = None,
        program: tuple[str, ...] = ("-m", "calc_repl"),
        **environment: str,
    ) -> None:
        self.screen = Screen(columns, rows)
        self.screen.answer = self.send
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.controller, terminal = os.openpty()
        self._set_size(columns, rows)
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            cwd=folder,
            env={
                **kept,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                "PYTHONPATH": str(Path(calc_repl.__file__).parent.parent),
                "XDG_STATE_HOME": str(state),
                "XDG_CONFIG_HOME": str(state / "config"),
                **environment,
            },
            preexec_fn=lambda: os.login_tty(terminal),
        )
        os.close(terminal)
        self.modes_before = self.modes()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.controller)

    def send(self, keys: str | bytes) -> None:
        """Press keys."""
        os.write(self.controller, keys.encode() if isinstance(keys, str) else keys)

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does that marks what is pasted."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def line(self, text: str) -> None:
        """Type a text and Enter."""
        self.send(text + "\r")

    def clear_line(self) -> None:
        """Press Ctrl-C until the line is empty.

        One may belong to an Escape before it, one leave a search, and one that
        comes between two lines is dropped.
        """
        deadline = monotonic() + _PATIENCE
        while True:
            self.send("\x03")
            while self._read(0.5):
                pass
            if self.rows()[-1] == ">":
                return
            if monotonic() > deadline:
                raise AssertionError("the line is not cleared:\n" + "\n".join(self.rows()))

    def rows(self) -> list[str]:
        """The rows of the screen down to the last that is not empty, without blanks at their ends."""
        return "\n".join(row.rstrip() for row in self.screen.display).rstrip().split("\n")

    def wait_for(self, *rows: str) -> None:
        """Until these rows stand at the bottom of what is on the screen."""
        self.wait_until(lambda: self.rows()[-len(rows) :] == list(rows), "\n".join(rows))

    def wait_until(self, reached: Callable[[], bool], wanted: str) -> None:
        """Until something is so; fails with the screen when it does not come to be."""
        deadline = monotonic() + _PATIENCE
        while not reached():
            if monotonic() > deadline or not self._read(deadline - monotonic()):
                seen = "\n".join(self.rows())
                raise AssertionError(f"waited for:\n{wanted}\n\nthe screen:\n{seen}")

    def wait_for_end(self) -> int:
        """The exit status of the program."""
        deadline = monotonic() + _PATIENCE
        while self._read(deadline - monotonic()):
            pass
        return self.process.wait(_PATIENCE)

    def modes(self) -> list[object]:
        """The modes of the terminal: what is echoed, what Ctrl-C is."""
        return termios.tcgetattr(self.controller)[:4]

    def style_of(self, text: str) -> tuple[str, bool]:
        """Colour and boldness of a text on the screen, in the last row it stands in."""
        character = self.attributes_of(text)
        return character.fg, character.bold

    def attributes_of(self, text: str) -> pyte.screens.Char:
        """The first character of a text on the screen, in the last row it stands in."""
        row = max(row for row, line in enumerate(self.screen.display) if text in line)
        return self.screen.buffer[row][self.screen.display[row].index(text)]

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        self.process.send_signal(signal.SIGWINCH)

    def drain(self) -> None:
        """Take what is written so far; a program that nobody reads from would stop."""
        while self._read(0):
            pass

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.controller, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        if not select.select([self.controller], [], [], max(0.0, seconds))[0]:
            return False
        try:
            written = os.read(self.controller, 65_536)
        except OSError:  # the program has ended
            return False
        self.written += written
        self.stream.feed(written)
        return bool(written)


Start = Callable[..., Terminal]


def starting(home: Path, ready: Callable[[Terminal], None] | None = None) -> Iterator[Start]:
    """What starts prompts, by default in one home; they are ended with the generator.

    Each is given out once it can be typed at and `ready` has had its turn.
    """
    running: list[Terminal] = []

    def start(state: Path = home, **options: object) -> Terminal:
        terminal = Terminal(state, **options)  # type: ignore[arg-type]
        running.append(terminal)
        terminal.wait_until(lambda: terminal.rows()[-1] == ">", "the prompt")
        if ready is not None:
            ready(terminal)
        return terminal

    yield start
    for terminal in running:
        terminal.__exit__()
