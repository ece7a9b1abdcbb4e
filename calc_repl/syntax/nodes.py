"""The syntax tree: one class per form of the language, each with its exact span.

Nodes hold text, not values: what `0x1F` is worth is decided where a tree
becomes a value. `children` lists the nodes directly below, for walks that
must not recurse.
"""

from __future__ import annotations

Parts = list["Node"]


class Node:
    """A part of a program; `start` and `end` are offsets in its source."""

    __slots__ = ("end", "start")
    start: int
    end: int

    def children(self) -> Parts:
        """The nodes directly below this one, in the order of the text."""
        return []

    def __repr__(self) -> str:
        names = [name for cls in type(self).__mro__ for name in getattr(cls, "__slots__", ())]
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({fields})"


class Number(Node):
    """A numeric literal as it was written."""

    __slots__ = ("text",)

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


class Name(Node):
    """A name, in its one canonical spelling."""

    __slots__ = ("id",)

    def __init__(self, id: str, start: int, end: int) -> None:
        self.id = id
        self.start = start
        self.end = end


class Text(Node):
    """A text literal, its escapes resolved."""

    __slots__ = ("value",)

    def __init__(self, value: str, start: int, end: int) -> None:
        self.value = value
        self.start = start
        self.end = end


class Interpolation(Node):
    """A text with expressions in braces: texts and expressions in turn."""

    __slots__ = ("parts",)

    def __init__(self, parts: Parts, start: int, end: int) -> None:
        self.parts = parts
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return self.parts


class Date(Node):
    """A date, a time of day, or both."""

    __slots__ = ("text",)

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


class Measure(Node):
    """Feet and inches, or degrees, minutes and seconds."""

    __slots__ = ("text",)

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


class Group(Node):
    """An expression in parentheses."""

    __slots__ = ("inner",)

    def __init__(self, inner: Node, start: int, end: int) -> None:
        self.inner = inner
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.inner]


class ListLiteral(Node):
    """A list, or with several rows a matrix."""

    __slots__ = ("rows",)

    def __init__(self, rows: list[Parts], start: int, end: int) -> None:
        self.rows = rows
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [item for row in self.rows for item in row]


class Binary(Node):
    """Two operands and the canonical sign between them, which begins at `sign_start` in the source."""

    __slots__ = ("left", "operator", "right", "sign_start")

    def __init__(self, operator: str, left: Node, right: Node, sign_start: int) -> None:
        self.operator = operator
        self.left = left
        self.right = right
        self.sign_start = sign_start
        self.start = left.start
        self.end = right.end

    def children(self) -> Parts:
        return [self.left, self.right]


class Logical(Binary):
    """`and` or `or`: the right side is looked at only when the left leaves it open."""

    __slots__ = ()


class Prefix(Node):
    """A sign, `~` or `not` before an operand."""

    __slots__ = ("operand", "operator")

    def __init__(self, operator: str, operand: Node, start: int, end: int) -> None:
        self.operator = operator
        self.operand = operand
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.operand]


class Postfix(Node):
    """`!`, `!!`, `%` or superscript digits (given as plain digits) behind an operand."""

    __slots__ = ("operand", "operator")

    def __init__(self, operator: str, operand: Node, start: int, end: int) -> None:
        self.operator = operator
        self.operand = operand
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.operand]


class Juxtaposition(Node):
    """Factors side by side: a product, or a function before its argument."""

    __slots__ = ("factors",)

    def __init__(self, factors: Parts, start: int, end: int) -> None:
        self.factors = factors
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return self.factors


class Call(Node):
    """`f(x)`: a call, or a product when `f` turns out to be a number."""

    __slots__ = ("arguments", "function")

    def __init__(self, function: Node, arguments: Parts, start: int, end: int) -> None:
        self.function = function
        self.arguments = arguments
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.function, *self.arguments]


