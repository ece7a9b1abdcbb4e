"""Values made of other values: lists, ranges, and what an index selects."""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, PositionError, Unsupported
from calc_repl.syntax import nodes
from calc_repl.values import limits
from calc_repl.values.kinds import Range, Shown, called, is_real, is_sequence, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.syntax.nodes import Node


class Slice:
    """An open range given as an index; a missing end is None."""

    __slots__ = ("first", "last")
    called = "an open range"

    def __init__(self, first: Any, last: Any) -> None:
        self.first = first
        self.last = last


def make_list(values: list[Any]) -> tuple[Any, ...]:
    """A list of values. Raises LimitError when it is too long."""
    limits.check_elements(len(values))
    return tuple(values)


def list_maker(rows: list[list[Node]]) -> Callable[[list[Any]], Any]:
    """What makes the value of a pair of brackets from those of its elements.

    A range stands for its elements, unless it is alone and its ends are not
    whole: then it is an interval.
    """
    if len(rows) > 1:
        return make_matrix
    elements = rows[0] if rows else []
    if not any(isinstance(element, nodes.Range) for element in elements):
        return make_list
    if len(elements) == 1 and len(elements[0].children()) == 2:
        return make_interval_or_list
    is_range = [isinstance(element, nodes.Range) for element in elements]
    return lambda values: make_spread_list(values, is_range)


def make_spread_list(values: list[Any], is_range: list[bool]) -> tuple[Any, ...]:
    """A list in which some values are ranges that stand for their elements. Raises LimitError when it is too long."""
    limits.check_elements(sum(value.count if spreads else 1 for value, spreads in zip(values, is_range, strict=True)))
    elements: list[Any] = []
    for value, spreads in zip(values, is_range, strict=True):
        elements.extend(value if spreads else (value,))
    return tuple(elements)


def make_interval_or_list(values: list[Any]) -> Any:
    """`[first..last]`: the whole numbers between whole ends, between others all the numbers there are.

    Raises LimitError for a list that is too long, DomainError for an interval whose ends are in the wrong order.
    """
    (ends,) = values
    if type(ends.first) is int and type(ends.last) is int:
        return make_spread_list(values, [True])
    from calc_repl.values import deciding, intervals

    low, high = deciding.recognised(ends.first), deciding.recognised(ends.last)
    if type(low) is int and type(high) is int:
        return make_spread_list([Range(low, high, 1)], [True])
    try:
        return intervals.interval(low, high)
    except DomainError as error:
        error.hint = "write the lower end first"
        raise


def make_matrix(_values: list[Any]) -> Any:
    """A matrix; there are none yet."""
    raise Unsupported("Matrices cannot be calculated with yet.", hint="a list of lists is written [[1, 2], [3, 4]]")


def make_range(values: list[Any]) -> Range:
    """`first..last`, by 1 or by a step. Raises KindError or DomainError for what counts nothing."""
    ends = [value.value if isinstance(value, Shown) else value for value in values]
    for value in ends:
        if not is_real(value):
            raise KindError(f"A range needs real numbers, not {called(value)}.")
    step = ends[2] if len(ends) > 2 else 1
    if step == 0:
        raise DomainError("The step of a range cannot be 0.")
    return Range(ends[0], ends[1], step)


def make_slice(values: list[Any]) -> Slice:
    """An open range as an index."""
    return Slice(values[0], values[1])


def select(base: Any, indices: list[Any]) -> Any:
    """What `base[indices]` is: an element, or the list of elements at the places of a range or list.

    Raises KindError, DomainError or PositionError, the index at fault being argument 1.
    """
    if isinstance(base, Shown):
        base = base.value
    of_python = getattr(base, "select", None)
    if of_python is not None:
        return of_python(indices)
    if not is_sequence(base) and type(base) is not str:
        raise KindError(f"Only lists and texts have elements, not {called(base)}.", argument=0)
    if len(indices) != 1:
        raise DomainError("A list takes one index.", hint="elements of inner lists are v[1][2]")
    index = indices[0].value if isinstance(indices[0], Shown) else indices[0]
    size = len(base) if type(base) is str else length(base)
    if type(index) is int:
        return _element(base, _position(index, size))
    if isinstance(index, Slice):
        index = _closed(index, size)
    if not is_sequence(index):
        raise KindError(f"An index is a whole number or a range of them, not {called(index)}.", argument=1)
    limits.check_elements(length(index))
    chosen = [_element(base, _position(place, size)) for place in index]
    return "".join(chosen) if type(base) is str else tuple(chosen)


def _element(base: Any, position: int) -> Any:
    return base.element(position) if isinstance(base, Range) else base[position]


def _position(index: Any, size: int) -> int:
    """The place counted from 0 of an index counted from 1, or from -1 backwards."""
    if type(index) is not int:
        raise KindError(f"An index is a whole number, not {called(index)}.", argument=1)
    if index == 0:
        raise PositionError("Elements are counted from 1.", hint="the first is [1], the last [-1]", argument=1)
    if not -size <= index <= size:
        raise PositionError(
            f"There is no element {limits.short(index) if index > 0 else index}; there are {size:,}.", argument=1
        )
    return index - 1 if index > 0 else size + index


def _closed(index: Slice, size: int) -> Range:
    first = 1 if index.first is None else index.first
    last = size if index.last is None else index.last
    for end in (first, last):
        if type(end) is not int:
            raise KindError(f"An index is a whole number, not {called(end)}.", argument=1)
    return Range(first if first > 0 else first + size + 1, last if last >= 0 else last + size + 1, 1)
