"""The units and currencies that amounts are stated in, and the words for them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from types import MappingProxyType

THOUSAND, MILLION, BILLION = Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000)

# One line a unit: its key, and the words for it. `x1000 kt` means that the word stands for 1,000 of the unit.
# Letter case counts for words of one to three letters: `Mt` is a million tonnes, `mt` a metric tonne.
_WORDS = """
percent                %, percent, per cent, pct
percentage-point       percentage point, percentage points, pp
basis-point            basis point, basis points, bps
gram-per-tonne         g/t, gpt, g/tonne, grams per tonne, grams per metric ton, grams per ton, grams a tonne
part-per-million       ppm, parts per million
part-per-billion       ppb, parts per billion
tonne                  tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes, t, mt, mT
kilotonne              kt, kilotonne, kilotonnes, kiloton, kilotons
megatonne              Mt, megatonne, megatonnes, megaton, megatons, mmt, MMT
megatonne              x1000 Gt, gigatonne, gigatonnes
ton                    ton, tons, short ton, short tons, long ton, long tons
kilogram               kg, kilogram, kilograms, kilo, kilos
gram                   g, gram, grams
pound                  lb, lbs, pound, pounds
pound                  x1000000 Mlb, Mlbs, mlb, mlbs
ounce                  oz, ounce, ounces, troy ounce, troy ounces
ounce                  x1000 koz, Koz, kilo-ounces
ounce                  x1000000 Moz, moz
carat                  carat, carats, ct, cts
barrel                 barrel, barrels, bbl
cubic-metre            m3, m³, cubic metre, cubic metres, cubic meter, cubic meters
litre                  litre, litres, liter, liters
kilometre              km, kilometre, kilometres, kilometer, kilometers
metre                  m, metre, metres, meter, meters
mile                   mile, miles
foot                   foot, feet, ft
square-kilometre       km2, km², sq km, sq. km, sqkm, square kilometre, square kilometres, square kilometer
square-kilometre       square kilometers
square-mile            square mile, square miles, sq mi
hectare                ha, hectare, hectares
acre                   acre, acres
kilowatt               kW, kilowatt, kilowatts
megawatt               MW, megawatt, megawatts
gigawatt               GW, gigawatt, gigawatts
megawatt-hour          MWh, megawatt-hour, megawatt-hours, megawatt hours
gigawatt-hour          GWh, gigawatt-hour, gigawatt-hours, gigawatt hours
gigawatt-hour          x1000 TWh, terawatt-hour, terawatt-hours
year                   year, years, yr, yrs
year                   x10 decade, decades
year                   x100 century, centuries
month                  month, months
week                   week, weeks
day                    day, days
hour                   hour, hours
person                 people, persons, residents, villagers, workers, employees, miners, families
step                   step, steps
project                project, projects
number                 flask, flasks, job, jobs, phase, phases, point, points, mine, mines, company
number                 companies, firms, country, countries, nations, licence, licences, license
number                 licenses, permit, permits, concession, concessions, shipment, shipments, shares
number                 magnets, vehicles, cars, holes, drill holes, seats, votes, province, provinces
number                 deposit, deposits, site, sites, plant, plants, refinery, refineries, smelter
number                 smelters, mineral, minerals, commodity, commodities, member, members
"""

# Per tonne, a year. Only what follows a unit or a currency is read so.
_RATES = MappingProxyType(
    {
        "year": r"year|yr|annum|y\b|a\b",
        "quarter": "quarter",
        "month": "month",
        "week": "week",
        "day": "day|d\b",
        "hour": "hour|h\b",
        "tonne": r"metric tonnes?|metric tons?|tonne|mt\b|t\b",
        "ton": "short ton|ton",
        "kilogram": r"kg\b|kilogram|kilo",
        "gram": "gram",
        "pound": r"lb\b|pound",
        "ounce": r"troy ounce|oz\b|ounce",
        "carat": "carat",
        "barrel": "barrel",
        "person": "person|capita|head",
        "litre": "litre|liter",
        "hectare": r"hectare|ha\b",
        "share": "share",
    }
)
RATE = (
    r"(?:\s*/\s*|\s+(?:per|an?|each|every)\s+)(?:"
    + "|".join(f"(?P<per_{key}>{words})" for key, words in _RATES.items())
    + r")(?![A-Za-z])"
)
YEARLY = r"\s*(?P<yearly>annually|yearly|per annum|p\.a\.|pa\b)|\s*(?P<daily>daily)"
# tpa, ktpa, Mtpa, tpd: unit and rate in one word.
FUSED = r"(?P<fused>[kM]?t)(?:p|/)(?P<fused_rate>a|y|d)\b"

SYMBOLS = MappingProxyType(
    {
        "US$": "USD",
        "USD": "USD",
        "U.S.$": "USD",
        "A$": "AUD",
        "AU$": "AUD",
        "C$": "CAD",
        "CA$": "CAD",
        "Cdn$": "CAD",
        "CDN$": "CAD",
        "NZ$": "NZD",
        "HK$": "HKD",
        "S$": "SGD",
        "N$": "NAD",
        "R$": "BRL",
        "R": "ZAR",
        "J$": "JMD",
        "NT$": "TWD",
        "$": "USD",
        "€": "EUR",
        "£": "GBP",
        "¥": "JPY",
        "RMB": "CNY",
        "Rs.": "PKR",
        "Rs": "PKR",
        "₹": "INR",
        "₽": "RUB",
        "₩": "KRW",
        "₸": "KZT",
        "₦": "NGN",
        "₱": "PHP",
        "₴": "UAH",
        "₺": "TRY",
        "฿": "THB",
    }
)
_CODES = re.findall(
    r"[A-Z]{3}",
    """
    COD AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP
    CRC CUP CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU
    MUR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND XAF XCD XOF XPF YER ZAR ZMW ZWG
    """,
)
CODES = frozenset(_CODES)
_MONEY = """
USD  dollars, dollar, US dollars, US dollar, U.S. dollars, U.S. dollar, American dollars, greenbacks
AUD  Australian dollars
CAD  Canadian dollars
NZD  New Zealand dollars
EUR  euros, euro
GBP  pounds sterling, British pounds, sterling
CNY  yuan, renminbi, Chinese yuan
JPY  yen, Japanese yen
INR  Indian rupees
PKR  rupees, Pakistani rupees
IDR  rupiah, rupiahs
ZAR  rand, rands
RUB  roubles, rubles, rouble, ruble
KZT  tenge
UZS  soum, sums
PEN  soles, sol
MAD  dirham
INR  Indian rupee
UAH  hryvnia, hryvnias
BRL  reais, real
CLP  Chilean pesos
ARS  Argentine pesos
MXN  pesos, Mexican pesos
PHP  Philippine pesos
SEK  Swedish kronor, Swedish crowns
NOK  Norwegian kroner, Norwegian crowns
DKK  Danish kroner
CHF  Swiss francs
SAR  riyals, Saudi riyals
AED  dirhams
KRW  won
TRY  Turkish lira, lira, liras
NGN  naira
GHS  cedis
ZMW  kwacha
MNT  tugriks, tugrik, togrogs, togrog, tögrög, tögrögs
XOF  CFA francs, CFA, francs CFA
GNF  Guinean francs
RWF  Rwandan francs
PLN  zlotys, zloty, zlotych
LAK  kip
RSD  Serbian dinars, dinars
DZD  Algerian dinars
JOD  Jordanian dinars
AZN  manat, manats
KGS  soms, Kyrgyz soms
TJS  somoni, somonis
AMD  drams, dram
GEL  lari
BOB  bolivianos
COP  Colombian pesos
PYG  guaranies
ETB  birr
MGA  ariary
BWP  pula
MZN  meticais, metical
PGK  kina
MMK  kyat, kyats
KHR  riel, riels
BDT  taka
SLE  leones
MRU  ouguiya, ouguiyas
OMR  Omani rials
IRR  Iranian rials
UGX  Ugandan shillings
HUF  forints, forint
CZK  Czech crowns, koruna
RON  lei
AOA  kwanzas, kwanza
SEK  kronor, kronas
NOK  kroner
THB  baht
VND  dong
MYR  ringgit
KES  Kenyan shillings
TZS  Tanzanian shillings
CDF  Congolese francs
"""


@cache
def unit_words() -> MappingProxyType[str, tuple[str, Decimal]]:
    """Map each word for a unit to the unit's key and the number of them that the word stands for."""
    found: dict[str, tuple[str, Decimal]] = {}
    for line in _WORDS.strip().splitlines():
        key, _, words = line.partition(" ")
        words = words.strip()
        factor = Decimal(1)
        if words.startswith("x1"):
            first, _, words = words.partition(" ")
            factor = Decimal(first[1:])
        found |= {word.strip(): (key, factor) for word in words.split(",")}
    return MappingProxyType(found)


