"""What money is worth in another currency, by the exchange rates in force.

Each currency is a base quantity of its own, so money of one currency needs no
rates. Where two dimensions differ in their currencies alone, as those of
USD/h and EUR/day do, the rates tell what one is in the other. They come from
above: whoever makes units of currencies says where they are found.
"""

from __future__ import annotations

from calc_repl.values import arithmetic, limits, rational
from calc_repl.values.dimensions import BASE_UNITS
from calc_repl.values.units import DIMENSIONLESS, dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from typing import Any

    from calc_repl.values.rational import Number
    from calc_repl.values.units import Dimension

#: Rates of so many days tell their age.
_FRESH_DAYS = 7


class Rates:
    """The exchange rates of a day: so many of each currency are one euro.

    `issuer` is who gives them out, such as "ECB", or None where that is not known.
    """

    __slots__ = ("day", "issuer", "per_euro")

    def __init__(self, day: date, per_euro: Mapping[str, Number], issuer: str | None = None) -> None:
        self.day = day
        self.per_euro = {"EUR": 1, **per_euro}
        self.issuer = issuer

    @property
    def name(self) -> str:
        """Whose they are and of which day: "ECB 2026-07-06"."""
        return f"{self.issuer or 'rates of'} {self.day.isoformat()}"

    def told(self, today: date | None = None) -> str:
        """Their name, and their age when that is more than a week."""
        age = ((today or type(self.day).today()) - self.day).days
        return f"{self.name}, {age} days old" if age > _FRESH_DAYS else self.name


def _unknown() -> Rates | None:
    return None


_find: Callable[[], Rates | None] = _unknown


def find_with(find: Callable[[], Rates | None]) -> None:
    """Say where the rates in force are found: by `find`, which answers None for none and raises CalcError."""
    global _find
    _find = find


def change(one: Dimension, other: Dimension) -> Any:
    """The factor from one dimension to another: 1 for the same, by the rates for other currencies, otherwise None.

    Raises CalcError when there are rates that cannot be read.
    """
    if one == other:
        return 1
    currencies = _exchanged(one, other)
    rates = _find() if currencies else None
    if rates is None or not all(code in rates.per_euro for code, _ in currencies):
        return None
    factor: Any = 1
    for code, exponent in currencies:
        worth = rational.divide(1, rates.per_euro[code])
        factor = arithmetic.multiply(factor, arithmetic.power(worth, exponent))
    limits.basis = rates.told()
    return factor


def lacking(one: Dimension, other: Dimension) -> str | None:
    """What to do about a rate that is not known, where nothing else keeps one from being the other; or None."""
    currencies = _exchanged(one, other)
    if not currencies:
        return None
    rates = _find()
    if rates is None:
        (first, *_), (second, *_) = _codes(currencies, 1), _codes(currencies, -1)
        return (
            "no rates are known: :rates update at the prompt or --rates FILE gives them; "
            f"or define one: unit {first} = 0.9 {second}"
        )
    unknown = next(code for code, _ in currencies if code not in rates.per_euro)
    return f"no rate of {unknown} is known; define one: unit {unknown} = 0.9 EUR"


def _exchanged(one: Dimension, other: Dimension) -> Dimension:
    """The currencies that are given for others between two dimensions; none where they differ in anything else."""
    if DIMENSIONLESS in (one, other):
        return ()
    between = dimension_of(((one, 1), (other, -1)))
    if sum(exponent for _, exponent in between) or any(base in BASE_UNITS for base, _ in between):
        return ()
    return between


def _codes(currencies: Dimension, sign: int) -> list[str]:
    return [code for code, exponent in currencies if exponent * sign > 0]
