"""Putting code together: what every form of the language uses to emit its instructions.

The tree is walked with an explicit list of what is left to do, so no depth of
nesting reaches Python's stack. Each form puts its parts and then its own
instruction; where all operands turn out to be leaves, they are folded into
one larger leaf, up to a bounded height.
"""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.evaluation import code as op
from calc_repl.evaluation.applying import ON_INTEGERS
from calc_repl.evaluation.code import (
    Code,
    FunctionPlan,
    applied_once,
    applied_to_constant,
    applied_twice,
    constant,
    local,
    made,
)
from calc_repl.operations import catalogue
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.syntax.nodes import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from calc_repl.evaluation.code import Instruction, Leaf
    from calc_repl.evaluation.scope import Scope
    from calc_repl.operations.declaration import Operation
    from calc_repl.source import Source

#: A leaf is at most so many closures high: Python's own stack bears that anywhere.
_MAX_LEAF_HEIGHT = 30


class Label:
    """A place in the instructions that jumps lead to; known once it is put."""

    __slots__ = ("position",)

    def __init__(self) -> None:
        self.position = -1


class Context:
    """One function being compiled: its names, what it captures from around it, its code."""

    __slots__ = ("around", "code", "depth", "plan", "slots", "surrounding")

    def __init__(
        self, code: Code, surrounding: Context | None, plan: FunctionPlan | None, parameters: Sequence[str]
    ) -> None:
        self.code = code
        self.surrounding = surrounding
        self.around = dict(surrounding.slots) if surrounding else {}  # the names in reach where the function stands
        self.plan = plan
        self.slots: dict[str, int] = {name: index for index, name in enumerate(parameters)}
        self.depth: int = surrounding.depth + 1 if surrounding else 0

    def slot(self, name: str) -> int | None:
        """The slot of a name in this function; one from a surrounding function is captured on the way."""
        if name in self.slots:
            return self.slots[name]
        if self.surrounding is None or self.plan is None:
            return None
        outer = self.around[name] if name in self.around else self.surrounding.slot(name)
        if outer is None:
            return None
        self.plan.captures.append(local(outer))
        self.slots[name] = len(self.plan.parameters) + len(self.plan.captures) - 1
        return self.slots[name]


