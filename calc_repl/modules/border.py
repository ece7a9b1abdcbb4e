"""The border between the calculator and Python: each side gets values it knows.

There are two kinds of Python code. The user's own modules get exact numbers,
so that a plain `a / b` stays exact. Modules of Python and of other people get
Python's own numbers; exact fractions would break most of them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

from calc_repl.display.safe import safe
from calc_repl.errors import KindError, LimitError, PositionError, UnknownName
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.modules import python_dates
from calc_repl.modules.python_calls import LONGEST_TEXT, one_line, run
from calc_repl.operations.declaration import Operation
from calc_repl.values import limits
from calc_repl.values.arithmetic import is_date, is_quantity
from calc_repl.values.exact_numbers import exact, from_exact, inexact
from calc_repl.values.foreign import Float, PythonFunction, PythonObject
from calc_repl.values.kinds import Function, Range, Shown, called, is_matrix, is_number, length
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from calc_repl.modules.python_calls import Host

#: Longer lists of Python stay objects.
MOST_ITEMS = 100_000
_DEEPEST = 50
_ABSENT: Any = object()
_VARIADIC = 0x04  # flag of a code object


class Border:
    """One side of the border: `exact` for the user's own modules.

    `allowed`, if given, are the only attributes that can be reached.
    """

    def __init__(self, host: Host, exact: bool, allowed: frozenset[str] | None = None) -> None:
        self.host = host
        self.exact = exact
        self.allowed = allowed

    # What an object can be asked for

    def attribute(self, thing: Any, name: str) -> Any:
        """The value of an attribute. Raises UnknownName, or CalcError for what Python raises."""
        if name[0] == "_":
            raise UnknownName(f"{name} is private to Python.")
        value = _ABSENT
        if self.allowed is None or name in self.allowed:
            value = run(self.host, getattr, thing, name, _ABSENT)
        if value is _ABSENT:
            near = nearest_name(name, self.names(thing), shortest=2)
            hint = f"did you mean {near}?" if near else None
            raise UnknownName(f"{self._name_of(thing)} has no {name}.", hint=hint)
        return self.from_python(value)

    def names(self, thing: Any) -> list[str]:
        """The attributes that can be reached."""
        names = run(self.host, dir, thing)
        return [name for name in names if name[0] != "_" and (self.allowed is None or name in self.allowed)]

    def item(self, thing: Any, keys: Sequence[Any]) -> Any:
        """What `thing[key]` is. Raises CalcError."""
        key = self.to_python(keys[0]) if len(keys) == 1 else tuple(map(self.to_python, keys))
        if isinstance(key, int) and (isinstance(thing, Sequence) or _is_of_numpy(thing)):
            key = _from_zero(key)
        return self.from_python(run(self.host, lambda: thing[key]))

    def call(self, thing: Any, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]]) -> Any:
        """The value of a call. Raises CalcError."""
        if not callable(thing):
            raise KindError(f"{self._name_of(thing)} cannot be called.")
        given = [self.to_python(argument) for argument in arguments]
        named = {name: self.to_python(value) for name, value in keywords}
        if len(named) < len(keywords):
            raise KindError("An argument is given twice.")
        return self.from_python(run(self.host, lambda: thing(*given, **named)))

    def text(self, thing: Any) -> str:
        """One line about an object: how a function is called, a date, otherwise what Python says. Raises CalcError."""
        if isinstance(thing, FunctionType):
            return safe(f"{thing.__name__}({', '.join(_parameters(thing))})")
        if isinstance(thing, (type, MethodType, BuiltinFunctionType)):
            return safe(f"{thing.__name__}(...)")
        text = run(self.host, thing.isoformat if isinstance(thing, date) else lambda: repr(thing))
        return safe(one_line(text, self.host.root, LONGEST_TEXT))

    def doc(self, thing: Any) -> str | None:
        """What a function or class says about itself."""
        doc = run(self.host, getattr, thing, "__doc__", None)
        return doc if isinstance(doc, str) else None

    def _name_of(self, thing: Any) -> str:
        name = getattr(thing, "__name__", None)
        if isinstance(name, str) and (callable(thing) or isinstance(thing, ModuleType)):
            return one_line(name, self.host.root, 60)
        kind = type(thing).__name__
        return f"{'An' if kind[0] in 'aeiouAEIOU' else 'A'} {kind}"

    # From the calculator

    def to_python(self, value: Any) -> Any:
        """A value as this Python code gets it. Raises KindError for one there is nothing for, LimitError."""
        if isinstance(value, Shown):
            value = value.value
        if value is None or type(value) in (bool, str):
            return value
        if is_number(value):
            return exact(value) if self.exact else inexact(value)
        if isinstance(value, Float):
            return value.value
        if isinstance(value, PythonObject):
            return value.thing
        if is_date(value):
            return python_dates.to_python(value)
        if type(value) is tuple or isinstance(value, Range):
            if length(value) > MOST_ITEMS:
                raise LimitError(f"Python is given lists of at most {MOST_ITEMS:,} elements.")
            return [self.to_python(item) for item in value]
        if is_matrix(value):
            return self.to_python(value.rows)
        if isinstance(value, (Function, Operation)):
            return Callback(value, self)
        hint = "divide it by a unit: 5 km / m is 5000" if is_quantity(value) else None
        raise KindError(f"Python cannot be given {called(value)}.", hint=hint)

    # From Python

    def from_python(self, value: Any) -> Any:
        """A value of Python as the calculator has it. Raises LimitError."""
        return self._converted(value, 0)

    def _converted(self, value: Any, depth: int) -> Any:
        if value is None or type(value) in (bool, str):
            if type(value) is str:
                limits.check_text(len(value))
            return value
        if isinstance(value, Callback):
            return value.function
        if _is_of_numpy(value):
            value = self._from_numpy(value)
        number = from_exact(value)
        if number is not None:
            return number
        if isinstance(value, (float, complex)):
            return Float(complex(value) if isinstance(value, complex) else float(value))
        if isinstance(value, Decimal):
            return _from_decimal(value)
        if isinstance(value, str):
            return str(value)
        is_list = isinstance(value, (list, tuple, range)) and not hasattr(value, "_fields")  # those of named ones
        if is_list and len(value) <= MOST_ITEMS:
            return self._listed(value, depth)
        if isinstance(value, (date, time)):
            known = python_dates.from_python(value, PythonObject(value, self), self.host)
            if known is not None:
                return known
        if isinstance(value, ModuleType):
            module = self.host.module_of(value)
            if module is not None:
                return module
        # What can be indexed is no function: f[1] is an element of it, not its value at the list [1].
        is_function = callable(value) and not hasattr(type(value), "__getitem__")
        return (PythonFunction if is_function else PythonObject)(value, self)

    def _listed(self, items: Iterable[Any], depth: int) -> tuple[Any, ...]:
        if depth > _DEEPEST:
            raise LimitError(f"Python answered with lists inside lists, more than {_DEEPEST} deep.")
        converted = []
        for item in items:
            limits.tick()
            converted.append(self._converted(item, depth + 1))
        limits.check_elements(len(converted))
        return tuple(converted)

    def _from_numpy(self, value: Any) -> Any:
        """An array as a list, a scalar as the number of Python it is; what is too large as it is."""
        if hasattr(value, "ndim") and value.size > MOST_ITEMS:
            return value
        plain = run(self.host, value.tolist)
        return float(plain) if _is_of_numpy(plain) else plain  # a long double has no number of Python


class Callback:
    """A function of the calculator that Python code can call."""

    def __init__(self, function: Any, border: Border) -> None:
        self.function = function
        self.border = border
        self.__name__ = function.name or "function"

    def __call__(self, *arguments: Any) -> Any:
        border = self.border
        given = [border.from_python(argument) for argument in arguments]
        return border.to_python(border.host.answer(self.function, given))

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def _parameters(function: FunctionType) -> list[str]:
    """The parameters of a function, as the signature of an operation has them."""
    code = function.__code__
    names = list(code.co_varnames[: code.co_argcount])
    required = len(names) - len(function.__defaults__ or ())
    shown = [name + ("?" if index >= required else "") for index, name in enumerate(names)]
    if code.co_flags & _VARIADIC:
        shown.append(code.co_varnames[code.co_argcount + code.co_kwonlyargcount] + "...")
    return shown


def _from_zero(position: int) -> int:
    """A position counted from 1, as everywhere in the language, as Python counts it."""
    if position == 0:
        raise PositionError("Elements are counted from 1.", hint="the first is [1], the last [-1]", argument=1)
    return position - 1 if position > 0 else position


def _from_decimal(value: Decimal) -> Any:
    if not value.is_finite():
        return Float(float(value))
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    limits.check_bits(abs(exponent) * 10 // 3)
    numerator, denominator = value.as_integer_ratio()
    return ratio(numerator, denominator)


def _is_of_numpy(value: Any) -> bool:
    """Whether a value is an array or a number of NumPy, which is not imported for it."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic))
