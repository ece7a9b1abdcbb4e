"""What numeric literals are worth: `12`, `0x1F`, `1.5e3`, `0.(3)...`, `2½`, `1,000`, `3k`."""

from __future__ import annotations

from calc_repl.errors import LimitError
from calc_repl.values import integers, limits
from calc_repl.values.rational import multiply, ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number

#: Endings that stand for a power of ten.
SUFFIXES = {"k": 3, "M": 6, "bn": 9}
_BASES = {"x": 16, "X": 16, "b": 2, "B": 2, "o": 8, "O": 8}
_VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip


def number_value(text: str) -> Number:
    """The exact value of a numeric literal. Raises LimitError for an exponent out of reach."""
    if text.isdigit() and text.isascii():
        return integers.from_text(text)
    text = text.replace("_", "").replace(",", "")
    if text[:1] == "0" and text[1:2] in _BASES:
        return int(text, _BASES[text[1]])
    if text[-1] in _VULGAR:
        whole = integers.from_text(text[:-1]) if len(text) > 1 else 0
        return whole + ratio(*_VULGAR[text[-1]])
    if text.endswith((")...", ")…")):
        return _repeating(text.rstrip(".…")[:-1])
    suffix = suffix_of(text)
    shift = SUFFIXES.get(suffix, 0)
    text = text.removesuffix(suffix)
    mantissa, _, exponent = text.replace("E", "e").partition("e")
    if exponent:
        shift += _checked_exponent(exponent)
    whole_digits, _, fraction_digits = mantissa.partition(".")
    significand = integers.from_text((whole_digits + fraction_digits).lstrip("0") or "0")
    return _scaled(significand, shift - len(fraction_digits))


def suffix_of(text: str) -> str:
    """The ending of a numeric literal that stands for a power of ten, or ""."""
    if text[-1].isdigit():
        return ""
    return next((suffix for suffix in SUFFIXES if text.endswith(suffix)), "")


def _checked_exponent(text: str) -> int:
    exponent = int(text) if len(text) <= 20 else 10**20
    if not limits.fits_exponent(abs(exponent)):
        limit = limits.current.max_exponent
        raise LimitError(f"The exponent of a number may go up to {limit:,}.", hint="raise the setting max_exponent")
    return exponent


def _scaled(significand: int, exponent: int) -> Number:
    if exponent >= 0:
        return multiply(significand, integers.power(10, exponent))
    return ratio(significand, integers.power(10, -exponent))


def _repeating(text: str) -> Number:
    """The value of `0.1(6`: digits that come once, then digits that repeat."""
    once, _, period = text.partition("(")
    whole, _, fraction_digits = once.partition(".")
    before = integers.from_text(whole + fraction_digits or "0")
    scale = integers.power(10, len(fraction_digits))
    cycle = ratio(integers.from_text(period), integers.power(10, len(period)) - 1)
    return multiply(before + cycle, ratio(1, scale))
