"""Judging claims: one decision at a time, an event the machine missed, drafts, and what selected words say."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.amend import blank, values_of, with_values
from waqai.desk.core import Ctx, Refused, go, json_answer
from waqai.desk.opened import Opened
from waqai.desk.suggest import actors_named
from waqai.desk.suggest import places as find_places
from waqai.desk.suggest import suggest as suggest_value
from waqai.desk.telling import lines
from waqai.desk.views import render
from waqai.desk.words import actor_field, moment, tr
from waqai.errors import UsageError
from waqai.model.decisions import Decision
from waqai.store import VersionConflict, added
from waqai.store import schema as s
from waqai.store.engine import reading

ON_CLAIM = ("accept", "amend", "reject", "not_event", "reopen", "same", "duplicate")
NEED_WHY = ("reject", "not_event", "duplicate")
MOST_WORDS = 2000


def decide(claim_id: str, c: Ctx) -> Response:
    """Append one judgement. A newer one by somebody else is shown as a question; nothing typed is lost."""
    action, why = c.field("action", 20), c.field("why", 2000).strip()
    if action not in ON_CLAIM:
        raise Refused(400, "bad_form")
    if action in NEED_WHY and not why:
        return _answer(c, {"error": "why"}, 422)
    rid = _rid_of(c, claim_id)
    other, values = None, {}
    try:
        if action == "amend":
            o = Opened(c.desk, rid)
            values = values_of(o.claims[o.number(claim_id)], o.coded.report.text, c.field("values", 60_000))
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
    _kept(c, claim_id, done.action)
    if not c.wants_json():
        return go(f"/reports/{rid}?claim={claim_id}")
    return json_answer({"ok": True, "version": done.version})


def add(rid: str, c: Ctx) -> Response:
    """Add an event the machine missed. The words that tell it are needed; what is not given is not stated."""
    o = Opened(c.desk, rid)
    text = o.coded.report.text
    try:
        empty = blank(o.coded.report)
        values = values_of(empty, text, c.field("values", 60_000))
        claim = with_values(empty, values, text)
    except UsageError as e:
        return _answer(c, {"error": "field", "field": str(e)}, 422)
    try:
        with c.desk.store.write() as w:
            done = added.add(w, claim, rid, c.user.name, c.field("why", 2000).strip())
    except UsageError:
        return _answer(c, {"error": "known"}, 409)
    c.desk.people.audit(c.user.name, "claim.add", done.subject, report=rid)
    _kept(c, f"new-{rid}", "add")
    if not c.wants_json():
        return go(f"/reports/{rid}?claim={done.subject}")
    return json_answer({"ok": True, "id": done.subject, "version": done.version}, 201)


def _kept(c: Ctx, draft: str, action: str) -> None:
    """After a judgement: its draft goes, incidents and the work list follow."""
    mine = (t.draft.c.account_id == c.user.id) & (t.draft.c.claim_id == draft)
    with reading(c.desk.engine) as conn:
        held = conn.execute(sa.select(t.draft.c.claim_id).where(mine)).first()
    if held is not None:
        with t.changing(c.desk.engine) as conn:
            conn.execute(t.draft.delete().where(mine))
    c.desk.relinker.ask(action)
    c.desk.work.sync(now=True)


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
    o = Opened(c.desk, rid)
    theirs = o.said[claim_id][-1]
    told = {
        "who": theirs.who, "action": theirs.action, "why": theirs.why, "when": theirs.when, "version": theirs.version,
        "values": theirs.values, "head": _head(c, theirs.action, theirs.who, theirs.when), "lines": lines(theirs.values, c.lang),
    }  # fmt: skip
    mine = {"head": _head(c, action, c.user.name), "lines": lines(values, c.lang)}
    if c.wants_json():
        return json_answer({"error": "conflict", "theirs": told, "mine": mine, "item": o.item(o.number(claim_id), {})}, 409)
    form = {k: v for k, v in c.form.items() if isinstance(v, str) and k not in ("csrf", "version")}
    return render(c, "conflict.html", 409, theirs=told, form=form, version=theirs.version, rid=rid, claim_id=claim_id, mine=mine)


def _head(c: Ctx, action: str, who: str, when: str = "") -> str:
    """A judgement in one line."""
    return " · ".join(x for x in (tr(f"said.{action}", c.lang), who, moment(when, c.lang)) if x)


def save_draft(claim_id: str, c: Ctx) -> Response:
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


def suggest(rid: str, c: Ctx) -> Response:
    """What selected words say for a field."""
    o = Opened(c.desk, rid)
    a, b, field = c.field("start", 9), c.field("end", 9), c.field("field", 20)
    text = o.coded.report.text
    if not (a.isdigit() and b.isdigit()) or not 0 <= int(a) < int(b) <= len(text) or int(b) - int(a) > MOST_WORDS:
        raise Refused(400, "bad_form")
    country = next((x.place.country for x in o.claims if x.place and x.place.country), None)
    found = suggest_value(o.coded.report, field, int(a), int(b), country)
    if found.get("name_en"):
        found["shown"] = actor_field(found["name_en"], c.lang)
    return json_answer(found)


def places(c: Ctx) -> Response:
    """Places by name, for the form."""
    return json_answer(find_places(c.get("q").strip(), c.get("country") or None) if c.get("q").strip() else [])


def actors(c: Ctx) -> Response:
    """Canonical names of actors that hold the words, in either language."""
    return json_answer(actors_named(c.get("q")))


ROUTES = [
    ("POST", "/reports/{rid}/suggest", suggest),
    ("POST", "/reports/{rid}/add", add),
    ("POST", "/claims/{claim_id}/decide", decide),
    ("POST", "/claims/{claim_id}/draft", save_draft),
    ("GET", "/places", places),
    ("GET", "/actors", actors),
]
