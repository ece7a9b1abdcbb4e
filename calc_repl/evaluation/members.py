"""What `value.name` is."""

from __future__ import annotations

from calc_repl.errors import KindError, UnknownName
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.values import limits
from calc_repl.values.kinds import Caught, Shown, called
from calc_repl.values.modules import MISSING, Module, top_package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def member(value: Any, name: str, asking: str) -> Any:
    """The member of a module, a caught error or a Python object; `asking` is the module that asks, "" for a session.

    Raises UnknownName where there is none and for a private name of another
    package, KindError for a value that has no members.
    """
    if isinstance(value, Shown):
        value = value.value
    if isinstance(value, Module):
        return module_member(value, name, asking)
    if isinstance(value, Caught) and name == "message":
        return value.error.message
    find = getattr(value, "member", None)
    if find is not None:
        limits.check_effects()  # it is Python's, and finding it may run anything
        return find(name)
    raise KindError(f"There is no {name} in {called(value)}.")


def module_member(module: Module, name: str, asking: str) -> Any:
    """The value of a name in a module. Raises UnknownName."""
    if is_private(name) and (not asking or top_package(asking) != top_package(module.name)):
        raise UnknownName(f"{name} is private to {top_package(module.name)}.", hint=_offer(module))
    value = module.find(name)
    if value is MISSING:
        raise no_member(module, name)
    return value


def no_member(module: Module, name: str) -> UnknownName:
    """The error for a name a module does not have."""
    if not module.is_ready:
        return UnknownName(f"{module.name} is still being loaded and has no {name} yet (circular import).")
    if name in module.submodules():
        return UnknownName(f"{module.name}.{name} is not imported.", hint=f"import {module.name}.{name}")
    near = nearest_name(name, [known for known in module.public() if not is_private(known)], shortest=2)
    hint = f"did you mean {near}?" if near else _offer(module)
    return UnknownName(f"{module.name} has no {name}.", hint=hint)


def is_private(name: str) -> bool:
    """Whether a name is its package's own: it begins with an underscore, but is not one such as `__name__`."""
    return name[0] == "_" and not (name.startswith("__") and name.endswith("__"))


def _offer(module: Module) -> str | None:
    names = [name for name in module.public() if not is_private(name)]
    return f"it has {', '.join(names)}" if 0 < len(names) <= 8 else f"help {module.name} lists what it has"
