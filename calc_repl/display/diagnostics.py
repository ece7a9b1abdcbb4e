"""Errors as text: what is wrong, the line with a caret under the culprit, what to do."""

from __future__ import annotations

from calc_repl.display.safe import columns_of, safe, safe_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.display.answers import Fragments
    from calc_repl.errors import CalcError, Place
    from calc_repl.source import Source, Span

#: Of a longer line only a part around the culprit is shown.
_WIDEST = 200
_INDENT = "  "


def error_fragments(
    error: CalcError,
    source: Source,
    where: str = "",
    excerpt: bool = True,
    shown: Callable[[str], str] = safe_character,
) -> Fragments:
    """The screen of an error in `source`; `where` stands before the message, as in `line 3: `.

    Without `excerpt` the line itself is left out: it stands on the screen
    already. `shown` gives a character of a line as the screen can show it.
    """
    span = span_in(error, source)
    fragments = [("class:error", "error: "), ("", f"{where}{safe(error.message)}\n")]
    if span is not None and excerpt:
        fragments += _excerpt(source, span, _INDENT, shown)
    inner = error.places[0] if error.places else None
    in_session = inner is not None and inner.source.name is None and inner.function is not None
    if inner is not None and in_session and (inner.source is not source or inner.span != span):
        fragments += _excerpt(inner.source, inner.span, f"{_INDENT}in ", shown)
    for index, place in enumerate(error.places):
        repeated = (
            index > 0 and place.source is error.places[index - 1].source and place.span == error.places[index - 1].span
        )
        if place.source is not source and place.source.name is not None and not repeated:
            fragments += _frame(place, place is inner, shown)
    if error.hint:
        fragments += [("class:hint", "hint: "), ("", f"{safe(error.hint)}\n")]
    return fragments


def span_in(error: CalcError, source: Source) -> Span | None:
    """The part of this source the error is about: the place in it that is in no function."""
    for place in error.places:
        if place.source is source and place.function is None:
            return place.span
    return None if error.places else error.span


def caret_fragments(span: Span, source: Source, indent: int) -> Fragments:
    """The caret line alone, for an input that stands on the screen already, `indent` columns in."""
    line, start = source.line_at(span.start)
    before, run = _columns(line, start, span, safe_character)
    return [("", " " * (indent + before)), ("class:caret", "^" * run), ("", "\n")]


def _frame(place: Place, with_excerpt: bool, shown: Callable[[str], str]) -> Fragments:
    """A place in a file: where it is, and the line itself."""
    line, column = place.source.position(place.span.start)
    function = f", in {place.function}" if place.function is not None else ""
    where = f"{place.source.name}:{line}:{column}{function}"
    fragments: Fragments = [("", _INDENT), ("class:note", f"{safe(where)}\n")]
    return fragments + _excerpt(place.source, place.span, _INDENT, shown) if with_excerpt else fragments


def _excerpt(source: Source, span: Span, prefix: str, shown: Callable[[str], str]) -> Fragments:
    line, start = source.line_at(span.start)
    left = max(0, span.start - start - _WIDEST // 2)
    cut, more = (shown("…") if left else ""), ""
    if len(line) - left > _WIDEST:
        more = shown("…")
    line = line[left : left + _WIDEST]
    before, run = _columns(line, start + left, span, shown)
    text = "".join(" " if character == "\t" else shown(character) for character in line)
    blank = " " * (len(prefix) + len(cut) + before)
    return [("", f"{prefix}{cut}{text}{more}\n"), ("", blank), ("class:caret", "^" * run), ("", "\n")]


def _columns(line: str, start: int, span: Span, shown: Callable[[str], str]) -> tuple[int, int]:
    """Columns of the screen before the span and under it; never none under it."""
    first = span.start - start
    last = max(first + 1, min(span.end - start, len(line)))
    before = sum(_width(character, shown) for character in line[:first])
    return before, max(1, sum(_width(character, shown) for character in line[first:last]))


def _width(character: str, shown: Callable[[str], str]) -> int:
    if " " <= character <= "~" or character == "\t":
        return 1
    text = shown(character)
    return len(text) if len(text) > 1 else columns_of(text)
