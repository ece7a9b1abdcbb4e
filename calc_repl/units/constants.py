"""Physical constants by name, from CODATA 2022 and, for the sky, resolution B3 of 2015 of the IAU.

The SI fixes seven of them, and those made of these are exact too; the others
have been measured, which shows as the standard uncertainty of the last digits.
The masses of the sun, the earth and Jupiter are their nominal mass parameters
divided by the constant of gravitation. Wien's constant is exact but no fraction:
it has the digits it is given with.
"""

from __future__ import annotations

from calc_repl.units import expressions, table
from calc_repl.values.units import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from calc_repl.values.rational import Number, Rational

#: A row: names | value in units of the SI | unit | what it is.
_CONSTANTS = """
c speed_of_light lightspeed | 299792458 | m/s | The speed of light in vacuum
h_planck planck_constant planck | 6.62607015e-34 | J s | The Planck constant
ħ hbar reduced_planck_constant | h_planck/(2 pi) | J s | The Planck constant divided by 2 pi
q_e elementary_charge | 1.602176634e-19 | C | The charge of a proton
k_B boltzmann_constant boltzmann | 1.380649e-23 | J/K | The Boltzmann constant
N_A avogadro_constant avogadro | 6.02214076e23 | 1/mol | The particles in a mole
R_gas gas_constant molar_gas_constant | N_A k_B | J/(mol K) | The molar gas constant
faraday_constant | N_A q_e | C/mol | The charge of a mole of protons
σ_SB sigma_SB sigma_sb stefan_boltzmann_constant | 2 pi^5 k_B^4/(15 h_planck^3 c^2) | W/(m^2 K^4)\
 | The constant of the radiated power of a black body
wien_b wien_displacement_constant | h_planck c/(k_B 4.9651142317442763036987591313228939440555849867972509728(1))\
 | m K | The wavelength a black body radiates most in, times its temperature
first_radiation_constant | 2 pi h_planck c^2 | W m^2 | The first radiation constant
second_radiation_constant | h_planck c/k_B | m K | The second radiation constant
phi_0 φ_0 magnetic_flux_quantum | h_planck/(2 q_e) | Wb | The quantum of magnetic flux
K_J josephson_constant | 2 q_e/h_planck | Hz/V | The Josephson constant
R_K von_klitzing_constant | h_planck/q_e^2 | Ω | The von Klitzing constant
conductance_quantum | 2 q_e^2/h_planck | S | The quantum of conductance
g_0 g0 g_n gee standard_gravity | 9.80665 | m/s^2 | The standard acceleration of free fall
G_N gravitational_constant newtonian_constant | 6.67430(15)e-11 | m^3/(kg s^2) | The constant of gravitation
m_e electron_mass | 9.1093837139(28)e-31 | kg | The mass of an electron
m_p proton_mass | 1.67262192595(52)e-27 | kg | The mass of a proton
m_n neutron_mass | 1.67492750056(85)e-27 | kg | The mass of a neutron
m_mu m_μ muon_mass | 1.883531627(42)e-28 | kg | The mass of a muon
deuteron_mass | 3.3435837768(10)e-27 | kg | The mass of a deuteron
alpha_particle_mass | 6.6446573450(21)e-27 | kg | The mass of an alpha particle
eps0 ε0 epsilon_0 ε_0 vacuum_permittivity | 8.8541878188(14)e-12 | F/m | The permittivity of vacuum
mu0 μ0 mu_0 μ_0 vacuum_permeability | 1.25663706127(20)e-6 | N/A^2 | The permeability of vacuum
vacuum_impedance | 376.730313412(59) | Ω | The impedance of vacuum
alpha_fs fine_structure_constant | 7.2973525643(11)e-3 | | The fine-structure constant
R_inf R_∞ rydberg_constant | 10973731.568157(12) | 1/m | The Rydberg constant
a_0 a0 bohr_radius | 5.29177210544(82)e-11 | m | The Bohr radius
classical_electron_radius | 2.8179403205(13)e-15 | m | The classical radius of an electron
compton_wavelength | 2.42631023538(76)e-12 | m | The Compton wavelength of an electron
thomson_cross_section | 6.6524587051(62)e-29 | m^2 | The Thomson cross section
mu_B μ_B bohr_magneton | 9.2740100657(29)e-24 | J/T | The Bohr magneton
mu_N μ_N nuclear_magneton | 5.0507837393(16)e-27 | J/T | The nuclear magneton
planck_length | 1.616255(18)e-35 | m | The Planck length
planck_mass | 2.176434(24)e-8 | kg | The Planck mass
planck_time | 5.391247(60)e-44 | s | The Planck time
planck_temperature | 1.416784(16)e32 | K | The Planck temperature
solar_mass | 1.3271244e20/G_N | kg | The nominal mass of the sun
solar_radius | 695700000 | m | The nominal radius of the sun
solar_luminosity | 3.828e26 | W | The nominal luminosity of the sun
earth_mass | 3.986004e14/G_N | kg | The nominal mass of the earth
earth_radius | 6378100 | m | The nominal radius of the earth at its equator
jupiter_mass | 1.2668653e17/G_N | kg | The nominal mass of Jupiter
jupiter_radius | 71492000 | m | The nominal radius of Jupiter at its equator
"""


class PhysicalConstant:
    """A constant: `value * pi^pi_power` of its unit, which is one of the SI.

    `uncertainty` is the relative standard uncertainty of what has been measured,
    else None. `unit` lists the factors of the unit; `sentence` says what the
    constant is.
    """

    __slots__ = ("name", "pi_power", "sentence", "uncertainty", "unit", "value")

    def __init__(
        self,
        name: str,
        value: Number,
        pi_power: int,
        uncertainty: Rational | None,
        unit: list[tuple[Unit, int]],
        sentence: str,
    ) -> None:
        self.name = name
        self.value = value
        self.pi_power = pi_power
        self.uncertainty = uncertainty
        self.unit = unit
        self.sentence = sentence


_rows = {name: line for line in _CONSTANTS.strip().split("\n") for name in line.partition("|")[0].split()}
_found: dict[str, PhysicalConstant] = {}


def constant(name: str) -> PhysicalConstant | None:
    """The physical constant of a name, or None."""
    found = _found.get(name)
    if found is None and name in _rows:
        _, value, unit, meaning = (column.strip() for column in _rows[name].split("|"))
        worth = expressions.evaluate(value, _worth)
        factors = expressions.factors(unit, table.defined) if unit else []
        found = PhysicalConstant(
            name=name,
            value=worth.scale,
            pi_power=worth.pi_power,
            uncertainty=worth.uncertainty,
            unit=[(factor, exponent) for factor, exponent in factors if factor.dimension],
            sentence=f"{meaning}: {_amount(value, unit)}.",
        )
        _found[name] = found
    return found


def names() -> list[str]:
    """Every name of a constant."""
    return list(_rows)


def _worth(name: str) -> Unit:
    """The value of another constant, as a unit of nothing."""
    other = constant(name)
    if other is None:
        raise ValueError(name)
    return Unit(name, other.value, (), pi_power=other.pi_power, uncertainty=other.uncertainty)


def _amount(value: str, unit: str) -> str:
    if not unit:
        return value
    is_number = "/" not in value and " " not in value
    return f"{value} {unit}" if is_number else f"{value}, in {unit}"
