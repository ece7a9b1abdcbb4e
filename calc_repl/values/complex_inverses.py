"""Inverse circular and hyperbolic functions of any number, on the principal branch.

asin and acos come from an ellipse: the numbers whose sine has a given
imaginary part form one with foci -1 and 1. With the distances r and s of z
from -1 and 1,

    asin z = asin((r - s)/2) + i acosh((r + s)/2)     above the real axis,

which is made of real functions only, so sin(asin 2) is 2. The cuts lie on the
real axis beyond -1 and 1; on them the value is the limit from below on the
right and from above on the left, as in Arb and mpmath: asin(2) = 1.57 - 1.32i.
T. Hull, T. Fairgrieve, P. Tang, Implementing the complex arcsine and arccosine
functions using exception handling, ACM TOMS 23 (1997).
"""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import arcs, constants, deciding, exponentials, hyperbolic, real
from calc_repl.values.complex import (
    Complex,
    absolute,
    add,
    complex_number,
    divide,
    im,
    is_known_zero,
    multiply,
    re,
    subtract,
    turned,
    turned_back,
)
from calc_repl.values.not_real import NotReal
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)


def asin(number: AnyNumber) -> AnyNumber:
    """The inverse of the sine, its real part from -pi/2 to pi/2; asin(2) lies below the real axis."""
    if not isinstance(number, Complex):
        try:
            return arcs.asin(number)
        except NotReal:
            pass
    elif is_known_zero(number.re):
        return complex_number(0, hyperbolic.asinh(number.im))
    across, up = _ellipse(number)
    return complex_number(arcs.asin(across), hyperbolic.acosh(up) if _is_above(number) else _negative_acosh(up))


def acos(number: AnyNumber) -> AnyNumber:
    """The inverse of the cosine, its real part from 0 to pi; acos(2) lies above the real axis."""
    if not isinstance(number, Complex):
        try:
            return arcs.acos(number)
        except NotReal:
            pass
    elif is_known_zero(number.re):
        return subtract(real.multiply(_HALF, constants.PI), asin(number))
    across, up = _ellipse(number)
    return complex_number(arcs.acos(across), _negative_acosh(up) if _is_above(number) else hyperbolic.acosh(up))


def atan(number: AnyNumber) -> AnyNumber:
    """The inverse of the tangent, its real part from -pi/2 to pi/2. Raises DomainError at i and -i."""
    if not isinstance(number, Complex):
        return arcs.atan(number)
    x, y = number.re, number.im
    below, above = (absolute_square(x, real.add(y, shift)) for shift in (1, -1))
    if is_known_zero(below) or is_known_zero(above):
        raise DomainError("atan is not defined at i and -i.", argument=0)
    up = real.multiply(Rational(1, 4), exponentials.ln(real.divide(below, above)))
    if is_known_zero(x):
        quarter = real.multiply(_HALF, constants.PI)
        if deciding.compare(real.multiply(y, y), 1) < 0:
            return complex_number(0, up)
        return Complex(quarter if deciding.sign(y) > 0 else real.negate(quarter), up)
    angle = arcs.atan2(real.multiply(2, x), real.subtract(1, absolute_square(x, y)))
    return complex_number(real.multiply(_HALF, angle), up)


def asinh(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic sine, -i asin(i z)."""
    if not isinstance(number, Complex):
        return hyperbolic.asinh(number)
    return turned_back(asin(turned(number)))


def acosh(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic cosine, its real part not negative, its imaginary part above -pi and at most pi."""
    if not isinstance(number, Complex):
        try:
            return hyperbolic.acosh(number)
        except NotReal:
            pass
    angle = acos(number)
    return turned(angle) if deciding.sign(im(angle)) <= 0 else turned_back(angle)


def atanh(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic tangent, -i atan(i z); atanh(2) lies below the real axis. Raises DomainError."""
    if not isinstance(number, Complex):
        try:
            return hyperbolic.atanh(number)
        except NotReal:
            pass
    return turned_back(atan(turned(number)))


def asec(number: AnyNumber) -> AnyNumber:
    """The inverse of the secant, acos(1/z). Raises DomainError at 0."""
    return acos(_inverted(number, "asec"))


def acsc(number: AnyNumber) -> AnyNumber:
    """The inverse of the cosecant, asin(1/z). Raises DomainError at 0."""
    return asin(_inverted(number, "acsc"))


def acot(number: AnyNumber) -> AnyNumber:
    """The inverse of the cotangent, atan(1/z), so odd but for acot(0) = pi/2. Raises DomainError at i and -i."""
    if _is_zero(number):
        return real.multiply(_HALF, constants.PI)
    if isinstance(number, Complex) and _is_zero(add(multiply(number, number), 1)):
        raise DomainError("acot is not defined at i and -i.", argument=0)
    return atan(divide(1, number))


def asech(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic secant, acosh(1/z). Raises DomainError at 0."""
    return acosh(_inverted(number, "asech"))


def acsch(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic cosecant, asinh(1/z). Raises DomainError at 0."""
    return asinh(_inverted(number, "acsch"))


def acoth(number: AnyNumber) -> AnyNumber:
    """The inverse of the hyperbolic cotangent, atanh(1/z); i pi/2 at 0. Raises DomainError at 1 and -1."""
    if _is_zero(number):
        return complex_number(0, real.multiply(_HALF, constants.PI))
    if not isinstance(number, Complex) and _is_zero(subtract(multiply(number, number), 1)):
        raise DomainError("acoth is not defined at 1 and -1.", argument=0)
    return atanh(divide(1, number))


def _inverted(number: AnyNumber, name: str) -> AnyNumber:
    if _is_zero(number):
        raise DomainError(f"{name} is not defined at 0.", argument=0)
    return divide(1, number)


def _is_zero(number: AnyNumber) -> bool:
    return not isinstance(number, Complex) and deciding.is_zero(number)


def absolute_square(x: Number, y: Number) -> Number:
    """x^2 + y^2."""
    return real.add(real.multiply(x, x), real.multiply(y, y))


def _ellipse(number: AnyNumber) -> tuple[Number, Number]:
    """(r - s)/2 and (r + s)/2 for the distances r and s of a number from -1 and 1."""
    left, right = absolute(add(number, 1)), absolute(add(number, -1))
    across = deciding.recognised(real.multiply(_HALF, real.subtract(left, right)))
    return across, deciding.recognised(real.multiply(_HALF, real.add(left, right)))


def _is_above(number: AnyNumber) -> bool:
    """Whether asin of a number lies above the real axis: on the cuts, left of -1."""
    height = deciding.sign(im(number))
    return height > 0 or (height == 0 and deciding.sign(re(number)) < 0)


def _negative_acosh(number: Number) -> Number:
    return real.negate(hyperbolic.acosh(number))
