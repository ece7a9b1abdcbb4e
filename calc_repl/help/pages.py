"""The page for a topic, as plain text, made from the declarations.

One word can be several things: `percent` is a topic, a function and a format.
Its page then has a part for each.
"""

from __future__ import annotations

from calc_repl.display.answers import render
from calc_repl.errors import UnknownName
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.help.docstrings import Doc
from calc_repl.help.documents import document, topic_names, topic_sentence, topic_text, word_sections
from calc_repl.help.modules import module_pages
from calc_repl.help.operations import (
    field_listing,
    field_page,
    listing,
    operation_page,
    operations_of_sign,
    paragraphs,
    signs,
)
from calc_repl.help.setting_pages import setting_page, settings_page
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import Operation
from calc_repl.settings import DECLARED, Setting, Settings
from calc_repl.syntax.tokens import FORMAT_WORDS, tokenize
from calc_repl.values.kinds import Function, called
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc_repl.help.modules import FindOutline

_RULE = "\n\n" + "-" * 8 + "\n\n"
_OVERVIEW = ("", "help", "?")
_LONGEST_SHOWN = 40
#: Pages that are made of what there is.
_MADE = ("fields", "topics")
_OTHER_TOPICS = [
    ("fields", "The functions and operators, by field."),
    ("settings", "What can be set, and what it is."),
    ("changes", "What is new."),
]


def page(
    topic: str | None,
    names: Mapping[str, object],
    outline: FindOutline | None = None,
    settings: Mapping[str, Setting] = DECLARED,
) -> str:
    """The page for a topic, or the overview without one; `names` are those of the session.

    `outline` finds what a module offers, `settings` are those there are. Raises
    UnknownName, with the nearest topic as its hint.
    """
    outline = outline or _no_outline
    word = (topic or "").strip().removesuffix("()")
    parts = _parts(word, names, outline, settings) or _parts(_canonical(word), names, outline, settings)
    if not parts and word in _OVERVIEW:
        return _overview()
    if not parts:
        raise _unknown(word, [*topics(names), *settings])
    return _RULE.join(parts)


def _no_outline(_name: str) -> None:
    return None


def topics(names: Mapping[str, object]) -> list[str]:
    """Every topic there is a page for."""
    found = [*names, *_documents(), *catalogue.MODULES, *catalogue.operation_names(), *catalogue.CONSTANTS]
    found += [*DECLARED, *word_sections(), *signs(), *sorted(FORMAT_WORDS)]
    return list(dict.fromkeys(found))


def _overview() -> str:
    return paragraphs(
        document("overview"),
        f"Topics: {', '.join(_documents())}",
        "help fields lists the functions and operators, help trigonometry those of one field.",
    )


def _documents() -> list[str]:
    return [*topic_names(), *_MADE, "settings", "changes"]


def _parts(word: str, names: Mapping[str, object], outline: FindOutline, settings: Mapping[str, Setting]) -> list[str]:
    """All that is known about a word: what the session made of it first."""
    parts = [_defined(word, names[word])] if word in names and not isinstance(names[word], Module) else []
    if word in _documents():
        parts.append(settings_page(settings) if word == "settings" else _document(word))
    if word in catalogue.MODULES:
        parts.append(field_page(word))
    parts += [text for name, text in word_sections().items() if name == word]
    operation = catalogue.find(word)
    operations = [operation] if operation else operations_of_sign(word)
    parts += map(operation_page, operations)
    if word in catalogue.CONSTANTS:
        parts.append(_constant(word))
    if word not in catalogue.MODULES:
        parts += _unit(word)
    if word in settings:
        parts.append(setting_page(word, settings[word]))
    if word in FORMAT_WORDS:
        parts.append(f"{word} is also a format: see help formats." if parts else _document("formats"))
    if not catalogue.MODULES.get(word) and word:
        parts += module_pages(word, names, outline)
    return parts


def _unit(word: str) -> list[str]:
    """The page of a unit or a physical constant; the tables are loaded for no other word than a name."""
    if not word:
        return []
    from calc_repl.help.units import unit_page

    of_unit = unit_page(word)
    return [of_unit] if of_unit is not None else []


def _canonical(word: str) -> str:
    """The spelling the language knows a word by: `*` for `×`, `sqrt` for `√`."""
    tokens = tokenize(word)
    if len(tokens) != 1:
        return ""
    return "^" if tokens[0].type == "SUPERSCRIPT" else tokens[0].text


def _document(word: str) -> str:
    if word == "fields":
        return f"Functions and operators, by field\n\n{field_listing()}"
    if word == "topics":
        return paragraphs("Topics", listing([(name, topic_sentence(name)) for name in topic_names()] + _OTHER_TOPICS))
    return document(word) if word == "changes" else topic_text(word) or ""


def _defined(name: str, value: object) -> str:
    """A name of the session: the definition and doc of a function, the kind of anything else."""
    if isinstance(value, Function):
        doc = Doc(value.doc)
        line, _ = value.source.position(value.source.text.find(value.text))
        where = f"{value.source.name}:{line}" if value.source.name is not None else ""
        return paragraphs(value.text, doc.sentence, doc.text, doc.examples, where)
    if isinstance(value, Operation):
        return paragraphs(f"{name} is the function {value.name}.", operation_page(value))
    return f"{name} is {called(value)}, defined in this session."


def _constant(name: str) -> str:
    text = render(catalogue.constant(name), Settings()).text
    return paragraphs(text if text.startswith(name) else f"{name} = {text}", catalogue.CONSTANTS[name])


def _unknown(word: str, known: list[str]) -> UnknownName:
    near = nearest_name(word, known) or (word.lower() if word.lower() in known else None)
    shown = word if len(word) <= _LONGEST_SHOWN else word[:_LONGEST_SHOWN] + "…"
    hint = f"did you mean {near}?" if near else "help lists the topics"
    return UnknownName(f"There is no help on {shown}.", hint=hint)
