"""Riemann's and Hurwitz's zeta functions, the eta function and polylogarithms.

Exact where Euler found them so: zeta(2k) in powers of pi, zeta(-n) rational by
Bernoulli's numbers, polylogarithms of orders below 2.
"""

from __future__ import annotations

from flint import acb, arb, ctx, fmpq

from calc_repl.errors import DomainError, LimitError
from calc_repl.values import constants, deciding, exponentials, integers, powers, rational, real
from calc_repl.values.analytic import Analytic, exact, seems_positive
from calc_repl.values.balls import PrecisionLimit
from calc_repl.values.complex import Complex, add, complex_number, divide, multiply, negate, re, subtract
from calc_repl.values.complex_functions import ln, power
from calc_repl.values.gamma_functions import rgamma
from calc_repl.values.real import from_coefficient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Number

#: Whole numbers up to which values are written out with Bernoulli's numbers.
_MOST_BERNOULLI = 500
#: Sizes up to which polylogarithms of negative orders, and zeta(s, a) of whole s and a, are written out.
_MOST_FRACTION = 30

#: Orders beyond which polylogarithms go by their series, for FLINT does not take them.
_MOST_POLYLOG_ORDER = 10_000
_MOST_NEGATIVE_ORDER = 1_000_000
_MOST_POLYLOG_TERMS = 100

#: How far from the real axis zeta is computed to how many bits, within about a second.
_HEIGHTS = ((10**2, 10_000), (10**4, 4_096), (10**10, 1_024), (10**13, 512))
_GREATEST_HEIGHT = 10**4


def zeta(s: AnyNumber) -> AnyNumber:
    """Riemann's zeta function, 1 + 1/2^s + 1/3^s + ... continued. Raises DomainError at its pole, 1."""
    s = exact(s)
    if isinstance(s, int):
        _refuse_pole(s, "zeta")
        if s <= 0:
            known = _zeta_of_negative(-s)
        else:
            known = _zeta_of_even(s) if s % 2 == 0 and s <= _MOST_BERNOULLI else None
        if known is not None:
            return known
    return _ZETA.at(s, is_positive=seems_positive(s) and seems_positive(subtract(s, 1)))


def eta(s: AnyNumber) -> AnyNumber:
    """Dirichlet's eta function, 1 - 1/2^s + 1/3^s - ... continued: (1 - 2^(1-s)) zeta(s)."""
    s = exact(s)
    if s == 1:
        return ln(2)
    if isinstance(s, int) and s < 0 and s % 2 == 0:
        return 0
    if isinstance(s, int) and abs(s) <= _MOST_BERNOULLI:
        return multiply(subtract(1, power(2, 1 - s)), zeta(s))
    return _ETA.at(s)


def hurwitz(s: AnyNumber, a: AnyNumber) -> AnyNumber:
    """Hurwitz's zeta function, 1/a^s + 1/(a+1)^s + ... continued. Raises DomainError for s = 1 and a = 0, -1, ..."""
    s, a = exact(s), exact(a)
    if isinstance(s, int):
        _refuse_pole(s, "hurwitz")
    if isinstance(a, int) and a <= 0:
        raise DomainError("hurwitz is not defined for a = 0, -1, -2, ...", argument=1)
    if a == 1:
        return zeta(s)
    if isinstance(s, int) and -_MOST_FRACTION <= s <= 0:
        return divide(_bernoulli_polynomial(1 - s, a), s - 1)
    if isinstance(a, int) and isinstance(s, int) and max(a, abs(s)) <= _MOST_FRACTION:
        value = zeta(s)
        for n in range(1, a):
            value = subtract(value, power(n, negate(s)))
        return value
    if isinstance(s, int) or isinstance(a, Complex) or isinstance(s, Complex) or deciding.sign(a) > 0:
        return _HURWITZ.at(s, a)
    return _HURWITZ.beside(s, a)


def polylog(s: AnyNumber, z: AnyNumber) -> AnyNumber:
    """The polylogarithm, z + z^2/2^s + z^3/3^s + ... continued; complex for real z above 1. Raises DomainError."""
    s, z = exact(s), exact(z)
    if z == 0:
        return 0
    if z == 1:
        if isinstance(s, Complex) or deciding.compare(s, 1) > 0:
            return zeta(s)
        raise DomainError("polylog(s, 1) is not defined for s <= 1.", argument=1)
    if z == -1:
        return negate(eta(s))
    known = _known_polylog(s, z) if isinstance(s, int) else None
    if known is not None:
        return known
    function = _OF_WHOLE_ORDER if isinstance(s, int) and s > 0 else _POLYLOGARITHM
    if isinstance(s, Complex) or isinstance(z, Complex) or deciding.compare(z, 1) < 0:
        return function.at(s, z)
    value = function.beside(s, z)
    across = real.multiply(constants.PI, powers.power(exponentials.ln(re(z)), real.subtract(s, 1)))
    return complex_number(re(value), re(negate(multiply(across, rgamma(s)))))


def _refuse_pole(s: int, name: str) -> None:
    if s == 1:
        raise DomainError(f"{name} has a pole at 1.", argument=0)


def _zeta_of_even(s: int) -> Number:
    """zeta(2k) = |B(2k)| (2 pi)^(2k) / (2 (2k)!)."""
    factor = rational.divide(rational.multiply(rational.magnitude(_bernoulli(s)), 2 ** (s - 1)), integers.factorial(s))
    return real.multiply(factor, powers.power(constants.PI, s))


