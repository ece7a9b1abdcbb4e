"""Conversion to units: which units a target names, and the value in them."""

from __future__ import annotations

from itertools import pairwise

from calc_repl.errors import DomainError, KindError
from calc_repl.evaluation.measures import constant_as_unit, unit_value
from calc_repl.syntax import nodes
from calc_repl.units import table
from calc_repl.values import arithmetic
from calc_repl.values.arithmetic import is_infinite, is_quantity
from calc_repl.values.kinds import Notation, Shown, called, is_float, is_matrix, is_number
from calc_repl.values.quantities import Quantity, converted, in_units, step_unit
from calc_repl.values.unit_products import merged, ratio
from calc_repl.values.units import DIMENSIONLESS, Unit, angle_power_of, dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.syntax.nodes import Node
    from calc_repl.values.unit_products import Factors

#: Targets that stand for several units.
_TOGETHER = {"hms": ("h", "min", "s"), "dms": ("°", "arcmin", "arcsec")}


#: A target that is so many of a unit is shown as it is written, if its text is no longer.
_LONGEST_NAME = 40


class Target:
    """The units a value is converted to: one product of units, or several of which each takes what is left whole."""

    __slots__ = ("products",)
    kind = "target"
    called = "a unit"

    def __init__(self, products: list[Factors]) -> None:
        self.products = products


def fixed_target(node: Node, is_taken: Callable[[str], bool]) -> Target | None:
    """The target that a part of a line names with units known to all, or None.

    `is_taken` tells of a name whether something else was defined by it.
    """
    if isinstance(node, nodes.Name) and node.id in _TOGETHER and not is_taken(node.id):
        return Target([_product(nodes.Name(name, 0, 0), is_taken) or () for name in _TOGETHER[node.id]])
    found = [_product(part, is_taken) for part in products_of_target(node)]
    return None if None in found else Target([factors for factors in found if factors is not None])


def products_of_target(node: Node) -> list[Node]:
    """The parts of a target that several units are the sum of: `ft` and `in` of `ft + in`."""
    products = []
    while isinstance(node, nodes.Binary) and node.operator == "+":
        products.append(node.right)
        node = node.left
    return [node, *reversed(products)]


def unit_target(name: str) -> Any:
    """The target a single name stands for, or None."""
    target = fixed_target(nodes.Name(name, 0, 0), lambda _: False)
    return target or unit_value(name)


def convert_to_sum(values: list[Any]) -> Any:
    """The last of some values in several units, the others. Raises KindError where these are none."""
    *units, value = values
    if not all(map(is_quantity, units)):
        raise KindError("A sum as a target is one of units.", hint="as in to ft + in")
    return convert(value, Target([_factors_of(unit) for unit in units]))


def convert(value: Any, target: Target | Quantity, written: str = "") -> Any:
    """A number, a quantity, or each element of a list or a matrix in other units.

    A target that is no unit but so many of one, as `45 min` or `L/(100 km)`, is
    one as it is `written`. Raises KindError for what has another dimension or is no number.
    """
    if isinstance(target, Quantity):
        target = Target([_as_unit(target, written)])
    value = value.value if isinstance(value, Shown) else value
    if type(value) is tuple:
        return tuple(convert(element, target) for element in value)
    if is_matrix(value):
        return value.mapped(lambda entry: convert(entry, target))
    if not (is_number(value) or is_quantity(value)) or is_float(value):
        raise KindError(f"Only numbers and quantities are converted to units, not {called(value)}.")
    if len(target.products) == 1:
        return _in_one(value, target.products[0])
    for factors in target.products:
        in_units(value, factors)
    if any(arithmetic.compare(ratio(first, second), 1) <= 0 for first, second in pairwise(target.products)):
        raise DomainError("The units of a target get smaller from part to part.", hint="as in to ft + in")
    if is_quantity(value) and getattr(value, "scale_unit", None) is not None:
        raise DomainError(f"{value.called.capitalize()} is not split into parts.")
    magnitude = value.magnitude if isinstance(value, Quantity) else value
    if getattr(magnitude, "kind", None) != "number" and not arithmetic.is_rational(magnitude):
        raise KindError("Only real numbers are split into parts.")
    if is_infinite(magnitude) or arithmetic.is_interval(magnitude):
        raise KindError("Only a single number is split into parts.")
    return Shown(value, Notation("parts", units=tuple(target.products)))


