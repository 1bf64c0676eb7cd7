"""Claims contract ``waqai.claims/1``: coded reports to and from plain JSON objects."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from waqai.model.claims import ActorRef, Claim, Claimant, CodedReport
from waqai.model.enums import (
    ClaimKind,
    EventType,
    GeoPrecision,
    Modality,
    PlaceLevel,
    Stance,
    StatementKind,
    TimeBasis,
    TimePrecision,
)
from waqai.model.mentions import CountRange, PlaceRef
from waqai.model.text import Issue, Report, Span

SCHEMA = "waqai.claims/1"
COUNTS = ("fatalities", "injuries", "captured", "killed_or_injured")


def count_to_dict(c: CountRange | None) -> dict[str, Any] | None:
    """``{"low", "best", "high", "text"}`` or ``None``."""
    return None if c is None else {"low": c.low, "best": c.best, "high": c.high, "text": c.text}


def actor_to_dict(a: ActorRef | None) -> dict[str, Any] | None:
    """The ``perpetrator``/``target`` object of the contract."""
    if a is None:
        return None
    return {
        "id": a.id, "name_en": a.name_en, "name_ar": a.name_ar, "text": a.text, "stance": str(a.stance), "kind": a.kind, "object": a.object,
    }  # fmt: skip


def place_to_dict(p: PlaceRef | None) -> dict[str, Any] | None:
    """The ``place`` object of the contract; ``kind`` is the codebook's grain, ``feature`` the gazetteer's or the area's kind."""
    if p is None:
        return None
    return {
        "id": p.id, "text": p.text, "name_ar": p.name_ar, "name_en": p.name_en, "kind": str(p.level), "level": str(p.level),
        "feature": p.kind,
        "admin1": p.admin1, "admin2": p.admin2, "admin3": p.admin3, "pcode": p.pcode, "country": p.country,
        "lat": p.lat, "lon": p.lon, "geo_precision": str(p.geo_precision), "radius_km": p.radius_km,
        "needs_review": p.needs_review, "candidates": p.candidates, "score": p.score,
    }  # fmt: skip


def claim_to_dict(c: Claim) -> dict[str, Any]:
    """One entry of ``claims``; spans are ``[start, end)`` code points of the report text."""
    return {
        "id": c.id, "kind": str(c.kind), "event_type": str(c.event_type), "acled_sub_event_type": c.acled_sub_event_type,
        "modality": str(c.modality), "perpetrator": actor_to_dict(c.perpetrator), "target": actor_to_dict(c.target),
        "claimant": {
            "id": c.claimant.id, "name_en": c.claimant.name_en, "outlet": c.claimant.outlet, "text": c.claimant.text,
            "chain": list(c.claimant.chain),
        },
        "date_start": c.date_start.isoformat() if c.date_start else None,
        "date_end": c.date_end.isoformat() if c.date_end else None,
        "time_precision": str(c.time_precision), "time_basis": str(c.time_basis),
        "candidate_years": list(c.candidate_years) if c.candidate_years else None,
        "place": place_to_dict(c.place),
        **{k: count_to_dict(getattr(c, k)) for k in COUNTS},
        "weapons": list(c.weapons), "trigger": c.trigger,
        "evidence": {k: [[s[0], s[1]] for s in v] for k, v in c.evidence.items()},
        "rule": c.rule, "rules": dict(c.rules), "score": c.score, "incident_id": c.incident_id,
        "events": count_to_dict(c.events), "statement": str(c.statement) if c.statement else None,
    }  # fmt: skip


def report_to_dict(r: Report) -> dict[str, Any]:
    """The ``report`` object; the text itself is not part of the contract."""
    return {
        "id": r.id, "path": r.path, "title": r.title, "outlet": r.outlet, "url": r.url,
        "published_at": r.published.isoformat() if r.published else None, "published_basis": r.published_basis,
        "sha256": r.sha256, "lang": r.lang,
    }  # fmt: skip


def coded_to_dict(c: CodedReport) -> dict[str, Any]:
    """One line of ``claims.jsonl``."""
    return {
        "schema": SCHEMA,
        "report": report_to_dict(c.report),
        "claims": [claim_to_dict(x) for x in c.claims],
        "issues": [
            {"code": i.code, "severity": str(i.severity), "span": list(i.span) if i.span else None, "detail": i.detail} for i in c.issues
        ],
    }


