"""Quantities: a number times a product of units, which it keeps as they were written.

A unit by itself, such as `km`, is a quantity too (`is_unit`): a number in
front of `°C` makes a temperature on that scale, and every other product of
one is an error. Within a product of several units, a degree is a difference.
A level above a reference, such as 20 dBm, is such a point on a scale too; it
is in no product.
"""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, LimitError
from calc_repl.values import arithmetic, exchange, levels, rational
from calc_repl.values.dimensions import BASE_UNITS, COHERENT, base_unit, dimension, kind_of
from calc_repl.values.unit_products import cancels, change, folded, is_torque, merged, ratio, taken_apart
from calc_repl.values.units import DIMENSIONLESS, Unit, angle_power_of, dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from calc_repl.values.unit_products import Factors
    from calc_repl.values.units import Dimension

_LARGEST_EXPONENT = 10**20
#: Differences on scales in kelvins, and on those in degrees Fahrenheit.
_KELVIN, _FAHRENHEIT_STEP = base_unit("temperature"), "Δ°F"
_ACCELERATION, _FREQUENCY = map(dimension, ("L T^-2", "T^-1"))


class Quantity:
    """`magnitude` times the product of `factors`, whose dimension is never that of a plain number.

    `is_unit` tells that it is a bare unit, of magnitude 1, and `is_written` that
    it is a number behind which units were written, and no product of quantities.
    """

    __slots__ = ("dimension", "factors", "is_unit", "is_written", "magnitude")
    kind = "quantity"

    def __init__(self, magnitude: Any, factors: Factors, dimension: Dimension, is_unit: bool = False) -> None:
        self.magnitude = magnitude
        self.factors = factors
        self.dimension = dimension
        self.is_unit = is_unit
        self.is_written = is_unit

    @property
    def called(self) -> str:
        """What it is called in messages: "a length"."""
        return kind_of(self.dimension)

    @property
    def scale_unit(self) -> Unit | None:
        """The unit of the scale it is a point on, as 20 °C is, and °C alone where no number is; None for others."""
        return scale_of(self.factors)

    @property
    def point_called(self) -> str:
        """What a point on a scale is called in messages."""
        return self.called if levels.is_absolute(self.dimension) else "a temperature on a scale"

    def __add__(self, addend: Any) -> Any:
        return add(self, addend)

    def __radd__(self, augend: Any) -> Any:
        return add(augend, self)

    def __sub__(self, subtrahend: Any) -> Any:
        return subtract(self, subtrahend)

    def __rsub__(self, minuend: Any) -> Any:
        return subtract(minuend, self)

    def __mul__(self, multiplicand: Any) -> Any:
        return multiply(self, multiplicand)

    def __rmul__(self, multiplier: Any) -> Any:
        return multiply(multiplier, self)

    def __truediv__(self, divisor: Any) -> Any:
        return divide(self, divisor)

    def __rtruediv__(self, dividend: Any) -> Any:
        return divide(dividend, self)

    def __neg__(self) -> Any:
        return multiply(-1, self)

    def __pos__(self) -> Quantity:
        return self

    def __abs__(self) -> Quantity:
        refuse_point(self)
        return Quantity(arithmetic.magnitude(self.magnitude), self.factors, self.dimension)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quantity) and equal(self, other)

    def __hash__(self) -> int:
        return hash(tuple(base for base in self.dimension if base[0] in BASE_UNITS))  # money equals other money

    def __repr__(self) -> str:
        units = " ".join(f"{unit.name}^{exponent}" for unit, exponent in self.factors)
        return f"<Quantity {self.magnitude} {units}>"


def scale_of(factors: Factors) -> Unit | None:
    """The unit that factors consist of, where that is one of a scale with a zero of its own; None for others."""
    if len(factors) != 1:
        return None
    unit, exponent = factors[0]
    return unit if exponent == 1 and unit.offset is not None else None


def of_unit(unit: Unit) -> Any:
    """A unit as a value: `km` by itself; one without a dimension, such as the degree, is a plain number."""
    return quantity(1, ((unit, 1),), is_unit=True)


def quantity(magnitude: Any, factors: Factors, is_unit: bool = False) -> Any:
    """A magnitude times some units; a plain number where their dimensions cancel."""
    of_factors = dimension_of((unit.dimension, exponent) for unit, exponent in factors)
    if of_factors == DIMENSIONLESS:
        return arithmetic.multiply(magnitude, change(factors, ()))
    return Quantity(magnitude, factors, of_factors, is_unit)