@cache
def money_words() -> MappingProxyType[str, str]:
    """Map each name of a currency, in lower case, to its ISO 4217 code."""
    found: dict[str, str] = {}
    for line in _MONEY.strip().splitlines():
        code, _, names = line.partition(" ")
        found |= {name.strip().lower(): code for name in names.split(",")}
    return MappingProxyType(found)


_SHORT = 4


def unit_of(word: str) -> tuple[str, Decimal] | None:
    """Give the key of the unit that a word names, and its factor; short words keep their letter case."""
    words = unit_words()
    plain = re.sub(r"\s+", " ", word)
    if plain in words:
        return words[plain]
    return words.get(plain.lower()) if len(plain) > _SHORT else None


@cache
def unit_pattern() -> str:
    """Give a regular expression for every word of a unit, longest first."""
    by_length = sorted(unit_words(), key=lambda word: (-len(word), word))
    short = [re.escape(word) for word in by_length if len(word) <= _SHORT]
    long = [re.escape(word).replace(r"\ ", r"[\s-]+") for word in by_length if len(word) > _SHORT]
    return rf"(?:(?i:{'|'.join(long)})|(?:{'|'.join(short)}))"


@cache
def money_pattern() -> str:
    """Give a regular expression for every name and code of a currency that can follow a number."""
    names = sorted(money_words(), key=lambda word: (-len(word), word))
    return rf"(?:(?i:{'|'.join(re.escape(n) for n in names)})|{'|'.join(_CODES)})"


