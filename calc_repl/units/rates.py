"""The exchange rates in force: read when they are first needed, from where the setting `rates` says.

`kept` are those that the command `:rates` has put into the user's cache. An
address is fetched once, for the first conversion that needs it, and never for
a line that is only tried out.
"""

from __future__ import annotations

import os
import stat

from calc_repl.errors import RatesProblem
from calc_repl.syntax.tables import cache_directory
from calc_repl.units.eurofxref import LARGEST, parse
from calc_repl.values import limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.exchange import Rates

#: What `:rates update` fetches: the reference rates of the last working day.
ECB = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"
KEPT, NONE = "kept", "none"

_read: dict[str, Rates | RatesProblem] = {}


def in_force() -> Rates | None:
    """The rates the setting in force names, or None. Raises RatesProblem, and Postponed while a line is tried out."""
    where = limits.current.rates
    if where not in (KEPT, NONE) and where not in _read:
        limits.check_effects()
    return known(where)


def known(where: str) -> Rates | None:
    """The rates of a value of the setting, read or fetched the first time; None for no rates. Raises RatesProblem."""
    if where == NONE:
        return None
    if where not in _read:
        try:
            rates = _kept() if where == KEPT else _rates(_content(where), where)
        except RatesProblem as problem:
            _read[where] = problem
        else:
            if rates is None:
                return None
            _read[where] = rates
    found = _read[where]
    if isinstance(found, RatesProblem):
        raise RatesProblem(found.message, hint=found.hint)
    return found


def is_fetched_later(where: str) -> bool:
    """Whether a value of the setting is an address that nothing has been fetched from."""
    return "://" in where and where not in _read


def take(where: str) -> tuple[Rates, str | None]:
    """Read a file or fetch an address, whose rates are then the kept ones; they, and why no later session has them.

    Raises RatesProblem; the kept rates are then what they were.
    """
    data = _content(where)
    rates = _rates(data, where)
    _read[KEPT] = rates
    return rates, _keep(data)


def kept_path() -> str | None:
    """The file of the kept rates, whether it is there or not; None when there is no place for it."""
    directory = cache_directory()
    return directory and os.path.join(directory, "rates.xml")


def _kept() -> Rates | None:
    path = kept_path()
    if path is None or not os.path.lexists(path):
        return None
    try:
        return _rates(_content(path), path)
    except RatesProblem as problem:
        raise RatesProblem(problem.message, hint=":rates update at the prompt fetches new ones") from None


def _keep(data: bytes) -> str | None:
    path = kept_path()
    if path is None:
        return "there is no folder for them that is yours alone"
    temporary = f"{path}.{os.getpid()}"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    return None


def _rates(data: bytes, where: str) -> Rates:
    try:
        return parse(data)
    except ValueError as problem:
        raise RatesProblem(f"{where} is no file of exchange rates: {problem}.") from None


def _content(where: str) -> bytes:
    if "://" in where:
        from calc_repl.units.fetching import fetch

        return fetch(where, LARGEST)
    path = os.path.expanduser(where)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ValueError("it is not a regular file")
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise RatesProblem(f"Cannot read {where}: {getattr(error, 'strerror', None) or error}.") from None
