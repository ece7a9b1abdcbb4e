"""Lambert's W, the arithmetic-geometric mean, elliptic integrals."""

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
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_k(m)


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
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_e(m)


@operation()
def elliptic_pi(n: Certain, m: Certain) -> Number:
    """Give the complete elliptic integral of the third kind: elliptic_pi(n, m) for m = k^2.

    Defined for any numbers but 1; cut from 1 to the right in both.

    > elliptic_pi(-3, 0)
    pi/4 ≈ 0.785398163397
    > elliptic_pi(1/4, 1/8) to 10 digits
    ≈ 1.879349452
    """
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_pi(n, m)


@operation()
def elliptic_f(phi: Certain, m: Certain) -> Number:
    """Give the incomplete elliptic integral of the first kind: elliptic_f(phi, m), phi in radians, m = k^2.

    Defined for any numbers; for m = 1 only for phi between -pi/2 and pi/2; complex where m sin(phi)^2 > 1.

    > elliptic_f(pi/2, 1/2) == elliptic_k(1/2)
    true
    > elliptic_f(pi/6, 1)
    ln(3)/2 ≈ 0.549306144334
    > elliptic_f(2, 3/4) to 10 digits
    ≈ 2.952569674
    """
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_f(phi, m)


@operation()
def elliptic_e_inc(phi: Certain, m: Certain) -> Number:
    """Give the incomplete elliptic integral of the second kind: elliptic_e_inc(phi, m), phi in radians, m = k^2.

    Defined for any numbers; complex where m sin(phi)^2 > 1.

    > elliptic_e_inc(pi/6, 1)
    1/2 = 0.5
    > elliptic_e_inc(2, 3/4) to 10 digits
    ≈ 1.443433069
    """
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_e_inc(phi, m)


@operation()
def elliptic_pi_inc(n: Certain, phi: Certain, m: Certain) -> Number:
    """Give the incomplete elliptic integral of the third kind: elliptic_pi_inc(n, phi, m), phi in radians, m = k^2.

    Defined for any numbers with n sin(phi)^2 other than 1; complex where n sin(phi)^2 or m sin(phi)^2 is above 1.

    > elliptic_pi_inc(0, pi/6, 1)
    ln(3)/2 ≈ 0.549306144334
    > elliptic_pi_inc(1/4, 1/2, 1/8) to 10 digits
    ≈ 0.5128718023
    """
    from calc_repl.values import elliptic_integrals

    return elliptic_integrals.elliptic_pi_inc(n, phi, m)
