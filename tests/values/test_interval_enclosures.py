"""Functions of uncertain numbers hold the value at every point within the bounds, by mpmath, and are not much wider."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.values.intervals import Interval, rational_bounds

#: How a function is called -> the same of mpmath, on real numbers.
FUNCTIONS: dict[str, Callable[[mpmath.mpf], mpmath.mpf]] = {
    "gamma(": mpmath.gamma,
    "rgamma(": mpmath.rgamma,
    "factorial(": mpmath.factorial,
    "lgamma(": mpmath.loggamma,
    "digamma(": mpmath.digamma,
    "zeta(": mpmath.zeta,
    "eta(": mpmath.altzeta,
    "polylog(2, ": lambda x: mpmath.polylog(2, x),
    "erf(": mpmath.erf,
    "erfc(": mpmath.erfc,
    "erfi(": mpmath.erfi,
    "erfinv(": mpmath.erfinv,
    "Ei(": mpmath.ei,
    "Si(": mpmath.si,
    "Ci(": mpmath.ci,
    "Shi(": mpmath.shi,
    "Chi(": mpmath.chi,
    "li(": mpmath.li,
    "fresnel_s(": mpmath.fresnels,
    "bessel_j(0, ": lambda x: mpmath.besselj(0, x),
    "bessel_k(1, ": lambda x: mpmath.besselk(1, x),
    "airy_ai(": mpmath.airyai,
    "airy_bi(": mpmath.airybi,
    "lambertw(": mpmath.lambertw,
    "elliptic_k(": mpmath.ellipk,
    "elliptic_e(": mpmath.ellipe,
    "sech(": mpmath.sech,
    "csch(": mpmath.csch,
    "coth(": mpmath.coth,
    "expm1(": mpmath.expm1,
    "floor(": mpmath.floor,
}

middles = st.fractions(min_value=-6, max_value=12, max_denominator=40)
radii = st.fractions(min_value=Fraction(1, 1000), max_value=3, max_denominator=1000)


@pytest.mark.parametrize("call", FUNCTIONS)
@given(middle=middles, radius=radii, place=st.fractions(min_value=-1, max_value=1, max_denominator=50))
def test_bounds_hold_the_value_at_every_point(call: str, middle: Fraction, radius: Fraction, place: Fraction) -> None:
    try:
        value = Calculator().evaluate(f"{call}({middle}) ± ({radius}))").value
    except CalcError:
        return  # a pole or no real value somewhere within the bounds
    point = middle + place * radius
    with mpmath.workdps(40):
        true = mpmath.mpc(FUNCTIONS[call](mpmath.mpf(point.numerator) / point.denominator)).real
        low, high = (mpmath.mpf(end.numerator) / end.denominator for end in _bounds(value))
        slack = abs(true) * mpmath.mpf(10) ** -30
        assert low - slack <= true <= high + slack


def _bounds(value: object) -> tuple[Fraction, ...]:
    low, high = rational_bounds(value) if isinstance(value, Interval) else (value, value)
    return tuple(Fraction(end.numerator, end.denominator) for end in (low, high))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "width"),
    [("gamma(5 ± 1/1000)", 0.0729), ("zeta(3 ± 1/1000)", 0.000397), ("bessel_j(0, 2 ± 1/1000)", 0.001154)],
)
def test_bounds_are_not_much_wider_than_the_values(line: str, width: float) -> None:
    low, high = _bounds(Calculator().evaluate(line).value)
    assert width * 0.99 < high - low < width * 1.05
