"""The values of any function over uncertain numbers, enclosed.

The function is asked for its value at real numbers of which nothing is known
but that they lie within bounds: atoms whose enclosure never narrows. What it
answers for such a number holds for every number within the bounds. Since wide
bounds are enclosed loosely, they are cut into pieces, and those that reach
farthest are cut again; the answer is the union of all pieces.

Where a function is known to rise or fall, its values at the ends are exact.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import arb, fmpq

from calc_repl.errors import CalcError, DomainError, KindError, LimitError
from calc_repl.values import limits, rational, real, slopes
from calc_repl.values.arithmetic import is_interval
from calc_repl.values.atoms import Atom
from calc_repl.values.balls import precision_of
from calc_repl.values.complex import Complex
from calc_repl.values.enclosing import enclosure
from calc_repl.values.intervals import Interval, ends, rational_bounds, written_out
from calc_repl.values.rational import Rational
from calc_repl.values.real import Real
from calc_repl.values.undecided import Undecided

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from calc_repl.values.intervals import Bounded

    Bounds: TypeAlias = tuple[fmpq, fmpq]
    Range: TypeAlias = tuple[arb, arb]

#: Pieces into which the bounds are cut at most, and how often one of them is halved where it cannot be enclosed.
MOST_PIECES = 256
_MOST_HALVINGS = 8
#: The part of the width by which an enclosure may be too wide, as an exponent of 2, before it is made tighter.
_TIGHT = 10
#: The part of the width that is put on at either end. Rounded bounds may be short fractions by chance, which would look
#: like exact ones; with this they are none.
_BEYOND = rational.power(Rational(1, 3), 101)
#: Bits with which a piece is computed, besides those that tell its ends apart.
_BITS = 40


def enclosed(name: str, function: Callable[..., Any], numbers: list[Any]) -> Bounded:
    """All values of a function of these numbers, one of which is uncertain at least.

    Raises DomainError where it is not defined, or not real, for all of them,
    and KindError for a function whose values are no numbers.
    """
    places = [place for place, number in enumerate(numbers) if is_interval(number)]
    direction = slopes.direction(name, numbers, places[0]) if len(places) == 1 else 0
    if direction:
        (place,) = places
        both = ends(numbers[place])[::direction]
        low, high = (_real(name, function(*numbers[:place], end, *numbers[place + 1 :])) for end in both)
        return Interval(low, high)
    search = _Search(name, function, numbers, places)
    pieces = [search.piece(search.bounds, 0)]
    while len(pieces) < MOST_PIECES:
        widest = _farthest(pieces)
        if widest is None:
            break
        pieces.remove(widest)
        pieces += search.halves(widest)
    if any(piece.values is None for piece in pieces):
        raise search.failure()
    return search.union(pieces)


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A part of the bounds and an enclosure of the values there, None where there is none."""

    bounds: tuple[Bounds, ...]
    values: Range | None
    halvings: int


