"""Rules to nodes: one method per rule or alternative of the grammar.

The parser calls these as it goes, with everything the rule matched: tokens
and finished nodes in order. What the grammar accepts too widely is refused
here, under exactly the part that is wrong.
"""

from __future__ import annotations

from calc_repl.errors import SyntaxProblem
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.syntax.nodes import Node
from calc_repl.syntax.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Children = list[Any]  # tokens and nodes, as the rule orders them

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_ESCAPE_WIDTHS = {"x": 2, "u": 4}
_SUPERSCRIPT_TO_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


class NodeBuilder:
    """The callbacks of the parser. Stateless; each takes the children of a match."""

    @staticmethod
    def start(children: Children) -> nodes.Program:
        statements = [child for child in children if isinstance(child, Node)]
        if not statements:
            return nodes.Program([], 0, 0)
        return nodes.Program(statements, statements[0].start, statements[-1].end)

    # Statements

    @staticmethod
    def definition(children: Children) -> Node:
        left, _, value = children
        return _define(left, value, None, left.start)

    @staticmethod
    def documented_definition(children: Children) -> Node:
        left, _, doc, value = children
        return _define(left, value, _doc_text(doc), left.start)

    @staticmethod
    def let_definition(children: Children) -> Node:
        let, left, _, value = children
        return _define(left, value, None, let.start)

    @staticmethod
    def let_documented_definition(children: Children) -> Node:
        let, left, _, doc, value = children
        return _define(left, value, _doc_text(doc), let.start)

    @staticmethod
    def unit_definition(children: Children) -> Node:
        unit, name, _, value = children
        return nodes.UnitDefinition(name.text, name.end, value, unit.start, value.end)

    @staticmethod
    def import_modules(children: Children) -> Node:
        items = children[1::2]
        return nodes.Import(items, children[0].start, items[-1].end)

    @staticmethod
    def import_all(children: Children) -> Node:
        return nodes.ImportFrom(children[1].path, [], children[0].start, children[-1].end)

    @staticmethod
    def import_names(children: Children) -> Node:
        items = [child for child in children[3:] if isinstance(child, nodes.ImportItem)]
        return nodes.ImportFrom(children[1].path, items, children[0].start, children[-1].end)

    @staticmethod
    def reload(children: Children) -> Node:
        word, path = children
        return nodes.Reload(path.path, word.start, path.end)

    @staticmethod
    def assertion(children: Children) -> Node:
        word, test = children[:2]
        message = children[3] if len(children) > 2 else None
        return nodes.Assertion(test, message, word.start, children[-1].end)

    @staticmethod
    def import_item(children: Children) -> Node:
        path = children[0]
        is_file = not isinstance(path, nodes.ImportItem)
        target = _unescape(path.text[1:-1]) if is_file else path.path
        alias = children[2].text if len(children) > 1 else None
        return nodes.ImportItem(target, alias, path.start, children[-1].end, is_file)

    @staticmethod
    def import_name(children: Children) -> Node:
        alias = children[2].text if len(children) > 1 else None
        return nodes.ImportItem(children[0].text, alias, children[0].start, children[-1].end)

    @staticmethod
    def origin(children: Children) -> Node:
        path = "".join(child.path if isinstance(child, nodes.ImportItem) else child.text for child in children)
        return nodes.ImportItem(path, None, children[0].start, children[-1].end)

    @staticmethod
    def dotted_name(children: Children) -> Node:
        path = ".".join(token.text for token in children[::2])
        return nodes.ImportItem(path, None, children[0].start, children[-1].end)

    @staticmethod
    def plot(children: Children) -> Node:
        arguments = [child for child in children[1:] if isinstance(child, Node)]
        return nodes.Plot(arguments, children[0].start, children[-1].end)

    @staticmethod
    def documentation(children: Children) -> Node:
        (doc,) = children
        return nodes.Documentation(_doc_text(doc), doc.start, doc.end)

    # Functions and conditions

    @staticmethod
    def anonymous_function(children: Children) -> Node:
        head, _, body = children
        if isinstance(head, Token):
            parameters = [nodes.Parameter(head.text, None, head.start, head.end)]
        else:
            parameters = _parameters([head.inner] if isinstance(head, nodes.Group) else head.factors)
        return nodes.Lambda(parameters, body, head.start, body.end)

    @staticmethod
    def pipe(children: Children) -> Node:
        value, _, function = children
        return nodes.Pipe(value, function, value.start, function.end)

    @staticmethod
    def conditional(children: Children) -> Node:
        word, test, _, consequence, _, alternative = children
        return nodes.Conditional(test, consequence, alternative, word.start, alternative.end)

    @staticmethod
    def lazy_if(children: Children) -> Node:
        word, parts = children
        if len(parts.factors) != 3 or any(isinstance(part, nodes.KeywordArgument) for part in parts.factors):
            raise SyntaxProblem(
                "if(...) needs a condition and two values.",
                hint="write if(x > 0, 1, 2)",
                span=Span(word.start, parts.end),
            )
        test, consequence, alternative = parts.factors
        return nodes.Conditional(test, consequence, alternative, word.start, parts.end)

    @staticmethod
    def attempt(children: Children) -> Node:
        word, body, _, name, _, handler = children
        return nodes.Attempt(body, name.text, handler, word.start, handler.end)

    @staticmethod
    def either(children: Children) -> Node:
        left, sign, right = children
        return nodes.Logical("or", left, right, sign.start)

    @staticmethod
    def both(children: Children) -> Node:
        left, sign, right = children
        return nodes.Logical("and", left, right, sign.start)

    # Operators

    @staticmethod
    def binary(children: Children) -> Node:
        left, sign, right = children
        return nodes.Binary(sign.text, left, right, sign.start)

    @staticmethod
    def power(children: Children) -> Node:
        base, sign, exponent = children
        return nodes.Binary("^", base, exponent, sign.start)

    @staticmethod
    def quotient(children: Children) -> Node:
        left, sign, right = children
        if isinstance(right, nodes.Juxtaposition) and isinstance(right.factors[0], nodes.Number) and sign.text == "/":
            fraction = _fraction_before_factors(left, right, sign.start)
            if fraction is not None:
                return fraction
        return nodes.Binary(sign.text, left, right, sign.start)

    @staticmethod
    def prefix(children: Children) -> Node:
        sign, operand = children
        return nodes.Prefix(sign.text, operand, sign.start, operand.end)

    @staticmethod
    def postfix(children: Children) -> Node:
        operand, sign = children
        return nodes.Postfix(sign.text.translate(_SUPERSCRIPT_TO_PLAIN), operand, operand.start, sign.end)

    @staticmethod
    def juxtaposition(children: Children) -> Node:
        left, right = children
        previous = left.factors[-1] if isinstance(left, nodes.Juxtaposition) else left
        _refuse_neighbours(previous, right)
        if isinstance(left, nodes.Juxtaposition):
            left.factors.append(right)
            left.end = right.end
            return left
        return nodes.Juxtaposition([left, right], left.start, right.end)

    @staticmethod
    def comparison(children: Children) -> Node:
        signs = [sign.text for sign in children[1::2]]
        return nodes.Comparison(children[::2], signs, children[0].start, children[-1].end)

    @staticmethod
    def conversion(children: Children) -> Node:
        value, word, target = children
        _refuse_arithmetic(target)
        return nodes.Conversion(value, target, word.text, value.start, target.end)

    @staticmethod
    def range(children: Children) -> Node:
        first, last = children[0], children[2]
        step = children[4] if len(children) > 3 else None
        return nodes.Range(first, last, step, first.start, children[-1].end)

    @staticmethod
    def call(children: Children) -> Node:
        arguments = [child for child in children[2:-1] if isinstance(child, Node)]
        return nodes.Call(children[0], arguments, children[0].start, children[-1].end)

    @staticmethod
    def keyword_argument(children: Children) -> Node:
        name, _, value = children
        return nodes.KeywordArgument(name.text, value, name.start, value.end)

    @staticmethod
    def index(children: Children) -> Node:
        rows = [row.factors for row in children[2:-1:2]]
        return nodes.Index(children[0], rows, children[0].start, children[-1].end)

    @staticmethod
    def open_range(children: Children) -> Node:
        first = children[0] if isinstance(children[0], Node) else None
        last = children[-1] if isinstance(children[-1], Node) else None
        return nodes.OpenRange(first, last, children[0].start, children[-1].end)

    @staticmethod
    def member(children: Children) -> Node:
        base, _, name = children
        return nodes.Member(base, name.text, base.start, name.end)

    # Atoms

    @staticmethod
    def number(children: Children) -> Node:
        (token,) = children
        return nodes.Number(token.text, token.start, token.end)

    @staticmethod
    def name(children: Children) -> Node:
        (token,) = children
        return nodes.Name(token.text, token.start, token.end)

    @staticmethod
    def text(children: Children) -> Node:
        (token,) = children
        return nodes.Text(_unescape(token.text[1:-1]), token.start, token.end)

    @staticmethod
    def interpolation(children: Children) -> Node:
        parts: list[Node] = []
        for child in children:
            if isinstance(child, Node):
                parts.append(child)
            elif len(child.text) > 2:
                parts.append(nodes.Text(_unescape(child.text[1:-1]), child.start, child.end))
        return nodes.Interpolation(parts, children[0].start, children[-1].end)

    @staticmethod
    def date(children: Children) -> Node:
        (token,) = children
        return nodes.Date(token.text, token.start, token.end)

    @staticmethod
    def measure(children: Children) -> Node:
        (token,) = children
        return nodes.Measure(token.text, token.start, token.end)

    @staticmethod
    def group(children: Children) -> Node:
        left, inner, right = children
        return nodes.Group(inner, left.start, right.end)

    @staticmethod
    def tuple(children: Children) -> Node:
        parts = [child for child in children if isinstance(child, Node)]
        return nodes.Juxtaposition(parts, children[0].start, children[-1].end)

    @staticmethod
    def row(children: Children) -> Node:
        parts = children[::2]
        return nodes.Juxtaposition(parts, parts[0].start, parts[-1].end)

    @staticmethod
    def list(children: Children) -> Node:
        rows = [row.factors for row in children[1:-1:2]]
        return nodes.ListLiteral(rows, children[0].start, children[-1].end)


