"""Functions defined by integrals: error functions, exponential, sine and cosine integrals, Fresnel's, incomplete gamma.

Branch cuts lie along the negative real axis; on them the value is the limit
from above: Ci(-1) = Ci(1) + pi i. Ei is real there, as its principal value is.
"""

from __future__ import annotations

from flint import acb, arb

from calc_repl.errors import DomainError
from calc_repl.values import constants, deciding, powers, real
from calc_repl.values.analytic import Analytic, argument_of, exact, seems_negative, seems_positive
from calc_repl.values.complex import (
    Complex,
    add,
    complex_number,
    divide,
    im,
    is_known_zero,
    multiply,
    negate,
    re,
    subtract,
    turned,
)
from calc_repl.values.complex_functions import exp, power, sqrt
from calc_repl.values.gamma_functions import gamma, is_pole
from calc_repl.values.hypergeometric import hyp1f1
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

#: Whole orders up to which incomplete gamma functions are written out.
_MOST_ORDER = 20
#: Orders above which gamma_lower goes by gamma_upper where the argument is not much smaller.
_LARGE_ORDER = 1_000


def erf(number: AnyNumber) -> AnyNumber:
    """The error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0."""
    number = exact(number)
    known = _erf_of_inverse(number)
    if known is not None:
        return known
    if isinstance(number, Complex) and seems_positive(real.subtract(number.re, 2)):
        return subtract(1, _ERFC.at(number))  # here erf is near 1, and its imaginary part near 0
    if isinstance(number, Complex) and seems_negative(real.add(number.re, 2)):
        return negate(erf(negate(number)))
    return _odd(_ERF, number, _ERFI)


def erfc(number: AnyNumber) -> AnyNumber:
    """1 - erf, without losing digits where erf is near 1."""
    number = exact(number)
    if number == 0 or _is_imaginary(number) or _erf_of_inverse(number) is not None:
        return subtract(1, erf(number))
    if isinstance(number, Complex) and seems_negative(number.re):
        return subtract(2, _ERFC.at(negate(number)))
    return _ERFC.at(number, is_positive=not isinstance(number, Complex))


def _erf_of_inverse(number: AnyNumber) -> Number | None:
    """erf of erfinv(x), which is x, of erfcinv(x), which is 1 - x, or of these with the other sign; else None."""
    found = argument_of("erfinv", number)
    if found is not None:
        return real.multiply(*found)
    found = argument_of("erfcinv", number)
    return None if found is None else real.multiply(found[0], real.subtract(1, found[1]))


def erfi(number: AnyNumber) -> AnyNumber:
    """The imaginary error function, -i erf(i z)."""
    return _odd(_ERFI, number, _ERF)


def erfinv(number: AnyNumber) -> AnyNumber:
    """The inverse of erf on the numbers between -1 and 1. Raises DomainError elsewhere."""
    number = _real_argument(number, "erfinv")
    if deciding.compare(number, 1) >= 0 or deciding.compare(number, -1) <= 0:
        raise DomainError("erfinv is defined between -1 and 1.", argument=0)
    found = argument_of("erf", number)
    if found is not None:
        return real.multiply(*found)
    return _odd(_ERFINV, number, _ERFINV)


def erfcinv(number: AnyNumber) -> AnyNumber:
    """The inverse of erfc on the numbers between 0 and 2. Raises DomainError elsewhere."""
    number = _real_argument(number, "erfcinv")
    if deciding.sign(number) <= 0 or deciding.compare(number, 2) >= 0:
        raise DomainError("erfcinv is defined between 0 and 2.", argument=0)
    if number == 1:
        return 0
    found = argument_of("erfc", number)
    return _ERFCINV.at(number) if found is None else found[1]


def ei(number: AnyNumber) -> AnyNumber:
    """The exponential integral Ei, the integral of e^t/t up to a number. Raises DomainError at its pole, 0."""
    return _EI.at(_not_zero(number, "Ei"))


