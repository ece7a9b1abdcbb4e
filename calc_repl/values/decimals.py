"""Decimal digits of exact numbers: rounded, complete, or repeating.

Rounding is to the nearest, halves away from zero, and computed on whole
numbers, so every digit is right.
"""

from __future__ import annotations

from calc_repl.values import integers
from calc_repl.values.rational import compare, magnitude, multiply, ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number


#: So many digits behind the point are written at most before they must end or repeat.
LONGEST_PERIOD = 5_000

#: Longer numbers (in bits, beside the digits asked for) are rounded by way of enclosures.
_ENCLOSED_ABOVE = 20_000


class Digits:
    """A decimal `sign 0.d1 d2 d3... * 10^point`, and whether it is the number itself or a rounded one.

    `text` holds the digits; zero has the digit 0 and point 1.
    """

    __slots__ = ("exact", "negative", "point", "text")

    def __init__(self, negative: bool, text: str, point: int, exact: bool) -> None:
        self.negative = negative
        self.text = text
        self.point = point
        self.exact = exact


def significant(number: Number, count: int) -> Digits:
    """The number rounded to `count` significant digits, trailing zeros included."""
    if number == 0:
        return Digits(False, "0", 1, True)
    size = magnitude(number)
    if size.numerator.bit_length() + size.denominator.bit_length() > _ENCLOSED_ABOVE + 8 * count:
        enclosed = _significant_enclosed(size, count)
        if enclosed is not None:
            text, point = enclosed
            return Digits(number < 0, text, point, complete(number, count) is not None)
    exponent = decimal_exponent(size)
    rounded, exact = _nearest(size, count - 1 - exponent)
    text = integers.to_text(rounded)
    if len(text) > count:  # 9.99 became 10.0
        text = text[:count]
        exponent += 1
    return Digits(number < 0, text, exponent + 1, exact)


def _significant_enclosed(size: Number, count: int) -> tuple[str, int] | None:
    """Digits and point of a long number from enclosures of it, or None where they cannot decide.

    The enclosure (an Arb ball) is refined until it holds one whole number of
    `count` digits, rounded; what lies on a tie is left to exact arithmetic.
    """
    from flint import arb, ctx, fmpz

    bits = size.numerator.bit_length() - size.denominator.bit_length()
    numerator, denominator = fmpz(size.numerator), fmpz(size.denominator)
    precision_before = ctx.prec
    try:
        for extra in (64, 256):
            ctx.prec = 4 * count + bits.bit_length() + extra
            exponent = (bits - 1) * 30103 // 100000
            for _ in range(4):  # the estimate is at most a few too small or too large
                scaled = arb(numerator) / arb(denominator) * arb(10) ** (count - 1 - exponent)
                if scaled >= arb(10) ** count:
                    exponent += 1
                elif scaled < arb(10) ** (count - 1):
                    exponent -= 1
                else:
                    break
            nearest = (scaled + arb(0.5)).floor().unique_fmpz()
            if nearest is not None and scaled >= arb(10) ** (count - 1):
                text = str(nearest)
                return text[:count], exponent + 1 + len(text) - count
    finally:
        ctx.prec = precision_before
    return None


def places(number: Number, count: int) -> Digits:
    """The number rounded to `count` digits behind the decimal point."""
    rounded, exact = _nearest(magnitude(number), count)
    text = integers.to_text(rounded).rjust(count + 1, "0")
    return Digits(number < 0 and rounded != 0, text, len(text) - count, exact)


