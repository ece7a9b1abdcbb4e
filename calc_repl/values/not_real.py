"""The error of a real function asked outside its real domain: complex numbers may have the answer."""

from __future__ import annotations

from calc_repl.errors import DomainError


class NotReal(DomainError):
    """The result exists, but is not a real number. The complex functions catch this and answer instead."""
