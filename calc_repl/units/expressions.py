"""The products of numbers and units that definitions are written in.

A definition has numbers, `pi`, names of units, `*`, `/`, `^` with a whole
exponent, brackets, and `ln` or `sqrt` of a number in brackets; things side by side are multiplied, and `*` and `/` take
their turns from left to right: `5/9 K` is (5/9) K. `[length]` is the base unit
of a quantity. `1.50(2)e-3` is a measured number with its standard uncertainty.
"""

from __future__ import annotations

from calc_repl.values import arithmetic, rational
from calc_repl.values.tower import tower
from calc_repl.values.units import DIMENSIONLESS, Unit, angle_power_of, dimension_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from calc_repl.values.rational import Rational

_SIGNS = "*/^()"
_BETWEEN = _SIGNS + " "
_IN_NUMBERS = "0123456789.e-"
_FUNCTIONS = ("ln", "sqrt")
_PI = Unit("pi", 1, DIMENSIONLESS, pi_power=1)


def evaluate(text: str, unit_of: Callable[[str], Unit]) -> Unit:
    """What a definition is worth, as a unit without a name. Raises ValueError when it is none."""
    return product(factors(text, unit_of))


def factors(text: str, unit_of: Callable[[str], Unit]) -> list[tuple[Unit, int]]:
    """The powers a definition is the product of, in its order. Raises ValueError when it is no definition."""
    pieces = _Pieces(_pieces(text), unit_of)
    found = pieces.product()
    if pieces.following:
        raise ValueError(text)
    return found


def product(powers: list[tuple[Unit, int]]) -> Unit:
    """Powers of units multiplied. Raises ValueError when more than one of them has been measured, or one squared."""
    scale: Any = 1
    pi_power = 0
    uncertainty: Rational | None = None
    for unit, exponent in powers:
        scale = arithmetic.multiply(scale, arithmetic.power(unit.scale, exponent))
        pi_power += unit.pi_power * exponent
        if unit.uncertainty is not None:
            if uncertainty is not None or abs(exponent) != 1:
                raise ValueError(unit.name)
            uncertainty = unit.uncertainty
    dimension = dimension_of((unit.dimension, exponent) for unit, exponent in powers)
    angles = angle_power_of(powers)
    return Unit("", scale, dimension, pi_power=pi_power, uncertainty=uncertainty, angle_power=angles)


def number(text: str) -> Unit:
    """A number as a unit of nothing; what has been measured keeps its relative uncertainty. Raises ValueError."""
    mantissa, _, exponent = text.partition("e")
    mantissa, _, deviation = mantissa.rstrip(")").partition("(")
    whole, _, decimals = mantissa.partition(".")
    digits = int(whole + decimals)
    scale = rational.multiply(digits, rational.power(10, int(exponent or 0) - len(decimals)))
    if not deviation:
        return Unit(text, scale, DIMENSIONLESS)
    uncertainty = rational.ratio(int(deviation), digits)
    if isinstance(uncertainty, int):
        raise ValueError(text)
    return Unit(text, scale, DIMENSIONLESS, uncertainty=uncertainty)


class _Pieces:
    """The pieces of one definition, read from the left."""

    def __init__(self, pieces: Iterator[str], unit_of: Callable[[str], Unit]) -> None:
        self._rest = pieces
        self._unit_of = unit_of
        self.following = next(pieces, "")

    def product(self) -> list[tuple[Unit, int]]:
        found = self._power()
        while self.following and self.following not in "^)":
            sign = 1
            if self.following in "*/":
                sign = 1 if self._take() == "*" else -1
            found += [(unit, exponent * sign) for unit, exponent in self._power()]
        return found

    def _power(self) -> list[tuple[Unit, int]]:
        base = self._operand()
        if self.following != "^":
            return base
        self._take()
        by = int(self._take())
        return [(unit, exponent * by) for unit, exponent in base]

    def _operand(self) -> list[tuple[Unit, int]]:
        piece = self._take()
        if piece == "(":
            inside = self.product()
            if self._take() != ")":
                raise ValueError(piece)
            return inside
        if not piece or piece in _SIGNS:
            raise ValueError(piece)
        if piece[0].isdigit():
            return [(number(piece), 1)]
        if piece in _FUNCTIONS and self.following == "(":
            return [(Unit(piece, tower(piece, product(self._operand()).scale), DIMENSIONLESS), 1)]
        if piece[0] == "[":
            return [(Unit(piece, 1, ((piece[1:-1], 1),)), 1)]
        return [(_PI if piece == "pi" else self._unit_of(piece), 1)]

    def _take(self) -> str:
        piece, self.following = self.following, next(self._rest, "")
        return piece


def _pieces(text: str) -> Iterator[str]:
    """The numbers, names and signs of a definition."""
    start = 0
    while start < len(text):
        end = start + 1
        if text[start].isdigit():
            end = _end_of_number(text, start)
        elif text[start] not in _BETWEEN:
            while end < len(text) and text[end] not in _BETWEEN:
                end += 1
        if text[start] != " ":
            yield text[start:end]
        start = end


def _end_of_number(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end] in _IN_NUMBERS:
        end += 1
    if text[end : end + 1] == "(":  # the uncertainty, and behind it perhaps an exponent
        return _end_of_number(text, text.index(")", end) + 1)
    return end
