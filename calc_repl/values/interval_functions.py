"""Functions of uncertain numbers: the exact set of values, piece by piece where the function rises or falls.

An increasing function takes ends to ends. Others are cut where they turn, as
the sine at its peaks; where they have a pole, or no real value, within the
bounds, the answer is an error.
"""

from __future__ import annotations

from calc_repl.errors import DivisionByZero, DomainError
from calc_repl.values import arcs, circular, constants, deciding, exponentials, hyperbolic, powers, real
from calc_repl.values.intervals import Interval, compare, divide, ends, greatest, interval, least
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.intervals import Bounded
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)


def sqrt(number: Bounded) -> Bounded:
    """All square roots. Raises DomainError where a value may be negative."""
    if deciding.sign(ends(number)[0]) < 0:
        raise DomainError("The square root of an uncertain number that may be negative is not defined.", argument=0)
    return _rising(powers.sqrt, number)


def power(base: Bounded, exponent: Bounded) -> Bounded:
    """All powers. Raises DivisionByZero or DomainError where one is not a real number."""
    if not isinstance(exponent, Interval):
        exponent = deciding.recognised(exponent)
        if isinstance(exponent, int):
            return _whole_power(base, exponent)
    b_low, b_high = ends(base)
    e_low, e_high = ends(exponent)
    known = deciding.sign(b_low)
    if known < 0:
        raise DomainError("An uncertain number that may be negative has whole powers only.", argument=0)
    if known == 0 and deciding.sign(e_low) <= 0:
        raise DivisionByZero("Cannot raise a number that may be 0 to a power that may not be above 0.")
    # A power is monotone in base and exponent, each by itself, so the extremes lie at corners.
    corners = [powers.power(b, e) for b in {b_low, b_high} for e in {e_low, e_high}]
    return interval(least(*corners), greatest(*corners))


def exp(exponent: Bounded) -> Bounded:
    """All powers of e."""
    return _rising(exponentials.exp, exponent)


def ln(number: Bounded) -> Bounded:
    """All natural logarithms. Raises DomainError where a value may be 0 or less."""
    _check_logarithm(number, 0)
    return _rising(exponentials.ln, number)


def log(number: Bounded, base: Bounded = 10) -> Bounded:
    """All logarithms to a base. Raises DomainError where a value may be 0 or less, or the base 1."""
    _check_logarithm(number, 0)
    _check_logarithm(base, 1)
    b_low, b_high = ends(base)
    if deciding.compare(b_low, 1) <= 0 <= deciding.compare(b_high, 1):
        raise DomainError("The base of a logarithm cannot be 1.", argument=1)
    if isinstance(base, Interval):
        return divide(ln(number), ln(base))
    low, high = (exponentials.log(end, b_low) for end in ends(number))
    return interval(low, high) if deciding.compare(b_low, 1) > 0 else interval(high, low)


def sin(angle: Bounded) -> Bounded:
    """All sines."""
    quarter = real.multiply(_HALF, constants.PI)
    return _wave(circular.sin, angle, quarter, real.negate(quarter))


def cos(angle: Bounded) -> Bounded:
    """All cosines."""
    return _wave(circular.cos, angle, 0, constants.PI)


def tan(angle: Bounded) -> Bounded:
    """All tangents. Raises DomainError where a pole lies within the bounds."""
    if _reaches(angle, real.multiply(_HALF, constants.PI), constants.PI):
        raise _pole("tan")
    return _rising(circular.tan, angle)


def sec(angle: Bounded) -> Bounded:
    """All secants, 1/cos. Raises DomainError where a pole lies within the bounds."""
    if _reaches(angle, real.multiply(_HALF, constants.PI), constants.PI):
        raise _pole("sec")
    return divide(1, cos(angle))


def csc(angle: Bounded) -> Bounded:
    """All cosecants, 1/sin. Raises DomainError where a pole lies within the bounds."""
    if _reaches(angle, 0, constants.PI):
        raise _pole("csc")
    return divide(1, sin(angle))


def cot(angle: Bounded) -> Bounded:
    """All cotangents. Raises DomainError where a pole lies within the bounds."""
    if _reaches(angle, 0, constants.PI):
        raise _pole("cot")
    return _falling(
        lambda end: real.multiply(circular.cos(end), circular.csc(end)), angle
    )  # in the form cot itself has


def asin(number: Bounded) -> Bounded:
    """All angles with these sines. Raises DomainError where a value may lie outside -1 to 1."""
    _check_within_one(number, "asin")
    return _rising(arcs.asin, number)


def acos(number: Bounded) -> Bounded:
    """All angles with these cosines. Raises DomainError where a value may lie outside -1 to 1."""
    _check_within_one(number, "acos")
    return _falling(arcs.acos, number)


def atan(number: Bounded) -> Bounded:
    """All angles with these tangents."""
    return _rising(arcs.atan, number)


