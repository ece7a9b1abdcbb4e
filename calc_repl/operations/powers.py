"""Powers, roots and logarithms, where their value is a rational number."""

from __future__ import annotations

from calc_repl.errors import DomainError, NotExact
from calc_repl.operations.declaration import operation
from calc_repl.values import integers, rational
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Positive, PositiveWhole

_ONLY_EXACT = "this version answers with exact numbers only"


@operation(symbol="^")
def power(base: Number, exponent: Number) -> Number:
    """Raise a number to a power.

    A fraction as exponent is a root: 8^(1/3) is the cube root of 8. 0^0 is 1.

    > 2^100
    1267650600228229401496703205376
    > 2^-3^2
    1/512 = 0.001953125
    > 8^(2/3)
    4
    """
    if type(exponent) is int:
        return rational.power(base, exponent)
    if base == 0 and exponent > 0:
        return 0
    if base < 0:
        raise NotExact(
            f"A negative number to a power that is not whole is complex; {_ONLY_EXACT}.",
            hint="for real odd roots there are cbrt(x) and root(x, n)",
        )
    rooted = _exact_root(base, exponent.denominator)
    if rooted is None:
        raise NotExact(f"This power is irrational; {_ONLY_EXACT}.")
    return rational.power(rooted, exponent.numerator)


@operation()
def sqrt(number: Number) -> Number:
    """The square root that is not negative.

    > sqrt(9/4)
    3/2 = 1.5
    > √16 + 9
    13
    """
    if number < 0:
        raise NotExact(f"The square root of a negative number is complex; {_ONLY_EXACT}.", argument=0)
    return _root(number, 2)


@operation()
def cbrt(number: Number) -> Number:
    """The real cube root.

    > cbrt(-8)
    -2
    """
    return _root(number, 3)


@operation()
def root(number: Number, degree: PositiveWhole) -> Number:
    """The real root of a degree; odd roots of negative numbers are negative.

    > root(81, 4)
    3
    > root(-32, 5)
    -2
    """
    if number < 0 and degree % 2 == 0:
        raise NotExact(f"An even root of a negative number is complex; {_ONLY_EXACT}.", argument=0)
    return _root(number, degree)


@operation()
def log(number: Positive, base: Positive = 10) -> Number:
    """The logarithm of a number to a base, which is 10 when none is given.

    > log(1000)
    3
    > log(8, 2)
    3
    > log(1/9, 27)
    -2/3 ≈ -0.666666666667
    """
    if base == 1:
        raise DomainError("log needs a base other than 1.", argument=1)
    return _logarithm(number, base)


@operation()
def log2(number: Positive) -> Number:
    """The logarithm of a number to base 2.

    > log2 8
    3
    > log2(8)^2
    9
    """
    return _logarithm(number, 2)


def _logarithm(number: Number, base: Number) -> Number:
    exponent = _exact_log(number, base)
    if exponent is None:
        raise NotExact(f"This logarithm is irrational; {_ONLY_EXACT}.")
    return exponent


def _root(number: Number, degree: int) -> Number:
    rooted = _exact_root(rational.magnitude(number), degree)
    if rooted is None:
        raise NotExact(f"This root is irrational; {_ONLY_EXACT}.")
    return -rooted if number < 0 else rooted


def _exact_root(number: Number, degree: int) -> Number | None:
    """The rational root of a number >= 0, or None."""
    numerator = integers.integer_root(number.numerator, degree)
    denominator = integers.integer_root(number.denominator, degree)
    if not _is_power(numerator, degree, number.numerator) or not _is_power(denominator, degree, number.denominator):
        return None
    return numerator if denominator == 1 else Rational(numerator, denominator)


def _is_power(candidate: int, degree: int, number: int) -> bool:
    return candidate == number or (candidate > 1 and integers.power(candidate, degree) == number)


def _exact_log(number: Number, base: Number) -> Number | None:
    """The rational e with base^e = number, or None; both are positive, the base is not 1.

    Euclid's algorithm on the exponents: log(n, b) = k + 1 / log(b, n/b^k).
    """
    if base < 1:
        inverse = _exact_log(number, rational.reciprocal(base))
        return None if inverse is None else -inverse
    if number < 1:
        inverse = _exact_log(rational.reciprocal(number), base)
        return None if inverse is None else -inverse
    quotients = []
    while True:
        quotient, left = _divide_out(number, base)
        quotients.append(quotient)
        if left == 1:
            break
        # Powers of one rational c are smaller than the base in both parts; anything else is no power of c.
        if left.numerator >= base.numerator or left.denominator > base.denominator:
            return None
        number, base = base, left
    exponent: Number = quotients.pop()
    for quotient in reversed(quotients):
        exponent = quotient + rational.reciprocal(exponent)
    return exponent


def _divide_out(number: Number, base: Number) -> tuple[int, Number]:
    """The greatest k with base^k <= number, and number / base^k; number >= 1, base > 1."""
    powers = [base]
    while powers[-1] <= number:
        powers.append(rational.multiply(powers[-1], powers[-1]))
    exponent = 0
    for place in range(len(powers) - 2, -1, -1):
        if powers[place] <= number:
            number = rational.divide(number, powers[place])
            exponent += 1 << place
    return exponent, number
