"""Determinants, inverses, equations and the rest of linear algebra, for entries of any kind.

Small matrices are expanded by minors, which divides by nothing but the
determinant, so the forms of irrational entries stay short and bounds of
uncertain ones narrow. Larger rational ones are FLINT's; others are reduced row
by row, where every pivot is proved not to be 0.
"""

from __future__ import annotations

from calc_repl.errors import DivisionByZero, DomainError, KindError
from calc_repl.values import arithmetic, limits
from calc_repl.values.arithmetic import is_infinite, is_interval, is_rational
from calc_repl.values.matrices import Matrix, check_entries, check_square, described, dot, identity, product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from calc_repl.values.matrices import Rows, Vector

    Polynomial: TypeAlias = list[Any]  # its coefficients, the highest first

#: Up to this size minors are fewer than the steps of other ways, or give the shorter forms.
_EXPANDED, _MOST_EXPANDED = 4, 10


def determinant(matrix: Matrix) -> Any:
    """The determinant. Raises DomainError for a matrix that is not square, LimitError."""
    check_square(matrix, "given a determinant")
    size = len(matrix.rows)
    if size > _EXPANDED and matrix.is_rational:
        from calc_repl.values import rational_matrices

        return rational_matrices.determinant(matrix.rows)
    if size <= _MOST_EXPANDED:
        return _minors(matrix.rows, size)[(1 << size) - 1]
    last = characteristic(matrix)[-1]
    return -last if size % 2 else last


def inverse(matrix: Matrix) -> Matrix:
    """The inverse. Raises DomainError when there is none, Undecided when that cannot be told, LimitError."""
    check_square(matrix, "inverted")
    check_entries(matrix, "The inverse")
    columns = _solutions(matrix, identity(len(matrix.rows)).rows)
    if columns is None:
        raise DomainError("The matrix has no inverse, for its determinant is 0.", argument=0)
    return Matrix(tuple(zip(*columns, strict=True)))


def solution(matrix: Matrix, right: Vector) -> Vector:
    """The only vector x with A x = b. Raises DomainError when there is none or another one, Undecided, LimitError."""
    rows, columns = matrix.shape
    if len(right) != rows:
        raise DomainError(f"A {described(matrix)} needs {rows:,} right sides, not {len(right):,}.", argument=1)
    check_entries(matrix, "linsolve")
    if rows == columns:
        solved = _solutions(matrix, (right,))
        if solved is not None:
            return solved[0]
    form, pivots = _reduced(Matrix(tuple((*row, side) for row, side in zip(matrix.rows, right, strict=True))))
    if columns in pivots:
        raise DomainError("The equations have no solution.")
    if len(pivots) < columns:
        raise DomainError(
            "The equations have more than one solution.", hint="rref shows what they leave open", argument=0
        )
    return tuple(row[columns] for row in form[:columns])


def reduced(matrix: Matrix) -> Matrix:
    """The reduced row echelon form. Raises Undecided where a pivot may be 0, LimitError."""
    check_entries(matrix, "rref")
    return Matrix(_reduced(matrix)[0])


def rank(matrix: Matrix) -> int:
    """How many rows are independent of each other. Raises Undecided where a pivot may be 0, LimitError."""
    check_entries(matrix, "rank")
    if matrix.is_rational:
        from calc_repl.values import rational_matrices

        return rational_matrices.rank(matrix.rows)
    return len(_reduced(matrix)[1])


def trace(matrix: Matrix) -> Any:
    """The sum of the entries on the diagonal. Raises DomainError for a matrix that is not square."""
    check_square(matrix, "given a trace")
    total = matrix.rows[0][0]
    for index in range(1, len(matrix.rows)):
        total = arithmetic.add(total, matrix.rows[index][index])
    return total


def characteristic(matrix: Matrix) -> Polynomial:
    """The coefficients of det(x I - A), the highest first. Raises DomainError, LimitError."""
    check_square(matrix, "given a characteristic polynomial")
    check_entries(matrix, "charpoly")
    if len(matrix.rows) > _EXPANDED and matrix.is_rational:
        from calc_repl.values import rational_matrices

        return rational_matrices.characteristic(matrix.rows)
    return _berkowitz(matrix.rows)


