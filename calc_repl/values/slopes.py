"""What is known about the slopes of functions: where one rises or falls, and how steep it is at most.

It follows from the derivatives in the Digital Library of Mathematical
Functions, https://dlmf.nist.gov: sections 5.3 and 5.4 (gamma, which turns at
1.4616... and factorial at 0.4616...), 5.12, 6.2, 7.2, 8.8, 8.19, 9.2, 10.29,
10.37, 13.3, 15.5, 19.4, 25.2.
"""

from __future__ import annotations

from flint import arb, fmpq

from calc_repl.values import deciding, real
from calc_repl.values.balls import precision_of
from calc_repl.values.intervals import ends
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, TypeAlias

    End: TypeAlias = int | Rational | None
    Range: TypeAlias = tuple[End, End, int]

#: Precision in bits of a bound of the slope.
_BITS = 64

#: Where functions of one number rise (1) or fall (-1): from, to, direction. An end that is None is infinite.
_OF_ONE: dict[str, tuple[Range, ...]] = {
    "airy_ai": ((-1, None, -1),),
    "airy_bi": ((-2, None, 1),),
    "Chi": ((0, None, 1),),
    "Ci": ((0, Rational(3, 2), 1),),
    "digamma": ((0, None, 1),),
    "Ei": ((None, 0, -1), (0, None, 1)),
    "elliptic_e": ((None, 1, -1),),
    "elliptic_k": ((None, 1, 1),),
    "erf": ((None, None, 1),),
    "erfc": ((None, None, -1),),
    "erfcinv": ((0, 2, -1),),
    "erfi": ((None, None, 1),),
    "erfinv": ((-1, 1, 1),),
    "eta": ((0, None, 1),),
    "factorial": ((-1, Rational(23, 50), -1), (Rational(47, 100), None, 1)),
    "gamma": ((0, Rational(73, 50), -1), (Rational(147, 100), None, 1)),
    "lambertw": ((None, None, 1),),
    "lgamma": ((0, Rational(73, 50), -1), (Rational(147, 100), None, 1)),
    "li": ((0, 1, -1), (1, None, 1)),
    "Shi": ((None, None, 1),),
    "Si": ((-3, 3, 1),),
    "zeta": ((1, None, -1),),
}
#: The same for functions of several numbers in their last one; the lowest value all others must be above, None for any.
_IN_THE_LAST: dict[str, tuple[End, Range]] = {
    "bessel_i": (0, (0, None, 1)),
    "bessel_k": (None, (0, None, -1)),
    "beta": (0, (0, None, -1)),
    "expint": (None, (0, None, -1)),
    "gamma_lower": (0, (0, None, 1)),
    "gamma_upper": (None, (0, None, -1)),
    "hyp1f1": (0, (0, None, 1)),
    "hyp2f1": (0, (0, 1, 1)),
}
_SYMMETRIC = ("beta",)


def direction(name: str, numbers: Sequence[Any], place: int) -> int:
    """1 or -1 where a function is known to rise or fall in one of its numbers, the only uncertain one; otherwise 0."""
    low, high = ends(numbers[place])
    if len(numbers) == 1:
        ranges = _OF_ONE.get(name, ())
    else:
        if name in _SYMMETRIC:
            numbers, place = [*numbers[:place], *numbers[place + 1 :], numbers[place]], len(numbers) - 1
        if name not in _IN_THE_LAST or place != len(numbers) - 1:
            return 0
        above, known = _IN_THE_LAST[name]
        others = numbers[:-1]
        if not all(_is_real(other) and (above is None or deciding.compare(other, above) > 0) for other in others):
            return 0
        ranges = (known,)
    for first, last, sign in ranges:
        if (first is None or deciding.compare(first, low) <= 0) and (last is None or deciding.compare(high, last) <= 0):
            return sign
    return 0


def steepest(name: str, numbers: Sequence[Any], place: int, low: fmpq) -> arb | None:
    """A bound of the size of the slope in one of the numbers from `low` upwards; None where none is known."""
    if name in ("fresnel_s", "fresnel_c"):
        return arb(1)  # the slope is a sine or cosine
    if name not in ("bessel_j", "bessel_y") or place != 1 or not _is_real(numbers[0]):
        return None
    order = deciding.recognised(numbers[0])
    if low > 0 and not isinstance(order, Real):
        slope = _steepest_bessel(real.coefficient(order), low)
    else:
        slope = arb("inf")
    if name == "bessel_j" and isinstance(order, int):
        slope = min(slope, arb(1), key=lambda bound: bound.upper())  # by Bessel's integral, DLMF 10.9.1
    return slope if slope.is_finite() else None


def _steepest_bessel(order: fmpq, low: fmpq) -> arb:
    """A bound of |J'| and |Y'|: half the sum of the moduli sqrt(J^2 + Y^2) of the orders beside (DLMF 10.6.1).

    The moduli fall as x grows, by Nicholson's integral, DLMF 10.9.30.
    """
    with precision_of(_BITS):
        x = arb(low)
        moduli = [(x.bessel_j(n) ** 2 + x.bessel_y(n) ** 2).sqrt() for n in (arb(order - 1), arb(order + 1))]
        return (moduli[0] + moduli[1]) / 2


def _is_real(number: Any) -> bool:
    return isinstance(number, (int, Rational, Real))
