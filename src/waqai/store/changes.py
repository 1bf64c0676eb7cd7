"""What an edit of a report changed in its claims."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from waqai.store import schema as t

# Told apart, so that a changed toll shows as a change of one claim and not as one gone and one new.
_SAME = ("event_type", "date_start", "date_end", "modality")
_NOT_CONTENT = ("id", "evidence", "rule", "rules", "score", "incident_id")


@dataclass(frozen=True, slots=True)
class Change:
    """One claim between two codings. ``fields`` maps a changed field to its value before and after.

    ``before`` is ``None`` for a new claim, ``after`` for one that is gone.
    """

    before: str | None
    after: str | None
    fields: dict[str, tuple[Any, Any]]


def diff(old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> list[Change]:
    """Compare two lists of claim objects (claims contract), in the order of the new one, gone ones last.

    A claim is the same when its id is, else when most of kind, days, modality, place and trigger agree.
    """
    left = {c["id"]: c for c in old}
    pairs: dict[str, dict[str, Any]] = {c["id"]: left.pop(c["id"]) for c in new if c["id"] in left}
    for c in new:
        if c["id"] in pairs or not left:
            continue
        best = max(left.values(), key=lambda o: (_alike(o, c), o["id"]))
        if _alike(best, c) >= 4:
            pairs[c["id"]] = left.pop(best["id"])
    out = []
    for c in new:
        before = pairs.get(c["id"])
        if before is None:
            out.append(Change(None, c["id"], {}))
            continue
        names = [k for k in c if k not in _NOT_CONTENT and _content(before.get(k)) != _content(c[k])]
        if names:
            out.append(Change(before["id"], c["id"], {k: (before.get(k), c[k]) for k in names}))
    return out + [Change(c, None, {}) for c in left]


def _content(v: Any) -> Any:
    """A value without its wording: other words for the same number or place are no change."""
    if isinstance(v, dict):
        return {k: x for k, x in v.items() if k not in ("text", "score", "candidates")}
    return v


def _alike(a: dict[str, Any], b: dict[str, Any]) -> int:
    n = sum(bool(a[k] == b[k]) for k in _SAME)
    return n + bool((a["place"] or {}).get("id") == (b["place"] or {}).get("id")) + bool(a["trigger"] == b["trigger"])


def codings(conn: sa.Connection, report_id: str) -> list[tuple[str, str | None, str, list[dict[str, Any]]]]:
    """All codings of a report and its versions: ``(run, ended why, report hash, claims)``, oldest first."""
    q = (
        sa.select(t.coding.c.seq, t.coding.c.run_id, t.coding.c.ended_why, t.report.c.sha256)
        .join(t.report, t.report.c.rid == t.coding.c.rid)
        .where(t.report.c.id == report_id)
        .order_by(t.coding.c.seq)
    )
    out = []
    for seq, run, why, sha in conn.execute(q).all():
        rows = sa.select(t.claim.c.payload).where(t.claim.c.coding_seq == seq).order_by(t.claim.c.position)
        out.append((run, why, sha, [json.loads(p) for p in conn.execute(rows).scalars()]))
    return out
