"""The modules of one calculator: each is loaded once, under its full name."""

from __future__ import annotations

from calc_repl.errors import CalcError, LimitError, ModuleProblem, Place
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.modules import builtin
from calc_repl.modules.binding import Binding
from calc_repl.modules.finder import CALC, available, bare_folders, find, is_module_name
from calc_repl.modules.folders import Folder, library_folder, search_folders, user_folder
from calc_repl.modules.loader import load_calc
from calc_repl.source import Span
from calc_repl.syntax import nodes
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.evaluation.machine import Machine
    from calc_repl.evaluation.scope import Scope
    from calc_repl.modules.python_files import Root
    from calc_repl.settings import Settings
    from calc_repl.source import Source
    from calc_repl.syntax.nodes import Node

MOST_NESTED = 100


class Location:
    """Where a module lies: a file or a built-in module; a package has folders. `runs_python` as in Module."""

    __slots__ = ("file", "folders", "is_builtin", "runs_python")

    def __init__(
        self, file: str | None, folders: list[str] | None, *, runs_python: bool, is_builtin: bool = False
    ) -> None:
        self.file = file
        self.folders = folders
        self.runs_python = runs_python
        self.is_builtin = is_builtin


class Registry:
    """The modules a calculator has loaded, and how it loads more.

    `folder` is where modules are looked for first (None: the current folder),
    `python` whether Python may run from anywhere.
    """

    def __init__(
        self, settings: Callable[[], Settings], to_text: Callable[[Any], str], folder: str | None, python: bool
    ) -> None:
        self.settings = settings
        self.to_text = to_text
        self.python = python
        self.folders = search_folders(folder, python)
        self.modules: dict[str, Module] = {}
        self.loading: list[str] = []
        self.machine: Machine | None = None
        self.failed_assertions: list[CalcError] | None = None  # a list: they are kept in it, and the module loads on
        self.private: Root | None = None  # where Python has the modules written in it

    # The statements

    def run(self, statement: Node, source: Source, scope: Scope, machine: Machine) -> str | None:
        """Import or reload; returns what the user should be told, or None. Raises CalcError, placed."""
        self.machine = machine
        binding = Binding(self, scope)
        try:
            if isinstance(statement, nodes.Import):
                return binding.import_modules(statement)
            if isinstance(statement, nodes.ImportFrom):
                return binding.import_names(statement)
            assert isinstance(statement, nodes.Reload)
            from calc_repl.modules.reloading import reload

            return reload(self, statement.path, scope)
        except CalcError as error:
            span = error.span if not error.places and error.span is not None else None
            error.places.append(Place(source, span or Span(statement.start, statement.end), None))
            if len(error.places) == 1:
                error.at(statement.start, statement.end)
            raise

    # Loading

    def load(self, name: str) -> Module:
        """The module of a full name, loaded if it was not. Raises CalcError."""
        known = self.modules.get(name)
        if known is not None:
            return known
        parent, _, tail = name.rpartition(".")
        if not is_module_name(tail):
            raise ModuleProblem(f"{name} cannot be imported.", hint=f"import {parent or 'the module itself'}")
        if parent and self.load(parent).folders is None and not self.modules[parent].is_foreign:
            raise ModuleProblem(f"There is no module {name}: {parent} is a module, not a package.")
        location = self.locate(name)
        module = self._foreign(name) if location is None else self._load_from(name, location)
        if parent:
            self.modules[parent].names[tail] = module
        return module

    def load_file(self, path: str) -> Module:
        """The module in a file of the language, which no search path need have. Raises CalcError."""
        from os.path import abspath, basename

        full = abspath(path)
        if not full.endswith(CALC) or not is_module_name(basename(full).removesuffix(CALC)):
            raise ModuleProblem("Only a .calc file can be imported by its path.", hint='import "./name.calc" as name')
        return self.modules.get(full) or self._load_from(full, Location(full, None, runs_python=False))

    def _load_from(self, name: str, location: Location) -> Module:
        """Load a module; when that fails no half of it stays. Raises CalcError."""
        if location.is_builtin:
            module = self.modules[name] = builtin.module(name)
            return module
        if len(self.loading) >= MOST_NESTED:
            raise LimitError(f"More than {MOST_NESTED} modules import each other in a row.")
        module = Module(name, location.file, location.folders, location.runs_python)
        if location.folders is not None:
            folders = location.folders
            module.submodules = lambda: available(folders)
        self.modules[name] = module
        self.loading.append(name)
        try:
            self.execute(module)
        except BaseException:
            for each in [each for each in self.modules if each == name or each.startswith(f"{name}.")]:
                del self.modules[each]
            raise
        finally:
            self.loading.pop()
        return module

    def execute(self, module: Module) -> None:
        """Run a module's file to fill it. Raises CalcError."""
        assert self.machine is not None
        if module.file is None:
            pass  # a folder without an __init__ is a package of nothing but its modules
        elif module.file.endswith(CALC):
            load_calc(module, self.settings(), self.machine, self.to_text, self, self.failed_assertions)
        else:
            from calc_repl.modules.python_files import load_python

            load_python(module, self)
        module.is_ready = True

    def _foreign(self, name: str) -> Module:
        if self.python:
            from calc_repl.modules.foreign import foreign_module

            foreign = foreign_module(name, self)
            if foreign is not None:
                self.modules[name] = foreign
                return foreign
        raise self._missing(name)

    # What is there

    def locate(self, name: str) -> Location | None:
        """Where the module of a full name lies, without loading anything; None for what only Python may have.

        Raises ModuleProblem for one in Python that may not run, and for what
        has the right name but can be no module.
        """
        parent, _, tail = name.rpartition(".")
        return self._locate_in(parent, tail) if parent else self._locate_top(name)

    def _locate_top(self, name: str) -> Location | None:
        if name in builtin.NAMES:
            return Location(None, None, runs_python=False, is_builtin=True)
        refused = False
        for folder in self.folders:
            found = find(name, folder.path)
            if found is not None and (folder.runs_python or not found.is_python):
                return Location(found.file, found.folders, runs_python=folder.runs_python)
            refused = refused or found is not None
        from calc_repl.modules.entry_points import entry_point

        installed = entry_point(name)
        if installed is not None:
            return Location(installed.file, installed.folders, runs_python=True)
        shipped = find(name, library_folder())
        if shipped is not None:
            return Location(shipped.file, shipped.folders, runs_python=False)
        bare = bare_folders(name, [folder.path for folder in self.folders])
        if bare:
            return Location(None, bare, runs_python=self.python)
        if refused:
            raise self._refused(name)
        return None

    def _locate_in(self, parent: str, tail: str) -> Location | None:
        package = self.modules.get(parent) or self.locate(parent)
        if package is None or package.folders is None:
            return None
        for folder in package.folders:
            found = find(tail, folder)
            if found is not None and found.is_python and not package.runs_python:
                raise self._refused(f"{parent}.{tail}")
            if found is not None:
                return Location(found.file, found.folders, runs_python=package.runs_python)
        bare = bare_folders(tail, package.folders)
        return Location(None, bare, runs_python=package.runs_python) if bare else None

    def has_submodule(self, package: Module, tail: str) -> bool:
        """Whether a package has a submodule of a name, loaded or not."""
        return f"{package.name}.{tail}" in self.modules or tail in package.submodules()

    def available(self) -> list[str]:
        """The names of all modules that can be imported without Python, by the listings of the folders alone."""
        folders = [*(folder.path for folder in self.folders), library_folder()]
        return list(dict.fromkeys([*builtin.NAMES, *available(folders)]))

    def search_path(self) -> list[Folder]:
        """Where modules are looked for, in order; built-in ones come before all."""
        return [*self.folders, Folder(library_folder(), "come with the calculator", runs_python=False)]

    def shadowing(self, name: str) -> str | None:
        """What to tell a user whose own module has the name of a built-in one."""
        if name not in builtin.NAMES:
            return None
        for folder in self.folders:
            found = find(name, folder.path)
            if found is not None:
                return f'{name} is the built-in module; yours is import "{found.file}" as my_{name}'
        return None

    def _missing(self, name: str) -> ModuleProblem:
        parent, _, tail = name.rpartition(".")
        message = f"There is no module {name}."
        if parent:
            near = nearest_name(tail, self.modules[parent].submodules(), shortest=2)
            return ModuleProblem(message, hint=f"did you mean {parent}.{near}?" if near else None)
        near = nearest_name(name, self.available())
        if near:
            return ModuleProblem(message, hint=f"did you mean {near}?")
        from calc_repl.modules.entry_points import python_has

        if python_has(name):
            return ModuleProblem(f"There is no module {name}; Python has one.", hint="start with --python")
        return ModuleProblem(message, hint=":path lists where modules are looked for")

    def _refused(self, name: str) -> ModuleProblem:
        return ModuleProblem(
            f"{name} is written in Python, which runs from {user_folder()} alone.",
            hint="move it there, or start with --python",
        )
