"""Wrong arguments: how many, of which kind, and which one of them is shown."""

from __future__ import annotations

import pytest

from calc_repl import CalcError, Calculator
from calc_repl.errors import (
    ArityError,
    DivisionByZero,
    DomainError,
    InternalError,
    KindError,
    LimitError,
    PositionError,
    RaisedError,
    UnknownName,
)
from calc_repl.operations import catalogue
from calc_repl.settings import Settings

ERRORS = [
    ("sqrt()", ArityError, "sqrt()"),
    ("sqrt(1, 2)", ArityError, "sqrt(1, 2)"),
    ("log()", ArityError, "log()"),
    ("log(1, 2, 3)", ArityError, "log(1, 2, 3)"),
    ("max()", DomainError, "max()"),
    ("map(sqrt)", ArityError, "map(sqrt)"),
    ("1 + power_mod(2, 3)", ArityError, "power_mod(2, 3)"),
    ("round(1, x = 2)", ArityError, "round(1, x = 2)"),
    ("factorial(-1)", DomainError, "-1"),
    ("(-3)!!", DomainError, "(-3)"),
    ("gcd(4, 6, 1/2, 8)", DomainError, "1/2"),
    ("gcd(4, true)", KindError, "true"),
    ('gcd(4, "a")', KindError, '"a"'),
    ("permutations(-1, 2)", DomainError, "-1"),
    ("fibonacci(-1)", DomainError, "-1"),
    ("is_prime(1/2)", DomainError, "1/2"),
    ("factor(0)", DomainError, "0"),
    ("divisors(-6)", DomainError, "-6"),
    ("power_mod(2, -1, 4)", DomainError, "2"),
    ("power_mod(2, 3, 0)", DomainError, "0"),
    ("log(8, 0)", DomainError, "0"),
    ("log(8, 1)", DomainError, "1"),
    ("log2 0", DomainError, "0"),
    ("root(8, 0)", DomainError, "0"),
    ("root(8, 1/2)", DomainError, "1/2"),
    ("0^(-1)", DivisionByZero, "0^(-1)"),
    ("0^(-1/2)", DivisionByZero, "0^(-1/2)"),
    ("1 + 2/0", DivisionByZero, "2/0"),
    ("7 // 0", DivisionByZero, "7 // 0"),
    ("7 mod 0", DivisionByZero, "7 mod 0"),
    ("rem(7, 0)", DivisionByZero, "rem(7, 0)"),
    ("20 as % of 0", DivisionByZero, "20 as % of 0"),
    ("divide(1, 0)", DivisionByZero, "divide(1, 0)"),
    ("round(1, 1/2)", DomainError, "1/2"),
    ("1.5 & 1", DomainError, "1.5"),
    ("1 xor 1.5", DomainError, "1.5"),
    ("~1.5", DomainError, "1.5"),
    ("1 << 1.5", DomainError, "1.5"),
    ("bit_length(-1)", DomainError, "-1"),
    ('"a" * 2', KindError, '"a"'),
    ('2 * "a"', KindError, '"a"'),
    ("true + 1", KindError, "true"),
    ("[1] + 1", KindError, "[1]"),
    ("-[true]", KindError, "[true]"),
    ("sqrt + 1", KindError, "sqrt"),
    ('"a" < 1', KindError, "1"),
    ("[1] < [2]", KindError, "[1]"),
    ("not 1", KindError, "1"),
    ("length(5)", KindError, "5"),
    ("sum(1, true)", KindError, "sum(1, true)"),
    ("sum(sqrt)", KindError, "sum(sqrt)"),
    ("mean()", DomainError, "mean()"),
    ("variance(1)", DomainError, "variance(1)"),
    ("map(1, [2])", KindError, "1"),
    ("map(sqrt, 1)", KindError, "1"),
    ("filter(sqrt, [4])", KindError, "sqrt"),
    ("sort(5)", KindError, "5"),
    ("take([1], -1)", DomainError, "-1"),
    ("concat([1], 2)", KindError, "2"),
    ("contains(1, 1)", KindError, "1"),
    ("zip([1], 2)", KindError, "2"),
    ("dot([1], [1, 2])", DomainError, "dot([1], [1, 2])"),
    ("upper(1)", KindError, "1"),
    ('split("a", 1)', KindError, "1"),
    ("join([1])", KindError, "[1]"),
    ("error(1)", KindError, "1"),
    ('1 + error("x")', RaisedError, 'error("x")'),
    ("[1][2]", PositionError, "2"),
    ("[1][0]", PositionError, "0"),
    ("nobody(1)", UnknownName, "nobody"),
    ("[1; 2] + 1", KindError, "[1; 2]"),
    ("1 + 2024-01-02", KindError, "1"),
    ("2024-01-02 - 3 km", KindError, "3 km"),
    ("2 * 2024-01-02", KindError, "2024-01-02"),
    ("1 + 10:75", DomainError, "10:75"),
    ("1 + @2024-01-32", DomainError, "@2024-01-32"),
    ("hour_of(2024-01-02)", KindError, "2024-01-02"),
    ("year_of(10:30)", KindError, "10:30"),
    ("2024-01-02T10:00Z > 2024-01-02", KindError, "2024-01-02"),
    ("2024-01-02T10:00 > 2024-01-02T10:00Z", KindError, "2024-01-02T10:00"),
    ("2024-01-02T10:00 - 2024-01-02T10:00Z", KindError, "2024-01-02T10:00"),
    ("4 |> sqrt(1)", ArityError, "4 |> sqrt(1)"),
    ("sqrt -4", KindError, "sqrt"),
]


