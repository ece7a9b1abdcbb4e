"""Questions about real numbers, answered with proof: sign, order, the whole number below.

An enclosure that excludes 0 proves a sign. That a number is 0 is proved by its
form, by the separation bound of an algebraic number, or by the rules in
`vanishing`. What none of these settle is an error, `Undecided`, never a guess.
"""

from __future__ import annotations

from flint import arb, fmpq

from calc_repl.errors import LimitError
from calc_repl.values import limits, rational
from calc_repl.values.balls import MAX_VALUE_PRECISION, PrecisionLimit, ball, precision_of
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real, from_coefficient, negate, opaque, subtract
from calc_repl.values.undecided import ARE_EQUAL, IS_ZERO, Undecided, is_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Number
    from calc_repl.values.undecided import Question

#: Precision in bits at which a question about a number near 0 is given up: 4,931 digits.
MAX_DECIDING_PRECISION = 2**14
#: Separation bounds beyond this many bits are not worth computing to.
_MOST_SEPARATION = 2**18
#: Precision at which a candidate for a rational value is looked for.
_RECOGNISING_PRECISION = 256
_LEAST_ACCURACY = 60

_HALF = fmpq(1, 2)


def sign(number: Number, question: Question = IS_ZERO) -> int:
    """-1, 0 or 1, proved.

    Raises Undecided, which says that it cannot be decided `question`, and
    LimitError where even the size of the number takes too much precision.
    """
    if not isinstance(number, Real):
        return (number.numerator > 0) - (number.numerator < 0)
    if number.proved is not None:
        return sign(number.proved)
    known = _sign_of_form(number)
    return _sign_of_enclosures(number, question) if known is None else known


def is_zero(number: Number) -> bool:
    """Whether a number is 0. Raises Undecided and LimitError."""
    return sign(number) == 0


def compare(left: Number, right: Number) -> int:
    """-1, 0 or 1 as the left number is less than, equal to or greater than the right one. Raises as `sign` does."""
    if not isinstance(left, Real) and not isinstance(right, Real):
        return rational.compare(left, right)
    return sign(subtract(left, right), ARE_EQUAL)


def magnitude(number: Number) -> Number:
    """A number without its sign; where that is not decided, as an operation of its own."""
    try:
        return negate(number) if sign(number) < 0 else number
    except Undecided:
        return opaque(_size, "abs", number)


def floor(number: Number) -> int:
    """The greatest whole number not above the number. Raises Undecided, and LimitError for its size."""
    if not isinstance(number, Real):
        return rational.floor(number)
    if number.proved is not None:
        return rational.floor(number.proved)
    precision = 64
    while True:
        enclosed = ball(number, precision)
        _check_size(enclosed)
        below = whole_in(enclosed, fmpq(0), precision)
        if below is not None:
            return below
        nearest = whole_in(enclosed, _HALF, precision)
        if nearest is not None and precision >= 256:
            return nearest if sign(subtract(number, nearest), is_below(nearest)) >= 0 else nearest - 1
        precision = _doubled(precision)


def recognised(number: Number) -> Number:
    """The whole number or fraction a number can be proved to be; otherwise the number itself."""
    if not isinstance(number, Real):
        return number
    if number.proved is None and not number.is_settled:
        number.is_settled = True
        try:
            number.proved = _rational_value(number)
        except (Undecided, LimitError):
            return number
        except BaseException:  # interrupted, so it is not known yet
            number.is_settled = False
            raise
    return number if number.proved is None else number.proved


def whole_in(enclosed: arb, shift: fmpq, precision: int) -> int | None:
    """floor(x + shift) if it is the same for all x of an enclosure, which must not be larger than 2^precision."""
    if not enclosed.is_finite() or not abs(enclosed) < arb((1, precision)):
        return None
    with precision_of(precision + 64):
        unique = (enclosed + arb(shift)).floor().unique_fmpz()
    return None if unique is None else int(unique)


