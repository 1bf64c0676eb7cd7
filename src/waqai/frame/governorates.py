"""Totals by place are by governorate: ``14 هجوماً، منها عشر في حمص`` counts the governorate of Homs, not its capital."""

from __future__ import annotations

from dataclasses import replace

from waqai.model import PlaceLevel, PlaceMention, PlaceRef
from waqai.resources.gazetteer import gazetteer
from waqai.resources.gazetteer.model import geo_precision

_RADIUS_KM = 70.0
_BY_CITY = frozenset({"LY"})  # reports on Libya count by city: its districts are hardly named


def of_a_total(m: PlaceMention, ref: PlaceRef) -> PlaceRef:
    """The location of a bare name in a total: its governorate when the capital's name is also that of the governorate.

    Args:
        m: the mention; one with a type word (``مدينة حمص``) keeps what it says.
        ref: its location.
    """
    if (
        ref.level is not PlaceLevel.CITY
        or ref.id is None
        or ref.country in _BY_CITY
        or m.relation == "anaphor"
        or m.last - m.first != len(ref.name_ar.split())
    ):
        return ref
    gaz = gazetteer()
    for id in m.candidate_ids[:4]:
        place = gaz.by_id(id)
        if place is not None and place.kind == "governorate" and place.admin1 == ref.admin1 and place.country == ref.country:
            return replace(
                ref, id=place.id, name_en=place.name_en, kind="governorate", level=PlaceLevel.GOVERNORATE, admin2=None, admin3=None,
                pcode=place.pcode, lat=place.lat, lon=place.lon, geo_precision=geo_precision(place), radius_km=_RADIUS_KM,
            )  # fmt: skip
    return ref
