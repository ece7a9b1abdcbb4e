"""What may be meant by the beginning of a word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calc_repl.calculator import Calculator
from calc_repl.help.pages import topics
from calc_repl.operations import catalogue
from calc_repl.settings import DECLARED
from calc_repl.syntax.tokens import tokenize
from calc_repl.terminal.commands import COMMANDS, setting_value
from calc_repl.terminal.glance import glance, signature
from calc_repl.values.kinds import is_function
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to complete the word before the cursor.

    `text` replaces the last `replaced` characters; `shown` and `meaning` are
    what a menu says about it.
    """

    text: str
    replaced: int
    shown: str
    meaning: str


_COMMAND = re.compile(r"\s*:(\w*)$")
_SETTING = re.compile(r"\s*:s(?:et?)?[ ]+(\w*)$")
_TOPIC = re.compile(r"\s*(?:help|:h(?:e|el|elp)?)[ ]+(\w*)$")
_IMPORTED = re.compile(r"\s*(?:import|from|reload)[ ]+(?:.*,[ ]*)?((?:\w+\.)*)(\w*)$")
_TAKEN = re.compile(r"\s*from[ ]+([\w.]+)[ ]+import[ ]+(?:.*[, (])?(\w*)$")
_MEMBER = re.compile(r"(?<![\w.])((?:[^\W\d]\w*\.)+)(\w*)$")
_WORD = re.compile(r"(?:[^\W\d]\w*)?$")


def candidates(text: str, calculator: Calculator) -> list[Candidate]:
    """The candidates for the text before the cursor: what begins with its last word, otherwise what has it inside."""
    if found := _COMMAND.match(text):
        return _fitting(found[1], [(name, f":{name}", meaning) for name, (meaning, _) in COMMANDS.items()])
    if found := _SETTING.match(text):
        return _fitting(found[1], _settings(calculator))
    if found := _TOPIC.match(text):
        return _fitting(found[1], _topics(calculator))
    if found := _TAKEN.match(text):
        return _fitting(found[2], _entries(calculator, found[1], call=""))
    if found := _IMPORTED.match(text):
        return _fitting(found[2], _modules(calculator, found[1][:-1]))
    if (found := _MEMBER.search(text)) and _is_name(text, found.start()):
        path = found[1][:-1].split(".")
        module = calculator.scope.names.get(path[0])
        if isinstance(module, Module):
            return _fitting(found[2], _entries(calculator, ".".join([module.name, *path[1:]]), call="("))
        return []
    word = _WORD.search(text)
    if word is None or not _is_name(text, word.start()):
        return []
    return _fitting(word[0], _names(calculator))


def _fitting(word: str, choices: Iterator[tuple[str, str, str]] | list[tuple[str, str, str]]) -> list[Candidate]:
    found = [Candidate(text, len(word), shown, meaning) for text, shown, meaning in choices]
    beginning = [candidate for candidate in found if candidate.text.startswith(word)]
    return beginning or [candidate for candidate in found if word.lower() in candidate.text.lower()]


def _settings(calculator: Calculator) -> Iterator[tuple[str, str, str]]:
    for name, setting in DECLARED.items():
        yield name, f"{name} = {setting_value(name, calculator.settings)}", setting.sentence


def _topics(calculator: Calculator) -> list[tuple[str, str, str]]:
    """Each name of the session, and the other words there is a page for."""
    named = {text.removesuffix("("): (shown, meaning) for text, shown, meaning in _names(calculator)}
    others = {topic: (topic, "") for topic in topics({}) if topic not in named}
    return [(topic, shown, meaning) for topic, (shown, meaning) in {**named, **others}.items()]


def _modules(calculator: Calculator, package: str) -> list[tuple[str, str, str]]:
    """The modules that could be imported, those of a package if one is named; nothing is loaded."""
    if not package:
        return [(name, name, "module") for name in calculator.modules.available()]
    outline = calculator.outline(package)
    return [(name, name, "module") for name in outline.submodules] if outline is not None else []


def _entries(calculator: Calculator, module: str, call: str) -> list[tuple[str, str, str]]:
    """What a module offers; `call` is put behind the name of a function."""
    outline = calculator.outline(module)
    if outline is None:
        return []
    offered = [
        (entry.name + (call if entry.signature != entry.name else ""), entry.signature, entry.summary)
        for entry in outline.entries
    ]
    return offered + [(name, name, "module") for name in outline.submodules]


def _names(calculator: Calculator) -> Iterator[tuple[str, str, str]]:
    """Each name of the session: what to insert, how it is written, what it means; the nearest to the user first."""
    own = calculator.scope.names
    for name, value in own.items():
        ending = "(" if is_function(value) else ""
        yield name + ending, signature(name, value), glance(name, value, calculator.settings)
    for name, meaning in catalogue.CONSTANTS.items():
        if name not in own:
            yield name, name, meaning
    for name in sorted(catalogue.operation_names()):
        operation = catalogue.find(name) if name not in own else None
        if operation is not None:
            yield f"{name}(", operation.signature, operation.summary


def _is_name(text: str, start: int) -> bool:
    """Whether a name can stand at the end of the text, from `start`; not in a comment, a text or a number."""
    tokens = tokenize(text[:start] + "x")
    return bool(tokens) and tokens[-1].type == "NAME" and tokens[-1].start == start
