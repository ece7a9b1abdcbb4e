"""The four operations, signs and remainders."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic, integers, rational
from calc_repl.values.arithmetic import is_rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Number, Real


@operation(symbol="+")
def add(augend: Number, addend: Number) -> Number:
    """Add two numbers.

    > 1/3 + 1/6
    1/2 = 0.5
    > add(10, 5)
    15
    """
    return arithmetic.add(augend, addend)


@operation(symbol="-")
def subtract(minuend: Number, subtrahend: Number) -> Number:
    """Subtract the second number from the first.

    > 0.35 - 0.05
    0.3
    """
    return arithmetic.subtract(minuend, subtrahend)


@operation(symbol="*")
def multiply(multiplier: Number, multiplicand: Number) -> Number:
    """Multiply two numbers.

    > 19.99 * 3
    59.97
    > 2(3 + 4)
    14
    """
    return arithmetic.multiply(multiplier, multiplicand)


@operation(symbol="/")
def divide(dividend: Number, divisor: Number) -> Number:
    """Divide one number by another, exactly.

    > 6/4
    3/2 = 1.5
    > 5/3
    5/3 ≈ 1.66666666667
    > 1 + 2/0
    error: Cannot divide by zero.
      1 + 2/0
          ^^^
    """
    return arithmetic.divide(dividend, divisor)


@operation(symbol="//")
def quotient(dividend: Real, divisor: Real) -> int:
    """The quotient rounded down to a whole number.

    > 7 // 2
    3
    > -7 // 2
    -4
    """
    if type(dividend) is int and type(divisor) is int:
        return integers.divide_floor(dividend, divisor)[0]
    return arithmetic.floor(arithmetic.divide(dividend, divisor))


@operation(symbol="mod")
def modulo(dividend: Real, divisor: Real) -> Real:
    """What is left when as many whole divisors as fit are taken away; it has the sign of the divisor.

    > 7 % 3
    1
    > -7 mod 3
    2
    > 5.5 % 2
    3/2 = 1.5
    """
    return _floored(dividend, divisor)


@operation("rem")
def remainder(dividend: Real, divisor: Real) -> Real:
    """The remainder of a division rounded towards zero; it has the sign of the dividend.

    > rem(-7, 3)
    -1
    > rem(7, -3)
    1
    """
    left = _floored(arithmetic.magnitude(dividend), arithmetic.magnitude(divisor))
    return -left if arithmetic.sign(dividend) < 0 else left


@operation(symbol="-", fixity="prefix")
def negate(number: Number) -> Number:
    """The number with the opposite sign.

    > -2^2
    -4
    """
    return -number


@operation("plus", symbol="+", fixity="prefix")
def positive(number: Number) -> Number:
    """The number itself.

    > +5
    5
    """
    return number


@operation("abs")
def absolute(number: Number) -> Number:
    """The distance of a number from zero.

    > abs(-3/4)
    3/4 = 0.75
    """
    if is_rational(number):
        return rational.magnitude(number)
    return abs(number)


@operation()
def sign(number: Real) -> int:
    """-1, 0 or 1 for a negative number, zero, and a positive one.

    > sign(-12)
    -1
    """
    return arithmetic.sign(number)


def _floored(dividend: Real, divisor: Real) -> Real:
    if type(dividend) is int and type(divisor) is int:
        return integers.divide_floor(dividend, divisor)[1]
    return dividend - arithmetic.multiply(divisor, arithmetic.floor(arithmetic.divide(dividend, divisor)))
