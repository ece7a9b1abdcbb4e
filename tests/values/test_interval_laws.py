"""Uncertain numbers hold every value they stand for, and what is shown of them holds them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import Calculator

FRACTIONS = st.fractions(min_value=-50, max_value=50, max_denominator=40)
RADII = st.fractions(min_value=0, max_value=5, max_denominator=20)
OPERATORS = st.sampled_from(["+", "-", "*"])


def bounds(line: str) -> tuple[Fraction, Fraction]:
    calculator = Calculator()
    lower = calculator.evaluate(f"lower_bound({line})").exact
    upper = calculator.evaluate(f"upper_bound({line})").exact
    return Fraction(str(lower)), Fraction(str(upper))


@given(FRACTIONS, RADII, FRACTIONS, RADII, OPERATORS, st.fractions(0, 1), st.fractions(0, 1))
def test_result_holds_the_result_of_every_pair_of_values(
    left: Fraction, spread: Fraction, right: Fraction, other: Fraction, sign: str, one: Fraction, two: Fraction
) -> None:
    lower, upper = bounds(f"(({left}) ± ({spread})) {sign} (({right}) ± ({other}))")
    x = left - spread + 2 * spread * one
    y = right - other + 2 * other * two
    value = {"+": x + y, "-": x - y, "*": x * y}[sign]
    assert lower <= value <= upper


@given(FRACTIONS, RADII, st.integers(0, 5), st.fractions(0, 1))
def test_power_holds_the_power_of_every_value(middle: Fraction, spread: Fraction, exponent: int, at: Fraction) -> None:
    lower, upper = bounds(f"(({middle}) ± ({spread}))^{exponent}")
    assert lower <= (middle - spread + 2 * spread * at) ** exponent <= upper


@given(st.fractions(-20, 20, max_denominator=97), st.fractions(0, 3, max_denominator=89).filter(bool))
def test_shown_bounds_hold_the_number(middle: Fraction, spread: Fraction) -> None:
    text = Calculator().evaluate(f"({middle}) ± ({spread})").text
    shown = re.search(r"(-?[0-9./e-]+) ± ([0-9./e-]+)$", text)
    assert shown is not None, text
    center, radius = Fraction(shown[1]), Fraction(shown[2])
    assert center - radius <= middle - spread
    assert middle + spread <= center + radius


@pytest.mark.parametrize("line", ["5 ± 0.1", "sin(1 ± 0.1)", "sqrt(2 ± 0.5)", "pi ± 0.01", "exp(1 ± 0.001)"])
def test_exact_form_reads_back(line: str) -> None:
    exact = Calculator().evaluate(line).exact
    assert exact is not None
    assert Calculator().evaluate(f"lower_bound({exact}) == lower_bound({line})").value is True
    assert Calculator().evaluate(f"upper_bound({exact}) == upper_bound({line})").value is True
