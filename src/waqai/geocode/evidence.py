"""The weights by which one candidate beats another. One table per kind of evidence."""

from __future__ import annotations

# type word in the text → kind of the candidate → points. A kind not named gets ``*``.
COMPATIBLE: dict[str, dict[str, float]] = {
    "governorate": {"governorate": 4.0, "*": -3.0},
    "province": {"governorate": 4.0, "wilaya": 4.0, "*": -3.0},
    "canton": {"governorate": 4.0, "district": 0.5, "city": -0.5, "*": -2.0},
    "district": {"district": 3.0, "city": 0.5, "town": 0.0, "*": -1.5},
    "directorate": {"district": 3.0, "subdistrict": 1.0, "*": -1.0},
    "locality": {"district": 2.0, "*": 0.0},
    "subdistrict": {"subdistrict": 2.5, "town": 1.0, "city": 0.5, "*": -1.0},
    "area": {"region": 2.0, "district": 0.6, "town": 0.5, "neighbourhood": 1.0, "village": 0.5, "governorate": -2.0,
             "subdistrict": -0.6, "hamlet": 0.2, "*": 0.3},
    "city": {"city": 2.5, "town": 1.0, "village": -0.5, "governorate": -2.0, "district": -1.5, "*": -1.0},
    "town": {"town": 2.0, "city": 1.2, "village": 0.8, "hamlet": 0.0, "governorate": -3.0, "subdistrict": -0.5, "*": -1.0},
    "village": {"village": 2.0, "hamlet": 1.7, "town": 0.5, "city": -1.5, "governorate": -4.0, "*": -2.0},
    "suburb": {"town": 1.5, "city": 1.0, "neighbourhood": 2.0, "*": 0.0},
    "settlement": {"town": 1.0, "village": 1.0, "city": 1.0, "*": -1.0},
    "countryside": {"governorate": 2.0, "city": 0.3, "town": 0.3, "subdistrict": -0.6, "district": -0.3, "*": -0.8},
    "side": {"country": 2.0, "sea": 3.0, "governorate": 1.2, "city": 0.3, "town": 0.3, "subdistrict": -0.8, "district": -0.6, "*": -0.3},
    "offset": {"city": 1.0, "town": 0.8, "governorate": -0.5, "subdistrict": -0.8, "district": -0.6, "*": -0.2},
    "desert": {"desert": 2.0, "governorate": 0.8, "city": 0.6, "town": 0.6, "*": -0.5},
    "place": {"governorate": -1.0, "district": -1.2, "subdistrict": -1.4, "*": 0.0},
}  # fmt: skip
DIRECTORATES_OF = "YE"  # مديرية as a division of the land is Yemen's word
DIRECTORATE = 2.5
PRIOR = 3.0  # per unit of a place's weight
INSIDE = 4.0  # the container of the text holds the candidate
OUTSIDE = -4.0
DOC_ADMIN1 = 2.0  # times the share of the report's sure places in the same governorate
NEAR_ADMIN1 = 1.0  # a sure place of the same governorate within a few words
DOC_COUNTRY = 3.0
CONTESTED = 0.15  # what a well-known name counts for that two countries share
RIVAL = 0.5  # weight of a town as well known as this
HINT = 0.5  # what a word that is told of one country only counts for, once a report
HINTS = 1.0  # what they count for together
OUT_OF_USE = -3.0  # the name was not in use at the report's date
SECTION = 1.5  # it lies in the governorate the lines are told of
AGAIN = 2.5  # the same name was resolved to this place before
CLOSE = 1.2  # falls off with distance to the nearest sure place
CLOSE_KM = 40.0
SURE_WEIGHT = 0.6
REVIEW_SCORE = 0.6
REVIEW_KM = 10.0
WINDOW = 30  # tokens
RENOWNED = 0.8  # a capital: beside it no village of that name is meant
OWN_SITE = 0.4  # a site as well known as this, under its own name of two words, is meant wherever the report is
KNOWN_QUARTER = 0.35  # in a small land a quarter known so well is that one, whatever town was named before (حي الشجاعية after خان يونس)
OWN_TOWN = 0.45  # a town as well known as this gives its hospital or market its own place, whatever town was named before
FAR_KM = 120.0  # a small place this far from every sure place is another place of that name
BORDER_KM = 60.0  # a lesser place abroad this close to the report's places may be meant
REPEATED = 0.3  # what a name counts for when it comes again
SMALL_WEIGHT = 0.35
BIG_WEIGHT = 0.75  # a city as big as this may be named in a report about another country
FOREIGN = 0.2  # share of the sure places below which a country is foreign to the report
OUTWEIGHED = 2.5  # a country named this many times less than the first is no home of unknown names
DISTRICT_OF_SYRIA = 2.2  # منطقة is the second administrative level there
BESIDE = 6  # tokens between two names of a list
NEWSY_GOVERNORATE = 0.85  # governorates the news names without their type word
AMONG_GOVERNORATES = 2.6  # a capital's name in a list of governorates means the governorate
# Site words whose bare name is a settlement: the site is near that settlement (محور دير حافر, سجن الشدادي).
NAMED_AFTER_TOWN = frozenset(
    {"road", "axis", "front", "junction", "checkpoint", "bridge", "airport", "prison", "crossing", "dam", "hospital", "base",
     "market", "farm", "university", "river", "facility", "oil_field", "port", "roundabout", "camp"}
)  # fmt: skip
SETTLEMENTS = frozenset({"city", "town", "village", "hamlet", "subdistrict", "district", "governorate"})
