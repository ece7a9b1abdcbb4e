"""`import` in the Python files of a calculator: it leads to modules of the same calculator."""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from weakref import WeakValueDictionary

TYPE_CHECKING = False
if not TYPE_CHECKING:
    Loader = MetaPathFinder = object  # importlib.abc takes ten milliseconds and adds nothing
else:
    from collections.abc import Callable, Mapping, Sequence
    from importlib.abc import Loader, MetaPathFinder
    from types import ModuleType
    from typing import Any

    from calc_repl.modules.python_files import Root

_roots: WeakValueDictionary[str, Root] = WeakValueDictionary()


class Delivery(Loader):
    """Hands Python a module that is loaded already."""

    def __init__(self, module: ModuleType) -> None:
        self.module = module

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return sys.modules.get(spec.name, self.module)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing: the calculator has done it."""


class PrivateFinder(MetaPathFinder):
    """Finds the modules below private packages, and declines every other name."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The spec of a module of a calculator, which is loaded if it was not. Raises CalcError."""
        top, _, name = fullname.partition(".")
        root = _roots.get(top)
        module = root.reach(name) if root is not None and name else None
        return module.__spec__ if module is not None else None


_finder = PrivateFinder()


def announce(root: Root) -> None:
    """Let Python find the modules below a private package."""
    _roots[root.root] = root
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)


def withdraw(name: str) -> None:
    """Remove a private package and everything below it from Python."""
    for each in (name, *names_below(name)):
        sys.modules.pop(each, None)
    _roots.pop(name, None)
    if not _roots and _finder in sys.meta_path:
        sys.meta_path.remove(_finder)


def names_below(package: str) -> list[str]:
    """The names of the loaded modules inside a package.

    A calculator that is freed meanwhile takes its modules away, so the names
    are copied at once.
    """
    return [name for name in list(sys.modules) if name.startswith(f"{package}.")]


def import_function(root: Root) -> Callable[..., Any]:
    """What `import` does in the files below a private package.

    A relative import stays below it; an absolute one looks beside the file
    first, as for a script, and then asks Python.
    """

    def import_module(
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        spaces = globals or {}
        private = str(spaces.get("__name__", ""))
        importing = private[len(root.root) + 1 :] if private.startswith(f"{root.root}.") else ""
        if level:
            package = str(spaces.get("__package__", "")).split(".")
            if len(package) < 2:
                raise ImportError("attempted relative import with no known parent package")
            if level >= len(package):
                raise ImportError("attempted relative import beyond top-level package")
            full = ".".join([*package[: len(package) - level + 1], *([name] if name else [])])
        else:
            top, dot, rest = name.partition(".")
            beside = root.sibling(importing, top) if importing else None
            if beside is None:
                return builtins.__import__(name, globals, locals, fromlist or (), 0)
            full = f"{root.root}.{beside}{dot}{rest}"
        # With names to be taken from it Python gives the module itself, otherwise the outermost package.
        module = builtins.__import__(full, globals, locals, fromlist or ("__name__",), 0)
        imported = full[len(root.root) + 1 :]
        for each in (imported, *(f"{imported}.{tail}" for tail in fromlist or ())):
            root.depend(importing, each)
        return module if fromlist else sys.modules[".".join(full.split(".")[:2])]

    return import_module
