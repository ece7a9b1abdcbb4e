"""What operations answer where a number is uncertain, though they are declared for single numbers.

A function that rises or falls takes ends to ends, exactly. Others are put
together from those that can be, or enclosed piece by piece.
"""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError
from calc_repl.values import arithmetic, deciding
from calc_repl.values.interval_enclosures import enclosed
from calc_repl.values.interval_functions import atan, sqrt
from calc_repl.values.intervals import Interval, between, divide, ends, greatest, interval, least

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.operations.declaration import Operation

_RISING = frozenset(("cbrt", "root", "expm1", "ln1p", "floor", "ceil", "trunc", "round", "round_even", "sign"))


def over_bounds(operation: Operation) -> Callable[..., Any] | None:
    """The operation for uncertain numbers, or None where it has no meaning for them."""
    name = operation.name
    if name in _RISING:
        return lambda number, *rest: _from_ends(operation, number, rest)
    if name in _OTHERS:
        return _OTHERS[name]
    if any(parameter.domain_name == "Certain" for parameter in operation.parameters):
        return lambda *numbers: _enclosed(operation, numbers)
    return None


def _enclosed(operation: Operation, numbers: tuple[Any, ...]) -> Any:
    for index, number in enumerate(numbers):
        if arithmetic.is_infinite(number):
            raise KindError(f"{operation.name} takes no infinite number beside an uncertain one.", argument=index)
    return enclosed(operation.name, operation.function, list(numbers))


def _from_ends(operation: Operation, number: Any, rest: tuple[Any, ...]) -> Any:
    if any(isinstance(argument, Interval) for argument in rest):
        raise DomainError(f"{operation.name} takes an uncertain number in the first place only.", argument=1)
    return between(*(operation.function(end, *rest) for end in ends(number)))


def _hypot(*legs: Any) -> Any:
    total: Any = 0
    for leg in legs:
        size = abs(leg)
        total = arithmetic.add(total, arithmetic.power(size, 2))
    return sqrt(total)


def _atan2(y: Any, x: Any) -> Any:
    """The angles of a rectangle, whose extremes lie at its corners unless it meets the cut or 0."""
    (y_low, y_high), (x_low, _) = ends(y), ends(x)
    if deciding.sign(x_low) > 0:
        return atan(divide(y, x))
    if deciding.sign(y_low) <= 0 <= deciding.sign(y_high):
        raise DomainError("atan2 jumps from pi to -pi within these bounds.", argument=0)
    from calc_repl.operations import catalogue

    angle = catalogue.find("atan2")
    assert angle is not None
    corners = [angle.function(one, other) for one in (y_low, y_high) for other in ends(x)]
    return interval(least(*corners), greatest(*corners))


def _quotient(dividend: Any, divisor: Any) -> Any:
    low, high = (arithmetic.floor(end) for end in ends(divide(dividend, divisor)))
    return interval(low, high)


def _modulo(dividend: Any, divisor: Any) -> Any:
    """What is left: all that can be where the quotient is not the same for all values."""
    low, high = (arithmetic.floor(end) for end in ends(divide(dividend, divisor)))
    if low == high:
        return arithmetic.subtract(dividend, arithmetic.multiply(divisor, low))
    d_low, d_high = ends(divisor)
    return interval(0, d_high) if deciding.sign(d_high) > 0 else interval(d_low, 0)


def _remainder(dividend: Any, divisor: Any) -> Any:
    """What is left, with the sign of the dividend."""
    low, high = (_whole_part(end) for end in ends(divide(dividend, divisor)))
    if low == high:
        return arithmetic.subtract(dividend, arithmetic.multiply(divisor, low))
    most = greatest(*(end for end in ends(abs(divisor))))
    a_low, a_high = ends(dividend)
    return interval(-most if deciding.sign(a_low) < 0 else 0, most if deciding.sign(a_high) > 0 else 0)


def _frac(number: Any) -> Any:
    return _remainder(number, 1)


def _whole_part(number: Any) -> int:
    return -arithmetic.floor(-number) if deciding.sign(number) < 0 else arithmetic.floor(number)


_OTHERS: dict[str, Callable[..., Any]] = {
    "hypot": _hypot,
    "atan2": _atan2,
    "quotient": _quotient,
    "modulo": _modulo,
    "rem": _remainder,
    "frac": _frac,
}
