"""The gamma function and its family."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def gamma(number: Certain) -> Number:
    """Continue (n - 1)! to all numbers.

    Defined for any number but 0, -1, -2, ...; no cut.

    > gamma(5)
    24
    > gamma(1/2)
    sqrt(pi) ≈ 1.77245385091
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.gamma(number)


@operation()
def rgamma(number: Certain) -> Number:
    """Give 1/gamma.

    Defined for any number; no cut.

    > rgamma(-3)
    0
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.rgamma(number)


@operation()
def lgamma(number: Certain) -> Number:
    """Give the logarithm of gamma, continued from the positive numbers.

    Defined for any number but 0, -1, -2, ...; cut along the negative real axis, where the
    value is the limit from above; this is not ln|gamma|.

    > lgamma(1)
    0
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.lgamma(number)


@operation()
def beta(a: Certain, b: Certain) -> Number:
    """Give gamma(a) gamma(b)/gamma(a + b).

    Defined for any numbers but 0, -1, -2, ...; no cut.

    > beta(2, 3)
    1/12 ≈ 0.0833333333333
    > beta(1/2, 1/2)
    pi ≈ 3.14159265359
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.beta(a, b)


@operation()
def digamma(number: Certain) -> Number:
    """Give the derivative of the logarithm of gamma.

    Defined for any number but 0, -1, -2, ...; no cut.

    > digamma(2) - digamma(1)
    1
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.digamma(number)


@operation()
def polygamma(order: Certain, number: Certain) -> Number:
    """Give a derivative of digamma: polygamma(order, number).

    Defined for a whole order >= 0; any number but 0, -1, -2, ...; no cut.

    > polygamma(1, 1)
    pi^2/6 ≈ 1.64493406685
    """
    from calc_repl.values import gamma_functions

    return gamma_functions.polygamma(order, number)
