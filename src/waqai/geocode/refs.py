"""Build ``PlaceRef`` values: level by type word first, gazetteer second; name as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waqai.geocode import evidence as ev
from waqai.geocode.geometry import mean_bearing, move
from waqai.model import GeoPrecision, PlaceLevel, PlaceMention, PlaceRef
from waqai.resources.areas import Level
from waqai.resources.gazetteer import Place
from waqai.resources.gazetteer.model import geo_precision

if TYPE_CHECKING:
    from waqai.geocode.resolve import Resolver

_TEXT_FIRST = frozenset({"town", "village", "district", "directorate", "governorate", "province", "canton", "subdistrict"})
_LESSER = 0.5  # weight of a place whose governorate everybody knows
_DIVISIONS = frozenset(("governorate", "district", "subdistrict", "directorate"))
_ACROSS = frozenset({"road", "mountain", "desert", "plain", "river", "valley"})  # cross governorates; the text may say in which one
_SITE_LEVEL = Level("site", "near", 5.0)


def written_name(r: Resolver, m: PlaceMention) -> str:
    """The name as the text writes it; the article that ``لل`` swallowed is put back."""
    raw = r.text.report.text
    start, end = m.name_span
    name = raw[start:end].strip()
    if start and raw[start] == "ل" and raw[start - 1 : start] == "ل" and not name.startswith("لل"):
        name = "ا" + name
    elif start > 1 and raw[start - 2 : start] == "لل":
        name = "ال" + name
    return " ".join(name.split())


def level_of(r: Resolver, m: PlaceMention, place: Place | None) -> PlaceLevel:
    """Level of the codebook: the type word of the text decides, else the gazetteer."""
    kind = m.kind
    found = r.areas.levels.get(kind)
    if kind == "province" and place is not None and place.kind == "country":
        return PlaceLevel.COUNTRY  # ولاية العراق
    if kind in _TEXT_FIRST and found:
        return PlaceLevel(found.level)
    if kind == "city":
        return PlaceLevel.CITY
    if place is not None and kind in ("place", "area", "suburb", "settlement", "hamlet", "front", "locality"):
        return r.gaz.kinds[place.kind].level if place.kind in r.gaz.kinds else PlaceLevel.SITE
    if kind == "area":
        return PlaceLevel.SITE
    if found is not None and found.level != "none":
        return PlaceLevel(found.level)
    if place is not None and place.kind in r.gaz.kinds:
        return r.gaz.kinds[place.kind].level
    return PlaceLevel.NONE


def sides_of(r: Resolver, m: PlaceMention) -> list[str]:
    """Ids of the side words in the expression, in text order, without repeats."""
    a = r.areas
    out: list[str] = []
    for token in r.text.tokens[m.first : m.last]:
        w = token[0]
        for form in (w, w[1:]):
            side = a.sides.get(form) or a.side_adjectives.get(form) or a.side_nouns.get(form)
            if side is not None:
                if side not in out:
                    out.append(side)
                break
    return out


def bearing_of(r: Resolver, m: PlaceMention) -> float | None:
    """Direction of the side words, degrees from north; ``None`` without one or with opposite ones."""
    sides = sides_of(r, m)
    values = [b for s in sides if (b := r.areas.bearings.get(s)) is not None]
    return mean_bearing(values) if values and not {"N", "S"} <= set(sides) else None


def radius_of(r: Resolver, kind: str) -> float:
    """Usual radius of a kind in kilometres."""
    return r.areas.levels.get(kind, _SITE_LEVEL).radius


def placed(r: Resolver, m: PlaceMention, place: Place, count: int, score: float, review: bool, holder: PlaceRef | None) -> PlaceRef:
    """A mention at a gazetteer place, or near it when the text names a site after a settlement."""
    kind = place.kind if m.kind in ("place", "area", "suburb", "settlement", "front", "capital", "country") else m.kind
    precision = geo_precision(place)
    found = r.areas.levels.get(m.kind)
    lat, lon, id, name_en = place.lat, place.lon, place.id, place.name_en
    radius = radius_of(r, place.kind)
    text_site = found is not None and found.level == "site" and m.kind not in ("area", "front")
    if text_site and place.kind in ev.SETTLEMENTS:
        if not r.at_home(place):
            return unplaced(r, m, holder)  # مستشفى الثورة in a report about another country
        if m.kind in ev.NAMED_AFTER_TOWN and (place.weight >= 0.4 or holder is not None or count == 1):
            if precision is GeoPrecision.EXACT:
                precision = GeoPrecision.NEAR
            radius = max(radius, radius_of(r, m.kind))
        elif (holder is None or holder.admin1 != place.admin1) and not r.told(m, place):
            return unplaced(r, m, holder)
        else:
            precision = GeoPrecision.NEAR if precision is GeoPrecision.EXACT else precision
    elif m.relation == "side" and precision is GeoPrecision.EXACT and lat is not None and lon is not None:
        # جنوب قرية X: beside it, on that side.
        precision, radius = GeoPrecision.NEAR, radius + 3.0
        degrees = bearing_of(r, m)
        if degrees is not None:
            lat, lon = move(lat, lon, degrees, radius)
    elif m.relation == "near" and precision is GeoPrecision.EXACT:
        precision, radius = GeoPrecision.NEAR, radius + 3.0
    admin1 = place.admin1
    if holder is not None and _said_to_hold(place, holder):
        admin1 = holder.admin1  # العبايجي التابعة لقضاء الطارمية, whatever the list of villages says
    return PlaceRef(
        id,
        m.text,
        place.name_ar if m.relation == "anaphor" else written_name(r, m),
        name_en,
        kind,
        level_of(r, m, place),
        admin1 or (holder.admin1 if holder is not None and place.kind in _ACROSS and holder.country == place.country else None),
        place.admin2 if admin1 == place.admin1 else None,
        place.admin3 if admin1 == place.admin1 else None,
        place.pcode,
        place.country or None,
        lat,
        lon,
        precision,
        review,
        count,
        score,
        radius,
    )


def _said_to_hold(place: Place, holder: PlaceRef) -> bool:
    """Whether the text puts a lesser place into a division next to that of the gazetteer."""
    if place.admin1 is None or holder.admin1 in (None, place.admin1) or holder.country != place.country or place.weight >= _LESSER:
        return False
    return holder.kind in _DIVISIONS and holder.level in ("district", "governorate", "town")


def unplaced(r: Resolver, m: PlaceMention, holder: PlaceRef | None) -> PlaceRef:
    """A name without a point. A quarter or site in a known settlement is near its middle; else only the area is known."""
    admin1, country = r.guess_admin1(m, holder)
    lat = lon = radius = None
    precision = GeoPrecision.UNPLACED
    found = r.areas.levels.get(m.kind, _SITE_LEVEL)
    if (
        holder is not None
        and found.level == "site"
        and m.kind not in ("road", "river")
        and holder.lat is not None
        and holder.level in (PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE, PlaceLevel.SITE)
        and holder.geo_precision in (GeoPrecision.EXACT, GeoPrecision.NEAR)
    ):
        lat, lon = holder.lat, holder.lon
        precision, radius = GeoPrecision.NEAR, max(3.0, holder.radius_km or 0.0)
    return PlaceRef(
        None,
        m.text,
        written_name(r, m),
        None,
        "site" if m.kind in ("area", "place") else m.kind,
        level_of(r, m, r.gaz.by_id(m.candidate_ids[0]) if m.kind == "place" and m.candidate_ids else None),
        admin1,
        holder.admin2 if holder is not None else None,
        holder.admin3 if holder is not None else None,
        None,
        country,
        lat,
        lon,
        precision,
        True,
        len(m.candidate_ids),
        0.3 if admin1 else 0.1,
        radius,
    )


def countries_ref(r: Resolver, m: PlaceMention) -> PlaceRef:
    """العراق وسوريا: a place that is two countries has neither governorate nor point."""
    names = [p.name_en for id in m.candidate_ids if (p := r.gaz.by_id(id)) is not None and p.name_en]
    return PlaceRef(
        None, m.text, written_name(r, m), " and ".join(names) or None, m.kind, PlaceLevel.COUNTRY, None, None, None, None, None,
        None, None, GeoPrecision.UNPLACED, False, 1, 0.8, None,
    )  # fmt: skip


def copy_ref(m: PlaceMention, target: PlaceRef) -> PlaceRef:
    """The location a back-pointing word shares with its antecedent."""
    return PlaceRef(
        target.id,
        m.text,
        target.name_ar,
        target.name_en,
        target.kind,
        target.level,
        target.admin1,
        target.admin2,
        target.admin3,
        target.pcode,
        target.country,
        target.lat,
        target.lon,
        target.geo_precision,
        target.needs_review,
        target.candidates,
        round(target.score * 0.9, 3),
        target.radius_km,
    )
