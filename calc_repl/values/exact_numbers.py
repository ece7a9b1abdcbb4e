"""Exact numbers for Python code that knows nothing of the calculator.

A function such as `def divide(a, b): return a / b` gets these in the place of
Python's own numbers, so its answers stay exact: whole numbers whose quotient
is a fraction, fractions that are Python's own, and for every other kind an
object with the operators and functions Python expects of a number.
"""

from __future__ import annotations

import numbers
from fractions import Fraction

from calc_repl.errors import DivisionByZero, KindError, LimitError
from calc_repl.values import arithmetic, integers, limits
from calc_repl.values.kinds import is_number
from calc_repl.values.rational import Rational, from_fraction, ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ExactInt(int):
    """A whole number for Python: an `int` whose quotients and negative powers are exact fractions.

    Products and powers are measured before they are made: they raise LimitError.
    """

    __slots__ = ()

    @property
    def numerator(self) -> ExactInt:
        """The number itself; it keeps the powers of a `Fraction` within the limits."""
        return self

    def __add__(self, other: Any) -> Any:
        return _whole(int.__add__(self, other))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return _whole(int.__sub__(self, other))

    def __rsub__(self, other: Any) -> Any:
        return _whole(int.__rsub__(self, other))

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, int):
            return ExactInt(integers.multiply(int(self), int(other)))
        return int.__mul__(self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        return _quotient(self, other) if isinstance(other, int) else NotImplemented

    def __rtruediv__(self, other: Any) -> Any:
        return _quotient(other, self) if isinstance(other, int) else NotImplemented

    def __floordiv__(self, other: Any) -> Any:
        return _divided(self, other)[0] if isinstance(other, int) else NotImplemented

    def __rfloordiv__(self, other: Any) -> Any:
        return _divided(other, self)[0] if isinstance(other, int) else NotImplemented

    def __mod__(self, other: Any) -> Any:
        return _divided(self, other)[1] if isinstance(other, int) else NotImplemented

    def __rmod__(self, other: Any) -> Any:
        return _divided(other, self)[1] if isinstance(other, int) else NotImplemented

    def __divmod__(self, other: Any) -> Any:
        return _divided(self, other) if isinstance(other, int) else NotImplemented

    def __rdivmod__(self, other: Any) -> Any:
        return _divided(other, self) if isinstance(other, int) else NotImplemented

    def __pow__(self, exponent: Any, modulus: Any = None) -> Any:
        if not isinstance(exponent, int):
            return NotImplemented
        return _power(self, exponent) if modulus is None else _whole(pow(int(self), int(exponent), int(modulus)))

    def __rpow__(self, base: Any, modulus: Any = None) -> Any:
        if not isinstance(base, int):
            return NotImplemented
        return _power(base, self) if modulus is None else _whole(pow(int(base), int(self), int(modulus)))

    def __lshift__(self, places: Any) -> Any:
        return _shifted(self, places) if isinstance(places, int) else NotImplemented

    def __rlshift__(self, number: Any) -> Any:
        return _shifted(number, self) if isinstance(number, int) else NotImplemented

    def __rshift__(self, places: Any) -> Any:
        return _whole(int.__rshift__(self, places))

    def __and__(self, other: Any) -> Any:
        return _whole(int.__and__(self, other))

    def __or__(self, other: Any) -> Any:
        return _whole(int.__or__(self, other))

    def __xor__(self, other: Any) -> Any:
        return _whole(int.__xor__(self, other))

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def __neg__(self) -> ExactInt:
        return ExactInt(int.__neg__(self))

    def __pos__(self) -> ExactInt:
        return self

    def __abs__(self) -> ExactInt:
        return ExactInt(int.__abs__(self))

    def __invert__(self) -> ExactInt:
        return ExactInt(int.__invert__(self))

    def __round__(self, places: Any = None) -> ExactInt:
        return ExactInt(int.__round__(self) if places is None else int.__round__(self, places))

    def __str__(self) -> str:
        return integers.to_text(int(self))

    __repr__ = __str__


class ExactNumber:
    """A number for Python that is neither whole nor a fraction: irrational, complex or uncertain.

    Calculating with it is exact as long as the other operand is; with one of
    Python's floats it becomes one itself.
    """

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __add__(self, other: Any) -> Any:
        return _combined(arithmetic.add, self, other)

    def __radd__(self, other: Any) -> Any:
        return _combined(arithmetic.add, other, self)

    def __sub__(self, other: Any) -> Any:
        return _combined(arithmetic.subtract, self, other)

    def __rsub__(self, other: Any) -> Any:
        return _combined(arithmetic.subtract, other, self)

    def __mul__(self, other: Any) -> Any:
        return _combined(arithmetic.multiply, self, other)

    def __rmul__(self, other: Any) -> Any:
        return _combined(arithmetic.multiply, other, self)

    def __truediv__(self, other: Any) -> Any:
        return _combined(arithmetic.divide, self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return _combined(arithmetic.divide, other, self)

    def __pow__(self, other: Any) -> Any:
        return _combined(arithmetic.power, self, other)

    def __rpow__(self, other: Any) -> Any:
        return _combined(arithmetic.power, other, self)

    def __floordiv__(self, other: Any) -> Any:
        return _combined(_floor_divided, self, other)

    def __rfloordiv__(self, other: Any) -> Any:
        return _combined(_floor_divided, other, self)

    def __mod__(self, other: Any) -> Any:
        return _combined(_modulo, self, other)

    def __rmod__(self, other: Any) -> Any:
        return _combined(_modulo, other, self)

    def __divmod__(self, other: Any) -> Any:
        return self // other, self % other

    def __rdivmod__(self, other: Any) -> Any:
        return other // self, other % self

    def __neg__(self) -> Any:
        return exact(-self.value)

    def __pos__(self) -> ExactNumber:
        return self

    def __abs__(self) -> Any:
        return exact(abs(self.value))

    def __eq__(self, other: object) -> Any:
        return _combined(arithmetic.equal, self, other)

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: Any) -> Any:
        return _combined(lambda left, right: arithmetic.compare(left, right, "<") < 0, self, other)

    def __le__(self, other: Any) -> Any:
        return _combined(lambda left, right: arithmetic.compare(left, right, "<=") <= 0, self, other)

    def __gt__(self, other: Any) -> Any:
        return _combined(lambda left, right: arithmetic.compare(left, right, ">") > 0, self, other)

    def __ge__(self, other: Any) -> Any:
        return _combined(lambda left, right: arithmetic.compare(left, right, ">=") >= 0, self, other)

    def __bool__(self) -> bool:
        return not arithmetic.equal(self.value, 0)

    def __float__(self) -> float:
        return as_float(self.value)

    def __complex__(self) -> complex:
        return as_complex(self.value)

    def __int__(self) -> int:
        return int(self.__trunc__())

    def __floor__(self) -> ExactInt:
        return ExactInt(arithmetic.floor(self.value))

    def __ceil__(self) -> ExactInt:
        return ExactInt(-arithmetic.floor(-self.value))

    def __trunc__(self) -> ExactInt:
        return self.__ceil__() if arithmetic.sign(self.value) < 0 else self.__floor__()

    def __round__(self, places: int | None = None) -> Any:
        scale = arithmetic.power(10, int(places or 0))
        scaled = arithmetic.multiply(self.value, scale)
        nearest = arithmetic.floor(arithmetic.add(scaled, Rational(1, 2)))  # no half lies among the irrationals
        return ExactInt(nearest) if places is None else exact(arithmetic.divide(nearest, scale))

    @property
    def real(self) -> Any:
        """The real part."""
        return exact(getattr(self.value, "re", self.value))

    @property
    def imag(self) -> Any:
        """The imaginary part."""
        return exact(getattr(self.value, "im", 0))

    def conjugate(self) -> Any:
        """The number with the other sign of its imaginary part."""
        from calc_repl.values.complex import conj

        return exact(conj(self.value))

    def __repr__(self) -> str:
        try:
            return repr(self.__float__() if self.value.kind == "number" else self.__complex__())
        except ValueError:
            return "an uncertain number"


numbers.Number.register(ExactNumber)


def exact(number: Any) -> Any:
    """A number of the calculator as exact Python code gets it; what is no number passes."""
    if type(number) is int:
        return ExactInt(number)
    if type(number) is Rational:
        return Fraction(ExactInt(number.numerator), ExactInt(number.denominator))
    return ExactNumber(number) if is_number(number) else number


def inexact(number: Any) -> Any:
    """A number of the calculator as Python has it: int, float or complex. Raises LimitError, KindError."""
    if type(number) is int:
        return number
    return as_complex(number) if getattr(number, "kind", None) == "complex" else as_float(number)


def from_exact(number: Any) -> Any:
    """A number of exact Python code as the calculator's own; None for what is none."""
    kind = type(number)
    if kind is ExactNumber:
        return number.value
    if isinstance(number, int):
        return int(number)
    if isinstance(number, Fraction):
        return ratio(int(number.numerator), int(number.denominator))
    return None


def as_float(number: Any) -> float:
    """The nearest float to a real number. Raises LimitError for one too large, KindError for one that is not real."""

    if arithmetic.is_interval(number) or getattr(number, "kind", None) == "complex":
        kind = "an uncertain" if arithmetic.is_interval(number) else "a complex"
        hint = "give its midpoint" if arithmetic.is_interval(number) else "give its re, im or abs"
        raise KindError(f"Python has no float for {kind} number.", hint=hint)
    try:
        if type(number) is int:
            return float(number)
        if type(number) is Rational:
            return number.numerator / number.denominator
        value = float(number)
    except OverflowError:
        value = float("inf")
    if value in (float("inf"), float("-inf")):
        raise LimitError("This number is too large for Python's floats.")
    return value


def as_complex(number: Any) -> complex:
    """The nearest pair of floats to a number. Raises LimitError, KindError."""
    return complex(as_float(getattr(number, "re", number)), as_float(getattr(number, "im", 0)))


def _whole(number: Any) -> Any:
    return ExactInt(number) if type(number) is int else number


def _quotient(dividend: int, divisor: int) -> ExactInt | Fraction:
    if not divisor:
        raise DivisionByZero
    return exact(ratio(int(dividend), int(divisor)))  # type: ignore[no-any-return]


def _divided(dividend: int, divisor: int) -> tuple[ExactInt, ExactInt]:
    if not divisor:
        raise DivisionByZero
    quotient, remainder = integers.divide_floor(int(dividend), int(divisor))
    return ExactInt(quotient), ExactInt(remainder)


def _power(base: int, exponent: int) -> ExactInt | Fraction:
    if exponent >= 0:
        return ExactInt(integers.power(int(base), int(exponent)))
    return _quotient(1, integers.power(int(base), -int(exponent)))


def _shifted(number: int, places: int) -> ExactInt:
    if places < 0:
        raise ValueError("negative shift count")
    return ExactInt(integers.shift_left(int(number), int(places)))


def _combined(function: Any, left: Any, right: Any) -> Any:
    """A function of two numbers, one of them an ExactNumber."""
    values = []
    for operand in (left, right):
        if isinstance(operand, (float, complex)):
            return _in_floats(function, left, right)
        value = from_exact(operand)
        if value is None:
            return NotImplemented
        values.append(value)
    limits.tick()
    return exact(function(*values))


#: What is done to floats in the place of the exact functions.
_FLOATING: dict[Any, Any] = {
    arithmetic.add: lambda left, right: left + right,
    arithmetic.subtract: lambda left, right: left - right,
    arithmetic.multiply: lambda left, right: left * right,
    arithmetic.divide: lambda left, right: left / right,
    arithmetic.power: lambda left, right: left**right,
}


def _in_floats(function: Any, left: Any, right: Any) -> Any:
    """The same with one operand a float: an inexact number makes the result inexact."""
    wide = any(isinstance(each, complex) or getattr(_value(each), "kind", "") == "complex" for each in (left, right))
    kind: Any = complex if wide else float
    one, other = kind(left), kind(right)
    floating = _FLOATING.get(function)
    if floating is not None:
        return floating(one, other)
    if wide:
        return NotImplemented if function is not arithmetic.equal else one == other
    return exact(function(from_fraction(Fraction(one)), from_fraction(Fraction(other))))


def _value(number: Any) -> Any:
    return number.value if type(number) is ExactNumber else number


def _floor_divided(dividend: Any, divisor: Any) -> Any:
    return arithmetic.floor(arithmetic.divide(dividend, divisor))


def _modulo(dividend: Any, divisor: Any) -> Any:
    return arithmetic.subtract(dividend, arithmetic.multiply(divisor, _floor_divided(dividend, divisor)))
