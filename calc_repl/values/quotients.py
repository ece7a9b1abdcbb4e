"""Reciprocals of real numbers: denominators are freed from square roots, equal sums cancel.

1/(1 + sqrt(2)) becomes sqrt(2) - 1. What cannot be freed is an atom 1/sum,
which cancels against any multiple of that sum.
"""

from __future__ import annotations

from flint import arb, fmpq

from calc_repl.errors import DivisionByZero
from calc_repl.values import rational
from calc_repl.values.algebraic import of_reciprocal
from calc_repl.values.atoms import Atom, atom
from calc_repl.values.deciding import is_zero
from calc_repl.values.ordering import leading
from calc_repl.values.real import (
    Real,
    from_coefficient,
    multiply,
    normal,
    of_atom,
    pair_rules,
    simplify,
    subtract,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Form, Number


def reciprocal(number: Number) -> Number:
    """1 / number. Raises DivisionByZero, or Undecided where the number may be 0."""
    value: Number = 1
    while isinstance(number, Real):
        if len(number.form) == 1:
            return multiply(value, _of_term(number))
        if is_zero(number):
            raise DivisionByZero(argument=1)
        freed = _freed_of_root(number)
        if freed is None:
            return multiply(value, _of_sum(number))
        factor, number = freed
        value = multiply(value, factor)
    return multiply(value, rational.reciprocal(number))


def _of_term(number: Real) -> Number:
    monomial, c = next(iter(number.form.items()))
    if not all(base.is_positive for base, _, _ in monomial) and is_zero(number):
        raise DivisionByZero(argument=1)
    content, inverted = normal({base: (-numerator, denominator) for base, numerator, denominator in monomial})
    return simplify(Real({inverted: content / c}))


def _freed_of_root(number: Real) -> tuple[Number, Number] | None:
    """Numbers a, b with 1/number = a/b, b having one square root less: 1/(A + B s) = (A - B s)/(A^2 - B^2 s^2)."""
    for root in _square_roots(number):
        without: Form = {}
        beside: Form = {}
        for monomial, c in number.form.items():
            rest = tuple(factor for factor in monomial if factor[0] is not root)
            (without if rest == monomial else beside)[rest] = c
        plain, factor = simplify(Real(without)), simplify(Real(beside))
        radicand = root.parameters[0]
        square = multiply(radicand, multiply(factor, factor))
        norm = subtract(multiply(plain, plain), square)
        if isinstance(norm, Real) and not _is_freer(norm, number):
            continue
        return subtract(plain, multiply(factor, of_atom(root, 1, 2))), norm
    return None


def _is_freer(norm: Real, number: Real) -> bool:
    """Whether a norm is not longer and has fewer roots, and only such as the number has: then freeing it has an end."""
    return 0 < len(norm.form) <= len(number.form) and _radicands(norm) < _radicands(number)


def _radicands(number: Real) -> set[Atom]:
    """The whole numbers of which a form has roots."""
    return {base for monomial in number.form for base, _, _ in monomial if base.name == "integer"}


def _square_roots(number: Real) -> list[Atom]:
    """The whole numbers whose square root occurs in a form, and no other power of them, smaller ones first."""
    powers: dict[Atom, set[tuple[int, int]]] = {}
    for monomial in number.form:
        for base, numerator, denominator in monomial:
            if base.name == "integer":
                powers.setdefault(base, set()).add((numerator, denominator))
    bases = [base for base, exponents in powers.items() if exponents == {(1, 2)}]
    return sorted(bases, key=lambda base: int(base.parameters[0]))


def _of_sum(number: Real) -> Real:
    """1/sum as an atom, the same one for all multiples of the sum."""
    scale = number.form[leading(number.form)]
    divisor = Real({monomial: c / scale for monomial, c in number.form.items()})
    base = atom("reciprocal", _inverse, (divisor,), most_bits=2**30, measure=lambda: of_reciprocal(divisor.measure))
    return of_atom(base, factor=1 / scale)


def _inverse(balls: list[arb]) -> arb:
    return 1 / balls[0]


def _cancelled(multiplier: Real, multiplicand: Real) -> Number | None:
    """(... * 1/r) * s where s is a multiple of r."""
    if len(multiplier.form) > 1:
        multiplier, multiplicand = multiplicand, multiplier
    if len(multiplier.form) != 1 or len(multiplicand.form) < 2:
        return None
    monomial, c = next(iter(multiplier.form.items()))
    for base, numerator, denominator in monomial:
        if base.name == "reciprocal" and denominator == 1 and numerator > 0:
            scale = _quotient_of_forms(multiplicand.form, base.arguments[0].form)
            if scale is not None:
                exponents = {other: (p, q) for other, p, q in monomial}
                exponents[base] = (numerator - 1, 1)
                content, rest = normal(exponents)
                return simplify(Real({rest: c * scale * content}))
    return None


def proportion(dividend: Number, divisor: Number) -> int | rational.Rational | None:
    """The rational quotient of two numbers whose forms are multiples of each other, else None."""
    if not isinstance(dividend, Real) or not isinstance(divisor, Real):
        return None
    scale = _quotient_of_forms(dividend.form, divisor.form)
    return None if scale is None else from_coefficient(scale)


def _quotient_of_forms(dividend: Form, divisor: Form) -> fmpq | None:
    if dividend.keys() != divisor.keys():
        return None
    first = next(iter(divisor))
    scale = dividend[first] / divisor[first]
    return scale if all(dividend[monomial] == scale * c for monomial, c in divisor.items()) else None


pair_rules.append(_cancelled)
