"""The work list: one flat row per current claim and incident, kept in step with the store's log.

The store's log says what happened in order; ``sync`` reads what came after the record it saw last. The list is a copy
to filter, count and sort by, and may be deleted at any time.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.config import table
from waqai.store import Store
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.log import head
from waqai.store.query import memberships
from waqai.store.query import states as incident_states

STATES = ("open", "accepted", "amended", "rejected", "not_event")
_STATE = {"accept": "accepted", "amend": "amended", "reject": "rejected", "not_event": "not_event", "reopen": "open"}
_SLICE = 400
_BULK = 4000
_AREAS = ("admin1", "country", "unplaced")
Row = dict[str, Any]


def priority(row: Row) -> int:
    """Points of a claim by ``settings.yml``."""
    p = table("settings")["priority"]
    points = min(p["killed"]["most"], p["killed"]["each"] * (row["killed"] or 0))
    points += min(p["hurt"]["most"], p["hurt"]["each"] * (row["hurt"] or 0))
    points += sum(p[name] for name in ("disagree", "low", "unplaced", "year", "changed") if row[name])
    return int(points + p.get(row["kind"], 0))


def work_row(seq: int, rid: str, outlet: str | None, published: str | None, changed: bool, payload: str) -> Row:
    """The flat row of a claim's payload; no decision, no incident yet."""
    c = json.loads(payload)
    place = c["place"] or {}

    def most(*names: str) -> int | None:
        found = [x for n in names if c.get(n) for x in (c[n]["high"], c[n]["best"], c[n]["low"]) if x is not None]
        return max(found) if found else None

    killed, hurt = most("fatalities", "killed_or_injured"), most("injuries", "captured")
    who = c["claimant"]["name_en"]
    row: Row = {
        "seq": seq, "id": c["id"], "rid": rid, "outlet": outlet, "published": (published or "")[:10] or None, "kind": c["kind"],
        "event_type": c["event_type"], "modality": c["modality"], "day": c["date_start"] or c["date_end"],
        "day_end": c["date_end"] or c["date_start"], "perpetrator": (c["perpetrator"] or {}).get("name_en"),
        "target": (c["target"] or {}).get("name_en"), "claimant": who, "area": place.get("admin1") or place.get("country"),
        "country": place.get("country"), "place_ar": place.get("name_ar"), "place_en": place.get("name_en") or place.get("name_ar"),
        "killed": killed, "hurt": hurt, "score": c["score"], "casualties": bool(killed or hurt),
        "low": c["score"] < table("settings")["low_score"], "year": bool(c["candidate_years"]), "changed": changed,
        "unplaced": c["kind"] == "event" and (not place or place.get("needs_review") or place.get("lat") is None),
        "disagree": False, "state": "open", "version": 0, "by": None, "decided_at": None, "incident": None,
    }  # fmt: skip
    row["unplaced"] = bool(row["unplaced"])
    row["priority"] = priority(row)
    return row