@cache
def symbol_pattern() -> str:
    """Give a regular expression for every sign and code of a currency that can stand before a number."""
    signs = sorted(SYMBOLS, key=lambda sign: (-len(sign), sign))
    return rf"(?:{'|'.join(re.escape(s) for s in signs)}|(?:{'|'.join(_CODES)})(?=\s?\d))"


def currency_of(sign: str, *, dollar: str) -> str:
    """Give the ISO 4217 code of a sign, name or code; `dollar` is what a bare dollar means here."""
    if sign in CODES:
        return sign
    if sign == "$" or sign.lower() in {"dollars", "dollar"}:
        return dollar
    return SYMBOLS.get(sign) or money_words()[sign.lower()]


# The rates that are units of the vocabulary; of any other rate only the amount is kept.
RATES = frozenset(
    {
        "tonne-per-year",
        "tonne-per-day",
        "ounce-per-year",
        "pound-per-year",
        "percent-per-year",
        "ton-per-year",
    }
)
_IN_TONNES = MappingProxyType({"kilotonne": THOUSAND, "megatonne": MILLION})


def rate_of(unit: str, *, per: str) -> tuple[str, Decimal]:
    """Give the unit of a rate and the factor to it: kilotonnes a year are counted in tonnes a year."""
    factor = _IN_TONNES.get(unit, Decimal(1))
    base = "tonne" if unit in _IN_TONNES else unit
    rate = f"{base}-per-{per}"
    return (rate, factor) if rate in RATES else (unit, Decimal(1))
