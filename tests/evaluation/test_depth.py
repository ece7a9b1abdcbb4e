"""No depth of a calculation becomes depth of Python's own stack."""

from __future__ import annotations

import sys

import pytest

from calc_repl import CalcError, Calculator
from calc_repl.errors import DepthLimit, LimitError
from calc_repl.settings import Settings

COUNTING = "count(n) = if n == 0 then 0 else 1 + count(n - 1)"


def test_recursion_fifty_thousand_calls_deep_is_answered(calculator: Calculator) -> None:
    calculator.evaluate(COUNTING)
    assert calculator.evaluate("count(50_000)").value == 50_000


def test_recursion_needs_no_deeper_stack_of_python(calculator: Calculator) -> None:
    calculator.evaluate(COUNTING)
    before = sys.getrecursionlimit()
    calculator.evaluate("count(20_000)")
    assert sys.getrecursionlimit() == before


def test_mutual_recursion_is_answered(calculator: Calculator) -> None:
    calculator.evaluate("even(n) = if n == 0 then true else odd(n - 1); odd(n) = if n == 0 then false else even(n - 1)")
    assert calculator.evaluate("even(40_000)").value is True


@pytest.mark.parametrize(
    "definition",
    [
        "f(n) = f(n + 1)",
        "f(n) = 1 + f(n + 1)",
        "f(n) = f(f(n))",
        "f(n) = [f(n)]",
        'f(n) = "{f(n)}"',
        "f(n) = if f(n) == 1 then 1 else 2",
        "f(n) = f(n) and true",
        "f(n) = map(f, [n])",
        "f(n) = sum(f, [n])",
        "f(n) = sort([n], f)",
        "f(n) = filter(f, [n])",
        "f(n) = fold((a, b) => f(a), [n], n)",
        "f(n) = [n] |> map(f)",
        "f(n) = n |> f",
        "f(n) = n to f",
        "f(n) = (x => f(x))(n)",
        "f(n) = f n",
        "f(n) = f^2 n",
        "f(n) = try f(n) catch e: 1",
        "f(n, m = 1) = f(n, m = m + 1)",
        "f(n) = f(n)!",
    ],
)
def test_endless_recursion_is_a_limit_and_the_names_stay(definition: str) -> None:
    calculator = Calculator(Settings(max_depth=2_000, timeout=3))
    calculator.evaluate("kept = 7")
    calculator.evaluate(definition)
    with pytest.raises(DepthLimit, match=r"More than 2,000 calls are open\.") as caught:
        calculator.evaluate("f(1)")
    assert isinstance(caught.value, RecursionError)
    assert "max_depth" in str(caught.value.hint)
    assert caught.value.span is not None
    assert calculator.evaluate("kept").value == 7


def test_depth_limit_cannot_be_caught(calculator: Calculator) -> None:
    calculator.evaluate("f(n) = f(n)")
    with pytest.raises(DepthLimit):
        calculator.evaluate("try f(1) catch e: 0")


def test_recursion_through_an_operation_is_answered(calculator: Calculator) -> None:
    calculator.evaluate("g(n) = if n == 0 then 0 else sum(map(g, [n - 1])) + 1")
    assert calculator.evaluate("g(5_000)").value == 5_000


@pytest.mark.parametrize("opening", ["(", "[", "-(", "abs(", "1 + (", "(x => x)("])
def test_thousand_nested_brackets_are_answered(opening: str, calculator: Calculator) -> None:
    depth = 1_000 // opening.count("(") if "(" in opening else 1_000
    closing = "]" if opening == "[" else ")"
    assert calculator.evaluate(opening * (depth - 1) + "1" + closing * (depth - 1)).text


@pytest.mark.parametrize("opening", ["(", "[", "f(", '"{'])
def test_hundred_thousand_open_brackets_are_a_limit(opening: str, calculator: Calculator) -> None:
    with pytest.raises(LimitError):
        calculator.evaluate(opening * 100_000)


DEEP = {
    "sum": "1" + " + 1" * 20_000,
    "difference": "1" + " - 1" * 20_000,
    "product": "1" + " * 1" * 20_000,
    "minus signs": "-" * 20_000 + "1",
    "powers": "1" + "^1" * 20_000,
    "factors": "x " * 20_000,
    "conditions": "if false then 0 else " * 10_000 + "1",
    "comparisons": "1" + " <= 1" * 20_000,
    "percent signs": "1" + "%" * 2_000,
    "factorials": "1" + "! " * 20_000,
    "negations": "not " * 20_000 + "true",
    "alternatives": "false" + " or false" * 20_000,
    "conjunctions": "true" + " and true" * 20_000,
    "pipes": "1" + " |> abs" * 10_000,
    "calls of calls": "id" + "(id)" * 20_000,
    "statements": "1;" * 20_000,
    "percentages": "100" + " + 1%" * 1_000,
    "pure percentages": "1%" + " + 1%" * 20_000,
    "elements": "[" + "1, " * 20_000 + "1]",
    "attempts": "try 1 catch e: " * 5_000 + "2",
    "powers of a call": "id(1)" + "^1" * 20_000,
}


@pytest.mark.parametrize("line", DEEP.values(), ids=DEEP.keys())
def test_long_expression_is_answered(line: str) -> None:
    calculator = Calculator(Settings(max_tokens=1_000_000))
    calculator.evaluate("x = 1; id(f) = f")
    answer = calculator.evaluate(line)
    assert answer.text or answer.defines_function


def test_functions_inside_each_other_are_bounded(calculator: Calculator) -> None:
    assert calculator.evaluate("x => " * 90 + "x").kind == "function"
    with pytest.raises(LimitError, match="deep"):
        calculator.evaluate("x => " * 20_000 + "x")


def test_deeply_nested_list_is_shown_compared_and_written(calculator: Calculator) -> None:
    calculator.evaluate("nest(x, n) = if n == 0 then x else nest([x], n - 1)")
    calculator.evaluate("a = nest(1, 20_000); b = nest(1, 20_000)")
    assert calculator.evaluate("a").text == "[" * 20_000 + "1" + "]" * 20_000
    assert calculator.evaluate("a == b").value is True
    assert calculator.evaluate('length("{a}")').value == 40_001


def test_list_that_holds_itself_many_times_over_is_a_limit_not_a_hang() -> None:
    calculator = Calculator(Settings(max_text=100_000, max_elements=10_000))
    calculator.evaluate("double(x, n) = if n == 0 then x else double([x, x], n - 1)")
    calculator.evaluate("a = double(1, 200); 0")
    for line in ["a", 'length("{a}")', "a == double(1, 200)", "unique([a, double(1, 200)])", "print(a)"]:
        with pytest.raises(CalcError) as caught:
            calculator.evaluate(line)
        assert isinstance(caught.value, LimitError), line


def test_closures_inside_closures_keep_their_values(calculator: Calculator) -> None:
    calculator.evaluate("wrap(f, n) = if n == 0 then f else wrap(x => f(x) + 1, n - 1)")
    assert calculator.evaluate("wrap(x => x, 10_000)(1)").value == 10_001
