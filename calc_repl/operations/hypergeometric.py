"""Hypergeometric functions."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def hyp0f1(b: Certain, z: Certain) -> Number:
    """Give the confluent hypergeometric limit function: hyp0f1(b, number).

    Defined for b other than 0, -1, -2, ...; no cut.

    > hyp0f1(2, 0)
    1
    > hyp0f1(1/2, -1/4) to 10 digits
    ≈ 0.5403023059
    """
    from calc_repl.values import hypergeometric

    return hypergeometric.hyp0f1(b, z)


@operation()
def hyp1f1(a: Certain, b: Certain, z: Certain) -> Number:
    """Give Kummer's hypergeometric function: hyp1f1(a, b, number).

    Defined for b other than 0, -1, -2, ...; no cut.

    > hyp1f1(2, 2, ln(3))
    3
    """
    from calc_repl.values import hypergeometric

    return hypergeometric.hyp1f1(a, b, z)


@operation()
def hyperu(a: Certain, b: Certain, z: Certain) -> Number:
    """Give Tricomi's confluent hypergeometric function: hyperu(a, b, number).

    Defined for any number, 0 only for b < 1 or a = 0, -1, -2, ...; cut below 0, where the
    value is the limit from above.

    > hyperu(-2, 1, 3)
    -1
    > hyperu(1/2, 3/2, 4)
    1/2 = 0.5
    > hyperu(1, 1, 1) to 10 digits
    ≈ 0.5963473623
    """
    from calc_repl.values import hypergeometric

    return hypergeometric.hyperu(a, b, z)


@operation()
def hyp2f1(a: Certain, b: Certain, c: Certain, z: Certain) -> Number:
    """Give Gauss's hypergeometric function: hyp2f1(a, b, c, number).

    Defined for c other than 0, -1, -2, ...; 1 only for c > a + b; cut from 1 to the right,
    where the value is the limit from below.

    > hyp2f1(2, 1, 1, 1/2)
    4
    > hyp2f1(1/2, 1/2, 3/2, 1)
    pi/2 ≈ 1.57079632679
    """
    from calc_repl.values import hypergeometric

    return hypergeometric.hyp2f1(a, b, c, z)
