"""The modules that come with the calculator: they import, their examples hold, and each function is documented."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from script.command import run

from calc_repl import CalcError, Calculator
from calc_repl.help.docstrings import Doc, examples
from calc_repl.modules.checking import candidates
from calc_repl.modules.folders import library_folder
from calc_repl.settings import Settings
from calc_repl.values.kinds import Function
from calc_repl.values.modules import Module

MODULES = {each.name: each for each in candidates(library_folder())}
PUBLIC = [name for name in MODULES if not name.rpartition(".")[2].startswith("_")]


def loaded(name: str) -> Module:
    calculator = Calculator()
    calculator.evaluate(f"import {name}")
    return calculator.modules.modules[name]


def import_for(call: str) -> str:
    return f"import {call.partition('.')[0]}"


def functions() -> list[tuple[str, str]]:
    """The public functions of each module, where they are defined."""
    found = []
    for name in PUBLIC:
        module = loaded(name)
        for each in module.public():
            value = module.names[each]
            if isinstance(value, Function) and value.source.name == module.file:
                found.append((name, each))
    return found


def test_library_has_the_modules_it_promises() -> None:
    assert set(PUBLIC) == {
        *("math_operations", "math_functions", "calculator", "calculator.basic", "calculator.advanced"),
        *("my_package", "my_package.module1", "my_package.subpackage", "my_package.subpackage.submodule1"),
        *("geometry", "geometry.plane", "geometry.solids", "health", "cooking"),
    }


def test_every_example_in_the_library_holds(tmp_path: Path) -> None:
    done = run("--check", library_folder(), directory=tmp_path)
    assert done.out.splitlines()[-1].endswith(": all right"), done.out
    assert done.status == 0


@pytest.mark.parametrize("name", PUBLIC)
def test_module_is_found_by_its_name_and_says_what_it_is(name: str) -> None:
    module = loaded(name)
    assert module.file == MODULES[name].file
    assert Doc(module.doc).sentence.endswith(".")


@pytest.mark.parametrize(("module", "name"), functions())
def test_function_is_documented_by_a_sentence_and_an_example_that_calls_it(module: str, name: str) -> None:
    doc = loaded(module).names[name].doc
    assert Doc(doc).sentence.endswith(".")
    assert any(f"{name}(" in example.input and example.screen for example in examples(doc))


#: Formulas against others for the same thing, or against the numbers of Python.
CLOSE = [
    ("geometry.plane.triangle_area(4, 6, 5)", math.sqrt(7.5 * 3.5 * 1.5 * 2.5)),
    ("geometry.plane.segment_area(2, 1)", 2 * (1 - math.sin(1))),
    ("geometry.plane.chord_length(2, 1)", 4 * math.sin(0.5)),
    ("geometry.plane.regular_polygon_area(7, 2)", 7 / math.tan(math.pi / 7)),
    ("geometry.plane.regular_polygon_circumradius(7, 2)", 1 / math.sin(math.pi / 7)),
    ("geometry.plane.ellipse_circumference(2, 4)", 19.376896441095354),
    ("geometry.plane.circumradius(4, 5, 6)", 120 / math.sqrt(15 * 7 * 5 * 3)),
    ("geometry.solids.frustum_volume(3, 0, 4)", 12 * math.pi),
    ("geometry.solids.frustum_area(3, 0, 4)", 24 * math.pi),
    ("geometry.solids.cap_volume(3, 6)", 36 * math.pi),
    ("geometry.solids.cap_area(3, 6)", 36 * math.pi),
    ("geometry.solids.icosahedron_area(1)", 8.660254037844386),
    ("geometry.solids.dodecahedron_volume(1)", 7.663118960624632),
    ("geometry.solids.pyramid_frustum_volume(9, 0, 4)", 12),
    ('health.filtration_rate("female", 55, 0.9)', 142 * (9 / 7) ** -1.2 * 0.9938**55 * 1.012),
    ('health.filtration_rate("m", 30, 0.6)', 142 * (6 / 9) ** -0.302 * 0.9938**30),
    ("health.body_surface_area_du_bois(60, 165)", 0.007184 * 60**0.425 * 165**0.725),
    ("health.body_surface_area(60, 165)", math.sqrt(60 * 165 / 3600)),
    ('cooking.volume(1, "gallon", "l")', 3.785411784),
    ('cooking.mass(1, "lb", "kg")', 0.45359237),
    ('cooking.measure(cooking.weigh(3, "tsp", "honey"), "honey", "tbsp")', 1),
    ("cooking.celsius(cooking.fahrenheit(37))", 37),
]


@pytest.mark.parametrize(("call", "expected"), CLOSE)
def test_function_has_the_value_of_its_formula(call: str, expected: float) -> None:
    calculator = Calculator(Settings(digits=20))
    calculator.evaluate(import_for(call))
    assert float(calculator.evaluate(call).bare) == pytest.approx(expected, rel=1e-12)


EXACT = [
    ("geometry.plane.circle_area(1/2)", "pi/4"),
    ("geometry.plane.distance([0, 0], [1, 1])", "sqrt(2)"),
    ("health.bmi(70, 175)", "160/7"),
    ("cooking.celsius(350)", "1590/9"),
    ("calculator.divide(5, 3)", "5/3"),
]


@pytest.mark.parametrize(("call", "exact"), EXACT)
def test_answer_is_exact(calculator: Calculator, call: str, exact: str) -> None:
    calculator.evaluate(import_for(call))
    assert calculator.evaluate(f"{call} == {exact}").value is True


def test_angles_are_in_the_unit_that_is_set() -> None:
    calculator = Calculator(Settings(angle="deg"))
    calculator.evaluate("from geometry.plane import *")
    assert calculator.evaluate("sector_area(6, 60) == 6 pi").value is True
    assert calculator.evaluate("triangle_angle(7, 3, 8)").text == "60"
    assert calculator.evaluate("regular_polygon_angle(6)").text == "120"
    assert calculator.evaluate("regular_polygon_area(4, 3)").text == "9"
    assert calculator.evaluate("chord_length(6, 60)").text == "6"


NONSENSE = [
    ("geometry.plane.circle_area(-1)", "The radius cannot be negative."),
    ("geometry.plane.triangle_area(1, 1, 3)", "One side is longer than the other two together."),
    ("geometry.plane.regular_polygon_area(2.5, 1)", "A polygon has three sides or more."),
    ("geometry.plane.polygon_area([[0, 0], [1, 1]])", "A polygon has three corners or more."),
    ("geometry.plane.polygon_area([[0, 0], [1, 1], [1]])", "A point in the plane is a list of two numbers."),
    ("geometry.plane.ring_area(1, 2)", "The outer radius cannot be less than the inner one."),
    ("geometry.solids.box_volume(1, 2, -3)", "The height cannot be negative."),
    ("geometry.solids.cylinder_area(-1, 2)", "The radius cannot be negative."),
    ("geometry.solids.cap_area(-1, 0)", "The radius cannot be negative."),
    ("health.bmi(0, 175)", "The weight must be more than 0."),
    ("health.bmi(70, 1.75)", "The height is in centimetres, as in 175."),
    ('health.ideal_weight("x", 175)', 'The sex is "male" or "female", as the formulas know these two only.'),
    ('health.creatinine_clearance("m", 12, 40, 1)', "The formula is for adults, from 18 years."),
    ('cooking.volume(1, "g", "ml")', "There is no unit of volume g: there are tsp,"),
    ("cooking.celsius(-500)", "Nothing is that cold."),
    ("cooking.gas_mark(300)", "Gas marks end at 10, which is 260 °C."),
    ("cooking.bakers_weights(100, [0, 0])", "The sum must be more than 0."),
]


@pytest.mark.parametrize(("call", "message"), NONSENSE)
def test_nonsense_is_refused_with_a_reason(calculator: Calculator, call: str, message: str) -> None:
    calculator.evaluate(import_for(call))
    with pytest.raises(CalcError) as caught:
        calculator.evaluate(call)
    assert caught.value.message.startswith(message)
