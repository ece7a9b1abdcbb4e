"""The roots of polynomials with rational coefficients, as exact numbers.

Those of factors of degree 1 and 2 have closed forms. Of a larger factor each
root is an atom of its own: it is isolated once, computed to any precision, and
bounded as an algebraic number, so that what is calculated with it is decided
like everything else. Coefficients stand with the highest first.
"""

from __future__ import annotations

from functools import cmp_to_key, lru_cache

from flint import acb, arb, ctx, fmpz_poly

from calc_repl.values import arithmetic, rational_matrices
from calc_repl.values.algebraic import of_polynomial_root
from calc_repl.values.atoms import atom
from calc_repl.values.balls import precision_of
from calc_repl.values.complex import Complex
from calc_repl.values.real import of_atom
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.values.real import Number

#: Bits at which the roots of a polynomial are told apart.
_ISOLATED = 128
#: Precision past which the roots of a polynomial of degree 1 would take more than a second; less for larger ones.
_MOST_BITS = 1_500_000


def roots(coefficients: list[Any]) -> tuple[Any, ...]:
    """All roots of a polynomial with rational coefficients, each as often as it counts: real ones rising, then pairs.

    Raises LimitError where the polynomial is too large.
    """
    real: list[tuple[Any, int]] = []
    others: list[Any] = []
    for factor, times in rational_matrices.factors(coefficients):
        for root in _of_irreducible(factor):
            if isinstance(root, Complex):
                others += [root] * times
            else:
                real.append((root, times))
    real.sort(key=cmp_to_key(_order))
    return (*(root for root, times in real for _ in range(times)), *others)


def of_quadratic(coefficients: list[Any]) -> list[Any]:
    """The two roots of a polynomial of degree 2 with any coefficients, the first of which is 1."""
    _, b, c = coefficients
    middle = arithmetic.divide(-b, 2)
    # x^2 + b x + c = (x - m)^2 - (m^2 - c) with m = -b/2
    distance = tower("sqrt", arithmetic.subtract(arithmetic.multiply(middle, middle), c))
    less, more = arithmetic.subtract(middle, distance), arithmetic.add(middle, distance)
    return [more, less] if isinstance(distance, Complex) else [less, more]


def _order(one: tuple[Any, int], other: tuple[Any, int]) -> int:
    return arithmetic.compare(one[0], other[0])


def _of_irreducible(coefficients: list[Any]) -> list[Any]:
    leading = coefficients[0]
    monic: list[Any] = [arithmetic.divide(c, leading) for c in coefficients]
    if len(monic) == 2:
        return [-monic[1]]
    if len(monic) == 3:
        return of_quadratic(monic)
    whole = rational_matrices.without_denominators(coefficients)
    found: list[Any] = []
    for index, root in enumerate(_enclosures(whole, _ISOLATED)):
        if root.imag == 0:
            found.append(_part(whole, index, "real"))
        elif root.imag > 0:  # the conjugate stands behind it
            re, im = _part(whole, index, "real", is_pair=True), _part(whole, index, "imag", is_pair=True)
            found += [Complex(re, im), Complex(re, -im)]
    return found


def _part(coefficients: tuple[int, ...], index: int, part: str, is_pair: bool = False) -> Number:
    """The real or imaginary part of a root, as an atom."""
    degree = len(coefficients) - 1
    name = f"root {part}"
    # The real and imaginary parts of a root z are (z + w)/2 and (z - w)/2i with its conjugate w.
    size = 2 * degree * degree if is_pair else degree
    made = atom(
        name,
        _computed(coefficients, index, part),
        parameters=(index, *coefficients),
        most_bits=max(_ISOLATED, int(_MOST_BITS / degree**1.3)),
        measure=lambda: of_polynomial_root(coefficients, (name, index, coefficients), size, is_pair),
    )
    return of_atom(made)


def _computed(coefficients: tuple[int, ...], index: int, part: str) -> Callable[[list[arb]], arb]:
    def compute(_: list[arb]) -> arb:
        isolated = _enclosures(coefficients, _ISOLATED)[index]
        if ctx.prec <= _ISOLATED:
            return getattr(isolated, part)  # type: ignore[no-any-return]
        (root,) = [each for each in _enclosures(coefficients, ctx.prec) if each.overlaps(isolated)]
        return getattr(root, part)  # type: ignore[no-any-return]

    return compute


@lru_cache(maxsize=32)
def _enclosures(coefficients: tuple[int, ...], precision: int) -> list[acb]:
    """Enclosures of the roots that do not meet each other, in an order that is the same each time."""
    with precision_of(precision):
        found: list[Any] = fmpz_poly(list(reversed(coefficients))).complex_roots()
        return [root for root, _ in found]
