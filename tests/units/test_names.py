"""Which names are units, and which are not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from units.every_name import every_name, rows

from calc_repl.operations import catalogue
from calc_repl.syntax.tokens import FORMAT_WORDS, KEYWORDS
from calc_repl.units import constants, prefixes, table

TYPED = [
    line
    for line in (Path(__file__).parent / "unit_names.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("# ")
]

#: What is typed like a unit and is something else here.
NO_UNITS = {
    **dict.fromkeys(("'", '"'), "marks of feet and inches, which the tokenizer reads"),
    **dict.fromkeys(("dozen", "hundred", "thousand", "billion", "trillion", "score", "googol"), "numbers"),
    "M": "a million behind a number, and everybody's variable; molar is the unit",
    **dict.fromkeys(("gal_", "mole_count"), "inner names of one other calculator"),
}


@pytest.mark.parametrize("name", [name for name in TYPED if name not in NO_UNITS])
def test_what_people_type_is_known(name: str) -> None:
    for part in re.split(r"[/^\d]+$|/", name) if re.search(r"[/^]", name) else [name]:
        assert not part or table.is_unit(part) or constants.constant(part) or table.refused(part)


def test_other_things_are_no_units() -> None:
    assert set(NO_UNITS) <= set(TYPED)
    assert [name for name in NO_UNITS if table.is_unit(name) or constants.constant(name)] == []


def test_a_unit_is_called_by_the_name_asked_for() -> None:
    for name in ("miles", "km", "kilometres", "″", "US_gallon", "euros", "$"):
        unit = table.find(name)
        assert unit is not None
        assert unit.name == name
        assert table.find(name) is unit


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("KB", "kB"),
        ("Kb", "kb"),
        ("kwh", "kWh"),
        ("KWH", "kWh"),
        ("MHZ", "MHz"),
        ("mhz", "MHz"),
        ("Kg", "kg"),
        ("LBS", "lb"),
        ("mah", "mAh"),
        ("mbps", "Mbps"),
        ("usd", "USD"),
        ("\u00b5m", "\u03bcm"),
        ("k\u2126", "k\u03a9"),
        ("\u212b", "\u00c5"),
        ("℃", "°C"),
    ],
)
def test_other_capitals_and_characters_are_put_right(typed: str, name: str) -> None:
    unit = table.find(typed)
    assert unit is not None
    assert unit.name == name
    assert table.is_unit(typed)


@pytest.mark.parametrize(
    "name",
    [
        # no prefix where nobody writes one
        *("ma", "aa", "Gbarn", "pinch", "kmile", "kinch", "kft", "mmin", "mh", "kd", "mu", "mdeg", "mdB", "mturn"),
        *("dV", "dA", "dT", "dS", "cH", "mB", "fb", "pb", "ys", "zs", "Mpt", "kgal", "klb", "MBTU", "kyd", "mEUR"),
        # a short prefix before a long name, or a long one before a symbol
        *("kmetre", "kilom", "megaW", "Mwatt", "mlitre", "kbyte", "gigaB", "uinch", "kilog"),
        # two prefixes, a prefix alone, a binary one where none belongs
        *("kkm", "kilokilometre", "μkg", "Mkm", "k", "M", "kilo", "Ki", "Kim", "kibimetre", "KiHz", "Kg_", "mibibyte"),
        # other capitals
        *("Metre", "METRE", "hZ", "Mile", "gB", "JOULE", "KiloMetre", "cny", "Eur"),
        # products are never guessed at
        *("kgm", "Nm", "ftin", "Wm", "sm", "ms_", "mss", "milemile", "kWhh", "gcdx"),
        *("", " ", "m ", "1", "foo", "x", "percentage", "var", "\u03bc", "é" * 5000),
    ],
)
def test_other_names_are_no_units(name: str) -> None:
    assert not table.is_unit(name)
    assert table.find(name) is None
    assert table.describe(name) is None


def test_no_name_is_given_twice() -> None:
    names: Counter[str] = Counter()
    for _, line in rows():
        symbols, long_names, _ = line.split("|", 2)
        words = {table._name_and_mark(word)[0] for word in symbols.split()}
        for word in long_names.split():
            written, _, plural = word.partition("/")
            name = table._name_and_mark(written)[0]
            words |= {name, plural or name + "s"}
        names.update(words)
    names.update(list(table._currencies))
    names.update(constants.names())
    assert [name for name, count in names.items() if count > 1] == []


def test_a_name_is_read_in_one_way() -> None:
    readings: dict[str, set[str]] = {}
    for symbols, units in ((prefixes.SHORT, table._short), (prefixes.LONG, table._long)):
        for written, prefix in symbols.items():
            for name, (mark, (_, line)) in units.items():
                if prefixes.allows(mark, prefix):
                    readings.setdefault(written + name, set()).add(f"{prefix} {line}")
    assert [name for name, found in readings.items() if len(found) > 1] == []
    others = [*table._exact, *table._currencies, *constants.names(), *table.RESPELLED]
    # Pferdestärke, not petasiemens; gauss, not gigaseconds
    assert [name for name in others if name in readings] == ["PS", "Gs"]


def test_other_spellings_hide_no_name() -> None:
    known = {*every_name(), *table._currencies, *constants.names()}
    assert [other for other in table.RESPELLED if other in known] == []
    assert [name for name in table.RESPELLED.values() if name not in known] == []


def test_names_shared_with_functions_and_words_are_few() -> None:
    names = {*every_name(), *table._currencies, *constants.names(), *table.RESPELLED}
    functions = {name for name in names if catalogue.is_operation(name)}
    assert functions == {"Ci", "dot", "li", "min", "percent", "rem", "sec"}
    assert {name for name in names if name in catalogue.CONSTANTS} == {"deg", "°", "grad", "turn"}
    assert {name for name in names if name in KEYWORDS} <= {"in", "as"}
    assert {name for name in names if name in FORMAT_WORDS} == {"percent"}


def test_currencies_are_base_quantities_of_their_own() -> None:
    assert all(table.is_currency(code) for code in ("EUR", "USD", "BTC"))
    assert not any(table.is_currency(base) for base in ("length", "euro", "€"))
    pound, sterling = table.find("pound"), table.find("£")
    assert pound is not None
    assert sterling is not None
    assert (pound.dimension, sterling.dimension) == ((("mass", 1),), (("GBP", 1),))
    assert len(table.CURRENCIES) > 45
