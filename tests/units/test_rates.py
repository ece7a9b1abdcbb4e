"""Exchange rates: what money becomes with them, and where they come from, the network being this machine alone."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from script.command import run
from terminal.recorded import Recorded
from units.exchange_rates import DAY, ENTITY_BOMB, GOOD, RATES, WEB_PAGE, rates_file

from calc_repl import CalcError, Calculator
from calc_repl.errors import Postponed, RatesProblem
from calc_repl.settings import Settings
from calc_repl.terminal.config import Config, Setup
from calc_repl.units import fetching, rates
from calc_repl.values import exchange

posix = pytest.mark.skipif(os.name != "posix", reason="needs modes of files")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing has been read, the cache is empty, and the rates are of this week."""
    monkeypatch.setattr(rates, "_read", {})
    monkeypatch.setattr(exchange, "_FRESH_DAYS", 10**6)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def file(tmp_path: Path) -> str:
    return written(tmp_path, GOOD)


def written(folder: Path, data: bytes, name: str = "some.xml") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def calculator(where: str) -> Calculator:
    return Calculator(Settings(rates=where))


def error(work: Callable[[], object]) -> CalcError:
    with pytest.raises(CalcError) as raised:
        work()
    return raised.value


# What money becomes


@pytest.mark.parametrize(
    ("line", "exact", "unit"),
    [
        ("100 USD to GBP", "171076/2283", "GBP"),
        ("100 EUR to USD", "114.15", "USD"),
        ("1 JPY to EUR", "20/3381", "EUR"),
        ("5 EUR to €", "5", "€"),
        ("10 USD + 5 EUR", "15.7075", "USD"),
        ("5 EUR - 1.1415 USD", "4", "EUR"),
        ("30 USD/h to EUR/day", "480000/761", "EUR/day"),
        ("5 km/USD to m/EUR", "5707.5", "m/EUR"),
        ("2 EUR^2 to USD EUR", "2.283", "USD·EUR"),
        ("2 EUR^2 to USD^2", "2.6060445", "USD²"),
        ("max(10 USD, 9 EUR)", "9", "EUR"),
        ("sum([10 USD, 5 EUR, 169.05 JPY])", "16.849", "USD"),
        ("100 USD to CHF to exact", "186600/2283", "CHF"),
    ],
)
def test_conversion_is_exact(file: str, line: str, exact: str, unit: str) -> None:
    answer = calculator(file).evaluate(line)
    expected = Calculator().evaluate(exact).value
    assert (getattr(answer.value, "value", answer.value).magnitude, answer.unit) == (expected, unit)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("100 USD to GBP", "≈ 74.93 GBP   (ECB 2026-07-06)"),
        ("100 USD to GBP to 10 digits", "≈ 74.93473500 GBP   (ECB 2026-07-06)"),
        ("100 USD to GBP to exact", "171076/2283 GBP   (ECB 2026-07-06)"),
        ("10 USD + 5 EUR", "15.7075 USD   (ECB 2026-07-06)"),
        ("1 JPY to EUR", "20/3381 EUR ≈ 0.00592 EUR   (ECB 2026-07-06)"),
        ("10 USD < 9 EUR", "true   (ECB 2026-07-06)"),
        ("1.1415 USD == 1 EUR", "true   (ECB 2026-07-06)"),
        ("10 USD != 9 EUR", "true   (ECB 2026-07-06)"),
        ("[100 USD, 1 EUR] to GBP", "[≈ 74.93 GBP, 0.85538 GBP]   (ECB 2026-07-06)"),
        ("a = 100 USD to EUR; 0 a", "0 EUR   (ECB 2026-07-06)"),
        ("try 1 BTC to EUR catch e: 0", "0"),
        ("10 USD * 5 EUR", "50 USD·EUR"),
        ("10 USD / (5 EUR)", "2 USD/EUR"),
        ("5 USD + 6 USD", "11 USD"),
        ("5 km to m", "5000 m"),
        ("5 km == 5 USD", "false"),
    ],
)
def test_answer_tells_what_it_rests_on(file: str, line: str, text: str) -> None:
    assert calculator(file).evaluate(line).text == text


def test_a_later_line_rests_on_nothing_new(file: str) -> None:
    session = calculator(file)
    session.evaluate("x = 100 USD to EUR")
    assert session.evaluate("x").text == "≈ 87.60 EUR"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("10 EUR + 3 km", "A length cannot be added to an amount of EUR.", None),
        ("3 EUR + 1", "A plain number cannot be added to an amount of EUR.", None),
        ("2 USD/EUR + 1", "A plain number cannot be added to USD/EUR.", None),
        ("10 USD/h to EUR", "USD/time cannot be converted to an amount of EUR.", None),
        ("10 USD to EUR^2", "An amount of USD cannot be converted to EUR^2.", None),
        (
            "1 BTC to EUR",
            "An amount of BTC cannot be converted to an amount of EUR.",
            "no rate of BTC is known; define one: unit BTC = 0.9 EUR",
        ),
    ],
)
def test_dimensions_are_still_told_apart(file: str, line: str, message: str, hint: str | None) -> None:
    found = error(lambda: calculator(file).evaluate(line))
    assert found.message == message
    assert found.hint == hint or hint is None


