"""Functions of uncertain numbers that neither rise nor fall: enclosed by Arb, piece by piece.

The bounds are cut into pieces, each is enclosed in a ball, and the function of
each ball is enclosed: the values from the least to the greatest of all these
hold every possible value, and are a little wider than they are.
"""

from __future__ import annotations

from itertools import pairwise, product

from flint import acb, arb

from calc_repl.errors import DomainError, LimitError
from calc_repl.values import limits, rational, real
from calc_repl.values.balls import ball, precision_of
from calc_repl.values.intervals import Interval, ends, interval, rational_bounds
from calc_repl.values.real import Real, coefficient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.values.intervals import Bounded

#: Bits beyond those by which the bounds differ.
_SURPLUS_BITS = 64
_MOST_BITS = 2_000
#: Bits that the ends of an enclosure have at least, so that they are not shown as if they were the exact ones.
_BITS_OF_ENDS = 192
#: Into so many pieces one uncertain argument is cut; with more of them each into fewer.
_PIECES, _SHARED_PIECES = 64, 12
#: Enclosures whose ends have larger exponents than this are not written out.
_MOST_EXPONENT = 2**20


def enclosed(name: str, arguments: tuple[Any, ...]) -> Bounded:
    """All values of a function of `FUNCTIONS` where some arguments are uncertain.

    Raises KindError for a complex argument, DomainError where it has a pole within the bounds or is not real for
    all of them, LimitError where the values are too large to be written out.
    """
    for argument in arguments:
        ends(argument)  # refuses complex numbers
    uncertain = sum(isinstance(argument, Interval) for argument in arguments)
    pieces = _PIECES if uncertain == 1 else _SHARED_PIECES
    bits = max(_bits_to_tell_apart(argument) for argument in arguments) + _SURPLUS_BITS
    with precision_of(bits):
        cut = [_cut(argument, pieces, bits) for argument in arguments]
        values = []
        for balls in product(*cut):
            limits.tick_large()
            values.append(FUNCTIONS[name](*balls))
            if not values[-1].is_finite():
                raise DomainError(f"{name} has a pole within these bounds, or is not a real number for all of them.")
        low, high = min(value.lower() for value in values), max(value.upper() for value in values)
    if any(end != 0 and abs(int(end.man_exp()[1])) > _MOST_EXPONENT for end in (low, high)):
        raise LimitError(f"The values of {name} within these bounds are too large.")
    low_end, high_end = low.fmpq(), high.fmpq()
    surplus = (abs(low_end) + abs(high_end)) / 2**_BITS_OF_ENDS
    return interval(real.from_coefficient(low_end - surplus), real.from_coefficient(high_end + surplus))


def _bits_to_tell_apart(argument: Any) -> int:
    """The bits by which the bounds of an uncertain number differ. Raises LimitError for very many."""
    if not isinstance(argument, Interval):
        return 0
    low, high = rational_bounds(argument)
    ratio = coefficient(rational.magnitude(high)) / coefficient(high - low)
    bits = int(ratio.p.bit_length() - ratio.q.bit_length()) + 1
    if bits > _MOST_BITS:
        raise LimitError("The bounds of this number are too close together for their size.")
    return max(0, bits)


def _cut(argument: Any, pieces: int, bits: int) -> list[arb]:
    if isinstance(argument, Real):
        return [ball(argument, bits)]
    if not isinstance(argument, Interval):
        return [arb(coefficient(argument))]
    low, high = (coefficient(end) for end in rational_bounds(argument))
    step = (high - low) / pieces
    cuts = [arb(low + step * index) for index in range(pieces)] + [arb(high)]
    return [left.union(right) for left, right in pairwise(cuts)]


def _real_part(function: Callable[..., acb]) -> Callable[..., arb]:
    """A function Arb has for complex numbers alone; not finite where its value may not be real."""

    def of_real(*arguments: arb) -> arb:
        value = function(*map(acb, arguments))
        return value.real if value.imag == 0 else arb("nan")

    return of_real


def _lambertw(number: arb, branch: arb | None = None) -> arb:
    sheet = 0 if branch is None else int(branch.unique_fmpz() or 0)
    return number.lambertw(sheet) if sheet in (0, -1) else arb("nan")


FUNCTIONS: dict[str, Callable[..., arb]] = {
    "factorial": lambda number: (number + 1).gamma(),
    "binomial": lambda n, k: (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma(),
    "gamma": lambda number: number.gamma(),
    "rgamma": lambda number: number.rgamma(),
    "lgamma": lambda number: number.lgamma(),
    "beta": lambda a, b: a.gamma() * b.gamma() * (a + b).rgamma(),
    "digamma": lambda number: number.digamma(),
    "polygamma": _real_part(lambda order, number: number.polygamma(order)),
    "zeta": lambda s: s.zeta(),
    "hurwitz": lambda s, a: s.zeta(a),
    "eta": lambda s: (1 - arb(2) ** (1 - s)) * s.zeta(),
    "polylog": lambda s, z: z.polylog(s),
    "erf": lambda number: number.erf(),
    "erfc": lambda number: number.erfc(),
    "erfi": lambda number: number.erfi(),
    "erfinv": lambda number: number.erfinv(),
    "erfcinv": lambda number: number.erfcinv(),
    "Ei": lambda number: number.ei(),
    "expint": lambda order, number: number.expint(order),
    "Si": lambda number: number.si(),
    "Ci": lambda number: number.ci(),
    "Shi": lambda number: number.shi(),
    "Chi": lambda number: number.chi(),
    "li": lambda number: number.li(),
    "fresnel_s": lambda number: number.fresnel_s(),
    "fresnel_c": lambda number: number.fresnel_c(),
    "gamma_upper": lambda s, z: z.gamma_upper(s),
    "gamma_lower": lambda s, z: s.gamma() - z.gamma_upper(s),
    "bessel_j": lambda order, number: number.bessel_j(order),
    "bessel_y": lambda order, number: number.bessel_y(order),
    "bessel_i": lambda order, number: number.bessel_i(order),
    "bessel_k": lambda order, number: number.bessel_k(order),
    "airy_ai": lambda number: number.airy_ai(),
    "airy_bi": lambda number: number.airy_bi(),
    "lambertw": _lambertw,
    "agm": lambda a, b: a.agm(b),
    "elliptic_k": _real_part(lambda m: m.elliptic_k()),
    "elliptic_e": _real_part(lambda m: m.elliptic_e()),
    "hyp1f1": lambda a, b, z: z.hypgeom_1f1(a, b),
    "hyp2f1": lambda a, b, c, z: z.hypgeom_2f1(a, b, c),
}