def happening_row(seq: int, payload: str) -> Row:
    """The flat row of an incident's payload."""
    i = json.loads(payload)
    p = i["place"] or {}
    placed = p.get("lat") is not None
    toll = i["fatalities"]
    return {
        "id": i["id"], "seq": seq, "event_type": i["event_type"], "day": i["date_start"] or i["date_end"],
        "day_end": i["date_end"] or i["date_start"], "area": p.get("admin1") or p.get("country"), "country": p.get("country"),
        "place_ar": p.get("name_ar"), "place_en": p.get("name_en") or p.get("name_ar"),
        "lat": p.get("lat") if placed else None, "lon": p.get("lon") if placed else None, "precision": p.get("geo_precision"),
        "radius": p.get("radius_km"),
        "perpetrator": (i["perpetrator"] or {}).get("name_en"), "perpetrator_ar": (i["perpetrator"] or {}).get("name_ar"),
        "target": (i["target"] or {}).get("name_en"), "target_ar": (i["target"] or {}).get("name_ar"),
        "killed_low": toll["low"], "killed_best": toll["best"], "killed_high": toll["high"], "members": len(i["claims"]),
        "origins": i["corroboration"], "attribution": i["attribution"], "disagree": bool(i["disagreement"]), "state": "draft",
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the inbox is asked for; an empty string does not filter."""

    state: str = "open"
    flag: str = ""
    kind: str = ""
    outlet: str = ""
    actor: str = ""
    type: str = ""
    area: str = ""
    first: str = ""
    last: str = ""
    score: str = ""
    q: str = ""
    sort: str = "priority"


FACETS = 80
FLAGS = ("casualties", "disagree", "low", "unplaced", "year", "changed")


class Worklist:
    """Filters, counts and the queue. Safe to call from many threads."""

    def __init__(self, store: Store, engine: sa.Engine) -> None:
        self.store, self.engine = store, engine
        self._lock = threading.Lock()
        self._cache: dict[Any, tuple[float, int, Any]] = {}
        self._due: set[Any] = set()
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="counts")
        self._at = -1
        self.size = 0

    def stop(self) -> None:
        """End what counts behind the pages."""
        self._behind.shutdown(wait=False, cancel_futures=True)

    # Keeping in step

    def sync(self) -> int:
        """Read what the store's log says since last time; returns the log record now seen."""
        now = self.store.head()
        if now == self._at:
            return now
        with self._lock:
            if now == self._at:
                return now
            with t.changing(self.engine) as mine, reading(self.store.engine) as theirs:
                seen = int(mine.execute(sa.select(t.meta.c.value).where(t.meta.c.name == "seen")).scalar() or 0)
                now = head(theirs)[0]
                if now < seen or not seen:
                    # Another store stands here now, or this is the first look.
                    mine.execute(t.work.delete())
                    mine.execute(t.happening.delete())
                    mine.execute(t.meta.delete().where(t.meta.c.name == "seen"))
                    mine.execute(t.meta.insert(), {"name": "seen", "value": "0"})
                    self._rebuild(mine, theirs)
                else:
                    self._apply(mine, theirs, seen, now)
                mine.execute(t.meta.update().where(t.meta.c.name == "seen").values(value=str(now)))
                if not self.size or now - seen > _SLICE:
                    self.size = int(mine.execute(sa.select(sa.func.count()).select_from(t.work)).scalar() or 0)
            self._at = now
        return now

    def _rebuild(self, mine: sa.Connection, theirs: sa.Connection) -> None:
        """Make the whole list in one pass over the store."""
        disagree: dict[str, bool] = {}
        q = sa.select(s.incident.c.seq, s.incident.c.payload).where(s.incident.c.ended_at.is_(None)).order_by(s.incident.c.seq)
        for part in theirs.execution_options(yield_per=_BULK).execute(q).partitions():
            rows = [happening_row(r.seq, r.payload) for r in part]
            disagree.update((r["id"], r["disagree"]) for r in rows)
            mine.execute(t.happening.insert(), rows)
        inside = memberships(theirs)
        points = int(table("settings")["priority"]["disagree"])
        again = {r for (r,) in theirs.execute(sa.select(s.coding.c.rid).where(s.coding.c.ended_at.is_not(None)).distinct())}
        told = self._claim_query(again=sa.false()).where(s.claim.c.ended_at.is_(None)).order_by(s.claim.c.seq)
        for chunk in theirs.execution_options(yield_per=_BULK).execute(told).partitions():
            rows = []
            for r in chunk:
                row = self._row(r, r.rid in again or r.version_of is not None)
                row["incident"] = inside.get(row["id"])
                if disagree.get(row["incident"] or ""):
                    row["disagree"] = True
                    row["priority"] += points
                rows.append(row)
            mine.execute(t.work.insert(), rows)
        self._decided(mine, theirs, None, True)

    def _apply(self, mine: sa.Connection, theirs: sa.Connection, seen: int, now: int) -> None:
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
        for part in _parts(ended):
            mine.execute(t.work.delete().where(t.work.c.rid.in_(part)))
        fresh: list[str] = []
        for part in _parts(codings):
            rows = self._claims(theirs, part)
            fresh += [r["id"] for r in rows]
            if rows:
                mine.execute(t.work.insert(), rows)
        if relinked or fresh:
            self._incidents(mine, theirs)
        self._decided(mine, theirs, subjects | set(fresh) if seen else None, relinked)

    @staticmethod
    def _claim_query(again: Any) -> sa.Select[Any]:
        return (
            sa.select(
                s.claim.c.seq, s.claim.c.rid, s.report.c.outlet, s.report.c.published, s.report.c.version_of, s.coding.c.report_payload,
                s.claim.c.payload, again.label("again"),
            )
            .join(s.report, s.report.c.rid == s.claim.c.rid)
            .join(s.coding, s.coding.c.seq == s.claim.c.coding_seq)
        )  # fmt: skip

    @staticmethod
    def _row(r: Any, changed: bool) -> Row:
        said = json.loads(r.report_payload)
        return work_row(r.seq, r.rid, said.get("outlet") or r.outlet, said.get("published_at") or r.published, changed, r.payload)

    def _claims(self, theirs: sa.Connection, codings: list[int]) -> list[Row]:
        older = s.coding.alias()
        again = sa.exists().where(older.c.rid == s.claim.c.rid, older.c.ended_at.is_not(None))
        q = self._claim_query(again).where(s.claim.c.coding_seq.in_(codings), s.claim.c.ended_at.is_(None))
        return [self._row(r, bool(r.again) or r.version_of is not None) for r in theirs.execute(q)]

    def _incidents(self, mine: sa.Connection, theirs: sa.Connection) -> None:
        """Bring ``happening`` to the current incidents, and the claims' incident and disagreement with it."""
        current = {seq for (seq,) in theirs.execute(sa.select(s.incident.c.seq).where(s.incident.c.ended_at.is_(None)))}
        held = {seq for (seq,) in mine.execute(sa.select(t.happening.c.seq))}
        for part in _parts(sorted(held - current)):
            ids = [r[0] for r in mine.execute(sa.select(t.happening.c.id).where(t.happening.c.seq.in_(part)))]
            mine.execute(t.work.update().where(t.work.c.incident.in_(ids)).values(incident=None, disagree=False))
            mine.execute(t.happening.delete().where(t.happening.c.seq.in_(part)))
        for part in _parts(sorted(current - held)):
            rows = theirs.execute(sa.select(s.incident.c.seq, s.incident.c.payload).where(s.incident.c.seq.in_(part))).all()
            mine.execute(t.happening.insert(), [happening_row(r.seq, r.payload) for r in rows])
        # Claims coded since may belong to incidents that did not change: look at all without one.
        bare = [r[0] for r in mine.execute(sa.select(t.work.c.id).where(t.work.c.incident.is_(None), t.work.c.kind == "event"))]
        points = int(table("settings")["priority"]["disagree"])
        for part in _parts(bare):
            q = (
                sa.select(s.member.c.claim_id, s.incident.c.id)
                .join(s.incident, s.incident.c.seq == s.member.c.incident_seq)
                .where(s.incident.c.ended_at.is_(None), s.member.c.claim_id.in_(part))
            )
            found = [{"c": c, "i": i} for c, i in theirs.execute(q)]
            if found:
                mine.execute(
                    t.work.update().where(t.work.c.id == sa.bindparam("c")).values(incident=sa.bindparam("i")), found
                )  # fmt: skip
        split = sa.select(t.happening.c.id).where(t.happening.c.disagree)
        told = t.work.c.incident.in_(split)
        mine.execute(t.work.update().where(told, ~t.work.c.disagree).values(disagree=True, priority=t.work.c.priority + points))
        mine.execute(
            t.work.update().where(t.work.c.disagree, t.work.c.incident.is_(None) | ~told)
            .values(disagree=False, priority=t.work.c.priority - points)
        )  # fmt: skip

    def _decided(self, mine: sa.Connection, theirs: sa.Connection, subjects: set[str] | None, relinked: bool) -> None:
        """State, version and person of every subject decided on; of all when ``None``."""
        cols = (s.decision.c.subject, s.decision.c.version, s.decision.c.action, s.decision.c.who, s.decision.c.at)
        q = sa.select(*cols).order_by(s.decision.c.seq)
        parts: Iterable[sa.Select[Any]] = (
            [q] if subjects is None else [q.where(s.decision.c.subject.in_(p)) for p in _parts(sorted(subjects))]
        )
        last: dict[str, Row] = {}
        for query in parts:
            for subject, version, action, who, at in theirs.execute(query):
                row = last.setdefault(subject, {"k": subject, "version": 0, "state": "open", "by": None, "at": None})
                row["version"] = version
                if action in _STATE:
                    row.update(state=_STATE[action], by=who if action != "reopen" else None, at=at)
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

    # Asking

    def _where(self, w: Wanted) -> list[sa.ColumnElement[bool]]:
        c = t.work.c
        out: list[sa.ColumnElement[bool]] = []
        if w.state == "decided":
            out.append(c.state != "open")
        elif w.state in STATES:
            out.append(c.state == w.state)
        if w.flag in FLAGS:
            out.append(c[w.flag])
        for value, column in ((w.kind, c.kind), (w.outlet, c.outlet), (w.area, c.area), (w.type, c.event_type)):
            if value:
                out.append(column == value)
        if w.actor:
            out.append((c.perpetrator == w.actor) | (c.target == w.actor) | (c.claimant == w.actor))
        if w.first:
            out.append(c.day_end >= w.first)
        if w.last:
            out.append(c.day <= w.last)
        if w.score == "low":
            out.append(c.low)
        elif w.score == "high":
            out.append(~c.low)
        if w.q:
            out.append(c.rid.in_(self.found(w.q)))
        return out

    def found(self, q: str) -> list[str]:
        """Keys of current reports that hold the words, newest first, at most 500."""
        from waqai.store import dialect
        from waqai.store.search import parse

        with reading(self.store.engine) as conn:
            seqs = dialect.find_texts(conn, parse(q), 500)
            if not seqs:
                return []
            rows = conn.execute(sa.select(s.report.c.rid).where(s.report.c.seq.in_(seqs), s.report.c.ended_at.is_(None)))
            return [r[0] for r in rows]

    @staticmethod
    def _order(w: Wanted) -> tuple[Any, ...]:
        c = t.work.c
        if w.sort == "new":
            return (c.seq.desc(),)
        if w.sort == "day":
            return (c.day.desc(), c.seq)
        return (c.priority.desc(), c.seq)

    def page(self, w: Wanted, offset: int, limit: int) -> list[Row]:
        """One page of the inbox."""
        q = t.work.select().where(*self._where(w)).order_by(*self._order(w)).limit(limit).offset(offset)
        with reading(self.engine) as conn:
            return [dict(r) for r in conn.execute(q).mappings()]

    def after(self, w: Wanted, at: tuple[int, int] | None, not_rid: str) -> Row | None:
        """The next claim of the queue after ``(priority, seq)`` in another report; ``None`` at its end."""
        c = t.work.c
        q = t.work.select().where(*self._where(w), c.rid != not_rid).order_by(c.priority.desc(), c.seq).limit(1)
        if at is not None:
            q = q.where((c.priority < at[0]) | ((c.priority == at[0]) & (c.seq > at[1])))
        with reading(self.engine) as conn:
            r = conn.execute(q).mappings().first()
            return dict(r) if r else None

    def rows(self, ids: Iterable[str]) -> dict[str, Row]:
        """Rows of claims by id."""
        out: dict[str, Row] = {}
        with reading(self.engine) as conn:
            for part in _parts(list(ids)):
                for r in conn.execute(t.work.select().where(t.work.c.id.in_(part))).mappings():
                    out[r["id"]] = dict(r)
        return out

    def cached(self, key: Any, make: Any) -> Any:
        """A value kept while the store does not change. On large stores it may be half a minute old: who asks then is given the old one,
        and it is made anew behind the page.
        """
        hold = 0.0 if self.size < 20_000 else 30.0
        found = self._cache.get(key)
        if found and (found[1] == self._at or time.monotonic() - found[0] < hold):
            return found[2]
        if found and hold:
            if key not in self._due:
                self._due.add(key)
                self._behind.submit(self._make, key, make)
            return found[2]
        return self._make(key, make)

    def _make(self, key: Any, make: Any) -> Any:
        try:
            at = self._at
            value = make()
            if len(self._cache) > 500:
                self._cache.clear()
            self._cache[key] = (time.monotonic(), at, value)
            return value
        finally:
            self._due.discard(key)

    def counts(self, w: Wanted) -> dict[str, int]:
        """How many claims pass, in all and by flag."""

        def make() -> dict[str, int]:
            c = t.work.c
            sums = [sa.func.sum(sa.case((c[f], 1), else_=0)).label(f) for f in FLAGS]
            q = sa.select(sa.func.count().label("all"), *sums).where(*self._where(w))
            with reading(self.engine) as conn:
                r = conn.execute(q).mappings().one()
                return {k: int(v or 0) for k, v in r.items()}

        return dict(self.cached(("counts", w), make))

    def by_state(self) -> dict[str, int]:
        """How many claims stand in each state."""

        def make() -> dict[str, int]:
            with reading(self.engine) as conn:
                q = sa.select(t.work.c.state, sa.func.count()).group_by(t.work.c.state)
                return {k: int(n) for k, n in conn.execute(q)}

        return dict(self.cached("by_state", make))

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """The values to filter by, most frequent first: ``outlet``, ``area``, ``type``, ``actor``."""

        def make() -> dict[str, list[tuple[str, int]]]:
            c, out = t.work.c, {}
            with reading(self.engine) as conn:
                for name, column in (("outlet", c.outlet), ("area", c.area), ("type", c.event_type)):
                    q = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
                    out[name] = sorted(((v, int(n)) for v, n in conn.execute(q)), key=lambda x: (-x[1], x[0]))[:FACETS]
                actors: dict[str, int] = {}
                for column in (c.perpetrator, c.target):
                    for v, n in conn.execute(sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)):
                        actors[v] = actors.get(v, 0) + int(n)
                out["actor"] = sorted(actors.items(), key=lambda x: (-x[1], x[0]))[:FACETS]
            return out

        found: dict[str, list[tuple[str, int]]] = self.cached("facets", make)
        return found

    def happenings(self, where: list[sa.ColumnElement[bool]], limit: int, offset: int = 0) -> list[Row]:
        """Incidents, newest day first."""
        q = t.happening.select().where(*where).order_by(t.happening.c.day.desc(), t.happening.c.id).limit(limit).offset(offset)
        with reading(self.engine) as conn:
            return [dict(r) for r in conn.execute(q).mappings()]


def _parts(items: list[Any]) -> Iterator[list[Any]]:
    for n in range(0, len(items), _SLICE):
        yield items[n : n + _SLICE]
