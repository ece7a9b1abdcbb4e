"""How large an exact value may become: asked before the work is done, so that nothing runs away.

The limits in force are those of the evaluation that runs now; `use` sets them.
Evaluations take turns (see `calculator`), so one set is enough.
"""

from __future__ import annotations

from calc_repl.errors import LimitError
from calc_repl.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

current: Settings = Settings()
max_bits: int = current.max_bits


_ticks = 0
_look: Callable[[], None] | None = None


def use(settings: Settings) -> None:
    """Make the limits of these settings the ones in force."""
    global current, max_bits, _look
    current = settings
    max_bits = settings.max_bits
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


def check_bits(bits: int) -> None:
    """Refuse a number of so many bits before it is computed. Raises LimitError."""
    if bits > max_bits:
        raise LimitError(
            f"The result would have about {about_digits(bits)} digits; the limit is about {about_digits(max_bits)}.",
            hint="raise the setting max_bits",
        )


def check_elements(count: int) -> None:
    """Refuse a list of so many elements before it is made. Raises LimitError."""
    if count > current.max_elements:
        raise LimitError(
            f"The list would have {short(count)} elements; the limit is {current.max_elements:,}.",
            hint="raise the setting max_elements",
        )


def check_text(length: int) -> None:
    """Refuse a text of so many characters before it is made. Raises LimitError."""
    if length > current.max_text:
        raise LimitError(
            f"The text would have {short(length)} characters; the limit is {current.max_text:,}.",
            hint="raise the setting max_text",
        )


def about_digits(bits: int) -> str:
    """The number of decimal digits of a number of so many bits, for a message."""
    return short(bits * 30102999566 // 10**11 + 1)


def short(count: int) -> str:
    """A count for a message: in full while it is short, otherwise by its power of ten."""
    if count < 10**12:
        return f"{count:,}"
    return f"10^{short(count.bit_length() * 30103 // 100000)}"
