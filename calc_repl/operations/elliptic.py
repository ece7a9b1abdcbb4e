"""Lambert's W, the arithmetic-geometric mean, complete elliptic integrals."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def lambertw(number: Certain, branch: Certain = 0) -> Number:
    """Solve w e^w = number, on branch 0 unless another is given: lambertw(number, branch).

    Defined for any number; 0 only on branch 0; branch 0 cut below -1/e, the others below 0;
    the limit from above.

    > lambertw(e)
    1
    > lambertw(-1/e, -1)
    -1
    > lambertw(2 ln(2))
    ln(2) ≈ 0.693147180560
    """
    from calc_repl.values import special

    return special.lambertw(number, branch)


@operation()
def agm(a: Certain, b: Certain) -> Number:
    """Give the arithmetic-geometric mean of two numbers.

    Defined for any numbers; cut where the quotient is negative; the limit from above for
    one number above 0.

    > agm(5, 5)
    5
    > agm(1, 0)
    0
    """
    from calc_repl.values import special

    return special.agm(a, b)


@operation()
def elliptic_k(m: Certain) -> Number:
    """Give the complete elliptic integral K of the parameter m = k^2 (not of the modulus k).

    Defined for any number but 1; cut from 1 to the right, where the value is the limit from
    below.

    > elliptic_k(0)
    pi/2 ≈ 1.57079632679
    """
    from calc_repl.values import special

    return special.elliptic_k(m)


@operation()
def elliptic_e(m: Certain) -> Number:
    """Give the complete elliptic integral E of the parameter m = k^2 (not of the modulus k).

    Defined for any number; cut from 1 to the right, where the value is the limit from
    below.

    > elliptic_e(0)
    pi/2 ≈ 1.57079632679
    > elliptic_e(1)
    1
    """
    from calc_repl.values import special

    return special.elliptic_e(m)
