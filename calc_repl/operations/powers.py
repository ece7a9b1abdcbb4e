"""Powers and roots. Where the result is a whole number or a fraction, the real numbers are not even loaded."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic, integers, rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.rational import Rational
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Fraction, Number, PositiveWhole, Real


@operation(symbol="^")
def power(base: Number, exponent: Number) -> Number:
    """Raise a number to a power.

    A fraction as exponent is a root: 8^(1/3) is the cube root of 8. Of the
    powers of a negative or complex number it is the principal one,
    e^(exponent ln(base)). 0^0 is 1; inf^0 and 1^inf have no limit and are errors.

    > 2^100
    1267650600228229401496703205376
    > 2^-3^2
    1/512 = 0.001953125
    > 8^(2/3)
    4
    > 2^0.5
    sqrt(2) ≈ 1.41421356237
    > (-8)^(1/3)
    1 + sqrt(3) i ≈ 1 + 1.73205080757 i
    > 0.5^inf
    0
    """
    if is_rational(base) and type(exponent) is Rational and base > 0:
        rooted = _exact_root(base, exponent.denominator)
        if rooted is not None:
            return arithmetic.power(rooted, exponent.numerator)
    return arithmetic.power(base, exponent)


@operation()
def sqrt(number: Number) -> Number:
    """The square root whose real part is not negative; of a number below 0, the one above the real axis.

    > sqrt(9/4)
    3/2 = 1.5
    > √16 + 9
    13
    > sqrt(8)
    2*sqrt(2) ≈ 2.82842712475
    > sqrt(-4)
    2 i
    """
    if is_rational(number) and number >= 0:
        rooted = _exact_root(number, 2)
        if rooted is not None:
            return rooted
    return tower("sqrt", number)  # type: ignore[no-any-return]


@operation()
def cbrt(number: Real) -> Real:
    """The real cube root.

    > cbrt(-8)
    -2
    """
    return _real_root(number, 3)


@operation()
def root(number: Real, degree: PositiveWhole) -> Real:
    """The real root of a degree; odd roots of negative numbers are negative.

    > root(81, 4)
    3
    > root(-32, 5)
    -2
    """
    return _real_root(number, degree)


@operation()
def hypot(*legs: Real) -> Real:
    """The square root of the sum of squares: the hypotenuse over two legs.

    > hypot(3, 4)
    5
    """
    squares: Real = 0
    for leg in legs:
        squares = arithmetic.add(squares, arithmetic.multiply(leg, leg))
    return sqrt.function(squares)  # type: ignore[no-any-return]


def _real_root(number: Real, degree: int) -> Real:
    if is_rational(number) and (number >= 0 or degree % 2):
        rooted = _exact_root(rational.magnitude(number), degree)
        if rooted is not None:
            return -rooted if number < 0 else rooted
    from calc_repl.values import powers

    return powers.root(number, degree)


def _exact_root(number: Fraction, degree: int) -> Fraction | None:
    """The rational root of a number >= 0, or None."""
    numerator = integers.integer_root(number.numerator, degree)
    denominator = integers.integer_root(number.denominator, degree)
    if not _is_power(numerator, degree, number.numerator) or not _is_power(denominator, degree, number.denominator):
        return None
    return numerator if denominator == 1 else Rational(numerator, denominator)


def _is_power(candidate: int, degree: int, number: int) -> bool:
    return candidate == number or (candidate > 1 and integers.power(candidate, degree) == number)
