"""What is worth a word about an answer: a principal root where the real one may have been meant, a hidden unit."""

from __future__ import annotations

from calc_repl.evaluation.literals import number_value
from calc_repl.evaluation.reading import small_tree
from calc_repl.syntax import nodes
from calc_repl.values import rational
from calc_repl.values.arithmetic import is_rational
from calc_repl.values.kinds import Shown
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.evaluation.scope import Scope
    from calc_repl.syntax.nodes import Node

#: Numbers and degrees of roots of more bits are left without a note.
_MOST_BITS = 100
#: Where these stand, a name may be another one's, or a part not be evaluated at all.
_INDIRECT = (nodes.Lambda, nodes.FunctionDefinition, nodes.Conditional)


def hidden_by(name: str) -> str | None:
    """A note on the unit that a new definition hides, or None."""
    from calc_repl.units import table

    if not table.is_unit(name):
        return None
    described = table.describe(name)
    other = described.name if described is not None else name
    if other == name:
        return f"{name} is no unit any more while it is defined here"
    return f"{name} hides the unit now; {other} still means it"


def note_on(node: Node, value: Any, scope: Scope) -> str | None:
    """A note on the value of a line, or None; `scope` is the one it was evaluated in."""
    if isinstance(value, Shown):
        value = value.value
    if getattr(value, "kind", None) != "complex":
        return None
    parts = small_tree(node) or []
    if any(isinstance(part, _INDIRECT) for part in parts):
        return None
    for part in parts:
        if isinstance(part, nodes.Binary) and part.operator == "^":
            base, exponent = _rational(part.left, scope), _rational(part.right, scope)
            if base is not None and base < 0 and isinstance(exponent, Rational) and exponent.numerator == 1:
                degree = exponent.denominator
                if degree % 2 and degree.bit_length() <= _MOST_BITS:
                    return f"principal root; the real one is {_real_root(base, degree)}"
    return None


def _rational(node: Node, scope: Scope) -> int | Rational | None:
    """The value of a part that is plainly a short rational number: a literal, a fraction, a name; None for others."""
    value: Any = None
    if isinstance(node, nodes.Group):
        return _rational(node.inner, scope)
    if isinstance(node, nodes.Number):
        value = number_value(node.text)
    elif isinstance(node, nodes.Name):
        value = scope.names.get(node.id)
    elif isinstance(node, nodes.Prefix) and node.operator == "-":
        operand = _rational(node.operand, scope)
        value = None if operand is None else -operand
    elif isinstance(node, nodes.Binary) and node.operator == "/":
        dividend, divisor = _rational(node.left, scope), _rational(node.right, scope)
        value = rational.divide(dividend, divisor) if dividend is not None and divisor else None
    if not is_rational(value) or max(abs(value.numerator), value.denominator) >> _MOST_BITS:
        return None
    return value


def _real_root(base: int | Rational, degree: int) -> str:
    """The root as it would be typed, with its value where that is rational."""
    from calc_repl.values.powers import root

    call = f"cbrt({_text(base)})" if degree == 3 else f"root({_text(base)}, {degree})"
    value = root(base, degree)
    return f"{call} = {_text(value)}" if is_rational(value) else call


def _text(number: int | Rational) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
