"""Angles in the set unit: plain numbers are in it, and a unit behind a number means the same angle in every one."""

from __future__ import annotations

import pytest

from calc_repl import Calculator
from calc_repl.settings import Settings

#: Line -> its answer where angles are in radians, degrees and turns.
LINES = {
    "sin(30°)": ("1/2 = 0.5", "1/2 = 0.5", "1/2 = 0.5"),
    "30°": ("pi/6 ≈ 0.523598775598", "30", "1/12 ≈ 0.0833333333333"),
    "asin(1/2) to deg": ("30 deg", "30 deg", "30 deg"),
    "90° to rad": ("pi/2 ≈ 1.57079632679",) * 3,
    "3 arcmin to deg": ("0.05 deg",) * 3,
    "45°30' to dms": ("45°30'",) * 3,
    "0.5 turn to grad": ("200 grad",) * 3,
    "arg(i)": ("pi/2 ≈ 1.57079632679", "90", "1/4 = 0.25"),
    "cis(90°)": ("i", "i", "i"),
    "60 rpm to deg/s": ("360 deg/s",) * 3,
    "90 deg/s to rpm": ("15 rpm",) * 3,
    "1 rad/s to deg/s": ("(180/pi) deg/s ≈ 57.2957795131 deg/s",) * 3,
    "60 rpm * 1 min to turn": ("60 turn",) * 3,
    "60 rpm + 360 deg/s": ("120 rpm",) * 3,
    "30 deg/s * 2 min / (1 rpm * 1 s)": ("600",) * 3,
    "1 N m/rad to N m/deg": ("(pi/180) N·m/deg ≈ 0.0174532925199 N·m/deg",) * 3,
    "unit spin = 15 rpm; 4 spin to deg/s": ("360 deg/s",) * 3,
    "1 sr": ("1",) * 3,
    "1 square_degree to sr": ("≈ 0.000304617419787 sr",) * 3,
    "5 ppm": ("1/200000 = 0.000005",) * 3,
    "2i to polar": ("polar(2, pi/2) ≈ polar(2, 1.57079632679)", "polar(2, 90)", "polar(2, 1/4) = polar(2, 0.25)"),
}


@pytest.mark.parametrize("line", LINES)
def test_an_angle_is_the_same_in_every_unit(line: str) -> None:
    answers = tuple(Calculator(Settings(angle=unit)).evaluate(line).text for unit in ("rad", "deg", "turn"))
    assert answers == LINES[line]
