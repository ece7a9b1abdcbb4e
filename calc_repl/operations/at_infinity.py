"""What operations answer where a number is infinite: the limit, where every way there leads to the same.

The domains of parameters hold no infinite numbers, so no operation meets one
unprepared. Those without an entry here refuse them as they refuse a text.
"""

from __future__ import annotations

from calc_repl.errors import DomainError
from calc_repl.values import arithmetic
from calc_repl.values.angles import in_set_unit
from calc_repl.values.arithmetic import is_infinite
from calc_repl.values.constants import PI
from calc_repl.values.infinity import INFINITY, NEGATIVE_INFINITY, without_limit
from calc_repl.values.rational import Rational
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.operations.declaration import Operation

#: No limit: the values go on to change, or grow in the complex plane.
_UNSETTLED, _NOT_REAL = object(), object()
_UNSETTLED_HINT = "its values do not settle down"

_HALF = Rational(1, 2)
_HALF_PI = PI * _HALF

#: Operations made of arithmetic alone, which knows infinite numbers.
_ARITHMETIC = (
    *("add", "subtract", "multiply", "divide", "power", "negate", "plus", "abs", "sign"),
    *("percent", "percent_of", "as_percent_of", "as_percent_on", "as_percent_off"),
)

#: Operation of one number -> its limits at -inf and at inf.
_LIMITS: dict[str, tuple[Any, Any]] = {
    "cbrt": (NEGATIVE_INFINITY, INFINITY),
    "sqrt": (_NOT_REAL, INFINITY),
    "exp": (0, INFINITY),
    "expm1": (-1, INFINITY),
    **dict.fromkeys(("ln", "ln1p", "log2", "log10"), (_NOT_REAL, INFINITY)),
    **dict.fromkeys(("sin", "cos", "tan", "sec", "csc", "cot", "cis", "frac"), (_UNSETTLED, _UNSETTLED)),
    **dict.fromkeys(("asin", "acos", "atanh", "erfinv", "erfcinv"), (_NOT_REAL, _NOT_REAL)),
    **dict.fromkeys(("sinh", "asinh", "erfi", "Shi"), (NEGATIVE_INFINITY, INFINITY)),
    "cosh": (INFINITY, INFINITY),
    **dict.fromkeys(("tanh", "coth", "erf"), (-1, 1)),
    **dict.fromkeys(("sech", "csch", "airy_ai", "elliptic_k"), (0, 0)),
    **dict.fromkeys(("acosh", "Chi", "li", "lgamma"), (_NOT_REAL, INFINITY)),
    "erfc": (2, 0),
    **dict.fromkeys(("Ei", "airy_bi"), (0, INFINITY)),
    "Si": (-_HALF_PI, _HALF_PI),
    "Ci": (_NOT_REAL, 0),
    **dict.fromkeys(("fresnel_s", "fresnel_c"), (-_HALF, _HALF)),
    "elliptic_e": (INFINITY, _NOT_REAL),
    **dict.fromkeys(("gamma", "factorial", "digamma"), (_UNSETTLED, INFINITY)),
    "rgamma": (_UNSETTLED, 0),
    **dict.fromkeys(("zeta", "eta"), (_UNSETTLED, 1)),
    "re": (NEGATIVE_INFINITY, INFINITY),
    "conj": (NEGATIVE_INFINITY, INFINITY),
    "im": (0, 0),
    "arg": (PI, 0),
}

#: Operation whose last argument may be inf -> its limit there.
_LAST_LIMITS: dict[str, Any] = {
    **dict.fromkeys(("bessel_j", "bessel_y", "bessel_k", "expint", "gamma_upper"), 0),
    "bessel_i": INFINITY,
}


