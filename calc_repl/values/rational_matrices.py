"""Linear algebra over the rational numbers, done by FLINT.

A call into FLINT cannot be interrupted, so each is estimated before it is
made: long work is done in steps, and what would take more than about a second
in one step is refused. The estimates are fitted to measurements.
"""

from __future__ import annotations

from math import gcd, lcm

from flint import fmpq_mat, fmpq_poly, nmod_mat

from calc_repl.errors import LimitError
from calc_repl.values import integers, limits
from calc_repl.values.real import coefficient, from_coefficient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from calc_repl.values.rational import Number

    Rows: TypeAlias = tuple[tuple[Number, ...], ...]

#: Seconds by the estimates, which are mostly too high: of one step, at most, and of what a line that is tried out does.
_STEP, _MOST, _TRIED = 0.3, 4.0, 0.02
#: A matrix may have so many times the bits of a single number.
_MOST_NUMBERS = 16
#: Denominators with a larger common multiple, in bits, are not cleared.
_MOST_COMMON = 2**20
_PRIME = 2**61 - 1


def product(rows: Rows, columns: Rows) -> Rows:
    """The dot product of each row with each column. Raises LimitError."""
    width = len(columns[0])
    bits = _bits(rows) + _bits(columns)
    _check_size(len(rows) * len(columns), bits + width.bit_length())
    a_row = width * len(columns) * 2e-9 * (1 + bits / 64) ** 1.5
    _check_time(a_row, _matrix(len(rows), width, bits))
    right = _flint(columns).transpose()
    step = max(1, int(_STEP / a_row))
    made: list[tuple[Number, ...]] = []
    for first in range(0, len(rows), step):
        limits.tick_large()
        made += _rows(_flint(rows[first : first + step]) * right)
    return tuple(made)


def determinant(rows: Rows) -> Number:
    """The determinant of a square matrix. Raises LimitError."""
    size, bits = len(rows), _bits(rows)
    limits.check_bits(size * bits)
    _check_time(_solving(size, bits), _matrix(size, size, bits))
    return from_coefficient(_flint(rows).det())


def solutions(rows: Rows, columns: Rows) -> Rows | None:
    """The columns x with A x = b for each column b, A being square; None when A has no inverse. Raises LimitError."""
    size = len(rows)
    bits = max(_bits(rows), _bits(columns))
    _check_size(size * len(columns), size * bits)
    a_column = _solving(size, bits)
    _check_time(a_column, _matrix(size, size, bits))
    left = _flint(rows)
    step = max(1, int(_STEP / a_column))
    made: list[tuple[Number, ...]] = []
    for first in range(0, len(columns), step):
        limits.tick_large()
        try:
            solved = left.solve(_flint(columns[first : first + step]).transpose())
        except ZeroDivisionError:
            return None
        made += _rows(solved.transpose())
    return tuple(made)


def reduced(rows: Rows) -> tuple[Rows, int]:
    """The reduced row echelon form, and the rank. Raises LimitError."""
    _check_reducing(rows)
    form, rank = _flint(rows).rref()
    return tuple(_rows(form)), int(rank)


def rank(rows: Rows) -> int:
    """The rank. Raises LimitError."""
    most = min(len(rows), len(rows[0]))
    if _rank_modulo(_PRIME, rows) == most:  # modulo a prime it is not greater
        return most
    _check_reducing(rows)
    return int(_flint(rows).rank())


def characteristic(rows: Rows) -> list[Number]:
    """The coefficients of det(x I - A), the highest first. Raises LimitError."""
    return [from_coefficient(c) for c in reversed(_characteristic(rows).coeffs())]


def factors(coefficients: list[Number]) -> list[tuple[list[Number], int]]:
    """The irreducible factors of a polynomial and how often each occurs; coefficients stand with the highest first.

    Raises LimitError where the polynomial is too large to be factored.
    """
    polynomial = fmpq_poly([coefficient(c) for c in reversed(coefficients)])
    size = polynomial.degree()
    bits = max(c.height_bits() for c in polynomial.coeffs())
    _check_time(
        1e-9 * size**3 * (bits + 64),
        f"A polynomial of degree {size:,} with coefficients of about {limits.about_digits(bits)} digits",
    )
    _, found = polynomial.factor()
    return [([from_coefficient(c) for c in reversed(factor.coeffs())], int(times)) for factor, times in found]


