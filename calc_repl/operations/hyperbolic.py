"""Hyperbolic functions and their inverses."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number


@operation(inverse="asinh")
def sinh(number: Number) -> Number:
    """The hyperbolic sine.

    > sinh(ln 2)
    3/4 = 0.75
    """
    return tower("sinh", number)  # type: ignore[no-any-return]


@operation(inverse="acosh")
def cosh(number: Number) -> Number:
    """The hyperbolic cosine.

    > cosh(0)
    1
    """
    return tower("cosh", number)  # type: ignore[no-any-return]


@operation(inverse="atanh")
def tanh(number: Number) -> Number:
    """The hyperbolic tangent.

    > tanh(ln 3)
    4/5 = 0.8
    """
    return tower("tanh", number)  # type: ignore[no-any-return]


@operation()
def asinh(number: Number) -> Number:
    """The inverse of the hyperbolic sine.

    > asinh(3/4)
    ln(2) ≈ 0.693147180560
    """
    return tower("asinh", number)  # type: ignore[no-any-return]


@operation()
def acosh(number: Number) -> Number:
    """The inverse of the hyperbolic cosine, not negative; below 1 it is complex, on the principal branch.

    > acosh(5/4)
    ln(2) ≈ 0.693147180560
    """
    return tower("acosh", number)  # type: ignore[no-any-return]


@operation()
def atanh(number: Number) -> Number:
    """The inverse of the hyperbolic tangent; outside -1 to 1 it is complex, on the principal branch.

    > atanh(4/5)
    ln(3) ≈ 1.09861228867
    """
    return tower("atanh", number)  # type: ignore[no-any-return]


@operation(inverse="asech")
def sech(number: Number) -> Number:
    """The hyperbolic secant, 1/cosh.

    > sech(0)
    1
    """
    return tower("sech", number)  # type: ignore[no-any-return]


@operation(inverse="acsch")
def csch(number: Number) -> Number:
    """The hyperbolic cosecant, 1/sinh.

    > csch(ln 2)
    4/3 ≈ 1.33333333333
    """
    return tower("csch", number)  # type: ignore[no-any-return]


@operation(inverse="acoth")
def coth(number: Number) -> Number:
    """The hyperbolic cotangent, 1/tanh.

    > coth(ln 3)
    5/4 = 1.25
    """
    return tower("coth", number)  # type: ignore[no-any-return]


@operation()
def asech(number: Number) -> Number:
    """The inverse of the hyperbolic secant, acosh(1/number); complex but from 0 to 1.

    > asech(3/5)
    ln(3) ≈ 1.09861228867
    """
    return tower("asech", number)  # type: ignore[no-any-return]


@operation()
def acsch(number: Number) -> Number:
    """The inverse of the hyperbolic cosecant, asinh(1/number).

    > acsch(4/3)
    ln(2) ≈ 0.693147180560
    """
    return tower("acsch", number)  # type: ignore[no-any-return]


@operation()
def acoth(number: Number) -> Number:
    """The inverse of the hyperbolic cotangent, atanh(1/number); between -1 and 1 it is complex, i pi/2 for 0.

    > acoth(5/4)
    ln(3) ≈ 1.09861228867
    """
    return tower("acoth", number)  # type: ignore[no-any-return]
