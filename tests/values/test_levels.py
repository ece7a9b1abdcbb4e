"""Levels: every digit of what they convert to, and that they go there and back."""

from __future__ import annotations

import mpmath
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from units.every_name import every_name

from calc_repl import Calculator
from calc_repl.settings import Settings
from calc_repl.units import table
from calc_repl.values import levels

DIGITS = 40

#: Unit of levels, decibels per decade, its reference, and the unit that is in.
SCALES = [
    ("dBm", 10, "1/1000", "W"),
    ("dBW", 10, "1", "W"),
    ("dBV", 20, "1", "V"),
    ("dBmV", 20, "1/1000", "V"),
    ("dBμV", 20, "1/1000000", "V"),
    ("dBu", 20, "sqrt(3/5)", "V"),
    ("dBPa", 20, "1", "Pa"),
    ("dB_SPL", 20, "1/50000", "Pa"),
]
OTHER_NAMES = {"dBuV": "dBμV", "dBSPL": "dB_SPL"}

hundredths = st.integers(-30_000, 30_000)


def shown(line: str) -> mpmath.mpf:
    """The answer to a line as its digits have it."""
    answer = Calculator(Settings(digits=DIGITS)).evaluate(line)
    numerator, _, denominator = str(answer.approx or answer.exact).partition("/")
    return mpmath.mpf(numerator) / mpmath.mpf(denominator or 1)


def agrees(line: str, expected: mpmath.mpf) -> bool:
    """Whether all digits of an answer are those of a number, the last one rounded either way."""
    return bool(abs(shown(line) - expected) <= abs(expected) * mpmath.mpf(10) ** (1 - DIGITS))


def number(text: str) -> mpmath.mpf:
    root = text.startswith("sqrt")
    numerator, _, denominator = text.removeprefix("sqrt(").rstrip(")").partition("/")
    quotient = mpmath.mpf(numerator) / int(denominator or 1)
    return mpmath.sqrt(quotient) if root else quotient


def test_these_are_all_scales() -> None:
    found = {name for name in every_name() if levels.is_absolute(table.describe(name) and table.find(name).dimension)}
    assert found == {name for name, *_ in SCALES} | set(OTHER_NAMES)
    for other, name in OTHER_NAMES.items():
        assert table.find(other).is_same_as(table.find(name))


@pytest.mark.parametrize(("unit", "per_decade", "reference", "measured"), SCALES, ids=[row[0] for row in SCALES])
@settings(max_examples=15, deadline=None)
@given(hundredths)
@example(0)
@example(2000)
def test_digits_of_sizes_and_levels(unit: str, per_decade: int, reference: str, measured: str, hundredth: int) -> None:
    with mpmath.workdps(2 * DIGITS):
        zero = number(reference)
        size = zero * mpmath.mpf(10) ** (mpmath.mpf(hundredth) / 100 / per_decade)
        assert agrees(f"({hundredth}/100) {unit} to {measured}", size)
        large = abs(hundredth) + 2
        assert agrees(f"{large} {measured} to {unit}", per_decade * mpmath.log10(large / zero))


@pytest.mark.parametrize(("unit", "reference", "measured"), [(unit, zero, of) for unit, _, zero, of in SCALES])
def test_the_way_there_and_back_is_exact(unit: str, reference: str, measured: str) -> None:
    calculator = Calculator()
    assert calculator.evaluate(f"0 {unit} to {measured} == {reference} {measured}").value is True
    assert calculator.evaluate(f"{reference} {measured} to {unit} == 0 {unit}").value is True
    for amount in ("40", "-20", "3", "1/7"):
        assert calculator.evaluate(f"{amount} {unit} to {measured} to {unit} == {amount} {unit}").value is True


@pytest.mark.parametrize("per_decade", [levels.OF_POWER, levels.OF_AMPLITUDE])
@given(hundredths)
@settings(max_examples=25, deadline=None)
def test_digits_of_ratios_and_nepers(per_decade: int, hundredth: int) -> None:
    name = "power" if per_decade == levels.OF_POWER else "amplitude"
    with mpmath.workdps(2 * DIGITS):
        decibels = mpmath.mpf(hundredth) / 100
        assert agrees(f"{name}_ratio(({hundredth}/100) dB)", mpmath.mpf(10) ** (decibels / per_decade))
        assert agrees(f"{name}_ratio(({hundredth}/100) Np)", mpmath.exp(20 * decibels / per_decade))
        assert agrees(f"level_of_{name}({abs(hundredth) + 2})", per_decade * mpmath.log10(abs(hundredth) + 2))
        assert agrees(f"({hundredth}/100) Np to dB", 20 * decibels / mpmath.log(10))
        assert agrees(f"({hundredth}/100) dB to Np", decibels * mpmath.log(10) / 20)
