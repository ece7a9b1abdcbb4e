"""Signs, powers, percentages and factors side by side.

What a juxtaposition means depends on whether a name holds a number or a
function, which is known only when the code runs: `f x` and `x (3)^2` leave
that decision to the machine.
"""

from __future__ import annotations

from itertools import pairwise

from calc_repl.errors import SyntaxProblem
from calc_repl.evaluation import code as op
from calc_repl.evaluation.code import constant
from calc_repl.evaluation.emitter import operation_of
from calc_repl.evaluation.unit_forms import UnitForms
from calc_repl.operations import catalogue
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.syntax.tokens import MONEY_SIGNS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.syntax.nodes import Node


class ProductForms(UnitForms):
    """The forms made of operators and of factors side by side."""

    __slots__ = ()

    def prefix(self, node: nodes.Prefix) -> None:
        operation = operation_of(catalogue.PREFIX, node.operator)
        operand = node.operand
        pair = self.number_and_name(operand) if node.operator == "-" else None
        if pair is not None:
            number, name = pair
            multiply = operation_of(catalogue.INFIX, "*")
            self.read_as_unit(name)
            self.then(
                number,
                lambda: self.operate(operation, node, number),
                name,
                lambda: self.operate(multiply, operand, number, name),
            )
            return
        self.then(operand, lambda: self.operate(operation, node, operand))

    def number_and_name(self, node: Node) -> tuple[Node, Node] | None:
        """The two in `5 °C`, whose number a sign belongs to, for a temperature has no multiples; else None."""
        if not isinstance(node, nodes.Juxtaposition) or len(node.factors) != 2:
            return None
        number, name = node.factors
        if not isinstance(name, nodes.Name):
            return None
        if isinstance(number, nodes.Number) or (not self.names_operation(number) and self.names_scale(name)):
            return number, name
        return None

    def postfix(self, node: nodes.Postfix) -> None:
        held = self.held_call(node)
        if held is not None:
            self.put_held(node, held)
        else:
            self.then(node.operand, lambda: self.put_postfix(node))

    def put_postfix(self, node: nodes.Postfix) -> None:
        if node.operator in catalogue.POSTFIX:
            self.operate(operation_of(catalogue.POSTFIX, node.operator), node, node.operand)
        else:
            self.push(constant(_superscript(node)))
            self.operate(operation_of(catalogue.INFIX, "^"), node, node.operand, node)

    def binary(self, node: nodes.Binary) -> None:
        if node.operator == "^":
            held = self.held_call(node)
            if held is not None:
                self.put_held(node, held)
                return
        elif node.operator in "+-" and self.adds_percentage(node):
            operation = operation_of(catalogue.INFIX, "on" if node.operator == "+" else "off")
            self.then(node.right, node.left, lambda: self.operate(operation, node, node.right, node.left))
            return
        if node.operator == "/":
            measure = self.measure_with_fraction(node)
            if measure is not None:
                self.then(measure)
                return
        if node.operator in "*/^":
            self.read_as_unit(node.left)
            if node.operator != "^":
                self.read_as_unit(node.right)
        symbol = "± %" if node.operator == "±" and self.adds_percentage(node) else node.operator
        operation = operation_of(catalogue.INFIX, symbol)
        self.then(node.left, node.right, lambda: self.operate(operation, node, node.left, node.right))

    def adds_percentage(self, node: nodes.Binary) -> bool:
        """Whether the right side is written with `%` and the left is not a pure percentage."""
        right = node.right
        while isinstance(right, nodes.Prefix):
            right = right.operand
        return isinstance(right, nodes.Postfix) and right.operator == "%" and not self.is_percentage(node.left)

    def is_percentage(self, node: Node) -> bool:
        """Whether a node is written as a percentage, or as a sum of such."""
        spine = []
        while id(node) not in self.percent:
            spine.append(node)
            if isinstance(node, nodes.Binary) and node.operator in ("+", "-"):
                node = node.left
            elif isinstance(node, nodes.Prefix):
                node = node.operand
            else:
                self.percent[id(node)] = isinstance(node, nodes.Postfix) and node.operator == "%"
        verdict = self.percent[id(node)]
        for part in reversed(spine):
            if isinstance(part, nodes.Binary) and part.operator in ("+", "-"):
                right = part.right
                verdict = verdict and isinstance(right, nodes.Postfix) and right.operator == "%"
            self.percent[id(part)] = verdict
        return verdict

    def juxtaposition(self, node: nodes.Juxtaposition) -> None:
        factors = _with_calls(node.factors)
        if factors != node.factors:
            if len(factors) == 1:
                self.then(factors[0])
                return
            node = nodes.Juxtaposition(factors, node.start, node.end)
        parts = self.parts_of_measure(factors)
        if parts is not None:
            self.put_measure(parts, node)
            return
        factors = _with_currency_behind(factors)
        for previous, factor in pairwise(factors):
            if factor is factors[-1] or isinstance(previous, nodes.Number):
                self.read_as_unit(factor)
            if isinstance(previous, nodes.Name) and isinstance(factor, nodes.Name):
                self.following[id(previous)] = factor.id
        if not any(self.may_be_function(factor) for factor in factors[:-1]):
            multiply = operation_of(catalogue.INFIX, "*")
            steps: list[Any] = [factors[0]]
            for previous, factor in pairwise(factors):
                steps += [factor, lambda p=previous, f=factor: self.operate(multiply, node, p, f)]
            self.then(*steps)
            return
        steps = []
        for factor in factors[:-1]:
            if _is_power_of_name(factor):
                steps += self.power_of_name(factor)
            else:
                steps.append(factor)
        steps.append(factors[-1])
        for index in range(len(factors) - 2, -1, -1):
            steps.append(lambda i=index: self.juxtapose(node, i))
        self.then(*steps)

    def may_be_function(self, factor: Node) -> bool:
        return _may_be_function(factor) and id(factor) not in self.units

    def power_of_name(self, factor: Node) -> list[Any]:
        if isinstance(factor, nodes.Postfix):
            exponent = _superscript(factor)
            return [factor.operand, lambda: self.push(constant(exponent))]
        assert isinstance(factor, nodes.Binary)
        return [factor.left, factor.right]

    def juxtapose(self, node: nodes.Juxtaposition, index: int) -> None:
        left, right = node.factors[index], node.factors[index + 1]
        if _is_power_of_name(left):
            self.emit(op.JUXTAPOSE_POWER, None, node)
            self.emit(op.POWER_REVERSED, None, node)
            self.barrier = len(self.out)
        elif self.may_be_function(left):
            pair = nodes.Binary("*", left, right, left.end)
            pair.end = node.end
            self.emit(op.JUXTAPOSE, isinstance(right, nodes.Number), pair)
        else:
            self.operate(operation_of(catalogue.INFIX, "*"), node, left, right)

    def held_call(self, node: Node) -> nodes.Call | None:
        """The call `x(a)` below powers and postfixes, where `x` may turn out to be a number: `x(3)^2` is `x (3^2)`."""
        chain = []
        while id(node) not in self.held:
            chain.append(node)
            if isinstance(node, nodes.Postfix):
                node = node.operand
            elif isinstance(node, nodes.Binary) and node.operator == "^":
                node = node.left
            else:
                self.held[id(node)] = node if isinstance(node, nodes.Call) and self.may_be_product(node) else None
        call = self.held[id(node)]
        for part in chain:
            self.held[id(part)] = call
        return call

    def may_be_product(self, node: nodes.Call) -> bool:
        """Whether a call has one argument and a function that may turn out to be a number."""
        if len(node.arguments) != 1 or isinstance(node.arguments[0], nodes.KeywordArgument):
            return False
        name = node.function
        if not isinstance(name, nodes.Name) or not catalogue.keeps_its_name(name.id):
            return True
        return self.context.slot(name.id) is not None

    def put_held(self, node: Node, call: nodes.Call) -> None:
        power = operation_of(catalogue.INFIX, "^")
        steps: list[Any] = []
        part = node
        while part is not call:
            if isinstance(part, nodes.Postfix):
                steps.append(lambda p=part: self.put_postfix(p))
                part = part.operand
            else:
                assert isinstance(part, nodes.Binary)
                steps.append(lambda p=part: self.operate(power, p, p.left, p.right))
                steps.append(part.right)
                part = part.left
        self.then(
            call.function,
            call.arguments[0],
            lambda: self.emit(op.HOLD, None, call),
            *reversed(steps),
            lambda: self.emit(op.RELEASE, None, node),
        )


