"""Operations on Python's floats.

A float is calculated with as the number its shortest decimal stands for. The
result is made a float again, also where it happens to be exact: nobody knows
how right the float was that it came from.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.evaluation.applying import has_floats
from calc_repl.values.exact_numbers import as_complex, as_float
from calc_repl.values.foreign import Float
from calc_repl.values.kinds import Shown, is_float, is_matrix, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from typing import Any

    from calc_repl.operations.declaration import Operation


def in_floats(operation: Operation, arguments: Sequence[Any], as_operator: bool) -> Any:
    """The value of an operation that calls no functions. Raises CalcError."""
    numbers = [_number(argument) for argument in arguments]
    return _floated(operation.apply(numbers, as_operator), operation)


def running_in_floats(operation: Operation, arguments: Sequence[Any]) -> Generator[Any, Any, Any]:
    """The run of an operation that could call functions, but is given none. Raises CalcError."""
    try:
        return (yield from operation.apply(arguments))
    except KindError:
        if not any(map(has_floats, arguments)):
            raise
    result = yield from operation.apply([_number(argument) for argument in arguments])
    return _floated(result, operation)


def _number(value: Any) -> Any:
    if isinstance(value, Shown):
        value = value.value
    if type(value) is tuple:
        return tuple(map(_number, value))
    if is_matrix(value):
        return value.mapped(_number)
    return value.number() if is_float(value) else value


def _floated(value: Any, operation: Operation) -> Any:
    """A result with floats for its numbers; truth values and texts are left."""
    if type(value) is tuple:
        return tuple(_floated(item, operation) for item in value)
    if is_matrix(value):
        return value.mapped(lambda entry: _floated(entry, operation))
    if not is_number(value):
        return value
    if getattr(value, "is_interval", False):
        raise KindError(f"{operation.name} cannot have floats here: nobody knows how far off they are.")
    return Float(as_complex(value) if getattr(value, "kind", None) == "complex" else as_float(value))
