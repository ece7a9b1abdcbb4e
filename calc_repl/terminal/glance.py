"""Values in a few characters, for lists of names; never costly, however large the value."""

from __future__ import annotations

from calc_repl.display.answers import render
from calc_repl.display.safe import safe
from calc_repl.values.arithmetic import is_quantity
from calc_repl.values.kinds import Function, Shown, called, is_function, is_matrix, is_unit_value
from calc_repl.values.modules import Module
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Value

_LARGEST_BITS, _LONGEST_TEXT, _MOST_ELEMENTS = 256, 60, 6


def glance(name: str, value: Value, settings: Settings) -> str:
    """A definition as it could have been typed: `x = 1/3`, `f(x) = x^2`."""
    if isinstance(value, Function) and value.text.startswith(f"{name}("):
        return _cut(safe(value.text))
    if isinstance(value, Module):
        return f"module {value.name}" + (f" as {name}" if value.name != name else "")
    if is_unit_value(value):
        return _unit_definition(name, value, settings)
    return f"{name} = {_written(value, settings)}"


def _unit_definition(name: str, unit: Value, settings: Settings) -> str:
    """A unit as it could have been defined, in SI units."""
    from calc_repl.values.dimensions import base_unit
    from calc_repl.values.quantities import converted

    return f"unit {name} = {_written(converted(unit, tuple((base_unit(b), e) for b, e in unit.dimension)), settings)}"


def signature(name: str, value: Value) -> str:
    """How a defined name is written in an expression: `x`, `f(x)`."""
    if isinstance(value, Function):
        return f"{name}({', '.join(value.parameters)})"
    return name


def _written(value: Value, settings: Settings) -> str:
    elements = value.entries if is_matrix(value) else value
    if type(elements) is tuple and len(elements) <= _MOST_ELEMENTS and all(map(_is_small, elements)):
        return _cut(render(value, settings).text)
    if _is_small(value) or is_function(value):
        return _cut(render(value, settings).text)
    return called(value)


def _is_small(value: Value) -> bool:
    if isinstance(value, Shown):
        value = value.value
    if is_quantity(value):
        value = value.magnitude
    if isinstance(value, Rational):
        return max(value.numerator.bit_length(), value.denominator.bit_length()) <= _LARGEST_BITS
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    return isinstance(value, int) and value.bit_length() <= _LARGEST_BITS


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"
