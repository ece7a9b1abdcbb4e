"""Text to tokens, in one linear pass; the parser and the highlighter read the same ones.

One compiled expression finds each token. What a single sign cannot tell is
settled as soon as the next token is known: `%` is modulo when an operand
follows and percent otherwise, `in` is the inch or the conversion word,
`choose` an operator or a name, words such as `let` are names unless a
statement of theirs begins. Nothing raises
here: a character that means nothing becomes an UNREADABLE token.
"""

from __future__ import annotations

import re


class Token:
    """A word of the language: its terminal, its canonical spelling, and where it stands.

    The canonical spelling of `×` is `*`, of `π` is `pi`; `start` and `end` are
    offsets in the text as it was typed.
    """

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, type: str, text: str, start: int, end: int) -> None:
        self.type = type
        self.text = text
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.type}({self.text!r}, {self.start}, {self.end})"


KEYWORDS = {
    "if": "IF",
    "then": "THEN",
    "else": "ELSE",
    "try": "TRY",
    "catch": "CATCH",
    "and": "AND",
    "or": "OR",
    "not": "NOT",
    "to": "TO",
    "by": "BY",
    "xor": "BIT_XOR",
    "mod": "MODULO",
    "per": "SLASH",
    "of": "PER_CENT_OF",
    "on": "PER_CENT_OF",
    "off": "PER_CENT_OF",
}

#: What an expression may begin with where a name would not go on.
_BEGINNINGS = frozenset(
    ("NUMBER", "NAME", "TEXT", "TEXT_HEAD", "DATE", "MEASURE", "LPAR", "LSQB", "MINUS", "NOT", "BIT_NOT", "IF", "TRY")
)
#: Words that are keywords only where a statement of theirs begins, and what must follow them there.
STATEMENT_WORDS = {
    "let": ("LET", frozenset(("NAME",))),
    "unit": ("UNIT", frozenset(("NAME",))),
    "import": ("IMPORT", frozenset(("NAME", "TEXT"))),
    "from": ("FROM", frozenset(("NAME", "DOT", "RANGE"))),
    "plot": ("PLOT", _BEGINNINGS),
    "reload": ("RELOAD", frozenset(("NAME",))),
    "assert": ("ASSERT", _BEGINNINGS | {"PLUS"}),
}

#: Words after `to`, `in` or `as` that say how a value is to look.
FORMAT_WORDS = frozenset(
    (
        *("hex", "hexadecimal", "bin", "binary", "oct", "octal", "dec", "decimal", "base", "percent", "full"),
        *("fraction", "mixed", "exact", "repeating", "sci", "scientific", "eng", "engineering", "digits", "dp"),
    )
)

OPERATORS = {
    **dict.fromkeys("+", ("PLUS", "+")),
    **dict.fromkeys("-−–", ("MINUS", "-")),
    **dict.fromkeys("*×·⋅∙", ("STAR", "*")),
    **dict.fromkeys("/÷∕⁄", ("SLASH", "/")),
    **dict.fromkeys(("^", "**"), ("POWER", "^")),
    **dict.fromkeys(("±", "+/-"), ("PLUS_MINUS", "±")),
    **dict.fromkeys(("->", "→"), ("TO", "to")),
    **dict.fromkeys(("=>", "⇒"), ("ARROW", "=>")),
    **dict.fromkeys(("=", ":="), ("ASSIGN", "=")),
    **dict.fromkeys(("!=", "≠"), ("COMPARE", "!=")),
    **dict.fromkeys(("<=", "≤"), ("COMPARE", "<=")),
    **dict.fromkeys((">=", "≥"), ("COMPARE", ">=")),
    "==": ("COMPARE", "=="),
    "<": ("COMPARE", "<"),
    ">": ("COMPARE", ">"),
    "//": ("MODULO", "//"),
    "%": ("PERCENT", "%"),
    "!": ("BANG", "!"),
    "!!": ("BANG", "!!"),
    "<<": ("SHIFT", "<<"),
    ">>": ("SHIFT", ">>"),
    "&": ("BIT_AND", "&"),
    "|": ("BIT_OR", "|"),
    "⊻": ("BIT_XOR", "xor"),
    "~": ("BIT_NOT", "~"),
    "|>": ("PIPE", "|>"),
    "..": ("RANGE", ".."),
    ".": ("DOT", "."),
    ",": ("COMMA", ","),
    ";": ("SEMICOLON", ";"),
    ":": ("COLON", ":"),
    "(": ("LPAR", "("),
    ")": ("RPAR", ")"),
    "[": ("LSQB", "["),
    "]": ("RSQB", "]"),
    "∧": ("AND", "and"),
    "∨": ("OR", "or"),
    "¬": ("NOT", "not"),
}