def in_units(value: Any, factors: Factors) -> Any:
    """The magnitude of a quantity, or of a plain number, in a product of units.

    Raises KindError when that is of another dimension.
    """
    of_factors = dimension_of((unit.dimension, exponent) for unit, exponent in factors)
    own = value.dimension if isinstance(value, Quantity) else DIMENSIONLESS
    rate = exchange.change(own, of_factors)
    if rate is None and levels.are_linked(own, of_factors):
        return _from_coherent(_coherent(value), factors)
    if rate is None:
        hint = levels.hint_to_convert(own, of_factors)
        hint = hint or _letter(own, factors) or _reciprocal(own, of_factors) or _missing(own, of_factors)
        raise KindError(f"{_sentence(kind_of(own))} cannot be converted to {kind_of(of_factors)}.", hint=hint)
    if not isinstance(value, Quantity):
        return arithmetic.multiply(value, change((), factors))
    if own == _FREQUENCY:
        _check_turns(value.factors, factors)
    if value.factors == factors:
        return value.magnitude
    source, target = value.scale_unit, scale_of(factors)
    if source is None and target is None:
        return arithmetic.multiply(value.magnitude, arithmetic.multiply(change(value.factors, factors), rate))
    if source is not None and target is not None:
        if source.is_same_as(target):
            return value.magnitude
        if levels.is_absolute(own):
            return value.magnitude + levels.between(source, target)
    return _from_coherent(_coherent(value), factors)


def _coherent(value: Quantity) -> Any:
    """The magnitude in coherent SI units; that of a temperature from absolute zero on, of a level what it measures."""
    scale = value.scale_unit
    if scale is not None and levels.is_absolute(value.dimension):
        return levels.size_at(value.magnitude, scale)
    absolute = arithmetic.multiply(value.magnitude, ratio(value.factors, ()))
    return absolute if scale is None else absolute + scale.offset


def _from_coherent(magnitude: Any, factors: Factors) -> Any:
    """The magnitude in some units of what `_coherent` has in those of the SI."""
    scale = scale_of(factors)
    if scale is not None and levels.is_absolute(scale.dimension):
        return levels.level_of(magnitude, scale)
    return arithmetic.multiply(magnitude if scale is None else magnitude - scale.offset, ratio((), factors))


def _check_turns(factors: Factors, target: Factors) -> None:
    """Refuse a conversion between turns a minute and Hz, of which nobody can tell how many angles it counts."""
    counts = [unit for unit, _ in (*factors, *target) if unit.dimension == _FREQUENCY and not unit.angle_power]
    if counts and angle_power_of(factors) != angle_power_of(target):
        raise KindError(
            f"{counts[0].name} counts events, not angles.", hint="angles are converted to turn/s, deg/s or rad/s"
        )


def converted(value: Any, factors: Factors) -> Any:
    """A value in other units. Raises KindError when they are of another dimension."""
    return quantity(in_units(value, factors), factors)


def in_common_units(values: Sequence[Any], refuse_points: bool = False) -> tuple[list[Any], Factors]:
    """The magnitudes of values that are all of one dimension, in the units of the first quantity, and these.

    Raises KindError for values of several dimensions, and with `refuse_points` DomainError for points on a scale.
    """
    first = next(value for value in values if isinstance(value, Quantity))
    magnitudes = []
    for index, value in enumerate(values):
        if refuse_points:
            refuse_point(value, index)
        own = value.dimension if isinstance(value, Quantity) else DIMENSIONLESS
        if exchange.change(own, first.dimension) is None:
            raise KindError(f"{_sentence(kind_of(own))} does not go with {kind_of(first.dimension)}.", argument=index)
        magnitudes.append(in_units(value, first.factors))
    return magnitudes, first.factors


def add(augend: Any, addend: Any) -> Any:
    """The sum, in the units of the first one that is no difference beside a point on a scale. Raises KindError."""
    _check_alike(augend, addend, "added to", is_sum=True)
    if augend.scale_unit is not None and addend.scale_unit is not None:
        is_level = levels.is_absolute(augend.dimension)
        what = "levels above a reference" if is_level else "temperatures on a scale"
        hint = levels.hint_to_add(augend.scale_unit) if is_level else "a difference is written in K: 20 °C + 5 K"
        raise DomainError(f"Two {what} cannot be added.", hint=hint, argument=1)
    if addend.scale_unit is not None:
        augend, addend = addend, augend
    return Quantity(augend.magnitude + in_steps(addend, augend), augend.factors, augend.dimension)


