"""Special functions: exact values, poles, and arguments so extreme that only an answer or a clear error will do."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter
from typing import Any

import pytest

from calc_repl.errors import CalcError, DomainError, LimitError
from calc_repl.values import bessel_functions as bessel
from calc_repl.values import complex_functions as elementary
from calc_repl.values import constants, elliptic_integrals, hypergeometric, real, special
from calc_repl.values import gamma_functions as gammas
from calc_repl.values import integral_functions as integrals
from calc_repl.values import orthogonal_polynomials as orthogonal
from calc_repl.values import zeta_functions as zetas
from calc_repl.values.complex import Complex, I, add, conj, divide, equal, multiply, negate, subtract
from calc_repl.values.enclosing import enclosure
from calc_repl.values.rational import ratio

PI, E = constants.PI, constants.E
HALF, THIRD = ratio(1, 2), ratio(1, 3)
ROOT_PI = elementary.sqrt(PI)
LN2 = elementary.ln(2)
GOOGOL = 10**100

EXACT: dict[str, tuple[Callable[[], Any], Any]] = {
    "gamma(5)": (lambda: gammas.gamma(5), 24),
    "gamma(1/2)": (lambda: gammas.gamma(HALF), ROOT_PI),
    "gamma(-7/2)": (lambda: gammas.gamma(ratio(-7, 2)), multiply(ratio(16, 105), ROOT_PI)),
    "gamma(1+i) gamma(1-i) is real": (
        lambda: subtract(
            multiply(gammas.gamma(Complex(1, 1)), gammas.gamma(Complex(1, -1))),
            multiply(gammas.gamma(Complex(1, -1)), gammas.gamma(Complex(1, 1))),
        ),
        0,
    ),
    "im(bessel_k(i, 1/3))": (lambda: elementary_im(bessel.bessel_k(I, ratio(1, 3))), 0),
    "beta(i, 2) = 1/(i (1 + i))": (lambda: gammas.beta(I, 2), Complex(ratio(-1, 2), ratio(-1, 2))),
    "hurwitz(-1, i)": (lambda: zetas.hurwitz(-1, I), Complex(ratio(5, 12), HALF)),
    "rgamma(-3)": (lambda: gammas.rgamma(-3), 0),
    "(1/2)!": (lambda: gammas.factorial(HALF), multiply(HALF, ROOT_PI)),
    "lgamma(10) = ln 9!": (lambda: gammas.lgamma(10), elementary.ln(362880)),
    "beta(2, 3)": (lambda: gammas.beta(2, 3), ratio(1, 12)),
    "beta(1/2, 1/2)": (lambda: gammas.beta(HALF, HALF), PI),
    "beta(-4, 2)": (lambda: gammas.beta(-4, 2), ratio(1, 12)),
    "binomial(1/2, 3)": (lambda: gammas.binomial(HALF, 3), ratio(1, 16)),
    "binomial(-2, 3)": (lambda: gammas.binomial(-2, 3), -4),
    "binomial(5, 7)": (lambda: gammas.binomial(5, 7), 0),
    "binomial(10^8, 5000)": (
        lambda: gammas.binomial(10**8, 5000),
        math.prod(range(10**8 - 4999, 10**8 + 1)) // math.factorial(5000),
    ),
    "binomial(pi, 1)": (lambda: gammas.binomial(PI, 1), PI),
    "digamma(2) - digamma(1)": (lambda: subtract(gammas.digamma(2), gammas.digamma(1)), 1),
    "digamma(-1/2) - digamma(1/2)": (lambda: subtract(gammas.digamma(ratio(-1, 2)), gammas.digamma(HALF)), 2),
    "polygamma(1, 1)": (lambda: gammas.polygamma(1, 1), divide(elementary.power(PI, 2), 6)),
    "zeta(2)": (lambda: zetas.zeta(2), divide(elementary.power(PI, 2), 6)),
    "zeta(12)": (lambda: zetas.zeta(12), multiply(ratio(691, 638512875), elementary.power(PI, 12))),
    "zeta(0)": (lambda: zetas.zeta(0), ratio(-1, 2)),
    "zeta(-1)": (lambda: zetas.zeta(-1), ratio(-1, 12)),
    "zeta(-2 googol)": (lambda: zetas.zeta(-2 * GOOGOL), 0),
    "eta(1)": (lambda: zetas.eta(1), LN2),
    "eta(-2 googol)": (lambda: zetas.eta(-2 * GOOGOL), 0),
    "hurwitz(2, 3)": (lambda: zetas.hurwitz(2, 3), subtract(zetas.zeta(2), ratio(5, 4))),
    "polylog(-3, 2)": (lambda: zetas.polylog(-3, 2), 26),
    "polylog(1, 1/2)": (lambda: zetas.polylog(1, HALF), LN2),
    "polylog(2, 1)": (lambda: zetas.polylog(2, 1), zetas.zeta(2)),
    "polylog(2, -1)": (lambda: zetas.polylog(2, -1), divide(elementary.power(PI, 2), -12)),
    "erf(-1) + erf(1)": (lambda: add(integrals.erf(-1), integrals.erf(1)), 0),
    "erf(i) = i erfi(1)": (lambda: divide(integrals.erf(I), I), integrals.erfi(1)),
    "erfinv(0)": (lambda: integrals.erfinv(0), 0),
    "expint(2, 0)": (lambda: integrals.expint(2, 0), 1),
    "Ci(-1) - Ci(1)": (lambda: subtract(integrals.ci(-1), integrals.ci(1)), Complex(0, PI)),
    "gamma_upper(3, 0)": (lambda: integrals.gamma_upper(3, 0), 2),
    "gamma_upper(1, ln 2)": (lambda: integrals.gamma_upper(1, LN2), HALF),
    "gamma_upper(3, 1) = 5/e": (lambda: integrals.gamma_upper(3, 1), divide(5, E)),
    "gamma_lower(1, ln 2)": (lambda: integrals.gamma_lower(1, LN2), HALF),
    "re(gamma_lower(1/2, -1))": (lambda: integrals.gamma_lower(HALF, -1).re, 0),
    "bessel_j(0, 0)": (lambda: bessel.bessel_j(0, 0), 1),
    "bessel_j(3, 0)": (lambda: bessel.bessel_j(3, 0), 0),
    "bessel_j(1/2, pi)": (lambda: bessel.bessel_j(HALF, PI), 0),
    "bessel_j(1, i) = i bessel_i(1, 1)": (lambda: divide(bessel.bessel_j(1, I), I), bessel.bessel_i(1, 1)),
    "lambertw(e)": (lambda: special.lambertw(E), 1),
    "lambertw(-1/e)": (lambda: special.lambertw(negate(elementary.exp(-1))), -1),
    "lambertw(-1/e, -1)": (lambda: special.lambertw(negate(elementary.exp(-1)), -1), -1),
    "lambertw(2 ln 2)": (lambda: special.lambertw(multiply(2, LN2)), LN2),
    "lambertw(-ln(2)/2, -1)": (lambda: special.lambertw(divide(LN2, -2), -1), multiply(-2, LN2)),
    "agm(1 + i, 1 - i) is real": (lambda: elementary_im(special.agm(Complex(1, 1), Complex(1, -1))), 0),
    "elliptic_k(0)": (lambda: elliptic_integrals.elliptic_k(0), divide(PI, 2)),
    "elliptic_e(1)": (lambda: elliptic_integrals.elliptic_e(1), 1),
    "elliptic_pi(-3, 0)": (lambda: elliptic_integrals.elliptic_pi(-3, 0), divide(PI, 4)),
    "elliptic_pi(0, 0)": (lambda: elliptic_integrals.elliptic_pi(0, 0), divide(PI, 2)),
    "elliptic_f(1, 0)": (lambda: elliptic_integrals.elliptic_f(1, 0), 1),
    "elliptic_f(0, 5)": (lambda: elliptic_integrals.elliptic_f(0, 5), 0),
    "elliptic_f(-3 pi/2, 1/3)": (
        lambda: divide(
            elliptic_integrals.elliptic_f(multiply(ratio(-3, 2), PI), THIRD), elliptic_integrals.elliptic_k(THIRD)
        ),
        -3,
    ),
    "elliptic_f(1 + 5 pi, 1/3)": (
        lambda: subtract(
            elliptic_integrals.elliptic_f(real.add(1, multiply(5, PI)), THIRD), elliptic_integrals.elliptic_f(1, THIRD)
        ),
        multiply(10, elliptic_integrals.elliptic_k(THIRD)),
    ),
    "elliptic_e_inc(5 pi/6, 1)": (lambda: elliptic_integrals.elliptic_e_inc(multiply(ratio(5, 6), PI), 1), ratio(3, 2)),
    "elliptic_pi_inc(0, 2, 0)": (lambda: elliptic_integrals.elliptic_pi_inc(0, 2, 0), 2),
    "legendre_p(3, 2)": (lambda: orthogonal.legendre_p(3, 2), 17),
    "legendre_p(-4, 2)": (lambda: orthogonal.legendre_p(-4, 2), 17),
    "legendre_p(1/3, 1)": (lambda: orthogonal.legendre_p(THIRD, 1), 1),
    "legendre_p(4, sqrt 2)": (lambda: orthogonal.legendre_p(4, elementary.sqrt(2)), ratio(83, 8)),
    "legendre_p(2, i)": (lambda: orthogonal.legendre_p(2, I), -2),
    "legendre_p(1000, 1)": (lambda: orthogonal.legendre_p(1000, 1), 1),
    "chebyshev_t(0, pi)": (lambda: orthogonal.chebyshev_t(0, PI), 1),
    "chebyshev_t(-3, 2)": (lambda: orthogonal.chebyshev_t(-3, 2), 26),
    "chebyshev_t(10^12, -1)": (lambda: orthogonal.chebyshev_t(10**12, -1), 1),
    "chebyshev_t(10^12, 1/2)": (lambda: orthogonal.chebyshev_t(10**12, HALF), ratio(-1, 2)),
    "chebyshev_u(3, 1/2)": (lambda: orthogonal.chebyshev_u(3, HALF), -1),
    "chebyshev_u(-1, 3)": (lambda: orthogonal.chebyshev_u(-1, 3), 0),
    "chebyshev_u(-4, 3)": (lambda: orthogonal.chebyshev_u(-4, 3), -35),
    "chebyshev_u(5, -1)": (lambda: orthogonal.chebyshev_u(5, -1), -6),
    "chebyshev_u(1/2, 1)": (lambda: orthogonal.chebyshev_u(HALF, 1), ratio(3, 2)),
    "hermite_h(4, 1)": (lambda: orthogonal.hermite_h(4, 1), -20),
    "hermite_h(1, 1/2)": (lambda: orthogonal.hermite_h(1, HALF), 1),
    "laguerre_l(3, 1, 2)": (lambda: orthogonal.laguerre_l(3, 1, 2), ratio(7, 3)),
    "laguerre_l(-2, 1, 5)": (lambda: orthogonal.laguerre_l(-2, 1, 5), 0),
    "hyp0f1(2, 0)": (lambda: hypergeometric.hyp0f1(2, 0), 1),
    "hyperu(0, 1, 2)": (lambda: hypergeometric.hyperu(0, 1, 2), 1),
    "hyperu(1/2, 3/2, 4)": (lambda: hypergeometric.hyperu(HALF, ratio(3, 2), 4), HALF),
    "hyperu(1, 1/2, 0)": (lambda: hypergeometric.hyperu(1, HALF, 0), 2),
    "hyperu(-2, 3, 0)": (lambda: hypergeometric.hyperu(-2, 3, 0), 12),
    "hyp1f1(2, 2, ln 3)": (lambda: hypergeometric.hyp1f1(2, 2, elementary.ln(3)), 3),
    "hyp2f1(2, 1, 1, 1/2)": (lambda: hypergeometric.hyp2f1(2, 1, 1, HALF), 4),
    "hyp2f1(1/2, 1/2, 3/2, 1)": (lambda: hypergeometric.hyp2f1(HALF, HALF, ratio(3, 2), 1), divide(PI, 2)),
}


def elementary_im(value: Any) -> Any:
    return value.im if isinstance(value, Complex) else 0


@pytest.mark.parametrize("name", EXACT)
def test_special_value_is_exact(name: str) -> None:
    compute, expected = EXACT[name]
    assert equal(compute(), expected)


POLES: dict[str, Callable[[], Any]] = {
    "gamma(0)": lambda: gammas.gamma(0),
    "gamma(-googol)": lambda: gammas.gamma(-GOOGOL),
    "factorial(-1)": lambda: gammas.factorial(-1),
    "lgamma(-2)": lambda: gammas.lgamma(-2),
    "digamma(0)": lambda: gammas.digamma(0),
    "beta(0, 1/2)": lambda: gammas.beta(0, HALF),
    "binomial(-1, 1/2)": lambda: gammas.binomial(-1, HALF),
    "polygamma(1/2, 1)": lambda: gammas.polygamma(HALF, 1),
    "zeta(1)": lambda: zetas.zeta(1),
    "hurwitz(2, 0)": lambda: zetas.hurwitz(2, 0),
    "polylog(1, 1)": lambda: zetas.polylog(1, 1),
    "erfinv(1)": lambda: integrals.erfinv(1),
    "erfcinv(2)": lambda: integrals.erfcinv(2),
    "Ei(0)": lambda: integrals.ei(0),
    "Ci(0)": lambda: integrals.ci(0),
    "li(1)": lambda: integrals.li(1),
    "gamma_upper(0, 0)": lambda: integrals.gamma_upper(0, 0),
    "gamma_lower(0, 1)": lambda: integrals.gamma_lower(0, 1),
    "bessel_y(0, 0)": lambda: bessel.bessel_y(0, 0),
    "bessel_k(0, 0)": lambda: bessel.bessel_k(0, 0),
    "bessel_j(-1/2, 0)": lambda: bessel.bessel_j(ratio(-1, 2), 0),
    "lambertw(0, -1)": lambda: special.lambertw(0, -1),
    "lambertw(1, 1/2)": lambda: special.lambertw(1, HALF),
    "elliptic_k(1)": lambda: elliptic_integrals.elliptic_k(1),
    "elliptic_pi(1, 0)": lambda: elliptic_integrals.elliptic_pi(1, 0),
    "elliptic_pi(0, 1)": lambda: elliptic_integrals.elliptic_pi(0, 1),
    "elliptic_f(2, 1)": lambda: elliptic_integrals.elliptic_f(2, 1),
    "elliptic_pi_inc(2, pi/4, 1/2)": lambda: elliptic_integrals.elliptic_pi_inc(2, divide(PI, 4), HALF),
    "legendre_p(1/2, -1)": lambda: orthogonal.legendre_p(HALF, -1),
    "chebyshev_u(1/2, -1)": lambda: orthogonal.chebyshev_u(HALF, -1),
    "laguerre_l(-1/2, 1, -1/2)": lambda: orthogonal.laguerre_l(ratio(-1, 2), 1, ratio(-1, 2)),
    "hyp0f1(-1, 1)": lambda: hypergeometric.hyp0f1(-1, 1),
    "hyperu(1, 1, 0)": lambda: hypergeometric.hyperu(1, 1, 0),
    "hyp1f1(1, 0, 1)": lambda: hypergeometric.hyp1f1(1, 0, 1),
    "hyp2f1(1, 1, 1, 1)": lambda: hypergeometric.hyp2f1(1, 1, 1, 1),
}


@pytest.mark.parametrize("name", POLES)
def test_pole_is_an_error_that_says_so(name: str) -> None:
    with pytest.raises(DomainError, match=r"^[A-Za-z0-9_(),. ]+.*\.$"):
        POLES[name]()


EXTREMES: dict[str, Callable[[], Any]] = {
    "gamma(10^6 + 1/2)": lambda: gammas.gamma(ratio(2 * 10**6 + 1, 2)),
    "gamma(10^100)": lambda: gammas.gamma(GOOGOL),
    "gamma(-10^100 + 1/3)": lambda: gammas.gamma(ratio(1 - 3 * GOOGOL, 3)),
    "gamma(10^(10^5))": lambda: gammas.gamma(10 ** (10**5)),
    "gamma(e^e^20)": lambda: gammas.gamma(elementary.exp(elementary.exp(20))),
    "gamma(1 + 10^100 i)": lambda: gammas.gamma(Complex(1, GOOGOL)),
    "beta(10^100, 10^50)": lambda: gammas.beta(GOOGOL, 10**50),
    "polygamma(10^5, 1/3)": lambda: gammas.polygamma(10**5, ratio(1, 3)),
    "zeta(10^100)": lambda: zetas.zeta(GOOGOL),
    "zeta(-10^100 - 1)": lambda: zetas.zeta(-GOOGOL - 1),
    "zeta(1/2 + 10^4 i)": lambda: zetas.zeta(Complex(HALF, 10**4)),
    "zeta(1/2 + 10^10 i)": lambda: zetas.zeta(Complex(HALF, 10**10)),
    "zeta(1/2 + 10^20 i)": lambda: zetas.zeta(Complex(HALF, 10**20)),
    "hurwitz(1 + 10^100 i, 1/3)": lambda: zetas.hurwitz(Complex(1, GOOGOL), ratio(1, 3)),
    "polylog(10^100, 1/3)": lambda: zetas.polylog(GOOGOL, ratio(1, 3)),
    "polylog(2, -10^100)": lambda: zetas.polylog(2, -GOOGOL),
    "erf(10^10)": lambda: integrals.erf(10**10),
    "erfc(10^100)": lambda: integrals.erfc(GOOGOL),
    "erf(10^10 i)": lambda: integrals.erf(Complex(0, 10**10)),
    "erfinv(1 - 10^-1000)": lambda: integrals.erfinv(1 - ratio(1, 10**1000)),
    "Ei(-10^100)": lambda: integrals.ei(-GOOGOL),
    "Ci(10^100)": lambda: integrals.ci(GOOGOL),
    "gamma_upper(10^10, 10^10)": lambda: integrals.gamma_upper(10**10, 10**10),
    "bessel_j(0, 10^10)": lambda: bessel.bessel_j(0, 10**10),
    "bessel_j(0, 10^100)": lambda: bessel.bessel_j(0, GOOGOL),
    "bessel_j(10^5, 10^5)": lambda: bessel.bessel_j(10**5, 10**5),
    "bessel_j(10^6/3, 10^6)": lambda: bessel.bessel_j(ratio(10**6, 3), 10**6),
    "bessel_j(10^100, 10^100)": lambda: bessel.bessel_j(GOOGOL, GOOGOL),
    "bessel_k(10^10, 10^10)": lambda: bessel.bessel_k(10**10, 10**10),
    "airy_ai(-10^100)": lambda: bessel.airy_ai(-GOOGOL),
    "lambertw(-1/e + 10^-3000)": lambda: special.lambertw(subtract(ratio(1, 10**3000), elementary.exp(-1))),
    "elliptic_k(1 - 10^-100)": lambda: elliptic_integrals.elliptic_k(1 - ratio(1, GOOGOL)),
    "elliptic_f(10^100, 1/3)": lambda: elliptic_integrals.elliptic_f(GOOGOL, THIRD),
    "elliptic_f(pi/2 - 10^-100, 1 - 10^-100)": lambda: elliptic_integrals.elliptic_f(
        subtract(divide(PI, 2), ratio(1, GOOGOL)), 1 - ratio(1, GOOGOL)
    ),
    "elliptic_e_inc(1, 10^100)": lambda: elliptic_integrals.elliptic_e_inc(1, GOOGOL),
    "elliptic_pi(1 - 10^-100, 10^100)": lambda: elliptic_integrals.elliptic_pi(1 - ratio(1, GOOGOL), GOOGOL),
    "elliptic_f(pi/2 + i, 1/3)": lambda: elliptic_integrals.elliptic_f(Complex(divide(PI, 2), 1), THIRD),
    "legendre_p(10^9, 1/3)": lambda: orthogonal.legendre_p(10**9, THIRD),
    "legendre_p(10^100, 1/3)": lambda: orthogonal.legendre_p(GOOGOL, THIRD),
    "legendre_p(10^6 + 1/3, 10^6)": lambda: orthogonal.legendre_p(10**6 + THIRD, 10**6),
    "legendre_p(1/3, -1 + 10^-100)": lambda: orthogonal.legendre_p(THIRD, ratio(1, GOOGOL) + -1),
    "legendre_p(2000, 1/10^1000)": lambda: orthogonal.legendre_p(2000, ratio(1, 10**1000)),
    "legendre_p(24, pi)": lambda: orthogonal.legendre_p(24, PI),
    "legendre_p(24, 1 + pi + e i)": lambda: orthogonal.legendre_p(24, Complex(real.add(1, PI), E)),
    "chebyshev_t(10^100, 3)": lambda: orthogonal.chebyshev_t(GOOGOL, 3),
    "chebyshev_u(10^9 + 1/3, 1/7)": lambda: orthogonal.chebyshev_u(10**9 + THIRD, ratio(1, 7)),
    "hermite_h(10^9, 1/3)": lambda: orthogonal.hermite_h(10**9, THIRD),
    "hermite_h(10^6 + 1/3, 1000)": lambda: orthogonal.hermite_h(10**6 + THIRD, 1000),
    "hermite_h(2000, 10^100)": lambda: orthogonal.hermite_h(2000, GOOGOL),
    "laguerre_l(10^9, 1/3)": lambda: orthogonal.laguerre_l(10**9, THIRD),
    "laguerre_l(10^6/3, 1000, 10^6/7)": lambda: orthogonal.laguerre_l(ratio(10**6, 3), 1000, ratio(10**6, 7)),
    "hyp0f1(1/3, 10^100)": lambda: hypergeometric.hyp0f1(THIRD, GOOGOL),
    "hyp0f1(1/3, -10^10)": lambda: hypergeometric.hyp0f1(THIRD, -(10**10)),
    "hyperu(10^6/3, 2/3, 10^6)": lambda: hypergeometric.hyperu(ratio(10**6, 3), ratio(2, 3), 10**6),
    "hyperu(-10^9, 1/3, 1/3)": lambda: hypergeometric.hyperu(-(10**9), THIRD, THIRD),
    "hyp1f1(10^6/3, 2/3, 10^6)": lambda: hypergeometric.hyp1f1(ratio(10**6, 3), ratio(2, 3), 10**6),
    "hyp2f1(10^6/3, 2/3, 5/7, 9/10)": lambda: hypergeometric.hyp2f1(
        ratio(10**6, 3), ratio(2, 3), ratio(5, 7), ratio(9, 10)
    ),
    "hyp2f1 of 10^-100 below 1": lambda: hypergeometric.hyp2f1(1, HALF, ratio(1, 3), 1 - ratio(1, GOOGOL)),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_extreme_argument_is_answered_or_refused_soon(name: str) -> None:
    start = perf_counter()
    problem = problem_of(EXTREMES[name])
    assert problem is None or (isinstance(problem, LimitError) and problem.message.endswith("."))
    assert perf_counter() - start < 5  # about one on an idle machine


def problem_of(compute: Callable[[], Any]) -> CalcError | None:
    """The error with which the first 12 digits of a value are refused, if they are."""
    try:
        value = compute()
        for part in (value.re, value.im) if isinstance(value, Complex) else (value,):
            bits = 64
            while enclosure(part, bits).rel_accuracy_bits() < 40:
                bits *= 2
    except CalcError as error:
        return error
    return None


def test_pole_that_is_not_seen_is_refused_and_never_nan() -> None:
    nearly_zero = gammas.gamma(add(hidden_one(), -1))
    with pytest.raises(LimitError):
        enclosure(nearly_zero, 32_768)


def hidden_one() -> Any:
    """1 in a form that does not show it: 1/(1 + pi) + pi/(1 + pi)."""
    one_more = add(1, PI)
    return add(divide(1, one_more), divide(PI, one_more))


def test_conjugate_arguments_give_conjugate_values() -> None:
    z = Complex(ratio(1, 3), ratio(7, 5))
    for function in (gammas.gamma, zetas.zeta, integrals.erf, integrals.ei, bessel.airy_ai, special.lambertw):
        assert function(conj(z)) == conj(function(z))
