"""Bessel functions of any order, and Airy's.

The order comes first, as in J(order, z). J and I of a whole order have no cut;
all others are cut along the negative real axis, where the value is the limit
from above. It is computed from that at the opposite number, so that parts which
vanish vanish exactly. Orders 1/2 and -1/2 are elementary.
"""

from __future__ import annotations

from flint import acb, arb

from calc_repl.errors import DomainError
from calc_repl.values import constants, deciding, powers, real
from calc_repl.values.analytic import Analytic, exact, seems_positive
from calc_repl.values.complex import (
    Complex,
    I,
    add,
    cis,
    divide,
    is_known_zero,
    multiply,
    negate,
    re,
    subtract,
    turned,
)
from calc_repl.values.complex_functions import cos, cosh, exp, power, sin, sinh
from calc_repl.values.gamma_functions import gamma
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

    Halves: TypeAlias = "dict[Rational, Callable[[AnyNumber], AnyNumber]]"

_HALF = Rational(1, 2)
_MINUS_HALF = Rational(-1, 2)


def bessel_j(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The Bessel function of the first kind. Raises DomainError at 0 for orders where it has a pole."""
    return _first_kind(_J, order, number, {_HALF: sin, _MINUS_HALF: cos}, _I)


def bessel_i(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The modified Bessel function of the first kind. Raises DomainError at 0 for orders where it has a pole."""
    return _first_kind(_I, order, number, {_HALF: sinh, _MINUS_HALF: cosh}, _J)


def bessel_y(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The Bessel function of the second kind. Raises DomainError at 0."""
    order, number = exact(order), exact(number)
    _refuse_zero(number, "bessel_y")
    if isinstance(order, Rational) and abs(order) == _HALF and seems_positive(number):
        return _elementary(sin if order == _MINUS_HALF else _negative_cos, re(number))
    if isinstance(order, Complex) or isinstance(number, Complex) or deciding.sign(number) > 0:
        return _Y.at(order, number)
    # Y(s, -x) = e^(-pi i s) Y(s, x) + 2 i cos(pi s) J(s, x)
    opposite = real.negate(number)
    across = multiply(multiply(2, cos(real.multiply(constants.PI, order))), bessel_j(order, opposite))
    return add(multiply(_turn(real.negate(order)), bessel_y(order, opposite)), turned(across))


def bessel_k(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The modified Bessel function of the second kind. Raises DomainError at 0."""
    order, number = exact(order), exact(number)
    _refuse_zero(number, "bessel_k")
    if isinstance(order, Rational) and abs(order) == _HALF and seems_positive(number):
        return multiply(powers.sqrt(real.divide(constants.PI, real.multiply(2, re(number)))), exp(negate(number)))
    if isinstance(order, Complex) or isinstance(number, Complex) or deciding.sign(number) > 0:
        value = _K.at(order, number, is_positive=seems_positive(number) and not isinstance(order, Complex))
        # K is even in its order, so that K(i s, x) is its own conjugate for x > 0.
        return re(value) if isinstance(order, Complex) and is_known_zero(order.re) and seems_positive(number) else value
    # K(s, -x) = e^(-pi i s) K(s, x) - pi i I(s, x)
    opposite = real.negate(number)
    across = multiply(constants.PI, bessel_i(order, opposite))
    return subtract(multiply(_turn(real.negate(order)), bessel_k(order, opposite)), turned(across))


def airy_ai(number: AnyNumber) -> AnyNumber:
    """Airy's function Ai, the solution of y'' = x y that vanishes at infinity."""
    number = exact(number)
    if number == 0:  # 3^(-2/3) / gamma(2/3)
        return divide(power(3, Rational(-2, 3)), gamma(Rational(2, 3)))
    return _AI.at(number, is_positive=seems_positive(number))


def airy_bi(number: AnyNumber) -> AnyNumber:
    """Airy's function Bi, the solution of y'' = x y that grows towards infinity."""
    number = exact(number)
    if number == 0:  # 3^(-1/6) / gamma(2/3)
        return divide(power(3, Rational(-1, 6)), gamma(Rational(2, 3)))
    return _BI.at(number, is_positive=seems_positive(number))


def _first_kind(function: Analytic, order: AnyNumber, number: AnyNumber, halves: Halves, other: Analytic) -> AnyNumber:
    """J or I: of a whole order at i y, i^order times the value at y of the other one."""
    order, number = exact(order), exact(number)
    if number == 0:
        return _at_zero(function.name, order)
    if isinstance(order, Rational) and order in halves and seems_positive(number):
        return _elementary(halves[order], re(number))
    if isinstance(order, int):
        if isinstance(number, Complex) and is_known_zero(number.re):
            return multiply(power(I, order), other.at(order, number.im))
        return function.at(order, number)
    if isinstance(order, Complex) or isinstance(number, Complex) or deciding.sign(number) > 0:
        return function.at(order, number)
    return multiply(_turn(order), _first_kind(function, order, real.negate(number), halves, other))


def _at_zero(name: str, order: AnyNumber) -> Number:
    """J and I at 0: 1 for order 0; 0 for other whole orders and those to the right of 0."""
    if order == 0:
        return 1
    if isinstance(order, int) or deciding.sign(re(order)) > 0:
        return 0
    raise DomainError(f"{name} has a pole at 0 for this order.", argument=1)


def _turn(order: Number) -> AnyNumber:
    """(-1)^order, by which the value above the negative axis differs from that at the opposite number."""
    return cis(real.multiply(constants.PI, order))


def _refuse_zero(number: AnyNumber, name: str) -> None:
    if number == 0:
        raise DomainError(f"{name} has a pole at 0.", argument=1)


def _elementary(wave: Callable[[AnyNumber], AnyNumber], number: Number) -> AnyNumber:
    """sqrt(2/(pi x)) times a wave."""
    return multiply(powers.sqrt(real.divide(2, real.multiply(constants.PI, number))), wave(number))


def _negative_cos(angle: AnyNumber) -> AnyNumber:
    return negate(cos(angle))


def _of_order(name: str, real_method: Callable[[arb, arb], arb], complex_method: Callable[[acb, acb], acb]) -> Analytic:
    """FLINT's functions take the order second."""
    return Analytic(name, lambda x: real_method(x[1], x[0]), lambda z: complex_method(z[1], z[0]), most_work=2**27)


_J = _of_order("bessel_j", arb.bessel_j, acb.bessel_j)
_Y = _of_order("bessel_y", arb.bessel_y, acb.bessel_y)
_I = _of_order("bessel_i", arb.bessel_i, acb.bessel_i)
_K = _of_order("bessel_k", arb.bessel_k, acb.bessel_k)
_AI = Analytic("airy_ai", lambda x: x[0].airy_ai(), lambda z: z[0].airy_ai())
_BI = Analytic("airy_bi", lambda x: x[0].airy_bi(), lambda z: z[0].airy_bi())
