"""What is told about units, and which of them are offered."""

from __future__ import annotations

import pytest
from units.every_name import every_name

from calc_repl.units import expressions, table

DESCRIPTIONS = [
    # name, symbol, long name, other names, kind, definition
    ("mile", "mi", "mile", "statute_mile", "length", "1760 yd"),
    ("metres", "m", "metre", "meter", "length", "a base unit"),
    ("g", "g", "gram", "gramme", "mass", "kg/1000"),
    ("mph", "mph", "mph", "", "speed", "mi/h"),
    ("fathom", "fathom", "fathom", "", "length", "6 ft"),
    ("month", "mo", "month", "mos", "time", "year/12"),
    ("rad", "rad", "radian", "", "angle", "the plain number 1"),
    ("ppm", "ppm", "part_per_million", "", "ratio", "1e-6"),
    ("molar", "molar", "molar", "", "concentration", "mol/L"),
    ("°F", "°F", "fahrenheit", "degF oF degree_fahrenheit", "temperature", None),
    ("Da", "Da", "dalton", "u atomic_mass_unit", "mass", "1.66053906892(52)e-27 kg"),
    ("neper", "Np", "neper", "", "relative level", "20/ln(10) dB"),
    ("dBuV", "dBμV", "dBμV", "dBuV", "voltage level", "decibels above 1 μV"),
    ("£", "GBP", "pound_sterling", "£ british_pound british_pounds", "money", "the currency GBP"),
]

PREFIXED = [
    ("km", "kilometre", "kilo: 1000 metre", "1000 m"),
    ("kg", "kilogram", "kilo: 1000 gram", "a base unit"),
    ("kvar", "kvar", "kilo: 1000 var", "1000 V A"),
    ("petasiemens", "petasiemens", "peta: 10^15 siemens", "10^15 S"),
    ("centimetres", "centimetre", "centi: 0.01 metre", "0.01 m"),
    ("um", "micrometre", "micro: 10^-6 metre", "10^-6 m"),
    ("MHz", "megahertz", "mega: 10^6 hertz", "10^6 Hz"),
    ("KiB", "kibibyte", "kibi: 1024 byte", "1024 B"),
    ("GiB", "gibibyte", "gibi: 1024^3 byte", "1024^3 B"),
    ("nM", "nanomolar", "nano: 10^-9 molar", "10^-9 mol/L"),
    ("kohm", "kiloohm", "kilo: 1000 ohm", "1000 Ω"),
    ("megatons", "megatonne", "mega: 10^6 tonne", "10^6 t"),
    ("hectolitre", "hectolitre", "hecto: 100 litre", "100 L"),
]


def described(name: str) -> table.Description:
    found = table.describe(name)
    assert found is not None, name
    return found


@pytest.mark.parametrize(
    ("name", "symbol", "long_name", "others", "kind", "definition"), DESCRIPTIONS, ids=[row[0] for row in DESCRIPTIONS]
)
def test_descriptions(name: str, symbol: str, long_name: str, others: str, kind: str, definition: str | None) -> None:
    found = described(name)
    assert (found.symbol, found.name, found.kind, found.prefix) == (symbol, long_name, kind, None)
    assert set(others.split()) <= set(found.other_names)
    assert definition in (None, found.definition)


@pytest.mark.parametrize(("name", "long_name", "prefix", "definition"), PREFIXED, ids=[row[0] for row in PREFIXED])
def test_descriptions_of_units_with_prefixes(name: str, long_name: str, prefix: str, definition: str) -> None:
    found = described(name)
    assert (found.name, found.prefix, found.definition) == (long_name, prefix, definition)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("mile", "Unit of length: 1760 yd."),
        ("m", "Base unit of length."),
        ("kg", "Base unit of mass."),
        ("km", "Unit of length: 1000 m."),
        ("°C", "Unit of temperature: K, from 273.15 K on."),
        ("°F", "Unit of temperature: 5/9 K, from 459.67*5/9 K on."),
        ("dBu", "Unit of voltage level: decibels above sqrt(0.6) V."),
        ("EUR", "Unit of money: the currency EUR."),
    ],
)
def test_sentences(name: str, sentence: str) -> None:
    assert described(name).sentence == sentence


def test_a_description_is_that_of_the_unit() -> None:
    """Every name, so that a prefix is told as it is calculated."""
    wrong = []
    for name in every_name():
        found, unit = described(name), table.find(name)
        assert unit is not None
        same = [table.find(other) for other in (found.symbol, found.name, *found.other_names)]
        if found.definition not in ("a base unit", "the plain number 1") and unit.offset is None:
            same.append(expressions.evaluate(found.definition, table.defined))
        wrong += [name for other in same if other is None or not other.is_same_as(unit)]
    assert wrong == []


def test_names_on_offer_are_units() -> None:
    names = table.names()
    assert len(set(names)) == len(names) > 700
    assert [name for name in names if not table.is_unit(name) or table.find(name) is None] == []
    assert [name for name in names if table.describe(name) is None] == []
    assert {"m", "metre", "mile", "km", "kWh", "GiB", "°C", "EUR", "euro", "mM"} <= set(names)
    assert not {"metres", "miles", "KB", "M", "var", "Qm", "€"} & set(names)
