"""Checking the core: against itself, and against the reference table in the optional data folder."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from waqai.resources.gazetteer import core
from waqai.resources.gazetteer.merge import externals
from waqai.resources.gazetteer.polygons import km_between

FAR_KM = 5.0
TABLE = "gazetteer_syria_iraq_merged.csv"


@dataclass(frozen=True)
class Disagreement:
    """A core place and the reference's point for the same id, ``km`` apart."""

    id: str
    name_ar: str
    kind: str
    source: str
    status: str
    reference: str
    km: float
    lat: float
    lon: float
    other_lat: float
    other_lon: float


def reference_table() -> Path | None:
    """The reference table of ``WAQAI_SHARED`` (by default ``../shared`` beside the checkout); ``None`` when absent."""
    folder = Path(os.environ.get("WAQAI_SHARED") or Path(__file__).resolve().parents[5] / "shared")
    path = folder / "gazetteer" / TABLE
    return path if path.is_file() else None


def faults() -> Iterator[str]:
    """What is wrong inside the core: unknown kinds, parents, kinds of names; points off the globe; missing names."""
    rows = core.core_rows()
    kinds = core.load_kinds()
    for row in rows.values():
        if row.kind not in kinds:
            yield f"{row.id}: unknown kind {row.kind}"
        if row.parent and row.parent not in rows:
            yield f"{row.id}: parent {row.parent} is not in the core"
        if not row.name_ar or not row.name_en:
            yield f"{row.id}: a name is missing"
        for v in core.parse_variants(row.variants):
            if v.type not in core.VARIANT_TYPES:
                yield f"{row.id}: unknown kind of name {v.type}"
        if row.lat and not (-90 <= float(row.lat) <= 90 and -180 <= float(row.lon) <= 180):
            yield f"{row.id}: the point {row.lat}, {row.lon} is off the globe"
        if row.status not in ("checked", "approximate"):
            yield f"{row.id}: unknown status {row.status}"


def disagreements(table: Path, far: float = FAR_KM) -> Iterator[Disagreement]:
    """Settlements and features of the core that lie more than ``far`` km from the reference's row of the same id."""
    rows = core.core_rows()
    by_id = {e: row for row in rows.values() for e in externals(row)}
    with table.open(encoding="utf-8", newline="") as f:
        for other in csv.DictReader(f):
            keys = (
                f"pcode:{other['pcode']}" if other["pcode"] else "",
                f"geonames:{other['geonames_id']}" if other["geonames_id"] else "",
            )
            row = next((by_id[k] for k in keys if k in by_id), None)
            if row is None or not row.lat or not other["lat"]:
                continue
            if (row.kind in _DIVISIONS) != (other["kind"] in _DIVISIONS):
                continue
            a, b = (float(row.lat), float(row.lon)), (float(other["lat"]), float(other["lon"]))
            km = km_between(*a, *b)
            if km > far:
                yield Disagreement(row.id, row.name_ar, row.kind, row.source, row.status, other["id"], round(km, 1), *a, *b)


_DIVISIONS = frozenset({"country", "governorate", "district", "subdistrict"})
