"""Elliptic integrals of the three kinds, complete and incomplete, of the parameter m = k^2.

The incomplete ones grow by twice the complete one with every pi of their angle:
F(phi + k pi, m) = F(phi, m) + 2 k K(m), so only angles up to pi/2 are left to FLINT.
"""

from __future__ import annotations

from flint import acb

from calc_repl.errors import DomainError
from calc_repl.values import circular, constants, deciding, hyperbolic, powers, real
from calc_repl.values.analytic import Analytic, exact
from calc_repl.values.complex import Complex, add, multiply, re, subtract
from calc_repl.values.complex_functions import sin
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)


def elliptic_k(m: AnyNumber) -> AnyNumber:
    """The complete elliptic integral of the first kind, of the parameter m = k^2. Raises DomainError at its pole, 1."""
    m = exact(m)
    if m == 0:
        return multiply(_HALF, constants.PI)
    if m == 1:
        raise DomainError("elliptic_k has a pole at 1.", argument=0)
    if isinstance(m, Complex) or deciding.compare(m, 1) < 0:
        return _K.at(m, is_positive=not isinstance(m, Complex))
    return _K.beside(m)


def elliptic_e(m: AnyNumber) -> AnyNumber:
    """The complete elliptic integral of the second kind, of the parameter m = k^2."""
    m = exact(m)
    if m == 0:
        return multiply(_HALF, constants.PI)
    if m == 1:
        return 1
    if isinstance(m, Complex) or deciding.compare(m, 1) < 0:
        return _E.at(m, is_positive=not isinstance(m, Complex))
    return _E.beside(m)


def elliptic_pi(n: AnyNumber, m: AnyNumber) -> AnyNumber:
    """The complete elliptic integral of the third kind. Raises DomainError where n or m is 1."""
    n, m = exact(n), exact(m)
    for index, number in enumerate((n, m)):
        if number == 1:
            raise DomainError(f"elliptic_pi has a pole at {'nm'[index]} = 1.", argument=index)
    if n == 0:
        return elliptic_k(m)
    if isinstance(n, Complex) or isinstance(m, Complex):
        return _PI.at(n, m)
    if deciding.compare(n, 1) > 0 or deciding.compare(m, 1) > 0:
        return _PI.beside(n, m)
    if m == 0:
        return real.divide(real.multiply(_HALF, constants.PI), powers.sqrt(real.subtract(1, n)))
    return _PI.at(n, m, is_positive=True)


def elliptic_f(phi: AnyNumber, m: AnyNumber) -> AnyNumber:
    """The incomplete elliptic integral of the first kind. Raises DomainError for m = 1 and angles from pi/2 on."""
    phi, m = exact(phi), exact(m)
    if m == 0:
        return phi

    def within(angle: AnyNumber) -> AnyNumber:
        if m == 1 and not isinstance(angle, Complex):
            return hyperbolic.atanh(circular.sin(angle))
        return _enclosed(_F, [_height(m, angle)], angle, m)

    return _periodic(phi, within, lambda: elliptic_k(m))


def elliptic_e_inc(phi: AnyNumber, m: AnyNumber) -> AnyNumber:
    """The incomplete elliptic integral of the second kind."""
    phi, m = exact(phi), exact(m)
    if m == 0:
        return phi

    def within(angle: AnyNumber) -> AnyNumber:
        return sin(angle) if m == 1 else _enclosed(_E_INCOMPLETE, [_height(m, angle)], angle, m)

    return _periodic(phi, within, lambda: elliptic_e(m))


def elliptic_pi_inc(n: AnyNumber, phi: AnyNumber, m: AnyNumber) -> AnyNumber:
    """The incomplete elliptic integral of the third kind. Raises DomainError at poles."""
    n, phi, m = exact(n), exact(phi), exact(m)
    if n == 0:
        return elliptic_f(phi, m)

    def within(angle: AnyNumber) -> AnyNumber:
        heights = [exact(_height(n, angle)), _height(m, angle)]
        if heights[0] == 1:
            raise DomainError("elliptic_pi_inc has a pole where n sin(phi)^2 = 1.", argument=1)
        return _enclosed(_PI_INCOMPLETE, heights, n, angle, m)

    return _periodic(phi, within, lambda: elliptic_pi(n, m))


def _periodic(phi: AnyNumber, within: Callable[[AnyNumber], AnyNumber], complete: Callable[[], AnyNumber]) -> AnyNumber:
    """An incomplete integral from its values at angles from -pi/2 to pi/2 and the complete one."""
    half_turns = real.divide(re(phi), constants.PI)
    times = deciding.floor(real.add(half_turns, _HALF))
    angle = subtract(phi, real.multiply(times, constants.PI))
    if angle == 0:
        return multiply(2 * times, complete()) if times else 0
    if angle == _RIGHT_ANGLE:
        return multiply(2 * times - 1, complete())
    value = within(angle)
    return add(value, multiply(2 * times, complete())) if times else value


def _enclosed(function: Analytic, heights: list[AnyNumber], *arguments: AnyNumber) -> AnyNumber:
    """An incomplete integral, which is real for real arguments where all of p sin(angle)^2 are below 1."""
    if any(isinstance(argument, Complex) for argument in arguments):
        return function.at(*arguments)
    if all(deciding.compare(re(height), 1) < 0 for height in heights):
        return function.at(*arguments)
    return function.beside(*arguments)


def _height(parameter: AnyNumber, angle: AnyNumber) -> AnyNumber:
    """p sin(angle)^2."""
    sine = sin(angle)
    return multiply(parameter, multiply(sine, sine))


_RIGHT_ANGLE: Number = real.multiply(Rational(-1, 2), constants.PI)

_K = Analytic("elliptic_k", lambda x: acb(x[0]).elliptic_k().real, lambda z: z[0].elliptic_k())
_E = Analytic("elliptic_e", lambda x: acb(x[0]).elliptic_e().real, lambda z: z[0].elliptic_e())
_PI = Analytic(
    "elliptic_pi", lambda x: acb.elliptic_pi(acb(x[0]), acb(x[1])).real, lambda z: acb.elliptic_pi(z[0], z[1])
)
_F = Analytic("elliptic_f", lambda x: acb.elliptic_f(acb(x[0]), acb(x[1])).real, lambda z: acb.elliptic_f(z[0], z[1]))
_E_INCOMPLETE = Analytic(
    "elliptic_e_inc", lambda x: acb.elliptic_e_inc(acb(x[0]), acb(x[1])).real, lambda z: acb.elliptic_e_inc(z[0], z[1])
)
_PI_INCOMPLETE = Analytic(
    "elliptic_pi_inc",
    lambda x: acb.elliptic_pi_inc(acb(x[0]), acb(x[1]), acb(x[2])).real,
    lambda z: acb.elliptic_pi_inc(z[0], z[1], z[2]),
)
