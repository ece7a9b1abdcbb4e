"""Matrices and tables as text: on one line, and on a screen aligned over rows.

⎡ -2     1  ⎤
⎣ 3/2  -1/2 ⎦
"""

from __future__ import annotations

import re

from calc_repl.display.answers import single_text
from calc_repl.display.numbers import fraction_text, plain_text
from calc_repl.display.plainly import ascii_text
from calc_repl.display.safe import columns_of
from calc_repl.values.arithmetic import is_date, is_rational
from calc_repl.values.kinds import Shown, is_float, is_matrix, is_scalar
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Notation
    from calc_repl.values.matrices import Matrix

_GAP = "  "
#: A number whose digits can stand below those of others: what stands before its last whole digit, and the rest.
_DECIMAL = re.compile(r"((?:≈ |~= )?-?\d[\d_]*)((?:\.\d+)?(?:e-?\d+)?%?)")
_FRACTION = re.compile(r"((?:≈ |~= )?-?\d+)(/\d+)")


def matrix_text(matrix: Matrix, settings: Settings, notation: Notation | None = None) -> str:
    """A matrix as it would be typed; one of a single row as a list of one list."""
    rows = [", ".join(row) for row in _entry_texts(matrix.rows, settings, notation)]
    return f"[{'; '.join(rows)}]" if len(rows) > 1 else f"[[{rows[0]}]]"


def aligned(
    value: Any, settings: Settings, notation: Notation | None, columns: int, in_ascii: bool
) -> list[str] | None:
    """The rows of a matrix or a table with its columns aligned; None for other values, and where they are too wide.

    A table is a list of lists of one length, at least two of each. `in_ascii`
    tells that the rows will be shown in ASCII, where some signs are longer.
    """
    if is_matrix(value):
        texts = _entry_texts(value.rows, settings, notation)
    elif _is_table(value):
        texts = [[single_text(item, settings, notation) for item in row] for row in value]
    else:
        return None
    if in_ascii:
        texts = [list(map(ascii_text, row)) for row in texts]
    rows = [_GAP.join(row) for row in zip(*map(_column, zip(*texts, strict=True)), strict=True)]
    if is_matrix(value):
        rows = [f"{left} {row} {right}" for (left, right), row in zip(_brackets(len(rows)), rows, strict=True)]
    else:
        rows = [row.rstrip() for row in rows]
    return rows if all(columns_of(row) <= columns for row in rows) else None


def _entry_texts(rows: Sequence[Sequence[Any]], settings: Settings, notation: Notation | None) -> list[list[str]]:
    """Entries as text: the rational ones all as decimals, or all as fractions."""
    if notation is not None:
        return [[single_text(entry, settings, notation) for entry in row] for row in rows]
    fractions = [entry for row in rows for entry in row if type(entry) is Rational]
    write = plain_text if _are_decimals(fractions) else fraction_text
    return [
        [write(entry) if is_rational(entry) else single_text(entry, settings, None) for entry in row] for row in rows
    ]


def _are_decimals(fractions: list[Rational]) -> bool:
    """Whether fractions look like decimals: all end, and a denominator is a multiple of 10 or they are shorter so."""
    decimals = list(map(plain_text, fractions))
    if any("/" in decimal for decimal in decimals):
        return False
    if any(fraction.denominator % 10 == 0 for fraction in fractions):
        return True
    return sum(map(len, decimals)) < sum(len(fraction_text(fraction)) for fraction in fractions)


def _is_table(value: Any) -> bool:
    if type(value) is not tuple or len(value) < 2 or not all(type(row) is tuple for row in value):
        return False
    width = len(value[0])
    return width > 1 and all(len(row) == width and all(map(_is_single, row)) for row in value)


def _is_single(value: Any) -> bool:
    if isinstance(value, Shown):
        value = value.value
    return is_scalar(value) or is_float(value) or is_date(value) or type(value) in (bool, str)


def _column(texts: tuple[str, ...]) -> list[str]:
    """The texts of a column in one width: numbers with their last whole digits below each other, texts on the left.

    A fraction has its stroke there. Where a number has another form, all end below each other.
    """
    if all(text[:1] == '"' or text in ("true", "false") for text in texts):
        return _padded([("", text) for text in texts])
    for form in (_DECIMAL, _FRACTION):
        parts = [_DECIMAL.fullmatch(text) or form.fullmatch(text) for text in texts]
        found = [(part[1], part[2]) for part in parts if part is not None]
        if len(found) == len(texts):
            return _padded([_on_stroke(*each) if form is _FRACTION else each for each in found])
    return _padded([(text, "") for text in texts])


def _on_stroke(whole: str, rest: str) -> tuple[str, str]:
    return (whole + "/", rest[1:]) if rest.startswith("/") else (whole, rest)


def _padded(parts: list[tuple[str, str]]) -> list[str]:
    left = max(columns_of(before) for before, _ in parts)
    right = max(columns_of(behind) for _, behind in parts)
    return [
        " " * (left - columns_of(before)) + before + behind + " " * (right - columns_of(behind))
        for before, behind in parts
    ]


def _brackets(count: int) -> list[tuple[str, str]]:
    if count == 1:
        return [("[", "]")]
    return [("⎡", "⎤"), *[("⎢", "⎥")] * (count - 2), ("⎣", "⎦")]
