"""What the calculator can do, one module per field.

Every operation can be imported from here by its name in the language:
`from calc_repl.operations import add, divide`. From Python it takes and
returns `int` and `fractions.Fraction`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.declaration import Operation


def __getattr__(name: str) -> Operation:
    from calc_repl.operations.catalogue import find

    found = None if name.startswith("_") else find(name)
    if found is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return found


def __dir__() -> list[str]:
    from calc_repl.operations.catalogue import operation_names

    return [*globals(), *operation_names()]
