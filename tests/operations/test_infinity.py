"""Infinite arguments: every operation answers or refuses, and what it answers is where its values lead."""

from __future__ import annotations

import itertools
import math
from contextlib import suppress
from typing import Any

import pytest

from calc_repl import CalcError, Calculator
from calc_repl.display.answers import render
from calc_repl.errors import DivisionByZero, DomainError, KindError
from calc_repl.operations import catalogue
from calc_repl.settings import Settings
from calc_repl.values import arithmetic
from calc_repl.values.complex import Complex, im, re
from calc_repl.values.infinity import INFINITY, NEGATIVE_INFINITY, Infinity
from calc_repl.values.intervals import interval
from calc_repl.values.rational import Rational

PLAIN = [name for name in catalogue.operation_names() if not catalogue.find(name).generates]  # type: ignore[union-attr]
INFINITE = [NEGATIVE_INFINITY, INFINITY]
OTHERS: list[Any] = [0, 2, Rational(-1, 2), catalogue.constant("pi"), Complex(1, 2), interval(1, 2), "a", (1, INFINITY)]
#: Far enough out for a function to be within this distance of its limit.
FAR, NEAR = 3001, Rational(3, 20)


@pytest.mark.parametrize("name", PLAIN)
def test_no_operation_fails_at_infinite_arguments(name: str) -> None:
    found = catalogue.find(name)
    assert found is not None
    most = 3 if found.parameters[-1].variadic else len(found.parameters)
    for count in range(1, min(most, 3) + 1):
        for arguments in itertools.product([*INFINITE, *OTHERS], repeat=count):
            if any(type(argument) is Infinity for argument in arguments):
                with suppress(CalcError):
                    assert render(found.apply(arguments), Settings()).text


def limits() -> list[tuple[str, Infinity, Any]]:
    """Each function of one number with its limits, as far as it has them."""
    found = []
    for name in PLAIN:
        operation = catalogue.find(name)
        assert operation is not None
        if operation.parameters[0].domain_name in ("Number", "Certain", "Real"):
            for infinity in INFINITE:
                with suppress(CalcError):
                    found.append((name, infinity, operation.apply([infinity])))
    return found


@pytest.mark.parametrize(("name", "infinity", "limit"), limits(), ids=str)
def test_limit_is_where_the_values_lead(name: str, infinity: Infinity, limit: Any) -> None:
    operation = catalogue.find(name)
    assert operation is not None
    far = operation.apply([infinity.sign * FAR])
    if not arithmetic.is_infinite(limit):
        distance = far - limit
        for part in (re(distance), im(distance)):
            assert arithmetic.compare(-NEAR, part) < 0 < arithmetic.compare(NEAR, part)
        return
    assert arithmetic.compare(limit.sign * far, 0) > 0
    nearer = operation.apply([infinity.sign * (FAR // 100)])
    assert arithmetic.compare(limit.sign * far, limit.sign * nearer) > 0


def test_limits_are_many() -> None:
    assert len(limits()) > 80


@pytest.mark.parametrize(
    ("base", "exponent", "answer"),
    [
        (base, exponent, answer)
        for exponent, answers in [
            ("inf", {"0": 0, "1/2": 0, "-1/2": 0, "2": math.inf, "inf": math.inf, "pi": math.inf}),
            ("-inf", {"1/2": math.inf, "2": 0, "-2": 0, "inf": 0, "-inf": 0, "pi": 0}),
            ("3", {"inf": math.inf, "-inf": -math.inf}),
            ("4", {"inf": math.inf, "-inf": math.inf}),
            ("-3", {"inf": 0, "-inf": 0}),
            ("sqrt(2)", {"inf": math.inf}),
        ]
        for base, answer in answers.items()
    ],
)
def test_power_that_has_a_limit(base: str, exponent: str, answer: float) -> None:
    assert float(Calculator().evaluate(f"({base})^({exponent})").value) == answer


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("0^-inf", DivisionByZero),
        ("1^inf", DomainError),
        ("1^-inf", DomainError),
        ("(-1)^inf", DomainError),
        ("(-2)^inf", DomainError),
        ("(-1/2)^-inf", DomainError),
        ("(-inf)^inf", DomainError),
        ("(-inf)^0", DomainError),
        ("(-inf)^(1/3)", DomainError),
        ("i^inf", KindError),
        ("inf^i", KindError),
        ("0 / 0 + inf", DivisionByZero),
    ],
)
def test_power_without_a_limit(line: str, kind: type[CalcError]) -> None:
    with pytest.raises(kind):
        Calculator().evaluate(line)


def test_angles_at_infinity_are_in_the_set_unit() -> None:
    calculator = Calculator(Settings(angle="deg"))
    assert calculator.evaluate("atan(inf)").text == "90"
    assert calculator.evaluate("atan2(-1, -inf)").text == "-180"


@pytest.mark.parametrize("line", ["inf", "-inf", "[1, -inf]", "inf to 5 digits"])
def test_answer_reads_back(line: str) -> None:
    calculator = Calculator()
    answer = calculator.evaluate(line)
    assert answer.approx is None
    assert answer.exact is not None
    assert calculator.evaluate(answer.exact).exact == answer.exact == answer.text


def test_infinity_is_a_number_and_none_of_the_finite_ones() -> None:
    infinity = Calculator().evaluate("inf")
    assert infinity.kind == "number"
    assert infinity.value == INFINITY != NEGATIVE_INFINITY
    assert hash(-infinity.value) == hash(NEGATIVE_INFINITY)
    for line in ("inf == 10^100", "inf == i", "inf == 5 ± 1", 'inf == "inf"', "inf == true"):
        assert Calculator().evaluate(line).value is False
