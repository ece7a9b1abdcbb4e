"""Circular functions and their inverses, of angles in radians; `30°` is an angle of pi/6."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Real


@operation()
def sin(angle: Number) -> Number:
    """The sine of an angle in radians.

    > sin(pi/6)
    1/2 = 0.5
    > sin 30°
    1/2 = 0.5
    > sin(1)
    sin(1) ≈ 0.841470984808
    """
    from calc_repl.values import complex_functions

    return complex_functions.sin(angle)


@operation()
def cos(angle: Number) -> Number:
    """The cosine of an angle in radians.

    > cos(pi/4)
    sqrt(2)/2 ≈ 0.707106781187
    """
    from calc_repl.values import complex_functions

    return complex_functions.cos(angle)


@operation()
def tan(angle: Number) -> Number:
    """The tangent of an angle in radians.

    > tan(pi/8)
    -1 + sqrt(2) ≈ 0.414213562373
    """
    from calc_repl.values import complex_functions

    return complex_functions.tan(angle)


@operation()
def sec(angle: Number) -> Number:
    """The secant, 1/cos, of an angle in radians.

    > sec(pi/3)
    2
    """
    from calc_repl.values import complex_functions

    return complex_functions.sec(angle)


@operation()
def csc(angle: Number) -> Number:
    """The cosecant, 1/sin, of an angle in radians.

    > csc(pi/6)
    2
    """
    from calc_repl.values import complex_functions

    return complex_functions.csc(angle)


@operation()
def cot(angle: Number) -> Number:
    """The cotangent, 1/tan, of an angle in radians.

    > cot(pi/4)
    1
    """
    from calc_repl.values import complex_functions

    return complex_functions.cot(angle)


@operation()
def asin(number: Number) -> Number:
    """The angle in radians whose sine is a number; outside -1 to 1 it is complex, on the principal branch.

    > asin(1/2)
    pi/6 ≈ 0.523598775598
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.asin(number)


@operation()
def acos(number: Number) -> Number:
    """The angle in radians whose cosine is a number; outside -1 to 1 it is complex, on the principal branch.

    > acos(0)
    pi/2 ≈ 1.57079632679
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.acos(number)


@operation()
def atan(number: Number) -> Number:
    """The angle in radians between -pi/2 and pi/2 whose tangent is a number.

    > 4 atan(1) == pi
    true
    """
    from calc_repl.values import complex_inverses

    return complex_inverses.atan(number)


@operation()
def atan2(y: Real, x: Real) -> Real:
    """The angle of the point (x, y), between -pi and pi.

    > atan2(1, -1)
    3*pi/4 ≈ 2.35619449019
    """
    from calc_repl.values import arcs

    return arcs.atan2(y, x)
