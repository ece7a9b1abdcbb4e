"""A session with a module folder of its own, in which Python files may run."""

from __future__ import annotations

import os
from pathlib import Path

from calc_repl import Answer, CalcError, Calculator


def plant(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder, such that nobody else may change them; returns the folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o644)
    for path in (root, *(each for each in root.rglob("*") if each.is_dir())):
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o755)
    return root


class PythonSession:
    """A calculator, the user's module folder, and what is printed."""

    def __init__(self, config: Path, here: Path, python: bool = False) -> None:
        os.environ["XDG_CONFIG_HOME"] = str(config)  # the fixture below restores it
        self.modules = plant(config / "calc_repl" / "modules", {})
        self.here = plant(here, {})
        self.printed: list[str] = []
        self.calculator = Calculator(write=self.printed.append, folder=str(here), python=python)

    def plant(self, files: dict[str, str]) -> None:
        """Write files into the user's module folder."""
        plant(self.modules, files)

    def answer(self, *lines: str) -> Answer:
        """The last of the answers to some lines."""
        for line in lines:
            answer = self.calculator.evaluate(line)
        return answer

    def text(self, *lines: str) -> str:
        """The text of the last answer."""
        return self.answer(*lines).text

    def error(self, *lines: str) -> CalcError:
        """The error the last of some lines raises."""
        self.answer(*lines[:-1]) if lines[:-1] else None
        try:
            answer = self.calculator.evaluate(lines[-1])
        except CalcError as error:
            return error
        raise AssertionError(f"{lines[-1]} answers {answer.text}")
