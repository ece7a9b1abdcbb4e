"""Values made of other values: lists, matrices, ranges."""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, SyntaxProblem
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.values import limits
from calc_repl.values.kinds import Range, Shown, called, is_float, is_real, is_scalar, is_sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from calc_repl.syntax.nodes import Node


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
        return matrix_maker(rows)
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


def matrix_maker(rows: list[list[Node]]) -> Callable[[list[Any]], Any]:
    """What makes a matrix from the values of its entries; a range stands for its elements.

    That raises SyntaxProblem for rows of different lengths, KindError for an
    entry that is no number, and LimitError when there are too many.
    """
    nodes_of_rows = [[(node, isinstance(node, nodes.Range)) for node in row] for row in rows]

    def make_matrix(values: list[Any]) -> Any:
        remaining = iter(values)
        made = tuple(_matrix_row(row, remaining) for row in nodes_of_rows)
        width = len(made[0])
        for index, row in enumerate(made):
            if len(row) != width:
                raise SyntaxProblem(
                    f"Row {index + 1} has {_entries(len(row))}, but row 1 has {width:,}.",
                    hint="all rows of a matrix are equally long",
                    span=Span(rows[index][0].start, rows[index][-1].end),
                )
        if not width:
            raise DomainError("A matrix has at least one entry.")
        limits.check_elements(width * len(made))
        from calc_repl.values.matrices import Matrix

        return Matrix(made)

    return make_matrix


def _matrix_row(row: list[tuple[Node, bool]], values: Iterator[Any]) -> tuple[Any, ...]:
    entries: list[Any] = []
    for (node, spreads), value in zip(row, values, strict=False):
        if spreads:
            limits.check_elements(value.count)
            entries.extend(value)
            continue
        entry = value.value if isinstance(value, Shown) else value
        if not (is_scalar(entry) or is_float(entry)):
            raise KindError(
                f"An entry of a matrix is a number, not {called(entry)}.",
                hint="rows that are lists make a matrix too: [u, v]" if is_sequence(entry) else None,
                span=Span(node.start, node.end),
            )
        entries.append(entry)
    return tuple(entries)


def _entries(count: int) -> str:
    return f"{count:,} entr{'y' if count == 1 else 'ies'}"


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