class Emitter:
    """Emits the code of one statement and of the functions in it; `forms` has the method for each class of node."""

    __slots__ = (
        "barrier",
        "context",
        "folded_height",
        "following",
        "heights",
        "held",
        "out",
        "pending",
        "percent",
        "scope",
        "source",
        "to_text",
        "units",
        "work",
    )

    def __init__(self, source: Source, scope: Scope, to_text: Callable[[Any], str]) -> None:
        self.source = source
        self.scope = scope
        self.to_text = to_text
        self.pending: list[tuple[Context, Node]] = []  # functions whose bodies are still to be compiled
        # What is known of a chain of nodes is kept under the id of each, so that no chain is walked twice.
        self.percent: dict[int, bool] = {}
        self.held: dict[int, nodes.Call | None] = {}
        self.units: set[int] = set()  # the ids of names that are read as units, though operations have them too
        self.following: dict[int, str] = {}  # beside the id of a name, the name directly behind it
        self.folded_height = 0  # of the leaf that the leaves taken last make together

    forms: dict[type, Callable[[Any, Any], None]]

    def compile(self, node: Node) -> Code:
        code = Code(None, self.source)
        self.pending.append((Context(code, None, None, ()), node))
        while self.pending:
            context, body = self.pending.pop()
            self.compile_body(context, body)
        return code

    def compile_body(self, context: Context, body: Node) -> None:
        self.context = context
        self.out: list[Instruction] = []
        self.heights: list[int] = []  # beside each instruction, the height of its leaf
        self.barrier = 0  # no leaf before this position may be folded: a jump leads here
        self.work: list[Any] = [body]
        while self.work:
            item = self.work.pop()
            if isinstance(item, Node):
                self.forms[type(item)](self, item)
            elif isinstance(item, Label):
                item.position = self.barrier = len(self.out)
            else:
                item()
        context.code.instructions = self.finished()

    def finished(self) -> list[Instruction]:
        """The instructions with labels resolved, and values returned where they stand."""
        out = self.out
        out.append((op.RETURN, None, None))
        targeted = (op.JUMP, op.BRANCH, op.BRANCH_LEAF, op.SHORTCUT, op.TRY)
        for index in range(len(out) - 2, -1, -1):
            kind, a, b = out[index]
            if kind in targeted:
                label, detail = b
                target = label.position
                if kind == op.JUMP and out[target][0] == op.RETURN:
                    out[index] = (op.RETURN, None, None)
                else:
                    out[index] = (kind, a, (target, detail))
            if kind == op.PUSH and out[index + 1][0] == op.RETURN:
                out[index] = (op.RETURN_LEAF, a, None)
        return out

    def then(self, *items: Any) -> None:
        """Do these next, in this order: nodes, labels, and functions that emit."""
        self.work.extend(reversed(items))

    def emit(self, kind: int, a: Any = None, b: Any = None) -> None:
        self.out.append((kind, a, b))
        self.heights.append(0)

    def push(self, leaf: Leaf, height: int = 1) -> None:
        self.out.append((op.PUSH, leaf, None))
        self.heights.append(height)

    def push_constant(self, value: Any) -> None:
        self.out.append((op.PUSH, constant(value), value if type(value) is int else None))
        self.heights.append(1)

    def leaves(self, count: int) -> list[Leaf] | None:
        """Take the last `count` leaves off the code, or None if something else stands among them."""
        first = len(self.out) - count
        if first < self.barrier or count > _MAX_LEAF_HEIGHT:
            return None
        if any(instruction[0] != op.PUSH for instruction in self.out[first:]):
            return None
        if count and max(self.heights[first:]) >= _MAX_LEAF_HEIGHT:
            return None
        leaves = [instruction[1] for instruction in self.out[first:]]
        self.folded_height = max(self.heights[first:], default=0) + 1
        del self.out[first:], self.heights[first:]
        return leaves

    def operate(self, operation: Operation, node: Node, *operands: Node) -> None:
        """Apply an operation to the operands that have just been put."""
        last = self.out[-1][2] if self.out[-1][0] == op.PUSH else None
        leaves = self.leaves(len(operands))
        if leaves is None:
            on_integers = ON_INTEGERS.get(operation.name) if len(operands) == 2 else None
            self.emit(op.OPERATE, on_integers, (operation, node, operands))
        elif len(operands) == 1:
            self.push(applied_once(operation, node, operands[0], leaves[0]), self.folded_height)
        else:
            short = ON_INTEGERS.get(operation.name)
            pair = (operands[0], operands[1])
            if short is not None and last is not None:
                leaf = applied_to_constant(operation, short, node, pair, leaves[0], last)
            else:
                leaf = applied_twice(operation, short, node, pair, leaves[0], leaves[1])
            self.push(leaf, self.folded_height)

    def make(self, maker: Callable[[list[Any]], Any], count: int, node: Node) -> None:
        """Make a value from the last `count` ones."""
        leaves = self.leaves(count)
        if leaves is None:
            self.emit(op.MAKE, maker, (count, node))
        else:
            self.push(made(maker, node, leaves), self.folded_height)

    def branch(self, otherwise: Label, test: Node) -> None:
        leaves = self.leaves(1)
        if leaves is None:
            self.emit(op.BRANCH, None, (otherwise, test))
        else:
            self.emit(op.BRANCH_LEAF, leaves[0], (otherwise, test))

    def call(self, arguments: Sequence[Node | None], node: Node) -> None:
        leaves = self.leaves(len(arguments) + 1)
        if leaves is None:
            self.emit(op.CALL, len(arguments), node)
        elif len(leaves) == 2:
            self.emit(op.CALL_LEAF, (leaves[0], leaves[1]), node)
        else:
            self.emit(op.CALL_LEAVES, (leaves[0], leaves[1:]), node)

    def placed(self, function: Callable[[Any], Any], node: Node, argument: Any) -> Any:
        try:
            return function(argument)
        except CalcError as error:
            error.at(node.start, node.end)
            raise


def operation_of(table: dict[str, str], symbol: str) -> Operation:
    """The operation a sign stands for, by one of the tables of the catalogue."""
    operation = catalogue.find(table[symbol])
    assert operation is not None  # the tables are tested against the declarations
    return operation


def span_of(node: Node) -> Span:
    """The span of a node."""
    return Span(node.start, node.end)
