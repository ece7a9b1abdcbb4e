"""Which known name a misspelt one may have been meant for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest_name(name: str, known: Iterable[str], shortest: int = 3, most: int = 2) -> str | None:
    """The known name fewest typing errors away, at most so many, or None; a name may be too short to tell."""
    if not shortest <= len(name) <= 40:
        return None
    most = 1 if len(name) < 5 else most
    best: tuple[int, bool, str] | None = None
    for candidate in known:
        if abs(len(candidate) - len(name)) > most or len(candidate) < shortest:
            continue
        distance = _typing_errors(name, candidate)
        if distance > most:
            continue
        found = (distance, candidate.casefold() != name.casefold(), candidate)  # capitals are mistaken most easily
        if best is None or found < best:
            best = found
    return best[2] if best else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about a name nobody knows: a full stop, or the question whether the nearest was meant."""
    near = nearest_name(name, known)
    return f"; did you mean {near}?" if near else "."


def _typing_errors(left: str, right: str) -> int:
    """The optimal string alignment distance: letters missing, added, wrong, or swapped with their neighbour."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (one != other))
            if row > 1 and column > 1 and one == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
