"""Hypergeometric functions: the confluent ones, Kummer's and Tricomi's, and Gauss's."""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import deciding, integers
from calc_repl.values.analytic import Analytic, exact, whole
from calc_repl.values.complex import Complex, add, multiply, negate, re, subtract
from calc_repl.values.complex_functions import exp, power
from calc_repl.values.gamma_functions import gamma, is_pole, rgamma
from calc_repl.values.orthogonal_polynomials import laguerre_l

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber

#: Degrees up to which U is taken to be Laguerre's polynomial, where it is one.
_MOST_DEGREE = 2_000


def hyp0f1(b: AnyNumber, z: AnyNumber) -> AnyNumber:
    """The confluent hypergeometric limit function 0F1(; b; z). Raises DomainError for b = 0, -1, -2, ..."""
    b, z = exact(b), exact(z)
    if is_pole(b):
        raise DomainError("hyp0f1 is not defined for b = 0, -1, -2, ...", argument=0)
    return 1 if z == 0 else _LIMIT.at(b, z)


def hyp1f1(a: AnyNumber, b: AnyNumber, z: AnyNumber) -> AnyNumber:
    """Kummer's hypergeometric function 1F1(a; b; z). Raises DomainError for b = 0, -1, -2, ..."""
    a, b, z = exact(a), exact(b), exact(z)
    if is_pole(b):
        raise DomainError("hyp1f1 is not defined for b = 0, -1, -2, ...", argument=1)
    if z == 0 or a == 0:
        return 1
    return exp(z) if a == b else _KUMMER.at(a, b, z)


def hyperu(a: AnyNumber, b: AnyNumber, z: AnyNumber) -> AnyNumber:
    """Tricomi's confluent hypergeometric function U(a, b, z), cut along the negative axis. Raises DomainError at 0."""
    a, b, z = exact(a), exact(b), exact(z)
    if isinstance(a, int) and -_MOST_DEGREE <= a <= 0:
        polynomial = laguerre_l(-a, z, subtract(b, 1))
        return multiply((-1) ** (a & 1) * integers.factorial(-a), polynomial)
    if z == 0:
        return _tricomi_at_zero(a, b)
    if subtract(b, a) == 1:
        return power(z, negate(a))
    if is_pole(a) or any(isinstance(n, Complex) for n in (a, b, z)) or deciding.sign(re(z)) > 0:
        return _TRICOMI.at(a, b, z)
    return _TRICOMI.beside(a, b, z)


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
        return _gauss(a, b, c).at(a, b, c, z)
    return _gauss(a, b, c).beside(a, b, c, z)


def _tricomi_at_zero(a: AnyNumber, b: AnyNumber) -> AnyNumber:
    """gamma(1 - b)/gamma(a - b + 1), for b < 1."""
    if deciding.compare(re(b), 1) >= 0:
        raise DomainError("hyperu has a pole at 0 for b >= 1.", argument=2)
    return multiply(gamma(subtract(1, b)), rgamma(add(subtract(a, b), 1)))


def _gauss_at_one(a: AnyNumber, b: AnyNumber, c: AnyNumber) -> AnyNumber:
    """gamma(c) gamma(c - a - b) / (gamma(c - a) gamma(c - b)), where the series converges."""
    rest = subtract(subtract(c, a), b)
    if deciding.sign(re(rest)) <= 0:
        raise DomainError("hyp2f1 has no finite value at 1 unless c > a + b.", argument=3)
    above = multiply(gamma(c), gamma(rest))
    return multiply(above, multiply(rgamma(subtract(c, a)), rgamma(subtract(c, b))))


def _gauss(a: AnyNumber, b: AnyNumber, c: AnyNumber) -> Analytic:
    """2F1 as FLINT encloses it, told which sums of the parameters are whole: it cannot see that in their enclosures."""
    differences = subtract(a, b), subtract(a, c), subtract(b, c), subtract(add(a, b), c)
    ab, ac, bc, abc = (whole(difference) is not None for difference in differences)
    return Analytic(
        "hyp2f1",
        lambda x: x[3].hypgeom_2f1(x[0], x[1], x[2], ab=ab, ac=ac, bc=bc, abc=abc),
        lambda z: z[3].hypgeom_2f1(z[0], z[1], z[2], ab=ab, ac=ac, bc=bc, abc=abc),
        most_work=2**24,
    )


_LIMIT = Analytic("hyp0f1", lambda x: x[1].hypgeom_0f1(x[0]), lambda z: z[1].hypgeom_0f1(z[0]), most_work=2**27)
_TRICOMI = Analytic(
    "hyperu", lambda x: x[2].hypgeom_u(x[0], x[1]), lambda z: z[2].hypgeom_u(z[0], z[1]), most_work=2**24
)
_KUMMER = Analytic(
    "hyp1f1", lambda x: x[2].hypgeom_1f1(x[0], x[1]), lambda z: z[2].hypgeom_1f1(z[0], z[1]), most_work=2**27
)
