"""Uncertain numbers: all the numbers between two exact ends, the ends included.

Arithmetic gives the exact set of values that operands anywhere within their
bounds can lead to: worst-case bounds, no statistics. Operands vary
independently of each other, also where they are the same: x - x of
x = 5 ± 0.1 is 0 ± 0.2, which holds the true 0.
"""

from __future__ import annotations

from functools import cmp_to_key

from calc_repl.errors import CalcError, DivisionByZero, DomainError, KindError, LimitError
from calc_repl.values import deciding, rational, real
from calc_repl.values.arithmetic import is_infinite
from calc_repl.values.balls import MAX_VALUE_PRECISION, ball, precision_of
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeAlias

    from flint import arb

    from calc_repl.values.real import Number

    Bounded: TypeAlias = "int | Rational | Real | Interval"

_HALF = Rational(1, 2)
#: Precision in bits at which ends are first enclosed, and size in bits beyond which they are not written out.
_FIRST_PRECISION = 256
_MOST_WRITTEN_BITS = 2**20


class Varies(CalcError, ArithmeticError):
    """A question with different answers for different values of an uncertain number."""


class Interval:
    """All numbers from `low` to `high`. Make it with `interval`: the ends are in order, and not the same."""

    __slots__ = ("high", "low")
    kind = "number"
    called = "an uncertain number"
    is_interval = True

    def __init__(self, low: Number, high: Number) -> None:
        self.low = low
        self.high = high

    def __add__(self, addend: Any) -> Bounded:
        return add(self, addend)

    __radd__ = __add__

    def __sub__(self, subtrahend: Any) -> Bounded:
        return add(self, -subtrahend)

    def __rsub__(self, minuend: Any) -> Bounded:
        return add(minuend, -self)

    def __mul__(self, multiplicand: Any) -> Bounded:
        return multiply(self, multiplicand)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> Bounded:
        return divide(self, divisor)

    def __rtruediv__(self, dividend: Any) -> Bounded:
        return divide(dividend, self)

    def __neg__(self) -> Interval:
        return Interval(real.negate(self.high), real.negate(self.low))

    def __pos__(self) -> Interval:
        return self

    def __abs__(self) -> Interval:
        if deciding.sign(self.low) >= 0:
            return self
        if deciding.sign(self.high) <= 0:
            return -self
        return Interval(0, greatest(real.negate(self.low), self.high))

    def __eq__(self, other: object) -> bool:
        """Whether the ends have the same forms; `equal` compares the values."""
        return isinstance(other, Interval) and self.low == other.low and self.high == other.high

    def __hash__(self) -> int:
        return hash((self.low, self.high))

    def __lt__(self, other: object) -> NoReturn:
        raise KindError("Uncertain numbers are compared by intervals.compare.")

    __le__ = __gt__ = __ge__ = __lt__

    def __repr__(self) -> str:
        return f"Interval({self.low!r}, {self.high!r})"


def interval(low: Number, high: Number) -> Bounded:
    """The numbers from `low` to `high`: a single number where they are the same. Raises DomainError, Undecided."""
    order = deciding.compare(low, high)
    if order > 0:
        raise DomainError("The lower end of an interval must not be above the upper one.")
    return low if order == 0 else Interval(low, high)


def around(midpoint: Bounded, radius: Number) -> Bounded:
    """The numbers no farther than `radius` from a midpoint. Raises DomainError for a negative radius, Undecided."""
    known = deciding.sign(radius)
    if known < 0:
        raise DomainError("What stands after ± must not be negative.", argument=1)
    return midpoint if known == 0 else add(midpoint, Interval(real.negate(radius), radius))


def ends(number: Any) -> tuple[Number, Number]:
    """The least and the greatest value of a number, uncertain or not. Raises KindError for a complex one."""
    if isinstance(number, Interval):
        return number.low, number.high
    if is_infinite(number):
        from calc_repl.values.infinity import apart_from_uncertain

        raise apart_from_uncertain()
    if not isinstance(number, (int, Rational, Real)):
        raise KindError("Uncertain numbers are real: they cannot be combined with complex ones.")
    return number, number


def midpoint(number: Bounded) -> Number:
    """The number halfway between the ends."""
    low, high = ends(number)
    return real.multiply(_HALF, real.add(low, high))


def radius(number: Bounded) -> Number:
    """Half the distance between the ends."""
    low, high = ends(number)
    return real.multiply(_HALF, real.subtract(high, low))


