"""A report as the desk shows it: its current claims, what people said on them, and each claim as a page's script reads it."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from waqai.desk.core import Desk, Refused
from waqai.desk.marking import evidence_fields
from waqai.desk.said import decisions_on, state_of, version_of
from waqai.model import Claim, CodedReport
from waqai.model.serial import claim_to_dict, coded_from_dict
from waqai.store import query as store_query
from waqai.store import reviewed
from waqai.store import schema as s
from waqai.store.added import BY_PERSON
from waqai.store.engine import reading
from waqai.store.rows import coded_of

FORM = (
    "event_type", "modality", "perpetrator", "target", "claimant", "date_start", "date_end", "place", "fatalities", "injuries",
    "captured", "killed_or_injured", "weapons", "trigger",
)  # fmt: skip
_HEAD = (s.report.c.rid, s.report.c.id, s.report.c.text, s.report.c.payload, s.report.c.ended_by, s.report.c.ended_at)


class Opened:
    """A report with its claims, the decisions on them, and where it stands in the store.

    Raises:
        Refused: there is no such report.
    """

    def __init__(self, desk: Desk, rid: str) -> None:
        with reading(desk.store.engine) as conn:
            row = conn.execute(sa.select(*_HEAD).where(s.report.c.rid == rid)).mappings().first()
            if row is None:
                raise Refused(404, "not_found")
            self.rid = rid
            self.newer: str | None = row["ended_by"] if row["ended_at"] else None
            coding = conn.execute(s.coding.select().where(s.coding.c.rid == rid, s.coding.c.ended_at.is_(None))).mappings().first()
            self.current = coding is not None
            if coding is None:
                self.coded: CodedReport = coded_from_dict({"report": json.loads(row["payload"]), "claims": [], "issues": []}, row["text"])
            else:
                c = s.claim.c
                q = sa.select(c.id, c.payload).where(c.rid == rid, c.ended_at.is_(None), c.coding_seq.in_((coding["seq"], BY_PERSON)))
                claims = conn.execute(q.order_by(c.position)).all()
                inside = store_query.memberships(conn, [x.id for x in claims])
                told = [(x.payload, inside.get(x.id)) for x in claims]
                self.coded = coded_of(coding["report_payload"], coding["issues_payload"], told, row["text"])
            self.said = decisions_on(conn, [x.id for x in self.coded.claims])
        self.claims: list[Claim] = []
        for x in self.coded.claims:
            # Rejected claims stay on the page: with their amendments, marked as rejected.
            amendments = [d for d in self.said.get(x.id, ()) if d.action == "amend"]
            self.claims.append(reviewed(x, amendments) or x)

    def number(self, claim_id: str) -> int:
        """Place of a claim on the page, from 0.

        Raises:
            Refused: it is not a claim of this report.
        """
        for n, x in enumerate(self.coded.claims):
            if x.id == claim_id:
                return n
        raise Refused(404, "not_found")

    def version(self, claim_id: str) -> int:
        """Version of the last decision on a claim; 0 when there is none."""
        return version_of(self.said.get(claim_id, ()))

    def state(self, claim_id: str) -> str:
        """State by the last judgement."""
        return state_of(self.said.get(claim_id, ()))

    def item(self, n: int, row: dict[str, Any]) -> dict[str, Any]:
        """A claim as the page's script and template read it.

        Args:
            row: its row of the work list, for the flags; empty when it has none.
        """
        x, said = self.claims[n], self.said.get(self.claims[n].id, ())
        return {
            "id": x.id, "version": version_of(said), "state": state_of(said),
            "said": [
                {"who": v.who, "action": v.action, "why": v.why, "when": v.when, "fields": sorted(v.values), "version": v.version}
                for v in said
            ],
            "incident": x.incident_id, "flags": [f for f in ("disagree", "low", "unplaced", "year") if row.get(f)], **form_of(x, n),
        }  # fmt: skip


def form_of(x: Claim, n: int) -> dict[str, Any]:
    """What the form of a claim shows: values and words."""
    d = claim_to_dict(x)
    return {
        "n": n, "evidence": evidence_fields(x), "values": {k: d[k] for k in FORM}, "kind": d["kind"], "score": d["score"],
        "statement": d["statement"],
        "rule": d["rule"], "candidate_years": d["candidate_years"],
    }  # fmt: skip
