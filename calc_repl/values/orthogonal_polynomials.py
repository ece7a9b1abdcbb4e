"""Legendre's, Chebyshev's, Hermite's and Laguerre's polynomials, continued to degrees that are not whole.

Of a whole degree they are multiplied out, so that what is exact stays exact.
"""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import deciding
from calc_repl.values.algebraic import log2
from calc_repl.values.analytic import Analytic, exact
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.complex import Complex, add, divide, multiply, negate, subtract
from calc_repl.values.complex_functions import cos, sin
from calc_repl.values.complex_inverses import acos

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.complex import AnyNumber

#: Degrees up to which polynomials are multiplied out: at fractions, also by the size of the result in bits, and at
#: other numbers.
_MOST_DEGREE = 2_000
_MOST_BITS = 2**17
_MOST_DEGREE_IN_FORMS = 24


def legendre_p(degree: AnyNumber, number: AnyNumber) -> AnyNumber:
    """Legendre's function P, cut below -1. Raises DomainError at -1 for degrees that are not whole."""
    n, z = exact(degree), exact(number)
    if isinstance(n, int):
        n = n if n >= 0 else -n - 1
        return _polynomial(n, z, _LEGENDRE, 1, z, lambda k, p, q: divide(_step(2 * k + 1, z, p, k, q), k + 1))
    if z == 1:
        return 1
    if z == -1:
        raise DomainError("legendre_p has a pole at -1 for this degree.", argument=1)
    if isinstance(n, Complex) or isinstance(z, Complex) or deciding.compare(z, -1) > 0:
        return _LEGENDRE.at(n, z)
    return _LEGENDRE.beside(n, z)


def chebyshev_t(degree: AnyNumber, number: AnyNumber) -> AnyNumber:
    """Chebyshev's function of the first kind, cos(n acos(z))."""
    n, z = exact(degree), exact(number)
    if isinstance(n, int) and _is_multiplied_out(abs(n), z):
        return _by_recurrence(abs(n), 1, z, lambda _k, p, q: _step(2, z, p, 1, q))
    return cos(multiply(n, acos(z)))


def chebyshev_u(degree: AnyNumber, number: AnyNumber) -> AnyNumber:
    """Chebyshev's function of the second kind, sin((n + 1) t)/sin(t) for z = cos(t). Raises DomainError at -1."""
    n, z = exact(degree), exact(number)
    if z == 1:
        return add(n, 1)
    if isinstance(n, int):
        if n < -1:
            return negate(chebyshev_u(-n - 2, z))
        if n == -1:
            return 0
        if z == -1:
            return multiply((-1) ** (n & 1), n + 1)
        if _is_multiplied_out(n, z):
            return _by_recurrence(n, 1, multiply(2, z), lambda _k, p, q: _step(2, z, p, 1, q))
    if z == -1:
        raise DomainError("chebyshev_u has a pole at -1 for this degree.", argument=1)
    angle = acos(z)
    return divide(sin(multiply(add(n, 1), angle)), sin(angle))


def hermite_h(degree: AnyNumber, number: AnyNumber) -> AnyNumber:
    """Hermite's function H, the physicists' one: H(2, z) is 4z^2 - 2."""
    n, z = exact(degree), exact(number)
    if isinstance(n, int) and n >= 0:
        return _polynomial(n, z, _HERMITE, 1, multiply(2, z), lambda k, p, q: _step(2, z, p, 2 * k, q))
    return _HERMITE.at(n, z)


def laguerre_l(degree: AnyNumber, number: AnyNumber, order: AnyNumber = 0) -> AnyNumber:
    """Laguerre's function L of an order, binomial(n + a, n) 1F1(-n; a + 1; z).

    Raises DomainError where degree + order is a whole number below 0, unless the degree is one of a polynomial.
    """
    n, z, a = exact(degree), exact(number), exact(order)
    if isinstance(n, int) and n >= 0:

        def following(k: int, p: AnyNumber, q: AnyNumber) -> AnyNumber:
            return divide(subtract(multiply(subtract(add(2 * k + 1, a), z), p), multiply(add(k, a), q)), k + 1)

        if _is_multiplied_out(n, z) and _is_multiplied_out(n, a):
            return _by_recurrence(n, 1, subtract(add(1, a), z), following)
        return _LAGUERRE.at(n, a, z)
    upper = exact(add(n, a))
    if isinstance(upper, int) and upper < 0:
        raise DomainError("laguerre_l is not defined where degree + order is -1, -2, ...", argument=0)
    if isinstance(n, int):
        return 0  # 1/gamma(n + 1) is
    return _LAGUERRE.at(n, a, z)


def _step(above: int, z: AnyNumber, last: AnyNumber, below: int, before: AnyNumber) -> AnyNumber:
    """above z last - below before."""
    return subtract(multiply(above, multiply(z, last)), multiply(below, before))


def _polynomial(
    n: int,
    z: AnyNumber,
    function: Analytic,
    constant: AnyNumber,
    linear: AnyNumber,
    following: Callable[[int, AnyNumber, AnyNumber], AnyNumber],
) -> AnyNumber:
    return _by_recurrence(n, constant, linear, following) if _is_multiplied_out(n, z) else function.at(n, z)


def _by_recurrence(
    n: int,
    constant: AnyNumber,
    linear: AnyNumber,
    following: Callable[[int, AnyNumber, AnyNumber], AnyNumber],
) -> AnyNumber:
    """The polynomial of degree n: each one follows from its degree and the two before it."""
    before, last = constant, linear
    for k in range(1, n):
        before, last = last, following(k, last, before)
    return last if n else constant


def _is_multiplied_out(n: int, z: AnyNumber) -> bool:
    """Whether a polynomial of degree n is short at a number."""
    if not is_rational(z):
        return n <= _MOST_DEGREE_IN_FORMS
    return n <= _MOST_DEGREE and n * (log2(abs(z.numerator) + 1) + log2(z.denominator) + log2(n + 1)) <= _MOST_BITS


_LEGENDRE = Analytic("legendre_p", lambda x: x[1].legendre_p(x[0]), lambda z: z[1].legendre_p(z[0]), most_work=2**27)
_HERMITE = Analytic("hermite_h", lambda x: x[1].hermite_h(x[0]), lambda z: z[1].hermite_h(z[0]), most_work=2**27)
_LAGUERRE = Analytic(
    "laguerre_l", lambda x: x[2].laguerre_l(x[0], x[1]), lambda z: z[2].laguerre_l(z[0], z[1]), most_work=2**27
)
