"""Ctrl-C while a line is calculated, wherever it strikes."""

from __future__ import annotations

import signal
import sys
from itertools import count
from typing import NoReturn

import pytest

from calc_repl.errors import Interrupted
from calc_repl.terminal.modes import Interrupts


class StruckWhileCollected:
    """An object that is being collected when Ctrl-C comes: whatever is raised there, Python drops."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


def stop() -> NoReturn:
    raise Interrupted("Interrupted.")


def test_ctrl_c_stops_a_calculation_also_where_exceptions_are_dropped(capfd: pytest.CaptureFixture[str]) -> None:
    struck: list[StruckWhileCollected] = [StruckWhileCollected()]

    def calculate() -> None:
        for number in count():
            struck.clear()
            assert number < 10**8

    with Interrupts() as interrupts, interrupts.stopping(stop), pytest.raises(Interrupted):
        calculate()
    assert capfd.readouterr() == ("", "")


def test_other_dropped_exceptions_are_reported_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def __del__(self) -> None:
            raise ValueError("of its own")

    reported: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda dropped: reported.append(dropped.exc_value))
    failing: list[Failing] = [Failing()]
    with Interrupts() as interrupts, interrupts.stopping(stop):
        failing.clear()
    assert [str(each) for each in reported] == ["of its own"]
