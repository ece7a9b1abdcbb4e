"""Digits of numbers, each one proved: what is rounded is an enclosure that holds one whole number only."""

from __future__ import annotations

from flint import arb, fmpq, fmpz

from calc_repl.errors import LimitError
from calc_repl.values import decimals, integers
from calc_repl.values.balls import MAX_VALUE_PRECISION, ball, precision_of
from calc_repl.values.deciding import MAX_DECIDING_PRECISION, recognised, sign, whole_in
from calc_repl.values.decimals import Digits
from calc_repl.values.real import Real, coefficient, from_coefficient
from calc_repl.values.undecided import NEAREST_FRACTION, ROUNDING, Undecided

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Number

_BITS_PER_DIGIT = 3.3219281
_HALF = fmpq(1, 2)
#: Powers of ten up to this exponent are written out to scale with; larger ones are exponentials.
_WRITTEN_OUT = 100_000
#: Exponents with more digits than this cannot be read.
_LONGEST_EXPONENT = 4_300
#: Floats lie between 2 to this power and its reciprocal.
_FLOAT_BITS = 1100
#: Where the rounding to some digits cannot be decided, up to so many digits more are given.
_SURPLUS_DIGITS = 3


def enclosure(number: Number, bits: int) -> arb:
    """A ball that holds the number, computed with so many bits. Raises LimitError where an operation cannot be."""
    if isinstance(number, Real):
        return ball(number, bits)
    with precision_of(bits):
        return arb(coefficient(number))


