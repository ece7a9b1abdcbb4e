"""A start loads, writes and changes as little as it can; the cache of the parser is trusted only where it is safe."""

from __future__ import annotations

import marshal
import os
import stat
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

import calc_repl
from calc_repl.syntax.tables import grammar_text

RUN = "import sys; from calc_repl.__main__ import main; sys.argv = ['calc_repl', '2+3']; main()"
NAMES = "; import sys; print('modules:', *sorted(sys.modules))"

#: What a one-shot answer loads from the standard library on top of what regular expressions load.
BESIDE_RE = {"__future__", "marshal", "math", "signal", "zlib"}

#: What would cost more time than the answer.
SLOW = {
    *("argparse", "asyncio", "dataclasses", "decimal", "flint", "fractions", "importlib.metadata", "inspect", "json"),
    *("datetime", "lark", "pickle", "prompt_toolkit", "typing", "zoneinfo"),
}

#: Parts a one-shot answer has no use for.
LEFT_ASLEEP = ("terminal", "help", "modules", "units", "display.records")

posix = pytest.mark.skipif(os.name != "posix", reason="needs modes of files")


class Place:
    """An empty home, with its own cache and working directory, in which Python is started."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root / "work"
        self.work.mkdir()
        self.cache = root / "cache" / "calc_repl"
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.environment |= {"HOME": str(root), "USERPROFILE": str(root), "TMPDIR": str(root)}
        self.environment |= {
            f"XDG_{name}_HOME": str(root / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")
        }
        self.environment |= {"PYTHONPATH": str(Path(calc_repl.__file__).parent.parent)}

    def python(self, code: str) -> str:
        """What a program prints; nothing may go wrong or appear on standard error."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=self.work,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def modules(self, code: str) -> set[str]:
        return set(self.python(code + NAMES).rpartition("modules:")[2].split())

    def answers(self) -> bool:
        return self.python(RUN) == "5\n"

    @property
    def cached(self) -> Path:
        (file,) = self.cache.iterdir()
        return file

    def poison(self) -> None:
        """Put well-formed tables in the cache, by which no sentence is right."""
        header, grammar, _ = self.cached.read_bytes().partition(grammar_text().encode())
        body = marshal.dumps(([{}], [], 0, 0))
        self.cached.write_bytes(header + grammar + zlib.crc32(body).to_bytes(4, "big") + body)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def warm(place: Place) -> Place:
    """A place whose cache holds the parser."""
    assert place.answers()
    return place


# What is loaded


def test_answer_loads_our_own_modules_only(warm: Place) -> None:
    with_re = warm.modules("import re")
    added = {name for name in warm.modules(RUN) - with_re if name.partition(".")[0] != "calc_repl"}
    assert added <= BESIDE_RE


def test_answer_leaves_other_parts_asleep(warm: Place) -> None:
    loaded = warm.modules(RUN)
    awake = {name for name in loaded for part in LEFT_ASLEEP if f"{name}.".startswith(f"calc_repl.{part}.")}
    assert not awake


def test_answer_never_loads_what_is_slow(warm: Place) -> None:
    assert not warm.modules(RUN) & SLOW


def test_dates_load_neither_those_of_python_nor_time_zones(warm: Place) -> None:
    run = RUN.replace("2+3", "2024-01-31T10:00Z + 1 month - 2024-01-01T10:00+02:00")
    assert not warm.modules(run) & SLOW


def test_importing_the_package_loads_no_module_of_it(place: Place) -> None:
    loaded = place.modules("import calc_repl") - place.modules("pass")
    assert loaded == {"calc_repl", "__future__"}


def test_a_calculator_without_a_line_needs_no_parser(place: Place) -> None:
    assert "lark" not in place.modules("from calc_repl import Calculator; Calculator()")


# What is written


def test_answer_writes_nothing_but_the_parser(place: Place) -> None:
    assert place.answers()
    written = [path for path in place.root.rglob("*") if not path.is_dir()]
    assert written == [place.cached]
    assert place.cached.name.startswith("parser-")


def test_second_answer_writes_nothing(warm: Place) -> None:
    before = warm.cached.stat().st_mtime_ns
    assert warm.answers()
    assert warm.cached.stat().st_mtime_ns == before


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_cache_is_for_its_owner_alone(place: Place, umask: int) -> None:
    assert place.python(f"import os; os.umask({umask}); {RUN}") == "5\n"
    assert stat.S_IMODE(place.cache.stat().st_mode) == 0o700


def test_answer_needs_no_cache(place: Place) -> None:
    (place.root / "cache").write_text("in the way")
    assert place.answers()


# What is read


def test_cached_parser_is_read(warm: Place) -> None:
    warm.poison()
    with pytest.raises(AssertionError, match="2 is not expected here"):
        warm.answers()


@posix
@pytest.mark.parametrize("mode", [0o701, 0o710, 0o720, 0o755, 0o777])
def test_cache_others_can_enter_is_not_read(warm: Place, mode: int) -> None:
    warm.poison()
    warm.cache.chmod(mode)
    assert warm.answers()


@posix
def test_cache_of_somebody_else_is_not_read(warm: Place) -> None:
    warm.poison()
    assert warm.python(f"import os; os.getuid = lambda: {os.getuid() + 1}; {RUN}") == "5\n"


def test_damaged_cache_is_rebuilt(warm: Place) -> None:
    sound = warm.cached.read_bytes()
    header = len(sound.partition(grammar_text().encode())[0] + grammar_text().encode())
    damaged = {
        "empty": b"",
        "cut in the header": sound[:20],
        "nothing behind the header": sound[:header],
        "cut in the parser": sound[: (header + len(sound)) // 2],
        "another grammar": sound.replace(b"-> quotient", b"-> division", 1),
        "another format": sound.replace(b"calc_repl ", b"calc_repl 1", 1),
        "another object": sound[:header] + b"0000" + marshal.dumps({"answer": 42}),
        "one bit": sound[:-20] + bytes([sound[-20] ^ 1]) + sound[-19:],
        "noise": os.urandom(1000),
    }
    for what, content in damaged.items():
        warm.cached.write_bytes(content)
        assert warm.answers(), what
        rebuilt = warm.cached.stat().st_mtime_ns
        assert warm.cached.stat().st_size > header, what
        assert warm.answers(), what
        assert warm.cached.stat().st_mtime_ns == rebuilt, what


# What is left as it was


def test_process_is_left_as_it_was(place: Place) -> None:
    code = """
import gc, locale, signal, sys, threading

def state():
    handlers = [signal.getsignal(number) for number in sorted(signal.valid_signals())]
    return (
        sys.get_int_max_str_digits(), sys.getrecursionlimit(), sys.getswitchinterval(), sys.path[:], sys.flags,
        sys.excepthook, sys.displayhook, sys.stdout, sys.stderr, sys.stdout.encoding, sys.gettrace(), sys.getprofile(),
        gc.isenabled(), gc.get_threshold(), locale.setlocale(locale.LC_ALL), threading.active_count(),
        threading.stack_size(), handlers,
    )

before = state()
import calc_repl
assert state() == before, "import"
calculator = calc_repl.Calculator()
assert state() == before, "start"
for line in ("2+3", "7^20000", "1" * 6000, "(" * 900 + "1" + ")" * 900, "f(n) = if n == 0 then 0 else 1 + f(n-1)",
             "f(20000)", "sum(map(k => k^2, 1..1000))", "1/0", "1 +", "unknown", "20000!", "1/7^3000"):
    try:
        calculator.evaluate(line).text
    except calc_repl.CalcError:
        pass
    assert state() == before, line
print("same")
"""
    assert place.python(code) == "same\n"
