"""The values of the constants that are not rational; loading this loads the real numbers."""

from __future__ import annotations

from calc_repl.values.angles import size
from calc_repl.values.complex import Complex
from calc_repl.values.constants import CATALAN, EULER_GAMMA, PHI, PI, TAU, E
from calc_repl.values.infinity import INFINITY


def irrational_constants() -> dict[str, object]:
    """Each constant by its name in the language."""
    degree = size("deg")
    return {
        "pi": PI,
        "tau": TAU,
        "e": E,
        "phi": PHI,
        "euler_gamma": EULER_GAMMA,
        "catalan": CATALAN,
        "i": Complex(0, 1),
        "inf": INFINITY,
        "infinity": INFINITY,
        "°": degree,
        "deg": degree,
        "grad": size("grad"),
        "turn": TAU,
    }
