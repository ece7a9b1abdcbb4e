"""Matrices, and the arithmetic of matrices and vectors.

A vector is a list of numbers. A list of equally long lists of numbers counts
as a matrix wherever one is needed. Entries are numbers of any kind, exact
ones as everywhere, or whatever else can be added and multiplied.
"""

from __future__ import annotations

from itertools import chain

from calc_repl.errors import DomainError, KindError
from calc_repl.values import arithmetic, limits
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.kinds import Range, Shown, called, is_number, is_scalar, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    Rows: TypeAlias = tuple[tuple[Any, ...], ...]
    Vector: TypeAlias = tuple[Any, ...]

#: Products of rational matrices that take more multiplications are FLINT's.
_FEW_PRODUCTS = 500


class Matrix:
    """Rows of equal length, at least one, each with at least one entry. Treat it as immutable."""

    __slots__ = ("rows",)
    kind = "matrix"
    called = "a matrix"

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return len(self.rows), len(self.rows[0])

    @property
    def columns(self) -> Rows:
        """The columns, from the left."""
        return tuple(zip(*self.rows, strict=True))

    @property
    def entries(self) -> Vector:
        """All entries, row by row."""
        return tuple(chain.from_iterable(self.rows))

    @property
    def is_rational(self) -> bool:
        """Whether all entries are known to be whole numbers or fractions."""
        return all(map(is_rational, self.entries))

    def mapped(self, function: Callable[[Any], Any]) -> Matrix:
        """The matrix of the values of a function at each entry."""
        return Matrix(tuple(tuple(map(function, row)) for row in self.rows))

    def __repr__(self) -> str:
        return f"<Matrix {list(map(list, self.rows))!r}>"


def as_matrix(value: Any) -> Matrix | None:
    """A value as a matrix, if it is one or a list of equally long lists of numbers; None for any other.

    It is none either with one of Python's floats in it. Raises LimitError when it is too large.
    """
    if isinstance(value, Matrix):
        return value if all(map(is_scalar, value.entries)) else None
    if type(value) is not tuple or not value or not all(type(row) is tuple or type(row) is Range for row in value):
        return None
    width = length(value[0])
    if not width or any(length(row) != width for row in value):
        return None
    limits.check_elements(width * len(value))
    rows = tuple(tuple(map(_unwrapped, row)) for row in value)
    return Matrix(rows) if all(map(is_scalar, chain.from_iterable(rows))) else None


def as_vector(value: Any) -> Vector | None:
    """A value as a vector, if it is a list of numbers or a matrix of one row or column; None for any other.

    Raises LimitError when it is too long.
    """
    matrix = as_matrix(value)
    if matrix is not None:
        return matrix.entries if 1 in matrix.shape else None
    if type(value) is Range:
        limits.check_elements(value.count)
    elif type(value) is not tuple:
        return None
    elements = tuple(map(_unwrapped, value))
    return elements if all(map(is_scalar, elements)) else None


def described(value: Any) -> str:
    """A vector or a matrix with its size, as in "2 by 3 matrix"."""
    if isinstance(value, Matrix):
        rows, columns = value.shape
        return f"{rows:,} by {columns:,} matrix"
    return f"list of {len(value):,} element{'' if len(value) == 1 else 's'}"


def identity(size: int) -> Matrix:
    """The square matrix with 1 on its diagonal and 0 elsewhere. Raises LimitError."""
    limits.check_elements(size * size)
    return diagonal((1,) * size)


def diagonal(elements: Sequence[Any]) -> Matrix:
    """The square matrix with these elements on its diagonal, at least one, and 0 elsewhere. Raises LimitError."""
    size = len(elements)
    limits.check_elements(size * size)
    return Matrix(
        tuple((0,) * index + (element,) + (0,) * (size - index - 1) for index, element in enumerate(elements))
    )


def combined(left: Matrix | Vector, right: Matrix | Vector, combine: Callable[[Any, Any], Any], verb: str) -> Any:
    """Two vectors or two matrices, combined element by element; `verb` completes "cannot be ...".

    Raises DomainError when their sizes differ.
    """
    if isinstance(left, Matrix) and isinstance(right, Matrix) and left.shape == right.shape:
        return Matrix(tuple(_combined(*pair, combine) for pair in zip(left.rows, right.rows, strict=True)))
    if not isinstance(left, Matrix) and not isinstance(right, Matrix) and len(left) == len(right):
        return _combined(left, right, combine)
    raise DomainError(f"A {described(left)} and a {described(right)} cannot be {verb}.", hint=_other_size(left, right))


