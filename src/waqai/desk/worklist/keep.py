"""Keeping the work list in step with the store's log: made anew in one pass, or brought forward record by record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.config import table
from waqai.desk.worklist.rows import STATE_OF, Row, happening_row, work_row
from waqai.store import schema as s
from waqai.store.query import memberships
from waqai.store.query import states as incident_states

SLICE = 400
_BULK = 4000


def parts(items: list[Any]) -> Iterator[list[Any]]:
    """Lists short enough for one statement."""
    for n in range(0, len(items), SLICE):
        yield items[n : n + SLICE]


def rebuild(mine: sa.Connection, theirs: sa.Connection) -> None:
    """Make the whole list in one pass over the store."""
    # The tables are made anew and indexed at the end: many rows go in several times as fast.
    for made in (t.work, t.happening):
        t.bare(mine, made)
    disagree: dict[str, bool] = {}
    q = sa.select(s.incident.c.seq, s.incident.c.payload).where(s.incident.c.ended_at.is_(None)).order_by(s.incident.c.seq)
    for part in theirs.execution_options(yield_per=_BULK).execute(q).partitions():
        rows = [happening_row(r.seq, r.payload) for r in part]
        disagree.update((r["id"], r["disagree"]) for r in rows)
        mine.execute(t.happening.insert(), rows)
    inside = memberships(theirs)
    points = int(table("settings")["priority"]["disagree"])
    again = {r for (r,) in theirs.execute(sa.select(s.coding.c.rid).where(s.coding.c.ended_at.is_not(None)).distinct())}
    told = _claim_query(again=sa.false()).order_by(s.claim.c.seq)
    for chunk in theirs.execution_options(yield_per=_BULK).execute(told).partitions():
        rows = []
        for r in chunk:
            row = _row(r, r.rid in again or r.version_of is not None)
            row["incident"] = inside.get(row["id"])
            if disagree.get(row["incident"] or ""):
                row["disagree"] = True
                row["priority"] += points
            rows.append(row)
        mine.execute(t.work.insert(), rows)
    for made in (t.work, t.happening):
        for index in sorted(made.indexes, key=lambda i: str(i.name)):
            index.create(mine)
    _decided(mine, theirs, None, True)
    t.analyze(mine)


def bring_forward(mine: sa.Connection, theirs: sa.Connection, seen: int, now: int) -> None:
    """Read the log's records after ``seen`` up to ``now``."""
    q = sa.select(s.log.c.kind, s.log.c.subject).where(s.log.c.seq > seen, s.log.c.seq <= now).order_by(s.log.c.seq)
    codings: list[int] = []
    ended: list[str] = []
    subjects: set[str] = set()
    relinked = False
    for kind, subject in theirs.execute(q):
        if kind == "coding":
            codings.append(int(subject))
        elif kind == "end-coding":
            ended.append(subject)
        elif kind == "decision":
            subjects.add(subject.rpartition("/")[0])
        elif kind == "incident":
            relinked = True
    for part in parts(ended):
        mine.execute(t.work.delete().where(t.work.c.rid.in_(part)))
    fresh: list[str] = []
    for part in parts(codings):
        fresh += _insert(mine, theirs, s.coding.c.seq.in_(part))
    for part in parts(sorted(subjects - set(fresh))):
        # A decision on a claim the list does not hold: a person added it.
        held = {x for (x,) in mine.execute(sa.select(t.work.c.id).where(t.work.c.id.in_(part)))}
        new = [x for x in part if x not in held]
        if new:
            fresh += _insert(mine, theirs, s.claim.c.id.in_(new))
    if relinked or fresh:
        _incidents(mine, theirs)
    _decided(mine, theirs, subjects | set(fresh), relinked)


def _insert(mine: sa.Connection, theirs: sa.Connection, which: sa.ColumnElement[bool]) -> list[str]:
    older = s.coding.alias()
    again = sa.exists().where(older.c.rid == s.claim.c.rid, older.c.ended_at.is_not(None))
    rows = [_row(r, bool(r.again) or r.version_of is not None) for r in theirs.execute(_claim_query(again).where(which))]
    if rows:
        mine.execute(t.work.insert(), rows)
    return [r["id"] for r in rows]


