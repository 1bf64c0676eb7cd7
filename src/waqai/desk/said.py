"""What people said about claims and incidents, and where that leaves a claim."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa

from waqai.desk.worklist import STATE_OF
from waqai.model.decisions import Decision
from waqai.store import schema as s


def decisions_on(conn: sa.Connection, ids: list[str]) -> dict[str, list[Decision]]:
    """Decisions on claims or incidents, oldest first."""
    out: dict[str, list[Decision]] = {}
    if ids:
        q = s.decision.select().where(s.decision.c.subject.in_(ids)).order_by(s.decision.c.seq)
        for r in conn.execute(q):
            d = Decision(r.action, r.subject, r.other, r.who, r.why, r.at, json.loads(r.payload), r.version)
            out.setdefault(d.subject, []).append(d)
    return out


def state_of(said: Iterable[Decision]) -> str:
    """State of a claim by the last judgement on it."""
    return next((STATE_OF[d.action] for d in reversed(list(said)) if d.action in STATE_OF), "open")


def judge_of(said: Iterable[Decision]) -> str | None:
    """Who judged a claim last; ``None`` while it is open."""
    last = next((d for d in reversed(list(said)) if d.action in STATE_OF), None)
    return None if last is None or last.action == "reopen" else last.who


def version_of(said: Iterable[Decision]) -> int:
    """Version of the last decision; 0 when there is none."""
    return max((d.version for d in said), default=0)