def count_from_dict(d: dict[str, Any] | None) -> CountRange | None:
    """Inverse of ``count_to_dict``."""
    return None if d is None else CountRange(d.get("low"), d.get("best"), d.get("high"), d.get("text"))


def actor_from_dict(d: dict[str, Any] | None) -> ActorRef | None:
    """Inverse of ``actor_to_dict``."""
    if d is None:
        return None
    return ActorRef(
        d.get("id"), d["name_en"], d.get("name_ar"), d.get("text"), Stance(d.get("stance") or "neutral"), d.get("kind"), d.get("object")
    )  # fmt: skip


def place_from_dict(d: dict[str, Any] | None) -> PlaceRef | None:
    """Inverse of ``place_to_dict``."""
    if d is None:
        return None
    return PlaceRef(
        id=d.get("id"), text=d["text"], name_ar=d["name_ar"], name_en=d.get("name_en"), kind=d.get("feature") or d["kind"],
        level=PlaceLevel(d.get("level") or "none"), admin1=d.get("admin1"), admin2=d.get("admin2"), admin3=d.get("admin3"),
        pcode=d.get("pcode"), country=d.get("country"), lat=d.get("lat"), lon=d.get("lon"),
        geo_precision=GeoPrecision(d["geo_precision"]), needs_review=bool(d.get("needs_review")),
        candidates=int(d.get("candidates") or 0), score=float(d.get("score") or 0.0), radius_km=d.get("radius_km"),
    )  # fmt: skip


def _day(s: str | None) -> date | None:
    return date.fromisoformat(s[:10]) if s else None


def claim_from_dict(d: dict[str, Any]) -> Claim:
    """Inverse of ``claim_to_dict``.

    Raises:
        KeyError, ValueError: a required name is missing or a value is not of its enumeration.
    """
    who = d["claimant"]
    years = d.get("candidate_years")
    return Claim(
        id=d["id"], kind=ClaimKind(d["kind"]), event_type=EventType(d["event_type"]), modality=Modality(d["modality"]),
        perpetrator=actor_from_dict(d.get("perpetrator")), target=actor_from_dict(d.get("target")),
        claimant=Claimant(who.get("id"), who["name_en"], who.get("outlet"), who.get("text"), tuple(who.get("chain") or ())),
        date_start=_day(d.get("date_start")), date_end=_day(d.get("date_end")),
        time_precision=TimePrecision(d["time_precision"]), time_basis=TimeBasis(d["time_basis"]),
        candidate_years=tuple(years) if years else None, place=place_from_dict(d.get("place")),
        fatalities=count_from_dict(d.get("fatalities")), injuries=count_from_dict(d.get("injuries")),
        captured=count_from_dict(d.get("captured")), killed_or_injured=count_from_dict(d.get("killed_or_injured")),
        weapons=tuple(d.get("weapons") or ()), trigger=d["trigger"],
        evidence={k: tuple(Span(a, b) for a, b in v) for k, v in (d.get("evidence") or {}).items()},
        rule=d.get("rule") or "", rules=dict(d.get("rules") or {}), score=float(d.get("score", 1.0)),
        acled_sub_event_type=d.get("acled_sub_event_type"), incident_id=d.get("incident_id"),
        events=count_from_dict(d.get("events")),
        statement=StatementKind(d["statement"]) if d.get("statement") else None,
    )  # fmt: skip


def _when(s: str | None) -> datetime | date | None:
    if not s:
        return None
    return date.fromisoformat(s) if len(s) == 10 else datetime.fromisoformat(s)


def coded_from_dict(d: dict[str, Any], text: str = "") -> CodedReport:
    """Inverse of ``coded_to_dict``; the report text is not in the contract and is given apart."""
    r = d["report"]
    report = Report(
        id=r["id"], text=text, sha256=r["sha256"], path=r.get("path"), title=r.get("title"), outlet=r.get("outlet"), url=r.get("url"),
        published=_when(r.get("published_at")), published_basis=r.get("published_basis") or "none", lang=r.get("lang") or "ar",
    )  # fmt: skip
    issues = tuple(Issue(i["code"], i["severity"], i["detail"], Span(*i["span"]) if i.get("span") else None) for i in d.get("issues", ()))
    return CodedReport(report, tuple(claim_from_dict(c) for c in d["claims"]), issues)
