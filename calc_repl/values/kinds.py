"""What a calculation yields, and what each kind of value is called.

Whole numbers are `int`, fractions `Rational`, truth values `bool`, texts
`str`, lists `tuple`; this module has the rest: ranges, functions, values that
remember how they are to be shown, caught errors.
"""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.source import Source
from calc_repl.values import arithmetic, limits
from calc_repl.values.arithmetic import is_date, is_infinite, is_interval, is_quantity
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from typing_extensions import TypeIs

    from calc_repl.values.arithmetic import RealNumber
    from calc_repl.values.matrices import Matrix
    from calc_repl.values.unit_products import Factors

    Value = Any  # one of the classes named above


class Range:
    """`first, first + step, ...` up to and including `last`; counted, not stored."""

    __slots__ = ("count", "first", "last", "step")
    kind = "list"
    called = "a range"

    def __init__(self, first: RealNumber, last: RealNumber, step: RealNumber) -> None:
        """The step must not be 0."""
        self.first = first
        self.last = last
        self.step = step
        steps = arithmetic.floor(arithmetic.divide(arithmetic.subtract(last, first), step))
        self.count = max(0, steps + 1)

    def __iter__(self) -> Iterator[RealNumber]:
        value = self.first
        for _ in range(self.count):
            yield value
            value = arithmetic.add(value, self.step)

    def element(self, index: int) -> RealNumber:
        """The element at an index counted from 0; it must be there."""
        return arithmetic.add(self.first, arithmetic.multiply(self.step, index))


class Function:
    """A function of the calculator's own language.

    `code` is what the evaluator compiled, `captured` the values it closes over,
    `defaults` the values of the last parameters. `text` is its definition.
    `is_plain` says that its frame holds nothing but its arguments.
    """

    __slots__ = ("captured", "code", "defaults", "doc", "is_plain", "name", "parameters", "source", "text")
    kind = "function"
    called = "a function"

    def __init__(
        self,
        name: str | None,
        parameters: tuple[str, ...],
        code: Any,
        captured: tuple[Value, ...],
        defaults: tuple[Value, ...],
        text: str,
        source: Source,
        doc: str | None = None,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.code = code
        self.captured = captured
        self.defaults = defaults
        self.text = text
        self.source = source
        self.doc = doc
        self.is_plain = not captured and not code.extra


class Notation:
    """How a number is to be written: a style such as `hex`, and the numbers that go with it.

    `units` has the products of units it is to be written in.
    """

    __slots__ = ("base", "digits", "places", "style", "unit", "units", "width")

    def __init__(
        self,
        style: str,
        *,
        base: int = 10,
        digits: int | None = None,
        places: int | None = None,
        width: int | None = None,
        unit: str | None = None,
        units: tuple[Factors, ...] = (),
    ) -> None:
        self.style = style
        self.units = units
        self.unit = unit
        self.base = base
        self.digits = digits
        self.places = places
        self.width = width

    def with_precision(self, other: Notation) -> Notation:
        """This notation with as many digits or places as another one."""
        return Notation(self.style, digits=other.digits, places=other.places, units=self.units)


class Shown:
    """A value with the notation it was converted to; calculating with it drops the notation."""

    __slots__ = ("notation", "value")

    def __init__(self, value: Value, notation: Notation) -> None:
        self.value = value
        self.notation = notation


class Caught:
    """The error a `catch` has caught; its member `message` is what it says."""

    __slots__ = ("error",)
    kind = "none"
    called = "an error"

    def __init__(self, error: CalcError) -> None:
        self.error = error


_CALLED: dict[type, str] = {
    int: "a whole number",
    Rational: "a fraction",
    bool: "a truth value",
    str: "a text",
    tuple: "a list",
    type(None): "nothing",
}
_KINDS: dict[type, str] = {
    int: "number",
    Rational: "number",
    bool: "boolean",
    str: "text",
    tuple: "list",
    type(None): "none",
}


def called(value: Value) -> str:
    """What a value is called in a message: "a list", "a fraction"."""
    if isinstance(value, Shown):
        return called(value.value)
    return _CALLED.get(type(value)) or str(getattr(value, "called", "a value"))


def kind_of(value: Value) -> str:
    """The kind of a value as records name it.

    number, quantity, boolean, date, text, list, matrix, function, plot or none.
    """
    if isinstance(value, Shown):
        return kind_of(value.value)
    return _KINDS.get(type(value)) or str(getattr(value, "kind", "none"))


def is_number(value: Value) -> bool:
    """Whether a value is a number of any kind, inf among them (a truth value is none)."""
    kind = type(value)
    return kind is int or kind is Rational or getattr(kind, "kind", None) in ("number", "complex")


def is_real(value: Value) -> bool:
    """Whether a value is a number that is neither complex nor uncertain nor infinite."""
    kind = type(value)
    if kind is int or kind is Rational:
        return True
    return getattr(kind, "kind", None) == "number" and not (is_interval(value) or is_infinite(value))


def is_float(value: Value) -> bool:
    """Whether a value is one of Python's floats, which is not a number to be relied on."""
    return getattr(value, "kind", None) == "float"


def is_scalar(value: Value) -> bool:
    """Whether a value is a number of any kind, with a unit or without."""
    return is_number(value) or is_quantity(value)


def is_unit_value(value: Value) -> bool:
    """Whether a value is a unit by itself, such as `km`."""
    return is_quantity(value) and value.is_unit


def is_function(value: Value) -> bool:
    """Whether a value can be called: a function of the language or an operation."""
    return getattr(value, "kind", None) == "function"


def equal(left: Value, right: Value) -> bool:
    """Whether two values are the same; values of different kinds never are.

    Works without recursion. Raises LimitError when lists that contain each
    other many times over would take too many comparisons.
    """
    limits.tick()
    pairs = [(left, right)]
    compared = 0
    while pairs:
        one, other = pairs.pop()
        compared += 1
        if isinstance(one, Shown):
            one = one.value
        if isinstance(other, Shown):
            other = other.value
        if is_matrix(one):  # it is equal to the list of its rows
            one = one.rows
        if is_matrix(other):
            other = other.rows
        if one is other:
            continue
        if is_scalar(one) and is_scalar(other):
            if not arithmetic.equal(one, other):
                return False
        elif is_sequence(one) and is_sequence(other):
            if length(one) != length(other):
                return False
            compared += length(one)
            limits.check_elements(compared)
            pairs.extend(zip(one, other, strict=True))
        elif is_float(one) or is_float(other):
            if not (is_float(one) or is_number(one)) or not (is_float(other) or is_number(other)):
                return False
            pairs.append((one.number() if is_float(one) else one, other.number() if is_float(other) else other))
        elif (type(one) is not type(other) and not (is_date(one) and is_date(other))) or one != other:
            return False
    return True


def is_matrix(value: Value) -> TypeIs[Matrix]:
    """Whether a value is a matrix, not a list that counts as one; loads nothing."""
    return getattr(type(value), "kind", None) == "matrix"


def is_sequence(value: Value) -> bool:
    """Whether a value is a list or a range."""
    return type(value) is tuple or type(value) is Range


def length(sequence: tuple[Value, ...] | Range) -> int:
    """The number of elements of a list or a range."""
    return sequence.count if isinstance(sequence, Range) else len(sequence)
