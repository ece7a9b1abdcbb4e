"""Units of measurement: what each is worth in coherent SI units, exactly."""

from __future__ import annotations

from calc_repl.values import rational
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    from calc_repl.values.rational import Number

    #: Base quantities with their exponents, none of them 0, in alphabetical order: `(("length", 1), ("time", -1))`.
    Dimension: TypeAlias = tuple[tuple[str, Number], ...]

DIMENSIONLESS: Dimension = ()
#: Those that prefixes stand for, and their squares and cubes.
_POWERS_OF_TEN = frozenset(10**exponent for exponent in range(91))


class Unit:
    """A unit by the name it was given: `scale * pi^pi_power` of the coherent SI unit of its dimension.

    The base quantities are length (m), mass (kg), time (s), current (A),
    temperature (K), amount (mol), luminosity (cd), information (bit), level (dB),
    the levels above a reference (dBW, dBV, dBPa), and each currency by its
    code. `angle_power` tells how often an angle is a factor of it, though
    these have no dimension: it is 1 for the degree and for the turn a minute.
    `offset` is the value in that SI unit of the zero of a scale such as that of
    °C, of the dBm what 0 dBm are in watts; None for what is no such scale.
    `uncertainty` is the relative standard uncertainty of a unit that has been
    measured, else None.
    `parts` are the units it is the mere product of, as the mph is mile/hour.
    """

    __slots__ = ("angle_power", "dimension", "name", "offset", "parts", "pi_power", "scale", "uncertainty")

    def __init__(
        self,
        name: str,
        scale: Number,
        dimension: Dimension,
        *,
        pi_power: int = 0,
        offset: Number | None = None,
        uncertainty: Rational | None = None,
        angle_power: Number = 0,
        parts: tuple[tuple[Unit, Number], ...] = (),
    ) -> None:
        self.parts = parts
        self.angle_power = angle_power
        self.name = name
        self.scale = scale
        self.dimension = dimension
        self.pi_power = pi_power
        self.offset = offset
        self.uncertainty = uncertainty

    @property
    def is_coherent(self) -> bool:
        """Whether it is the SI unit of its dimension, no scale and nothing measured."""
        return self.scale == 1 and not self.pi_power and self.offset is None and self.uncertainty is None

    @property
    def is_decimal(self) -> bool:
        """Whether it is a power of ten of the SI unit of its dimension."""
        if self.pi_power or self.offset is not None or self.uncertainty is not None:
            return False
        scale: Any = self.scale  # that of a unit somebody defined may be any number
        if not isinstance(scale, (int, Rational)):
            return False
        return 1 in (scale.numerator, scale.denominator) and scale.numerator * scale.denominator in _POWERS_OF_TEN

    def is_same_as(self, other: Unit) -> bool:
        """Whether two units are one, be it under different names."""
        return self is other or (
            self.scale == other.scale
            and self.pi_power == other.pi_power
            and self.dimension == other.dimension
            and self.offset == other.offset
            and self.angle_power == other.angle_power
            and self.uncertainty == other.uncertainty
        )

    def __repr__(self) -> str:
        return f"<unit {self.name}>"


def angle_power_of(factors: Iterable[tuple[Unit, Number]]) -> Number:
    """How often an angle is a factor of a product of powers of units."""
    result: Number = 0
    for unit, exponent in factors:
        if unit.angle_power:
            result = result + rational.multiply(unit.angle_power, exponent)
    return result


def dimension_of(factors: Iterable[tuple[Dimension, Number]]) -> Dimension:
    """The dimension of a product of powers: `[(length, 1), (time, -2)]` is that of an acceleration."""
    exponents: dict[str, Number] = {}
    for dimension, exponent in factors:
        for base, power in dimension:
            exponents[base] = exponents.get(base, 0) + rational.multiply(power, exponent)
    return tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))
