"""Lists and ranges. Elements are counted from 1; -1 is the last.

Where a function takes numbers, it takes them one by one or in one list:
`max(1, 2)` and `max([1, 2])` are the same.
"""

from __future__ import annotations

from functools import cmp_to_key

from calc_repl.errors import DomainError, KindError
from calc_repl.operations.declaration import Request, operation
from calc_repl.values import arithmetic, kinds, limits
from calc_repl.values.kinds import Range, called, is_function, is_number, is_sequence, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import Any

    from calc_repl.operations.domains import List, Mapping, Natural, Number, Value

    Requests = Generator[Request, Any, Any]


@operation("length")
def length_of(sequence: Value) -> int:
    """How many elements a list has, or characters a text.

    > length([3, 1, 2])
    3
    > length(1..10^9)
    1000000000
    """
    if type(sequence) is str:
        return len(sequence)
    if not is_sequence(sequence):
        raise KindError(f"length needs a list or a text, not {called(sequence)}.", argument=0)
    return length(sequence)


@operation("sum")
def total(*terms: Value) -> Requests:
    """Add up numbers, or the values of a function on a list or between two whole numbers.

    > sum([1, 2, 3])
    6
    > sum(1..10^12)
    500000000000500000000000
    > sum(k => k^2, 1, 100)
    338350
    """
    if terms and is_function(terms[0]):
        values = yield from _function_values("sum", terms)
        return _balanced("sum", values, lambda left, right: left + right, 0)
    if len(terms) == 1 and type(terms[0]) is Range:
        numbers = terms[0]
        if not numbers.count:
            return 0
        ends = numbers.first + numbers.element(numbers.count - 1)
        return arithmetic.divide(arithmetic.multiply(ends, numbers.count), 2)
    return _balanced("sum", _one_by_one(terms), lambda left, right: left + right, 0)


@operation()
def product(*factors: Value) -> Requests:
    """Multiply numbers, or the values of a function on a list or between two whole numbers.

    > product([2, 3, 4])
    24
    > product(k => k/(k+1), 1, 9)
    0.1
    """
    if factors and is_function(factors[0]):
        values = yield from _function_values("product", factors)
    else:
        values = _one_by_one(factors)
    return _balanced("product", values, arithmetic.multiply, 1)


@operation("max")
def greatest(*numbers: Value) -> Number:
    """The greatest of some numbers.

    > max(1/2, 0.6, 2/3)
    2/3 ≈ 0.666666666667
    """
    return _extreme("max", numbers, 1)


@operation("min")
def least(*numbers: Value) -> Number:
    """The least of some numbers.

    > min([3, 1, 2])
    1
    """
    return _extreme("min", numbers, -1)


@operation()
def mean(*numbers: Value) -> Number:
    """The arithmetic mean of some numbers.

    > mean(1, 2, 3)
    2
    """
    values = _some_numbers("mean", numbers)
    return arithmetic.divide(_balanced("mean", values, lambda left, right: left + right, 0), len(values))


@operation()
def median(*numbers: Value) -> Number:
    """The number in the middle when some numbers are put in order; between two, their mean.

    > median(7, 1, 3, 4)
    7/2 = 3.5
    """
    values = sorted(_some_numbers("median", numbers), key=cmp_to_key(arithmetic.compare))
    middle = len(values) // 2
    if len(values) % 2:
        return values[middle]
    return arithmetic.divide(values[middle - 1] + values[middle], 2)


@operation()
def variance(*numbers: Value) -> Number:
    """The sample variance: squared distances from the mean, divided by one less than their number.

    > variance(1, 2, 3, 4)
    5/3 ≈ 1.66666666667
    """
    values = _some_numbers("variance", numbers)
    if len(values) < 2:
        raise DomainError("variance needs at least two numbers.")
    center = mean.function(tuple(values))
    squares = [arithmetic.power(value - center, 2) for value in values]
    return arithmetic.divide(_balanced("variance", squares, lambda left, right: left + right, 0), len(values) - 1)


