"""How an operation is declared, once, for everybody who needs to know about it.

The evaluator takes its arity and domains from here, help and completion its
signature and sentence, the tests its examples. An operation that calls
functions of the language is a generator: it yields `Request(function,
arguments)` and is sent what the function answers, so the evaluator's own
stack carries the calls.
"""

from __future__ import annotations

from calc_repl.errors import ArityError, CalcError, DomainError, KindError
from calc_repl.operations.domains import DOMAINS, Domain
from calc_repl.values.arithmetic import is_date, is_infinite, is_interval, is_quantity
from calc_repl.values.kinds import Range, Shown, called, is_matrix, is_real, is_sequence
from calc_repl.values.rational import Rational, fraction, from_fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

_CONTINUOUS = ("Number", "Certain", "Real")  # the domains in which limits are taken
_VARIADIC, _GENERATOR = 0x04, 0x20  # flags of a code object


class Request:
    """What an operation asks of the evaluator: the value of a function at some arguments."""

    __slots__ = ("arguments", "function")

    def __init__(self, function: Any, arguments: tuple[Any, ...]) -> None:
        self.function = function
        self.arguments = arguments


class Output:
    """What an operation asks the evaluator to write: values for one line."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[Any, ...]) -> None:
        self.values = values


class Parameter:
    """A declared parameter: its name, its domain, and whether it may be left out or takes all further arguments."""

    __slots__ = ("domain", "domain_name", "is_continuous", "name", "optional", "variadic")

    def __init__(self, name: str, domain_name: str, optional: bool, variadic: bool) -> None:
        self.name = name
        self.domain_name = domain_name
        self.domain: Domain = DOMAINS[domain_name]
        self.is_continuous = domain_name in _CONTINUOUS
        self.optional = optional
        self.variadic = variadic


class Operation:
    """A named operation of the calculator.

    Called from Python it takes and returns Python's own numbers: `int`,
    `fractions.Fraction`, and for a float the decimal it is written as. It
    raises ArityError, DomainError or what the operation itself raises, each
    also the Python exception of that kind. Infinite floats are inf and -inf.
    """

    kind = "function"
    called = "a function"

    def __init__(
        self,
        function: Callable[..., Any],
        name: str,
        symbol: str | None,
        fixity: str,
        inverse: str | None,
        pure: bool = True,
        cheap: bool = True,
    ) -> None:
        self.pure = pure
        self.cheap = cheap
        self.inverse = inverse
        self.function = function
        self.__name__ = name
        self.__doc__ = function.__doc__
        self.symbol = symbol
        self.fixity = fixity
        self.generates = bool(function.__code__.co_flags & _GENERATOR)
        self._parameters: tuple[Parameter, ...] | None = None

    @property
    def name(self) -> str:
        """The name it has in the language."""
        return self.__name__

    @property
    def module(self) -> str:
        """The field it belongs to: the last part of its module's name."""
        return self.function.__module__.rpartition(".")[2]

    @property
    def can_be_tried(self) -> bool:
        """Whether it may be applied while a line is only tried out: it is ours, has no effects and is soon done."""
        return self.pure and self.cheap and self.function.__module__.startswith("calc_repl.operations.")

    @property
    def summary(self) -> str:
        """The first line of its doc."""
        return (self.__doc__ or "").strip().partition("\n")[0]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its parameters, in order."""
        if self._parameters is None:
            self._parameters = _parameters(self.function)
        return self._parameters

    @property
    def signature(self) -> str:
        """How it is called: `round(number, digits?)`."""
        shown = [
            parameter.name + ("..." if parameter.variadic else "?" if parameter.optional else "")
            for parameter in self.parameters
        ]
        return f"{self.name}({', '.join(shown)})"

    def arrange(self, arguments: Sequence[Any], keywords: Sequence[tuple[str, Any]]) -> list[Any]:
        """The arguments in the order of the parameters. Raises ArityError for an unknown or doubled keyword."""
        arranged = list(arguments)
        names = [parameter.name for parameter in self.parameters]
        for name, value in keywords:
            if name not in names:
                raise ArityError(f"{self.name} has no parameter {name}.", hint=self.signature)
            position = names.index(name)
            if position != len(arranged):
                raise ArityError(f"{self.name} takes {name} as argument {position + 1}.", hint=self.signature)
            arranged.append(value)
        return arranged

    def apply(self, arguments: Sequence[Any], as_operator: bool = False) -> Any:
        """The value at some arguments, notations dropped.

        Where a number is infinite it is the limit, where one is uncertain the bounds of all values; units are kept.

        Raises ArityError for their number; DomainError or KindError, with the
        index of the argument, for one outside the domain of its parameter; and
        what the operation itself raises.
        """
        function = self.function
        parameters = self.parameters
        accepted = [argument.value if type(argument) is Shown else argument for argument in arguments]
        if len(accepted) > len(parameters) and not (parameters and parameters[-1].variadic):
            raise self._arity_error(len(accepted))
        for index, argument in enumerate(accepted):
            parameter = parameters[index] if index < len(parameters) else parameters[-1]
            if not parameter.domain.contains(argument):
                other = self._beyond_single_numbers(argument, accepted) if parameter.is_continuous else None
                if other is None:
                    raise self._outside(index, parameter, argument, as_operator)
                function = other
                if is_matrix(argument) or is_sequence(argument):
                    break  # that function looks at the other arguments itself
        if len(accepted) < len(parameters) and not parameters[len(accepted)].optional:
            raise self._arity_error(len(accepted))
        return function(*accepted)

    def __call__(self, *arguments: Any) -> Any:
        result = self.apply([from_python(argument) for argument in arguments])
        return to_python(_answer_requests(result) if self.generates else result)

    def __repr__(self) -> str:
        return f"<operation {self.signature}>"

    def _beyond_single_numbers(self, argument: Any, arguments: list[Any]) -> Callable[..., Any] | None:
        """What to do in its place where one of the arguments is more than a single number; None where it refuses.

        That is a date, a number with a unit, an infinite or an uncertain one, a list or a matrix.
        """
        if any(map(is_date, arguments)):
            from calc_repl.operations.over_dates import over_dates

            return over_dates(self)
        if is_quantity(argument):
            from calc_repl.operations.over_quantities import over_quantities

            return over_quantities(self)
        if is_infinite(argument):
            from calc_repl.operations.at_infinity import limit_of

            return limit_of(self)
        if is_interval(argument):
            from calc_repl.operations.over_bounds import over_bounds

            return over_bounds(self)
        if is_matrix(argument) or is_sequence(argument):
            from calc_repl.operations.over_matrices import over_matrices

            return over_matrices(self)
        return None

    def _arity_error(self, given: int) -> ArityError:
        least = sum(1 for parameter in self.parameters if not parameter.optional)
        most = len(self.parameters)
        if self.parameters and self.parameters[-1].variadic:
            wanted = f"at least {counted(least)}"
        elif least == most:
            wanted = counted(most)
        else:
            wanted = f"{least} or {counted(most)}" if most == least + 1 else f"{least} to {counted(most)}"
        return ArityError(f"{self.name} takes {wanted}, not {given}.", hint=self.signature)

    def _outside(self, index: int, parameter: Parameter, argument: Any, as_operator: bool) -> CalcError:
        if is_infinite(argument) and parameter.is_continuous:
            shown = self.symbol if as_operator and self.symbol else self.name
            return KindError(f"{shown} takes no infinite {parameter.name}.", argument=index)
        if as_operator and self.symbol:
            before = self.fixity == "postfix" or (self.fixity == "infix" and index == 0)
            message = f"{self.symbol} needs {parameter.domain.phrase} {'before' if before else 'after'} it"
        else:
            each = "each of its " if parameter.variadic else ""
            message = f"{self.name} needs {parameter.domain.phrase} for {each}{parameter.name}"
        of_kind = is_real(argument) and "number" in parameter.domain.phrase
        error = DomainError if of_kind else KindError
        joins = as_operator and self.symbol == "+" and type(argument) is str
        hint = "texts and lists are joined with concat(...)" if joins else None
        if len(self.parameters) == 1 and parameter.is_continuous and (is_matrix(argument) or is_sequence(argument)):
            hint = f"for each element: map({self.name}, ...)"
        return error(message + ("." if of_kind else f", not {called(argument)}."), hint=hint, argument=index)


def operation(
    name: str | None = None,
    *,
    symbol: str | None = None,
    fixity: str = "infix",
    inverse: str | None = None,
    pure: bool = True,
    cheap: bool = True,
) -> Callable[[Callable[..., Any]], Operation]:
    """Declare the function below as an operation.

    Its name is the function's unless another is given; `symbol` is how its
    operator is written, `fixity` where: infix, prefix or postfix; `inverse` the
    operation that `f^-1` stands for. One that does more than answer is not
    `pure`; one whose time a few kilobytes of arguments do not bound is not
    `cheap`. A line with either is not tried out while it is typed.
    """

    def declare(function: Callable[..., Any]) -> Operation:
        return Operation(function, name or function.__name__, symbol, fixity, inverse, pure, cheap)

    return declare


def counted(count: int) -> str:
    """A number of arguments, in words."""
    return "1 argument" if count == 1 else f"{count} arguments"


def _parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    code = function.__code__
    required = code.co_argcount - len(function.__defaults__ or ())
    annotations = function.__annotations__
    names = code.co_varnames[: code.co_argcount]
    parameters = [
        Parameter(name, annotations[name].removesuffix(" | None"), index >= required, False)
        for index, name in enumerate(names)
    ]
    if code.co_flags & _VARIADIC:
        name = code.co_varnames[code.co_argcount + code.co_kwonlyargcount]
        parameters.append(Parameter(name, annotations[name], True, True))
    return tuple(parameters)


def _answer_requests(running: Any) -> Any:
    """Run a generating operation for Python: its functions are Python's own or other operations."""
    answer = None
    while True:
        try:
            request = running.send(answer)
        except StopIteration as finished:
            return finished.value
        if type(request) is Output:
            print(*(to_python(value) for value in request.values))  # noqa: T201  # it is the operation `print`
            continue
        answer = from_python(request.function(*(to_python(argument) for argument in request.arguments)))