class _Search:
    """A function and the bounds of its uncertain arguments, which stand at some places."""

    def __init__(self, name: str, function: Callable[..., Any], numbers: list[Any], places: list[int]) -> None:
        self.name = name
        self.function = function
        self.numbers = numbers
        self.places = places
        around = (map(real.coefficient, rational_bounds(numbers[place])) for place in places)
        self.bounds: tuple[Bounds, ...] = tuple((low, high) for low, high in around)

    def piece(self, bounds: tuple[Bounds, ...], halvings: int) -> _Piece:
        """A part of the bounds with its values. Raises DomainError where the function is not defined anywhere there."""
        limits.tick_large()
        values = _common(self._values(bounds), self._values_about_the_middle(bounds))
        if values is None and halvings >= _MOST_HALVINGS:
            raise self.failure()
        return _Piece(bounds, values, halvings)

    def halves(self, piece: _Piece) -> list[_Piece]:
        """A piece cut in two, across the argument that has been cut least."""
        parts = [(high - low) / (b - a) for (low, high), (a, b) in zip(piece.bounds, self.bounds, strict=True)]
        cut = parts.index(max(parts))
        low, high = piece.bounds[cut]
        middle = (low + high) / 2
        return [
            self.piece((*piece.bounds[:cut], half, *piece.bounds[cut + 1 :]), piece.halvings + 1)
            for half in ((low, middle), (middle, high))
        ]

    def union(self, pieces: list[_Piece]) -> Bounded:
        """All values of the pieces."""
        values = [piece.values for piece in pieces if piece.values is not None]
        low, high = written_out(min(low for low, _ in values)), written_out(max(high for _, high in values))
        if low == high:
            return low
        beyond = rational.multiply(high - low, _BEYOND)
        return Interval(low - beyond, high + beyond)

    def failure(self) -> CalcError:
        """The error where the values cannot be enclosed."""
        return DomainError(
            f"The values of {self.name} within these bounds cannot be enclosed.",
            hint="a pole or the end of what is defined may lie there, or they are too wide",
            argument=self.places[0] if len(self.places) == 1 else None,
        )

    def _values(self, bounds: tuple[Bounds, ...]) -> Range | None:
        """The least and the greatest value, as far as the function itself tells; None where it does not."""
        bits = _BITS + max(_bits_apart(low, high) for low, high in bounds)
        arguments = list(self.numbers)
        for place, part in zip(self.places, bounds, strict=True):
            arguments[place] = _any_within(part, place, bits)
        try:
            value = _real(self.name, self.function(*arguments))
            around = enclosure(value, bits)
        except (LimitError, Undecided) as error:
            if not error.catchable:
                raise
            return None
        with precision_of(bits):
            return (around.lower(), around.upper()) if around.is_finite() else None

    def _values_about_the_middle(self, bounds: tuple[Bounds, ...]) -> Range | None:
        """The same from the value in the middle and a bound of the slope, where one is known."""
        if len(bounds) != 1:
            return None
        ((low, high),) = bounds
        slope = slopes.steepest(self.name, self.numbers, self.places[0], low)
        if slope is None:
            return None
        middle = (low + high) / 2
        values = self._values(((middle, middle),))
        if values is None:
            return None
        with precision_of(_BITS + _bits_apart(low, high)):
            farthest = slope * (high - middle)
            return (values[0] - farthest).lower(), (values[1] + farthest).upper()


def _common(one: Range | None, other: Range | None) -> Range | None:
    """The values that two enclosures share."""
    if one is None or other is None:
        return one or other
    return max(one[0], other[0]), min(one[1], other[1])


def _farthest(pieces: list[_Piece]) -> _Piece | None:
    """The piece to be cut next: one without values, or that which makes the union too wide; None where it is tight."""
    known = []
    for piece in pieces:
        if piece.values is None:
            return piece
        known.append((*piece.values, piece))
    lowest, highest = min(known, key=lambda each: each[0]), max(known, key=lambda each: each[1])
    # Every piece has values at or above its lower bound and at or below its upper one.
    reached_high, reached_low = max(low for low, _, _ in known), min(high for _, high, _ in known)
    above, below = highest[1] - reached_high, reached_low - lowest[0]
    if above + below <= (reached_high - reached_low) * arb((1, -_TIGHT)):
        return None
    return highest[2] if above >= below else lowest[2]


def _any_within(bounds: Bounds, place: int, bits: int) -> Real:
    """The argument at a place: a real number of which no more is known than its bounds."""
    low, high = bounds
    with precision_of(bits):
        around = arb(low).union(arb(high))
    unknown = Atom("uncertain", lambda _: around, (), (place,), is_positive=low > 0, most_bits=bits + 64)
    return real.of_atom(unknown)


def _bits_apart(low: fmpq, high: fmpq) -> int:
    """How many leading bits two numbers share."""
    size, width = max(abs(low), abs(high)), high - low
    return (size / width).ceil().bit_length() if width else 0


def _real(name: str, value: Any) -> int | Rational | Real:
    if isinstance(value, Complex):
        raise DomainError(f"{name} has values within these bounds that are not real.")
    if type(value) is not int and not isinstance(value, (Rational, Real)):
        raise KindError(f"{name} takes no uncertain numbers.")
    return value
