"""Files of exchange rates: what is read from them, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from units.exchange_rates import DAY, ENTITY_BOMB, GOOD, RATES, WEB_PAGE, rates_file

from calc_repl.units.eurofxref import LARGEST, parse
from calc_repl.values.rational import ratio


def test_rates_are_exact() -> None:
    rates = parse(GOOD)
    assert (rates.day, rates.issuer) == (date(2026, 7, 6), "ECB")
    assert rates.per_euro == {
        "EUR": 1,
        "USD": ratio(11415, 10_000),
        "JPY": ratio(16905, 100),
        "GBP": ratio(85538, 100_000),
        "CHF": ratio(933, 1000),
    }


def test_the_newest_day_counts() -> None:
    days = [("2026-07-03", {"USD": "2"}), ("2026-07-06", {"USD": "3"}), ("2026-06-30", {"USD": "4", "GBP": "5"})]
    rates = parse(rates_file(*days))
    assert (rates.day.isoformat(), rates.per_euro) == (DAY, {"EUR": 1, "USD": 3})


def test_a_day_without_rates_does_not_count() -> None:
    assert parse(rates_file(("2026-07-07", {}), (DAY, RATES))).day.isoformat() == DAY


def test_rates_of_others_are_not_those_of_the_bank() -> None:
    assert parse(rates_file((DAY, RATES), sender="Central Bank of Nowhere")).issuer is None


def test_the_prefix_of_names_and_the_encoding_do_not_matter() -> None:
    text = "<Envelope><Cube><Cube time='2026-07-06'><Cube rate='7' currency='DKK'/></Cube></Cube></Envelope>"
    assert parse(text.encode("utf-16")).per_euro == {"EUR": 1, "DKK": 7}


def test_what_is_told_of_rates_grows_old() -> None:
    rates = parse(GOOD)
    assert rates.told(date(2026, 7, 6)) == rates.told(date(2026, 7, 13)) == rates.told(date(2026, 7, 5))
    assert rates.told(date(2026, 7, 13)) == "ECB 2026-07-06"
    assert rates.told(date(2026, 7, 14)) == "ECB 2026-07-06, 8 days old"
    assert parse(rates_file((DAY, RATES), sender="")).told(date(2026, 7, 7)) == "rates of 2026-07-06"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (ENTITY_BOMB, "it has a document type, which no such file has"),
        (WEB_PAGE, "it is a web page"),
        (b"<html><body/></html>", "it is a web page"),
        (b"<rss/>", "it is another kind of XML"),
        (b"USD 1.1415", "it is no XML, line 1: syntax error"),
        (GOOD[:-40], "it is no XML, line 12: unclosed token"),
        (b"<?xml version='1.0' encoding='klingon'?><Envelope/>", "it is written in an unknown encoding"),
        (GOOD.replace(b"UTF-8", b"idna"), "it is written in an unknown encoding"),
        (GOOD + b" " * LARGEST, "it is larger than 2 MB"),
        (b"<Envelope/>", "there are no rates in it"),
        (rates_file((DAY, {})), "there are no rates in it"),
        (rates_file((DAY, RATES), (DAY, RATES)), "2026-07-06 is in it twice"),
        (rates_file((DAY, {"usd": "1"})), "a currency in it has no code of three letters"),
        (rates_file((DAY, {"USD": "0"})), "the rate of USD cannot be 0"),
        (rates_file((DAY, {"USD": "0.0000009"})), "the rate of USD cannot be 0.0000009"),
        (rates_file((DAY, {"EUR": "2"})), "the rate of EUR cannot be 2"),
        (GOOD.replace(b"'GBP'", b"'USD'"), "USD is in it twice"),
        (b"<Envelope><Cube currency='USD' rate='2'/></Envelope>", "the rate of USD has no day"),
        *(
            (rates_file((day, RATES)), "a day in it is no date")
            for day in ("2026-02-30", "20260706", "6 July 2026", "2026-7-6", "")
        ),
        *(
            (rates_file((DAY, {"USD": rate})), "the rate of USD is no decimal of a sensible size")
            for rate in ("-1.1", "1e3", "", "N/A", "nan", "inf", "1,1415", "1_0", "123456789", "\u0661", "1.", " 1")
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}"):
        parse(data)


def test_the_largest_and_the_smallest_rate() -> None:
    rates = parse(rates_file((DAY, {"AAA": "0.000001", "BBB": "99999999.999999999999"})))
    assert rates.per_euro["AAA"] == ratio(1, 10**6)
    assert rates.per_euro["BBB"] == ratio(10**20 - 1, 10**12)
