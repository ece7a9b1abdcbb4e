"""calc_repl: a calculator whose every digit is right.

`Calculator` answers lines of its language, `Answer` is what it answers with,
`CalcError` what it raises. The operations are in `calc_repl.operations`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.calculator import Answer, Calculator
    from calc_repl.errors import CalcError

__version__ = "0.1.0"
__all__ = ["Answer", "CalcError", "Calculator", "__version__"]


def __getattr__(name: str) -> object:
    if name in ("Calculator", "Answer"):
        from calc_repl import calculator

        return getattr(calculator, name)
    if name == "CalcError":
        from calc_repl.errors import CalcError

        return CalcError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