def _sign_of_form(number: Real) -> int | None:
    """The sign as far as the form shows it: one term whose atoms are all positive."""
    if not number.form:
        return 0
    if len(number.form) > 1:
        return None
    monomial, c = next(iter(number.form.items()))
    if all(base.is_positive for base, _, _ in monomial):
        return 1 if c > 0 else -1
    return None


def _sign_of_enclosures(number: Real, question: Question) -> int:
    measure = number.measure
    separation = measure.separation() if measure is not None else 0.0
    bound = int(separation) + 1 if 0.0 < separation < _MOST_SEPARATION else None
    precision = 64
    enclosed = arb(0, 1)
    while True:
        try:
            enclosed = ball(number, precision)
        except PrecisionLimit:
            if not enclosed.abs_upper() < arb((1, -_LEAST_ACCURACY)):
                raise
            raise Undecided(question, _agreeing_digits(enclosed)) from None
        if enclosed > 0:
            return 1
        if enclosed < 0:
            return -1
        size = enclosed.abs_upper()
        if (bound is not None and size < arb((1, -bound))) or (precision == 256 and _vanishes(number)):
            number.proved = 0
            return 0
        if bound is None and precision >= MAX_DECIDING_PRECISION and size < arb((1, -MAX_DECIDING_PRECISION // 2)):
            raise Undecided(question, _agreeing_digits(enclosed))
        precision = _doubled(precision)


def _size(balls: list[arb]) -> arb:
    return abs(balls[0])


def _vanishes(number: Real) -> bool:
    from calc_repl.values.vanishing import vanishes  # it stands on this module

    return vanishes(number)


def _doubled(precision: int) -> int:
    if precision >= MAX_VALUE_PRECISION:
        raise LimitError(f"This value needs more than {MAX_VALUE_PRECISION:,} bits of precision.")
    return precision * 2


def _agreeing_digits(enclosed: arb) -> int:
    """The number of zeros behind the decimal point that an enclosure around 0 proves."""
    if not enclosed.is_finite():
        return 0
    mantissa, exponent = enclosed.abs_upper().man_exp()
    return max(0, -int(exponent + mantissa.bit_length())) * 30103 // 100000


def _check_size(enclosed: arb) -> None:
    """Refuse a number whose whole part is larger than whole numbers may be."""
    if enclosed.is_finite() and abs(enclosed) > arb((1, limits.affordable_bits)):
        limits.check_bits(int(enclosed.abs_lower().man_exp()[1]) + 1)


def _rational_value(number: Real) -> int | Rational | None:
    enclosed = ball(number, _RECOGNISING_PRECISION)
    if not enclosed.is_finite():
        return None
    if not (enclosed > 0 or enclosed < 0):
        if sign(number) == 0:
            return 0
        enclosed = number.ball
    accuracy = int(enclosed.rel_accuracy_bits())
    candidate = _simplest_within(enclosed) if accuracy > _LEAST_ACCURACY else None
    if candidate is None or candidate.height_bits() * 2 + 16 > min(accuracy, _RECOGNISING_PRECISION):
        return None
    value = from_coefficient(candidate)
    return value if compare(number, value) == 0 else None


def _simplest_within(enclosed: arb) -> fmpq | None:
    """The fraction with the smallest terms in an enclosure, by the continued fractions of its ends."""
    (middle, exponent), (radius, radius_exponent) = (
        map(int, part.man_exp()) for part in (enclosed.mid(), enclosed.rad())
    )
    shift = min(exponent, radius_exponent, 0)
    if shift < -5000 or exponent > 5000:  # the number would be written out
        return None
    middle, radius = middle << exponent - shift, radius << radius_exponent - shift
    low, low_under, high, high_under = middle - radius, 1 << -shift, middle + radius, 1 << -shift
    quotients = []
    while True:
        (whole, rest), (high_whole, high_rest) = divmod(low, low_under), divmod(high, high_under)
        if not rest:
            break
        if whole != high_whole:
            whole += 1
            break
        quotients.append(whole)
        low, low_under, high, high_under = high_under, high_rest, low_under, rest
    numerator, denominator = whole, 1
    for quotient in reversed(quotients):
        numerator, denominator = quotient * numerator + denominator, numerator
    return fmpq(numerator, denominator)