def eigenvalues(matrix: Matrix) -> Vector:
    """The roots of the characteristic polynomial, each as often as it counts: real ones rising, then pairs.

    Raises DomainError for a matrix that is not square, KindError for a larger
    one than 2 by 2 with entries that are not rational and not 0 below or above
    its diagonal, LimitError.
    """
    check_square(matrix, "given eigenvalues")
    check_entries(matrix, "eigenvalues")
    if any(is_infinite(entry) or is_interval(entry) for entry in matrix.entries):
        raise KindError("eigenvalues needs a matrix of numbers that are neither infinite nor uncertain.", argument=0)
    from calc_repl.values import polynomial_roots

    if matrix.is_rational:
        return polynomial_roots.roots(characteristic(matrix))
    if _is_triangular(matrix.rows) or _is_triangular(matrix.columns):
        return tuple(row[index] for index, row in enumerate(matrix.rows))
    if len(matrix.rows) == 2:
        return tuple(polynomial_roots.of_quadratic(characteristic(matrix)))
    raise KindError(
        "The eigenvalues of a matrix larger than 2 by 2 can only be found where its entries are rational numbers.",
        argument=0,
    )


def _is_triangular(rows: Rows) -> bool:
    return all(is_rational(entry) and entry == 0 for index, row in enumerate(rows) for entry in row[:index])


def _minors(rows: Rows, count: int) -> dict[int, Any]:
    """The minors of the first rows, so many of them: by the set of their columns, a bit for each.

    Each is expanded along its last row, so that what it shares with others is computed once.
    """
    width = len(rows[0])
    minors: dict[int, Any] = {1 << column: rows[0][column] for column in range(width)}
    for index in range(1, count):
        row = rows[index]
        larger: dict[int, Any] = {}
        for columns in _subsets(width, index + 1):
            limits.tick()
            chosen = [column for column in range(width) if columns >> column & 1]
            total = None
            for place, column in enumerate(chosen):
                term = arithmetic.multiply(row[column], minors[columns & ~(1 << column)])
                if (index + place) % 2:
                    term = -term
                total = term if total is None else arithmetic.add(total, term)
            larger[columns] = total
        minors = larger
    return minors


def _subsets(width: int, count: int) -> list[int]:
    return [columns for columns in range(1 << width) if columns.bit_count() == count]


def _berkowitz(rows: Rows) -> Polynomial:
    """The characteristic polynomial without a division, from that of the submatrices at the lower right.

    S. Berkowitz, On computing the determinant in small parallel time using a
    small number of processors, Information Processing Letters 18 (1984).
    """
    size = len(rows)
    polynomial: Polynomial = [1, -rows[-1][-1]]
    for first in range(size - 2, -1, -1):
        across = rows[first][first + 1 :]
        power = tuple(row[first] for row in rows[first + 1 :])
        inner = Matrix(tuple(row[first + 1 :] for row in rows[first + 1 :]))
        weights: list[Any] = [1, -rows[first][first]]
        for step in range(size - first - 1):
            limits.tick()
            if step:
                power = product(inner, power)
            weights.append(-dot(across, power))
        polynomial = [
            dot([weights[index - k] for k in range(min(index, size - first - 1) + 1)], polynomial[: index + 1])
            for index in range(size - first + 1)
        ]
    return polynomial


def _solutions(matrix: Matrix, columns: Rows) -> Rows | None:
    """The columns x with A x = b for each column b, A being square; None when A has no inverse."""
    rows = matrix.rows
    size = len(rows)
    if size <= _EXPANDED:
        return _by_cramer(rows, columns)
    if matrix.is_rational and all(is_rational(entry) for column in columns for entry in column):
        from calc_repl.values import rational_matrices

        return rational_matrices.solutions(rows, columns)
    wide = tuple((*row, *sides) for row, sides in zip(rows, zip(*columns, strict=True), strict=True))
    form, pivots = _reduced(Matrix(wide), size)
    return tuple(zip(*(row[size:] for row in form), strict=True)) if len(pivots) == size else None


