"""What stands after `to`: a format, or the name of a unit or a function."""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, LimitError, SyntaxProblem
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.syntax.tokens import FORMAT_WORDS
from calc_repl.values import decimals, limits
from calc_repl.values.arithmetic import is_infinite, is_interval, is_quantity, is_rational
from calc_repl.values.kinds import Notation, Shown, called, is_float, is_matrix, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.syntax.nodes import Node

_BASES = {"hex": 16, "hexadecimal": 16, "bin": 2, "binary": 2, "oct": 8, "octal": 8}
_SHORT = {"sci": "scientific", "eng": "engineering", "dec": "decimal"}
_ANGLES = {"rad": "rad", "deg": "deg", "°": "deg", "grad": "grad", "turn": "turn"}
_MANY = "digits"
_IN_DIGITS = "as a decimal: to 20 digits"
#: Formats of fractions, and what other numbers can be converted to instead.
_FRACTIONAL = {
    "fraction": "the nearest fraction with a denominator up to 1000: to fraction 1000",
    "exact": _IN_DIGITS,
    "mixed": _IN_DIGITS,
    "repeating": _IN_DIGITS,
}


def read_target(node: nodes.Conversion) -> Notation | Node:
    """The notation a conversion asks for, or the node of the units or of the function it names.

    Raises SyntaxProblem for a number alone, and for `as` before what is no format.
    """
    target = node.target.inner if isinstance(node.target, nodes.Group) else node.target
    words = target.factors if isinstance(target, nodes.Juxtaposition) else [target]
    notation = _notation(words)
    if notation is not None:
        return notation
    span = Span(target.start, target.end)
    if node.word == "as":
        raise SyntaxProblem("as stands before a format.", hint="for units and functions write to", span=span)
    if len(words) == 1 and isinstance(words[0], nodes.Number):
        text = words[0].text
        raise SyntaxProblem("A number alone is no target.", hint=f"write {text} digits or {text} dp", span=span)
    return target


def _notation(words: list[Node]) -> Notation | None:
    first = words[0]
    number = _whole(words[1]) if len(words) == 2 else None
    if isinstance(first, nodes.Name) and len(words) == 1:
        if first.id in _ANGLES:
            return Notation("angle", unit=_ANGLES[first.id])
        if first.id == "polar":
            return Notation("polar")
    if isinstance(first, nodes.Number) and len(words) == 2 and isinstance(words[1], nodes.Name):
        return _precision(first, words[1].id)
    if not isinstance(first, nodes.Name) or first.id not in FORMAT_WORDS or len(words) > 2:
        return None
    if len(words) == 2 and number is None:
        return None
    name = _SHORT.get(first.id, first.id)
    if name in _BASES:
        return Notation("base", base=_BASES[name], width=number)
    if name == "base":
        if number is None or not 2 <= number <= 36:
            raise SyntaxProblem(
                "A base is a whole number from 2 to 36.", hint="as in to base 7", span=Span(first.start, words[-1].end)
            )
        return Notation("base", base=number)
    if name in ("scientific", "engineering"):
        return Notation(name, digits=None if number is None else _checked(number, first))
    if name == "fraction":
        return Notation(name, width=number)
    if name in (_MANY, "dp") or number is not None:
        raise SyntaxProblem(
            f"{first.id} stands behind its number." if name in (_MANY, "dp") else f"{first.id} takes no number.",
            hint=f"as in to 20 {first.id}" if name in (_MANY, "dp") else None,
            span=Span(first.start, words[-1].end),
        )
    return Notation(name)


def _precision(count: Node, word: str) -> Notation | None:
    number = _whole(count)
    if number is None or word not in (_MANY, "digit", "dp"):
        return None
    if word == "dp":
        return Notation("places", places=_checked(number, count))
    if number == 0:
        raise SyntaxProblem("At least 1 digit must be shown.", span=Span(count.start, count.end))
    return Notation("digits", digits=_checked(number, count))


def _whole(node: Node) -> int | None:
    if isinstance(node, nodes.Number) and node.text.replace("_", "").isdecimal():
        text = node.text.replace("_", "")
        return int(text) if len(text) < 20 else 10**20
    return None


def _checked(number: int, node: Node) -> int:
    if not limits.fits_exponent(number):
        raise LimitError(
            f"At most {limits.current.max_exponent:,} digits can be asked for.",
            hint="raise the setting max_exponent",
            span=Span(node.start, node.end),
        )
    return number


def with_notation(value: Any, notation: Notation) -> Shown:
    """A value that will be shown in a notation. Raises KindError or DomainError when it cannot be."""
    if isinstance(value, Shown):
        if value.notation.units and notation.style in ("digits", "places"):
            notation = value.notation.with_precision(notation)
        value = value.value
    for number in _numbers_in(value):
        number = number.number() if is_float(number) else number
        if is_quantity(number) and notation.style in ("angle", "percent"):
            raise KindError(f"{number.called[0].upper()}{number.called[1:]} cannot be converted to a plain number.")
        number = number.magnitude if is_quantity(number) else number
        if not is_number(number):
            raise KindError(f"Only numbers can be converted to a format, not {called(number)}.")
        if is_infinite(number) and notation.style in (*_FRACTIONAL, "base"):
            raise KindError("Infinity cannot be written in this format.")
        if notation.style == "base":
            _check_base(number, notation)
        ends = (number.low, number.high) if is_interval(number) else (number,)
        if notation.style in _FRACTIONAL and notation.width is None and not all(map(is_rational, ends)):
            raise KindError("This number is not known to be rational.", hint=_FRACTIONAL[notation.style])
        if notation.style == "repeating" and is_rational(number) and decimals.repeating(number) is None:
            raise LimitError(f"The digits repeat only after more than {decimals.LONGEST_PERIOD:,} places.")
    return Shown(value, notation)


def _numbers_in(value: Any) -> tuple[Any, ...]:
    """What a notation is for: the entries of a matrix, the elements of a list and of lists in it, or the value."""
    if is_matrix(value):
        return value.entries
    if type(value) is not tuple:
        return (value,)
    if any(type(item) is tuple for item in value):
        limits.check_elements(sum(len(item) if type(item) is tuple else 1 for item in value))
        return tuple(each for item in value for each in (item if type(item) is tuple else (item,)))
    return value


def _check_base(number: Any, notation: Notation) -> None:
    if type(number) is not int:
        raise KindError("Only whole numbers can be written in another base.", hint="round it first")
    width = notation.width
    if width is None:
        return
    if not 1 <= width <= 4096:
        raise DomainError("A width is a number of bits from 1 to 4096.")
    if not -(1 << width - 1) <= number < 1 << width:
        raise DomainError(f"This number does not fit into {width} bits.")
