"""Values on their way into Python code and back."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from modules.python_session import PythonSession

from calc_repl.errors import ArityError, DivisionByZero, KindError, LimitError, PositionError, UnknownName

#: Functions of the user's own: they get exact numbers.
OWN = """\
import datetime, decimal, enum, fractions, math
from collections import namedtuple

def same(x): return x
def kind(x): return type(x).__name__
def divide(a, b): return a / b
def floor(a, b): return a // b
def modulo(a, b): return a % b
def power(a, b): return a ** b
def shift(a, b): return a << b
def mean(xs): return sum(xs) / len(xs)
def celsius(f): return (f - 32) * 5 / 9
def polynomial(x): return 3*x**2 - 2*x + 1
def root(x): return math.sqrt(x)
def half(x): return 0.5 * x
def rounded(x): return round(x)
def rounded_to(x, n): return round(x, n)
def compare(a, b): return [a < b, a <= b, a == b, a != b, a > b, a >= b]
def factorial(n): return math.factorial(n)
def count(n): return len(range(n))
def harmonic(n): return sum(1 / type(n)(k) for k in range(1, n + 1))
def text(x): return f"{x}"
def truth(x): return bool(x)
def whole(x): return int(x)
def absolute(x): return abs(x)
def conjugate(x): return [x.real, x.imag, x.conjugate()]
def nothing(): return None
def later(f): return lambda x: f(f(x))
def options(a, b=2, *rest, c=3): return [a, b, list(rest), c]

class Point:
    "A point."
    def __init__(self, x, y): self.x, self.y = x, y
    def norm2(self): return self.x ** 2 + self.y ** 2
    def __repr__(self): return "Point\\n" + "\\x1b[31m" * 100
    @property
    def broken(self): raise ValueError("no such thing")

Pair = namedtuple("Pair", "left right")
class Colour(enum.IntEnum):
    RED = 5