class KeywordArgument(Node):
    """`name = value` among arguments or parameters."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: Node, start: int, end: int) -> None:
        self.name = name
        self.value = value
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.value]


class Index(Node):
    """`v[i]`: an element, or a call when `v` turns out to be a function before a list."""

    __slots__ = ("base", "rows")

    def __init__(self, base: Node, rows: list[Parts], start: int, end: int) -> None:
        self.base = base
        self.rows = rows
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.base, *(item for row in self.rows for item in row)]


class OpenRange(Node):
    """`..`, `a..` or `..b` as an index; a missing end is None."""

    __slots__ = ("first", "last")

    def __init__(self, first: Node | None, last: Node | None, start: int, end: int) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [node for node in (self.first, self.last) if node is not None]


class Member(Node):
    """`module.name`."""

    __slots__ = ("base", "name")

    def __init__(self, base: Node, name: str, start: int, end: int) -> None:
        self.base = base
        self.name = name
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.base]


class Comparison(Node):
    """A chain such as `a < b <= c`: operands, and the signs between them."""

    __slots__ = ("operands", "operators")

    def __init__(self, operands: Parts, operators: list[str], start: int, end: int) -> None:
        self.operands = operands
        self.operators = operators
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return self.operands


class Conditional(Node):
    """`if test then consequence else alternative`."""

    __slots__ = ("alternative", "consequence", "test")

    def __init__(self, test: Node, consequence: Node, alternative: Node, start: int, end: int) -> None:
        self.test = test
        self.consequence = consequence
        self.alternative = alternative
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.test, self.consequence, self.alternative]


class Attempt(Node):
    """`try body catch name: handler`."""

    __slots__ = ("body", "handler", "name")

    def __init__(self, body: Node, name: str, handler: Node, start: int, end: int) -> None:
        self.body = body
        self.name = name
        self.handler = handler
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.body, self.handler]


class Parameter(Node):
    """A parameter of a function; `default` is None when an argument must be given."""

    __slots__ = ("default", "name")

    def __init__(self, name: str, default: Node | None, start: int, end: int) -> None:
        self.name = name
        self.default = default
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [] if self.default is None else [self.default]


class Lambda(Node):
    """`x => body` or `(x, y) => body`."""

    __slots__ = ("body", "parameters")

    def __init__(self, parameters: list[Parameter], body: Node, start: int, end: int) -> None:
        self.parameters = parameters
        self.body = body
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [*self.parameters, self.body]


class Range(Node):
    """`first..last`, or `first..last by step`."""

    __slots__ = ("first", "last", "step")

    def __init__(self, first: Node, last: Node, step: Node | None, start: int, end: int) -> None:
        self.first = first
        self.last = last
        self.step = step
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.first, self.last] if self.step is None else [self.first, self.last, self.step]


class Conversion(Node):
    """`value to target`; the target is a unit, a format or a function, not an expression. `word` is to, in or as."""

    __slots__ = ("target", "value", "word")

    def __init__(self, value: Node, target: Node, word: str, start: int, end: int) -> None:
        self.value = value
        self.target = target
        self.word = word
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.value, self.target]


class Pipe(Node):
    """`value |> function`."""

    __slots__ = ("function", "value")

    def __init__(self, value: Node, function: Node, start: int, end: int) -> None:
        self.value = value
        self.function = function
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.value, self.function]


class Definition(Node):
    """`name = value`."""

    __slots__ = ("name", "name_end", "value")

    def __init__(self, name: str, name_end: int, value: Node, start: int, end: int) -> None:
        self.name = name
        self.name_end = name_end
        self.value = value
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.value]


class FunctionDefinition(Node):
    """`name(parameters) = body`, with the doc text behind the sign if there is one."""

    __slots__ = ("body", "doc", "name", "name_end", "parameters")

    def __init__(
        self,
        name: str,
        name_end: int,
        parameters: list[Parameter],
        body: Node,
        doc: str | None,
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.name_end = name_end
        self.parameters = parameters
        self.body = body
        self.doc = doc
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [*self.parameters, self.body]


class UnitDefinition(Node):
    """`unit name = value`."""

    __slots__ = ("name", "name_end", "value")

    def __init__(self, name: str, name_end: int, value: Node, start: int, end: int) -> None:
        self.name = name
        self.name_end = name_end
        self.value = value
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.value]


class ImportItem(Node):
    """One thing an import names, by a dotted path or a file, and the name it gets here (None: its own)."""

    __slots__ = ("alias", "is_file", "path")

    def __init__(self, path: str, alias: str | None, start: int, end: int, is_file: bool = False) -> None:
        self.path = path
        self.alias = alias
        self.is_file = is_file
        self.start = start
        self.end = end


class Import(Node):
    """`import a.b as c, d`."""

    __slots__ = ("items",)

    def __init__(self, items: list[ImportItem], start: int, end: int) -> None:
        self.items = items
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [*self.items]


class ImportFrom(Node):
    """`from origin import names`; without names, `*`."""

    __slots__ = ("items", "origin")

    def __init__(self, origin: str, items: list[ImportItem], start: int, end: int) -> None:
        self.origin = origin
        self.items = items
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [*self.items]


class Reload(Node):
    """`reload a.b`."""

    __slots__ = ("path",)

    def __init__(self, path: str, start: int, end: int) -> None:
        self.path = path
        self.start = start
        self.end = end


class Assertion(Node):
    """`assert test, message`; without a message, None."""

    __slots__ = ("message", "test")

    def __init__(self, test: Node, message: Node | None, start: int, end: int) -> None:
        self.test = test
        self.message = message
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return [self.test] if self.message is None else [self.test, self.message]


class Plot(Node):
    """`plot expression, name = first..last`."""

    __slots__ = ("arguments",)

    def __init__(self, arguments: Parts, start: int, end: int) -> None:
        self.arguments = arguments
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return self.arguments


class Documentation(Node):
    """A doc text standing alone: what the module is for."""

    __slots__ = ("text",)

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


class Program(Node):
    """The statements of one input."""

    __slots__ = ("statements",)

    def __init__(self, statements: Parts, start: int, end: int) -> None:
        self.statements = statements
        self.start = start
        self.end = end

    def children(self) -> Parts:
        return self.statements
