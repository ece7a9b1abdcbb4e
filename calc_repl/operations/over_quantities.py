"""What operations answer where a number has a unit, though they are declared for plain numbers.

What follows from the arithmetic of quantities is left to it; the others look
at magnitudes in the units of the first quantity, and give the result those
units back or none.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values import arithmetic, levels
from calc_repl.values.quantities import Quantity, in_common_units, in_steps, power, quantity, refuse_point, step_unit
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
        *("abs", "hypot", "modulo", "rem"),
        *("re", "im", "conj"),
    )
)
#: The same, and points on a scale are such magnitudes too.
_OF_POINTS = frozenset(("interval", "midpoint", "lower_bound", "upper_bound"))
#: The same, but what stands behind the first argument is a plain number.
_ROUNDING = frozenset(("floor", "ceil", "trunc", "frac", "round", "round_even", "plus_minus_percent"))
#: Operations on magnitudes in common units, whose result is a plain number.
_WITHOUT_UNITS = frozenset(("sign", "quotient", "atan2", "arg"))
#: Roots by their degrees; that of root is its second argument.
_ROOTS: dict[str, int | None] = {"sqrt": 2, "cbrt": 3, "root": None}


def over_quantities(operation: Operation) -> Callable[..., Any] | None:
    """The operation for numbers with units, or None where it has no meaning for them."""
    name = operation.name
    if name in _ARITHMETIC:
        return operation.function
    if name in _WITH_UNITS:
        return lambda *quantities: _with_units(operation, quantities)
    if name in _OF_POINTS:
        return lambda *quantities: _with_units(operation, quantities, refuse_points=False)
    if name == "plus_minus":
        return lambda nominal, deviation: _spread(operation, nominal, deviation)
    if name == "radius":
        return lambda number: _radius(operation, number)
    if name in _ROUNDING:
        return lambda number, *rest: _rounded(operation, number, rest)
    if name in _WITHOUT_UNITS:
        return lambda *quantities: operation.apply(in_common_units(quantities, refuse_points=True)[0])
    if name in _ROOTS:
        return lambda number, *degree: _root(operation, number, degree)
    return None


def _with_units(operation: Operation, quantities: tuple[Any, ...], refuse_points: bool = True) -> Any:
    magnitudes, factors = in_common_units(quantities, refuse_points)
    return quantity(operation.apply(magnitudes), factors)


def _spread(operation: Operation, nominal: Any, deviation: Any) -> Any:
    """A quantity with a deviation; that of a point on a scale is a difference, however it is written."""
    if not isinstance(nominal, Quantity):
        raise KindError(
            f"A plain number does not go with {deviation.called}.",
            hint="a unit of both stands behind brackets: (5 ± 0.1) m",
            argument=0,
        )
    if not isinstance(deviation, Quantity) or levels.steps(deviation.dimension) != levels.steps(nominal.dimension):
        in_common_units((nominal, deviation))  # says what is wrong
    return quantity(operation.apply([nominal.magnitude, in_steps(deviation, nominal)]), nominal.factors)


def _radius(operation: Operation, number: Quantity) -> Any:
    radius = Quantity(operation.apply([number.magnitude]), number.factors, number.dimension)
    scale = number.scale_unit
    return radius if scale is None else quantity(radius.magnitude, ((step_unit(scale), 1),))


def _root(operation: Operation, number: Any, rest: tuple[Any, ...]) -> Any:
    """A root whose magnitude is that of the number's magnitude, by the operation itself: cbrt(-8 m^3) is -2 m."""
    if not isinstance(number, Quantity):
        raise KindError(f"A root is of a whole degree, not {rest[0].called}.", argument=1)
    refuse_point(number, 0)
    degree: Any = rest[0] if rest else _ROOTS[operation.name]
    units = power(Quantity(1, number.factors, number.dimension, number.is_unit), ratio(1, degree))
    return arithmetic.multiply(operation.apply([number.magnitude, *rest]), units)


def _rounded(operation: Operation, number: Any, rest: tuple[Any, ...]) -> Any:
    if operation.name == "plus_minus_percent":
        refuse_point(number, 0)
    if not isinstance(number, Quantity) or any(map(arithmetic.is_quantity, rest)):
        raise KindError(f"{operation.name} takes a quantity in the first place only.", argument=1)
    return quantity(operation.apply([number.magnitude, *rest]), number.factors)
