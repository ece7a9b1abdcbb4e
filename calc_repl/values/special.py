"""Special functions of no larger family: Lambert's W, the agm, elliptic integrals, hypergeometric functions.

The others are in `gamma_functions`, `zeta_functions`, `integral_functions` and
`bessel_functions`; `function_table` lists them all.
"""

from __future__ import annotations

from fractions import Fraction

from flint import acb

from calc_repl.errors import DomainError, LimitError
from calc_repl.values import constants, deciding, exponentials, rational, real
from calc_repl.values.analytic import Analytic, exact, seems_negative, seems_positive, whole
from calc_repl.values.balls import ball
from calc_repl.values.complex import Complex, multiply, negate, re, subtract
from calc_repl.values.complex_functions import exp, power
from calc_repl.values.gamma_functions import gamma, is_pole, rgamma
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Number

_HALF = rational.Rational(1, 2)
#: Branches of Lambert's W beyond this are not computed.
_MOST_BRANCH = 10**9
#: Denominators up to which a simple value of Lambert's W is looked for.
_MOST_DENOMINATOR = 1_000


def lambertw(number: AnyNumber, branch: AnyNumber = 0) -> AnyNumber:
    """Lambert's W, the solution w of w e^w = z on a branch. Raises DomainError for 0 off branch 0."""
    number, sheet = exact(number), whole(branch)
    if sheet is None:
        raise DomainError("The branch of lambertw must be a whole number.", argument=1)
    if abs(sheet) > _MOST_BRANCH:
        raise LimitError(f"lambertw is computed for branches up to {_MOST_BRANCH:,}.")
    if number == 0:
        if sheet == 0:
            return 0
        raise DomainError("lambertw has a pole at 0 on every branch but 0.", argument=0)
    function = _lambert(sheet)
    if isinstance(number, Complex) or sheet not in (0, -1) or (sheet == -1 and deciding.sign(number) > 0):
        return function.beside(number)
    against_turn = 1 if seems_positive(number) else deciding.compare(number, real.negate(exponentials.exp(-1)))
    if against_turn == 0:
        return -1
    if against_turn < 0:
        return function.beside(number)
    value = function.real_at(number, is_positive=seems_positive(number))
    simple = _simple_lambert(number, value) if isinstance(number, Real) else None
    return value if simple is None else simple


def agm(a: AnyNumber, b: AnyNumber) -> AnyNumber:
    """The arithmetic-geometric mean of two numbers."""
    a, b = exact(a), exact(b)
    if a == b:
        return a
    if a == 0 or b == 0 or a == negate(b):
        return 0
    if seems_negative(a) and seems_negative(b):
        return negate(agm(negate(a), negate(b)))
    if isinstance(a, Complex) or isinstance(b, Complex) or (deciding.sign(a) > 0 and deciding.sign(b) > 0):
        return _AGM.at(a, b, is_positive=not isinstance(a, Complex) and not isinstance(b, Complex))
    return _AGM.beside(a, b)


def elliptic_k(m: AnyNumber) -> AnyNumber:
    """The complete elliptic integral of the first kind, of the parameter m = k^2. Raises DomainError at its pole, 1."""
    m = exact(m)
    if m == 0:
        return multiply(_HALF, constants.PI)
    if m == 1:
        raise DomainError("elliptic_k has a pole at 1.", argument=0)
    if isinstance(m, Complex) or deciding.compare(m, 1) < 0:
        return _ELLIPTIC_K.at(m, is_positive=not isinstance(m, Complex))
    return _ELLIPTIC_K.beside(m)


def elliptic_e(m: AnyNumber) -> AnyNumber:
    """The complete elliptic integral of the second kind, of the parameter m = k^2."""
    m = exact(m)
    if m == 0:
        return multiply(_HALF, constants.PI)
    if m == 1:
        return 1
    if isinstance(m, Complex) or deciding.compare(m, 1) < 0:
        return _ELLIPTIC_E.at(m, is_positive=not isinstance(m, Complex))
    return _ELLIPTIC_E.beside(m)


