"""The incident: all versions side by side by origin, the claims behind each bound, links, release and retraction."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from fastapi import Depends
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.config import table
from waqai.desk.core import Ctx, Refused, go, guard, many
from waqai.desk.routes.reports import decisions_on
from waqai.desk.views import render
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident
from waqai.publish.quotes import quote_pieces
from waqai.store import VersionConflict, reviewed
from waqai.store import query as store_query
from waqai.store import schema as s
from waqai.store.dialect import kilometres
from waqai.store.engine import reading
from waqai.store.rows import claim_of, incident_of

G = Depends(guard)
PAGE = 40


def incident_list(c: Ctx = G) -> Response:
    """Incidents, newest day first, by the same filters as the map."""
    c.desk.work.sync()
    where, base = happening_filter(c)
    number = int(c.get("page")) if c.get("page").isdigit() and len(c.get("page")) < 7 else 1
    number = max(1, number)
    rows = c.desk.work.happenings(where, PAGE + 1, (number - 1) * PAGE)
    return render(
        c,
        "incidents.html",
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        page=number,
        base=base,
        facets=c.desk.work.facets(),
        total=total(c, where),
    )


def total(c: Ctx, where: list[sa.ColumnElement[bool]]) -> int:
    """How many incidents pass a filter."""
    with reading(c.desk.engine) as conn:
        return int(conn.execute(sa.select(sa.func.count()).select_from(t.happening).where(*where)).scalar() or 0)


def happening_filter(c: Ctx) -> tuple[list[sa.ColumnElement[bool]], dict[str, str]]:
    """Conditions on ``happening`` from the address, and the parameters kept."""
    h = t.happening.c
    where: list[sa.ColumnElement[bool]] = []
    base = {}
    for name, column in (("type", h.event_type), ("area", h.area), ("state", h.state), ("attribution", h.attribution)):
        if c.get(name):
            base[name] = c.get(name)
            where.append(column == c.get(name))
    if c.get("actor"):
        base["actor"] = c.get("actor")
        where.append((h.perpetrator == c.get("actor")) | (h.target == c.get("actor")))
    if c.get("flag") == "disagree":
        base["flag"] = "disagree"
        where.append(h.disagree)
    for name, test in (("first", h.day_end >= c.get("first")), ("last", h.day <= c.get("last"))):
        if len(c.get(name)) == 10:
            base[name] = c.get(name)
            where.append(test)
    return where, base


class Found:
    """An incident with its members, their reports and the decisions on them."""

    def __init__(self, c: Ctx, incident_id: str) -> None:
        with reading(c.desk.store.engine) as conn:
            q = sa.select(s.incident.c.payload, s.incident.c.run_id).where(s.incident.c.id == incident_id, s.incident.c.ended_at.is_(None))
            row = conn.execute(q).first()
            if row is None:
                raise Refused(404, "not_found")
            said = decisions_on(conn, [incident_id])
            self.decisions = said.get(incident_id, [])
            states = [d.action for d in self.decisions if d.action in ("release", "retract")]
            state = {"release": "released", "retract": "retracted"}[states[-1]] if states else "draft"
            self.incident: Incident = incident_of(row.payload, state)
            q2 = (
                sa.select(
                    s.claim.c.id, s.claim.c.payload, s.claim.c.rid, s.report.c.title, s.report.c.outlet, s.report.c.url, s.report.c.text,
                    s.coding.c.report_payload,
                )
                .join(s.report, s.report.c.rid == s.claim.c.rid)
                .join(s.coding, s.coding.c.seq == s.claim.c.coding_seq)
                .where(s.claim.c.id.in_(self.incident.claims), s.claim.c.ended_at.is_(None))
            )  # fmt: skip
            self.on_claims = decisions_on(conn, list(self.incident.claims))
            self.versions: dict[str, dict[str, Any]] = {}
            for r in conn.execute(q2).mappings():
                machine = claim_of(r["payload"], incident_id)
                amendments = [d for d in self.on_claims.get(r["id"], ()) if d.action == "amend"]
                claim = reviewed(machine, amendments) or machine
                head = json.loads(r["report_payload"])
                self.versions[r["id"]] = {
                    "claim": claim, "rid": r["rid"], "title": r["title"], "outlet": head.get("outlet") or r["outlet"], "url": r["url"],
                    "published": head.get("published_at"), "quote": quote_pieces(r["text"], claim.evidence),
                    "state": _state(self.on_claims.get(r["id"], [])), "by": _by(self.on_claims.get(r["id"], [])),
                }  # fmt: skip

    @property
    def version(self) -> int:
        """Version of the last decision on the incident."""
        return max((d.version for d in self.decisions), default=0)

    def reviewed(self) -> bool:
        """Whether a person judged every member."""
        return bool(self.versions) and all(v["state"] in ("accepted", "amended", "rejected", "not_event") for v in self.versions.values())

    def reviewers(self) -> set[str]:
        """Who judged members."""
        return {v["by"] for v in self.versions.values() if v["by"]}


def _state(said: list[Decision]) -> str:
    from waqai.desk.worklist import _STATE

    last = [d.action for d in said if d.action in _STATE]
    return _STATE[last[-1]] if last else "open"


def _by(said: list[Decision]) -> str | None:
    last = [d for d in said if d.action in ("accept", "amend", "reject", "not_event", "reopen")]
    return last[-1].who if last and last[-1].action != "reopen" else None


def incident_page(incident_id: str, c: Ctx = G) -> Response:
    """One incident."""
    c.desk.work.sync()
    f = Found(c, incident_id)
    i = f.incident
    origins = [
        {"claimant": o.claimant, "versions": [(x, f.versions[x]) for x in o.claims if x in f.versions]} for o in i.origins
    ]  # fmt: skip
    placed = {x for o in i.origins for x in o.claims}
    rest = [(x, v) for x, v in f.versions.items() if x not in placed]
    if rest:
        origins.append({"claimant": rest[0][1]["claim"].claimant.name_en, "versions": rest})
    numbers = {x: n for n, x in enumerate((x for o in origins for x, _ in o["versions"]), 1)}
    events: list[tuple[str, str, Any]] = [(d.when, "decision", d) for d in f.decisions] + [
        (d.when, "decision", d) for x in i.claims for d in f.on_claims.get(x, ())
    ]  # fmt: skip
    for v in c.desk.store.history(incident_id):
        if v.ended_at:
            events.append((v.ended_at, "relinked", v))
    events.sort(key=lambda e: e[0])
    return render(
        c,
        "incident.html",
        i=i,
        f=f,
        origins=origins,
        numbers=numbers,
        similar=similar(c, i),
        events=events,
        points=_points(c, i, f),
        open_members=[x for x, v in f.versions.items() if v["state"] == "open"],
        mine=c.user.name in f.reviewers(),
        problem=c.get("problem"),
        erratum=next((d.why for d in reversed(f.decisions) if d.action == "retract"), ""),
    )


def _points(c: Ctx, i: Incident, f: Found) -> list[dict[str, Any]]:
    """The places told, for the map: the incident's first, then those of versions that differ."""
    from waqai.desk.words import place_name
    from waqai.publish.labels import family_of_type

    out: list[dict[str, Any]] = []
    seen = set()
    places = [(i.id, i.place)] + [(x, v["claim"].place) for x, v in f.versions.items()]
    for ident, p in places:
        if p is None or p.lat is None or (p.lat, p.lon, str(p.geo_precision)) in seen:
            continue
        seen.add((p.lat, p.lon, str(p.geo_precision)))
        out.append(
            {
                "id": ident,
                "family": family_of_type().get(str(i.event_type), "other"),
                "title": place_name(p, c.lang),
                "attribution": i.attribution,
                "kil": [i.fatalities.low, i.fatalities.best, i.fatalities.high],
                "place": {"lat": p.lat, "lon": p.lon, "prec": str(p.geo_precision), "km": p.radius_km, "c": p.country},
            }
        )
    return out