values = dict(a=fractions.Fraction(1, 3), b=[1, {"c": 2}])
pair = Pair(1, 2.5)
third = decimal.Decimal("0.10")
nan, inf, z = math.nan, math.inf, complex(0.5, -2)
red = Colour.RED
deep = []
for _ in range(100): deep = [deep]
many = range(100_001)
few = range(3)
made = (k * k for k in [1, 2])
bytes_ = b"ab"
moment = datetime.datetime(2024, 2, 28, 12, 30)
day = datetime.date(2024, 2, 28)
"""

#: What is typed, and the text of the answer.
ANSWERS = {
    # numbers stay exact
    "m.divide(5, 3)": "5/3 ≈ 1.66666666667",
    "m.divide(10, 5)": "2",
    "m.divide(1/3, 2)": "1/6 ≈ 0.166666666667",
    "m.divide(2, 1/3)": "6",
    "m.divide(sqrt(2), 2)": "sqrt(2)/2 ≈ 0.707106781187",
    "m.divide(1, pi)": "1/pi ≈ 0.318309886184",
    "m.divide(1 + i, 2)": "1/2 + 1/2 i = 0.5 + 0.5 i",
    "m.divide(5 ± 1, 2)": "2.5 ± 0.5",
    "m.floor(-7, 2)": "-4",
    "m.floor(sqrt(50), 2)": "3",
    "m.modulo(-7, 3)": "2",
    "m.modulo(7/2, 2)": "3/2 = 1.5",
    "m.power(2, -2)": "1/4 = 0.25",
    "m.power(2, 100)": "1267650600228229401496703205376",
    "m.power(2/3, 2)": "4/9 ≈ 0.444444444444",
    "m.power(sqrt(2), 2)": "2",
    "m.power(2, pi)": "e^(pi*ln(2)) ≈ 8.82497782708",
    "m.shift(1, 70)": "1180591620717411303424",
    "m.mean([1, 2, 2])": "5/3 ≈ 1.66666666667",
    "m.celsius(100)": "340/9 ≈ 37.7777777778",
    "m.polynomial(1/3)": "2/3 ≈ 0.666666666667",
    "m.polynomial(sqrt(2))": "7 - 2*sqrt(2) ≈ 4.17157287525",
    "m.harmonic(10)": "7381/2520 ≈ 2.92896825397",
    "m.factorial(20)": "2432902008176640000",
    "m.count(7)": "7",
    "m.rounded(pi)": "3",
    "m.rounded(-e)": "-3",
    "m.rounded_to(pi, 2)": "3.14",
    "m.whole(-pi)": "-3",
    "m.absolute(-pi)": "pi ≈ 3.14159265359",
    "m.absolute(3 + 4i)": "5",
    "m.conjugate(3 + 4i)": "[3, 4, 3 - 4 i]",
    "m.truth(pi)": "true",
    "m.compare(1/3, 0.3)": "[false, false, false, true, true, true]",
    "m.compare(pi, 3)": "[false, false, false, true, true, true]",
    "m.compare(2, sqrt(4))": "[false, true, true, false, false, true]",
    "m.text(1/3)": '"1/3"',
    "m.same(7) + 1/2": "7.5",
    "m.kind(7)": '"ExactInt"',
    "m.kind(1/3)": '"Fraction"',
    "m.kind(true)": '"bool"',
    'm.same([1, [2/3, true], "a"])': '[1, [2/3, true], "a"]',
    "m.same(1..3)": "[1, 2, 3]",
    "m.same([1, 2; 3, 1/2])": "[[1, 2], [3, 0.5]]",
    "m.kind([1; 2])": '"list"',
    "det(m.same([1, 2; 3, 4]))": "-2",
    "m.same(255 to hex)": "255",
    # floats are labelled, and stay floats
    "m.root(2)": "≈ 1.4142135623731   (float)",
    "m.half(1)": "≈ 0.5   (float)",
    "m.half(pi)": "≈ 1.5707963267949   (float)",
    "m.half(3) + 1/2": "≈ 2   (float)",
    "2 m.half(3)": "≈ 3   (float)",
    "-m.half(3)": "≈ -1.5   (float)",
    "sqrt(m.half(8))": "≈ 2   (float)",
    "sum([m.half(1), 1/3])": "≈ 0.833333333333333   (float)",
    "[m.half(1), 2] + [1, 1]": "[≈ 1.5, ≈ 3]",
    "[m.half(1), 1; 0, 2] * [2, 4]": "[≈ 5, ≈ 8]",
    "[m.half(1), 1; 0, 2]": "[≈ 0.5, 1; 0, 2]",
    "[m.half(1), 1; 0, 2] * 2": "[≈ 1, ≈ 2; ≈ 0, ≈ 4]",
    "det([m.half(1), 1; 1, 0])": "≈ -1   (float)",
    "inv([[m.half(1), 1], [1, 0]])": "[≈ 0, ≈ 1; ≈ 1, ≈ -0.5]",
    "max(m.half(3), 1)": "≈ 1.5   (float)",
    "floor(m.half(3))": "≈ 1   (float)",
    "sort([m.half(3), 1])": "[≈ 1, ≈ 1.5]",
    "map(x => x + 1, [m.half(1)])": "[≈ 1.5]",
    "m.half(1) == 1/2": "true",
    "m.half(1) == m.half(1)": "true",
    "[m.half(1)] == [0.5]": "true",
    'm.half(1) == "a"': "false",
    "m.half(1) < 1": "true",
    "m.half(1/3) to 3 dp": "≈ 0.167   (float)",
    "m.half(1) to 3 dp": "≈ 0.500   (float)",
    "m.half(10^30)": "≈ 5e29   (float)",
    "m.half(10^-10)": "≈ 5e-11   (float)",
    "0.1 + m.half(0.4)": "≈ 0.3   (float)",
    "m.divide(m.half(1), 3)": "≈ 0.166666666666667   (float)",
    "m.z": "≈ 0.5 - 2 i   (float)",
    "m.z * i": "≈ 2 + 0.5 i   (float)",
    "m.nan": "≈ nan   (float)",
    "m.inf": "≈ inf   (float)",
    # other values
    "m.third": "0.1",
    "m.red": "5",
    "m.few": "[0, 1, 2]",
    "m.moment": "2024-02-28T12:30",
    "m.day": "2024-02-28",
    "m.day.year": "2024",
    "m.day == m.moment": "false",
    "m.moment - m.day": "12 h 30 min",
    "m.day + 1 day": "2024-02-29",
    "m.same(2024-02-28T12:30:00.000001) - m.moment": "0.000001 s",
    "m.same(10:30)": "10:30",
    "m.same(2024-07-01T09:00[Europe/Berlin]) + 1 day": "2024-07-02T09:00+02:00[Europe/Berlin]",
    "m.same(2024-10-27T02:30+01:00[Europe/Berlin])": "2024-10-27T02:30+01:00[Europe/Berlin]",
    "m.same(2024-02-28T12:30-03:30)": "2024-02-28T12:30-03:30",
    "m.values": "{'a': Fraction(1, 3), 'b': [1, {'c': 2}]}",
    'm.values["a"]': "1/3 ≈ 0.333333333333",
    'm.values["b"][1]': "1",
    'm.values["b"][2]["c"]': "2",
    "m.pair": "Pair(left=1, right=2.5)",
    "m.pair.right": "≈ 2.5   (float)",
    "m.pair[1]": "1",
    "m.many[-1]": "100000",
    "m.many[1]": "0",
    "m.bytes_": "b'ab'",
    # functions and objects
    "m.divide": "divide(a, b)",
    "m.options": "options(a, b?, rest...)",
    "m.options(1, c=5)": "[1, 2, [], 5]",
    "m.options(a=1, b=7)": "[1, 7, [], 3]",
    "m.options(1, 2, 3, 4)": "[1, 2, [3, 4], 3]",
    "m.Point": "Point(...)",
    "m.Point(1, 2).norm2": "norm2(...)",
    "map(m.polynomial, [1, 2])": "[2, 9]",
    "fold(m.divide, [2, 3], 1)": "1/6 ≈ 0.166666666667",
    "sum(m.polynomial, 1, 3)": "33",
    "m.later(x => x/3)(1)": "1/9 ≈ 0.111111111111",
    "m.later(sqrt)(16)": "2",
    "m.later(m.celsius)(32)": "-160/9 ≈ -17.7777777778",
    "m.same(x => x + 1)(2)": "3",
    "m.Point(3, 1/2).norm2()": "37/4 = 9.25",
    "5 |> m.polynomial": "66",
    "m.polynomial 5": "66",
}


@pytest.fixture
def own(session: PythonSession) -> PythonSession:
    session.plant({"m.py": OWN})
    session.answer("import m")
    return session


@pytest.mark.parametrize(("line", "text"), ANSWERS.items())
def test_answer(line: str, text: str, own: PythonSession) -> None:
    assert own.text(line) == text


def test_float_is_never_told_as_exact(own: PythonSession) -> None:
    answer = own.answer("m.half(1)")
    assert (answer.kind, answer.exact, answer.approx, answer.bare) == ("float", None, "0.5", "0.5")
    assert own.answer("[m.half(1)]").exact is None
    own.answer("print(m.half(1))")
    assert own.printed == ["≈ 0.5"]


def test_kinds(own: PythonSession) -> None:
    lines = {
        "m.day": "date",
        "m.values": "object",
        "m.divide": "function",
        "m.Point": "function",
        "m.nothing()": "none",
    }
    assert {line: own.answer(line).kind for line in lines} == lines


def test_text_about_an_object_is_one_harmless_line(own: PythonSession) -> None:
    text = own.text("m.Point(1, 2)")
    assert text.startswith("Point \\x1b[31m")
    assert text.isprintable()
    assert len(text) < 1000


ERRORS = {
    "m.divide(1, 0)": (DivisionByZero, "Cannot divide by zero."),
    "m.modulo(1, 0)": (DivisionByZero, "Cannot divide by zero."),
    "m.power(0, -1)": (DivisionByZero, "Cannot divide by zero."),
    "m.power(7, 10^9)": (LimitError, "The result would have about "),
    "m.power(7/3, 10^9)": (LimitError, "The result would have about "),
    "m.power(7, -10^9)": (LimitError, "The result would have about "),
    "m.shift(1, 10^12)": (LimitError, "The result would have about "),
    "m.deep": (LimitError, "Python answered with lists inside lists, more than 50 deep."),
    "m.same(1..10^6)": (LimitError, "Python is given lists of at most 100,000 elements."),
    "m.nan + 1": (KindError, "nan is not a number to calculate with."),
    "m.nan == 1": (KindError, "nan is not a number to calculate with."),
    "m.half(1) ± 1": (KindError, "plus_minus cannot have floats here"),
    "m.half(1) to hex": (KindError, "Only whole numbers can be written in another base."),
    "m.day + 1": (KindError, "A whole number cannot be added to a date."),
    "m.same(10:30 + 1/3 s)": (KindError, "The times of Python have no less than microseconds."),
    "(m.day + 1 day).month": (KindError, "There is no month in a date."),
    "m.values + 1": (KindError, "+ needs a number before it, not an object of Python."),
    "m.values()": (KindError, "A dict cannot be called."),
    'm.values["z"]': (Exception, "KeyError: 'z'"),
    "m.many[0]": (PositionError, "Elements are counted from 1."),
    "m.many[10^6]": (Exception, "IndexError: range object index out of range"),
    "m.made.gi_framee": (UnknownName, "A generator has no gi_framee."),
    "m.values.__class__": (UnknownName, "__class__ is private to Python."),
    "m.Point(1, 2).z": (UnknownName, "A Point has no z."),
    "m.Point(1, 2).broken": (Exception, "no such thing"),
    "m.divide(1)": (Exception, "TypeError: divide() missing 1 required positional argument: 'b'"),
    "m.divide(1, b=2, c=3)": (Exception, "TypeError: divide() got an unexpected keyword argument 'c'"),
    "m.divide(b=1, b=2)": (Exception, ""),
    "m.later((x, y) => x)(1)": (ArityError, "The function takes 2 arguments, not 1."),
    "try m.divide(1) catch e: m.same(e)": (KindError, "Python cannot be given an error."),
}


@pytest.mark.parametrize(("line", "kind", "message"), [(line, *each) for line, each in ERRORS.items()])
def test_error(line: str, kind: type[Exception], message: str, own: PythonSession) -> None:
    error = own.error(line)
    assert isinstance(error, kind)
    assert error.message.startswith(message)
    assert error.places[-1].source.text == line
    assert error.span is not None


def test_error_about_an_element_is_on_the_line(own: PythonSession) -> None:
    error = own.error('1 + m.values["z"]')
    assert tuple(error.span or ()) == (4, 17)


# Modules of Python get plain values

PLAIN = """\
def kind(*xs): return [type(x).__name__ for x in xs]
def same(x): return x
"""


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            'f.kind(1, 1/2, pi, 2i, true, "a", [1], 1..2)',
            '["int", "float", "float", "complex", "bool", "str", "list", "list"]',
        ),
        ("f.same(1/3)", "≈ 0.333333333333333   (float)"),
        ("f.same(2^100)", "1267650600228229401496703205376"),
        ("f.same(pi)", "≈ 3.14159265358979   (float)"),
        ("f.same(3)/2", "3/2 = 1.5"),
        ("f.same(f.same(1/3))", "≈ 0.333333333333333   (float)"),
        ("f.same([1/2, 2])", "[≈ 0.5, 2]"),
    ],
)
def test_plain_values(line: str, text: str, open_session: PythonSession, python_path: Path) -> None:
    (python_path / "foreign_plain.py").write_text(PLAIN)
    assert open_session.text("import foreign_plain as f", line) == text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("f.same(5 ± 1)", "Python has no float for an uncertain number."),
        ("f.same(10^400 / 3)", "This number is too large for Python's floats."),
        ("f.same(pi 10^400)", "This number is too large for Python's floats."),
    ],
)
def test_what_has_no_plain_value(line: str, message: str, open_session: PythonSession, python_path: Path) -> None:
    (python_path / "foreign_plain.py").write_text(PLAIN)
    assert open_session.error("import foreign_plain as f", line).message == message


class FakeArray:
    """As much of an array of NumPy as is looked at."""

    def __init__(self, items: list[object]) -> None:
        self.items = items

    ndim = 1

    @property
    def size(self) -> int:
        return len(self.items)

    def tolist(self) -> list[object]:
        return self.items

    def __getitem__(self, index: int) -> object:
        return self.items[index]

    def __repr__(self) -> str:
        return "array(...)"


class FakeScalar(float):
    def tolist(self) -> float:
        return float(self)


class FakeLong(FakeScalar):
    def tolist(self) -> float:
        return self


def test_arrays_and_numbers_of_numpy(own: PythonSession, monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = ModuleType("numpy")
    numpy.ndarray, numpy.generic = FakeArray, FakeScalar  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "numpy", numpy)
    module = own.calculator.modules.modules["m"].names.python  # type: ignore[attr-defined]
    module.small, module.scalar, module.long = FakeArray([1, [2.5]]), FakeScalar(1.5), FakeLong(2.5)
    module.large = FakeArray(list(range(100_001)))
    assert own.text("m.small") == "[1, [≈ 2.5]]"
    assert own.text("[m.scalar, m.long]") == "[≈ 1.5, ≈ 2.5]"
    assert own.text("m.large") == "array(...)"
    assert own.text("m.large[100001]") == "100000"