def _define(left: Node, value: Node, doc: str | None, start: int) -> Node:
    """The definition of a name or a function, from the expression left of the sign."""
    if isinstance(left, nodes.Name):
        return nodes.Definition(left.id, left.end, value, start, value.end)
    if isinstance(left, nodes.Call) and isinstance(left.function, nodes.Name):
        head = left.function
        parameters = _parameters(left.arguments)
        return nodes.FunctionDefinition(head.id, head.end, parameters, value, doc, start, value.end)
    if isinstance(left, nodes.Juxtaposition) and all(isinstance(factor, nodes.Name) for factor in left.factors):
        hint = "a function is defined with brackets, as in f(x) = x^2"
    else:
        hint = "to compare, write =="
    raise SyntaxProblem("Only a name or a function can be defined.", hint=hint, span=Span(left.start, left.end))


def _parameters(parts: list[Node]) -> list[nodes.Parameter]:
    parameters: list[nodes.Parameter] = []
    seen: set[str] = set()
    for part in parts:
        if isinstance(part, nodes.Name):
            parameter = nodes.Parameter(part.id, None, part.start, part.end)
        elif isinstance(part, nodes.KeywordArgument):
            parameter = nodes.Parameter(part.name, part.value, part.start, part.end)
        else:
            raise SyntaxProblem("A parameter must be a name.", span=Span(part.start, part.end))
        if parameter.name in seen:
            raise SyntaxProblem(f"Two parameters are called {parameter.name}.", span=Span(part.start, part.end))
        if parameters and parameters[-1].default is not None and parameter.default is None:
            raise SyntaxProblem(
                f"{parameter.name} needs a default too, for it stands behind one that has one.",
                span=Span(part.start, part.end),
            )
        seen.add(parameter.name)
        parameters.append(parameter)
    return parameters


