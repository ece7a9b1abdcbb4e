"""Functions by name, from the module for the kind of number they are asked of.

Uncertain numbers have functions of their own; those of complex numbers answer
for every other number.
"""

from __future__ import annotations

from importlib import import_module

from calc_repl.errors import KindError
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
    """The value of a function. Raises KindError for one that takes no uncertain numbers."""
    if not any(map(is_interval, numbers)):
        module = import_module(f"calc_repl.values.{_MODULES.get(name, 'complex_functions')}")
        return getattr(module, name)(*numbers)
    function = getattr(import_module("calc_repl.values.interval_functions"), name, None)
    if function is not None:
        return function(*numbers)
    from calc_repl.values.interval_enclosures import FUNCTIONS, enclosed

    if name not in FUNCTIONS:
        raise KindError(f"{name} takes no uncertain numbers.", argument=0)
    return enclosed(name, numbers)