def rational_bounds(number: Interval) -> tuple[int | Rational, int | Rational]:
    """Rational ends around the exact ones: wider by less than a thousandth, or than 2^-160 of the number.

    Raises LimitError where the ends take too much precision, or are too large to be written out.
    """
    bits = _FIRST_PRECISION
    while True:
        (low, low_above), (high_below, high) = (_rational_around(end, bits) for end in (number.low, number.high))
        excess = (low_above - low) + (high - high_below)
        size = rational.magnitude(high if high + low > 0 else low)
        if excess * 1000 <= high - low or excess * 2**160 <= size:
            return low, high
        bits *= 2


def written_out(bound: arb) -> int | Rational:
    """The number a ball without radius is. Raises LimitError where it is too large, or too near to 0."""
    if bound != 0 and abs(int(bound.man_exp()[1])) > _MOST_WRITTEN_BITS:
        raise LimitError("The bounds of this number are too large to be written as decimals.")
    return real.from_coefficient(bound.fmpq())


def add(augend: Bounded, addend: Bounded) -> Bounded:
    """All sums."""
    (a, b), (c, d) = ends(augend), ends(addend)
    return between(real.add(a, c), real.add(b, d))


def multiply(multiplier: Bounded, multiplicand: Bounded) -> Bounded:
    """All products."""
    (a, b), (c, d) = ends(multiplier), ends(multiplicand)
    a_sign, c_sign, d_sign = deciding.sign(a), deciding.sign(c), deciding.sign(d)
    if a_sign == deciding.sign(b) == 0 or c_sign == d_sign == 0:
        return 0
    if deciding.sign(b) <= 0:
        return -multiply(-multiplier, multiplicand)
    if d_sign <= 0:
        return -multiply(multiplier, -multiplicand)
    if a_sign >= 0:
        return between(real.multiply(a if c_sign >= 0 else b, c), real.multiply(b, d))
    if c_sign >= 0:
        return between(real.multiply(a, d), real.multiply(b, d))
    return between(least(real.multiply(a, d), real.multiply(b, c)), greatest(real.multiply(a, c), real.multiply(b, d)))


def divide(dividend: Any, divisor: Any) -> Bounded:
    """All quotients. Raises DivisionByZero where the divisor may be 0."""
    c, d = ends(divisor)
    if deciding.sign(c) <= 0 <= deciding.sign(d):
        raise DivisionByZero(
            "Cannot divide by an uncertain number that may be 0."
            if isinstance(divisor, Interval)
            else "Cannot divide by zero.",
            argument=1,
        )
    return multiply(dividend, between(real.divide(1, d), real.divide(1, c)))


def compare(left: Any, right: Any, symbol: str = "") -> int:
    """-1, 0 or 1, where it is the same for all values. Raises Varies where it is not, and Undecided.

    With the symbol of a comparison, only the answer to that has to be the
    same: of 1..2 and 2..3 it is known that <= holds and > does not.
    """
    (a, b), (c, d) = ends(left), ends(right)
    below, above = deciding.compare(b, c), deciding.compare(a, d)
    if below == above == 0:
        return 0
    if below < 0 or (below == 0 and symbol in ("<=", ">")):
        return -1
    if above > 0 or (above == 0 and symbol in (">=", "<")):
        return 1
    raise Varies(
        "The answer depends on the values of the uncertain numbers within their bounds.",
        hint="compare their lower_bound, upper_bound or midpoint",
    )


def equal(left: Any, right: Any) -> bool:
    """Whether two numbers are the same. Raises Varies where that depends on the values, and Undecided."""
    if not all(isinstance(number, (int, Rational, Real, Interval)) for number in (left, right)):
        return False  # a complex number is no real one
    return compare(left, right) == 0


def least(*numbers: Number) -> Number:
    """The least of some numbers. Raises Undecided."""
    return min(numbers, key=cmp_to_key(deciding.compare))


def greatest(*numbers: Number) -> Number:
    """The greatest of some numbers. Raises Undecided."""
    return max(numbers, key=cmp_to_key(deciding.compare))


def between(low: Number, high: Number) -> Bounded:
    """The numbers between ends that are known to be in order; a single number where they have the same form."""
    return low if low == high else Interval(low, high)


def _rational_around(number: Number, bits: int) -> tuple[int | Rational, int | Rational]:
    """Rational numbers at or below and at or above a number, computed with so many bits."""
    if not isinstance(number, Real):
        return number, number
    if bits > MAX_VALUE_PRECISION:
        raise LimitError(f"This value needs more than {MAX_VALUE_PRECISION:,} bits of precision.")
    enclosed = ball(number, bits)
    with precision_of(bits + 64):
        bounds = enclosed.lower(), enclosed.upper()
    if not enclosed.is_finite():
        raise LimitError("The bounds of this number cannot be enclosed.")
    low, high = map(written_out, bounds)
    return low, high
