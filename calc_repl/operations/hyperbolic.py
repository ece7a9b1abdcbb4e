"""Hyperbolic functions and their inverses."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number


@operation(inverse="asinh")
def sinh(number: Number) -> Number:
    """The hyperbolic sine.

    > sinh(ln 2)
    3/4 = 0.75
    """
    from calc_repl.values import complex_functions

    return complex_functions.sinh(number)


@operation(inverse="acosh")
def cosh(number: Number) -> Number:
    """The hyperbolic cosine.

    > cosh(0)
    1
    """
    from calc_repl.values import complex_functions

    return complex_functions.cosh(number)


@operation(inverse="atanh")
def tanh(number: Number) -> Number:
    """The hyperbolic tangent.

    > tanh(ln 3)
    4/5 = 0.8
    """
    from calc_repl.values import complex_functions

    return complex_functions.tanh(number)


@operation()
def asinh(number: Number) -> Number:
    """The inverse of the hyperbolic sine.

    > asinh(3/4)
    ln(2) ≈ 0.693147180560
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.asinh(number)


@operation()
def acosh(number: Number) -> Number:
    """The inverse of the hyperbolic cosine, not negative; below 1 it is complex, on the principal branch.

    > acosh(5/4)
    ln(2) ≈ 0.693147180560
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.acosh(number)


@operation()
def atanh(number: Number) -> Number:
    """The inverse of the hyperbolic tangent; outside -1 to 1 it is complex, on the principal branch.

    > atanh(4/5)
    ln(3) ≈ 1.09861228867
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.atanh(number)


@operation()
def sech(number: Number) -> Number:
    """The hyperbolic secant, 1/cosh.

    > sech(0)
    1
    """
    from calc_repl.values import complex_functions

    return complex_functions.sech(number)


@operation()
def csch(number: Number) -> Number:
    """The hyperbolic cosecant, 1/sinh.

    > csch(ln 2)
    4/3 ≈ 1.33333333333
    """
    from calc_repl.values import complex_functions

    return complex_functions.csch(number)


@operation()
def coth(number: Number) -> Number:
    """The hyperbolic cotangent, 1/tanh.

    > coth(ln 3)
    5/4 = 1.25
    """
    from calc_repl.values import complex_functions

    return complex_functions.coth(number)
