"""Reading a store: claims and incidents by what the desk filters on, search, history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from waqai.model import Claim, CodedReport, Issue, Span
from waqai.model.incidents import Incident, TallyCheck
from waqai.model.serial_incidents import tally_from_dict
from waqai.store import dialect
from waqai.store import schema as t
from waqai.store.rows import claim_of, coded_of, incident_of
from waqai.store.search import Term, key, parse

_SLICE = 500


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; every field that is not ``None`` must hold.

    Attributes:
        date_from, date_to: closed interval of days; a claim counts when its own interval overlaps it.
        near: ``(lat, lon, km)`` in WGS84 degrees and kilometres; claims only.
        report: report id; claims only.
        search: a full-text question about the report's text; claims only.
        limit, offset: page of the answer, in order of date, then arrival.
    """

    kind: str | None = None
    event_type: str | None = None
    modality: str | None = None
    country: str | None = None
    admin1: str | None = None
    place_id: str | None = None
    perpetrator: str | None = None
    target: str | None = None
    claimant: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    needs_review: bool | None = None
    near: tuple[float, float, float] | None = None
    report: str | None = None
    search: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One report found: ``span`` is where in its text a word of the question first stands (``None``: in the title)."""

    report_id: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str
    span: Span | None
    claims: tuple[str, ...]
    superseded: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a claim or incident; ``ended_*`` are ``None`` while it is current."""

    value: Claim | Incident
    ended_at: str | None
    ended_by: str | None
    ended_why: str | None


_EQUAL = ("kind", "event_type", "modality", "country", "admin1", "place_id", "perpetrator", "target", "claimant")


def _where(table: sa.Table, f: Filter) -> list[sa.ColumnElement[bool]]:
    out: list[sa.ColumnElement[bool]] = [table.c.ended_at.is_(None)]
    for name in (*_EQUAL, "needs_review"):
        value = getattr(f, name)
        if value is not None and name in table.c:
            out.append(table.c[name] == (value if isinstance(value, bool) else str(value)))
    if f.date_to is not None:
        out.append(table.c.date_start <= f.date_to.isoformat())
    if f.date_from is not None:
        # An interval open at its end counts from its start.
        out.append(sa.func.coalesce(table.c.date_end, table.c.date_start) >= f.date_from.isoformat())
        # No coded event lasts longer than a year: this bound lets the index serve the question.
        first = f.date_from.replace(year=max(1, f.date_from.year - 1), day=min(f.date_from.day, 28))
        out.append(table.c.date_start >= first.isoformat())
    return out


def _page(q: sa.Select[Any], table: sa.Table, f: Filter) -> sa.Select[Any]:
    q = q.order_by(table.c.date_start, table.c.seq)
    if f.limit is not None:
        q = q.limit(f.limit)
    return q.offset(f.offset) if f.offset else q


def memberships(conn: sa.Connection, claim_ids: list[str] | None = None) -> dict[str, str]:
    """Claim id → id of its current incident; of all claims when ``claim_ids`` is ``None``."""
    q = (
        sa.select(t.member.c.claim_id, t.incident.c.id)
        .join(t.incident, t.incident.c.seq == t.member.c.incident_seq)
        .where(t.incident.c.ended_at.is_(None))
    )
    if claim_ids is None:
        return {r[0]: r[1] for r in conn.execute(q)}
    out: dict[str, str] = {}
    for n in range(0, len(claim_ids), _SLICE):
        out.update((r[0], r[1]) for r in conn.execute(q.where(t.member.c.claim_id.in_(claim_ids[n : n + _SLICE]))))
    return out


def claims(conn: sa.Connection, f: Filter) -> Iterator[Claim]:
    """Current claims that pass the filter, with their incident ids."""
    q = sa.select(t.claim.c.id, t.claim.c.payload).where(*_where(t.claim, f))
    if f.near is not None:
        found = dialect.find_points(conn, *f.near)
        q = q.where(t.claim.c.seq.in_(found)) if len(found) <= 5000 else q.where(_in_values(t.claim.c.seq, found))
    if f.report is not None:
        q = q.where(t.claim.c.rid.in_(sa.select(t.report.c.rid).where(t.report.c.id == f.report)))
    if f.search is not None:
        seqs = dialect.find_texts(conn, parse(f.search), 100_000)
        rids = sa.select(t.report.c.rid).where(_in_values(t.report.c.seq, seqs))
        q = q.where(t.claim.c.rid.in_(rids))
    rows = conn.execute(_page(q, t.claim, f)).all()
    inside = memberships(conn, [r[0] for r in rows] if len(rows) <= 20_000 else None)
    for cid, payload in rows:
        yield claim_of(payload, inside.get(cid))


def _in_values(column: sa.ColumnElement[Any], numbers: list[int]) -> sa.ColumnElement[bool]:
    """``column IN numbers`` for long lists: the numbers are our own integers, written into the statement."""
    return column.in_(sa.text(",".join(map(str, numbers)) or "NULL"))


def states(conn: sa.Connection) -> dict[str, str]:
    """Incident id → ``released`` or ``retracted`` by the last such decision."""
    q = (
        sa.select(t.decision.c.subject, t.decision.c.action)
        .where(t.decision.c.action.in_(("release", "retract")))
        .order_by(t.decision.c.seq)
    )
    return {s: "released" if a == "release" else "retracted" for s, a in conn.execute(q)}


