"""Values that come from Python: floats, and objects of every other kind.

What happens when one of the objects is asked for something is up to its
border, which converts between Python's values and the calculator's.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values.rational import Rational, from_fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Protocol

    class Border(Protocol):
        """How an object is reached; each function raises CalcError."""

        def attribute(self, thing: Any, name: str) -> Any:
            """The value of an attribute."""

        def item(self, thing: Any, keys: Sequence[Any]) -> Any:
            """What `thing[key]` is, or `thing[key, key]`."""

        def call(self, thing: Any, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]]) -> Any:
            """The value of a call."""

        def text(self, thing: Any) -> str:
            """One line about it, of printable characters."""

        def doc(self, thing: Any) -> str | None:
            """What it says about itself."""


class Float:
    """A float or complex float of Python: a number whose last digits nobody answers for.

    It is never taken for exact: shown with 15 digits, a sign of approximation
    and a label. What is calculated with it is a float again.
    """

    __slots__ = ("value",)
    kind = "float"
    called = "a float"

    def __init__(self, value: float | complex) -> None:
        self.value = value

    def number(self) -> Any:
        """The number its shortest decimal stands for, to calculate with. Raises KindError for inf and nan."""
        if isinstance(self.value, complex):
            from calc_repl.values.complex import complex_number

            return complex_number(_decimal(self.value.real), _decimal(self.value.imag))
        return _decimal(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Float) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"Float({self.value!r})"


class PythonObject:
    """An object of Python. Its attributes can be reached, and it may be indexed and called."""

    __slots__ = ("border", "thing")
    kind = "object"
    called = "an object of Python"

    def __init__(self, thing: Any, border: Border) -> None:
        self.thing = thing
        self.border = border

    def member(self, name: str) -> Any:
        """The value of an attribute. Raises UnknownName, and what Python raises."""
        return self.border.attribute(self.thing, name)

    def select(self, keys: Sequence[Any]) -> Any:
        """What `object[keys]` is."""
        return self.border.item(self.thing, keys)

    def call(self, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]] = ()) -> Any:
        """The value of a call. Raises what Python raises."""
        return self.border.call(self.thing, arguments, keywords)

    @property
    def signature(self) -> str:
        """One line about it."""
        return self.border.text(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PythonObject) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {type(self.thing).__name__}>"


class PythonFunction(PythonObject):
    """A function, method or class of Python."""

    __slots__ = ()
    kind = "function"
    called = "a function"

    @property
    def doc(self) -> str | None:
        """What it says about itself."""
        return self.border.doc(self.thing)

    def with_keywords(self, keywords: Sequence[tuple[str, Any]]) -> PythonFunction:
        """The function with some arguments given by name already."""
        return _Partial(self, keywords)


class _Partial(PythonFunction):
    __slots__ = ("keywords",)

    def __init__(self, function: PythonFunction, keywords: Sequence[tuple[str, Any]]) -> None:
        super().__init__(function.thing, function.border)
        self.keywords = keywords

    def call(self, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]] = ()) -> Any:
        return super().call(arguments, [*self.keywords, *keywords])


def _decimal(value: float) -> int | Rational:
    from fractions import Fraction

    try:
        return from_fraction(Fraction(repr(value)))
    except ValueError:
        raise KindError(f"{value} is not a number to calculate with.") from None
