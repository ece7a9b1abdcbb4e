"""What kind of value an answer is, and whether it is exact, in words."""

from __future__ import annotations

from calc_repl.display.safe import safe
from calc_repl.values.arithmetic import is_interval, is_rational
from calc_repl.values.kinds import Function, Range, Shown, called, is_function, is_matrix, is_number
from calc_repl.values.matrices import described as matrix_described
from calc_repl.values.modules import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.calculator import Answer


def described(answer: Answer) -> str:
    """Kind and exactness: `a fraction, exact`."""
    value = answer.value
    shown = ""
    if isinstance(value, Shown):
        shown = f"; written {answer.bare}"
        value = value.value
    if is_number(value):
        return f"{called(value)}, {_exactness(answer, value)}{shown}"
    if type(value) is tuple or isinstance(value, Range):
        count = value.count if isinstance(value, Range) else len(value)
        return f"{called(value)} of {count:,} element{'' if count == 1 else 's'}{shown}"
    if is_matrix(value):
        return f"a {matrix_described(value)}{shown}"
    if type(value) is str:
        return f"a text of {len(value):,} character{'' if len(value) == 1 else 's'}"
    if isinstance(value, Function):
        return f"a function: {safe(value.text)}"
    if is_function(value):
        return f"a built-in function: {safe(str(value.signature))}"
    if isinstance(value, Module):
        return f"the module {safe(value.name)}"
    return called(value)


def _exactness(answer: Answer, value: object) -> str:
    if is_interval(value):
        return "which stands for every value within its bounds"
    if is_rational(value):
        return "exact"
    return f"exact: {answer.exact}; its decimal is rounded" if answer.exact else "kept exactly; its decimal is rounded"