@pytest.mark.parametrize("where", ["none", "kept"])
@pytest.mark.parametrize(
    ("line", "example"),
    [("5 USD to EUR", "USD = 0.9 EUR"), ("5 GBP < 3 JPY", "GBP = 0.9 JPY"), ("1 USD/h to EUR/d", "USD = 0.9 EUR")],
)
def test_without_rates_the_hint_says_how_to_get_some(where: str, line: str, example: str) -> None:
    expected = "no rates are known: :rates update at the prompt or --rates FILE gives them; or define one: unit "
    assert error(lambda: calculator(where).evaluate(line)).hint == expected + example


def test_own_units_stand_over_rates(file: str) -> None:
    session = calculator(file)
    session.evaluate("unit USD = 0.5 EUR")
    assert session.evaluate("100 USD to EUR").text == "50 EUR"
    assert session.evaluate("100 US_dollar to EUR").text == "50 EUR"
    assert session.evaluate("100 GBP to EUR").text.endswith("(ECB 2026-07-06)")


def test_equal_money_has_one_hash(file: str) -> None:
    session = calculator(file)
    euro, dollars = session.evaluate("1 EUR").value, session.evaluate("1.1415 USD").value
    assert session.evaluate("_1 == _2").value is True
    assert hash(euro) == hash(dollars)


@pytest.mark.parametrize(
    ("line", "digits", "text"),
    [
        ("10 EUR / 3", 12, "10/3 EUR ≈ 3.33 EUR"),
        ("2 EUR / 3", 12, "2/3 EUR ≈ 0.667 EUR"),
        ("-200 EUR / 3", 12, "-200/3 EUR ≈ -66.67 EUR"),
        ("10 EUR / 3", 13, "10/3 EUR ≈ 3.333333333333 EUR"),
        ("10 EUR / 3", 2, "10/3 EUR ≈ 3.3 EUR"),
        ("2 EUR / 3", 2, "2/3 EUR ≈ 0.67 EUR"),
        ("1.2345 EUR", 12, "1.2345 EUR"),
        ("sqrt(2) EUR", 12, "sqrt(2) EUR ≈ 1.41 EUR"),
        ("10 EUR/h / 3", 12, "10/3 EUR/h ≈ 3.33333333333 EUR/h"),
    ],
)
def test_only_what_is_rounded_is_rounded_to_cents(line: str, digits: int, text: str) -> None:
    assert Calculator(Settings(digits=digits)).evaluate(line).text == text


# Files


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "{} is no file of exchange rates: it is empty."),
        (ENTITY_BOMB, "{} is no file of exchange rates: it has a document type, which no such file has."),
        (rates_file((DAY, {"USD": "0"})), "{} is no file of exchange rates: the rate of USD cannot be 0."),
        (b" " * 3_000_000 + GOOD, "{} is no file of exchange rates: it is empty."),
        (GOOD + b" " * 3_000_000, "{} is no file of exchange rates: it is larger than 2 MB."),
    ],
)
def test_a_wrong_file_is_an_error_of_the_conversion(tmp_path: Path, data: bytes, message: str) -> None:
    path = written(tmp_path, data)
    session = calculator(path)
    assert session.evaluate("2 USD + 3 USD").text == "5 USD"
    found = error(lambda: session.evaluate("1 + (5 USD to EUR)"))
    assert isinstance(found, RatesProblem)
    assert (found.message, found.span and (found.span.start, found.span.end)) == (message.format(path), (5, 17))


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.xml")
    assert error(lambda: rates.known(missing)).message == f"Cannot read {missing}: No such file or directory."
    assert error(lambda: rates.known(str(tmp_path))).message == f"Cannot read {tmp_path}: Is a directory."


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert error(lambda: rates.known(str(path))).message == f"Cannot read {path}: it is not a regular file."


# Addresses


class Site:
    """A server on this machine: `pages` are what its paths answer, as a status and a body; others never answer."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes]] = {}
        self.asked: list[str] = []
        self.is_over = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                if self.path not in site.pages:
                    site.is_over.wait(60)
                    return
                status, body = site.pages[self.path]
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", body.decode())
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:
                    pass  # nobody wants more of it

            def log_message(self, *_: object) -> None:
                """Write nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self.is_over.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


