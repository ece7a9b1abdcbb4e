"""Orthogonal polynomials, and what continues them to degrees that are not whole."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def legendre_p(degree: Certain, number: Certain) -> Number:
    """Give Legendre's polynomial or function of the first kind: legendre_p(degree, number).

    Defined for any degree and number; cut below -1 for degrees that are not whole, with a pole at -1.

    > legendre_p(2, 1/3)
    -1/3 ≈ -0.333333333333
    > legendre_p(4, sqrt(2))
    83/8 = 10.375
    > legendre_p(1/2, 2) to 10 digits
    ≈ 1.329138162
    """
    from calc_repl.values import orthogonal_polynomials

    return orthogonal_polynomials.legendre_p(degree, number)


@operation()
def chebyshev_t(degree: Certain, number: Certain) -> Number:
    """Give Chebyshev's polynomial of the first kind, cos(degree acos(number)): chebyshev_t(degree, number).

    Defined for any degree and number; cut below -1 for degrees that are not whole.

    > chebyshev_t(3, 1/3)
    -23/27 ≈ -0.851851851852
    > chebyshev_t(1/2, 1/2)
    sqrt(3)/2 ≈ 0.866025403784
    """
    from calc_repl.values import orthogonal_polynomials

    return orthogonal_polynomials.chebyshev_t(degree, number)


@operation()
def chebyshev_u(degree: Certain, number: Certain) -> Number:
    """Give Chebyshev's polynomial of the second kind: chebyshev_u(degree, number).

    Defined for any degree and number; cut below -1 for degrees that are not whole, with a pole at -1.

    > chebyshev_u(3, 1/3)
    -28/27 ≈ -1.03703703704
    > chebyshev_u(4, 1)
    5
    """
    from calc_repl.values import orthogonal_polynomials

    return orthogonal_polynomials.chebyshev_u(degree, number)


@operation()
def hermite_h(degree: Certain, number: Certain) -> Number:
    """Give Hermite's polynomial or function, the physicists' one: hermite_h(degree, number).

    Defined for any degree and number; no cut.

    > hermite_h(2, 1/2)
    -1
    > hermite_h(3, sqrt(2))
    4*sqrt(2) ≈ 5.65685424949
    """
    from calc_repl.values import orthogonal_polynomials

    return orthogonal_polynomials.hermite_h(degree, number)


@operation()
def laguerre_l(degree: Certain, number: Certain, order: Certain = 0) -> Number:
    """Give Laguerre's polynomial or function, of order 0 unless another is given: laguerre_l(degree, number, order).

    Defined for any numbers, where the degree is not whole only if degree + order is not -1, -2, ...; no cut.

    > laguerre_l(2, 3)
    -1/2 = -0.5
    > laguerre_l(2, 3, 1)
    -3/2 = -1.5
    """
    from calc_repl.values import orthogonal_polynomials

    return orthogonal_polynomials.laguerre_l(degree, number, order)
