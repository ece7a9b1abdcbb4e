"""Import files of the language in Python programs.

    from calc_repl.importer import install

    install()
    from calculator import add  # calculator/__init__.calc somewhere on sys.path

Their functions take and return Python's own exact numbers, `int` and
`fractions.Fraction`, as the operations do; what goes wrong is a CalcError.
What Python can import by itself stays Python's.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder

from calc_repl.calculator import Calculator
from calc_repl.modules import builtin
from calc_repl.modules.finder import CALC, Found, find
from calc_repl.modules.folders import Folder
from calc_repl.modules.registry import Registry
from calc_repl.operations.declaration import from_python, to_python
from calc_repl.values.arithmetic import is_date
from calc_repl.values.foreign import Float
from calc_repl.values.kinds import Function, Shown
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if not TYPE_CHECKING:
    Loader = MetaPathFinder = object  # importlib.abc takes ten milliseconds and adds nothing
else:
    from collections.abc import Sequence
    from importlib.abc import Loader, MetaPathFinder
    from types import ModuleType
    from typing import Any


def install() -> None:
    """Let `import` find files and packages of the language on `sys.path`."""
    if _finder in sys.meta_path:
        return
    # Before the finder for paths: to that one a package without __init__.py is a namespace package of Python's.
    before = sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else len(sys.meta_path)
    sys.meta_path.insert(before, _finder)


def uninstall() -> None:
    """Undo `install`; what was imported stays."""
    if _finder in sys.meta_path:
        sys.meta_path.remove(_finder)


class CalcFunction:
    """A function of the language that a Python program can call."""

    def __init__(self, function: Function, module: str) -> None:
        self.function = function
        self.__name__ = self.__qualname__ = function.name or "function"
        self.__module__ = module
        self.__doc__ = function.doc

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        given = [_from_program(argument) for argument in arguments]
        named = [(name, _from_program(value)) for name, value in keywords.items()]
        return _for_program(_session().call(self.function, given, named), self.__module__)

    def __repr__(self) -> str:
        return f"<function {self.__module__}.{self.function.text}>"


class _Program(Registry):
    """The modules of a Python program: they are looked for on Python's path, and may have Python files beside them."""

    def load(self, name: str) -> Module:
        paths = dict.fromkeys(path or "." for path in sys.path)
        self.folders = [Folder(path, "Python's search path", runs_python=False) for path in paths]
        return super().load(name)

    def execute(self, module: Module) -> None:
        module.runs_python = True
        super().execute(module)


class _Session(Calculator):
    def __init__(self) -> None:
        super().__init__(python=True)
        self.delivered: set[str] = set()  # the modules Python has had executed

    @property
    def modules(self) -> Registry:
        if self._modules is None:
            self._modules = _Program(lambda: self.settings, self._inline_text, None, python=True)
        return self._modules

    def load_spec(self, spec: ModuleSpec) -> Module:
        """The module Python has found, and wants to have executed. Raises CalcError."""
        if spec.name in self.delivered:  # it does so again
            modules = self.modules.modules
            for each in [each for each in modules if f"{each}.".startswith(f"{spec.name}.") or each == spec.origin]:
                del modules[each]
        self.delivered.add(spec.name)
        if spec.name in builtin.NAMES:  # the program wants the file of that name
            return self._for_program(lambda _: self.modules.load_file(str(spec.origin)))
        return self.load(spec.name)


class _CalcFinder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        tail = fullname.rpartition(".")[2]
        found = _find(tail, sys.path if path is None else path)
        if found is None:
            return None
        known = PathFinder.find_spec(fullname, path, target)
        if known is not None and known.loader is not None:
            return None
        spec = ModuleSpec(fullname, _CalcLoader(), origin=found.file, is_package=found.folders is not None)
        spec.submodule_search_locations = found.folders
        spec.has_location = True
        return spec


class _CalcLoader(Loader):
    def create_module(self, spec: ModuleSpec) -> None:
        """None: Python makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Give a module the names of the file. Raises CalcError."""
        assert module.__spec__ is not None
        loaded = _session().load_spec(module.__spec__)
        module.__doc__ = loaded.doc
        for name, value in loaded.names.items():
            if not isinstance(value, Module) or value.name != f"{module.__name__}.{name}":
                setattr(module, name, _for_program(value, module.__name__))
        if loaded.exports is not None:
            module.__dict__["__all__"] = list(loaded.exports)


def _find(name: str, folders: Sequence[str]) -> Found | None:
    for folder in folders:
        found = find(name, folder or ".")
        if found is not None and found.file.endswith(CALC):
            return found
    return None


def _from_program(value: Any) -> Any:
    """A value of the program for the language."""
    if "datetime" in sys.modules:
        from calc_repl.modules import python_dates
        from calc_repl.modules.python_calls import Host

        date = python_dates.from_python(value, None, Host())
        if date is not None:
            return date
    return from_python(value)


def _for_program(value: Any, module: str) -> Any:
    """A value of the language for the program."""
    if isinstance(value, Function):
        return CalcFunction(value, module)
    if isinstance(value, Module):
        return import_module(value.name)
    if isinstance(value, Shown):
        value = value.value
    if isinstance(value, Float):
        return value.value
    if type(value) is tuple:
        return [_for_program(item, module) for item in value]
    if is_date(value):
        from calc_repl.modules import python_dates

        return python_dates.to_python(value)
    thing = getattr(value, "thing", None)  # from Python, and back in it
    return to_python(value) if thing is None else thing


_finder = _CalcFinder()
_the_session: _Session | None = None


def _session() -> _Session:
    """The one calculator that runs the modules of this program."""
    global _the_session
    if _the_session is None:
        _the_session = _Session()
    return _the_session
