"""What operators answer where an operand is a vector or a matrix, though they are declared for single numbers.

Only what means one thing is done: sums of what has the same size, multiples,
matrix products and whole powers. For the rest the error says what to write.
"""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values import arithmetic, matrices
from calc_repl.values.kinds import called, is_scalar
from calc_repl.values.matrices import Matrix, combined, scaled
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.operations.declaration import Operation

_EACH_ELEMENT = "for each element: map(x => {}, {})"


def over_matrices(operation: Operation) -> Callable[..., Any] | None:
    """The operation for vectors and matrices, or None where it has no meaning for them."""
    return _FUNCTIONS.get(operation.name)


def _add(augend: Any, addend: Any) -> Any:
    left, right = _operands("+", augend, addend)
    if is_scalar(left) or is_scalar(right):
        raise _mixed("+", left, right)
    return combined(left, right, arithmetic.add, "added")


def _subtract(minuend: Any, subtrahend: Any) -> Any:
    left, right = _operands("-", minuend, subtrahend)
    if is_scalar(left) or is_scalar(right):
        raise _mixed("-", left, right)
    return combined(left, right, arithmetic.subtract, "subtracted from each other")


def _multiply(multiplier: Any, multiplicand: Any) -> Any:
    left, right = _operands("*", multiplier, multiplicand)
    if is_scalar(left):
        return scaled(right, lambda entry: arithmetic.multiply(left, entry))
    if is_scalar(right):
        return scaled(left, lambda entry: arithmetic.multiply(entry, right))
    if not isinstance(left, Matrix) and not isinstance(right, Matrix):
        raise KindError("Two lists have several products.", hint="dot(u, v) or cross(u, v)")
    return matrices.product(left, right)


def _divide(dividend: Any, divisor: Any) -> Any:
    left, right = _operands("/", dividend, divisor)
    if is_scalar(right):
        return scaled(left, lambda entry: arithmetic.divide(entry, right))
    if isinstance(right, Matrix):
        raise KindError("Nothing can be divided by a matrix.", hint="multiply by the inverse: A * B^-1", argument=1)
    raise KindError("Nothing can be divided by a list.", argument=1)


def _power(base: Any, exponent: Any) -> Any:
    base, exponent = _operands("^", base, exponent)
    if not isinstance(base, Matrix):
        if is_scalar(base):
            raise KindError(f"An exponent is a number, not {called(exponent)}.", argument=1)
        raise KindError("A list has no powers.", hint="dot(v, v), or for each element map(x => x^2, v)", argument=0)
    if type(exponent) is not int:
        raise KindError(
            f"A matrix is raised to a whole power, not to {called(exponent)}.",
            hint=_EACH_ELEMENT.format("x^(1/2)", "A") if isinstance(exponent, Rational) else None,
            argument=1,
        )
    return matrices.power(base, exponent)


def _negate(value: Any) -> Any:
    return scaled(_operand("-", value, 0), lambda entry: -entry)


def _plus(value: Any) -> Any:
    return _operand("+", value, 0)


def _percent(value: Any) -> Any:
    return _divide(value, 100)


def _percent_of(part: Any, whole: Any) -> Any:
    return _multiply(_part("of", part), whole)


def _percent_on(part: Any, whole: Any) -> Any:
    return _multiply(arithmetic.add(1, _part("on", part)), whole)


def _percent_off(part: Any, whole: Any) -> Any:
    return _multiply(arithmetic.subtract(1, _part("off", part)), whole)


def _part(word: str, part: Any) -> Any:
    if not is_scalar(part):
        raise KindError(f"{word} needs a number before it, not {called(part)}.", argument=0)
    return part


def _operands(symbol: str, left: Any, right: Any) -> tuple[Any, Any]:
    return _operand(symbol, left, 0), _operand(symbol, right, 1)


def _operand(symbol: str, value: Any, index: int) -> Any:
    """A number as it is, a list of numbers as a vector, everything that counts as one as a matrix.

    Raises KindError for anything else, LimitError for what is too large.
    """
    if is_scalar(value):
        return value
    matrix = matrices.as_matrix(value)
    if matrix is not None:
        return matrix
    vector = matrices.as_vector(value)
    if vector is not None:
        return vector
    hint = "texts and lists are joined with concat(...)" if symbol == "+" else None
    if type(value) is not tuple:
        raise KindError(f"{symbol} needs a number, a list or a matrix, not {called(value)}.", hint=hint, argument=index)
    place, odd = next((place, each) for place, each in enumerate(value, 1) if not is_scalar(each))
    raise KindError(
        f"{symbol} needs a list of numbers, or of equally long lists of them; element {place} is {called(odd)}.",
        hint=hint,
        argument=index,
    )


def _mixed(symbol: str, left: Any, right: Any) -> KindError:
    """The error for a number beside what is none."""
    number, other = (left, right) if is_scalar(left) else (right, left)
    kind = "a matrix" if isinstance(other, Matrix) else "a list"
    name = "A" if isinstance(other, Matrix) else "v"
    term = f"k {symbol} x" if number is left else f"x {symbol} k"
    verb = "added to" if symbol == "+" else "subtracted from"
    sentence = f"{called(number).capitalize()} cannot be {verb} {kind}."
    if symbol == "-" and number is left:
        sentence = f"{kind.capitalize()} cannot be subtracted from {called(number)}."
    return KindError(sentence, hint=_EACH_ELEMENT.format(term, name), argument=int(other is right))


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "add": _add,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "power": _power,
    "negate": _negate,
    "plus": _plus,
    "percent": _percent,
    "percent_of": _percent_of,
    "percent_on": _percent_on,
    "percent_off": _percent_off,
}