def sinh(number: Bounded) -> Bounded:
    """All hyperbolic sines."""
    return _rising(hyperbolic.sinh, number)


def cosh(number: Bounded) -> Bounded:
    """All hyperbolic cosines, which are those of the absolute values."""
    return _rising(hyperbolic.cosh, abs(number))


def tanh(number: Bounded) -> Bounded:
    """All hyperbolic tangents."""
    return _rising(hyperbolic.tanh, number)


def sech(number: Bounded) -> Bounded:
    """All hyperbolic secants, 1/cosh."""
    return divide(1, cosh(number))


def csch(number: Bounded) -> Bounded:
    """All hyperbolic cosecants, 1/sinh. Raises DomainError where a value may be 0."""
    _check_not_zero(number, "csch")
    return divide(1, sinh(number))


def coth(number: Bounded) -> Bounded:
    """All hyperbolic cotangents, 1/tanh. Raises DomainError where a value may be 0."""
    _check_not_zero(number, "coth")
    return divide(1, tanh(number))


def asinh(number: Bounded) -> Bounded:
    """All inverse hyperbolic sines."""
    return _rising(hyperbolic.asinh, number)


def acosh(number: Bounded) -> Bounded:
    """All inverse hyperbolic cosines. Raises DomainError where a value may be below 1."""
    if deciding.compare(ends(number)[0], 1) < 0:
        raise DomainError("acosh of an uncertain number that may be below 1 is not defined.", argument=0)
    return _rising(hyperbolic.acosh, number)


def atanh(number: Bounded) -> Bounded:
    """All inverse hyperbolic tangents. Raises DomainError where a value may not lie between -1 and 1."""
    low, high = ends(number)
    if deciding.compare(low, -1) <= 0 or deciding.compare(high, 1) >= 0:
        raise DomainError("atanh of an uncertain number that may not lie between -1 and 1 is not defined.", argument=0)
    return _rising(hyperbolic.atanh, number)


def arg(number: Bounded) -> Number:
    """The angle in the complex plane: 0 for a positive number, pi for a negative one. Raises Varies for others."""
    return 0 if compare(number, 0) > 0 else constants.PI


def re(number: Bounded) -> Bounded:
    """The real part: the number itself."""
    return number


def im(number: Bounded) -> int:  # noqa: ARG001  # uncertain numbers are real
    """The imaginary part: 0."""
    return 0


conj = re


def _rising(function: Callable[[Number], Number], number: Bounded) -> Bounded:
    low, high = ends(number)
    return Interval(function(low), function(high))


def _falling(function: Callable[[Number], Number], number: Bounded) -> Bounded:
    low, high = ends(number)
    return Interval(function(high), function(low))


def _whole_power(base: Bounded, exponent: int) -> Bounded:
    if exponent == 0:
        return 1
    if exponent < 0:
        return divide(1, _whole_power(base, -exponent))
    return _rising(lambda end: powers.power(end, exponent), base if exponent % 2 else abs(base))


def _wave(function: Callable[[Number], Number], angle: Bounded, peak: Number, trough: Number) -> Bounded:
    """The values of a sine or cosine, whose peaks and troughs lie a full turn apart."""
    turn = real.multiply(2, constants.PI)
    has_peak, has_trough = _reaches(angle, peak, turn), _reaches(angle, trough, turn)
    values = [] if has_peak and has_trough else [function(end) for end in ends(angle)]
    return interval(-1 if has_trough else least(*values), 1 if has_peak else greatest(*values))


def _reaches(number: Bounded, start: Number, period: Number) -> bool:
    """Whether one of start, start ± period, start ± 2 period, ... lies within the bounds."""
    low, high = (real.divide(real.subtract(end, start), period) for end in ends(number))
    return deciding.floor(high) >= -deciding.floor(real.negate(low))


def _pole(name: str) -> DomainError:
    return DomainError(f"{name} has a pole within the bounds of the uncertain number.", argument=0)


def _check_not_zero(number: Bounded, name: str) -> None:
    low, high = ends(number)
    if deciding.sign(low) <= 0 <= deciding.sign(high):
        raise _pole(name)


def _check_logarithm(number: Bounded, argument: int) -> None:
    if deciding.sign(ends(number)[0]) <= 0:
        raise DomainError(
            "The logarithm of an uncertain number that may be 0 or negative is not defined."
            if isinstance(number, Interval)
            else "The logarithm of an uncertain number needs numbers above 0.",
            argument=argument,
        )


def _check_within_one(number: Bounded, name: str) -> None:
    low, high = ends(number)
    if deciding.compare(low, -1) < 0 or deciding.compare(high, 1) > 0:
        raise DomainError(f"{name} of an uncertain number that may lie outside -1 to 1 is not defined.", argument=0)
