"""Records: one JSON object for each line, for programs."""

from __future__ import annotations

import json
import select
import subprocess
from pathlib import Path
from typing import Any

import pytest
from script.command import COMMAND, environment, run


def records(*arguments: str, given: str | bytes = b"") -> list[dict[str, Any]]:
    done = run("--json", *arguments, given=given)
    assert done.out.isascii()
    return [json.loads(line) for line in done.out.splitlines()]


def test_record_of_an_answer_has_all_its_fields() -> None:
    assert records("1/3") == [
        {
            "line": 1,
            "input": "1/3",
            "ok": True,
            "kind": "number",
            "text": "1/3 ≈ 0.333333333333",
            "exact": "1/3",
            "approx": "0.333333333333",
            "unit": None,
            "reading": None,
        }
    ]


def test_record_of_a_date_has_its_text() -> None:
    (record, rounded) = records('2024-02-28T14:00Z to "America/New_York"', "10:30 + 1/3 s")
    text = "2024-02-28T09:00-05:00[America/New_York]"
    assert (record["kind"], record["text"], record["exact"], record["approx"]) == ("date", text, text, None)
    assert (rounded["exact"], rounded["approx"]) == ("10:30 + 1/3 s", "10:30:00.333333333333")


def test_record_of_a_plot_has_the_drawing_as_its_text() -> None:
    plot, answer = records("plot sin(x), cos(x)", "6*7")
    assert (plot["kind"], plot["exact"], plot["approx"]) == ("plot", None, None)
    rows = plot["text"].split("\n")
    assert len(rows) == 17
    assert max(map(len, rows)) == 72
    assert rows[-1] == "* sin(x)   + cos(x)"
    assert answer["text"] == "42"


def test_record_of_an_error_has_all_its_fields() -> None:
    assert records(given="1+\n") == [
        {
            "line": 1,
            "input": "1+",
            "ok": False,
            "error": {
                "type": "SyntaxProblem",
                "message": "Something is missing after +.",
                "span": [2, 2],
                "hint": None,
                "frames": [],
            },
        }
    ]


def test_errors_are_records_too_and_standard_error_is_silent() -> None:
    done = run("--json", given="1/0\nlenght\n")
    assert (done.status, done.err) == (1, "")
    first, second = map(json.loads, done.out.splitlines())
    assert first["error"] == {
        "type": "DivisionByZero",
        "message": "Cannot divide by zero.",
        "span": [0, 3],
        "hint": None,
        "frames": [],
    }
    assert second["error"]["type"] == "UnknownName"
    assert second["error"]["hint"] == "did you mean length?"
    assert second["line"] == 2


KINDS = [
    ("5", "number", "5", None),
    ("1/4", "number", "1/4", "0.25"),
    ("0.3", "number", "0.3", None),
    ("2/3", "number", "2/3", "0.666666666667"),
    ("1/3 to 2 dp", "number", "1/3", "0.33"),
    ("255 to hex", "number", "0xff", None),
    ("1 < 2", "boolean", "true", None),
    ('"a\\n"', "text", '"a\\n"', None),
    ("[1/3, 0.5]", "list", "[1/3, 0.5]", None),
    ("1..3", "list", "1..3", None),
    ("sqrt", "function", None, None),
    ("f(x) = x", "function", None, None),
    ("print(1)", "none", None, None),
    ("", "none", None, None),
    ("# note", "none", None, None),
]


@pytest.mark.parametrize(("line", "kind", "exact", "approx"), KINDS, ids=[row[0] or "nothing" for row in KINDS])
def test_record_tells_kind_and_value(line: str, kind: str, exact: str | None, approx: str | None) -> None:
    (record,) = records(line)
    assert record["ok"] is True
    assert record["kind"] == kind
    assert record["approx"] == approx
    assert record["exact"] == exact


def test_reading_is_told_where_it_is_not_obvious() -> None:
    first, second, third = records("6/2(1+2)", "200 + 10%", "1 + 2")
    assert first["reading"] == "(6/2)·(1 + 2)"
    assert "10%" in second["reading"]
    assert "of" in second["reading"]
    assert third["reading"] is None


def test_each_line_has_one_record() -> None:
    found = records(given="1\n\n# note\n(2 +\n3)\n4\n")
    assert [record["line"] for record in found] == [1, 2, 3, 4, 5, 6]
    assert [record["ok"] for record in found] == [True, True, True, False, False, True]


def test_printed_lines_go_to_standard_error() -> None:
    done = run("--json", "print(1); 2")
    assert len(done.out.splitlines()) == 1
    assert done.err == "1\n"


def test_record_of_a_file_is_one(tmp_path: Path) -> None:
    file = tmp_path / "a.calc"
    file.write_text("x = 1\nx + 1\n")
    (record,) = records("-f", str(file))
    assert record["text"] == "2"
    file.write_text("x = 1\nx/0\n")
    (record,) = records("-f", str(file))
    assert record["error"]["span"] == [6, 9]


def test_characters_beyond_ascii_are_escaped() -> None:
    done = run("--json", '"é \u202e 💥"')
    assert done.out.isascii()
    assert json.loads(done.out)["input"] == '"é \u202e 💥"'


def test_unreadable_line_has_a_record() -> None:
    (record, after) = records(given=b"\xff\n1\n")
    assert record["ok"] is False
    assert "UTF-8" in record["error"]["message"]
    assert after["text"] == "1"


def test_span_counts_characters() -> None:
    (record,) = records("größe💥")
    start, end = record["error"]["span"]
    assert 0 <= start < end <= 6


def test_program_can_talk_to_it_line_by_line() -> None:
    process = subprocess.Popen(
        [*COMMAND, "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd="/", env=environment()
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        for number in range(1, 6):
            process.stdin.write(f"{number}^2\n".encode())
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 60)
            assert ready, "no record came before the next line was sent"
            record = json.loads(process.stdout.readline())
            assert (record["line"], record["text"]) == (number, str(number**2))
        process.stdin.close()
        assert process.wait(60) == 0


def test_long_exact_value_stays_in_the_text_only() -> None:
    (record,) = records("3^50000")
    assert record["exact"] is None
    assert len(record["text"]) == 23_857
