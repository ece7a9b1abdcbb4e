"""Inputs a naive parser or evaluator takes quadratic time for: four times the length may take seven times the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calc_repl import CalcError, Calculator
from calc_repl.settings import Settings
from calc_repl.syntax.parser import parse_tokens
from calc_repl.syntax.tokens import tokenize
from tests.benchmarks.clocks import cpu
from tests.benchmarks.figures import Figure

SHORT, LONG = 25_000, 100_000
MOST = 7

#: Name -> the input of a length; some are errors, and those must be found as fast.
PARSED: dict[str, Callable[[int], str]] = {
    "1+1+1...": lambda n: "+".join("1" * n),
    "((((1))))": lambda n: "(" * n + "1" + ")" * n,
    "((((": lambda n: "(" * n,
    "[[[[1]]]]": lambda n: "[" * n + "1" + "]" * n,
    "[1,1,1...]": lambda n: "[" + ",".join("1" * n) + "]",
    "f(f(f(1)))": lambda n: "f(" * n + "1" + ")" * n,
    "x[1][1][1]...": lambda n: "x" + "[1]" * n,
    "----1": lambda n: "-" * n + "1",
    "2^2^2...": lambda n: "^".join("2" * n),
    "x!!!!...": lambda n: "x" + "!" * n,
    "x x x...": lambda n: "x " * n,
    "5 in in in...": lambda n: "5" + " in" * n,
    "a<a<a...": lambda n: "<".join("a" * n),
    "x=>x=>x...": lambda n: "x=>" * n + "1",
    "if a then b else if...": lambda n: "if a then b else " * n + "1",
    "1;1;1...": lambda n: ";".join("1" * n),
    '"{"{"{1}"}"}"': lambda n: '"{' * n + "1" + '}"' * n,
    "a text without end": lambda n: '"' + "\\x" * n,
    "spaces": lambda n: "1" + " " * n + "+1",
    "digits": lambda n: "1" * n,
    "1,111,111... (a list of thousands)": lambda n: "1" + ",111" * n,
    "dots": lambda n: "1" + "." * n,
    "control characters": lambda n: "1+" + "\x00" * n,
}

#: The same for the whole way to the answer.
ANSWERED: dict[str, Callable[[int], str]] = {
    "1+1+1...": PARSED["1+1+1..."],
    "1*1*1...": lambda n: "*".join("1" * n),
    "1-(1-(1-...))": lambda n: "1-(" * n + "1" + ")" * n,
    "((((1))))": PARSED["((((1))))"],
    "[[[[1]]]]": PARSED["[[[[1]]]]"],
    "----1": PARSED["----1"],
    "not not not true": lambda n: "not " * n + "true",
    "abs(abs(abs(1)))": lambda n: "abs(" * n + "1" + ")" * n,
    "sum([1,1,1...])": lambda n: "sum([" + ",".join("1" * n) + "])",
    "1<2 and 1<2 and...": lambda n: " and ".join(["1<2"] * (n // 2)),
    "if true then 1 else if...": lambda n: "if false then 1 else " * (n // 2) + "1",
    "1|>abs|>abs...": lambda n: "1" + "|>abs" * n,
    "a = 1; a = a + 1; ...": lambda n: "a = 1" + "; a = a + 1" * (n // 5),
    "an unknown name behind a long sum": lambda n: "+".join("1" * n) + "+unknown",
}


def figures() -> Iterator[Figure]:
    for name, make in PARSED.items():
        yield Figure(f"parse: {name}", growth(parsed, make), "x", at_most=MOST)
    for name, make in ANSWERED.items():
        yield Figure(f"answer: {name}", growth(answered, make), "x", at_most=MOST)


def growth(work: Callable[[str], object], make: Callable[[int], str]) -> float:
    """How often longer the long input takes than the short one."""
    short, long = make(SHORT), make(LONG)
    least = cpu(lambda: work(short), lambda: work(long), rounds=3)
    return least[1] / least[0]


def parsed(text: str) -> object:
    try:
        return parse_tokens(tokenize(text), text)
    except CalcError as error:
        return error


def answered(text: str) -> object:
    limits = Settings(max_tokens=10_000_000, max_nesting=100_000, max_line=2**30)
    try:
        return Calculator(limits).evaluate(text).text
    except CalcError as error:
        return error
