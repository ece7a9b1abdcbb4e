"""Proved digits against the digits of others: mpmath in this process and in its own, Python's integers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from shutil import which

import mpmath

from calc_repl import Calculator
from calc_repl.settings import Settings
from tests.benchmarks.clocks import cpu, has_valgrind, instructions, python, usage
from tests.benchmarks.figures import Figure

LINE = "sin(1) + sqrt(2)*ln(3)"
PROCESSES = {
    "pi": "mp.pi",
    "e": "mp.e",
    "sqrt(2)": "mp.sqrt(2)",
    "ln(2)": "mp.ln(2)",
    LINE: "mp.sin(1)+mp.sqrt(2)*mp.ln(3)",
}
DECIMAL = {"e": "Decimal(1).exp()", "sqrt(2)": "Decimal(2).sqrt()", "ln(2)": "Decimal(2).ln()"}
LARGE = {"(10^5)!": "import math; n = math.factorial(10**5)", "2^(10^6)": "n = 2**10**6"}


def figures() -> Iterator[Figure]:
    for digits, bound in ((15, 2.0), (1_000, 1.0)):
        own, other = cpu(_own_line(digits), _mpmath_line(digits), rounds=20)
        yield Figure(f"digits: {LINE} to {digits:,} digits / mpmath", own / other, "x", at_most=bound)
    python("-m", "calc_repl", "pi")  # the first start fills the cache
    for digits in (15, 1_000, 10_000, 100_000):
        for name, expression in PROCESSES.items():
            own, _ = usage("-m", "calc_repl", f"{name} to {digits} digits", lines="")
            other, _ = usage("-c", f"from mpmath import mp; mp.dps = {digits}; print({expression})", lines="")
            yield Figure(f"digits: {name} to {digits:,} digits, a process / mpmath's", own / other, "x", at_most=1)
    for name, expression in DECIMAL.items():
        own, _ = usage("-m", "calc_repl", f"{name} to 10000 digits", lines="")
        program = f"from decimal import *; getcontext().prec = 10000; print({expression})"
        other, _ = usage("-c", program, lines="")
        yield Figure(f"digits: {name} to 10,000 digits, a process / Python's decimal", own / other, "x", at_most=1)
    if bc := which("bc"):
        for name, program in (("sqrt(2) to 10000 digits", "scale=10000; sqrt(2)"), ("2^(10^6)", "2^(10^6)")):
            own, _ = usage("-m", "calc_repl", name, lines="")
            other, _ = usage("-c", f"import os; os.execv({bc!r}, ['bc'])", lines=program + "\n")
            yield Figure(f"digits: {name}, a process / bc", own / other, "x", at_most=1)
    for name, program in LARGE.items():
        own, _ = usage("-m", "calc_repl", name, lines="")
        other, _ = usage("-c", f"import sys; sys.set_int_max_str_digits(0); {program}; print(n)", lines="")
        yield Figure(f"digits: {name} printed, a process / Python's", own / other, "x", at_most=1)
    if has_valgrind():
        root, answer, bare = (
            instructions(*arguments)
            for arguments in (("-m", "calc_repl", "sqrt(2)"), ("-m", "calc_repl", "2+3"), ("-c", "pass"))
        )
        yield Figure("start: what sqrt(2) takes above 2+3 / bare Python", (root - answer) / bare, "x", at_most=4)


def _own_line(digits: int) -> Callable[[], object]:
    calculator = Calculator(Settings(digits=digits))
    return lambda: calculator.evaluate(LINE).text


def _mpmath_line(digits: int) -> Callable[[], object]:
    def answer() -> str:
        mpmath.mp.dps = digits
        return mpmath.nstr(mpmath.sin(1) + mpmath.sqrt(2) * mpmath.ln(3), digits)

    return answer
