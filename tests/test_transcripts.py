"""What is written about the calculator is what it does: every example anywhere is replayed."""

from __future__ import annotations

import difflib

import pytest
from transcript import Session, operation_sessions, page_sessions, read_page, read_session, transcript_sessions


def exchanges(sessions: list[Session]) -> list[object]:
    """A parameter set for each exchange, named by its place and its first line."""
    return [
        pytest.param(session, index, id=f"{session.name}:{exchange.line} {exchange.text.partition(chr(10))[0][:50]}")
        for session in sessions
        for index, exchange in enumerate(session.exchanges)
    ]


def check(session: Session, index: int) -> None:
    exchange = session.exchanges[index]
    actual = session.screen(index)
    if actual != exchange.expected:
        difference = difflib.unified_diff(exchange.expected, actual, "written", "printed", lineterm="", n=99)
        lines = [line for line in difference if not line.startswith("@@")]
        pytest.fail(f"{session.name}:{exchange.line}\n> {exchange.text}\n" + "\n".join(lines), pytrace=False)


@pytest.mark.parametrize(("session", "index"), exchanges(transcript_sessions()))
def test_transcript_is_what_the_calculator_prints(session: Session, index: int) -> None:
    check(session, index)


@pytest.mark.parametrize(("session", "index"), exchanges(operation_sessions()))
def test_example_of_an_operation_is_what_the_calculator_prints(session: Session, index: int) -> None:
    check(session, index)


@pytest.mark.parametrize(("session", "index"), exchanges(page_sessions()))
def test_example_on_a_page_is_what_the_calculator_prints(session: Session, index: int) -> None:
    check(session, index)


@pytest.mark.parametrize("session", operation_sessions(), ids=lambda session: session.name)
def test_operation_has_an_example(session: Session) -> None:
    assert session.exchanges


def test_runner_reads_continuations_and_answers_of_several_lines() -> None:
    session = read_session("page", "prose\n> (1 +\n. 2)\n3\n> 1 +\nerror: x\n  1 +\n\nmore prose")
    assert [exchange.text for exchange in session.exchanges] == ["(1 +\n2)", "1 +"]
    assert [exchange.expected for exchange in session.exchanges] == [["3"], ["error: x", "  1 +"]]
    assert [exchange.line for exchange in session.exchanges] == [2, 5]


def test_runner_reads_only_the_calc_blocks_of_a_page() -> None:
    session = read_page("page", "> quoted\n```calc\n> 1 + 1\n2\n```\n```sh\n> no\n```\n```calc\n> 3\n3\n```\n")
    assert [(exchange.line, exchange.text, exchange.expected) for exchange in session.exchanges] == [
        (3, "1 + 1", ["2"]),
        (10, "3", ["3"]),
    ]


def test_runner_refuses_stray_text_between_the_exchanges_of_a_transcript() -> None:
    with pytest.raises(ValueError, match="page:1"):
        read_session("page", "stray\n> 1\n1\n", strict=True)
