"""What roots are made of: powers of whole numbers, and powers of sums as atoms.

A rational number to a rational power is a rational number times roots of its
prime factors. A sum to a fractional power is a power of the atom that stands
for the sum, after common factors and what can be denested have been taken out.
"""

from __future__ import annotations

from math import gcd, lcm, prod

from flint import arb, fmpq, fmpz

from calc_repl.values import rational
from calc_repl.values.algebraic import of_integer
from calc_repl.values.atoms import CONSTANT_BITS, Atom, atom, product_rules
from calc_repl.values.deciding import sign
from calc_repl.values.factoring import bases
from calc_repl.values.quotients import reciprocal
from calc_repl.values.rational import Rational
from calc_repl.values.real import (
    Real,
    add,
    from_coefficient,
    multiply,
    normal,
    of_atom,
    of_monomial,
    simplify,
    subtract,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.atoms import Monomial
    from calc_repl.values.real import Number

#: Whole powers of a sum up to this are multiplied out when they arise from roots.
_MOST_WHOLE_POWER = 16


def integer(number: int) -> Atom:
    """A whole number above 1 as the base of powers."""

    def evaluate(_balls: list[arb]) -> arb:
        return arb(fmpz(number))

    return atom(
        "integer",
        evaluate,
        parameters=(number,),
        is_positive=True,
        most_bits=CONSTANT_BITS,
        measure=lambda: of_integer(number),
    )


def power_of_rational(number: int | Rational, numerator: int, denominator: int) -> Number:
    """A rational number above 0 to the power numerator / denominator."""
    exponents = {integer(base): (exponent * numerator, denominator) for base, exponent in bases(number.numerator)}
    for base, exponent in bases(number.denominator):
        exponents[integer(base)] = (-exponent * numerator, denominator)
    content, monomial = normal(exponents)
    return simplify(Real({monomial: content}))


def power_of_sum(number: Real, numerator: int, denominator: int) -> Number:
    """A power of a number above 0 that has several terms; the exponent is in lowest terms."""
    scale = _content(number)
    primitive = Real({monomial: c / scale for monomial, c in number.form.items()})
    outside = power_of_rational(from_coefficient(scale), numerator, denominator)
    if denominator == 2:
        denested = _denested(primitive)
        if denested is not None:
            from calc_repl.values.powers import power

            return multiply(outside, power(denested, numerator))
    base = base_of(primitive)
    base.is_positive = True
    return multiply(outside, of_monomial(((base, numerator, denominator),)))


def base_of(number: Real) -> Atom:
    """A number of several terms as the base of powers."""
    return atom("base", _same, (number,), most_bits=2**30, measure=lambda: number.measure)


def power_of_term(number: Real, numerator: int, denominator: int) -> Number | None:
    """A power of a number of one term, or None where the signs of its atoms forbid to take it atom by atom.

    The number must not be 0, and above 0 for a fractional power.
    """
    monomial, c = next(iter(number.form.items()))
    is_negative = (
        c < 0 and bool(numerator & 1) if denominator == 1 else _sign_of_sizes(monomial, numerator, denominator)
    )
    if is_negative is None:
        return None
    content, powers = normal({base: (p * numerator, q * denominator) for base, p, q in monomial})
    value = multiply(power_of_rational(from_coefficient(abs(c)), numerator, denominator), of_monomial(powers, content))
    return -value if is_negative else value


def _sign_of_sizes(monomial: Monomial, numerator: int, denominator: int) -> bool | None:
    """Whether the product of the powers of the atoms has the other sign than that of their sizes; None if not real."""
    is_negative = False
    for base, p, q in monomial:
        if not base.is_positive and sign(of_atom(base)) < 0:
            whole, rest = divmod(p * numerator, q * denominator)
            if rest:
                return None
            is_negative ^= bool(whole & 1)
    return is_negative


def _content(number: Real) -> fmpq:
    """The greatest rational number of which all coefficients are whole multiples."""
    common_numerator, common_denominator = 0, 1
    for c in number.form.values():
        common_numerator = gcd(common_numerator, int(c.p))
        common_denominator = lcm(common_denominator, int(c.q))
    return fmpq(common_numerator, common_denominator)


def _denested(number: Real) -> Number | None:
    """sqrt(a + b sqrt(n)) as a sum of two roots, where a^2 - b^2 n is the square of a rational number d.

    It is then sqrt((a + d)/2) + sqrt((a - d)/2), or the difference where b < 0.
    """
    if len(number.form) != 2 or () not in number.form:
        return None
    ((monomial, b),) = ((m, c) for m, c in number.form.items() if m)
    a = number.form[()]
    if a <= 0 or any(base.name != "integer" or (p, q) != (1, 2) for base, p, q in monomial):
        return None
    radicand = fmpq(prod(base.parameters[0] for base, _, _ in monomial))
    square = a * a - b * b * radicand
    if square < 0 or not (square.p.is_square() and square.q.is_square()):
        return None
    d = fmpq(square.p.isqrt(), square.q.isqrt())
    greater = power_of_rational(from_coefficient((a + d) / 2), 1, 2)
    smaller = power_of_rational(from_coefficient((a - d) / 2), 1, 2)
    return add(greater, smaller) if b > 0 else subtract(greater, smaller)


def multiplied_out(base: Real, exponent: int) -> Number | None:
    """A power of a sum by repeated squaring, or None where it would not stay a short sum."""
    result: Number = 1
    square: Number = base
    while True:
        if exponent & 1:
            result = multiply(result, square)
        exponent >>= 1
        if not exponent:
            break
        square = multiply(square, square)
        if _is_boxed(square):
            return None
    return None if _is_boxed(result) else result


def _is_boxed(number: Number) -> bool:
    """Whether a product of sums was too long to be multiplied out."""
    if not isinstance(number, Real):
        return False
    return any(base.name in ("product", "sum") for monomial in number.form for base, _, _ in monomial)


def _whole_power_taken_out(monomial: Monomial) -> Number | None:
    """Whole powers of sums, as they arise from products of roots, multiplied out where they stay short."""
    for base, numerator, denominator in monomial:
        if base.name != "base" or abs(numerator) < denominator:
            continue
        exponent = abs(numerator) // denominator * (1 if numerator > 0 else -1)
        whole = _whole_power(base.arguments[0], exponent)
        if whole is not None:
            exponents = {other: (p, q) for other, p, q in monomial}
            exponents[base] = (numerator - exponent * denominator, denominator)
            content, rest = normal(exponents)
            return multiply(of_monomial(rest, content), whole)
    return None


def _whole_power(number: Real, exponent: int) -> Number | None:
    if abs(exponent) > _MOST_WHOLE_POWER:
        return None
    if exponent > 0:
        return multiplied_out(number, exponent)
    inverse = reciprocal(number)
    return multiplied_out(inverse, -exponent) if isinstance(inverse, Real) else rational.power(inverse, -exponent)


def _same(balls: list[arb]) -> arb:
    return balls[0]


product_rules["base"] = _whole_power_taken_out
