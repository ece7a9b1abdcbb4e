"""Functions that are enclosed by FLINT and have no rules of their own.

Applied to real arguments such a function is one atom; applied to complex ones
it is two, the real and the imaginary part of one enclosure. FLINT answers NaN
or an unbounded ball where it knows the arguments too little, and on poles: the
precision is then raised, and past the cap the value is refused, never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from flint import acb, arb, ctx

from calc_repl.errors import LimitError
from calc_repl.values import deciding, real
from calc_repl.values.balls import PrecisionLimit, ball
from calc_repl.values.complex import Complex, complex_number, conj, im, re
from calc_repl.values.real import Real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

    RealFunction: TypeAlias = "Callable[[list[arb]], arb]"
    ComplexFunction: TypeAlias = "Callable[[list[acb]], acb]"

#: Digits that one call computes within about a second for arguments of ordinary size.
MOST_DIGITS = {
    "agm": 200_000,
    "airy_ai": 50_000,
    "airy_bi": 50_000,
    "bessel_i": 10_000,
    "bessel_j": 10_000,
    "bessel_k": 10_000,
    "bessel_y": 10_000,
    "Chi": 20_000,
    "Ci": 20_000,
    "digamma": 10_000,
    "Ei": 20_000,
    "elliptic_e": 100_000,
    "elliptic_e_inc": 20_000,
    "elliptic_f": 30_000,
    "elliptic_k": 200_000,
    "elliptic_pi": 10_000,
    "elliptic_pi_inc": 10_000,
    "erf": 50_000,
    "erfc": 50_000,
    "erfcinv": 50_000,
    "erfi": 50_000,
    "erfinv": 50_000,
    "eta": 1_200,
    "expint": 10_000,
    "fresnel_c": 50_000,
    "fresnel_s": 50_000,
    "gamma": 10_000,
    "gamma_lower": 10_000,
    "gamma_upper": 10_000,
    "hermite_h": 10_000,
    "hurwitz": 2_000,
    "hyp0f1": 20_000,
    "hyp1f1": 10_000,
    "hyp2f1": 4_000,
    "hyperu": 4_000,
    "laguerre_l": 10_000,
    "lambertw": 50_000,
    "legendre_p": 4_000,
    "lgamma": 10_000,
    "li": 20_000,
    "polygamma": 2_000,
    "polylog": 1_200,
    "polylog of whole order": 20_000,
    "rgamma": 10_000,
    "Shi": 50_000,
    "Si": 50_000,
    "zeta": 3_000,
}

#: Bits per decimal digit, rounded up.
_BITS_PER_DIGIT = 3.33
#: Up to this precision large parameters do no harm.
_EASY_BITS = 512
#: A call that takes so many seconds and still says nothing will say nothing soon.
_PATIENCE = 0.1
#: Bits of accuracy below which an enclosure says nothing, unless it says that the value is very near 0.
_LEAST_ACCURACY = 8
_NEGLIGIBLE = arb((1, -64))


@dataclass(frozen=True, slots=True)
class Analytic:
    """A function as FLINT encloses it.

    `cap` is its line in `MOST_DIGITS`, where that is not its name. `is_symmetric`
    says that f(conj z) is conj f(z) for every argument off the real axis. Where
    the cost grows with the parameters, which are all arguments but the last,
    `most_work` is how large one of them may be times the precision in bits.
    """

    name: str
    on_reals: RealFunction
    on_complex: ComplexFunction
    cap: str = ""
    is_symmetric: bool = True
    most_work: int | None = None

    def at(self, *arguments: AnyNumber, is_positive: bool = False) -> AnyNumber:
        """The value: real for real arguments, which must lie where the function is real."""
        if any(isinstance(argument, Complex) for argument in arguments):
            return self.beside(*arguments)
        return self.real_at(*(re(argument) for argument in arguments), is_positive=is_positive)

    def real_at(self, *arguments: Number, is_positive: bool = False) -> Real:
        """The real value at real arguments, where the function is real."""
        guarded = self._guarded(self.on_reals, self.name, len(arguments) - 1)
        return real.opaque(guarded, self.name, *arguments, is_positive=is_positive, most_bits=self.most_bits)

    def beside(self, *arguments: AnyNumber) -> AnyNumber:
        """The complex value, also at real arguments where the function is not real."""
        if self.is_symmetric and all(isinstance(a, Complex) for a in arguments) and seems_negative(im(arguments[0])):
            return conj(self.beside(*(conj(argument) for argument in arguments)))
        parts = tuple(real.real(part) for argument in arguments for part in (re(argument), im(argument)))
        evaluate = _remembering(self.on_complex)
        return complex_number(
            self._part("real", lambda balls: evaluate(balls).real, parts),
            self._part("imaginary", lambda balls: evaluate(balls).imag, parts),
        )

    @property
    def most_bits(self) -> int:
        """The precision past which a single call takes too long."""
        return int(MOST_DIGITS[self.cap or self.name] * _BITS_PER_DIGIT)

    def _part(self, which: str, evaluate: RealFunction, parts: tuple[Real, ...]) -> Real:
        name = f"The {which} part of {self.name}"
        guarded = self._guarded(evaluate, name, len(parts) - 2)
        return real.opaque(guarded, name, *parts, most_bits=self.most_bits)

    def _guarded(self, evaluate: RealFunction, name: str, parameters: int) -> RealFunction:
        """The function, refusing arguments at which it would take long, or more precision would not help.

        So many of the first arguments are parameters.
        """

        def guarded(balls: list[arb]) -> arb:
            if self.most_work is not None and ctx.prec > _EASY_BITS:
                greatest = self.most_work // ctx.prec
                if not all(abs(ball) < greatest for ball in balls[:parameters]):
                    raise _too_long(name)
            start = perf_counter()
            value = evaluate(balls)
            if value.is_finite() and value.rel_accuracy_bits() >= _LEAST_ACCURACY:
                return value
            negligible = abs(value) < _NEGLIGIBLE
            if perf_counter() - start > _PATIENCE:
                raise PrecisionLimit(str(_too_long(name))) if negligible else _too_long(name)
            if 2 * ctx.prec > self.most_bits and not negligible:
                raise LimitError(
                    f"{name} cannot be enclosed here.", hint="a pole may be too near, or a number too large"
                )
            return value

        return guarded


def _too_long(name: str) -> LimitError:
    return LimitError(f"{name} takes too long to compute for these arguments.")


def exact(number: AnyNumber) -> AnyNumber:
    """A number as the whole number or fraction it can be proved to be, where it is algebraic."""
    if isinstance(number, Real) and (number.proved is not None or number.measure is not None):
        return deciding.recognised(number)
    return number


def whole(number: AnyNumber) -> int | None:
    """A number as a whole number, None for any other."""
    number = exact(number)
    return number if isinstance(number, int) else None


def argument_of(name: str, number: AnyNumber) -> tuple[int, Number] | None:
    """1 and x where a number is f(x) for the function of this name, -1 and x where it is -f(x); None for all others."""
    if not isinstance(number, Real) or len(number.form) != 1:
        return None
    monomial, c = next(iter(number.form.items()))
    if abs(c) != 1 or len(monomial) != 1 or monomial[0][0].name != name or monomial[0][1:] != (1, 1):
        return None
    return int(c.p), real.simplify(monomial[0][0].arguments[0])


def seems_positive(number: AnyNumber) -> bool:
    """Whether a rough enclosure shows that a real number is above 0; False also where it does not show it."""
    if isinstance(number, Complex):
        return False
    return bool(ball(number, 64) > 0) if isinstance(number, Real) else number > 0


def seems_negative(number: AnyNumber) -> bool:
    """Whether a rough enclosure shows that a real number is below 0."""
    return not isinstance(number, Complex) and seems_positive(real.negate(number))


def _remembering(function: ComplexFunction) -> Callable[[list[arb]], acb]:
    """A function of the parts of its arguments that keeps its last value, for the other part of it."""
    last: tuple[int, list[arb], acb] | None = None

    def evaluate(balls: list[arb]) -> acb:
        nonlocal last
        if last is not None and last[0] == ctx.prec and all(map(_is_same, last[1], balls)):
            return last[2]
        value = function([acb(a, b) for a, b in zip(balls[::2], balls[1::2], strict=True)])
        last = (ctx.prec, balls, value)
        return value

    return evaluate


def _is_same(one: object, other: object) -> bool:
    return one is other