def _as_unit(quantity: Quantity, written: str) -> Factors:
    """The units of a quantity of magnitude 1, any other as a unit named by its text."""
    text = " ".join(written.split())
    if not arithmetic.compare(quantity.magnitude, 1) or not 0 < len(text) <= _LONGEST_NAME:
        return _factors_of(quantity)
    if quantity.scale_unit is not None:
        step = step_unit(quantity.scale_unit).name
        raise DomainError(f"{quantity.point_called.capitalize()} is no unit.", hint=f"write the difference in {step}")
    scale = arithmetic.multiply(quantity.magnitude, ratio(quantity.factors, ()))
    if arithmetic.is_infinite(scale) or arithmetic.compare(scale, 0) == 0:
        raise DomainError("A unit is worth a finite amount that is not 0.")
    name = text if text[0].isalpha() else f"× {text}"
    return ((Unit(name, scale, quantity.dimension, angle_power=angle_power_of(quantity.factors)), 1),)


def _factors_of(unit: Quantity) -> Factors:
    if arithmetic.compare(unit.magnitude, 1):
        raise DomainError("A target is a unit without a number.", hint="how often it fits in is a quotient: a / b")
    return unit.factors


def _in_one(value: Any, factors: Factors) -> Any:
    if dimension_of((unit.dimension, exponent) for unit, exponent in factors) == DIMENSIONLESS:
        in_units(value, factors)
        return Shown(value, Notation("unit", units=(factors,)))
    try:
        return converted(value, factors)
    except KindError as error:
        own = value.dimension if is_quantity(value) else DIMENSIONLESS
        if len(factors) > 1 and all(unit.dimension == own and exponent == 1 for unit, exponent in factors):
            error.hint = f"for several units write {' + '.join(unit.name for unit, _ in factors)}"
        raise


def _product(node: Node, is_taken: Callable[[str], bool]) -> Factors | None:
    """The units a part of a target is the product of, those without a dimension too; None for anything else."""
    found: list[tuple[Any, Any]] = []
    work: list[tuple[Node, Any]] = [(node, 1)]
    while work:
        part, exponent = work.pop()
        if isinstance(part, nodes.Group):
            work.append((part.inner, exponent))
        elif isinstance(part, nodes.Name):
            unit = None if is_taken(part.id) else table.find(part.id) or constant_as_unit(part.id)
            if unit is None:
                return None
            found.append((unit, exponent))
        elif isinstance(part, nodes.Juxtaposition):
            work += [(factor, exponent) for factor in reversed(part.factors)]
        elif isinstance(part, nodes.Binary) and part.operator in ("*", "/"):
            work.append((part.right, exponent if part.operator == "*" else -exponent))
            if not (isinstance(part.left, nodes.Number) and part.left.text == "1"):
                work.append((part.left, exponent))
        else:
            power = _power(part)
            if power is None:
                return None
            base, own = power
            work.append((base, own * exponent))
    return merged(found)


def _power(node: Node) -> tuple[Node, int] | None:
    if isinstance(node, nodes.Binary) and node.operator == "^":
        exponent, sign = node.right, 1
        if isinstance(exponent, nodes.Prefix) and exponent.operator == "-":
            exponent, sign = exponent.operand, -1
        if isinstance(exponent, nodes.Number) and exponent.text.isdecimal() and len(exponent.text) < 4:
            return node.left, sign * int(exponent.text)
    if isinstance(node, nodes.Postfix) and len(node.operator) < 4 and node.operator.lstrip("-").isdecimal():
        return node.operand, int(node.operator)
    return None


def as_temperatures(node: nodes.Conversion, is_taken: Callable[[str], bool]) -> nodes.Conversion | None:
    """`100 C to F` as `100 °C to °F`: letters that are other units elsewhere; None for any other conversion."""
    value, target, signs = node.value, node.target, []
    while isinstance(value, nodes.Prefix):
        signs.append(value)
        value = value.operand
    if not (isinstance(value, nodes.Juxtaposition) and len(value.factors) == 2 and isinstance(target, nodes.Name)):
        return None
    number, unit = value.factors
    if not (isinstance(number, nodes.Number) and isinstance(unit, nodes.Name)):
        return None
    if is_taken(unit.id) or is_taken(target.id):
        return None
    if {unit.id, target.id} not in ({"C", "F"}, {"C", "K"}, {"F", "K"}):
        return None
    read: Node = nodes.Juxtaposition([number, _degree(unit)], value.start, value.end)
    for sign in reversed(signs):
        read = nodes.Prefix(sign.operator, read, sign.start, sign.end)
    return nodes.Conversion(read, _degree(target), node.word, node.start, node.end)


def _degree(name: nodes.Name) -> nodes.Name:
    return nodes.Name(name.id if name.id == "K" else f"°{name.id}", name.start, name.end)
