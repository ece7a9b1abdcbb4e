"""Complex numbers: exact identities, arithmetic with every other kind of number, and the conventions on the cuts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl.errors import DivisionByZero, DomainError, KindError
from calc_repl.values import complex_functions as f
from calc_repl.values import complex_inverses as g
from calc_repl.values import constants, real
from calc_repl.values.complex import Complex, I, absolute, add, arg, conj, divide, equal, multiply, polar, subtract
from calc_repl.values.enclosing import enclosure
from calc_repl.values.rational import Rational, from_fraction, ratio

PI, E = constants.PI, constants.E
HALF = ratio(1, 2)
THIRD = ratio(1, 3)

IDENTITIES: dict[str, tuple[Callable[[], Any], Any]] = {
    "e^(i pi) = -1": (lambda: f.exp(multiply(I, PI)), -1),
    "e^(i pi / 3) is in square roots": (
        lambda: f.exp(multiply(I, divide(PI, 3))),
        Complex(HALF, real.multiply(HALF, f.sqrt(3))),
    ),
    "(-8)^(1/3) = 1 + sqrt(3) i": (lambda: f.power(-8, THIRD), Complex(1, f.sqrt(3))),
    "((-8)^(1/3))^3 = -8": (lambda: f.power(f.power(-8, THIRD), 3), -8),
    "sqrt(-2) sqrt(-8) = -4": (lambda: multiply(f.sqrt(-2), f.sqrt(-8)), -4),
    "sqrt(3 + 4i) = 2 + i": (lambda: f.sqrt(Complex(3, 4)), Complex(2, 1)),
    "sqrt(1 + 2i)^2 = 1 + 2i": (lambda: f.power(f.sqrt(Complex(1, 2)), 2), Complex(1, 2)),
    "sqrt(-i)^2 = -i": (lambda: f.power(f.sqrt(Complex(0, -1)), 2), Complex(0, -1)),
    "sin(asin(2)) = 2": (lambda: f.sin(g.asin(2)), 2),
    "cos(acos(2)) = 2": (lambda: f.cos(g.acos(2)), 2),
    "cosh(acosh(-2)) = -2": (lambda: f.cosh(g.acosh(-2)), -2),
    "tanh(atanh(2)) = 2": (lambda: f.tanh(g.atanh(2)), 2),
    "tan(atan(1 + i)) = 1 + i": (lambda: f.tan(g.atan(Complex(1, 1))), Complex(1, 1)),
    "sin(asin(1 + i)) = 1 + i": (lambda: f.sin(g.asin(Complex(1, 1))), Complex(1, 1)),
    "i^i = e^(-pi/2)": (lambda: f.power(I, I), f.exp(divide(PI, -2))),
    "(1 + i)^10 = 32i": (lambda: Complex(1, 1) ** 10, Complex(0, 32)),
    "(1 + i)^-2 = -i/2": (lambda: Complex(1, 1) ** -2, Complex(0, ratio(-1, 2))),
    "(1 + i)^(10^9) is a power of 2": (lambda: f.power(Complex(1, 1), 4 * 10**6 + 4), -(2 ** (2 * 10**6 + 2))),
    "cos(i ln 2) = 5/4": (lambda: f.cos(multiply(I, f.ln(2))), ratio(5, 4)),
    "2^(1 + i) 2^(1 - i) = 4": (lambda: multiply(f.power(2, Complex(1, 1)), f.power(2, Complex(1, -1))), 4),
    "e^(ln(1 + 2i)) = 1 + 2i": (lambda: f.exp(f.ln(Complex(1, 2))), Complex(1, 2)),
    "((1 + 2i)^(1/3))^3 = 1 + 2i": (lambda: f.power(f.power(Complex(1, 2), THIRD), 3), Complex(1, 2)),
    "(-1)^(1/7) (-1)^(6/7) = -1": (lambda: multiply(f.power(-1, ratio(1, 7)), f.power(-1, ratio(6, 7))), -1),
    "log(-1, -1) = 1": (lambda: f.log(-1, -1), 1),
    "log(-8, 2) = 3 + i pi / ln 2": (lambda: f.log(-8, 2), Complex(3, real.divide(PI, f.ln(2)))),
    "0^(1 + i) = 0": (lambda: f.power(0, Complex(1, 1)), 0),
    "0^0 = 1": (lambda: f.power(0, 0), 1),
    "|3 + 4i| = 5": (lambda: absolute(Complex(3, 4)), 5),
    "|-7i| = 7": (lambda: absolute(Complex(0, -7)), 7),
    "arg(-1) = pi": (lambda: arg(-1), PI),
    "arg(-i) = -pi/2": (lambda: arg(Complex(0, -1)), divide(PI, -2)),
    "2 at the angle pi/2 = 2i": (lambda: polar(2, real.divide(PI, 2)), Complex(0, 2)),
    "(1 + pi i)(1 - pi i) = 1 + pi^2": (lambda: Complex(1, PI) * Complex(1, real.negate(PI)), add(1, multiply(PI, PI))),
}


@pytest.mark.parametrize("identity", IDENTITIES)
def test_identity_is_exact(identity: str) -> None:
    compute, expected = IDENTITIES[identity]
    value = compute()
    assert equal(value, expected), f"{value!r}"
    assert isinstance(value, Complex) == isinstance(expected, Complex)


#: On the cuts, with the side mpmath takes; written by hand where mpmath has no signed zero to lead it astray.
CUTS: dict[str, tuple[Callable[[], Any], complex]] = {
    "ln(-1)": (lambda: f.ln(-1), 3.141592653589793j),
    "sqrt(-4)": (lambda: f.sqrt(-4), 2j),
    "asin(2)": (lambda: g.asin(2), 1.5707963267948966 - 1.3169578969248168j),
    "asin(-2)": (lambda: g.asin(-2), -1.5707963267948966 + 1.3169578969248168j),
    "acos(2)": (lambda: g.acos(2), 1.3169578969248168j),
    "acos(-2)": (lambda: g.acos(-2), 3.141592653589793 - 1.3169578969248168j),
    "acosh(-2)": (lambda: g.acosh(-2), 1.3169578969248168 + 3.141592653589793j),
    "acosh(1/2)": (lambda: g.acosh(HALF), 1.0471975511965979j),
    "atanh(2)": (lambda: g.atanh(2), 0.5493061443340549 - 1.5707963267948966j),
    "atanh(-2)": (lambda: g.atanh(-2), -0.5493061443340549 + 1.5707963267948966j),
    "atan(2i)": (lambda: g.atan(Complex(0, 2)), 1.5707963267948966 + 0.5493061443340549j),
    "atan(-2i)": (lambda: g.atan(Complex(0, -2)), -1.5707963267948966 - 0.5493061443340549j),
    "asinh(2i)": (lambda: g.asinh(Complex(0, 2)), 1.3169578969248168 + 1.5707963267948966j),
    "asinh(-2i)": (lambda: g.asinh(Complex(0, -2)), -1.3169578969248168 - 1.5707963267948966j),
}


@pytest.mark.parametrize("name", CUTS)
def test_value_on_the_cut_is_taken_from_the_side_of_mpmath(name: str) -> None:
    compute, expected = CUTS[name]
    assert as_complex(compute()) == pytest.approx(expected, rel=1e-13, abs=1e-13)


def as_complex(value: Any) -> complex:
    re, im = (value.re, value.im) if isinstance(value, Complex) else (value, 0)
    return complex(float(enclosure(re, 128).mid()), float(enclosure(im, 128).mid()))


ELEMENTARY = {
    "sqrt": (f.sqrt, mpmath.sqrt),
    "exp": (f.exp, mpmath.exp),
    "ln": (f.ln, mpmath.ln),
    "sin": (f.sin, mpmath.sin),
    "cos": (f.cos, mpmath.cos),
    "tan": (f.tan, mpmath.tan),
    "sec": (f.sec, mpmath.sec),
    "csc": (f.csc, mpmath.csc),
    "cot": (f.cot, mpmath.cot),
    "sinh": (f.sinh, mpmath.sinh),
    "cosh": (f.cosh, mpmath.cosh),
    "tanh": (f.tanh, mpmath.tanh),
    "sech": (f.sech, mpmath.sech),
    "csch": (f.csch, mpmath.csch),
    "coth": (f.coth, mpmath.coth),
    "asin": (g.asin, mpmath.asin),
    "acos": (g.acos, mpmath.acos),
    "atan": (g.atan, mpmath.atan),
    "asinh": (g.asinh, mpmath.asinh),
    "acosh": (g.acosh, mpmath.acosh),
    "atanh": (g.atanh, mpmath.atanh),
    "asec": (g.asec, mpmath.asec),
    "acsc": (g.acsc, mpmath.acsc),
    "acot": (g.acot, mpmath.acot),
    "asech": (g.asech, mpmath.asech),
    "acsch": (g.acsch, mpmath.acsch),
    "acoth": (g.acoth, mpmath.acoth),
    "cube root": (lambda z: f.power(z, THIRD), lambda z: mpmath.power(z, mpmath.mpf(1) / 3)),
    "power i": (lambda z: f.power(z, I), lambda z: mpmath.power(z, 1j)),
    "log to base 1 + i": (lambda z: f.log(z, Complex(1, 1)), lambda z: mpmath.log(z, mpmath.mpc(1, 1))),
}

parts = st.builds(Fraction, st.integers(-40, 40), st.sampled_from([1, 2, 3, 7, 10]))


@pytest.mark.parametrize("name", ELEMENTARY)
@given(re=parts, im=parts)
def test_elementary_function_agrees_with_mpmath(name: str, re: Fraction, im: Fraction) -> None:
    function, reference = ELEMENTARY[name]
    number = Complex(from_fraction(re), from_fraction(im)) if im else from_fraction(re)
    try:
        value = function(number)
    except (DomainError, DivisionByZero):
        return
    with mpmath.workdps(90):
        x, y = (mpmath.mpf(part.numerator) / part.denominator for part in (re, im))
        expected = mpmath.mpmathify(reference(mpmath.mpc(x, y) if im else x))
        got = (value.re, value.im) if isinstance(value, Complex) else (value, 0)
        for part, known in zip(got, (expected.real, expected.imag), strict=True):
            ball = enclosure(part, 400)
            mantissa, exponent = ball.mid().man_exp()
            middle = mpmath.ldexp(int(mantissa), int(exponent))
            assert abs(middle - known) <= (abs(expected) + 1) * mpmath.mpf(10) ** -40, (name, re, im)


whole = st.integers(-50, 50)
gaussian = st.builds(lambda a, b: Complex(a, b) if b else a, whole, whole)


@given(gaussian, gaussian, gaussian)
def test_arithmetic_obeys_the_laws_of_a_field(a: Any, b: Any, c: Any) -> None:
    assert equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))
    assert equal(subtract(add(a, b), b), a)
    if not equal(b, 0):
        assert equal(multiply(divide(a, b), b), a)
    assert equal(conj(multiply(a, b)), multiply(conj(a), conj(b)))


@pytest.mark.parametrize("other", [2, ratio(1, 3), PI, Complex(1, 1)], ids=["int", "Rational", "Real", "Complex"])
def test_operators_mix_with_every_kind_of_number(other: Any) -> None:
    z = Complex(3, -2)
    assert equal(other + z, z + other)
    assert equal(other - z, -(z - other))
    assert equal(other * z, z * other)
    assert equal((z / other) * other, z)
    assert equal((other / z) * z, other)
    assert equal(z**other / z**other, 1)
    assert equal(other**z / other**z, 1)


def test_number_without_imaginary_part_is_real() -> None:
    assert Complex(1, 2) + Complex(1, -2) == 2
    assert isinstance(Complex(0, HALF) * Complex(0, HALF), Rational)


def test_complex_numbers_have_no_order() -> None:
    for compare in (lambda: I < 1, lambda: I > 1, lambda: I >= I, lambda: E > I):
        with pytest.raises(KindError, match="Complex numbers have no order"):
            compare()


@pytest.mark.parametrize(
    ("compute", "error", "message"),
    [
        (lambda: f.ln(0), DomainError, "not defined"),
        (lambda: arg(0), DomainError, "argument of 0"),
        (lambda: f.power(0, I), DomainError, "not defined"),
        (lambda: f.power(0, -1), DivisionByZero, "divide by zero"),
        (lambda: I / 0, DivisionByZero, "divide by zero"),
        (lambda: f.log(2, 1), DomainError, "base"),
        (lambda: f.log(I, 1), DomainError, "base"),
        (lambda: g.atan(I), DomainError, "i and -i"),
        (lambda: g.atanh(1), DomainError, "atanh"),
        (lambda: f.csc(0), DomainError, "pole"),
        (lambda: f.coth(0), DomainError, "pole"),
    ],
)
def test_what_is_not_defined_is_a_sentence(compute: Callable[[], Any], error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        compute()
