"""The operations as a Python library."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest

import calc_repl.operations as operations
import calc_repl.operations.arithmetic as arithmetic
from calc_repl import CalcError, Calculator
from calc_repl.errors import ArityError, DivisionByZero, DomainError, KindError
from calc_repl.operations import add, divide, factorial, multiply, subtract


def test_four_operations_take_and_return_numbers_of_python() -> None:
    assert add(10, 5) == 15
    assert subtract(10, 5) == 5
    assert multiply(10, 5) == 50
    assert divide(10, 5) == 2
    assert type(divide(10, 5)) is int
    assert divide(5, 3) == Fraction(5, 3)
    assert type(divide(5, 3)) is Fraction


def test_operations_of_a_field_can_be_imported_as_a_module() -> None:
    assert arithmetic.add is operations.add is add
    assert operations.sqrt(Fraction(9, 4)) == Fraction(3, 2)


def test_fractions_go_in_and_come_out() -> None:
    assert add(Fraction(1, 3), Fraction(1, 6)) == Fraction(1, 2)
    assert type(add(Fraction(1, 2), Fraction(1, 2))) is int
    assert multiply(Fraction(2), 3) == 6


def test_float_counts_as_the_decimal_it_is_written_as() -> None:
    assert add(0.1, 0.2) == Fraction(3, 10)
    assert multiply(2.0, 3) == 6
    assert operations.round(2.5) == 3


def test_float_that_is_no_number_is_refused() -> None:
    with pytest.raises(KindError):
        add(math.nan, 1)


def test_infinite_floats_are_infinity_in_both_directions() -> None:
    assert add(math.inf, 1) == math.inf
    assert operations.exp(-math.inf) == 0
    assert operations.sort([1, math.inf, -math.inf]) == [-math.inf, 1, math.inf]
    assert operations.map(lambda x: -x, [math.inf]) == [-math.inf]
    assert float(Calculator().evaluate("-inf").value) == -math.inf
    with pytest.raises(DomainError, match=r"^inf - inf has no limit\.$"):
        subtract(math.inf, math.inf)


@pytest.mark.parametrize(
    "value", ["1", None, 1j, Decimal("0.1"), object(), b"1"], ids=lambda value: type(value).__name__
)
def test_other_values_of_python_are_refused_as_numbers(value: object) -> None:
    with pytest.raises(TypeError):
        add(value, 1)


def test_truth_values_are_no_numbers() -> None:
    with pytest.raises(KindError):
        add(True, 1)
    assert operations.invert(True) is False


def test_division_by_zero_is_an_error_of_every_expected_kind() -> None:
    for kind in (CalcError, DivisionByZero, ZeroDivisionError, ArithmeticError, ValueError):
        with pytest.raises(kind, match=r"^Cannot divide by zero\.$"):
            divide(10, 0)


@pytest.mark.parametrize(
    ("call", "kind", "python"),
    [
        (lambda: factorial(-1), DomainError, ValueError),
        (lambda: add(1), ArityError, TypeError),
        (lambda: add(1, 2, 3), ArityError, TypeError),
        (lambda: operations.gcd("a"), KindError, TypeError),
        (lambda: factorial(10**12), CalcError, OverflowError),
    ],
    ids=["domain", "too few", "too many", "kind", "limit"],
)
def test_errors_are_also_those_of_python(call: object, kind: type[Exception], python: type[Exception]) -> None:
    with pytest.raises(kind):
        call()  # type: ignore[operator]
    with pytest.raises(python):
        call()  # type: ignore[operator]


def test_lists_and_functions_of_python_are_taken() -> None:
    assert operations.sum([1, Fraction(1, 2), 0.5]) == 2
    assert operations.map(lambda x: x * 2, [1, 2]) == [2, 4]
    assert operations.sort([3, 1, 2], lambda x: -x) == [3, 2, 1]
    assert operations.map(operations.sqrt, (4, 9)) == [2, 3]
    assert operations.filter(operations.is_prime, list(range(1, 10))) == [2, 3, 5, 7]


def test_large_results_are_exact() -> None:
    assert operations.power(3, 50_000) == 3**50_000
    assert factorial(3000) == math.factorial(3000)
    assert operations.binomial(5000, 2500) == math.comb(5000, 2500)


def test_subclass_of_int_is_a_number() -> None:
    class Count(int):
        pass

    assert type(add(Count(2), Count(3))) is int


def test_doc_and_name_of_an_operation_are_those_of_its_declaration() -> None:
    assert divide.__name__ == "divide"
    assert (divide.__doc__ or "").startswith("Divide one number by another")
    assert "divide(dividend, divisor)" in repr(divide)


def test_error_raised_from_python_leaves_the_function_untouched() -> None:
    class Own(Exception):
        pass

    def fail(_: int) -> int:
        raise Own

    with pytest.raises(Own):
        operations.map(fail, [1])


def test_operation_and_line_of_the_language_agree() -> None:
    calculator = Calculator()
    assert calculator.evaluate("divide(5, 3)").exact == "5/3"
    assert calculator.evaluate("1/3 + 1/6").exact == "1/2"


def test_real_numbers_become_floats_when_asked() -> None:
    assert float(operations.sqrt(2)) == 2**0.5
    assert float(factorial(Fraction(1, 2))) == pytest.approx(0.886226925452758, abs=1e-15)
