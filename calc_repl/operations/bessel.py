"""Bessel and Airy functions."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def bessel_j(order: Certain, number: Certain) -> Number:
    """Give the Bessel function of the first kind: bessel_j(order, number).

    Defined for any numbers; 0 not for negative orders that are not whole; no cut for whole
    orders; cut along the negative real axis, where the value is the limit from above.

    > bessel_j(0, 0)
    1
    > bessel_j(1/2, pi)
    0
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.bessel_j(order, number)


@operation()
def bessel_y(order: Certain, number: Certain) -> Number:
    """Give the Bessel function of the second kind: bessel_y(order, number).

    Defined for any order; any number but 0; cut along the negative real axis, where the
    value is the limit from above.

    > bessel_y(-1/2, pi)
    0
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.bessel_y(order, number)


@operation()
def bessel_i(order: Certain, number: Certain) -> Number:
    """Give the modified Bessel function of the first kind: bessel_i(order, number).

    Defined for any numbers; 0 not for negative orders that are not whole; no cut for whole
    orders; cut along the negative real axis, where the value is the limit from above.

    > bessel_i(0, 0)
    1
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.bessel_i(order, number)


@operation()
def bessel_k(order: Certain, number: Certain) -> Number:
    """Give the modified Bessel function of the second kind: bessel_k(order, number).

    Defined for any order; any number but 0; cut along the negative real axis, where the
    value is the limit from above.

    > bessel_k(1, 2)
    ≈ 0.139865881817
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.bessel_k(order, number)


@operation()
def airy_ai(number: Certain) -> Number:
    """Give Airy's function Ai.

    Defined for any number; no cut.

    > airy_ai(1/2)
    ≈ 0.231693606481
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.airy_ai(number)


@operation()
def airy_bi(number: Certain) -> Number:
    """Give Airy's function Bi.

    Defined for any number; no cut.

    > airy_bi(1/2)
    ≈ 0.854277043103
    """
    from calc_repl.values import bessel_functions

    return bessel_functions.airy_bi(number)
