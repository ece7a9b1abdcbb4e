"""Files of exchange rates for tests, in the form of the European Central Bank."""

from __future__ import annotations

from collections.abc import Mapping

#: Rates of one day, with the numbers of the ECB's own examples.
RATES = {"USD": "1.1415", "JPY": "169.05", "GBP": "0.85538", "CHF": "0.9330"}
DAY = "2026-07-06"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender>
		<gesmes:name>{sender}</gesmes:name>
	</gesmes:Sender>
	<Cube>
"""

ENTITY_BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE Envelope [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Envelope><Cube><Cube time="2026-07-06"><Cube currency="USD" rate="&b;"/></Cube></Cube></Envelope>"""
WEB_PAGE = b"<!DOCTYPE html>\n<html><body>Please accept our terms to use this network.</body></html>"


def rates_file(*days: tuple[str, Mapping[str, str]], sender: str = "European Central Bank") -> bytes:
    """A file with the rates of some days, each a date and the rates by currency."""
    cubes = [
        f"\t\t<Cube time='{day}'>\n"
        + "".join(f"\t\t\t<Cube currency='{code}' rate='{rate}'/>\n" for code, rate in rates.items())
        + "\t\t</Cube>\n"
        for day, rates in days
    ]
    return (_HEAD.format(sender=sender) + "".join(cubes) + "\t</Cube>\n</gesmes:Envelope>\n").encode()


GOOD = rates_file((DAY, RATES))
