"""The user's modules that are written in Python.

Each calculator has a private package in `sys.modules`, such as
`_calc_repl_7`, below which Python finds the calculator's modules:
`_calc_repl_7.calculator.basic`. Nothing of the user's gets a public name
there, and all of it disappears with the calculator. Files are compiled from
their text each time; no bytecode is read or written.
"""

from __future__ import annotations

import builtins
import os
import sys
import weakref
from importlib.machinery import ModuleSpec
from itertools import count
from types import ModuleType

from calc_repl.errors import ModuleProblem, Place
from calc_repl.modules.border import Border
from calc_repl.modules.finder import CALC, PYTHON, bare_folders, find
from calc_repl.modules.private_imports import Delivery, announce, import_function, names_below, withdraw
from calc_repl.modules.python_calls import Host, run
from calc_repl.modules.reading import read_source
from calc_repl.source import Source, Span
from calc_repl.values.modules import MISSING, Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from calc_repl.evaluation.machine import Machine
    from calc_repl.modules.registry import Registry

_numbers = count(1)
#: Names between two underscores that are worth asking for; the others are Python's own business.
_TELLING = frozenset(("__all__", "__author__", "__version__"))


def load_python(module: Module, registry: Registry) -> None:
    """Fill a module from its Python file, by running it. Raises CalcError with places in the file."""
    root_of(registry).load(module)


def root_of(registry: Registry) -> Root:
    """The private package of a calculator."""
    if registry.private is None:
        registry.private = Root(registry)
    return registry.private