def _with_calls(factors: list[Node]) -> list[Node]:
    """The factors with `f^2 (x)` as one of them: as in `f(x) y`, what stands behind the bracket is no argument.

    `sin^2(x)^3` is (sin^2(x))^3, as `sin(x)^3` is (sin(x))^3; a name that may
    be a number keeps the power with the bracket, as in `x^2 (3)^2`.
    """
    if len(factors) < 2 or not any(map(_is_power_of_name, factors)):
        return factors
    joined: list[Node] = []
    for factor in factors:
        before = joined[-1] if joined else None
        if before is None or not _is_power_of_name(before):
            joined.append(factor)
        elif isinstance(factor, nodes.Group):
            if len(factors) == 2:
                return factors
            joined[-1] = nodes.Juxtaposition([before, factor], before.start, factor.end)
        elif _names_operation(before):
            joined[-1] = _around_call(before, factor) or before
            if joined[-1] is before:
                joined.append(factor)
        else:
            joined.append(factor)
    return joined


def _around_call(function: Node, factor: Node) -> Node | None:
    """The powers and postfixes of a bracket, put around the call of a function with it; None for anything else."""
    chain: list[nodes.Binary | nodes.Postfix] = []
    while not isinstance(factor, nodes.Group):
        if isinstance(factor, nodes.Binary) and factor.operator == "^":
            chain.append(factor)
            factor = factor.left
        elif isinstance(factor, nodes.Postfix):
            chain.append(factor)
            factor = factor.operand
        else:
            return None
    inner: Node = nodes.Juxtaposition([function, factor], function.start, factor.end)
    for part in reversed(chain):
        if isinstance(part, nodes.Binary):
            inner = nodes.Binary("^", inner, part.right, part.sign_start)
        else:
            inner = nodes.Postfix(part.operator, inner, inner.start, part.end)
    return inner


def _names_operation(factor: Node) -> bool:
    name = factor.operand if isinstance(factor, nodes.Postfix) else getattr(factor, "left", None)
    return isinstance(name, nodes.Name) and catalogue.is_operation(name.id)


def _with_currency_behind(factors: list[Node]) -> list[Node]:
    """The factors with a sign of money that stands before its number behind it."""
    sign, number = factors[:2]
    if isinstance(sign, nodes.Name) and sign.id in MONEY_SIGNS and isinstance(number, nodes.Number):
        return [number, sign, *factors[2:]]
    return factors


def _superscript(node: nodes.Postfix) -> int:
    try:
        return int(node.operator)
    except ValueError:
        raise SyntaxProblem("This superscript is no whole number.", span=Span(node.operand.end, node.end)) from None


def _may_be_function(factor: Node) -> bool:
    return isinstance(factor, (nodes.Name, nodes.Member)) or _is_power_of_name(factor)


def _is_power_of_name(factor: Node) -> bool:
    if isinstance(factor, nodes.Binary) and factor.operator == "^":
        return isinstance(factor.left, nodes.Name)
    if isinstance(factor, nodes.Postfix) and factor.operator not in catalogue.POSTFIX:
        return isinstance(factor.operand, nodes.Name)
    return False
