"""Sums, products and what describes a list of numbers.

The functions take numbers one by one or in one list: `max(1, 2)` and
`max([1, 2])` are the same.
"""

from __future__ import annotations

from functools import cmp_to_key

from calc_repl.errors import DomainError, KindError
from calc_repl.operations.declaration import Operation, Request, operation
from calc_repl.values import arithmetic, limits
from calc_repl.values.arithmetic import is_date, is_quantity
from calc_repl.values.kinds import Range, called, equal, is_function, is_matrix, is_scalar, is_sequence, length
from calc_repl.values.rational import Rational, ratio
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from typing import Any

    from calc_repl.operations.domains import List, Number, Value

    Requests = Generator[Request, Any, Any]


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
    """The greatest of some numbers, or the latest of some dates.

    > max(1/2, 0.6, 2/3)
    2/3 ≈ 0.666666666667
    """
    return _extreme("max", numbers, 1)


@operation("min")
def least(*numbers: Value) -> Number:
    """The least of some numbers, or the earliest of some dates.

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
    if any(map(is_quantity, values)):
        return _of_magnitudes(mean, values)  # type: ignore[no-any-return]
    return arithmetic.divide(_balanced("mean", values, lambda left, right: left + right, 0), len(values))


@operation()
def median(*numbers: Value) -> Number:
    """The number in the middle when some numbers are put in order; between two, their mean.

    > median(7, 1, 3, 4)
    7/2 = 3.5
    """
    values = _some_numbers("median", numbers)
    if any(map(is_quantity, values)):
        return _of_magnitudes(median, values)  # type: ignore[no-any-return]
    if any(map(arithmetic.is_interval, values)):
        return _between_ends(lambda ends: median.function(*ends), values)  # type: ignore[no-any-return]
    values.sort(key=cmp_to_key(arithmetic.compare))
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
    return _spread("variance", numbers, 1)


@operation()
def stdev(*numbers: Value) -> Number:
    """The sample standard deviation: the square root of the variance.

    > stdev(2, 4, 4, 4, 5, 5, 7, 9)
    4*sqrt(14)/7 ≈ 2.13808993530
    """
    return _square_root(_spread("stdev", numbers, 1))  # type: ignore[no-any-return]


@operation()
def pvariance(*numbers: Value) -> Number:
    """The variance of a whole population: the mean of the squared distances from the mean.

    > pvariance(1, 2, 3, 4)
    5/4 = 1.25
    """
    return _spread("pvariance", numbers, 0)


@operation()
def pstdev(*numbers: Value) -> Number:
    """The standard deviation of a whole population: the square root of pvariance.

    > pstdev(2, 4, 4, 4, 5, 5, 7, 9)
    2
    """
    return _square_root(_spread("pstdev", numbers, 0))  # type: ignore[no-any-return]


@operation()
def geometric_mean(*numbers: Value) -> Number:
    """The geometric mean: the nth root of the product of n numbers, none of which may be negative.

    > geometric_mean(2, 8)
    4
    """
    values = _some_numbers("geometric_mean", numbers)
    if any(arithmetic.compare(getattr(value, "magnitude", value), 0) < 0 for value in values):
        raise DomainError("geometric_mean needs numbers that are not negative.")
    product = _balanced("geometric_mean", values, arithmetic.multiply, 1)
    return arithmetic.power(product, ratio(1, len(values)))


@operation()
def harmonic_mean(*numbers: Value) -> Number:
    """The harmonic mean: the reciprocal of the mean of the reciprocals, as for speeds over equal distances.

    > harmonic_mean(40, 60)
    48
    """
    values = _some_numbers("harmonic_mean", numbers)
    reciprocals = [arithmetic.divide(1, value) for value in values]
    return arithmetic.divide(len(values), _balanced("harmonic_mean", reciprocals, lambda left, right: left + right, 0))


@operation()
def mode(*values: Value) -> Value:
    """The value that occurs most often; of several such the first.

    > mode(1, 2, 2, 3, 3)
    2
    """
    counts: dict[Any, list[Any]] = {}
    others: list[list[Any]] = []  # values whose equality has to be proved
    for value in _one_by_one(values):
        if type(value) in (int, Rational, str, bool):
            count = counts.setdefault((type(value), value), [value, 0])
        else:
            count = next((each for each in others if equal(each[0], value)), [value, 0])
            if not count[1]:
                others.append(count)
        count[1] += 1
    if not counts and not others:
        raise DomainError("mode needs at least one value.")
    return max([*counts.values(), *others], key=lambda count: count[1])[0]


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


def _one_by_one(arguments: tuple[Value, ...]) -> Iterable[Value]:
    """Arguments given one by one or in one list."""
    if len(arguments) == 1 and is_sequence(arguments[0]):
        limits.check_elements(length(arguments[0]))
        return arguments[0]  # type: ignore[no-any-return]
    return arguments


def _numbers(name: str, values: Iterable[Value]) -> list[Number]:
    numbers = list(values)
    for index, value in enumerate(numbers):
        if not is_scalar(value):
            hint = "its entries in one list: flatten(A)" if is_matrix(value) else None
            raise KindError(f"{name} needs numbers; element {index + 1} is {called(value)}.", hint=hint)
    return numbers


def _some_numbers(name: str, arguments: tuple[Value, ...]) -> list[Number]:
    numbers = _numbers(name, _one_by_one(arguments))
    if not numbers:
        raise DomainError(f"{name} needs at least one number.")
    return numbers


def _spread(name: str, arguments: tuple[Value, ...], less: int) -> Number:
    """The squared distances from the mean, added up and divided by their number less 0 or 1."""
    values = _some_numbers(name, arguments)
    if len(values) <= less:
        raise DomainError(f"{name} needs at least two numbers.")
    center = mean.function(tuple(values))
    squares = [arithmetic.power(value - center, 2) for value in values]
    return arithmetic.divide(_balanced(name, squares, lambda left, right: left + right, 0), len(values) - less)


def _of_magnitudes(operation: Operation, quantities: list[Any]) -> Any:
    """The value of an operation that is as large as its arguments, of quantities: also of points on a scale."""
    from calc_repl.values.quantities import in_common_units, quantity

    magnitudes, factors = in_common_units(quantities)
    return quantity(operation.function(*magnitudes), factors)


def _square_root(square: Any) -> Any:
    return arithmetic.power(square, ratio(1, 2)) if is_quantity(square) else tower("sqrt", square)


def _extreme(name: str, arguments: tuple[Value, ...], sign: int) -> Number:
    numbers = list(_one_by_one(arguments))
    if not numbers or not all(map(is_date, numbers)):
        numbers = _some_numbers(name, arguments)
    if any(map(arithmetic.is_interval, numbers)):
        return _between_ends(lambda ends: _extreme(name, ends, sign), numbers)  # type: ignore[no-any-return]
    extreme = numbers[0]
    for number in numbers:
        limits.tick()
        if arithmetic.compare(number, extreme) == sign:
            extreme = number
    return extreme


def _between_ends(function: Callable[[tuple[Any, ...]], Any], numbers: list[Any]) -> Any:
    """The values of a function that rises in each of its arguments, some of which are uncertain."""
    from calc_repl.values.intervals import ends, interval

    pairs = [ends(number) for number in numbers]
    return interval(function(tuple(low for low, _ in pairs)), function(tuple(high for _, high in pairs)))


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
