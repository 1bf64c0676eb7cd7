"""PLOVER: one JSON record a line, all sides in lists, sizes and places in their own objects."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from waqai.model import ActorRef
from waqai.publish.data import ExportData, Row
from waqai.publish.exporters.base import Column, Losses, Options
from waqai.publish.exporters.words import country, only_denied, only_planned, public_id, summary
from waqai.publish.labels import table
from waqai.publish.quotes import plain


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = table("plover")
    return facts


def entity(a: ActorRef) -> dict[str, Any]:
    """An actor as PLOVER writes it; the Wikidata item only where it is certain."""
    facts = _facts()
    sector = "COP" if a.name_en in facts["police"] else facts["sectors"].get(a.kind or "", "UNK")
    out: dict[str, Any] = {"code": a.name_en, "sector": [sector], "entity_text": a.text or a.name_ar or a.name_en}
    if a.name_en in facts["wikidata"]:
        out["identifier_id"] = facts["wikidata"][a.name_en]
        out["identifier_text"] = a.name_en
    return out


def record(row: Row, data: ExportData, losses: Losses) -> dict[str, Any] | None:
    """One record; ``None`` when PLOVER has no event for it."""
    i, facts = row.incident, _facts()
    rule = facts["types"].get(str(i.event_type))
    for bad, reason in (
        (rule is None, f"PLOVER has no event for {i.event_type}"),
        (only_planned(row), "planned, not done"),
        (i.date_start is None, "no first day"),
        (i.perpetrator is None and i.target is None, "no actor on either side"),
    ):
        if bad:
            losses.drop(i.id, reason)
            return None
    mode = rule["mode"]
    if rule["event"] == "ASSAULT" and mode not in ("abduct", "targeted", "destroy"):
        mode = next((facts["weapons"][w] for w in i.weapons if w in facts["weapons"]), mode)
    both = bool(rule.get("both"))
    actors = [entity(a) for a in ((i.perpetrator, i.target) if both else (i.perpetrator,)) if a]
    if not actors:
        actors = [{"code": "", "sector": ["UNK"], "entity_text": ""}]
        losses.note(i.id, "no perpetrator stated: empty actor of sector UNK")
    context = ["military"] if any("MIL" in a["sector"] for a in actors) else []
    out: dict[str, Any] = {
        "id": public_id(i),
        "date": i.date_start.isoformat(),  # type: ignore[union-attr]
        "actor": actors,
        "event": rule["event"],
        "quad_code": facts["events"][rule["event"]],
        "event_scale": facts["scale"].get(rule["event"]),
        "mode": [mode] if mode else [],
        "context": context,
    }
    if only_denied(row) or i.attribution == "denied":
        out["mode"].append("negation")
    if i.date_end and i.date_end != i.date_start:
        out["enddate"] = i.date_end.isoformat()
    if i.target and not both:
        out["recipient"] = [entity(i.target)]
    size = {
        "dead": next((x for x in (i.fatalities.best, i.fatalities.low) if x is not None), None),
        "injured": next((x for x in (i.injuries.best, i.injuries.low) if x is not None), None),
        "arrested": next((x for x in (i.captured.best, i.captured.low) if x is not None), None),
    }
    out["size"] = {k: v for k, v in size.items() if v is not None}
    for name in ("fatalities", "injuries", "captured"):
        c = getattr(i, name)
        if c.low != c.high:
            losses.note(i.id, f"range of {name} flattened to its best figure")
    p = i.place
    if p is not None:
        where = country(p.country)
        loc = {
            "extracted_place": p.text, "resolved_place": p.name_en or p.name_ar, "lat": p.lat, "lon": p.lon, "city": None,
            "district": p.admin2, "province": p.admin1, "country": where["en"] if where else p.country,
            "country_code": where["iso3"] if where else None, "resolution": facts["resolution"].get(str(p.geo_precision)),
        }  # fmt: skip
        out["event_loc"] = {k: v for k, v in loc.items() if v is not None}
    out["event_text"] = row.versions[0].claim.trigger if row.versions else ""
    out["text"] = plain(row.versions[0].quote) if row.versions else ""
    out["comment"] = summary(row)
    out["cite_info"] = [
        {
            k: v
            for k, v in {
                "publication": v_.source.outlet, "title": v_.source.title, "url": v_.source.url, "language": "ar",
                "citation": v_.source.day.isoformat() if v_.source.day else None, "coder": "Waqai", "version": data.method_version,
            }.items()
            if v
        }
        for v_ in {v.source.id: v for v in row.versions}.values()
    ]  # fmt: skip
    return out


class Plover:
    """One JSON object a line."""

    name = "plover"
    file_name = "plover.jsonl"
    title = "Incidents as PLOVER records"
    media_type = "application/x-ndjson"
    columns: tuple[Column, ...] = ()

    def write(self, data: ExportData, rows: Iterable[Row], path: Path, losses: Losses, options: Options) -> list[Path]:
        """See ``Exporter.write``."""
        with path.open("w", encoding="utf-8") as f:
            for row in rows:
                one = record(row, data, losses)
                if one is not None:
                    f.write(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n")
        return []


EXPORTERS = {"plover": Plover()}
