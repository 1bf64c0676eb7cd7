"""The inbox: what waits, most urgent first; filters in the address, saved views, bulk acceptance with undo."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, fields

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.config import table
from waqai.desk.core import Ctx, Refused, go, json_answer, many
from waqai.desk.views import query, render, rows_of
from waqai.desk.worklist import FLAGS, STATES, Wanted
from waqai.errors import UsageError
from waqai.model.decisions import Decision
from waqai.store import VersionConflict
from waqai.store.decide import append
from waqai.store.engine import reading


def wanted(c: Ctx) -> Wanted:
    """The filters of the address; what is not known is dropped."""
    values = {f.name: c.get(f.name) for f in fields(Wanted)}
    if values["state"] not in (*STATES, "decided", "all"):
        values["state"] = "open"
    if values["flag"] not in FLAGS:
        values["flag"] = ""
    if values["sort"] not in ("new", "day"):
        values["sort"] = "priority"
    for name in ("first", "last"):
        text = values[name]
        values[name] = text if len(text) == 10 and text.replace("-", "").isdigit() and len(text.replace("-", "")) == 8 else ""
    return Wanted(**values)


def as_query(w: Wanted) -> dict[str, str]:
    """The filters back as query parameters, defaults left out."""
    plain = asdict(Wanted())
    return {k: v for k, v in asdict(w).items() if v != plain[k]}


def home(c: Ctx) -> Response:
    """Where the day begins."""
    return go("/inbox")


def inbox(c: Ctx) -> Response:
    """One page of the list."""
    c.desk.work.sync()
    w = wanted(c)
    size = int(table("settings")["page_size"])
    number = int(c.get("page")) if c.get("page").isdigit() and len(c.get("page")) < 7 else 1
    number = max(1, number)
    problem = ""
    try:
        counts = c.desk.work.counts(w)
        rows = c.desk.work.page(w, (number - 1) * size, size)
    except UsageError:
        counts, rows, problem = dict.fromkeys(("all", *FLAGS), 0), [], "search.nothing"
    base = as_query(w)
    with reading(c.desk.engine) as conn:
        mine = t.view.c.account_id == c.user.id
        views = [dict(r) for r in conn.execute(t.view.select().where(mine).order_by(t.view.c.id)).mappings()]
        last = conn.execute(
            t.batch.select().where(t.batch.c.id == c.get("done"), t.batch.c.account_id == c.user.id, t.batch.c.undone_at.is_(None))
        ).mappings().first()  # fmt: skip
    pages = max(1, -(-counts["all"] // size))
    cells = rows_of(c, "claim_row.html", rows, lambda new: [{"d": json.loads(r["shown"])} for r in new])
    return render(
        c, "inbox.html", w=w, rows=rows, cells=cells, counts=counts,
        states=c.desk.work.by_state(), facets=c.desk.work.facets(), base=base, page=number, pages=pages, size=size, views=views,
        done=dict(last) if last else None, done_n=len(json.loads(last["payload"])) if last else 0, problem=problem,
        queue=query(base)[1:], skipped=c.get("skipped"),
    )  # fmt: skip


def save_view(c: Ctx) -> Response:
    """Keep the filters of the address under a name."""
    name, q = c.field("name", 80).strip(), c.field("query", 1500).lstrip("?")
    if name:
        with t.changing(c.desk.engine) as conn:
            if (conn.execute(sa.select(sa.func.count()).select_from(t.view).where(t.view.c.account_id == c.user.id)).scalar() or 0) < 40:
                conn.execute(t.view.insert(), {"account_id": c.user.id, "name": name, "query": q})
    return go("/inbox?" + q)


def drop_view(view_id: int, c: Ctx) -> Response:
    """Forget a view of one's own."""
    with t.changing(c.desk.engine) as conn:
        conn.execute(t.view.delete().where(t.view.c.id == view_id, t.view.c.account_id == c.user.id))
    return go("/inbox")


def bulk(c: Ctx) -> Response:
    """Accept many claims at once. A claim somebody decided on meanwhile is left alone, and said so."""
    ids = [str(x) for x in many(c.form, "claim") if isinstance(x, str)]
    if len(ids) > int(table("settings")["bulk_most"]):
        raise Refused(413, "too_long")
    c.desk.work.sync()
    seen = {}
    for entry in dict.fromkeys(ids):
        claim_id, _, told = entry.partition("|")
        seen[claim_id] = int(told) if told.isdigit() and len(told) < 9 else 0
    held = c.desk.work.rows(seen)
    done: list[list[str | int | None]] = []
    skipped = 0
    with c.desk.store.write() as w:
        for claim_id, at in seen.items():
            if claim_id not in held or held[claim_id]["state"] != "open":
                skipped += 1
                continue
            try:
                d = append(w, Decision("accept", claim_id, who=c.user.name, why="bulk"), at)
            except VersionConflict:
                skipped += 1
                continue
            done.append([claim_id, d.version])
    c.desk.work.sync(now=True)
    batch = secrets.token_hex(8)
    if done:
        with t.changing(c.desk.engine) as conn:
            row = {"id": batch, "account_id": c.user.id, "payload": json.dumps(done), "at": c.desk.people.now()}
            conn.execute(t.batch.insert(), row)
    if c.wants_json():
        return json_answer({"batch": batch, "accepted": len(done), "skipped": skipped})
    base = dict(p.split("=", 1) for p in c.field("query", 1500).split("&") if "=" in p and not p.startswith(("done=", "skipped=")))
    tail = "&".join(f"{k}={v}" for k, v in base.items())
    return go(f"/inbox?{tail}{'&' if tail else ''}done={batch if done else ''}" + (f"&skipped={skipped}" if skipped else ""))


def undo(batch_id: str, c: Ctx) -> Response:
    """Take a bulk acceptance back: a decision of its own for each claim nobody has decided on since."""
    with t.changing(c.desk.engine) as conn:
        mine = (t.batch.c.id == batch_id) & (t.batch.c.account_id == c.user.id) & t.batch.c.undone_at.is_(None)
        row = conn.execute(t.batch.select().where(mine)).mappings().first()
        if row is None:
            raise Refused(404, "not_found")
        conn.execute(t.batch.update().where(mine).values(undone_at=c.desk.people.now()))
    back = 0
    with c.desk.store.write() as w:
        for claim_id, version in json.loads(row["payload"]):
            try:
                append(w, Decision("reopen", claim_id, who=c.user.name, why="bulk undone"), version)
                back += 1
            except VersionConflict:
                continue
    c.desk.work.sync(now=True)
    if c.wants_json():
        return json_answer({"reopened": back})
    return go("/inbox")


ROUTES = [
    ("GET", "/", home),
    ("GET", "/inbox", inbox),
    ("POST", "/views", save_view),
    ("POST", "/views/{view_id}/delete", drop_view),
    ("POST", "/bulk", bulk),
    ("POST", "/bulk/{batch_id}/undo", undo),
]
