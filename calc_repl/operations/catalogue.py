"""Where each built-in name lives, so that a line loads only the modules it needs.

The index repeats no declaration: it only says which module to import for a
name. A test compares it with what the modules declare.
"""

from __future__ import annotations

import sys

from calc_repl.operations.declaration import Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Module -> the names its operations have in the language.
MODULES = {
    "arithmetic": "add subtract multiply divide quotient modulo rem negate plus abs sign",
    "powers": "power sqrt cbrt root hypot",
    "exponentials": "exp ln log log2 log10 expm1 ln1p",
    "trigonometry": "sin cos tan sec csc cot asin acos atan asec acsc acot atan2",
    "hyperbolic": "sinh cosh tanh sech csch coth asinh acosh atanh asech acsch acoth",
    "complex": "re im conj arg cis polar",
    "gamma_family": "gamma rgamma lgamma beta digamma polygamma",
    "zeta_family": "zeta hurwitz eta polylog",
    "integrals": "erf erfc erfi erfinv erfcinv Ei expint Si Ci Shi Chi li fresnel_s fresnel_c gamma_upper gamma_lower",
    "bessel": "bessel_j bessel_y bessel_i bessel_k airy_ai airy_bi",
    "elliptic": "lambertw agm elliptic_k elliptic_e elliptic_pi elliptic_f elliptic_e_inc elliptic_pi_inc",
    "hypergeometric": "hyp0f1 hyp1f1 hyperu hyp2f1",
    "orthogonal": "legendre_p chebyshev_t chebyshev_u hermite_h laguerre_l",
    "uncertain": "plus_minus plus_minus_percent interval midpoint radius lower_bound upper_bound",
    "levels": "power_ratio amplitude_ratio level_of_power level_of_amplitude",
    "rounding": "floor ceil trunc frac round round_even",
    "integers": "gcd lcm factorial double_factorial binomial permutations fibonacci is_prime next_prime factor"
    " divisors power_mod numerator denominator digit_count digit_sum",
    "bits": "bit_and bit_or bit_xor bit_not shift_left shift_right bit_length bit_count",
    "percentages": "percent percent_of percent_on percent_off as_percent_of as_percent_on as_percent_off",
    "lists": "length map filter fold any_of all_of sort reverse concat take drop contains unique zip",
    "statistics": "sum product max min mean median mode variance stdev pvariance pstdev geometric_mean harmonic_mean"
    " dot",
    "matrices": "det inv transpose trace rank rref linsolve eigenvalues charpoly identity zeros ones diag shape row"
    " column flatten cross norm",
    "dates": "date today now read_date date_of time_of with_zone year_of month_of day_of hour_of minute_of second_of"
    " weekday weekday_number week_of day_of_year days_in_month is_leap_year unix unix_time months_between years_between"
    " workdays easter",
    "text": "upper lower trim split join replace starts_with ends_with error print",
    "logic": "equal unequal less greater at_most at_least invert",
}

#: How an operator is written -> the name of its operation, by where it stands.
INFIX = {
    "+": "add",
    "-": "subtract",
    "*": "multiply",
    "/": "divide",
    "//": "quotient",
    "%": "modulo",
    "mod": "modulo",
    "^": "power",
    "choose": "binomial",
    "of": "percent_of",
    "on": "percent_on",
    "off": "percent_off",
    "as % of": "as_percent_of",
    "as % on": "as_percent_on",
    "as % off": "as_percent_off",
    "±": "plus_minus",
    "± %": "plus_minus_percent",
    "&": "bit_and",
    "|": "bit_or",
    "xor": "bit_xor",
    "<<": "shift_left",
    ">>": "shift_right",
    "==": "equal",
    "!=": "unequal",
    "<": "less",
    ">": "greater",
    "<=": "at_most",
    ">=": "at_least",
}
PREFIX = {"-": "negate", "+": "plus", "~": "bit_not", "not": "invert"}
POSTFIX = {"!": "factorial", "!!": "double_factorial", "%": "percent"}

#: Names of fixed values, with a sentence for help.
CONSTANTS: dict[str, str] = {
    "true": "What holds.",
    "false": "What does not hold.",
    "pi": "The circumference of a circle of diameter 1.",
    "tau": "2 pi, a full turn in radians.",
    "e": "The base of the natural logarithm.",
    "phi": "The golden ratio, (1 + sqrt(5))/2.",
    "euler_gamma": "Euler's constant, the limit of 1 + 1/2 + ... + 1/n - ln(n).",
    "catalan": "Catalan's constant, 1 - 1/9 + 1/25 - ...",
    "i": "The imaginary unit, whose square is -1.",
    "inf": "Infinity, the limit of what grows beyond every number; -inf is that of what falls.",
    "infinity": "The same as inf.",
    "°": "A degree, pi/180.",
    "deg": "A degree, pi/180.",
    "grad": "A gradian, pi/200.",
    "turn": "A full turn, 2 pi.",
    "dozen": "Twelve.",
    "score": "Twenty.",
    "gross": "144, a dozen dozens.",
    "hundred": "10^2.",
    "thousand": "10^3.",
    "million": "10^6.",
    "billion": "10^9, the short scale.",
    "trillion": "10^12, the short scale.",
    "quadrillion": "10^15, the short scale.",
    "googol": "10^100.",
}

#: The constants that are angles, and so numbers in the set unit of angles; `constant` has them in radians.
ANGLES = frozenset(("°", "deg", "grad", "turn"))

#: The constants that keep their meaning; a user may give the others another one.
FIXED = frozenset(("true", "false"))

_RATIONAL_CONSTANTS: dict[str, object] = {
    "true": True,
    "false": False,
    "dozen": 12,
    "score": 20,
    "gross": 144,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "googol": 10**100,
}

#: Fields with many names that are usual names of variables.
_YIELDING = frozenset(
    (
        *("gamma_family", "zeta_family", "integrals", "bessel", "elliptic", "hypergeometric", "orthogonal"),
        *("matrices", "dates", "levels"),
    )
)
_module_of = {name: module for module, names in MODULES.items() for name in names.split()}
_loaded: dict[str, Operation] = {}
_irrational: dict[str, object] = {}


def find(name: str) -> Operation | None:
    """The built-in operation of a name, or None."""
    found = _loaded.get(name)
    if found is None and name in _module_of:
        module = f"calc_repl.operations.{_module_of[name]}"
        __import__(module)  # importlib would load what nothing else needs
        for value in vars(sys.modules[module]).values():
            if type(value) is Operation:
                _loaded.setdefault(value.name, value)
        found = _loaded[name]
    return found


def constant(name: str) -> Any:
    """The value of a constant."""
    if name in _RATIONAL_CONSTANTS:
        return _RATIONAL_CONSTANTS[name]
    if name not in _irrational:
        from calc_repl.operations.constants import irrational_constants

        _irrational.update(irrational_constants())
    return _irrational[name]


def operation_names() -> list[str]:
    """The names of all built-in operations."""
    return list(_module_of)


def keeps_its_name(name: str) -> bool:
    """Whether the name of an operation cannot be given to anything but a function.

    Those of special functions, matrices and dates can: many, such as beta, row and today, are usual names of variables.
    """
    return name in _module_of and _module_of[name] not in _YIELDING


def is_operation(name: str) -> bool:
    """Whether a name is that of a built-in operation; loads nothing."""
    return name in _module_of
