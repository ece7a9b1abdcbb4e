"""What to tell a user whose text does not parse.

The parser knows the token it could not take; why a person typed it is found
by looking at that token and its neighbours, one cause after the other.
"""

from __future__ import annotations

from calc_repl.errors import SyntaxProblem
from calc_repl.source import Span
from calc_repl.syntax.tokens import KEYWORDS, OPERAND_ENDS, Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_CLOSER = {"(": ")", "[": "]", "{": "}"}
_FOREIGN = {
    "||": ("|| is not an operator here.", "for booleans write or, for bits |"),
    "&&": ("&& is not an operator here.", "for booleans write and, for bits &"),
    "?": ("? is not an operator here.", "write if condition then value else value"),
    "'": ("' is the sign for feet and minutes of arc.", 'a text stands in double quotes, "like this"'),
    "{": ("A brace has a meaning only inside a text.", "group with ( ), list with [ ]"),
    "}": ("A brace has a meaning only inside a text.", "group with ( ), list with [ ]"),
    "\\": ("A backslash must end its line.", "it continues the input on the next line"),
    "`": ("The character ` has no meaning here.", None),
    "@": ("@ must stand before a date.", "as in @2024-02-28"),
}


def explain(tokens: list[Token], wrong: Token, expected: AbstractSet[str], text: str) -> SyntaxProblem:
    """The error for the token the parser could not take (terminal `$END`: the end of the text)."""
    if wrong.type == "$END":
        return _at_end(tokens, expected, text)
    index = next(i for i, token in enumerate(tokens) if token is wrong)
    before = tokens[index - 1] if index else None
    message, hint = _why(tokens, index, before, expected)
    keyword_before = before is not None and before.text in KEYWORDS and (wrong.type == "ASSIGN" or before.type == "IF")
    culprit = before if before is not None and keyword_before else wrong
    problem = SyntaxProblem(message, hint=hint, span=Span(culprit.start, culprit.end))
    problem.unfinished = wrong.type == "OPEN_TEXT" and wrong.text.startswith('"""')
    return problem


def _at_end(tokens: list[Token], expected: AbstractSet[str], text: str) -> SyntaxProblem:
    end = len(text)
    last = tokens[-1]
    opened = open_brackets(tokens)
    hint = None
    if expected == {"ARROW"}:
        return SyntaxProblem(
            "Several values in parentheses are the parameters of a function."
            if tokens[-2].type not in ("LPAR", "CALL")
            else "There is nothing between the parentheses.",
            hint="a list is written [1, 2], a function (x, y) => x + y",
            span=Span(_opening(tokens).start, last.end),
        )
    if last.type in OPERAND_ENDS and opened:
        message = f"The {opened[-1]} is not closed."
        hint = f"write {_CLOSER[opened[-1]]}" if opened[-1] != "{" else 'write } and then "'
    elif "THEN" in expected and "IF" in (token.type for token in tokens):
        message, hint = "This if has no then.", "write if condition then value else value"
    elif "ELSE" in expected:
        message, hint = "This if has no else.", "write if condition then value else value"
    elif last.type in ("CALL", "LPAR", "INDEX", "LSQB", "TEXT_HEAD") and opened:
        message, hint = f"The {opened[-1]} is not closed.", f"write {_CLOSER[opened[-1]]}"
    else:
        message = f"Something is missing after {_shown(last)}."
    problem = SyntaxProblem(message, hint=hint, span=Span(end, end))
    problem.unfinished = True
    return problem


def _opening(tokens: list[Token]) -> Token:
    """The bracket that the closing one at the end belongs to."""
    depth = 0
    for token in reversed(tokens):
        depth += (token.type == "RPAR") - (token.type in ("LPAR", "CALL"))
        if not depth:
            return token
    return tokens[0]


def open_brackets(tokens: list[Token]) -> list[str]:
    """The brackets that are open at the end of the tokens, outermost first: `(`, `[` or `{`."""
    opened: list[str] = []
    for token in tokens:
        if token.type in ("LPAR", "CALL"):
            opened.append("(")
        elif token.type in ("LSQB", "INDEX"):
            opened.append("[")
        elif token.type == "TEXT_HEAD":
            opened.append("{")
        elif token.type in ("RPAR", "RSQB", "TEXT_TAIL") and opened:
            opened.pop()
    return opened


