"""Proofs by algebra that a number is 0, for numbers that no enclosure tells from 0."""

from __future__ import annotations

from flint import fmpq, fmpz

from calc_repl.errors import CalcError
from calc_repl.values.deciding import is_zero
from calc_repl.values.powers import power
from calc_repl.values.real import Real, multiply, of_atom, of_monomial, subtract, total
from calc_repl.values.sines import cos, sin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.atoms import Atom, Monomial
    from calc_repl.values.real import Number

#: Exponents of logarithms up to which their arguments are multiplied out.
_MOST_LOGARITHM_FACTOR = 64
#: Fractions below fraction bars, powers and terms up to which denominators are multiplied out.
_MOST_ROUNDS = 8
_MOST_POWER = 1000
_MOST_TERMS = 32
#: What obeys rules only in the numerator.
_FREED_OF = ("sin", "cos", "cos pi", "base")


def vanishes(number: Real) -> bool:
    """Whether a number is proved to be 0; False says nothing."""
    try:
        return _is_logarithm_of_one(number) or _is_zero_over_denominators(number)
    except CalcError:
        return False


def _is_zero_over_denominators(number: Real) -> bool:
    """Whether a number is 0 after it is multiplied by all that stands below its fraction bars, tan being sin/cos.

    None of these denominators is 0: the number could not have been written with it.
    """
    product: Number = number
    for _ in range(_MOST_ROUNDS):
        if not isinstance(product, Real) or len(product.form) > _MOST_TERMS:
            break
        product = total(_in_sines(monomial, c) for monomial, c in product.form.items())
        if not isinstance(product, Real):
            break
        divisors = _divisors(product)
        if not divisors:
            break
        for divisor in divisors:
            if isinstance(product, Real):
                product = total(multiply(Real({monomial: c}), divisor) for monomial, c in product.form.items())
    if isinstance(product, Real):
        return number.measure is None and product.measure is not None and is_zero(product)
    return product == 0


def _in_sines(monomial: Monomial, c: fmpq) -> Number:
    """A term with whole powers of tangents as powers of sines and cosines."""
    rest = tuple(factor for factor in monomial if not _is_tangent(*factor))
    if len(rest) == len(monomial):
        return Real({monomial: c})
    value = of_monomial(rest, c)
    for base, exponent, denominator in monomial:
        if _is_tangent(base, exponent, denominator):
            angle = base.arguments[0]
            value = multiply(value, multiply(power(sin(angle), exponent), power(cos(angle), -exponent)))
    return value


def _is_tangent(base: Atom, exponent: int, denominator: int) -> bool:
    return base.name == "tan" and denominator == 1 and abs(exponent) <= _MOST_POWER


def _divisors(number: Real) -> list[Real]:
    """The sums below fraction bars, and the greatest powers below them of what has rules as a factor only."""
    sums: dict[Atom, Real] = {}
    powers: dict[Atom, fmpq] = {}
    for monomial in number.form:
        for base, p, q in monomial:
            if base.name == "reciprocal":
                sums[base] = base.arguments[0]
            elif base.name in _FREED_OF and -_MOST_POWER * q <= p < 0:
                powers[base] = max(powers.get(base, fmpq(0)), fmpq(-p, q))
    return [*sums.values(), *(of_atom(base, int(k.p), int(k.q)) for base, k in powers.items())]


def _is_logarithm_of_one(number: Real) -> bool:
    """Whether a sum of rational multiples of logarithms of algebraic numbers is 0: q1 ln a1 + ... = ln(a1^q1 ...)."""
    common = fmpz(1)
    for monomial, c in number.form.items():
        if len(monomial) != 1 or monomial[0][1:] != (1, 1) or monomial[0][0].name not in ("ln", "ln integer"):
            return False
        common = common.lcm(c.q)
    product: Number = 1
    for ((base, _, _),), c in number.form.items():
        exponent = int((c * common).p)
        if abs(exponent) > _MOST_LOGARITHM_FACTOR:
            return False
        argument: Number = base.arguments[0] if base.arguments else base.parameters[0]
        product = multiply(product, power(argument, exponent))
    difference = subtract(product, 1)
    if isinstance(difference, Real) and difference.measure is None:
        return False
    return is_zero(difference)
