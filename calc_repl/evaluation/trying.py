"""Trying a line out while it is typed: its value without its effects, and without what takes long."""

from __future__ import annotations

from time import monotonic

from calc_repl.errors import Interrupted, Postponed
from calc_repl.evaluation.machine import Machine
from calc_repl.operations.declaration import Operation
from calc_repl.values import limits
from calc_repl.values.kinds import Function, is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from calc_repl.evaluation.code import Frame
    from calc_repl.evaluation.scope import Scope
    from calc_repl.operations.declaration import Request
    from calc_repl.settings import Settings
    from calc_repl.syntax.nodes import Node


class TryingMachine(Machine):
    """An evaluation that raises Postponed before it has an effect, and when it has run for so many seconds."""

    def __init__(self, settings: Settings, seconds: float) -> None:
        super().__init__(settings, _write)
        self.deadline = monotonic() + seconds

    def check(self) -> None:
        """Stop if somebody asked for it or the time is up. Raises Interrupted and Postponed."""
        if self.interrupted:
            raise Interrupted("Interrupted.")
        if self.deadline is not None and monotonic() > self.deadline:
            limits.check_effects()

    def apply(
        self, function: Any, values: list[Any], node: Node, position: int, frame: Frame
    ) -> tuple[int, Frame] | None:
        """Call what is no function of the language, if it can be tried."""
        _check(function)
        return super().apply(function, values, node, position, frame)

    def answer(self, request: Request) -> Any:
        """The value of a request of an operation, if it can be tried."""
        _check(request.function)
        return super().answer(request)


class Tentatively:
    """For the time of a `with`, definitions and answers of a scope that are all taken back at its end.

    What was there before is left alone even meanwhile: the scope has copies, so
    whoever holds on to its `names` sees no change. Functions defined before
    see the tentative names, as they would see the real ones.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def __enter__(self) -> None:
        scope = self._scope
        self._kept = scope.names, scope.origins, scope.answers, scope.answer_count
        scope.names, scope.origins, scope.answers = dict(scope.names), dict(scope.origins), dict(scope.answers)
        scope.newly_named = []

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        scope = self._scope
        scope.names, scope.origins, scope.answers, scope.answer_count = self._kept
        for function in scope.newly_named or ():
            function.name = None
        scope.newly_named = None


def _check(function: Any) -> None:
    if type(function) is Function or not is_function(function):
        return
    if not isinstance(function, Operation) or not function.can_be_tried:
        limits.check_effects()


def _write(_values: tuple[Any, ...]) -> None:
    raise Postponed("Enter computes this.")
