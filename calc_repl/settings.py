"""What a user may set: how answers look and how far a calculation may go.

One table declares each setting once; the prompt's `:set`, the option `--set`,
the configuration file and `help settings` all read it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self


class Setting:
    """One declared setting: its default, its least and greatest value or its choices, and a sentence for `help`."""

    __slots__ = ("choices", "default", "greatest", "least", "sentence")

    def __init__(
        self,
        default: int | float | bool | str,
        sentence: str,
        least: int = 0,
        greatest: int | None = None,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.choices = choices
        self.default = default
        self.sentence = sentence
        self.least = least
        self.greatest = greatest

    def read(self, name: str, value: object) -> int | float | bool | str:
        """A value given for the setting, which is called `name`, as its own kind. Raises ValueError with a sentence."""
        if isinstance(self.default, str) and not self.choices:
            if not (isinstance(value, str) and value.strip() and value.isprintable()):
                raise ValueError(f"{name} needs a text.")
            return value.strip()
        if self.choices:
            if value not in self.choices:
                raise ValueError(f"{name} is one of {', '.join(self.choices)}.")
            return str(value)
        if isinstance(self.default, bool):
            return _truth(name, value)
        try:
            number = float(str(value)) if isinstance(self.default, float) else int(str(value).replace("_", ""))
        except ValueError:
            whole = "" if isinstance(self.default, float) else "whole "
            raise ValueError(f"{name} needs a {whole}number.") from None
        if not number >= self.least or (self.greatest is not None and number > self.greatest):
            bounds = f"at least {self.least:,}" + (f" and at most {self.greatest:,}" if self.greatest else "")
            raise ValueError(f"{name} needs a number of {bounds}.")
        return number


def written(value: object) -> str:
    """The value of a setting as it is typed behind its name."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


DECLARED: dict[str, Setting] = {
    "digits": Setting(12, "Significant digits of a rounded answer.", 1, 1_000_000),
    "angle": Setting("rad", "The unit of angles: rad, deg, grad or turn.", choices=("rad", "deg", "grad", "turn")),
    "grouping": Setting(False, "Group the digits of answers in threes: 1_234_567."),
    "rates": Setting("kept", "Exchange rates: those kept by :rates (kept), none, or a file or an address of such."),
    "max_bits": Setting(2**25, "Size of an exact number, in bits (2^25 bits are 10 million digits).", 40_000, 2**31),
    "max_depth": Setting(100_000, "Calls of functions inside each other.", 10, 1_000_000),
    "max_elements": Setting(1_000_000, "Elements of a list.", 1, 100_000_000),
    "max_text": Setting(10_000_000, "Characters of a text.", 100, 1_000_000_000),
    "max_exponent": Setting(10_000_000, "Exponent after the e of a number, and decimal places asked for.", 100, 2**31),
    "max_line": Setting(2**20, "Characters of one input.", 1_000, 2**30),
    "max_tokens": Setting(100_000, "Numbers, names and signs of one input.", 100, 10_000_000),
    "max_nesting": Setting(1_000, "Brackets open at one place.", 10, 100_000),
    "timeout": Setting(0.0, "Seconds one input may take; 0 is no limit."),
}


class Values:
    """A frozen set of values for the settings of a table, `declared`; its attributes are their names.

    Raises ValueError, with a sentence, for an unknown name or a value out of range.
    """

    __slots__ = ()
    declared: dict[str, Setting]

    def __init__(self, **values: object) -> None:
        for name, setting in self.declared.items():
            object.__setattr__(self, name, setting.default)
        for name, value in values.items():
            if name not in self.declared:
                raise ValueError(f"There is no setting {name}.")
            object.__setattr__(self, name, self.declared[name].read(name, value))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"settings are frozen: use changed({name}=...)")

    def changed(self, **values: object) -> Self:
        """A copy with the given settings replaced; a text is read as the setting's own kind of value."""
        return type(self)(**{**{name: getattr(self, name) for name in self.declared}, **values})


class Settings(Values):
    """Values for the settings in `DECLARED`."""

    __slots__ = tuple(DECLARED)
    declared = DECLARED

    digits: int
    angle: str
    grouping: bool
    rates: str
    max_bits: int
    max_depth: int
    max_elements: int
    max_text: int
    max_exponent: int
    max_line: int
    max_tokens: int
    max_nesting: int
    timeout: float


def _truth(name: str, value: object) -> bool:
    word = str(value).lower()
    if word in ("true", "on", "yes", "1"):
        return True
    if word in ("false", "off", "no", "0"):
        return False
    raise ValueError(f"{name} needs on or off.")
