"""The decimal prefixes of the SI and the binary ones of IEC 80000-13."""

from __future__ import annotations

from calc_repl.values import rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number

_DECIMAL = {
    "Q": ("quetta", 30),
    "R": ("ronna", 27),
    "Y": ("yotta", 24),
    "Z": ("zetta", 21),
    "E": ("exa", 18),
    "P": ("peta", 15),
    "T": ("tera", 12),
    "G": ("giga", 9),
    "M": ("mega", 6),
    "k": ("kilo", 3),
    "h": ("hecto", 2),
    "da": ("deca", 1),
    "d": ("deci", -1),
    "c": ("centi", -2),
    "m": ("milli", -3),
    "μ": ("micro", -6),
    "n": ("nano", -9),
    "p": ("pico", -12),
    "f": ("femto", -15),
    "a": ("atto", -18),
    "z": ("zepto", -21),
    "y": ("yocto", -24),
    "r": ("ronto", -27),
    "q": ("quecto", -30),
}
_BINARY = ("kibi", "mebi", "gibi", "tebi", "pebi", "exbi", "zebi", "yobi")
_BINARY_SYMBOLS = ("Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi")

#: The symbol each way of writing a prefix stands for, in front of symbols and in front of long names.
SHORT = {symbol: symbol for symbol in (*_DECIMAL, *_BINARY_SYMBOLS)} | {"u": "μ"}
LONG = {name: symbol for symbol, (name, _) in _DECIMAL.items()} | {"deka": "da"}
LONG |= dict(zip(_BINARY, _BINARY_SYMBOLS, strict=True))

_UPWARDS = frozenset("kMGTPEZYRQ")
#: The prefixes the signs in a mark of the definitions allow; its letters are prefixes themselves.
_ALLOWED = {
    "*": frozenset(_DECIMAL),
    "+": _UPWARDS | frozenset("mμnpfazyrq"),
    "#": _UPWARDS.union(_BINARY_SYMBOLS),
}


def allows(mark: str, prefix: str) -> bool:
    """Whether a unit with a mark takes the prefix of a symbol."""
    return prefix in mark or any(prefix in _ALLOWED.get(sign, ()) for sign in mark)


def factor(symbol: str) -> Number:
    """What a prefix multiplies by."""
    if symbol in _DECIMAL:
        return rational.power(10, _DECIMAL[symbol][1])
    return 1 << 10 * (_BINARY_SYMBOLS.index(symbol) + 1)


def long_name(symbol: str) -> str:
    """The prefix in front of long names."""
    return _DECIMAL[symbol][0] if symbol in _DECIMAL else _BINARY[_BINARY_SYMBOLS.index(symbol)]


def factor_text(symbol: str) -> str:
    """What a prefix multiplies by, as it is written."""
    if symbol not in _DECIMAL:
        place = _BINARY_SYMBOLS.index(symbol) + 1
        return f"1024^{place}" if place > 1 else "1024"
    exponent = _DECIMAL[symbol][1]
    if 0 < exponent <= 3:
        return "1" + "0" * exponent
    return f"10^{exponent}" if exponent > 0 or exponent < -3 else "0." + "0" * (-exponent - 1) + "1"
