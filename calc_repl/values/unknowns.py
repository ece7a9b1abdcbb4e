"""Functions over parts of the real line, by way of one unknown number.

A function is asked for its value at a number of which nothing is known but
that it lies within bounds. What it answers is a form in that number, and holds
for every number within the bounds; so it can be enclosed over any part of
them, as often as one likes, without asking again.
"""

from __future__ import annotations

from flint import arb, arb_poly, fmpq

from calc_repl.errors import LimitError
from calc_repl.values import limits, rational, real
from calc_repl.values.atoms import Atom
from calc_repl.values.balls import ball, exponential, precision_of
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from calc_repl.values.atoms import Monomial
    from calc_repl.values.real import Number

    #: A sum of products: each a polynomial in one atom, by its coefficients, and the other factor.
    Products: TypeAlias = list[tuple[list[fmpq], Real]]

#: Beyond the precision of its bounds, questions about an unknown number are asked with so many bits more.
_SPARE_BITS = 64
#: Of a polynomial, powers beyond this are enclosed by themselves.
_MOST_DEGREE = 64


class Unknown:
    """A number anywhere from `low` to `high`, computed with so many bits; `number` is what functions are given."""

    def __init__(self, low: fmpq, high: fmpq, bits: int) -> None:
        self.bits = bits
        with precision_of(bits):
            around = arb(low).union(arb(high))
        self.atom = Atom("uncertain", lambda _: around, (), (), is_positive=low > 0, most_bits=bits + _SPARE_BITS)
        self.number = real.of_atom(self.atom)


class Formula:
    """A number made of an unknown one, to be enclosed over parts of its bounds. Raises LimitError.

    No function may be asked about the unknown number any more. `cost` is the
    number of operations an enclosure takes, more or less.
    """

    def __init__(self, number: Number, unknown: Unknown) -> None:
        self._unknown = unknown
        self._number = real.real(number)
        self._steps = _steps(self._number, unknown)
        self.cost = 10 + sum(step.cost for step in self._steps)

    def over(self, part: arb) -> arb | None:
        """An enclosure of all values over a part of the bounds, or None where there is none."""
        limits.tick()
        unknown = self._unknown
        unknown.atom.ball, unknown.atom.precision = part, unknown.bits
        try:
            with precision_of(unknown.bits):
                for step in self._steps:
                    step.compute(unknown.bits)
        except LimitError as error:
            if not error.catchable:
                raise
            return None
        found = ball(self._number, unknown.bits)
        return found if found.is_finite() else None


class _AtomStep:
    """Computes an atom whose arguments are computed."""

    __slots__ = ("atom",)
    cost = 1

    def __init__(self, atom: Atom) -> None:
        self.atom = atom

    def compute(self, bits: int) -> None:
        atom = self.atom
        atom.ball = atom.evaluate([argument.ball for argument in atom.arguments])
        atom.precision = bits


class _SumStep:
    """Computes a number whose atoms are computed, by way of another form of it."""

    __slots__ = ("cost", "form", "number")

    def __init__(self, number: Real, form: Real) -> None:
        self.number = number
        self.form = form
        self.cost = len(form.form)

    def compute(self, bits: int) -> None:
        self.form.precision = 0
        self.number.ball = ball(self.form, bits)
        self.number.precision = bits


class _PolynomialStep:
    """Computes a number that is a polynomial in one of its atoms.

    It is written in powers of the distance from the middle, since a sum of powers of the atom itself has
    bounds that are far too wide: x - x^2 would be enclosed as if the two x were different numbers.
    """

    __slots__ = ("atom", "cost", "number", "products")

    def __init__(self, number: Real, atom: Atom, products: Products) -> None:
        self.number = number
        self.atom = atom
        self.cost = len(products)
        self.products = [(arb_poly([arb(c) for c in coefficients]), rest) for coefficients, rest in products]

    def compute(self, bits: int) -> None:
        middle = self.atom.ball.mid()
        shift, distance = arb_poly([middle, 1]), self.atom.ball - middle
        total = arb(0)
        for polynomial, rest in self.products:
            rest.precision = 0
            total = total + polynomial(shift)(distance) * ball(rest, bits)
        self.number.ball = total
        self.number.precision = bits


