"""Trees of files, and what a session says to some lines."""

from __future__ import annotations

from pathlib import Path

from calc_repl import CalcError, Calculator
from calc_repl.display.diagnostics import error_fragments
from calc_repl.source import Source


def plant(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder; returns the folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def cases(path: Path) -> dict[str, tuple[dict[str, str], list[tuple[str, str]]]]:
    """The cases of a file of sessions: of each the files there are, and its lines with what is printed for them."""
    found: dict[str, tuple[dict[str, str], list[tuple[str, str]]]] = {}
    for part in path.read_text("utf-8").split("\n## ")[1:]:
        name, *rows = part.rstrip("\n").replace("\\r", "\r").replace("\\ufeff", "\ufeff").split("\n")
        files: dict[str, list[str]] = {}
        lines: list[list[str]] = []
        said: list[list[str]] = []
        rest: list[str] = []
        for row in rows:
            if row.startswith("--- "):
                rest = files[row[4:]] = []
            elif row.startswith("> "):
                lines.append([row[2:]])
                said.append(rest := [])
            elif row.startswith(". "):
                lines[-1].append(row[2:])
            else:
                rest.append(row)
        texts = {file: "".join(f"{row}\n" for row in text) for file, text in files.items()}
        found[name] = texts, [("\n".join(a), "\n".join(b)) for a, b in zip(lines, said, strict=True)]
    return found


class Talk:
    """A calculator that looks for modules in a folder, and everything it says."""

    def __init__(self, folder: Path, **options: bool) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.calculator = Calculator(write=self.said.append, folder=str(folder), **options)

    def line(self, text: str) -> str:
        """What is printed for a line, the answer or the whole error last; the folder's path is left out."""
        self.said.clear()
        try:
            answer = self.calculator.evaluate(text)
            if answer.value is not None and not answer.defines_function:
                self.said.append(answer.text)
            elif answer.note is not None:
                self.said.append(f"note: {answer.note}")
        except CalcError as error:
            source = error.source or Source(text)
            self.said.append("".join(part for _, part in error_fragments(error, source)).rstrip("\n"))
        return "\n".join(self.said).replace(f"{self.folder}/", "")
