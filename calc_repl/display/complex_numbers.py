"""Complex numbers as text: `a + b i`, which reads back."""

from __future__ import annotations

import re

from calc_repl.display.numbers import Written, write_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.settings import Settings
    from calc_repl.values.arithmetic import AnyNumber
    from calc_repl.values.complex import Complex
    from calc_repl.values.kinds import Notation

_FRACTION = re.compile("[0-9]+/[0-9]+")


def write_complex(number: Complex, settings: Settings, notation: Notation | None) -> Written:
    """Both parts in the notation; exact only where both are."""
    parts = [write_number(part, settings, notation) for part in (number.re, number.im)]
    exact = None
    if all(part.exact is not None for part in parts):
        exact = _joined(*(str(part.exact) for part in parts))
    if all(part.decimal is None for part in parts):
        return Written(exact, None, False)
    decimal = _joined(*(str(part.decimal or part.exact) for part in parts))
    notes = [f"{name}: {part.note}" for name, part in zip(("re", "im"), parts, strict=True) if part.note]
    return Written(exact, decimal, any(part.rounded for part in parts), "; ".join(notes) or None)


def write_polar(number: AnyNumber, settings: Settings) -> Written:
    """A number by its size and its angle in the set unit: `polar(2, pi/6)`, which reads back."""
    from calc_repl.values.angles import in_set_unit
    from calc_repl.values.complex import absolute, arg

    size = absolute(number)
    parts = [write_number(part, settings) for part in (size, in_set_unit(arg(number)) if size != 0 else 0)]
    exact = None
    if all(part.exact is not None for part in parts):
        exact = f"polar({parts[0].exact}, {parts[1].exact})"
    if all(part.decimal is None for part in parts):
        return Written(exact, None, False)
    decimal = f"polar({', '.join(str(part.decimal or part.exact) for part in parts)})"
    return Written(exact, decimal, any(part.rounded for part in parts))


def _joined(real: str, imaginary: str) -> str:
    factor = _with_unit(imaginary)
    if real == "0":
        return factor
    if factor.startswith("-"):
        return f"{real} - {factor[1:]}"
    return f"{real} + {factor}"


def _with_unit(text: str) -> str:
    """The text of a real factor before i, in brackets where i would not multiply all of it: (sqrt(3)/2) i."""
    if text in ("1", "-1"):
        return text[:-1] + "i"
    sign, size = ("-", text[1:]) if text.startswith("-") else ("", text)
    outside = _outside_brackets(size)
    if " + " in outside or " - " in outside:
        return f"({text}) i"
    # A fraction of whole numbers before a factor is one factor; any other division would take i below the line.
    return f"{sign}({size}) i" if "/" in outside and not _FRACTION.fullmatch(size) else f"{sign}{size} i"


def _outside_brackets(text: str) -> str:
    """What of a text stands in no brackets."""
    depth, kept = 0, ""
    for character in text:
        depth += (character == "(") - (character == ")")
        if not depth:
            kept += character
    return kept
