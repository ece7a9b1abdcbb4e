"""Enclosures of the special functions hold the values of mpmath, computed independently at higher precision."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath
import pytest

from calc_repl.errors import DomainError
from calc_repl.values import bessel_functions as bessel
from calc_repl.values import elliptic_integrals as elliptic
from calc_repl.values import gamma_functions as gammas
from calc_repl.values import hypergeometric, special
from calc_repl.values import integral_functions as integrals
from calc_repl.values import orthogonal_polynomials as orthogonal
from calc_repl.values import zeta_functions as zetas
from calc_repl.values.complex import Complex, absolute
from calc_repl.values.enclosing import enclosure
from calc_repl.values.rational import from_fraction, ratio

#: Decimal digits of agreement asked for, and the precision mpmath gets.
DIGITS = 40
MPMATH_DIGITS = 90
HALF = ratio(1, 2)

CASES: dict[str, tuple[Callable[..., Any], Callable[..., Any], int]] = {
    "gamma": (gammas.gamma, mpmath.gamma, 1),
    "rgamma": (gammas.rgamma, mpmath.rgamma, 1),
    "factorial": (gammas.factorial, mpmath.factorial, 1),
    "lgamma": (gammas.lgamma, mpmath.loggamma, 1),
    "digamma": (gammas.digamma, mpmath.digamma, 1),
    "trigamma": (lambda z: gammas.polygamma(1, z), lambda z: mpmath.polygamma(1, z), 1),
    "beta": (gammas.beta, mpmath.beta, 2),
    "binomial": (gammas.binomial, mpmath.binomial, 2),
    "zeta": (zetas.zeta, mpmath.zeta, 1),
    "eta": (zetas.eta, mpmath.altzeta, 1),
    "hurwitz": (lambda z: zetas.hurwitz(3, z), lambda z: mpmath.zeta(3, z), 1),
    "dilogarithm": (lambda z: zetas.polylog(2, z), lambda z: mpmath.polylog(2, z), 1),
    "trilogarithm": (lambda z: zetas.polylog(3, z), lambda z: mpmath.polylog(3, z), 1),
    "erf": (integrals.erf, mpmath.erf, 1),
    "erfc": (integrals.erfc, mpmath.erfc, 1),
    "erfi": (integrals.erfi, mpmath.erfi, 1),
    "Ei": (integrals.ei, mpmath.ei, 1),
    "E1": (lambda z: integrals.expint(1, z), mpmath.e1, 1),
    "Si": (integrals.si, mpmath.si, 1),
    "Ci": (integrals.ci, mpmath.ci, 1),
    "Shi": (integrals.shi, mpmath.shi, 1),
    "Chi": (integrals.chi, mpmath.chi, 1),
    "li": (integrals.li, mpmath.li, 1),
    "fresnel_s": (integrals.fresnel_s, mpmath.fresnels, 1),
    "fresnel_c": (integrals.fresnel_c, mpmath.fresnelc, 1),
    "gamma_upper": (integrals.gamma_upper, mpmath.gammainc, 2),
    "gamma_lower": (integrals.gamma_lower, lambda s, z: mpmath.gammainc(s, 0, z), 2),
    "bessel_j": (bessel.bessel_j, mpmath.besselj, 2),
    "bessel_y": (bessel.bessel_y, mpmath.bessely, 2),
    "bessel_i": (bessel.bessel_i, mpmath.besseli, 2),
    "bessel_k": (bessel.bessel_k, mpmath.besselk, 2),
    "airy_ai": (bessel.airy_ai, mpmath.airyai, 1),
    "airy_bi": (bessel.airy_bi, mpmath.airybi, 1),
    "lambertw": (special.lambertw, mpmath.lambertw, 1),
    "lambertw -1": (lambda z: special.lambertw(z, -1), lambda z: mpmath.lambertw(z, -1), 1),
    "lambertw 2": (lambda z: special.lambertw(z, 2), lambda z: mpmath.lambertw(z, 2), 1),
    "agm": (lambda z: special.agm(1, absolute(z)), lambda z: mpmath.agm(1, abs(z)), 1),
    "elliptic_k": (elliptic.elliptic_k, mpmath.ellipk, 1),
    "elliptic_e": (elliptic.elliptic_e, mpmath.ellipe, 1),
    "elliptic_f": (elliptic.elliptic_f, mpmath.ellipf, 2),
    "elliptic_f of angle": (lambda z: elliptic.elliptic_f(z, HALF), lambda z: mpmath.ellipf(z, 0.5), 1),
    "elliptic_e_inc": (elliptic.elliptic_e_inc, mpmath.ellipe, 2),
    "elliptic_e_inc of angle": (lambda z: elliptic.elliptic_e_inc(z, HALF), lambda z: mpmath.ellipe(z, 0.5), 1),
    "legendre_p": (orthogonal.legendre_p, mpmath.legendre, 2),
    "legendre_p of 3": (lambda z: orthogonal.legendre_p(3, z), lambda z: mpmath.legendre(3, z), 1),
    "chebyshev_t": (orthogonal.chebyshev_t, mpmath.chebyt, 2),
    "chebyshev_u": (orthogonal.chebyshev_u, mpmath.chebyu, 2),
    "chebyshev_u of -5": (lambda z: orthogonal.chebyshev_u(-5, z), lambda z: mpmath.chebyu(-5, z), 1),
    "hermite_h": (orthogonal.hermite_h, mpmath.hermite, 2),
    "hermite_h of 7": (lambda z: orthogonal.hermite_h(7, z), lambda z: mpmath.hermite(7, z), 1),
    "laguerre_l": (lambda n, a, z: orthogonal.laguerre_l(n, z, a), mpmath.laguerre, 3),
    "laguerre_l of 5": (lambda z: orthogonal.laguerre_l(5, z), lambda z: mpmath.laguerre(5, 0, z), 1),
    "hyp0f1": (hypergeometric.hyp0f1, mpmath.hyp0f1, 2),
    "hyperu of -5": (lambda z: hypergeometric.hyperu(-5, HALF, z), lambda z: mpmath.hyperu(-5, 0.5, z), 1),
    "hyperu of whole b": (lambda z: hypergeometric.hyperu(HALF, 2, z), lambda z: mpmath.hyperu(0.5, 2, z), 1),
    "hyperu": (hypergeometric.hyperu, mpmath.hyperu, 3),
    "hyp1f1": (hypergeometric.hyp1f1, mpmath.hyp1f1, 3),
    "hyp2f1": (hypergeometric.hyp2f1, mpmath.hyp2f1, 4),
}


def random_fraction(generator: random.Random) -> Fraction:
    """A number between -12 and 12, sometimes whole or half."""
    return Fraction(generator.randint(-60, 60), generator.choice([5, 7, 10, 12, 20, 60]))


def arguments_of(name: str, count: int, kind: str) -> list[list[tuple[Fraction, Fraction]]]:
    generator = random.Random(f"{name} {kind}")
    rows = []
    for _ in range(12):
        row = []
        for position in range(count):
            imaginary = random_fraction(generator) if kind == "complex" and position == count - 1 else Fraction(0)
            row.append((random_fraction(generator), imaginary))
        rows.append(row)
    return rows


def ours(part: tuple[Fraction, Fraction]) -> Any:
    re, im = map(from_fraction, part)
    return Complex(re, im) if im else re


def theirs(part: tuple[Fraction, Fraction]) -> Any:
    re, im = (mpmath.mpf(x.numerator) / x.denominator for x in part)
    return mpmath.mpc(re, im) if im else re


def parts_of(value: Any) -> tuple[Any, Any]:
    return (value.re, value.im) if isinstance(value, Complex) else (value, 0)


def as_mpf(ball: Any) -> tuple[Any, Any]:
    """Midpoint and radius of a ball."""
    values = []
    for part in (ball.mid(), ball.rad()):
        mantissa, exponent = part.man_exp()
        values.append(mpmath.ldexp(int(mantissa), int(exponent)))
    return values[0], values[1]


def check(name: str, row: list[tuple[Fraction, Fraction]]) -> None:
    function, reference, _ = CASES[name]
    try:
        value = function(*map(ours, row))
    except DomainError:
        with mpmath.workdps(30):
            try:
                expected = reference(*map(theirs, row))
            except (ValueError, ZeroDivisionError, mpmath.libmp.ComplexResult):
                return
            assert not mpmath.isfinite(expected) or abs(expected) > 1e20, f"{name} {row}: {expected}"
            return
    with mpmath.workdps(MPMATH_DIGITS):
        try:
            expected = mpmath.mpmathify(reference(*map(theirs, row)))
        except (ValueError, ZeroDivisionError, mpmath.libmp.NoConvergence):
            return
        if not mpmath.isfinite(expected):
            return
        for part, known in zip(parts_of(value), (expected.real, expected.imag), strict=True):
            ball = enclosure(part, 400)
            assert ball.is_finite()
            middle, radius = as_mpf(ball)
            allowed = radius + abs(expected) * mpmath.mpf(10) ** -DIGITS + mpmath.mpf(10) ** -(DIGITS + 30)
            assert abs(middle - known) <= allowed, f"{name} {row}: {middle} is not {known}"


@pytest.mark.parametrize("kind", ["real", "complex"])
@pytest.mark.parametrize("name", CASES)
def test_enclosures_hold_the_values_of_mpmath(name: str, kind: str) -> None:
    for row in arguments_of(name, CASES[name][2], kind):
        check(name, row)


def test_gamma_of_fractions_agrees_with_mpmath() -> None:
    # These are traced back to gamma between 0 and 1/2.
    generator = random.Random("gamma of fractions")
    for _ in range(400):
        denominator = generator.choice([3, 4, 5, 6, 7, 8, 12, 100, 997, 1000, 1001])
        steps = generator.choice([2, 12, 101])
        fraction = Fraction(generator.randint(-steps * denominator, steps * denominator), denominator)
        if fraction.denominator > 2:
            ball = enclosure(gammas.gamma(from_fraction(fraction)), 400)
            middle, _ = as_mpf(ball)
            with mpmath.workdps(MPMATH_DIGITS):
                known = mpmath.gamma(mpmath.mpf(fraction.numerator) / fraction.denominator)
                assert abs(middle / known - 1) < mpmath.mpf(10) ** -DIGITS, fraction


#: Arguments of the integral of the third kind and what mpmath's ellippi gives, which takes its time.
THIRD_KIND: dict[str, tuple[Callable[[], Any], complex]] = {
    "real": (lambda: elliptic.elliptic_pi(ratio(1, 4), ratio(1, 8)), 1.8793494518796038264),
    "n > 1": (lambda: elliptic.elliptic_pi(3, HALF), -0.19298820849013932916 - 1.2167336027920835691j),
    "m > 1": (lambda: elliptic.elliptic_pi(HALF, 3), 1.1016952838057328664 - 1.7539697515739859186j),
    "n, m < 0": (lambda: elliptic.elliptic_pi(-2, ratio(-5, 2)), 0.70387075437586814164),
    "n, m > 1": (lambda: elliptic.elliptic_pi(2, 4), -0.3639605746942992989 - 0.53912891187491080886j),
    "real angle": (lambda: elliptic.elliptic_pi_inc(ratio(1, 4), HALF, ratio(1, 8)), 0.51287180232820862514),
    "n > 1, small angle": (lambda: elliptic.elliptic_pi_inc(3, ratio(1, 4), HALF), 0.26886994498551382334),
    "angle > pi": (lambda: elliptic.elliptic_pi_inc(HALF, 4, ratio(1, 3)), 6.0019272119006538972),
    "n > 1, angle < -pi/2": (
        lambda: elliptic.elliptic_pi_inc(2, -3, ratio(1, 5)),
        0.32830957444442425504 + 3.3115294219320337448j,
    ),
    "m > 1, angle > pi/2": (
        lambda: elliptic.elliptic_pi_inc(ratio(1, 3), 2, 3),
        1.0649715805574833026 - 1.9569076020876604732j,
    ),
    "n = 1": (lambda: elliptic.elliptic_pi_inc(1, HALF, ratio(1, 3)), 0.554311219200271994),
    "beyond both": (lambda: elliptic.elliptic_pi_inc(3, 1, 4), -0.1969649897834250732 - 0.70500700828961797374j),
    "complex": (
        lambda: elliptic.elliptic_pi_inc(ratio(1, 3), Complex(1, 1), Complex(2, -1)),
        0.075102808184088042818 + 1.0642191296906278851j,
    ),
}


@pytest.mark.parametrize("name", THIRD_KIND)
def test_elliptic_integral_of_the_third_kind_agrees_with_mpmath(name: str) -> None:
    compute, expected = THIRD_KIND[name]
    assert complex(compute()) == pytest.approx(expected, rel=1e-15)
