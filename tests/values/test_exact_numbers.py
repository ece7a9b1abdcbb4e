"""Exact numbers agree with Python's own, also past the sizes where another library takes over."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl.errors import DivisionByZero, LimitError
from calc_repl.values import decimals, integers, rational
from calc_repl.values.kinds import Range, called, equal, is_number, kind_of
from calc_repl.values.limits import short
from calc_repl.values.rational import Rational, fraction, ratio

#: Sizes in bits around those where something changes: a machine word, and where FLINT takes over.
bits = st.sampled_from([1, 8, 63, 64, 65, 2_000, 5_000, 20_000, 39_990, 40_010, 90_000])
seeds = st.integers(0, 2**64)


@st.composite
def whole(draw: st.DrawFn) -> int:
    size, seed = draw(bits), draw(seeds)
    number = pow(3, 1 + seed % 1000, 1 << size) * (seed | 1) % (1 << size)
    return draw(st.sampled_from([number, -number, (1 << size) - 1, -(1 << size), 0, 1]))


def exact(number: object) -> Fraction:
    return fraction(number) if isinstance(number, Rational) else Fraction(number)  # type: ignore[arg-type]


fractions = st.builds(Fraction, whole(), whole().filter(bool))
small = st.fractions(max_denominator=10**6)


def ours(number: Fraction) -> object:
    return ratio(number.numerator, number.denominator)


@settings(max_examples=60)
@given(whole(), whole())
def test_whole_numbers_are_multiplied_divided_and_reduced_right(a: int, b: int) -> None:
    assert integers.multiply(a, b) == a * b
    assert integers.gcd(a, b) == math.gcd(a, b)
    if b:
        assert integers.divide_floor(a, b) == divmod(a, b)
    else:
        with pytest.raises(DivisionByZero):
            integers.divide_floor(a, b)


@settings(max_examples=40)
@given(whole())
def test_whole_numbers_are_written_and_read_right(a: int) -> None:
    text = integers.to_text(a)
    assert integers.from_text(text.lstrip("-")) == abs(a)
    assert text.startswith("-") == (a < 0)
    assert int(text[-600:].lstrip("-") or "0") == abs(a) % 10 ** len(text[-600:].lstrip("-"))


@settings(max_examples=40)
@given(whole().map(abs), st.integers(1, 200))
def test_root_is_the_largest_whole_number_whose_power_fits(number: int, degree: int) -> None:
    root = integers.integer_root(number, degree)
    assert root**degree <= number < (root + 1) ** degree


@given(st.integers(-50, 50), st.integers(0, 200))
def test_power_is_that_of_python(base: int, exponent: int) -> None:
    assert integers.power(base, exponent) == base**exponent


@pytest.mark.parametrize("n", [0, 1, 2, 5, 1999, 2000, 2001, 3000])
def test_factorials_are_those_of_python(n: int) -> None:
    assert integers.factorial(n) == math.factorial(n)
    assert integers.double_factorial(n) == math.prod(range(n, 0, -2))


@pytest.mark.parametrize("n", [0, 1, 2, 3, 299, 300, 301, 1000])
def test_fibonacci_numbers_are_sums_of_the_two_before(n: int) -> None:
    assert integers.fibonacci(n + 2) == integers.fibonacci(n + 1) + integers.fibonacci(n)


@given(st.integers(-60, 2100), st.integers(0, 60))
def test_binomials_are_quotients_of_factorials(n: int, k: int) -> None:
    expected = Fraction(math.prod(range(n - k + 1, n + 1)), math.factorial(k))
    assert integers.binomial(n, k) == expected


@settings(max_examples=60)
@given(fractions, fractions)
def test_arithmetic_of_fractions_is_that_of_python(a: Fraction, b: Fraction) -> None:
    one, other = ours(a), ours(b)
    assert exact(one + other) == a + b  # type: ignore[operator]
    assert exact(one - other) == a - b  # type: ignore[operator]
    assert exact(rational.multiply(one, other)) == a * b  # type: ignore[arg-type]
    assert rational.compare(one, other) == (a > b) - (a < b)  # type: ignore[arg-type]
    assert rational.floor(one) == math.floor(a)  # type: ignore[arg-type]
    if b:
        assert exact(rational.divide(one, other)) == a / b  # type: ignore[arg-type]


@given(small, small)
def test_fractions_are_always_in_lowest_terms(a: Fraction, b: Fraction) -> None:
    for number in (ours(a) + ours(b), rational.multiply(ours(a), ours(b)), ours(a) - ours(b)):  # type: ignore[arg-type,operator]
        assert type(number) in (int, Rational)
        if isinstance(number, Rational):
            assert number.denominator >= 2
            assert math.gcd(number.numerator, number.denominator) == 1


@given(small, small)
def test_fractions_compare_and_hash_as_python_s(a: Fraction, b: Fraction) -> None:
    one, other = ours(a), ours(b)
    assert (one == other) == (a == b)
    assert (one < other) == (a < b)  # type: ignore[operator]
    assert (one >= other) == (a >= b)  # type: ignore[operator]
    assert one == a
    assert hash(one) == hash(a)


@given(small, st.integers(-20, 20))
def test_power_of_a_fraction_is_that_of_python(a: Fraction, exponent: int) -> None:
    if not a and exponent < 0:
        with pytest.raises(DivisionByZero):
            rational.power(ours(a), exponent)  # type: ignore[arg-type]
    else:
        assert exact(rational.power(ours(a), exponent)) == a**exponent  # type: ignore[arg-type]


@given(st.fractions(max_denominator=10**12).filter(bool))
def test_decimal_exponent_is_the_greatest_power_of_ten_that_fits(number: Fraction) -> None:
    exponent = decimals.decimal_exponent(ours(abs(number)))  # type: ignore[arg-type]
    assert Fraction(10) ** exponent <= abs(number) < Fraction(10) ** (exponent + 1)


@pytest.mark.parametrize("exponent", [-3000, -400, -1, 0, 1, 23, 400, 3000])
def test_decimal_exponent_of_a_power_of_ten_is_exact(exponent: int) -> None:
    power = rational.power(10, exponent)
    assert decimals.decimal_exponent(power) == exponent
    below = power - ratio(1, 10**4000)
    assert decimals.decimal_exponent(below) == exponent - 1


@given(st.integers(-(10**20), 10**20), st.integers(0, 60), st.integers(0, 60))
def test_decimal_that_ends_is_found_whatever_its_denominator(numerator: int, twos: int, fives: int) -> None:
    number = Fraction(numerator, 2**twos * 5**fives)
    digits = decimals.complete(ours(number), 1000)  # type: ignore[arg-type]
    assert digits is not None
    worth = Fraction(int(digits.text)) * Fraction(10) ** (digits.point - len(digits.text))
    assert (-worth if digits.negative else worth) == number


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_decimal_without_end_is_never_complete(numerator: int, denominator: int) -> None:
    number = Fraction(numerator, denominator)
    rest = number.denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    assert (decimals.complete(ours(number), 10**6) is None) == (rest != 1)  # type: ignore[arg-type]


def test_result_past_the_limit_is_refused_before_it_is_made() -> None:
    for make in (
        lambda: integers.power(3, 10**12),
        lambda: integers.shift_left(1, 10**12),
        lambda: integers.factorial(10**12),
        lambda: integers.binomial(10**12, 10**11),
        lambda: integers.fibonacci(10**12),
        lambda: integers.permutations(10**12, 10**11),
        lambda: rational.power(ratio(1, 3), 10**12),
    ):
        with pytest.raises(LimitError):
            make()


# Ranges and kinds


@given(small, small, small.filter(bool))
def test_range_counts_its_elements_without_making_them(first: Fraction, last: Fraction, step: Fraction) -> None:
    counted = Range(ours(first), ours(last), ours(step))  # type: ignore[arg-type]
    assert counted.count == max(0, math.floor((last - first) / step) + 1)
    if counted.count:
        assert exact(counted.element(counted.count - 1)) == first + step * (counted.count - 1)


@pytest.mark.parametrize(
    ("value", "kind", "name"),
    [
        (1, "number", "a whole number"),
        (Rational(1, 2), "number", "a fraction"),
        (True, "boolean", "a truth value"),
        ("a", "text", "a text"),
        ((1,), "list", "a list"),
        (Range(1, 2, 1), "list", "a range"),
        (None, "none", "nothing"),
    ],
)
def test_value_has_a_kind_and_is_called_by_a_name(value: object, kind: str, name: str) -> None:
    assert kind_of(value) == kind
    assert called(value) == name


def test_truth_values_are_no_numbers() -> None:
    assert not is_number(True)
    assert not equal(True, 1)
    assert not equal((True,), (1,))


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (10**6, "1,000,000"), (10**12 - 1, "999,999,999,999"), (10**12, "10^12")],
)
def test_count_is_short_in_a_message(count: int, text: str) -> None:
    assert short(count) == text
