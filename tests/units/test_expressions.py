"""How definitions are read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calc_repl import Calculator
from calc_repl.units import expressions
from calc_repl.units.table import defined
from calc_repl.values import rational


@pytest.mark.parametrize(
    ("text", "scale", "pi_power", "dimension"),
    [
        ("12", "12", 0, {}),
        ("1.50e-3", "3/2000", 0, {}),
        ("2e3 m", "2000", 0, {"length": 1}),
        ("5/9 K", "5/9", 0, {"temperature": 1}),
        ("m/s m", "1", 0, {"length": 2, "time": -1}),
        ("m/(s m)", "1", 0, {"time": -1}),
        ("kg m/s^2", "1", 0, {"length": 1, "mass": 1, "time": -2}),
        ("(2 km)^2", "4000000", 0, {"length": 2}),
        ("2 pi^5/(15 pi)", "2/15", 4, {}),
        ("1/pi cd", "1", -1, {"luminosity": 1}),
        ("[length]*[time]", "1", 0, {"length": 1, "time": 1}),
        ("mile", "1609.344", 0, {"length": 1}),
        ("6*7", "42", 0, {}),
    ],
)
def test_definitions(text: str, scale: str, pi_power: int, dimension: dict[str, int]) -> None:
    worth = expressions.evaluate(text, defined)
    assert (rational.fraction(worth.scale), worth.pi_power) == (Fraction(scale), pi_power)
    assert dict(worth.dimension) == dimension
    assert worth.uncertainty is None


@pytest.mark.parametrize(
    ("text", "same"), [("sqrt(0.6) m", "(3/5)^(1/2)"), ("20/ln(10) m", "20/ln 10"), ("ln(5*2)", "ln 2 + ln 5")]
)
def test_functions_of_numbers(text: str, same: str) -> None:
    assert expressions.evaluate(text, defined).scale == Calculator().evaluate(same).value


@pytest.mark.parametrize(
    ("text", "scale", "uncertainty"),
    [
        ("6.67430(15)e-11 m", "6.67430e-11", "15/667430"),
        ("10973731.568157(12)/m", "10973731.568157", "12/10973731568157"),
        ("(2/(1.25(5)))", "1.6", "1/25"),
    ],
)
def test_measured_numbers(text: str, scale: str, uncertainty: str) -> None:
    worth = expressions.evaluate(text, defined)
    assert rational.fraction(worth.scale) == Fraction(scale)
    assert worth.uncertainty is not None
    assert rational.fraction(worth.uncertainty) == Fraction(uncertainty)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "m/",
        "/m",
        "(m",
        "m)",
        "m^",
        "m^x",
        "foo",
        "°C",
        "1.5.2",
        "()",
        "Da^2",
        "Da u",
        "Da/u",
        "5(5)",
        "ln",
        "ln 2",
        "ln(2",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        expressions.evaluate(text, defined)


def test_factors_keep_their_names_and_order() -> None:
    found = expressions.factors("m^3/(kg s^2)", defined)
    assert [(unit.name, exponent) for unit, exponent in found] == [("m", 3), ("kg", -1), ("s", -2)]