def test_an_address_is_fetched_once_and_not_before_it_is_needed(site: Site) -> None:
    site.pages["/daily.xml"] = (200, GOOD)
    session = calculator(f"{site.address}/daily.xml")
    session.evaluate("2 USD + 3 USD")
    with pytest.raises(Postponed):
        session.preview("10 USD to GBP")
    assert site.asked == []
    assert session.evaluate("10 USD to GBP").text == session.evaluate("10 USD to GBP").text
    assert site.asked == ["/daily.xml"]
    answer = session.preview("10 USD to GBP")
    assert answer is not None
    assert (answer.text, answer.doubt) == ("≈ 7.49 GBP   (ECB 2026-07-06)", "ECB 2026-07-06")


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (200, b"", "{} is no file of exchange rates: it is empty."),
        (200, WEB_PAGE, "{} is no file of exchange rates: it is a web page."),
        (200, ENTITY_BOMB, "{} is no file of exchange rates: it has a document type, which no such file has."),
        (200, b" " * 2_000_001, "{} cannot be fetched: it is too large."),
        (404, GOOD, "{} cannot be fetched: the server answers 404."),
        (500, b"", "{} cannot be fetched: the server answers 500."),
        (302, b"file:///etc/passwd", "{} cannot be fetched: the server answers 302."),
        (302, b"ftp://127.0.0.1/x", "{} cannot be fetched: unknown url type: ftp."),
    ],
)
def test_what_an_address_holds_may_be_wrong(site: Site, status: int, body: bytes, message: str) -> None:
    site.pages["/x"] = (status, body)
    address = f"{site.address}/x"
    assert error(lambda: calculator(address).evaluate("5 USD to EUR")).message == message.format(address)
    again = error(lambda: calculator(address).evaluate("5 USD to EUR"))
    assert (again.message, site.asked) == (message.format(address), ["/x"])


def test_a_redirection_is_followed(site: Site) -> None:
    site.pages |= {"/x": (302, b"/daily.xml"), "/daily.xml": (200, GOOD)}
    assert calculator(f"{site.address}/x").evaluate("1 EUR to USD").text == "1.1415 USD   (ECB 2026-07-06)"


