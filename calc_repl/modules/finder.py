"""From the name of a module to its file. Nothing is read here but folders."""

from __future__ import annotations

import os

from calc_repl.errors import ModuleProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CALC, PYTHON = ".calc", ".py"
INITS = ("__init__" + CALC, "__init__" + PYTHON)


class Found:
    """Where a module lies: its file, and its folders if it is a package."""

    __slots__ = ("file", "folders")

    def __init__(self, file: str, folders: list[str] | None) -> None:
        self.file = file
        self.folders = folders

    @property
    def is_python(self) -> bool:
        """Whether it is written in Python."""
        return self.file.endswith(PYTHON)


def find(name: str, folder: str) -> Found | None:
    """The module of a name (the last part of a dotted one) in a folder, or None.

    The case of letters counts, whatever the file system says. Raises
    ModuleProblem for what has the right name but cannot be a module.
    """
    present = _listing(folder)
    path = os.path.join(folder, name)
    if name in present:
        contents = _listing(path)
        for init in INITS:
            if init in contents:
                return Found(os.path.join(path, init), [path])
    for ending in (CALC, PYTHON):
        if name + ending in present:
            if os.path.isdir(path + ending):
                hint = f"a package is a folder named {name}"
                raise ModuleProblem(f"{path}{ending} is a folder, not a file.", hint=hint)
            return Found(path + ending, None)
    return None


def bare_folders(name: str, folders: Iterable[str]) -> list[str]:
    """The folders of a name without `__init__`; together they are a package when nothing else has the name."""
    paths = [os.path.join(folder, name) for folder in folders if name in _listing(folder)]
    return [path for path in paths if os.path.isdir(path)]


def available(folders: Iterable[str]) -> Iterator[str]:
    """The names of the modules in some folders, by their listings alone."""
    seen: set[str] = set()
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            name, ending = os.path.splitext(entry.name)
            is_module = ending in (CALC, PYTHON) or (not ending and _is_package(entry))
            if is_module and is_module_name(name) and name not in seen:
                seen.add(name)
                yield name


def is_module_name(name: str) -> bool:
    """Whether a part of a dotted name can name a module: an identifier, but none such as `__init__`."""
    return name.isidentifier() and not (name.startswith("__") and name.endswith("__"))


def _is_package(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and any(name.endswith((CALC, PYTHON)) for name in os.listdir(entry.path))
    except OSError:
        return False


def _listing(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()
