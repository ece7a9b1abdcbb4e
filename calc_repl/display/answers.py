"""Values as text, and as the styled fragments a screen shows.

A fragment is a pair (style, text). A script joins the texts, a terminal
prints them with their styles.
"""

from __future__ import annotations

from calc_repl.display.numbers import Written, exact_text, plain_text, write_number
from calc_repl.display.safe import quoted, safe
from calc_repl.values import limits
from calc_repl.values.arithmetic import is_date, is_quantity
from calc_repl.values.kinds import Caught, Function, Range, Shown, is_float, is_matrix, is_number, is_scalar, kind_of
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from calc_repl.settings import Settings
    from calc_repl.values.kinds import Notation

    Fragments: TypeAlias = list[tuple[str, str]]

#: On a terminal, longer runs of digits are folded to so many at each end.
FOLD_ABOVE, FOLDED_END = 2_000, 24
#: On a terminal, longer texts of lists are cut.
LIST_ABOVE = 4_000

_MARK = "= "


class Rendered:
    """A value as text: `written` when it is a single number, otherwise `plain`.

    Of a number with a unit, `number` and `magnitude` are the number alone;
    of any other number they are the same as `written` and `value`. `note` is
    what there is to tell about the value, or None, `aside` what a terminal
    alone tells beside it.
    """

    __slots__ = ("aside", "magnitude", "notation", "note", "number", "plain", "unit", "value", "written")

    def __init__(
        self, value: Any, written: Written | None, plain: str, notation: Notation | None, note: str | None = None
    ) -> None:
        self.note = written.note if written is not None and written.note else note
        self.value = self.magnitude = value
        self.written = self.number = written
        self.unit: str | None = None
        self.aside: str | None = None
        self.plain = plain
        self.notation = notation

    @property
    def text(self) -> str:
        """The answer on one line, without a mark before an exact value."""
        note = f"   ({self.note})" if self.note else ""
        if self.written is None:
            return f"{self.plain}{note}" if self.plain else ""
        mark = "≈" if self.written.rounded else "="
        if self.written.decimal is None:
            return f"{self.written.exact}{note}"
        exact = f"{self.written.exact} " if self.written.exact is not None else ""
        return f"{exact}{mark} {self.written.decimal}{note}"

    @property
    def forms(self) -> list[tuple[str, str]]:
        """The forms a terminal shows, in full, each behind its mark: `("=", "1/3"), ("≈", "0.333333333333")`."""
        if self.written is None:
            return [("=", self.plain)] if self.plain else []
        exact, decimal = self.written.exact, self.written.decimal
        forms = [("=", exact)] if exact is not None else []
        return forms + ([("≈" if self.written.rounded else "=", decimal)] if decimal is not None else [])

    @property
    def bare(self) -> str:
        """The value alone: a decimal where there is one, no marks."""
        if self.written is None:
            return self.value if type(self.value) is str else self.plain
        return self.written.decimal or self.written.exact or ""

    @property
    def exact(self) -> str | None:
        """The exact value in the language's own notation, of numbers, lists, matrices, texts and truth values."""
        if self.number is None:
            is_matrix_or_list = type(self.value) is tuple or is_matrix(self.value)
            if is_matrix_or_list and "≈" in self.plain:
                return None  # an element has no exact form
            return self.plain if is_matrix_or_list or type(self.value) in (str, bool, Range) else None
        exact = self.number.exact
        if is_date(self.value):
            return exact
        if exact is not None and "_" not in exact and (self.notation is None or _reads_back(exact, self.notation)):
            return exact
        return exact_text(self.magnitude)

    @property
    def approx(self) -> str | None:
        """The decimal of a number beside its exact form, or None when that is the decimal already."""
        if self.number is None or self.number.decimal is None or self.number.decimal[-1] == "%":
            return None
        if "/" in self.number.decimal:
            return None
        return self.number.decimal.replace("_", "")


def render(value: Any, settings: Settings, note: str | None = None) -> Rendered:
    """A value as text, with a note behind it where its number has none. Raises LimitError when it would be too long."""
    notation = None
    if isinstance(value, Shown):
        value, notation = value.value, value.notation
    if is_quantity(value):
        return _rendered_quantity(value, settings, notation, note)
    if is_date(value):
        return _rendered_date(value, settings, note)
    if is_number(value) or is_float(value):
        return Rendered(value, write_number(value, settings, notation), "", notation, note)
    return Rendered(value, None, value_text(value, settings, notation), notation, note)


def _rendered_quantity(value: Any, settings: Settings, notation: Notation | None, note: str | None) -> Rendered:
    from calc_repl.display.quantities import unit_text, write_quantity

    written = write_quantity(value, settings, notation)
    rendered = Rendered(value, written, "", notation, note)
    rendered.magnitude, rendered.unit = value.magnitude, unit_text(value.factors)
    rendered.number = write_number(value.magnitude, settings, None if notation and notation.units else notation)
    return rendered


def _rendered_date(value: Any, settings: Settings, note: str | None) -> Rendered:
    from calc_repl.display.dates import weekday_text, write_date

    rendered = Rendered(value, write_date(value, settings), "", None, note)
    rendered.aside = weekday_text(value)
    return rendered


