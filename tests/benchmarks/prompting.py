"""The prompt on a terminal, beside the shortest program that has one: to its first prompt, and from key to screen."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from tests.benchmarks.clocks import environment
from tests.benchmarks.figures import Figure

OURS = ("-m", "calc_repl")
BARE = ("-c", "from prompt_toolkit import PromptSession\nsession = PromptSession('> ')\nwhile True: session.prompt()")

_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])")
_LINE = "abcdefghijklmnopqrstuvwxyz"
_PATIENCE = 20.0
#: Seconds without output after which a program has drawn all it had to draw.
_QUIET = 0.05


class Driven:
    """A Python program on a terminal that answers where its cursor is."""

    def __init__(self, program: tuple[str, ...]) -> None:
        self.controller, terminal = os.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, *program],
            env={**environment(), "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            preexec_fn=lambda: os.login_tty(terminal),
        )
        os.close(terminal)
        self.prompted = self.until(">") - self.started

    def __enter__(self) -> Driven:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.controller)

    def seconds(self, keys: str, wanted: str) -> float:
        """The time from keys to what they lead to on the screen; then all is drawn."""
        start = perf_counter()
        os.write(self.controller, keys.encode())
        end = self.until(wanted)
        self.settle()
        return end - start

    def send(self, keys: str) -> None:
        """Keys, and all they lead to."""
        os.write(self.controller, keys.encode())
        self.settle()

    def until(self, wanted: str) -> float:
        """When what a pattern matches is written, whatever sequences stand in it."""
        written = b""
        while not re.search(wanted.encode(), _SEQUENCE.sub(b"", written), re.DOTALL):
            if not self._wait(_PATIENCE):
                raise AssertionError(f"waited for {wanted!r}: {written!r}")
            written += self._read()
        return perf_counter()

    def settle(self, seconds: float = _QUIET) -> None:
        while self._wait(seconds):
            self._read()

    def _wait(self, seconds: float) -> bool:
        return bool(select.select([self.controller], [], [], seconds)[0])

    def _read(self) -> bytes:
        written = os.read(self.controller, 65_536)
        if b"\x1b[6n" in written:
            os.write(self.controller, b"\x1b[1;1R")
        return written


def figures() -> Iterator[Figure]:
    ours, bare = _first_prompts(OURS, BARE, rounds=9)
    yield Figure("prompt: start to first prompt / bare PromptSession", ours / bare, "x", at_most=1.4)
    yield Figure("prompt: start to first prompt", ours * 1000, "ms")
    with Driven(OURS) as driven, Driven(BARE) as plain:
        driven.settle(1.0)  # what the first prompt does not need is loaded behind it
        keys = _key_times(driven, plain, rounds=6)
        yield Figure("prompt: key to screen, p50 / bare PromptSession", keys[0] / keys[1], "x", at_most=1.3)
        yield Figure("prompt: key to screen, p50", keys[0] * 1000, "ms")
        driven.send("f(n) = if n < 2 then n else f(n-1) + f(n-2)\r")
        busy = _key_times(driven, rounds=3, before="f(90) + ")[0]
        yield Figure("prompt: key to screen while a long line is tried out, p50", busy * 1000, "ms")
        answers = [_answer_time(driven, number) for number in range(3, 43)]
        yield Figure("prompt: key to live answer, p50", median(answers) * 1000, "ms", at_most=30)
        yield Figure("prompt: key to live answer, p95", sorted(answers)[37] * 1000, "ms")
        entries = [_entry_time(driven, f"1/{number}", "≈") for number in (3, 7, 9, 11, 13) * 8]
        yield Figure("prompt: Enter to next prompt, p50", median(entries) * 1000, "ms", at_most=50)
        yield Figure(
            "prompt: Enter to next prompt, bare PromptSession, p50",
            median(_entry_time(plain, "1/7", "") for _ in range(20)) * 1000,
            "ms",
        )


def _first_prompts(*programs: tuple[str, ...], rounds: int) -> list[float]:
    """The least time of each program to its first prompt; the programs take turns."""
    least = [float("inf")] * len(programs)
    for _ in range(rounds):
        for index, program in enumerate(programs):
            with Driven(program) as driven:
                least[index] = min(least[index], driven.prompted)
    return least


def _key_times(*driven: Driven, rounds: int, before: str = "") -> list[float]:
    """The median time of each program from a key to its character; the programs take turns."""
    times: list[list[float]] = [[] for _ in driven]
    for _ in range(rounds):
        for index, program in enumerate(driven):
            program.send(before)
            times[index] += [program.seconds(key, key) for key in _LINE]
            program.send("\x15")
    return [median(each) for each in times]


def _answer_time(driven: Driven, number: int) -> float:
    """From the last key of a line to its answer, where none stood before."""
    driven.send(f"{number}/7 + 1/")
    taken = driven.seconds("9", "≈")
    driven.send("\x15")
    return taken


def _entry_time(driven: Driven, line: str, answer: str) -> float:
    """From Enter to the prompt below the answer."""
    driven.send(line)
    return driven.seconds("\r", rf"{answer}.*\n.*>")
