"""Real numbers in exact form: polynomials with rational coefficients over atoms.

sqrt(2)/2 + 3 pi is kept as {2^(1/2): 1/2, pi: 3}. What is the same by the
rules of algebra has the same form, so it cancels without any computing of
digits. A form that would grow too large becomes an atom of its own: it is
lazy then, never inexact. `Real` is every number that is not known to be a
whole number or a fraction; the functions give back whichever fits.
"""

from __future__ import annotations

from functools import reduce
from math import gcd

from flint import arb, fmpq, fmpz

from calc_repl.values import limits, rational
from calc_repl.values.algebraic import Measure, measure, of_product, of_sum
from calc_repl.values.atoms import ELEMENTARY_BITS, Atom, atom
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from calc_repl.values.atoms import Monomial

    Number: TypeAlias = "int | Rational | Real"
    Form: TypeAlias = "dict[Monomial, fmpq]"

#: Terms of a sum; products are multiplied out to fewer.
MAX_TERMS = 64
MAX_PRODUCT_TERMS = 24
#: Products of sums are rewritten by the rules of their atoms up to so many pairs of terms.
MAX_REWRITTEN_PAIRS = 25
#: Factors of a monomial.
MAX_FACTORS = 24
#: Size in bits of the coefficient of a single term, and of each one of several.
#: Larger ones beside each other would cancel by far more digits than are shown.
MAX_COEFFICIENT_BITS = 2**20
MAX_SHARED_BITS = 600

_ONE = fmpq(1)

#: Rules for the product of two whole forms, tried in turn; modules that make atoms add theirs.
pair_rules: list[Callable[[Real, Real], Number | None]] = []


class Real:
    """A real number: the sum of `form`'s coefficients times their monomials. Treat it as immutable.

    `ball` encloses the value as computed at `precision` bits; `proved` is the
    whole number or fraction it has turned out to be, `is_settled` that one was
    looked for. Equality and hash compare forms, not values:
    `calc_repl.values.deciding` compares values.
    """

    __slots__ = ("_hash", "_measure", "ball", "form", "is_settled", "precision", "proved")
    kind = "number"
    called = "a real number"

    def __init__(self, form: Form) -> None:
        self.form = form
        self.precision = 0
        self.ball = arb(0)
        self.proved: int | Rational | None = None
        self.is_settled = False
        self._hash: int | None = None
        self._measure: Measure | bool | None = False

    @property
    def measure(self) -> Measure | None:
        """Bounds on an algebraic number, by which it is told from 0; None for any other."""
        if isinstance(self._measure, bool):
            self._measure = measure(self.form)
        return self._measure

    @property
    def digest(self) -> int:
        """A number made of the form alone, the same in every session, unlike the hash."""
        return hash(
            frozenset(
                (frozenset((base.digest, p, q) for base, p, q in monomial), int(c.p), int(c.q))
                for monomial, c in self.form.items()
            )
        )

    def __float__(self) -> float:
        """The nearest float. Raises OverflowError beyond the largest, Undecided in the middle of two."""
        from calc_repl.values.enclosing import nearest_float

        return nearest_float(self)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset((monomial, c.p, c.q) for monomial, c in self.form.items()))
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Real) and hash(self) == hash(other) and self.form == other.form

    def __add__(self, other: Number) -> Number:
        return add(self, other) if isinstance(other, _NUMBERS) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other: Number) -> Number:
        return subtract(self, other) if isinstance(other, _NUMBERS) else NotImplemented

    def __rsub__(self, other: Number) -> Number:
        return subtract(other, self) if isinstance(other, _NUMBERS) else NotImplemented

    def __mul__(self, other: Number) -> Number:
        return multiply(self, other) if isinstance(other, _NUMBERS) else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> Number:
        return negate(self)

    def __pos__(self) -> Real:
        return self

    def __abs__(self) -> Number:
        from calc_repl.values.deciding import magnitude

        return magnitude(self)

    def __repr__(self) -> str:
        from calc_repl.values.describing import described

        return f"<Real {described(self)}>"


_NUMBERS = (int, Rational, Real)


def real(number: Number) -> Real:
    """A number as a form, also where it is rational: what atoms have for arguments."""
    if isinstance(number, Real):
        return number
    return Real({(): coefficient(number)} if number != 0 else {})


def simplify(number: Real) -> Number:
    """The number as a whole number or fraction where its form says that it is one."""
    if number.proved is not None:
        return number.proved
    form = number.form
    if not form:
        return 0
    if len(form) == 1:
        monomial, c = next(iter(form.items()))
        if not monomial:
            return from_coefficient(c)
        if all(base.name == "integer" and denominator == 1 for base, _, denominator in monomial):
            return _collapsed(number, monomial, c)
    return number


