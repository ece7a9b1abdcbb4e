"""Modules of Python itself and of other people, with --python; and `datetime`, which needs no flag."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from modules.python_session import PythonSession, plant
from script.command import environment, run

from calc_repl import Calculator
from calc_repl.errors import ModuleProblem

#: Stands for the library of that name: the part of it that the tutorials use.
REQUESTS = """\
import json as _json
import urllib.request


class Response:
    def __init__(self, answer):
        self.status_code = answer.status
        self.headers = dict(answer.headers)
        self.text = answer.read().decode()

    def json(self):
        return _json.loads(self.text)

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def get(url, timeout=None):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return Response(opener.open(url, timeout=timeout))
"""


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"path": self.path, "list": [1, 2.5], "nested": {"ok": True}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def requests(python_path: Path) -> Path:
    (python_path / "requests.py").write_text(REQUESTS)
    return python_path


# The tutorial


def test_requests(open_session: PythonSession, requests: Path, url: str) -> None:
    assert open_session.text("import requests", f'r = requests.get("{url}", timeout=5)') == "<Response [200]>"
    assert open_session.text("r.status_code") == "200"
    assert open_session.text('r.json()["list"]') == "[1, ≈ 2.5]"
    assert open_session.text('r.json()["nested"]["ok"]') == "true"
    assert open_session.text("print(r.status_code)") == ""
    assert open_session.printed == ["200"]


@pytest.mark.parametrize("quotes", ["‘’", "“”", "„“"])
def test_requests_with_typographic_quotes(quotes: str, open_session: PythonSession, requests: Path, url: str) -> None:
    lines = ["import requests", f"r = requests.get({quotes[0]}{url}{quotes[1]})", "r.status_code"]
    assert open_session.text(*lines) == "200"


def test_requests_from_a_file(requests: Path, url: str, tmp_path: Path) -> None:
    script = tmp_path / "tutorial.calc"
    script.write_text(f'import requests\nr = requests.get("{url}")\nprint(r.status_code)\n')
    paths = f"{requests}:{Path(sys.modules['calc_repl'].__file__ or '').parent.parent}"
    outcome = run("--python", "-f", str(script), PYTHONPATH=paths)
    assert (outcome.status, outcome.out, outcome.err) == (0, "200\n", "")
    refused = run("-f", str(script), PYTHONPATH=paths)
    assert (refused.status, refused.out) == (1, "")
    assert "There is no module requests; Python has one." in refused.err
    assert "hint: start with --python" in refused.err


def test_without_the_flag_nothing_is_imported(session: PythonSession, python_path: Path) -> None:
    (python_path / "requests.py").write_text("raise SystemExit")
    error = session.error("import requests")
    assert isinstance(error, ModuleProblem)
    assert (error.message, error.hint) == ("There is no module requests; Python has one.", "start with --python")
    assert "requests" not in sys.modules
    assert session.error("import os").hint == "start with --python"
    assert session.error("import no_such_thing").message == "There is no module no_such_thing."


# Modules of Python

ANY = {
    "a function": (["import cmath", "cmath.phase(-1)"], "≈ 3.14159265358979   (float)"),
    "a submodule under another name": (["import os.path as p", 'p.basename("a/b")'], '"b"'),
    "a submodule": (["import xml.dom.pulldom", "xml.dom.pulldom.COMMENT"], '"COMMENT"'),
    "a name": (["from fractions import Fraction", "Fraction(1, 3)"], "1/3 ≈ 0.333333333333"),
    "a submodule as a name": (["from os import path", 'path.dirname("a/b")'], '"a"'),
    "everything": (["from bisect import *", "bisect_left([1, 3, 5], 3)"], "1"),
    "a class": (["import collections", "collections.Counter([1, 1, 2]).total()"], "3"),
    "a function given back": (["import functools", "functools.reduce((a, b) => 10a + b, [1, 2, 3])"], "123"),
    "our own comes first": (["import math", "math.sqrt(2)"], "sqrt(2) ≈ 1.41421356237"),
    "a module in a module": (["import os", 'os.path.join("a", "b")'], '"a/b"'),
}


@pytest.mark.skipif(sys.platform == "win32", reason="paths are written with /")
@pytest.mark.parametrize(("lines", "text"), ANY.values(), ids=ANY.keys())
def test_any_module(lines: list[str], text: str, open_session: PythonSession) -> None:
    assert open_session.text(*lines) == text


WRONG = {
    "no such module": (["import no_such_thing"], "There is no module no_such_thing."),
    "no such submodule": (["import json.no_such_thing"], "There is no module json.no_such_thing."),
    "a submodule of a module": (["import bisect.x"], "There is no module bisect.x."),
    "no such name": (["import json", "json.dunps(1)"], "json has no dunps."),
    "a private name": (["import json", "json._default_encoder"], "_default_encoder is private to json."),
    "an exception": (["import json", 'json.loads("[")'], "JSONDecodeError: Expecting value"),
    "a module that fails": (["import failing"], "AttributeError: module 'json' has no attribute 'nothing'"),
    "a module that wants another": (["import wanting"], "ModuleNotFoundError: No module named 'not_there_at_all'"),
    "a module that leaves": (["import leaving"], "The Python code wanted to end the program (sys.exit)"),
}


@pytest.mark.parametrize(("lines", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong(lines: list[str], message: str, open_session: PythonSession, python_path: Path) -> None:
    (python_path / "failing.py").write_text("import json\njson.nothing\n")
    (python_path / "wanting.py").write_text("import not_there_at_all\n")
    (python_path / "leaving.py").write_text("import sys\nsys.exit()\n")
    error = open_session.error(*lines)
    assert error.message.startswith(message)
    assert [place.source.text for place in error.places] == [lines[-1]]  # nobody's files but the user's


def test_did_you_mean(open_session: PythonSession) -> None:
    assert open_session.error("import json", "json.dunps(1)").hint == "did you mean dumps?"
    assert open_session.error("from json import dunps").hint == "did you mean dumps?"


def test_what_a_module_prints(open_session: PythonSession, python_path: Path) -> None:
    (python_path / "printing.py").write_text("print('hello')\n")
    open_session.answer("import printing")
    assert open_session.printed == ["hello"]


def test_file_of_the_user_comes_before_a_module_of_python(open_session: PythonSession, python_path: Path) -> None:
    (python_path / "both.py").write_text("x = 'theirs'\n")
    plant(open_session.here, {"both.py": "x = 'ours'\n"})
    assert open_session.text("import both", "both.x") == '"ours"'


def test_records_stay_clean(tmp_path: Path) -> None:
    plant(tmp_path / "here", {"m.py": "print('loading')\ndef f(x):\n    print('called')\n    return x / 2\n"})
    given = "import m\nm.f(1)\nm.f(0.5) * m.f(1/3)\n"
    outcome = run("--python", "--json", given=given, directory=tmp_path / "here")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert [record["text"] for record in records] == ["", "1/2 = 0.5", "1/24 ≈ 0.0416666666667"]
    assert outcome.err == "loading\ncalled\ncalled\ncalled\n"


# datetime

DATES = {
    "datetime.datetime(2024, 2, 28)": "2024-02-28T00:00",
    "datetime.date(2024, 2, 28) + 2 days": "2024-03-01",
    "datetime.datetime.combine(2024-02-28, 10:30)": "2024-02-28T10:30",
    "datetime.datetime.fromtimestamp(0, datetime.timezone.utc)": "1970-01-01T00:00Z",
    "datetime.datetime(2024, 2, 28, hour=12).isoformat()": '"2024-02-28T12:00:00"',
    "datetime.date(2024, 2, 28)": "2024-02-28",
    "datetime.date(2024, 2, 28).month": "2",
    'datetime.date.fromisoformat("2024-02-28").replace(day=29)': "2024-02-29",
    'datetime.date(2024, 2, 28).strftime("%d.%m.")': '"28.02."',
    "datetime.timedelta(days=2).total_seconds()": "≈ 172800   (float)",
    "datetime.datetime.now().year >= 2024": "true",
    "datetime.datetime.now(datetime.timezone.utc).tzinfo": "datetime.timezone.utc",
    "datetime.date(2024, 2, 28) == datetime.date(2024, 2, 28)": "true",
    "datetime.datetime": "datetime(...)",
    "datetime": "module datetime",
    "datetime.date(2024, 2, 28).isocalendar()": "[2024, 9, 3]",
}


@pytest.mark.parametrize(("line", "text"), DATES.items())
def test_dates(line: str, text: str, session: PythonSession) -> None:
    assert session.text("import datetime", line) == text


def test_now_is_now(session: PythonSession) -> None:
    before = datetime.datetime.now()
    value = session.answer("from datetime import datetime", "datetime.now()").value
    assert before <= value.origin.thing <= datetime.datetime.now()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("datetime.date(2024, 2, 30)", "day is out of range for month"),
        ("datetime.date()", "TypeError: function missing required argument 'year' (pos 1)"),
        ("datetime.sys", "datetime has no sys."),
        ("datetime.datetime.mro()", "datetime has no mro."),
        ("datetime.datetime.now().__class__", "__class__ is private to Python."),
        ("datetime.date(2024, 2, 28).yaer", "A date has no yaer."),
        ("datetime.datetime.fromtimestamp(10^100)", "OverflowError: timestamp out of range"),
    ],
)
def test_wrong_dates(line: str, message: str, session: PythonSession) -> None:
    assert session.error("import datetime", line).message.startswith(message)


def loaded_by(lines: str, folder: Path) -> set[str]:
    """The modules a calculator with --python has loaded after some lines."""
    run_lines = "Calculator(folder=sys.argv[1], python=True).evaluate(sys.argv[2])"
    code = f"import sys; from calc_repl import Calculator; {run_lines}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, str(folder), lines],
        capture_output=True,
        text=True,
        env=environment(),
        cwd=folder,
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def test_only_python_code_loads_what_it_needs(tmp_path: Path) -> None:
    plant(tmp_path, {"ours.calc": "f(x) = x\n", "theirs.py": "def f(x):\n    return x / 2\n"})
    without = loaded_by("import ours; print(ours.f(1)); sum([1, 1/2]); 1 == 2", tmp_path)
    parts = ("foreign", "python_files", "border", "exact_numbers", "entry_points", "floats")
    assert not {name for name in without if name.startswith("calc_repl") and name.endswith(parts)}
    assert not {"fractions", "datetime", "importlib.metadata"} & without
    with_python = loaded_by("import theirs; theirs.f(1)", tmp_path)
    assert "calc_repl.modules.python_files" in with_python
    assert not {"importlib.abc", "importlib.util", "importlib.metadata", "inspect", "typing"} & with_python


def test_flag_reaches_the_calculator() -> None:
    assert run("--python", "import colorsys; 1").out == "1\n"
    assert run("import colorsys; 1").status == 1
    assert Calculator(python=True).modules.python
