"""What would run away is refused before it starts; what only looks so is answered."""

from __future__ import annotations

import threading

import pytest

from calc_repl import Calculator
from calc_repl.errors import CalcError, Interrupted, LimitError, TimeLimit
from calc_repl.settings import Settings

REFUSED = [
    "9^9^9^9",
    "2^2^2^2^2^2",
    "(10^5000)!",
    "((10^12)!)!",
    "9!!!!!!",
    "(10^12)!!",
    "1 << 10^12",
    "1 << 10^100",
    "1 >> -10^12",
    "fibonacci(10^12)",
    "permutations(10^12, 10^11)",
    "permutations(10^12, 10^12)",
    "1e999999999999",
    "1e-999999999999",
    "1/3 to 10^12 digits",
    "1/3 to 1000000000000 digits",
    "1/3 to 1000000000000 dp",
    "round(1/3, 10^12)",
    "round(1/3, -10^12)",
    "map(x => x, 1..10^12)",
    "filter(x => true, 1..10^12)",
    "sort(1..10^12)",
    "reverse(1..10^12)",
    "max(1..10^12)",
    "mean(1..10^12)",
    "product(1..10^12)",
    "sum(k => k, 1, 10^12)",
    "unique(1..10^12)",
    "drop(1..10^12, 1)",
    "take(1..10^12, 10^11)",
    "concat(1..10^12, [1])",
    "contains(1..10^12, 0)",
    "zip(1..10^12, 1..10^12)",
    "dot(1..10^12, 1..10^12)",
    "fold((a, b) => a, 1..10^12, 0)",
    "any_of(x => false, 1..10^12)",
    "(1..10^12)[1..10^11]",
    "(1..10^12) == (1..10^12)",
    "is_prime(10^1000 + 1)",
    "factor(10^100 + 1)",
    "next_prime(10^1000)",
    "divisors(10^100 + 1)",
    "grow(\"ab\", 40)",
    "grow([1, 2], 40)",
    "squared(3, 60)",
    "squared(3/2, 60)",
    'replace(grow("a", 20), "a", grow("b", 20))',
    'join(map(x => grow("a", 20), 1..100))',
    'split(grow("a", 22), "")',
    "0.5 to hex 99999",
    "5 to hex 99999",
]  # fmt: skip


@pytest.fixture
def prepared() -> Calculator:
    calculator = Calculator(Settings(timeout=30))
    calculator.evaluate("grow(s, n) = if n == 0 then s else grow(concat(s, s), n - 1)")
    calculator.evaluate("squared(x, n) = if n == 0 then x else squared(x * x, n - 1)")
    return calculator


@pytest.mark.parametrize("line", REFUSED)
def test_runaway_is_refused_before_it_starts(line: str, prepared: Calculator) -> None:
    prepared.evaluate("kept = 7")
    with pytest.raises(CalcError) as caught:
        prepared.evaluate(line)
    assert not isinstance(caught.value, TimeLimit)
    if "hex" not in line and "10^12 digits" not in line:
        assert isinstance(caught.value, LimitError)
    assert caught.value.span is not None
    assert prepared.evaluate("kept").value == 7


