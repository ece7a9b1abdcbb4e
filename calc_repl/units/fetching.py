"""What a web address holds: asked for by the user, in limited time and of limited size."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from http.client import HTTPException

from calc_repl import __version__
from calc_repl.errors import RatesProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from urllib.request import OpenerDirector

#: So long an address may take in all, from looking its name up to the last byte.
SECONDS = 7.0
_CHUNK = 2**16


def fetch(address: str, largest: int) -> bytes:
    """What an address of http or https holds, of so many bytes at most. Raises RatesProblem.

    A thread does it, because nothing limits the time to look up a name or to
    read the head of an answer; this one can be interrupted meanwhile.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise RatesProblem("Only addresses of http and https can be fetched.")
    outcome: list[bytes | Exception] = []
    is_done = threading.Event()

    def work() -> None:
        try:
            outcome.append(_fetched(address, largest))
        except Exception as problem:  # noqa: BLE001 - it is told in the other thread
            outcome.append(problem)
        is_done.set()

    threading.Thread(target=work, daemon=True).start()
    if not is_done.wait(SECONDS):
        raise RatesProblem(f"{address} did not answer within {SECONDS:g} seconds.")
    (result,) = outcome
    if isinstance(result, bytes):
        return result
    raise RatesProblem(f"{address} cannot be fetched: {_reason(result)}.")


def _fetched(address: str, largest: int) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": f"calc_repl/{__version__}"})  # noqa: S310 - it is one of http
    with _opener().open(request, timeout=SECONDS) as answer:
        if address.lower().startswith("https:") and not answer.geturl().lower().startswith("https:"):
            raise ValueError("it leads to an address that is not secure")
        data = b""
        while chunk := answer.read(_CHUNK):
            data += chunk
            if len(data) > largest:
                raise ValueError("it is too large")
        return data


def _opener() -> OpenerDirector:
    """What opens addresses of http and https, through the proxies of the environment, and no others."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _reason(problem: Exception) -> str:
    if isinstance(problem, urllib.error.HTTPError):
        problem.close()
        return f"the server answers {problem.code}"
    if isinstance(problem, urllib.error.URLError):
        if not isinstance(problem.reason, Exception):
            return str(problem.reason)
        problem = problem.reason
    if isinstance(problem, TimeoutError):
        return "it does not answer"
    if isinstance(problem, HTTPException):
        return "what it answers is not HTTP"
    return str(getattr(problem, "strerror", None) or problem).rstrip(".")
