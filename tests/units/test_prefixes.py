"""What prefixes multiply by, and how they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calc_repl.units import table
from calc_repl.values import rational

#: Every prefix of the SI, on a unit that takes them all, and the power of ten it stands for.
DECIMAL = [
    *(("Qg", "quettagram", 30), ("Rg", "ronnagram", 27), ("Yg", "yottagram", 24), ("Zg", "zettagram", 21)),
    *(("Eg", "exagram", 18), ("Pg", "petagram", 15), ("Tg", "teragram", 12), ("Gg", "gigagram", 9)),
    *(("Mg", "megagram", 6), ("kg", "kilogram", 3), ("hg", "hectogram", 2), ("dag", "decagram", 1)),
    *(("dg", "decigram", -1), ("cg", "centigram", -2), ("mg", "milligram", -3), ("μg", "microgram", -6)),
    *(("ng", "nanogram", -9), ("pg", "picogram", -12), ("fg", "femtogram", -15), ("ag", "attogram", -18)),
    *(("zg", "zeptogram", -21), ("yg", "yoctogram", -24), ("rg", "rontogram", -27), ("qg", "quectogram", -30)),
    *(("ug", "micrograms", -6), ("dag", "dekagram", 1)),
]
BINARY = ["Ki kibi", "Mi mebi", "Gi gibi", "Ti tebi", "Pi pebi", "Ei exbi", "Zi zebi", "Yi yobi"]


def ratio(name: str, of: str) -> Fraction:
    unit, other = table.find(name), table.find(of)
    assert unit is not None
    assert other is not None
    assert unit.dimension == other.dimension
    return rational.fraction(unit.scale) / rational.fraction(other.scale)


@pytest.mark.parametrize(("symbol", "name", "exponent"), DECIMAL, ids=[row[1] for row in DECIMAL])
def test_decimal_prefixes(symbol: str, name: str, exponent: int) -> None:
    assert ratio(symbol, "g") == ratio(name, "gram") == Fraction(10) ** exponent


@pytest.mark.parametrize(("place", "prefix"), list(enumerate(BINARY, 1)))
def test_binary_prefixes(place: int, prefix: str) -> None:
    symbol, name = prefix.split()
    for short, long in (("B", "byte"), ("bit", "bits"), ("b", "octets")):
        assert ratio(symbol + short, short) == ratio(name + long, long) == 1024**place


@pytest.mark.parametrize(
    "name",
    [
        *("fm", "nm", "dam", "Gm", "ks", "fs", "mmol", "kmol", "daN", "cN", "hPa", "mbar", "kΩ", "Mohm", "mrad"),
        *("μin", "kpc", "kly", "Ma", "Gyr", "Mt", "kcal", "TWh", "kVA", "Mvar", "mAh", "mSv", "mrem", "mCi", "GBq"),
        *("kbit", "Mb", "EB", "Kibit", "Gbps", "kBd", "nM", "cP", "cSt", "mJy", "dtex", "kDa", "msec", "uas", "psi"),
        *("nanometres", "megatons", "kilowatt_hours", "milliamp_hours", "microinches", "millihenries", "gigabytes"),
    ],
)
def test_prefixes_where_they_are_written(name: str) -> None:
    assert table.is_unit(name)
    assert table.find(name) is not None