def add(augend: Number, addend: Number) -> Number:
    """The sum of two numbers; fractions of more than 2^20 bits become lazy."""
    if not isinstance(augend, Real) and not isinstance(addend, Real) and _is_small(augend, addend):
        return augend + addend
    return simplify(_sum(real(augend), real(addend)))


def subtract(minuend: Number, subtrahend: Number) -> Number:
    """The difference of two numbers."""
    return add(minuend, negate(subtrahend))


def negate(number: Number) -> Number:
    """The number with the other sign."""
    if not isinstance(number, Real):
        return -number
    return simplify(Real({monomial: -c for monomial, c in number.form.items()}))


def multiply(multiplier: Number, multiplicand: Number) -> Number:
    """The product of two numbers; fractions of more than 2^20 bits, and larger whole numbers, become lazy."""
    if not isinstance(multiplier, Real) and not isinstance(multiplicand, Real) and _is_small(multiplier, multiplicand):
        return rational.multiply(multiplier, multiplicand)
    return _product(real(multiplier), real(multiplicand))


def divide(dividend: Number, divisor: Number) -> Number:
    """The quotient of two numbers. Raises DivisionByZero, or Undecided where the divisor may be 0."""
    if not isinstance(dividend, Real) and not isinstance(divisor, Real) and _is_small(dividend, divisor):
        return rational.divide(dividend, divisor)
    from calc_repl.values.quotients import reciprocal

    return multiply(dividend, reciprocal(divisor))


def total(numbers: Iterable[Number]) -> Number:
    """The sum of any many numbers, in time proportional to their count."""
    form: Form = {}
    pieces: list[Real] = []
    for number in numbers:
        for monomial, c in real(number).form.items():
            known = form.get(monomial)
            form[monomial] = c if known is None else known + c
        if len(form) >= MAX_TERMS:
            pieces.append(Real(_without_zeros(form)))
            form = {}
    last = Real(_without_zeros(form))
    if not pieces:
        return simplify(_boxed_sum(last)) if _is_large(last.form, last.form) else simplify(last)
    return simplify(_boxed_sum(*pieces, last))


def opaque(
    evaluate: Callable[[list[arb]], arb],
    name: str,
    *arguments: Number,
    is_positive: bool = False,
    most_bits: int = ELEMENTARY_BITS,
) -> Real:
    """The value of an operation that has no rules of its own; see the top of `atoms`."""
    reals = tuple(real(argument) for argument in arguments)
    return of_atom(atom(name, evaluate, reals, is_positive=is_positive, most_bits=most_bits))


def of_atom(base: Atom, numerator: int = 1, denominator: int = 1, factor: fmpq = _ONE) -> Real:
    """factor * base^(numerator / denominator), the exponent in lowest terms."""
    return Real({((base, numerator, denominator),): factor})


def coefficient(number: int | Rational) -> fmpq:
    """A rational number as FLINT's."""
    if isinstance(number, int):
        return fmpq(number)
    return fmpq(fmpz(number.numerator), fmpz(number.denominator))


def from_coefficient(c: fmpq) -> int | Rational:
    """One of FLINT's rational numbers as ours."""
    return int(c.p) if c.q == 1 else Rational(int(c.p), int(c.q))


