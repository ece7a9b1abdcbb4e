"""What names, functions and errors mean while a line is evaluated."""

from __future__ import annotations

import pytest

from calc_repl import CalcError, Calculator
from calc_repl.errors import DivisionByZero, InternalError, KindError, RaisedError, UnknownName

SESSIONS = {
    "a closure keeps the value of a parameter": (["add(n) = x => x + n", "f = add(3)", "n = 100", "f(4)"], "7"),
    "a function sees a later definition of a global name": (["f(x) = x + k", "k = 1", "f(1)", "k = 5", "f(1)"], "6"),
    "a parameter hides a global name": (["x = 5", "f(x) = x^2", "f(3)"], "9"),
    "a parameter hides an operation": (["f(sum) = sum + 1", "f(3)"], "4"),
    "a parameter leaves the global name alone": (["x = 5", "f(x) = x^2", "f(3)", "x"], "5"),
    "a default is computed when the function is defined": (["k = 1", "f(x = k) = x", "k = 2", "f()"], "1"),
    "an inner parameter hides the outer one": (["f(x) = (x => x + 1)(x * 10)", "f(2)"], "21"),
    "a function may be a value": (["f(x) = x + 1", "g = f", "f(x) = x + 100", "g(1)"], "2"),
    "a recursive function follows its own name": (["f(n) = if n == 0 then 1 else n f(n - 1)", "f(5)"], "120"),
    "a local function reaches two levels up": (["f(a) = b => c => a + b + c", "f(1)(2)(3)"], "6"),
    "compose": (["compose(f, g) = x => f(g(x))", "compose(x => x + 1, x => 2x)(5)"], "11"),
    "the number of the caught error's name is local": (["e2 = 1", "try 1/0 catch e2: 5", "e2"], "1"),
    "a caught name reaches a function made in the handler": (
        ["f = try 1/0 catch e: (x => e.message)", "f(1)"],
        '"Cannot divide by zero."',
    ),
    "a handler sees parameters": (["f(a) = try 1/0 catch e: a", "f(7)"], "7"),
    "an error inside a handler goes further": (
        ["try (try 1/0 catch e: nobody) catch e: e.message"],
        '"Unknown name nobody."',
    ),
    "a caught error inside a recursion": (["f(n) = try (if n == 0 then 1/0 else f(n - 1)) catch e: n", "f(5)"], "0"),
    "errors are caught inside map": (["map(x => try 1/x catch e: 0, [1, 0, 2])"], "[1, 0, 0.5]"),
    "errors are caught around map": (["try map(x => 1/x, [1, 0]) catch e: 0"], "0"),
    "errors are caught around sort and sum": (["try sum(sort([2, 0], x => 1/x)) catch e: 3"], "3"),
    "attempts side by side": (["(try 1/0 catch e: 1) + (try 1/0 catch e: 2)"], "3"),
    "an attempt without an error leaves the outer one in place": (["try (try 1 catch e: 2) + 1/0 catch e: 3"], "3"),
    "and stops at the first false": (["false and 1/0 == 1"], "false"),
    "or stops at the first true": (["true or 1/0 == 1"], "true"),
    "only one branch is evaluated": (["if true then 1 else 1/0"], "1"),
    "calls inside operands": (["f(x) = x + 1", "f(1) * f(2) + f(f(3)) - [f(4)][1]"], "6"),
    "calls inside conditions": (["f(x) = x > 1", "if f(2) and not f(0) then 1 else 2"], "1"),
    "calls inside texts": (["f(x) = x + 1", '"{f(1)} and {f(2)}"'], '"2 and 3"'),
    "calls inside ranges": (["f(x) = x + 1", "sum(f(0)..f(9))"], "55"),
    "calls inside chains": (["f(x) = x + 1", "1 < f(1) < f(2) == 3"], "true"),
    "calls inside indices": (["f(x) = x + 1", "[5, 6, 7][f(1)]"], "6"),
    "calls before factors": (["f(x) = x + 1", "x = 3", "2 f x"], "8"),
    "operations as values": (["map(sqrt, [4, 9])", "ans[2]"], "3"),
    "operations inside operations": (["map(v => sum(map(x => x^2, v)), [[1, 2], [3]])"], "[5, 9]"),
    "an operation called by an operation": (["map(sum, [[1, 2], [3]])"], "[3, 3]"),
    "fold with an operation": (["fold(max, [3, 9, 2], 0)"], "9"),
    "sort by a function of the language": (["sort([3, 1, 2], x => -x)"], "[3, 2, 1]"),
    "sort keeps the order of equals": (["sort([[2, 1], [1, 2], [1, 3]], v => v[1])"], "[[1, 2], [1, 3], [2, 1]]"),
    "the last answer inside a line is that before the line": (["5", "ans + ans"], "10"),
    "the last answer moves on within a line": (["5; ans + 1; ans + 1"], "7"),
    "a function may print nothing and answer nothing": (["f(x) = print(x)", "1"], "1"),
    "a line may be empty": (["1", "# nothing", "ans"], "1"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "last"), SESSIONS.values(), ids=SESSIONS.keys())
