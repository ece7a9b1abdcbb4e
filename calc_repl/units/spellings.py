"""Other ways to write the names of units, and names worth offering."""

from __future__ import annotations

#: Name -> how some write it with other capitals: only what nothing else could be meant by.
_OTHER_CAPITALS = {
    "km": "KM Km kms",
    "cm": "CM",
    "kg": "KG Kg kgs Kgs KGS",
    "lb": "LB LBS Lb Lbs",
    "oz": "OZ Oz",
    "kmh": "KMH KPH",
    "mph": "MPH",
    "rpm": "RPM",
    "bpm": "BPM",
    "ppm": "PPM",
    "ppb": "PPB",
    "Hz": "HZ hz",
    "kHz": "KHZ Khz khz kHZ KHz",
    "MHz": "MHZ Mhz mhz",
    "GHz": "GHZ Ghz ghz",
    "kW": "KW Kw kw",
    "kV": "KV kv",
    "kVA": "KVA kva",
    "kWh": "KWH KWh Kwh kwh kwH",
    "MWh": "MWH Mwh",
    "GWh": "GWH Gwh",
    "mAh": "MAH mah",
    "kJ": "KJ kj",
    "kN": "KN",
    "kPa": "KPA KPa Kpa kpa",
    "hPa": "hpa Hpa HPA",
    "psi": "PSI Psi",
    "keV": "KeV kev",
    "GeV": "gev Gev",
    "kcal": "Kcal KCAL",
    "kbit": "Kbit",
    "kb": "Kb",
    "kB": "KB",
    "kbps": "Kbps KBPS",
    "Mbps": "mbps",
    "Gbps": "gbps",
    "Tbps": "tbps",
    "celsius": "Celsius",
    "fahrenheit": "Fahrenheit",
    "kelvin": "Kelvin",
    "ohm": "Ohm",
    "EUR": "eur",
    "USD": "usd",
    "GBP": "gbp",
    "CHF": "chf",
    "JPY": "jpy",
}
#: Name -> how some write it with other letters.
_OTHER_LETTERS = {
    "angstrom": "ångström",
    "angstroms": "ångströms",
    "roentgen": "röntgen",
    "roentgens": "röntgens",
    "L": "ℓ",
    "zloty": "złoty",
}
RESPELLED = {other: name for name, others in _OTHER_CAPITALS.items() for other in others.split()}
RESPELLED |= {other: name for name, other in _OTHER_LETTERS.items()}

#: Characters that look like those in the definitions.
ALIKE = {
    "\u00b5": "\u03bc",  # micro sign: the Greek letter
    "\u212b": "\u00c5",  # Angstrom sign: the letter
    "\u2126": "\u03a9",  # Ohm sign: the Greek letter
    "ºC": "°C",  # the sign of masculine ordinal numbers
    "ºF": "°F",
    "℃": "°C",
    "℉": "°F",
}

_WITH_PREFIXES = (
    "km cm mm μm nm pm kilometre centimetre millimetre micrometre nanometre kg mg μg kilogram milligram Mt"
    " ms μs ns ps millisecond microsecond nanosecond mL cL dL hL μL millilitre centilitre"
    " kHz MHz GHz THz kN MN kPa MPa GPa hPa mbar kJ MJ GJ kWh MWh GWh TWh keV MeV GeV TeV kcal"
    " mW kW MW GW TW kilowatt megawatt kVA mA μA kA mV kV μF nF pF mH μH kΩ MΩ mT μT"
    " mAh mmol mM μM mSv μSv kB MB GB TB PB KiB MiB GiB TiB kbit Mbit Gbit"
    " kilobyte megabyte gigabyte terabyte kbps Mbps Gbps kpc Mpc kDa mrad dtex"
)
#: The units with prefixes that are worth offering.
COMMON = _WITH_PREFIXES.split()
