"""UCDP GED layout: 49 columns, fatal events only, no id of theirs invented."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from waqai.model import ActorRef, PlaceRef
from waqai.model.incidents import Incident
from waqai.publish.data import Row
from waqai.publish.exporters.base import Losses
from waqai.publish.exporters.records import RecordTable, refused
from waqai.publish.exporters.words import DRAFT, claimant, country, public_id, unique
from waqai.publish.labels import table


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = table("ucdp")
    return facts


def priogrid(lat: float, lon: float) -> int:
    """Number of the half-degree PRIO-GRID cell; 1 is the south-western corner, rows run east."""
    row = min(359, max(0, math.floor((lat + 90) * 2)))
    col = min(719, max(0, math.floor((lon + 180) * 2)))
    return row * 720 + col + 1


def date_precision(i: Incident) -> int | None:
    """1 a day, 2 two to six days, 3 a week, 4 up to 31 days, 5 up to a year; ``None`` beyond or undated."""
    if i.date_start is None or i.date_end is None:
        return None
    days = (i.date_end - i.date_start).days + 1
    for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5)):
        if days <= limit:
            return code
    return None


def where_precision(p: PlaceRef) -> int | None:
    """1–6; ``None`` for an unplaced incident. An area within 25 km of its middle is "near a known point"."""
    if p.geo_precision == "area" and p.radius_km is not None and p.radius_km <= _facts()["near_km"]:
        return 2
    code: int | None = _facts()["where_prec"].get(str(p.geo_precision))
    return code


def _side(a: ActorRef | None) -> str:
    facts = _facts()
    if a is None:
        return "none"
    if a.name_en in facts["states"]:
        return "state"
    if a.kind in facts["civilian"]:
        return "civilian"
    return "organised" if a.kind in facts["organised"] else "unclear"


def violence(i: Incident) -> tuple[int, ActorRef | None, ActorRef | None] | None:
    """Type 1–3 with sides A and B; ``None`` when no side is an organised actor."""
    one, two = _side(i.perpetrator), _side(i.target)
    types = _facts()["types"]
    if two == "civilian":
        return types["one_sided"], i.perpetrator, i.target
    if one in ("none", "unclear") and two in ("none", "unclear"):
        return None
    if "state" in (one, two):
        # The government is side A whoever struck.
        return (types["state_based"], i.perpetrator, i.target) if one == "state" else (types["state_based"], i.target, i.perpetrator)
    if one == "civilian":
        return None
    return types["non_state"], i.perpetrator, i.target


def _deaths(i: Incident, kind: int, side_b: ActorRef | None) -> tuple[int, int, int, int]:
    f = i.fatalities
    best = next((x for x in (f.best, f.low, f.high) if x is not None), 0)
    if kind == _facts()["types"]["one_sided"]:
        return 0, 0, best, 0
    if i.target is None or str(i.event_type) in _facts()["two_sided"]:
        return 0, 0, 0, best
    # The dead of an attack are the target's unless a version says otherwise; the target is side A when it is the state struck.
    return (0, best, 0, 0) if side_b is i.target else (best, 0, 0, 0)


def record(row: Row, losses: Losses) -> list[Any] | None:
    """The 49 values; ``None`` when the layout cannot carry the row."""
    i, facts = row.incident, _facts()
    p = i.place
    where = country(p.country) if p else None
    figures = [x for x in (i.fatalities.low, i.fatalities.best, i.fatalities.high) if x is not None]
    sides = violence(i)
    dated = date_precision(i)
    reasons = (
        (not figures or max(figures) < 1, "no death told"),
        (sides is None, "no organised actor named"),
        (dated is None, "no date, open at one end, or longer than a year"),
        (bool(i.date_start and i.date_end and i.date_start.year != i.date_end.year), "spans two calendar years"),
        (p is None or where is None or where_precision(p) is None, "no country"),
    )
    if refused(row, losses, reasons):
        return None
    assert sides is not None
    assert p is not None
    assert where is not None
    assert i.date_start is not None
    assert i.date_end is not None
    kind, a, b = sides
    name_a = a.name_en if a else facts["unknown_side"]
    name_b = ("Civilians" if kind == facts["types"]["one_sided"] else b.name_en) if b else facts["unknown_side"]
    check = "Clear"
    if a is None or b is None or _side(a) == "unclear" or _side(b) == "unclear":
        check = "Check dyad: a side is not named"
    elif i.attribution == "disputed":
        check = "Check: versions disputed"
    if check != "Clear":
        losses.note(i.id, check)
    if i.state == "draft":
        check = f"Check: {DRAFT}" if check == "Clear" else f"{check}; {DRAFT}"
    dead = _deaths(i, kind, b)
    best = sum(dead)
    if i.fatalities.best is None:
        losses.note(i.id, "no best figure: lowest taken")
    high, low = max([best, *figures]), min([best, *figures])
    if i.fatalities.high is None:
        losses.note(i.id, "open upper bound closed at the best figure")
    if sum(dead[2:]) != best and kind != 3:
        losses.note(i.id, "deaths given to the struck side")
    placed = p.lat is not None and p.lon is not None
    states = facts["states"]
    reports = {v.source.id: v.source for v in row.versions}
    heads = list(reports.values())
    return [
        None, public_id(i), i.date_start.year, None, check, kind, None, None, None, None, None, f"{name_a} - {name_b}",
        None, None, name_a, None, None, name_b, len(heads),
        "; ".join(f'"{s.outlet or "?"},{s.day.isoformat() if s.day else "?"},{s.title or ""}"' for s in heads),
        ";".join(unique(s.outlet for s in heads)), ";".join(unique(s.day.isoformat() if s.day else None for s in heads)),
        ";".join(unique(s.title for s in heads)), ";".join(unique(claimant(v) for v in row.versions)),
        where_precision(p), p.name_en or p.name_ar, p.text, p.admin1, p.admin2,
        f"{p.lat:.6f}" if placed else None, f"{p.lon:.6f}" if placed else None,
        f"POINT ({p.lon:.6f} {p.lat:.6f})" if placed else None, priogrid(p.lat, p.lon) if placed else None,  # type: ignore[arg-type]
        where.get("ucdp", where["en"]), where["gw"], where["ucdp_region"], 1, date_precision(i),
        f"{i.date_start.isoformat()} 00:00:00.000", f"{i.date_end.isoformat()} 00:00:00.000",
        *dead, best, high, low,
        country(states[a.name_en])["gw"] if a and a.name_en in states else None,  # type: ignore[index]
        country(states[b.name_en])["gw"] if b and b.name_en in states else None,  # type: ignore[index]
    ]  # fmt: skip


class UcdpGed(RecordTable):
    """One row per fatal incident."""

    name = "ucdp-ged"
    file_name = "ged_layout.csv"
    title = "Fatal incidents in the column layout of UCDP GED (not UCDP data)"
    facts = "ucdp"

    def values(self, row: Row, losses: Losses) -> list[Any] | None:
        """See ``record``."""
        return record(row, losses)


EXPORTERS = {"ucdp-ged": UcdpGed()}