def _claim_query(again: Any) -> sa.Select[Any]:
    """Current claims with their report and its current coding: by the report, so that claims a person added come too."""
    return (
        sa.select(
            s.claim.c.seq, s.claim.c.rid, s.report.c.outlet, s.report.c.published, s.report.c.title, s.report.c.version_of,
            s.coding.c.report_payload, s.claim.c.payload, again.label("again"),
        )
        .join(s.report, s.report.c.rid == s.claim.c.rid)
        .join(s.coding, (s.coding.c.rid == s.claim.c.rid) & s.coding.c.ended_at.is_(None))
        .where(s.claim.c.ended_at.is_(None))
    )  # fmt: skip


def _row(r: Any, changed: bool) -> Row:
    said = json.loads(r.report_payload)
    head = {
        "outlet": said.get("outlet") or r.outlet, "published": said.get("published_at") or r.published,
        "title": said.get("title") or r.title,
    }  # fmt: skip
    return work_row(r.seq, r.rid, head, changed, r.payload)


def _incidents(mine: sa.Connection, theirs: sa.Connection) -> None:
    """Bring ``happening`` to the current incidents, and the claims' incident and disagreement with it."""
    current = {seq for (seq,) in theirs.execute(sa.select(s.incident.c.seq).where(s.incident.c.ended_at.is_(None)))}
    held = {seq for (seq,) in mine.execute(sa.select(t.happening.c.seq))}
    for part in parts(sorted(held - current)):
        ids = [r[0] for r in mine.execute(sa.select(t.happening.c.id).where(t.happening.c.seq.in_(part)))]
        mine.execute(t.work.update().where(t.work.c.incident.in_(ids)).values(incident=None, disagree=False))
        mine.execute(t.happening.delete().where(t.happening.c.seq.in_(part)))
    for part in parts(sorted(current - held)):
        rows = theirs.execute(sa.select(s.incident.c.seq, s.incident.c.payload).where(s.incident.c.seq.in_(part))).all()
        mine.execute(t.happening.insert(), [happening_row(r.seq, r.payload) for r in rows])
    # Claims coded since may belong to incidents that did not change: look at all without one.
    bare = [r[0] for r in mine.execute(sa.select(t.work.c.id).where(t.work.c.incident.is_(None), t.work.c.kind == "event"))]
    points = int(table("settings")["priority"]["disagree"])
    for part in parts(bare):
        found = [{"c": c, "i": i} for c, i in memberships(theirs, part).items()]
        if found:
            mine.execute(t.work.update().where(t.work.c.id == sa.bindparam("c")).values(incident=sa.bindparam("i")), found)
    split = sa.select(t.happening.c.id).where(t.happening.c.disagree)
    told = t.work.c.incident.in_(split)
    mine.execute(t.work.update().where(told, ~t.work.c.disagree).values(disagree=True, priority=t.work.c.priority + points))
    mine.execute(
        t.work.update().where(t.work.c.disagree, t.work.c.incident.is_(None) | ~told)
        .values(disagree=False, priority=t.work.c.priority - points)
    )  # fmt: skip


def _decided(mine: sa.Connection, theirs: sa.Connection, subjects: set[str] | None, relinked: bool) -> None:
    """State, version and person of every subject decided on; of all when ``None``."""
    cols = (s.decision.c.subject, s.decision.c.version, s.decision.c.action, s.decision.c.who, s.decision.c.at)
    q = sa.select(*cols).order_by(s.decision.c.seq)
    asked: Iterable[sa.Select[Any]] = [q] if subjects is None else [q.where(s.decision.c.subject.in_(p)) for p in parts(sorted(subjects))]
    last: dict[str, Row] = {}
    for query in asked:
        for subject, version, action, who, at in theirs.execute(query):
            row = last.setdefault(subject, {"k": subject, "version": 0, "state": "open", "by": None, "at": None})
            row["version"] = version
            if action in STATE_OF:
                row.update(state=STATE_OF[action], by=who if action != "reopen" else None, at=at)
    if last:
        mine.execute(
            t.work.update().where(t.work.c.id == sa.bindparam("k")).values(
                state=sa.bindparam("state"), version=sa.bindparam("version"), by=sa.bindparam("by"), decided_at=sa.bindparam("at")
            ),
            list(last.values()),
        )  # fmt: skip
    if subjects is not None and not relinked and not any(k.startswith("i") for k in subjects):
        return
    wanted = [{"k": k, "v": v} for k, v in incident_states(theirs).items() if subjects is None or relinked or k in subjects]
    if wanted:
        mine.execute(t.happening.update().where(t.happening.c.id == sa.bindparam("k")).values(state=sa.bindparam("v")), wanted)
