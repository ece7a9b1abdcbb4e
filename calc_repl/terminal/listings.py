"""The commands that list what there is: names, modules, folders, earlier entries."""

from __future__ import annotations

from calc_repl.display.safe import safe
from calc_repl.terminal.glance import glance
from calc_repl.terminal.screens import indented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.session import Session

#: So many of the earlier entries are listed.
LISTED = 20


def variables(session: Session, _argument: str) -> None:
    """List what was defined."""
    calculator = session.calculator
    for name, value in calculator.scope.names.items():
        session.show(indented([("", glance(name, value, calculator.settings) + "\n")]))
    if not calculator.scope.names:
        session.tell("Nothing is defined yet.")


def path(session: Session, _argument: str) -> None:
    """Show where modules are looked for."""
    width = max(len(folder.path) for folder in session.calculator.modules.search_path())
    for folder in session.calculator.modules.search_path():
        runs = ", also Python" if folder.runs_python else ""
        written = f"{safe(folder.path):<{width}}  "
        session.show(indented([("", written), ("class:note", f"{folder.what}{runs}\n")]))


def modules(session: Session, _argument: str) -> None:
    """List the modules there are, with a star before those in use."""
    registry = session.calculator.modules
    names = registry.available()
    width = max(map(len, names))
    for name in names:
        outline = session.calculator.outline(name)
        summary = outline.summary if outline is not None else ""
        mark = "*" if name in registry.modules else " "
        session.show(indented([("", f"{mark} {name:<{width}}  "), ("class:note", f"{safe(summary)}\n")]))


def history(session: Session, text: str) -> None:
    """List what was entered before; with a text, what has that in it."""
    entries = session.history.entries
    found = [entry for entry in entries if text in entry] if text else entries
    for entry in found[-LISTED:]:
        session.show(indented([("", safe(entry, keep="\n").replace("\n", "\n  ") + "\n")]))
    if not found:
        session.tell(f"Nothing that was entered has {text} in it." if text else "Nothing was entered yet.")
    elif len(found) > LISTED:
        session.tell(f"{len(found) - LISTED:,} earlier ones; :hist TEXT finds those with a text in them")
