"""Uncertain numbers hold every value that their operands can lead to, and so does what is shown of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.errors import DivisionByZero, DomainError, InternalError, KindError
from calc_repl.operations import catalogue
from calc_repl.values import arithmetic, deciding, interval_functions, intervals
from calc_repl.values.intervals import Interval, Varies
from calc_repl.values.rational import ratio
from calc_repl.values.tower import tower

FUNCTIONS = [
    *("sqrt", "exp", "ln", "log", "sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan"),
    *("sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "re", "im", "conj", "arg"),
]

fractions = st.fractions(-6, 6, max_denominator=12)
parts = st.fractions(0, 1, max_denominator=7)


def ours(number: Fraction) -> Any:
    return ratio(number.numerator, number.denominator)


@st.composite
def points_within(draw: st.DrawFn) -> tuple[Any, Any]:
    """An uncertain number, and a point within its bounds."""
    low, width, part = draw(fractions), draw(st.fractions(0, 5, max_denominator=9)), draw(parts)
    return intervals.interval(ours(low), ours(low + width)), ours(low + width * part)


def holds(number: Any, value: Any) -> bool:
    low, high = intervals.ends(number)
    return deciding.compare(low, value) <= 0 <= deciding.compare(high, value)


OPERATIONS: list[Callable[[Any, Any], Any]] = [
    arithmetic.add,
    arithmetic.subtract,
    arithmetic.multiply,
    arithmetic.divide,
]


@pytest.mark.parametrize("combine", OPERATIONS, ids=lambda operation: operation.__name__)
@settings(max_examples=150, deadline=None)
@given(points_within(), points_within())
def test_arithmetic_holds_the_results_at_all_points(combine: Any, left: Any, right: Any) -> None:
    for one, other in ((left[0], right[0]), (left[1], right[0]), (left[0], right[1])):
        try:
            bounds = combine(one, other)
        except DivisionByZero:
            assert holds(right[0], 0)
            return
        assert holds(bounds, combine(left[1], right[1]))


@settings(max_examples=150, deadline=None)
@given(points_within(), points_within())
def test_bounds_of_a_product_are_products_of_ends(left: Any, right: Any) -> None:
    corners = [arithmetic.multiply(a, b) for a in intervals.ends(left[0]) for b in intervals.ends(right[0])]
    bounds = intervals.ends(arithmetic.multiply(left[0], right[0]))
    assert bounds == (min(corners), max(corners))


@pytest.mark.parametrize("name", FUNCTIONS)
@settings(max_examples=60, deadline=None)
@given(points_within())
def test_functions_hold_the_values_at_all_points(name: str, number: Any) -> None:
    uncertain, point = number
    if not isinstance(uncertain, Interval):
        return
    try:
        bounds = tower(name, uncertain)
    except (DomainError, Varies):
        return
    for value in (point, uncertain.low, uncertain.high):
        assert holds(bounds, tower(name, value))


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("sqrt", (0, 4)),
        ("ln", (Fraction(1, 9), 4)),
        ("asin", (-1, 1)),
        ("acos", (-1, 1)),
        ("acosh", (1, 4)),
        ("sin", (-100, 100)),
        ("tan", (-1, 1)),
        ("sec", (2, 4)),
        ("csc", (1, 3)),
        ("cot", (1, 3)),
    ],
)
def test_function_is_defined_where_all_values_are(name: str, fits: tuple[Any, Any]) -> None:
    assert isinstance(tower(name, Interval(*(ours(Fraction(end)) for end in fits))), Interval)


@settings(max_examples=150, deadline=None)
@given(points_within(), st.integers(-4, 5) | st.sampled_from([Fraction(1, 2), Fraction(-2, 3)]))
def test_powers_hold_the_values_at_all_points(number: Any, exponent: Any) -> None:
    exponent = ours(Fraction(exponent))
    if not isinstance(number[0], Interval):
        return
    try:
        bounds = arithmetic.power(number[0], exponent)
    except (DomainError, DivisionByZero):
        assert deciding.compare(intervals.ends(number[0])[0], 0) <= 0
        return
    assert holds(bounds, arithmetic.power(number[1], exponent))


@settings(max_examples=80, deadline=None)
@given(points_within(), points_within())
def test_powers_with_uncertain_exponents_hold_the_values_at_all_points(base: Any, exponent: Any) -> None:
    if deciding.compare(intervals.ends(base[0])[0], 0) > 0:
        bounds = interval_functions.power(base[0], exponent[0])
        assert holds(bounds, arithmetic.power(base[1], exponent[1]))


@pytest.mark.parametrize(("symbol", "name"), [(s, catalogue.INFIX[s]) for s in ("<", "<=", ">", ">=", "==", "!=")])
@settings(max_examples=100, deadline=None)
@given(points_within(), points_within())
@example((Interval(1, 2), 2), (2, 2))
@example((Interval(1, 2), 1), (1, 1))
def test_comparison_that_is_answered_holds_at_all_points(symbol: str, name: str, left: Any, right: Any) -> None:
    operation = catalogue.find(name)
    assert operation is not None
    lefts, rights = ((*intervals.ends(number), point) for number, point in (left, right))
    corners = {operation.function(a, b) for a in lefts for b in rights}
    try:
        assert corners == {operation.function(left[0], right[0])}
    except Varies:
        assert symbol in ("==", "!=") or len(corners) == 2


numbers = st.fractions(-(10**6), 10**6, max_denominator=10**6)
expressions = st.one_of(
    st.builds("interval({}, {})".format, numbers, st.just("2000001/2")),
    st.builds("({}) ± {}".format, numbers, st.fractions(Fraction(1, 10**9), 10**5)),
    st.builds("sqrt({} ± {})".format, st.integers(20, 10**9), st.fractions(Fraction(1, 10**6), 19)),
    st.builds("exp({} ± {})".format, st.integers(-90, 90), st.fractions(Fraction(1, 10**6), 9)),
    st.builds("ln({} ± {})".format, st.integers(20, 10**9), st.fractions(Fraction(1, 10**6), 19)),
    st.builds("sin({} ± {})".format, st.integers(-99, 99), st.fractions(Fraction(1, 10**6), 4)),
)


@settings(max_examples=150, deadline=None)
@given(expressions, st.sampled_from(["", " to 1 digits", " to 7 digits", " to 0 dp", " to 5 dp", " to decimal"]))
@example("10^30 ± 10^-20/3", "")
@example("-10^-30 ± 10^-40/3", "")
@example("9.96 ± 1/3", "")
@example("0 ± 0.0995/3", " to 1 digits")
def test_shown_bounds_enclose_the_exact_ones(expression: str, target: str) -> None:
    calculator = Calculator()
    exact = calculator.evaluate(expression).value
    answer = calculator.evaluate(expression + target)
    shown = calculator.evaluate(answer.text.rpartition("≈ ")[2]).value
    assert deciding.compare(shown.low, exact.low) <= 0 <= deciding.compare(shown.high, exact.high)


@settings(max_examples=100, deadline=None)
@given(expressions)
def test_exact_text_reads_back_to_the_same_bounds(expression: str) -> None:
    calculator = Calculator()
    answer = calculator.evaluate(expression)
    if answer.exact is not None:
        again = calculator.evaluate(answer.exact)
        assert again.value == answer.value
        assert again.exact == answer.exact


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_every_operation_takes_uncertain_numbers_or_says_why_not(name: str) -> None:
    calculator = Calculator()
    for arguments in ("5 ± 0.1", "5 ± 0.1, 2", "2, 5 ± 0.1", "5 ± 0.1, 0 ± 1", "[5 ± 0.1, 0 ± 1]", "5 ± 0.1, i"):
        try:
            calculator.evaluate(f"{name}({arguments})")
        except CalcError as error:
            assert not isinstance(error, InternalError), arguments  # noqa: PT017  # any other error is an answer


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "^"])
def test_complex_numbers_are_refused(operator: str) -> None:
    for line in (f"(5 ± 0.1) {operator} i", f"i {operator} (5 ± 0.1)"):
        with pytest.raises(KindError, match="complex"):
            Calculator().evaluate(line)


def test_an_uncertain_number_is_a_number_of_records() -> None:
    answer = Calculator().evaluate("exp(0 ± 1)")
    assert (answer.kind, answer.exact, answer.approx) == ("number", "interval(1/e, e)", "1.5 ± 1.3")
