"""How exact a location is, in the scales of ACLED (1-3) and UCDP GED (where_prec 1-7). The table is data."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from waqai.model import GeoPrecision, PlaceRef
from waqai.resources.areas import ROOM
from waqai.resources.load import read_tsv

# A name whose point is unknown is as exact as the area that is known to hold it.
_BY_AREA = (("admin1", GeoPrecision.ADMIN1), ("country", GeoPrecision.COUNTRY))


class _Line(NamedTuple):
    precision: str
    kind: str
    radius: float
    acled: int
    ucdp: int


@lru_cache(maxsize=1)
def _table() -> tuple[_Line, ...]:
    return tuple(
        _Line(
            r["precision"],
            r["kind"],
            float("inf") if r["radius"] == "*" else float(r["radius"]),
            int(r["acled"]),
            int(r["ucdp"]),
        )
        for r in read_tsv(ROOM / "precision.tsv")
    )


def _line(ref: PlaceRef) -> _Line | None:
    precision = ref.geo_precision
    if precision is GeoPrecision.UNPLACED:
        for field, value in _BY_AREA:
            if getattr(ref, field):
                precision = value
                break
        else:
            return None
    radius = ref.radius_km or 0.0
    for line in _table():
        if line.precision == precision and line.kind in ("*", ref.kind) and radius <= line.radius:
            return line
    return None


def acled_precision(ref: PlaceRef) -> int | None:
    """ACLED ``geo_precision``: 1 the place itself, 2 near or a small area, 3 a larger region; ``None`` when nowhere."""
    line = _line(ref)
    return line.acled if line else None


def ucdp_where_prec(ref: PlaceRef) -> int | None:
    """UCDP ``where_prec``: 1 exact, 2 within 25 km, 3 admin2/3, 4 admin1, 5 line or region, 6 country, 7 sea or air.

    ``None`` when not even the country is known.
    """
    line = _line(ref)
    return line.ucdp if line else None
