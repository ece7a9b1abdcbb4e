"""What a user can tell the prompt itself: to leave, to explain, to show and change what it knows.

A command begins with a colon, as no expression does, and may be shortened
while it stays the only one that begins so.
"""

from __future__ import annotations

from calc_repl.display.safe import safe
from calc_repl.errors import CalcError
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.help.requests import requested
from calc_repl.settings import written
from calc_repl.terminal import listings, setting_commands
from calc_repl.terminal.screens import indented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.settings import Values
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
        COMMANDS[full_name(word)][1](session, argument.strip())
    else:
        return False
    return True


def setting_value(name: str, settings: Values) -> str:
    """The value of a setting as it is typed after its name."""
    return written(getattr(settings, name))


def _leave(_session: Session, _argument: str) -> None:
    raise Leave


def _help(session: Session, topic: str) -> None:
    from calc_repl.help.pages import page
    from calc_repl.terminal.preferences import ALL

    calculator = session.calculator
    text = page(topic or None, dict(calculator.scope.names), calculator.outline, ALL)
    session.show(indented([("", safe(text.rstrip("\n"), keep="\n") + "\n")]))


# What was entered


def _undo(session: Session, _argument: str) -> None:
    session.tell(f"undone: {_beginning(session.journal.undo())}")
    session.last = None


def _redo(session: Session, _argument: str) -> None:
    session.tell(f"done again: {_beginning(session.journal.redo())}")
    session.last = None


def _reset(session: Session, _argument: str) -> None:
    session.journal.reset()
    session.last = None
    session.tell("Everything is forgotten; :undo brings it back.")


def _beginning(entry: str) -> str:
    first = entry.strip().partition("\n")[0]
    return first if first == entry.strip() and len(first) <= 60 else f"{first[:60]}…"


# Files


def _save(session: Session, argument: str) -> None:
    from calc_repl.terminal.session_file import save

    session.tell(save(session, argument, replace=False))


def _save_over(session: Session, argument: str) -> None:
    from calc_repl.terminal.session_file import save

    session.tell(save(session, argument, replace=True))


def _load(session: Session, argument: str) -> None:
    from calc_repl.terminal.session_file import load

    session.tell(load(session, argument))
    session.last = None


# Exchange rates


def _rates(session: Session, argument: str) -> None:
    from calc_repl.terminal.rates_command import show_or_take

    show_or_take(session, argument)


# Answers


def _full(session: Session, _argument: str) -> None:
    from calc_repl.terminal.last_answer import unfolded

    session.show(unfolded(session))


def _copy(session: Session, argument: str) -> None:
    from calc_repl.terminal.last_answer import copy

    session.tell(copy(session, argument))


def _time(session: Session, argument: str) -> None:
    from time import perf_counter

    from calc_repl.terminal.entries import answer_line

    _require(argument, "time", "2^1000")
    before = perf_counter()
    answer_line(argument, session)
    session.tell(f"took {_duration(perf_counter() - before)}")


def _duration(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def _type(session: Session, argument: str) -> None:
    from calc_repl.terminal.describing import described

    _require(argument, "type", "sqrt(2)")
    session.journal.end()
    try:
        described_answer = described(session.evaluate(argument))
    finally:
        session.journal.restore()
    session.show(indented([("", f"{described_answer}\n")]))


def _require(argument: str, command: str, example: str) -> None:
    if not argument:
        raise CalcError(f":{command} needs an expression.", hint=f"as in :{command} {example}")


# The screen


def _clear(session: Session, _argument: str) -> None:
    if not session.control("\x1b[H\x1b[2J"):
        raise CalcError("This terminal cannot be cleared from here.")


#: Command -> what it does in a few words, and how.
COMMANDS: dict[str, tuple[str, Callable[[Session, str], None]]] = {
    "clear": ("Clear the screen.", _clear),
    "config": ("Show the configuration: where its files are and what is set there.", setting_commands.show_config),
    "copy": ("Copy the last answer; :copy exact copies its exact form.", _copy),
    "exit": ("Leave, as Ctrl-D does.", _leave),
    "full": ("Show the last answer in full.", _full),
    "help": ("Explain a name, or show where to begin.", _help),
    "hist": ("List what was entered before, or what of it has a text in it.", listings.history),
    "load": ("Run the lines of a file as if they were typed.", _load),
    "modules": ("List the modules there are, with a star before those in use.", listings.modules),
    "path": ("Show where modules are looked for.", listings.path),
    "quit": ("Leave, as Ctrl-D does.", _leave),
    "rates": ("Show the exchange rates; :rates update fetches those of the ECB, or name a file or an address.", _rates),
    "redo": ("Do again what :undo took back.", _redo),
    "reset": ("Forget all names and answers.", _reset),
    "save": ("Write the lines that worked to a file; :save! replaces one.", _save),
    "save!": ("Write the lines that worked to a file, also over one that is there.", _save_over),
    "set": ("Show or change the settings.", setting_commands.show_or_change),
    "time": ("Answer an expression and tell how long it took.", _time),
    "type": ("Tell what kind of value an expression has, and whether it is exact.", _type),
    "undo": ("Take back the last entry that changed a name, an answer or a setting.", _undo),
    "vars": ("List what was defined.", listings.variables),
}


def full_name(word: str) -> str:
    """The command a word means, which may be shortened. Raises CalcError when that is none, or several."""
    if word in COMMANDS:
        return word
    beginning = word.removesuffix("!")
    found = [name for name in COMMANDS if name.startswith(beginning) and name.endswith("!") == word.endswith("!")]
    if len(found) == 1:
        return found[0]
    if found and word:
        raise CalcError(f":{word} could be {_either([f':{name}' for name in found])}.")
    near = nearest_name(word, COMMANDS)
    listed = ", ".join(f":{name}" for name in COMMANDS)
    hint = f"did you mean :{near}?" if near else f"write one of {listed}"
    message = f"There is no command :{safe(word[:40])}." if word else "Behind the colon stands the name of a command."
    raise CalcError(message, hint=hint)


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]])
