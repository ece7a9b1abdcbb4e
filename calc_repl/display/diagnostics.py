"""Errors as text: what is wrong, the line with a caret under the culprit, what to do."""

from __future__ import annotations

from calc_repl.display.safe import safe, safe_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.display.answers import Fragments
    from calc_repl.errors import CalcError, Place
    from calc_repl.source import Source, Span

#: Of a longer line only a part around the culprit is shown.
_WIDEST = 200
_INDENT = "  "


def error_fragments(error: CalcError, source: Source, where: str = "", excerpt: bool = True) -> Fragments:
    """The screen of an error in `source`; `where` stands before the message, as in `line 3: `.

    Without `excerpt` the line itself is left out: it stands on the screen already.
    """
    span = span_in(error, source)
    fragments = [("class:error", "error: "), ("", f"{where}{safe(error.message)}\n")]
    if span is not None and excerpt:
        fragments += _excerpt(source, span, _INDENT)
    inner = error.places[0] if error.places else None
    in_session = inner is not None and inner.source.name is None and inner.function is not None
    if inner is not None and in_session and (inner.source is not source or inner.span != span):
        fragments += _excerpt(inner.source, inner.span, f"{_INDENT}in ")
    for index, place in enumerate(error.places):
        repeated = (
            index > 0 and place.source is error.places[index - 1].source and place.span == error.places[index - 1].span
        )
        if place.source is not source and place.source.name is not None and not repeated:
            fragments += _frame(place, with_excerpt=place is inner)
    if error.hint:
        fragments += [("class:hint", "hint: "), ("", f"{safe(error.hint)}\n")]
    return fragments


def span_in(error: CalcError, source: Source) -> Span | None:
    """The part of this source the error is about: the place in it that is in no function."""
    for place in error.places:
        if place.source is source and place.function is None:
            return place.span
    return error.span


def caret_fragments(span: Span, source: Source, indent: int) -> Fragments:
    """The caret line alone, for an input that stands on the screen already, `indent` columns in."""
    line, start = source.line_at(span.start)
    before, run = _columns(line, start, span)
    return [("", " " * (indent + before)), ("class:caret", "^" * run), ("", "\n")]


def _frame(place: Place, with_excerpt: bool) -> Fragments:
    """A place in a file: where it is, and the line itself."""
    line, column = place.source.position(place.span.start)
    function = f", in {place.function}" if place.function is not None else ""
    where = f"{place.source.name}:{line}:{column}{function}"
    fragments: Fragments = [("", _INDENT), ("class:note", f"{safe(where)}\n")]
    return fragments + _excerpt(place.source, place.span, _INDENT) if with_excerpt else fragments


def _excerpt(source: Source, span: Span, prefix: str) -> Fragments:
    line, start = source.line_at(span.start)
    left = max(0, span.start - start - _WIDEST // 2)
    if len(line) - left > _WIDEST:
        line = line[left : left + _WIDEST] + "…"
    else:
        line = line[left:]
    cut = "…" if left else ""
    before, run = _columns(line, start + left, span)
    fragments = [("", prefix + cut + _shown(line) + "\n")]
    blank = " " * (len(prefix) + len(cut) + before)
    return [*fragments, ("", blank), ("class:caret", "^" * run), ("", "\n")]


def _columns(line: str, start: int, span: Span) -> tuple[int, int]:
    """Columns of the screen before the span and under it; never none under it."""
    first = span.start - start
    last = max(first + 1, min(span.end - start, len(line)))
    before = sum(map(_width, line[:first]))
    return before, max(1, sum(map(_width, line[first:last])))


def _shown(line: str) -> str:
    return "".join(" " if character == "\t" else safe_character(character) for character in line)


def _width(character: str) -> int:
    if " " <= character <= "~" or character == "\t":
        return 1
    shown = safe_character(character)
    if len(shown) > 1:
        return len(shown)
    from unicodedata import combining, east_asian_width

    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
