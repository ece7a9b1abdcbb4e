"""Compiled programs: instructions for the machine, and leaves.

A leaf is a part of an expression that calls no function of the language,
compiled to a Python closure over the frame. Everything else is a list of
instructions on a stack of values, so the depth of an expression or a
recursion never becomes depth of Python's own stack.
"""

from __future__ import annotations

from operator import itemgetter

from calc_repl.errors import CalcError
from calc_repl.evaluation.applying import apply_operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from calc_repl.operations.declaration import Operation
    from calc_repl.source import Source
    from calc_repl.syntax.nodes import Name, Node

    Frame: TypeAlias = list[Any]
    Leaf: TypeAlias = Callable[[Frame], Any]
    Instruction: TypeAlias = tuple[int, Any, Any]

# What an instruction does; a and b are its two operands. Ordered by how often they run.
(
    CALL_LEAF,  # a: (leaf of the callee, leaf of its one argument), b: node
    CALL_LEAVES,  # a: leaves of callee and arguments, b: node; call, all operands being leaves
    BRANCH_LEAF,  # a: leaf of the test, b: (target, node); go to the target unless true
    RETURN_LEAF,  # a: leaf; leave the function with its value
    OPERATE,  # a: its short way for two whole numbers, b: (operation, node, operand nodes); apply an operation
    RETURN,  # leave the function with the top of the stack
    PUSH,  # a: leaf, b: the whole number it always is, or None
    CALL,  # a: number of arguments, b: node; callee and arguments are on the stack
    JUMP,  # b: (target, node)
    BRANCH,  # b: (target, node); go to the target unless the top of the stack is true
    SHORTCUT,  # a: truth value, b: (target, node); go to the target keeping the top if it is that value, else drop it
    CHECK_TRUTH,  # a: "and" or "or", b: node; the top of the stack must be a truth value
    INDEX,  # a: number of indices, b: node; an element, or a call when the base is a function
    CALL_KEYWORDS,  # a: (number of positional arguments, keywords), b: node
    JUXTAPOSE,  # a: whether the right factor is a numeric literal, b: node; call or product
    JUXTAPOSE_POWER,  # b: node; base, exponent and right factor: f^2 x, or a product; then skips one instruction
    POWER_REVERSED,  # b: node; exponent and base
    HOLD,  # b: node; callee and one argument: call, or leave both for a product that comes later
    RELEASE,  # b: node; the product HOLD has put off
    MAKE,  # a: Callable[[list of values], value], b: (number of values, node)
    CLOSE,  # a: FunctionPlan, b: (number of defaults, name or None); make a function
    TRY,  # b: (target, slot)
    END_TRY,
) = range(23)


class Code:
    """The compiled body of a function, or of a statement (name None). `extra` slots follow parameters and captures."""

    __slots__ = ("extra", "instructions", "name", "source")

    def __init__(self, name: str | None, source: Source) -> None:
        self.name = name
        self.source = source
        self.instructions: list[Instruction] = []
        self.extra = 0


class FunctionPlan:
    """What CLOSE needs to make a function: its code, its parameters, and the leaves of the values it captures."""

    __slots__ = ("captures", "code", "doc", "parameters", "text")

    def __init__(self, code: Code, parameters: tuple[str, ...], text: str, doc: str | None) -> None:
        self.code = code
        self.parameters = parameters
        self.text = text
        self.doc = doc
        self.captures: list[Leaf] = []


def constant(value: Any) -> Leaf:
    """A leaf that is always the same value."""
    return lambda frame: value


def local(slot: int) -> Leaf:
    """A leaf that is a parameter or a captured value."""
    return itemgetter(slot)


def named(find: Callable[[str], Any], node: Name) -> Leaf:
    """A leaf that finds the value of a name each time."""
    name = node.id

    def look_up(frame: Frame) -> Any:
        try:
            return find(name)
        except CalcError as error:
            error.at(node.start, node.end)
            raise

    return look_up


def applied_once(operation: Operation, node: Node, operand_node: Node, operand: Leaf) -> Leaf:
    """A leaf that is an operation on one leaf."""
    operands = (operand_node,)

    def apply(frame: Frame) -> Any:
        return apply_operation(operation, [operand(frame)], node, operands)

    return apply


def applied_to_constant(
    operation: Operation,
    on_integers: Callable[[int, int], Any],
    node: Node,
    operand_nodes: tuple[Node, Node],
    left: Leaf,
    constant: int,
) -> Leaf:
    """A leaf that is an operation on a leaf and a whole number that is always the same, as in `n - 1`."""

    def apply(frame: Frame) -> Any:
        one = left(frame)
        if type(one) is int:
            try:
                return on_integers(one, constant)
            except CalcError as error:
                error.at(node.start, node.end)
                raise
        return apply_operation(operation, [one, constant], node, operand_nodes)

    return apply


def applied_twice(
    operation: Operation,
    on_integers: Callable[[int, int], Any] | None,
    node: Node,
    operand_nodes: tuple[Node, Node],
    left: Leaf,
    right: Leaf,
) -> Leaf:
    """A leaf that is an operation on two leaves; `on_integers` is its short way for two whole numbers."""
    if on_integers is None:

        def apply(frame: Frame) -> Any:
            return apply_operation(operation, [left(frame), right(frame)], node, operand_nodes)

        return apply

    def apply_quickly(frame: Frame) -> Any:
        one = left(frame)
        other = right(frame)
        if type(one) is int and type(other) is int:
            try:
                return on_integers(one, other)
            except CalcError as error:
                error.at(node.start, node.end)
                raise
        return apply_operation(operation, [one, other], node, operand_nodes)

    return apply_quickly


def made(make: Callable[[list[Any]], Any], node: Node, leaves: list[Leaf]) -> Leaf:
    """A leaf that is made from the values of other leaves: a list, a range, a text."""

    def build(frame: Frame) -> Any:
        values = [leaf(frame) for leaf in leaves]
        try:
            return make(values)
        except CalcError as error:
            error.at(node.start, node.end)
            raise

    return build
