"""Whole numbers of any size.

Python's integers serve while they are small. Past a few thousand digits its
product, quotient and text conversion take quadratic time, so there FLINT does
the work; it is loaded only then. Every result is measured before it is made.
"""

from __future__ import annotations

import math

from calc_repl.errors import DivisionByZero
from calc_repl.values import limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: From this size on (in bits) FLINT's faster algorithms repay the way there and back.
_LARGE = 40_000
#: Python refuses to convert more decimal digits than this (CVE-2020-10735); it is the least it can be set to.
_PYTHON_DIGITS = 640


def _fmpz(number: int) -> Any:
    from flint import fmpz

    return fmpz(number)


def multiply(multiplier: int, multiplicand: int) -> int:
    """The product. Raises LimitError when it would be too large."""
    bits = multiplier.bit_length() + multiplicand.bit_length()
    if bits < _LARGE:
        return multiplier * multiplicand
    if not multiplier or not multiplicand:
        return 0
    limits.check_bits(bits - 1)
    limits.tick_large()
    if min(multiplier.bit_length(), multiplicand.bit_length()) < _LARGE // 8:
        return multiplier * multiplicand
    return int(_fmpz(multiplier) * _fmpz(multiplicand))


def divide_floor(dividend: int, divisor: int) -> tuple[int, int]:
    """Quotient rounded down, and remainder with the sign of the divisor. Raises DivisionByZero."""
    if not divisor:
        raise DivisionByZero(argument=1)
    if divisor.bit_length() < _LARGE // 8 or dividend.bit_length() - divisor.bit_length() < _LARGE // 8:
        return divmod(dividend, divisor)
    limits.tick_large()
    quotient, remainder = divmod(_fmpz(dividend), _fmpz(divisor))
    return int(quotient), int(remainder)


def gcd(left: int, right: int) -> int:
    """The greatest common divisor, never negative."""
    if min(left.bit_length(), right.bit_length()) < _LARGE // 8:
        return math.gcd(left, right)
    limits.tick_large()
    return int(_fmpz(left).gcd(_fmpz(right)))


def power(base: int, exponent: int) -> int:
    """`base` to a power that is not negative. Raises LimitError when the result would be too large."""
    if exponent == 0 or base == 1:
        return 1
    if base == 0:
        return 0
    if base == -1:
        return -1 if exponent & 1 else 1
    magnitude = abs(base)
    bits = exponent * (magnitude.bit_length() - 1)
    if bits > _LARGE:
        if magnitude & (magnitude - 1):
            bits = exponent * math.floor(math.log2(magnitude) * 2**40) >> 40
        limits.check_bits(bits)
        if not magnitude & (magnitude - 1):
            result = 1 << bits
            return -result if base < 0 and exponent & 1 else result
        return int(_fmpz(base) ** exponent)
    return int(base**exponent)