class Root(Host):
    """A private package, and how the Python code in it reaches its calculator."""

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self.root = f"_calc_repl_{next(_numbers)}"
        # Python's modules live in sys.modules: through them the calculator must not be kept alive.
        self._registry = weakref.ref(registry)
        self.border = Border(self, exact=True)
        self.builtins = {**builtins.__dict__, "__import__": import_function(self)}
        package = ModuleType(self.root)
        package.__path__ = []
        sys.modules[self.root] = package
        announce(self)
        weakref.finalize(registry, withdraw, self.root).atexit = False

    @property
    def registry(self) -> Registry:
        """The modules of the calculator. Raises ModuleProblem when it is gone."""
        registry = self._registry()
        if registry is None:
            raise ModuleProblem("The calculator this module was imported in is gone.")
        return registry

    # What Python code asks of the calculation it runs for

    @property
    def _machine(self) -> Machine | None:
        registry = self._registry()
        return registry.machine if registry is not None else None

    def write(self, line: str) -> None:
        """Print a line."""
        machine = self._machine
        if machine is not None:
            machine.write((line,))

    def check(self) -> None:
        """Raise CalcError if the calculation is to stop."""
        machine = self._machine
        if machine is not None:
            machine.check()

    def answer(self, function: Any, arguments: Sequence[Any]) -> Any:
        """The value of a function of the calculator. Raises CalcError."""
        machine = self.registry.machine
        assert machine is not None  # whoever has the function has had an evaluation
        return machine.call_from_python(function, arguments)

    def module_of(self, module: ModuleType) -> Module | None:
        """The calculator's module behind one of Python's, or None."""
        name = module.__name__
        modules = self.registry.modules
        if name.startswith(f"{self.root}."):
            return modules.get(name[len(self.root) + 1 :])
        known = modules.get(name)
        return known if known is not None and known.is_foreign else None

    # Modules

    def load(self, module: Module) -> None:
        """Run the Python file of a module, and give the module its names. Raises CalcError."""
        assert module.file is not None
        check_writers(module.file, self.search_folder(module))
        source, module.stamp = read_source(module.file)
        self.sources[module.file] = source
        private = f"{self.root}.{_name_in_python(module)}"
        before = sys.modules.get(private)
        python = self._new_module(private, module)
        for name in names_below(private):  # a module that is loaded anew keeps its submodules
            tail = name[len(private) + 1 :]
            if "." not in tail:
                setattr(python, tail, sys.modules[name])
        self.reach_parents(private)
        sys.modules[private] = python
        module.names = PythonNames(python, self.border)
        try:
            code = run(self, compile, source.text, module.file, "exec", dont_inherit=True)
            run(self, exec, code, python.__dict__)
            module.exports = self._exports(python, source)
        except BaseException:
            if before is not None:
                sys.modules[private] = before
            else:
                _forget(private)
            raise
        module.doc = python.__doc__
        self._bind(private, python)

    def reach(self, name: str) -> ModuleType | None:
        """Python's side of a module of the calculator, which is loaded if it was not; None where there is none.

        Raises CalcError.
        """
        private = f"{self.root}.{name}"
        known = sys.modules.get(private)
        if known is not None:
            return known
        parent, _, tail = name.rpartition(".")
        registry = self.registry
        if parent and not registry.has_submodule(registry.load(parent), tail):
            return None
        module = registry.load(name)
        if private not in sys.modules:  # it is not written in Python
            self.reach_parents(private)
            sys.modules[private] = bridge = Bridge(module, self.border)
            bridge.__spec__ = self._spec(private, module, bridge)
            bridge.__path__ = module.folders or []
            if module.folders is None:
                del bridge.__path__
            self._bind(private, bridge)
        return sys.modules[private]

    def reach_parents(self, private: str) -> None:
        """See that the packages a module lies in are there for Python. Raises CalcError."""
        parent = private.rpartition(".")[0]
        if parent != self.root and parent not in sys.modules:
            self.reach(parent[len(self.root) + 1 :])

    def sibling(self, importing: str, top: str) -> str | None:
        """The private name of the module `top` that stands beside the one that imports it; None where there is none.

        As Python would, a file or package beside the user's own is found first,
        but the modules that are part of Python or of the calculator are never
        taken for another. Raises CalcError.
        """
        own = importing.partition(".")[0]
        python = sys.modules.get(f"{self.root}.{own}")
        spec = getattr(python, "__spec__", None)
        if spec is None or top in sys.builtin_module_names or top in ("math", "statistics", "datetime"):
            return None
        place = spec.submodule_search_locations[0] if spec.submodule_search_locations else spec.origin
        folder, file = os.path.split(place)
        if folder not in [each.path for each in self.registry.folders]:
            return own if top == file.removesuffix(PYTHON) else None  # of an installed package, itself alone
        found = find(top, folder)
        if top == own and found is not None and found.folders is None:
            return None  # a module that wants the one of Python it is named after
        if found is None and not bare_folders(top, [folder]):
            return None
        if found is None and _is_in_python(top):
            return None
        from calc_repl.modules import builtin

        registry = self.registry
        if top in builtin.NAMES:
            if found is None or found.file.endswith(CALC):
                return None
            if f"{self.root}.{top}" not in sys.modules:  # no import of the calculator's would find it
                module = registry.modules[found.file] = Module(found.file, found.file, found.folders, True)
                try:
                    registry.execute(module)
                except BaseException:
                    del registry.modules[found.file]
                    raise
        else:
            self.reach(top)
        return top

    def depend(self, importing: str, imported: str) -> None:
        """Note that a module imports another: when that changes, both are loaded anew."""
        modules = self.registry.modules
        module = modules.get(importing)
        if module is not None and imported in modules and imported != importing:
            module.dependencies.add(imported)

    def search_folder(self, module: Module) -> str | None:
        """The folder of the search path a module was found through; None for one that is installed."""
        assert module.file is not None
        folder = module.folders[0] if module.folders else module.file
        for _ in _name_in_python(module).split("."):
            folder = os.path.dirname(folder)
        return folder if folder in [each.path for each in self.registry.folders] else None

    def _new_module(self, private: str, module: Module) -> ModuleType:
        python = ModuleType(private)
        python.__spec__ = spec = self._spec(private, module, python)
        python.__loader__ = spec.loader
        python.__file__ = module.file
        python.__package__ = spec.parent
        if module.folders is not None:
            python.__path__ = module.folders
        python.__dict__["__builtins__"] = self.builtins
        return python

    def _spec(self, private: str, module: Module, python: ModuleType) -> ModuleSpec:
        spec = ModuleSpec(private, Delivery(python), origin=module.file, is_package=module.folders is not None)
        if module.folders is not None:
            spec.submodule_search_locations = list(module.folders)
        return spec

    def _bind(self, private: str, python: ModuleType) -> None:
        parent, _, tail = private.rpartition(".")
        if parent in sys.modules:
            setattr(sys.modules[parent], tail, python)

    def _exports(self, python: ModuleType, source: Source) -> tuple[str, ...]:
        """The names it offers: those `__all__` lists, otherwise what is defined in it or in modules beside it."""
        listed = python.__dict__.get("__all__")
        if listed is None:
            return tuple(name for name, value in python.__dict__.items() if name[0] != "_" and self._is_own(value))
        unknown = [name for name in listed if not (isinstance(name, str) and hasattr(python, name))]
        if unknown:
            problem = ModuleProblem(f"__all__ lists {unknown[0]}, which {_shown(python, self.root)} does not have.")
            start = max(0, source.text.find("__all__"))
            problem.places.append(Place(source, Span(start, start + len("__all__")), None))
            raise problem
        return tuple(listed)

    def _is_own(self, value: Any) -> bool:
        """Whether a value is not merely imported from a module of Python."""
        if isinstance(value, ModuleType):
            return False
        origin = getattr(value, "__module__", None)
        if not isinstance(origin, str):
            return True
        is_definition = callable(value) or origin == "__future__"
        return not is_definition or origin.partition(".")[0] in (self.root, "calc_repl")


