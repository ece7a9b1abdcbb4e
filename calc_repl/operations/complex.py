"""Complex numbers: their parts, size and angle. `abs` is among the arithmetic."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values.angles import in_radians, in_set_unit
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Real


@operation()
def re(number: Number) -> Real:
    """The real part of a number.

    > re(3 + 4i)
    3
    """
    return tower("re", number)  # type: ignore[no-any-return]


@operation()
def im(number: Number) -> Real:
    """The imaginary part of a number.

    > im(3 + 4i)
    4
    """
    return tower("im", number)  # type: ignore[no-any-return]


@operation()
def conj(number: Number) -> Number:
    """The complex conjugate of a number.

    > conj(3 + 4i)
    3 - 4 i
    """
    return tower("conj", number)  # type: ignore[no-any-return]


@operation()
def arg(number: Number) -> Real:
    """The angle of a number in the complex plane, above -pi and at most pi.

    > arg(-1)
    pi ≈ 3.14159265359
    """
    return in_set_unit(tower("arg", number))  # type: ignore[return-value]  # an angle of real numbers is real


@operation()
def cis(angle: Real) -> Number:
    """The number of size 1 at an angle: cos(angle) + i sin(angle).

    > cis(pi/2)
    i
    """
    from calc_repl.values import complex

    return complex.cis(in_radians(angle))  # type: ignore[arg-type]


@operation()
def polar(distance: Real, angle: Real) -> Number:
    """The number at a distance from 0 and an angle.

    > polar(2, pi/2)
    2 i
    """
    from calc_repl.values import complex

    return complex.polar(distance, in_radians(angle))  # type: ignore[arg-type]