def power_modulo(base: int, exponent: int, modulus: int) -> int:
    """`base^exponent` modulo `modulus`; a negative exponent means the inverse, and must have one (ValueError)."""
    if min(exponent.bit_length(), modulus.bit_length()) < _LARGE // 40:
        return pow(base, exponent, modulus)
    limits.check_bits(exponent.bit_length() * modulus.bit_length() // 8)
    return int(pow(_fmpz(base), exponent, _fmpz(modulus)))


def shift_left(number: int, places: int) -> int:
    """`number * 2^places`. Raises LimitError when it would be too large."""
    if not number:
        return 0
    limits.check_bits(number.bit_length() + places)
    limits.tick()
    return number << places


def factorial(n: int) -> int:
    """n! for n >= 0. Raises LimitError when it would be too large."""
    if n < 2000:
        return math.factorial(n)
    limits.check_bits(_factorial_bits(n))
    from flint import fmpz

    return int(fmpz.fac_ui(n))  # type: ignore[arg-type]  # it takes an int, unlike its stub


def double_factorial(n: int) -> int:
    """n (n-2) (n-4) ... for n >= -1. Raises LimitError when it would be too large."""
    if n <= 1:
        return 1
    limits.check_bits(_factorial_bits(n) // 2)
    if n % 2 == 0:
        return factorial(n // 2) << n // 2
    return math.prod(range(1, n + 1, 2)) if n < 2000 else int(_product(1, n, 2))


def binomial(n: int, k: int) -> int:
    """The binomial coefficient of any n and k >= 0. Raises LimitError when it would be too large."""
    if n < 0:
        sign = -1 if k & 1 else 1
        return sign * binomial(k - n - 1, k)
    if k > n:
        return 0
    k = min(k, n - k)
    if k < 2:
        return n if k else 1
    limits.check_bits(_binomial_bits(n, k))
    if n < 2000:
        return math.comb(n, k)
    from flint import fmpz

    if n.bit_length() < 60:
        return int(fmpz.bin_uiui(n, k))
    return divide_floor(int(_product(n - k + 1, n)), factorial(k))[0]


def permutations(n: int, k: int) -> int:
    """n (n-1) ... (n-k+1) for 0 <= k <= n. Raises LimitError when it would be too large."""
    if k < 2:
        return n if k else 1
    limits.check_bits(_factorial_bits(n) - _factorial_bits(n - k) if n.bit_length() <= 60 else k * n.bit_length() // 2)
    return int(_product(n - k + 1, n))


def fibonacci(n: int) -> int:
    """The nth Fibonacci number, n >= 0, from F(0) = 0. Raises LimitError when it would be too large."""
    limits.check_bits(n * 6943 // 10_000)  # log2 of the golden ratio is 0.69424
    if n < 300:
        first, second = 0, 1
        for _ in range(n):
            first, second = second, first + second
        return first
    from flint import fmpz

    return int(fmpz.fib_ui(n))  # type: ignore[arg-type]  # it takes an int, unlike its stub


def integer_root(number: int, degree: int) -> int:
    """The largest r with r^degree <= number, for number >= 0 and degree >= 1."""
    if degree == 1 or number < 2:
        return number
    if degree >= number.bit_length():
        return 1
    if degree == 2 and number.bit_length() < _LARGE:
        return math.isqrt(number)
    return int(_fmpz(number).root(degree))


def to_text(number: int) -> str:
    """The decimal digits, with a minus sign where there is one."""
    if number.bit_length() < 3 * _PYTHON_DIGITS:
        return str(number)
    return str(_fmpz(number))


def from_text(digits: str) -> int:
    """The number with these decimal digits (ASCII, nothing else)."""
    if len(digits) <= _PYTHON_DIGITS:
        return int(digits)
    return int(_fmpz_from(digits))


def _fmpz_from(digits: str) -> Any:
    from flint import fmpz

    return fmpz(digits)


def _product(first: int, last: int, step: int = 1) -> Any:
    """The product of first, first + step, ... last, by halves so that the factors stay of one size."""
    count = (last - first) // step + 1
    if count < 64:
        return _fmpz(math.prod(range(first, last + 1, step)))
    middle = first + count // 2 * step
    return _product(first, middle - step, step) * _product(middle, last, step)


def _factorial_bits(n: int) -> int:
    """The size of n! in bits, by Stirling's formula; never above it by more than a few bits."""
    if n < 2:
        return 1
    if n.bit_length() > 60:
        return n * (n.bit_length() - 3)
    return int(n * (math.log2(n) - 1.442695040889) + math.log2(n) / 2)


def _binomial_bits(n: int, k: int) -> int:
    """The size of the binomial coefficient of n and k <= n/2 in bits, within a few bits or a few per cent of it."""
    if k < 2:
        return n.bit_length()
    if n.bit_length() <= 50:
        return int((math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)) / math.log(2))
    # Between (n/k)^k and (e n/k)^k; near the upper bound where k is much smaller than n, as it is here or too large.
    return int(k * (n.bit_length() - k.bit_length() + 0.9)) if k.bit_length() < 60 else k