def test_session_ends_in(lines: list[str], last: str) -> None:
    calculator = Calculator()
    for line in lines[:-1]:
        calculator.evaluate(line)
    assert calculator.evaluate(lines[-1]).text == last


PLACES = [
    ("map(x => 1/x, [1, 0])", DivisionByZero, "map(x => 1/x, [1, 0])", "1/x"),
    ("1 + sum(x => 1/x, [1, 0])", DivisionByZero, "sum(x => 1/x, [1, 0])", "1/x"),
    ("sort([1, 0], x => 1/x) ", DivisionByZero, "sort([1, 0], x => 1/x)", "1/x"),
    ("[1, 0] |> map(inverse) |> sum", DivisionByZero, "[1, 0] |> map(inverse)", "1/x"),
    ("1 + inverse(0)", DivisionByZero, "inverse(0)", "1/x"),
    ("1 + outer(0) * 2", DivisionByZero, "outer(0)", "1/x"),
    ("0 |> inverse", DivisionByZero, "0 |> inverse", "1/x"),
    ("0 to inverse", DivisionByZero, "0 to inverse", "1/x"),
    ("inverse 0 + 1", DivisionByZero, "inverse 0", "1/x"),
    ("[inverse(1), inverse(0)]", DivisionByZero, "inverse(0)", "1/x"),
    ('"a {inverse(0)}"', DivisionByZero, "inverse(0)", "1/x"),
    ("if inverse(0) == 1 then 1 else 2", DivisionByZero, "inverse(0)", "1/x"),
    ("fold((a, b) => a/b, [1, 0], 1)", DivisionByZero, "fold((a, b) => a/b, [1, 0], 1)", "a/b"),
    ("map(factorial, [1, -1])", CalcError, "map(factorial, [1, -1])", None),
    ("1 + map(factorial, [1/2])", CalcError, "map(factorial, [1/2])", None),
    ("filter(x => x, [1])", KindError, "x => x", None),
    ("1 + fail(1)", RaisedError, "fail(1)", 'error("no")'),
    ("outer(nobody)", UnknownName, "nobody", None),
]


@pytest.mark.parametrize(("line", "kind", "outside", "inside"), PLACES, ids=[row[0] for row in PLACES])
def test_error_inside_a_call_is_shown_at_the_call_and_inside(
    line: str, kind: type[CalcError], outside: str, inside: str | None, calculator: Calculator
) -> None:
    from calc_repl.display.diagnostics import span_in

    calculator.evaluate('inverse(x) = 1/x; outer(x) = 2 inverse(x); fail(x) = error("no")')
    with pytest.raises(kind) as caught:
        calculator.evaluate(line)
    assert not isinstance(caught.value, InternalError)
    assert caught.value.source is not None
    assert caught.value.source.text == line
    span = span_in(caught.value, caught.value.source)
    assert span is not None
    assert line[span.start : span.end] == outside
    if inside is not None:
        place = caught.value.places[0]
        assert place.source.text[place.span.start : place.span.end] == inside
        assert place.function is not None


def test_what_stood_before_an_error_in_its_line_is_kept(calculator: Calculator) -> None:
    with pytest.raises(DivisionByZero):
        calculator.evaluate("a = 1; b = 1/0; a = 2")
    assert calculator.evaluate("a").value == 1


def test_error_in_the_syntax_of_a_line_runs_nothing_of_it(calculator: Calculator) -> None:
    with pytest.raises(CalcError):
        calculator.evaluate("first = 1; second = ")
    with pytest.raises(UnknownName):
        calculator.evaluate("first")


def test_failed_line_is_no_answer(calculator: Calculator) -> None:
    calculator.evaluate("5")
    with pytest.raises(CalcError):
        calculator.evaluate("1/0")
    assert calculator.evaluate("ans").value == 5


def test_printed_lines_go_where_the_session_says() -> None:
    printed: list[str] = []
    calculator = Calculator(write=printed.append)
    calculator.evaluate('print("a", 1/3); map(x => print(x), [1, 2]); print()')
    assert printed == ["a 1/3", "1", "2", ""]


def test_sessions_share_nothing() -> None:
    first, second = Calculator(), Calculator()
    first.evaluate("x = 1; f(n) = n")
    for name in ("x", "f", "ans"):
        with pytest.raises(UnknownName):
            second.evaluate(name)


def test_interpreter_wide_settings_stay_as_they_were(calculator: Calculator) -> None:
    import sys

    before = sys.getrecursionlimit(), sys.get_int_max_str_digits()
    calculator.evaluate("10^100000 mod 7; 5000!; 3^(10^5) / 7")
    assert (sys.getrecursionlimit(), sys.get_int_max_str_digits()) == before


def test_answers_are_called_back_by_their_number(calculator: Calculator) -> None:
    for number in range(1, 40):
        calculator.evaluate(f"{number}^2")
    assert calculator.evaluate("_7").value == 49
    assert calculator.evaluate("_39 + _").value == 39**2 + 49
