"""From what a person types and selects to the values of an amendment, checked before anything is stored."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from waqai.desk.words import COUNTS, FIELDS, typed_actor
from waqai.errors import UsageError
from waqai.frame.saying import OUTLET
from waqai.model import Claim, Claimant, ClaimKind, EventType, Modality, Report, TimeBasis, TimePrecision, Weapon
from waqai.model.serial import claim_from_dict, claim_to_dict

TEXT = 300
BIGGEST = 1_000_000


def values_of(claim: Claim, text: str, given: str) -> dict[str, Any]:
    """The values an amendment stores.

    Args:
        claim: as the reviewers left it so far.
        text: the report's text; evidence must lie in it.
        given: a JSON object of changed fields, as the page sends it.

    Returns:
        Fields of the claims contract; empty when nothing differs.

    Raises:
        UsageError: the field at fault.
    """
    try:
        raw = json.loads(given or "{}")
    except ValueError as e:
        raise UsageError("json") from e
    if not isinstance(raw, dict) or not set(raw) <= _CHECKS.keys():
        raise UsageError("field")
    old = claim_to_dict(claim)
    out: dict[str, Any] = {}
    for name, value in raw.items():
        made = _CHECKS[name](value, old, text)
        if made != old.get(name):
            out[name] = made
    if ("date_start" in out or "date_end" in out) and "date" not in out:
        first, last = out.get("date_start", old["date_start"]), out.get("date_end", old["date_end"])
        if first and last and first > last:
            raise UsageError("date_start")
        out["time_precision"] = _precision(first, last)
        out["time_basis"] = "stated" if first or last else "none"
        out["candidate_years"] = None
    if "event_type" in out:
        # The finer type was that of the reading; an export derives it again.
        out["acled_sub_event_type"] = None
    if out:
        try:
            claim_from_dict({**old, **out})
        except (KeyError, ValueError, TypeError) as e:
            raise UsageError("field") from e
    return out


def blank(report: Report) -> Claim:
    """A claim that states nothing yet, told by the report's outlet; its id is empty."""
    outlet = Claimant(None, OUTLET, report.outlet, None, (report.outlet or "outlet",))
    return Claim(
        id="", kind=ClaimKind.EVENT, event_type=EventType.OTHER, modality=Modality.REPORTED, perpetrator=None, target=None,
        claimant=outlet, date_start=None, date_end=None, time_precision=TimePrecision.NONE, time_basis=TimeBasis.NONE,
        candidate_years=None, place=None, fatalities=None, injuries=None, captured=None, killed_or_injured=None, weapons=(), trigger="",
        evidence={}, rule="",
    )  # fmt: skip


def with_values(claim: Claim, values: dict[str, Any], text: str) -> Claim:
    """The claim with the values of ``values_of``; the trigger is the words its evidence points at.

    Raises:
        UsageError: ``trigger``: no words tell the event.
    """
    spans = values.get("evidence", {}).get("trigger")
    if not spans:
        raise UsageError("trigger")
    told = " … ".join(text[a:b] for a, b in spans)
    return claim_from_dict({**claim_to_dict(claim), **values, "trigger": told})


def _precision(first: str | None, last: str | None) -> str:
    if not first and not last:
        return str(TimePrecision.NONE)
    if first == last:
        return str(TimePrecision.DAY)
    if first and last and (date.fromisoformat(last) - date.fromisoformat(first)).days < 7:
        return str(TimePrecision.DAYS)
    return str(TimePrecision.RANGE)


def _one_of(kind: Any, name: str) -> Any:
    def check(value: Any, old: dict[str, Any], text: str) -> str:
        if value not in {str(x) for x in kind}:
            raise UsageError(name)
        return str(value)

    return check


def _text(value: Any, name: str, empty: bool = True) -> str | None:
    if value is None or value == "":
        if not empty:
            raise UsageError(name)
        return None
    if not isinstance(value, str) or len(value) > TEXT:
        raise UsageError(name)
    return value


def _day(name: str) -> Any:
    def check(value: Any, old: dict[str, Any], text: str) -> str | None:
        if value in (None, ""):
            return None
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError as e:
            raise UsageError(name) from e

    return check


def _actor(name: str) -> Any:
    def check(value: Any, old: dict[str, Any], text: str) -> dict[str, Any] | None:
        if not value:
            return None
        if not isinstance(value, dict):
            raise UsageError(name)
        before = old.get(name) or {}
        told = typed_actor(_text(value.get("name_en"), name) or "")
        if not told:
            return None
        known = actor_of(told)
        words = _text(value.get("text"), name)
        same = before.get("name_en") == told
        return {
            "id": known[0] if known else None, "name_en": told, "name_ar": known[1] if known else (before.get("name_ar") if same else None),
            "text": words if words is not None else before.get("text"), "stance": before.get("stance") or "neutral",
            "kind": known[2] if known else (before.get("kind") if same else None), "object": before.get("object") if same else None,
        }  # fmt: skip

    return check


