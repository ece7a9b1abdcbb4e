"""In tmux, as one terminal many people sit at: pasting, and the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from time import monotonic

import pytest

import calc_repl

if which("tmux") is None or sys.platform == "win32":
    pytest.skip("needs tmux", allow_module_level=True)

_PATIENCE = 15.0


class Tmux:
    """A prompt in a window of a tmux server of its own."""

    def __init__(self, root: Path) -> None:
        self.socket = str(root / "tmux")
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")}
        self.environment = {
            **kept,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": str(root),
            "XDG_STATE_HOME": str(root / "state"),
            "XDG_CONFIG_HOME": str(root / "config"),
            "PYTHONPATH": str(Path(calc_repl.__file__).parent.parent),
        }
        self.run("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", f"{sys.executable} -m calc_repl")
        self.run("set-option", "-s", "set-clipboard", "on")

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self.socket, "-u", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=30,
        )
        return done.stdout

    def rows(self) -> list[str]:
        return [row.rstrip() for row in self.run("capture-pane", "-p").rstrip("\n").split("\n") if row.strip()]

    def line(self, text: str) -> None:
        self.run("send-keys", "-l", text)
        self.run("send-keys", "Enter")

    def wait_until(self, reached: Callable[[], bool]) -> None:
        deadline = monotonic() + _PATIENCE
        while not reached():
            assert monotonic() < deadline, "\n".join(self.rows())


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    tmux = Tmux(tmp_path)
    try:
        tmux.wait_until(lambda: tmux.rows()[-1:] == [">"])
        yield tmux
    finally:
        subprocess.run(["tmux", "-S", tmux.socket, "kill-server"], capture_output=True, check=False, timeout=30)


def test_pasted_lines_wait_for_enter(tmux: Tmux, tmp_path: Path) -> None:
    pasted = tmp_path / "pasted"
    pasted.write_text("> x = 3\n> 2x \N{MINUS SIGN} 1\n", "utf-8")
    tmux.run("load-buffer", str(pasted))
    tmux.run("paste-buffer", "-p")
    tmux.wait_until(lambda: tmux.rows()[-2:] == ["> x = 3", "  2x - 1"])
    tmux.run("send-keys", "Enter")
    tmux.wait_until(lambda: tmux.rows()[-5:] == ["> x = 3", "  2x - 1", "  = 3", "  = 5", ">"])


def test_answer_is_copied_through_the_terminal(tmux: Tmux) -> None:
    tmux.line("2^100")
    tmux.wait_until(lambda: tmux.rows()[-1:] == [">"] and "  = 1267650600228229401496703205376" in tmux.rows())
    tmux.line(":copy")
    tmux.wait_until(lambda: "  copied 1267650600228229401496703205376" in tmux.rows())
    tmux.wait_until(lambda: "1267650600228229401496703205376" in tmux.run("list-buffers"))
    assert tmux.run("show-buffer") == "1267650600228229401496703205376"
