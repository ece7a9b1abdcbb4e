"""inf and -inf, the ends of the real line: what grows, or falls, beyond every number.

Calculating with them takes limits. There is an answer where every way of
getting there leads to it: inf + 1 is inf and 1/inf is 0. Where the answer
depends on the way, as for inf - inf, it is an error.
"""

from __future__ import annotations

from calc_repl.errors import DivisionByZero, DomainError, KindError
from calc_repl.values import arithmetic
from calc_repl.values.arithmetic import is_infinite, is_interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from calc_repl.values.arithmetic import RealNumber

    Extended: TypeAlias = "RealNumber | Infinity"


class Infinity:
    """inf where `sign` is 1, -inf where it is -1."""

    __slots__ = ("sign",)
    kind = "number"
    called = "infinity"
    is_infinite = True

    def __init__(self, sign: int) -> None:
        self.sign = sign

    def __add__(self, addend: Any) -> Infinity:
        return add(self, addend)

    __radd__ = __add__

    def __sub__(self, subtrahend: Any) -> Infinity:
        return add(self, -subtrahend)

    def __rsub__(self, minuend: Any) -> Infinity:
        return add(-self, minuend)

    def __mul__(self, multiplicand: Any) -> Infinity:
        return multiply(self, multiplicand)

    __rmul__ = __mul__

    def __neg__(self) -> Infinity:
        return Infinity(-self.sign)

    def __pos__(self) -> Infinity:
        return self

    def __abs__(self) -> Infinity:
        return INFINITY

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Infinity) and self.sign == other.sign

    def __hash__(self) -> int:
        return hash(float(self))

    def __float__(self) -> float:
        return self.sign * float("inf")

    def __str__(self) -> str:
        return "inf" if self.sign > 0 else "-inf"

    def __repr__(self) -> str:
        return f"Infinity({self.sign})"


INFINITY = Infinity(1)
NEGATIVE_INFINITY = Infinity(-1)


def add(augend: Infinity, addend: Any) -> Infinity:
    """The sum. Raises DomainError for inf - inf, KindError for what is not a single real number."""
    _check(addend)
    if is_infinite(addend) and augend != addend:
        raise without_limit("inf - inf")
    return augend


def multiply(multiplier: Infinity, multiplicand: Any) -> Infinity:
    """The product. Raises DomainError for 0 * inf, KindError as `add` does, and Undecided."""
    known = _sign(multiplicand)
    if known == 0:
        raise without_limit("0 * inf")
    return Infinity(multiplier.sign * known)


def divide(dividend: Any, divisor: Any) -> Extended:
    """A quotient of numbers one of which is infinite. Raises DivisionByZero, DomainError, KindError, Undecided."""
    _check(dividend)
    known = _sign(divisor)
    if not is_infinite(dividend):
        return 0
    if is_infinite(divisor):
        raise without_limit("inf/inf")
    if known == 0:
        raise DivisionByZero(argument=1)
    return Infinity(dividend.sign * known)


def power(base: Any, exponent: Any) -> Extended:
    """A power with an infinite base or exponent. Raises as `divide` does; inf^0 has no limit, as x^(1/ln x) shows."""
    _check(base)
    known = _sign(exponent)
    if is_infinite(exponent):
        return _to_infinite_power(base, known)
    if known < 0:
        return 0
    if known == 0:
        raise without_limit("inf^0")
    if base.sign > 0:
        return INFINITY
    whole = arithmetic.floor(exponent)
    if not arithmetic.equal(whole, exponent):
        raise DomainError("-inf to a power that is not whole has no real limit.")
    return NEGATIVE_INFINITY if whole % 2 else INFINITY


def compare(left: Any, right: Any) -> int:
    """-1, 0 or 1 by the order of two real numbers, one of them infinite: uncertain numbers lie between -inf and inf."""
    left_side = left.sign if is_infinite(left) else 0
    right_side = right.sign if is_infinite(right) else 0
    return int((left_side > right_side) - (left_side < right_side))


def without_limit(form: str) -> DomainError:
    """The error for a form whose value depends on how its parts become what they are."""
    return DomainError(f"{form} has no limit.", hint="it depends on how each of the two gets there")


def apart_from_uncertain() -> KindError:
    """The error for an uncertain number beside an infinite one."""
    return KindError(
        "Infinity cannot be combined with uncertain numbers.", hint="calculate with lower_bound and upper_bound"
    )


def _to_infinite_power(base: Any, exponent_sign: int) -> Extended:
    size = arithmetic.compare(arithmetic.magnitude(base), 1)
    if size == 0:
        raise without_limit("1^inf" if arithmetic.sign(base) > 0 else "(-1)^inf")
    if size != exponent_sign:
        return 0
    known = arithmetic.sign(base)
    if known == 0:
        raise DivisionByZero(argument=1)
    if known < 0:
        raise DomainError("A negative number to this power has no limit.", hint="its powers grow and change their sign")
    return INFINITY


def _sign(number: Any) -> int:
    _check(number)
    return arithmetic.sign(number)


def _check(number: Any) -> None:
    if getattr(number, "kind", None) == "complex":
        raise KindError("Infinity cannot be combined with complex numbers.", hint="inf and -inf are ends of the reals")
    if is_interval(number):
        raise apart_from_uncertain()
