"""How large an exact value may become: asked before the work is done, so that nothing runs away.

The limits in force are those of the evaluation that runs now; `use` sets them.
Evaluations take turns (see `calculator`), so one set is enough.

A line that is only tried out while it is typed may cost a little of what an
evaluation may: past that it is postponed, which is no error of the line.
"""

from __future__ import annotations

from calc_repl.errors import LimitError, Postponed
from calc_repl.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: What trying a line out may cost: bits of a number, elements of a list, characters of a text, decimal places.
_TRIED_BITS, _TRIED_ELEMENTS, _TRIED_TEXT, _TRIED_EXPONENT = 2**14, 10_000, 10_000, 1_000

current: Settings = Settings()
trying = False
affordable_bits: int = current.max_bits
#: What the values of this evaluation rest on beside what was typed, such as the exchange rates of a day.
basis: str | None = None

_ticks = 0
_look: Callable[[], None] | None = None


def use(settings: Settings, only_try: bool = False) -> None:
    """Make the limits of these settings the ones in force; `only_try` for a line that is not evaluated yet."""
    global current, trying, affordable_bits, basis, _look
    current = settings
    trying = only_try
    affordable_bits = min(settings.max_bits, _TRIED_BITS) if only_try else settings.max_bits
    basis = None
    _look = None


def watch(look: Callable[[], None] | None) -> None:
    """Have `look` called now and then during the evaluation; it raises when the time is up. None: nobody looks."""
    global _look
    _look = look


def tick() -> None:
    """Say that a small step is done; every two hundred and fifty-sixth time somebody looks at the clock."""
    global _ticks
    _ticks += 1
    if not _ticks & 255 and _look is not None:
        _look()


def tick_large() -> None:
    """Say that a large step is to be done: somebody looks at the clock at once."""
    if _look is not None:
        _look()


def check_effects() -> None:
    """Refuse what may have effects or take any time while a line is only tried out. Raises Postponed."""
    if trying:
        raise Postponed("Enter computes this.")


def fits(bits: float) -> bool:
    """Whether a number may have so many bits. Raises Postponed when it may, but not while it is only tried out."""
    return bits <= affordable_bits or not _is_past(bits, current.max_bits)


def fits_exponent(exponent: int) -> bool:
    """Whether an exponent, or a number of decimal places, may be so large. Raises Postponed as `fits` does."""
    if trying and exponent > _TRIED_EXPONENT:
        return not _is_past(exponent, current.max_exponent)
    return exponent <= current.max_exponent


def check_bits(bits: int) -> None:
    """Refuse a number of so many bits before it is computed. Raises LimitError."""
    if bits > affordable_bits and _is_past(bits, current.max_bits):
        most = about_digits(current.max_bits)
        raise LimitError(
            f"The result would have about {about_digits(bits)} digits; the limit is about {most}.",
            hint="raise the setting max_bits",
        )


def check_elements(count: int) -> None:
    """Refuse a list of so many elements before it is made. Raises LimitError."""
    if count > (_TRIED_ELEMENTS if trying else current.max_elements) and _is_past(count, current.max_elements):
        raise LimitError(
            f"The list would have {short(count)} elements; the limit is {current.max_elements:,}.",
            hint="raise the setting max_elements",
        )


def check_text(length: int) -> None:
    """Refuse a text of so many characters before it is made. Raises LimitError."""
    if length > (_TRIED_TEXT if trying else current.max_text) and _is_past(length, current.max_text):
        raise LimitError(
            f"The text would have {short(length)} characters; the limit is {current.max_text:,}.",
            hint="raise the setting max_text",
        )


def _is_past(size: float, most: int) -> bool:
    """Whether a size is past the limit for evaluations. Raises Postponed when it is only past that for trying."""
    if size > most:
        return True
    check_effects()
    return False


def about_digits(bits: int) -> str:
    """The number of decimal digits of a number of so many bits, for a message."""
    return short(bits * 30102999566 // 10**11 + 1)


def short(count: int) -> str:
    """A count for a message: in full while it is short, otherwise by its power of ten."""
    if count < 10**12:
        return f"{count:,}"
    return f"10^{short(count.bit_length() * 30103 // 100000)}"
