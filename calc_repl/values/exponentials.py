"""Exponentials and logarithms. They undo each other, and turn sums into products, in exact form.

exp(x) of one monomial is an atom, its coefficient an exponent of that atom, so
exp(x) exp(-x) is 1. The logarithm of a rational number is a sum of logarithms
of its prime factors, so ln(8)/ln(2) is 3.
"""

from __future__ import annotations

from flint import arb, fmpq, fmpz

from calc_repl.errors import DomainError
from calc_repl.values.atoms import Atom, atom
from calc_repl.values.balls import exponential
from calc_repl.values.constants import E_ATOM
from calc_repl.values.deciding import is_zero, recognised, sign
from calc_repl.values.factoring import bases
from calc_repl.values.not_real import NotReal
from calc_repl.values.powers import power
from calc_repl.values.quotients import proportion
from calc_repl.values.radicals import power_of_rational
from calc_repl.values.real import (
    Real,
    add,
    divide,
    from_coefficient,
    multiply,
    of_atom,
    simplify,
    subtract,
    total,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.atoms import Monomial
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Number

#: Coefficients (in bits) of a logarithm up to which e to it is written as a power.
_MOST_POWER_BITS = 64


def exp(exponent: Number) -> Number:
    """e to a power."""
    if not isinstance(exponent, Real):
        return of_atom(E_ATOM, exponent.numerator, exponent.denominator) if exponent != 0 else 1
    value: Number = 1
    for monomial, c in exponent.form.items():
        value = multiply(value, _exp_of_term(monomial, c))
    return value


def ln(number: Number) -> Number:
    """The natural logarithm. Raises DomainError for 0, NotReal for a negative number, and Undecided."""
    number = recognised(number)
    known = sign(number)
    if known == 0:
        raise DomainError("ln(0) is not defined.", argument=0)
    if known < 0:
        raise NotReal("The logarithm of a negative number is not a real number.")
    if not isinstance(number, Real):
        return _ln_of_rational(number)
    if len(number.form) == 1:
        monomial, c = next(iter(number.form.items()))
        if c > 0 and all(base.is_positive for base, _, _ in monomial):
            return total([_ln_of_rational(from_coefficient(c)), *(_ln_of_power(*factor) for factor in monomial)])
    return of_atom(_ln_atom(number))


def log(number: Number, base: Number = 10) -> Number:
    """The logarithm to a base, which must be above 0 and not 1. Raises as `ln` does, and DomainError for base 1."""
    logarithm, divisor = ln(number), ln(base)
    if is_zero(divisor):
        raise DomainError("The base of a logarithm cannot be 1.", argument=1)
    quotient = proportion(logarithm, divisor)
    return divide(logarithm, divisor) if quotient is None else quotient


def log2(number: Number) -> Number:
    """The logarithm to base 2. Raises as `ln` does."""
    return log(number, 2)


def log10(number: Number) -> Number:
    """The logarithm to base 10. Raises as `ln` does."""
    return log(number, 10)


def expm1(exponent: Number) -> Number:
    """e to a power, less 1."""
    return subtract(exp(exponent), 1)


def ln1p(number: Number) -> Number:
    """The natural logarithm of 1 + number. Raises as `ln` does."""
    successor = add(1, number)
    if is_zero(successor):
        raise DomainError("ln1p is not defined at -1.", argument=0)
    return ln(successor)


def _exp_of_term(monomial: Monomial, c: fmpq) -> Number:
    if not monomial:
        return of_atom(E_ATOM, int(c.p), int(c.q))
    if len(monomial) == 1 and monomial[0][1:] == (1, 1) and c.height_bits() <= _MOST_POWER_BITS:
        inner = monomial[0][0]
        if inner.name == "ln integer":
            return power_of_rational(inner.parameters[0], int(c.p), int(c.q))
        if inner.name == "ln":
            return power(simplify(inner.arguments[0]), from_coefficient(c))
        if inner.name.startswith("lambertw") and c.q == 1:
            # w e^w = z
            return power(divide(simplify(inner.arguments[0]), of_atom(inner)), from_coefficient(c))
    argument = Real({monomial: fmpq(1)})
    return of_atom(atom("exp", _exponential, (argument,), is_positive=True), int(c.p), int(c.q))


def _exponential(balls: list[arb]) -> arb:
    return exponential(balls[0])


def _ln_of_rational(number: int | Rational) -> Number:
    terms = [multiply(exponent, of_atom(_ln_of_integer(base))) for base, exponent in bases(number.numerator)]
    terms += [multiply(-exponent, of_atom(_ln_of_integer(base))) for base, exponent in bases(number.denominator)]
    return total(terms)


def _ln_of_power(base: Atom, numerator: int, denominator: int) -> Number:
    """ln(base^(numerator/denominator)) for an atom above 0."""
    exponent = from_coefficient(fmpq(numerator, denominator))
    if base.name == "e":
        return exponent
    if base.name == "integer":
        return multiply(exponent, _ln_of_rational(base.parameters[0]))
    if base.name == "exp":
        return multiply(exponent, simplify(base.arguments[0]))
    if base.name == "base":
        return multiply(exponent, of_atom(_ln_atom(base.arguments[0])))
    return multiply(exponent, of_atom(_ln_atom(of_atom(base))))


def _ln_of_integer(number: int) -> Atom:
    def evaluate(_balls: list[arb]) -> arb:
        return arb(fmpz(number)).log()

    return atom("ln integer", evaluate, parameters=(number,), is_positive=True)


def _ln_atom(number: Real) -> Atom:
    return atom("ln", _logarithm, (number,))


def _logarithm(balls: list[arb]) -> arb:
    return balls[0].log()