def incidents(conn: sa.Connection, f: Filter) -> Iterator[Incident]:
    """Current incidents that pass the filter."""
    state = states(conn)
    q = sa.select(t.incident.c.id, t.incident.c.payload).where(*_where(t.incident, f))
    for iid, payload in conn.execute(_page(q, t.incident, f)):
        yield incident_of(payload, state.get(iid, "draft"))


def tallies(conn: sa.Connection) -> Iterator[TallyCheck]:
    """Current tally checks, by claim id."""
    import json

    q = sa.select(t.tally.c.payload).where(t.tally.c.ended_at.is_(None)).order_by(t.tally.c.claim_id)
    for (payload,) in conn.execute(q):
        yield tally_from_dict(json.loads(payload))


def _plain(conn: sa.Connection, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The column ordered by code points, as SQLite does, whatever the server's language."""
    return column if conn.dialect.name == "sqlite" else sa.collate(column, "C")


def coded(conn: sa.Connection, report_ids: list[str] | None = None, linked: bool = True) -> Iterator[CodedReport]:
    """Current coded reports by report id, then hash: the order does not depend on arrival."""
    inside = memberships(conn) if linked else {}
    q = (
        sa.select(
            t.coding.c.seq, t.coding.c.report_payload, t.coding.c.issues_payload, t.report.c.text,
            t.claim.c.id, t.claim.c.payload,
        )
        .join(t.report, t.report.c.rid == t.coding.c.rid)
        .outerjoin(t.claim, (t.claim.c.rid == t.coding.c.rid) & t.claim.c.ended_at.is_(None))
        .where(t.coding.c.ended_at.is_(None))
        .order_by(_plain(conn, t.report.c.id), t.report.c.sha256, t.coding.c.rid, t.claim.c.position)
    )  # fmt: skip
    if report_ids is not None:
        q = q.where(t.report.c.id.in_(report_ids))
    rows = conn.execution_options(yield_per=2000).execute(q)
    for _, group in groupby(rows, key=lambda r: r[0]):
        lines = list(group)
        r = lines[0]
        said = [(payload, inside.get(cid)) for *_, cid, payload in lines if cid is not None]
        yield coded_of(r[1], r[2], said, r[3])


def issues(conn: sa.Connection, code: str | None, limit: int | None) -> Iterator[tuple[str | None, Issue]]:
    """Current issues with the id of their report, by code."""
    q = (
        sa.select(t.report.c.id, t.issue)
        .outerjoin(t.report, t.report.c.rid == t.issue.c.rid)
        .where(t.issue.c.ended_at.is_(None))
        .order_by(t.issue.c.code, t.issue.c.seq)
    )
    if code is not None:
        q = q.where(t.issue.c.code == code)
    if limit is not None:
        q = q.limit(limit)
    for r in conn.execute(q).mappings():
        span = None if r["span_start"] is None else Span(r["span_start"], r["span_end"])
        yield r["id"], Issue(r["code"], r["severity"], r["detail"], span)


def find(conn: sa.Connection, query: str, limit: int, superseded: bool) -> list[Hit]:
    """Reports whose text or title holds every term, newest arrival first."""
    terms = parse(query)
    seqs = dialect.find_texts(conn, terms, limit if superseded else limit * 4)
    if not seqs:
        return []
    q = t.report.select().where(_in_values(t.report.c.seq, seqs)).order_by(t.report.c.seq.desc())
    if not superseded:
        q = q.where(t.report.c.ended_at.is_(None))
    rows = conn.execute(q.limit(limit)).all()
    held: dict[str, list[str]] = {}
    q2 = (
        sa.select(t.claim.c.rid, t.claim.c.id)
        .where(t.claim.c.rid.in_([r.rid for r in rows]), t.claim.c.ended_at.is_(None))
        .order_by(t.claim.c.rid, t.claim.c.position)
    )
    for rid, cid in conn.execute(q2):
        held.setdefault(rid, []).append(cid)
    return [
        Hit(
            r.id, r.title, r.outlet, r.published, r.text, _first(r.text, terms[0]), tuple(held.get(r.rid, ())),
            r.ended_at is not None,
        )
        for r in rows
    ]  # fmt: skip


def _first(text: str, term: Term) -> Span | None:
    from waqai.normalise import tokenize

    heads = {v[0] for v in term.variants()}
    opened = term.prefix and len(term.words) == 1
    for token in tokenize(text):
        k = key(token.word)
        if k in heads or (opened and any(k.startswith(h) for h in heads)):
            return Span(token.start, token.end)
    return None


def claim_history(conn: sa.Connection, claim_id: str) -> list[Version]:
    """Every stored version of a claim, oldest first."""
    q = t.claim.select().where(t.claim.c.id == claim_id).order_by(t.claim.c.seq)
    return [Version(claim_of(r.payload, None), r.ended_at, r.ended_by, r.ended_why) for r in conn.execute(q)]


def incident_history(conn: sa.Connection, incident_id: str) -> list[Version]:
    """Every stored version of an incident, oldest first."""
    q = t.incident.select().where(t.incident.c.id == incident_id).order_by(t.incident.c.seq)
    return [Version(incident_of(r.payload, "draft"), r.ended_at, r.ended_by, r.ended_why) for r in conn.execute(q)]
