"""Incidents and tally checks to and from plain JSON objects (``waqai.incidents/1``, ``waqai.tallies/1``)."""

from __future__ import annotations

from datetime import date
from typing import Any

from waqai.model.enums import EventType
from waqai.model.incidents import BoundedCount, ClaimLink, Incident, LinkReason, Origin, TallyCheck
from waqai.model.serial import actor_from_dict, actor_to_dict, place_from_dict, place_to_dict

INCIDENT_SCHEMA = "waqai.incidents/1"
TALLY_SCHEMA = "waqai.tallies/1"


def bounded_to_dict(c: BoundedCount) -> dict[str, Any]:
    """``low``, ``best``, ``high`` and the claim ids behind each."""
    return {
        "low": c.low, "best": c.best, "high": c.high,
        "low_claims": list(c.low_claims), "best_claims": list(c.best_claims), "high_claims": list(c.high_claims),
    }  # fmt: skip


def bounded_from_dict(d: dict[str, Any] | None) -> BoundedCount:
    """Inverse of ``bounded_to_dict``; ``None`` is "no member states it"."""
    if d is None:
        return BoundedCount(None, None, None)
    names = ("low_claims", "best_claims", "high_claims")
    return BoundedCount(d["low"], d["best"], d["high"], *(tuple(d.get(n) or ()) for n in names))


def link_to_dict(x: ClaimLink) -> dict[str, Any]:
    """One link with its reasons."""
    reasons = [{"feature": r.feature, "value": r.value, "weight": r.weight, "detail": r.detail} for r in x.reasons]
    return {"claim": x.claim, "other": x.other, "score": x.score, "by": x.by, "reasons": reasons}


def link_from_dict(d: dict[str, Any]) -> ClaimLink:
    """Inverse of ``link_to_dict``."""
    reasons = tuple(LinkReason(r["feature"], r["value"], r["weight"], r.get("detail", "")) for r in d["reasons"])
    return ClaimLink(d["claim"], d["other"], d["score"], reasons, d.get("by", "machine"))


def incident_to_dict(i: Incident) -> dict[str, Any]:
    """One line of ``incidents.jsonl``."""
    return {
        "schema": INCIDENT_SCHEMA, "id": i.id, "state": i.state, "claims": list(i.claims),
        "rule": i.rule, "rule_version": i.rule_version, "event_type": str(i.event_type),
        "date_start": i.date_start.isoformat() if i.date_start else None,
        "date_end": i.date_end.isoformat() if i.date_end else None,
        "place": place_to_dict(i.place),
        "perpetrator": actor_to_dict(i.perpetrator), "target": actor_to_dict(i.target),
        "fatalities": bounded_to_dict(i.fatalities), "injuries": bounded_to_dict(i.injuries),
        "captured": bounded_to_dict(i.captured), "killed_or_injured": bounded_to_dict(i.killed_or_injured),
        "weapons": list(i.weapons),
        "origins": [
            {"id": o.id, "claimant": o.claimant, "claims": list(o.claims), "reports": list(o.reports)} for o in i.origins
        ],
        "corroboration": i.corroboration, "attribution": i.attribution,
        "disagreement": {k: list(v) for k, v in i.disagreement},
        "links": [link_to_dict(x) for x in i.links], "part_of": list(i.part_of),
    }  # fmt: skip


def incident_from_dict(d: dict[str, Any]) -> Incident:
    """Inverse of ``incident_to_dict``.

    Raises:
        KeyError, ValueError: a required name is missing or a value is not of its enumeration.
    """
    return Incident(
        id=d["id"], claims=tuple(d["claims"]), rule=d["rule"], rule_version=d["rule_version"],
        event_type=EventType(d["event_type"]),
        date_start=date.fromisoformat(d["date_start"]) if d.get("date_start") else None,
        date_end=date.fromisoformat(d["date_end"]) if d.get("date_end") else None,
        place=place_from_dict(d.get("place")),
        perpetrator=actor_from_dict(d.get("perpetrator")), target=actor_from_dict(d.get("target")),
        fatalities=bounded_from_dict(d.get("fatalities")), injuries=bounded_from_dict(d.get("injuries")),
        captured=bounded_from_dict(d.get("captured")), killed_or_injured=bounded_from_dict(d.get("killed_or_injured")),
        weapons=tuple(d.get("weapons") or ()),
        origins=tuple(
            Origin(o["id"], o["claimant"], tuple(o["claims"]), tuple(o["reports"])) for o in d.get("origins") or ()
        ),
        corroboration=int(d["corroboration"]), attribution=d["attribution"],
        disagreement=tuple((k, tuple(v)) for k, v in (d.get("disagreement") or {}).items()),
        links=tuple(link_from_dict(x) for x in d.get("links") or ()),
        part_of=tuple(d.get("part_of") or ()), state=d.get("state", "draft"),
    )  # fmt: skip


def tally_to_dict(t: TallyCheck) -> dict[str, Any]:
    """One line of ``tallies.jsonl``; ``stated`` is ``[low, high]``."""
    return {
        "schema": TALLY_SCHEMA, "claim": t.claim, "stated": list(t.stated), "covered": list(t.covered),
        "surplus": t.surplus, "missing": t.missing, "conflicting": list(t.conflicting), "ratio": t.ratio,
    }  # fmt: skip


def tally_from_dict(d: dict[str, Any]) -> TallyCheck:
    """Inverse of ``tally_to_dict``."""
    low, high = d["stated"]
    return TallyCheck(d["claim"], (low, high), tuple(d["covered"]), d["surplus"], d["missing"], tuple(d["conflicting"]), d["ratio"])