def significant(number: Number, count: int) -> Digits:
    """The number correctly rounded to `count` significant digits, trailing zeros included.

    A number so near the middle of two roundings that none can be proved gets
    up to three digits more, which are proved. Raises Undecided for a number
    that may be 0 (its `digits` are the zeros known), LimitError where the
    digits take too much precision or the exponent is too long to read.
    """
    number = _settled(number)
    if not isinstance(number, Real):
        return decimals.significant(number, count)
    sign(number)
    if number.proved is not None:
        return decimals.significant(number.proved, count)
    exponent = _decimal_exponent(number)
    for digits in range(count, count + _SURPLUS_DIGITS + 1):
        rounded = _rounded(number, exponent, digits)
        if isinstance(rounded, Digits):
            return rounded
        value = recognised(number)
        if not isinstance(value, Real):
            return decimals.significant(value, count)
    raise Undecided(ROUNDING, MAX_DECIDING_PRECISION * 3 // 10)


def places(number: Number, count: int) -> Digits:
    """The number correctly rounded to `count` digits behind the decimal point.

    Raises Undecided for a number that may lie in the middle of two roundings,
    LimitError where the digits take too much precision.
    """
    number = _settled(number)
    if not isinstance(number, Real):
        return decimals.places(number, count)
    _check_written_out(number)
    rounded = _nearest(number, count)
    if rounded is None:
        value = recognised(number)
        if not isinstance(value, Real):
            return decimals.places(value, count)
        raise Undecided(ROUNDING, MAX_DECIDING_PRECISION * 3 // 10)
    text = integers.to_text(abs(rounded)).rjust(count + 1, "0")
    return Digits(rounded < 0, text, len(text) - count, False)


def nearest_float(number: Number) -> float:
    """The float nearest to a number, proved as soon as it is the same for both ends of an enclosure.

    Raises OverflowError for a number beyond the largest float, Undecided for one that may lie in the middle of two.
    """
    number = _settled(number)
    if not isinstance(number, Real):
        return number.numerator / number.denominator
    precision = 128
    while precision <= MAX_DECIDING_PRECISION:
        enclosed = ball(number, precision)
        if enclosed.is_finite():
            if abs(enclosed) < arb((1, -_FLOAT_BITS)):
                return 0.0
            if abs(enclosed) > arb((1, _FLOAT_BITS)):
                raise OverflowError("The number is too large for a float.")
            with precision_of(precision + 64):
                ends = [end.fmpq() for end in (enclosed.lower(), enclosed.upper())]
            low, high = (int(end.p) / int(end.q) for end in ends)
            if low == high:
                return low
        precision *= 2
    raise Undecided(ROUNDING, MAX_DECIDING_PRECISION * 3 // 10)


def nearest_fraction(number: Number, greatest_denominator: int) -> int | Rational:
    """The fraction nearest to a number among those whose denominator does not exceed a bound.

    It grows with the number, so it is proved as soon as it is the same for both ends of an enclosure. Raises Undecided
    for a number that may lie in the middle of two fractions, LimitError where it is too large to be written out.
    """
    number = _settled(number)
    if not isinstance(number, Real):
        return decimals.nearest_fraction(number, greatest_denominator)
    _check_written_out(number)
    least = arb(fmpq(1, 2 * greatest_denominator))
    precision = 2 * greatest_denominator.bit_length() + 64
    is_narrow = False
    while not is_narrow:
        enclosed = ball(number, precision)
        if enclosed.is_finite():
            if abs(enclosed) < least:
                return 0
            with precision_of(precision + 64):
                ends = [from_coefficient(end.fmpq()) for end in (enclosed.lower(), enclosed.upper())]
            low, high = (decimals.nearest_fraction(end, greatest_denominator) for end in ends)
            if low == high:
                return low
            is_narrow = enclosed.rad() < arb((1, -MAX_DECIDING_PRECISION))
        precision = _doubled(precision, 2 * MAX_VALUE_PRECISION)
    raise Undecided(NEAREST_FRACTION, MAX_DECIDING_PRECISION * 3 // 10)


def _settled(number: Number) -> Number:
    """The number, as a rational one where a quick look proves it to be."""
    return recognised(number) if isinstance(number, Real) else number


def _decimal_exponent(number: Real) -> int:
    """floor(log10) of the size of a number that is not 0, or one less where the size is near a power of ten."""
    enclosed = number.ball if number.ball > 0 or number.ball < 0 else ball(number, max(64, number.precision))
    precision = 64
    while not (enclosed > 0 or enclosed < 0) or not enclosed.is_finite():
        precision = _doubled(precision, MAX_VALUE_PRECISION)
        enclosed = ball(number, precision)
    size = enclosed.abs_lower()
    precision = 64 + int(size.man_exp()[1].bit_length())
    if precision > _LONGEST_EXPONENT * _BITS_PER_DIGIT:
        raise LimitError("The exponent of the result would have more than 4,300 digits.")
    with precision_of(precision):
        exponent = (size.log() / arb.const_log10()).lower().floor().unique_fmpz()
    assert exponent is not None
    return int(exponent)


def _rounded(number: Real, exponent: int, count: int) -> Digits | None:
    """The number rounded to `count` digits, or None where it lies on a tie as far as can be told.

    The exponent may be too small, never too large: a digit too many shows the one, nothing would show the other.
    """
    while True:
        nearest = _nearest(number, count - 1 - exponent, count + 5)
        if nearest is None:
            return None
        text = integers.to_text(abs(nearest))
        if len(text) == count:
            return Digits(nearest < 0, text, exponent + 1, False)
        exponent += len(text) - count


def _nearest(number: Real, scale: int, most_digits: int | None = None) -> int | None:
    """The whole number nearest to number * 10^scale; None where that cannot be told from the one beside it."""
    digits = most_digits or scale
    limit = max(MAX_DECIDING_PRECISION, int(digits * _BITS_PER_DIGIT) + MAX_DECIDING_PRECISION // 8)
    precision = max(128, int(digits * _BITS_PER_DIGIT) + 40)
    while True:
        scaled = _scaled(ball(number, precision), scale, precision)
        nearest = whole_in(scaled, _HALF, precision + 64)
        if nearest is not None:
            return nearest
        is_narrow = scaled.is_finite() and scaled.rad() < arb((1, -64))
        if precision >= limit and is_narrow:
            return None
        step = precision + 64 if is_narrow and precision < digits * _BITS_PER_DIGIT + 200 else precision * 2
        precision = step
        if precision > MAX_VALUE_PRECISION * 2 + digits * _BITS_PER_DIGIT * 2:
            raise LimitError(f"This value needs more than {MAX_VALUE_PRECISION:,} bits of precision.")


def _scaled(enclosed: arb, scale: int, precision: int) -> arb:
    """An enclosure of 10^scale times the numbers of another."""
    with precision_of(precision + 64):
        if abs(scale) < max(_WRITTEN_OUT, 2 * precision):
            power = arb(fmpz(10) ** abs(scale))
            return enclosed * power if scale >= 0 else enclosed / power
        return enclosed * (arb.const_log10() * scale).exp()


def _check_written_out(number: Real) -> None:
    """Refuse a number whose whole part is too long to be written out."""
    from calc_repl.values import limits

    enclosed = ball(number, 64)
    if enclosed.is_finite() and enclosed.abs_lower() > arb((1, limits.affordable_bits)):
        limits.check_bits(int(enclosed.abs_lower().man_exp()[1]) + 1)


def _doubled(precision: int, limit: int) -> int:
    if precision >= limit:
        raise LimitError(f"This value needs more than {limit:,} bits of precision.")
    return precision * 2
