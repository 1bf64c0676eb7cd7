"""How two places lie to each other: within a distance, on one spot, one inside the other."""

from __future__ import annotations

from waqai.geocode import evidence as ev
from waqai.geocode.geometry import distance
from waqai.model import GeoPrecision, PlaceRef
from waqai.resources.gazetteer import Place


def within(a: Place, b: Place, km: float) -> bool:
    """Whether two places are at most ``km`` kilometres apart; ``False`` when a point is missing or ``b`` is a country."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or b.kind in ("country", "region"):
        return False
    return distance(a.lat, a.lon, b.lat, b.lon) <= km


def same_spot(a: Place, b: Place) -> bool:
    """Whether choosing one for the other makes no difference: close by, or an area and what bears its name."""
    if a.admin1 == b.admin1 and {a.kind, b.kind} & {"governorate", "district", "subdistrict"}:
        return True
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    return distance(a.lat, a.lon, b.lat, b.lon) < ev.REVIEW_KM


def lies_inside(place: Place, holder: PlaceRef) -> int:
    """1 the holder holds the place, -1 it does not, 0 cannot tell."""
    if holder.kind == "border":
        return 0  # سراوان على الحدود مع باكستان lies in Iran
    if holder.level == "country" or (holder.admin1 is None and holder.country):
        if not holder.country:
            return 0
        return 1 if place.country == holder.country else -1
    if holder.admin1 is None:
        return 0
    if place.country and holder.country and place.country != holder.country:
        return -1
    wide = holder.geo_precision in (GeoPrecision.ADMIN1, GeoPrecision.UNPLACED)
    if wide or holder.lat is None or holder.lon is None or place.lat is None or place.lon is None:
        return 0 if place.admin1 is None else 1 if place.admin1 == holder.admin1 else -1
    if holder.kind == "countryside" and (holder.radius_km or 0) > 20:
        return 1 if place.admin1 == holder.admin1 else -1
    far = distance(place.lat, place.lon, holder.lat, holder.lon)
    if far <= max(35.0, 1.5 * (holder.radius_km or 0.0)):
        return 1
    if place.admin1 == holder.admin1:
        return 1 if holder.kind == "side" else 0
    return -1
