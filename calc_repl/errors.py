"""What can go wrong, one class per cause.

An error carries facts, not layout: the message, the span it is about, a hint.
Operations raise without a place; the call they were reached by adds it. Each
class is also the Python exception a program would expect.
"""

from __future__ import annotations

from calc_repl.source import Source, Span


class Place:
    """A part of a source an error passed through, and the function it stands in (None at the top)."""

    __slots__ = ("function", "source", "span")

    def __init__(self, source: Source, span: Span, function: str | None) -> None:
        self.source = source
        self.span = span
        self.function = function


class CalcError(Exception):
    """A line could not be answered.

    `message` is a sentence; `hint` says what to do instead, or is None;
    `span` is the part of the input that is wrong, or None while nobody has
    placed the error; `places` leads from the innermost function outwards;
    `argument` is the index of the argument at fault, when it is one argument's fault;
    `source` is the input that could not be answered.
    """

    #: Whether `try ... catch` in the language may catch it.
    catchable = True
    #: Whether Python code has just raised it, so that the place that code was called from is still to be noted.
    from_python = False

    def __init__(
        self, message: str, *, hint: str | None = None, span: Span | None = None, argument: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.span = span
        self.argument = argument
        self.places: list[Place] = []
        self.source: Source | None = None

    def at(self, start: int, end: int) -> CalcError:
        """Place the error, unless it already has a place; returns the error."""
        if self.span is None:
            self.span = Span(start, end)
        return self


class SyntaxProblem(CalcError, ValueError):
    """The text is not a sentence of the language; `unfinished` when only its end is missing."""

    unfinished = False


class UnknownName(CalcError, NameError):
    """A name stands for nothing."""


class ArityError(CalcError, TypeError):
    """A function was given too many or too few arguments."""


class DomainError(CalcError, ValueError):
    """An argument lies outside the set an operation is defined on."""


class KindError(CalcError, TypeError):
    """A value is of a kind an operation cannot take."""


class DivisionByZero(CalcError, ZeroDivisionError, ValueError):
    """A division whose divisor is zero."""

    def __init__(self, message: str = "Cannot divide by zero.", *, argument: int | None = None) -> None:
        super().__init__(message, argument=argument)


class PositionError(CalcError, IndexError):
    """A list has no element at that position."""


class Unsupported(CalcError, NotImplementedError):
    """The grammar knows the form, the calculator cannot evaluate it."""


class RaisedError(CalcError, ValueError):
    """An error a calculator function raised with `error("...")`."""


class AssertionFailed(CalcError, AssertionError):
    """What an `assert` states does not hold."""


class ModuleProblem(CalcError, ImportError):
    """A module cannot be found, read or imported from."""


class RatesProblem(CalcError, ValueError):
    """Exchange rates cannot be fetched or read."""


class LimitError(CalcError, OverflowError):
    """A calculation would go past one of the limits in the settings."""


class DepthLimit(LimitError, RecursionError):
    """Functions call each other too deeply. Catching it would let a recursion go on for ever."""

    catchable = False


class TimeLimit(LimitError, TimeoutError):
    """An input took longer than it may."""

    catchable = False

    @classmethod
    def after(cls, seconds: float) -> TimeLimit:
        """The error when so many seconds have passed."""
        return cls(f"This took longer than {seconds:g} seconds.", hint="raise the setting timeout")


class Interrupted(CalcError):
    """The user stopped the calculation."""

    catchable = False


class Postponed(CalcError):
    """A line that is only tried out reached what has effects or takes long; evaluating it may well succeed."""

    catchable = False


class InternalError(CalcError, RuntimeError):
    """A fault in the calculator itself; its cause is the Python exception."""

    catchable = False
