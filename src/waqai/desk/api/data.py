"""What the API gives: objects of the claims contract and incidents, each under the disclosure policy of the token.

A claim of an incident that may not leave does not leave either. Tallies and statements leave only under a profile that
lets drafts out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from waqai.desk.intake import take_in
from waqai.desk.people import Token
from waqai.desk.said import decisions_on
from waqai.model import Claim, Modality
from waqai.model.serial import SCHEMA, claim_to_dict
from waqai.model.serial_incidents import incident_to_dict
from waqai.publish.data import Row, Source, Version
from waqai.publish.policy import Discloser, load_policy
from waqai.publish.quotes import quote_pieces
from waqai.read import make_report
from waqai.store import query as store_query
from waqai.store import reviewed
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import claim_of, incident_of

if TYPE_CHECKING:
    from waqai.desk.core import Desk

_BATCH = 200
# A page never reads more than this many rows, however many the policy holds back.
_MOST_READ = 4000


def policy_of(desk: Desk, token: Token) -> Discloser:
    """The rules for a token, embargoes counted from today."""
    return Discloser(load_policy(token.profile), desk.config.clock().date())


def _where(table: sa.Table, wanted: dict[str, str | None]) -> list[sa.ColumnElement[bool]]:
    out: list[sa.ColumnElement[bool]] = [table.c.ended_at.is_(None)]
    for name in ("event_type", "perpetrator", "admin1"):
        if wanted.get(name):
            out.append(table.c[name] == wanted[name])
    if wanted.get("first"):
        out.append(sa.func.coalesce(table.c.date_end, table.c.date_start) >= wanted["first"])
    if wanted.get("last"):
        out.append(table.c.date_start <= wanted["last"])
    return out


def _rows(conn: sa.Connection, payloads: list[tuple[str, str]]) -> list[Row]:
    """Incidents with their versions, reviewers heeded, before any policy."""
    state = store_query.states(conn)
    incidents = [incident_of(p, state.get(i, "draft")) for i, p in payloads]
    ids = sorted({c for i in incidents for c in i.claims})
    versions: dict[str, Version] = {}
    for n in range(0, len(ids), 500):
        part = ids[n : n + 500]
        said = decisions_on(conn, part)
        q = (
            sa.select(s.claim.c.id, s.claim.c.payload, s.coding.c.report_payload, s.report.c.text)
            .join(s.coding, (s.coding.c.rid == s.claim.c.rid) & s.coding.c.ended_at.is_(None))
            .join(s.report, s.report.c.rid == s.claim.c.rid)
            .where(s.claim.c.id.in_(part), s.claim.c.ended_at.is_(None))
        )
        for cid, payload, head, text in conn.execute(q):
            claim = reviewed(claim_of(payload, None), said.get(cid, ()))
            if claim is not None:
                versions[cid] = Version(claim, _source(json.loads(head)), quote_pieces(text, claim.evidence))
    return [Row(i, tuple(versions[c] for c in i.claims if c in versions)) for i in incidents]


def _source(head: dict[str, Any]) -> Source:
    from datetime import date, datetime

    when = head.get("published_at")
    published = None if not when else date.fromisoformat(when) if len(when) == 10 else datetime.fromisoformat(when)
    title, outlet, url = (head.get(k) for k in ("title", "outlet", "url"))
    return Source(head["id"], title, outlet, url, published, head["sha256"], head.get("published_basis") or "none")


def _source_dict(x: Source) -> dict[str, Any]:
    return {
        "id": x.id, "title": x.title, "outlet": x.outlet, "url": x.url, "published_at": x.published.isoformat() if x.published else None,
        "published_basis": x.published_basis, "sha256": x.sha256,
    }  # fmt: skip


def _incident(row: Row, method: str) -> dict[str, Any]:
    out = incident_to_dict(row.incident)
    out["method_version"] = method
    out["withheld"] = list(row.withheld)
    out["versions"] = [
        {
            "claim": {**claim_to_dict(v.claim), "incident_id": row.incident.id},
            "report": _source_dict(v.source), "quote": [{"text": p.text, "field": p.field} for p in v.quote],
        }
        for v in row.versions
    ]  # fmt: skip
    return out


def _method() -> str:
    from waqai.pipeline import METHOD

    return METHOD


Paged = tuple[list[dict[str, Any]], int | None]
Shown = Callable[[list[Any]], list[dict[str, Any] | None]]


def _page(conn: sa.Connection, q: Any, seq: sa.ColumnElement[int], after: int, limit: int, shown: Shown) -> Paged:
    """Rows after ``after`` in the order of arrival until the page is full; what the policy holds back (``None``) is passed over."""
    out: list[dict[str, Any]] = []
    read, last = 0, after
    while read < _MOST_READ:
        found = list(conn.execute(q.where(seq > last).limit(_BATCH)).all())
        for r, value in zip(found, shown(found)):
            if len(out) == limit:
                return out, last
            last = r.seq
            if value is not None:
                out.append(value)
        read += len(found)
        if len(found) < _BATCH:
            return out, None
    return out, last


def incidents(desk: Desk, token: Token, after: int, limit: int, wanted: dict[str, str | None]) -> Paged:
    """A page of incidents, and where the next begins; ``None`` at the end."""
    by, i = policy_of(desk, token), s.incident.c
    q = sa.select(i.seq, i.id, i.payload).where(*_where(s.incident, wanted)).order_by(i.seq)
    with reading(desk.store.engine) as conn:

        def shown(found: list[Any]) -> list[dict[str, Any] | None]:
            rows = (by.row(row) for row in _rows(conn, [(r.id, r.payload) for r in found]))
            return [None if row is None else _incident(row, _method()) for row in rows]

        return _page(conn, q, i.seq, after, limit, shown)


def incident(desk: Desk, token: Token, incident_id: str) -> dict[str, Any] | None:
    """One incident; ``None`` when unknown or held back."""
    with reading(desk.store.engine) as conn:
        q = sa.select(s.incident.c.payload).where(s.incident.c.id == incident_id, s.incident.c.ended_at.is_(None))
        payload = conn.execute(q).scalar()
        if payload is None:
            return None
        row = policy_of(desk, token).row(_rows(conn, [(incident_id, payload)])[0])
    return None if row is None else _incident(row, _method())


def _claims(desk: Desk, conn: sa.Connection, by: Discloser, rows: list[Any]) -> list[dict[str, Any] | None]:
    """Claims under the policy, in order; ``None`` for those held back."""
    ids = [r.id for r in rows]
    inside = store_query.memberships(conn, ids)
    wanted = sorted(set(inside.values()))
    shown: dict[str, Claim] = {}
    for n in range(0, len(wanted), 300):
        q = sa.select(s.incident.c.id, s.incident.c.payload).where(
            s.incident.c.id.in_(wanted[n : n + 300]), s.incident.c.ended_at.is_(None)
        )
        for row in _rows(conn, [(i, p) for i, p in conn.execute(q)]):
            let = by.row(row)
            if let is not None:
                shown.update({v.claim.id: v.claim for v in let.versions})
    said = decisions_on(conn, ids)
    out: list[dict[str, Any] | None] = []
    for r in rows:
        source = by.source(_source(json.loads(r.report_payload)))
        if r.id in inside:
            claim = shown.get(r.id)
        else:
            machine = reviewed(claim_of(r.payload, None), said.get(r.id, ()))
            free = by.drafts and machine is not None and machine.modality is not Modality.PLANNED
            claim = by.version(Version(machine, source, ()), None, (), set()).claim if free and machine is not None else None
        if claim is None:
            out.append(None)
            continue
        d = {**claim_to_dict(claim), "incident_id": inside.get(r.id)}
        out.append({"schema": SCHEMA, "report": _source_dict(source), **d})
    return out


def _claim_query() -> Any:
    return (
        sa.select(s.claim.c.seq, s.claim.c.id, s.claim.c.payload, s.coding.c.report_payload)
        .join(s.coding, (s.coding.c.rid == s.claim.c.rid) & s.coding.c.ended_at.is_(None))
    )  # fmt: skip


def claims(desk: Desk, token: Token, after: int, limit: int, wanted: dict[str, str | None]) -> Paged:
    """A page of claims, and where the next begins; ``None`` at the end."""
    by = policy_of(desk, token)
    q = _claim_query().where(*_where(s.claim, wanted)).order_by(s.claim.c.seq)
    with reading(desk.store.engine) as conn:
        return _page(conn, q, s.claim.c.seq, after, limit, lambda found: _claims(desk, conn, by, found))


def claim(desk: Desk, token: Token, claim_id: str) -> dict[str, Any] | None:
    """One claim; ``None`` when unknown or held back."""
    with reading(desk.store.engine) as conn:
        rows = conn.execute(_claim_query().where(s.claim.c.id == claim_id, s.claim.c.ended_at.is_(None)).limit(1)).all()
        return _claims(desk, conn, policy_of(desk, token), list(rows))[0] if rows else None


def report(desk: Desk, token: Token, report_id: str) -> dict[str, Any] | None:
    """A report's head with its claims; under a profile without drafts only when something of it may leave."""
    by = policy_of(desk, token)
    with reading(desk.store.engine) as conn:
        q = sa.select(s.report.c.rid, s.report.c.payload).where(s.report.c.id == report_id, s.report.c.ended_at.is_(None)).limit(1)
        row = conn.execute(q).first()
        if row is None:
            return None
        rows = conn.execute(_claim_query().where(s.claim.c.rid == row.rid, s.claim.c.ended_at.is_(None)).order_by(s.claim.c.position)).all()
        found = [x for x in _claims(desk, conn, by, list(rows)) if x is not None]
        head = conn.execute(sa.select(s.coding.c.report_payload).where(s.coding.c.rid == row.rid, s.coding.c.ended_at.is_(None))).scalar()
    if not found and not by.drafts:
        return None
    source = by.source(_source(json.loads(head or row.payload)))
    for x in found:
        x.pop("report")
    return {"report": _source_dict(source), "claims": found}


def add_report(desk: Desk, token: Token, body: dict[str, Any]) -> dict[str, Any]:
    """Code, store and link a report.

    Raises:
        InputError: the text is empty or not Arabic.
    """
    r = make_report(body["text"], path="api", meta={k: v for k, v in body.items() if k != "text" and v is not None})
    (taken,) = take_in(desk.store, [(r, None)])
    created = taken.claims is not None
    if created:
        desk.relinker.ask("import")
        desk.people.audit(token.account.name, "api.report", r.id, token=token.name)
    found = report(desk, token, r.id) or {"report": {"id": r.id, "sha256": r.sha256}, "claims": []}
    i = taken.issue
    issues = [] if i is None else [{"code": i.code, "severity": str(i.severity), "detail": i.detail}]
    return {"created": created, **found, "issues": issues}
