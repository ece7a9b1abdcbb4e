"""The functions of complex numbers and the special functions, as their documentation has them.

Whoever declares operations finds here, for each: what it does in a sentence,
where it is defined, which branch it takes, and examples whose answers are exact.
An argument called `number` may be complex unless the domain says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from calc_repl.values import bessel_functions as bessel
from calc_repl.values import complex as numbers
from calc_repl.values import complex_functions as elementary
from calc_repl.values import complex_inverses as inverses
from calc_repl.values import gamma_functions as gammas
from calc_repl.values import hypergeometric, special
from calc_repl.values import integral_functions as integrals
from calc_repl.values import zeta_functions as zetas

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_FROM_ABOVE = "cut along the negative real axis, where the value is the limit from above"
_ENTIRE = "no cut"


@dataclass(frozen=True, slots=True)
class Entry:
    """One function: examples are pairs of an input and its exact answer."""

    function: Callable[..., Any]
    sentence: str
    domain: str
    branch: str
    examples: tuple[tuple[str, str], ...] = ()


FUNCTIONS: dict[str, Entry] = {
    # Parts of complex numbers
    "re": Entry(numbers.re, "Give the real part of a number.", "any number", _ENTIRE, (("re(3 + 4i)", "3"),)),
    "im": Entry(
        numbers.im, "Give the imaginary part of a number.", "any number", _ENTIRE, (("im(3 + 4i)", "4"), ("im(7)", "0"))
    ),
    "conj": Entry(
        numbers.conj, "Change the sign of the imaginary part.", "any number", _ENTIRE, (("conj(3 + 4i)", "3 - 4i"),)
    ),
    "abs": Entry(
        numbers.absolute, "Give the distance of a number from 0.", "any number", _ENTIRE, (("abs(3 + 4i)", "5"),)
    ),
    "arg": Entry(
        numbers.arg,
        "Give the angle of a number from the positive real axis.",
        "any number but 0",
        "above -pi and at most pi",
        (("arg(-1)", "pi"), ("arg(-i)", "-pi/2")),
    ),
    "polar": Entry(
        numbers.polar,
        "Give the number at a distance and an angle.",
        "real numbers",
        _ENTIRE,
        (("polar(2, pi/2)", "2i"),),
    ),
    "cis": Entry(
        numbers.cis,
        "Give cos(angle) + i sin(angle).",
        "a real number",
        _ENTIRE,
        (("cis(pi)", "-1"),),
    ),
    # Elementary functions
    "sqrt": Entry(
        elementary.sqrt,
        "Take the principal square root.",
        "any number",
        _FROM_ABOVE,
        (("sqrt(-4)", "2i"), ("sqrt(3 + 4i)", "2 + i")),
    ),
    "exp": Entry(elementary.exp, "Raise e to a power.", "any number", _ENTIRE, (("exp(pi i)", "-1"),)),
    "ln": Entry(
        elementary.ln,
        "Take the natural logarithm.",
        "any number but 0",
        _FROM_ABOVE,
        (("ln(-1)", "pi i"),),
    ),
    "log": Entry(
        elementary.log,
        "Take the logarithm to a base, 10 unless another is given.",
        "any number but 0; a base other than 0 and 1",
        "ln(number)/ln(base)",
        (("log(1000)", "3"), ("log(-1, -1)", "1")),
    ),
    "power": Entry(
        elementary.power,
        "Raise a number to a power.",
        "any numbers; 0 only to powers with a positive real part, and to 0",
        "e^(exponent ln(base))",
        (("(-8)^(1/3)", "1 + sqrt(3) i"), ("(1 + i)^10", "32i")),
    ),
    "sin": Entry(elementary.sin, "Take the sine.", "any number", _ENTIRE, (("sin(asin(2))", "2"),)),
    "cos": Entry(elementary.cos, "Take the cosine.", "any number", _ENTIRE, (("cos(i ln(2))", "5/4"),)),
    "tan": Entry(elementary.tan, "Take the tangent.", "any number but odd multiples of pi/2", _ENTIRE),
    "sec": Entry(elementary.sec, "Take the secant, 1/cos.", "any number but odd multiples of pi/2", _ENTIRE),
    "csc": Entry(elementary.csc, "Take the cosecant, 1/sin.", "any number but multiples of pi", _ENTIRE),
    "cot": Entry(elementary.cot, "Take the cotangent, cos/sin.", "any number but multiples of pi", _ENTIRE),
    "sinh": Entry(elementary.sinh, "Take the hyperbolic sine.", "any number", _ENTIRE, (("sinh(ln(2))", "3/4"),)),
    "cosh": Entry(elementary.cosh, "Take the hyperbolic cosine.", "any number", _ENTIRE, (("cosh(pi i)", "-1"),)),
    "tanh": Entry(elementary.tanh, "Take the hyperbolic tangent.", "any number but odd multiples of pi i/2", _ENTIRE),
    "sech": Entry(elementary.sech, "Take the hyperbolic secant.", "any number but odd multiples of pi i/2", _ENTIRE),
    "csch": Entry(elementary.csch, "Take the hyperbolic cosecant.", "any number but multiples of pi i", _ENTIRE),
    "coth": Entry(elementary.coth, "Take the hyperbolic cotangent.", "any number but multiples of pi i", _ENTIRE),
    "asin": Entry(
        inverses.asin,
        "Give the number whose sine is this.",
        "any number",
        "cut outside -1 to 1; from below on the right, from above on the left: asin(2) = 1.57 - 1.32i",
    ),
    "acos": Entry(
        inverses.acos,
        "Give the number whose cosine is this.",
        "any number",
        "cut outside -1 to 1; pi/2 - asin: acos(2) = 1.32i",
    ),
    "atan": Entry(
        inverses.atan,
        "Give the number whose tangent is this.",
        "any number but i and -i",
        "cut on the imaginary axis outside -i to i; from the right above, from the left below",
    ),
    "asinh": Entry(
        inverses.asinh,
        "Give the number whose hyperbolic sine is this.",
        "any number",
        "cut on the imaginary axis outside -i to i; -i asin(i z)",
    ),
    "acosh": Entry(
        inverses.acosh,
        "Give the number whose hyperbolic cosine is this.",
        "any number",
        "cut below 1; from above: acosh(-2) = 1.32 + 3.14i",
    ),
    "atanh": Entry(
        inverses.atanh,
        "Give the number whose hyperbolic tangent is this.",
        "any number but 1 and -1",
        "cut outside -1 to 1; -i atan(i z): atanh(2) = 0.549 - 1.57i",
    ),
    # Gamma and its family
    "gamma": Entry(
        gammas.gamma,
        "Continue (n - 1)! to all numbers.",
        "any number but 0, -1, -2, ...",
        _ENTIRE,
        (("gamma(5)", "24"), ("gamma(1/2)", "sqrt(pi)")),
    ),
    "rgamma": Entry(gammas.rgamma, "Give 1/gamma.", "any number", _ENTIRE, (("rgamma(-3)", "0"),)),
    "factorial": Entry(
        gammas.factorial,
        "Give n!, which is gamma(n + 1).",
        "any number but -1, -2, ...",
        _ENTIRE,
        (("5!", "120"), ("factorial(1/2)", "sqrt(pi)/2")),
    ),
    "lgamma": Entry(
        gammas.lgamma,
        "Give the logarithm of gamma, continued from the positive numbers.",
        "any number but 0, -1, -2, ...",
        _FROM_ABOVE + "; this is not ln|gamma|",
        (("lgamma(1)", "0"),),
    ),
    "beta": Entry(
        gammas.beta,
        "Give gamma(a) gamma(b)/gamma(a + b).",
        "any numbers but 0, -1, -2, ...",
        _ENTIRE,
        (("beta(2, 3)", "1/12"), ("beta(1/2, 1/2)", "pi")),
    ),
    "binomial": Entry(
        gammas.binomial,
        "Give n!/(k! (n - k)!).",
        "any numbers; for whole n < 0, k must be whole",
        _ENTIRE,
        (("binomial(5, 2)", "10"), ("binomial(1/2, 3)", "1/16")),
    ),
    "digamma": Entry(
        gammas.digamma,
        "Give the derivative of the logarithm of gamma.",
        "any number but 0, -1, -2, ...",
        _ENTIRE,
        (("digamma(2) - digamma(1)", "1"),),
    ),
    "polygamma": Entry(
        gammas.polygamma,
        "Give a derivative of digamma: polygamma(order, number).",
        "a whole order >= 0; any number but 0, -1, -2, ...",
        _ENTIRE,
        (("polygamma(1, 1)", "pi^2/6"),),
    ),
    # Zeta and its family
    "zeta": Entry(
        zetas.zeta,
        "Give Riemann's zeta function.",
        "any number but 1",
        _ENTIRE,
        (("zeta(2)", "pi^2/6"), ("zeta(-1)", "-1/12")),
    ),
    "hurwitz": Entry(
        zetas.hurwitz,
        "Give Hurwitz's zeta function: hurwitz(s, a).",
        "s other than 1; a other than 0, -1, -2, ...",
        "a^-s on its principal branch",
        (("hurwitz(2, 2)", "pi^2/6 - 1"),),
    ),
    "eta": Entry(zetas.eta, "Give Dirichlet's eta function.", "any number", _ENTIRE, (("eta(1)", "ln(2)"),)),
    "polylog": Entry(
        zetas.polylog,
        "Give the polylogarithm of an order: polylog(order, number).",
        "any number; 1 only for orders above 1",
        "cut from 1 to the right, where the value is the limit from below",
        (("polylog(-3, 2)", "26"), ("polylog(2, 1)", "pi^2/6")),
    ),
    # Integrals
    "erf": Entry(integrals.erf, "Give the error function.", "any number", _ENTIRE, (("erf(0)", "0"),)),
    "erfc": Entry(integrals.erfc, "Give 1 - erf.", "any number", _ENTIRE, (("erfc(0)", "1"),)),
    "erfi": Entry(integrals.erfi, "Give the imaginary error function.", "any number", _ENTIRE, (("erfi(0)", "0"),)),
    "erfinv": Entry(integrals.erfinv, "Invert erf.", "a real number in (-1, 1)", _ENTIRE, (("erfinv(0)", "0"),)),
    "erfcinv": Entry(integrals.erfcinv, "Invert erfc.", "a real number in (0, 2)", _ENTIRE, (("erfcinv(1)", "0"),)),
    "Ei": Entry(
        integrals.ei,
        "Give the exponential integral Ei.",
        "any number but 0",
        "cut along the negative real axis, where the value is the real principal value",
    ),
    "expint": Entry(
        integrals.expint,
        "Give the exponential integral E of an order: expint(order, number).",
        "any number; 0 only for orders above 1",
        _FROM_ABOVE,
        (("expint(2, 0)", "1"),),
    ),
    "Si": Entry(integrals.si, "Give the sine integral.", "any number", _ENTIRE, (("Si(0)", "0"),)),
    "Ci": Entry(integrals.ci, "Give the cosine integral.", "any number but 0", _FROM_ABOVE),
    "Shi": Entry(integrals.shi, "Give the hyperbolic sine integral.", "any number", _ENTIRE, (("Shi(0)", "0"),)),
    "Chi": Entry(integrals.chi, "Give the hyperbolic cosine integral.", "any number but 0", _FROM_ABOVE),
    "li": Entry(
        integrals.li, "Give the logarithmic integral, from 0.", "any number but 1", "Ei(ln(number))", (("li(0)", "0"),)
    ),
    "fresnel_s": Entry(
        integrals.fresnel_s, "Integrate sin(pi t^2/2) from 0.", "any number", _ENTIRE, (("fresnel_s(0)", "0"),)
    ),
    "fresnel_c": Entry(
        integrals.fresnel_c, "Integrate cos(pi t^2/2) from 0.", "any number", _ENTIRE, (("fresnel_c(0)", "0"),)
    ),
    "gamma_upper": Entry(
        integrals.gamma_upper,
        "Give the upper incomplete gamma function: gamma_upper(s, number).",
        "any numbers; 0 only for s with a positive real part",
        _FROM_ABOVE,
        (("gamma_upper(3, 0)", "2"), ("gamma_upper(1, ln(2))", "1/2")),
    ),
    "gamma_lower": Entry(
        integrals.gamma_lower,
        "Give the lower incomplete gamma function: gamma_lower(s, number).",
        "s other than 0, -1, -2, ...; 0 only for s with a positive real part",
        _FROM_ABOVE,
        (("gamma_lower(1, ln(2))", "1/2"),),
    ),
    # Bessel's and Airy's
    "bessel_j": Entry(
        bessel.bessel_j,
        "Give the Bessel function of the first kind: bessel_j(order, number).",
        "any numbers; 0 not for negative orders that are not whole",
        "no cut for whole orders; " + _FROM_ABOVE,
        (("bessel_j(0, 0)", "1"), ("bessel_j(1/2, pi)", "0")),
    ),
    "bessel_y": Entry(
        bessel.bessel_y,
        "Give the Bessel function of the second kind: bessel_y(order, number).",
        "any order; any number but 0",
        _FROM_ABOVE,
        (("bessel_y(-1/2, pi)", "0"),),
    ),
    "bessel_i": Entry(
        bessel.bessel_i,
        "Give the modified Bessel function of the first kind: bessel_i(order, number).",
        "any numbers; 0 not for negative orders that are not whole",
        "no cut for whole orders; " + _FROM_ABOVE,
        (("bessel_i(0, 0)", "1"),),
    ),
    "bessel_k": Entry(
        bessel.bessel_k,
        "Give the modified Bessel function of the second kind: bessel_k(order, number).",
        "any order; any number but 0",
        _FROM_ABOVE,
    ),
    "airy_ai": Entry(bessel.airy_ai, "Give Airy's function Ai.", "any number", _ENTIRE),
    "airy_bi": Entry(bessel.airy_bi, "Give Airy's function Bi.", "any number", _ENTIRE),
    # Others
    "lambertw": Entry(
        special.lambertw,
        "Solve w e^w = number, on branch 0 unless another is given: lambertw(number, branch).",
        "any number; 0 only on branch 0",
        "branch 0 cut below -1/e, the others below 0; the limit from above",
        (("lambertw(e)", "1"), ("lambertw(-1/e, -1)", "-1"), ("lambertw(2 ln(2))", "ln(2)")),
    ),
    "agm": Entry(
        special.agm,
        "Give the arithmetic-geometric mean of two numbers.",
        "any numbers",
        "cut where the quotient is negative; the limit from above for one number above 0",
        (("agm(5, 5)", "5"), ("agm(1, 0)", "0")),
    ),
    "elliptic_k": Entry(
        special.elliptic_k,
        "Give the complete elliptic integral K of the parameter m = k^2 (not of the modulus k).",
        "any number but 1",
        "cut from 1 to the right, where the value is the limit from below",
        (("elliptic_k(0)", "pi/2"),),
    ),
    "elliptic_e": Entry(
        special.elliptic_e,
        "Give the complete elliptic integral E of the parameter m = k^2 (not of the modulus k).",
        "any number",
        "cut from 1 to the right, where the value is the limit from below",
        (("elliptic_e(0)", "pi/2"), ("elliptic_e(1)", "1")),
    ),
    "hyp1f1": Entry(
        hypergeometric.hyp1f1,
        "Give Kummer's hypergeometric function: hyp1f1(a, b, number).",
        "b other than 0, -1, -2, ...",
        _ENTIRE,
        (("hyp1f1(2, 2, ln(3))", "3"),),
    ),
    "hyp2f1": Entry(
        hypergeometric.hyp2f1,
        "Give Gauss's hypergeometric function: hyp2f1(a, b, c, number).",
        "c other than 0, -1, -2, ...; 1 only for c > a + b",
        "cut from 1 to the right, where the value is the limit from below",
        (("hyp2f1(2, 1, 1, 1/2)", "4"), ("hyp2f1(1/2, 1/2, 3/2, 1)", "pi/2")),
    ),
}
