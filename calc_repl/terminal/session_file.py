"""Sessions in files: the lines that worked are kept as a file of the language, which brings the session back.

Settings that a line's meaning or its answer's look depends on stand in it as
comments, `#:set angle deg`, which `:load` heeds.
"""

from __future__ import annotations

import os
import re

from calc_repl import __version__
from calc_repl.display.safe import safe
from calc_repl.errors import CalcError, LimitError
from calc_repl.modules.reading import read_source
from calc_repl.settings import DECLARED, Settings, written
from calc_repl.syntax.tokens import tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.terminal.session import Session

LARGEST = 8 * 2**20
ENDING = ".calc"
#: The settings that go with a session; limits do not.
CARRIED = ("angle", "digits", "grouping")
_SETTING = re.compile(rf"^#:set ({'|'.join(CARRIED)}) (\S+)$", re.MULTILINE)
_EARLIER = re.compile(r"_[1-9]\d*")


def saved_text(settings: Settings, lines: list[str]) -> str:
    """The file of a session that began with these settings."""
    head = [f"# A session of calc_repl {__version__}; at the prompt, :load brings it back."]
    head += [
        setting_line(name, getattr(settings, name)) for name in CARRIED if name == "angle" or _is_set(name, settings)
    ]
    return "\n".join([*head, "", *lines]) + "\n"


def setting_line(name: str, value: object) -> str:
    """A setting as a session file has it."""
    return f"#:set {name} {written(value)}"


def save(session: Session, name: str, replace: bool) -> str:
    """Write the session's lines to a file; returns what was done.

    A file that is there is replaced only when `replace` says so. Raises
    CalcError when the file is there, or cannot be written.
    """
    path = _path(name)
    settings, lines = session.journal.lines()
    if not lines:
        raise CalcError("There is nothing to save yet.")
    data = saved_text(settings, lines).encode("utf-8", "backslashreplace")
    if len(data) > LARGEST:
        raise LimitError(f"The session has more than {LARGEST // 2**20} MiB, which could not be loaded.")
    if os.path.lexists(path) and not replace:
        raise CalcError(f"{path} is there already.", hint=f":save! {name} replaces it")
    try:
        _write(path, data)
    except OSError as error:
        raise CalcError(f"Cannot write {path}: {error.strerror or error}.") from None
    return f"saved {len(lines)} line{'' if len(lines) == 1 else 's'} in {path}"


def load(session: Session, name: str) -> str:
    """Run a file as if its lines had been typed; returns what was done.

    Raises CalcError when it cannot be read, or when a line of it fails; then
    the session is as it was.
    """
    path = _path(name)
    source, _ = read_source(path, LARGEST)
    calculator, journal = session.calculator, session.journal
    journal.end()
    chosen = calculator.settings
    told = []
    try:
        for first_line, text, change in _parts(_renumbered(source.text, calculator.scope.answer_count)):
            if change:
                before, chosen = chosen, _changed(chosen, *change)
                if getattr(before, change[0]) != getattr(chosen, change[0]):
                    told.append(f"{change[0]} = {change[1]}")
            calculator.settings = chosen.changed(max_line=LARGEST, max_tokens=LARGEST)
            session.evaluate(text, path, first_line)
            if change:
                journal.worked(setting_line(*change))
            if tokenize(text):
                journal.worked(text.strip("\n"))
    except CalcError:
        journal.restore()
        raise
    calculator.settings = chosen
    journal.end()
    return f"loaded {path}" + (f" ({', '.join(told)})" if told else "")


def run_init(session: Session, path: str) -> list[CalcError]:
    """Run a file before a session begins: what it defines stays, its answers do not. Returns what failed in it."""
    failed: list[CalcError] = []
    calculator = session.calculator
    try:
        source, _ = read_source(path, LARGEST)
        chosen = calculator.settings
        calculator.settings = chosen.changed(max_line=LARGEST, max_tokens=LARGEST)
        try:
            session.evaluate(source.text, path, failed=failed)
        finally:
            calculator.settings = chosen
    except CalcError as error:
        failed.append(error)
    calculator.scope.answers.clear()
    calculator.scope.answer_count = 0
    session.journal.start()
    return failed


def _path(name: str) -> str:
    """The file a user names: `~` is the home, quotes are dropped, and a name without an ending gets one."""
    name = name.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    if not name or "\0" in name:
        raise CalcError("A file has to be named.", hint="as in :save lesson.calc")
    path = os.path.expanduser(name)
    is_bare = not os.path.splitext(path)[1] and not os.path.lexists(path)
    return path + ENDING if is_bare else path


def _write(path: str, data: bytes) -> None:
    """Write a file, all of it or nothing. Raises OSError."""
    path = os.path.realpath(path)
    if os.path.lexists(path) and not os.path.isfile(path):
        raise OSError("it is not a regular file")
    temporary = f"{path}.{os.getpid()}.new"
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise


def _parts(text: str) -> list[tuple[int, str, tuple[str, str] | None]]:
    """The text in parts at the comments that change settings: first line, text, and the change before it."""
    parts: list[tuple[int, str, tuple[str, str] | None]] = []
    tokens = tokenize(text) if _SETTING.search(text) else []
    start, change = 0, None
    for found in _SETTING.finditer(text):
        if any(token.start < found.start() < token.end for token in tokens):
            continue  # it stands in a text
        parts.append((text.count("\n", 0, start) + 1, text[start : found.start()], change))
        start, change = found.end(), (found[1], found[2])
    parts.append((text.count("\n", 0, start) + 1, text[start:], change))
    return parts


def _renumbered(text: str, before: int) -> str:
    """The text with `_1`, `_2`, ... as the answers will be numbered behind so many earlier ones."""
    if not before:
        return text
    pieces, position = [], 0
    for token in tokenize(text):
        if token.type == "NAME" and _EARLIER.fullmatch(token.text):
            pieces += [text[position : token.start], f"_{int(token.text[1:]) + before}"]
            position = token.end
    return "".join([*pieces, text[position:]])


def _changed(settings: Settings, name: str, value: str) -> Settings:
    try:
        return settings.changed(**{name: value})
    except ValueError as error:
        raise CalcError(safe(str(error))) from None


def _is_set(name: str, settings: Settings) -> bool:
    return bool(getattr(settings, name) != DECLARED[name].default)
