"""Whole numbers: divisibility, primes, combinations."""

from __future__ import annotations

from calc_repl.errors import DomainError, LimitError
from calc_repl.operations.declaration import operation
from calc_repl.values import integers, limits
from calc_repl.values.tower import tower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.operations.domains import Fraction, Natural, Number, PositiveWhole, Whole

#: Primality is proved, and numbers are factored, up to these sizes in bits; each takes well under a second.
_PROVABLE_BITS, _FACTORABLE_BITS = 660, 160

#: Binomial coefficients of larger numbers take too long to write out.
_WRITTEN_OUT_N, _WRITTEN_OUT_K = 10**7, 10**4


@operation()
def gcd(*numbers: Whole) -> int:
    """The greatest common divisor.

    > gcd(12, 18)
    6
    """
    divisor = 0
    for number in numbers:
        divisor = integers.gcd(divisor, number)
    return divisor


@operation()
def lcm(*numbers: Whole) -> int:
    """The least common multiple.

    > lcm(4, 6, 10)
    60
    """
    multiple = 1
    for number in numbers:
        if number == 0:
            return 0
        multiple = abs(integers.multiply(multiple, number // integers.gcd(multiple, number)))
    return multiple


@operation(symbol="!", fixity="postfix")
def factorial(n: Number) -> Number:
    """The product of the whole numbers from 1 to n; of any other number gamma(n + 1).

    Where it is too long to be written out it is kept as it is, and rounded to be shown.

    > 5!
    120
    > (10^12)!
    ≈ 1.40366116037e11565705518103
    > 20!
    2432902008176640000
    > 0.5!
    sqrt(pi)/2 ≈ 0.886226925453
    > factorial(-1)
    error: The factorial of a negative whole number is infinite.
      factorial(-1)
                ^^
    """
    if type(n) is int:
        if n < 0:
            raise DomainError("The factorial of a negative whole number is infinite.", argument=0)
        try:
            return integers.factorial(n)
        except LimitError:  # too long to be written out, but not to be enclosed
            pass
    return tower("factorial", n)  # type: ignore[no-any-return]


@operation(symbol="!!", fixity="postfix")
def double_factorial(n: Natural) -> int:
    """The product n (n-2) (n-4) ... down to 2 or 1.

    > 7!!
    105
    """
    return integers.double_factorial(n)


@operation(symbol="choose")
def binomial(n: Number, k: Number) -> Number:
    """In how many ways k of n things can be chosen; for other numbers by the gamma function.

    > 5 choose 2
    10
    > binomial(49, 6)
    13983816
    > binomial(1/2, 2)
    -1/8 = -0.125
    """
    if type(n) is int and type(k) is int and (abs(n) <= _WRITTEN_OUT_N or abs(k) <= _WRITTEN_OUT_K):
        try:
            return 0 if k < 0 else integers.binomial(n, k)
        except LimitError:
            pass
    return tower("binomial", n, k)  # type: ignore[no-any-return]


@operation()
def permutations(n: Natural, k: Natural) -> int:
    """In how many ways k of n things can be put in order.

    > permutations(10, 3)
    720
    """
    return 0 if k > n else integers.permutations(n, k)


@operation()
def fibonacci(n: Natural) -> int:
    """The nth Fibonacci number, from fibonacci(0) = 0 and fibonacci(1) = 1.

    > fibonacci(100)
    354224848179261915075
    """
    return integers.fibonacci(n)


@operation()
def is_prime(n: Whole) -> bool:
    """Whether a whole number is prime; the answer is proved.

    > is_prime(2^61 - 1)
    true
    """
    if n < 2:
        return False
    _check_size(n, _PROVABLE_BITS, "Primality is proved")
    from flint import fmpz

    return bool(fmpz(n).is_prime())


@operation()
def next_prime(n: Whole) -> int:
    """The least prime above a number.

    > next_prime(100)
    101
    """
    if n < 2:
        return 2
    candidate = n + 1 + n % 2
    while not is_prime.function(candidate):
        candidate += 2
    return candidate


@operation("factor")
def prime_factors(n: PositiveWhole) -> tuple[int, ...]:
    """The prime factors of a number, each as often as it divides it, in rising order.

    > factor(360)
    [2, 2, 2, 3, 3, 5]
    > factor(2^64 + 1)
    [274177, 67280421310721]
    """
    _check_size(n, _FACTORABLE_BITS, "Numbers are factored")
    from flint import fmpz

    return tuple(int(prime) for prime, power in sorted(fmpz(n).factor()) for _ in range(int(power)))


@operation()
def divisors(n: PositiveWhole) -> tuple[int, ...]:
    """The divisors of a number, in rising order.

    > divisors(12)
    [1, 2, 3, 4, 6, 12]
    """
    found = [1]
    previous, power = 0, 1
    for prime in prime_factors.function(n):
        if prime != previous:
            base, previous, power = list(found), prime, 1
        power *= prime
        limits.check_elements(len(found) + len(base))
        found += [divisor * power for divisor in base]
    return tuple(sorted(found))


@operation()
def power_mod(base: Whole, exponent: Whole, modulus: PositiveWhole) -> int:
    """base^exponent mod modulus, without making the power.

    > power_mod(2, 10^100, 7)
    2
    > power_mod(3, -1, 11)
    4
    """
    try:
        return integers.power_modulo(base, exponent, modulus)
    except (ValueError, ZeroDivisionError):
        raise DomainError("The base has no inverse for this modulus.", argument=0) from None


@operation()
def numerator(number: Fraction) -> int:
    """The number above the line of a fraction in lowest terms.

    > numerator(0.75)
    3
    """
    return number.numerator


@operation()
def denominator(number: Fraction) -> int:
    """The number below the line of a fraction in lowest terms.

    > denominator(0.75)
    4
    """
    return number.denominator


@operation()
def digit_count(n: Whole) -> int:
    """How many decimal digits a whole number has.

    > digit_count(2^1000)
    302
    """
    return len(integers.to_text(abs(n)))


@operation()
def digit_sum(n: Whole) -> int:
    """The sum of the decimal digits of a whole number.

    > digit_sum(2^15)
    26
    """
    return sum(map(int, integers.to_text(abs(n))))


def _check_size(n: int, bits: int, what: str) -> None:
    if n.bit_length() > bits:
        raise LimitError(
            f"{what} up to {bits * 30103 // 100000} digits;"
            f" this number has about {limits.about_digits(n.bit_length())}.",
        )
