"""Matrices and vectors: linear algebra.

A vector is a list of numbers, and a list of equally long lists counts as a
matrix. `A + B`, `2A`, `A*B`, `A*v`, `A^-1` and `A[i, j]` are written as in mathematics.
"""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, PositionError
from calc_repl.operations.declaration import operation
from calc_repl.values import arithmetic, limits, linear_algebra, matrices
from calc_repl.values.kinds import called, is_matrix, is_number, is_sequence, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.operations.domains import Matrix, PositiveWhole, Value, Vector, Whole


@operation()
def det(matrix: Matrix) -> Value:
    """The determinant of a square matrix.

    > det([1, 2; 3, 4])
    -2
    """
    return linear_algebra.determinant(_matrix(matrix))


@operation()
def inv(matrix: Matrix) -> Matrix:
    """The inverse of a square matrix, which is also A^-1.

    > inv([1, 2; 3, 4])
    [-2, 1; 3/2, -1/2]
    > [1, 2; 2, 4]^-1
    error: The matrix has no inverse, for its determinant is 0.
      [1, 2; 2, 4]^-1
      ^^^^^^^^^^^^
    """
    return linear_algebra.inverse(_matrix(matrix))


@operation()
def transpose(matrix: Matrix) -> Matrix:
    """The matrix whose rows are the columns of another.

    > transpose([1, 2, 3; 4, 5, 6])
    [1, 4; 2, 5; 3, 6]
    """
    return matrices.Matrix(_matrix(matrix).columns)


@operation()
def trace(matrix: Matrix) -> Value:
    """The sum of the entries on the diagonal of a square matrix.

    > trace([1, 2; 3, 4])
    5
    """
    return linear_algebra.trace(_matrix(matrix))


@operation()
def rank(matrix: Matrix) -> int:
    """How many rows of a matrix are independent of each other.

    > rank([1, 2; 2, 4])
    1
    """
    return linear_algebra.rank(_matrix(matrix))


@operation()
def rref(matrix: Matrix) -> Matrix:
    """The reduced row echelon form of a matrix.

    > rref([1, 2, 3; 4, 5, 6])
    [1, 0, -1; 0, 1, 2]
    """
    return linear_algebra.reduced(_matrix(matrix))


@operation()
def linsolve(matrix: Matrix, right: Value) -> Value:
    """The solution x of the linear equations A x = b, where there is just one.

    With a matrix for b, each of its columns is solved for.

    > linsolve([2, 1; 1, 3], [3, 5])
    [0.8, 1.4]
    > linsolve([1, 1; 1, 1], [1, 2])
    error: The equations have no solution.
      linsolve([1, 1; 1, 1], [1, 2])
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    """
    equations = _matrix(matrix)
    sides = matrices.as_matrix(right)
    if sides is None:
        return linear_algebra.solution(equations, _vector("linsolve", right, 1))
    if len(sides.rows) != len(equations.rows):
        raise DomainError(
            f"A {matrices.described(equations)} needs right sides of {len(equations.rows):,} rows,"
            f" not a {matrices.described(sides)}.",
            argument=1,
        )
    return matrices.Matrix(
        tuple(zip(*(linear_algebra.solution(equations, column) for column in sides.columns), strict=True))
    )


@operation()
def eigenvalues(matrix: Matrix) -> Value:
    """The eigenvalues of a square matrix, each as often as it counts: real ones rising, then complex pairs.

    > eigenvalues([2, 1; 1, 2])
    [1, 3]
    > eigenvalues([1, 1; 1, 0])
    [(1 - sqrt(5))/2, (1 + sqrt(5))/2]
    > eigenvalues([0, -1; 1, 0])
    [i, -i]
    """
    return linear_algebra.eigenvalues(_matrix(matrix))


@operation()
def charpoly(matrix: Matrix) -> Value:
    """The coefficients of the characteristic polynomial det(x I - A), that of the highest power first.

    > charpoly([1, 2; 3, 4])
    [1, -5, -2]
    """
    return tuple(linear_algebra.characteristic(_matrix(matrix)))


@operation()
def identity(size: PositiveWhole) -> Matrix:
    """The square matrix with 1 on its diagonal and 0 elsewhere.

    > identity(2)
    [1, 0; 0, 1]
    """
    return matrices.identity(size)


@operation()
def zeros(rows: PositiveWhole, columns: PositiveWhole) -> Matrix:
    """The matrix of a size all of whose entries are 0.

    > zeros(2, 3)
    [0, 0, 0; 0, 0, 0]
    """
    return _filled(0, rows, columns)


