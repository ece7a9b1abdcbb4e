"""Functions defined by integrals: error functions, exponential and trigonometric integrals."""

from __future__ import annotations

from calc_repl.operations.declaration import operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Certain, Number


@operation()
def erf(number: Certain) -> Number:
    """Give the error function.

    Defined for any number; no cut.

    > erf(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.erf(number)


@operation()
def erfc(number: Certain) -> Number:
    """Give 1 - erf.

    Defined for any number; no cut.

    > erfc(0)
    1
    """
    from calc_repl.values import integral_functions

    return integral_functions.erfc(number)


@operation()
def erfi(number: Certain) -> Number:
    """Give the imaginary error function.

    Defined for any number; no cut.

    > erfi(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.erfi(number)


@operation()
def erfinv(number: Certain) -> Number:
    """Invert erf.

    Defined for a real number in (-1, 1); no cut.

    > erfinv(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.erfinv(number)


@operation()
def erfcinv(number: Certain) -> Number:
    """Invert erfc.

    Defined for a real number in (0, 2); no cut.

    > erfcinv(1)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.erfcinv(number)


@operation("Ei")
def ei(number: Certain) -> Number:
    """Give the exponential integral Ei.

    Defined for any number but 0; cut along the negative real axis, where the value is the
    real principal value.

    > Ei(1/2)
    ≈ 0.454219904863
    """
    from calc_repl.values import integral_functions

    return integral_functions.ei(number)


@operation()
def expint(order: Certain, number: Certain) -> Number:
    """Give the exponential integral E of an order: expint(order, number).

    Defined for any number; 0 only for orders above 1; cut along the negative real axis,
    where the value is the limit from above.

    > expint(2, 0)
    1
    """
    from calc_repl.values import integral_functions

    return integral_functions.expint(order, number)


@operation("Si")
def si(number: Certain) -> Number:
    """Give the sine integral.

    Defined for any number; no cut.

    > Si(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.si(number)


@operation("Ci")
def ci(number: Certain) -> Number:
    """Give the cosine integral.

    Defined for any number but 0; cut along the negative real axis, where the value is the
    limit from above.

    > Ci(1/2)
    ≈ -0.177784078807
    """
    from calc_repl.values import integral_functions

    return integral_functions.ci(number)


@operation("Shi")
def shi(number: Certain) -> Number:
    """Give the hyperbolic sine integral.

    Defined for any number; no cut.

    > Shi(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.shi(number)


@operation("Chi")
def chi(number: Certain) -> Number:
    """Give the hyperbolic cosine integral.

    Defined for any number but 0; cut along the negative real axis, where the value is the
    limit from above.

    > Chi(1/2)
    ≈ -0.0527768449565
    """
    from calc_repl.values import integral_functions

    return integral_functions.chi(number)


@operation()
def li(number: Certain) -> Number:
    """Give the logarithmic integral, from 0.

    Defined for any number but 1; Ei(ln(number)).

    > li(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.li(number)


@operation()
def fresnel_s(number: Certain) -> Number:
    """Integrate sin(pi t^2/2) from 0.

    Defined for any number; no cut.

    > fresnel_s(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.fresnel_s(number)


@operation()
def fresnel_c(number: Certain) -> Number:
    """Integrate cos(pi t^2/2) from 0.

    Defined for any number; no cut.

    > fresnel_c(0)
    0
    """
    from calc_repl.values import integral_functions

    return integral_functions.fresnel_c(number)


@operation()
def gamma_upper(s: Certain, z: Certain) -> Number:
    """Give the upper incomplete gamma function: gamma_upper(s, number).

    Defined for any numbers; 0 only for s with a positive real part; cut along the negative
    real axis, where the value is the limit from above.

    > gamma_upper(3, 0)
    2
    > gamma_upper(1, ln(2))
    1/2 = 0.5
    """
    from calc_repl.values import integral_functions

    return integral_functions.gamma_upper(s, z)


@operation()
def gamma_lower(s: Certain, z: Certain) -> Number:
    """Give the lower incomplete gamma function: gamma_lower(s, number).

    Defined for s other than 0, -1, -2, ...; 0 only for s with a positive real part; cut
    along the negative real axis, where the value is the limit from above.

    > gamma_lower(1, ln(2))
    1/2 = 0.5
    """
    from calc_repl.values import integral_functions

    return integral_functions.gamma_lower(s, z)
