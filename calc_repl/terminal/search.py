"""The search through what was entered before, key by key, for what an entry has inside."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.recall import Recall


_LOOKING = "search"


class Search:
    """The entry that is found stands in the line, what is looked for in `query`; `state` tells whether it is found."""

    def __init__(self, line: Buffer, query: Buffer, recall: Recall) -> None:
        self.query = query
        self._line = line
        self._recall = recall
        self._before = Document()
        self._place: int | None = None
        self.state = _LOOKING
        query.on_text_changed += lambda _: self._find(None)

    def start(self) -> None:
        """Begin a search; the line as it is comes back when it is given up."""
        self._before = self._line.document
        self._place = None
        self.query.reset()
        get_app().layout.focus(self.query)

    def older(self) -> None:
        """Go on to the next older entry that has it inside."""
        self._find(self._place)

    def take(self) -> None:
        """End the search with the entry that is found in the line."""
        get_app().layout.focus(self._line)

    def give_up(self) -> None:
        """End the search with the line as it was."""
        self._line.document = self._before
        self.take()

    def _find(self, before: int | None) -> None:
        found = self._recall.containing(self.query.text, before) if self.query.text else None
        self.state = _LOOKING if found is not None or not self.query.text else "not found"
        if found is not None:
            self._place, entry = found
            self._line.document = Document(entry, len(entry))
