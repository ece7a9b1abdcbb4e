"""Our tokenizer in front of Lark's parser, against Lark with its own lexer; the same grammar, the same nodes."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Lark, Token

from calc_repl.syntax.builder import NodeBuilder
from calc_repl.syntax.parser import parse_tokens
from calc_repl.syntax.tables import grammar_text
from calc_repl.syntax.tokens import tokenize
from tests.benchmarks.clocks import cpu
from tests.benchmarks.figures import Figure

LINE = "f(x) = 3x^2 + sin(pi x)/2 - 5 km to miles"
REPEATED = 20  # in each measurement, so that the clock's steps do not show

#: What a regular expression can tell of our terminals: all but the settling of `%`, `in` and statements.
TERMINALS = r"""
%ignore /[ \t]+/
SEMICOLON: ";"
NEWLINE: /\r?\n/
ASSIGN: "=" | ":="
DOC.3: /\"\"\"[^"]*\"\"\"/
LET.2: /let(?= )/
UNIT.2: /unit(?= )/
IMPORT.2: /import(?= )/
FROM.2: /from(?= )/
PLOT.2: /plot(?= )/
AS.2: /as\b/
RELOAD.2: /reload(?= )/
ASSERT.2: /assert(?= )/
COMMA: ","
DOT: "."
RANGE: ".."
BY: "by"
ARROW: "=>"
PIPE: "|>"
COLON: ":"
IF: "if"
THEN: "then"
ELSE: "else"
TRY: "try"
CATCH: "catch"
OR: "or"
AND: "and"
NOT: "not"
COMPARE: "==" | /!=(?!=)/ | "<=" | ">=" | "<" | ">"
TO.2: /to\b|->/
BIT_OR: "|"
BIT_XOR: "xor"
BIT_AND: "&"
BIT_NOT: "~"
SHIFT: "<<" | ">>"
PLUS: "+"
MINUS: /[-−–]/
PLUS_MINUS: "+/-" | "±"
STAR: /\*(?!\*)|[×·]/
SLASH: /\/(?!\/)|÷/
MODULO.2: /\/\/|mod\b/
PER_CENT_OF.2: /(?:of|on|off)\b/
POWER: "^" | "**"
CALL.2: /(?<=[\w)\]])\(/
LPAR: "("
RPAR: ")"
INDEX.2: /(?<=[\w)\]])\[/
LSQB: "["
RSQB: "]"
BANG: /!!?/
PERCENT: "%"
SUPERSCRIPT: /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+/
NUMBER: /(?:[0-9]+(?:_[0-9]+)*(?:\.(?!\.)[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/
NAME: /[^\W\d][^\W⁰¹²³⁴⁵⁶⁷⁸⁹]*/
TEXT: /"[^"{\n]*"/
TEXT_HEAD: /"[^"{\n]*\{/
TEXT_MIDDLE: /\}[^"{\n]*\{/
TEXT_TAIL: /\}[^"{\n]*"/
DATE.2: /@?[0-9]{4}-[0-9]{2}-[0-9]{2}/
MEASURE.2: /[0-9]+'(?:[0-9]+")?/
"""


def figures() -> Iterator[Figure]:
    stock = stock_parser()
    assert repr(stock.parse(LINE)) == repr(ours(LINE)), "the two parsers disagree"

    def run_ours() -> None:
        for _ in range(REPEATED):
            ours(LINE)

    def run_stock() -> None:
        for _ in range(REPEATED):
            stock.parse(LINE)

    own, embedded = cpu(run_ours, run_stock, rounds=30)
    yield Figure("parse: medium line / Lark, contextual lexer, same builder embedded", own / embedded, "x", at_most=1.2)


def ours(text: str) -> object:
    return parse_tokens(tokenize(text), text)


def stock_parser() -> Lark:
    # Lark's token answers to the names our builder asks for, at no cost: they are names of the same slots.
    Token.text, Token.start, Token.end = Token.value, Token.start_pos, Token.end_pos
    rules = "".join(line for line in grammar_text().splitlines(True) if not line.startswith("%declare"))
    return Lark(
        rules + TERMINALS,
        parser="lalr",
        lexer="contextual",
        transformer=NodeBuilder,  # Lark only looks its methods up
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
