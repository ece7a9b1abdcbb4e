"""The short exact form of a number in the language's own notation: sqrt(2)/2, (1 + sqrt(5))/2, e^2."""

from __future__ import annotations

from math import gcd, lcm, prod

from flint import fmpq

from calc_repl.values.ordering import CONSTANTS, factor_key, term_key
from calc_repl.values.rational import ratio
from calc_repl.values.real import Real, from_coefficient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.atoms import Atom, Monomial
    from calc_repl.values.rational import Rational
    from calc_repl.values.real import Form, Number

_MOST_TERMS = 3
_LONGEST = 60
#: Functions inside functions are written down to this depth.
_DEEPEST = 3
_LONGEST_NUMBER = 64  # bits

_FUNCTIONS = ("sin", "cos", "tan", "asin", "atan", "ln")


class _NoClosedForm(Exception):
    """An atom without a name, or too much of everything."""


def symbolic(number: Number) -> str | None:
    """The closed form of a number, which reads back as the same number.

    None where it would have more than three terms, more than 60 characters,
    or would need something that has no name.
    """
    try:
        text = _sum_text(number, 0)
    except _NoClosedForm:
        return None
    return text if len(text) <= _LONGEST else None


def _sum_text(number: Number, depth: int) -> str:
    if not isinstance(number, Real):
        return _rational_text(number)
    if any(base.name == "gaussian argument" for monomial in number.form for base, _, _ in monomial):
        return _shorter_text(number.form, depth)
    return _form_text(number.form, depth)


def _shorter_text(form: Form, depth: int) -> str:
    """The text with the arc tangents of Gaussian primes as they are, or gathered in one, whichever is shorter."""
    from calc_repl.values.arcs import gathered

    texts = []
    for way in (gathered(form), form):
        try:
            texts.append(_form_text(way, depth))
        except _NoClosedForm:
            continue
    if not texts:
        raise _NoClosedForm
    return min(texts, key=len)


def _form_text(form: Form, depth: int) -> str:
    if len(form) > _MOST_TERMS or depth > _DEEPEST:
        raise _NoClosedForm
    if len(form) > 1 and all(len(m) == 1 and m[0][0].name == "ln integer" and m[0][1:] == (1, 1) for m in form):
        return _logarithm_text(form)
    terms = sorted(form.items(), key=lambda term: (term[1] < 0, term_key(term[0])))
    common = lcm(*(int(c.q) for _, c in terms))
    if len(terms) == 1 or common == 1 or any(numerator < 0 for m, _ in terms for _, numerator, _ in m):
        return _joined([_term_text(monomial, c, depth) for monomial, c in terms])
    return f"({_joined([_term_text(monomial, c * common, depth) for monomial, c in terms])})/{common}"


def _joined(terms: list[str]) -> str:
    text = terms[0]
    for term in terms[1:]:
        text += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
    return text


def _term_text(monomial: Monomial, c: fmpq, depth: int) -> str:
    """A rational multiple of a product of powers: everything with a negative exponent stands below the line."""
    if c.height_bits() > _LONGEST_NUMBER:
        raise _NoClosedForm
    above = _product_texts([(base, p, q) for base, p, q in monomial if p > 0], depth)
    below = _product_texts([(base, -p, q) for base, p, q in monomial if p < 0], depth)
    numerator = abs(int(c.p))
    if numerator != 1 or not above:
        above.insert(0, str(numerator))
    if c.q != 1:
        below.insert(0, str(int(c.q)))
    text = "*".join(above)
    if below:
        divisor = "*".join(below)
        text += f"/({divisor})" if len(below) > 1 else f"/{divisor}"
    return f"-{text}" if c < 0 else text


