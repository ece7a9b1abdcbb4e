"""Functions by name, from the module for the kind of number they are asked of.

Uncertain numbers have functions of their own, or the values of the function for
all numbers within their bounds are enclosed; the functions of complex numbers
answer for every other number.
"""

from __future__ import annotations

from importlib import import_module

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
        own = getattr(import_module("calc_repl.values.interval_functions"), name, None)
        if own is not None:
            return own(*numbers)
    function = getattr(import_module(f"calc_repl.values.{_MODULES.get(name, 'complex_functions')}"), name)
    if is_uncertain:
        return import_module("calc_repl.values.interval_enclosures").enclosed(name, function, list(numbers))
    return function(*numbers)
