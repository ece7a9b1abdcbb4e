"""The exponential function and logarithms."""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.operations.declaration import operation
from calc_repl.values import rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Fraction, Number, Real


@operation()
def exp(exponent: Number) -> Number:
    """The exponential function: e to a power.

    > exp(0)
    1
    > exp(1)
    e ≈ 2.71828182846
    > exp(i pi)
    -1
    """
    return tower("exp", exponent)  # type: ignore[no-any-return]


@operation()
def ln(number: Number) -> Number:
    """The natural logarithm; of a negative or complex number the principal one, whose imaginary part is at most pi.

    > ln(e^5)
    5
    > ln(2)
    ln(2) ≈ 0.693147180560
    > ln(0)
    error: ln(0) is not defined.
      ln(0)
         ^
    """
    return tower("ln", number)  # type: ignore[no-any-return]


@operation()
def log(number: Number, base: Number = 10) -> Number:
    """The logarithm of a number to a base, which is 10 when none is given.

    > log(1000)
    3
    > log(8, 2)
    3
    > log(1/9, 27)
    -2/3 ≈ -0.666666666667
    """
    return _logarithm(number, base)


@operation()
def log2(number: Number) -> Number:
    """The logarithm of a number to base 2.

    > log2 8
    3
    > log2(8)^2
    9
    """
    return _logarithm(number, 2)


@operation()
def log10(number: Number) -> Number:
    """The logarithm of a number to base 10.

    > log10(0.001)
    -3
    """
    return _logarithm(number, 10)


@operation()
def expm1(exponent: Real) -> Real:
    """The exponential function less 1.

    > expm1(ln 3)
    2
    """
    from calc_repl.values import exponentials

    return exponentials.expm1(exponent)


@operation()
def ln1p(number: Real) -> Real:
    """The natural logarithm of 1 more than a number.

    > ln1p(e - 1)
    1
    """
    from calc_repl.values import exponentials

    return exponentials.ln1p(number)


def _logarithm(number: Number, base: Number) -> Number:
    if base == 0:
        raise DomainError("The base of a logarithm cannot be 0.", argument=1)
    if is_rational(number) and is_rational(base) and number > 0 and base > 0:
        if base == 1:
            raise DomainError("The base of a logarithm cannot be 1.", argument=1)
        exponent = _exact_log(number, base)
        if exponent is not None:
            return exponent
    return tower("log", number, base)  # type: ignore[no-any-return]


def _exact_log(number: Fraction, base: Fraction) -> Fraction | None:
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
    exponent: Fraction = quotients.pop()
    for quotient in reversed(quotients):
        exponent = quotient + rational.reciprocal(exponent)
    return exponent


def _divide_out(number: Fraction, base: Fraction) -> tuple[int, Fraction]:
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