def subtract(minuend: Any, subtrahend: Any) -> Any:
    """The difference; that of two points on a scale is no point. Raises KindError."""
    _check_alike(minuend, subtrahend, "subtracted from", is_sum=True)
    scale = minuend.scale_unit
    if subtrahend.scale_unit is not None:
        if scale is None:
            is_level = levels.is_absolute(subtrahend.dimension)
            raise DomainError(
                f"{_sentence(subtrahend.point_called)} cannot be taken from a difference.",
                hint="the other way round it can" if is_level else "convert it: to K",
                argument=1,
            )
        rest = minuend.magnitude - in_units(subtrahend, minuend.factors)
        step = step_unit(scale)
        return Quantity(rest, ((step, 1),), step.dimension)
    return Quantity(minuend.magnitude - in_steps(subtrahend, minuend), minuend.factors, minuend.dimension)


def multiply(multiplier: Any, multiplicand: Any) -> Any:
    """The product, its units merged where they belong together."""
    one, other = multiplier, multiplicand
    if not isinstance(one, Quantity):
        if other.is_unit:
            return _written(quantity(one, other.factors))
        refuse_point(other, 1)
        multiple = Quantity(arithmetic.multiply(one, other.magnitude), other.factors, other.dimension)
        return _written(multiple) if other.is_written else multiple
    if not isinstance(other, Quantity):
        refuse_point(one, 0)
        return quantity(arithmetic.multiply(one.magnitude, other), one.factors)
    if levels.is_gain(one.dimension, other.dimension):
        hint = levels.hint_beside(one.dimension, other.dimension)
        raise DomainError("A level is an exponent, no factor.", hint=hint, argument=1)
    refuse_point(one, 0, beside_unit=other.is_unit)
    refuse_point(other, 1, beside_unit=one.is_unit)
    if one.is_unit and other.is_unit:
        return quantity(1, merged((*one.factors, *other.factors)), is_unit=True)
    magnitude = arithmetic.multiply(one.magnitude, other.magnitude)
    return _simplified(magnitude, (*one.factors, *other.factors), _is_notation(one, other))


def divide(dividend: Any, divisor: Any) -> Any:
    """The quotient. Raises DivisionByZero."""
    if not isinstance(divisor, Quantity):
        refuse_point(dividend, 0)
        return quantity(arithmetic.divide(dividend.magnitude, divisor), dividend.factors)
    refuse_point(divisor, 1)
    inverted = tuple((unit, -exponent) for unit, exponent in divisor.factors)
    if not isinstance(dividend, Quantity):
        return quantity(arithmetic.divide(dividend, divisor.magnitude), inverted)
    refuse_point(dividend, 0, beside_unit=divisor.is_unit)
    if divisor.is_unit and dividend.is_unit:
        return quantity(1, merged((*dividend.factors, *inverted)), is_unit=True)
    magnitude = arithmetic.divide(dividend.magnitude, divisor.magnitude)
    return _simplified(magnitude, (*dividend.factors, *inverted), _is_notation(dividend, divisor))


def power(base: Any, exponent: Any) -> Any:
    """A power with a rational exponent. Raises KindError for any other."""
    if isinstance(exponent, Quantity):
        raise KindError(f"An exponent is a plain number, not {exponent.called}.", argument=1)
    if not arithmetic.is_rational(exponent):
        from calc_repl.values.deciding import recognised

        exponent = recognised(exponent) if getattr(exponent, "kind", None) == "number" else exponent
        if not arithmetic.is_rational(exponent):
            raise KindError("A quantity is raised to a whole number or a fraction only.", argument=1)
    refuse_point(base, 0)
    if max(abs(exponent.numerator), exponent.denominator) > _LARGEST_EXPONENT:
        raise LimitError("An exponent of units has no more than 20 digits.", argument=1)
    factors = tuple((unit, rational.multiply(power, exponent)) for unit, power in base.factors)
    if base.is_unit:
        return quantity(1, factors, is_unit=True)
    return _simplified(arithmetic.power(base.magnitude, exponent), factors)


def compare(left: Any, right: Any, symbol: str = "") -> int:
    """-1, 0 or 1 by the order of two quantities. Raises KindError for those of different dimensions."""
    _check_alike(left, right, "compared with")
    return arithmetic.compare(left.magnitude, in_units(right, left.factors), symbol)


