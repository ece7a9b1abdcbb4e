"""The units of measurement by name.

A name is one of the definitions, or a prefix one of them takes and that name;
it is never taken apart in any other way. What a unit is worth is found out when
it is first asked for.
"""

from __future__ import annotations

from calc_repl.units import expressions, prefixes
from calc_repl.units.currencies import CURRENCIES
from calc_repl.units.definitions import DEFINITIONS
from calc_repl.units.spellings import ALIKE, COMMON, RESPELLED
from calc_repl.values import exchange, rational
from calc_repl.values.units import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from calc_repl.values.rational import Number

    #: A kind of quantity, and a line of its definitions.
    Row: TypeAlias = tuple[str, str]
    #: The prefixes a name takes, as the mark behind it, and its row.
    Prefixable: TypeAlias = dict[str, tuple[str, Row]]

_BASE = "a base unit"

_exact: dict[str, Row] = {}
_short: Prefixable = {}
_long: Prefixable = {}
_currencies: dict[str, str] = {}
_worths: dict[Row, Unit] = {}
_found: dict[str, Unit] = {}


class Description:
    """What there is to say about a unit.

    `name` is its long name, `symbol` its short one, each for the other where
    there is one only; `other_names` are further ones. `definition` says what it
    is worth, `kind` what it measures. `prefix` is None or what its prefix means,
    as in "kilo: 1000 metre". `sentence` sums it up.
    """

    __slots__ = ("definition", "kind", "name", "other_names", "prefix", "sentence", "symbol")

    def __init__(self, symbols: list[str], names: list[str], kind: str, definition: str, prefix: str | None) -> None:
        self.symbol = (symbols or names)[0]
        self.name = (names or symbols)[0]
        self.other_names = tuple(name for name in (*symbols, *names) if name not in (self.symbol, self.name))
        self.kind = kind
        self.definition = definition
        self.prefix = prefix
        self.sentence = f"Base unit of {kind}." if definition == _BASE else f"Unit of {kind}: {definition}."


def find(name: str) -> Unit | None:
    """The unit of a name, called by it; only capitals that cannot be meant are put right. None when there is none."""
    unit = _found.get(name)
    if unit is None:
        spelled = _spelled(name)
        parts = _parts(spelled)
        if parts is not None:
            unit = _made(spelled, *parts)
        elif spelled in _currencies:
            unit = Unit(spelled, 1, ((_currencies[spelled], 1),))
        else:
            return None
        _found[name] = unit
    return unit


def is_unit(name: str) -> bool:
    """Whether a name is that of a unit."""
    spelled = _spelled(name)
    return _parts(spelled) is not None or spelled in _currencies


def is_currency(base: str) -> bool:
    """Whether a base quantity is a currency."""
    return base in CURRENCIES


def currency_code(name: str) -> str | None:
    """The code of the currency of a name, or None."""
    return _currencies.get(_spelled(name))


def names() -> list[str]:
    """The names worth offering: those with common prefixes, symbols, singular long names, and currencies."""
    found = list(COMMON)
    found += [name for rows in DEFINITIONS.values() for line in rows.strip().split("\n") for name in _offered(line)]
    for code, others in CURRENCIES.items():
        found += (code, others.partition("/")[0])
    return list(dict.fromkeys(found))


def every_name() -> list[str]:
    """Every name without a prefix, and those with common prefixes."""
    return [*_exact, *COMMON, *_currencies]


def in_other_capitals(name: str) -> list[str]:
    """The names that differ from one in capitals only."""
    return [known for known in dict.fromkeys(every_name()) if known.lower() == name.lower()]


def describe(name: str) -> Description | None:
    """What there is to say about the unit of a name, or None."""
    spelled = _spelled(name)
    parts = _parts(spelled)
    if parts is None:
        return _described_currency(_currencies[spelled]) if spelled in _currencies else None
    prefix, (kind, line) = parts
    columns = line.split("|")
    symbols = [_name_and_mark(word) for word in columns[0].split()]
    long_names = [_name_and_mark(word.partition("/")[0]) for word in columns[1].split()]
    definition = _definition_text(columns)
    if not prefix:
        alone = [word for word, _ in symbols if word[0] != "~"]
        return Description(alone, [word for word, _ in long_names], kind, definition, None)
    long_prefix, factor = prefixes.long_name(prefix), prefixes.factor_text(prefix)
    with_prefix = [prefix + word.lstrip("~") for word, _ in symbols]
    long_with_prefix = [long_prefix + word for word, _ in long_names]
    meaning = f"{long_prefix}: {factor} {(long_names or symbols)[0][0].lstrip('~')}"
    if "kg" in with_prefix:
        definition = _BASE
    else:
        definition = f"{factor} {definition if symbols and symbols[0][0][0] == '~' else (symbols or long_names)[0][0]}"
    same = [[word for word in words if _parts(word) == parts] for words in (with_prefix, long_with_prefix)]
    return Description(same[0], same[1], kind, definition, meaning)


