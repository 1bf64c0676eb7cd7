"""Records of several sources about one place become one record; places without a stated division get one."""

from __future__ import annotations

import math

from waqai.resources.gazetteer.core import Row, parse_variants
from waqai.resources.gazetteer.polygons import Areas, km_between
from waqai.resources.gazetteer.spelling import Spelling

SAME_KM = 3.0  # Two records with one name this near are one place.
NEAR_KM = 25.0  # A place takes the division of the nearest known place up to here.
_SETTLEMENTS = frozenset({"city", "town", "village", "hamlet", "neighbourhood"})
_SCHEMES = frozenset({"pcode", "geonames", "wikidata"})
_STEP = 0.05  # degrees; about 5 km, so that a place and its double are at most one cell apart


class _Grid:
    """Rows by cell of a twentieth of a degree."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str]]] = {}

    def add(self, row: Row) -> None:
        if row.lat and row.lon:
            lat, lon = float(row.lat), float(row.lon)
            self._cells.setdefault((math.floor(lat / _STEP), math.floor(lon / _STEP)), []).append((lat, lon, row.id))

    def around(self, lat: float, lon: float, ring: int) -> list[tuple[float, float, str]]:
        """Rows whose cell is exactly ``ring`` cells away; ring 0 is the own cell."""
        i, j = math.floor(lat / _STEP), math.floor(lon / _STEP)
        side = range(-ring, ring + 1)
        cells = [(a, b) for a in side for b in side if max(abs(a), abs(b)) == ring]
        return [x for a, b in cells for x in self._cells.get((i + a, j + b), ())]

    def near(self, lat: float, lon: float) -> list[tuple[float, float, str]]:
        """Rows of the own cell and its eight neighbours."""
        return self.around(lat, lon, 0) + self.around(lat, lon, 1)


def externals(row: Row) -> list[str]:
    """``scheme:id`` of a row that identify it in other gazetteers, its own id included."""
    out = [e for e in row.external.split("|") if e.partition(":")[0] in _SCHEMES]
    scheme, _, rest = row.id.partition(":")
    out.append(f"geonames:{rest}" if scheme == "gn" else row.id if scheme in _SCHEMES else f"pcode:{row.id}")
    return out


def join(kept: Row, other: Row) -> Row:
    """``kept`` with the names and ids of ``other``; its own point and English name stay."""
    names = {v.name for v in parse_variants(kept.variants)} | {kept.name_ar}
    variants = kept.variants.split("|") if kept.variants else []
    for name in (other.name_ar, *(v.name for v in parse_variants(other.variants))):
        if name and name not in names:
            names.add(name)
            variants.append(name)
    external = list(dict.fromkeys(filter(None, (*kept.external.split("|"), *other.external.split("|")))))
    return kept._replace(variants="|".join(variants), external="|".join(external))


def merge(core: dict[str, Row], imported: dict[str, Row], stated: dict[str, bool], areas: Areas) -> dict[str, Row]:
    """All records, one per place.

    Args:
        core: rows of the core, by id.
        imported: the user's rows, by id.
        stated: whether a row's file stated its division.
        areas: imported boundaries; a division found by polygon beats a guess by neighbour.

    Returns:
        The core's rows first, then the new ones, in order.
    """
    rows = dict(core)
    rules = Spelling.load()
    known: dict[str, str] = {}
    grid = _Grid()
    forms: dict[str, frozenset[tuple[str, ...]]] = {}

    def names(row: Row) -> frozenset[tuple[str, ...]]:
        found = forms.get(row.id)
        if found is None:
            every: set[tuple[str, ...]] = set()
            for name in (row.name_ar, *(v.name for v in parse_variants(row.variants))):
                strong, weak = rules.forms(name)
                every |= strong | weak
            found = forms[row.id] = frozenset(every)
        return found

    def enter(row: Row) -> None:
        rows[row.id] = row
        for e in externals(row):
            known.setdefault(e, row.id)
        if row.kind in _SETTLEMENTS:
            grid.add(row)

    for row in core.values():
        enter(row)
    for row in imported.values():
        parent = row.parent if row.parent in rows else ""
        # Boundaries come after their areas; an area's parent may be imported with it.
        if not parent and row.parent in imported:
            parent = row.parent
        same = next((known[e] for e in externals(row) if e in known), None)
        lat, lon = float(row.lat), float(row.lon)
        if same is None and row.kind in _SETTLEMENTS:
            mine = names(row)
            best = SAME_KM
            for la, lo, other in grid.near(lat, lon):
                if rows[other].country != row.country:
                    continue
                km = km_between(lat, lon, la, lo)
                if km <= best and not mine.isdisjoint(names(rows[other])):
                    best, same = km, other
        if same is not None:
            rows[same] = join(rows[same], row)
            forms.pop(same, None)
            for e in externals(row):
                known.setdefault(e, same)
            continue
        if row.kind not in ("country", "governorate", "district", "subdistrict"):
            found = areas.at(lat, lon) if len(areas) else None
            if found and found in rows:
                parent = found
            elif not parent:
                parent = _neighbour(rows, grid, row, lat, lon)
        enter(row._replace(parent=parent or (row.country if row.country in rows else "")))
    return rows


def _neighbour(rows: dict[str, Row], grid: _Grid, row: Row, lat: float, lon: float) -> str:
    best, parent = NEAR_KM, ""
    for ring in range(8):
        for la, lo, other in grid.around(lat, lon, ring):
            candidate = rows[other]
            if candidate.country == row.country and candidate.parent:
                km = km_between(lat, lon, la, lo)
                if km < best:
                    best, parent = km, candidate.parent
        if parent and ring:  # One more ring than the first hit: a nearer place may lie across the cell's edge.
            break
    return parent