def test_a_server_that_does_not_answer_is_left(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    address = f"{site.address}/slow"
    found = error(lambda: calculator(address).evaluate("5 USD to EUR"))
    assert found.message in (
        f"{address} did not answer within 0.2 seconds.",
        f"{address} cannot be fetched: it does not answer.",
    )


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/x", "file:///etc/passwd", "gopher://x"])
def test_other_addresses_are_not_fetched(address: str) -> None:
    assert error(lambda: rates.known(address)).message == "Only addresses of http and https can be fetched."


@pytest.mark.parametrize(
    "address", ["http://", "http://[", "http://127.0.0.1:99999/", "http://127.0.0.1:1/", "http://a b"]
)
def test_an_address_may_be_none(address: str) -> None:
    assert error(lambda: rates.known(address)).message.startswith(f"{address} cannot be fetched: ")


# The command


@pytest.fixture
def prompt() -> Recorded:
    return Recorded(Setup({"history": False, "rates": "kept"}, Config(None), None))


def test_rates_are_shown_and_taken(prompt: Recorded, file: str, tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "calc_repl" / "rates.xml"
    assert prompt.type(":rates").startswith("No exchange rates are known; :rates update fetches those of the ECB")
    assert prompt.type(f":rates {file}") == "ECB 2026-07-06: what a euro is in 4 currencies"
    assert prompt.type(":rates") == f"ECB 2026-07-06: what a euro is in 4 currencies, from {kept}"
    assert prompt.type("100 USD to GBP") == "≈ 74.93 GBP   (ECB 2026-07-06)"
    assert kept.read_bytes() == GOOD
    rates._read.clear()
    assert prompt.type("100 USD to GBP") == "≈ 74.93 GBP   (ECB 2026-07-06)"


def test_kept_rates_are_there_for_a_line_that_is_only_tried_out(prompt: Recorded, file: str) -> None:
    rates.take(file)
    rates._read.clear()
    answer = prompt.session.calculator.preview("1 EUR to USD")
    assert answer is not None
    assert answer.text == "1.1415 USD   (ECB 2026-07-06)"


def test_update_fetches_those_of_the_bank(prompt: Recorded, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rates.ECB == "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"
    monkeypatch.setattr(rates, "ECB", f"{site.address}/daily.xml")
    site.pages["/daily.xml"] = (200, GOOD)
    prompt.type(":set rates none")
    assert prompt.type(":rates update") == "ECB 2026-07-06: what a euro is in 4 currencies"
    assert prompt.type("1 EUR to USD") == "= 1.1415 USD   (ECB 2026-07-06)"
    assert prompt.type(":set rates").startswith("rates = kept")


def test_rates_are_left_when_new_ones_are_wrong(prompt: Recorded, file: str, site: Site, tmp_path: Path) -> None:
    prompt.type(f":rates {file}")
    site.pages["/x"] = (404, b"")
    assert prompt.type(f":rates {site.address}/x").endswith("the server answers 404.")
    bad = written(tmp_path, WEB_PAGE, "bad.xml")
    assert prompt.type(f":rates {bad}") == f"error: {bad} is no file of exchange rates: it is a web page."
    rates._read.clear()
    assert prompt.type("1 EUR to USD") == "= 1.1415 USD   (ECB 2026-07-06)"


def test_a_shown_address_is_not_fetched(prompt: Recorded, site: Site) -> None:
    prompt.type(f":set rates {site.address}/daily.xml")
    expected = f"The first conversion that needs rates fetches them from {site.address}/daily.xml."
    assert prompt.type(":rates") == expected
    assert site.asked == []


def test_damaged_kept_rates_are_told(prompt: Recorded, file: str, tmp_path: Path) -> None:
    prompt.type(f":rates {file}")
    path = tmp_path / "cache" / "calc_repl" / "rates.xml"
    path.write_bytes(GOOD[:300])
    rates._read.clear()
    shown = prompt.type("1 EUR to USD")
    assert f"error: {path} is no file of exchange rates: it is no XML" in shown
    assert shown.endswith("hint: :rates update at the prompt fetches new ones")
    assert prompt.type(f":rates {file}") == "ECB 2026-07-06: what a euro is in 4 currencies"
    assert prompt.type("1 EUR to USD") == "= 1.1415 USD   (ECB 2026-07-06)"


@posix
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_kept_rates_are_for_their_owner_alone(file: str, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        _, problem = rates.take(file)
    finally:
        os.umask(before)
    folder = tmp_path / "cache" / "calc_repl"
    assert problem is None
    assert [(path.name, stat.S_IMODE(path.stat().st_mode)) for path in folder.iterdir()] == [("rates.xml", 0o600)]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@posix
def test_a_folder_of_others_is_not_used(prompt: Recorded, file: str, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "calc_repl"
    folder.mkdir(parents=True)
    (folder / "rates.xml").write_bytes(rates_file((DAY, {"USD": "100"})))
    folder.chmod(0o755)
    assert prompt.type(":rates").startswith("No exchange rates are known")
    told = "They are gone with this session: there is no folder for them that is yours alone."
    assert prompt.type(f":rates {file}") == f"ECB 2026-07-06: what a euro is in 4 currencies\n{told}"
    assert prompt.type("1 EUR to USD") == "= 1.1415 USD   (ECB 2026-07-06)"


def test_ctrl_c_stops_the_command(prompt: Recorded, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            prompt.session.interrupts._on_interrupt(2, None)
            return super().wait(timeout)

    monkeypatch.setattr(fetching.threading, "Event", Interrupted)
    assert prompt.type(f":rates {site.address}/slow") == "Interrupted."


# Old rates


def test_old_rates_tell_their_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_FRESH_DAYS", 7)
    session = calculator(written(tmp_path, rates_file(("2020-01-02", RATES))))
    head, _, age = session.evaluate("1 EUR to USD").text.partition("2020-01-02, ")
    assert head == "1.1415 USD   (ECB "
    assert age.endswith(" days old)")
    assert int(age.removesuffix(" days old)")) > 2000


# From the command line


def test_rates_of_the_command_line_stand_over_those_of_the_environment(file: str, tmp_path: Path) -> None:
    other = written(tmp_path, rates_file((DAY, {"USD": "2"})), "other.xml")
    line = "1 EUR to USD"
    assert run("-t", line, CALC_REPL_RATES=other).out == "2 USD\n"
    assert run("-t", line, "--rates", file, CALC_REPL_RATES=other).out == "1.1415 USD\n"
    assert run(f"--rates={file}", "--set", "rates=none", line).status == 1
    assert "ECB 2026-07-06" in run("--json", "--rates", file, line).out
    script = tmp_path / "money.calc"
    script.write_text("price = 10 USD\nprice to EUR to 2 dp\n")
    assert run("-t", "--rates", file, "-f", str(script)).out == "≈ 8.76 EUR\n".replace("≈ ", "")


def test_wrong_rates_of_the_command_line_do_no_harm_to_other_lines(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.xml")
    outcome = run("2 + 3", "1 EUR to USD", "--rates", missing)
    assert (outcome.status, outcome.out) == (1, "5\n")
    assert outcome.err.startswith(f"error: line 2: Cannot read {missing}: No such file or directory.\n  1 EUR to USD\n")