def equal(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are the same. Raises Undecided where nothing is proved."""
    if exchange.change(right.dimension, left.dimension) is None:
        return False
    return arithmetic.equal(left.magnitude, in_units(right, left.factors))


def _simplified(magnitude: Any, factors: Factors, is_notation: bool = False) -> Any:
    """A product with units of one kind folded into the first of them, and SI units replaced by the one they make.

    Units such as kWh are taken apart where that leaves fewer. With
    `is_notation` a unit has been written beside others, which stay as they are
    unless all are the coherent ones of the SI.
    """
    size, left = folded(factors)
    if not is_notation and len(left) > 1 and any(unit.parts for unit, _ in left):
        apart = folded(taken_apart(factors))
        if len(apart[1]) < len(left):
            size, left = apart
    magnitude = arithmetic.multiply(magnitude, size)
    if len(left) == 1 and left[0][1] == 1 and left[0][0].offset is not None:
        left = ((step_unit(left[0][0]), 1),)  # in a product a degree is a difference
    result = quantity(magnitude, left)
    if not isinstance(result, Quantity) or len(left) < 2 or is_torque(left):
        return result
    are_coherent = all(unit.is_coherent for unit, _ in left)
    if not are_coherent and (is_notation or not all(unit.is_decimal for unit, _ in left)):
        return _written(result) if is_notation else result
    named = COHERENT.get(result.dimension)
    if named is None and len(result.dimension) == 1 and (are_coherent or cancels(left, result.dimension)):
        name, exponent = result.dimension[0]
        return converted(result, ((base_unit(name), exponent),))
    return result if named is None else converted(result, ((named, 1),))


def _is_notation(one: Quantity, other: Quantity) -> bool:
    """Whether the product of two is one quantity as it is written: a number and units, a bare one behind the others."""
    return (one.is_unit or other.is_unit) and one.is_written and other.is_written


def _written(value: Any) -> Any:
    if isinstance(value, Quantity):
        value.is_written = True
    return value


def step_unit(scale: Unit) -> Unit:
    """The unit of differences on a scale."""
    if levels.is_absolute(scale.dimension):
        return levels.DECIBEL
    return _KELVIN if scale.scale == 1 else Unit(_FAHRENHEIT_STEP, scale.scale, scale.dimension)


def in_steps(step: Quantity, base: Quantity) -> Any:
    """The magnitude of what is added to or taken from a quantity, in its units; beside a point, those of its scale."""
    if step.factors == base.factors:
        return step.magnitude
    rate = exchange.change(levels.steps(step.dimension), levels.steps(base.dimension))
    size = arithmetic.multiply(change(step.factors, base.factors), rate)
    return arithmetic.multiply(step.magnitude, size)


def refuse_point(value: Any, argument: int | None = None, beside_unit: bool = False) -> None:
    """Refuse a point on a scale, which has no multiples. Raises DomainError.

    But not a bare unit, nor a temperature `beside_unit`: in a product of units it is a difference. A level is none.
    """
    scale = value.scale_unit if isinstance(value, Quantity) else None
    if scale is not None and levels.is_absolute(scale.dimension):
        raise DomainError(
            f"{_sentence(value.called)} has no multiples or parts.",
            hint=levels.hint_to_calculate(scale),
            argument=argument,
        )
    if scale is not None and not (value.is_unit or beside_unit):
        raise DomainError(
            "A temperature on a scale has no multiples or parts.",
            hint=f"a difference is written in K; from absolute zero it is (20 {value.factors[0][0].name} to K)",
            argument=argument,
        )


def _check_alike(left: Any, right: Any, verb: str, is_sum: bool = False) -> None:
    one = left.dimension if isinstance(left, Quantity) else DIMENSIONLESS
    other = right.dimension if isinstance(right, Quantity) else DIMENSIONLESS
    is_alike = exchange.change(other, one) is not None
    if not is_alike and not (is_sum and levels.steps(one) == levels.steps(other)):
        first, second = (other, one) if is_sum else (one, other)
        raise KindError(
            f"{_sentence(kind_of(first))} cannot be {verb} {kind_of(second)}.",
            hint=levels.hint_beside(first, second) or _missing(first, second),
            argument=1,
        )


def _missing(one: Dimension, other: Dimension) -> str | None:
    """What to multiply or divide by, where a quantity of a simple kind is missing between two; or a rate."""
    rate = exchange.lacking(one, other)
    if rate is not None:
        return rate
    for first, second, verb in ((other, one, "multiply"), (one, other, "divide")):
        gap = dimension_of(((first, 1), (second, -1)))
        is_simple = gap == _ACCELERATION or (len(gap) == 1 and gap[0][1] == 1)
        if is_simple and one != DIMENSIONLESS and other != DIMENSIONLESS:
            return f"{verb} {_pronoun(one)} by {kind_of(gap)}?"
    return None


def _reciprocal(one: Dimension, other: Dimension) -> str | None:
    return "only its reciprocal can: 1 / x" if one and not dimension_of(((one, 1), (other, 1))) else None


def _letter(one: Dimension, factors: Factors) -> str | None:
    """A hint where C or F is the target of a temperature."""
    name = factors[0][0].name if factors else ""
    if one == _KELVIN.dimension and name in ("C", "F") and len(factors) == 1:
        return f"the unit of temperature is °{name} or deg{name}"
    return None


def _pronoun(of: Dimension) -> str:
    return "the " + kind_of(of).removeprefix("an ").removeprefix("a ")


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
