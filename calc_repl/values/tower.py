"""Functions by name, from the module for the kind of number they are asked of.

Uncertain numbers have functions of their own, or the values of the function for
all numbers within their bounds are enclosed; the functions of complex numbers
answer for every other number.
"""

from __future__ import annotations

import sys

from calc_repl.values.arithmetic import is_interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MODULES = {
    **dict.fromkeys(("re", "im", "conj", "arg"), "complex"),
    **dict.fromkeys(("asin", "acos", "atan", "asinh", "acosh", "atanh"), "complex_inverses"),
    **dict.fromkeys(("asec", "acsc", "acot", "asech", "acsch", "acoth"), "complex_inverses"),
    **dict.fromkeys(("factorial", "binomial"), "gamma_functions"),
}


def tower(name: str, *numbers: Any) -> Any:
    """The value of a function."""
    is_uncertain = any(map(is_interval, numbers))
    if is_uncertain:
        own = getattr(_module("interval_functions"), name, None)
        if own is not None:
            return own(*numbers)
    function = getattr(_module(_MODULES.get(name, "complex_functions")), name)
    if is_uncertain:
        return _module("interval_enclosures").enclosed(name, function, list(numbers))
    return function(*numbers)


def _module(name: str) -> Any:
    """A module of the tower; importlib would load what nothing else needs."""
    full = f"calc_repl.values.{name}"
    if full not in sys.modules:
        __import__(full)
    return sys.modules[full]
