"""The values of every function at points within bounds lie in what is said of the bounds, which is not much wider."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl import CalcError
from calc_repl.errors import DomainError, KindError
from calc_repl.operations import catalogue
from calc_repl.values import deciding, interval_enclosures, intervals, slopes
from calc_repl.values.complex import Complex
from calc_repl.values.enclosing import enclosure
from calc_repl.values.intervals import Interval
from calc_repl.values.rational import ratio

#: Calls of functions: x stands for an uncertain number, y for one between 0 and 1.
CALLS = [
    *("gamma x", "rgamma x", "lgamma x", "digamma x", "factorial x", "zeta x", "eta x", "erf x", "erfc x", "erfi x"),
    *("erfinv y", "erfcinv y", "Ei x", "Si x", "Ci x", "Shi x", "Chi x", "li x", "fresnel_s x", "fresnel_c x"),
    *("airy_ai x", "airy_bi x", "lambertw x", "elliptic_k y", "elliptic_e y", "sech x", "csch x", "coth x"),
    *("polygamma 1 x", "polygamma 2 x", "hurwitz 2 x", "hurwitz x 3/2", "polylog 2 y", "polylog 3/2 y"),
    *("beta x 3/2", "beta 5/2 x", "beta x 2", "binomial x 2", "binomial x 1/2", "binomial 7 x"),
    *("expint 1 x", "expint 5/2 x", "gamma_upper 3/2 x", "gamma_upper x 3/2", "gamma_lower 3/2 x", "gamma_lower x 3/2"),
    *("bessel_j 0 x", "bessel_j 3 x", "bessel_j -1/3 x", "bessel_j x 2", "bessel_y 0 x", "bessel_y 5/3 x"),
    *("bessel_i 0 x", "bessel_i 3/2 x", "bessel_i -5/3 x", "bessel_k 0 x", "bessel_k -5/3 x", "bessel_k x 2"),
    *("agm x 3/2", "hyp1f1 1 5/2 x", "hyp1f1 -3/2 5/2 x", "hyp1f1 x 5/2 1", "hyp2f1 1 2 7/2 y", "hyp2f1 -1/2 2 7/2 y"),
    *("hyp2f1 y 2 7/2 1/3", "beta x x", "agm x x", "bessel_j y x", "binomial x y", "gamma_upper x y"),
    *("floor x", "ceil x", "trunc x", "round x", "round x 1", "round_even x", "sign x", "frac x", "cbrt x", "root x 3"),
    *("root y 4", "hypot x y", "hypot x x 2", "atan2 x y", "atan2 y x", "modulo x 2", "modulo x -3/2", "modulo x y"),
    *("rem x 2", "quotient x y", "quotient x 3", "expm1 x", "ln1p y", "log2 y", "log10 y", "log y 3", "abs x"),
    *("max x y", "min x y 1/2", "median x y 1/2", "median x y", "mean x y", "variance x y 1", "sum x y"),
]


def ours(number: Fraction) -> Any:
    return ratio(number.numerator, number.denominator)


def call(text: str, given_for: dict[str, list[Any]]) -> Any:
    """The value of a call where each x and y takes the next of the numbers given for it."""
    name, *arguments = text.split()
    left = {letter: iter(numbers) for letter, numbers in given_for.items()}
    operation = catalogue.find(name)
    assert operation is not None
    values = [next(left[a]) if a in left else ours(Fraction(a)) for a in arguments]
    result = operation.apply(values)
    if not operation.generates:
        return result
    with pytest.raises(StopIteration) as finished:
        next(result)
    return finished.value.value


@st.composite
def bounds_and_point(draw: st.DrawFn, lowest: Fraction, highest: Fraction) -> tuple[Any, Any]:
    low = draw(st.fractions(lowest, highest, max_denominator=30))
    width = draw(st.sampled_from([Fraction(1, 10**9), Fraction(1, 50), Fraction(1, 3), Fraction(1), highest - low]))
    high = min(low + width, highest)
    return intervals.interval(ours(low), ours(high)), ours(low + (high - low) * draw(st.fractions(0, 1)))


def holds(number: Any, value: Any) -> bool:
    low, high = intervals.ends(number)
    return deciding.compare(low, value) <= 0 <= deciding.compare(high, value)


def check_one_call(text: str, xs: list[Any], ys: list[Any]) -> None:
    point = call(text, {"x": [x[1] for x in xs], "y": [y[1] for y in ys]})
    bounds = call(text, {"x": [x[0] for x in xs], "y": [y[0] for y in ys]})
    assert not isinstance(point, Complex)
    assert holds(bounds, point)


@pytest.mark.parametrize("knows_slopes", [True, False])
@pytest.mark.parametrize("text", CALLS)
@settings(max_examples=12, deadline=None)
@given(
    st.lists(bounds_and_point(Fraction(-5), Fraction(9)), min_size=2, max_size=2),
    st.lists(bounds_and_point(Fraction(1, 20), Fraction(19, 20)), min_size=2, max_size=2),
)
def test_bounds_hold_the_value_at_every_point(text: str, knows_slopes: bool, xs: Any, ys: Any) -> None:
    try:
        if knows_slopes:
            check_one_call(text, xs, ys)
        else:
            with (
                mock.patch.object(slopes, "direction", return_value=0),
                mock.patch.object(slopes, "steepest", return_value=None),
            ):
                check_one_call(text, xs, ys)
    except CalcError as error:
        assert not isinstance(error, KindError), text  # noqa: PT017  # no call is refused for its kinds


#: What jumps within the bounds below, and what FLINT does not enclose within wide ones.
JUMPING = ("frac x", "modulo x 2", "rem x 2")
REFUSED = ("bessel_y x 2", "hyp1f1 -3/2 5/2 x")


@pytest.mark.parametrize("text", [text for text in CALLS if text.count(" x") + text.count(" y") == 1])
@pytest.mark.parametrize("at", [(2, "21/10"), (3, 5), (8, 12)])
def test_bounds_are_not_much_wider_than_the_values(text: str, at: tuple[Any, Any]) -> None:
    low, high = map(Fraction, at)
    if " y" in text:
        low, high = low / 13, high / 13
    points = [ours(low + (high - low) * part / 40) for part in range(41)]
    values = [enclosure(call(text, {"x": [point], "y": [point]}), 64).mid() for point in points]
    uncertain = Interval(ours(low), ours(high))
    try:
        bounds = call(text, {"x": [uncertain], "y": [uncertain]})
    except DomainError:
        assert text in REFUSED
        return
    least, greatest = (enclosure(end, 64).mid() for end in intervals.ends(bounds))
    assert greatest - least <= (max(values) - min(values)) * 2 + 1e-9 or text in JUMPING


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("gamma x", -1, 1),
        ("gamma x", 0, 1),
        ("digamma x", -3, "-5/2"),
        ("zeta x", "1/2", 2),
        ("Ei x", -1, 1),
        ("li x", "1/2", 2),
        ("bessel_y 0 x", 0, 1),
        ("bessel_k 0 x", -1, 1),
        ("lambertw x", -1, 0),
        ("lgamma x", "-1/2", 1),
        ("elliptic_k x", "1/2", 2),
        ("erfinv x", 0, 1),
        ("factorial x", -1, 1),
        ("coth x", -1, 1),
        ("root x 2", -1, 1),
        ("ln1p x", -1, 1),
    ],
)
def test_poles_jumps_and_the_ends_of_what_is_defined_are_errors(text: str, low: Any, high: Any) -> None:
    with pytest.raises(DomainError):
        call(text, {"x": [Interval(ours(Fraction(low)), ours(Fraction(high)))]})


def test_two_uncertain_arguments_vary_independently() -> None:
    number = Interval(1, 2)
    low, high = intervals.ends(call("beta x x", {"x": [number, number]}))
    for one in (1, 2):
        for other in (1, 2):
            assert holds(Interval(low, high), call("beta x x", {"x": [one, other]}))


def test_bounds_are_cut_where_that_makes_them_tighter(monkeypatch: pytest.MonkeyPatch) -> None:
    number = {"x": [Interval(3, 5)]}
    fine = intervals.radius(call("fresnel_s x", number))
    monkeypatch.setattr(interval_enclosures, "MOST_PIECES", 4)
    assert deciding.compare(intervals.radius(call("fresnel_s x", number)), fine) > 0
