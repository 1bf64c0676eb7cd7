"""Claims a person added because the machine missed them: a decision, and the claim's row beside those of the machine.

The decision holds the claim and is what counts; the row is a copy to search, link and export by, and says ``coding_seq`` 0: no coding
made it, so coding a report again leaves it alone. It ends with its report when the text is edited, for its words are no longer there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import sqlalchemy as sa

from waqai.errors import UsageError
from waqai.model import Claim
from waqai.model.decisions import Decision
from waqai.model.serial import claim_to_dict, coded_from_dict
from waqai.store import schema as t
from waqai.store.decide import append
from waqai.store.ids import canonical
from waqai.store.rows import claim_row, point
from waqai.store.writer import Writer

BY_PERSON = 0
RULE = "person"
# After every claim of the machine, whose positions are those of the text.
_AFTER = 1_000_000


def added_id(claim: Claim, rid: str) -> str:
    """The id of an added claim: its report, words and content; never that of a machine's claim."""
    d = {**claim_to_dict(claim), "id": None, "incident_id": None}
    return hashlib.sha256(f"{RULE}|{rid}|{canonical(d)}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def add(w: Writer, claim: Claim, rid: str, who: str, why: str = "") -> Decision:
    """Add a claim to a current report; returns the decision, whose subject is the claim's id.

    Args:
        claim: ``id`` is replaced by one that follows from the content.
        rid: key of the report.

    Raises:
        UsageError: the report is unknown, not coded or no longer current, or the same claim was added before.
    """
    current = t.coding.c.rid == rid, t.coding.c.ended_at.is_(None)
    coding = w.conn.execute(sa.select(t.coding.c.report_payload).where(*current)).first()
    if coding is None:
        raise UsageError(f"{rid}: no current report. Open the newest version, then add the event there.")
    claim = replace(claim, id=added_id(claim, rid), rule=RULE, rules={}, score=1.0, incident_id=None)
    if w.conn.execute(sa.select(t.claim.c.seq).where(t.claim.c.id == claim.id)).first() is not None:
        raise UsageError(f"{claim.id}: this event was added already. Open it instead.")
    done = append(w, Decision("add", claim.id, who=who, why=why, values={"rid": rid, "claim": claim_to_dict(claim)}), 0)
    held = w.conn.execute(
        sa.select(sa.func.count()).select_from(t.claim).where(t.claim.c.rid == rid, t.claim.c.coding_seq == BY_PERSON)
    ).scalar()
    seq = w.seq(t.claim)
    report = coded_from_dict({"report": json.loads(coding[0]), "claims": []}).report
    none = {"ended_at": None, "ended_by": None, "ended_why": None}
    w.put(
        t.claim, {"seq": seq, "rid": rid, "coding_seq": BY_PERSON, "position": _AFTER + int(held or 0), **claim_row(claim, report), **none}
    )
    where = point(claim)
    if where is not None:
        w.point(seq, *where)
    return done


def unsupported(conn: sa.Connection) -> list[str]:
    """Ids of added claims whose row does not say what their decision says, and of decisions without a row."""
    q = sa.select(t.decision.c.subject, t.decision.c.payload).where(t.decision.c.action == "add")
    told = {subject: json.loads(payload) for subject, payload in conn.execute(q)}
    rows = sa.select(t.claim.c.id, t.claim.c.rid, t.claim.c.payload).where(t.claim.c.coding_seq == BY_PERSON)
    held = {cid: {"rid": rid, "claim": json.loads(payload)} for cid, rid, payload in conn.execute(rows)}
    return sorted(x for x in {*told, *held} if told.get(x) != held.get(x))
