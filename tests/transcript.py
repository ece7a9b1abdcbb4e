"""Sessions with the calculator as text, wherever they stand, and the runner that replays them.

    > 1/3 + 1/6
    1/2 = 0.5
    > (2 +
    . 3)
    5

A line of input stands behind `> `, its further lines behind `. `; then comes
what the calculator prints, to the blank, up to an empty line or the next
input. One file, page or docstring is one session.
"""

from __future__ import annotations

import inspect
from pathlib import Path

import calc_repl
from calc_repl import CalcError, Calculator
from calc_repl.display.diagnostics import error_fragments
from calc_repl.operations import catalogue
from calc_repl.source import Source

PACKAGE = Path(calc_repl.__file__).parent
TESTS = Path(__file__).parent


class Exchange:
    """One input, the number of its line, and the lines that should be printed for it."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        self.text = text
        self.expected: list[str] = []


class Session:
    """Exchanges with one calculator; they are replayed once, when somebody first asks."""

    def __init__(self, name: str, exchanges: list[Exchange]) -> None:
        self.name = name
        self.exchanges = exchanges
        self._screens: list[list[str]] | None = None

    def screen(self, index: int) -> list[str]:
        """The lines the calculator prints for an exchange."""
        if self._screens is None:
            printed: list[str] = []
            calculator = Calculator(write=printed.append)
            self._screens = [screen_of(calculator, printed, exchange.text) for exchange in self.exchanges]
        return self._screens[index]


def screen_of(calculator: Calculator, printed: list[str], text: str) -> list[str]:
    """What is printed for an input: lines of `print`, then the answer or the whole error."""
    printed.clear()
    try:
        answer = calculator.evaluate(text)
    except CalcError as error:
        fragments = error_fragments(error, error.source or Source(text))
        shown = "".join(text for _, text in fragments)
    else:
        shown = "" if answer.value is None or answer.defines_function else answer.text
    return "\n".join([*printed, shown]).rstrip("\n").split("\n") if printed or shown else []


def read_session(name: str, text: str, first_line: int = 1, strict: bool = False) -> Session:
    """The session in a text; `strict` allows nothing but comments between the exchanges."""
    exchanges: list[Exchange] = []
    answering = False
    for number, line in enumerate(text.split("\n"), first_line):
        if line.startswith("> "):
            exchanges.append(Exchange(number, line[2:]))
            answering = True
        elif not line:
            answering = False
        elif answering and line.startswith(". ") and not exchanges[-1].expected:
            exchanges[-1].text += "\n" + line[2:]
        elif answering:
            exchanges[-1].expected.append(line)
        elif strict and not line.startswith("#"):
            raise ValueError(f"{name}:{number}: neither an input nor a comment: {line}")
    return Session(name, exchanges)


def read_page(name: str, text: str, kind: str = "calc") -> Session:
    """The session in the ```calc blocks of a Markdown page, or in those of another kind."""
    inside = False
    lines = []
    for line in text.split("\n"):
        fence = line.startswith("```")
        lines.append(line if inside and not fence else "")
        if fence:
            inside = line == f"```{kind}"
    return read_session(name, "\n".join(lines))


def transcript_sessions() -> list[Session]:
    """The sessions in tests/transcripts."""
    return [
        read_session(path.name, path.read_text(encoding="utf-8"), strict=True)
        for path in sorted((TESTS / "transcripts").glob("*.txt"))
    ]


def operation_sessions() -> list[Session]:
    """The examples in the docs of the operations."""
    sessions = []
    for name in catalogue.operation_names():
        operation = catalogue.find(name)
        assert operation is not None
        sessions.append(read_session(f"{operation.module}.{name}", inspect.cleandoc(operation.__doc__ or "")))
    return sessions


def page_sessions() -> list[Session]:
    """The examples in README.md and the pages of help, as far as they are there."""
    pages = sorted((PACKAGE / "help" / "topics").glob("*.md"))
    readme = TESTS.parent / "README.md"
    pages += [readme] if readme.exists() else []
    return [read_page(path.name, path.read_text(encoding="utf-8")) for path in pages]
