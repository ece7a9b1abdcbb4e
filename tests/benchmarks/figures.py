"""A measured figure beside the bound that was asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`at_most` or `at_least` is the bound; a figure without one is there for comparison."""

    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def holds(self) -> bool:
        above = self.at_most is not None and self.value > self.at_most
        below = self.at_least is not None and self.value < self.at_least
        return not above and not below

    @property
    def bound(self) -> str:
        if self.at_most is not None:
            return f"at most {_shown(self.at_most)}"
        return "" if self.at_least is None else f"at least {_shown(self.at_least)}"

    @property
    def verdict(self) -> str:
        return "" if not self.bound else "pass" if self.holds else "FAIL"

    def __str__(self) -> str:
        return f"{self.name:<66} {_shown(self.value):>9} {self.unit:<8} {self.bound:<17} {self.verdict}".rstrip()


def _shown(value: float) -> str:
    if value >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.3f}"
