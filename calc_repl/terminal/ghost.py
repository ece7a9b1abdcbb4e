"""How a line may go on, shown dim behind the cursor: as an entry did, or with the rest of a name."""

from __future__ import annotations

from calc_repl.operations import catalogue
from calc_repl.terminal.expecting import NAME, UNIT, expected
from calc_repl.values.kinds import is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calc_repl.terminal.recall import Recall

#: So many characters are typed before anything is suggested.
_LEAST = 2


def continuation(line: str, recall: Recall, names: Mapping[str, object]) -> str:
    """What may follow a line whose end is being typed, or ""; `names` are those that are defined.

    It never begins with a digit behind a digit, which would read as one number.
    """
    if len(line) < _LEAST or "\n" in line:
        return ""
    entry = recall.continuing(line)
    if entry is not None and "\n" not in entry:
        rest = entry[len(line) :]
        if not (line[-1].isdigit() and rest[0].isdigit()):
            return rest
    return _rest_of_name(line, names)


def _rest_of_name(line: str, names: Mapping[str, object]) -> str:
    """The rest of the shortest name that begins with the last word."""
    wanted = expected(line)
    if wanted.kind not in (NAME, UNIT) or len(wanted.word) < _LEAST:
        return ""
    known = list(_names(names))
    if any(name.removesuffix("(") == wanted.word for name in known):
        return ""
    fitting = [name for name in known if name.startswith(wanted.word)]
    return min(fitting, key=len)[len(wanted.word) :] if fitting else ""


def _names(names: Mapping[str, object]) -> Iterator[str]:
    for name, value in names.items():
        yield f"{name}(" if is_function(value) else name
    yield from catalogue.CONSTANTS
    for name in catalogue.operation_names():
        yield f"{name}("
