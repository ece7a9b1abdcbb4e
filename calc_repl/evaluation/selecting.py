"""What an index selects: elements of lists, characters of texts, entries and parts of matrices."""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, PositionError
from calc_repl.values import limits
from calc_repl.values.kinds import Range, Shown, called, is_matrix, is_scalar, is_sequence, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Slice:
    """An open range given as an index; a missing end is None."""

    __slots__ = ("first", "last")
    called = "an open range"

    def __init__(self, first: Any, last: Any) -> None:
        self.first = first
        self.last = last


def make_slice(values: list[Any]) -> Slice:
    """An open range as an index."""
    return Slice(values[0], values[1])


def select(base: Any, indices: list[Any]) -> Any:
    """What `base[indices]` is: an element, or the list of elements at the places of a range or list.

    Of a matrix one index selects a row, as a list, or a matrix of some; two
    select an entry, a part of a row or column as a list, or a smaller matrix.
    A list of lists takes two indices too. Raises KindError, DomainError or
    PositionError, the index at fault being argument 1 or 2.
    """
    if isinstance(base, Shown):
        base = base.value
    of_python = getattr(base, "select", None)
    if of_python is not None:
        return of_python(indices)
    if is_matrix(base):
        return _of_matrix(base, indices)
    if not is_sequence(base) and type(base) is not str:
        hint = "for the product write *" if is_scalar(base) else None
        raise KindError(f"Only lists, matrices and texts have elements, not {called(base)}.", hint=hint, argument=0)
    if len(indices) == 2 and type(base) is tuple and base and all(map(is_sequence, base)):
        return _in_two_ways(base, indices)
    if len(indices) != 1:
        raise DomainError("A list takes one index.", hint="elements of inner lists are v[1][2]")
    return _along(base, indices[0], "element", 1)


def _of_matrix(matrix: Any, indices: list[Any]) -> Any:
    if len(indices) == 1:
        chosen = _along(matrix.rows, indices[0], "row", 1)
        return chosen if not chosen or type(chosen[0]) is not tuple else _matrix(chosen)
    if len(indices) != 2:
        raise DomainError("A matrix takes one or two indices.", hint="its entries are A[row, column]")
    chosen = _in_two_ways(matrix.rows, indices)
    return _matrix(chosen) if type(chosen) is tuple and chosen and type(chosen[0]) is tuple else chosen


def _matrix(rows: tuple[tuple[Any, ...], ...]) -> Any:
    from calc_repl.values.matrices import Matrix

    return Matrix(rows) if rows[0] else ()


def _in_two_ways(rows: tuple[Any, ...], indices: list[Any]) -> Any:
    """What is selected of rows, and then of each row that is."""
    chosen = _along(rows, indices[0], "row", 1)
    if type(_whole(indices[0])) is int:
        return _along(chosen, indices[1], "column", 2)
    limits.check_elements(sum(map(length, chosen)))
    return tuple(_along(row, indices[1], "column", 2) for row in chosen)


def _along(base: Any, index: Any, what: str, argument: int) -> Any:
    """The element at an index, or those at the places of a range or list.

    In messages the elements are called `what`, and the index is an argument.
    """
    index = _whole(index)
    size = len(base) if type(base) is str else length(base)
    if type(index) is int:
        return _element(base, _position(index, size, what, argument))
    if isinstance(index, Slice):
        index = _closed(index, size, argument)
    if not is_sequence(index):
        raise KindError(f"An index is a whole number or a range of them, not {called(index)}.", argument=argument)
    limits.check_elements(length(index))
    chosen = [_element(base, _position(place, size, what, argument)) for place in index]
    return "".join(chosen) if type(base) is str else tuple(chosen)


def _whole(index: Any) -> Any:
    return index.value if isinstance(index, Shown) else index


def _element(base: Any, position: int) -> Any:
    return base.element(position) if isinstance(base, Range) else base[position]


def _position(index: Any, size: int, what: str, argument: int) -> int:
    """The place counted from 0 of an index counted from 1, or from -1 backwards."""
    if type(index) is not int:
        raise KindError(f"An index is a whole number, not {called(index)}.", argument=argument)
    if index == 0:
        raise PositionError(
            f"{what.capitalize()}s are counted from 1.",
            hint="the first is [1], the last [-1]" if what == "element" else "-1 is the last",
            argument=argument,
        )
    if not -size <= index <= size:
        raise PositionError(
            f"There is no {what} {limits.short(index) if index > 0 else index}; there are {size:,}.",
            argument=argument,
        )
    return index - 1 if index > 0 else size + index


def _closed(index: Slice, size: int, argument: int) -> Range:
    first = 1 if index.first is None else index.first
    last = size if index.last is None else index.last
    for end in (first, last):
        if type(end) is not int:
            raise KindError(f"An index is a whole number, not {called(end)}.", argument=argument)
    return Range(first if first > 0 else first + size + 1, last if last >= 0 else last + size + 1, 1)
