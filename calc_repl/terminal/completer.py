"""What may be meant by the beginning of a word."""

from __future__ import annotations

import os

from calc_repl.calculator import Calculator
from calc_repl.errors import CalcError
from calc_repl.evaluation.zone_targets import SINGLE
from calc_repl.help.docstrings import Doc
from calc_repl.help.pages import topics
from calc_repl.operations import catalogue
from calc_repl.settings import DECLARED
from calc_repl.syntax.tokens import FORMAT_WORDS, tokenize
from calc_repl.terminal.commands import COMMANDS, setting_value
from calc_repl.terminal.expecting import (
    ARGUMENT,
    COMMAND,
    FORMAT,
    MEMBER,
    MODULE,
    NAME,
    SYMBOL,
    TAKEN,
    TOPIC,
    UNIT,
    expected,
)
from calc_repl.terminal.glance import glance, signature
from calc_repl.terminal.preferences import ALL
from calc_repl.terminal.symbols import SYMBOLS
from calc_repl.values.kinds import Function, Shown, is_function, is_unit_value
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    #: What to insert, how a menu shows it, what it means.
    Choice = tuple[str, str, str]


#: A word of fewer letters stands inside too many names to list them, unless no name begins with it.
_LEAST_INSIDE = 2
#: So long a line may be tried out to find the units that fit it.
_TRYING_SECONDS = 0.05


class Candidate:
    """A way to complete the word before the cursor.

    `text` replaces the last `replaced` characters; `shown` and `meaning` are
    what a menu says about it. `is_continuation` tells that it begins with
    what it replaces, `is_whole` that it stands for just that.
    """

    __slots__ = ("is_continuation", "is_whole", "meaning", "replaced", "shown", "text")

    def __init__(
        self, text: str, replaced: int, shown: str, meaning: str, is_continuation: bool, is_whole: bool = False
    ) -> None:
        self.text = text
        self.replaced = replaced
        self.shown = shown
        self.meaning = meaning
        self.is_continuation = is_continuation
        self.is_whole = is_whole


def candidates(text: str, calculator: Calculator) -> list[Candidate]:
    """The candidates for the text before the cursor: what begins with its last word, then what has it inside."""
    wanted = expected(text)
    kind, word, of = wanted.kind, wanted.word, wanted.of
    if kind == COMMAND:
        commands = ((name, f":{name}", meaning) for name, (meaning, _) in COMMANDS.items())
        return [each for each in _fitting(word, commands) if each.is_continuation]
    if kind == ARGUMENT:
        return _arguments(of, word, calculator)
    if kind == TOPIC:
        return _fitting(word, _topics(calculator))
    if kind == TAKEN:
        return _fitting(word, _entries(calculator, of, call=""))
    if kind == MODULE:
        return _fitting(word, _modules(calculator, of))
    if kind == MEMBER:
        first, *rest = of.split(".")
        module = calculator.scope.names.get(first)
        if not isinstance(module, Module):
            return []
        return _fitting(word, _entries(calculator, ".".join([module.name, *rest]), call="("))
    if kind == FORMAT:
        units = _of_one_kind(text, list(_units(calculator)), calculator)
        return _fitting(word, [*units, *_formats(), *_functions(calculator)])
    if kind == UNIT:
        units = list(_units(calculator))
        known = {unit[0] for unit in units}
        return _fitting(word, [*units, *(choice for choice in _names(calculator) if choice[0] not in known)])
    if kind == SYMBOL:
        symbols = ((name, f"{symbol} \\{name}", "") for name, symbol in SYMBOLS.items() if name.startswith(word))
        return [
            Candidate(SYMBOLS[name], len(word) + 1, shown, meaning, False, name == word)
            for name, shown, meaning in sorted(symbols)
        ]
    return _fitting(word, _names(calculator)) if kind == NAME else []


def _fitting(word: str, choices: Iterable[Choice]) -> list[Candidate]:
    found = [
        Candidate(text, len(word), shown, meaning, text.startswith(word))
        for text, shown, meaning in choices
        if word.lower() in text.lower()
    ]
    beginning = [candidate for candidate in found if candidate.is_continuation]
    if beginning and len(word) < _LEAST_INSIDE:
        return beginning
    return sorted(found, key=lambda candidate: not candidate.is_continuation)


def _arguments(command: str, written: str, calculator: Calculator) -> list[Candidate]:
    """What may stand behind a command that is written in full or shortened."""
    named = [command] if command in COMMANDS else [name for name in COMMANDS if name.startswith(command)]
    if named == ["help"]:
        return _fitting(written, _topics(calculator)) if written.isidentifier() or not written else []
    if named == ["set"]:
        name, space, value = written.replace("=", " ").partition(" ")
        return _fitting(value.lstrip(), _setting_values(name)) if space else _fitting(name, _settings(calculator))
    if named in (["load"], ["save"]):
        return _files(written)
    return candidates(written, calculator) if named in (["time"], ["type"]) else []


