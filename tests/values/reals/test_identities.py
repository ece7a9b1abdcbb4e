"""Identities that hold exactly: by the form of the numbers, or proved when asked."""

from __future__ import annotations

import pytest

from calc_repl.values.arcs import acos, asin, atan, atan2
from calc_repl.values.closed_forms import symbolic
from calc_repl.values.constants import PHI, PI, E
from calc_repl.values.deciding import compare, floor, is_zero, recognised, sign
from calc_repl.values.exponentials import exp, ln, log, log2, log10
from calc_repl.values.hyperbolic import acosh, asinh, atanh, cosh, sinh, tanh
from calc_repl.values.powers import cbrt, hypot, power, root, sqrt
from calc_repl.values.rational import Rational, ratio
from calc_repl.values.real import Real, divide, multiply, subtract, total
from calc_repl.values.sines import cos, cot, csc, sec, sin, tan

HALF = ratio(1, 2)


def pi_times(numerator: int, denominator: int = 1) -> object:
    """A rational multiple of pi."""
    return multiply(ratio(numerator, denominator), PI)


EXACT = {
    "sqrt(2)^2": (power(sqrt(2), 2), 2),
    "golden ratio": (PHI * PHI - PHI, 1),
    "(pi+1)^2 - pi^2 - 2 pi": (power(PI + 1, 2) - power(PI, 2) - 2 * PI, 1),
    "ln(e^5)": (ln(exp(5)), 5),
    "ln 8/ln 2": (divide(ln(8), ln(2)), 3),
    "exp(ln(2)/2)^2": (power(exp(HALF * ln(2)), 2), 2),
    "e^(2 ln 3)": (exp(2 * ln(3)), 9),
    "log(1000, 10)": (log(1000, 10), 3),
    "log(1/8)": (log2(ratio(1, 8)), -3),
    "log10(10^20)": (log10(10**20), 20),
    "sin(pi/6)": (sin(pi_times(1, 6)), HALF),
    "cos(2 pi/3)": (cos(pi_times(2, 3)), ratio(-1, 2)),
    "sin^2 + cos^2": (power(sin(1), 2) + power(cos(1), 2), 1),
    "sin 2 - 2 sin 1 cos 1": (sin(2) - 2 * sin(1) * cos(1), 0),
    "sin of large multiples": (sin(pi_times(10**30)), 0),
    "4 atan 1 - pi": (4 * atan(1) - PI, 0),
    "Machin": (16 * atan(ratio(1, 5)) - 4 * atan(ratio(1, 239)) - PI, 0),
    "Euler": (atan(HALF) + atan(ratio(1, 3)) - pi_times(1, 4), 0),
    "sin(asin)": (sin(asin(ratio(3, 5))), ratio(3, 5)),
    "cos(asin)": (cos(asin(ratio(3, 5))), ratio(4, 5)),
    "acos(1/2)": (acos(HALF) - pi_times(1, 3), 0),
    "atan2(-1, -1)": (atan2(-1, -1) + pi_times(3, 4), 0),
    "asin(sin 2)": (asin(sin(2)) + 2 - PI, 0),
    "asin(sin 100)": (asin(sin(100)) - 100 + 32 * PI, 0),
    "asin(-sin 1)": (asin(-sin(1)), -1),
    "acos(cos 3)": (acos(cos(3)), 3),
    "acos(cos 4)": (acos(cos(4)) + 4 - 2 * PI, 0),
    "atan(tan 2)": (atan(tan(2)) - 2 + PI, 0),
    "sinh(ln 2)": (sinh(ln(2)), ratio(3, 4)),
    "cosh(ln 2)": (cosh(ln(2)), ratio(5, 4)),
    "tanh(ln 2)": (tanh(ln(2)), ratio(3, 5)),
    "exp(asinh 3/4)": (exp(asinh(ratio(3, 4))), 2),
    "exp(acosh 5/4)": (exp(acosh(ratio(5, 4))), 2),
    "exp(2 atanh 3/5)": (exp(2 * atanh(ratio(3, 5))), 4),
    "exp(x) exp(-x)": (exp(sqrt(2)) * exp(-sqrt(2)), 1),
    "cbrt(-27)": (cbrt(-27), -3),
    "root(-32, 5)": (root(-32, 5), -2),
    "8^(2/3)": (power(8, ratio(2, 3)), 4),
    "(9/4)^(-3/2)": (power(ratio(9, 4), ratio(-3, 2)), ratio(8, 27)),
    "hypot(3, 4)": (hypot(3, 4), 5),
    "denesting": (sqrt(3 + 2 * sqrt(2)) - 1 - sqrt(2), 0),
    "rationalised": (divide(1, 1 + sqrt(2)) + 1 - sqrt(2), 0),
    "power of a high degree": (power(power(1 + PI, ratio(16, 113)), ratio(113, 16)) - PI, 1),
    "1/sum * sum": (divide(1, 1 + PI) * (1 + PI), 1),
    "sqrt of a sum, squared": (power(sqrt(1 + sqrt(3)), 2) - sqrt(3), 1),
    "csc(pi/6)": (csc(pi_times(1, 6)), 2),
    "sec(pi/3)": (sec(pi_times(1, 3)), 2),
    "cot(pi/4)": (cot(pi_times(1, 4)), 1),
    "0^0": (power(0, 0), 1),
    "0^pi": (power(0, PI), 0),
    "sin 1 - sin 1": (sin(1) - sin(1), 0),
    "quotient of powers too large": (divide(power(9, 9**9), power(9, 9**9 - 2)), 81),
}


