"""Circular functions and their inverses.

Angles are in radians unless the setting `angle` names another unit; `30°` is
an angle of pi/6 radians.
"""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values.angles import in_radians, in_set_unit
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Real


@operation(inverse="asin")
def sin(angle: Number) -> Number:
    """The sine of an angle.

    > sin(pi/6)
    1/2 = 0.5
    > sin 30°
    1/2 = 0.5
    > sin^-1(1/2)
    pi/6 ≈ 0.523598775598
    > sin(1)
    sin(1) ≈ 0.841470984808
    """
    return tower("sin", in_radians(angle))  # type: ignore[no-any-return]


@operation(inverse="acos")
def cos(angle: Number) -> Number:
    """The cosine of an angle.

    > cos(pi/4)
    sqrt(2)/2 ≈ 0.707106781187
    """
    return tower("cos", in_radians(angle))  # type: ignore[no-any-return]


@operation(inverse="atan")
def tan(angle: Number) -> Number:
    """The tangent of an angle.

    > tan(pi/8)
    sqrt(2) - 1 ≈ 0.414213562373
    """
    return tower("tan", in_radians(angle))  # type: ignore[no-any-return]


@operation(inverse="asec")
def sec(angle: Number) -> Number:
    """The secant, 1/cos, of an angle.

    > sec(pi/3)
    2
    """
    return tower("sec", in_radians(angle))  # type: ignore[no-any-return]


@operation(inverse="acsc")
def csc(angle: Number) -> Number:
    """The cosecant, 1/sin, of an angle.

    > csc(pi/6)
    2
    """
    return tower("csc", in_radians(angle))  # type: ignore[no-any-return]


@operation(inverse="acot")
def cot(angle: Number) -> Number:
    """The cotangent, 1/tan, of an angle.

    > cot(pi/4)
    1
    """
    return tower("cot", in_radians(angle))  # type: ignore[no-any-return]


@operation()
def asin(number: Number) -> Number:
    """The angle whose sine is a number; outside -1 to 1 it is complex, on the principal branch.

    > asin(1/2)
    pi/6 ≈ 0.523598775598
    """
    return in_set_unit(tower("asin", number))


@operation()
def acos(number: Number) -> Number:
    """The angle whose cosine is a number; outside -1 to 1 it is complex, on the principal branch.

    > acos(0)
    pi/2 ≈ 1.57079632679
    """
    return in_set_unit(tower("acos", number))


@operation()
def atan(number: Number) -> Number:
    """The angle between -pi/2 and pi/2 whose tangent is a number.

    > 4 atan(1) == pi
    true
    """
    return in_set_unit(tower("atan", number))


@operation()
def asec(number: Number) -> Number:
    """The angle whose secant is a number, acos(1/number); between -1 and 1 it is complex.

    > asec(2)
    pi/3 ≈ 1.04719755120
    """
    return in_set_unit(tower("asec", number))


@operation()
def acsc(number: Number) -> Number:
    """The angle whose cosecant is a number, asin(1/number); between -1 and 1 it is complex.

    > acsc(-2)
    -pi/6 ≈ -0.523598775598
    """
    return in_set_unit(tower("acsc", number))


@operation()
def acot(number: Number) -> Number:
    """The angle whose cotangent is a number, atan(1/number): from -pi/2 to pi/2, and pi/2 for 0.

    > acot(-1)
    -pi/4 ≈ -0.785398163397
    > acot(0)
    pi/2 ≈ 1.57079632679
    """
    return in_set_unit(tower("acot", number))


@operation()
def atan2(y: Real, x: Real) -> Real:
    """The angle of the point (x, y), between -pi and pi.

    > atan2(1, -1)
    3*pi/4 ≈ 2.35619449019
    """
    from calc_repl.values import arcs

    return in_set_unit(arcs.atan2(y, x))  # type: ignore[return-value]  # an angle of real numbers is real
