"""The report: its text as published beside what was read in it."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.amend import blank
from waqai.desk.core import Ctx, Refused
from waqai.desk.graphic import graphic_words
from waqai.desk.marking import classes, evidence_fields, segments, shown
from waqai.desk.opened import Opened, form_of
from waqai.desk.routes.inbox import as_query, wanted
from waqai.desk.views import query, render
from waqai.desk.words import actor as actor_name
from waqai.model import EventType, Modality, Weapon
from waqai.store import schema as s
from waqai.store.engine import reading

_TYPES, _MODALITIES, _WEAPONS = ([str(x) for x in e] for e in (EventType, Modality, Weapon))


def report_page(rid: str, c: Ctx) -> Response:
    """One report with its claims; ``add`` in the address opens the form for an event the machine missed."""
    c.desk.work.sync()
    o = Opened(c.desk, rid)
    report, w = o.coded.report, wanted(c)
    adding = c.get("add") == "1" and o.current and c.may("POST /reports/{rid}/add")
    rows = c.desk.work.rows([x.id for x in o.claims]) if o.claims else {}
    items = [o.item(n, rows.get(x.id, {})) for n, x in enumerate(o.claims)]
    active = len(items) if adding else _active(items, c.get("claim"))
    fresh = {"id": f"new-{rid}", "version": 0, "state": "open", "said": [], "incident": None, "flags": [], **form_of(blank(report), active)}
    pieces, lengths = _pieces(o, active)
    base = as_query(w)
    here = [r for r in rows.values() if r["rid"] == rid]
    top = max(((r["priority"], -r["seq"]) for r in here), default=None)
    at = _after(c) or ((top[0], -top[1]) if top else None)
    following = c.desk.work.after(w, at, rid) or (c.desk.work.after(w, None, rid) if at else None)
    next_url = _next_url(following, base)
    with reading(c.desk.engine) as conn:
        q = t.draft.select().where(t.draft.c.account_id == c.user.id, t.draft.c.claim_id.in_([*(x["id"] for x in items), fresh["id"]]))
        drafts = {r.claim_id: {"values": json.loads(r.payload), "version": r.version} for r in conn.execute(q)}
    script = {"claims": items, "fresh": fresh, "adding": adding, "drafts": drafts, "rid": rid, "next": next_url, "active": active}
    return render(
        c, "report.html", o=o, report=report, pieces=pieces, items=items, fresh=fresh, adding=adding, active=active, base=base,
        queue=query(base), next_url=next_url, issues=o.coded.issues, graphic=bool(graphic_words(report.text)),
        uncovered=bool((c.user.prefs or {}).get("uncover")), types=_TYPES, modalities=_MODALITIES, weapons=_WEAPONS, page_data=script,
        lengths={f"{n}:{f}": v for (n, f), v in lengths.items()}, url=report.url,
    )  # fmt: skip


def _active(items: list[dict[str, Any]], asked: str) -> int:
    """The claim asked for, else the first open one, else the first."""
    wanted_ = next((x["n"] for x in items if x["id"] == asked), None)
    return wanted_ if wanted_ is not None else next((x["n"] for x in items if x["state"] == "open"), 0)


def _pieces(o: Opened, active: int) -> tuple[list[dict[str, Any]], dict[tuple[int, str], int]]:
    """The text cut where words of fields begin and end, and how many code points each field's words take."""
    lengths = {(n, f): sum(b - a for a, b in v) for n, x in enumerate(o.claims) for f, v in evidence_fields(x).items()}
    pieces = [
        {
            "a": g.start, "b": g.end, "html": shown(g.text), "cls": classes(g.marks, active, lengths) if g.marks else "",
            "marks": " ".join(f"{n}:{f}" for n, f in g.marks),
        }
        for g in segments(o.coded.report.text, o.claims)
    ]  # fmt: skip
    return pieces, lengths


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


def original(rid: str, c: Ctx) -> Response:
    """The bytes as obtained, to save: never shown as a page of the desk."""
    with reading(c.desk.store.engine) as conn:
        row = conn.execute(sa.select(s.report.c.raw, s.report.c.text, s.report.c.sha256).where(s.report.c.rid == rid)).first()
    if row is None:
        raise Refused(404, "not_found")
    body = row.raw if row.raw is not None else row.text.encode("utf-8", "surrogatepass")
    headers = {"content-disposition": f'attachment; filename="{rid}.bin"', "x-sha256": row.sha256}
    return Response(bytes(body), media_type="application/octet-stream", headers=headers)


def history(claim_id: str, c: Ctx) -> Response:
    """Everything that happened to a claim or incident: stored versions and decisions in order of time."""
    versions = c.desk.store.history(claim_id)
    said = c.desk.store.decisions(claim_id)
    if not versions and not said:
        raise Refused(404, "not_found")
    return render(c, "history.html", subject=claim_id, versions=versions, said=said, actor_name=actor_name)


ROUTES = [
    ("GET", "/reports/{rid}", report_page),
    ("GET", "/reports/{rid}/original", original),
    ("GET", "/claims/{claim_id}/history", history),
]
