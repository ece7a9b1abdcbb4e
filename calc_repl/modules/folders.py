"""Where modules are looked for, in order.

The first folder, that of the running script or of the session, holds modules
of the language alone: these can do no harm. Python runs only from the user's
own module folder, and elsewhere where the user has allowed it.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Folder:
    """A folder of modules: what it is for the user, and whether Python files in it may run."""

    __slots__ = ("path", "runs_python", "what")

    def __init__(self, path: str, what: str, runs_python: bool) -> None:
        self.path = path
        self.what = what
        self.runs_python = runs_python


def search_folders(first: str | None, python: bool) -> list[Folder]:
    """The folders in the order they are searched; `first` stands before all, `python` lets Python run from each."""
    folders = [Folder(first if first is not None else os.getcwd(), "the current folder", python)]
    folders += [Folder(path, "CALC_REPL_PATH", python) for path in _paths_of_environment()]
    folders.append(Folder(user_folder(), "your modules", True))
    return folders


def library_folder() -> str:
    """Where the modules that come with the calculator lie."""
    return os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "library")


def user_folder() -> str:
    """The user's own module folder, whether it is there or not."""
    return os.path.join(config_folder(), "modules")


def config_folder() -> str:
    """The user's folder of configuration, whether it is there or not."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    if not home or not os.path.isabs(home):
        home = os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "calc_repl")


def _paths_of_environment() -> Iterator[str]:
    for path in os.environ.get("CALC_REPL_PATH", "").split(os.pathsep):
        if path:
            yield os.path.abspath(path)
