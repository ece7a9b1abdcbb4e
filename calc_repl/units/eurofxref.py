"""Files of exchange rates in the form of the European Central Bank: of one day, or of many.

https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates describes it:

    <Envelope><Sender><name>European Central Bank</name></Sender>
      <Cube><Cube time='2026-07-06'><Cube currency='USD' rate='1.1415'/>...</Cube></Cube></Envelope>

Nothing in a file is trusted: it has no document type, hence no entities, and
its rates are plain decimals of a sensible size.
"""

from __future__ import annotations

import re
from datetime import date
from xml.parsers import expat

from calc_repl.values.exchange import Rates
from calc_repl.values.rational import ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number

#: A file may have so many bytes.
LARGEST = 2_000_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[A-Z]{3}")
_RATE = re.compile(r"([0-9]{1,8})(?:\.([0-9]{1,12}))?")
#: Not even the smallest coin is worth a million units of money, nor the other way round.
_LEAST, _MOST = ratio(1, 10**6), 10**8
_ISSUERS = {"European Central Bank": "ECB"}


def parse(data: bytes) -> Rates:
    """The rates of the newest day in a file. Raises ValueError with what is wrong with it, as "it is empty"."""
    if not data.strip():
        raise ValueError("it is empty")
    if len(data) > LARGEST:
        raise ValueError("it is larger than 2 MB")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = reader.start
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"it is no XML, line {error.lineno}: {expat.ErrorString(error.code)}") from None
    except (LookupError, UnicodeError):
        raise ValueError("it is written in an unknown encoding") from None
    if not reader.days:
        raise ValueError("there are no rates in it")
    day = max(reader.days)
    return Rates(day, reader.days[day], _ISSUERS.get(reader.sender.strip()))


def _refuse_document_type(name: str, *_: object) -> None:
    raise ValueError("it is a web page" if name.lower() == "html" else "it has a document type, which no such file has")


class _Reader:
    """The rates of each day that has some, and who sent them."""

    def __init__(self) -> None:
        self.days: dict[date, dict[str, Number]] = {}
        self.sender = ""
        self._element = ""
        self._day: date | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        is_outermost = not self._element
        self._element = name.rpartition(" ")[2]
        if is_outermost and self._element != "Envelope":
            raise ValueError("it is a web page" if self._element.lower() == "html" else "it is another kind of XML")
        if self._element != "Cube":
            return
        if "time" in attributes:
            self._day = _day(attributes["time"])
            if self._day in self.days:
                raise ValueError(f"{self._day} is in it twice")
        elif "currency" in attributes:
            self._take(attributes["currency"], attributes.get("rate", ""))

    def text(self, text: str) -> None:
        if self._element == "name" and len(self.sender) < 100:
            self.sender += text

    def _take(self, code: str, rate: str) -> None:
        if not _CODE.fullmatch(code):
            raise ValueError("a currency in it has no code of three letters")
        if self._day is None:
            raise ValueError(f"the rate of {code} has no day")
        rates = self.days.setdefault(self._day, {})
        if code in rates:
            raise ValueError(f"{code} is in it twice")
        rates[code] = _rate(code, rate)


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError("a day in it is no date")


def _rate(code: str, text: str) -> Number:
    written = _RATE.fullmatch(text)
    if written is None:
        raise ValueError(f"the rate of {code} is no decimal of a sensible size")
    whole, places = written[1], written[2] or ""
    rate = ratio(int(whole + places), 10 ** len(places))
    if not _LEAST <= rate <= _MOST or (code == "EUR" and rate != 1):
        raise ValueError(f"the rate of {code} cannot be {text}")
    return rate
