"""The limit of time holds wherever its alarm strikes."""

from __future__ import annotations

import signal
import sys
from itertools import count

import pytest

from calc_repl.errors import TimeLimit
from calc_repl.script.deadline import Deadline

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs interval timers")


class StruckWhileCollected:
    """An object that is being collected when the alarm comes: whatever is raised there, Python drops."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGALRM)


def test_an_alarm_that_is_dropped_comes_again(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)  # to have it back afterwards
    handler = signal.getsignal(signal.SIGALRM)
    struck: list[StruckWhileCollected] = [StruckWhileCollected()]

    def calculate() -> None:
        for number in count():
            struck.clear()
            assert number < 10**8

    try:
        with Deadline(0.2), pytest.raises(TimeLimit):
            calculate()
    finally:
        signal.signal(signal.SIGALRM, handler)
    assert capfd.readouterr() == ("", "")
