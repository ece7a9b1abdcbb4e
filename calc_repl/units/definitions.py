"""What every unit is worth, kind by kind; `table` reads this.

A row gives the symbols, the long names and the definition of one unit:

    ft ′ | foot/feet | 12 in

The plural of a long name stands behind a slash; without one it ends in s. A
definition is a product and quotient of numbers, pi, `ln` or `sqrt` of a number,
and names of units, with `[length]` for the base unit of a quantity; digits in
brackets behind a number are the standard uncertainty of its last ones. A scale
whose zero is elsewhere than that of its unit tells it in a fourth column, and one
of levels what its zero is the level of.

Marks behind a name say which prefixes it takes, short ones a symbol and long
ones a name:

    *        every one of the SI
    +        those of the SI that are powers of a thousand
    #        those for a thousand and up, and the binary ones
    [mμk]    these, and [+h] those and these; a ~ before the name: it is nothing without one of them

Prefixes are given where somebody writes them, not where they could be written,
so that few short names are taken from the user.

Sources: SI brochure, 9th edition (2019); NIST Special Publication 811, appendix
B, and Handbook 44, appendix C; for the international yard and pound the
agreement of 1959; for astronomy the resolutions B2 of 2012 and B2 of 2015 of the
IAU; for what is measured CODATA 2022. Since 2023 the foot and all that is made of
it are the international ones; the survey foot has its own name.
"""

