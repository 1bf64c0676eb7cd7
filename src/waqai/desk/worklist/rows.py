"""From the payload of a claim or incident to its flat row, with its place in the queue."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from waqai.desk.config import table
from waqai.desk.words import COUNTS

STATES = ("open", "accepted", "amended", "rejected", "not_event")
# Decision → state of a claim; what is not here leaves the state as it was. Who adds a claim has judged it.
STATE_OF = {
    "add": "accepted", "accept": "accepted", "amend": "amended", "reject": "rejected", "not_event": "not_event", "reopen": "open",
}  # fmt: skip
Row = dict[str, Any]


def priority(row: Row) -> int:
    """Points of a claim by ``settings.yml``."""
    p = table("settings")["priority"]
    points = min(p["killed"]["most"], p["killed"]["each"] * (row["killed"] or 0))
    points += min(p["hurt"]["most"], p["hurt"]["each"] * (row["hurt"] or 0))
    points += sum(p[name] for name in ("disagree", "low", "unplaced", "year", "changed") if row[name])
    return int(points + p.get(row["kind"], 0))


def in_share(claim_id: str) -> bool:
    """Whether a claim is of the share coded twice: the same for everybody, decided by its id alone."""
    d = table("settings")["double"]
    h = hashlib.sha256(f"{d['seed']}|{claim_id}".encode()).digest()
    return int.from_bytes(h[:6], "big") / 2**48 < float(d["share"])


def _shown(c: dict[str, Any], title: str | None) -> str:
    """What a line of the inbox shows beyond the columns, so that no page has to open the store for it."""
    counts = {k: [c[k]["low"], c[k]["best"], c[k]["high"]] for k in COUNTS if c.get(k)}
    names = {k: c[k]["name_ar"] for k in ("perpetrator", "target") if c.get(k)}
    return json.dumps({"title": title, **counts, **names}, ensure_ascii=False, separators=(",", ":"))


def work_row(seq: int, rid: str, head: dict[str, Any], changed: bool, payload: str) -> Row:
    """The flat row of a claim's payload; no decision, no incident yet.

    Args:
        head: ``outlet``, ``published`` and ``title`` of its report.
    """
    c = json.loads(payload)
    place = c["place"] or {}

    def most(*names: str) -> int | None:
        found = [x for n in names if c.get(n) for x in (c[n]["high"], c[n]["best"], c[n]["low"]) if x is not None]
        return max(found) if found else None

    killed, hurt = most("fatalities", "killed_or_injured"), most("injuries", "captured")
    row: Row = {
        "seq": seq, "id": c["id"], "rid": rid, "outlet": head["outlet"], "published": (head["published"] or "")[:10] or None,
        "kind": c["kind"],
        "event_type": c["event_type"], "modality": c["modality"], "day": c["date_start"] or c["date_end"],
        "day_end": c["date_end"] or c["date_start"], "perpetrator": (c["perpetrator"] or {}).get("name_en"),
        "target": (c["target"] or {}).get("name_en"), "claimant": c["claimant"]["name_en"],
        "area": place.get("admin1") or place.get("country"), "country": place.get("country"), "place_ar": place.get("name_ar"),
        "place_en": place.get("name_en") or place.get("name_ar"), "killed": killed, "hurt": hurt, "score": c["score"],
        "casualties": bool(killed or hurt), "low": c["score"] < table("settings")["low_score"], "year": bool(c["candidate_years"]),
        "changed": changed,
        "unplaced": bool(c["kind"] == "event" and (not place or place.get("needs_review") or place.get("lat") is None)),
        "disagree": False, "state": "open", "version": 0, "by": None, "decided_at": None, "incident": None,
    }  # fmt: skip
    row["priority"] = priority(row)
    row["shown"] = _shown(c, head["title"])
    row["share"] = row["kind"] == "event" and in_share(row["id"])
    return row


def happening_row(seq: int, payload: str) -> Row:
    """The flat row of an incident's payload."""
    i = json.loads(payload)
    p = i["place"] or {}
    placed = p.get("lat") is not None
    toll = i["fatalities"]
    return {
        "id": i["id"], "seq": seq, "event_type": i["event_type"], "day": i["date_start"] or i["date_end"],
        "day_end": i["date_end"] or i["date_start"], "area": p.get("admin1") or p.get("country"), "country": p.get("country"),
        "place_ar": p.get("name_ar"), "place_en": p.get("name_en") or p.get("name_ar"),
        "lat": p.get("lat") if placed else None, "lon": p.get("lon") if placed else None, "precision": p.get("geo_precision"),
        "radius": p.get("radius_km"),
        "perpetrator": (i["perpetrator"] or {}).get("name_en"), "perpetrator_ar": (i["perpetrator"] or {}).get("name_ar"),
        "target": (i["target"] or {}).get("name_en"), "target_ar": (i["target"] or {}).get("name_ar"),
        "killed_low": toll["low"], "killed_best": toll["best"], "killed_high": toll["high"], "members": len(i["claims"]),
        "origins": i["corroboration"], "attribution": i["attribution"], "disagree": bool(i["disagreement"]), "state": "draft",
    }  # fmt: skip
