"""Docs are taken apart: sentence, text, examples."""

from __future__ import annotations

import pytest

from calc_repl.help.docstrings import Doc, examples
from calc_repl.operations import catalogue

DOC = """Halve a number.

    The result is exact.

    > half(3)
    3/2 = 1.5
    > half(
    . 4)
    2
    """


def test_doc_has_sentence_text_and_examples() -> None:
    doc = Doc(DOC)
    assert doc.sentence == "Halve a number."
    assert doc.text == "The result is exact."
    assert doc.examples == "> half(3)\n3/2 = 1.5\n> half(\n. 4)\n2"


@pytest.mark.parametrize("empty", [None, "", "  \n  "])
def test_missing_doc_has_empty_parts(empty: str | None) -> None:
    doc = Doc(empty)
    assert (doc.sentence, doc.text, doc.examples) == ("", "", "")
    assert examples(empty) == []


def test_examples_know_their_lines() -> None:
    assert [example.line for example in examples(DOC)] == [4, 6]


def test_doc_may_begin_with_an_example() -> None:
    doc = Doc("> 1 + 1\n2")
    assert (doc.sentence, doc.text, doc.examples) == ("", "", "> 1 + 1\n2")


def test_examples_join_continued_lines_and_end_at_a_blank_line() -> None:
    found = examples(DOC + "\n    Not part of the example.\n")
    assert [(example.input, example.screen) for example in found] == [("half(3)", "3/2 = 1.5"), ("half(\n4)", "2")]


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_operation_is_documented_by_a_sentence_and_an_example(name: str) -> None:
    operation = catalogue.find(name)
    assert operation is not None
    assert operation.summary.endswith(".")
    assert examples(operation.__doc__)


@pytest.mark.parametrize("name", catalogue.CONSTANTS)
def test_constant_is_documented_by_a_sentence(name: str) -> None:
    assert catalogue.CONSTANTS[name].endswith((".", "..."))
