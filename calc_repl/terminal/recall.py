"""What was entered before, found again: by how it begins, or by what it has inside.

A hundred thousand entries may be searched with each key, so they are put in
an index: sorted, to find what begins alike, and joined, to find what is inside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Behind every character that can follow in an entry.
_LAST = "\U0010ffff"
#: So many entries that begin alike are looked at in the index; where there are more, the next one is near.
_FEW = 200


class Recall:
    """A walk through the entries, oldest first, from the line that is being typed.

    `entries` gives them; they may grow meanwhile: those that are not in the index are looked at one by one.
    """

    def __init__(self, entries: Callable[[], Sequence[str]]) -> None:
        self._get_entries = entries
        self._index = _Index(())
        self._typed = ""
        self._shown: str | None = None
        self._place = 0

    @property
    def _entries(self) -> Sequence[str]:
        return self._get_entries()

    def prepare(self) -> None:
        """Put the entries in the index; another thread may do it."""
        self._index = _Index(self._entries)

    def back(self, line: str) -> str | None:
        """The entry before the one the line shows that begins with what was typed; None when there is none."""
        if line != self._shown:
            self._typed, self._place = line, len(self._entries)
        indexed = self._index.beginning(self._typed)
        least = 0 if len(indexed) > _FEW else self._index.count
        for place in range(self._place - 1, least - 1, -1):
            if self._entries[place].startswith(self._typed) and self._entries[place] != line:
                return self._go_to(place)
        if not least:
            return None
        earlier = [place for place in indexed if place < self._place and self._entries[place] != line]
        return self._go_to(max(earlier)) if earlier else None

    def forward(self, line: str) -> str | None:
        """The entry behind the one the line shows; at the end what was typed. None when no entry is shown."""
        if line != self._shown:
            return None
        for place in range(self._place + 1, len(self._entries)):
            if self._entries[place].startswith(self._typed) and self._entries[place] != line:
                return self._go_to(place)
        self._shown = None
        return self._typed

    def containing(self, part: str, before: int | None = None) -> tuple[int, str] | None:
        """The place and the text of the newest entry with a part inside, whatever the case; `before` a place."""
        part = part.lower()
        latest = len(self._entries) if before is None else before
        for place in range(latest - 1, self._index.count - 1, -1):
            if part in self._entries[place].lower():
                return place, self._entries[place]
        found = self._index.containing(part, min(latest, self._index.count))
        return None if found is None else (found, self._entries[found])

    def continuing(self, line: str) -> str | None:
        """The newest entry that begins with a line and goes on."""
        for place in range(len(self._entries) - 1, self._index.count - 1, -1):
            entry = self._entries[place]
            if entry.startswith(line) and entry != line:
                return entry
        places = self._index.beginning(line + "\0")  # the line itself does not go on
        return self._entries[max(places)] if places else None

    def _go_to(self, place: int) -> str:
        self._place = place
        self._shown = self._entries[place]
        return self._shown


class _Index:
    """The first `count` entries."""

    __slots__ = ("_keys", "_places", "_starts", "_text", "count")

    def __init__(self, entries: Sequence[str]) -> None:
        entries = list(entries)
        self.count = len(entries)
        latest = {entry: place for place, entry in enumerate(entries)}
        self._keys = sorted(latest)
        self._places = [latest[entry] for entry in self._keys]
        lowered = [entry.lower() for entry in entries]
        self._text = "\0".join(lowered)
        self._starts: list[int] = []
        start = 0
        for entry in lowered:
            self._starts.append(start)
            start += len(entry) + 1

    def beginning(self, line: str) -> list[int]:
        """The places of the entries that begin with a line, each entry at its last place; `\\0` stands for any end."""
        low = bisect_left(self._keys, line)
        return self._places[low : bisect_right(self._keys, line.rstrip("\0") + _LAST, low)]

    def containing(self, part: str, before: int) -> int | None:
        """The last place before another with a part inside."""
        end = self._starts[before] if before < self.count else len(self._text)
        found = self._text.rfind(part, 0, end)
        return None if found < 0 or not self.count else bisect_right(self._starts, found) - 1
