"""Quantities against the laws of arithmetic, and against Fractions of the SI unit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc_repl.errors import CalcError, DomainError, KindError
from calc_repl.values import arithmetic
from calc_repl.values.constants import PI
from calc_repl.values.dimensions import kind_of
from calc_repl.values.quantities import Quantity, converted, equal, of_unit, quantity
from calc_repl.values.rational import fraction, from_fraction, ratio
from calc_repl.values.units import Unit, dimension_of

LENGTH, MASS, TIME, TEMPERATURE = ((name, 1) for name in ("length", "mass", "time", "temperature"))
M, KM = Unit("m", 1, (LENGTH,)), Unit("km", 1000, (LENGTH,))
FOOT, INCH = Unit("ft", ratio(381, 1250), (LENGTH,)), Unit("in", ratio(127, 5000), (LENGTH,))
KG, G = Unit("kg", 1, (MASS,)), Unit("g", ratio(1, 1000), (MASS,))
S, H = Unit("s", 1, (TIME,)), Unit("h", 3600, (TIME,))
K = Unit("K", 1, (TEMPERATURE,))
CELSIUS = Unit("°C", 1, (TEMPERATURE,), offset=ratio(27315, 100))
FAHRENHEIT = Unit("°F", ratio(5, 9), (TEMPERATURE,), offset=ratio(45967 * 5, 900))
SPEED = Unit("kmh", ratio(5, 18), (LENGTH, ("time", -1)), parts=((KM, 1), (H, -1)))
LITRE = Unit("L", ratio(1, 1000), (("length", 3),))
DEGREE = Unit("°", ratio(1, 180), (), pi_power=1)
PARSEC = Unit("pc", 648000 * 149597870700, (LENGTH,), pi_power=-1)
UNITS = [M, KM, FOOT, INCH, KG, G, S, H, K]

numbers = st.fractions(max_denominator=1000).map(from_fraction)
factors = st.lists(st.tuples(st.sampled_from(UNITS), st.integers(-3, 3).filter(bool)), min_size=1, max_size=4).map(
    tuple
)


def in_si(value: Any) -> tuple[Fraction, Any]:
    """A quantity of exact units by what it is worth in SI units, and its dimension."""
    if not isinstance(value, Quantity):
        return fraction(value), ()
    worth = fraction(value.magnitude)
    for unit, exponent in value.factors:
        worth *= Fraction(fraction(unit.scale)) ** int(exponent)
    return worth, value.dimension


@given(numbers, factors, numbers, factors)
def test_a_product_is_worth_the_product(one: Any, of: Any, other: Any, by: Any) -> None:
    left, right = quantity(one, of), quantity(other, by)
    (worth, _), (more, _) = in_si(left), in_si(right)
    product, dimension = in_si(arithmetic.multiply(left, right))
    assert product == worth * more
    assert dimension == dimension_of((unit.dimension, exponent) for unit, exponent in (*of, *by))


@given(numbers, factors, numbers, factors)
def test_a_quotient_undoes_a_product(one: Any, of: Any, other: Any, by: Any) -> None:
    assume(other != 0)
    left, right = quantity(one, of), quantity(other, by)
    assert in_si(arithmetic.divide(arithmetic.multiply(left, right), right)) == in_si(left)


@given(numbers, numbers, st.sampled_from([M, KM, FOOT, INCH]), st.sampled_from([M, KM, FOOT, INCH]))
def test_sums_and_comparisons_are_those_of_the_si_values(one: Any, other: Any, unit: Unit, by: Unit) -> None:
    left, right = quantity(one, ((unit, 1),)), quantity(other, ((by, 1),))
    (worth, _), (more, _) = in_si(left), in_si(right)
    assert in_si(left + right)[0] == worth + more
    assert in_si(left - right)[0] == worth - more
    assert (left + right).factors[0][0] is unit
    assert arithmetic.compare(left, right) == (worth > more) - (worth < more)
    assert equal(left, right) == (worth == more)


@given(numbers, st.integers(-4, 4), factors)
def test_a_power_is_a_product_of_itself(number: Any, exponent: int, of: Any) -> None:
    assume(number != 0)
    base = quantity(number, of)
    expected: Any = 1
    for _ in range(abs(exponent)):
        expected = arithmetic.multiply(expected, base)
    if exponent < 0:
        expected = arithmetic.divide(1, expected)
    assert in_si(arithmetic.power(base, exponent)) == in_si(expected)


@given(numbers, st.sampled_from([K, CELSIUS, FAHRENHEIT]), st.sampled_from([K, CELSIUS, FAHRENHEIT]))
def test_a_temperature_comes_back_from_another_scale(number: Any, unit: Unit, other: Unit) -> None:
    there = converted(quantity(number, ((unit, 1),)), ((other, 1),))
    assert converted(there, ((unit, 1),)).magnitude == number


@given(numbers, numbers)
def test_the_difference_of_temperatures_added_to_the_lower_is_the_higher(one: Any, other: Any) -> None:
    high, low = quantity(one, ((FAHRENHEIT, 1),)), quantity(other, ((CELSIUS, 1),))
    assert equal(low + (high - low), high)


def test_an_angle_is_a_plain_number_and_a_parsec_divides_by_pi() -> None:
    assert arithmetic.equal(of_unit(DEGREE), arithmetic.divide(PI, 180))
    in_metres = converted(of_unit(PARSEC), ((M, 1),)).magnitude
    assert arithmetic.equal(in_metres, arithmetic.divide(96939420213600000, PI))


def test_a_measured_unit_makes_what_it_is_converted_to_uncertain() -> None:
    dalton = Unit("Da", ratio(166, 10**29), (MASS,), uncertainty=ratio(1, 10**9))
    in_grams = converted(quantity(2, ((dalton, 1),)), ((G, 1),)).magnitude
    assert arithmetic.is_interval(in_grams)
    assert arithmetic.divide(quantity(4, ((dalton, 1),)), quantity(2, ((dalton, 1),))) == 2


UNITS_OF_PRODUCTS: dict[str, tuple[Callable[[], Any], list[tuple[str, Any]]]] = {
    "units of one kind are folded into the first": (
        lambda: quantity(60, ((KM, 1), (H, -1))) * quantity(30, ((Unit("min", 60, (TIME,)), 1),)),
        [("km", 1)],
    ),
    "a product of SI units is written with theirs": (
        lambda: quantity(2, ((KG, 1),)) * quantity(3, ((M, 1), (S, -2))),
        [("N", 1)],
    ),
    "other units stay": (
        lambda: quantity(2, ((FOOT, 1),)) * quantity(3, ((KG, 1), (S, -2))),
        [("ft", 1), ("kg", 1), ("s", -2)],
    ),
    "multiples of SI units count as such": (
        lambda: quantity(2, ((G, 1),)) * quantity(3, ((KM, 1), (S, -2))),
        [("N", 1)],
    ),
    "a unit is taken apart where that leaves fewer": (
        lambda: quantity(60, ((SPEED, 1),)) * quantity(30, ((S, 1),)),
        [("km", 1)],
    ),
    "a unit that is a product stays beside others": (
        lambda: quantity(60, ((SPEED, 1),)) * quantity(30, ((KG, 1),)),
        [("kmh", 1), ("kg", 1)],
    ),
    "units of one kind that do not cancel are nobody's power": (
        lambda: arithmetic.divide(quantity(8, ((LITRE, 1),)), quantity(100, ((KM, 1),))),
        [("L", 1), ("km", -1)],
    ),
    "units as they were written stay": (
        lambda: arithmetic.divide(arithmetic.multiply(5, of_unit(KM)), of_unit(G)),
        [("km", 1), ("g", -1)],
    ),
    "a torque is no energy": (
        lambda: quantity(2, ((Unit("N", 1, (LENGTH, MASS, ("time", -2))), 1),)) * quantity(3, ((M, 1),)),
        [("N", 1), ("m", 1)],
    ),
    "a power of one base unit": (
        lambda: arithmetic.divide(
            quantity(6, ((Unit("J", 1, (("length", 2), MASS, ("time", -2))), 1),)),
            quantity(2, ((Unit("N", 1, (LENGTH, MASS, ("time", -2))), 1),)),
        ),
        [("m", 1)],
    ),
    "a root halves the exponents": (lambda: arithmetic.power(quantity(4, ((M, 2),)), ratio(1, 2)), [("m", 1)]),
    "an exponent may be a fraction": (
        lambda: arithmetic.power(quantity(4, ((M, 1),)), ratio(1, 2)),
        [("m", ratio(1, 2))],
    ),
}


@pytest.mark.parametrize(("compute", "expected"), UNITS_OF_PRODUCTS.values(), ids=UNITS_OF_PRODUCTS.keys())
def test_units_of_products(compute: Callable[[], Any], expected: list[tuple[str, Any]]) -> None:
    result = compute()
    assert [(unit.name, exponent) for unit, exponent in result.factors] == expected


def at(number: int, unit: Unit = CELSIUS) -> Any:
    return quantity(number, ((unit, 1),))


REFUSED: dict[str, tuple[Callable[[], Any], type[CalcError]]] = {
    "a length and a mass": (lambda: at(1, M) + at(1, KG), KindError),
    "a length and a number": (lambda: at(1, M) + 1, KindError),
    "a number less a length": (lambda: 1 - at(1, M), KindError),
    "two temperatures": (lambda: at(20) + at(20), DomainError),
    "twice a temperature": (lambda: 2 * at(20), DomainError),
    "half a temperature": (lambda: arithmetic.divide(at(20), 2), DomainError),
    "the square of a temperature": (lambda: arithmetic.power(at(20), 2), DomainError),
    "a difference less a temperature": (lambda: at(5, K) - at(20), DomainError),
    "the distance of a temperature": (lambda: abs(at(-20)), DomainError),
    "a length as exponent": (lambda: arithmetic.power(2, at(1, M)), KindError),
    "an irrational power": (lambda: arithmetic.power(at(2, M), PI), KindError),
    "the order of lengths and times": (lambda: arithmetic.compare(at(1, M), at(1, S)), KindError),
    "a length as a mass": (lambda: converted(at(1, M), ((KG, 1),)), KindError),
}


@pytest.mark.parametrize(("compute", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_what_has_no_meaning_is_refused(compute: Callable[[], Any], error: type[CalcError]) -> None:
    with pytest.raises(error):
        compute()


def test_in_a_product_a_degree_is_a_difference() -> None:
    flow = quantity(6, ((Unit("W", 1, (("length", 2), MASS, ("time", -3))), 1),))
    per_degree = arithmetic.divide(flow, of_unit(CELSIUS))
    assert arithmetic.multiply(per_degree, quantity(2, ((K, 1),))).magnitude == 12


def test_kinds() -> None:
    assert kind_of((LENGTH,)) == "a length"
    assert kind_of(dimension_of([((LENGTH,), 1), ((TIME,), -1)])) == "a speed"
    assert kind_of(dimension_of([((LENGTH,), 1), ((MASS,), 5), ((TIME,), -2)])) == "length·mass^5/time^2"
    assert kind_of((("EUR", 1),)) == "an amount of EUR"