def _fraction_before_factors(left: Node, right: nodes.Juxtaposition, sign_start: int) -> Node | None:
    """Rule J: NUMBER/NUMBER before further factors is one fraction, unless a `/` stands before it.

    `6/2(1+2)` is `(6/2)(1+2)`, `3 m * 1/2 s` is `3 m * (1/2) s`; None where the rule does not apply.
    """
    signs = []
    numerator = left
    while isinstance(numerator, nodes.Prefix) and numerator.operator in "+-":
        signs.append(numerator)
        numerator = numerator.operand
    multiplied = None
    if not signs and isinstance(left, nodes.Binary) and left.operator == "*":
        multiplied, numerator = left, left.right
    if not isinstance(numerator, nodes.Number):
        return None
    divisor = right.factors[0]
    fraction = nodes.Binary("/", numerator, divisor, sign_start)
    product: Node = nodes.Juxtaposition([fraction, *right.factors[1:]], numerator.start, right.end)
    for sign in reversed(signs):
        product = nodes.Prefix(sign.operator, product, sign.start, right.end)
    if multiplied is not None:
        return nodes.Binary("*", multiplied.left, product, multiplied.sign_start)
    return product


def _refuse_neighbours(left: Node, right: Node) -> None:
    """Refuse what only looks like a product: two numbers, or a name grown out of a number's underscore."""
    if isinstance(right, nodes.Number) and isinstance(left, nodes.Number):
        raise SyntaxProblem(
            "Two numbers stand side by side.",
            hint="write an operator between them; digits may be grouped with _, as in 10_000",
            span=Span(left.start, right.end),
        )
    if isinstance(right, nodes.Number) and isinstance(left, nodes.Measure):
        raise SyntaxProblem(
            "A number cannot stand directly behind a measure.",
            hint="write an operator between them",
            span=Span(left.start, right.end),
        )
    if isinstance(right, nodes.Group) and isinstance(left, nodes.Number) and left.text.endswith("."):
        digits = right.inner.text if isinstance(right.inner, nodes.Number) else "3"
        raise SyntaxProblem(
            f"{left.text} before a bracket could be a product or a repeating decimal.",
            hint=f"write {left.text}({digits})... for digits that repeat, {left.text}0*(...) for the product",
            span=Span(left.start, right.end),
        )
    if (
        isinstance(right, nodes.Name)
        and isinstance(left, nodes.Number)
        and right.id[0] == "_"
        and left.end == right.start
    ):
        raise SyntaxProblem(
            "A number cannot end in _.",
            hint="between digits _ groups them; for the previous answer write a space or * before it",
            span=Span(left.start, right.end),
        )


