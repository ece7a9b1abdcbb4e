"""Sine, cosine and their kin. Multiples of pi are split off, so that sin(pi/6) is 1/2.

Products of sines and cosines are written as sums, which decides identities:
sin(1)^2 + cos(1)^2 is 1, and sin(2) - 2 sin(1) cos(1) is 0.
"""

from __future__ import annotations

from flint import arb, fmpq

from calc_repl.errors import DomainError
from calc_repl.values import rational
from calc_repl.values.algebraic import of_cosine
from calc_repl.values.atoms import Atom, atom, product_rules
from calc_repl.values.balls import MAX_VALUE_PRECISION
from calc_repl.values.constants import PI, PI_ATOM
from calc_repl.values.deciding import is_zero
from calc_repl.values.ordering import leading
from calc_repl.values.powers import sqrt
from calc_repl.values.quotients import reciprocal
from calc_repl.values.radicals import power_of_rational
from calc_repl.values.rational import Rational, ratio
from calc_repl.values.real import (
    Real,
    add,
    divide,
    from_coefficient,
    multiply,
    negate,
    normal,
    of_atom,
    of_monomial,
    real,
    simplify,
    subtract,
    total,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.atoms import Monomial
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)

#: Products of more sines and cosines than this stay products.
_MOST_FACTORS = 6
#: Coefficients of the argument of a Gaussian prime up to which sines of it are multiplied out.
_MOST_MULTIPLE = 200


def sin(angle: Number) -> Number:
    """The sine of an angle in radians."""
    return _sine_of_parts(*_split(angle))


def cos(angle: Number) -> Number:
    """The cosine of an angle in radians."""
    turns, rest = _split(angle)
    return _sine_of_parts(turns + _HALF, rest)


def tan(angle: Number) -> Number:
    """The tangent. Raises DomainError where the cosine is 0, and Undecided where it may be."""
    turns, rest = _split(angle)
    if not rest.form:
        return _tan_of_turns(turns)
    if _leads_negative(rest):
        return negate(tan(negate(angle)))
    turns = turns + -rational.floor(turns + _HALF)
    angle = add(rest, multiply(turns, PI))
    inner = _single_atom(rest)
    if turns == 0 and inner is not None and inner.name == "atan":
        return simplify(inner.arguments[0])
    cosine = _without_pole(cos(angle), "tan is not defined at pi/2 + k pi.")
    if any(_is_gaussian(monomial) for monomial in rest.form):
        return divide(sin(angle), cosine)
    if _leads_negative(real(angle)):
        return negate(of_atom(atom("tan", _tangent, (real(negate(angle)),))))
    return of_atom(atom("tan", _tangent, (real(angle),)))


def sec(angle: Number) -> Number:
    """The secant, 1/cos. Raises DomainError where the cosine is 0."""
    return reciprocal(_without_pole(cos(angle), "sec is not defined at pi/2 + k pi."))


def csc(angle: Number) -> Number:
    """The cosecant, 1/sin. Raises DomainError where the sine is 0."""
    return reciprocal(_without_pole(sin(angle), "csc is not defined at k pi."))


def cot(angle: Number) -> Number:
    """The cotangent, cos/sin. Raises DomainError where the sine is 0."""
    _without_pole(sin(angle), "cot is not defined at k pi.")
    return tan(subtract(multiply(_HALF, PI), angle))


def cos_of_turns(half_turns: int | Rational) -> Number:
    """cos(pi q): in square roots where q has a small denominator, otherwise an algebraic atom."""
    q = half_turns + -2 * rational.floor(rational.divide(half_turns, 2))
    if rational.compare(q, 1) > 0:
        q = 2 + -q
    if rational.compare(q, _HALF) > 0:
        return negate(_cos_in_quadrant(1 + -q))
    return _cos_in_quadrant(q)


def _cos_in_quadrant(q: int | Rational) -> Number:
    """cos(pi q) for q from 0 to 1/2."""
    known = _COSINES.get((q.numerator, q.denominator))
    if known is not None:
        rational_part, radicals = known
        return total([rational_part, *(multiply(c, power_of_rational(n, 1, 2)) for n, c in radicals)])
    numerator, denominator = q.numerator, q.denominator

    def evaluate(_balls: list[arb]) -> arb:
        return arb.cos_pi_fmpq(fmpq(numerator, denominator))

    base = atom(
        "cos pi",
        evaluate,
        parameters=(numerator, denominator),
        is_positive=True,
        measure=lambda: of_cosine(2 * denominator),
    )
    return of_atom(base)


