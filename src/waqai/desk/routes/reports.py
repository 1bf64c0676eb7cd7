"""The report: its text as published beside what the machine read in it, and a person's judgement on each claim."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from fastapi import Depends
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.amend import values_of
from waqai.desk.core import Ctx, Refused, go, guard, json_answer
from waqai.desk.graphic import graphic_words
from waqai.desk.marking import classes, evidence_fields, segments, shown
from waqai.desk.routes.inbox import as_query, wanted
from waqai.desk.suggest import places as find_places
from waqai.desk.suggest import suggest as suggest_value
from waqai.desk.views import query, render
from waqai.desk.words import actor as actor_name
from waqai.errors import UsageError
from waqai.model import Claim, CodedReport, EventType, Modality, Weapon
from waqai.model.decisions import Decision
from waqai.model.serial import claim_to_dict, coded_from_dict
from waqai.store import VersionConflict, reviewed
from waqai.store import query as store_query
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import coded_of

G = Depends(guard)
ON_CLAIM = ("accept", "amend", "reject", "not_event", "reopen", "same", "duplicate")
NEED_WHY = ("reject", "not_event", "duplicate")


class Opened:
    """A report with its claims, the decisions on them, and where it stands in the store."""

    def __init__(self, c: Ctx, rid: str) -> None:
        with reading(c.desk.store.engine) as conn:
            row = conn.execute(s.report.select().where(s.report.c.rid == rid)).mappings().first()
            if row is None:
                raise Refused(404, "not_found")
            self.row = dict(row)
            coding = conn.execute(s.coding.select().where(s.coding.c.rid == rid, s.coding.c.ended_at.is_(None))).mappings().first()
            if coding is None:
                self.coded: CodedReport = coded_from_dict({"report": json.loads(row["payload"]), "claims": [], "issues": []}, row["text"])
                self.seqs: list[int] = []
            else:
                q = s.claim.select().where(s.claim.c.coding_seq == coding["seq"]).order_by(s.claim.c.position)
                claims = conn.execute(q).mappings().all()
                inside = store_query.memberships(conn, [x["id"] for x in claims])
                said = [(x["payload"], inside.get(x["id"])) for x in claims]
                self.coded = coded_of(coding["report_payload"], coding["issues_payload"], said, row["text"])
                self.seqs = [x["seq"] for x in claims]
            ids = [x.id for x in self.coded.claims]
            self.said = decisions_on(conn, ids)
        self.claims: list[Claim] = []
        for x in self.coded.claims:
            # Rejected claims stay on the page: with their amendments, marked as rejected.
            amendments = [d for d in self.said.get(x.id, ()) if d.action == "amend"]
            self.claims.append(reviewed(x, amendments) or x)

    def version(self, claim_id: str) -> int:
        """Version of the last decision on a claim; 0 when there is none."""
        return max((d.version for d in self.said.get(claim_id, ()) if d.subject == claim_id), default=0)

    def state(self, claim_id: str) -> str:
        """State by the last judgement."""
        from waqai.desk.worklist import _STATE

        last = [d.action for d in self.said.get(claim_id, ()) if d.subject == claim_id and d.action in _STATE]
        return _STATE[last[-1]] if last else "open"


def decisions_on(conn: sa.Connection, ids: list[str]) -> dict[str, list[Decision]]:
    """Decisions on claims, oldest first."""
    out: dict[str, list[Decision]] = {}
    if ids:
        q = s.decision.select().where(s.decision.c.subject.in_(ids)).order_by(s.decision.c.seq)
        for r in conn.execute(q):
            d = Decision(r.action, r.subject, r.other, r.who, r.why, r.at, json.loads(r.payload), r.version)
            out.setdefault(d.subject, []).append(d)
    return out


def report_page(rid: str, c: Ctx = G) -> Response:
    """One report with its claims."""
    c.desk.work.sync()
    o = Opened(c, rid)
    w, after = wanted(c), _after(c)
    active = next((n for n, x in enumerate(o.claims) if x.id == c.get("claim")), None)
    if active is None:
        active = next((n for n, x in enumerate(o.claims) if o.state(x.id) == "open"), 0)
    cut = segments(o.coded.report.text, o.claims)
    lengths = {(n, f): sum(b - a for a, b in v) for n, x in enumerate(o.claims) for f, v in evidence_fields(x).items()}
    pieces = [
        {
            "a": g.start, "b": g.end, "html": shown(g.text), "cls": classes(g.marks, active, lengths) if g.marks else "",
            "marks": " ".join(f"{n}:{f}" for n, f in g.marks),
        }
        for g in cut
    ]  # fmt: skip
    mine = [] if not o.claims else list(c.desk.work.rows([x.id for x in o.claims]).values())
    here = [r for r in mine if r["rid"] == rid]
    top = max(((r["priority"], -r["seq"]) for r in here), default=None)
    at = after or ((top[0], -top[1]) if top else None)
    following = c.desk.work.after(w, at, rid) or c.desk.work.after(w, None, rid)
    items = [_item(c, o, n, x, {r["id"]: r for r in here}) for n, x in enumerate(o.claims)]
    with reading(c.desk.engine) as conn:
        ids = [x.id for x in o.claims]
        q = t.draft.select().where(t.draft.c.account_id == c.user.id, t.draft.c.claim_id.in_(ids))
        drafts = {r.claim_id: {"values": json.loads(r.payload), "version": r.version} for r in conn.execute(q)}
    base = as_query(w)
    return render(
        c,
        "report.html",
        o=o,
        report=o.coded.report,
        pieces=pieces,
        items=items,
        active=active,
        base=base,
        queue=query(base),
        next_url=_next_url(following, base),
        issues=o.coded.issues,
        graphic=bool(graphic_words(o.coded.report.text)),
        uncovered=bool((c.user.prefs or {}).get("uncover")),
        types=[str(x) for x in EventType],
        modalities=[str(x) for x in Modality],
        weapons=[str(x) for x in Weapon],
        page_data={"claims": items, "drafts": drafts, "rid": rid, "next": _next_url(following, base), "active": active},
        lengths={f"{n}:{f}": v for (n, f), v in lengths.items()},
        url=o.coded.report.url,
    )


def _after(c: Ctx) -> tuple[int, int] | None:
    p, _, q = c.get("at").partition(".")
    try:
        return (int(p[:9]), int(q[:12])) if p and q else None
    except ValueError:
        return None


def _next_url(row: dict[str, Any] | None, base: dict[str, str]) -> str | None:
    if row is None:
        return None
    return f"/reports/{row['rid']}" + query(base, claim=row["id"], at=f"{row['priority']}.{row['seq']}")


def _item(c: Ctx, o: Opened, n: int, x: Claim, rows: dict[str, Any]) -> dict[str, Any]:
    """A claim as the page's script and template read it."""
    d = claim_to_dict(x)
    row = rows.get(x.id, {})
    said = [
        {"who": v.who, "action": v.action, "why": v.why, "when": v.when, "fields": sorted(v.values), "version": v.version}
        for v in o.said.get(x.id, ()) if v.subject == x.id
    ]  # fmt: skip
    return {
        "n": n,
        "id": x.id,
        "version": o.version(x.id),
        "state": o.state(x.id),
        "said": said,
        "incident": x.incident_id,
        "evidence": evidence_fields(x),
        "values": {k: d[k] for k in _FORM},
        "kind": d["kind"],
        "score": d["score"],
        "rule": d["rule"],
        "rules": d["rules"],
        "candidate_years": d["candidate_years"],
        "flags": [f for f in ("disagree", "low", "unplaced", "year") if row.get(f)],
        "machine": {k: v for k, v in claim_to_dict(o.coded.claims[n]).items() if k in _FORM},
    }


