"""Modules as values: named collections of values, reached as `module.name`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

#: What `Module.find` gives for a name that is not there.
MISSING: Any = object()


class Module:
    """A module or package.

    `names` maps each name to its value; `exports` is what `__all__` names, or
    None; `file` is where it was read from, None for one that has no file;
    `folders` are where the submodules of a package lie, None for what is no
    package; `dependencies` the names of the modules it imports. `runs_python`
    tells whether Python files inside it may run, `is_ready` is false while it
    is being loaded, `stamp` tells a later version of its file from this one,
    `submodules` lists those that could be imported.
    """

    __slots__ = (
        *("dependencies", "doc", "exports", "file", "folders", "is_ready", "name", "names", "runs_python", "stamp"),
        "submodules",
    )
    kind = "module"
    called = "a module"
    is_foreign = False  # whether it is one of Python's own, which may have submodules nobody can list

    def __init__(
        self, name: str, file: str | None = None, folders: list[str] | None = None, runs_python: bool = False
    ) -> None:
        self.name = name
        self.file = file
        self.folders = folders
        self.names: dict[str, Any] = {}
        self.doc: str | None = None
        self.exports: tuple[str, ...] | None = None
        self.runs_python = runs_python
        self.is_ready = False
        self.submodules: Callable[[], Iterable[str]] = list
        self.dependencies: set[str] = set()
        self.stamp: tuple[int, int, int] | None = None

    @property
    def package(self) -> str:
        """The package relative imports in it start from."""
        return self.name if self.folders is not None else self.name.rpartition(".")[0]

    def find(self, name: str) -> Any:
        """The value of a name, or MISSING."""
        return self.names.get(name, MISSING)

    def public(self) -> list[str]:
        """The names it offers: those `__all__` lists, otherwise all that begin with no underscore and are no modules."""
        if self.exports is not None:
            return list(self.exports)
        return [name for name, value in self.names.items() if name[0] != "_" and not isinstance(value, Module)]

    def __repr__(self) -> str:
        return f"<module {self.name}>"


def top_package(name: str) -> str:
    """The first part of a dotted name."""
    return name.partition(".")[0]