def limit_of(operation: Operation) -> Callable[..., Any] | None:
    """The function an operation is at infinite arguments; None for one that takes no such arguments."""
    name = operation.name
    if name in _ARITHMETIC:
        return operation.function
    if name in _LIMITS:
        return lambda number: _limit(name, number)
    if name in _LAST_LIMITS:
        return lambda *arguments: _last_limit(name, *arguments)
    return _FUNCTIONS.get(name)


def _limit(name: str, number: Any) -> Any:
    value = _LIMITS[name][number.sign > 0]
    if value is _UNSETTLED:
        raise DomainError(f"{name} has no limit at {number}.", hint=_UNSETTLED_HINT, argument=0)
    if value is _NOT_REAL:
        raise DomainError(f"{name} has no real limit at {number}.", argument=0)
    return value


def _last_limit(name: str, *arguments: Any) -> Any:
    if arguments[-1] != INFINITY or any(map(is_infinite, arguments[:-1])):
        raise DomainError(f"Of {name}, the limit is only known where the last argument is inf and no other is.")
    return _LAST_LIMITS[name]


def _log(number: Any, base: Any = 10) -> Any:
    divisor = _ln(base)
    if divisor == 0:
        raise DomainError("The base of a logarithm cannot be 1.", argument=1)
    return arithmetic.divide(_ln(number), divisor)


def _ln(number: Any) -> Any:
    return _limit("ln", number) if is_infinite(number) else tower("ln", number)


def _atan(number: Any) -> Any:
    return in_set_unit(_HALF_PI * number.sign)


def _atan2(y: Any, x: Any) -> Any:
    if is_infinite(y):
        if is_infinite(x):
            raise without_limit(f"atan2({y}, {x})")
        return _atan(y)
    if x.sign > 0:
        return 0
    if arithmetic.sign(y) == 0:
        raise without_limit(f"atan2(0, {x})")
    return in_set_unit(PI * arithmetic.sign(y))


def _root(number: Any, degree: int) -> Any:
    if number.sign < 0 and degree % 2 == 0:
        raise DomainError("An even root of a negative number is not a real number.", argument=0)
    return number


def _lambertw(number: Any, branch: Any = 0) -> Any:
    if number != INFINITY or branch != 0:
        raise DomainError("lambertw has a real limit only at inf, on branch 0.")
    return INFINITY


def _quotient(dividend: Any, divisor: Any) -> Any:
    if is_infinite(dividend):
        return arithmetic.divide(dividend, divisor)
    return 0 if _same_sign(dividend, divisor, "//") else -1


def _modulo(dividend: Any, divisor: Any) -> Any:
    _check_dividend(dividend)
    return dividend if _same_sign(dividend, divisor, "mod") else divisor


def _rem(dividend: Any, divisor: Any) -> Any:  # noqa: ARG001  # an infinite divisor goes into nothing
    _check_dividend(dividend)
    return dividend


def _unchanged(number: Any, _digits: int = 0) -> Any:
    return number


def _check_dividend(dividend: Any) -> None:
    if is_infinite(dividend):
        raise DomainError(
            f"The remainder of {dividend} has no limit.", hint="its values do not settle down", argument=0
        )


def _same_sign(dividend: Any, divisor: Any, sign: str) -> bool:
    """Whether a quotient by an infinite divisor tends to 0 from above, not from below."""
    known = arithmetic.sign(dividend)
    if known == 0:
        raise without_limit(f"0 {sign} {divisor}")
    return bool(known == divisor.sign)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "log": _log,
    "atan": _atan,
    "atan2": _atan2,
    "root": _root,
    "hypot": lambda *_: INFINITY,
    "lambertw": _lambertw,
    "quotient": _quotient,
    "modulo": _modulo,
    "rem": _rem,
    "percent_on": lambda part, whole: arithmetic.multiply(arithmetic.add(1, part), whole),
    "percent_off": lambda part, whole: arithmetic.multiply(arithmetic.subtract(1, part), whole),
    **dict.fromkeys(("floor", "ceil", "trunc", "round", "round_even"), _unchanged),
}
