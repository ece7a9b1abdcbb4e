r"""Signs no keyboard has, by the names they are typed with: a backslash, the name, Tab."""

from __future__ import annotations

_GREEK = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu"),
    *("xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
)
_SIGNS = {
    "sqrt": "√",
    "cbrt": "∛",
    "infty": "∞",
    "inf": "∞",
    "deg": "°",
    "degree": "°",
    "times": "×",
    "cdot": "·",
    "div": "÷",
    "pm": "±",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "to": "→",
    "rightarrow": "→",
    "Rightarrow": "⇒",
    "and": "∧",
    "wedge": "∧",
    "or": "∨",
    "vee": "∨",
    "not": "¬",
    "neg": "¬",
    "xor": "⊻",
    "half": "½",
    "third": "⅓",
    "quarter": "¼",
    "euro": "€",
    "pound": "£",
    "yen": "¥",
    "angstrom": "Å",
}


def _greek(start: int, spell: str) -> dict[str, str]:
    """The letters from a code point on; the final sigma between rho and sigma has no name here."""
    codes = [code for code in range(start, start + 25) if code != start + 17]
    return {getattr(name, spell)(): chr(code) for name, code in zip(_GREEK, codes, strict=True)}


#: Name -> the sign.
SYMBOLS: dict[str, str] = {
    **_greek(0x3B1, "lower"),
    **_greek(0x391, "capitalize"),
    **_SIGNS,
    **dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)),
}
