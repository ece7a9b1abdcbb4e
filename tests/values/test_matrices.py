"""Laws of linear algebra, against sums and products of Python's fractions and against what is proved otherwise."""

from __future__ import annotations

import sys
from contextlib import suppress
from fractions import Fraction
from itertools import permutations
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc_repl import Calculator
from calc_repl.errors import DomainError, LimitError, Postponed
from calc_repl.settings import Settings
from calc_repl.values import arithmetic, limits, linear_algebra, matrices, rational_matrices
from calc_repl.values.kinds import equal
from calc_repl.values.matrices import Matrix
from calc_repl.values.rational import fraction, from_fraction
from calc_repl.values.undecided import Undecided

numbers = st.one_of(st.integers(-9, 9), st.fractions(-9, 9, max_denominator=9), st.integers(-(10**30), 10**30))

Rows = list[list[Fraction]]


@st.composite
def tables(draw: Any, rows: int | None = None, columns: int | None = None, most: int = 6) -> Rows:
    """Rows of fractions; larger ones are FLINT's."""
    height = rows or draw(st.integers(1, most))
    width = columns or draw(st.integers(1, most))
    entries = draw(st.lists(numbers, min_size=height * width, max_size=height * width))
    return [list(map(Fraction, entries[first : first + width])) for first in range(0, height * width, width)]


@st.composite
def squares(draw: Any, count: int = 1, most: int = 6) -> list[Rows]:
    size = draw(st.integers(1, most))
    return [draw(tables(size, size)) for _ in range(count)]


def matrix(rows: Rows) -> Matrix:
    return Matrix(tuple(tuple(map(from_fraction, row)) for row in rows))


def fractions(value: Matrix) -> Rows:
    return [list(map(fraction, row)) for row in value.rows]


def times(left: Rows, right: Rows) -> Rows:
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]  # type: ignore[misc]


def determinant(rows: Rows) -> Fraction:
    """By the definition of Leibniz."""
    total = Fraction(0)
    for order in permutations(range(len(rows))):
        inversions = sum(a > b for place, b in enumerate(order) for a in order[:place])
        total += (-1) ** inversions * prod(row[column] for row, column in zip(rows, order, strict=True))
    return total


def is_identity(value: Matrix) -> bool:
    return equal(value, matrices.identity(len(value.rows)))


@given(squares(2, most=5))
def test_product_is_that_of_fractions(pair: list[Rows]) -> None:
    left, right = pair
    assert fractions(matrices.product(matrix(left), matrix(right))) == times(left, right)


@settings(max_examples=20)
@given(tables(rows=9, columns=8), tables(rows=8, columns=10))
def test_product_of_many_entries_is_that_of_fractions(left: Rows, right: Rows) -> None:
    assert fractions(matrices.product(matrix(left), matrix(right))) == times(left, right)


def test_product_in_several_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rational_matrices, "_STEP", 0)
    rows = [[Fraction(i * j + i, j + 1) for j in range(20)] for i in range(20)]
    assert fractions(matrices.product(matrix(rows), matrix(rows))) == times(rows, rows)
    shifted = [[entry + 100 * (i == j) for j, entry in enumerate(row)] for i, row in enumerate(rows)]
    assert is_identity(matrices.product(matrix(shifted), linear_algebra.inverse(matrix(shifted))))


@given(squares())
def test_determinant_is_that_of_leibniz(square: list[Rows]) -> None:
    (rows,) = square
    assert fraction(linear_algebra.determinant(matrix(rows))) == determinant(rows)


@given(squares(2, most=7))
def test_determinant_of_a_product_is_the_product(pair: list[Rows]) -> None:
    left, right = map(matrix, pair)
    one, other = linear_algebra.determinant(left), linear_algebra.determinant(right)
    assert linear_algebra.determinant(matrices.product(left, right)) == one * other


@given(squares(most=7))
def test_inverse_is_one_or_there_is_none(square: list[Rows]) -> None:
    value = matrix(square[0])
    if linear_algebra.determinant(value) == 0:
        with pytest.raises(DomainError, match="no inverse"):
            linear_algebra.inverse(value)
        assert linear_algebra.rank(value) < len(value.rows)
    else:
        assert is_identity(matrices.product(value, linear_algebra.inverse(value)))
        assert is_identity(linear_algebra.reduced(value))
        assert linear_algebra.rank(value) == len(value.rows)


@given(st.data(), tables(most=6))
def test_solution_solves_the_equations(data: Any, rows: Rows) -> None:
    value = matrix(rows)
    right = tuple(from_fraction(data.draw(numbers.map(Fraction))) for _ in rows)
    wide = Matrix(tuple((*row, side) for row, side in zip(value.rows, right, strict=True)))
    rank = linear_algebra.rank(value)
    if linear_algebra.rank(wide) > rank:
        with pytest.raises(DomainError, match="no solution"):
            linear_algebra.solution(value, right)
    elif rank < value.shape[1]:
        with pytest.raises(DomainError, match="more than one solution"):
            linear_algebra.solution(value, right)
    else:
        assert matrices.product(value, linear_algebra.solution(value, right)) == right


