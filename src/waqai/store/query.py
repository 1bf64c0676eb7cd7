"""Reading a store: claims and incidents by what the desk filters on, search, history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from waqai.model import Claim, CodedReport, Issue, Span
from waqai.model.incidents import Incident, TallyCheck
from waqai.model.serial_incidents import tally_from_dict
from waqai.store import dialect
from waqai.store import schema as t
from waqai.store.filters import Filter, in_values, rows
from waqai.store.rows import claim_of, coded_of, incident_of
from waqai.store.search import Term, key, parse

_SLICE = 500
_MANY = 20_000


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
        among = dialect.among(conn, t.member.c.claim_id, claim_ids[n : n + _SLICE])
        out.update((r[0], r[1]) for r in conn.execute(q.where(among)))
    return out


def claims(conn: sa.Connection, f: Filter) -> Iterator[Claim]:
    """Current claims that pass the filter, with their incident ids."""
    found = rows(conn, t.claim, f)
    inside = memberships(conn, [r[0] for r in found] if len(found) <= _MANY else None)
    for cid, payload in found:
        yield claim_of(payload, inside.get(cid))


def states(conn: sa.Connection, ids: Sequence[str] | None = None) -> dict[str, str]:
    """Incident id → ``released`` or ``retracted`` by the last such decision; of all incidents when ``ids`` is ``None``."""
    q = (
        sa.select(t.decision.c.subject, t.decision.c.action)
        .where(t.decision.c.action.in_(("release", "retract")))
        .order_by(t.decision.c.seq)
    )
    parts = [q] if ids is None else [q.where(t.decision.c.subject.in_(ids[n : n + _SLICE])) for n in range(0, len(ids), _SLICE)]
    return {s: "released" if a == "release" else "retracted" for part in parts for s, a in conn.execute(part)}


def incidents(conn: sa.Connection, f: Filter) -> Iterator[Incident]:
    """Current incidents that pass the filter."""
    found = rows(conn, t.incident, f)
    state = states(conn, [r[0] for r in found] if len(found) <= _MANY else None)
    for iid, payload in found:
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


def _codings(held: bool) -> sa.Select[Any]:
    """Codings with their claims: those of the coding itself or, when ``held``, all the report has now, added ones too."""
    own = t.claim.c.coding_seq == t.coding.c.seq
    if held:
        own = (t.claim.c.rid == t.coding.c.rid) & t.claim.c.ended_at.is_(None)
    return (
        sa.select(
            t.coding.c.seq, t.coding.c.rid, t.coding.c.report_payload, t.coding.c.issues_payload, t.report.c.text,
            t.claim.c.id, t.claim.c.payload,
        )
        .join(t.report, t.report.c.rid == t.coding.c.rid)
        .outerjoin(t.claim, own)
    )  # fmt: skip


def _gathered(rows: Iterable[Any], inside: dict[str, str]) -> Iterator[tuple[str, CodedReport]]:
    for _, group in groupby(rows, key=lambda r: r[0]):
        lines = list(group)
        _, rid, report, said_of, text, *_ = lines[0]
        claims = [(payload, inside.get(cid)) for *_, cid, payload in lines if cid is not None]
        yield rid, coded_of(report, said_of, claims, text)


def coded(conn: sa.Connection, report_ids: list[str] | None = None, linked: bool = True) -> Iterator[CodedReport]:
    """Current coded reports by report id, then hash: the order does not depend on arrival."""
    q = _codings(True).where(t.coding.c.ended_at.is_(None))
    q = q.order_by(_plain(conn, t.report.c.id), t.report.c.sha256, t.coding.c.rid, t.claim.c.position)
    if report_ids is None:
        inside = memberships(conn) if linked else {}
        rows: Iterable[Any] = conn.execution_options(yield_per=2000).execute(q)
    else:
        rows = conn.execute(q.where(t.report.c.id.in_(report_ids))).all()
        inside = memberships(conn, [r.id for r in rows if r.id is not None]) if linked else {}
    for _, done in _gathered(rows, inside):
        yield done


def codings_by_rid(conn: sa.Connection, rids: Sequence[Any]) -> Iterator[tuple[str, CodedReport]]:
    """Current codings of reports by their keys, without incident ids."""
    q = _codings(True).where(t.coding.c.ended_at.is_(None), t.coding.c.rid.in_(rids)).order_by(t.coding.c.seq, t.claim.c.position)
    return _gathered(conn.execute(q).all(), {})


def codings_by_seq(conn: sa.Connection, seqs: Sequence[Any]) -> Iterator[tuple[str, CodedReport]]:
    """Codings by number, ended ones too, without incident ids."""
    q = _codings(False).where(t.coding.c.seq.in_(seqs)).order_by(t.coding.c.seq, t.claim.c.position)
    return _gathered(conn.execute(q).all(), {})


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
    q = t.report.select().where(in_values(t.report.c.seq, seqs)).order_by(t.report.c.seq.desc())
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
