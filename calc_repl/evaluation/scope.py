"""The names of a session: what was defined, what is built in, and the answers so far."""

from __future__ import annotations

from calc_repl.errors import DomainError, KindError, UnknownName
from calc_repl.evaluation.suggestions import nearest_name
from calc_repl.operations import catalogue
from calc_repl.syntax.tokens import FORMAT_WORDS, STATEMENT_WORDS
from calc_repl.values import limits
from calc_repl.values.kinds import Function, is_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from calc_repl.values.kinds import Value

#: So many of the last answers can be called back as `_1`, `_2`, ...
REMEMBERED = 10_000


#: Of shorter names, too many are near a unit's.
_SHORTEST_UNIT = 5
#: Words that mean the degree of an angle, and what to write for a degree of the scales they may stand before.
_DEGREES = frozenset(("°", "deg", "degs", "degree", "degrees"))
_SCALES = {
    **dict.fromkeys(("C", "celsius", "Celsius"), "the unit of temperature is °C, degC or celsius"),
    **dict.fromkeys(("F", "fahrenheit", "Fahrenheit"), "the unit of temperature is °F, degF or fahrenheit"),
}


class Scope:
    """The definitions of one session, or of one module, over the built-in names.

    `names` maps each defined name to its value; `answers` the number of an
    answer to its value. `module` is the name of the module whose scope it is,
    "" for a session; `origins` has, of each name taken from a module, the
    module's name and the name there. `suggest` may have a hint for a name
    nobody knows. `newly_named`, when it is a list, collects the functions that
    get their name from a definition.
    """

    __slots__ = ("answer_count", "answers", "module", "names", "newly_named", "origins", "suggest")

    def __init__(self, module: str = "") -> None:
        self.module = module
        self.origins: dict[str, tuple[str, str]] = {}
        self.suggest: Callable[[str], str | None] | None = None
        self.names: dict[str, Value] = {}
        self.answers: dict[int, Value] = {}
        self.answer_count = 0
        self.newly_named: list[Function] | None = None

    def lookup(self, name: str) -> Value:
        """The value of a name. Raises UnknownName, with the nearest known name as its hint."""
        names = self.names
        if name in names:
            return names[name]
        if name in catalogue.CONSTANTS:
            value = catalogue.constant(name)
            if name in catalogue.ANGLES and limits.current.angle != "rad":
                from calc_repl.values.angles import in_set_unit

                return in_set_unit(value)
            return value
        operation = catalogue.find(name)
        if operation is not None:
            return operation
        if name == "__name__":
            return self.module or "__main__"
        if name == "ans" or name[0] == "_":
            return self._answer(name)
        unit = self._unit(name)
        if unit is None:
            raise self._unknown(name)
        return unit

    def lookup_before(self, name: str, following: str) -> Value:
        """The value of a name in front of another. Raises UnknownName, and KindError for degrees of temperature."""
        if name in _DEGREES and following in _SCALES and not {name, following} & self.names.keys():
            raise KindError("A degree by itself is one of an angle.", hint=_SCALES[following])
        try:
            return self.lookup(name)
        except UnknownName as error:
            from calc_repl.units import table

            if table.is_unit(f"{name}_{following}"):
                error.hint = f"did you mean {name}_{following}?"
            raise

    def lookup_unit(self, name: str) -> Value:
        """The value of a name where a unit stands: `min` is the minute there. Raises UnknownName."""
        return self.names[name] if name in self.names else self._unit(name) or self.lookup(name)

    def lookup_target(self, name: str) -> Value:
        """The value of a name after `to`, which is no format: a function or a unit. Raises UnknownName."""
        if name in self.names:
            return self.names[name]
        from calc_repl.evaluation.conversions import unit_target

        target = self.currency(name) or unit_target(name)
        if target is not None:
            return target
        if catalogue.is_operation(name):
            return self.lookup(name)
        from calc_repl.units import table

        near = _nearest_unit(name) or nearest_name(name, [*FORMAT_WORDS, *self.names, *table.names()])
        hint = f"did you mean {near}?" if near else "help units lists the units"
        raise UnknownName(f"There is no unit, format or function {name}.", hint=hint)

    def currency(self, name: str) -> Value | None:
        """The value of a currency that was defined under its code and is called by another name, such as `$`."""
        from calc_repl.units import table

        code = table.currency_code(name)
        return None if code is None or code == name else self.names.get(code)

    def define(self, name: str, value: Value) -> None:
        """Give a name a value. Raises DomainError for a name that must keep its meaning."""
        self.check(name, value)
        self.names[name] = value
        self.origins.pop(name, None)
        if isinstance(value, Function) and value.name is None:
            value.name = name
            if self.newly_named is not None:
                self.newly_named.append(value)

    def check(self, name: str, value: Value) -> None:
        """Refuse a value for a name that must keep its meaning. Raises DomainError."""
        if name == "ans" or (name[0] == "_" and (name == "_" or name[1:].isdigit())):
            raise DomainError(f"{name} always stands for an earlier answer.", hint="choose another name")
        if name in catalogue.FIXED:
            raise DomainError(f"{name} has a fixed meaning.", hint="choose another name")
        if not is_function(value) and catalogue.keeps_its_name(name):
            raise DomainError(
                f"{name} is a function and can only be defined as one.", hint=f"choose another name, such as {name}_1"
            )

    def remember(self, value: Value) -> None:
        """Keep an answer for `ans`, `_` and `_n`."""
        self.answer_count += 1
        self.answers[self.answer_count] = value
        self.answers.pop(self.answer_count - REMEMBERED, None)

    def known_names(self) -> list[str]:
        """Every name that has a value."""
        return [*self.names, *catalogue.CONSTANTS, *catalogue.operation_names()]

    def _answer(self, name: str) -> Value:
        number = self.answer_count
        if name not in ("ans", "_"):
            if not (name[1:].isdigit() and name.isascii() and name[1] != "0"):
                raise self._unknown(name)
            number = int(name[1:12])
        if number in self.answers:
            return self.answers[number]
        if not self.answer_count:
            raise UnknownName("There is no answer yet.")
        raise UnknownName(f"There is no answer {number}.", hint=f"the last one is _{self.answer_count}")

    def _unit(self, name: str) -> Value | None:
        """The value of a unit or a physical constant, or None."""
        from calc_repl.evaluation.measures import unit_value

        return self.currency(name) or unit_value(name)

    def _unknown(self, name: str) -> UnknownName:
        shown = name if len(name) <= 40 else name[:40] + "…"
        if name in STATEMENT_WORDS:
            return UnknownName(f"Unknown name {shown}.", hint=f"help {name} shows how the word is used")
        known = self.known_names()
        near = next((each for each in known if len(name) > 1 and each.lower() == name.lower()), None)
        near = near or nearest_name(name, known, most=1) or _nearest_unit(name) or nearest_name(name, known)
        hint = self.suggest(name) if self.suggest is not None else None
        hint = hint or (f"did you mean {near}?" if near else self._product(name))
        return UnknownName(f"Unknown name {shown}.", hint=hint)

    def _product(self, name: str) -> str | None:
        """A hint when a name looks like two known names written together: names are never split."""
        for cut in range(1, min(len(name), 20)):
            if name[:cut] in self.names and name[cut:] in self.names:
                return f"for the product write {name[:cut]} {name[cut:]}"
        return None


def _nearest_unit(name: str) -> str | None:
    """The unit or units a name may have been meant for, or None."""
    from calc_repl.units import table

    if len(name) > 1:
        alike = table.in_other_capitals(name)
        if alike:
            return " or ".join(alike)
    if name[-1] == "s" and table.is_unit(name[:-1]):
        return name[:-1]
    return nearest_name(name, table.every_name(), _SHORTEST_UNIT, most=1)
