"""Relative levels and the ratios of powers and of amplitudes they stand for."""

from __future__ import annotations

from calc_repl.operations.declaration import operation
from calc_repl.values import levels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from calc_repl.operations.domains import Number, RelativeLevel


@operation()
def power_ratio(level: RelativeLevel) -> Number:
    """The ratio of two powers that a relative level stands for: 10 dB are a factor of 10.

    > power_ratio(20 dB)
    100
    > 10 mW * power_ratio(3 dB)
    (10*1000^(1/10)) mW ≈ 19.9526231497 mW
    > power_ratio(20 dBm)
    error: power_ratio needs a relative level such as 3 dB for level, not a power level.
      power_ratio(20 dBm)
                  ^^^^^^
    """
    return _ratio(level, levels.OF_POWER)


@operation()
def amplitude_ratio(level: RelativeLevel) -> Number:
    """The ratio of two amplitudes, such as voltages, that a relative level stands for: 20 dB are a factor of 10.

    > amplitude_ratio(-40 dB)
    0.01
    > amplitude_ratio(1 Np)
    e ≈ 2.71828182846
    """
    return _ratio(level, levels.OF_AMPLITUDE)


@operation()
def level_of_power(ratio: Number) -> RelativeLevel:
    """The relative level of a ratio of two powers, in dB.

    > level_of_power(1/1000)
    -30 dB
    > level_of_power(2)
    ≈ 3.01029995664 dB
    > level_of_power(0)
    error: Only what is positive has a level.
      level_of_power(0)
                     ^
    """
    return _level(ratio, levels.OF_POWER)


@operation()
def level_of_amplitude(ratio: Number) -> RelativeLevel:
    """The relative level of a ratio of two amplitudes, such as voltages, in dB.

    > level_of_amplitude(10)
    20 dB
    > level_of_amplitude(e) to Np
    1 Np
    """
    return _level(ratio, levels.OF_AMPLITUDE)


def _ratio(level: RelativeLevel, per_decade: int) -> Number:
    from calc_repl.values.quantities import in_units

    return levels.ratio_of(in_units(level, ((levels.DECIBEL, 1),)), per_decade)  # type: ignore[no-any-return]


def _level(ratio: Number, per_decade: int) -> Any:
    from calc_repl.values.quantities import quantity

    return quantity(levels.decibels_of(ratio, per_decade), ((levels.DECIBEL, 1),))
