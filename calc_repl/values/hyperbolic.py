"""Hyperbolic functions and their inverses, by exponentials and logarithms: sinh(ln 2) is 3/4."""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values.arcs import sign_of_lead
from calc_repl.values.deciding import compare, is_zero, sign
from calc_repl.values.exponentials import exp, ln
from calc_repl.values.not_real import NotReal
from calc_repl.values.powers import sqrt
from calc_repl.values.quotients import reciprocal
from calc_repl.values.rational import Rational
from calc_repl.values.real import add, divide, multiply, negate, subtract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)


def sinh(number: Number) -> Number:
    """The hyperbolic sine, (e^x - e^-x)/2."""
    return multiply(_HALF, subtract(exp(number), exp(negate(number))))


def cosh(number: Number) -> Number:
    """The hyperbolic cosine, (e^x + e^-x)/2."""
    return multiply(_HALF, add(exp(number), exp(negate(number))))


def tanh(number: Number) -> Number:
    """The hyperbolic tangent, 1 - 2/(e^2x + 1): for large numbers its distance from 1 is one term."""
    if sign_of_lead(number) < 0:
        return negate(tanh(negate(number)))
    return subtract(1, divide(2, add(exp(multiply(2, number)), 1)))


def asinh(number: Number) -> Number:
    """The inverse of sinh, ln(x + sqrt(x^2 + 1)); odd, so that no digits cancel for negative numbers."""
    if sign(number) < 0:
        return negate(asinh(negate(number)))
    return ln(add(number, sqrt(add(multiply(number, number), 1))))


def acosh(number: Number) -> Number:
    """The inverse of cosh, ln(x + sqrt(x^2 - 1)). Raises NotReal below 1."""
    if compare(number, 1) < 0:
        raise NotReal("acosh of a number below 1 is not a real number.")
    return ln(add(number, sqrt(subtract(multiply(number, number), 1))))


def atanh(number: Number) -> Number:
    """The inverse of tanh, ln((1 + x)/(1 - x))/2. Raises DomainError at 1 and -1, NotReal beyond."""
    above, below = add(1, number), subtract(1, number)
    if is_zero(above) or is_zero(below):
        raise DomainError("atanh is not defined at 1 and -1.", argument=0)
    if sign(above) < 0 or sign(below) < 0:
        raise NotReal("atanh of a number outside -1 to 1 is not a real number.")
    return multiply(_HALF, ln(multiply(above, reciprocal(below))))
