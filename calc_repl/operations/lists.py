"""Lists and ranges. Elements are counted from 1; -1 is the last."""

from __future__ import annotations

from functools import cmp_to_key

from calc_repl.errors import KindError
from calc_repl.operations.declaration import Request, operation
from calc_repl.values import arithmetic, kinds, limits
from calc_repl.values.arithmetic import is_date
from calc_repl.values.kinds import Range, called, is_matrix, is_scalar, is_sequence, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from calc_repl.operations.domains import Collection, List, Mapping, Natural, Value

    Requests = Generator[Request, Any, Any]


@operation("length")
def length_of(sequence: Value) -> int:
    """How many elements a list has, rows a matrix, or characters a text.

    > length([3, 1, 2])
    3
    > length(1..10^9)
    1000000000
    """
    if type(sequence) is str:
        return len(sequence)
    if is_matrix(sequence):
        return len(sequence.rows)
    if not is_sequence(sequence):
        raise KindError(f"length needs a list, a matrix or a text, not {called(sequence)}.", argument=0)
    return length(sequence)


@operation("map")
def map_list(function: Mapping, sequence: Collection) -> Requests:
    """The values of a function at the elements of a list, or the entries of a matrix.

    > map(x => x^2, 1..5)
    [1, 4, 9, 16, 25]
    > 1..5 |> map(x => x^2)
    [1, 4, 9, 16, 25]
    > map(x => x + 10, [1, 2; 3, 4])
    [11, 12; 13, 14]
    """
    if is_matrix(sequence):
        return (yield from _map_matrix(function, sequence))
    limits.check_elements(length(sequence))
    values = []
    for element in sequence:
        values.append((yield Request(function, (element,))))
    return tuple(values)


@operation("filter")
def filter_list(condition: Mapping, sequence: List) -> Requests:
    """The elements of a list for which a function says true.

    > filter(is_prime, 1..20)
    [2, 3, 5, 7, 11, 13, 17, 19]
    """
    limits.check_elements(length(sequence))
    kept = []
    for element in sequence:
        if (yield from _truth("filter", condition, element)):
            kept.append(element)
    return tuple(kept)


@operation()
def fold(function: Mapping, sequence: List, start: Value) -> Requests:
    """Combine the elements of a list, from the left, with a function of two arguments.

    > fold((a, b) => 10a + b, [1, 2, 3], 0)
    123
    """
    limits.check_elements(length(sequence))
    result = start
    for element in sequence:
        result = yield Request(function, (result, element))
    return result


@operation()
def any_of(condition: Mapping, sequence: List) -> Requests:
    """Whether a function says true for some element of a list.

    > any_of(is_prime, [4, 6, 7])
    true
    """
    limits.check_elements(length(sequence))
    for element in sequence:
        if (yield from _truth("any_of", condition, element)):
            return True
    return False


@operation()
def all_of(condition: Mapping, sequence: List) -> Requests:
    """Whether a function says true for every element of a list.

    > all_of(is_prime, [2, 3, 5])
    true
    """
    limits.check_elements(length(sequence))
    for element in sequence:
        if not (yield from _truth("all_of", condition, element)):
            return False
    return True


@operation()
def sort(sequence: List, key: Mapping | None = None) -> Requests:
    """The elements of a list in rising order, or in the order of a function of them.

    > sort([3, 1, 2])
    [1, 2, 3]
    > sort([-3, 1, 2], abs)
    [1, 2, -3]
    """
    limits.check_elements(length(sequence))
    elements = list(sequence)
    if key is None:
        keys = elements
    else:
        keys = []
        for element in elements:
            keys.append((yield Request(key, (element,))))
    if not (all(map(is_scalar, keys)) or all(map(is_date, keys)) or all(type(value) is str for value in keys)):
        raise KindError("sort needs a list of numbers, of dates or of texts.", argument=0)
    return tuple(elements[index] for index in _rising(keys))


@operation()
def reverse(sequence: List) -> List:
    """The elements of a list from the last to the first.

    > reverse(1..3)
    [3, 2, 1]
    """
    if isinstance(sequence, Range):
        limits.check_elements(sequence.count)
        return tuple(sequence)[::-1]
    return sequence[::-1]


