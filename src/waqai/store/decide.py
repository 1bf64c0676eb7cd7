"""Decisions of reviewers: appended, numbered per subject, applied when asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa

from waqai.errors import StoreError, UsageError
from waqai.model import Claim
from waqai.model.decisions import ACTIONS, Decision
from waqai.model.serial import claim_from_dict, claim_to_dict
from waqai.store import schema as t
from waqai.store.ids import canonical, digest
from waqai.store.writer import Writer


class VersionConflict(StoreError):  # noqa: N818  the desk shows it as a question, not as an error
    """Somebody decided on the same subject meanwhile. Read the newer decision, then decide again."""


_PAIRS = ("same", "different", "merge")


def append(w: Writer, d: Decision, expected_version: int | None) -> Decision:
    """Append a decision.

    Args:
        expected_version: version of the last decision the reviewer has seen (0: none); ``None`` does not check.

    Raises:
        UsageError: an unknown action, no reviewer, or a pair action without the second id.
        VersionConflict: the subject has a newer decision.
    """
    if d.action not in ACTIONS:
        raise UsageError(f"{d.action!r} is no decision. Use one of: {', '.join(ACTIONS)}.")
    if not d.who:
        raise UsageError("A decision needs a reviewer's name.")
    if d.action in _PAIRS and not d.other:
        raise UsageError(f"{d.action!r} joins two subjects. Give the second one.")
    if d.action == "split" and not d.values.get("claims"):
        raise UsageError("'split' needs values={'claims': [ids that leave]}.")
    last = w.conn.execute(sa.select(sa.func.max(t.decision.c.version)).where(t.decision.c.subject == d.subject)).scalar()
    last = last or 0
    if expected_version is not None and expected_version != last:
        who = w.conn.execute(
            sa.select(t.decision.c.who, t.decision.c.action, t.decision.c.at).where(
                t.decision.c.subject == d.subject, t.decision.c.version == last
            )
        ).first()
        told = f"{who.who} decided {who.action!r} at {who.at}" if who else "there is none"
        raise VersionConflict(f"{d.subject}: decision {expected_version} is not the latest ({told}). Look at it, then decide again.")
    done = replace(d, when=w.at, version=last + 1)
    row = _row(done)
    w.put(t.decision, {"seq": w.seq(t.decision), **row})
    w.chain.add("decision", f"{d.subject}/{done.version}", str(row["row_hash"]))
    return done


def _row(d: Decision) -> dict[str, str | int | None]:
    payload = canonical(d.values)
    content = canonical([d.subject, d.version, d.action, d.other, d.who, d.when, d.why, payload])
    return {
        "subject": d.subject, "version": d.version, "action": d.action, "other": d.other, "who": d.who, "at": d.when,
        "why": d.why, "payload": payload, "row_hash": digest(content),
    }  # fmt: skip


def decisions(conn: sa.Connection, subject: str | None = None) -> Iterator[Decision]:
    """All decisions in the order they were made; on one subject when given."""
    q = t.decision.select().order_by(t.decision.c.seq)
    if subject is not None:
        q = q.where((t.decision.c.subject == subject) | (t.decision.c.other == subject))
    for r in conn.execute(q):
        yield Decision(r.action, r.subject, r.other, r.who, r.why, r.at, json.loads(r.payload), r.version)


def reviewed(claim: Claim, said: Iterable[Decision]) -> Claim | None:
    """The claim as the reviewers left it; ``None`` when it was rejected or is not an event.

    An ``accept`` or ``reopen`` after a ``reject`` brings it back; amendments add up, the latest value of a field holds.
    """
    values: dict[str, object] = {}
    out = False
    for d in said:
        if d.subject != claim.id:
            continue
        if d.action in ("reject", "not_event"):
            out = True
        elif d.action in ("accept", "reopen"):
            out = False
        elif d.action == "amend":
            out = False
            values.update(d.values)
    if out:
        return None
    if not values:
        return claim
    # The id stays: it names the machine's reading, which the person corrected.
    return claim_from_dict({**claim_to_dict(claim), **values, "id": claim.id, "incident_id": claim.incident_id})