def scaled(value: Matrix | Vector, scale: Callable[[Any], Any]) -> Any:
    """A vector or a matrix with each element scaled."""

    def of_row(row: Vector) -> Vector:
        limits.tick()
        return tuple(map(scale, row))

    return Matrix(tuple(map(of_row, value.rows))) if isinstance(value, Matrix) else of_row(value)


def product(left: Matrix | Vector, right: Matrix | Vector) -> Any:
    """The product of two matrices, or of a matrix and a vector on either side, which is a vector again.

    Raises DomainError when the sizes do not fit, LimitError for what takes too long.
    """
    width = left.shape[1] if isinstance(left, Matrix) else len(left)
    height = right.shape[0] if isinstance(right, Matrix) else len(right)
    if width != height:
        one = "one" if type(left) is type(right) else described(right).partition(" ")[0]
        size = f"{described(right).rpartition(' ')[0]} one" if one == "one" else described(right)
        raise DomainError(f"A {described(left)} cannot be multiplied by a {size}.")
    rows: Rows = left.rows if isinstance(left, Matrix) else (left,)
    columns: Rows = right.columns if isinstance(right, Matrix) else (right,)
    made = _product_rows(rows, columns)
    if type(left) is not Matrix:
        return made[0]
    return Matrix(made) if isinstance(right, Matrix) else tuple(row[0] for row in made)


def power(base: Matrix, exponent: int) -> Matrix:
    """A square matrix to a whole power; a negative one is that of the inverse.

    Raises DomainError for a matrix that is not square or has no inverse, LimitError for the size of the entries.
    """
    check_square(base, "raised to a power")
    if exponent < 0:
        from calc_repl.values import linear_algebra

        base, exponent = linear_algebra.inverse(base), -exponent
    if exponent == 0:
        return identity(len(base.rows))
    result = base
    for bit in bin(exponent)[3:]:
        result = product(result, result)
        if bit == "1":
            result = product(result, base)
    return result


def dot(left: Sequence[Any], right: Sequence[Any]) -> Any:
    """The sum of the products of elements at the same place; there must be at least one."""
    total = arithmetic.multiply(left[0], right[0])
    for index in range(1, len(left)):
        total = arithmetic.add(total, arithmetic.multiply(left[index], right[index]))
    return total


def check_square(matrix: Matrix, what: str) -> None:
    """Refuse a matrix that is not square; `what` completes "cannot be ...". Raises DomainError."""
    rows, columns = matrix.shape
    if rows != columns:
        raise DomainError(
            f"A {described(matrix)} cannot be {what}.", hint="it needs as many rows as columns", argument=0
        )


def check_entries(matrix: Matrix, name: str) -> None:
    """Refuse entries that are no numbers. Raises KindError."""
    for entry in matrix.entries:
        if not is_number(entry):
            raise KindError(f"{name} needs a matrix of numbers, not of {called(entry).partition(' ')[2]}s.", argument=0)


def _combined(left: Vector, right: Vector, combine: Callable[[Any, Any], Any]) -> Vector:
    limits.tick()
    return tuple(combine(one, other) for one, other in zip(left, right, strict=True))


def _other_size(left: Matrix | Vector, right: Matrix | Vector) -> str | None:
    if type(left) is tuple and type(right) is tuple:
        return "lists are joined with concat(...)"
    return None if type(left) is type(right) else "column(A, 1) is a column of a matrix as a list"


def _product_rows(rows: Rows, columns: Rows) -> Rows:
    """The dot product of each row with each column."""
    limits.check_elements(len(rows) * len(columns))
    if len(rows) * len(columns) * len(columns[0]) > _FEW_PRODUCTS and all(
        map(is_rational, chain(chain.from_iterable(rows), chain.from_iterable(columns)))
    ):
        from calc_repl.values import rational_matrices

        return rational_matrices.product(rows, columns)
    made = []
    for row in rows:
        entries = []
        for column in columns:
            limits.tick()
            entries.append(dot(row, column))
        made.append(tuple(entries))
    return tuple(made)


def _unwrapped(value: Any) -> Any:
    return value.value if type(value) is Shown else value