def similar(c: Ctx, i: Incident) -> list[dict[str, Any]]:
    """Other incidents near in time and place, with what they share; nearest first."""
    day = i.date_start or i.date_end
    if day is None:
        return []
    near = table("settings")["similar"]
    h = t.happening.c
    first, last = (day - timedelta(days=near["days"])).isoformat(), (day + timedelta(days=near["days"])).isoformat()
    rows = c.desk.work.happenings([h.day >= first, h.day <= last, h.id != i.id], 3000)
    p = i.place
    out: list[dict[str, Any]] = []
    for r in rows:
        reasons: list[tuple[str, Any]] = []
        apart = abs((date.fromisoformat(r["day"]) - day).days)
        points = 30.0 - 4 * apart
        reasons.append(("same_day" if apart == 0 else "days_apart", apart))
        if p is not None and p.lat is not None and p.lon is not None and r["lat"] is not None:
            km = kilometres(p.lat, p.lon, r["lat"], r["lon"])
            if km > near["km"]:
                continue
            points += 30 - 30 * km / near["km"]
            reasons.append(("same_place", 0) if km < 1 else ("km_apart", round(km)))
        elif p is None or r["area"] != (p.admin1 or p.country):
            continue
        else:
            reasons.append(("same_area", 0))
        if r["event_type"] == str(i.event_type):
            points += 15
            reasons.append(("same_type", 0))
        if i.perpetrator and r["perpetrator"] == i.perpetrator.name_en:
            points += 15
            reasons.append(("same_perpetrator", 0))
        if i.fatalities.best is not None and r["killed_best"] == i.fatalities.best:
            points += 10
            reasons.append(("same_toll", i.fatalities.best))
        out.append({"row": r, "points": points, "reasons": reasons})
    out.sort(key=lambda x: (-x["points"], x["row"]["id"]))
    return out[: near["most"]]


