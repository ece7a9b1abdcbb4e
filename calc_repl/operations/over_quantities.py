"""What operations answer where a number has a unit, though they are declared for plain numbers.

What follows from the arithmetic of quantities is left to it; the others look
at magnitudes in the units of the first quantity, and give the result those
units back or none.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values import arithmetic
from calc_repl.values.quantities import Quantity, in_common_units, power, quantity
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.operations.declaration import Operation

#: Operations that are made of arithmetic alone.
_ARITHMETIC = frozenset(
    (
        *("add", "subtract", "multiply", "divide", "negate", "plus", "power", "dot"),
        *("percent", "percent_of", "percent_on", "percent_off", "as_percent_of", "as_percent_on", "as_percent_off"),
    )
)
#: Operations on magnitudes in common units, whose result has those units.
_WITH_UNITS = frozenset(
    (
        *("abs", "hypot", "modulo", "rem", "plus_minus", "interval"),
        *("midpoint", "radius", "lower_bound", "upper_bound", "re", "im", "conj"),
    )
)
#: The same, but what stands behind the first argument is a plain number.
_ROUNDING = frozenset(("floor", "ceil", "trunc", "frac", "round", "round_even", "plus_minus_percent"))
#: Operations on magnitudes in common units, whose result is a plain number.
_WITHOUT_UNITS = frozenset(("sign", "quotient", "atan2", "arg"))
_ROOTS = {"sqrt": 2, "cbrt": 3}


def over_quantities(operation: Operation) -> Callable[..., Any] | None:
    """The operation for numbers with units, or None where it has no meaning for them."""
    name = operation.name
    if name in _ARITHMETIC:
        return operation.function
    if name in _WITH_UNITS:
        return lambda *quantities: _with_units(operation, quantities)
    if name in _ROUNDING:
        return lambda number, *rest: _rounded(operation, number, rest)
    if name in _WITHOUT_UNITS:
        return lambda *quantities: operation.apply(in_common_units(quantities, refuse_points=True)[0])
    if name in _ROOTS:
        return lambda number: power(number, ratio(1, _ROOTS[name]))
    if name == "root":
        return lambda number, degree: power(number, ratio(1, degree))
    return None


def _with_units(operation: Operation, quantities: tuple[Any, ...]) -> Any:
    magnitudes, factors = in_common_units(quantities, refuse_points=True)
    return quantity(operation.apply(magnitudes), factors)


def _rounded(operation: Operation, number: Any, rest: tuple[Any, ...]) -> Any:
    if not isinstance(number, Quantity) or any(map(arithmetic.is_quantity, rest)):
        raise KindError(f"{operation.name} takes a quantity in the first place only.", argument=1)
    return quantity(operation.apply([number.magnitude, *rest]), number.factors)
