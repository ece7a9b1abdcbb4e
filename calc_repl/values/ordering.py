"""The order in which terms and factors are written: decided by what they are, not by when they arose.

Factors stand as in 3*sqrt(2)*pi*e^2*ln(2)*sin(1). Terms stand by falling powers
of the named constants, pi^2 + pi + 1; beside roots and functions a whole number
comes first, 1 + sqrt(5), and of roots the greater one, sqrt(6) + sqrt(2).
"""

from __future__ import annotations

from math import log2

from flint import fmpq

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from calc_repl.values.atoms import Atom, Monomial
    from calc_repl.values.real import Form, Real

    Key: TypeAlias = "tuple[Any, ...]"

#: Named constants; sums are ordered by their powers.
CONSTANTS = ("pi", "e", "euler_gamma", "catalan")

_FAMILIES = ("integer", *CONSTANTS, "ln integer", "ln", "base", "exp", "cos pi", "sin", "cos", "tan")
_RANKS = {name: rank for rank, name in enumerate(_FAMILIES)}
#: Atoms whose two parameters are the numerator and denominator of an angle or a tangent.
_OF_FRACTIONS = ("cos pi", "gaussian argument")


def leading(form: Form) -> Monomial:
    """The term of a form, which is not empty, that is written first where no sign is minus."""
    return next(iter(form)) if len(form) == 1 else min(form, key=term_key)


def term_key(monomial: Monomial) -> Key:
    """The place of a term in a sum, whatever its coefficient."""
    degree, size, others = 0, fmpq(0), []
    for base, p, q in monomial:
        if base.name in CONSTANTS:
            degree += p // q
        if base.name == "integer":
            size += fmpq(p, q) * int(log2(base.parameters[0]) * 2**32)  # exponents may be too large for floats
        else:
            others.append((factor_key(base), fmpq(p, q)))
    return (-degree, bool(monomial), sorted(others), -size)


def factor_key(base: Atom) -> Key:
    """The place of an atom in a product."""
    if base.key is None:
        arguments = tuple(tuple(sorted(map(_argument_key, form.items()))) for form in _forms(base.arguments))
        base.key = (*_family(base), arguments, base.digest)
    return base.key


def _forms(arguments: tuple[Real, ...]) -> list[Form]:
    return [argument.form for argument in arguments]


def _argument_key(term: tuple[Monomial, fmpq]) -> Key:
    """Enough of a term to order arguments by: looking deeper would have no end."""
    monomial, c = term
    return (sorted((_family(base), fmpq(p, q)) for base, p, q in monomial), c)


def _family(base: Atom) -> Key:
    parameters = (fmpq(*base.parameters),) if base.name in _OF_FRACTIONS else base.parameters
    return (_RANKS.get(base.name, len(_RANKS)), base.name, parameters)
