"""Answers and errors as JSON, one object a line, for programs."""

from __future__ import annotations

import json

from calc_repl.display.diagnostics import span_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.errors import CalcError
    from calc_repl.source import Source

#: Longer exact values are left out of a record; `text` has them.
LONGEST_EXACT = 20_000


def answer_record(
    line: int,
    source: Source,
    kind: str,
    text: str,
    exact: str | None,
    approx: str | None,
    unit: str | None,
    reading: str | None,
) -> str:
    """The record of an answered line; every character is ASCII."""
    return json.dumps(
        {
            "line": line,
            "input": source.text,
            "ok": True,
            "kind": kind,
            "text": text,
            "exact": exact if exact is None or len(exact) <= LONGEST_EXACT else None,
            "approx": approx,
            "unit": unit,
            "reading": reading,
        }
    )


def error_record(line: int, source: Source, error: CalcError) -> str:
    """The record of a line that could not be answered; the span is in characters of the input, its end excluded.

    `frames` are the places in files the error passed through, the innermost first.
    """
    span = span_in(error, source)
    return json.dumps(
        {
            "line": line,
            "input": source.text,
            "ok": False,
            "error": {
                "type": type(error).__name__,
                "message": error.message,
                "span": None if span is None else [span.start, span.end],
                "hint": error.hint,
                "frames": _frames(error, source),
            },
        }
    )


def _frames(error: CalcError, source: Source) -> list[dict[str, object]]:
    frames: list[dict[str, object]] = []
    for place in error.places:
        if place.source is not source and place.source.name is not None:
            line, column = place.source.position(place.span.start)
            frames.append({"file": place.source.name, "line": line, "column": column, "function": place.function})
    return frames