def _described_currency(code: str) -> Description:
    long_name, _, others = CURRENCIES[code].partition("/")
    return Description([code, *others.split()[1:]], [long_name], "money", f"the currency {code}", None)


def _definition_text(columns: list[str]) -> str:
    text = columns[2].strip()
    if len(columns) > 3 and text[0] == "[":
        return f"decibels above {columns[3].strip()}"
    if len(columns) > 3:
        return f"{text}, from {columns[3].strip()} K on"
    if text[0] == "[":
        return _BASE if text[-1] == "]" else text.replace("[mass]", "kg")
    return "the plain number 1" if text == "1" else text


def _offered(line: str) -> list[str]:
    symbols, long_names = line.split("|")[:2]
    words = [_name_and_mark(word.partition("/")[0])[0] for word in f"{symbols} {long_names}".split()]
    return [word for word in words if word[0] != "~"]


def _spelled(name: str) -> str:
    """A name as the definitions write it."""
    if not name.isascii():
        for character, alike in ALIKE.items():
            name = name.replace(character, alike)
    return RESPELLED.get(name, name)


def _parts(name: str) -> tuple[str, Row] | None:
    """The symbol of the prefix in a name, or "", and the row of the rest; None for the name of no unit."""
    row = _exact.get(name)
    if row is not None:
        return "", row
    for length in range(1, min(len(name), 7)):
        symbols, units = (prefixes.SHORT, _short) if length < 3 else (prefixes.LONG, _long)
        prefix = symbols.get(name[:length])
        if prefix is not None and name[length:] in units:
            mark, row = units[name[length:]]
            if prefixes.allows(mark, prefix):
                return prefix, row
    return None


def _made(name: str, prefix: str, row: Row) -> Unit:
    worth = _worth(row)
    scale = rational.multiply(prefixes.factor(prefix), worth.scale) if prefix else worth.scale
    return Unit(
        name,
        scale,
        worth.dimension,
        pi_power=worth.pi_power,
        offset=worth.offset,
        uncertainty=worth.uncertainty,
        angle_power=1 if row[0] == "angle" else worth.angle_power,
        parts=_product_of(prefix, row[1].split("|")[2]) if worth.scale != 1 else (),
    )


def _product_of(prefix: str, definition: str) -> tuple[tuple[Unit, Number], ...]:
    """The units a definition is the mere product of; a prefix goes to the first of them. () for any other."""
    factors: list[tuple[Unit, Number]] = [*expressions.factors(definition, defined)]
    if len(factors) < 2 or not all(unit.dimension and unit.name[0] != "[" for unit, _ in factors):
        return ()
    first, exponent = factors[0]
    prefixed = find(prefix + first.name)
    return () if prefixed is None or exponent != 1 else ((prefixed, 1), *factors[1:])


def _worth(row: Row) -> Unit:
    worth = _worths.get(row)
    if worth is None:
        columns = row[1].split("|")
        worth = expressions.evaluate(columns[2], defined)
        if len(columns) > 3:
            worth.offset = expressions.evaluate(columns[3], defined).scale
        _worths[row] = worth
    return worth


def defined(name: str) -> Unit:
    """The unit a definition may be made of. Raises ValueError for no unit, and for a scale."""
    unit = find(name)
    if unit is None or unit.offset is not None:
        raise ValueError(name)
    return unit


def _name_and_mark(word: str) -> tuple[str, str]:
    """A name in the definitions and the prefixes it takes."""
    last = word[-1]
    if last == "]":
        name, _, mark = word[:-1].partition("[")
        return name, mark
    if last in "*+#":
        return word[:-1], last
    return word, ""


def _build() -> None:
    for kind, rows in DEFINITIONS.items():
        for line in rows.strip().split("\n"):
            symbols, long_names, _ = line.split("|", 2)
            row = (kind, line)
            for word in symbols.split():
                name, mark = _name_and_mark(word)
                if mark:
                    _short[name.lstrip("~")] = (mark, row)
                if name[0] != "~":
                    _exact[name] = row
            for word in long_names.split():
                written, _, plural = word.partition("/")
                name, mark = _name_and_mark(written)
                for form in (name, plural or name + "s"):
                    if mark:
                        _long[form] = (mark, row)
                    _exact[form] = row
    for code, others in CURRENCIES.items():
        for name in (code, *others.replace("/", " ").split()):
            _currencies[name] = code


def _rates_in_force() -> exchange.Rates | None:
    from calc_repl.units import rates

    return rates.in_force()


_build()
exchange.find_with(_rates_in_force)
