"""From the shell's prompt to the answer."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.clocks import has_valgrind, instructions, python, wall
from tests.benchmarks.figures import Figure

ANSWER = ("-m", "calc_repl", "2+3")
LARK = ("-c", "import lark")
BARE = ("-c", "pass")


def figures() -> Iterator[Figure]:
    for _ in range(2):
        python(*ANSWER)  # the first builds the parser and caches it
    if has_valgrind():
        what = "instructions"
        answer, lark, bare = (instructions(*arguments) for arguments in (ANSWER, LARK, BARE))
    else:
        what = "time, no valgrind"
        answer, lark, bare = wall(ANSWER, LARK, BARE, rounds=11)
    yield Figure(f"start: calc_repl '2+3' / bare Python ({what})", answer / bare, "x", at_most=5)
    yield Figure("start: import lark / bare Python", lark / bare, "x")
