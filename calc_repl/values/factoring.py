"""Whole numbers as products of bases: primes where they are cheap to find, otherwise what is left.

Roots and logarithms of rationals are written in these bases, so that
sqrt(2) sqrt(3) is sqrt(6) and ln 6 is ln 2 + ln 3.
"""

from __future__ import annotations

from flint import fmpz

#: Numbers of at most so many bits are factored completely; it takes some milliseconds.
_FULL_BITS = 100
#: Numbers of more bits are not even tried.
_TRIAL_BITS = 5_000
_TRIAL_PRIMES = 2_000


def bases(number: int) -> list[tuple[int, int]]:
    """Bases and exponents of a whole number above 0; none for 1."""
    if number == 1:
        return []
    bits = number.bit_length()
    if bits <= _FULL_BITS:
        return [(int(prime), int(exponent)) for prime, exponent in fmpz(number).factor()]
    twos = (number & -number).bit_length() - 1
    if bits > _TRIAL_BITS:
        odd = number >> twos
        return ([(2, twos)] if twos else []) + ([(odd, 1)] if odd > 1 else [])
    factors = fmpz(number).factor(trial_limit=_TRIAL_PRIMES)
    return [_as_power(int(factor), int(exponent)) for factor, exponent in factors]


def _as_power(factor: int, exponent: int) -> tuple[int, int]:
    """A factor that is a power of a smaller number is written so."""
    if factor.bit_length() > 30 and fmpz(factor).is_perfect_power():
        for degree in range(factor.bit_length(), 1, -1):
            root = int(fmpz(factor).root(degree))
            if root**degree == factor:
                return root, exponent * degree
    return factor, exponent
