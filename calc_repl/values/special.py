"""Special functions of no larger family: Lambert's W and the agm.

The others are in `gamma_functions`, `zeta_functions`, `integral_functions`,
`bessel_functions`, `elliptic_integrals`, `orthogonal_polynomials` and
`hypergeometric`.
"""

from __future__ import annotations

from fractions import Fraction

from calc_repl.errors import DomainError, LimitError
from calc_repl.values import deciding, exponentials, rational, real
from calc_repl.values.analytic import Analytic, exact, seems_negative, seems_positive, whole
from calc_repl.values.balls import ball
from calc_repl.values.complex import Complex, absolute, conj, divide, multiply, negate
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Number

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
    if isinstance(a, Complex) or isinstance(b, Complex):
        return _agm_of_complex(a, b)
    if seems_negative(a) and seems_negative(b):
        return negate(agm(negate(a), negate(b)))
    if deciding.sign(a) > 0 and deciding.sign(b) > 0:
        return _AGM.at(a, b, is_positive=True)
    return _AGM.beside(a, b)


def _agm_of_complex(a: AnyNumber, b: AnyNumber) -> AnyNumber:
    """The mean of numbers that are not both real; exactly real for conjugates, and homogeneous."""
    if isinstance(a, Complex) and a == conj(b) and seems_positive(a.re):
        return agm(a.re, absolute(a))
    ratio = divide(b, a)
    if not isinstance(ratio, Complex):
        return multiply(a, agm(1, ratio))
    return _AGM.at(a, b)


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
        cap="lambertw",
        is_symmetric=False,
    )


_LAMBERT = Analytic("lambertw", lambda x: x[0].lambertw(), lambda z: z[0].lambertw())
_AGM = Analytic("agm", lambda x: x[0].agm(x[1]), lambda z: z[0].agm(z[1]))
