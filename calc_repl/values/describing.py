"""How real and complex numbers look to a programmer: sqrt(2) ≈ 1.41421356237."""

from __future__ import annotations

from calc_repl.errors import CalcError
from calc_repl.values.closed_forms import symbolic
from calc_repl.values.enclosing import significant
from calc_repl.values.undecided import Undecided

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.real import Number

_DIGITS = 12
#: Decimals are written plainly between these powers of ten.
_PLAIN_FROM, _PLAIN_TO = -4, _DIGITS


def described(number: Number) -> str:
    """A short number as it is; of any other its closed form, if it has one, and its digits. Raises nothing."""
    exact = symbolic(number)
    if exact is not None and isinstance(number, int):
        return exact
    try:
        decimal = f"≈ {_rounded(number)}"
    except Undecided as undecided:
        decimal = f"≈ 0, nearer to it than 10^-{undecided.digits}"
    except CalcError as error:
        decimal = f"with digits out of reach: {error.message}"
    return decimal if exact is None else f"{exact} {decimal}"


def _rounded(number: Number) -> str:
    digits = significant(number, _DIGITS)
    sign = "-" if digits.negative else ""
    text, point = digits.text, digits.point
    if not _PLAIN_FROM < point <= _PLAIN_TO:
        return f"{sign}{text[0]}.{text[1:]}e{point - 1}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{text}"
    return f"{sign}{text[:point]}.{text[point:]}".rstrip(".")
