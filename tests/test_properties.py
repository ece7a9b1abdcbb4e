"""Laws that hold for every number, text and list."""

from __future__ import annotations

import itertools
import math
import re
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from calc_repl import CalcError, Calculator
from calc_repl.calculator import Answer
from calc_repl.display.plainly import ascii_text
from calc_repl.settings import Settings
from calc_repl.syntax.tokens import tokenize
from calc_repl.units import table
from calc_repl.values.rational import Rational, fraction, from_fraction

integers = st.integers(-(10**40), 10**40) | st.integers(-100, 100)
fractions = st.builds(Fraction, integers, st.integers(1, 10**25) | st.integers(1, 60))
decimals = st.builds(lambda digits, places: Fraction(digits, 10**places), integers, st.integers(0, 30))
numbers = fractions | decimals | integers.map(Fraction)


def written(number: Fraction) -> str:
    """A number as an operand of the language."""
    return f"({number})"


def value(line: str, **chosen: object) -> Any:
    """What a line is worth, in a session of its own: a Fraction when it is a number."""
    found = Calculator(Settings(**chosen)).evaluate(line).value
    found = getattr(found, "value", found)
    if type(found) is int:
        return Fraction(found)
    return fraction(found) if type(found) is Rational else found


# Expressions: the text, and what Python's fractions say it is worth (None: an error).

_OPERATORS = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "//": lambda left, right: Fraction(left // right),
    "mod": lambda left, right: left % right,
}


@st.composite
def expressions(draw: st.DrawFn, depth: int = 4) -> tuple[str, Fraction | None]:
    kind = draw(st.integers(0, 7)) if depth else 0
    if kind < 2:
        number = draw(st.integers(0, 99) | st.integers(0, 10**12))
        places = draw(st.sampled_from([0, 0, 1, 3]))
        digits = str(number).rjust(places + 1, "0")
        text = digits if not places else f"{digits[:-places]}.{digits[-places:]}"
        return text, Fraction(number, 10**places)
    text, worth = draw(expressions(depth=depth - 1))
    if kind == 2:
        return f"-({text})", None if worth is None else -worth
    if kind == 3:
        exponent = draw(st.integers(-3, 4))
        power = None if worth is None or (worth == 0 and exponent < 0) else worth**exponent
        return f"({text})^{exponent}", power
    if kind == 4:
        return f"abs({text})", None if worth is None else abs(worth)
    other_text, other = draw(expressions(depth=depth - 1))
    sign = draw(st.sampled_from(sorted(_OPERATORS)))
    joined = f"({text}) {sign} ({other_text})"
    if worth is None or other is None or (other == 0 and sign in ("/", "//", "mod")):
        return joined, None
    return joined, _OPERATORS[sign](worth, other)


@settings(max_examples=400)
@given(expressions())
def test_expression_is_worth_what_fractions_say(expression: tuple[str, Fraction | None]) -> None:
    text, worth = expression
    if worth is None:
        with pytest.raises(ZeroDivisionError):
            value(text)
    else:
        assert value(text) == worth


@st.composite
def flat_expressions(draw: st.DrawFn) -> tuple[str, str]:
    """A chain of operators without brackets, for the language and for Python."""
    ours = theirs = str(draw(st.integers(1, 30)))
    for sign in draw(st.lists(st.sampled_from(["+", "-", "*", "/", "//"]), min_size=1, max_size=8)):
        operand = draw(st.integers(1, 30))
        exponent = draw(st.sampled_from(["", "", "", "2", "-1", "0"]))
        negative = draw(st.sampled_from(["", "", "-"]))
        ours += f" {sign} {negative}{operand}{'^' + exponent if exponent else ''}"
        theirs += f" {sign} {negative}Fraction({operand}){'**' + exponent if exponent else ''}"
    return ours, f"Fraction({theirs.replace(' ', ') ', 1)}"


@settings(max_examples=200)
@given(flat_expressions())
def test_operators_bind_as_in_python(chain: tuple[str, str]) -> None:
    ours, theirs = chain
    try:
        worth = eval(theirs, {"Fraction": Fraction})
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            value(ours)
    else:
        assert value(ours) == worth


# What is printed.


@given(numbers)
def test_exact_form_reads_back_to_the_same_value(number: Fraction) -> None:
    answer = Calculator().evaluate(written(number))
    assert answer.exact is not None
    assert value(answer.exact) == number