@given(tables())
def test_reduced_form_has_its_pivots_and_the_same_rows(rows: Rows) -> None:
    form = linear_algebra.reduced(matrix(rows))
    pivots = [next((column for column, entry in enumerate(row) if entry != 0), None) for row in form.rows]
    found = [pivot for pivot in pivots if pivot is not None]
    assert found == sorted(set(found))
    assert pivots == found + [None] * (len(pivots) - len(found))
    for place, pivot in enumerate(found):
        assert [row[pivot] for row in form.rows] == [int(index == place) for index in range(len(form.rows))]
    assert linear_algebra.rank(Matrix(matrix(rows).rows + form.rows)) == len(found) == linear_algebra.rank(matrix(rows))


@given(squares(most=6), st.integers(-4, 7))
def test_power_is_a_repeated_product(square: list[Rows], exponent: int) -> None:
    value = matrix(square[0])
    if exponent < 0 and linear_algebra.determinant(value) == 0:
        return
    base = value if exponent >= 0 else linear_algebra.inverse(value)
    expected = matrices.identity(len(value.rows))
    for _ in range(abs(exponent)):
        expected = matrices.product(expected, base)
    assert equal(matrices.power(value, exponent), expected)


@given(squares(most=6))
def test_matrix_is_a_root_of_its_characteristic_polynomial(square: list[Rows]) -> None:
    value = matrix(square[0])
    coefficients = linear_algebra.characteristic(value)
    assert coefficients[0] == 1
    assert coefficients[1] == -linear_algebra.trace(value)
    total = matrices.scaled(value, lambda _: 0)
    for coefficient in coefficients:
        multiple = matrices.diagonal((coefficient,) * len(value.rows))
        total = matrices.combined(matrices.product(total, value), multiple, arithmetic.add, "added")
    assert not any(total.entries)


@settings(max_examples=40)
@given(squares(most=4))
def test_eigenvalues_add_up_to_the_trace_and_multiply_to_the_determinant(square: list[Rows]) -> None:
    value = matrix([[entry % 7 for entry in row] for row in square[0]])
    found = linear_algebra.eigenvalues(value)
    assert len(found) == len(value.rows)
    total: Any = sum(found[1:], start=found[0])
    product: Any = prod(found[1:], start=found[0])
    for one, other in ((total, linear_algebra.trace(value)), (product, linear_algebra.determinant(value))):
        difference: Any = arithmetic.subtract(one, other)
        assert abs(complex(difference)) < 1e-100


def test_eigenvalues_of_a_companion_matrix_are_the_roots_it_was_made_of() -> None:
    calculator = Calculator()
    for polynomial, expected in [
        ("[-6, 11, -6]", "[1, 2, 3]"),  # (x - 1)(x - 2)(x - 3) = x^3 - 6 x^2 + 11 x - 6
        ("[1, 0, -2, 0]", "[-1, -1, 1, 1]"),  # (x^2 - 1)^2 = x^4 - 2 x^2 + 1
        ("[-2, 1, -2]", "[2, i, -i]"),  # (x - 2)(x^2 + 1)
        ("[1/4, 0, -5/4, 0]", "[-1, -0.5, 0.5, 1]"),
    ]:
        calculator.evaluate(f"c = {polynomial}; n = length(c)")
        line = "eigenvalues(map(i => map(j => if j == n then -c[i] else if i == j + 1 then 1 else 0, 1..n), 1..n))"
        assert calculator.evaluate(line).text == expected


def test_root_of_an_irreducible_polynomial_is_a_number_like_others() -> None:
    calculator = Calculator()
    calculator.evaluate("r = eigenvalues([0, 0, 2; 1, 0, 0; 0, 1, 0])")  # of x^3 - 2
    for line in ("r[1] == cbrt(2)", "r[1]^3 == 2", "floor(100 r[1]) == 125", "r[1] < 1.26", "r[2]^3 == 2",
                 "re(r[2]) == -cbrt(2)/2", "im(r[2]) == sqrt(3) cbrt(2)/2", "r[2] == conj(r[3])"):  # fmt: skip
        assert calculator.evaluate(line).value is True, line
    assert calculator.evaluate("r[1] to 60 digits").text == calculator.evaluate("cbrt(2) to 60 digits").text


# Entries that are no rational numbers