class _PythonFunction:
    """A Python callable given to an operation as a function."""

    __slots__ = ("function",)
    kind = "function"
    called = "a function"

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *arguments: Any) -> Any:
        return self.function(*arguments)

    def call(self, arguments: Sequence[Any]) -> Any:
        """The value at arguments of the language, as a value of it."""
        return from_python(self.function(*map(to_python, arguments)))


def from_python(value: Any) -> Any:
    """A value of a Python program as the calculator has it; a float is the decimal it is written as.

    Raises KindError for a float that is no number.
    """
    if type(value) in (int, bool, str, Rational, Operation):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return _from_float(value)
    if hasattr(value, "numerator") and hasattr(value, "denominator"):
        return from_fraction(value)
    if isinstance(value, (list, tuple)):
        return tuple(from_python(item) for item in value)
    if isinstance(value, range):
        return Range(value.start, value.stop - (1 if value.step > 0 else -1), value.step)
    return _PythonFunction(value) if callable(value) and not hasattr(value, "kind") else value


def _from_float(value: float) -> Any:
    from fractions import Fraction

    try:
        return from_fraction(Fraction(repr(value)))
    except ValueError:
        if value == value:  # only nan differs from itself
            from calc_repl.values.infinity import INFINITY

            return INFINITY if value > 0 else -INFINITY
        raise KindError(f"{value} is not a number to calculate with.") from None


def to_python(value: Any) -> Any:
    """A value of the calculator as a Python program gets it: fractions and lists are Python's."""
    if type(value) is Rational:
        return fraction(value)
    if is_infinite(value):
        return float(value)
    if type(value) is tuple or type(value) is Range:
        return [to_python(item) for item in value]
    if is_matrix(value):
        return [[to_python(entry) for entry in row] for row in value.rows]
    return value
