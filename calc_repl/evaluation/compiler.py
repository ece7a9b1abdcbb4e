"""Syntax tree to code: one method for each form of the language."""

from __future__ import annotations

from itertools import pairwise

from calc_repl.errors import AssertionFailed, CalcError, LimitError, SyntaxProblem
from calc_repl.evaluation import code as op
from calc_repl.evaluation.code import Code, FunctionPlan, constant, local, named
from calc_repl.evaluation.emitter import Context, Label, operation_of, span_of
from calc_repl.evaluation.literals import SUFFIXES, number_value, suffix_of
from calc_repl.evaluation.making import list_maker, make_range
from calc_repl.evaluation.members import member
from calc_repl.evaluation.products import ProductForms
from calc_repl.evaluation.selecting import make_slice
from calc_repl.operations import catalogue
from calc_repl.syntax import nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.evaluation.scope import Scope
    from calc_repl.source import Source
    from calc_repl.syntax.nodes import Node

_MAX_FUNCTION_NESTING = 100


def compile_statement(node: Node, source: Source, scope: Scope, to_text: Callable[[Any], str]) -> Code:
    """The code of one statement without its definition; `to_text` writes values into texts.

    Raises SyntaxProblem or LimitError for forms that cannot be compiled.
    """
    compiler = _Compiler(source, scope, to_text)
    return compiler.compile(node)


class _Compiler(ProductForms):
    __slots__ = ()

    def number(self, node: nodes.Number) -> None:
        suffix = suffix_of(node.text)
        if suffix and (self.context.slot(suffix) is not None or suffix in self.scope.names):
            digits = node.text.removesuffix(suffix)
            raise SyntaxProblem(
                f"{node.text} is {digits} times {suffix}, or {digits} with the ending {suffix} of a large number.",
                hint=f"write {digits}*{suffix}, or {digits}e{SUFFIXES[suffix]}",
                span=span_of(node),
            )
        self.push_constant(self.placed(number_value, node, node.text))

    def name(self, node: nodes.Name) -> None:
        slot = self.context.slot(node.id)
        if slot is not None:
            self.push(local(slot))
        else:
            following = self.following.get(id(node))
            if following is not None:
                self.push(named(lambda name: self.scope.lookup_before(name, following), node))
            else:
                self.push(named(self.scope.lookup_unit if id(node) in self.units else self.scope.lookup, node))

    def text(self, node: nodes.Text) -> None:
        self.push(constant(node.value))

    def interpolation(self, node: nodes.Interpolation) -> None:
        def write(values: list[Any]) -> str:
            return "".join(value if type(value) is str else self.to_text(value) for value in values)

        self.then(*node.parts, lambda: self.make(write, len(node.parts), node))

    def date(self, node: nodes.Date) -> None:
        from calc_repl.values.date_texts import read

        self.push_constant(self.placed(read, node, node.text))

    def group(self, node: nodes.Group) -> None:
        self.then(node.inner)

    def list_literal(self, node: nodes.ListLiteral) -> None:
        elements = node.children()
        self.then(*elements, lambda: self.make(list_maker(node.rows), len(elements), node))

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
            operation = operation_of(catalogue.INFIX, node.operators[0])
            left, right = node.operands
            self.then(left, right, lambda: self.operate(operation, node, left, right))
            return
        operations = [operation_of(catalogue.INFIX, operator) for operator in node.operators]

        def chain(values: list[Any]) -> bool:
            return all(
                operation.apply(pair, as_operator=True)
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
        from calc_repl.syntax.documentation import comment_above

        doc = node.doc or comment_above(self.source.text, node.start)
        self.function(node.name, node.parameters, node.body, doc, node)

    def function(
        self, name: str | None, parameters: list[nodes.Parameter], body: Node, doc: str | None, node: Node
    ) -> None:
        if self.context.depth >= _MAX_FUNCTION_NESTING:
            raise LimitError(
                f"Functions can stand inside each other {_MAX_FUNCTION_NESTING} deep.",
                hint="give an inner one a name",
                span=span_of(node),
            )
        names = tuple(parameter.name for parameter in parameters)
        defaults = [parameter.default for parameter in parameters if parameter.default is not None]
        code = Code(name or "a function", self.source)
        plan = FunctionPlan(code, names, self.source.text[node.start : node.end], doc)
        self.pending.append((Context(code, self.context, plan, names), body))
        self.then(*defaults, lambda: self.emit(op.CLOSE, plan, (len(defaults), name)))

    def range(self, node: nodes.Range) -> None:
        parts = node.children()
        self.then(*parts, lambda: self.make(make_range, len(parts), node))

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
            raise SyntaxProblem("Arguments with a name stand behind the others.", span=span_of(keywords[0]))
        names = tuple(keyword.name for keyword in keywords)
        values = [keyword.value for keyword in keywords]
        self.then(
            node.function,
            *node.arguments[:count],
            *values,
            lambda: self.emit(op.CALL_KEYWORDS, (count, names), node),
        )

    def index(self, node: nodes.Index) -> None:
        parts = node.children()[1:]
        self.then(node.base, *parts, lambda: self.emit(op.INDEX, len(parts), node))

    def open_range(self, node: nodes.OpenRange) -> None:
        ends = [node.first, node.last]
        parts = [part if part is not None else (lambda: self.push(constant(None))) for part in ends]
        self.then(*parts, lambda: self.make(make_slice, 2, node))

    def member(self, node: nodes.Member) -> None:
        asking = self.scope.module

        def look_up(values: list[Any]) -> Any:
            try:
                return member(values[0], node.name, asking)
            except CalcError as error:
                error.at(node.base.end + 1, node.end)
                raise

        self.then(node.base, lambda: self.make(look_up, 1, node))

    def assertion(self, node: nodes.Assertion) -> None:
        failed, end = Label(), Label()
        text = self.source.text[node.test.start : node.test.end]

        def fail(values: list[Any]) -> Any:
            message = values[0] if type(values[0]) is str else text if values[0] is None else self.to_text(values[0])
            raise AssertionFailed(f"Assertion failed: {message}", span=span_of(node.test))

        def put_message() -> None:
            if node.message is None:
                self.push(constant(None))
            else:
                self.then(node.message)

        self.then(
            node.test,
            lambda: self.branch(failed, node.test),
            lambda: self.push(constant(None)),
            lambda: self.emit(op.JUMP, None, (end, None)),
            failed,
            put_message,
            lambda: self.make(fail, 1, node),
            end,
        )


_Compiler.forms = {
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
    nodes.Measure: _Compiler.measure,
    nodes.Date: _Compiler.date,
    nodes.Member: _Compiler.member,
    nodes.UnitDefinition: _Compiler.unit_definition,
    nodes.Assertion: _Compiler.assertion,
    nodes.Juxtaposition: _Compiler.juxtaposition,
}
