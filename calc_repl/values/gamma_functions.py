"""The gamma function and what is made of it: factorials, binomials, beta, digamma.

Exact at whole numbers and halves, where gamma(1/2) = sqrt(pi); elsewhere
enclosed. Poles are errors that say where they lie.
"""

from __future__ import annotations

from flint import acb

from calc_repl.errors import DomainError, LimitError
from calc_repl.values import constants, deciding, exponentials, integers, powers, rational, real, sines
from calc_repl.values.analytic import Analytic, exact, seems_positive, whole
from calc_repl.values.complex import Complex, add, complex_number, divide, multiply, negate, subtract
from calc_repl.values.rational import Rational

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.complex import AnyNumber
    from calc_repl.values.real import Number

_HALF = Rational(1, 2)
#: Halves up to which gamma is written out as a fraction times sqrt(pi), and sums of fractions are.
_MOST_HALF = 20_000
_MOST_HARMONIC = 2_000
#: Fractions whose gamma is traced back to one between 0 and 1/2: greatest denominators, and distance from 0.
_MOST_DENOMINATOR = 1_000
_MOST_STEPS = 100
#: Whole numbers up to which FLINT's binomials are fast.
_MOST_EASY = 10_000_000
#: Whole numbers up to which binomials of any number are multiplied out.
_MOST_FACTORS = 200
#: Orders up to which derivatives of digamma are computed.
_MOST_ORDER = 100_000
#: Whole numbers whose factorial has its logarithm written in primes, and with which beta is a fraction.
_MOST_LOGARITHM = 30

_GAMMA = Analytic("gamma", lambda x: x[0].gamma(), lambda z: z[0].gamma())
_RECIPROCAL = Analytic("rgamma", lambda x: x[0].rgamma(), lambda z: z[0].rgamma())
_LOGARITHM = Analytic("lgamma", lambda x: x[0].lgamma(), lambda z: z[0].lgamma())
_LOGARITHM_OF_SIZE = Analytic("ln |gamma|", lambda x: acb(x[0]).lgamma().real, lambda z: z[0].lgamma(), cap="lgamma")
_DIGAMMA = Analytic("digamma", lambda x: x[0].digamma(), lambda z: z[0].digamma())
_POLYGAMMA = Analytic("polygamma", lambda x: acb(x[1]).polygamma(acb(x[0])).real, lambda z: z[1].polygamma(z[0]))


def gamma(number: AnyNumber) -> AnyNumber:
    """The gamma function, (n - 1)! continued to all numbers. Raises DomainError at 0, -1, -2, ..."""
    number = exact(number)
    _refuse_pole(number, "gamma")
    if isinstance(number, int):
        try:
            return integers.factorial(number - 1)
        except LimitError:  # too long to write out, but not to enclose
            return _GAMMA.at(number, is_positive=True)
    half = _as_half(number)
    if half is not None:
        return _gamma_of_half(half)
    if isinstance(number, Rational) and _is_simple(number):
        return _gamma_of_fraction(number)
    return _GAMMA.at(number, is_positive=seems_positive(number))


def rgamma(number: AnyNumber) -> AnyNumber:
    """1/gamma, which is 0 at 0, -1, -2, ..."""
    number = exact(number)
    if isinstance(number, int) and number <= 0:
        return 0
    if isinstance(number, int) or _as_half(number) is not None:
        return divide(1, gamma(number))
    if isinstance(number, Rational) and _is_simple(number):
        return divide(1, gamma(number))
    return _RECIPROCAL.at(number, is_positive=seems_positive(number))


def factorial(number: AnyNumber) -> AnyNumber:
    """gamma(number + 1), so that (1/2)! is sqrt(pi)/2. Raises DomainError at -1, -2, ..."""
    number = exact(number)
    if isinstance(number, int) and number < 0:
        raise DomainError("The factorial is not defined at negative whole numbers.", argument=0)
    return gamma(add(number, 1))


