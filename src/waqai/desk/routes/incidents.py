"""The incident: all versions side by side by origin, the claims behind each bound, links, release and retraction."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from starlette.responses import Response

from waqai.desk import tables as t
from waqai.desk.core import Ctx, Refused, go, many
from waqai.desk.found import Found
from waqai.desk.similar import similar
from waqai.desk.views import render, rows_of
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident
from waqai.store import VersionConflict
from waqai.store import query as store_query
from waqai.store.engine import reading

PAGE = 40


def incident_list(c: Ctx) -> Response:
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
        cells=rows_of(c, "happening_row.html", rows[:PAGE], lambda new: [{} for _ in new]),
        more=len(rows) > PAGE,
        page=number,
        base=base,
        facets=c.desk.work.facets(),
        total=c.desk.work.total(where, tuple(sorted(base.items()))),
    )


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


def incident_page(incident_id: str, c: Ctx) -> Response:
    """One incident."""
    c.desk.work.sync()
    f = Found(c.desk, incident_id)
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
        similar=similar(c.desk.engine, i),
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


def decide(incident_id: str, c: Ctx) -> Response:
    """Join two incidents, split claims off, or say that two claims are (not) the same happening."""
    f = Found(c.desk, incident_id)
    action, why = c.field("action", 12), c.field("why", 2000).strip()
    anchor = f.incident.claims[0]
    if action == "merge":
        other = c.field("other", 300).strip().partition("?")[0].rpartition("/")[2][:80]
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
    c.desk.work.sync(now=True)
    return go(f"/incidents/{_incident_of(c, anchor) or incident_id}")


def _append(c: Ctx, d: Decision) -> Decision:
    version = c.field("version", 12)
    return c.desk.store.decide(d, int(version) if version.isdigit() else 0)


def _incident_of(c: Ctx, claim_id: str) -> str | None:
    with reading(c.desk.store.engine) as conn:
        return store_query.memberships(conn, [claim_id]).get(claim_id)


def release(incident_id: str, c: Ctx) -> Response:
    """Let an incident out. Every member is judged, and by somebody else than who releases."""
    f = Found(c.desk, incident_id)
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


def retract(incident_id: str, c: Ctx) -> Response:
    """Take a released incident back, with the erratum that is published in its place."""
    f = Found(c.desk, incident_id)
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
    c.desk.work.sync(now=True)
    return go(f"/incidents/{incident_id}" + (f"?problem={problem}" if problem else ""))


ROUTES = [
    ("GET", "/incidents", incident_list),
    ("GET", "/incidents/{incident_id}", incident_page),
    ("POST", "/incidents/{incident_id}/decide", decide),
    ("POST", "/incidents/{incident_id}/release", release),
    ("POST", "/incidents/{incident_id}/retract", retract),
]
