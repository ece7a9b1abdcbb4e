"""Syntax tree to code.

The tree is walked with an explicit list of what is left to do, so no depth of
nesting reaches Python's stack. Each form puts its parts and then its own
instruction; where all operands turn out to be leaves, they are folded into
one larger leaf, up to a bounded height.
"""

from __future__ import annotations

from itertools import pairwise

from calc_repl.errors import CalcError, KindError, LimitError, SyntaxProblem, Unsupported
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
    named,
)
from calc_repl.evaluation.literals import number_value
from calc_repl.evaluation.making import make_list, make_matrix, make_range, make_slice
from calc_repl.evaluation.targets import read_target, with_notation
from calc_repl.operations import catalogue
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.values.kinds import Caught

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from calc_repl.evaluation.code import Instruction, Leaf
    from calc_repl.evaluation.scope import Scope
    from calc_repl.operations.declaration import Operation
    from calc_repl.source import Source
    from calc_repl.syntax.nodes import Node

#: A leaf is at most so many closures high: Python's own stack bears that anywhere.
_MAX_LEAF_HEIGHT = 30
_MAX_FUNCTION_NESTING = 100


class Label:
    """A place in the instructions that jumps lead to; known once it is put."""

    __slots__ = ("position",)

    def __init__(self) -> None:
        self.position = -1


