"""Python's floats as text: 15 significant digits, marked as rounded and labelled."""

from __future__ import annotations

from calc_repl.display.numbers import Written, write_number
from calc_repl.errors import KindError
from calc_repl.values.foreign import Float
from calc_repl.values.kinds import Notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.settings import Settings

DIGITS = 15
LABEL = "float"


def write_float(number: Float, settings: Settings, notation: Notation | None) -> Written:
    """A float in a notation; never as exact. Raises KindError for a notation inf and nan do not have."""
    try:
        value = (_rounded(number) if notation is None else number).number()
    except KindError:
        if notation is not None:
            raise
        return Written(None, str(number.value), True, LABEL)  # inf or nan
    written = write_number(value, settings, notation or Notation("decimal"))
    return Written(None, written.decimal or written.exact, True, LABEL)


def _rounded(number: Float) -> Float:
    value = number.value
    if isinstance(value, complex):
        return Float(complex(_digits(value.real), _digits(value.imag)))
    return Float(_digits(value))


def _digits(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
