"""The index of the catalogue says exactly what the modules declare."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

import calc_repl.operations as operations
from calc_repl import Calculator
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import Operation
from calc_repl.syntax.tokens import KEYWORDS, OPERATORS

#: Modules in the folder that declare no operations.
PLUMBING = {"catalogue", "declaration", "domains"}


def modules() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(operations.__path__) if module.name not in PLUMBING)


def declared(module: str) -> list[Operation]:
    found = vars(import_module(f"calc_repl.operations.{module}")).values()
    return [value for value in found if isinstance(value, Operation) and value.module == module]


def test_index_names_every_module_that_declares_operations() -> None:
    assert sorted(catalogue.MODULES) == [module for module in modules() if declared(module)]


@pytest.mark.parametrize("module", sorted(catalogue.MODULES))
def test_index_names_the_operations_of_a_module(module: str) -> None:
    assert sorted(catalogue.MODULES[module].split()) == sorted(operation.name for operation in declared(module))


def test_no_name_stands_for_two_operations() -> None:
    names = " ".join(catalogue.MODULES.values()).split()
    assert len(names) == len(set(names))


@pytest.mark.parametrize("fixity", ["infix", "prefix", "postfix"])
def test_tables_of_signs_agree_with_the_declarations(fixity: str) -> None:
    table = {"infix": catalogue.INFIX, "prefix": catalogue.PREFIX, "postfix": catalogue.POSTFIX}[fixity]
    signs = {
        operation.symbol: operation.name
        for module in catalogue.MODULES
        for operation in declared(module)
        if operation.symbol and operation.fixity == fixity
    }
    # % and mod are two spellings of one operation; its declaration has one of them.
    spellings = {"%": "mod"} if fixity == "infix" else {}
    assert {spellings.get(sign, sign): name for sign, name in table.items()} == signs


def test_every_sign_of_the_language_is_in_a_table_or_has_a_form_of_its_own() -> None:
    own = {"=", "=>", "->", "to", "|>", "..", ".", ",", ";", ":", "(", ")", "[", "]", "±", "and", "or", "by"}
    own |= {"if", "then", "else", "try", "catch"}
    known = {*catalogue.INFIX, *catalogue.PREFIX, *catalogue.POSTFIX}
    spelled = {sign for _, sign in OPERATORS.values()} | {"/" if word == "per" else word for word in KEYWORDS}
    assert spelled - known - own == set()


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_operation_is_found_by_its_name_everywhere(name: str) -> None:
    found = catalogue.find(name)
    assert found is not None
    assert found.name == name
    assert getattr(operations, name) is found
    assert name in dir(operations)
    assert Calculator().evaluate(name).value is found


@pytest.mark.parametrize("name", catalogue.operation_names())
def test_operation_is_described_by_a_sentence(name: str) -> None:
    found = catalogue.find(name)
    assert found is not None
    assert found.summary.endswith(".")
    assert found.summary[0].isupper() or found.summary[0] in "-0123456789" or found.summary.startswith("base^")
    assert found.signature.startswith(f"{name}(")
    assert found.parameters


def test_unknown_names_are_no_operations() -> None:
    assert catalogue.find("nothing_of_the_kind") is None
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        operations.nothing_of_the_kind  # noqa: B018
    with pytest.raises(ImportError):
        exec("from calc_repl.operations import nothing_of_the_kind")


def test_constants_and_operations_share_no_name() -> None:
    assert not set(catalogue.CONSTANTS) & set(catalogue.operation_names())