@pytest.mark.parametrize("name", EXACT)
def test_identity_collapses_to_a_rational_number(name: str) -> None:
    value, expected = EXACT[name]
    assert not isinstance(value, Real)
    assert value == expected


PROVED = {
    "cosines of pi/7": (cos(pi_times(1, 7)) - cos(pi_times(2, 7)) + cos(pi_times(3, 7)), HALF),
    "cosines of 2 pi k/97": (total(cos(pi_times(2 * k, 97)) for k in range(1, 97)), -1),
    "ln(1+sqrt 2) + ln(sqrt 2-1)": (ln(1 + sqrt(2)) + ln(sqrt(2) - 1), 0),
    "(1 + pi)/(1 + pi)": (divide(1, 1 + PI) + divide(PI, 1 + PI), 1),
    "cube roots": (cbrt(2 + sqrt(5)) + cbrt(2 - sqrt(5)), 1),
    "nested radicals": (sqrt(2 + sqrt(2)) * sqrt(2 - sqrt(2)) - sqrt(2), 0),
    "sixteen roots": (
        power(sqrt(2) + sqrt(3) + sqrt(5) + sqrt(7), 4) - power(power(sqrt(2) + sqrt(3) + sqrt(5) + sqrt(7), 2), 2),
        0,
    ),
}


@pytest.mark.parametrize("name", PROVED)
def test_identity_is_proved(name: str) -> None:
    value, expected = PROVED[name]
    assert compare(value, expected) == 0
    assert recognised(value) == expected


FORMS = {
    "2*sqrt(2)": sqrt(8),
    "sqrt(2)/2": sqrt(HALF),
    "sqrt(6)": sqrt(2) * sqrt(3),
    "pi/6": pi_times(1, 6),
    "(1 + sqrt(5))/2": PHI,
    "ln(2)": ln(2),
    "ln(6)": ln(2) + ln(3),
    "e^2": E * E,
    "1 + sqrt(3)": 1 + sqrt(3),
    "sqrt(2) - 1": tan(pi_times(1, 8)),
    "1/(2*pi)": divide(1, 2 * PI),
    "cos(2*pi/7)": cos(pi_times(2, 7)),
    "sqrt(1 + sqrt(3))": sqrt(1 + sqrt(3)),
    "e^pi": exp(PI),
    "cbrt(4)": cbrt(4),
    "-sqrt(2)": -sqrt(2),
    "cos(1)^100": power(cos(1), 100),
    "3*sqrt(2) - 3": divide(3, 1 + sqrt(2)),
    "(sqrt(6) + sqrt(2))/4": cos(pi_times(1, 12)),
    "pi^2 + pi + 1": 1 + PI + PI * PI,
    "pi*e + e + 1": 1 + E + E * PI,
    "pi - 3": PI - 3,
    "(2 + 3*sqrt(pi))/2": 1 + ratio(3, 2) * sqrt(PI),
    "1 + 2*ln(3)*sin(1)": 1 + 2 * sin(1) * ln(3),
}


@pytest.mark.parametrize("text", FORMS)
def test_closed_form_is_written_in_the_language(text: str) -> None:
    assert symbolic(FORMS[text]) == text


def test_closed_form_does_not_depend_on_what_was_computed_before() -> None:
    # The arguments occur nowhere else, so their atoms are made here, in the order written.
    assert symbolic(sin(911) + sin(907)) == "sin(907) + sin(911)"
    assert symbolic(sin(877) * PI * sqrt(883)) == "sqrt(883)*pi*sin(877)"
    assert symbolic(sqrt(857) + sqrt(863)) == symbolic(sqrt(863) + sqrt(857)) == "sqrt(863) + sqrt(857)"
    assert symbolic(sin(sqrt(827) - sqrt(829))) == "-sin(sqrt(829) - sqrt(827))"
    assert symbolic(multiply(ln(sqrt(821) - PI), ln(811))) == "ln(811)*ln(sqrt(821) - pi)"


def test_long_and_nameless_numbers_have_no_closed_form() -> None:
    assert symbolic(sqrt(2) + sqrt(3) + sqrt(5) + sqrt(7)) is None
    assert symbolic(divide(1, 1 + PI)) is None


def test_sign_agrees_with_products_of_conjugates() -> None:
    # (sqrt(a) - sqrt(b) - c) has the sign of a - (sqrt(b) + c)^2 = a - b - c^2 - 2 c sqrt(b), and so on: whole numbers
    for a in range(1, 40):
        for b in range(1, 12):
            for c in range(4):
                rest = a - b - c * c
                expected = -1 if rest < 0 else (rest * rest > 4 * c * c * b) - (rest * rest < 4 * c * c * b)
                assert sign(sqrt(a) - sqrt(b) - c) == expected


def test_floor_is_exact_next_to_whole_numbers() -> None:
    assert floor(PI) == 3
    assert floor(-PI) == -4
    assert floor(sqrt(10**100 + 1)) == 10**50
    assert floor(sqrt(10**100 - 1)) == 10**50 - 1
    # This sum is 1, which no enclosure shows.
    assert floor(cbrt(2 + sqrt(5)) + cbrt(2 - sqrt(5))) == 1


def test_operators_work_with_either_kind_on_the_left() -> None:
    root_two = sqrt(2)
    assert is_zero(1 + root_two - root_two - 1)
    assert Rational(1, 2) * root_two - root_two * Rational(1, 2) == 0
    assert subtract(abs(-root_two), root_two) == 0
    with pytest.raises(TypeError):
        root_two + "1"