def normal(exponents: dict[Atom, tuple[int, int]]) -> tuple[fmpq, Monomial]:
    """The rational factor and the monomial of a product of powers of atoms, exponents in any terms.

    Of a power of a whole number, only the fractional part of the exponent stays
    in the monomial, unless the rest would be a very large number.
    """
    content = _ONE
    monomial = []
    for base, (numerator, denominator) in exponents.items():
        if not numerator:
            continue
        if base.name == "integer":
            number = base.parameters[0]
            whole, rest = divmod(numerator, denominator)
            if abs(whole) * number.bit_length() <= MAX_COEFFICIENT_BITS:
                content = content * fmpq(number) ** whole
                numerator = rest
                if not rest:
                    continue
        common = gcd(numerator, denominator)
        monomial.append((base, numerator // common, denominator // common))
    monomial.sort(key=_serial)
    return content, tuple(monomial)


def _is_small(left: int | Rational, right: int | Rational) -> bool:
    """Whether the sum and the product of two rational numbers are to be written out."""
    bits = left.numerator.bit_length() + right.numerator.bit_length()
    if isinstance(left, int) and isinstance(right, int):
        return limits.fits(bits)
    return bits + left.denominator.bit_length() + right.denominator.bit_length() <= MAX_COEFFICIENT_BITS


def _serial(factor: tuple[Atom, int, int]) -> int:
    return factor[0].serial


def _digest(number: Real) -> int:
    return number.digest


def _collapsed(number: Real, monomial: Monomial, c: fmpq) -> Number:
    """The value of a product of whole powers of whole numbers, unless it is too large to write out."""
    bits = c.height_bits() + sum(abs(exponent) * base.parameters[0].bit_length() for base, exponent, _ in monomial)
    if not limits.fits(bits):
        return number
    value: int | Rational = from_coefficient(c)
    for base, exponent, _ in monomial:
        value = rational.multiply(value, rational.power(base.parameters[0], exponent))
    return value


def _sum(augend: Real, addend: Real) -> Real:
    if len(augend.form) < len(addend.form):
        augend, addend = addend, augend
    form = dict(augend.form)
    for monomial, c in addend.form.items():
        known = form.get(monomial)
        if known is None:
            form[monomial] = c
        elif known == -c:
            del form[monomial]
        else:
            form[monomial] = known + c
    if len(form) > MAX_TERMS or _is_large(form, addend.form if len(augend.form) > 1 else form):
        return _boxed_sum(augend, addend)
    return Real(form)


def _product(multiplier: Real, multiplicand: Real) -> Number:
    if not multiplier.form or not multiplicand.form:
        return 0
    for rule in pair_rules:
        simpler = rule(multiplier, multiplicand)
        if simpler is not None:
            return simpler
    pairs = len(multiplier.form) * len(multiplicand.form)
    if pairs > MAX_TERMS:
        return _boxed_product(multiplier, multiplicand)
    form: Form = {}
    replaced: list[Number] = []
    for left, c in multiplier.form.items():
        for right, d in multiplicand.form.items():
            if c.height_bits() + d.height_bits() > MAX_COEFFICIENT_BITS:
                return _boxed_product(multiplier, multiplicand)
            content, monomial = _joined(left, right)
            if len(monomial) > MAX_FACTORS:
                return _boxed_product(multiplier, multiplicand)
            simpler = rewritten(monomial) if pairs <= MAX_REWRITTEN_PAIRS else None
            if simpler is not None:
                replaced.append(multiply(from_coefficient(c * d * content), simpler))
                continue
            known = form.get(monomial)
            form[monomial] = c * d * content if known is None else known + c * d * content
    form = _without_zeros(form)
    if len(form) > MAX_PRODUCT_TERMS or _is_large(form, form):
        return _boxed_product(multiplier, multiplicand)
    return reduce(add, replaced, simplify(Real(form)))


def _joined(left: Monomial, right: Monomial) -> tuple[fmpq, Monomial]:
    """The product of two monomials."""
    if not left or not right:
        return _ONE, left or right
    exponents = {base: (numerator, denominator) for base, numerator, denominator in left}
    for base, numerator, denominator in right:
        known = exponents.get(base)
        if known is not None:
            numerator, denominator = known[0] * denominator + numerator * known[1], denominator * known[1]
        exponents[base] = (numerator, denominator)
    return normal(exponents)


def of_monomial(monomial: Monomial, content: fmpq = _ONE) -> Number:
    """The value of a rational multiple of a product, by the rules of its atoms."""
    simpler = rewritten(monomial)
    return simplify(Real({monomial: content})) if simpler is None else multiply(from_coefficient(content), simpler)


def rewritten(monomial: Monomial) -> Number | None:
    """What the rules of the atoms make of a product, or None."""
    for base, _, _ in monomial:
        if base.rule is not None:
            simpler = base.rule(monomial)
            if simpler is not None:
                return simpler
    return None


def _without_zeros(form: Form) -> Form:
    return {monomial: c for monomial, c in form.items() if c}


def _is_large(form: Form, changed: Iterable[Monomial]) -> bool:
    """Whether one of the changed coefficients is larger than a form may hold."""
    most = MAX_COEFFICIENT_BITS if len(form) <= 1 else MAX_SHARED_BITS
    return any(form[monomial].height_bits() > most for monomial in changed if monomial in form)


def _boxed_sum(*parts: Real) -> Real:
    """A sum that is not written out: one atom."""
    parts = tuple(sorted(parts, key=_digest))
    return of_atom(atom("sum", _add_up, parts, most_bits=2**30, measure=lambda: of_sum([p.measure for p in parts])))


def _boxed_product(*parts: Real) -> Number:
    """A product that is not multiplied out: one atom, or a rational number."""
    parts = tuple(sorted(parts, key=_digest))
    return of_atom(
        atom("product", _multiply_up, parts, most_bits=2**30, measure=lambda: of_product([p.measure for p in parts]))
    )


def _add_up(balls: list[arb]) -> arb:
    return sum(balls, arb(0))


def _multiply_up(balls: list[arb]) -> arb:
    return reduce(lambda product, ball: product * ball, balls)