def _by_cramer(rows: Rows, columns: Rows) -> Rows | None:
    """The solutions by the adjugate: transposed cofactors over the determinant."""
    size = len(rows)
    adjugate = _adjugate(rows)
    whole = dot(rows[0], [adjugate[column][0] for column in range(size)])
    if _is_zero(whole):
        return None
    return tuple(tuple(arithmetic.divide(dot(row, column), whole) for row in adjugate) for column in columns)


def _adjugate(rows: Rows) -> Rows:
    size = len(rows)
    if size == 1:
        return ((1,),)
    everything = (1 << size) - 1
    cofactors = []
    for index in range(size):
        minors = _minors(rows[:index] + rows[index + 1 :], size - 1)
        signed = [minors[everything & ~(1 << column)] for column in range(size)]
        cofactors.append(tuple(-each if (index + column) % 2 else each for column, each in enumerate(signed)))
    return tuple(zip(*cofactors, strict=True))


def _reduced(matrix: Matrix, most: int | None = None) -> tuple[Rows, list[int]]:
    """The reduced row echelon form and the columns of its pivots, which are looked for in the first columns only."""
    height, width = matrix.shape
    if matrix.is_rational and most is None:
        from calc_repl.values import rational_matrices

        form, count = rational_matrices.reduced(matrix.rows)
        return form, [next(column for column in range(width) if row[column] != 0) for row in form[:count]]
    rows = [list(row) for row in matrix.rows]
    pivots: list[int] = []
    for column in range(width if most is None else most):
        first = len(pivots)
        chosen = _pivot(rows, first, column)
        if chosen is None:
            for row in rows[first:]:
                row[column] = 0
            continue
        rows[first], rows[chosen] = rows[chosen], rows[first]
        pivot = rows[first][column]
        rows[first] = [0] * column + [1] + [arithmetic.divide(entry, pivot) for entry in rows[first][column + 1 :]]
        for index in range(height):
            if index != first:
                _eliminate(rows[index], rows[first], column)
        pivots.append(column)
        if len(pivots) == height:
            break
    return tuple(map(tuple, rows)), pivots


def _eliminate(row: list[Any], pivot_row: list[Any], column: int) -> None:
    """Take that multiple of the row of a pivot away that leaves 0 below or above the pivot."""
    factor = row[column]
    row[column] = 0
    if is_rational(factor) and factor == 0:
        return
    for place in range(column + 1, len(row)):
        limits.tick()
        row[place] = arithmetic.subtract(row[place], arithmetic.multiply(factor, pivot_row[place]))


def _pivot(rows: list[list[Any]], first: int, column: int) -> int | None:
    """The first row whose entry is proved not to be 0, rational ones before others; None where all are 0.

    Raises Undecided when all that may be left is not decided.
    """
    from calc_repl.values.undecided import Undecided

    doubt: Undecided | None = None
    candidates = sorted(range(first, len(rows)), key=lambda index: not is_rational(rows[index][column]))
    for index in candidates:
        limits.tick()
        try:
            if not _is_zero(rows[index][column]):
                return index
        except Undecided as undecided:
            doubt = doubt or undecided
    if doubt is not None:
        raise doubt
    return None


def _is_zero(number: Any) -> bool:
    """Whether a determinant or a pivot is 0, proved. Raises Undecided, and DivisionByZero for bounds around 0."""
    if is_rational(number):
        return bool(number == 0)
    if is_infinite(number):
        return False
    if is_interval(number):
        low, high = (arithmetic.sign(end) for end in (number.low, number.high))
        if low == high:
            return low == 0
        if low <= 0 <= high:
            raise DivisionByZero("The determinant may be 0 for some of the values within the bounds.", argument=0)
        return False
    from calc_repl.values import complex, deciding
    from calc_repl.values.undecided import Question

    question = Question("whether the determinant is 0", "its size is below 10^-{}", "if it is 0, there is no inverse")
    return all(deciding.sign(part, question) == 0 for part in (complex.re(number), complex.im(number)))