def without_denominators(numbers: list[Number]) -> tuple[int, ...]:
    """The whole numbers without a common factor that are in the same proportion to each other."""
    common = lcm(*(number.denominator for number in numbers))
    whole = [number.numerator * (common // number.denominator) for number in numbers]
    shared = gcd(*whole)
    return tuple(number // shared for number in whole)


def _characteristic(rows: Rows) -> fmpq_poly:
    size = len(rows)
    bits = _bits((tuple(entry for row in rows for entry in row),))
    _check_size(size, size * bits)
    _check_time(size * _solving(size, bits) / 40 + 2e-11 * size**4 * bits, _matrix(size, size, bits))
    return _flint(rows).charpoly()


def _rank_modulo(prime: int, rows: Rows) -> int | None:
    """The rank modulo a prime; None when a denominator has no inverse there."""
    height, width = len(rows), len(rows[0])
    _check_time(2e-9 * height * width * min(height, width), _matrix(height, width, 64))
    entries = []
    for row in rows:
        limits.tick()
        if any(entry.denominator % prime == 0 for entry in row):
            return None
        entries += [entry.numerator * pow(entry.denominator, -1, prime) % prime for entry in row]
    return int(nmod_mat(height, width, entries, prime).rank())


def _check_reducing(rows: Rows) -> None:
    height, width = len(rows), len(rows[0])
    most = min(height, width)
    bits = _bits(rows)
    _check_size(most * width, most * bits)
    _check_time(_solving(most, bits) * (width - most + width / 16 + 1), _matrix(height, width, bits))


def _solving(size: int, bits: int) -> float:
    """Seconds to solve equations for one right side: to find the solution modulo primes, and to put it together."""
    result = size * bits
    return 6e-10 * size**2 * result + size * result * min(6e-7, 1e-8 + 1.5e-12 * result)


def _check_time(seconds: float, what: str) -> None:
    """Refuse work on something that takes too long."""
    if seconds > _TRIED:
        limits.check_effects()
    if seconds > _MOST:
        raise LimitError(f"{what} is too large for this.")


def _matrix(height: int, width: int, bits: int) -> str:
    return f"A {height:,} by {width:,} matrix with numbers of about {limits.about_digits(bits)} digits"


def _check_size(entries: int, bits: int) -> None:
    """Refuse entries of so many bits each, and all together."""
    limits.check_elements(entries)
    limits.check_bits(bits)
    if entries * bits > _MOST_NUMBERS * limits.current.max_bits:
        raise LimitError(
            f"The result would have {entries:,} entries of about {limits.about_digits(bits)} digits.",
            hint="raise the setting max_bits",
        )


def _bits(rows: Rows) -> int:
    """The bits of an entry, at most, once each row is multiplied by the denominators in it."""
    most = 1
    for row in rows:
        common = 1
        for entry in row:
            limits.tick()
            if entry.denominator != 1:
                common = integers.multiply(common, entry.denominator // integers.gcd(common, entry.denominator))
            if common.bit_length() > _MOST_COMMON:
                raise LimitError("The denominators in this matrix have no small common multiple.")
        most = max(most, common.bit_length() + max(entry.numerator.bit_length() for entry in row))
    return most


def _flint(rows: Rows) -> fmpq_mat:
    return fmpq_mat(len(rows), len(rows[0]), [coefficient(entry) for row in rows for entry in row])


def _rows(matrix: fmpq_mat) -> Iterable[tuple[Number, ...]]:
    width = matrix.ncols()
    entries = list(map(from_coefficient, matrix.entries()))
    return [tuple(entries[first : first + width]) for first in range(0, len(entries), width)]