ANSWERED = [
    ("0^(10^100)", 0),
    ("1^(10^100)", 1),
    ("(-1)^(10^100)", 1),
    ("(-1)^(10^100 + 1)", -1),
    ("0^0", 1),
    ("(10^100)^0", 1),
    ("0 * 10^100", 0),
    ("1^(1/10^100)", 1),
    ("0 << 10^100", 0),
    ("5 >> 10^100", 0),
    ("-5 >> 10^100", -1),
    ("1 << -10^100", 0),
    ("binomial(10^100, 0)", 1),
    ("binomial(10^100, 1)", 10**100),
    ("binomial(10^100, 10^100)", 1),
    ("binomial(10^100, 10^100 - 1)", 10**100),
    ("binomial(10^100, 2)", 10**100 * (10**100 - 1) // 2),
    ("binomial(5, 10^100)", 0),
    ("permutations(10^100, 2)", 10**100 * (10**100 - 1)),
    ("permutations(5, 5)", 120),
    ("permutations(5, 10^100)", 0),
    ("power_mod(2, 10^100, 7)", pow(2, 10**100, 7)),
    ("power_mod(3, 10^1000, 10^50 + 1)", pow(3, 10**1000, 10**50 + 1)),
    ("power_mod(3, -10^100, 11)", pow(3, -(10**100), 11)),
    ("power_mod(2, 10^100, 1)", 0),
    ("gcd(2^10000, 6^10000) == 2^10000", True),
    ("sum(1..10^12)", 10**12 * (10**12 + 1) // 2),
    ("sum(1..10^100)", 10**100 * (10**100 + 1) // 2),
    ("length(1..10^100)", 10**100),
    ("(1..10^100)[10^50]", 10**50),
    ("(1..10^100)[-1]", 10**100),
    ("take(1..10^100, 2)", (1, 2)),
    ("zip(1..10^100, [1, 2])", ((1, 1), (2, 2))),
    ("digit_count(2^100000)", 30103),
    ("digit_count(3000!)", 9131),
    ("2^100000 mod 1000", pow(2, 100000, 1000)),
    ("3000! / 2999!", 3000),
    ("root(10^3000, 3) == 10^1000", True),
    ("log(10^3000)", 3000),
    ("log2(2^100000)", 100000),
    ("floor(10^1000 / 3) mod 10", 3),
    ("is_prime(2^521 - 1)", True),
    ("10^100 to 3 digits", 10**100),
    ("100000 - 99999 - 1", 0),
    ("max(grow([1], 15))", 1),
    ("1e100000 / 1e99999", 10),
]  # fmt: skip


@pytest.mark.parametrize(("line", "worth"), ANSWERED, ids=[line for line, _ in ANSWERED])
def test_what_only_looks_like_a_runaway_is_answered(line: str, worth: object, prepared: Calculator) -> None:
    value = prepared.evaluate(line).value
    assert getattr(value, "value", value) == worth


def test_hundred_thousand_digits_are_read_and_written(calculator: Calculator) -> None:
    digits = "1234567890" * 10_000
    assert calculator.evaluate(digits).text == digits
    assert calculator.evaluate(f"-0.{digits}").exact is not None


def test_limit_of_a_setting_is_named_with_the_setting() -> None:
    lines = {
        "max_elements": ("map(x => x, 1..11)", Settings(max_elements=10)),
        "max_text": ('join(map(x => "ab", 1..60))', Settings(max_text=100)),
        "max_exponent": ("1e101", Settings(max_exponent=100)),
        "max_nesting": ("(" * 11 + "1" + ")" * 11, Settings(max_nesting=10)),
        "max_tokens": ("1" + "+1" * 60, Settings(max_tokens=100)),
        "max_line": ("1" * 1001, Settings(max_line=1000)),
        "max_bits": ("1 << 50000", Settings(max_bits=40_000)),
        "timeout": ("f(n) = if n == 0 then 0 else f(n - 1); sum(x => f(90_000), 1, 10^6)", Settings(timeout=0.1)),
    }
    for name, (line, settings) in lines.items():
        with pytest.raises(LimitError) as caught:
            Calculator(settings).evaluate(line)
        assert f"raise the setting {name}" in str(caught.value.hint), name


def test_limits_of_one_calculator_do_not_bind_another() -> None:
    small, large = Calculator(Settings(max_elements=10)), Calculator()
    with pytest.raises(LimitError):
        small.evaluate("map(x => x, 1..100)")
    assert large.evaluate("length(map(x => x, 1..100))").value == 100
    with pytest.raises(LimitError):
        small.evaluate("map(x => x, 1..100)")


# Time and interruption.

ENDLESS = {
    "calls": "f(n) = if n == 0 then 0 else f(n - 1); sum(x => f(1000), 1, 10^6)",
    "fold": "fold((a, b) => a + b, 1..10^6, 0); sum(x => fold((a, b) => a + b, 1..1000, 0), 1, 10^6)",
    "map": "map(x => map(y => y + x, 1..1000), 1..10^6)",
    "operations": "map(x => sum(map(abs, 1..1000)), 1..10^6)",
    "unique lists": "length(unique(map(x => [x], 1..100_000)))",
    "contains": "v = map(x => [x], 1..10^5); map(x => contains(v, 0), 1..10^5)",
    "sums of fractions": "map(x => sum(k => 1/k, 1, 1000), 1..10^6)",
}


@pytest.mark.parametrize("line", ENDLESS.values(), ids=ENDLESS.keys())
def test_time_limit_ends_a_calculation(line: str) -> None:
    calculator = Calculator(Settings(timeout=0.2))
    calculator.evaluate("kept = 7")
    with pytest.raises(TimeLimit, match=r"longer than 0\.2 seconds") as caught:
        calculator.evaluate(line)
    assert isinstance(caught.value, TimeoutError)
    assert calculator.evaluate("kept").value == 7


def test_time_limit_cannot_be_caught() -> None:
    with pytest.raises(TimeLimit):
        Calculator(Settings(timeout=0.1)).evaluate(
            "g(n) = if n == 0 then 0 else g(n - 1); try sum(x => g(1000), 1, 10^6) catch e: 0"
        )


def test_no_time_limit_by_default() -> None:
    assert Settings().timeout == 0


@pytest.mark.parametrize("name", ["calls", "fold", "operations"])
def test_interrupt_from_another_thread_ends_a_calculation_and_keeps_the_names(name: str) -> None:
    printed = threading.Event()
    calculator = Calculator(write=lambda line: printed.set())
    calculator.evaluate("kept = 7")
    outcome: list[BaseException] = []

    def run() -> None:
        try:
            calculator.evaluate(f"print(1); {ENDLESS[name]}")
        except CalcError as error:
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert printed.wait(30)
    calculator.interrupt()
    thread.join(30)
    assert [type(error) for error in outcome] == [Interrupted]
    assert calculator.evaluate("kept").value == 7


def test_interrupt_while_nothing_runs_changes_nothing(calculator: Calculator) -> None:
    calculator.interrupt()
    assert calculator.evaluate("map(x => x, 1..5000)[1]").value == 1


def test_two_threads_share_a_calculator_by_turns(calculator: Calculator) -> None:
    calculator.evaluate("f(n) = if n == 0 then 0 else 1 + f(n - 1)")
    results: list[object] = []
    threads = [
        threading.Thread(target=lambda n=n: results.append(calculator.evaluate(f"f({n})").value))
        for n in range(500, 510)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(results) == list(range(500, 510))


LAZY = [
    ("9^9^9", "≈ 4.28124773176e369693099"),
    ("10^10^10", "≈ 1.00000000000e10000000000"),
    ("(-3)^(10^12 + 1)", "≈ -1.37898184895e477121254720"),
    ("(1/3)^10^12", "≈ 2.17551812034e-477121254720"),
    ("1.000001^10^12", "≈ 1.83973874892e434294"),
    ("2^10^100 * 0", "0"),
    ("2^10^1000 - 2^10^1000", "0"),
    ("2^10^1000 / 2^(10^1000 - 3)", "8"),
    ("binomial(10^12, 10^11)", "≈ 5.38767859883e141181741498"),
    ("binomial(10^8, 5*10^7)", "≈ 2.93993805548e30102995"),
    ("(10^12)!", "≈ 1.40366116037e11565705518103"),
    ("factorial(10^8)", "≈ 1.61720379492e756570556"),
    ("(10^12)! / gamma(10^12 + 1)", "1"),
]


@pytest.mark.parametrize(("line", "text"), LAZY)
def test_power_too_large_to_be_written_out_is_kept_and_enclosed(line: str, text: str) -> None:
    assert Calculator().evaluate(line).text == text