def lgamma(number: AnyNumber) -> AnyNumber:
    """The logarithm of gamma, continued from the positive numbers; complex below 0. Raises DomainError at its poles."""
    number = exact(number)
    _refuse_pole(number, "lgamma")
    if isinstance(number, Complex):
        return _LOGARITHM.beside(number)
    if isinstance(number, (int, Rational)) and number.denominator <= 2 and 0 < number.numerator <= _MOST_LOGARITHM:
        value = gamma(number)
        assert not isinstance(value, Complex)
        return exponentials.ln(value)
    if deciding.sign(number) > 0:
        return _LOGARITHM.real_at(number)
    return complex_number(_LOGARITHM_OF_SIZE.real_at(number), real.multiply(deciding.floor(number), constants.PI))


def beta(a: AnyNumber, b: AnyNumber) -> AnyNumber:
    """The beta function, gamma(a) gamma(b) / gamma(a + b). Raises DomainError at poles."""
    a, b = exact(a), exact(b)
    if isinstance(a, int) and isinstance(b, int) and a + b <= 0 < max(a, b):
        # The poles of gamma(a) and gamma(a + b) cancel, as in binomials.
        return multiply((-1) ** (max(a, b) & 1), beta(max(a, b), 1 - a - b))
    if isinstance(a, int) and 0 < a <= _MOST_LOGARITHM:
        a, b = b, a
    _refuse_pole(a, "beta", 0)
    _refuse_pole(b, "beta", 1)
    if isinstance(b, int) and 0 < b <= _MOST_LOGARITHM:
        return divide(1, multiply(b, _binomial_of_whole(add(a, b - 1), b)))
    return multiply(multiply(gamma(a), gamma(b)), rgamma(add(a, b)))


def binomial(n: AnyNumber, k: AnyNumber) -> AnyNumber:
    """The binomial coefficient n!/(k! (n - k)!) of any numbers. Raises DomainError for whole n < 0 and k not whole."""
    n, k = exact(n), exact(k)
    below = exact(subtract(n, k))
    if isinstance(k, int) and (isinstance(n, int) or k <= _MOST_FACTORS):
        return _binomial_of_whole(n, k)
    if isinstance(below, int) and 0 <= below <= _MOST_FACTORS:
        return _binomial_of_whole(n, below)
    if isinstance(n, int) and n < 0:
        raise DomainError("binomial has a pole where n is a negative whole number and k is not whole.", argument=0)
    if isinstance(below, int) and below < 0:
        return 0
    return multiply(factorial(n), multiply(rgamma(add(k, 1)), rgamma(add(below, 1))))


def digamma(number: AnyNumber) -> AnyNumber:
    """The logarithmic derivative of gamma. Raises DomainError at 0, -1, -2, ..."""
    number = exact(number)
    _refuse_pole(number, "digamma")
    if isinstance(number, int) and number <= _MOST_HARMONIC:
        return real.subtract(_harmonic(number - 1, 1), constants.EULER_GAMMA)
    half = _as_half(number)
    if half is not None and abs(half) <= _MOST_HARMONIC:
        # digamma(x) = digamma(1 - x) at halves, and digamma(1/2) = -gamma - 2 ln 2.
        steps = abs(half - 1) // 2
        start = real.negate(real.add(constants.EULER_GAMMA, real.multiply(2, exponentials.ln(2))))
        return real.add(start, real.multiply(2, _harmonic(2 * steps - 1, 2)))
    return _DIGAMMA.at(number)


def polygamma(order: AnyNumber, number: AnyNumber) -> AnyNumber:
    """The derivative of digamma of a whole order >= 0; order 0 is digamma. Raises DomainError at 0, -1, -2, ..."""
    from calc_repl.values.zeta_functions import hurwitz  # it stands on this module

    times = whole(order)
    if times is None or times < 0:
        raise DomainError("polygamma needs a whole number >= 0 for its order.", argument=0)
    if times > _MOST_ORDER:
        raise LimitError(f"polygamma is computed for orders up to {_MOST_ORDER:,}.")
    if times == 0:
        return digamma(number)
    number = exact(number)
    _refuse_pole(number, "polygamma", 1)
    if isinstance(number, Complex) or not seems_positive(number):
        return _POLYGAMMA.at(times, number)
    scale = integers.factorial(times)
    return multiply(scale if times & 1 else -scale, hurwitz(times + 1, number))


def is_pole(number: AnyNumber) -> bool:
    """Whether gamma has a pole at a number that has gone through `exact`."""
    return isinstance(number, int) and number <= 0