def _product_texts(factors: list[tuple[Atom, int, int]], depth: int) -> list[str]:
    """The factors of a product; roots of one degree under one root sign."""
    radicands: dict[int, int] = {}
    texts = []
    for base, numerator, denominator in sorted(factors, key=lambda factor: factor_key(factor[0])):
        if base.name == "integer" and numerator < denominator <= _LONGEST_NUMBER:
            radicands[denominator] = radicands.get(denominator, 1) * int(base.parameters[0]) ** numerator
        else:
            texts.append(_power_text(base, numerator, denominator, depth))
    return [_root_text(str(radicand), 1, degree) for degree, radicand in sorted(radicands.items())] + texts


def _power_text(base: Atom, numerator: int, denominator: int, depth: int) -> str:
    if base.name == "exp":
        monomial = next(iter(base.arguments[0].form))
        exponent = _sum_text(Real({monomial: fmpq(numerator, denominator)}), depth + 1)
        return f"e^{exponent}" if exponent.isidentifier() else f"e^({exponent})"
    if base.name == "integer" and numerator >= denominator:
        raise _NoClosedForm  # a whole power too large to be written out
    text = _atom_text(base, depth)
    return text if numerator == denominator else _root_text(text, numerator, denominator)


def _root_text(text: str, numerator: int, denominator: int) -> str:
    """text^(numerator/denominator)."""
    if numerator == 1 and denominator in (2, 3) and text != "e":
        inner = text[1:-1] if text.startswith("(") else text
        return f"{'sqrt' if denominator == 2 else 'cbrt'}({inner})"
    return f"{text}^{numerator}" if denominator == 1 else f"{text}^({numerator}/{denominator})"


def _atom_text(base: Atom, depth: int) -> str:
    if base.name in CONSTANTS:
        return base.name
    if base.name in ("integer", "ln integer"):
        number = int(base.parameters[0])
        if number.bit_length() > _LONGEST_NUMBER:
            raise _NoClosedForm
        return str(number) if base.name == "integer" else f"ln({number})"
    if base.name == "cos pi":
        return f"cos({_fraction_of_pi(*base.parameters)})"
    if base.name == "gaussian argument":
        return f"atan({_rational_text(ratio(*base.parameters))})"
    if base.name in _FUNCTIONS:
        return f"{base.name}({_argument_text(base, depth)})"
    if base.name == "base":
        return f"({_argument_text(base, depth)})"
    raise _NoClosedForm


def _argument_text(base: Atom, depth: int) -> str:
    argument = base.arguments[0]
    if all(not monomial for monomial in argument.form):
        return _rational_text(from_coefficient(next(iter(argument.form.values()), fmpq(0))))
    return _sum_text(argument, depth + 1)


def _fraction_of_pi(numerator: int, denominator: int) -> str:
    above = "pi" if numerator == 1 else f"{numerator}*pi"
    return f"{above}/{denominator}"


def _logarithm_text(form: Form) -> str:
    """q1 ln a1 + q2 ln a2 + ... as one logarithm: ln(6), 2*ln(2/3), ln(6)/2."""
    common = lcm(*(int(c.q) for c in form.values()))
    exponents = {monomial[0][0].parameters[0]: int(c.p) * (common // int(c.q)) for monomial, c in form.items()}
    shared = gcd(*exponents.values())
    if sum(abs(exponent) // shared * base.bit_length() for base, exponent in exponents.items()) > _LONGEST_NUMBER:
        raise _NoClosedForm
    above = prod(base ** (exponent // shared) for base, exponent in exponents.items() if exponent > 0)
    below = prod(base ** (-exponent // shared) for base, exponent in exponents.items() if exponent < 0)
    sign = ""
    if above < below:
        sign, above, below = "-", below, above
    argument = str(above) if below == 1 else f"{above}/{below}"
    scale = fmpq(shared, common)
    text = f"ln({argument})" if scale.p == 1 else f"{scale.p}*ln({argument})"
    return sign + (text if scale.q == 1 else f"{text}/{scale.q}")


def _rational_text(number: int | Rational) -> str:
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > 3 * _LONGEST_NUMBER:
        raise _NoClosedForm
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"
