"""What operations answer where dates are among their arguments, though they are declared for numbers."""

from __future__ import annotations

from calc_repl.errors import KindError
from calc_repl.values import dates
from calc_repl.values.arithmetic import is_date
from calc_repl.values.kinds import called

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from calc_repl.operations.declaration import Operation


def over_dates(operation: Operation) -> Callable[..., Any] | None:
    """The operation for dates, or None where it has no meaning for them."""
    if operation.name == "add":
        return dates.add
    if operation.name == "subtract":
        return dates.subtract
    return _no_multiple if operation.name in ("multiply", "divide", "negate") else None


def _no_multiple(*arguments: Any) -> Any:
    index = next(index for index, argument in enumerate(arguments) if is_date(argument))
    kind = called(arguments[index])
    raise KindError(
        f"{kind[0].upper()}{kind[1:]} has no multiples or parts.",
        hint="time is added to it, as in + 2 days, and between two there is time: b - a",
        argument=index,
    )