#: Kind of quantity -> rows. All units of a kind have one dimension.
DEFINITIONS = {
    "length": """
m* | metre* meter* | [length]
au AU | astronomical_unit | 149597870700 m
ly[kMG] lyr | light_year[kMG] lightyear | 299792458 m/s * 365.25 d
 | light_second lightsecond | 299792458 m
 | light_minute lightminute | 60 light_second
 | light_hour | 3600 light_second
 | light_day | 86400 light_second
pc[mkMG] | parsec[mkMG] | 648000/pi au
Å | angstrom | 1e-10 m
 | micron | 1e-6 m
 | fermi | 1e-15 m
 | bohr | 5.29177210544(82)e-11 m
in[μ] ″ | inch[μ]/inches | 2.54 cm
ft ′ | foot/feet | 12 in
yd yds | yard | 3 ft
mi | mile statute_mile | 1760 yd
thou mil mils | thou/thous | in/1000
 | hand | 4 in
 | span | 9 in
 | cubit | 18 in
 | ell | 45 in
 | fathom | 6 ft
 | smoot | 67 in
 | barleycorn | in/3
rd | rod pole perch/perches | 16.5 ft
ch | chain | 22 yd
li | link | chain/100
fur | furlong | 220 yd
 | league | 3 mi
 | survey_foot/survey_feet US_survey_foot/US_survey_feet us_survey_foot/us_survey_feet | 1200/3937 m
 | survey_mile US_survey_mile | 5280 survey_foot
nmi NM | nautical_mile nauticalmile | 1852 m
 | cable | nmi/10
 | pica | in/6
 | point | in/72
 | twip | point/20
px | pixel | in/96
 | rack_unit rackunit | 1.75 in
""",
    "area": """
m2 sqm | square_metre square_meter | m^2
km2 sqkm | square_kilometre square_kilometer | km^2
dm2 | square_decimetre square_decimeter | dm^2
cm2 sqcm | square_centimetre square_centimeter | cm^2
mm2 sqmm | square_millimetre square_millimeter | mm^2
μm2 um2 | square_micrometre square_micrometer | μm^2
sqft sq_ft ft2 | square_foot/square_feet | ft^2
sqin sq_in in2 | square_inch/square_inches | in^2
sqyd sq_yd yd2 | square_yard | yd^2
sqmi sq_mi mi2 | square_mile | mi^2
 | are | 100 m^2
ha | hectare | 10000 m^2
 | dunam | 1000 m^2
ac | acre | 43560 ft^2
 | rood | acre/4
 | circular_mil | pi/4 mil^2
 | barn[kmμnpf] | 1e-28 m^2
""",
    "volume": """
L[pnμmcdhkMG] l[pnμmcdhk] | litre* liter* | dm^3
m3 cbm | cubic_metre cubic_meter | m^3
km3 | cubic_kilometre cubic_kilometer | km^3
dm3 | cubic_decimetre cubic_decimeter | dm^3
cm3 cc ccm | cubic_centimetre cubic_centimeter | cm^3
mm3 | cubic_millimetre cubic_millimeter | mm^3
μm3 um3 | cubic_micrometre cubic_micrometer | μm^3
 | stere | m^3
cuft cu_ft ft3 | cubic_foot/cubic_feet | ft^3
cuin cu_in in3 | cubic_inch/cubic_inches | in^3
cuyd cu_yd yd3 | cubic_yard | yd^3
cumi cu_mi mi3 | cubic_mile | mi^3
gal gal_US | gallon US_gallon us_gallon | 231 in^3
qt | quart US_quart us_quart | gal/4
pt | pint US_pint us_pint | gal/8
 | cup US_cup us_cup | gal/16
gi | gill US_gill | gal/32
floz fl_oz | fluid_ounce fluidounce US_fluid_ounce us_fluid_ounce | gal/128
tbsp tbs | tablespoon US_tablespoon | floz/2
tsp | teaspoon US_teaspoon | floz/6
fldr | fluid_dram fluidram | floz/8
 | minim | floz/480
 | shot jigger | 1.5 floz
 | metric_cup | 250 mL
 | metric_tablespoon | 15 mL
 | metric_teaspoon | 5 mL
bbl | barrel oil_barrel | 42 gal
 | US_liquid_barrel | 31.5 gal
 | beer_barrel | 31 gal
 | hogshead | 63 gal
 | tun | 252 gal
bu | bushel US_bushel | 2150.42 in^3
pk | peck US_peck | bu/4
 | dry_gallon US_dry_gallon | bu/8
 | dry_quart US_dry_quart | bu/32
 | dry_pint US_dry_pint | bu/64
 | dry_barrel US_dry_barrel | 7056 in^3
imp_gal gal_UK | imperial_gallon UK_gallon uk_gallon | 4.54609 L
 | imperial_quart UK_quart uk_quart | imperial_gallon/4
imp_pt imp_pint | imperial_pint UK_pint uk_pint | imperial_gallon/8
 | imperial_cup UK_cup uk_cup | imperial_gallon/16
 | imperial_gill UK_gill | imperial_gallon/32
imp_floz | imperial_fluid_ounce UK_fluid_ounce uk_fluid_ounce | imperial_gallon/160
 | imperial_barrel UK_barrel | 36 imperial_gallon
 | imperial_bushel UK_bushel | 8 imperial_gallon
 | imperial_peck UK_peck | 2 imperial_gallon
 | acre_foot/acre_feet | acre ft
 | board_foot/board_feet | 144 in^3
 | cord | 128 ft^3
""",
    "mass": """
g* | gram* gramme* | [mass]/1000
t[MG] | tonne[kMG] ton[kMG] metric_ton | 1000 kg
mcg | | 1e-6 g
 | quintal | 100 kg
ct | carat | 200 mg
Da[kMG] u | dalton[kMG] atomic_mass_unit | 1.66053906892(52)e-27 kg
amu | amu/amu | Da
lb lbs lbm | pound/pounds avoirdupois_pound | 0.45359237 kg
oz ozs | ounce avoirdupois_ounce | lb/16
 | dram | oz/16
gr | grain | lb/7000
st | stone/stone stones/stones | 14 lb
cwt | hundredweight short_hundredweight | 100 lb
 | long_hundredweight | 112 lb
 | short_ton US_ton us_ton | 2000 lb
 | long_ton UK_ton imperial_ton | 2240 lb
ozt | troy_ounce | 480 gr
 | troy_pound | 12 ozt
dwt | pennyweight | 24 gr
 | scruple | 20 gr
 | slug | lbf s^2/ft
""",
    "time": """
s[mμnpfkMGTPEZYRQ] | second+ | [time]
sec[mμn] secs | | s
min mins | minute | 60 s
h hr hrs | hour | 60 min
d | day | 24 h
wk wks | week | 7 d
 | fortnight | 14 d
mo mos | month | year/12
yr[kMG] a[kMG] yrs | year[kMG] julian_year | 365.25 d
 | gregorian_year | 365.2425 d
 | common_year | 365 d
 | leap_year | 366 d
 | tropical_year | 365.24219(1) d
 | sidereal_year | 365.256363(1) d
 | sidereal_day | 86164.0905(1) s
 | synodic_month lunar_month | 29.530589(1) d
 | decade | 10 year
 | century/centuries | 100 year
 | millennium/millennia | 1000 year
 | jiffy/jiffies | s/100
 | shake | 10 ns
 | svedberg | 1e-13 s
""",
    "speed": """
mph | | mi/h
kmh kph kmph | | km/h
mps | | m/s
fps | | ft/s
fpm | | ft/min
ips | | in/s
kn kt kts | knot | nmi/h
""",
    "acceleration": """
Gal[mμ] | galileo | cm/s^2
""",
    "frequency": """
Hz+ | hertz+/hertz | 1/s
rps | | turn/s
rpm | | turn/min
bpm | | 1/min
cps | | 1/s
Bd[kMG] | baud[kMG]/baud | 1/s
""",
    "force": """
N[+cd] | newton+ | kg m/s^2
daN | decanewton | 10 N
dyn | dyne[kM] | 1e-5 N
gf | gram_force/grams_force pond | 9.80665 mN
kgf kp | kilogram_force/kilograms_force kilopond | 9.80665 N
 | tonne_force/tonnes_force ton_force/tons_force | 1000 kgf
lbf | pound_force/pounds_force | 9.80665 lb m/s^2
ozf | ounce_force/ounces_force | lbf/16
pdl | poundal | lb ft/s^2
 | kip | 1000 lbf
""",
    "pressure": """
Pa[+h] | pascal[+h] | N/m^2
bar[μmdkMG] | bar[μmdkMG] | 1e5 Pa
 | barye | 0.1 Pa
atm[mμk] | atmosphere standard_atmosphere | 101325 Pa
at | technical_atmosphere | kgf/cm^2
Torr[mμ] torr[mμ] | torr/torr | atm/760
mmHg | | 133.322387415 Pa
cmHg | | 10 mmHg
inHg | | 25.4 mmHg
mmH2O | | 9.80665 Pa
cmH2O | | 98.0665 Pa
mH2O | | 9806.65 Pa
inH2O | | 2.54 cmH2O
ftH2O | | 12 inH2O
psi[kM] | | lbf/in^2
ksi | | 1000 psi
psf | | lbf/ft^2
""",
    "energy": """
J+ | joule+ | N m
eV+ | electronvolt+ electron_volt+ | 1.602176634e-19 J
Wh[mμkMGTP] | watt_hour[mkMGTP] watthour[mkMGTP] | W h
cal[mkMG] | calorie[kM] | 4.184 J
Cal | Calorie food_calorie | 4184 J
 | international_calorie | 4.1868 J
BTU[k] Btu[k] btu | british_thermal_unit | 1055.05585262 J
MMBTU MMBtu mmbtu | | 1e6 BTU
 | thermochemical_BTU | 5/9 cal lb/g
thm | therm | 100000 BTU
 | quad | 1e15 BTU
erg | erg | 1e-7 J
toe[kMG] | tonne_of_oil_equivalent/tonnes_of_oil_equivalent | 41.868 GJ
tce[kMG] | tonne_of_coal_equivalent/tonnes_of_coal_equivalent | 29.3076 GJ
tTNT[kMG] | ton_of_TNT/tons_of_TNT ton_TNT[kM]/tons_TNT | 4.184 GJ
ft_lb ftlb ft_lbf | foot_pound | ft lbf
in_lb in_lbf | inch_pound | in lbf
hph | horsepower_hour | hp h
Ry | rydberg | 2.1798723611030(24)e-18 J
Eh E_h | hartree | 4.3597447222060(48)e-18 J
""",
    "power": """
W+ | watt+ | J/s
hp bhp | horsepower/horsepower mechanical_horsepower/mechanical_horsepower | 550 ft lbf/s
PS | metric_horsepower/metric_horsepower | 75 kgf m/s
 | electric_horsepower/electric_horsepower | 746 W
VA[mkMG] | volt_ampere[kM] | V A
~var[mkMG] | | V A
 | refrigeration_ton ton_of_refrigeration/tons_of_refrigeration ton_refrigeration/tons_refrigeration | 12000 BTU/h
""",
    "current": """
A+ | ampere+ amp+ | [current]
 | biot abampere | 10 A
""",
    "charge": """
C+ | coulomb+ | A s
Ah[mμk] | ampere_hour[mk] amp_hour[mk] | A h
 | franklin statcoulomb | C/2997924580
""",
    "voltage": """
V+ | volt+ | W/A
 | statvolt | 299.792458 V
""",
    "capacitance": """
F+ | farad+ | C/V
""",
    "resistance": """
Ω+ ohm+ | ohm+ | V/A
""",
    "conductance": """
S+ | siemens+/siemens | A/V
 | mho | A/V
""",
    "magnetic flux": """
Wb+ | weber+ | V s
Mx | maxwell[kM] | 1e-8 Wb
""",
    "magnetic flux density": """
T+ | tesla+ | Wb/m^2
G[μmkM] Gs[mk] | gauss[μmkM]/gauss | 1e-4 T
""",
    "magnetic field strength": """
Oe[mk] | oersted[mk] | 250/pi A/m
""",
    "inductance": """
H+ | henry+/henries henrys/henrys | Wb/A
""",
    "dipole moment": """
D | debye | 1e-21/299792458 C m
""",
    "temperature": """
K+ | kelvin+/kelvin kelvins/kelvins | [temperature]
°C degC oC | celsius/celsius degree_celsius/degrees_celsius centigrade/centigrade | K | 273.15
°F degF oF | fahrenheit/fahrenheit degree_fahrenheit/degrees_fahrenheit | 5/9 K | 459.67*5/9
°R degR | rankine/rankine degree_rankine/degrees_rankine | 5/9 K
degRe | reaumur/reaumur degree_reaumur/degrees_reaumur | 5/4 K | 273.15
Δ°C delta_degC ΔdegC ΔC delta_C | | K
Δ°F delta_degF ΔdegF ΔF delta_F | | 5/9 K
""",
    "amount of substance": """
mol+ | mole+ | [amount]
""",
    "concentration": """
~M[mμnpf] | molar[mμnpf]/molar | mol/L
""",
    "molality": """
 | molal[mμ]/molal | mol/kg
""",
    "catalytic activity": """
kat+ | katal+ | mol/s
 | enzyme_unit | 1e-6 mol/min
""",
    "luminous intensity": """
cd+ | candela+ | [luminosity]
lm+ | lumen+ | cd sr
""",
    "illuminance": """
lx+ | lux+/lux | lm/m^2
 | phot | 1e4 lx
fc | footcandle foot_candle | lm/ft^2
""",
    "luminance": """
nt | nit | cd/m^2
 | stilb | cd/cm^2
 | lambert | 1/pi cd/cm^2
 | footlambert foot_lambert | 1/pi cd/ft^2
""",
    "luminous energy": """
 | talbot | lm s
""",
    "radioactivity": """
Bq+ | becquerel+ | 1/s
Ci[mμnpkM] | curie[mμnpkM] | 3.7e10 Bq
 | rutherford | 1e6 Bq
""",
    "absorbed dose": """
Gy+ | gray+ | J/kg
""",
    "equivalent dose": """
Sv+ | sievert+ | J/kg
rem[mμk] | | Sv/100
""",
    "exposure": """
R[mμk] | roentgen[mμ] | 2.58e-4 C/kg
""",
    "information": """
bit# b# | bit# | [information]
B# | byte# octet# | 8 bit
 | nibble nybble | 4 bit
 | shannon | bit
""",
    "data rate": """
bps[kMGTP] | | bit/s
Bps[kMGTP] | | B/s
""",
    "angle": """
rad+ | radian+ | 1
° deg degs | degree arcdegree | pi/180 rad
arcmin arcmins | arcminute minute_of_arc/minutes_of_arc | deg/60
arcsec[mμ] arcsecs | arcsecond[mμ] second_of_arc/seconds_of_arc | deg/3600
mas | | arcsec/1000
μas uas | | arcsec/1e6
grad gon | gradian gon | pi/200 rad
turn rev | turn revolution cycle | 2 pi rad
 | right_angle quadrant | turn/4
 | angular_mil | turn/6400
""",
    "solid angle": """
sr[mμ] | steradian[mμ] | 1
 | square_degree | pi^2/32400 sr
 | spat | 4 pi sr
""",
    "ratio": """
pct | percent/percent | 1/100
 | dot | 1
‰ | permille/permille permil/permil per_mille/per_mille | 1/1000
bp | basis_point | 1/10000
pcm | per_cent_mille/per_cent_mille | 1e-5
ppm | part_per_million/parts_per_million | 1e-6
ppb | part_per_billion/parts_per_billion | 1e-9
ppt | part_per_trillion/parts_per_trillion | 1e-12
""",
    "wavenumber": """
dpt | diopter[m] dioptre[m] | 1/m
 | kayser | 1/cm
dpi ppi | | 1/in
""",
    "relative level": """
dB | decibel | [level]
 | bel | 10 dB
Np | neper | 20/ln(10) dB
""",
    "power level": """
dBW | | [power_level] | 1 W
dBm | | [power_level] | 1 mW
""",
    "voltage level": """
dBV | | [voltage_level] | 1 V
dBmV | | [voltage_level] | 1 mV
dBμV dBuV | | [voltage_level] | 1 μV
dBu | | [voltage_level] | sqrt(0.6) V
""",
    "pressure level": """
dBPa | | [pressure_level] | 1 Pa
dB_SPL dBSPL | | [pressure_level] | 20 μPa
""",
    "viscosity": """
P[cmμd] | poise[cmμd]/poise poises/poises | 0.1 Pa s
 | reyn | psi s
""",
    "kinematic viscosity": """
St[cmμ] | stokes[cmμ]/stokes | cm^2/s
""",
    "flow": """
cfm | | ft^3/min
cfs | | ft^3/s
gpm | | gal/min
 | sverdrup | 1e6 m^3/s
""",
    "fuel economy": """
mpg | | mi/gal
kmpl | | km/L
mpg_UK mpg_uk mpg_imp | imperial_mpg/imperial_mpg UK_mpg/UK_mpg | mi/imperial_gallon
""",
    "mass per length": """
tex[dmk] | tex[dmk]/tex | g/km
 | denier | g/(9 km)
""",
    "mass per area": """
gsm | | g/m^2
""",
    "density": """
pcf | | lb/ft^3
""",
    "permeability": """
 | darcy[mμ]/darcies darcys/darcys | cP cm^2/(s atm)
""",
    "spectral flux density": """
Jy[μmnk] | jansky[μmnk]/janskys | 1e-26 W/(m^2 Hz)
""",
    "energy per area": """
 | langley | cal/cm^2
""",
    "thermal insulation": """
 | clo/clo | 0.155 K m^2/W
""",
}