def hyp1f1(a: AnyNumber, b: AnyNumber, z: AnyNumber) -> AnyNumber:
    """Kummer's hypergeometric function 1F1(a; b; z). Raises DomainError for b = 0, -1, -2, ..."""
    a, b, z = exact(a), exact(b), exact(z)
    if is_pole(b):
        raise DomainError("hyp1f1 is not defined for b = 0, -1, -2, ...", argument=1)
    if z == 0 or a == 0:
        return 1
    return exp(z) if a == b else _KUMMER.at(a, b, z)


def hyp2f1(a: AnyNumber, b: AnyNumber, c: AnyNumber, z: AnyNumber) -> AnyNumber:
    """Gauss's hypergeometric function 2F1(a, b; c; z), cut along the real axis above 1. Raises DomainError."""
    a, b, c, z = exact(a), exact(b), exact(c), exact(z)
    if is_pole(c):
        raise DomainError("hyp2f1 is not defined for c = 0, -1, -2, ...", argument=2)
    if z == 0 or a == 0 or b == 0:
        return 1
    is_polynomial = is_pole(a) or is_pole(b)
    if z == 1 and not is_polynomial:
        return _gauss_at_one(a, b, c)
    if a == c or b == c:
        return power(subtract(1, z), negate(b if a == c else a))
    if is_polynomial or any(isinstance(n, Complex) for n in (a, b, c, z)) or deciding.compare(re(z), 1) < 0:
        return _GAUSS.at(a, b, c, z)
    return _GAUSS.beside(a, b, c, z)


def _gauss_at_one(a: AnyNumber, b: AnyNumber, c: AnyNumber) -> AnyNumber:
    """gamma(c) gamma(c - a - b) / (gamma(c - a) gamma(c - b)), where the series converges."""
    rest = subtract(subtract(c, a), b)
    if deciding.sign(re(rest)) <= 0:
        raise DomainError("hyp2f1 has no finite value at 1 unless c > a + b.", argument=3)
    above = multiply(gamma(c), gamma(rest))
    return multiply(above, multiply(rgamma(subtract(c, a)), rgamma(subtract(c, b))))


def _simple_lambert(number: Number, value: Real) -> Number | None:
    """W as a fraction q where the number is q e^q, or as ln q where it is q ln q; None for others."""
    approximate = ball(value, 64).mid()
    if not abs(approximate) < 2**10:
        return None
    w = float(approximate)
    q = _simplest(w)
    if number == real.multiply(q, exponentials.exp(q)):
        return q
    q = _simplest(float(ball(value, 64).exp().mid())) if abs(w) < 20 else 0
    if q == 0:
        return None
    logarithm = exponentials.ln(q)
    return logarithm if number == real.multiply(q, logarithm) else None


def _simplest(number: float) -> int | Rational:
    return rational.from_fraction(Fraction(number).limit_denominator(_MOST_DENOMINATOR))


def _lambert(branch: int) -> Analytic:
    """W on a branch; only branch 0 is symmetric about the real axis."""
    if branch == 0:
        return _LAMBERT
    return Analytic(
        f"lambertw (branch {branch})",
        lambda x: x[0].lambertw(branch),
        lambda z: z[0].lambertw(branch),
        _LAMBERT.most_digits,
        is_symmetric=False,
    )


_LAMBERT = Analytic("lambertw", lambda x: x[0].lambertw(), lambda z: z[0].lambertw(), 50_000)
_AGM = Analytic("agm", lambda x: x[0].agm(x[1]), lambda z: z[0].agm(z[1]), 200_000)
_ELLIPTIC_K = Analytic("elliptic_k", lambda x: acb(x[0]).elliptic_k().real, lambda z: z[0].elliptic_k(), 200_000)
_ELLIPTIC_E = Analytic("elliptic_e", lambda x: acb(x[0]).elliptic_e().real, lambda z: z[0].elliptic_e(), 100_000)
_KUMMER = Analytic("hyp1f1", lambda x: x[2].hypgeom_1f1(x[0], x[1]), lambda z: z[2].hypgeom_1f1(z[0], z[1]), 10_000)
_GAUSS = Analytic(
    "hyp2f1",
    lambda x: x[3].hypgeom_2f1(x[0], x[1], x[2]),
    lambda z: z[3].hypgeom_2f1(z[0], z[1], z[2]),
    4_000,
)
