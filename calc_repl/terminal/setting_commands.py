"""The commands about settings: to show and change them, and to show the configuration they begin with."""

from __future__ import annotations

import os

from calc_repl import settings
from calc_repl.display.safe import safe
from calc_repl.errors import CalcError
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.settings import written
from calc_repl.terminal.config import init_path
from calc_repl.terminal.preferences import ALL, AT_START
from calc_repl.terminal.screens import indented
from calc_repl.terminal.session_file import CARRIED, setting_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.settings import Values
    from calc_repl.terminal.session import Session


def show_or_change(session: Session, argument: str) -> None:
    """`:set` lists the settings, `:set name` shows one, `:set name value` changes it. Raises CalcError."""
    name, _, value = argument.replace("=", " ", 1).partition(" ")
    if name and name not in ALL:
        near = nearest_name(name, ALL)
        hint = f"did you mean {near}?" if near else ":set lists the settings"
        raise CalcError(f"There is no setting {safe(name)}.", hint=hint)
    if value:
        _change(session, name, value.strip())
    width = 0 if name else max(map(len, ALL))
    for each in [name] if name else ALL:
        line = f"{each:<{width}} = {written(getattr(_holder(session, each), each)):<{width}}"
        session.show(indented([("", line), ("class:note", f"  {ALL[each].sentence}\n")]))


def show_config(session: Session, _argument: str) -> None:
    """Show where the files of the configuration are, what is set there and what of it is wrong."""
    config = session.setup.config
    if config.path is None:
        session.tell("The configuration was left aside: --no-config.")
    else:
        _show_file(session, config.path, config.is_there)
        lines = [f"{name} = {written(value)}\n" for name, value in config.values.items()]
        lines += ["[styles]\n"] if config.styles else []
        lines += [f'{name} = "{style}"\n' for name, style in config.styles.items()]
        session.show(indented([("", f"  {safe(line, keep=chr(10))}") for line in lines]))
        for warning in config.warnings:
            session.tell(f"warning: {warning}")
    if session.setup.init is None:
        session.tell("The first file was not run: --no-init.")
    else:
        _show_file(session, init_path(), os.path.lexists(init_path()))


def _show_file(session: Session, path: str, is_there: bool) -> None:
    note = "" if is_there else "  not there\n"
    session.show(indented([("", safe(path) + ("" if note else "\n")), ("class:note", note)]))


def _change(session: Session, name: str, value: str) -> None:
    holder = _holder(session, name)
    try:
        changed = holder.changed(**{name: value})
    except ValueError as error:
        raise CalcError(safe(str(error))) from None
    if name in AT_START:
        raise CalcError(
            f"{name} is settled when a session starts.", hint=f"set {name} in {safe(_config_name(session))}"
        )
    if name in settings.DECLARED:
        session.calculator.settings = changed  # type: ignore[assignment]
        if name in CARRIED:
            session.journal.worked(setting_line(name, getattr(changed, name)))
    else:
        session.preferences = changed  # type: ignore[assignment]


def _config_name(session: Session) -> str:
    return session.setup.config.path or "config.toml"


def _holder(session: Session, name: str) -> Values:
    return session.calculator.settings if name in settings.DECLARED else session.preferences
