"""The desk's audit trail: lines appended, each with the hash of the one before."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from waqai.desk import tables as t
from waqai.desk.people.model import hashed
from waqai.store.engine import reading


class Trail:
    """The trail, and what all that is written in it shares: a database and a clock."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime]) -> None:
        self.engine, self._clock = engine, clock

    def now(self) -> str:
        """The present time, ISO 8601 in UTC."""
        return self._clock().isoformat(timespec="milliseconds")

    def audit(self, who: str, action: str, subject: str, **detail: Any) -> None:
        """Append one line to the trail."""
        with t.changing(self.engine) as c:
            self._audit(c, who, action, subject, detail)

    def _audit(self, c: sa.Connection, who: str, action: str, subject: str, detail: dict[str, Any]) -> None:
        last = c.execute(sa.select(t.audit.c.seq, t.audit.c.hash).order_by(t.audit.c.seq.desc()).limit(1)).first()
        seq, prev = (last.seq + 1, last.hash) if last else (1, "0" * 64)
        at, text = self.now(), json.dumps(detail, ensure_ascii=False, sort_keys=True)
        h = hashed("|".join((str(seq), at, who, action, subject, text, prev)))
        row = {"seq": seq, "at": at, "who": who, "action": action, "subject": subject, "detail": text, "prev": prev, "hash": h}
        c.execute(t.audit.insert(), row)

    def trail(self, limit: int = 200, before: int | None = None) -> list[dict[str, Any]]:
        """The trail, newest first."""
        q = t.audit.select().order_by(t.audit.c.seq.desc()).limit(limit)
        if before is not None:
            q = q.where(t.audit.c.seq < before)
        with reading(self.engine) as c:
            return [dict(r) for r in c.execute(q).mappings()]

    def trail_whole(self) -> bool:
        """Whether every line of the trail still holds the hash of the one before."""
        prev = "0" * 64
        with reading(self.engine) as c:
            for n, r in enumerate(c.execute(t.audit.select().order_by(t.audit.c.seq)), 1):
                want = hashed("|".join((str(r.seq), r.at, r.who, r.action, r.subject, r.detail, prev)))
                if r.seq != n or r.prev != prev or r.hash != want:
                    return False
                prev = r.hash
        return True
