"""Modules that packages installed with pip offer, and whether Python has a module; nothing is imported here.

A package offers modules in the entry-point group `calc_repl.modules`:

    [project.entry-points."calc_repl.modules"]
    finance = "finance_for_calc_repl"

The name is the module's name in the calculator, the value a module or package
of Python, or one of the language that lies where Python would look.
"""

from __future__ import annotations

import os
import sys

from calc_repl.errors import ModuleProblem
from calc_repl.modules.finder import CALC, PYTHON, Found, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.machinery import ModuleSpec

GROUP = "calc_repl.modules"
_LARGEST = 2**20


def entry_point(name: str) -> Found | None:
    """Where the module lies that an installed package offers under a name; None when none does.

    Raises ModuleProblem when what it names is not there.
    """
    for package, offered, target in entry_points():
        if offered == name:
            found = _target(target)
            if found is None:
                raise ModuleProblem(f"The package {package} offers {name}, but there is no {target}.")
            return found
    return None


def entry_points() -> Iterator[tuple[str, str, str]]:
    """What installed packages offer: package, name and target of each module, in the order of Python's search path."""
    for folder in _folders():
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in sorted(names):
            if name.endswith(".dist-info"):
                package = name.partition("-")[0]
                for offered, target in _read(os.path.join(folder, name, "entry_points.txt")):
                    yield package, offered, target


def python_has(name: str) -> bool:
    """Whether Python has a module of a name without dots."""
    return name in sys.modules or _spec(name) is not None


def _read(path: str) -> Iterator[tuple[str, str]]:
    """The entries of our group in a file of entry points."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(_LARGEST)
    except OSError:
        return
    if GROUP not in text:
        return
    group = None
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif group == GROUP and "=" in line and not line.startswith(("#", ";")):
            offered, _, target = line.partition("=")
            yield offered.strip(), target.partition("[")[0].partition(":")[0].strip()


def _target(name: str) -> Found | None:
    """The module or package of a full name on Python's search path; its own `__init__.calc` comes first."""
    top, *rest = name.split(".")
    for folder in _folders():
        found = find(top, folder)
        if found is not None:
            break
    else:
        found = _installed_elsewhere(top)
    for tail in rest:
        if found is None or found.folders is None:
            return None
        found = find(tail, found.folders[0])
    return found


def _installed_elsewhere(name: str) -> Found | None:
    """A package that Python finds by other means than its path: one that is being developed."""
    spec = _spec(name)
    if spec is None:
        return None
    for folder in spec.submodule_search_locations or []:
        init = os.path.join(folder, f"__init__{CALC}")
        if os.path.isfile(init):
            return Found(init, [folder])
    if spec.origin is None or not spec.origin.endswith(PYTHON):
        return None
    folders = spec.submodule_search_locations
    return Found(spec.origin, None if folders is None else list(folders))


def _spec(name: str) -> ModuleSpec | None:
    """What Python's finders say about a name, as `importlib.util.find_spec` would ask them."""
    for finder in sys.meta_path:
        find_spec = getattr(finder, "find_spec", None)
        try:
            spec = find_spec(name, None) if find_spec is not None else None
        except (ImportError, ValueError, AttributeError):
            continue
        if spec is not None:
            return spec  # type: ignore[no-any-return]
    return None


def _folders() -> list[str]:
    return list(dict.fromkeys(folder or os.getcwd() for folder in sys.path))