@pytest.mark.parametrize(("line", "error", "culprit"), ERRORS, ids=[row[0] for row in ERRORS])
def test_error_is_of_its_class_and_shows_the_culprit(line: str, error: type[CalcError], culprit: str) -> None:
    with pytest.raises(CalcError) as caught:
        Calculator().evaluate(line)
    assert type(caught.value) is error
    assert caught.value.span is not None
    shown = line[caught.value.span.start : caught.value.span.end]
    assert shown.strip("()") == culprit.strip("()") or shown == culprit


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_operation_takes_any_value_with_an_answer_or_an_error_of_ours(name: str) -> None:
    samples = ["0", "1", "-1", "7", "1/2", "-5/3", "10^30", "true", '"text"', "[]", "[1, 2]", '["a", "b"]', "1..3"]
    samples += ["sqrt", "x => x", "[1, 2; 3, 4]", "[1/2; sqrt(2)]", "[[1, i], [2, pi]]"]
    calculator = Calculator(Settings(max_bits=40_000), write=lambda line: None)
    for count in range(4):
        for shift in range(len(samples) if count else 1):
            for stride in (0, 1, 4, 7):
                given = [samples[(shift + place * stride) % len(samples)] for place in range(count)]
                line = f"{name}({', '.join(given)})"
                try:
                    assert calculator.evaluate(line).text is not None
                except CalcError as error:
                    faults = [
                        isinstance(error, InternalError),
                        not error.message.endswith((".", "text")),
                        not error.span,
                    ]
                    if any(faults):
                        pytest.fail(f"{line}: {error!r}")


def test_too_large_results_are_refused_by_every_way_to_make_them() -> None:
    calculator = Calculator(Settings(max_bits=50_000))
    lines = ["1 << 60000", "1 >> -60000", "2^40000 * 2^40000"]
    lines += ["20000!!", "fibonacci(90000)", "permutations(9000, 8000)"]
    lines += ["lcm(2^40000, 3^30000)", "1/2^40000 + 1/3^30000", "1e20000", "round(1, 20000)", "product(1..9000)"]
    lines += ["product(k => k, 1, 9000)"]
    for line in lines:
        with pytest.raises(LimitError, match="the limit is"):
            print(line, calculator.evaluate(line))
