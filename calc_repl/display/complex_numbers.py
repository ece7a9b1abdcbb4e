"""Complex numbers as text: `a + b i`, which reads back."""

from __future__ import annotations

from calc_repl.display.numbers import Written, write_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.settings import Settings
    from calc_repl.values.arithmetic import AnyNumber
    from calc_repl.values.complex import Complex
    from calc_repl.values.kinds import Notation


def write_complex(number: Complex, settings: Settings, notation: Notation | None) -> Written:
    """Both parts in the notation; exact only where both are."""
    parts = [write_number(part, settings, notation) for part in (number.re, number.im)]
    exact = None
    if all(part.exact is not None for part in parts):
        exact = _joined(*(str(part.exact) for part in parts))
    if all(part.decimal is None for part in parts):
        return Written(exact, None, False)
    decimal = _joined(*(str(part.decimal or part.exact) for part in parts))
    return Written(exact, decimal, any(part.rounded for part in parts))


def write_polar(number: AnyNumber, settings: Settings) -> Written:
    """A number by its size and its angle in radians: `polar(2, pi/6)`, which reads back."""
    from calc_repl.values.complex import absolute, arg

    size = absolute(number)
    parts = [write_number(part, settings) for part in (size, arg(number) if size != 0 else 0)]
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


def _is_sum(text: str) -> bool:
    """Whether terms stand side by side outside all brackets."""
    depth = 0
    for character, following in zip(text, text[1:] + " ", strict=True):
        depth += (character == "(") - (character == ")")
        if not depth and character == " " and following in "+-":
            return True
    return False


def _with_unit(text: str) -> str:
    """The text of a real factor before i."""
    if text in ("1", "-1"):
        return text[:-1] + "i"
    sign, size = ("-", text[1:]) if text.startswith("-") else ("", text)
    if _is_sum(size):
        return f"({text}) i" if not size.startswith("(") else f"{text}*i"
    numerator, slash, _ = size.partition("/")
    return f"{sign}{size}*i" if slash and not numerator.isdigit() else f"{sign}{size} i"