_QUARTER = Rational(1, 4)
#: cos(pi p/q) as a rational number and multiples of square roots.
_COSINES: dict[tuple[int, int], tuple[int | Rational, list[tuple[int, Rational]]]] = {
    (0, 1): (1, []),
    (1, 2): (0, []),
    (1, 3): (_HALF, []),
    (1, 4): (0, [(2, _HALF)]),
    (1, 6): (0, [(3, _HALF)]),
    (1, 5): (_QUARTER, [(5, _QUARTER)]),
    (2, 5): (Rational(-1, 4), [(5, _QUARTER)]),
    (1, 12): (0, [(6, _QUARTER), (2, _QUARTER)]),
    (5, 12): (0, [(6, _QUARTER), (2, Rational(-1, 4))]),
}

#: tan(pi p/q) likewise.
_TANGENTS: dict[tuple[int, int], tuple[int | Rational, list[tuple[int, int | Rational]]]] = {
    (0, 1): (0, []),
    (1, 4): (1, []),
    (1, 3): (0, [(3, 1)]),
    (1, 6): (0, [(3, Rational(1, 3))]),
    (1, 8): (-1, [(2, 1)]),
    (3, 8): (1, [(2, 1)]),
    (1, 12): (2, [(3, -1)]),
    (5, 12): (2, [(3, 1)]),
}


def _tan_of_turns(q: int | Rational) -> Number:
    """tan(pi q)."""
    q = q + -rational.floor(q)
    if q == _HALF:
        raise DomainError("tan is not defined at pi/2 + k pi.", argument=0)
    if rational.compare(q, _HALF) > 0:
        return negate(_tan_of_turns(1 + -q))
    known = _TANGENTS.get((q.numerator, q.denominator))
    if known is not None:
        return total([known[0], *(multiply(c, power_of_rational(n, 1, 2)) for n, c in known[1])])
    return divide(cos_of_turns(q + -_HALF), cos_of_turns(q))


def _without_pole(number: Number, message: str) -> Number:
    if is_zero(number):
        raise DomainError(message, argument=0)
    return number


def _split(angle: Number) -> tuple[int | Rational, Real]:
    """Numbers q and r with angle = q pi + r."""
    rest = dict(real(angle).form)
    turns = rest.pop(((PI_ATOM, 1, 1),), fmpq(0))
    return from_coefficient(turns), Real(rest)


def _sine_of_parts(turns: int | Rational, rest: Real) -> Number:
    """sin(turns pi + rest)."""
    if not rest.form:
        return cos_of_turns(turns + -_HALF)
    expanded = _of_gaussian_arguments(turns, rest)
    if expanded is not None:
        return expanded
    if _leads_negative(rest):
        # Without this, sin(pi/4 + r) and cos(pi/4 - r), which are equal, would stay what they are.
        return negate(_sine_of_parts(-turns, real(negate(rest))))
    quarters = rational.floor(rational.multiply(2, turns) + _HALF)
    left = turns + -ratio(quarters, 2)
    name = "cos" if quarters % 2 else "sin"
    sign = -1 if quarters % 4 >= 2 else 1
    inner = add(rest, multiply(left, PI)) if left != 0 else rest
    if _leads_negative(real(inner)):
        inner = negate(inner)
        if name == "sin":
            sign = -sign
    value = _of_inverse(name, real(inner))
    return multiply(sign, of_atom(_wave(name, real(inner))) if value is None else value)


def _leads_negative(number: Real) -> bool:
    """Whether the leading term of a sum has a negative coefficient."""
    return bool(number.form[leading(number.form)] < 0)


def _single_atom(number: Real) -> Atom | None:
    """The atom that a number is, if it is just one."""
    if len(number.form) == 1:
        monomial, c = next(iter(number.form.items()))
        if c == 1 and len(monomial) == 1 and monomial[0][1:] == (1, 1):
            return monomial[0][0]
    return None