def _zeta_of_negative(n: int) -> Number | None:
    """zeta(-n) = -B(n + 1)/(n + 1) for n >= 1, which is 0 for even n; None where that is long."""
    if n == 0:
        return rational.ratio(-1, 2)
    if n % 2 == 0:
        return 0
    return rational.divide(-_bernoulli(n + 1), n + 1) if n <= _MOST_BERNOULLI else None


def _bernoulli_polynomial(n: int, a: AnyNumber) -> AnyNumber:
    """B(n, a), the sum of binomial(n, k) B(k) a^(n-k), by Horner's scheme; zeta(1 - n, a) is -B(n, a)/n."""
    value: AnyNumber = 0
    for k in range(n + 1):
        value = add(multiply(value, a), multiply(integers.binomial(n, k), _bernoulli(k)))
    return value


def _bernoulli(n: int) -> int | Rational:
    return from_coefficient(fmpq.bernoulli(n))


def _known_polylog(s: int, z: AnyNumber) -> AnyNumber | None:
    """Polylogarithms of whole order that are elementary: s <= 1, and the dilogarithm of 1/2."""
    if s == 1:
        return negate(ln(subtract(1, z)))
    if -_MOST_FRACTION <= s <= 0:
        return _polylog_of_negative(-s, z)
    if s == 2 and z == rational.ratio(1, 2):
        return subtract(divide(power(constants.PI, 2), 12), divide(power(ln(2), 2), 2))
    return None


def _polylog_of_negative(n: int, z: AnyNumber) -> AnyNumber:
    """The polylogarithm of order -n: the sum of k! S(n+1, k+1) (z/(1-z))^(k+1) for k = 0 to n, by Horner's scheme."""
    ratio = divide(z, subtract(1, z))
    row = [1]  # Stirling's numbers of the second kind S(m, 1), S(m, 2), ..., row by row
    for m in range(2, n + 2):
        row = [(row[k - 1] if k else 0) + (k + 1) * (row[k] if k < m - 1 else 0) for k in range(m)]
    value: AnyNumber = 0
    for k in range(n, -1, -1):
        value = multiply(ratio, add(value, integers.factorial(k) * row[k]))
    return value


def _hurwitz_of_real(x: list[arb]) -> arb:
    return x[0].zeta(x[1]) if x[1] > 0 else acb(x[0]).zeta(acb(x[1])).real


def _hurwitz_of_complex(z: list[acb]) -> acb:
    if not abs(z[0].imag) < _GREATEST_HEIGHT:
        raise LimitError(f"zeta(s, a) is computed up to a distance of {_GREATEST_HEIGHT:,} of s from the real axis.")
    return z[0].zeta(z[1])


def _zeta_of_complex(z: list[acb]) -> acb:
    """zeta, refusing what lies so high above the real axis that it would take long."""
    height = abs(z[0].imag)
    for most, bits in _HEIGHTS:
        if height < most:
            if ctx.prec > bits:
                raise PrecisionLimit(f"zeta so far from the real axis is computed to at most {bits * 3 // 10} digits.")
            return z[0].zeta()
    if height.is_finite() and height.rad() * 2**20 < height.mid():
        raise LimitError(f"zeta is computed up to a distance of 10^{len(str(most)) - 1} from the real axis.")
    return acb("nan", "nan")


def _polylog_of_real(s: arb, z: arb) -> arb:
    if abs(s) < _MOST_POLYLOG_ORDER or (s < 0 and abs(s) < _MOST_NEGATIVE_ORDER):
        return z.polylog(s)
    return _polylog(acb(s), acb(z)).real


def _polylog(s: acb, z: acb) -> acb:
    """The polylogarithm; FLINT cannot take large orders, but for those to the right its series is very short."""
    if abs(s) < _MOST_POLYLOG_ORDER or (s.real < 0 and abs(s) < _MOST_NEGATIVE_ORDER):
        return z.polylog(s)
    if not (s.real > _MOST_POLYLOG_ORDER / 2 and abs(z) < 1):
        return acb("nan", "nan")
    value, power_of_z, n = z, z, 1
    while n < 2 or (n < _MOST_POLYLOG_TERMS and s.real * arb(n).log() < ctx.prec):
        n += 1
        power_of_z = power_of_z * z
        value = value + power_of_z * (-s * arb(n).log()).exp()
    # What is left out is at most |z|^(n+1) / (n+1)^Re(s) / (1 - |z|).
    rest = abs(power_of_z * z) * (-s.real * arb(n + 1).log()).exp() / (1 - abs(z))
    error = arb(0, rest.upper())
    return value + acb(error, error)


def _eta_of_real(x: list[arb]) -> arb:
    return acb(x[0]).dirichlet_eta().real


_ZETA = Analytic("zeta", lambda x: x[0].zeta(), _zeta_of_complex)
_ETA = Analytic("eta", _eta_of_real, lambda z: z[0].dirichlet_eta())
_HURWITZ = Analytic("zeta", _hurwitz_of_real, _hurwitz_of_complex, cap="hurwitz", most_work=2**27)
_POLYLOGARITHM = Analytic("polylog", lambda x: _polylog_of_real(x[0], x[1]), lambda z: _polylog(z[0], z[1]))
_OF_WHOLE_ORDER = Analytic(
    "polylog", lambda x: _polylog_of_real(x[0], x[1]), lambda z: _polylog(z[0], z[1]), cap="polylog of whole order"
)
