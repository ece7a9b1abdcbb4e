"""Units at the prompt: completion, colours, notes, commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminal.recorded import Recorded

from calc_repl import Calculator
from calc_repl.terminal.completer import candidates
from calc_repl.terminal.highlighter import highlighted
from calc_repl.terminal.last_answer import in_other_form, with_more_digits


@pytest.fixture
def prompt() -> Recorded:
    return Recorded()


def offered(text: str, calculator: Calculator) -> list[str]:
    return [found.text for found in candidates(text, calculator)]


def test_units_are_offered_behind_a_number_before_functions(calculator: Calculator) -> None:
    found = offered("5 kilom", calculator)
    assert found[0] == "kilometre"
    behind_number = offered("5 la", calculator)
    assert behind_number.index("langley") < behind_number.index("lambertw(")
    assert "langley" not in offered("la", calculator)


def test_short_and_usual_units_are_offered_first(calculator: Calculator) -> None:
    assert offered("5 k", calculator)[:2] == ["km", "kg"]
    assert offered("3 km to mi", calculator)[0] == "mi"


def test_units_that_fit_what_is_converted_are_offered_first(calculator: Calculator) -> None:
    calculator.evaluate("weight = 3 kg")
    calculator.evaluate("unit lot = 15 g")
    assert offered("weight to ", calculator)[:2] == ["lot", "g"]
    assert offered("3 km to m", calculator)[:3] == ["m", "mm", "mi"]
    assert offered("2 h to m", calculator)[:2] == ["ms", "mo"]
    assert offered("1/0 to m", calculator)[:2] == ["m", "mm"]


def test_units_are_offered_behind_to_and_in_products(calculator: Calculator) -> None:
    assert "mile" in offered("3 km to mil", calculator)
    assert "second" in offered("5 m / sec", calculator)
    assert "inch" in offered("5 m to ft + in", calculator)
    assert "inch" not in offered("5 + in", calculator)
    (mile,) = [found for found in candidates("3 km to mil", calculator) if found.text == "mile"]
    assert mile.meaning == "Unit of length: 1760 yd."


def test_own_units_are_offered_once_and_first(calculator: Calculator) -> None:
    calculator.evaluate("unit lap = 400 m")
    found = candidates("5 la", calculator)
    assert (found[0].text, found[0].meaning) == ("lap", "unit lap = 400 m")
    assert [each.text for each in found].count("lap") == 1


@pytest.mark.parametrize(
    ("line", "styles"),
    [
        ("5 km", {"km": "unit"}),
        ("5 min", {"min": "unit"}),
        ("min(5, 3)", {"min": "function"}),
        ("60 km / min", {"min": "unit"}),
        ("3 in to mm", {"in": "unit", "to": "keyword", "mm": "unit"}),
        ("2 c", {"c": "constant"}),
        ("5 fooo", {"fooo": "unknown"}),
    ],
)
def test_colours_of_units(calculator: Calculator, line: str, styles: dict[str, str]) -> None:
    found = {piece: style.removeprefix("class:") for style, piece in highlighted(line, calculator.scope.names)}
    assert {piece: found[piece] for piece in styles} == styles


def test_a_name_that_hides_a_unit_says_so_once(prompt: Recorded) -> None:
    assert prompt.type("m = 3") == "= 3\nm hides the unit now; metre still means it"
    assert prompt.type("m = 4") == "= 4"
    assert prompt.type("5 m") == "= 20\nreads 5·m"
    prompt.type(":undo")
    prompt.type(":undo")
    prompt.type(":undo")
    assert prompt.type("5 m") == "= 5 m"


def test_degrees_that_were_letters_are_told(prompt: Recorded) -> None:
    assert prompt.type("100 C to F") == "= 212 °F\nreads 100 °C to °F"


def test_a_unit_is_listed_taken_back_saved_and_loaded(prompt: Recorded, tmp_path: Path) -> None:
    prompt.type("unit lap = 400 m")
    assert prompt.type(":vars") == "unit lap = 400 m"
    file = tmp_path / "laps.calc"
    prompt.type(f":save {file}")
    prompt.type(":undo")
    assert prompt.type("5 lap").startswith("error: Unknown name lap.")
    prompt.type(f":load {file}")
    assert prompt.type("5 lap to m") == "= 2000 m"


def test_the_last_quantity_has_more_digits_and_another_form(prompt: Recorded) -> None:
    assert prompt.type("1 m / 3") == "= 1/3 m  ≈ 0.333333333333 m"
    assert (
        "".join(text for _, text in with_more_digits(prompt.session)).strip().endswith("0.333333333333333333333333 m")
    )
    assert "".join(text for _, text in in_other_form(prompt.session)).strip() == "= 1/3 m"
    assert "".join(text for _, text in in_other_form(prompt.session)).strip() == "≈ 0.333333333333333333333333 m"


def test_help_on_a_unit_says_what_it_is(prompt: Recorded) -> None:
    page = prompt.type("help mile")
    assert "Unit of length: 1760 yd." in page
    assert "1 mile = 1609.344 m" in page
    assert "9.1093837139e-31" in prompt.type("help m_e")
