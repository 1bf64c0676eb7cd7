"""Locations of area expressions: ريف X الشرقي, شرقي X, بين X وY, على بعد 15 كم جنوب X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waqai.geocode.geometry import Area, area_of, distance, move
from waqai.geocode.refs import bearing_of, level_of, sides_of, written_name
from waqai.model import GeoPrecision, PlaceLevel, PlaceMention, PlaceRef
from waqai.normalise import fold
from waqai.resources.gazetteer import Place

if TYPE_CHECKING:
    from waqai.geocode.resolve import Resolver

_ENGLISH = {"N": "north", "S": "south", "E": "east", "W": "west", "C": "central"}
_SMALL = frozenset({"city", "town", "village", "hamlet"})
_CAPITAL_WEIGHT = 0.7


def _km(r: Resolver, m: PlaceMention) -> float | None:
    for token in r.text.tokens[m.first : m.last]:
        if token[0][0].isdigit():
            try:
                return float(token[0].replace(",", ""))
            except ValueError:
                return None
    return None


def area_ref(
    r: Resolver,
    m: PlaceMention,
    base: Place | None,
    holder: PlaceRef | None,
    ends: list[PlaceRef],
    count: int = 0,
    score: float = 0.0,
    review: bool = True,
) -> PlaceRef:
    """The location of an area expression.

    Args:
        r: the resolver of the report.
        m: the mention.
        base: the place the area is named after; ``None`` when a back-pointing word or two endpoints give it.
        holder: what the mention lies in or points back to.
        ends: endpoints of a road or of بين X وY.
        count, score, review: of the choice of ``base``.

    Returns:
        A location with a centre and a radius, or an unplaced one with the governorate when that is known.
    """
    if ends and base is None:
        return _between(r, m, ends, holder)
    country = base.country if base else holder.country if holder else None
    admin1 = base.admin1 if base else holder.admin1 if holder else None
    lat = base.lat if base else holder.lat if holder else None
    lon = base.lon if base else holder.lon if holder else None
    kind = base.kind if base else holder.kind if holder else ""
    if base is None and holder is None and m.kind not in ("control_area", "border"):
        admin1, country = (None, r.country) if m.kind == "side" else r.guess_admin1(m, None)
        kind = "governorate" if admin1 else "country"
        if country and m.kind == "side":
            base = r.gaz.by_id(country)
    if m.kind in ("control_area", "border"):
        country = country or r.country
        kind = "country"
        admin1 = None
    sides = sides_of(r, m)
    degrees = bearing_of(r, m)
    wide = kind in ("governorate", "country", "wilaya") or (
        kind == "city" and m.kind in ("countryside", "side") and base is not None and _is_capital(r, base)
    )
    area: Area | None = None
    if m.kind == "offset" and lat is not None and lon is not None:
        km = _km(r, m) or 5.0
        head = _head(r, base) if base and kind == "governorate" else None
        at = head or (lat, lon)
        area = Area(*move(*at, degrees if degrees is not None else 0.0, km), max(2.0, km * 0.2))
    elif wide and country:
        area = area_of(country, admin1 if kind != "country" else None, degrees)
        if kind == "country":
            admin1 = None
    if area is None and lat is not None and lon is not None:
        reach = {"village": 3.0, "hamlet": 2.0, "town": 6.0, "city": 10.0}.get(kind, 20.0)
        if m.kind in ("desert", "countryside"):
            reach *= 2
        if degrees is not None:
            area = Area(*move(lat, lon, degrees, reach), reach)
        else:
            area = Area(lat, lon, reach)
    if any(e.admin1 != admin1 for e in ends):
        admin1, area = None, None  # ريفي دير الزور والحسكة
    name = written_name(r, m)
    level = PlaceLevel.SUBREGION if m.kind != "offset" else PlaceLevel.SITE
    precision = GeoPrecision.UNPLACED if area is None else GeoPrecision.NEAR if m.kind == "offset" else GeoPrecision.AREA
    if m.kind in ("control_area", "border"):
        precision, area = GeoPrecision.UNPLACED, None
    return PlaceRef(
        None,
        m.text,
        name,
        _english(m, sides, base.name_en if base else holder.name_en if holder else None),
        m.kind,
        level,
        admin1,
        base.admin2 if base and kind in _SMALL and not wide else None,
        None,
        None,
        country,
        area.lat if area else None,
        area.lon if area else None,
        precision,
        review and base is None,
        count,
        score or (0.6 if holder else 0.3),
        area.radius if area else None,
    )


def _is_capital(r: Resolver, place: Place) -> bool:
    if place.weight < _CAPITAL_WEIGHT:
        return False
    return any(
        (other := r.gaz.by_id(id)) is not None and other.kind == "governorate" and other.admin1 == place.admin1
        for id in r.gaz.lookup(fold(place.name_ar))
    )


def _head(r: Resolver, base: Place) -> tuple[float, float] | None:
    """The capital that shares its name with a governorate."""
    for id in r.gaz.lookup(fold(base.name_ar)):
        p = r.gaz.by_id(id)
        if p is not None and p.kind == "city" and p.admin1 == base.admin1 and p.lat is not None and p.lon is not None:
            return p.lat, p.lon
    return None


def _between(r: Resolver, m: PlaceMention, ends: list[PlaceRef], holder: PlaceRef | None) -> PlaceRef:
    known = [e for e in ends if e.lat is not None and e.lon is not None]
    admins = {e.admin1 for e in ends if e.admin1}
    countries = sorted({e.country for e in ends if e.country})
    lat = lon = radius = None
    precision = GeoPrecision.UNPLACED
    if len(known) >= 2:
        a, b = known[0], known[-1]
        lat = round((a.lat + b.lat) / 2, 5)  # type: ignore[operator]
        lon = round((a.lon + b.lon) / 2, 5)  # type: ignore[operator]
        radius = max(2.0, round(distance(a.lat, a.lon, b.lat, b.lon) / 2, 1))  # type: ignore[arg-type]
        precision = GeoPrecision.AREA
    elif known:
        lat, lon, radius, precision = known[0].lat, known[0].lon, 15.0, GeoPrecision.AREA
    names = [e.name_en for e in ends if e.name_en]
    return PlaceRef(
        None,
        m.text,
        written_name(r, m),
        " - ".join(names) + (f" {m.kind}" if m.kind in ("road", "bridge", "desert") else "") if len(names) > 1 else None,
        m.kind,
        level_of(r, m, None),
        admins.pop() if len(admins) == 1 else holder.admin1 if holder is not None else None,  # بين X وY في منطقة سيغو
        None,
        None,
        None,
        countries[0] if countries else None,
        lat,
        lon,
        precision,
        len(known) < 2,
        len(known),
        0.8 if len(known) > 1 else 0.4,
        radius,
    )


def _english(m: PlaceMention, sides: list[str], base: str | None) -> str | None:
    if base is None:
        return None
    side = "-".join(_ENGLISH[s] for s in sides)
    if m.kind == "countryside":
        adjective = f"{side}ern".capitalize() + " " if side and side != "central" else "Central " if side else ""
        return f"{adjective}{base} countryside"
    if m.kind in ("desert", "plain"):
        return f"{base} {m.kind}"
    if m.kind == "offset":
        return f"{side.capitalize()} of {base}" if side else base
    if m.kind == "side":
        return f"{side}ern".capitalize() + f" {base}" if side != "central" else f"Central {base}"
    return base
