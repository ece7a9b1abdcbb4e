"""What was entered and worked, and the states between, so that entries can be taken back and kept in a file."""

from __future__ import annotations

from calc_repl.errors import CalcError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any, TypeAlias

    from calc_repl.calculator import Calculator
    from calc_repl.settings import Settings

    #: Key -> what a dict had there before and what it has now, MISSING for nothing.
    Difference: TypeAlias = dict[Hashable, tuple[Any, Any]]

MISSING: Any = object()
#: So many entries can be taken back.
MOST_STEPS = 1_000


class Step:
    """An entry: its text, the lines of it that worked, and what they changed.

    `is_fresh` tells that everything before it was forgotten.
    """

    __slots__ = ("answers", "counts", "entry", "is_fresh", "lines", "names", "origins", "settings")

    def __init__(
        self, entry: str, lines: list[str], counts: tuple[int, int], settings: tuple[Settings, Settings]
    ) -> None:
        """`counts` are the numbers of answers before and after it, `settings` the settings."""
        self.entry = entry
        self.lines = lines
        self.counts = counts
        self.settings = settings
        self.names: Difference = {}
        self.origins: Difference = {}
        self.answers: Difference = {}
        self.is_fresh = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self.names or self.answers) or self.settings[0] is not self.settings[1]

    def settle(self) -> None:
        """Drop what it takes to take it back."""
        self.names, self.origins, self.answers = {}, {}, {}
        self.settings = (self.settings[1], self.settings[1])


class Journal:
    """The entries of a session that worked, in order, and those that were taken back."""

    def __init__(self, calculator: Calculator) -> None:
        self._calculator = calculator
        self.start()

    def start(self) -> None:
        """Begin with the calculator as it is now, which cannot be taken back."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._first_settings = self._calculator.settings
        self.begin("")

    def begin(self, entry: str) -> None:
        """From here on, what works and what changes belongs to this entry."""
        scope = self._calculator.scope
        self._entry = entry
        self._lines: list[str] = []
        self._names, self._origins = dict(scope.names), dict(scope.origins)
        self._count = scope.answer_count
        self._settings = self._calculator.settings

    def worked(self, line: str) -> None:
        """Keep a line that worked."""
        self._lines.append(line)

    def end(self) -> None:
        """The entry is done, or a part of it that is to be taken back by itself."""
        self._add(self._step())
        self.begin(self._entry)

    def restore(self) -> None:
        """Take back what was done since the beginning or the last end, and leave no trace of it."""
        self._apply(self._step(), before=True)
        self.begin(self._entry)

    def undo(self) -> str:
        """Take back the last entry that changed something; returns it. Raises CalcError when there is none."""
        self.end()
        last = next((index for index in reversed(range(len(self._done))) if self._done[index].changes), None)
        if last is None:
            raise CalcError("There is nothing to undo.")
        for step in reversed(self._done[last:]):
            self._apply(step, before=True)
            self._undone.append(step)
        del self._done[last:]
        self.begin(self._entry)
        return self._undone[-1].entry

    def redo(self) -> str:
        """Do again what was taken back last; returns it. Raises CalcError when there is nothing."""
        self.end()
        if not self._undone:
            raise CalcError("There is nothing to redo.")
        entry = self._undone[-1].entry
        while True:
            step = self._undone.pop()
            self._apply(step, before=False)
            self._done.append(step)
            if not self._undone or self._undone[-1].changes:
                break
        self.begin(self._entry)
        return entry

    def reset(self) -> None:
        """Forget all names and answers; this can be taken back."""
        self.end()
        scope = self._calculator.scope
        step = Step(self._entry, [], (scope.answer_count, 0), (self._settings, self._settings))
        step.is_fresh = True
        step.names, step.origins = _difference(scope.names, {}), _difference(scope.origins, {})
        step.answers = _difference(scope.answers, {})
        self._apply(step, before=False)
        self._add(step)
        self.begin(self._entry)

    def lines(self) -> tuple[Settings, list[str]]:
        """All lines that worked since everything was forgotten last, and the settings before the first of them."""
        self.end()
        first = max((index + 1 for index, step in enumerate(self._done) if step.is_fresh), default=0)
        settings = self._done[first - 1].settings[1] if first else self._first_settings
        return settings, [line for step in self._done[first:] for line in step.lines]

    def _step(self) -> Step:
        scope = self._calculator.scope
        counts = (self._count, scope.answer_count)
        step = Step(self._entry, self._lines, counts, (self._settings, self._calculator.settings))
        step.names = _difference(self._names, scope.names)
        step.origins = _difference(self._origins, scope.origins)
        added = range(counts[0] + 1, counts[1] + 1)
        step.answers = {number: (MISSING, scope.answers[number]) for number in added if number in scope.answers}
        return step

    def _add(self, step: Step) -> None:
        if not (step.changes or step.lines or step.is_fresh):
            return
        self._done.append(step)
        if step.changes:
            self._undone.clear()
        if len(self._done) > MOST_STEPS:
            self._done[-MOST_STEPS - 1].settle()

    def _apply(self, step: Step, before: bool) -> None:
        scope = self._calculator.scope
        side = 0 if before else 1
        for target, difference in (
            (scope.names, step.names),
            (scope.origins, step.origins),
            (scope.answers, step.answers),
        ):
            _put(target, {key: pair[side] for key, pair in difference.items()})
        scope.answer_count = step.counts[side]
        self._calculator.settings = step.settings[side]


def _difference(before: dict[Any, Any], after: dict[Any, Any]) -> Difference:
    changed = {
        key: (value, after.get(key, MISSING)) for key, value in before.items() if after.get(key, MISSING) is not value
    }
    return {**changed, **{key: (MISSING, value) for key, value in after.items() if key not in before}}


def _put(target: dict[Any, Any], values: dict[Any, Any]) -> None:
    for key, value in values.items():
        if value is MISSING:
            target.pop(key, None)
        else:
            target[key] = value
