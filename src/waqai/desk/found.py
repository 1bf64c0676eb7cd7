"""An incident as the desk shows it: its versions, who judged them, and what was decided on it."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from waqai.desk.core import Desk, Refused
from waqai.desk.said import decisions_on, judge_of, state_of, version_of
from waqai.model.incidents import Incident
from waqai.publish.quotes import quote_pieces
from waqai.store import reviewed
from waqai.store import schema as s
from waqai.store.engine import reading
from waqai.store.rows import claim_of, incident_of


class Found:
    """An incident with its members, their reports and the decisions on them.

    Raises:
        Refused: there is no such incident.
    """

    def __init__(self, desk: Desk, incident_id: str) -> None:
        with reading(desk.store.engine) as conn:
            q = sa.select(s.incident.c.payload, s.incident.c.run_id).where(s.incident.c.id == incident_id, s.incident.c.ended_at.is_(None))
            row = conn.execute(q).first()
            if row is None:
                raise Refused(404, "not_found")
            said = decisions_on(conn, [incident_id])
            self.decisions = said.get(incident_id, [])
            states = [d.action for d in self.decisions if d.action in ("release", "retract")]
            state = {"release": "released", "retract": "retracted"}[states[-1]] if states else "draft"
            self.incident: Incident = incident_of(row.payload, state)
            q2 = (
                sa.select(
                    s.claim.c.id, s.claim.c.payload, s.claim.c.rid, s.report.c.title, s.report.c.outlet, s.report.c.url, s.report.c.text,
                    s.coding.c.report_payload,
                )
                .join(s.report, s.report.c.rid == s.claim.c.rid)
                .join(s.coding, (s.coding.c.rid == s.claim.c.rid) & s.coding.c.ended_at.is_(None))
                .where(s.claim.c.id.in_(self.incident.claims), s.claim.c.ended_at.is_(None))
            )  # fmt: skip
            self.on_claims = decisions_on(conn, list(self.incident.claims))
            self.versions: dict[str, dict[str, Any]] = {}
            for r in conn.execute(q2).mappings():
                machine = claim_of(r["payload"], incident_id)
                amendments = [d for d in self.on_claims.get(r["id"], ()) if d.action == "amend"]
                claim = reviewed(machine, amendments) or machine
                head = json.loads(r["report_payload"])
                self.versions[r["id"]] = {
                    "claim": claim, "rid": r["rid"], "title": r["title"], "outlet": head.get("outlet") or r["outlet"], "url": r["url"],
                    "published": head.get("published_at"), "quote": quote_pieces(r["text"], claim.evidence),
                    "state": state_of(self.on_claims.get(r["id"], ())), "by": judge_of(self.on_claims.get(r["id"], ())),
                }  # fmt: skip

    @property
    def version(self) -> int:
        """Version of the last decision on the incident."""
        return version_of(self.decisions)

    def reviewed(self) -> bool:
        """Whether a person judged every member."""
        return bool(self.versions) and all(v["state"] in ("accepted", "amended", "rejected", "not_event") for v in self.versions.values())

    def reviewers(self) -> set[str]:
        """Who judged members."""
        return {v["by"] for v in self.versions.values() if v["by"]}
