"""The zeta function and its family."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation(cheap=False)
def zeta(s: Certain) -> Number:
    """Give Riemann's zeta function.

    Defined for any number but 1; no cut.

    > zeta(2)
    pi^2/6 ≈ 1.64493406685
    > zeta(-1)
    -1/12 ≈ -0.0833333333333
    """
    from calc_repl.values import zeta_functions

    return zeta_functions.zeta(s)


@operation(cheap=False)
def hurwitz(s: Certain, a: Certain) -> Number:
    """Give Hurwitz's zeta function: hurwitz(s, a).

    Defined for s other than 1; a other than 0, -1, -2, ...; a^-s on its principal branch.

    > hurwitz(2, 2)
    (pi^2 - 6)/6 ≈ 0.644934066848
    """
    from calc_repl.values import zeta_functions

    return zeta_functions.hurwitz(s, a)


@operation(cheap=False)
def eta(s: Certain) -> Number:
    """Give Dirichlet's eta function.

    Defined for any number; no cut.

    > eta(1)
    ln(2) ≈ 0.693147180560
    """
    from calc_repl.values import zeta_functions

    return zeta_functions.eta(s)


@operation(cheap=False)
def polylog(s: Certain, z: Certain) -> Number:
    """Give the polylogarithm of an order: polylog(order, number).

    Defined for any number; 1 only for orders above 1; cut from 1 to the right, where the
    value is the limit from below.

    > polylog(-3, 2)
    26
    > polylog(2, 1)
    pi^2/6 ≈ 1.64493406685
    """
    from calc_repl.values import zeta_functions

    return zeta_functions.polylog(s, z)
