"""The sets a parameter can range over: a phrase for messages, and a test.

An operation names a domain as the annotation of its parameter. Annotations
stay texts at run time and are looked up here, so declaring an operation
imports nothing; type checkers see the aliases below.
"""

from __future__ import annotations

from calc_repl.values.arithmetic import is_date, is_infinite, is_interval, is_quantity, is_rational
from calc_repl.values.kinds import Caught, is_function, is_matrix, is_number, is_real, is_sequence
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from calc_repl.values import matrices
    from calc_repl.values.arithmetic import AnyNumber, RealNumber
    from calc_repl.values.kinds import Function, Range

    Number: TypeAlias = AnyNumber
    Certain: TypeAlias = AnyNumber
    Real: TypeAlias = RealNumber
    Fraction: TypeAlias = int | Rational
    Whole: TypeAlias = int
    Natural: TypeAlias = int
    PositiveWhole: TypeAlias = int
    Truth: TypeAlias = bool
    Text: TypeAlias = str
    Date: TypeAlias = Any
    DateTime: TypeAlias = Any
    TimeOfDay: TypeAlias = Any
    RelativeLevel: TypeAlias = Any
    List: TypeAlias = tuple[Any, ...] | Range
    Collection: TypeAlias = tuple[Any, ...] | Range | matrices.Matrix
    Matrix: TypeAlias = tuple[Any, ...] | matrices.Matrix
    Vector: TypeAlias = tuple[Any, ...] | Range | matrices.Matrix
    Mapping: TypeAlias = Function | Callable[..., Any]
    Value: TypeAlias = Any


class Domain:
    """A set of values: `phrase` completes "needs ...", `contains` tells whether a value belongs to it."""

    __slots__ = ("contains", "phrase")

    def __init__(self, phrase: str, contains: Callable[[Any], bool]) -> None:
        self.phrase = phrase
        self.contains = contains


def _is_finite(value: Any) -> bool:
    kind = type(value)
    return kind is int or kind is Rational or (is_number(value) and not is_infinite(value))


def _is_matrix(value: Any) -> bool:
    return (type(value) is tuple or is_matrix(value)) and _matrices().as_matrix(value) is not None


def _is_vector(value: Any) -> bool:
    return (is_sequence(value) or is_matrix(value)) and _matrices().as_vector(value) is not None


def _matrices() -> Any:
    """The module of matrices, loaded where a list may be one."""
    from calc_repl.values import matrices

    return matrices


#: What each set is called in annotations. No set holds inf or -inf: where an operation
#: takes them, they are not among its arguments but answered by its limits (`at_infinity`).
DOMAINS = {
    "Number": Domain("a number", _is_finite),
    "Certain": Domain("a number that is not uncertain", lambda value: _is_finite(value) and not is_interval(value)),
    "Real": Domain("a real number", is_real),
    "Fraction": Domain("a rational number", is_rational),
    "Whole": Domain("a whole number", lambda value: type(value) is int),
    "Natural": Domain("a whole number ≥ 0", lambda value: type(value) is int and value >= 0),
    "PositiveWhole": Domain("a whole number ≥ 1", lambda value: type(value) is int and value >= 1),
    "Truth": Domain("true or false", lambda value: type(value) is bool),
    "Text": Domain("a text", lambda value: type(value) is str),
    "Date": Domain("a date", lambda value: is_date(value) and value.has_date),
    "DateTime": Domain("a date and time", lambda value: is_date(value) and value.has_date and value.has_time),
    "TimeOfDay": Domain("a time of day", lambda value: is_date(value) and value.has_time),
    "RelativeLevel": Domain(
        "a relative level such as 3 dB", lambda value: is_quantity(value) and value.dimension == (("level", 1),)
    ),
    "List": Domain("a list", is_sequence),
    "Collection": Domain("a list or a matrix", lambda value: is_sequence(value) or is_matrix(value)),
    "Matrix": Domain("a matrix", _is_matrix),
    "Vector": Domain("a list of numbers", _is_vector),
    "Mapping": Domain("a function", is_function),
    "Value": Domain("a value", lambda value: type(value) is not Caught),
}
