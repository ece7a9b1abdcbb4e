"""Atoms: the irrational numbers of which real numbers are polynomials.

An atom is one operation applied to reals: pi, the sine of something, a cube
root. Equal operations on equal arguments are the same object, so that
sin(1) - sin(1) is 0 by looking at it. Its enclosure is computed when asked for.

Functions that have no rules of their own make their atoms with

    calc_repl.values.real.opaque(evaluate, name, *arguments, is_positive=False, most_bits=ELEMENTARY_BITS) -> Real

    evaluate: Callable[[list[arb]], arb]   from enclosures of the arguments, at ctx.prec, to one of the result; NaN or
                                           infinite radii are allowed where the arguments are not known well enough
    name: str                              with the arguments it identifies the atom, so every parameter belongs into
                                           it: "bessel_j 3"
    arguments: int | Rational | Real       what the enclosures are of, in this order
    is_positive: bool                      whether the result is above 0 whatever the arguments are
    most_bits: int                         precision past which a single call would take more than about a second
"""

from __future__ import annotations

from itertools import count
from weakref import WeakValueDictionary
from zlib import crc32

from flint import arb

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from calc_repl.values.algebraic import Measure
    from calc_repl.values.real import Number, Real

    Monomial: TypeAlias = "tuple[tuple[Atom, int, int], ...]"  # each factor is atom^(numerator / denominator)
    Rule: TypeAlias = "Callable[[Monomial], Number | None]"

#: Precision in bits up to which pi, e and roots are computed (about 2.5 million digits).
CONSTANT_BITS = 2**23
#: The same for exp, ln, sin, atan and the like (about 200,000 digits): past it one call takes more than a second.
ELEMENTARY_BITS = 700_000

#: Rules by which a product with an atom of this name is rewritten; the modules that make such atoms add theirs.
product_rules: dict[str, Rule] = {}

_atoms: WeakValueDictionary[Any, Atom] = WeakValueDictionary()
_serials = count(1)


class Atom:
    """One operation on reals; make it with `atom`, which never makes two of the same.

    `parameters` are whole numbers that belong to the operation, such as the
    degree of a root. `ball` encloses the value, as computed at `precision`
    bits. `measure` bounds an algebraic value (see `algebraic`), else None.
    `serial` tells atoms apart in one session, `digest` is made of what the
    atom is, the same in every session; `key` is kept by `ordering`.
    """

    __slots__ = (
        "__weakref__",
        "arguments",
        "ball",
        "digest",
        "evaluate",
        "is_positive",
        "key",
        "measure",
        "most_bits",
        "name",
        "parameters",
        "precision",
        "rule",
        "serial",
    )

    def __init__(
        self,
        name: str,
        evaluate: Callable[[list[arb]], arb],
        arguments: tuple[Real, ...],
        parameters: tuple[int, ...],
        is_positive: bool,
        most_bits: int,
    ) -> None:
        self.name = name
        self.evaluate = evaluate
        self.arguments = arguments
        self.parameters = parameters
        self.is_positive = is_positive
        self.most_bits = most_bits
        self.serial = next(_serials)
        self.digest = hash((crc32(name.encode()), parameters, *(argument.digest for argument in arguments)))
        self.key: tuple[Any, ...] | None = None
        self.precision = 0
        self.ball = arb(0)
        self.measure: Measure | None = None
        self.rule = product_rules.get(name)

    def __repr__(self) -> str:
        return f"<{' '.join([self.name, *map(str, self.parameters)])} #{self.serial}>"


def atom(
    name: str,
    evaluate: Callable[[list[arb]], arb],
    arguments: tuple[Real, ...] = (),
    parameters: tuple[int, ...] = (),
    *,
    is_positive: bool = False,
    most_bits: int = ELEMENTARY_BITS,
    measure: Callable[[], Measure | None] | None = None,
) -> Atom:
    """The atom of an operation; the same one for the same name, parameters and arguments.

    `measure` is asked only when the atom is new.
    """
    key = (name, parameters, arguments)
    known = _atoms.get(key)
    if known is None:
        known = Atom(name, evaluate, arguments, parameters, is_positive, most_bits)
        if measure is not None:
            known.measure = measure()
        _atoms[key] = known
    return known
