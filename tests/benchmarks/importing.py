"""Modules: a cold import, the look for edits before a prompt, the names of a thousand modules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from calc_repl import Calculator
from calc_repl.terminal.completer import candidates
from tests.benchmarks.clocks import cpu, usage
from tests.benchmarks.figures import Figure

BODY = "".join(f"f{n}(x, y = {n}) = if x < {n} then sqrt(x^2 + y) else x y/{n}\n" for n in range(1, 21))
FILES = {"p/__init__.calc": "from .a import f1\nfrom . import b\n", "p/a.calc": BODY, "p/b.calc": BODY}
ROUNDS = 7


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "p").mkdir()
        for name, text in FILES.items():
            (root / name).write_text(text)
        imported = min(usage("-m", "calc_repl", "-f", _script(root, "import p\n"), lines="")[0] for _ in range(ROUNDS))
        typed = min(usage("-m", "calc_repl", "-f", _script(root, BODY + BODY), lines="")[0] for _ in range(ROUNDS))
        yield Figure("modules: a package of 3 files above its lines typed", (imported - typed) * 1000, "ms", at_most=15)
        for number in range(1_000):
            (root / f"m{number}.calc").write_text(f"x = {number}\n")
        calculator = Calculator(folder=folder)
        calculator.evaluate("import " + ", ".join(f"m{number}" for number in range(100)))
        (look,) = cpu(calculator.refresh, rounds=20)
        yield Figure("modules: looking for an edit, each module", look / 100 * 1e6, "µs", at_most=20)
        (listed,) = cpu(lambda: candidates("import m", calculator), rounds=10)
        yield Figure("modules: completing among 1,000", listed * 1000, "ms", at_most=50)


def _script(root: Path, text: str) -> str:
    path = root / "script.calc"
    path.write_text(text)
    return str(path)