@operation("map")
def map_list(function: Mapping, sequence: List) -> Requests:
    """The values of a function at the elements of a list.

    > map(x => x^2, 1..5)
    [1, 4, 9, 16, 25]
    > 1..5 |> map(x => x^2)
    [1, 4, 9, 16, 25]
    """
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
    if not (all(map(is_number, keys)) or all(type(value) is str for value in keys)):
        raise KindError("sort needs a list of numbers or a list of texts.", argument=0)
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
        if not is_sequence(part):
            raise KindError(f"concat needs lists, or texts, not {called(part)}.", argument=index)
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


@operation()
def dot(left: List, right: List) -> Number:
    """The sum of the products of elements at the same place.

    > dot([1, 2, 3], [4, 5, 6])
    32
    """
    if length(left) != length(right):
        raise DomainError(f"dot needs two lists of one length; these have {length(left)} and {length(right)} elements.")
    limits.check_elements(length(left))
    pairs = zip(_numbers("dot", left), _numbers("dot", right), strict=True)
    return _balanced("dot", [arithmetic.multiply(one, other) for one, other in pairs], lambda a, b: a + b, 0)


def _rising(keys: list[Any]) -> list[int]:
    """The indices of keys in the order of what they name."""

    def key_at(index: int) -> Any:
        return keys[index]

    def compared(one: int, other: int) -> int:
        return arithmetic.compare(keys[one], keys[other])

    if all(type(key) in (int, str) for key in keys):
        return sorted(range(len(keys)), key=key_at)
    return sorted(range(len(keys)), key=cmp_to_key(compared))


def _one_by_one(arguments: tuple[Value, ...]) -> Iterable[Value]:
    """Arguments given one by one or in one list."""
    if len(arguments) == 1 and is_sequence(arguments[0]):
        limits.check_elements(length(arguments[0]))
        return arguments[0]  # type: ignore[no-any-return]
    return arguments


def _numbers(name: str, values: Iterable[Value]) -> list[Number]:
    numbers = list(values)
    for index, value in enumerate(numbers):
        if not is_number(value):
            raise KindError(f"{name} needs numbers; element {index + 1} is {called(value)}.")
    return numbers


def _some_numbers(name: str, arguments: tuple[Value, ...]) -> list[Number]:
    numbers = _numbers(name, _one_by_one(arguments))
    if not numbers:
        raise DomainError(f"{name} needs at least one number.")
    return numbers


def _extreme(name: str, arguments: tuple[Value, ...], sign: int) -> Number:
    numbers = _some_numbers(name, arguments)
    extreme = numbers[0]
    for number in numbers:
        limits.tick()
        if arithmetic.compare(number, extreme) == sign:
            extreme = number
    return extreme


def _balanced(name: str, values: Iterable[Value], combine: Any, neutral: int) -> Number:
    """All values combined pair by pair, so that large operands meet operands of their own size."""
    numbers = _numbers(name, values)
    while len(numbers) > 1:
        limits.tick_large()
        pairs = [combine(numbers[index], numbers[index + 1]) for index in range(0, len(numbers) - 1, 2)]
        numbers = pairs if len(numbers) % 2 == 0 else [*pairs, numbers[-1]]
    return numbers[0] if numbers else neutral


def _function_values(name: str, arguments: tuple[Value, ...]) -> Requests:
    """The values of a function on a list, or on the whole numbers between two."""
    function, *rest = arguments
    if len(rest) == 1 and is_sequence(rest[0]):
        sequence = rest[0]
    elif len(rest) == 2 and all(type(end) is int for end in rest):
        sequence = Range(rest[0], rest[1], 1)
    else:
        raise KindError(
            f"{name} of a function needs a list, or two whole numbers to go from and to.",
            hint=f"as in {name}(k => k^2, 1, 10)",
        )
    limits.check_elements(length(sequence))
    values = []
    for element in sequence:
        values.append((yield Request(function, (element,))))
    return values


def _truth(name: str, condition: Mapping, element: Value) -> Requests:
    verdict = yield Request(condition, (element,))
    if type(verdict) is not bool:
        raise KindError(f"{name} needs a function that says true or false, not {called(verdict)}.", argument=0)
    return verdict
