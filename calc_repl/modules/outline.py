"""What a module offers, found by reading its file: nothing in it is run."""

from __future__ import annotations

import sys

from calc_repl.errors import CalcError
from calc_repl.evaluation.members import is_private
from calc_repl.modules import builtin
from calc_repl.modules.finder import CALC, available
from calc_repl.modules.loader import module_doc
from calc_repl.modules.reading import LARGEST, read_source
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import Operation
from calc_repl.settings import Settings
from calc_repl.syntax import nodes
from calc_repl.syntax.documentation import comment_above
from calc_repl.syntax.parser import parse
from calc_repl.values.modules import Entry, Module, Outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.modules.registry import Location, Registry

#: Names taken from other modules are followed through so many of them.
_MOST_FOLLOWED = 10


def outline(registry: Registry, name: str) -> Outline | None:
    """What the module of a full name offers; None where there is none that can be read."""
    return _outline(registry, name, _MOST_FOLLOWED)


def _outline(registry: Registry, name: str, follow: int) -> Outline | None:
    loaded = registry.modules.get(name)
    if loaded is not None and loaded.file is None and loaded.folders is None:
        return _of_values(loaded)
    try:
        location = registry.locate(name)
        if location is None:
            return None
        if location.is_builtin:
            return _of_values(builtin.module(name))
        return _of_file(registry, name, location, follow)
    except (CalcError, SyntaxError):
        return None


def _of_file(registry: Registry, name: str, location: Location, follow: int) -> Outline:
    submodules = sorted(name for name in available(location.folders or []) if not is_private(name))
    if location.file is None:
        return Outline(name, None, None, [], submodules)
    if location.file.endswith(CALC):
        doc, entries = _of_calc(registry, name, location, follow)
    else:
        doc, entries = _of_python(location.file)
    return Outline(name, doc, location.file, entries, submodules)


def _of_calc(registry: Registry, name: str, location: Location, follow: int) -> tuple[str | None, list[Entry]]:
    assert location.file is not None
    source, _ = read_source(location.file)
    program = parse(source, Settings(max_line=LARGEST, max_tokens=LARGEST))
    found: dict[str, Entry] = {}
    exports: list[str] | None = None
    for statement in program.statements:
        if isinstance(statement, nodes.ImportFrom) and follow:
            package = name if location.folders is not None else name.rpartition(".")[0]
            for entry in _taken(registry, package, statement, follow - 1):
                found[entry.name] = entry
        elif isinstance(statement, (nodes.Definition, nodes.FunctionDefinition, nodes.UnitDefinition)):
            if statement.name == "__all__":
                exports = _listed(statement)
                continue
            line, _ = source.position(statement.start)
            doc = statement.doc if isinstance(statement, nodes.FunctionDefinition) else None
            doc = doc or comment_above(source.text, statement.start)
            found[statement.name] = Entry(statement.name, _signature(statement), doc, location.file, line)
    names = exports if exports is not None else [each for each in found if each[0] != "_"]
    return module_doc(program, source), [found[each] for each in names if each in found]


def _taken(registry: Registry, package: str, statement: nodes.ImportFrom, follow: int) -> list[Entry]:
    """The entries an import takes from another module, under their names here."""
    path = statement.origin.lstrip(".")
    dots = len(statement.origin) - len(path)
    parts = package.split(".")[: len(package.split(".")) - dots + 1] if dots else []
    origin = _outline(registry, ".".join([*parts, *([path] if path else [])]), follow)
    if origin is None:
        return []
    if not statement.items:
        return origin.entries
    entries = []
    for item in statement.items:
        entry = origin.entry(item.path)
        if entry is not None:
            alias = item.alias or entry.name
            signature = alias + entry.signature.removeprefix(entry.name)
            entries.append(Entry(alias, signature, entry.doc, entry.file, entry.line))
    return entries


def _signature(statement: nodes.Definition | nodes.FunctionDefinition | nodes.UnitDefinition) -> str:
    if isinstance(statement, nodes.FunctionDefinition):
        parameters = statement.parameters
    elif isinstance(statement, nodes.Definition) and isinstance(statement.value, nodes.Lambda):
        parameters = statement.value.parameters
    else:
        return statement.name
    shown = (parameter.name + ("?" if parameter.default is not None else "") for parameter in parameters)
    return f"{statement.name}({', '.join(shown)})"


def _listed(statement: nodes.Definition | nodes.FunctionDefinition | nodes.UnitDefinition) -> list[str] | None:
    value = statement.value if isinstance(statement, nodes.Definition) else None
    if not isinstance(value, nodes.ListLiteral):
        return None
    return [part.value for part in value.children() if isinstance(part, nodes.Text)]


def _of_python(file: str) -> tuple[str | None, list[Entry]]:
    """Functions, classes and values at the top of a Python file. Raises SyntaxError and CalcError."""
    import ast

    source, _ = read_source(file)
    tree = ast.parse(source.text)
    found: dict[str, Entry] = {}
    for part in tree.body:
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names = [argument.arg for argument in (*part.args.posonlyargs, *part.args.args)]
            required = len(names) - len(part.args.defaults)
            shown = [each + ("?" if index >= required else "") for index, each in enumerate(names)]
            shown += [f"{part.args.vararg.arg}..."] if part.args.vararg else []
            signature = f"{part.name}({', '.join(shown)})"
            found[part.name] = Entry(part.name, signature, ast.get_docstring(part), file, part.lineno)
        elif isinstance(part, ast.ClassDef):
            found[part.name] = Entry(part.name, f"{part.name}(...)", ast.get_docstring(part), file, part.lineno)
        elif isinstance(part, ast.Assign):
            for target in part.targets:
                if isinstance(target, ast.Name):
                    found[target.id] = Entry(target.id, target.id, None, file, part.lineno)
        elif isinstance(part, ast.ImportFrom):
            for alias in part.names:
                name = alias.asname or alias.name
                found[name] = Entry(name, name, None, file, part.lineno)
    return ast.get_docstring(tree), [entry for name, entry in found.items() if name[0] != "_" and name != "*"]


def _field_doc(name: str) -> str | None:
    """What the operations of a built-in module have in common."""
    if name not in catalogue.MODULES:
        return None
    catalogue.find(catalogue.MODULES[name].split()[0])  # loads the module
    return sys.modules[f"calc_repl.operations.{name}"].__doc__


def _of_values(module: Module) -> Outline:
    """The outline of a module without a file: a built-in one, or one of Python's that is loaded."""
    entries = []
    for name in module.public():
        value = module.find(name)
        if isinstance(value, Operation):
            signature = name + value.signature.removeprefix(value.name)
            entries.append(Entry(name, signature, value.__doc__, None, None))
        else:
            doc = getattr(value, "doc", None) or catalogue.CONSTANTS.get(name)
            entries.append(Entry(name, str(getattr(value, "signature", name)), doc, None, None))
    return Outline(module.name, module.doc or _field_doc(module.name), None, entries, [])
