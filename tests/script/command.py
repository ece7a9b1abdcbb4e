"""Runs `python -m calc_repl` as a program of its own, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import calc_repl

#: Where the package under test was imported from: a checkout, or an installed wheel.
IMPORTED_FROM = str(Path(calc_repl.__file__).parent.parent)
COMMAND = [sys.executable, "-m", "calc_repl"]


def environment(**more: str) -> dict[str, str]:
    """The environment of the tests without what would change how Python speaks or where it looks."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": IMPORTED_FROM, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error", **more}


class Outcome:
    """What a run left behind: its status, and what it wrote."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err

    def __repr__(self) -> str:
        return f"Outcome({self.status}, {self.out!r}, {self.err!r})"


def run(*arguments: str | bytes, given: bytes | str = b"", directory: Path | str = "/", **more: str) -> Outcome:
    """Run the calculator to its end with arguments, standard input and further variables."""
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [*COMMAND, *arguments], input=data, capture_output=True, cwd=directory, env=environment(**more), timeout=120
    )
    outcome = Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in outcome.err, outcome.err
    return outcome
