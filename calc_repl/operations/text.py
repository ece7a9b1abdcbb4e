"""Texts, and what a program says."""

from __future__ import annotations

from calc_repl.errors import KindError, RaisedError
from calc_repl.operations.declaration import Output, operation
from calc_repl.values import limits
from calc_repl.values.kinds import called, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from calc_repl.operations.domains import List, Text, Value


@operation()
def upper(text: Text) -> str:
    """A text in capital letters.

    > upper("abc")
    "ABC"
    """
    return text.upper()


@operation()
def lower(text: Text) -> str:
    """A text in small letters.

    > lower("ABC")
    "abc"
    """
    return text.lower()


@operation()
def trim(text: Text) -> str:
    """A text without the spaces at its ends.

    > trim("  abc ")
    "abc"
    """
    return text.strip()


@operation()
def split(text: Text, separator: Text = " ") -> tuple[str, ...]:
    """The parts of a text between separators.

    > split("a,b,c", ",")
    ["a", "b", "c"]
    """
    if not separator:
        limits.check_elements(len(text))
        return tuple(text)
    limits.check_elements(text.count(separator) + 1)
    return tuple(text.split(separator))


@operation()
def join(texts: List, separator: Text = "") -> str:
    """The texts of a list as one, a separator between them.

    > join(["a", "b"], "-")
    "a-b"
    """
    limits.check_elements(length(texts))
    parts = list(texts)
    for part in parts:
        if type(part) is not str:
            raise KindError(
                f"join needs a list of texts, not of {called(part)}.",
                hint='a number becomes a text in braces, as in "{12}"',
                argument=0,
            )
    limits.check_text(sum(map(len, parts)) + len(separator) * len(parts))
    return separator.join(parts)


@operation()
def replace(text: Text, old: Text, new: Text) -> str:
    """A text with each occurrence of a part replaced.

    > replace("banana", "an", "in")
    "binina"
    """
    limits.check_text(len(text) + text.count(old) * max(0, len(new) - len(old)))
    return text.replace(old, new)


@operation()
def starts_with(text: Text, beginning: Text) -> bool:
    """Whether a text begins with another.

    > starts_with("calculator", "calc")
    true
    """
    return text.startswith(beginning)


@operation()
def ends_with(text: Text, ending: Text) -> bool:
    """Whether a text ends with another.

    > ends_with("calculator", "or")
    true
    """
    return text.endswith(ending)


@operation(pure=False)
def error(message: Text) -> None:
    """Stop with an error of one's own.

    > half(n) = if n % 2 == 0 then n/2 else error("{n} is odd")
    > half(7)
    error: 7 is odd
      half(7)
      ^^^^^^^
      in half(n) = if n % 2 == 0 then n/2 else error("{n} is odd")
                                               ^^^^^^^^^^^^^^^^^^^
    """
    raise RaisedError(message)


@operation("print", pure=False)
def print_values(*values: Value) -> Generator[Output, Any, None]:
    """Write values on a line of their own, spaces between them; a text goes without quotes.

    > print("Sum:", 2 + 3)
    Sum: 5
    """
    yield Output(values)
