"""The constants that have names: pi, e, tau, the golden ratio, Euler's and Catalan's."""

from __future__ import annotations

from flint import arb

from calc_repl.values import rational
from calc_repl.values.atoms import CONSTANT_BITS, ELEMENTARY_BITS, atom
from calc_repl.values.radicals import power_of_rational
from calc_repl.values.real import Real, add, multiply, of_atom, real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.atoms import Atom


def _constant(name: str, compute: Callable[[], arb], most_bits: int) -> Atom:
    def evaluate(_balls: list[arb]) -> arb:
        return compute()

    return atom(name, evaluate, is_positive=True, most_bits=most_bits)


PI_ATOM = _constant("pi", arb.pi, CONSTANT_BITS)
E_ATOM = _constant("e", arb.const_e, CONSTANT_BITS)

PI: Real = of_atom(PI_ATOM)
E: Real = of_atom(E_ATOM)
TAU: Real = real(multiply(2, PI))
PHI: Real = real(multiply(rational.ratio(1, 2), add(1, power_of_rational(5, 1, 2))))
EULER_GAMMA: Real = of_atom(_constant("euler_gamma", arb.const_euler, ELEMENTARY_BITS))
CATALAN: Real = of_atom(_constant("catalan", arb.const_catalan, ELEMENTARY_BITS))
