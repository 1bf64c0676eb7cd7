"""Incidents near another in time and place, with what they share."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.config import table
from waqai.model.incidents import Incident
from waqai.store.dialect import kilometres
from waqai.store.engine import reading

# Points: what is nearer and shares more comes first. Time and place count most, then who, what and how many.
DAY, EACH_DAY, NEAR, TYPE, PERPETRATOR, TOLL = 30.0, 4.0, 30.0, 15.0, 15.0, 10.0
MOST_READ = 3000
_DEGREE_KM = 111.0


def similar(engine: sa.Engine, i: Incident) -> list[dict[str, Any]]:
    """``row``, ``points`` and ``reasons`` of other incidents, most alike first.

    Args:
        engine: of the desk's own tables.
    """
    day = i.date_start or i.date_end
    if day is None:
        return []
    near, h, p = table("settings")["similar"], t.happening.c, i.place
    first, last = (day - timedelta(days=near["days"])).isoformat(), (day + timedelta(days=near["days"])).isoformat()
    here = h.area == (p.admin1 or p.country) if p is not None else sa.false()
    where: sa.ColumnElement[bool] = h.lat.is_(None) & here
    if p is not None and p.lat is not None and p.lon is not None:
        # A box first: the index gives the days, the box leaves a few rows, and only they are measured.
        high = near["km"] / _DEGREE_KM
        wide = high / max(0.1, math.cos(math.radians(p.lat)))
        where = where | (h.lat.between(p.lat - high, p.lat + high) & h.lon.between(p.lon - wide, p.lon + wide))
    else:
        where = here
    cols = (h.id, h.day, h.lat, h.lon, h.event_type, h.place_ar, h.place_en, h.area, h.perpetrator, h.killed_best)
    q = sa.select(*cols).where(h.day.between(first, last), h.id != i.id, where).limit(MOST_READ)
    out: list[dict[str, Any]] = []
    with reading(engine) as conn:
        for r in conn.execute(q):
            found = _shared(i, day, r, near["km"])
            if found is not None:
                out.append({"row": r, "points": found[0], "reasons": found[1]})
    out.sort(key=lambda x: (-x["points"], x["row"].id))
    return out[: near["most"]]


def _shared(i: Incident, day: date, r: Any, most_km: float) -> tuple[float, list[tuple[str, Any]]] | None:
    """Points and reasons; ``None`` when it is too far away."""
    apart, p = abs((date.fromisoformat(r.day) - day).days), i.place
    points, reasons = DAY - EACH_DAY * apart, [("same_day" if apart == 0 else "days_apart", apart)]
    if p is not None and p.lat is not None and p.lon is not None and r.lat is not None:
        km = kilometres(p.lat, p.lon, r.lat, r.lon)
        if km > most_km:
            return None
        points += NEAR * (1 - km / most_km)
        reasons.append(("same_place", 0) if km < 1 else ("km_apart", round(km)))
    else:
        reasons.append(("same_area", 0))
    if r.event_type == str(i.event_type):
        points += TYPE
        reasons.append(("same_type", 0))
    if i.perpetrator and r.perpetrator == i.perpetrator.name_en:
        points += PERPETRATOR
        reasons.append(("same_perpetrator", 0))
    if i.fatalities.best is not None and r.killed_best == i.fatalities.best:
        points += TOLL
        reasons.append(("same_toll", i.fatalities.best))
    return points, reasons
