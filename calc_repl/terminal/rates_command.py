"""The command `:rates`: to show which exchange rates are known, and to take new ones, which are then kept."""

from __future__ import annotations

from calc_repl.units import rates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.session import Session
    from calc_repl.values.exchange import Rates


def show_or_take(session: Session, argument: str) -> None:
    """`:rates` tells which rates are known, `:rates update` fetches those of the ECB, others are a file or an address.

    Ctrl-C stops it. Raises RatesProblem, and then the rates are what they were.
    """
    calculator = session.calculator
    if argument:
        where = rates.ECB if argument == "update" else argument
        found, problem = session.stoppable(lambda: rates.take(where))
        calculator.settings = calculator.settings.changed(rates=rates.KEPT)
        session.tell(_summary(found))
        if problem is not None:
            session.tell(f"They are gone with this session: {problem}.")
        return
    where = calculator.settings.rates
    if rates.is_fetched_later(where):
        session.tell(f"The first conversion that needs rates fetches them from {where}.")
        return
    known = rates.known(where)
    if known is None:
        session.tell("No exchange rates are known; :rates update fetches those of the ECB, :rates FILE reads some.")
    else:
        session.tell(f"{_summary(known)}, from {rates.kept_path() if where == rates.KEPT else where}")


def _summary(found: Rates) -> str:
    return f"{found.told()}: what a euro is in {len(found.per_euro) - 1} currencies"