@given(numbers)
def test_bare_form_and_text_agree_with_the_exact_form(number: Fraction) -> None:
    answer = Calculator().evaluate(written(number))
    for part in re.split(" [=] ", answer.text.partition(" ≈ ")[0].removeprefix("≈ ")):
        if not answer.text.startswith("≈"):
            assert value(part) == number
    assert answer.bare == (answer.approx or answer.exact)


def rounded(number: Fraction, digits: int) -> Fraction:
    """A number rounded to significant digits, halves away from zero, by plain counting."""
    if not number:
        return number
    exponent = 0
    while abs(number) >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while abs(number) < Fraction(10) ** exponent:
        exponent -= 1
    unit = Fraction(10) ** (exponent - digits + 1)
    return math.floor(abs(number) / unit + Fraction(1, 2)) * unit * (1 if number > 0 else -1)


@given(numbers, st.integers(1, 40))
@example(Fraction(2, 3), 12)
@example(Fraction(99999999999996, 3), 12)
@example(Fraction(-1, 6), 1)
def test_approximate_form_is_the_correctly_rounded_decimal(number: Fraction, digits: int) -> None:
    answer = Calculator(Settings(digits=digits)).evaluate(written(number))
    if answer.approx is None:
        assert value(answer.bare) == number
    elif "≈" in answer.text:
        assert value(answer.approx) == rounded(number, digits) != number
    else:
        assert value(answer.approx) == number