def decide(incident_id: str, c: Ctx = G) -> Response:
    """Join two incidents, split claims off, or say that two claims are (not) the same happening."""
    f = Found(c, incident_id)
    action, why = c.field("action", 12), c.field("why", 2000).strip()
    anchor = f.incident.claims[0]
    if action == "merge":
        other = c.field("other", 80).strip()
        if other == incident_id or c.desk.store.incident(other) is None:
            return go(f"/incidents/{incident_id}?problem=other")
        d = Decision("merge", incident_id, other, c.user.name, why)
    elif action == "split":
        leave = [x for x in many(c.form, "claim") if x in f.versions]
        stay = [x for x in f.incident.claims if x not in leave]
        if not leave or not stay:
            return go(f"/incidents/{incident_id}?problem=split")
        anchor = stay[0]
        d = Decision("split", incident_id, None, c.user.name, why, values={"claims": leave, "stay": stay})
    else:
        raise Refused(400, "bad_form")
    try:
        _append(c, d)
    except VersionConflict:
        return go(f"/incidents/{incident_id}?problem=conflict")
    c.desk.relinker.ask(action)
    return go(f"/incidents/{_incident_of(c, anchor) or incident_id}")


def _append(c: Ctx, d: Decision) -> Decision:
    version = c.field("version", 12)
    return c.desk.store.decide(d, int(version) if version.isdigit() else 0)


def _incident_of(c: Ctx, claim_id: str) -> str | None:
    with reading(c.desk.store.engine) as conn:
        return store_query.memberships(conn, [claim_id]).get(claim_id)


def release(incident_id: str, c: Ctx = G) -> Response:
    """Let an incident out. Every member is judged, and by somebody else than who releases."""
    f = Found(c, incident_id)
    problem = ""
    if f.incident.state == "released":
        problem = "released"
    elif not f.reviewed():
        problem = "unreviewed"
    elif c.user.name in f.reviewers():
        problem = "second"
    if not problem:
        try:
            _append(c, Decision("release", incident_id, None, c.user.name, c.field("why", 2000).strip()))
        except VersionConflict:
            problem = "conflict"
    return _back(c, incident_id, problem)


def retract(incident_id: str, c: Ctx = G) -> Response:
    """Take a released incident back, with the erratum that is published in its place."""
    f = Found(c, incident_id)
    text = c.field("why", 2000).strip()
    problem = "" if f.incident.state == "released" else "not_released"
    if not problem and not text:
        problem = "erratum"
    if not problem:
        try:
            _append(c, Decision("retract", incident_id, None, c.user.name, text, values={"erratum": text}))
        except VersionConflict:
            problem = "conflict"
    return _back(c, incident_id, problem)


def _back(c: Ctx, incident_id: str, problem: str) -> Response:
    c.desk.work.sync()
    return go(f"/incidents/{incident_id}" + (f"?problem={problem}" if problem else ""))


ROUTES = [
    ("GET", "/incidents", incident_list),
    ("GET", "/incidents/{incident_id}", incident_page),
    ("POST", "/incidents/{incident_id}/decide", decide),
    ("POST", "/incidents/{incident_id}/release", release),
    ("POST", "/incidents/{incident_id}/retract", retract),
]
