"""How the benchmarks measure: CPU time of calls, instructions, time and memory of programs."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import calc_repl

#: Run in a small process of its own, for a child's peak of memory counts what its parent had when it was started.
_MEASURED = """
import os, sys
pid = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, usage = os.wait4(pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status), file=sys.stderr)
"""


@contextmanager
def no_collection() -> Iterator[None]:
    """The garbage collector visits everything there is, so the time of a call would depend on what went before."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def cpu(*calls: Callable[[], object], rounds: int) -> list[float]:
    """The least CPU time of each call, in seconds; the calls take turns."""
    least = [float("inf")] * len(calls)
    with no_collection():
        for _ in range(rounds):
            for index, call in enumerate(calls):
                start = process_time()
                call()
                least[index] = min(least[index], process_time() - start)
    return least


@cache
def environment() -> dict[str, str]:
    """The environment of measured programs: nothing of Python's but the way to us, a cache to keep the parser in."""
    home = _home().name
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return clean | {
        "HOME": home,
        "XDG_CACHE_HOME": home,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(Path(calc_repl.__file__).parent.parent),
    }


@cache
def _home() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="benchmarks")


def python(*arguments: str) -> None:
    """Run Python once; what it prints is thrown away."""
    subprocess.run([sys.executable, *arguments], env=environment(), check=True, stdout=subprocess.DEVNULL)


def usage(*arguments: str, lines: str) -> tuple[float, int]:
    """CPU seconds and peak of memory in bytes of a Python that reads `lines`."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments],
        env=environment(),
        check=True,
        input=lines.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    seconds, peak, status = done.stderr.split()[-3:]
    assert int(status) == 0, done.stderr
    return float(seconds), int(peak) * (1 if sys.platform == "darwin" else 1024)


def has_valgrind() -> bool:
    return which("valgrind") is not None


def instructions(*arguments: str) -> float:
    """The instructions a Python executes, counted by valgrind; they repeat where times do not."""
    python(*arguments)  # compiles what has to be compiled
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *arguments],
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    (counted,) = re.findall(r"Collected : (\d+)", done.stderr)
    return float(counted)


def wall(*programs: tuple[str, ...], rounds: int) -> list[float]:
    """The least time each Python takes from start to end, in seconds; the programs take turns."""
    least = [float("inf")] * len(programs)
    for _ in range(rounds):
        for index, arguments in enumerate(programs):
            start = perf_counter()
            python(*arguments)
            least[index] = min(least[index], perf_counter() - start)
    return least