def _refuse_pole(number: AnyNumber, name: str, argument: int = 0) -> None:
    if is_pole(number):
        raise DomainError(f"{name} has a pole at {_plain(number)}.", argument=argument)


def _plain(number: AnyNumber) -> str:
    assert isinstance(number, int)
    return integers.to_text(number) if number.bit_length() < 100 else "every whole number below 1"


def _as_half(number: AnyNumber) -> int | None:
    """The odd number a number is half of, if that is small enough to be written out; None for all others."""
    if isinstance(number, Rational) and number.denominator == 2 and abs(number.numerator) <= 2 * _MOST_HALF:
        return number.numerator
    return None


def _gamma_of_half(numerator: int) -> Number:
    """gamma(numerator/2) for odd numerators: (2n)!/(4^n n!) sqrt(pi) at n + 1/2, by reflection below 0."""
    root = powers.sqrt(constants.PI)
    n = (abs(numerator) - 1) // 2 if numerator > 0 else (abs(numerator) + 1) // 2
    odd = integers.double_factorial(2 * n - 1)
    if numerator > 0:
        return real.multiply(rational.ratio(odd, 2**n), root)
    return real.multiply(rational.ratio(-(2**n) if n & 1 else 2**n, odd), root)


def _is_simple(number: Rational) -> bool:
    """Whether gamma of a fraction is traced back to one between 0 and 1/2."""
    return number.denominator <= _MOST_DENOMINATOR and abs(number.numerator) <= _MOST_STEPS * number.denominator


def _gamma_of_fraction(number: Rational) -> Number:
    """A rational multiple of gamma between 0 and 1/2, or of its reciprocal: gamma(7/3) is 4/9 gamma(1/3).

    By gamma(x + 1) = x gamma(x) and gamma(x) gamma(1 - x) = pi/sin(pi x).
    """
    steps = rational.floor(number)
    rest = number + -steps
    factor: Number = 1
    for step in range(abs(steps)):
        factor = real.multiply(factor, rest + step if steps > 0 else rest + -1 - step)
    scale = factor if steps > 0 else real.divide(1, factor)
    if rational.compare(rest, _HALF) < 0:
        return real.multiply(scale, _GAMMA.real_at(rest, is_positive=True))
    mirrored = real.multiply(sines.cos_of_turns(rest + -_HALF), _GAMMA.real_at(1 + -rest, is_positive=True))
    return real.multiply(scale, real.divide(constants.PI, mirrored))


def _harmonic(last: int, step: int) -> Number:
    """1 + 1/(1 + step) + ... + 1/last."""
    value: int | Rational = 0
    for n in range(1, last + 1, step):
        value = value + rational.ratio(1, n)
    return value


def _whole_binomial(n: int, k: int) -> int:
    """A binomial of whole numbers, from products by halves where FLINT's own way would take long.

    That is where n is large and k neither small nor a fair part of n: FLINT
    does 10^7 over 5 * 10^6 in 0.1 s, but not 10^8 over 3 * 10^6 in a minute.
    """
    if n < 0:
        size = _whole_binomial(k - n - 1, k)
        return -size if k & 1 else size
    if k > n:
        return 0
    k = min(k, n - k)
    if n < _MOST_EASY or k <= _MOST_HARMONIC or (n < 3 * _MOST_EASY and k > n // 20):
        return integers.binomial(n, k)
    return integers.divide_floor(integers.permutations(n, k), integers.factorial(k))[0]


def _binomial_of_whole(n: AnyNumber, k: int) -> AnyNumber:
    """n (n - 1) ... (n - k + 1) / k!, which is 0 for k below 0."""
    if k < 0:
        return 0
    if isinstance(n, int):
        try:
            return _whole_binomial(n, k)
        except LimitError:
            if n < 0:
                size = _binomial_of_whole(k - n - 1, k)
                return negate(size) if k & 1 else size
            return divide(gamma(n + 1), multiply(gamma(k + 1), gamma(n - k + 1)))  # too long to write out
    value: AnyNumber = 1
    for i in range(k):
        value = multiply(value, add(n, -i))
    return divide(value, integers.factorial(k))
