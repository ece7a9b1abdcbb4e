"""Enclosures of real numbers: intervals, Arb's balls, that are proved to hold the value.

The atoms below a number are computed from the bottom up, with a stack of our
own: a number may be thousands of operations deep. Each keeps its best ball.
"""

from __future__ import annotations

from contextlib import contextmanager

from flint import arb, ctx, fmpq

from calc_repl.errors import LimitError
from calc_repl.values import limits
from calc_repl.values.atoms import Atom

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from calc_repl.values.real import Real

#: Precision in bits spent on a value before it is given up.
MAX_VALUE_PRECISION = 2**19
#: An exponential with a larger argument, in bits, has an exponent nobody could read.
_GREATEST_ARGUMENT = 2**14


class PrecisionLimit(LimitError):
    """An operation cannot be computed to as many digits as a value needs."""


@contextmanager
def precision_of(bits: int) -> Iterator[None]:
    """The one place that sets FLINT's precision, which is global to the process."""
    before = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = before


def ball(number: Real, bits: int) -> arb:
    """An enclosure of a number, computed with so many bits. Raises LimitError where an operation cannot be."""
    if number.precision < bits:
        with precision_of(bits):
            _compute_atoms(number, bits)
            _enclose(number, bits)
    return number.ball


def _compute_atoms(number: Real, bits: int) -> None:
    """Give every atom below a number a ball of at least this precision."""
    stack = [base for monomial in number.form for base, _, _ in monomial if base.precision < bits]
    while stack:
        base = stack[-1]
        if base.precision >= bits:
            stack.pop()
            continue
        missing = [
            inner
            for argument in base.arguments
            if argument.precision < bits
            for monomial in argument.form
            for inner, _, _ in monomial
            if inner.precision < bits
        ]
        if missing:
            stack += missing
            continue
        _compute(base, bits)
        stack.pop()


def _compute(base: Atom, bits: int) -> None:
    if bits > base.most_bits:
        digits = limits.about_digits(base.most_bits)
        raise PrecisionLimit(f"{base.name} is computed to at most about {digits} digits.")
    base.ball = base.evaluate([_enclose(argument, bits) for argument in base.arguments])
    base.precision = bits


def _enclose(number: Real, bits: int) -> arb:
    """The ball of a form whose atoms have theirs."""
    if number.precision < bits:
        sum_of_terms = arb(0)
        for monomial, c in number.form.items():
            term = arb(c)
            for base, numerator, denominator in monomial:
                term = term * _power(base, numerator, denominator)
            sum_of_terms = sum_of_terms + term
        number.ball = sum_of_terms
        number.precision = bits
    return number.ball


def _power(base: Atom, numerator: int, denominator: int) -> arb:
    """The ball of a power of an atom."""
    value = base.ball
    if denominator == 1 and abs(numerator) < 2**30:
        return value if numerator == 1 else value**numerator
    if base.name == "exp":
        return exponential(_enclose(base.arguments[0], base.precision) * arb(fmpq(numerator, denominator)))
    if base.name == "e":
        return exponential(arb(fmpq(numerator, denominator)))
    if denominator <= 64 and abs(numerator) < 1000:
        return (value**numerator).root(denominator)
    if denominator == 1 and not value > 0:
        return _power_of_negative(value, numerator)
    return exponential(value.log() * fmpq(numerator, denominator))


def _power_of_negative(value: arb, exponent: int) -> arb:
    if not value < 0:
        return value**exponent
    size = exponential((-value).log() * exponent)
    return -size if exponent & 1 else size


def exponential(argument: arb) -> arb:
    """exp, refusing what has an exponent of thousands of digits. Raises LimitError."""
    if argument.is_finite() and abs(argument) > arb((1, _GREATEST_ARGUMENT)):
        raise beyond_reading(argument)
    return argument.exp()


def beyond_reading(logarithm: arb) -> LimitError:
    """The error for e to an argument of thousands of digits."""
    with precision_of(int(abs(logarithm).upper().mid().man_exp()[1].bit_length()) + 128):
        size = abs(logarithm) / arb.const_log10()
        digits = (size.log() / arb.const_log10()).floor().unique_fmpz()
    bound = f"10^(10^{digits if digits is not None and digits.bit_length() < 100 else _GREATEST_ARGUMENT * 3 // 10})"
    if logarithm > 0:
        return LimitError(f"The result would be larger than {bound}.")
    return LimitError(f"The result would be nearer to 0 than 1/{bound}.")
