"""Forms with units: measures of several units, definitions of units, and conversions.

The table of units is loaded only by lines that need it: a name known as
something else is looked up nowhere else, unless a number stands before it.
"""

from __future__ import annotations

from calc_repl.evaluation.code import named
from calc_repl.evaluation.emitter import Emitter
from calc_repl.evaluation.targets import read_target, with_notation
from calc_repl.evaluation.zone_targets import in_zone, zone_target
from calc_repl.operations import catalogue
from calc_repl.syntax import nodes
from calc_repl.values.kinds import is_unit_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.evaluation.conversions import Target
    from calc_repl.syntax.nodes import Node

#: The operations whose names are also those of units; a test compares them with the tables.
ALSO_UNITS = frozenset(("min", "sec", "rem", "Ci", "li", "percent", "dot"))


class UnitForms(Emitter):
    """The forms in which units stand."""

    __slots__ = ()

    def measure(self, node: nodes.Measure) -> None:
        from calc_repl.evaluation.measures import measure_value

        self.push_constant(self.placed(measure_value, node, node.text))

    def unit_definition(self, node: nodes.UnitDefinition) -> None:
        def define(values: list[Any]) -> Any:
            from calc_repl.evaluation.measures import defined_unit

            return defined_unit(node.name, values[0])

        self.then(node.value, lambda: self.make(define, 1, node))

    def conversion(self, node: nodes.Conversion) -> None:
        target = read_target(node)
        if not isinstance(target, nodes.Node):
            notation = target
            self.then(node.value, lambda: self.make(lambda values: with_notation(values[0], notation), 1, node))
            return
        if self.names_operation(target) and not self.is_also_unit(target):
            self.then(target, node.value, lambda: self.call([None], node))
            return
        if isinstance(target, nodes.Name) and target.id == "human" and not self.is_taken("human"):
            from calc_repl.evaluation.human_units import human

            self.then(node.value, lambda: self.make(lambda values: human(values[0]), 1, node))
            return
        zone = zone_target(target, self.is_taken)
        if zone is not None:
            self.then(node.value, lambda: self.make(lambda values: in_zone(values[0], zone), 1, node))
            return
        from calc_repl.evaluation.conversions import as_temperatures, convert, convert_to_sum, products_of_target

        read = as_temperatures(node, self.is_taken) or node
        units = self.target(read.target)
        parts = products_of_target(read.target)
        if units is not None:
            self.then(read.value, lambda: self.make(lambda values: convert(values[0], units), 1, node))
        elif len(parts) > 1:
            for part in parts:
                self.read_as_unit(part)
            self.then(*parts, read.value, lambda: self.make(convert_to_sum, len(parts) + 1, node))
        elif isinstance(target, nodes.Name) and self.context.slot(target.id) is None:
            self.then(
                lambda: self.push(named(self.scope.lookup_target, target)), node.value, lambda: self.call([None], node)
            )
        else:
            self.then(target, node.value, lambda: self.call([None], node))

    def target(self, node: Node) -> Target | None:
        from calc_repl.evaluation.conversions import fixed_target

        return self.placed(lambda part: fixed_target(part, self.is_taken_unit), node, node)  # type: ignore[no-any-return]

    def is_taken(self, name: str) -> bool:
        """Whether a name is defined here, so that it stands for no unit."""
        return self.context.slot(name) is not None or name in self.scope.names

    def is_taken_unit(self, name: str) -> bool:
        """The same of a name where a unit is meant, which a currency may have been defined under another name of."""
        return self.is_taken(name) or self.scope.currency(name) is not None

    def names_operation(self, node: Node) -> bool:
        return isinstance(node, nodes.Name) and catalogue.is_operation(node.id) and not self.is_taken(node.id)

    def names_scale(self, name: nodes.Name) -> bool:
        """Whether a name is that of a scale with a zero of its own, such as °C or dBm."""
        if self.is_taken(name.id):
            return False
        from calc_repl.units import table

        unit = table.find(name.id)
        return unit is not None and unit.offset is not None

    def is_also_unit(self, node: Node) -> bool:
        """Whether a node is the name of an operation that is a unit where units stand, be it raised to a power."""
        while isinstance(node, nodes.Binary) and node.operator == "^":
            node = node.left
        if isinstance(node, nodes.Postfix):
            node = node.operand
        return isinstance(node, nodes.Name) and node.id in ALSO_UNITS and not self.is_taken(node.id)

    def read_as_unit(self, node: Node) -> None:
        """Have a node that is the name of an operation and of a unit read as the unit."""
        if self.is_also_unit(node):
            while not isinstance(node, nodes.Name):
                node = node.left if isinstance(node, nodes.Binary) else node.operand  # type: ignore[attr-defined]
            self.units.add(id(node))

    def parts_of_measure(self, factors: list[Node]) -> list[tuple[Node, Node]] | None:
        """Numbers and the units behind them, where that is what the factors are: at least two of each."""
        if len(factors) < 4 or len(factors) % 2:
            return None
        parts = list(zip(factors[::2], factors[1::2], strict=True))
        *wholes, last = (number for number, _ in parts)
        if not all(isinstance(number, nodes.Number) for number in wholes) or not _is_number_or_fraction(last):
            return None
        known = all(isinstance(unit, nodes.Name) and self.names_unit(unit.id) for _, unit in parts)
        return parts if known else None

    def names_unit(self, name: str) -> bool:
        """Whether a name stands for a unit here, be it one of the session."""
        if self.context.slot(name) is not None:
            return False
        if name in self.scope.names:
            return is_unit_value(self.scope.names[name])
        from calc_repl.evaluation.measures import is_unit

        return is_unit(name)

    def measure_with_fraction(self, node: nodes.Binary) -> Node | None:
        """What a quotient is read as that is a measure with a fraction in it, as `5 ft 3/4 in`; else None."""
        found = fraction_in_measure(node)
        if found is None:
            return None
        measure, whole = found
        return whole if self.parts_of_measure(measure.factors) is not None else None

    def put_measure(self, parts: list[tuple[Node, Node]], node: Node) -> None:
        from calc_repl.evaluation.measures import sum_of_parts

        multiply = catalogue.find("multiply")
        assert multiply is not None
        steps: list[Any] = []
        before = ""
        for number, unit in parts:
            assert isinstance(unit, nodes.Name)
            name = unit.id
            if name == "m" and before in ("h", "hr", "hour", "hours"):  # 1 h 30 m
                unit = nodes.Name("min", unit.start, unit.end)
            before = name
            steps += [
                number,
                lambda u=unit: self.push(named(self.scope.lookup_unit, u)),
                lambda n=number, u=unit: self.operate(multiply, node, n, u),
            ]
        self.then(*steps, lambda: self.make(sum_of_parts, len(parts), node))


