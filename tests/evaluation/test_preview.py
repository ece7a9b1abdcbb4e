"""A line is tried out while it is typed: what it would answer, and nothing else."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.errors import DivisionByZero, Interrupted, LimitError, Postponed, SyntaxProblem, UnknownName
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import operation
from calc_repl.settings import Settings
from calc_repl.values.kinds import Function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Number = Any


@pytest.fixture
def calculator() -> Calculator:
    calculator = Calculator()
    for line in ("k = 3", "f(x) = x k", "fs = [x => x + 1]", "7"):
        calculator.evaluate(line)
    return calculator


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("2 + 3", "5"),
        ("1/3", "1/3 ≈ 0.333333333333"),
        ("pi", "pi ≈ 3.14159265359"),
        ("f(2)", "6"),
        ("k = 5; f(2)", "10"),  # a function sees the tentative name, as it would the real one
        ("2; ans + 1", "3"),
        ("x = k + 1", "4"),
        ("map(x => x^2, 1..3)", "[1, 4, 9]"),
        ("k", "3"),
        ("ans", "7"),
    ],
)
def test_answer(calculator: Calculator, line: str, text: str) -> None:
    answer = calculator.preview(line)
    assert answer is not None
    assert answer.text == text


@pytest.mark.parametrize(
    "line",
    ["", "42", "x = 42", '"text"', "[1, 2]", "g(x) = x^2", "import math", "from math import sin", "reload math",
     "2; import math", "assert 1 == 1"],
)  # fmt: skip
def test_nothing_to_say(calculator: Calculator, line: str) -> None:
    assert calculator.preview(line) is None


def test_how_a_line_is_read_is_told(calculator: Calculator) -> None:
    answer = calculator.preview("1/2 k")
    assert answer is not None
    assert answer.reading == "(1/2)·k"


@pytest.mark.parametrize(
    "line",
    [
        *("print(1)", "map(print, [1])", "[print][1](1)", "p = print; p(1)", "math.zeta(3)", "error(\"no\")"),
        *("try error(\"no\") catch e: 1", "zeta(3)", "2^100000", "2^100000 > 1", "length(sort(1..20000))"),
        *("1e5000", "pi to 5000 digits", "g(n) = if n < 2 then n else g(n-1) + g(n-2); g(60)"),
        *("if 1 < 2 then print(1) else 2", "try 2^100000 catch e: 0", "plot k", "plot sin(x)"),
    ],
)  # fmt: skip
def test_what_only_enter_computes(calculator: Calculator, line: str) -> None:
    calculator.evaluate("import math")
    with pytest.raises(Postponed):
        calculator.preview(line, seconds=0.02)


def test_what_is_not_reached_does_no_harm(calculator: Calculator) -> None:
    answer = calculator.preview("if 1 > 2 then print(1) else k")
    assert answer is not None
    assert answer.text == "3"


@pytest.mark.parametrize(
    ("line", "error", "place"),
    [
        ("1/0", DivisionByZero, (0, 3)),
        ("1 + foo", UnknownName, (4, 7)),
        ("1 + )", SyntaxProblem, (4, 5)),
        ("1 << 10^9", LimitError, (0, 9)),
    ],
)
def test_errors_are_those_of_the_line(
    calculator: Calculator, line: str, error: type[CalcError], place: tuple[int, int]
) -> None:
    with pytest.raises(error) as caught:
        calculator.preview(line)
    assert caught.value.span is not None
    assert (caught.value.span.start, caught.value.span.end) == place
    assert caught.value.source is not None


def test_a_tried_definition_leaves_no_name_on_a_function(calculator: Calculator) -> None:
    calculator.preview("g = fs[1]; g(1)")
    (function,) = calculator.scope.names["fs"]
    assert function.name is None


def test_operations_of_others_are_not_tried(calculator: Calculator) -> None:
    @operation()
    def theirs(number: Number) -> Number:
        raise AssertionError("it was called")

    calculator.scope.names["theirs"] = theirs
    with pytest.raises(Postponed):
        calculator.preview("theirs(1)")


def test_operations_with_effects_are_declared() -> None:
    declared = {name: catalogue.find(name) for name in catalogue.operation_names()}
    assert {name for name, found in declared.items() if found is not None and not found.pure} == {
        "print",
        "error",
        "today",
        "now",
    }


def test_a_preview_gives_way(calculator: Calculator) -> None:
    calculator.evaluate("g(n) = if n < 2 then n else g(n-1) + g(n-2)")
    started, raised = Event(), []

    def look() -> None:
        started.set()
        try:
            calculator.preview("g(100)", seconds=60)
        except CalcError as error:
            raised.append(type(error))

    worker = Thread(target=look)
    worker.start()
    started.wait()
    assert calculator.evaluate("6*7").text == "42"
    while worker.is_alive():  # it may have begun only after the evaluation
        calculator.interrupt_preview()
        worker.join(0.01)
    assert raised == [Interrupted]


# Whatever is typed, nothing but Enter changes anything.

_PIECES = [
    *("k", "f(2)", "x", "y", " = ", "; ", "1", "2", " + ", "*", "^", "/", "(", ")", "[", "]", ", ", "ans", "fs[1]"),
    *("sqrt(", "print(", "pi", " to ", "hex", "map(", "=> ", "import math", "\n", "=", "g(n) = n + k"),
    *("if ", " then ", " else ", "!"),
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_previewing_changes_nothing(line: str) -> None:
    """A session that looked at every prefix of a line is in the state of one that did not."""
    sessions = [_session(), _session()]
    for end in range(len(line) + 1):
        try:
            sessions[0][0].preview(line[:end], seconds=5)
        except CalcError:
            pass
    assert _state(*sessions[0]) == _state(*sessions[1])
    outcomes = [_outcome(calculator, line) for calculator, _ in sessions]
    assert outcomes[0] == outcomes[1]
    assert _state(*sessions[0]) == _state(*sessions[1])


def _session() -> tuple[Calculator, list[str]]:
    printed: list[str] = []
    calculator = Calculator(Settings(max_bits=40_000), printed.append)
    for line in ("k = 3", "f(x) = x k", "fs = [x => x + 1]", "7"):
        calculator.evaluate(line)
    return calculator, printed


def _outcome(calculator: Calculator, line: str) -> object:
    try:
        answer = calculator.evaluate(line)
    except CalcError as error:
        span = error.span and (error.span.start, error.span.end)
        return error.message, error.hint, span
    return answer.text, answer.kind, answer.reading, answer.note, answer.defines_function


def _state(calculator: Calculator, printed: list[str]) -> object:
    scope = calculator.scope
    names = {name: _written(value) for name, value in scope.names.items()}
    answers = {number: _written(value) for number, value in scope.answers.items()}
    return names, scope.origins, answers, scope.answer_count, printed, calculator.modules.modules.keys()


def _written(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_written, value))
    return (value.text, value.name) if isinstance(value, Function) else repr(value)


def test_preview_of_an_unknown_name_looks_at_no_folder(calculator: Calculator) -> None:
    with pytest.raises(UnknownName) as tried:
        calculator.preview("geometry + 1")
    assert calculator._modules is None
    with pytest.raises(UnknownName) as asked:
        calculator.evaluate("geometry + 1")
    assert (tried.value.hint, asked.value.hint) == (None, "import geometry")
