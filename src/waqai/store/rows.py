"""Model types to rows and back. A payload is canonical JSON of the contract object; its digest is the row's hash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from waqai.model import Claim, CodedReport, Issue, Report
from waqai.model.days import days_of, ordinal
from waqai.model.incidents import Incident
from waqai.model.serial import claim_from_dict, claim_to_dict, coded_from_dict, report_to_dict
from waqai.model.serial_incidents import incident_from_dict, incident_to_dict
from waqai.store.ids import canonical, digest, short

Row = dict[str, Any]
_AREA_MIDPOINTS = ("admin1", "country", "unplaced")


def report_key(r: Report) -> str:
    """The store's key of a report as read: its id, its bytes and what was said about it. The path is no part of it."""
    published = r.published.isoformat() if r.published else None
    return short(canonical([r.id, r.sha256, r.title, r.outlet, r.url, published]))


def report_payload(r: Report) -> str:
    """The report object without path: moving a file changes nothing."""
    d = report_to_dict(r)
    d["path"] = None
    d["text_sha256"] = digest(r.text)
    return canonical(d)


def issues_payload(issues: Sequence[Issue]) -> str:
    """Issues as a JSON list."""
    return canonical([[i.code, str(i.severity), i.detail, list(i.span) if i.span else None] for i in issues])


def claim_row(c: Claim, report: Report) -> Row:
    """Columns of ``claim`` that follow from the claim; its incident changes with the links and is no part of them."""
    d = claim_to_dict(c)
    d["incident_id"] = None
    payload = canonical(d)
    p = c.place
    span = days_of(c, ordinal(report.published)) or (None, None)
    return {
        "id": c.id, "kind": str(c.kind), "event_type": str(c.event_type), "modality": str(c.modality),
        "date_start": _iso(c.date_start), "date_end": _iso(c.date_end), "first_day": span[0], "last_day": span[1],
        "country": p.country if p else None, "admin1": p.admin1 if p else None, "place_id": p.id if p else None,
        "perpetrator": c.perpetrator.name_en if c.perpetrator else None,
        "target": c.target.name_en if c.target else None,
        "claimant": c.claimant.name_en, "fatalities_low": c.fatalities.low if c.fatalities else None,
        "score": c.score, "needs_review": bool(p and p.needs_review), "payload": payload, "row_hash": digest(payload),
    }  # fmt: skip


def span_of_payload(claim: str, report: str) -> tuple[int, int] | None:
    """``first_day`` and ``last_day`` of a stored claim; ``None`` when nothing is known."""
    published = coded_from_dict({"report": json.loads(report), "claims": []}).report.published
    return days_of(claim_from_dict(json.loads(claim)), ordinal(published))


def point(c: Claim) -> tuple[float, float] | None:
    """``(lat, lon)`` to index; ``None`` when unplaced or only a governorate's or country's middle is known."""
    p = c.place
    if p is None or p.lat is None or p.lon is None or p.geo_precision in _AREA_MIDPOINTS:
        return None
    return p.lat, p.lon


def incident_row(i: Incident) -> Row:
    """Columns of ``incident``. The state is kept by decisions, so the payload always says ``draft``."""
    d = incident_to_dict(i)
    d["state"] = "draft"
    payload = canonical(d)
    return {
        "id": i.id, "event_type": str(i.event_type), "date_start": _iso(i.date_start), "date_end": _iso(i.date_end),
        "country": i.place.country if i.place else None, "admin1": i.place.admin1 if i.place else None,
        "perpetrator": i.perpetrator.name_en if i.perpetrator else None,
        "target": i.target.name_en if i.target else None,
        "fatalities_best": i.fatalities.best, "corroboration": i.corroboration, "attribution": i.attribution,
        "payload": payload, "row_hash": digest(payload),
    }  # fmt: skip


def claim_of(payload: str, incident_id: str | None) -> Claim:
    """The claim of a payload, with the incident it now belongs to."""
    d = json.loads(payload)
    d["incident_id"] = incident_id
    return claim_from_dict(d)


def incident_of(payload: str, state: str) -> Incident:
    """The incident of a payload in its present state."""
    d = json.loads(payload)
    d["state"] = state
    return incident_from_dict(d)


def coded_of(report: str, issues: str, claims: Sequence[tuple[str, str | None]], text: str) -> CodedReport:
    """A coded report from its payloads; ``claims`` are ``(payload, incident id)`` in text order."""
    said = [
        {"code": c, "severity": s, "detail": d, "span": span}
        for c, s, d, span in json.loads(issues)
    ]  # fmt: skip
    objects = []
    for payload, incident_id in claims:
        d = json.loads(payload)
        d["incident_id"] = incident_id
        objects.append(d)
    return coded_from_dict({"report": json.loads(report), "claims": objects, "issues": said}, text)


def coding_hash(rid: str, run_id: str, method: str, report: str, issues: str, claim_hashes: Sequence[str]) -> str:
    """The digest of a coding: what was coded, by which method, with which result."""
    return digest(canonical([rid, run_id, method, digest(report), digest(issues), list(claim_hashes)]))


def _iso(d: date | None) -> str | None:
    return d.isoformat() if d else None