@operation()
def concat(*parts: Value) -> Value:
    """Lists, or texts, one behind the other.

    > concat([1, 2], [3])
    [1, 2, 3]
    > concat("ab", "cd")
    "abcd"
    """
    if all(type(part) is str for part in parts):
        limits.check_text(sum(map(len, parts)))
        return "".join(parts)
    for index, part in enumerate(parts):
        if not is_sequence(part) and type(part) is not str:
            raise KindError(f"concat needs lists, or texts, not {called(part)}.", argument=index)
    for index, part in enumerate(parts):
        if type(part) is str:
            raise KindError("concat needs lists alone, or texts alone.", argument=index)
    limits.check_elements(sum(map(length, parts)))
    return tuple(element for part in parts for element in part)


@operation()
def take(sequence: List, count: Natural) -> List:
    """The first elements of a list.

    > take(1..10, 3)
    [1, 2, 3]
    """
    if isinstance(sequence, Range):
        count = min(count, sequence.count)
        limits.check_elements(count)
        return tuple(sequence.element(index) for index in range(count))
    return sequence[:count]


@operation()
def drop(sequence: List, count: Natural) -> List:
    """A list without its first elements.

    > drop([1, 2, 3, 4], 2)
    [3, 4]
    """
    if isinstance(sequence, Range):
        limits.check_elements(sequence.count - count)
        return tuple(sequence.element(index) for index in range(count, sequence.count))
    return sequence[count:]


@operation()
def contains(whole: Value, part: Value) -> bool:
    """Whether a list has an element, or a text a part.

    > contains([1, 2, 3], 2)
    true
    > contains("calculator", "cul")
    true
    """
    if type(whole) is str and type(part) is str:
        return part in whole
    if not is_sequence(whole):
        raise KindError(f"contains needs a list, or two texts, not {called(whole)}.", argument=0)
    limits.check_elements(length(whole))
    return any(kinds.equal(element, part) for element in whole)


@operation()
def unique(sequence: List) -> tuple[Value, ...]:
    """The different elements of a list, in the order they first appear.

    > unique([1, 2, 1, 0.5, 1/2])
    [1, 2, 0.5]
    """
    limits.check_elements(length(sequence))
    seen: set[Any] = set()
    kept: list[Any] = []
    for element in sequence:
        if arithmetic.is_rational(element) or type(element) is str:
            mark = (type(element) is str, element)
            if mark not in seen:
                seen.add(mark)
                kept.append(element)
        elif not any(kinds.equal(element, other) for other in kept):
            kept.append(element)
    return tuple(kept)


@operation("zip")
def zip_lists(left: List, right: List) -> tuple[Value, ...]:
    """The pairs of elements of two lists; what one has more is left out.

    > zip([1, 2], [3, 4])
    [[1, 3], [2, 4]]
    """
    limits.check_elements(min(length(left), length(right)))
    return tuple(zip(left, right, strict=False))


def _map_matrix(function: Mapping, matrix: Any) -> Requests:
    """The matrix of the values at each entry; lists of them where they are no numbers."""
    from calc_repl.values.matrices import as_matrix

    rows = []
    for row in matrix.rows:
        values = []
        for entry in row:
            values.append((yield Request(function, (entry,))))
        rows.append(tuple(values))
    return as_matrix(tuple(rows)) or tuple(rows)


def _rising(keys: list[Any]) -> list[int]:
    """The indices of keys in the order of what they name."""

    def key_at(index: int) -> Any:
        return keys[index]

    def compared(one: int, other: int) -> int:
        return arithmetic.compare(keys[one], keys[other])

    if all(type(key) in (int, str) for key in keys):
        return sorted(range(len(keys)), key=key_at)
    return sorted(range(len(keys)), key=cmp_to_key(compared))


def _truth(name: str, condition: Mapping, element: Value) -> Requests:
    verdict = yield Request(condition, (element,))
    if type(verdict) is not bool:
        raise KindError(f"{name} needs a function that says true or false, not {called(verdict)}.", argument=0)
    return verdict