def _refuse_arithmetic(target: Node) -> None:
    """A target is followed by nothing: `5 m to cm * 3` needs parentheses to be clear."""
    part = target
    while isinstance(part, nodes.Binary):
        if isinstance(part.right, nodes.Number) and part.operator in ("+", "-", "*", "/", "//", "%", "mod", "±"):
            raise SyntaxProblem(
                "After a conversion nothing more can be calculated.",
                hint="put the conversion in parentheses",
                span=Span(part.sign_start, part.right.end),
            )
        part = part.left


def _doc_text(token: Token) -> str:
    from calc_repl.syntax.documentation import unindented

    return unindented(_unescape(token.text[3:-3]).strip())


def _unescape(text: str) -> str:
    """A text with its escapes resolved: \\n, \\t, \\r, \\0, \\xHH, \\uHHHH, and \\ before any other character."""
    if "\\" not in text:
        return text
    out = []
    position = 0
    while position < len(text):
        character = text[position]
        position += 1
        if character != "\\":
            out.append(character)
            continue
        kind = text[position : position + 1]
        width = _ESCAPE_WIDTHS.get(kind, 0)
        code = text[position + 1 : position + 1 + width]
        position += 1
        if width and len(code) == width and not code.strip("0123456789abcdefABCDEF"):
            out.append(chr(int(code, 16)))
            position += width
        else:
            out.append(_ESCAPES.get(kind, kind))
    return "".join(out)