@pytest.mark.parametrize(
    "line",
    [
        "det([cos(1), -sin(1); sin(1), cos(1)]) == 1",
        "[cos(1), -sin(1); sin(1), cos(1)]^-1 == [cos(1), sin(1); -sin(1), cos(1)]",
        "R = map(t => [cos(t), -sin(t), 0; sin(t), cos(t), 0; 0, 0, 1], [1, 2]); det(R[1]*R[2]) == 1",
        "M = [sqrt(2), 1, 0; 1, sqrt(3), 1; 0, 1, sqrt(5)]; inv(M) * M == identity(3)",
        "det(map(i => map(j => sqrt(i j), 1..6), 1..6)) == 0",
        "rank(map(i => map(j => sqrt(i j), 1..6), 1..6)) == 1",
        "rank(map(i => map(j => i + j sqrt(2), 1..5), 1..5)) == 2",
        "inv(S) * S == identity(5)",
        "x = linsolve(S, [1, 2, 3, 4, sqrt(2)]); S * x == [1, 2, 3, 4, sqrt(2)]",
        "det(map(i => map(j => if i == j then sqrt(2) else 0, 1..12), 1..12)) == 64",
        "det([1, i; i, 1]) == 2",
        "inv([1, i, 0; 0, 1, i; i, 0, 1]) * [1, i, 0; 0, 1, i; i, 0, 1] == identity(3)",
        "charpoly([sqrt(2), 1; 1, sqrt(2)]) == [1, -2 sqrt(2), 1]",
        "rref([sqrt(2), 2; 1, sqrt(2)]) == [1, sqrt(2); 0, 0]",
        "norm([cos(1), sin(1)]) == 1",
        "e = eigenvalues([cos(1), -sin(1); sin(1), cos(1)]); e[1] e[2] == 1",
    ],
)
def test_holds_exactly(line: str) -> None:
    calculator = Calculator()
    calculator.evaluate("S = map(i => map(j => if i == j then sqrt(2) else 1, 1..5), 1..5)")
    assert calculator.evaluate(line).value is True


def test_what_cannot_be_decided_is_no_pivot() -> None:
    calculator = Calculator()
    calculator.evaluate("z = sin(sin(1)) - sin(sin(1) + 10^-10^5)")
    with pytest.raises(Undecided, match="whether the determinant is 0"):
        calculator.evaluate("[z, 0; 0, 1]^-1")
    with pytest.raises(Undecided):
        calculator.evaluate("rank([z, 0; 0, 1])")
    # Another row of the column can be the pivot.
    assert calculator.evaluate("rank([z, 1; 1, 0])").value == 2


@given(squares(most=5))
def test_general_ways_answer_like_flint(square: list[Rows]) -> None:
    rows = matrix(square[0]).rows
    whole = (1 << len(rows)) - 1
    assert linear_algebra._minors(rows, len(rows))[whole] == rational_matrices.determinant(rows)
    assert linear_algebra._berkowitz(rows) == rational_matrices.characteristic(rows)
    form, pivots = linear_algebra._reduced(Matrix(rows), len(rows))
    assert form == rational_matrices.reduced(rows)[0]
    assert len(pivots) == rational_matrices.rank(rows)


# Limits


def big(calculator: Calculator, size: int, digits: int) -> None:
    calculator.evaluate(f"B = map(i => map(j => 7^(2*{digits} + i^2 + i j) % 10^{digits}, 1..{size}), 1..{size})")


@pytest.mark.parametrize(
    "line", ["inv(B)", "B^-1 * B", "B^1000", "det(B)^2", "eigenvalues(B)", "charpoly(B)", "rref(B)"]
)
def test_what_takes_long_is_refused_or_stopped(line: str) -> None:
    calculator = Calculator()
    big(calculator, 60, 40)
    calculator.settings = Settings(timeout=1.0)
    with suppress(LimitError):  # TimeLimit is one
        calculator.evaluate(line)


def test_numbers_too_large_are_refused_before_the_work() -> None:
    calculator = Calculator()
    big(calculator, 12, 20_000)
    for line in ("inv(B)", "det(B)", "rref(B)", "linsolve(B, B[1])"):
        with pytest.raises(LimitError, match="too large for this"):
            calculator.evaluate(line)
    with pytest.raises(LimitError, match="40,000 entries"):
        rational_matrices.solutions(((10**1000,) * 200,) * 200, ((1,) * 200,) * 200)


def test_preview_leaves_large_ones_to_enter() -> None:
    calculator = Calculator()
    big(calculator, 30, 500)
    assert calculator.preview("det([1, 2; 3, 4])") is not None
    with pytest.raises(Postponed):
        calculator.preview("inv(B)")
    limits.use(Settings())  # other tests call what is below the calculator


def test_denominators_without_a_small_multiple_are_refused() -> None:
    rows = tuple(
        tuple(from_fraction(Fraction(1, 2**100_000 + 2 * (6 * i + j) + 1)) for j in range(20)) for i in range(20)
    )
    with pytest.raises(LimitError):
        rational_matrices.determinant(rows)


# From Python


def test_python_gets_lists_of_lists() -> None:
    from calc_repl.operations import det, inv

    assert det([[1, 2], [3, 4]]) == -2
    assert inv([[1, 2], [3, 4]]) == [[-2, 1], [Fraction(3, 2), Fraction(-1, 2)]]
    assert det([[0.5, 0], [0, 4]]) == 2


def test_one_line_of_numbers_loads_no_matrices() -> None:
    import subprocess

    code = (
        "import sys; from calc_repl import Calculator; Calculator().evaluate('1/3 + sum([1, 2])').text;"
        "print([name for name in sys.modules if 'matri' in name or 'algebra' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
