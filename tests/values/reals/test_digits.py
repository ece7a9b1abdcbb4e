"""Digits of real numbers: every one is right, however hard the number is."""

from __future__ import annotations

import gc

import pytest

from calc_repl.errors import DomainError, LimitError
from calc_repl.values.atoms import atom
from calc_repl.values.balls import ball, precision_of
from calc_repl.values.constants import CATALAN, EULER_GAMMA, PI, TAU
from calc_repl.values.deciding import compare, floor, sign
from calc_repl.values.decimals import Digits
from calc_repl.values.enclosing import enclosure, nearest_fraction, places, significant
from calc_repl.values.exponentials import exp, ln
from calc_repl.values.gamma_functions import gamma
from calc_repl.values.hyperbolic import tanh
from calc_repl.values.not_real import NotReal
from calc_repl.values.powers import power, sqrt
from calc_repl.values.rational import ratio
from calc_repl.values.real import Real, add, divide, multiply, opaque, subtract, total
from calc_repl.values.sines import cot, csc, sec, sin, tan
from calc_repl.values.special import agm
from calc_repl.values.undecided import Undecided


def written(digits: Digits) -> str:
    """Digits as d.ddde+-n."""
    sign_text = "-" if digits.negative else ""
    return f"{sign_text}{digits.text[0]}.{digits.text[1:]}e{digits.point - 1}"


