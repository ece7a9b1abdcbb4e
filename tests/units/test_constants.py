"""The physical constants: their digits, and the laws that join them."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest

from calc_repl.units import constants, table
from calc_repl.units.constants import PhysicalConstant
from calc_repl.values import rational
from calc_repl.values.units import dimension_of

#: Exact constants, by the digits NIST publishes for them.
EXACT = [
    ("c", "299792458"),
    ("h_planck", "6.62607015e-34"),
    ("hbar", "1.054571817e-34"),
    ("q_e", "1.602176634e-19"),
    ("k_B", "1.380649e-23"),
    ("N_A", "6.02214076e23"),
    ("R_gas", "8.31446261815324"),
    ("faraday_constant", "96485.33212"),
    ("stefan_boltzmann_constant", "5.670374419e-8"),
    ("wien_b", "2.897771955e-3"),
    ("first_radiation_constant", "3.741771852e-16"),
    ("second_radiation_constant", "1.438776877e-2"),
    ("magnetic_flux_quantum", "2.067833848e-15"),
    ("K_J", "483597.8484e9"),
    ("R_K", "25812.80745"),
    ("conductance_quantum", "7.748091729e-5"),
    ("g_0", "9.80665"),
]

#: Measured constants, with what follows for them from others.
LAWS = [
    ("mu_0", "2*alpha_fs*h_planck/(q_e**2*c)"),
    ("eps0", "1/(mu_0*c**2)"),
    ("vacuum_impedance", "mu_0*c"),
    ("alpha_fs", "sqrt(2*h_planck*R_inf/(m_e*c))"),
    ("a_0", "alpha_fs/(4*pi*R_inf)"),
    ("classical_electron_radius", "alpha_fs**2*a_0"),
    ("compton_wavelength", "h_planck/(m_e*c)"),
    ("thomson_cross_section", "8*pi/3*classical_electron_radius**2"),
    ("mu_B", "q_e*hbar/(2*m_e)"),
    ("mu_N", "q_e*hbar/(2*m_p)"),
    ("planck_mass", "sqrt(hbar*c/G_N)"),
    ("planck_length", "sqrt(hbar*G_N/c**3)"),
    ("planck_time", "sqrt(hbar*G_N/c**5)"),
    ("planck_temperature", "planck_mass*c**2/k_B"),
]

#: What one word and another call alike.
SAME = [
    *("c speed_of_light", "h_planck planck_constant planck", "hbar ħ reduced_planck_constant", "q_e elementary_charge"),
    *("k_B boltzmann_constant", "N_A avogadro_constant avogadro", "R_gas gas_constant", "g0 g_0 standard_gravity"),
    *("G_N gravitational_constant", "m_e electron_mass", "m_p proton_mass", "m_n neutron_mass", "mu0 μ0 mu_0"),
    *("eps0 ε0 epsilon_0 vacuum_permittivity", "alpha_fs fine_structure_constant", "R_inf rydberg_constant"),
    *("a_0 bohr_radius", "mu_B bohr_magneton", "sigma_SB σ_SB sigma_sb stefan_boltzmann_constant"),
    *("wien_b wien_displacement_constant", "phi_0 magnetic_flux_quantum", "K_J josephson_constant"),
]


def of(name: str) -> PhysicalConstant:
    found = constants.constant(name)
    assert found is not None, name
    return found


def number(name: str) -> mpmath.mpf:
    found = of(name)
    value = rational.fraction(found.value)
    return mpmath.mpf(value.numerator) / value.denominator * mpmath.pi**found.pi_power


@pytest.mark.parametrize(("name", "digits"), EXACT, ids=[row[0] for row in EXACT])
def test_exact_constants(name: str, digits: str) -> None:
    last = mpmath.mpf(10) ** (int(mpmath.floor(mpmath.log10(mpmath.mpf(digits)))) - len(digits.split("e")[0]) + 2)
    assert 0 <= number(name) - mpmath.mpf(digits) < last  # published digits are cut, not rounded
    assert name == "wien_b" or of(name).uncertainty is None


def test_wiens_constant_has_all_its_digits() -> None:
    with mpmath.workdps(80):
        x = 5 + mpmath.lambertw(-5 * mpmath.exp(-5))
        exact = number("h_planck") * number("c") / (number("k_B") * x.real)
        uncertainty = of("wien_b").uncertainty
        assert uncertainty is not None
        error = abs(number("wien_b") / exact - 1)
        assert error < mpmath.mpf(uncertainty.numerator) / uncertainty.denominator < mpmath.mpf("1e-50")


@pytest.mark.parametrize(("name", "law"), LAWS, ids=[row[0] for row in LAWS])
def test_measured_constants_obey_the_laws(name: str, law: str) -> None:
    names = {other: number(other) for other in constants.names() if other.isascii()}
    expected = eval(law, {"pi": mpmath.pi, "sqrt": mpmath.sqrt, **names})
    uncertainty = of(name).uncertainty
    assert uncertainty is not None
    assert abs(number(name) / expected - 1) < 2 * float(uncertainty)


@pytest.mark.parametrize(
    ("name", "law"),
    [("Ry", "h_planck*c*R_inf"), ("hartree", "2*h_planck*c*R_inf"), ("bohr", "a_0")],
)
def test_measured_units_agree_with_the_constants(name: str, law: str) -> None:
    unit = table.find(name)
    assert unit is not None
    assert unit.uncertainty is not None
    expected = eval(law, {other: number(other) for other in ("h_planck", "c", "R_inf", "a_0")})
    assert abs(float(rational.fraction(unit.scale)) / float(expected) - 1) < 2 * float(unit.uncertainty)


@pytest.mark.parametrize(
    ("name", "uncertainty"),
    [
        ("G_N", "2.2e-5"),
        ("m_e", "3.1e-10"),
        ("m_p", "3.1e-10"),
        ("m_n", "5.1e-10"),
        ("muon_mass", "2.2e-8"),
        ("eps0", "1.6e-10"),
        ("mu_0", "1.6e-10"),
        ("alpha_fs", "1.5e-10"),
        ("R_inf", "1.1e-12"),
        ("a_0", "1.5e-10"),
        ("mu_B", "3.1e-10"),
        ("planck_mass", "1.1e-5"),
        ("solar_mass", "2.2e-5"),
        ("earth_mass", "2.2e-5"),
    ],
)
def test_uncertainties(name: str, uncertainty: str) -> None:
    found = of(name).uncertainty
    assert found is not None
    assert f"{float(found):.1e}" == f"{float(uncertainty):.1e}"


@pytest.mark.parametrize("names", SAME)
def test_other_names(names: str) -> None:
    first, *others = (of(name) for name in names.split())
    for other in others:
        assert (other.value, other.pi_power, other.uncertainty) == (first.value, first.pi_power, first.uncertainty)
        assert other.sentence == first.sentence


@pytest.mark.parametrize("name", constants.names())
def test_every_constant_is_worked_out(name: str) -> None:
    found = of(name)
    assert constants.constant(name) is found
    assert found.name == name
    assert found.value != 0
    assert all(unit.is_coherent and unit.dimension for unit, _ in found.unit)
    assert found.sentence.endswith(".")


def test_units_of_constants() -> None:
    assert [(unit.name, exponent) for unit, exponent in of("G_N").unit] == [("m", 3), ("kg", -1), ("s", -2)]
    assert [(unit.name, exponent) for unit, exponent in of("N_A").unit] == [("mol", -1)]
    assert of("alpha_fs").unit == []
    of_sigma = dimension_of((unit.dimension, exponent) for unit, exponent in of("sigma_SB").unit)
    assert of_sigma == (("mass", 1), ("temperature", -4), ("time", -3))
    assert rational.fraction(of("solar_radius").value) == Fraction(695_700_000)


@pytest.mark.parametrize("name", ["", "e", "pi", "g", "G", "h", "k", "R", "foo", "m"])
def test_other_names_are_no_constants(name: str) -> None:
    assert constants.constant(name) is None