def _steps(number: Real, unknown: Unknown) -> list[_AtomStep | _SumStep | _PolynomialStep]:
    """What has to be computed anew for each part, in order; all else is computed here. Raises LimitError."""
    steps: list[_AtomStep | _SumStep | _PolynomialStep] = []
    known: dict[int, bool] = {id(unknown.atom): True}  # by its id, whether an atom or a number is made of the unknown
    forms: dict[int, Real] = {}
    work: list[tuple[Real | Atom, bool]] = [(number, False)]
    while work:
        item, is_done = work.pop()
        if id(item) in known:
            continue
        if isinstance(item, Real) and id(item) not in forms:
            forms[id(item)] = _with_single_exponentials(item)
        parts: list[Real | Atom] = list(_atoms_of(forms[id(item)]) if isinstance(item, Real) else item.arguments)
        if not is_done:
            work.append((item, True))
            work += [(part, False) for part in parts]
            continue
        known[id(item)] = any(known[id(part)] for part in parts)
        if not known[id(item)]:
            ball(item if isinstance(item, Real) else real.of_atom(item), unknown.bits)
        elif isinstance(item, Atom):
            steps.append(_AtomStep(item))
        else:
            form = forms[id(item)]
            steps.append(_step_for(item, form, [each for each in _atoms_of(form) if known[id(each)]], unknown))
    return steps


def _step_for(number: Real, form: Real, atoms: list[Atom], unknown: Unknown) -> _SumStep | _PolynomialStep:
    """The step for a number of a form, by way of a polynomial in the first of these atoms of which it has powers."""
    if len(form.form) > 1:
        for atom in atoms:
            products = _products(form, atom)
            if any(sum(map(bool, coefficients[1:])) > 1 for coefficients, _ in products):
                with precision_of(unknown.bits):
                    return _PolynomialStep(number, atom, products)
    return _SumStep(number, form)


def _with_single_exponentials(number: Real) -> Real:
    """A number in a form that has no products of exponentials: e^(x^2) e^(-2x) is far wider than e^(x^2 - 2x)."""
    found: dict[Monomial, fmpq] = {}
    for monomial, coefficient in number.form.items():
        exponentials = [factor for factor in monomial if factor[0].name in ("exp", "e")]
        if len(exponentials) > 1:
            parts = [
                real.multiply(rational.ratio(p, q), base.arguments[0] if base.arguments else 1)
                for base, p, q in exponentials
            ]
            exponent = real.real(real.total(parts))
            single = Atom("exp", _exponential, (exponent,), (), is_positive=True, most_bits=2**30)
            monomial = (*(factor for factor in monomial if factor not in exponentials), (single, 1, 1))
        found[monomial] = found.get(monomial, fmpq(0)) + coefficient
    return number if len(found) == len(number.form) and found == number.form else Real(found)


def _exponential(balls: list[arb]) -> arb:
    return exponential(balls[0])


def _products(number: Real, atom: Atom) -> Products:
    """The number as a sum of polynomials in an atom, each times something else."""
    collected: dict[Monomial, dict[int, fmpq]] = {}
    for monomial, coefficient in number.form.items():
        exponent, rest = 0, monomial
        for base, numerator, denominator in monomial:
            if base is atom and 0 < numerator <= _MOST_DEGREE and denominator == 1:
                exponent = numerator
                rest = tuple(factor for factor in monomial if factor[0] is not atom)
        collected.setdefault(rest, {})[exponent] = coefficient
    return [
        ([powers.get(exponent, fmpq(0)) for exponent in range(max(powers) + 1)], Real({rest: fmpq(1)}))
        for rest, powers in collected.items()
    ]


def _atoms_of(number: Real) -> list[Atom]:
    return [base for monomial in number.form for base, _, _ in monomial]
