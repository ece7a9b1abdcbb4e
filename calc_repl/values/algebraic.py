"""How near 0 an algebraic number can be without being 0.

An expression in roots is written E = U / L with algebraic integers U and L, all
of whose conjugates are at most u and l in size, in a field of degree at most D.
If E is not 0 then |E| >= u^(1 - D) / l, for the norm of U is a whole number.
C. Burnikel, R. Fleischer, K. Mehlhorn, S. Schirra, A strong and easily
computable separation bound for arithmetic expressions involving radicals,
Algorithmica 27 (2000).
"""

from __future__ import annotations

import math

from flint import fmpz

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from flint import fmpq

    from calc_repl.values.atoms import Monomial

#: Past these sizes a bound is too large to be of use.
_MOST_RADICALS = 24
_MOST_DEGREE = 2**16
_MOST_BITS = 1e5

#: The key under which all roots of unity share one degree: the order of the field that holds them all.
_UNITY = "unity"


class Measure:
    """u and l as base-2 logarithms, and the degree of each radical that occurs."""

    __slots__ = ("degrees", "denominator", "numerator")

    def __init__(self, degrees: dict[object, int], numerator: float, denominator: float) -> None:
        self.degrees = degrees
        self.numerator = numerator
        self.denominator = denominator

    def separation(self) -> float:
        """Bits b such that the number is 0 or at least 2^-b in size; a little is added for rounding."""
        degree = _degree(self.degrees)
        return ((degree - 1) * max(self.numerator, 0.0) + max(self.denominator, 0.0)) * 1.0001 + 8


def of_integer(number: int) -> Measure | None:
    """The measure of a whole number above 0, as the base of radicals."""
    return _useful({}, log2(number), 0.0)


def of_cosine(order: int) -> Measure | None:
    """The measure of cos(2 pi k / order) = (z + 1/z) / 2."""
    return _useful({_UNITY: order}, 1.0, 1.0)


def of_polynomial_root(coefficients: Sequence[int], key: object, degree: int, is_part: bool) -> Measure | None:
    """The measure of a root of a polynomial, the highest coefficient first, or of a part of such a root.

    Its multiple by the leading coefficient a is an algebraic integer, and all roots are at most 1 + max |c/a|
    (Cauchy). A part is half a sum or difference of two roots, which may be divided by i. `degree` is that of a field
    which holds it, and `key` stands for that field.
    """
    leading = abs(coefficients[0])
    u, low = log2(leading + max(map(abs, coefficients[1:]))), log2(leading)
    return _useful({key: degree}, u + is_part, low + is_part)


def of_reciprocal(divisor: Measure | None) -> Measure | None:
    """The measure of 1 / divisor."""
    return None if divisor is None else _useful(divisor.degrees, divisor.denominator, divisor.numerator)


def of_sum(parts: Sequence[Measure | None]) -> Measure | None:
    """The measure of a sum: U1 L2 + U2 L1 over L1 L2."""
    degrees: dict[object, int] = {}
    for part in parts:
        if part is None:
            return None
        _merge(degrees, part.degrees)
    known = [part for part in parts if part is not None]
    low = sum(part.denominator for part in known)
    return _useful(degrees, _log_sum([part.numerator + low - part.denominator for part in known]), low)


def of_product(parts: Sequence[Measure | None]) -> Measure | None:
    """The measure of a product: U1 U2 over L1 L2."""
    degrees: dict[object, int] = {}
    u = low = 0.0
    for part in parts:
        if part is None:
            return None
        _merge(degrees, part.degrees)
        u += part.numerator
        low += part.denominator
    return _useful(degrees, u, low)


def measure(form: dict[Monomial, fmpq]) -> Measure | None:
    """The measure of a sum of rational multiples of monomials, None unless all of them are algebraic."""
    degrees: dict[object, int] = {}
    terms: list[tuple[float, float]] = []
    common = fmpz(1)
    for monomial, c in form.items():
        u, low = log2(c.p) - log2(c.q), 0.0
        for factor in monomial:
            sizes = _of_power(*factor, degrees)
            if sizes is None:
                return None
            u += sizes[0]
            low += sizes[1]
        if len(degrees) > _MOST_RADICALS:
            return None
        common = common.lcm(c.q)
        terms.append((u, low))
    total = sum(low for _, low in terms) + log2(common)
    return _useful(degrees, _log_sum([u + total - low for u, low in terms]), total)


def _of_power(base: object, numerator: int, denominator: int, degrees: dict[object, int]) -> tuple[float, float] | None:
    """log2 u and log2 l of a power of an atom; adds its radicals to the degrees."""
    known: Measure | None = base.measure  # type: ignore[attr-defined]  # an Atom, whose module imports this one
    if known is None or abs(numerator) > 2**30 * denominator or denominator > _MOST_DEGREE:
        return None
    if denominator != 1:
        _merge(degrees, {(base, "power"): denominator})
    _merge(degrees, known.degrees)
    u, low = max(known.numerator, 0.0), max(known.denominator, 0.0)
    if numerator < 0:
        u, low = low, u
    whole, rest = divmod(abs(numerator), denominator)
    # (U/L)^(1/k) = (U L^(k-1))^(1/k) / L
    root = rest * (u + (denominator - 1) * low) / denominator
    return whole * u + root, (whole + rest) * low


def log2(number: int | fmpz) -> float:
    """The base-2 logarithm of the size of a whole number, never above it by more than rounding; -inf for 0."""
    size = abs(fmpz(number))
    if size == 0:
        return -math.inf
    surplus = max(0, int(size.bit_length()) - 60)
    return math.log2(int(size >> surplus)) + surplus


def _log_sum(logarithms: list[float]) -> float:
    most = max(logarithms, default=-math.inf)
    if most == -math.inf:
        return most
    return most + math.log2(sum(2.0 ** (logarithm - most) for logarithm in logarithms)) + 1e-9


def _merge(degrees: dict[object, int], others: dict[object, int]) -> None:
    for key, degree in others.items():
        degrees[key] = math.lcm(degrees.get(key, 1), degree)


def _useful(degrees: dict[object, int], numerator: float, denominator: float) -> Measure | None:
    if len(degrees) > _MOST_RADICALS or max(numerator, denominator) > _MOST_BITS or _degree(degrees) > _MOST_DEGREE:
        return None
    return Measure(degrees, numerator, denominator)


def _degree(degrees: dict[object, int]) -> int:
    degree = 1
    for key, factor in degrees.items():
        degree *= _totient(factor) if key == _UNITY else factor
    return degree


def _totient(order: int) -> int:
    return order if order > 2**20 else int(fmpz(order).euler_phi())
