"""Products of units: what one is in another, and which of its factors belong together."""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import arithmetic, limits, rational
from calc_repl.values.angles import scaled
from calc_repl.values.dimensions import dimension
from calc_repl.values.units import Unit, angle_power_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    from calc_repl.values.rational import Number
    from calc_repl.values.units import Dimension

    #: Units with their exponents, in the order they are written.
    Factors: TypeAlias = tuple[tuple[Unit, Number], ...]

_MOST_UNITS = 100
_LENGTH, _FORCE = map(dimension, ("L", "M L T^-2"))


def change(factors: Factors, divisors: Factors) -> Any:
    """What one of the product of some units is in that of others, where angles without a unit are in the set one."""
    return scaled(ratio(factors, divisors), angle_power_of(divisors) - angle_power_of(factors))


def ratio(factors: Factors, divisors: Factors) -> Any:
    """What one of the product of some units is in that of others of the same dimension, degrees being differences.

    Angles without a unit are in radians.
    """
    limits.check_elements(len(factors) + len(divisors))
    scale: Any = 1
    pi_power: Number = 0
    measured: list[tuple[Unit, Number]] = []
    for unit, exponent in [*factors, *((unit, -exponent) for unit, exponent in divisors)]:
        if unit.scale != 1:
            scale = arithmetic.multiply(scale, arithmetic.power(unit.scale, exponent))
        pi_power = pi_power + rational.multiply(unit.pi_power, exponent)
        if unit.uncertainty is not None:
            measured.append((unit, exponent))
    if pi_power:
        from calc_repl.values.constants import PI

        scale = arithmetic.multiply(scale, arithmetic.power(PI, pi_power))
    for unit, exponent in merged(tuple(measured)):
        assert unit.uncertainty is not None
        from calc_repl.values.intervals import around

        nominal: Any = around(1, unit.uncertainty)
        scale = arithmetic.multiply(scale, arithmetic.power(nominal, exponent))
    return scale


def merged(factors: Iterable[tuple[Unit, Number]]) -> Factors:
    """The factors with equal units as one."""
    result: list[tuple[Unit, Number]] = []
    for unit, exponent in factors:
        for index, (known, power) in enumerate(result):
            if known.is_same_as(unit):
                result[index] = known, power + exponent
                break
        else:
            result.append((unit, exponent))
        if len(result) > _MOST_UNITS:
            raise DomainError(f"A product may have {_MOST_UNITS} different units.")
    return tuple((unit, exponent) for unit, exponent in result if exponent)


def folded(factors: Factors) -> tuple[Any, Factors]:
    """The factors with those of one kind as one of the first of them, and what is left over as a plain number."""
    size: Any = 1
    result: list[tuple[Unit, Number]] = []
    for unit, exponent in merged(factors):
        for index, (known, power) in enumerate(result):
            if known.dimension == unit.dimension and unit.dimension:
                rate = change(((unit, 1),), ((known, 1),))
                size = arithmetic.multiply(size, arithmetic.power(rate, exponent))
                result[index] = known, power + exponent
                break
        else:
            result.append((unit, exponent))
    return size, tuple((unit, exponent) for unit, exponent in result if exponent)


def taken_apart(factors: Factors) -> Factors:
    """The factors with the parts of those that are mere products of units."""
    return tuple(
        (part, rational.multiply(own, exponent))
        for unit, exponent in factors
        for part, own in (unit.parts or ((unit, 1),))
    )


def is_torque(factors: Factors) -> bool:
    """Whether a product is one of a force and a length, which is no energy unless somebody says so."""
    if len(factors) != 2 or any(exponent != 1 for _, exponent in factors):
        return False
    return {unit.dimension for unit, _ in factors} == {_LENGTH, _FORCE}


def cancels(factors: Factors, left: Dimension) -> bool:
    """Whether base quantities of some factors are not there in the product any more."""
    return any(base not in dict(left) for unit, _ in factors for base, _ in unit.dimension)
