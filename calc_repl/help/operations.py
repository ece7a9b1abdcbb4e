"""Pages about what the calculator can do, made from the declarations of the operations."""

from __future__ import annotations

import sys

from calc_repl.display.answers import value_text
from calc_repl.help.docstrings import Doc
from calc_repl.operations import catalogue
from calc_repl.settings import Settings
from calc_repl.syntax.documentation import unindented
from calc_repl.syntax.tokens import OPERATORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc_repl.operations.declaration import Operation, Parameter

#: So many operations beside one are named on its page.
_MOST_RELATED = 6
_TABLES = (catalogue.INFIX, catalogue.PREFIX, catalogue.POSTFIX)


def operation_page(operation: Operation) -> str:
    """Signature, sentence, text, parameters, operator and examples of an operation."""
    doc = Doc(operation.__doc__)
    details = [*_parameter_lines(operation), *_operator_lines(operation)]
    return paragraphs(
        operation.signature, doc.sentence, doc.text, "\n".join(details), doc.examples, _related(operation)
    )


def field_page(field: str) -> str:
    """The operations of a field, each with its sentence."""
    operations = [found for name in catalogue.MODULES[field].split() if (found := catalogue.find(name))]
    listed = listing((operation.name, operation.summary) for operation in operations)
    return paragraphs(_module_doc(field), listed)


def field_listing() -> str:
    """The fields of operations, each with the first sentence about it."""
    return listing((field, _first_sentence(field_page(field))) for field in catalogue.MODULES)


def signs() -> list[str]:
    """How operators are written."""
    return list(dict.fromkeys(sign for table in _TABLES for sign in table))


def operations_of_sign(sign: str) -> list[Operation]:
    """The operations an operator can stand for: in between, in front, behind."""
    names = dict.fromkeys(table[sign] for table in _TABLES if sign in table)
    return [found for name in names if (found := catalogue.find(name))]


def listing(entries: Iterable[tuple[str, str]]) -> str:
    """Names and what they mean, in two columns."""
    rows = list(entries)
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join(f"  {name:<{width}}  {meaning}" for name, meaning in rows)


def paragraphs(*parts: str) -> str:
    """The parts that are not empty, a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def _related(operation: Operation) -> str:
    """The operations beside it in its field."""
    field = next((names.split() for names in catalogue.MODULES.values() if operation.name in names.split()), [])
    place = field.index(operation.name) if field else 0
    first = max(0, min(place - _MOST_RELATED // 2, len(field) - _MOST_RELATED - 1))
    beside = [name for name in field[first : first + _MOST_RELATED + 1] if name != operation.name]
    return f"Related: {', '.join(beside)}" if beside else ""


def _parameter_lines(operation: Operation) -> list[str]:
    parameters = operation.parameters
    defaults: tuple[object, ...] = operation.function.__defaults__ or ()
    missing = len([parameter for parameter in parameters if not parameter.variadic]) - len(defaults)
    entries = []
    for index, parameter in enumerate(parameters):
        default = defaults[index - missing] if parameter.optional and not parameter.variadic else None
        entries.append((parameter.name, parameter.domain.phrase + _may_be_left_out(parameter, default)))
    return listing(entries).split("\n") if entries else []


def _may_be_left_out(parameter: Parameter, default: object) -> str:
    if parameter.variadic:
        return ", any number of times"
    if not parameter.optional:
        return ""
    return "; may be left out" if default is None else f"; {value_text(default, Settings())} when left out"


def _operator_lines(operation: Operation) -> list[str]:
    names = [parameter.name for parameter in operation.parameters]
    uses = [_use(table, sign, names) for table in _TABLES for sign, name in table.items() if name == operation.name]
    written = [sign for table in _TABLES for sign, name in table.items() if name == operation.name]
    others = [other for other, (_, sign) in OPERATORS.items() if sign in written and other not in written]
    if not uses:
        return []
    also = f"   (also typed {' '.join(others)})" if others else ""
    return ["", f"  Operator: {', '.join(uses)}{also}"]


def _use(table: dict[str, str], sign: str, names: list[str]) -> str:
    """An operator between the names of its operands: `dividend / divisor`, `n!`, `not condition`."""
    if table is catalogue.INFIX:
        return f"{names[0]} {sign} {names[1]}"
    if table is catalogue.POSTFIX:
        return f"{names[0]}{sign}"
    return f"{sign} {names[0]}" if sign.isalpha() else f"{sign}{names[0]}"


def _module_doc(field: str) -> str:
    catalogue.find(catalogue.MODULES[field].split()[0])  # loads the module
    return unindented(sys.modules[f"calc_repl.operations.{field}"].__doc__ or "")


def _first_sentence(text: str) -> str:
    end = text.find(".")
    return " ".join(text[: end + 1].split())
