"""The modules that are built in: our operations, under the names users expect.

A name in `math` need not be imported; the module is there so that it can be
(`import math`, `from math import sqrt`), as in Python.
"""

from __future__ import annotations

from calc_repl.operations import catalogue
from calc_repl.values.modules import MISSING, Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MATH = (
    *("arithmetic", "powers", "exponentials", "trigonometry", "hyperbolic", "complex", "gamma_family", "zeta_family"),
    *("integrals", "bessel", "elliptic", "hypergeometric", "rounding", "integers"),
)
#: The names Python's modules have for operations that are called otherwise here.
_PYTHON_NAMES = {
    "math": {
        "pow": "power",
        "fabs": "abs",
        "comb": "binomial",
        "perm": "permutations",
        "prod": "product",
        "log1p": "ln1p",
        "fsum": "sum",
        "fmod": "rem",
    },
    "statistics": {"fmean": "mean"},
}
_MORE = {"math": "sum product max min", "statistics": "length sort"}
_CONSTANTS = {"math": ("pi", "e", "tau", "phi", "inf", "euler_gamma", "catalan", "i")}

_DOCS = {
    "math": "The functions and constants of mathematics. None of them needs an import; sqrt is math.sqrt.",
    "datetime": "Dates and times, as in Python.",
}

#: Module -> the fields of operations it holds.
NAMES: dict[str, tuple[str, ...]] = {
    "math": _MATH,
    **{field: (field,) for field in catalogue.MODULES},
    "datetime": (),
}


class BuiltinModule(Module):
    """A module of operations; each is loaded when it is asked for."""

    __slots__ = ("operations",)

    def __init__(self, name: str, operations: dict[str, str]) -> None:
        super().__init__(name)
        self.operations = operations
        self.doc = _DOCS.get(name)
        self.exports = tuple(operations)
        self.is_ready = True

    def find(self, name: str) -> Any:
        """The operation or constant of a name, or MISSING."""
        operation = self.operations.get(name)
        if operation is None:
            return MISSING
        return catalogue.constant(operation) if operation in catalogue.CONSTANTS else catalogue.find(operation)


def module(name: str) -> Module:
    """The built-in module of one of the `NAMES`."""
    if name == "datetime":
        from calc_repl.modules.foreign import datetime_module

        return datetime_module()
    names = [operation for field in NAMES[name] for operation in catalogue.MODULES[field].split()]
    names += [*_MORE.get(name, "").split(), *_CONSTANTS.get(name, ())]
    known = {each: each for each in names}
    aliases = _PYTHON_NAMES.get(name, {})
    return BuiltinModule(name, known | {alias: each for alias, each in aliases.items() if catalogue.is_operation(each)})