@given(decimals)
@example(Fraction(1, 10**39))
@example(Fraction(10**40 - 1, 10**20))
def test_decimal_that_ends_is_printed_in_full(number: Fraction) -> None:
    answer = Calculator().evaluate(written(number))
    significant = len(str(abs(number.numerator) * 10**80 // number.denominator).rstrip("0"))
    assume(significant <= 40)
    assert "≈" not in answer.text
    assert value(answer.bare) == number


@given(numbers)
def test_equals_sign_stands_only_between_equal_values(number: Fraction) -> None:
    text = Calculator().evaluate(written(number)).text
    parts = re.split(" ([=≈]) ", text)
    for mark, part in itertools.pairwise(parts):
        if mark in ("=", "≈"):
            assert (value(part) == number) == (mark == "=")


@given(numbers, st.integers(1, 30), st.integers(1, 30))
def test_more_digits_change_no_shown_digit_but_the_last(number: Fraction, fewer: int, more: int) -> None:
    assume(fewer < more)
    short = value(Calculator().evaluate(f"{written(number)} to {fewer} digits").bare)
    long = value(Calculator().evaluate(f"{written(number)} to {more} digits").bare)
    assert rounded(number, fewer) == short
    assert abs(short - long) <= abs(short - rounded(number, fewer)) + abs(number) * Fraction(10) ** (1 - fewer)


# Formats.


@given(numbers, st.integers(0, 50))
def test_number_to_places_is_rounded_to_them(number: Fraction, places: int) -> None:
    answer = Calculator().evaluate(f"{written(number)} to {places} dp")
    unit = Fraction(1, 10**places)
    nearest = math.floor(abs(number) / unit + Fraction(1, 2)) * unit * (1 if number >= 0 else -1)
    assert value(answer.bare) == nearest
    assert answer.text.startswith("≈") == (nearest != number)
    assert len(answer.bare.partition(".")[2]) == places
    assert value(answer.exact or "") == number


@given(numbers, st.integers(1, 50))
def test_number_to_digits_is_rounded_to_them(number: Fraction, digits: int) -> None:
    answer = Calculator().evaluate(f"{written(number)} to {digits} digits")
    assert value(answer.bare) == rounded(number, digits)
    assert answer.text.startswith("≈") == (rounded(number, digits) != number)


@pytest.mark.parametrize("style", ["sci", "eng"])
@given(number=numbers)
def test_number_with_an_exponent_reads_back(style: str, number: Fraction) -> None:
    answer = Calculator().evaluate(f"{written(number)} to {style}")
    mantissa, _, exponent = answer.bare.partition("e")
    assert value(answer.bare) == (rounded(number, 12) if answer.text.startswith("≈") else number)
    if number:
        assert 1 <= abs(Fraction(mantissa)) < (10 if style == "sci" else 1000)
    assert style == "sci" or int(exponent) % 3 == 0


@pytest.mark.parametrize("style", ["fraction", "mixed", "repeating", "exact"])
@given(number=st.builds(Fraction, st.integers(-1000, 1000), st.integers(1, 400)))
@example(number=Fraction(1, 7))
@example(number=Fraction(-22, 7))
@example(number=Fraction(1, 12))
def test_exact_format_reads_back(style: str, number: Fraction) -> None:
    answer = Calculator().evaluate(f"{written(number)} to {style}")
    assert "≈" not in answer.text
    assert value(answer.bare) == number


@given(st.builds(Fraction, st.integers(-1000, 1000), st.integers(1, 400)))
@example(Fraction(1, 7))
def test_repeating_format_shows_the_period(number: Fraction) -> None:
    text = Calculator().evaluate(f"{written(number)} to repeating").text
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        assert "(" not in text
        assert "/" not in text
    else:
        period = next(k for k in itertools.count(1) if pow(10, k, rest) == 1)
        shown = re.search(r"\(([0-9]+)\)\.\.\.$", text)
        assert shown is not None
        assert len(shown[1]) == period


@given(integers, st.integers(2, 36))
def test_number_in_a_base_is_what_int_reads(number: int, base: int) -> None:
    text = Calculator().evaluate(f"{number} to base {base}").text
    assert int(text.partition(" ")[0].removesuffix(f" (base {base})"), 0 if base in (2, 8, 16) else base) == number


@pytest.mark.parametrize("style", ["hex", "bin", "oct"])
@given(number=integers)
def test_number_in_a_common_base_reads_back(style: str, number: int) -> None:
    text = Calculator().evaluate(f"{number} to {style}").text
    assert int(text, 0) == number
    assert value(text) == number


@given(st.integers(-(2**63), 2**64 - 1))
def test_fixed_width_holds_two_s_complement(number: int) -> None:
    text = Calculator().evaluate(f"({number}) to hex 64").text
    assert len(text) == 18
    assert int(text, 0) == number % 2**64


@given(numbers, st.integers(1, 10**6))
def test_nearest_fraction_is_no_farther_than_python_s(number: Fraction, bound: int) -> None:
    text = Calculator().evaluate(f"{written(number)} to fraction {bound}").text
    near = Fraction(text.removeprefix("≈ "))
    assert near.denominator <= bound
    assert abs(near - number) == abs(number.limit_denominator(bound) - number)


@given(numbers)
def test_percent_is_a_hundredth(number: Fraction) -> None:
    assert value(f"{written(number)}%") == number / 100
    text = Calculator().evaluate(f"{written(number)} to percent").text
    if "≈" not in text:
        assert value(text) == number


@given(numbers)
def test_grouped_answer_reads_back(number: Fraction) -> None:
    answer = Calculator(Settings(grouping=True)).evaluate(written(number))
    assert value(answer.exact or "") == number
    if "≈" not in answer.text:
        assert value(answer.bare) == number


# Quantities.

_UNITS = [name for name in table.names() if name not in ("′", "″")]
_powers = st.sampled_from(["", "", "", "^2", "^-1", "^-2", "^3", "^(1/2)", "^(-3/2)"])
_magnitudes = numbers.map(written) | st.sampled_from(
    [
        "sqrt(2)",
        "(-sqrt(3)/7)",
        "(1 + pi)",
        "-pi",
        "(2 - i)",
        "i",
        "(-i/3)",
        "(-inf)",
        "(5 ± 0.1)",
        "interval(1, 2)",
        "sin(1)",
    ]
)


def in_ascii(answer: Answer) -> list[str]:
    return [ascii_text(form) for _, form in answer.forms]


@settings(max_examples=300)
@given(_magnitudes, st.lists(st.tuples(st.sampled_from(_UNITS), _powers), min_size=1, max_size=4))
@example("(-3)", [("°C", "")])
@example("5", [("°R", "^2"), ("m", "^-1")])
@example("(-inf)", [("°C", ""), ("m", "")])
@example("1", [("ΔF", "^2"), ("Å", "^-1")])
def test_quantity_reads_back(magnitude: str, factors: list[tuple[str, str]]) -> None:
    try:
        answer = Calculator().evaluate(f"{magnitude} {' * 1 '.join(map(''.join, factors))}")
    except CalcError:
        assume(False)  # two points on a scale, a product of uncertain and complex numbers
    for form in [form for mark, form in answer.forms if mark == "="]:
        for text in (form, ascii_text(form)):
            again = Calculator().evaluate(text)
            assert in_ascii(again) == in_ascii(answer) or again.value == answer.value


@settings(max_examples=300)
@given(
    numbers,
    st.sampled_from(["h + min + s", "d + h", "ft + in", "lb + oz", "° + arcmin + arcsec", "m^2 + cm^2", "km + m + mm"]),
)
@example(Fraction(-1, 2), "° + arcmin + arcsec")
@example(Fraction(1, 7), "h + min + s")
def test_measure_of_several_units_reads_back(number: Fraction, target: str) -> None:
    first = target.partition(" ")[0]
    answer = Calculator().evaluate(f"{written(number)} {first} to {target}")
    for text in [form for mark, form in answer.forms if mark == "="]:
        for form in (text, ascii_text(text)):
            assert Calculator().evaluate(f"({form}) / (1 {first}) to fraction").value.value == from_fraction(number)


# Arithmetic.


@given(numbers, numbers)
def test_what_is_added_can_be_taken_away(a: Fraction, b: Fraction) -> None:
    assert value(f"{written(a)} + {written(b)} - {written(b)}") == a


@given(numbers, numbers)
def test_what_is_multiplied_can_be_divided_out(a: Fraction, b: Fraction) -> None:
    assume(b)
    assert value(f"{written(a)} * {written(b)} / {written(b)}") == a


@given(numbers)
def test_rounding_agrees_with_python(a: Fraction) -> None:
    assert value(f"floor({a})") == math.floor(a)
    assert value(f"ceil({a})") == math.ceil(a)
    assert value(f"trunc({a})") == math.trunc(a)
    assert value(f"frac({a})") == a - math.trunc(a)
    assert value(f"round_even({a})") == round(a)
    assert value(f"round({a})") == math.floor(abs(a) + Fraction(1, 2)) * (1 if a >= 0 else -1)


@given(decimals, st.integers(-10, 10))
def test_rounding_to_places_agrees_with_decimal(a: Fraction, places: int) -> None:
    with localcontext(prec=200):
        exact = Decimal(a.numerator) / Decimal(a.denominator)
        unit = Decimal(1).scaleb(-places)
        assert value(f"round({a}, {places})") == Fraction(exact.quantize(unit, "ROUND_HALF_UP"))
        assert value(f"round_even({a}, {places})") == Fraction(exact.quantize(unit, "ROUND_HALF_EVEN"))


@given(numbers, numbers)
def test_quotient_and_remainder_belong_together(a: Fraction, b: Fraction) -> None:
    assume(b)
    quotient, rest = value(f"{written(a)} // {written(b)}"), value(f"{written(a)} mod {written(b)}")
    assert quotient * b + rest == a
    assert rest == a % b
    assert quotient == a // b
    remainder = value(f"rem({a}, {b})")
    assert (a - remainder) / b == math.trunc(a / b)


@given(st.integers(-(10**30), 10**30), st.integers(-(10**30), 10**30), st.integers(0, 200))
def test_bits_are_those_of_python(a: int, b: int, places: int) -> None:
    assert value(f"({a}) & ({b})") == a & b
    assert value(f"({a}) | ({b})") == a | b
    assert value(f"({a}) xor ({b})") == a ^ b
    assert value(f"~({a})") == ~a
    assert value(f"({a}) << {places}") == a << places
    assert value(f"({a}) >> {places}") == a >> places


@given(numbers, numbers)
def test_comparisons_are_those_of_fractions(a: Fraction, b: Fraction) -> None:
    pair = f"{written(a)} {{}} {written(b)}".format
    truths = {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "==": a == b, "!=": a != b}
    for sign, truth in truths.items():
        assert value(pair(sign)) is truth


@given(st.fractions(0, 10**6, max_denominator=10**6), st.integers(1, 12))
def test_root_of_a_power_is_its_base(base: Fraction, degree: int) -> None:
    assert value(f"root(({base})^{degree}, {degree})") == base
    assert value(f"(({base})^{degree})^(1/{degree})") == base


@given(st.integers(2, 50), st.integers(-60, 60), st.integers(1, 20))
def test_logarithm_undoes_the_power(base: int, exponent: int, other: int) -> None:
    assert value(f"log({base}^({exponent}), {base}^{other})") == Fraction(exponent, other)


@given(st.integers(0, 300), st.integers(0, 300))
def test_combinations_are_those_of_python(n: int, k: int) -> None:
    assert value(f"{n} choose {k}") == math.comb(n, k)
    assert value(f"permutations({n}, {k})") == math.perm(n, k)
    assert value(f"{n}!") == math.factorial(n)
    assert value(f"{n}!!") == math.prod(range(n, 0, -2))


@given(st.lists(numbers, min_size=1, max_size=12))
def test_sums_of_lists_are_those_of_fractions(values: list[Fraction]) -> None:
    listed = "[" + ", ".join(map(str, values)) + "]"
    assert value(f"sum({listed})") == sum(values)
    assert value(f"product({listed})") == math.prod(values)
    assert value(f"mean({listed})") == sum(values) / len(values)
    assert value(f"max({listed})") == max(values)
    assert value(f"min({listed})") == min(values)
    assert [
        Fraction(str(item)) for item in re.findall(r"[-0-9.e/]+", Calculator().evaluate(f"sort({listed})").text)
    ] == (sorted(values))


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(-5, 5))
def test_range_has_both_ends(first: int, last: int, step: int) -> None:
    assume(step)
    expected = list(range(first, last + (1 if step > 0 else -1), step))
    assert list(value(f"map(x => x, {first}..{last} by {step})")) == expected
    assert value(f"length({first}..{last} by {step})") == len(expected)


# Texts and lists read back.

_RAW = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
texts = st.text(st.characters(exclude_categories=())) | st.text(
    'abc"\\{}“”„‘’\n\r\t\x1b\x00\u202e\u2028\ud800#', max_size=12
)


@settings(max_examples=300)
@given(texts)
def test_printed_text_reads_back_and_controls_no_terminal(text: str) -> None:
    calculator = Calculator()
    calculator.scope.names["given"] = text
    shown = calculator.evaluate("given").text
    assert not _RAW.search(shown)
    assert value(shown) == text


values = st.recursive(
    numbers | st.booleans() | texts,
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=12,
)


def literal(item: Any) -> str:
    """A value as a literal of the language."""
    if isinstance(item, tuple):
        return "[" + ", ".join(map(literal, item)) + "]"
    if isinstance(item, bool):
        return "true" if item else "false"
    return (
        '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in item) + '"'
        if isinstance(item, str)
        else str(item)
    )


@given(st.lists(values, max_size=5).map(tuple))
def test_printed_list_reads_back(items: tuple[Any, ...]) -> None:
    calculator = Calculator()
    shown = calculator.evaluate(literal(items)).text
    assert not _RAW.search(shown)
    assert calculator.evaluate(f"({shown}) == {literal(items)}").value is True


@given(texts)
def test_error_about_any_text_controls_no_terminal(text: str) -> None:
    from calc_repl.display.diagnostics import error_fragments
    from calc_repl.source import Source

    try:
        shown = Calculator().evaluate(text).text
    except CalcError as error:
        shown = "".join(part for _, part in error_fragments(error, error.source or Source(text)))
    assert not _RAW.search(shown.replace("\n", ""))


# Spaces never change the meaning.

_PIECES = """
1 2 10 0.5 3 x y f sqrt 2½ 0x1F + - * / // % ^ ! !! < == ( ) [ ] , .. to in of hex and or not choose mod ² |> => = & <<
if then else
""".split()  # noqa: SIM905


def outcome(line: str) -> tuple[str, str]:
    """Kind and text of the answer to a line, or the class and message of its error, in a session with a few names."""
    calculator = Calculator()
    calculator.evaluate("x = 6; y = 4; f(n) = n + 1")
    try:
        answer = calculator.evaluate(line)
        # A function is shown as it was written.
        return answer.kind, "".join(answer.text.split()) if answer.kind == "function" else answer.text
    except CalcError as error:
        return type(error).__name__, error.message


@settings(max_examples=600)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9), st.randoms(use_true_random=False))
@example(["5", "%", "-", "3"], None)
@example(["1", "/", "2", "x"], None)
@example(["2", "!", "==", "2"], None)
@example(["10", "%", "(", "3", ")"], None)
@example(["x", "(", "3", ")", "^", "2"], None)
def test_spaces_never_change_the_meaning(pieces: list[str], random: Any) -> None:
    spaced = " ".join(pieces)
    tokens = [(token.type, spaced[token.start : token.end]) for token in tokenize(spaced)]
    texts = [text for _, text in tokens]
    line = texts[0] if texts else ""
    for before, after in itertools.pairwise(texts):
        joint = [part.type for part in tokenize(before + after)]
        parted = [part.type for part in tokenize(f"{before} {after}")]
        together = joint == parted and [before, after] == [
            (before + after)[part.start : part.end] for part in tokenize(before + after)
        ]
        wide = " " if random is None else random.choice(["", " ", "  ", "\t", "\u00a0"])
        line += (wide if together and random is not None else "" if together else " ") + after
    if [(token.type, line[token.start : token.end]) for token in tokenize(line)] == tokens:
        assert outcome(line) == outcome(spaced)
    else:
        assert [line[token.start : token.end] for token in tokenize(line)] != texts, "a space changed what a token is"
