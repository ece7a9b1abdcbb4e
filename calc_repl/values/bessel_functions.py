"""Bessel functions of any order, and Airy's.

The order comes first, as in J(order, z). J and I of a whole order have no cut;
all others are cut along the negative real axis, where the value is the limit
from above. Orders 1/2 and -1/2 are elementary.
"""

from __future__ import annotations

from flint import acb, arb

from calc_repl.errors import DomainError
from calc_repl.values import constants, deciding, powers, real
from calc_repl.values.analytic import Analytic, exact, seems_positive
from calc_repl.values.complex import Complex, divide, multiply, negate, re
from calc_repl.values.complex_functions import cos, cosh, exp, power, sin, sinh
from calc_repl.values.gamma_functions import gamma
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)
_MINUS_HALF = Rational(-1, 2)


def bessel_j(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The Bessel function of the first kind. Raises DomainError at 0 for orders where it has a pole."""
    return _first_kind(_J, order, number, {_HALF: sin, _MINUS_HALF: cos})


def bessel_i(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The modified Bessel function of the first kind. Raises DomainError at 0 for orders where it has a pole."""
    return _first_kind(_I, order, number, {_HALF: sinh, _MINUS_HALF: cosh})


def bessel_y(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The Bessel function of the second kind. Raises DomainError at 0."""
    return _second_kind(_Y, order, number, {_HALF: lambda x: negate(cos(x)), _MINUS_HALF: sin})


def bessel_k(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The modified Bessel function of the second kind. Raises DomainError at 0."""
    order, number = exact(order), exact(number)
    if order in (_HALF, _MINUS_HALF) and seems_positive(number):
        return multiply(powers.sqrt(real.divide(constants.PI, real.multiply(2, re(number)))), exp(negate(number)))
    return _second_kind(_K, order, number, {}, is_positive=seems_positive(number) and not isinstance(order, Complex))


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


def _first_kind(
    function: Analytic, order: AnyNumber, number: AnyNumber, halves: dict[Rational, Callable[[AnyNumber], AnyNumber]]
) -> AnyNumber:
    order, number = exact(order), exact(number)
    if number == 0:
        return _at_zero(function.name, order)
    if isinstance(order, Rational) and order in halves and seems_positive(number):
        return _elementary(halves[order], re(number))
    if isinstance(order, (int, Complex)) or isinstance(number, Complex):
        return function.at(order, number)
    return function.at(order, number) if deciding.sign(number) > 0 else function.beside(order, number)


def _at_zero(name: str, order: AnyNumber) -> Number:
    """J and I at 0: 1 for order 0; 0 for other whole orders and those to the right of 0."""
    if order == 0:
        return 1
    if isinstance(order, int) or deciding.sign(re(order)) > 0:
        return 0
    raise DomainError(f"{name} has a pole at 0 for this order.", argument=1)


def _second_kind(
    function: Analytic,
    order: AnyNumber,
    number: AnyNumber,
    halves: dict[Rational, Callable[[AnyNumber], AnyNumber]],
    *,
    is_positive: bool = False,
) -> AnyNumber:
    order, number = exact(order), exact(number)
    if number == 0:
        raise DomainError(f"{function.name} has a pole at 0.", argument=1)
    if isinstance(order, Rational) and order in halves and seems_positive(number):
        return _elementary(halves[order], re(number))
    if isinstance(order, Complex) or isinstance(number, Complex) or deciding.sign(number) > 0:
        return function.at(order, number, is_positive=is_positive)
    return function.beside(order, number)


def _elementary(wave: Callable[[AnyNumber], AnyNumber], number: Number) -> AnyNumber:
    """sqrt(2/(pi x)) times a wave."""
    return multiply(powers.sqrt(real.divide(2, real.multiply(constants.PI, number))), wave(number))


def _of_order(name: str, real_method: Callable[[arb, arb], arb], complex_method: Callable[[acb, acb], acb]) -> Analytic:
    """FLINT's functions take the order second."""
    return Analytic(name, lambda x: real_method(x[1], x[0]), lambda z: complex_method(z[1], z[0]), 10_000)


_J = _of_order("bessel_j", arb.bessel_j, acb.bessel_j)
_Y = _of_order("bessel_y", arb.bessel_y, acb.bessel_y)
_I = _of_order("bessel_i", arb.bessel_i, acb.bessel_i)
_K = _of_order("bessel_k", arb.bessel_k, acb.bessel_k)
_AI = Analytic("airy_ai", lambda x: x[0].airy_ai(), lambda z: z[0].airy_ai(), 50_000)
_BI = Analytic("airy_bi", lambda x: x[0].airy_bi(), lambda z: z[0].airy_bi(), 50_000)