class PythonNames(dict):  # type: ignore[type-arg]  # text to values
    """The names of a module of Python, as they are at the moment they are asked for.

    In the dictionary itself are the submodules the calculator has loaded.
    """

    def __init__(self, python: ModuleType, border: Border, with_modules: bool = False) -> None:
        super().__init__()
        self.python = python
        self.border = border
        self.with_modules = with_modules
        self._known: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a name, in the calculator's kinds. Raises CalcError."""
        allowed = self.border.allowed
        if (name.startswith("__") and name not in _TELLING) or (allowed is not None and name not in allowed):
            return default
        value = run(self.border.host, getattr, self.python, name, MISSING)
        if value is MISSING:
            return super().get(name, default)
        converted = self.border.from_python(value)
        if isinstance(value, ModuleType) and not (self.with_modules or isinstance(converted, Module)):
            return super().get(name, default)
        # What has not changed stays the same object, by which names taken from here are known.
        known = self._known.get(name)
        if type(known) is type(converted) and known == converted:
            return known
        self._known[name] = converted
        return converted

    def __getitem__(self, name: str) -> Any:
        value = self.get(name, MISSING)
        if value is MISSING:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name, MISSING) is not MISSING


class Bridge(ModuleType):
    """A module of the language, as Python code sees it."""

    def __init__(self, module: Module, border: Border) -> None:
        super().__init__(f"{border.host.root}.{module.name}", module.doc)
        self.__dict__["_calc_repl"] = module, border

    def __getattr__(self, name: str) -> Any:
        module, border = self.__dict__["_calc_repl"]
        if name == "__all__":
            return module.public()
        value = MISSING if name.startswith("__") else module.find(name)
        if value is MISSING:
            still = "" if module.is_ready else " yet: it is still being loaded (circular import)"
            raise AttributeError(f"module {module.name} has no {name}{still}")
        if isinstance(value, Module):
            root = border.host
            return root.reach(value.name)
        return border.to_python(value)

    def __dir__(self) -> list[str]:
        module, _ = self.__dict__["_calc_repl"]
        return [*super().__dir__(), *module.public()]


def check_writers(file: str, top: str | None) -> None:
    """Refuse to run a file that somebody else may write, or put others into its folders. Raises ModuleProblem.

    Looked at are the file and its folders up to `top`; nothing is where that is
    None, or where files have no modes.
    """
    if os.name != "posix" or top is None:
        return
    path = file
    while True:
        try:
            status = os.stat(path)
        except OSError as error:
            raise ModuleProblem(f"Cannot read {path}: {error.strerror}.") from None
        if status.st_uid not in (0, os.getuid()):
            hint = "Python runs only from files and folders of your own"
            raise ModuleProblem(f"{path} belongs to somebody else, so nothing in it is run.", hint=hint)
        if status.st_mode & 0o022:
            raise ModuleProblem(f"{path} can be changed by others, so nothing in it is run.", hint=f"chmod go-w {path}")
        if path == top:
            return
        path = os.path.dirname(path)


def _name_in_python(module: Module) -> str:
    """The name of a module below the private package; one that was found by its file is named after that."""
    if module.name != module.file:
        return module.name
    place = module.folders[0] if module.folders else module.file
    return os.path.basename(place).removesuffix(PYTHON)


def _shown(python: ModuleType, root: str) -> str:
    return python.__name__.removeprefix(f"{root}.")


def _forget(private: str) -> None:
    for name in (private, *names_below(private)):
        sys.modules.pop(name, None)


def _is_in_python(name: str) -> bool:
    from calc_repl.modules.entry_points import python_has

    return python_has(name)