_FORM = (
    "event_type", "modality", "perpetrator", "target", "claimant", "date_start", "date_end", "place", "fatalities", "injuries",
    "captured", "killed_or_injured", "weapons", "trigger",
)  # fmt: skip


def original(rid: str, c: Ctx = G) -> Response:
    """The bytes as obtained, to save: never shown as a page of the desk."""
    o = Opened(c, rid)
    body = o.row["raw"] if o.row["raw"] is not None else o.row["text"].encode("utf-8", "surrogatepass")
    headers = {"content-disposition": f'attachment; filename="{rid}.bin"', "x-sha256": o.row["sha256"]}
    return Response(bytes(body), media_type="application/octet-stream", headers=headers)


def decide(claim_id: str, c: Ctx = G) -> Response:
    """Append one judgement. A newer one by somebody else is shown as a question; nothing typed is lost."""
    action, why = c.field("action", 20), c.field("why", 2000).strip()
    if action not in ON_CLAIM:
        raise Refused(400, "bad_form")
    if action in NEED_WHY and not why:
        return _answer(c, {"error": "why"}, 422)
    rid = _rid_of(c, claim_id)
    o = Opened(c, rid)
    n = next(i for i, x in enumerate(o.coded.claims) if x.id == claim_id)
    other, values = None, {}
    try:
        if action == "amend":
            values = values_of(o.claims[n], o.coded.report.text, c.field("values", 60_000))
            if not values:
                return _answer(c, {"error": "nothing"}, 422)
        elif action in ("same", "duplicate"):
            other = c.field("other", 80)
            if other == claim_id or c.desk.store.claim(other) is None:
                raise UsageError("other")
    except UsageError as e:
        return _answer(c, {"error": "field", "field": str(e)}, 422)
    if action == "duplicate":
        values = {"duplicate_of": other}
    version = c.field("version", 12)
    d = Decision("reject" if action == "duplicate" else action, claim_id, other, c.user.name, why, values=values)
    try:
        done = c.desk.store.decide(d, int(version) if version.isdigit() else 0)
    except VersionConflict:
        return _conflict(c, rid, claim_id, action, values)
    with t.changing(c.desk.engine) as conn:
        conn.execute(t.draft.delete().where(t.draft.c.account_id == c.user.id, t.draft.c.claim_id == claim_id))
    c.desk.relinker.ask(done.action)
    c.desk.work.sync()
    if not c.wants_json():
        return go(f"/reports/{rid}?claim={claim_id}")
    fresh = Opened(c, rid)
    rows = c.desk.work.rows([claim_id])
    n = next((i for i, x in enumerate(fresh.coded.claims) if x.id == claim_id), n)
    return json_answer({"ok": True, "item": _item(c, fresh, n, fresh.claims[n], rows), "version": done.version})


