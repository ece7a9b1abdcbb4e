"""Runs Python code for the calculator: what it prints and what it raises become the calculator's own."""

from __future__ import annotations

import io
import sys
from os import fsdecode

from calc_repl.errors import CalcError, DepthLimit, Interrupted, KindError, LimitError, Place, RaisedError
from calc_repl.source import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType, TracebackType
    from typing import Any

    from calc_repl.values.modules import Module

#: Longer messages and texts about objects are cut.
LONGEST_MESSAGE, LONGEST_TEXT = 400, 200
#: So many of the innermost places of an error are kept, and the outermost one.
_INNERMOST = 3


class PythonError(CalcError):
    """Python code raised an exception, which is its cause."""


class Host:
    """The calculation Python code runs for. This one is for code that neither prints nor calls back."""

    def __init__(self) -> None:
        #: The files of the user's modules that are loaded: errors are placed in these alone.
        self.sources: dict[str, Source] = {}
        #: What the names of these modules begin with inside Python.
        self.root = "_calc_repl"

    def write(self, line: str) -> None:
        """Print a line."""

    def check(self) -> None:
        """Raise CalcError if the calculation is to stop."""

    def answer(self, function: Any, arguments: Sequence[Any]) -> Any:  # noqa: ARG002
        """The value of a function of the calculator. Raises CalcError."""
        raise KindError("Functions cannot be given to this module.")

    def module_of(self, module: ModuleType) -> Module | None:  # noqa: ARG002
        """The calculator's module behind one of Python's, or None."""
        return None


def run(host: Host, function: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
    """Call a function of Python. Raises CalcError for whatever it raises."""
    output = _Output(host)
    before = sys.stdout, sys.stdin
    sys.stdout, sys.stdin = output.stream, io.StringIO()
    try:
        value = function(*arguments, **keywords)
        output.finish()
        host.check()
    except CalcError as error:
        error.places += places(error.__traceback__, host.sources)
        error.from_python = True
        raise
    except BaseException as error:  # also SystemExit: the calculator goes on whatever happens in there
        if error is output.failure:
            raise
        raise calculator_error(error, host) from error
    finally:
        sys.stdout, sys.stdin = before
        output.finish()
    return value


def calculator_error(error: BaseException, host: Host) -> CalcError:
    """The error of the calculator for an exception of Python, with its places in the user's files."""
    ours = _error(error, host.root)
    ours.from_python = True
    ours.places += places(error.__traceback__, host.sources)
    if isinstance(error, SyntaxError):
        ours.places[:0] = _place_of_syntax(error, host.sources)
    return ours


def _error(error: BaseException, root: str) -> CalcError:
    if isinstance(error, KeyboardInterrupt):
        return Interrupted("Interrupted.")
    if isinstance(error, RecursionError):
        return DepthLimit("Functions of Python call each other too deeply.", hint="does the recursion end?")
    if isinstance(error, MemoryError):
        return LimitError("This needs more memory than there is.")
    if isinstance(error, SystemExit):
        return PythonError("The Python code wanted to end the program (sys.exit); the calculator goes on.")
    kind = type(error).__name__
    text = error.msg if isinstance(error, SyntaxError) else _text(error)
    text = one_line(text or "", root, LONGEST_MESSAGE)
    if type(error) is ValueError and text:
        return RaisedError(text)
    return PythonError(f"{kind}: {text}" if text else f"{kind}.")


def one_line(text: str, root: str, longest: int) -> str:
    """A text of Python's on one line, without the private names of modules."""
    line = " ".join(text[: 10 * longest].replace(f"{root}.", "").split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def places(traceback: TracebackType | None, sources: Mapping[str, Source]) -> list[Place]:
    """Where an exception passed through the user's files, the innermost place first.

    The traceback begins with `run`; what lies behind another `run` in it has noted its places already.
    """
    found: list[Place] = []
    traceback = traceback.tb_next if traceback is not None else None
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code is run.__code__:
            break
        source = sources.get(code.co_filename)
        if source is not None:
            function = None if code.co_name == "<module>" else code.co_name.strip("<>")
            found.append(Place(source, _span(traceback, source), function))
        traceback = traceback.tb_next
    found.reverse()
    return found if len(found) <= _INNERMOST + 1 else [*found[:_INNERMOST], found[-1]]


def _span(traceback: TracebackType, source: Source) -> Span:
    """The part of a line a frame of a traceback is at."""
    positions = list(traceback.tb_frame.f_code.co_positions())
    index = traceback.tb_lasti // 2
    line, last_line, column, last_column = positions[index] if index < len(positions) else (None,) * 4
    if line is None or line != traceback.tb_lineno:
        return _line_span(source, traceback.tb_lineno)
    start, text = _line(source, line)
    if last_line != line or column is None or last_column is None:
        return _line_span(source, line)
    data = text.encode()  # columns are counted in bytes
    before, upto = len(data[:column].decode("utf-8", "replace")), len(data[:last_column].decode("utf-8", "replace"))
    return Span(start + before, start + upto)


def _place_of_syntax(error: SyntaxError, sources: Mapping[str, Source]) -> list[Place]:
    source = sources.get(fsdecode(error.filename)) if error.filename else None
    if source is None or error.lineno is None:
        return []
    start, text = _line(source, error.lineno)
    column = min(max(0, (error.offset or 1) - 1), len(text))
    return [Place(source, Span(start + column, start + column + 1), None)]


def _line(source: Source, number: int) -> tuple[int, str]:
    """Where a line begins, and its text."""
    start = 0
    for _ in range(number - 1):
        start = source.text.find("\n", start) + 1 or len(source.text)
    end = source.text.find("\n", start)
    return start, source.text[start : len(source.text) if end < 0 else end]


def _line_span(source: Source, number: int) -> Span:
    start, text = _line(source, number)
    indent = len(text) - len(text.lstrip())
    return Span(start + indent, start + max(indent + 1, len(text.rstrip())))


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an exception need not know how to write itself
        return ""


class _Output(io.RawIOBase):
    """Takes what Python code prints, and hands it on line by line."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.pending = b""
        self.failure: BaseException | None = None  # why a line could not be handed on
        self.before = sys.stdout
        outer = getattr(self.before, "buffer", None)
        if isinstance(outer, _Output):
            self.before = outer.before
        self.stream = io.TextIOWrapper(
            self,  # type: ignore[type-var]  # as Python itself does where output is not buffered
            encoding="utf-8",
            errors="backslashreplace",
            newline="\n",
            write_through=True,
        )

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        *lines, self.pending = (self.pending + bytes(data)).split(b"\n")
        for line in lines:
            self._emit(line)
        return len(data)

    def finish(self) -> None:
        """Hand on what is left of the last line."""
        line, self.pending = self.pending, b""
        if line:
            self._emit(line)

    def _emit(self, line: bytes) -> None:
        redirected, sys.stdout = sys.stdout, self.before
        try:
            self.host.write(line.decode("utf-8", "backslashreplace"))
        except BaseException as error:
            self.failure = error
            raise
        finally:
            sys.stdout = redirected
