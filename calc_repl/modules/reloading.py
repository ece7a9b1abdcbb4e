"""Loading modules anew when their files have changed.

A module is loaded into fresh names, which are put into the module only when
all went well: a broken edit leaves the old version in use. Modules that import
a changed one are loaded anew as well, and names a session took from it follow.
"""

from __future__ import annotations

from os.path import basename

from calc_repl.errors import CalcError, ModuleProblem
from calc_repl.modules.reading import stamp
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from calc_repl.evaluation.scope import Scope
    from calc_repl.modules.registry import Registry


def reload(registry: Registry, name: str, scope: Scope) -> str:
    """Load a module anew, and those that import it; returns what was done. Raises CalcError."""
    if scope.module:
        raise ModuleProblem("A module cannot reload modules.", hint="reload is for the session that uses them")
    module = registry.modules.get(name)
    if module is None:
        known = scope.names.get(name)  # under another name
        module = known if isinstance(known, Module) else None
    if module is None:
        raise ModuleProblem(f"{name} is not imported.", hint=f"import {name}")
    if module.file is None:
        raise ModuleProblem(f"{name} has no file that could have changed.")
    return "; ".join(_renew_all(registry, [module.name], scope))


def refresh(registry: Registry, scope: Scope) -> Iterator[str | CalcError]:
    """Load the modules anew whose files have changed; tells of each, or gives the error that kept the old one."""
    changed = []
    for name, module in registry.modules.items():
        if module.stamp is not None and module.file is not None:
            now = stamp(module.file)
            if now is not None and now != module.stamp:
                module.stamp = now  # whatever becomes of it, it is not tried again before the next change
                changed.append(name)
    for name in changed:
        try:
            yield from _renew_all(registry, [name], scope)
        except CalcError as error:
            yield error


def _renew_all(registry: Registry, names: list[str], scope: Scope) -> list[str]:
    told = []
    done: set[str] = set()
    while names:
        name = names.pop(0)
        if name in done:
            continue
        done.add(name)
        told.append(_renew(registry, name, scope))
        names += [each for each, module in registry.modules.items() if name in module.dependencies]
    return told


def _renew(registry: Registry, name: str, scope: Scope) -> str:
    module = registry.modules[name]
    assert module.file is not None
    fresh = Module(name, module.file, module.folders, module.runs_python)
    dependencies, module.dependencies = module.dependencies, set()
    registry.loading.append(name)
    try:
        registry.execute(fresh)
    except BaseException:
        module.dependencies = dependencies
        raise
    finally:
        registry.loading.pop()
    for each, submodule in registry.modules.items():
        parent, _, tail = each.rpartition(".")
        if parent == name:
            fresh.names.setdefault(tail, submodule)
    replaced, module.names = module.names, fresh.names
    module.doc, module.exports, module.stamp = fresh.doc, fresh.exports, fresh.stamp
    for bound, (origin, original) in scope.origins.items():
        if origin == name and original in module.names and scope.names.get(bound) is replaced.get(original):
            scope.names[bound] = module.names[original]
    count = len(module.public())
    return f"reloaded {basename(module.file)} ({count} name{'' if count == 1 else 's'})"