HARD = {
    "sin(10^1000)": (lambda: sin(10**1000), 15, "6.53359798210370e-1"),
    "ln(1 + 10^-10)": (lambda: ln(1 + ratio(1, 10**10)), 15, "9.99999999950000e-11"),
    "sqrt(10^100 + 1) - 10^50": (lambda: sqrt(10**100 + 1) - 10**50, 15, "5.00000000000000e-51"),
    "9^9^9": (lambda: power(9, power(9, 9)), 24, "4.28124773175747048036987e369693099"),
    "exp(exp(100))": (lambda: exp(exp(100)), 12, "2.76636181555e11674344414002886632798167381008836736851880"),
    "2^(1/10^9)": (lambda: power(2, ratio(1, 10**9)), 30, "1.00000000069314718080017181643e0"),
    "tanh(100) - 1": (lambda: tanh(100) - 1, 15, "-2.76779305347348e-87"),
    "tanh(10^5) - 1": (lambda: tanh(10**5) - 1, 12, "-2.53892192099e-86859"),
    "tanh(-10^5) + 1": (lambda: tanh(-(10**5)) + 1, 12, "2.53892192099e-86859"),
    "pi^pi^pi": (lambda: power(PI, power(PI, PI)), 15, "1.34016418300636e18"),
    "(1 + 10^-10)^10^10": (lambda: power(1 + ratio(1, 10**10), 10**10), 15, "2.71828182832313e0"),
    "below a power of ten": (lambda: power(2, ratio(-1, 10**20)), 21, "9.99999999999999999993e-1"),
    "rounded up to a power of ten": (lambda: power(2, ratio(-1, 10**20)), 12, "1.00000000000e0"),
    "Euler's constant": (lambda: EULER_GAMMA, 20, "5.7721566490153286061e-1"),
    "Catalan's constant": (lambda: CATALAN, 20, "9.1596559417721901505e-1"),
    "tau": (lambda: TAU, 20, "6.2831853071795864769e0"),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_number_has_right_digits(name: str) -> None:
    make, count, expected = HARD[name]
    assert written(significant(make(), count)) == expected


def logistic(start: object) -> object:
    """x -> 4 x (1 - x), 1000 times: a rounding error doubles at each step."""
    value = start
    for _ in range(1000):
        value = multiply(4, multiply(value, subtract(1, value)))
    return value


def test_chaotic_map_from_a_root() -> None:
    assert written(significant(logistic(multiply(ratio(1, 2), sqrt(2))), 15)) == "5.33773790831543e-1"


def test_chaotic_map_from_a_fraction() -> None:
    assert written(significant(logistic(ratio(1, 10)), 15)) == "1.77388796002880e-1"


def test_sum_of_many_roots_is_the_same_at_once_and_one_by_one() -> None:
    one_by_one: object = 0
    for n in range(1, 100_001):
        one_by_one = add(one_by_one, sqrt(n))
    expected = "2.1082008973917740557444841993793776689559770029193e7"
    assert written(significant(one_by_one, 50)) == expected
    assert written(significant(total(sqrt(n) for n in range(1, 100_001)), 50)) == expected


def test_number_doubled_200_times_shares_its_parts() -> None:
    value = add(sqrt(2), sin(1))
    start = value
    for _ in range(200):
        value = add(value, value)
    assert compare(value, multiply(2**200, start)) == 0


def test_number_squared_200_times_shares_its_parts() -> None:
    value: object = sin(1)
    for _ in range(200):
        value = add(multiply(value, value), 1)
    assert sign(value) == 1


def test_deep_number_is_computed_and_freed() -> None:
    value: object = sin(1)
    for _ in range(100_000):
        value = sin(value)
    assert written(significant(value, 12)) == "5.47694247181e-3"
    del value
    gc.collect()


def test_places_round_to_the_decimal_point() -> None:
    assert written(places(PI, 4)) == "3.1416e0"
    assert written(places(-PI, 0)) == "-3.e0"
    tiny = places(sin(ratio(1, 10**30)), 3)
    assert (tiny.text, tiny.point, tiny.exact) == ("0000", 1, False)


def test_enclosure_holds_the_number() -> None:
    assert enclosure(ratio(1, 3), 64).contains(enclosure(ratio(1, 3), 128).mid())
    with precision_of(200):
        assert abs(enclosure(sqrt(2), 200) ** 2 - 2) < 1e-55


UNDEFINED = {
    "tan(pi/2)": (lambda: tan(multiply(ratio(1, 2), PI)), DomainError),
    "csc(0)": (lambda: csc(0), DomainError),
    "sec(3 pi/2)": (lambda: sec(multiply(ratio(3, 2), PI)), DomainError),
    "cot(pi)": (lambda: cot(PI), DomainError),
    "ln(0)": (lambda: ln(sqrt(2) - sqrt(2)), DomainError),
    "sqrt(-2)": (lambda: sqrt(-2), NotReal),
    "ln(-pi)": (lambda: ln(-PI), NotReal),
    "(-8)^(1/3)": (lambda: power(-8, ratio(1, 3)), NotReal),
    "1/0": (lambda: divide(1, sqrt(8) - 2 * sqrt(2)), ZeroDivisionError),
    "0^-pi": (lambda: power(0, -PI), ZeroDivisionError),
    "9^9^9^9": (lambda: significant(power(9, power(9, power(9, 9))), 12), LimitError),
    "9^-9^9^9": (lambda: significant(power(9, -power(9, power(9, 9))), 12), LimitError),
    "exp(exp(exp(10)))": (lambda: significant(exp(exp(exp(10))), 12), LimitError),
    "sin(10^10^6)": (lambda: significant(sin(power(10, 10**6)), 12), LimitError),
    "200,000 digits past exp's": (lambda: significant(exp(sqrt(2)), 10**6), LimitError),
}


@pytest.mark.parametrize("name", UNDEFINED)
def test_what_is_not_defined_or_out_of_reach_is_an_error(name: str) -> None:
    compute, error = UNDEFINED[name]
    with pytest.raises(error):
        compute()


def test_size_of_what_cannot_be_written_is_told() -> None:
    with pytest.raises(LimitError, match=r"larger than 10\^\(10\^369693099\)"):
        significant(power(9, power(9, power(9, 9))), 12)


def test_what_no_rule_proves_is_undecided() -> None:
    difference = subtract(opaque(lambda balls: balls[0].gamma(), "gamma", ratio(1, 3)), _gamma_by_another_name())
    with pytest.raises(Undecided, match=r"its size is below 10\^-4,9\d\d"):
        sign(difference)
    with pytest.raises(Undecided):
        significant(difference, 12)


def test_operation_that_cannot_be_computed_far_enough_says_so() -> None:
    unknown = opaque(lambda balls: balls[0], "never known", 1, most_bits=0)
    with pytest.raises(LimitError, match="never known is computed to at most"):
        sign(unknown)


def _gamma_by_another_name() -> Real:
    return opaque(lambda balls: (balls[0] + 1).gamma() / balls[0], "gamma by its recurrence", ratio(1, 3))


def test_equal_operations_are_one_atom() -> None:
    value = opaque(lambda balls: balls[0].gamma(), "gamma", ratio(1, 3))
    again = opaque(lambda balls: balls[0].gamma(), "gamma", ratio(1, 3))
    assert value - again == 0
    assert atom("pi", lambda _balls: ball(PI, 64)) is next(iter(PI.form))[0][0]


def test_nearest_fraction_of_a_real_number_is_nearer_than_all_others() -> None:
    for value in (PI, -PI, sqrt(2), sin(1), sqrt(ratio(1, 1000)), PI * 1000):
        for greatest in (1, 2, 3, 7, 50, 113, 200):
            found = nearest_fraction(value, greatest)
            assert found.denominator <= greatest
            distance = abs(value - found)
            for denominator in range(1, greatest + 1):
                below = ratio(floor(value * denominator), denominator)
                for other in (below, below + ratio(1, denominator)):
                    assert other == found or compare(abs(value - other), distance) > 0


def test_nearest_fraction_is_refused_where_it_is_not_proved() -> None:
    # Gauss: 1/agm(1, sqrt 2) = gamma(1/4)^2/(2 pi)^(3/2), which no rule proves; so this is 1/2, between 0 and 1.
    half = agm(1, sqrt(2)) * power(gamma(ratio(1, 4)), 2) - power(2 * PI, ratio(3, 2)) + ratio(1, 2)
    assert nearest_fraction(half, 2) == ratio(1, 2)
    with pytest.raises(Undecided, match="which fraction is nearest"):
        nearest_fraction(half, 1)
