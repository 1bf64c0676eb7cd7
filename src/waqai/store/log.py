"""The append-only log: each record holds the hash of the one before, so a changed, lost or inserted record shows.

A record says *what* happened to *which row* and the digest of that row's content. It is written in the same transaction
as the row: a crash leaves both or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from waqai.store import schema as t
from waqai.store.ids import digest

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Record:
    """One log record. ``seq`` counts from 1 without gaps; ``at`` never runs backwards."""

    seq: int
    at: str
    kind: str
    subject: str
    digest: str
    prev: str
    hash: str

    def expected(self) -> str:
        """The hash this record must have."""
        return digest("|".join((str(self.seq), self.at, self.kind, self.subject, self.digest, self.prev)))


def head(conn: sa.Connection) -> tuple[int, str, str]:
    """``(seq, hash, at)`` of the last record; ``(0, GENESIS, "")`` when there is none."""
    row = conn.execute(sa.select(t.log.c.seq, t.log.c.hash, t.log.c.at).order_by(t.log.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash, row.at) if row else (0, GENESIS, "")


class Chain:
    """Appends records within one transaction; ``flush`` writes them in one statement."""

    def __init__(self, conn: sa.Connection, now: str) -> None:
        self._conn = conn
        self._seq, self._prev, last = head(conn)
        # A clock set back must not reorder the past: the record takes the time of the one before.
        self.at = max(now, last)
        self._rows: list[dict[str, object]] = []

    @property
    def next(self) -> int:
        """Number the next record will have."""
        return self._seq + 1

    def add(self, kind: str, subject: str, content: str) -> None:
        """Append one record; ``content`` is already a digest."""
        r = Record(self._seq + 1, self.at, kind, subject, content, self._prev, "")
        h = r.expected()
        self._seq, self._prev = r.seq, h
        self._rows.append({"seq": r.seq, "at": r.at, "kind": kind, "subject": subject, "digest": content, "prev": r.prev, "hash": h})

    def flush(self) -> int:
        """Write what was added; returns the last sequence number."""
        if self._rows:
            self._conn.execute(t.log.insert(), self._rows)
            self._rows = []
        return self._seq


def records(conn: sa.Connection) -> Iterator[Record]:
    """All records in order, read in slices."""
    after = 0
    while True:
        rows = conn.execute(t.log.select().where(t.log.c.seq > after).order_by(t.log.c.seq).limit(5000)).all()
        if not rows:
            return
        for r in rows:
            yield Record(r.seq, r.at, r.kind, r.subject, r.digest, r.prev, r.hash)
        after = rows[-1].seq