def complete(number: Number, most: int) -> Digits | None:
    """All digits of a number whose decimal ends within `most` significant digits; None for any other."""
    if type(number) is int:
        text = integers.to_text(abs(number))
        kept = text.rstrip("0")
        return Digits(number < 0, kept or "0", len(text), True) if len(kept) <= most else None
    exponents = _twos_and_fives(number.denominator)
    if exponents is None:
        return None
    scale = max(exponents)
    # In lowest terms there are no zeros at the end, so the number of digits can be told beforehand.
    bits = number.numerator.bit_length() + (scale - exponents[0]) + (scale - exponents[1]) * 2.3219
    if (bits - 2) * 0.30102 > most:
        return None
    text = integers.to_text(abs(number.numerator) * (integers.power(10, scale) // number.denominator))
    if len(text) > most:
        return None
    return Digits(number.numerator < 0, text, len(text) - scale, True)


def repeating(number: Number) -> tuple[str, str, str] | None:
    """Whole part, digits that come once and digits that repeat ("" if none); None past LONGEST_PERIOD digits."""
    denominator = number.denominator
    whole, rest = integers.divide_floor(abs(number.numerator), denominator)
    seen: dict[int, int] = {}
    digits: list[str] = []
    while rest and rest not in seen:
        if len(digits) >= LONGEST_PERIOD:
            return None
        seen[rest] = len(digits)
        digit, rest = divmod(rest * 10, denominator)
        digits.append(str(digit))
    start = seen[rest] if rest else len(digits)
    sign = "-" if number < 0 else ""
    return sign + integers.to_text(whole), "".join(digits[:start]), "".join(digits[start:])


def nearest_fraction(number: Number, greatest_denominator: int) -> Number:
    """The fraction nearest to a number among those whose denominator does not exceed a bound.

    By continued fractions: the last convergent within the bound, or the best
    intermediate fraction behind it (A. Khinchin, Continued Fractions, section 6).
    """
    if number.denominator <= greatest_denominator:
        return number
    before, last = (0, 1), (1, 0)
    numerator, denominator = number.numerator, number.denominator
    while True:
        quotient, rest = divmod(numerator, denominator)
        following = (before[0] + quotient * last[0], before[1] + quotient * last[1])
        if following[1] > greatest_denominator:
            break
        before, last = last, following
        numerator, denominator = denominator, rest
    fitting = (greatest_denominator - before[1]) // last[1]
    between = ratio(before[0] + fitting * last[0], before[1] + fitting * last[1])
    convergent = ratio(*last)
    return between if compare(magnitude(between - number), magnitude(convergent - number)) < 0 else convergent


def decimal_exponent(size: Number) -> int:
    """The greatest e with 10^e <= size, for a size above 0."""
    bits = size.numerator.bit_length() - size.denominator.bit_length()
    estimate = (bits - 1) * 30103 // 100000
    while _at_least_power(size, estimate + 1):
        estimate += 1
    while not _at_least_power(size, estimate):
        estimate -= 1
    return estimate


def _at_least_power(size: Number, exponent: int) -> bool:
    if exponent >= 0:
        return compare(size, integers.power(10, exponent)) >= 0
    return compare(multiply(size, integers.power(10, -exponent)), 1) >= 0


def _nearest(size: Number, scale: int) -> tuple[int, bool]:
    """The whole number nearest to size * 10^scale, halves up, and whether it is equal to it."""
    numerator, denominator = size.numerator, size.denominator
    if scale >= 0:
        numerator = integers.multiply(numerator, integers.power(10, scale))
    else:
        denominator = integers.multiply(denominator, integers.power(10, -scale))
    whole, rest = integers.divide_floor(numerator, denominator)
    return whole + (2 * rest >= denominator), rest == 0


def _twos_and_fives(denominator: int) -> tuple[int, int] | None:
    """The exponents of 2 and 5 in a number that has no other prime factors; None for any other."""
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    if rest > 1 and rest % 5:
        return None
    fives = 0
    powers = [(5, 1)]
    while powers[-1][0].bit_length() * 2 <= rest.bit_length() + 1:
        powers.append((integers.multiply(powers[-1][0], powers[-1][0]), powers[-1][1] * 2))
    for power, exponent in reversed(powers):
        quotient, remainder = integers.divide_floor(rest, power)
        if not remainder:
            rest, fives = quotient, fives + exponent
    return (twos, fives) if rest == 1 else None