def expint(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The exponential integral E of an order, z^(s-1) gamma_upper(1 - s, z). Raises DomainError at 0 for s <= 1."""
    order, number = exact(order), exact(number)
    if number == 0:
        if isinstance(order, Complex) or deciding.compare(order, 1) <= 0:
            raise DomainError("expint has a pole at 0 for this order.", argument=1)
        return real.divide(1, real.subtract(order, 1))
    if isinstance(order, Complex) or isinstance(number, Complex) or deciding.sign(number) > 0:
        return _EXPINT.at(order, number)
    if isinstance(order, int):
        return _EXPINT.beside(order, number) if order > 0 else _EXPINT.at(order, number)
    return multiply(power(number, real.subtract(order, 1)), gamma_upper(real.subtract(1, order), number))


def si(number: AnyNumber) -> AnyNumber:
    """The sine integral, the integral of sin(t)/t from 0."""
    return _odd(_SI, number, _SHI)


def ci(number: AnyNumber) -> AnyNumber:
    """The cosine integral, gamma + ln(z) and the integral of (cos(t) - 1)/t from 0. Raises DomainError at 0."""
    return _cosine_integral(_CI, _not_zero(number, "Ci"), _CHI)


def shi(number: AnyNumber) -> AnyNumber:
    """The hyperbolic sine integral, the integral of sinh(t)/t from 0."""
    return _odd(_SHI, number, _SI)


def chi(number: AnyNumber) -> AnyNumber:
    """The hyperbolic cosine integral. Raises DomainError at 0."""
    return _cosine_integral(_CHI, _not_zero(number, "Chi"), _CI)


def li(number: AnyNumber) -> AnyNumber:
    """The logarithmic integral, Ei(ln z), the integral of 1/ln(t) from 0. Raises DomainError at its pole, 1."""
    number = exact(number)
    if number == 0:
        return 0
    if number == 1:
        raise DomainError("li has a pole at 1.", argument=0)
    if isinstance(number, Complex) or deciding.sign(number) > 0:
        return _LI.at(number)
    return _LI.beside(number)


def fresnel_s(number: AnyNumber) -> AnyNumber:
    """The Fresnel integral S, the integral of sin(pi t^2/2) from 0."""
    if _is_imaginary(number):
        return turned(fresnel_s(real.negate(im(number))))
    return _odd(_FRESNEL_S, number, _FRESNEL_S)


def fresnel_c(number: AnyNumber) -> AnyNumber:
    """The Fresnel integral C, the integral of cos(pi t^2/2) from 0."""
    return _odd(_FRESNEL_C, number, _FRESNEL_C)


def gamma_upper(s: AnyNumber, z: AnyNumber) -> AnyNumber:
    """The upper incomplete gamma function, the integral of t^(s-1) e^-t from z to infinity. Raises DomainError."""
    s, z = exact(s), exact(z)
    if z == 0:
        if isinstance(s, Complex) or deciding.sign(s) > 0:
            return gamma(s)
        raise DomainError("gamma_upper has a pole at z = 0 for this s.", argument=1)
    if isinstance(s, int) and 1 <= s <= _MOST_ORDER:
        return multiply(exp(negate(z)), _truncated(s, z))
    if s == Rational(1, 2) and seems_positive(z):
        return multiply(powers.sqrt(constants.PI), erfc(sqrt(z)))
    if isinstance(s, Complex) or isinstance(z, Complex) or deciding.sign(z) > 0:
        return _UPPER.at(s, z, is_positive=not isinstance(s, Complex) and not isinstance(z, Complex))
    if isinstance(s, int):
        return _UPPER.at(s, z) if s > 0 else _UPPER.beside(s, z)
    return subtract(gamma(s), gamma_lower(s, z))


def gamma_lower(s: AnyNumber, z: AnyNumber) -> AnyNumber:
    """The lower incomplete gamma function: integral of t^(s-1) e^-t from 0 to z. Raises DomainError."""
    s, z = exact(s), exact(z)
    if is_pole(s):
        raise DomainError("gamma_lower has a pole where s is a whole number below 1.", argument=0)
    if z == 0:
        if isinstance(s, Complex) or deciding.sign(s) > 0:
            return 0
        raise DomainError("gamma_lower has a pole at z = 0 for this s.", argument=1)
    if isinstance(s, int) and s <= _MOST_ORDER:
        return subtract(gamma(s), gamma_upper(s, z))
    if seems_positive(subtract(s, _LARGE_ORDER)) and seems_positive(subtract(z, multiply(s, Rational(9, 10)))):
        return subtract(gamma(s), gamma_upper(s, z))  # FLINT is faster so, and hardly a digit cancels
    if s == Rational(1, 2) and seems_positive(z):
        return multiply(powers.sqrt(constants.PI), erf(sqrt(z)))
    if isinstance(s, Complex) or isinstance(z, Complex) or isinstance(s, int) or deciding.sign(z) > 0:
        return _LOWER.at(s, z)
    return divide(multiply(power(z, s), hyp1f1(s, add(s, 1), negate(z))), s)


def _odd(function: Analytic, number: AnyNumber, on_imaginary: Analytic) -> AnyNumber:
    """An odd function: 0 at 0, and computed for positive numbers where the sign is seen.

    At i y it is i times the value at y of the function `on_imaginary`.
    """
    number = exact(number)
    if number == 0:
        return 0
    if _is_imaginary(number):
        return turned(_odd(on_imaginary, im(number), function))
    if seems_negative(re(number)):
        return negate(function.at(negate(number)))
    return function.at(number)


def _cosine_integral(function: Analytic, number: AnyNumber, on_imaginary: Analytic) -> AnyNumber:
    """Ci or Chi: a logarithm and an even function, which at i y is the other one's."""
    if _is_imaginary(number):
        y = im(number)
        quarter = real.multiply(Rational(1, 2), constants.PI)
        if deciding.sign(y) > 0:
            return complex_number(on_imaginary.real_at(y), quarter)
        return complex_number(on_imaginary.real_at(real.negate(y)), real.negate(quarter))
    if isinstance(number, Complex) or deciding.sign(number) > 0:
        return function.at(number)
    return complex_number(function.real_at(real.negate(number)), constants.PI)


def _is_imaginary(number: AnyNumber) -> bool:
    """Whether a number is known to lie on the imaginary axis, off 0."""
    return isinstance(number, Complex) and is_known_zero(number.re)


def _not_zero(number: AnyNumber, name: str) -> AnyNumber:
    number = exact(number)
    if number == 0:
        raise DomainError(f"{name} has a pole at 0.", argument=0)
    return number


def _real_argument(number: AnyNumber, name: str) -> Number:
    if isinstance(number, Complex):
        raise DomainError(f"{name} is defined for real numbers.", argument=0)
    return re(exact(number))


def _truncated(s: int, z: AnyNumber) -> AnyNumber:
    """(s - 1)! (1 + z + z^2/2! + ... + z^(s-1)/(s-1)!), by Horner's scheme."""
    value: AnyNumber = 1
    for k in range(1, s):
        value = add(multiply(k, value), power(z, k)) if value != 0 else power(z, k)
    return value


def _one(name: str) -> Analytic:
    """A function of one argument that FLINT has under the same name for real and complex numbers."""
    on_real: Callable[[arb], arb] = getattr(arb, name.lower())
    on_complex: Callable[[acb], acb] = getattr(acb, name.lower())
    return Analytic(name, lambda x: on_real(x[0]), lambda z: on_complex(z[0]))


def _real_only(_arguments: list[acb]) -> acb:
    return acb("nan", "nan")


_ERF = _one("erf")
_ERFC = _one("erfc")
_ERFI = _one("erfi")
_ERFINV = Analytic("erfinv", lambda x: x[0].erfinv(), _real_only)
_ERFCINV = Analytic("erfcinv", lambda x: x[0].erfcinv(), _real_only)
_EI = _one("Ei")
_EXPINT = Analytic("expint", lambda x: x[1].expint(x[0]), lambda z: z[1].expint(z[0]), most_work=2**27)
_SI = _one("Si")
_CI = _one("Ci")
_SHI = _one("Shi")
_CHI = _one("Chi")
_LI = _one("li")
_FRESNEL_S = _one("fresnel_s")
_FRESNEL_C = _one("fresnel_c")
_UPPER = Analytic("gamma_upper", lambda x: x[1].gamma_upper(x[0]), lambda z: z[1].gamma_upper(z[0]), most_work=2**27)
_LOWER = Analytic("gamma_lower", lambda x: x[1].gamma_lower(x[0]), lambda z: z[1].gamma_lower(z[0]), most_work=2**27)