def _claimant(value: Any, old: dict[str, Any], text: str) -> dict[str, Any]:
    before = dict(old["claimant"])
    if not isinstance(value, dict):
        raise UsageError("claimant")
    told = typed_actor(_text(value.get("name_en"), "claimant", empty=False) or "")
    if told == before["name_en"] and value.get("text") in (None, before.get("text")):
        return before
    known = actor_of(told)
    chain = [x for x in (before.get("outlet"), told) if x]
    words = _text(value.get("text"), "claimant") or before.get("text")
    return {"id": known[0] if known else None, "name_en": told, "outlet": before.get("outlet"), "text": words, "chain": chain}


def actor_of(name_en: str) -> tuple[str, str | None, str | None] | None:
    """``(id, Arabic name, category)`` of a canonical English name; ``None`` when the registry has none."""
    from waqai.resources.registry import registry

    for key, a in registry().actors.items():
        if a.name_en == name_en:
            return key, a.name_ar, a.category
    return None


def _count(name: str) -> Any:
    def check(value: Any, old: dict[str, Any], text: str) -> dict[str, Any] | None:
        if value is None:
            return None
        if not isinstance(value, dict):
            raise UsageError(name)
        out: dict[str, Any] = {}
        for part in ("low", "best", "high"):
            n = value.get(part)
            if n is not None and (not isinstance(n, int) or isinstance(n, bool) or not 0 <= n <= BIGGEST):
                raise UsageError(name)
            out[part] = n
        told = [n for n in (out["low"], out["best"], out["high"]) if n is not None]
        if not told:
            return None
        if told != sorted(told):
            raise UsageError(name)
        out["text"] = _text(value.get("text"), name) or (old.get(name) or {}).get("text")
        return out

    return check


def _weapons(value: Any, old: dict[str, Any], text: str) -> list[str]:
    known = [str(w) for w in Weapon]
    if not isinstance(value, list) or not all(w in known for w in value):
        raise UsageError("weapons")
    return [w for w in known if w in value]


def _trigger(value: Any, old: dict[str, Any], text: str) -> str:
    return _text(value, "trigger", empty=False) or ""


def place_dict(place_id: str, words: str | None, candidates: int = 1) -> dict[str, Any]:
    """The contract's ``place`` for an entry of the gazetteer that a person chose.

    Raises:
        UsageError: no such entry.
    """
    from waqai.resources.gazetteer import gazetteer
    from waqai.resources.gazetteer.model import geo_precision

    g = gazetteer()
    p = g.by_id(place_id)
    if p is None:
        raise UsageError("place")
    kind = g.kinds.get(p.kind)
    return {
        "id": p.id, "text": words or p.name_ar, "name_ar": p.name_ar, "name_en": p.name_en, "kind": p.kind,
        "level": str(kind.level) if kind else "none", "admin1": p.admin1, "admin2": p.admin2, "admin3": p.admin3, "pcode": p.pcode,
        "country": p.country or None, "lat": p.lat, "lon": p.lon, "geo_precision": str(geo_precision(p)), "radius_km": None,
        "needs_review": False, "candidates": candidates, "score": 1.0,
    }  # fmt: skip


def _place(value: Any, old: dict[str, Any], text: str) -> dict[str, Any] | None:
    if not value:
        return None
    if not isinstance(value, dict):
        raise UsageError("place")
    before = old.get("place") or {}
    words = _text(value.get("text"), "place")
    if value.get("id"):
        if value["id"] == before.get("id") and not before.get("needs_review"):
            return {**before, "text": words or before["text"]}
        return place_dict(str(value["id"])[:80], words or before.get("text"))
    if not words:
        return None
    if words == before.get("text"):
        return dict(before)
    # A name the gazetteer does not hold: kept as told, not placed.
    return {
        "id": None, "text": words, "name_ar": words, "name_en": None, "kind": "place", "level": "none", "admin1": before.get("admin1"),
        "admin2": None, "admin3": None, "pcode": None, "country": before.get("country"), "lat": None, "lon": None,
        "geo_precision": "unplaced", "radius_km": None, "needs_review": True, "candidates": 0, "score": 0.0,
    }  # fmt: skip


def _evidence(value: Any, old: dict[str, Any], text: str) -> dict[str, Any]:
    if not isinstance(value, dict) or not set(value) <= set(FIELDS):
        raise UsageError("evidence")
    out = dict(old["evidence"])
    for name, spans in value.items():
        if not isinstance(spans, list) or len(spans) > 20:
            raise UsageError("evidence")
        clean = []
        for s in spans:
            ok = isinstance(s, list) and len(s) == 2 and all(isinstance(x, int) and not isinstance(x, bool) for x in s)
            if not ok or not 0 <= s[0] < s[1] <= len(text):
                raise UsageError("evidence")
            clean.append(s)
        if clean:
            out[name] = sorted(clean)
        else:
            out.pop(name, None)
    return out


_CHECKS: dict[str, Any] = {
    "event_type": _one_of(EventType, "event_type"),
    "modality": _one_of(Modality, "modality"),
    "perpetrator": _actor("perpetrator"),
    "target": _actor("target"),
    "claimant": _claimant,
    "date_start": _day("date_start"),
    "date_end": _day("date_end"),
    "place": _place,
    **{name: _count(name) for name in COUNTS},
    "weapons": _weapons,
    "trigger": _trigger,
    "evidence": _evidence,
}
EDITABLE = tuple(_CHECKS)
