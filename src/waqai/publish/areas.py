"""Administrative areas with their codes and representative points, from the gazetteer's own tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from waqai.model import GeoPrecision, PlaceLevel, PlaceRef
from waqai.publish.labels import table
from waqai.resources.load import compiled, data_files, read_tsv

LEVELS = ("governorate", "district", "subdistrict")
_PRECISION = {"admin1": GeoPrecision.ADMIN1, "admin2": GeoPrecision.ADMIN2, "admin3": GeoPrecision.ADMIN3}
#: Finest first: a place may be raised to any later one.
ORDER = ("exact", "near", "area", "admin3", "admin2", "admin1", "country", "unplaced")


@dataclass(frozen=True, slots=True)
class Area:
    """One area: ``level`` 1–3, code, names, its parent's code, and a point in WGS84 degrees."""

    code: str
    level: int
    country: str
    name_en: str
    name_ar: str
    parent: str
    lat: float
    lon: float


def _build() -> dict[str, Area]:
    out = {}
    for path in data_files("places/admin_*.tsv"):
        for r in read_tsv(path):
            if r["kind"] in LEVELS and r["lat"] and r["lon"]:
                level = LEVELS.index(r["kind"]) + 1
                out[r["id"]] = Area(
                    r["id"], level, r["country"], r["name_en"], r["name_ar"], r["parent"], float(r["lat"]), float(r["lon"])
                )  # fmt: skip
    return out


@lru_cache(maxsize=1)
def areas() -> dict[str, Area]:
    """All areas by code."""
    return compiled("publish-areas", _build, data_files("places/admin_*.tsv"), __file__)


def _key(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


@lru_cache(maxsize=1)
def _by_name() -> dict[tuple[str, int, str, str], Area]:
    out: dict[tuple[str, int, str, str], Area] = {}
    for a in areas().values():
        for parent in (a.parent, ""):
            out.setdefault((a.country, a.level, parent, _key(a.name_en)), a)
    for country, names in table("admin1").items():
        for name, entry in names.items():
            a1 = areas().get(entry.get("pcode") or "")
            for spelling in (name, *entry.get("also", ())) if a1 else ():
                out.setdefault((country, 1, "", _key(spelling)), a1)  # type: ignore[arg-type]
    return out


def area_of(place: PlaceRef, level: int) -> Area | None:
    """The area of ``level`` (1–3) that holds a place, by the names of its own hierarchy; ``None`` when not in the tables."""
    if not place.country:
        return None
    names = (place.admin1, place.admin2, place.admin3)
    parent = ""
    found = None
    for n in range(1, level + 1):
        name = names[n - 1]
        if not name:
            return None
        found = _by_name().get((place.country, n, parent, _key(name)))
        if found is None:
            return None
        parent = found.code
    return found


def rank(place: PlaceRef) -> int:
    """Position in ``ORDER``."""
    return ORDER.index(str(place.geo_precision))


def raised(place: PlaceRef, to: str) -> PlaceRef:
    """The place as the area of level ``to`` (``admin3``, ``admin2``, ``admin1``) that holds it.

    When that area is not known the next coarser one is taken, and at last the country without coordinates. A place already
    as coarse comes back unchanged.
    """
    if rank(place) >= ORDER.index(to):
        return place
    for name in ("admin3", "admin2", "admin1")[("admin3", "admin2", "admin1").index(to) :]:
        level = int(name[-1])
        a = area_of(place, level)
        if a is not None:
            return replace(
                place, id=a.code, text=a.name_ar, name_ar=a.name_ar, name_en=a.name_en, kind=LEVELS[level - 1],
                level=(PlaceLevel.GOVERNORATE, PlaceLevel.DISTRICT, PlaceLevel.DISTRICT)[level - 1],
                admin2=place.admin2 if level >= 2 else None, admin3=place.admin3 if level >= 3 else None,
                pcode=a.code, lat=a.lat, lon=a.lon, geo_precision=_PRECISION[name], radius_km=None, candidates=1,
            )  # fmt: skip
    name_ar = table("labels")["country"].get(place.country or "", {}).get("ar") or place.country or ""
    name_en = table("labels")["country"].get(place.country or "", {}).get("en") or place.country
    return replace(
        place, id=None, text=name_ar, name_ar=name_ar, name_en=name_en, kind="country", level=PlaceLevel.COUNTRY, admin1=None,
        admin2=None, admin3=None, pcode=None, lat=None, lon=None, geo_precision=GeoPrecision.COUNTRY, radius_km=None,
    )  # fmt: skip
