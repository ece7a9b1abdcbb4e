"""Functions of the user, many lines, deep calls."""

from __future__ import annotations

from collections.abc import Iterator

from asteval import Interpreter

from calc_repl import Calculator
from tests.benchmarks.clocks import cpu, usage
from tests.benchmarks.figures import Figure

FIBONACCI = "fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2); fib(20)"
FIBONACCI_IN_PYTHON = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(20)"
DEEP = 50_000
MANY, MORE = 20_000, 100_000
MEBIBYTE = 2**20


def figures() -> Iterator[Figure]:
    calculator, interpreter = Calculator(), Interpreter(use_numpy=False)
    assert calculator.evaluate(FIBONACCI).value == interpreter(FIBONACCI_IN_PYTHON) == 6765
    own, other = cpu(
        lambda: calculator.evaluate(FIBONACCI), lambda: interpreter(FIBONACCI_IN_PYTHON), rounds=5
    )  # each parses, too
    yield Figure("evaluate: fib(20) / asteval", own / other, "x", at_most=1 / 8)

    calculator.evaluate("count(n) = if n == 0 then 0 else 1 + count(n - 1)")
    yield Figure("evaluate: a recursion, calls deep", calculator.evaluate(f"count({DEEP})").value, at_least=DEEP)

    start, _ = usage("-m", "calc_repl", lines="1\n")
    whole, _ = usage("-m", "calc_repl", lines=simple_lines(MANY))
    yield Figure("pipe: simple lines in a second of CPU", MANY / (whole - start), at_least=4_000)

    _, few = usage("-m", "calc_repl", "--json", lines=simple_lines(1_000))
    _, many = usage("-m", "calc_repl", "--json", lines=simple_lines(MORE))
    yield Figure(f"pipe: growth of memory over {MORE:,} --json lines", (many - few) / MEBIBYTE, "MiB", at_most=64)


def simple_lines(count: int) -> str:
    return "".join(f"{number} / 8 + {number % 7} * 3\n" for number in range(count))
