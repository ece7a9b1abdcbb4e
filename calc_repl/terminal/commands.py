"""What a user can tell the prompt itself: to leave, to explain, to show and change what it knows.

A command begins with a colon, as no expression does, and may be shortened
while it stays the only one that begins so.
"""

from __future__ import annotations

from calc_repl.display.safe import safe
from calc_repl.errors import CalcError
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.help.pages import page
from calc_repl.help.requests import requested
from calc_repl.settings import DECLARED
from calc_repl.terminal.glance import glance
from calc_repl.terminal.screens import indented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.settings import Settings
    from calc_repl.terminal.session import Session


class Leave(Exception):
    """The user wants to leave."""


def run_command(line: str, session: Session) -> bool:
    """Do what a line tells the prompt; False when it tells nothing, but is a line to answer.

    Raises Leave, and CalcError for a command that cannot be done.
    """
    names = session.calculator.scope.names
    topic = requested(line, names)
    if topic is not None:
        _help(session, topic)
    elif line in ("quit", "exit") and line not in names:
        raise Leave
    elif line.startswith(":"):
        word, _, argument = line[1:].partition(" ")
        COMMANDS[_full_name(word)][1](session, argument.strip())
    else:
        return False
    return True


def setting_value(name: str, settings: Settings) -> str:
    """The value of a setting as it is typed after its name."""
    value: object = getattr(settings, name)
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _leave(_session: Session, _argument: str) -> None:
    raise Leave


def _help(session: Session, topic: str) -> None:
    calculator = session.calculator
    text = page(topic or None, dict(calculator.scope.names), calculator.outline)
    session.show(indented([("", safe(text.rstrip("\n"), keep="\n") + "\n")]))


def _set(session: Session, argument: str) -> None:
    name, _, value = argument.replace("=", " ", 1).partition(" ")
    calculator = session.calculator
    if name and name not in DECLARED:
        near = nearest_name(name, DECLARED)
        hint = f"did you mean {near}?" if near else ":set lists the settings"
        raise CalcError(f"There is no setting {safe(name)}.", hint=hint)
    if value:
        try:
            calculator.settings = calculator.settings.changed(**{name: value.strip()})
        except ValueError as error:
            raise CalcError(str(error)) from None
    width = 0 if name else max(map(len, DECLARED))
    for each in [name] if name else DECLARED:
        written = f"{each:<{width}} = {setting_value(each, calculator.settings):<{width}}"
        session.show(indented([("", written), ("class:note", f"  {DECLARED[each].sentence}\n")]))


def _vars(session: Session, _argument: str) -> None:
    calculator = session.calculator
    for name, value in calculator.scope.names.items():
        session.show(indented([("", glance(name, value, calculator.settings) + "\n")]))
    if not calculator.scope.names:
        session.show(indented([("class:note", "Nothing is defined yet.\n")]))


def _path(session: Session, _argument: str) -> None:
    width = max(len(folder.path) for folder in session.calculator.modules.search_path())
    for folder in session.calculator.modules.search_path():
        runs = ", also Python" if folder.runs_python else ""
        written = f"{safe(folder.path):<{width}}  "
        session.show(indented([("", written), ("class:note", f"{folder.what}{runs}\n")]))


def _modules(session: Session, _argument: str) -> None:
    registry = session.calculator.modules
    names = registry.available()
    width = max(map(len, names))
    for name in names:
        outline = session.calculator.outline(name)
        summary = outline.summary if outline is not None else ""
        mark = "*" if name in registry.modules else " "
        session.show(indented([("", f"{mark} {name:<{width}}  "), ("class:note", f"{safe(summary)}\n")]))


#: Command -> what it does in a few words, and how.
COMMANDS: dict[str, tuple[str, Callable[[Session, str], None]]] = {
    "exit": ("Leave, as Ctrl-D does.", _leave),
    "help": ("Explain a name, or show where to begin.", _help),
    "modules": ("List the modules there are, with a star before those in use.", _modules),
    "path": ("Show where modules are looked for.", _path),
    "quit": ("Leave, as Ctrl-D does.", _leave),
    "set": ("Show or change the settings.", _set),
    "vars": ("List what was defined.", _vars),
}


def _full_name(word: str) -> str:
    if word in COMMANDS:
        return word
    found = [name for name in COMMANDS if name.startswith(word)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f":{name}" for name in found or COMMANDS)
    near = nearest_name(word, COMMANDS)
    hint = f"did you mean :{near}?" if near else f"write one of {listed}"
    raise CalcError(f"There is no command :{safe(word[:40])}.", hint=hint)