#: One spelling for each name that has several.
NAME_SPELLINGS = {
    "π": "pi",
    "τ": "tau",
    "φ": "phi",
    "∞": "inf",
    "√": "sqrt",
    "∛": "cbrt",
    "\u00b5": "\u03bc",  # micro sign: the Greek letter
    "\u212b": "\u00c5",  # Angstrom sign: the letter
    "\u2126": "\u03a9",  # Ohm sign: the Greek letter
    "℃": "°C",
    "℉": "°F",
}

#: Signs of money, which may stand before their number.
MONEY_SIGNS = "€£$¥"
VULGAR_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"

_DIGITS = "[0-9]+(?:_[0-9]+)*"
_SPACE = r"(?:[ \t\f\u00a0\u2000-\u200a\u202f\u205f\u3000]|\\\r?\n)"
_NOT_NAME = SUPERSCRIPTS + VULGAR_FRACTIONS

_TOKEN = re.compile(
    rf"{_SPACE}*(?:"
    # 1: a number
    rf"((?:{_DIGITS})?\.(?:{_DIGITS})?\([0-9]+\)(?:\.\.\.|…)"
    r"|0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO][0-7]+(?:_[0-7]+)*"
    rf"|(?:{_DIGITS})?[{VULGAR_FRACTIONS}]"
    rf"|(?:{_DIGITS}(?:\.(?!\.)(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?(?:(?:k|M|bn)(?!\w))?)"
    # 2: a name
    rf"|(Δ?°[CFR](?![^\W{_NOT_NAME}])|[^\W\d{_NOT_NAME}][^\W{_NOT_NAME}]*|[°‰℃℉{MONEY_SIGNS}∞√∛])"
    # 3: an operator
    r"|(=>|->|\|>|\*\*|//|==|!=(?!=)|!!(?!=)|<=|>=|<<|>>|\+/-|:=|\.\.|(?!\|\||&&)[-−–+*×·⋅∙/÷∕⁄^()\[\],;.=<>!%&|~:±→⇒≠≤≥⊻∧∨¬])"
    r"|(\r?\n)"  # 4: a newline
    rf"|([{SUPERSCRIPTS}]+)"  # 5: a superscript
    r"|(#[^\n]*)"  # 6: a comment
    r'|("""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*""")'  # 7: a doc text
    r'|("""|["“”„]|‘[^’\n]*’)'  # 8: a text begins, or a whole one in single typographic quotes
    r"|(\|\||&&|[\s\S])"  # 9: anything else
    r")?"
)
_TEXT_PART = re.compile(r'[^"“”„\\{\n]*(?:\\.[^"“”„\\{\n]*)*(["“”„{])')
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
_HALF = r"(?:[ \t]*[ap]m\b)?"
_ZONE = r"(?:Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?:\[[A-Za-z][\w+/.-]*\])?"
_DATE = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9])(?:[T ]{_CLOCK}(?![0-9:]){_HALF}{_ZONE})?")
_TIME = re.compile(rf"{_CLOCK}(?![0-9:]){_HALF}")
_FEET = re.compile(r"[0-9]+(?:\.[0-9]+)?['′](?:[ \t]*[0-9]+(?:\.[0-9]+)?[\"″]?)?")
_SEXAGESIMAL = re.compile(r"[0-9]+°[ \t]*[0-9]+(?:\.[0-9]+)?['′](?:[ \t]*[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?[\"″])?")
_INCHES = re.compile(r"[0-9]+(?:\.[0-9]+)?[\"″]")
_MINUTES, _SECONDS = r"[0-9]+(?:\.[0-9]+)?m(?:in)?(?![^\W\d])", r"[0-9]+(?:\.[0-9]+)?s"
_DURATION = re.compile(
    rf"(?:[0-9]+d[ \t]*[0-9]+h(?:[ \t]*{_MINUTES})?(?:[ \t]*{_SECONDS})?"
    rf"|[0-9]+h[ \t]*(?:{_MINUTES}(?:[ \t]*{_SECONDS})?|{_SECONDS})"
    rf"|[0-9]+(?:min[ \t]*|m){_SECONDS})(?!\w)"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?")
_AS_PERCENT_OF = re.compile(r"as(?:[ \t]+an?)?[ \t]*%[ \t]*(of|on|off)\b")

#: The literals that begin like a number, by the character behind it.
_LONGER_LITERALS = {
    "-": (_DATE, "DATE"),
    ":": (_TIME, "DATE"),
    "'": (_FEET, "MEASURE"),
    "′": (_FEET, "MEASURE"),
    "°": (_SEXAGESIMAL, "MEASURE"),
    **dict.fromkeys('"″', (_INCHES, "MEASURE")),
    **dict.fromkeys("dhm", (_DURATION, "MEASURE")),
}

OPERAND_STARTS = frozenset(("NUMBER", "NAME", "TEXT", "TEXT_HEAD", "LPAR", "LSQB", "DATE", "MEASURE"))
OPERAND_ENDS = frozenset(
    ("NUMBER", "NAME", "TEXT", "TEXT_TAIL", "RPAR", "RSQB", "BANG", "PERCENT", "SUPERSCRIPT", "DATE", "MEASURE")
)
_CALLABLE_ENDS = frozenset(("NAME", "RPAR", "RSQB"))
_UNSETTLED = frozenset(("PERCENT", "IN", "CHOOSE", "STATEMENT_WORD"))


def tokenize(text: str, most: int | None = None) -> list[Token]:
    """The tokens of a text, in order; spaces, comments and newlines inside brackets leave none.

    With `most`, the text behind one token more than that is not looked at.
    """
    return _Tokenizer(text).run(len(text) if most is None else most)


class _Tokenizer:
    """The state of one pass: the tokens so far, the open brackets, and the kind of statement."""

    __slots__ = ("braces", "depth", "importing", "listing", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.depth = 0
        self.braces: list[int] = []  # depth at each "{" of an open text
        self.importing = False
        self.listing = False

    def run(self, most: int) -> list[Token]:
        text, tokens, match = self.text, self.tokens, _TOKEN.match
        position = 0
        last = ""  # terminal of the last token; "" where a statement begins
        while len(tokens) <= most:
            found = match(text, position)
            assert found is not None  # the expression matches the empty text
            group = found.lastindex
            if group is None:
                break
            start, end = found.span(group)
            position = end
            if group == 1:
                type, word, position = self.number(found[1], start, end)
                end = position
            elif group == 2:
                type, word, position = self.name(found[2], start, end, last)
                end = position
            elif group == 3:
                type, word = OPERATORS[found[3]]
                if type == "SEMICOLON" and not self.depth:
                    self.settle(tokens, type)
                    tokens.append(Token(type, word, start, end))
                    last, self.importing, self.listing = "", False, False
                    continue
            elif group == 4:
                if self.depth or (last == "DOC" and len(tokens) > 1 and tokens[-2].type == "ASSIGN"):
                    continue
                self.settle(tokens, "NEWLINE")
                tokens.append(Token("NEWLINE", "\n", start, end))
                last, self.importing, self.listing = "", False, False
                continue
            elif group == 6:
                continue
            elif group == 8:
                type, position = self.text_part(start, end, "TEXT", "TEXT_HEAD")
                word, end = text[start:position], position
            elif group == 9 and found[9] == "}" and self.braces and self.braces[-1] == self.depth:
                self.braces.pop()
                self.depth -= 1
                type, position = self.text_part(start, end, "TEXT_TAIL", "TEXT_MIDDLE")
                word, end = text[start:position], position
            elif group == 9 and found[9] == "@" and (date := _DATE.match(text, end) or _TIME.match(text, end)):
                type, position = "DATE", date.end()
                word, end = date[0], position
            else:
                type = "SUPERSCRIPT" if group == 5 else "DOC" if group == 7 else "UNREADABLE"
                word = found[group]
            if last in _UNSETTLED:
                self.settle(tokens, type)
                last = tokens[-1].type
            if type == "LPAR":
                self.depth += 1
                if last in _CALLABLE_ENDS:
                    type = "CALL"
            elif type == "LSQB":
                self.depth += 1
                if last in OPERAND_ENDS:
                    type = "INDEX"
            elif (type == "RPAR" or type == "RSQB") and self.depth:
                self.depth -= 1
            tokens.append(Token(type, word, start, end))
            last = type
        self.settle(tokens, "")
        return tokens

    def number(self, word: str, start: int, end: int) -> tuple[str, str, int]:
        """A number, or the longer literal that begins with it."""
        follower = self.text[end : end + 1]
        if follower in _LONGER_LITERALS:
            pattern, type = _LONGER_LITERALS[follower]
            longer = pattern.match(self.text, start)
            if longer and longer.end() > end:
                return type, longer[0], longer.end()
        elif follower == "," and not self.depth and not self.lists_at_top():
            grouped = _GROUPED.match(self.text, start)
            if grouped:
                return "NUMBER", grouped[0], grouped.end()
        return "NUMBER", word, end

    def lists_at_top(self) -> bool:
        """Whether commas outside brackets separate the parts of this statement, and so cannot group digits."""
        return self.importing or self.listing or bool(self.tokens and self.tokens[-1].type == "STATEMENT_WORD")

    def name(self, word: str, start: int, end: int, last: str) -> tuple[str, str, int]:
        """A name or a keyword."""
        if word in KEYWORDS:
            type = KEYWORDS[word]
            return type, "/" if word == "per" else word, end
        if word == "in" or word == "choose":
            return word.upper(), word, end
        if word == "as":
            if self.importing:
                return "AS", word, end
            of = _AS_PERCENT_OF.match(self.text, start)
            return ("PER_CENT_OF", "as % " + of[1], of.end()) if of else ("TO", word, end)
        if word in STATEMENT_WORDS:
            if not last:
                return "STATEMENT_WORD", word, end
            if word == "import" and self.importing:
                return "IMPORT", word, end
        return "NAME", NAME_SPELLINGS.get(word, word), end

    def text_part(self, start: int, end: int, whole: str, broken: str) -> tuple[str, int]:
        """The part of a text from its opening quote or `}` to its closing quote or `{`."""
        if self.text[start] == "‘":
            return "TEXT", end
        if end - start == 3:  # three quotes that are not closed: a doc text still to be finished
            return "OPEN_TEXT", len(self.text)
        part = _TEXT_PART.match(self.text, end)
        if not part:
            newline = self.text.find("\n", end)
            return "OPEN_TEXT", len(self.text) if newline < 0 else newline
        if part[1] == "{":
            self.depth += 1
            self.braces.append(self.depth)
            return broken, part.end()
        return whole, part.end()

    def settle(self, tokens: list[Token], following: str) -> None:
        """Decide what the last token is, now that the terminal after it is known ("" at the end)."""
        if not tokens:
            return
        token = tokens[-1]
        if token.type == "PERCENT":
            if following in OPERAND_STARTS:
                token.type = "MODULO"
        elif token.type == "IN":
            token.type = "TO" if self.converts(tokens, following) else "NAME"
        elif token.type == "CHOOSE":
            between = len(tokens) > 1 and tokens[-2].type in OPERAND_ENDS and following in OPERAND_STARTS
            token.type = "MODULO" if between else "NAME"
        elif token.type == "STATEMENT_WORD":
            keyword, followers = STATEMENT_WORDS[token.text]
            is_call = keyword == "PLOT" and self.text[token.end : token.end + 1] == "("
            token.type = keyword if following in followers and not is_call else "NAME"
            self.importing = token.type in ("IMPORT", "FROM")
            self.listing = token.type in ("PLOT", "ASSERT")

    def converts(self, tokens: list[Token], following: str) -> bool:
        """Whether the `in` at the end of `tokens` is the conversion word rather than the inch."""
        if len(tokens) < 2 or tokens[-2].type not in OPERAND_ENDS:
            return False
        if following != "IN" and following not in OPERAND_STARTS:
            return False
        if tokens[-2].type != "NUMBER":
            return True
        if len(tokens) > 2 and tokens[-3].type == "POWER":
            return True
        if len(tokens) > 3 and tokens[-3].type in ("MINUS", "PLUS") and tokens[-4].type == "POWER":
            return True
        return following == "NUMBER" or self.names_format(tokens[-1].end)

    def names_format(self, position: int) -> bool:
        found = _TOKEN.match(self.text, position)
        return found is not None and found[2] in FORMAT_WORDS