def _settings(calculator: Calculator) -> Iterable[Choice]:
    for name, setting in ALL.items():
        shown = f"{name} = {setting_value(name, calculator.settings)}" if name in DECLARED else name
        yield name, shown, setting.sentence


def _setting_values(name: str) -> list[Choice]:
    setting = ALL.get(name)
    if setting is None:
        return []
    values = setting.choices or (("on", "off") if isinstance(setting.default, bool) else ())
    return [(value, value, "") for value in values]


def _files(written: str) -> list[Candidate]:
    """The folders and .calc files that a path may go on to."""
    folder, _, beginning = written.rpartition("/")
    typed = f"{folder}/" if "/" in written else ""
    try:
        with os.scandir(os.path.expanduser(typed or ".")) as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError:
        return []
    fitting = [
        name + "/" * is_folder
        for name, is_folder in found
        if name.startswith(beginning) and (is_folder or name.endswith(".calc")) and (name[0] != "." or beginning)
    ]
    return [Candidate(typed + name, len(written), name, "", True) for name in fitting]


def _topics(calculator: Calculator) -> list[Choice]:
    """Each name of the session, and the other words there is a page for."""
    named = {text.removesuffix("("): (shown, meaning) for text, shown, meaning in _names(calculator)}
    others = {topic: (topic, "") for topic in topics({}) if topic not in named}
    others |= {name: (name, "module") for name in calculator.modules.available() if name not in named}
    return [(topic, shown, meaning) for topic, (shown, meaning) in {**named, **others}.items()]


def _modules(calculator: Calculator, package: str) -> list[Choice]:
    """The modules that could be imported, those of a package if one is named; nothing is loaded."""
    if not package:
        return [(name, name, "module") for name in calculator.modules.available()]
    outline = calculator.outline(package)
    return [(name, name, "module") for name in outline.submodules] if outline is not None else []


def _entries(calculator: Calculator, module: str, call: str) -> list[Choice]:
    """What a module offers; `call` is put behind the name of a function."""
    outline = calculator.outline(module)
    if outline is None:
        return []
    offered = [
        (entry.name + (call if entry.signature != entry.name else ""), entry.signature, entry.summary)
        for entry in outline.entries
    ]
    return offered + [(name, name, "module") for name in outline.submodules]


def _units(calculator: Calculator) -> Iterable[Choice]:
    """Each unit: those of the session, then the others by their symbols and names."""
    from calc_repl.units import table

    own = calculator.scope.names
    for name, value in own.items():
        if is_unit_value(value):
            yield name, name, glance(name, value, calculator.settings)
    for name in sorted(table.names(), key=len):
        described = table.describe(name) if name not in own else None
        if described is not None:
            yield name, name, described.sentence


def _of_one_kind(text: str, units: list[Choice], calculator: Calculator) -> list[Choice]:
    """The units with those first that what stands before the last `to` of a text can be converted to."""
    from calc_repl.units import table

    before = next((text[: token.start] for token in reversed(tokenize(text)) if token.type == "TO"), "")
    try:
        with calculator:
            value = calculator.value_of(before, _TRYING_SECONDS)
    except CalcError:
        return units
    dimension = getattr(value.value if isinstance(value, Shown) else value, "dimension", None)
    if dimension is None:
        return units
    own = calculator.scope.names

    def fits(name: str) -> bool:
        unit = own[name] if name in own else table.find(name)
        return bool(getattr(unit, "dimension", None) == dimension)

    return sorted(units, key=lambda unit: not fits(unit[0]))


def _formats() -> list[Choice]:
    zones = [(name, name, "time zone") for name in sorted(SINGLE)]
    return [*((name, name, "format") for name in sorted(FORMAT_WORDS)), *zones]


def _names(calculator: Calculator) -> Iterable[Choice]:
    """Each name of the session: what to insert, how it is written, what it means; the nearest to the user first."""
    own = calculator.scope.names
    for name, value in own.items():
        ending = "(" if is_function(value) else ""
        yield name + ending, signature(name, value), _meaning(name, value, calculator)
    for name, meaning in catalogue.CONSTANTS.items():
        if name not in own:
            yield name, name, meaning
    yield from _operations(calculator, call="(")


def _functions(calculator: Calculator) -> Iterable[Choice]:
    """Each function of the session as a name without its call, as behind `to`."""
    for name, value in calculator.scope.names.items():
        if is_function(value):
            yield name, signature(name, value), _meaning(name, value, calculator)
    yield from _operations(calculator, call="")


def _operations(calculator: Calculator, call: str) -> Iterable[Choice]:
    own = calculator.scope.names
    for name in sorted(catalogue.operation_names()):
        operation = catalogue.find(name) if name not in own else None
        if operation is not None:
            yield f"{name}{call}", operation.signature, operation.summary


def _meaning(name: str, value: object, calculator: Calculator) -> str:
    """What is said about a function, or else how a name is defined."""
    if isinstance(value, Function) and value.doc:
        return Doc(value.doc).sentence
    return glance(name, value, calculator.settings)