@operation()
def ones(rows: PositiveWhole, columns: PositiveWhole) -> Matrix:
    """The matrix of a size all of whose entries are 1.

    > ones(2, 2)
    [1, 1; 1, 1]
    """
    return _filled(1, rows, columns)


@operation()
def diag(values: Value) -> Value:
    """The matrix with the elements of a list on its diagonal; of a matrix, the list of the entries there.

    > diag([1, 2])
    [1, 0; 0, 2]
    > diag([1, 2; 3, 4])
    [1, 4]
    """
    matrix = matrices.as_matrix(values)
    if matrix is not None:
        return tuple(row[index] for index, row in enumerate(matrix.rows[: len(matrix.rows[0])]))
    elements = _vector("diag", values, 0)
    if not elements:
        raise DomainError("diag needs at least one number.", argument=0)
    return matrices.diagonal(elements)


@operation()
def shape(matrix: Matrix) -> Value:
    """The numbers of rows and columns of a matrix.

    > shape([1, 2, 3; 4, 5, 6])
    [2, 3]
    """
    return _matrix(matrix).shape


@operation()
def row(matrix: Matrix, index: Whole) -> Value:
    """A row of a matrix as a list, which is also A[i].

    > row([1, 2; 3, 4], 2)
    [3, 4]
    """
    return _counted("row", _matrix(matrix).rows, index)


@operation()
def column(matrix: Matrix, index: Whole) -> Value:
    """A column of a matrix as a list, which is also A[.., j].

    > column([1, 2; 3, 4], 2)
    [2, 4]
    """
    return _counted("column", _matrix(matrix).columns, index)


@operation()
def flatten(values: Value) -> Value:
    """The entries of a matrix, row by row, or the elements of lists inside a list.

    > flatten([1, 2; 3, 4])
    [1, 2, 3, 4]
    > sum(flatten([1, 2; 3, 4]))
    10
    """
    if is_matrix(values):
        return values.entries
    if not is_sequence(values):
        raise KindError(f"flatten needs a matrix or a list, not {called(values)}.", argument=0)
    limits.check_elements(length(values))
    limits.check_elements(sum(length(each) if is_sequence(each) else 1 for each in values))
    return tuple(element for each in values for element in (each if is_sequence(each) else (each,)))


@operation()
def cross(left: Vector, right: Vector) -> Value:
    """The cross product of two vectors of three elements.

    > cross([1, 2, 3], [4, 5, 6])
    [-3, 6, -3]
    """
    u, v = _vector("cross", left, 0), _vector("cross", right, 1)
    for index, vector in enumerate((u, v)):
        if len(vector) != 3:
            raise DomainError(f"cross needs vectors of 3 elements, not {len(vector):,}.", argument=index)
    return tuple(_crossed(u, v, (place + 1) % 3, (place + 2) % 3) for place in range(3))


@operation()
def norm(vector: Vector) -> Value:
    """The length of a vector: the square root of the sum of the squares of its elements.

    > norm([3, 4])
    5
    > norm([1, 1])
    sqrt(2) ≈ 1.41421356237
    """
    from calc_repl.operations.powers import sqrt

    elements = [_size(element) for element in _vector("norm", vector, 0)]
    return sqrt.apply((matrices.dot(elements, elements) if elements else 0,))


def _filled(entry: int, rows: int, columns: int) -> matrices.Matrix:
    limits.check_elements(rows * columns)
    return matrices.Matrix(((entry,) * columns,) * rows)


def _counted(word: str, lines: tuple[Any, ...], index: int) -> Any:
    """The row or column of an index counted from 1, or from -1 backwards."""
    count = len(lines)
    if index == 0:
        raise PositionError(f"{word.capitalize()}s are counted from 1.", hint="-1 is the last", argument=1)
    if not -count <= index <= count:
        raise PositionError(f"There is no {word} {limits.short(index)}; there are {count:,}.", argument=1)
    return lines[index - 1 if index > 0 else index]


def _crossed(left: Any, right: Any, one: int, other: int) -> Any:
    return arithmetic.subtract(
        arithmetic.multiply(left[one], right[other]), arithmetic.multiply(left[other], right[one])
    )


def _size(element: Any) -> Any:
    return abs(element) if is_number(element) and getattr(element, "kind", None) == "complex" else element


def _matrix(value: Any) -> Any:
    matrix = matrices.as_matrix(value)
    assert matrix is not None  # the domain holds nothing else
    return matrix


def _vector(name: str, value: Any, index: int) -> Any:
    vector = matrices.as_vector(value)
    if vector is None:
        raise KindError(f"{name} needs a list of numbers, not {called(value)}.", argument=index)
    return vector
