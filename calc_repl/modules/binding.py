"""What an import statement defines, in the scope it stands in."""

from __future__ import annotations

from calc_repl.errors import CalcError, ModuleProblem
from calc_repl.evaluation.members import is_private, module_member
from calc_repl.operations import catalogue
from calc_repl.values.modules import MISSING, top_package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.evaluation.scope import Scope
    from calc_repl.modules.registry import Registry
    from calc_repl.syntax import nodes
    from calc_repl.values.modules import Module


class Binding:
    """The imports of one scope."""

    __slots__ = ("registry", "scope")

    def __init__(self, registry: Registry, scope: Scope) -> None:
        self.registry = registry
        self.scope = scope

    def import_modules(self, statement: nodes.Import) -> str | None:
        """`import a.b as c, d`: a name each. Raises CalcError."""
        notes = []
        for item in statement.items:
            try:
                notes.append(self._import_module(item))
            except CalcError as error:
                if not error.places:
                    error.at(item.start, item.end)
                raise
        return "; ".join(note for note in notes if note) or None

    def _import_module(self, item: nodes.ImportItem) -> str | None:
        if item.is_file:
            module = self.registry.load_file(self._beside(item.path))
            assert item.alias is not None  # the grammar asks for it
            self._bind({item.alias: module})
            return None
        self._check_self(item.path)
        module = self.load(item.path)
        if item.alias:
            self._bind({item.alias: module})
            return None
        top = top_package(item.path)
        self._bind({top: self.registry.modules[top]})
        return self.registry.shadowing(top)

    def import_names(self, statement: nodes.ImportFrom) -> str | None:
        """`from a import b as c, d` and `from a import *`: all of the names or none. Raises CalcError."""
        name = self._absolute(statement.origin)
        module = self.load(name)
        if not statement.items:
            return self._import_all(module)
        bound: dict[str, Any] = {}
        origins: dict[str, tuple[str, str]] = {}
        for item in statement.items:
            try:
                bound[item.alias or item.path] = self._member(module, item.path)
            except CalcError as error:
                if not error.places:
                    error.at(item.start, item.start + len(item.path))
                raise
            origins[item.alias or item.path] = (name, item.path)
        self._bind(bound, origins)
        return None

    def load(self, name: str) -> Module:
        """A module this scope depends on from now on."""
        module = self.registry.load(name)
        importing = self.registry.modules.get(self.scope.module)
        if importing is not None:
            importing.dependencies.add(name)
        return module

    def _import_all(self, module: Module) -> str | None:
        names = [name for name in module.public() if not is_private(name)]
        values = {name: module_member(module, name, self.scope.module) for name in names}
        replaced = [name for name in names if name in self.scope.names or catalogue.is_operation(name)]
        self._bind(values, {name: (module.name, name) for name in names})
        if not replaced or self.scope.module:
            return None
        return f"{', '.join(replaced[:8])}{', ...' if len(replaced) > 8 else ''} now from {module.name}"

    def _member(self, module: Module, name: str) -> Any:
        is_open = not is_private(name) or top_package(self.scope.module) == top_package(module.name)
        if is_open and module.find(name) is MISSING and self.registry.has_submodule(module, name):
            return self.load(f"{module.name}.{name}")
        return module_member(module, name, self.scope.module)

    def _bind(self, values: dict[str, Any], origins: dict[str, tuple[str, str]] | None = None) -> None:
        for name, value in values.items():
            self.scope.check(name, value)
        for name, value in values.items():
            self.scope.define(name, value)
        self.scope.origins.update(origins or {})

    def _absolute(self, origin: str) -> str:
        """The full name of an origin, which dots may make relative to the package it stands in."""
        path = origin.lstrip(".")
        dots = len(origin) - len(path)
        if not dots:
            self._check_self(path)
            return path
        importing = self.registry.modules.get(self.scope.module)
        package = importing.package.split(".") if importing is not None and importing.package else []
        if len(package) < dots:
            where = f"{self.scope.module} has no package" if self.scope.module else "There is no package here"
            raise ModuleProblem(f"{where} that {origin} could start from.", hint="dots are for files inside a package")
        return ".".join([*package[: len(package) - dots + 1], *([path] if path else [])])

    def _check_self(self, name: str) -> None:
        if name == self.scope.module:
            raise ModuleProblem(f"{name} imports itself.")

    def _beside(self, path: str) -> str:
        """A path as seen from the file that imports it."""
        import os

        if os.path.isabs(path):
            return path
        importing = self.registry.modules.get(self.scope.module)
        folder = os.path.dirname(importing.file) if importing and importing.file else self.registry.folders[0].path
        return os.path.join(folder, path)