def fraction_in_measure(node: nodes.Binary) -> tuple[nodes.Juxtaposition, Node] | None:
    """The parts of `5 ft 3/4 in`, which the grammar takes for a quotient, and all of it with what stands before.

    None for what does not look so. Whether the names are units is not asked.
    """
    left, right, signs, multiplied = node.left, node.right, [], None
    if not (node.operator == "/" and isinstance(right, nodes.Juxtaposition) and len(right.factors) == 2):
        return None
    while isinstance(left, nodes.Prefix) and left.operator in "+-":
        signs.append(left)
        left = left.operand
    if not signs and isinstance(left, nodes.Binary) and left.operator == "*":
        multiplied, left = left, left.right
    if not isinstance(left, nodes.Juxtaposition) or len(left.factors) < 3 or len(left.factors) % 2 == 0:
        return None
    fraction = nodes.Binary("/", left.factors[-1], right.factors[0], node.sign_start)
    measure = nodes.Juxtaposition([*left.factors[:-1], fraction, right.factors[1]], left.start, right.end)
    whole: Node = measure
    for sign in reversed(signs):
        whole = nodes.Prefix(sign.operator, whole, sign.start, right.end)
    if multiplied is not None:
        whole = nodes.Binary("*", multiplied.left, whole, multiplied.sign_start)
    return measure, whole


def _is_number_or_fraction(node: Node) -> bool:
    if isinstance(node, nodes.Binary) and node.operator == "/":
        return isinstance(node.left, nodes.Number) and isinstance(node.right, nodes.Number)
    return isinstance(node, nodes.Number)
