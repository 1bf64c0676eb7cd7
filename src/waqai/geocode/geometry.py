"""Distances, bearings, and the centre and radius of areas such as ريف X الشرقي.

The sectors of an area are measured, not drawn: the eastern countryside of a governorate is the middle of the known places
that lie east of its capital, and its radius holds four of five of them.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from waqai.resources.gazetteer import gazetteer
from waqai.resources.gazetteer.core import core_files
from waqai.resources.load import compiled

KM_PER_DEGREE = 111.195
SECTORS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_HALF_WIDTH = 60.0
_ENOUGH = 4


class Area(NamedTuple):
    """Centre in WGS84 degrees and radius in kilometres."""

    lat: float
    lon: float
    radius: float


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, flat-earth: good to 1 % within a region."""
    x = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return KM_PER_DEGREE * math.hypot(x, lat2 - lat1)


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Degrees from north at the first point, 0 to 360."""
    x = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return math.degrees(math.atan2(x, lat2 - lat1)) % 360


def move(lat: float, lon: float, degrees: float, km: float) -> tuple[float, float]:
    """The point ``km`` away in a direction."""
    rad = math.radians(degrees)
    return (
        round(lat + km * math.cos(rad) / KM_PER_DEGREE, 5),
        round(lon + km * math.sin(rad) / (KM_PER_DEGREE * math.cos(math.radians(lat))), 5),
    )


def sector(degrees: float) -> str:
    """The nearest of eight sectors."""
    return SECTORS[round(degrees / 45) % 8]


def mean_bearing(values: list[int]) -> float:
    """The direction between two or more directions: north and west give north-west."""
    x = sum(math.sin(math.radians(v)) for v in values)
    y = sum(math.cos(math.radians(v)) for v in values)
    return math.degrees(math.atan2(x, y)) % 360


def _summary(points: list[tuple[float, float]]) -> Area:
    lat = sum(p[0] for p in points) / len(points)
    lon = sum(p[1] for p in points) / len(points)
    far = sorted(distance(lat, lon, *p) for p in points)
    return Area(round(lat, 4), round(lon, 4), round(max(5.0, far[min(len(far) - 1, int(len(far) * 0.8))]), 1))


def _build() -> dict[str, dict[str, Area]]:
    gaz = gazetteer(user=False)
    points: dict[str, list[tuple[float, float]]] = {}
    heads: dict[str, tuple[float, tuple[float, float]]] = {}
    for id in gaz.ids():
        p = gaz.by_id(id)
        if p is None or p.lat is None or p.lon is None or p.kind not in ("city", "town", "village", "hamlet"):
            continue
        at = (p.lat, p.lon)
        for key in (f"{p.country}/{p.admin1}", p.country):
            points.setdefault(key, []).append(at)
        if p.admin1:
            key = f"{p.country}/{p.admin1}"
            if p.weight > heads.get(key, (0.0, at))[0]:
                heads[key] = (p.weight, at)
    out: dict[str, dict[str, Area]] = {}
    for key, found in points.items():
        whole = _summary(found)
        parts = {"": whole}
        origin = heads[key][1] if key in heads else (whole.lat, whole.lon)
        parts["head"] = Area(*origin, 0.0)
        for k, name in enumerate(SECTORS):
            inside = [
                q for q in found if abs((bearing(*origin, *q) - 45 * k + 180) % 360 - 180) <= _HALF_WIDTH and distance(*origin, *q) > 4
            ]
            if len(inside) >= _ENOUGH:
                parts[name] = _summary(inside)
        out[key] = parts
    return out


@lru_cache(maxsize=1)
def _sectors() -> dict[str, dict[str, Area]]:
    return compiled("area-sectors", _build, core_files(), code=str(Path(__file__)))


def area_of(country: str, admin1: str | None, degrees: float | None) -> Area | None:
    """The whole or one side of a governorate (or of a country when ``admin1`` is ``None``); ``None`` when not known."""
    parts = _sectors().get(f"{country}/{admin1}" if admin1 else country)
    if parts is None:
        return None
    if degrees is None:
        return parts[""]
    got = parts.get(sector(degrees))
    if got is not None:
        return got
    head = parts["head"]
    return Area(*move(head.lat, head.lon, degrees, 25), 25.0)