def _of_inverse(name: str, angle: Real) -> Number | None:
    """sin or cos of asin, acos or atan of something, by algebra."""
    inner = _single_atom(angle)
    if inner is None or inner.name not in ("asin", "atan"):
        return None
    number = simplify(inner.arguments[0])
    square = multiply(number, number)
    if inner.name == "asin":
        return number if name == "sin" else sqrt(subtract(1, square))
    return divide(number if name == "sin" else 1, sqrt(add(1, square)))


def _is_gaussian(monomial: Monomial) -> bool:
    return len(monomial) == 1 and monomial[0][0].name == "gaussian argument" and monomial[0][1:] == (1, 1)


def _of_gaussian_arguments(turns: int | Rational, rest: Real) -> Number | None:
    """The sine of a sum with arguments of Gaussian primes in it: those parts are multiplied out as complex numbers."""
    x, y = 1, 0
    others = dict(rest.form)
    for monomial, c in rest.form.items():
        if not _is_gaussian(monomial) or c.q != 1 or abs(c.p) > _MOST_MULTIPLE:
            continue
        del others[monomial]
        imaginary, whole = monomial[0][0].parameters
        imaginary = imaginary if c > 0 else -imaginary
        for _ in range(abs(int(c.p))):
            x, y = x * whole - y * imaginary, x * imaginary + y * whole
    if len(others) == len(rest.form):
        return None
    scale = power_of_rational(x * x + y * y, -1, 2)
    remaining = Real(others)
    sine = _sine_of_parts(turns, remaining)
    cosine = _sine_of_parts(turns + _HALF, remaining)
    return multiply(scale, add(multiply(x, sine), multiply(y, cosine)))


def _wave(name: str, angle: Real) -> Atom:
    return atom(name, _sine if name == "sin" else _cosine, (angle,))


def _sine(balls: list[arb]) -> arb:
    return _periodic(balls[0], arb.sin)


def _cosine(balls: list[arb]) -> arb:
    return _periodic(balls[0], arb.cos)


def _periodic(angle: arb, function: Callable[[arb], arb]) -> arb:
    """Sine or cosine, unless the angle is so large that its remainder by pi is out of reach."""
    return function(angle) if abs(angle) < arb((1, MAX_VALUE_PRECISION)) else arb(0, 1)


def _tangent(balls: list[arb]) -> arb:
    return balls[0].tan() if abs(balls[0]) < arb((1, MAX_VALUE_PRECISION)) else arb("nan")


def _product_to_sum(monomial: Monomial) -> Number | None:
    """A product of sines and cosines as a sum: 2 cos(a) cos(b) = cos(a - b) + cos(a + b), and so on."""
    for names in (("sin", "cos"), ("cos pi",)):  # sin(1) cos(pi/7) stays a product
        value = _product_of_waves_to_sum(monomial, names)
        if value is not None:
            return value
    return None


def _product_of_waves_to_sum(monomial: Monomial, names: tuple[str, ...]) -> Number | None:
    waves: list[Atom] = []
    others: dict[Atom, tuple[int, int]] = {}
    for base, numerator, denominator in monomial:
        if base.name in names and denominator == 1 and numerator > 0:
            waves += [base] * min(numerator, _MOST_FACTORS + 1)
        else:
            others[base] = (numerator, denominator)
    if not 2 <= len(waves) <= _MOST_FACTORS:
        return None
    terms = [(fmpq(1), *_phase(waves[0]))]
    for base in waves[1:]:
        turns, rest = _phase(base)
        terms = [
            (c / 2, *combined)
            for c, other_turns, other_rest in terms
            for combined in (
                (other_turns + turns, add(other_rest, rest)),
                (other_turns + -turns, subtract(other_rest, rest)),
            )
        ]
    content, left = normal(others)
    waves_sum = total(
        multiply(from_coefficient(c), _sine_of_parts(turns + _HALF, real(rest))) for c, turns, rest in terms
    )
    return multiply(of_monomial(left, content), waves_sum)


def _phase(wave: Atom) -> tuple[int | Rational, Number]:
    """Numbers q and r such that the atom is cos(q pi + r)."""
    if wave.name == "cos pi":
        return ratio(*wave.parameters), 0
    turns, rest = _split(wave.arguments[0])
    return (turns if wave.name == "cos" else turns + -_HALF), rest


for _name in ("sin", "cos", "cos pi"):
    product_rules[_name] = _product_to_sum