def _why(tokens: list[Token], index: int, before: Token | None, expected: AbstractSet[str]) -> tuple[str, str | None]:
    """Message and hint for a token in the middle of the text."""
    wrong = tokens[index]
    if wrong.type == "UNREADABLE":
        return _unreadable(wrong)
    if wrong.type == "OPEN_TEXT":
        return "This text is not closed.", 'write " at its end'
    if wrong.type in ("RPAR", "RSQB"):
        return _stray_closer(wrong, before, open_brackets(tokens[:index]))
    if wrong.type == "COMMA" and not open_brackets(tokens[:index]):
        return _stray_comma(tokens, index)
    if wrong.type == "ASSIGN" and before is not None and before.text in KEYWORDS:
        return f"{before.text} is a word of the language.", "it cannot be used as a name"
    if before is not None and before.type == "IF":
        return "if ... then ... else needs parentheses here.", "or write if(condition, value, value)"
    if wrong.type in ("ASSIGN", "ARROW", "COLON", "DATE", "DOC"):
        return _WRONG_SIGN[wrong.type]
    before_operand = before is None or before.type not in OPERAND_ENDS
    if wrong.type == "BANG" and before_operand:
        return "! stands behind a number, as in 5!.", "to negate a condition write not"
    if wrong.type == "BIT_OR" and before_operand:
        return "| is the operator or on bits.", "for the absolute value write abs(x)"
    if wrong.text in KEYWORDS or wrong.text in ("in", "as"):
        return f"{wrong.text} is a word of the language and has no meaning here.", _keyword_hint(wrong, expected)
    if before_operand and "NUMBER" in expected:
        if before is None or before.type in ("NEWLINE", "SEMICOLON", "LPAR", "CALL", "LSQB", "INDEX", "COMMA"):
            return f"Something is missing before {_shown(wrong)}.", None
        return f"Something is missing between {_shown(before)} and {_shown(wrong)}.", None
    return f"{_shown(wrong, capital=True)} is not expected here.", None


_WRONG_SIGN = {
    "ASSIGN": ("= defines a name, and only at the beginning of a statement.", "to compare, write =="),
    "ARROW": (
        "Left of => stand the names of parameters.",
        "as in x => x^2 or (x, y) => x + y; behind an operator the whole function needs brackets",
    ),
    "COLON": (": has no meaning here.", "a range is written 1..5"),
    "DATE": ("A date cannot stand here.", None),
    "DOC": ("A text in three quotes stands behind the = of a function, or alone.", None),
}


def _unreadable(token: Token) -> tuple[str, str | None]:
    character = token.text[0]
    if token.text in _FOREIGN:
        return _FOREIGN[token.text]
    if character.isprintable():
        return f"The character {token.text} has no meaning here.", None
    return f"The input contains the unprintable character U+{ord(character):04X}.", "remove it"


def _stray_closer(wrong: Token, before: Token | None, opened: list[str]) -> tuple[str, str | None]:
    if not opened:
        return (
            f"This {wrong.text} closes nothing.",
            f"remove it, or open a {'(' if wrong.text == ')' else '['} before it",
        )
    if _CLOSER[opened[-1]] != wrong.text:
        return f"The {opened[-1]} is closed by a {wrong.text}.", f"write {_CLOSER[opened[-1]]}"
    if before is not None and before.type in ("LPAR", "COMMA"):
        return f"Something is missing before the {wrong.text}.", None
    return f"Something is missing between {_shown(before)} and {wrong.text}.", None


def _stray_comma(tokens: list[Token], index: int) -> tuple[str, str | None]:
    if 0 < index < len(tokens) - 1 and tokens[index - 1].type == tokens[index + 1].type == "NUMBER":
        whole, fraction = tokens[index - 1].text.replace(".", ""), tokens[index + 1].text
        return (
            "A comma cannot stand between numbers here.",
            f"the decimal mark is a dot: {whole}.{fraction}; digits are grouped with _, or with commas in threes",
        )
    return "A comma separates arguments and elements; none are open here.", None


def _keyword_hint(wrong: Token, expected: AbstractSet[str]) -> str | None:
    if wrong.type in ("THEN", "ELSE"):
        return "write if condition then value else value"
    if wrong.type == "TO" and "TO" not in expected:
        return "a value must stand before it"
    if "NAME" in expected:
        return "it cannot be used as a name"
    return None


def _shown(token: Token | None, capital: bool = False) -> str:
    """A token in the middle of a sentence."""
    if token is None:
        return "the beginning"
    if token.type == "NEWLINE":
        return "The end of the line" if capital else "the end of the line"
    if token.type in ("TEXT", "TEXT_HEAD", "TEXT_MIDDLE", "TEXT_TAIL"):
        return "A text" if capital else "a text"
    return token.text if len(token.text) <= 30 else token.text[:30] + "…"
