"""Looking over everything: map and timeline, search, totals against incidents, and how the work goes."""

from __future__ import annotations

import gzip
import hashlib
import json
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.core import Ctx
from waqai.desk.marking import shown
from waqai.desk.routes.incidents import happening_filter
from waqai.desk.views import render
from waqai.desk.words import COUNTS
from waqai.errors import UsageError
from waqai.model import Claim
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import claim_of

MOST_POINTS = 25_000


def map_page(c: Ctx) -> Response:
    """Map, timeline and list under the same filters."""
    c.desk.work.sync()
    where, base = happening_filter(c)
    return render(c, "map.html", base=base, facets=c.desk.work.facets(), total=c.desk.work.total(where, tuple(sorted(base.items()))))


_POINT = (
    "id", "event_type", "day", "lat", "lon", "precision", "radius", "killed_low", "killed_high", "attribution", "place_ar", "place_en",
    "country",
)  # fmt: skip


def points(c: Ctx) -> Response:
    """Incidents that pass, as short arrays in the order of ``_POINT``."""
    c.desk.work.sync()
    where, base = happening_filter(c)

    def make() -> tuple[str, bytes]:
        q = sa.select(*(t.happening.c[n] for n in _POINT)).where(*where).order_by(t.happening.c.day.desc(), t.happening.c.id)
        with reading(c.desk.engine) as conn:
            # Plain tuples as the driver gives them: with twenty thousand, the wrapping costs more than the query.
            rows = conn.execute(q.limit(MOST_POINTS)).cursor.fetchall()
        body = json.dumps({"points": [tuple(r) for r in rows]}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        return f'"{hashlib.sha256(body).hexdigest()[:24]}"', gzip.compress(body, 3, mtime=0)

    etag, body = c.desk.work.points.get(tuple(sorted(base.items())), make)
    headers = {"etag": etag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if c.request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    if "gzip" in c.request.headers.get("accept-encoding", ""):
        return Response(body, media_type="application/json", headers={**headers, "content-encoding": "gzip"})
    return Response(gzip.decompress(body), media_type="application/json", headers=headers)


def search(c: Ctx) -> Response:
    """Words in reports, with or without article and joined particles."""
    c.desk.work.sync()
    q, hits, problem = c.get("q").strip()[:300], [], ""
    if q:
        try:
            hits = c.desk.store.search(q, 60, superseded=c.get("old") == "1")
        except UsageError:
            problem = "search.nothing"
    rids: dict[str, str] = {}
    with reading(c.desk.store.engine) as conn:
        ids = [h.report_id for h in hits]
        for r in conn.execute(sa.select(s.report.c.id, s.report.c.rid).where(s.report.c.id.in_(ids)).order_by(s.report.c.seq)):
            rids[r.id] = r.rid
    out = []
    for h in hits:
        a, b = h.span or (0, 0)
        left = max(0, a - 110)
        cut = {"before": shown(h.text[left:a]), "word": shown(h.text[a:b]), "after": shown(h.text[b : b + 150])}
        out.append({"hit": h, "rid": rids.get(h.report_id), **cut, "cut": left > 0})
    return render(c, "search.html", q=q, hits=out, problem=problem)


def tallies(c: Ctx) -> Response:
    """Totals told by the parties beside what is on record: a checksum, never added."""
    c.desk.work.sync()
    checks = c.desk.store.tallies()[:200]
    ids = [x.claim for x in checks]
    claims: dict[str, Any] = {}
    with reading(c.desk.store.engine) as conn:
        q = (
            sa.select(s.claim.c.id, s.claim.c.payload, s.claim.c.rid, s.report.c.outlet, s.report.c.title)
            .join(s.report, s.report.c.rid == s.claim.c.rid)
            .where(s.claim.c.id.in_(ids), s.claim.c.ended_at.is_(None))
        )
        for r in conn.execute(q):
            claims[r.id] = {"claim": claim_of(r.payload, None), "rid": r.rid, "outlet": r.outlet, "title": r.title}
    wanted = {x for check in checks for x in (*check.covered[:30], *check.conflicting[:30])}
    with reading(c.desk.engine) as conn:
        found = {r["id"]: dict(r) for r in conn.execute(t.happening.select().where(t.happening.c.id.in_(list(wanted)[:5000]))).mappings()}
    rows = [
        {"check": x, **claims[x.claim], "tolls": _tolls(claims[x.claim]["claim"], x.covered, found)} for x in checks if x.claim in claims
    ]
    return render(c, "tallies.html", rows=rows, found=found)


def _tolls(told: Claim, covered: tuple[str, ...], found: dict[str, dict[str, Any]]) -> dict[str, tuple[int, int | None] | None]:
    """For each toll a total tells, the sum over the incidents on record.

    Returns:
        ``(low, high)``, ``high`` ``None`` when one is open upwards; ``None`` where the list of incidents holds no such figure.
    """
    out: dict[str, tuple[int, int | None] | None] = {k: None for k in COUNTS if getattr(told, k) is not None}
    if "fatalities" in out:
        rows = [found[x] for x in covered if x in found and found[x]["killed_low"] is not None]
        highs = [r["killed_high"] for r in rows]
        out["fatalities"] = (sum(r["killed_low"] for r in rows), None if None in highs else sum(highs)) if rows else None
    return out


def dashboard(c: Ctx) -> Response:
    """Throughput, backlog, agreement with the machine, coverage by outlet and area."""
    c.desk.work.sync()
    today = c.desk.config.clock().date()
    first = today - timedelta(days=29)

    def make() -> dict[str, Any]:
        with reading(c.desk.store.engine) as conn:
            q = (
                sa.select(
                    sa.func.substr(s.decision.c.at, 1, 10).label("day"), s.decision.c.who, s.decision.c.action, sa.func.count().label("n")
                )
                .where(s.decision.c.at >= first.isoformat())
                .group_by("day", s.decision.c.who, s.decision.c.action)
            )
            made = [tuple(r) for r in conn.execute(q)]
            amended: dict[str, int] = {}
            for (payload,) in conn.execute(sa.select(s.decision.c.payload).where(s.decision.c.action == "amend")):
                for field in json.loads(payload):
                    if field not in ("evidence", "time_precision", "time_basis", "candidate_years"):
                        amended[field] = amended.get(field, 0) + 1
        with reading(c.desk.engine) as conn:
            w = t.work.c
            done = sa.func.sum(sa.case((w.state != "open", 1), else_=0))
            cover = {}
            for name, column in (("outlet", w.outlet), ("area", w.area)):
                q2 = sa.select(column, sa.func.count(), done).group_by(column).order_by(sa.func.count().desc()).limit(15)
                cover[name] = [(a, int(b), int(d or 0)) for a, b, d in conn.execute(q2)]
            released = {k: int(n) for k, n in conn.execute(sa.select(t.happening.c.state, sa.func.count()).group_by(t.happening.c.state))}
        return {"made": made, "amended": amended, "cover": cover, "released": released}

    d = c.desk.work.cached(("dashboard", today), make)
    days = [(first + timedelta(days=n)).isoformat() for n in range(30)]
    kinds = ("accept", "amend", "reject")
    per_day = {day: dict.fromkeys((*kinds, "other"), 0) for day in days}
    per_person: dict[str, int] = {}
    for day, who, action, n in d["made"]:
        action = "reject" if action == "not_event" else action
        if day in per_day:
            per_day[day][action if action in kinds else "other"] += n
        per_person[who] = per_person.get(who, 0) + n
    states = c.desk.work.by_state()
    judged = sum(n for k, n in states.items() if k != "open")
    most = max([sum(v.values()) for v in per_day.values()] + [1])
    return render(
        c,
        "dashboard.html",
        states=states,
        judged=judged,
        everything=sum(states.values()),
        per_day=per_day,
        most=most,
        people=sorted(per_person.items(), key=lambda x: -x[1]),
        amended=sorted(d["amended"].items(), key=lambda x: -x[1]),
        cover=d["cover"],
        released=d["released"],
        today=date.isoformat(today),
        kinds=(*kinds, "other"),
    )


ROUTES = [
    ("GET", "/map", map_page),
    ("GET", "/map/points", points),
    ("GET", "/search", search),
    ("GET", "/tallies", tallies),
    ("GET", "/dashboard", dashboard),
]