def answer_fragments(rendered: Rendered, fold: bool = True) -> Fragments:
    """The answer as a terminal shows it, with `=` before what is exact and, where `fold` says so, what is long cut."""
    if kind_of(rendered.value) == "plot":
        from calc_repl.display.plots import plot_fragments

        return plot_fragments(rendered.value)
    told = _told(rendered)
    if rendered.written is None:
        text = rendered.plain
        return [("class:mark", _MARK), *_cut(text, fold), *told] if text else []
    written = rendered.written
    fold = fold and (rendered.notation is None or rendered.notation.style != "full")
    mark = "≈ " if written.rounded else "= "
    fragments: Fragments = []
    if written.exact is not None:
        fragments += [("class:mark", "= "), *_folded(written.exact, fold)]
    if written.decimal is not None:
        fragments += [("class:mark", ("  " if fragments else "") + mark), *_folded(written.decimal, fold)]
    return fragments + told


def screen_fragments(
    rendered: Rendered, settings: Settings, columns: int, in_ascii: bool, fold: bool = True
) -> Fragments:
    """The answer as a screen of so many columns shows it: a matrix or a table over several rows, where it fits."""
    may_have_rows = type(rendered.value) is tuple or is_matrix(rendered.value)
    if not may_have_rows or (fold and len(rendered.plain) > LIST_ABOVE):
        return answer_fragments(rendered, fold)
    from calc_repl.display.matrices import aligned

    rows = aligned(rendered.value, settings, rendered.notation, columns - len(_MARK), in_ascii)
    if rows is None:
        return answer_fragments(rendered, fold)
    fragments: Fragments = []
    for row in rows:
        begins = ("", "\n" + " " * len(_MARK)) if fragments else ("class:mark", _MARK)
        fragments += [begins, ("class:answer", row)]
    return fragments + _told(rendered)


def _told(rendered: Rendered) -> Fragments:
    return [("class:note", f"   ({note})") for note in (rendered.note, rendered.aside) if note is not None]


def value_text(value: Any, settings: Settings, notation: Notation | None = None) -> str:
    """A value as it would be typed; functions as their definition. Works without recursion."""
    out: list[str] = []
    size = 0
    work: list[Any] = [value]
    while work:
        item = work.pop()
        if type(item) is _Piece:
            piece = item.text
        elif type(item) is tuple:
            work.append(_Piece("]"))
            for index in range(len(item) - 1, -1, -1):
                work.append(item[index])
                if index:
                    work.append(_Piece(", "))
            piece = "["
        elif is_matrix(item):
            from calc_repl.display.matrices import matrix_text

            piece = matrix_text(item, settings, notation)
        else:
            piece = single_text(item, settings, notation)
        out.append(piece)
        size += len(piece)
        limits.check_text(size)
    return "".join(out)


def inline_text(value: Any, settings: Settings) -> str:
    """A value inside a text or behind print: texts without quotes, numbers exact unless a notation rounds them."""
    if type(value) is str:
        return value
    if isinstance(value, Shown) and (is_scalar(value.value) or is_float(value.value)):
        return render(value, settings).bare  # the notation was asked for, so it may round without a mark
    return value_text(value, settings)


class _Piece:
    """Punctuation between values, as opposed to a text that is a value."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def single_text(value: Any, settings: Settings, notation: Notation | None) -> str:
    """A value that is no list inside a list, in the notation of that unless it has one of its own."""
    if isinstance(value, Shown):
        value, notation = value.value, value.notation
        if type(value) is tuple or is_matrix(value):
            return value_text(value, settings, notation)
    if is_quantity(value):
        from calc_repl.display.quantities import plain_quantity

        return plain_quantity(value, settings, notation)
    if is_number(value) or is_float(value):
        return plain_text(value) if notation is None else _shown_number(write_number(value, settings, notation))
    if is_date(value):
        from calc_repl.values.date_texts import exact_text as date_text

        return date_text(value)
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is str:
        return quoted(value)
    if isinstance(value, Range):
        step = "" if value.step == 1 else f" by {exact_text(value.step)}"
        return f"{exact_text(value.first)}..{exact_text(value.last)}{step}"
    if isinstance(value, Function):
        return safe(value.text)
    if isinstance(value, Caught):
        return f"error({quoted(value.error.message)})"
    if isinstance(value, Module):
        return f"module {value.name}"
    if kind_of(value) == "plot":
        from calc_repl.display.plots import plot_text

        return plot_text(value)
    return "" if value is None else safe(str(value.signature))


def _shown_number(written: Written) -> str:
    return written.exact or f"≈ {written.decimal}"


def _reads_back(text: str, notation: Notation) -> bool:
    return notation.style in ("decimal", "digits", "places", "scientific", "engineering", "fraction", "mixed") or (
        text[:2] in ("0x", "0o", "0b") and (notation.width is None)
    )


def _folded(text: str, fold: bool) -> Fragments:
    if not fold or len(text) <= FOLD_ABOVE:
        return [("class:answer", text)]
    digits = sum(character.isdigit() for character in text)
    return [
        ("class:answer", f"{text[:FOLDED_END]}…{text[-FOLDED_END:]}"),
        ("class:note", f"   {digits:,} digits, :full shows all"),
    ]


def _cut(text: str, fold: bool) -> Fragments:
    if not fold or len(text) <= LIST_ABOVE:
        return [("class:answer", text)]
    return [
        ("class:answer", f"{text[:LIST_ABOVE]}…"),
        ("class:note", f"   {len(text):,} characters, :full shows all"),
    ]