class _Context:
    """One function being compiled: its names, what it captures from around it, its code."""

    __slots__ = ("around", "code", "depth", "plan", "slots", "surrounding")

    def __init__(
        self, code: Code, surrounding: _Context | None, plan: FunctionPlan | None, parameters: Sequence[str]
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


def compile_statement(node: Node, source: Source, scope: Scope, to_text: Callable[[Any], str]) -> Code:
    """The code of one statement without its definition; `to_text` writes values into texts.

    Raises SyntaxProblem, Unsupported or LimitError for forms that cannot be compiled.
    """
    compiler = _Compiler(source, scope, to_text)
    return compiler.compile(node)


class _Compiler:
    __slots__ = (
        "barrier",
        "context",
        "folded_height",
        "heights",
        "out",
        "pending",
        "percent",
        "scope",
        "source",
        "to_text",
        "work",
    )

    def __init__(self, source: Source, scope: Scope, to_text: Callable[[Any], str]) -> None:
        self.source = source
        self.scope = scope
        self.to_text = to_text
        self.pending: list[tuple[_Context, Node]] = []  # functions whose bodies are still to be compiled
        self.percent: dict[int, bool] = {}
        self.folded_height = 0  # of the leaf that the leaves taken last make together

    def compile(self, node: Node) -> Code:
        code = Code(None, self.source)
        self.pending.append((_Context(code, None, None, ()), node))
        while self.pending:
            context, body = self.pending.pop()
            self.compile_body(context, body)
        return code

    def compile_body(self, context: _Context, body: Node) -> None:
        self.context = context
        self.out: list[Instruction] = []
        self.heights: list[int] = []  # beside each instruction, the height of its leaf
        self.barrier = 0  # no leaf before this position may be folded: a jump leads here
        self.work: list[Any] = [body]
        while self.work:
            item = self.work.pop()
            if isinstance(item, nodes.Node):
                _FORMS[type(item)](self, item)
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

    # Emission

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

    # Forms

    def number(self, node: nodes.Number) -> None:
        self.push_constant(self.placed(number_value, node, node.text))

    def name(self, node: nodes.Name) -> None:
        slot = self.context.slot(node.id)
        self.push(named(self.scope, node) if slot is None else local(slot))

    def text(self, node: nodes.Text) -> None:
        self.push(constant(node.value))

    def interpolation(self, node: nodes.Interpolation) -> None:
        def write(values: list[Any]) -> str:
            return "".join(value if type(value) is str else self.to_text(value) for value in values)

        self.then(*node.parts, lambda: self.make(write, len(node.parts), node))

    def group(self, node: nodes.Group) -> None:
        self.then(node.inner)

    def list_literal(self, node: nodes.ListLiteral) -> None:
        count = sum(map(len, node.rows))
        maker = make_list if len(node.rows) < 2 else make_matrix
        self.then(*node.children(), lambda: self.make(maker, count, node))

    def prefix(self, node: nodes.Prefix) -> None:
        self.then(node.operand, lambda: self.operate(_operation(catalogue.PREFIX, node.operator), node, node.operand))

    def postfix(self, node: nodes.Postfix) -> None:
        held = self.held_call(node)
        if held is not None:
            self.put_held(node, held)
        else:
            self.then(node.operand, lambda: self.put_postfix(node))

    def put_postfix(self, node: nodes.Postfix) -> None:
        if node.operator in catalogue.POSTFIX:
            self.operate(_operation(catalogue.POSTFIX, node.operator), node, node.operand)
        else:
            self.push(constant(_superscript(node)))
            self.operate(_operation(catalogue.INFIX, "^"), node, node.operand, node)

    def binary(self, node: nodes.Binary) -> None:
        if node.operator == "^":
            held = self.held_call(node)
            if held is not None:
                self.put_held(node, held)
                return
        elif node.operator in "+-" and self.adds_percentage(node):
            operation = _operation(catalogue.INFIX, "on" if node.operator == "+" else "off")
            self.then(node.right, node.left, lambda: self.operate(operation, node, node.right, node.left))
            return
        elif node.operator == "±":
            raise Unsupported("Uncertain numbers cannot be calculated with yet.", span=_span(node))
        operation = _operation(catalogue.INFIX, node.operator)
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

    def logical(self, node: nodes.Logical) -> None:
        end = Label()
        decided = node.operator == "or"
        self.then(
            node.left,
            lambda: self.emit(op.SHORTCUT, decided, (end, node.left)),
            node.right,
            lambda: self.emit(op.CHECK_TRUTH, node.operator, node.right),
            end,
        )

    def comparison(self, node: nodes.Comparison) -> None:
        if len(node.operators) == 1:
            operation = _operation(catalogue.INFIX, node.operators[0])
            left, right = node.operands
            self.then(left, right, lambda: self.operate(operation, node, left, right))
            return
        operations = [_operation(catalogue.INFIX, operator) for operator in node.operators]

        def chain(values: list[Any]) -> bool:
            return all(
                operation.function(*operation.accept(pair, as_operator=True))
                for operation, pair in zip(operations, pairwise(values), strict=True)
            )

        self.then(*node.operands, lambda: self.make(chain, len(node.operands), node))

    def conditional(self, node: nodes.Conditional) -> None:
        otherwise, end = Label(), Label()
        self.then(
            node.test,
            lambda: self.branch(otherwise, node.test),
            node.consequence,
            lambda: self.emit(op.JUMP, None, (end, None)),
            otherwise,
            node.alternative,
            end,
        )

    def branch(self, otherwise: Label, test: Node) -> None:
        leaves = self.leaves(1)
        if leaves is None:
            self.emit(op.BRANCH, None, (otherwise, test))
        else:
            self.emit(op.BRANCH_LEAF, leaves[0], (otherwise, test))

    def attempt(self, node: nodes.Attempt) -> None:
        handler, end = Label(), Label()
        context = self.context
        slot = -1 - context.code.extra  # extra slots are counted from the end, where captures do not move them
        context.code.extra += 1
        outer = context.slots.get(node.name)

        def bind() -> None:
            context.slots[node.name] = slot

        def unbind() -> None:
            if outer is None:
                del context.slots[node.name]
            else:
                context.slots[node.name] = outer

        self.then(
            lambda: self.emit(op.TRY, None, (handler, slot)),
            node.body,
            lambda: self.emit(op.END_TRY),
            lambda: self.emit(op.JUMP, None, (end, None)),
            handler,
            bind,
            node.handler,
            unbind,
            end,
        )

    def lambda_(self, node: nodes.Lambda) -> None:
        self.function(None, node.parameters, node.body, None, node)

    def function_definition(self, node: nodes.FunctionDefinition) -> None:
        self.function(node.name, node.parameters, node.body, node.doc, node)

    def function(
        self, name: str | None, parameters: list[nodes.Parameter], body: Node, doc: str | None, node: Node
    ) -> None:
        if self.context.depth >= _MAX_FUNCTION_NESTING:
            raise LimitError(
                f"Functions can stand inside each other {_MAX_FUNCTION_NESTING} deep.",
                hint="give an inner one a name",
                span=_span(node),
            )
        names = tuple(parameter.name for parameter in parameters)
        defaults = [parameter.default for parameter in parameters if parameter.default is not None]
        code = Code(name or "a function", self.source)
        plan = FunctionPlan(code, names, self.source.text[node.start : node.end], doc)
        self.pending.append((_Context(code, self.context, plan, names), body))
        self.then(*defaults, lambda: self.emit(op.CLOSE, plan, (len(defaults), name)))

    def range(self, node: nodes.Range) -> None:
        parts = node.children()
        self.then(*parts, lambda: self.make(make_range, len(parts), node))

    def conversion(self, node: nodes.Conversion) -> None:
        target = read_target(node)
        if isinstance(target, nodes.Node):
            if isinstance(target, nodes.Name) and self.context.slot(target.id) is None:
                self.scope.check_target(target.id, _span(target))
            self.then(target, node.value, lambda: self.call([None], node))
            return
        notation = target
        self.then(node.value, lambda: self.make(lambda values: with_notation(values[0], notation), 1, node))

    def pipe(self, node: nodes.Pipe) -> None:
        right = node.function
        if isinstance(right, nodes.Call) and not any(isinstance(a, nodes.KeywordArgument) for a in right.arguments):
            count = len(right.arguments) + 1
            self.then(right.function, *right.arguments, node.value, lambda: self.call([None] * count, node))
        else:
            self.then(right, node.value, lambda: self.call([None], node))

    def call_form(self, node: nodes.Call) -> None:
        keywords = [argument for argument in node.arguments if isinstance(argument, nodes.KeywordArgument)]
        if not keywords:
            self.then(node.function, *node.arguments, lambda: self.call(node.arguments, node))
            return
        count = len(node.arguments) - len(keywords)
        if any(isinstance(argument, nodes.KeywordArgument) for argument in node.arguments[:count]):
            raise SyntaxProblem("Arguments with a name stand behind the others.", span=_span(keywords[0]))
        names = tuple(keyword.name for keyword in keywords)
        values = [keyword.value for keyword in keywords]
        self.then(
            node.function,
            *node.arguments[:count],
            *values,
            lambda: self.emit(op.CALL_KEYWORDS, (count, names), node),
        )

    def call(self, arguments: Sequence[Node | None], node: Node) -> None:
        leaves = self.leaves(len(arguments) + 1)
        if leaves is None:
            self.emit(op.CALL, len(arguments), node)
        elif len(leaves) == 2:
            self.emit(op.CALL_LEAF, (leaves[0], leaves[1]), node)
        else:
            self.emit(op.CALL_LEAVES, (leaves[0], leaves[1:]), node)

    def index(self, node: nodes.Index) -> None:
        parts = node.children()[1:]
        self.then(node.base, *parts, lambda: self.emit(op.INDEX, len(parts), node))

    def open_range(self, node: nodes.OpenRange) -> None:
        ends = [node.first, node.last]
        parts = [part if part is not None else (lambda: self.push(constant(None))) for part in ends]
        self.then(*parts, lambda: self.make(make_slice, 2, node))

    def member(self, node: nodes.Member) -> None:
        def look_up(values: list[Any]) -> Any:
            if isinstance(values[0], Caught) and node.name == "message":
                return values[0].error.message
            raise KindError(f"There is no {node.name} in this value.", span=Span(node.base.end, node.end))

        self.then(node.base, lambda: self.make(look_up, 1, node))

    def juxtaposition(self, node: nodes.Juxtaposition) -> None:
        factors = node.factors
        if not any(_may_be_function(factor) for factor in factors[:-1]):
            multiply = _operation(catalogue.INFIX, "*")
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
        elif _may_be_function(left):
            self.emit(
                op.JUXTAPOSE, isinstance(right, nodes.Number), nodes.Binary("*", left, right, left.start, node.end)
            )
        else:
            self.operate(_operation(catalogue.INFIX, "*"), node, left, right)

    def held_call(self, node: Node) -> nodes.Call | None:
        """The call `x(a)` below powers and postfixes, where `x` may turn out to be a number: `x(3)^2` is `x (3^2)`."""
        while True:
            if isinstance(node, nodes.Postfix):
                node = node.operand
            elif isinstance(node, nodes.Binary) and node.operator == "^":
                node = node.left
            else:
                break
        if not isinstance(node, nodes.Call) or len(node.arguments) != 1:
            return None
        if isinstance(node.arguments[0], nodes.KeywordArgument):
            return None
        name = node.function
        if isinstance(name, nodes.Name) and self.context.slot(name.id) is None and catalogue.is_operation(name.id):
            return None  # a built-in function stays one
        return node

    def put_held(self, node: Node, call: nodes.Call) -> None:
        power = _operation(catalogue.INFIX, "^")
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

    def unsupported(self, node: Node) -> None:
        raise Unsupported(_UNSUPPORTED[type(node)], span=_span(node))

    def placed(self, function: Callable[[Any], Any], node: Node, argument: Any) -> Any:
        try:
            return function(argument)
        except CalcError as error:
            error.at(node.start, node.end)
            raise


def _operation(table: dict[str, str], symbol: str) -> Operation:
    operation = catalogue.find(table[symbol])
    assert operation is not None  # the tables are tested against the declarations
    return operation


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


def _span(node: Node) -> Span:
    return Span(node.start, node.end)


_UNSUPPORTED: dict[type, str] = {
    nodes.Date: "Dates and times cannot be calculated with yet.",
    nodes.Measure: "Feet and inches, or minutes and seconds of arc, cannot be calculated with yet.",
    nodes.UnitDefinition: "Units cannot be defined yet.",
    nodes.Import: "Modules cannot be imported yet.",
    nodes.ImportFrom: "Modules cannot be imported yet.",
    nodes.Plot: "Functions cannot be plotted yet.",
}
_FORMS: dict[type, Callable[[_Compiler, Any], None]] = {
    nodes.Number: _Compiler.number,
    nodes.Name: _Compiler.name,
    nodes.Text: _Compiler.text,
    nodes.Interpolation: _Compiler.interpolation,
    nodes.Group: _Compiler.group,
    nodes.ListLiteral: _Compiler.list_literal,
    nodes.Prefix: _Compiler.prefix,
    nodes.Postfix: _Compiler.postfix,
    nodes.Binary: _Compiler.binary,
    nodes.Logical: _Compiler.logical,
    nodes.Comparison: _Compiler.comparison,
    nodes.Conditional: _Compiler.conditional,
    nodes.Attempt: _Compiler.attempt,
    nodes.Lambda: _Compiler.lambda_,
    nodes.FunctionDefinition: _Compiler.function_definition,
    nodes.Range: _Compiler.range,
    nodes.Conversion: _Compiler.conversion,
    nodes.Pipe: _Compiler.pipe,
    nodes.Call: _Compiler.call_form,
    nodes.Index: _Compiler.index,
    nodes.OpenRange: _Compiler.open_range,
    nodes.Member: _Compiler.member,
    nodes.Juxtaposition: _Compiler.juxtaposition,
    **dict.fromkeys(_UNSUPPORTED, _Compiler.unsupported),
}