def _rid_of(c: Ctx, claim_id: str) -> str:
    with reading(c.desk.store.engine) as conn:
        q = sa.select(s.claim.c.rid).where(s.claim.c.id == claim_id, s.claim.c.ended_at.is_(None)).limit(1)
        found = conn.execute(q).scalar()
    if found is None:
        raise Refused(404, "not_found")
    return str(found)


def _answer(c: Ctx, value: dict[str, Any], status: int) -> Response:
    if c.wants_json():
        return json_answer(value, status)
    raise Refused(status, "why" if value.get("error") == "why" else "bad_form")


def _conflict(c: Ctx, rid: str, claim_id: str, action: str, values: dict[str, Any]) -> Response:
    """Both judgements side by side: theirs, and the one just made, with the choice between them."""
    o = Opened(c, rid)
    n = next(i for i, x in enumerate(o.coded.claims) if x.id == claim_id)
    theirs = next(d for d in reversed(o.said[claim_id]) if d.subject == claim_id)
    told = {
        "who": theirs.who,
        "action": theirs.action,
        "why": theirs.why,
        "when": theirs.when,
        "version": theirs.version,
        "values": theirs.values,
    }
    if c.wants_json():
        return json_answer({"error": "conflict", "theirs": told, "item": _item(c, o, n, o.claims[n], {})}, 409)
    form = {k: v for k, v in c.form.items() if isinstance(v, str) and k not in ("csrf", "version")}
    return render(c, "conflict.html", 409, theirs=told, form=form, version=theirs.version, rid=rid, claim_id=claim_id, action=action)


def save_draft(claim_id: str, c: Ctx = G) -> Response:
    """Keep what is typed but not yet decided."""
    values, version = c.field("values", 60_000), c.field("version", 12)
    try:
        kept = json.loads(values or "{}")
    except ValueError as e:
        raise Refused(400, "bad_form") from e
    if not isinstance(kept, dict) or len(claim_id) > 80:
        raise Refused(400, "bad_form")
    with t.changing(c.desk.engine) as conn:
        conn.execute(t.draft.delete().where(t.draft.c.account_id == c.user.id, t.draft.c.claim_id == claim_id))
        if kept:
            row = {
                "account_id": c.user.id, "claim_id": claim_id, "payload": json.dumps(kept, ensure_ascii=False),
                "version": int(version) if version.isdigit() else 0, "at": c.desk.people.now(),
            }  # fmt: skip
            conn.execute(t.draft.insert(), row)
    return json_answer({"ok": True})


def suggest(rid: str, c: Ctx = G) -> Response:
    """What selected words say for a field."""
    o = Opened(c, rid)
    a, b, field = c.field("start", 9), c.field("end", 9), c.field("field", 20)
    text = o.coded.report.text
    if not (a.isdigit() and b.isdigit()) or not 0 <= int(a) < int(b) <= len(text) or int(b) - int(a) > 2000:
        raise Refused(400, "bad_form")
    country = next((x.place.country for x in o.claims if x.place and x.place.country), None)
    return json_answer(suggest_value(o.coded.report, field, int(a), int(b), country))


def places(c: Ctx = G) -> Response:
    """Places by name, for the form."""
    return json_answer(find_places(c.get("q").strip(), c.get("country") or None) if c.get("q").strip() else [])


def actors(c: Ctx = G) -> Response:
    """Canonical names of actors that hold the words, in either language."""
    from waqai.normalise import fold
    from waqai.resources.registry import registry

    q = fold(c.get("q").strip().lower())
    out = []
    if len(q) >= 2:
        for a in registry().actors.values():
            if a.name_en and (q in a.name_en.lower() or q in fold(a.name_ar or "")):
                out.append({"en": a.name_en, "ar": a.name_ar or a.name_en})
    unique = {x["en"]: x for x in out}
    return json_answer(sorted(unique.values(), key=lambda x: (len(x["en"]), x["en"]))[:12])


def history(claim_id: str, c: Ctx = G) -> Response:
    """Everything that happened to a claim or incident: stored versions and decisions in order of time."""
    versions = c.desk.store.history(claim_id)
    said = c.desk.store.decisions(claim_id)
    if not versions and not said:
        raise Refused(404, "not_found")
    return render(c, "history.html", subject=claim_id, versions=versions, said=said, actor_name=actor_name)


ROUTES = [
    ("GET", "/reports/{rid}", report_page),
    ("GET", "/reports/{rid}/original", original),
    ("POST", "/reports/{rid}/suggest", suggest),
    ("POST", "/claims/{claim_id}/decide", decide),
    ("POST", "/claims/{claim_id}/draft", save_draft),
    ("GET", "/claims/{claim_id}/history", history),
    ("GET", "/places", places),
    ("GET", "/actors", actors),
]
