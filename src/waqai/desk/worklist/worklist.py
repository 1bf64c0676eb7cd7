"""The list itself: in step with the store when asked, filters, counts and the queue. Safe to call from many threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.worklist.ask import FLAGS, Wanted, conditions, order
from waqai.desk.worklist.keep import SLICE, bring_forward, parts, rebuild
from waqai.desk.worklist.memory import Memory
from waqai.desk.worklist.rows import Row
from waqai.store import Store
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.log import head

FACETS = 80
# From this many claims on, pages may show counts half a minute old and look at the log only some times a second.
LARGE = 20_000
HOLD_SECONDS = 30.0
LOOK_SECONDS = 0.25
POINTS_HELD = 8


class Worklist:
    """Filters, counts and the queue over a store.

    Args:
        engine: of the desk's own tables.
    """

    def __init__(self, store: Store, engine: sa.Engine) -> None:
        self.store, self.engine = store, engine
        self._lock = threading.Lock()
        self._at = -1
        self._looked = 0.0
        self.size = 0
        self.memory = Memory(lambda: self._at, lambda: 0.0 if self.size < LARGE else HOLD_SECONDS)
        self.cached = self.memory.get
        # Points of the map by filter: large, so few.
        self.points: Memory = Memory(lambda: self._at, lambda: 0.0 if self.size < LARGE else HOLD_SECONDS, most=POINTS_HELD)

    def stop(self) -> None:
        """End what counts behind the pages."""
        self.memory.stop()
        self.points.stop()

    def sync(self, now: bool = False) -> int:
        """Read what the store's log says since last time; returns the log record now seen.

        Args:
            now: this process just changed the store; a large list otherwise looks only a few times a second.
        """
        if not now and self.size >= LARGE and time.monotonic() - self._looked < LOOK_SECONDS:
            return self._at
        self._looked = time.monotonic()
        last = self.store.head()
        if last == self._at:
            return last
        with self._lock:
            if last == self._at:
                return last
            with t.changing(self.engine) as mine, reading(self.store.engine) as theirs:
                seen = int(mine.execute(sa.select(t.meta.c.value).where(t.meta.c.name == "seen")).scalar() or 0)
                last = head(theirs)[0]
                if last < seen or not seen:
                    # Another store stands here now, or this is the first look.
                    mine.execute(t.meta.delete().where(t.meta.c.name == "seen"))
                    mine.execute(t.meta.insert(), {"name": "seen", "value": "0"})
                    rebuild(mine, theirs)
                else:
                    bring_forward(mine, theirs, seen, last)
                mine.execute(t.meta.update().where(t.meta.c.name == "seen").values(value=str(last)))
                if not self.size or last - seen > SLICE:
                    self.size = int(mine.execute(sa.select(sa.func.count()).select_from(t.work)).scalar() or 0)
            self._at = last
        return last

    def unmade(self) -> bool:
        """Whether the list was never made, or was thrown away."""
        with reading(self.engine) as conn:
            return conn.execute(sa.select(t.meta.c.value).where(t.meta.c.name == "seen")).first() is None

    def warm(self) -> None:
        """Count what every first page needs, so that nobody waits for it."""
        self.facets()
        self.by_state()
        for flag in ("", *FLAGS):
            self.counts(Wanted(flag=flag))

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

    def _where(self, w: Wanted) -> list[sa.ColumnElement[bool]]:
        return conditions(w, self.found)

    def page(self, w: Wanted, offset: int, limit: int) -> list[Row]:
        """One page of the inbox."""
        # The page's rows are found by number first, in an index; only they are read whole.
        seqs = sa.select(t.work.c.seq).where(*self._where(w)).order_by(*order(w)).limit(limit).offset(offset)
        with reading(self.engine) as conn:
            wanted = [r[0] for r in conn.execute(seqs)]
            rows = {r["seq"]: dict(r) for r in conn.execute(t.work.select().where(t.work.c.seq.in_(wanted))).mappings()}
        return [rows[n] for n in wanted]

    def after(self, w: Wanted, at: tuple[int, int] | None, not_rid: str) -> Row | None:
        """The next claim of the queue after ``(priority, seq)`` in another report; ``None`` at its end."""
        c = t.work.c
        q = t.work.select().where(*self._where(w), c.rid != not_rid).order_by(c.priority.desc(), c.seq).limit(1)
        if at is not None:
            q = q.where((c.priority <= at[0]), (c.priority < at[0]) | (c.seq > at[1]))
        with reading(self.engine) as conn:
            r = conn.execute(q).mappings().first()
            return dict(r) if r else None

    def rows(self, ids: Iterable[str]) -> dict[str, Row]:
        """Rows of claims by id."""
        out: dict[str, Row] = {}
        with reading(self.engine) as conn:
            for part in parts(list(ids)):
                for r in conn.execute(t.work.select().where(t.work.c.id.in_(part))).mappings():
                    out[r["id"]] = dict(r)
        return out

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
                for name, columns in (
                    ("outlet", (c.outlet,)), ("area", (c.area,)), ("type", (c.event_type,)), ("actor", (c.perpetrator, c.target)),
                ):  # fmt: skip
                    held: dict[str, int] = {}
                    for column in columns:
                        q = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
                        for v, n in conn.execute(q):
                            held[v] = held.get(v, 0) + int(n)
                    out[name] = sorted(held.items(), key=lambda x: (-x[1], x[0]))[:FACETS]
            return out

        return self.cached("facets", make)

    def happenings(self, where: Sequence[sa.ColumnElement[bool]], limit: int, offset: int = 0) -> list[Row]:
        """Incidents, newest day first."""
        q = t.happening.select().where(*where).order_by(t.happening.c.day.desc(), t.happening.c.id).limit(limit).offset(offset)
        with reading(self.engine) as conn:
            return [dict(r) for r in conn.execute(q).mappings()]

    def total(self, where: Sequence[sa.ColumnElement[bool]], key: object) -> int:
        """How many incidents pass.

        Args:
            key: names the conditions.
        """

        def make() -> int:
            with reading(self.engine) as conn:
                return int(conn.execute(sa.select(sa.func.count()).select_from(t.happening).where(*where)).scalar() or 0)

        return self.cached(("total", key), make)
