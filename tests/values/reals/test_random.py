"""Random expressions: every digit agrees with mpmath at a precision doubled until it is sure."""

from __future__ import annotations

import random

import mpmath
import pytest

from calc_repl.errors import CalcError
from calc_repl.values import circular, constants, exponentials, hyperbolic, powers, real
from calc_repl.values.deciding import sign
from calc_repl.values.enclosing import significant
from calc_repl.values.rational import Rational, ratio
from calc_repl.values.real import Real

UNARY = {
    "exp": exponentials.exp,
    "ln": exponentials.ln,
    "sqrt": powers.sqrt,
    "cbrt": powers.cbrt,
    "sin": circular.sin,
    "cos": circular.cos,
    "tan": circular.tan,
    "asin": circular.asin,
    "acos": circular.acos,
    "atan": circular.atan,
    "sinh": hyperbolic.sinh,
    "cosh": hyperbolic.cosh,
    "tanh": hyperbolic.tanh,
    "asinh": hyperbolic.asinh,
    "acosh": hyperbolic.acosh,
    "atanh": hyperbolic.atanh,
    "log2": exponentials.log2,
    "log10": exponentials.log10,
    "expm1": exponentials.expm1,
    "ln1p": exponentials.ln1p,
}
BINARY = {"+": real.add, "-": real.subtract, "*": real.multiply, "/": real.divide, "^": powers.power}
CONSTANTS = {"pi": constants.PI, "e": constants.E, "phi": constants.PHI}


def random_expression(source: random.Random, depth: int, unary: list[str], binary: str, leaves: list) -> object:
    """A tree of tuples (operation, operands) over numbers and names of constants."""
    if depth == 0 or source.random() < 0.1:
        return source.choice(leaves)
    if source.random() < 0.45 and unary:
        return (source.choice(unary), random_expression(source, depth - 1, unary, binary, leaves))
    return (
        source.choice(binary),
        random_expression(source, depth - 1, unary, binary, leaves),
        random_expression(source, source.randrange(depth), unary, binary, leaves),
    )


def evaluate(expression):
    """The exact value; None where it is not real or not defined."""
    try:
        return _evaluate(expression)
    except CalcError:
        return None


def _evaluate(expression):
    if isinstance(expression, str):
        return CONSTANTS[expression]
    if not isinstance(expression, tuple):
        return expression
    operation, *operands = expression
    return (UNARY | BINARY)[operation](*map(_evaluate, operands))


def approximate(expression):
    """The value by mpmath at its current precision."""
    if isinstance(expression, str):
        return {"pi": mpmath.pi, "e": mpmath.e, "phi": mpmath.phi}[expression] * mpmath.mpf(1)
    if isinstance(expression, (int, Rational)):
        return mpmath.mpf(expression.numerator) / expression.denominator
    operation, *operands = expression
    first, *rest = (approximate(operand) for operand in operands)
    match operation:
        case "+":
            return first + rest[0]
        case "-":
            return first - rest[0]
        case "*":
            return first * rest[0]
        case "/":
            return first / rest[0]
        case "^":
            return mpmath.power(first, rest[0])
        case "cbrt":
            return mpmath.sign(first) * mpmath.cbrt(abs(first))
        case "log2":
            return mpmath.log(first) / mpmath.log(2)
        case "ln1p":
            return mpmath.log(1 + first)
        case "expm1":
            return mpmath.exp(first) - 1
    return getattr(mpmath, "log" if operation == "ln" else operation)(first)


LEAVES = [
    0,
    1,
    2,
    3,
    5,
    10,
    -1,
    -2,
    ratio(1, 2),
    ratio(1, 3),
    ratio(-3, 4),
    ratio(1, 10),
    ratio(355, 113),
    "pi",
    "e",
    "phi",
]


def reference(expression: object, count: int) -> tuple[bool, str, int] | None:
    """Sign, digits and point by mpmath, at a precision doubled until two in turn agree."""
    before = None
    for precision in (2 * count + 20, 4 * count + 40, 8 * count + 80, 16 * count + 160):
        with mpmath.workdps(precision):
            value = mpmath.re(approximate(expression))
            if value == 0:
                return None
            exponent = int(mpmath.floor(mpmath.log10(abs(value))))
            if abs(exponent) > 10**6:
                return None
            text = str(int(mpmath.nint(abs(value) * mpmath.mpf(10) ** (count - 1 - exponent))))
            found = (value < 0, text[:count], exponent + len(text) - count + 1)
        if found == before:
            return found
        before = found
    return None


@pytest.mark.parametrize("seed", range(8))
def test_random_expression_agrees_with_mpmath(seed: int) -> None:
    source = random.Random(seed)
    compared = 0
    for _ in range(60):
        expression = random_expression(source, 3, list(UNARY), "+-*/^", LEAVES)
        value = evaluate(expression)
        if not isinstance(value, Real):
            continue
        for count in (12, 30, 100):
            digits = significant(value, count)
            expected = reference(expression, count)
            if not digits.exact and expected is not None:
                assert (digits.negative, digits.text, digits.point) == expected, expression
                compared += 1
    assert compared > 30


def test_random_products_of_circular_functions_are_proved_to_vanish_only_where_they_do() -> None:
    source = random.Random("vanishing")
    names = ("tan", "sin", "cos", "sec", "csc", "cot")
    angles = [1, 2, 3, ratio(1, 2), ratio(1, 3)]
    proved = 0
    for _ in range(600):
        value, expected = 0, mpmath.mpf(0)
        with mpmath.workdps(80):
            angle = source.choice(angles)
            for _ in range(source.randint(2, 4)):
                term = source.choice([1, -1])
                known = mpmath.mpf(term)
                for _ in range(source.randint(0, 2)):
                    name = source.choice(names)
                    term = real.multiply(term, getattr(circular, name)(angle))
                    known *= getattr(mpmath, name)(mpmath.mpf(angle.numerator) / angle.denominator)
                value, expected = real.add(value, term), expected + known
            vanishing = abs(expected) < mpmath.mpf(10) ** -70
        assert (sign(value) == 0) == vanishing
        proved += vanishing and isinstance(value, Real)
    assert proved > 0
