"""Everything one may ask a store. Each question is answered in one consistent view."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from waqai.model import Claim, CodedReport, Issue, Report
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident, TallyCheck
from waqai.model.serial import coded_from_dict
from waqai.resources.load import without_collection
from waqai.store import decide as _decide
from waqai.store import log, query
from waqai.store import schema as t
from waqai.store.around import Around
from waqai.store.changes import Change, codings, diff
from waqai.store.engine import reading
from waqai.store.filters import Filter
from waqai.store.query import Hit, Version
from waqai.store.rows import claim_of, incident_of, report_key


class Reader:
    """Reports with their claims, incidents and decisions, to read."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self._clock = clock

    def head(self) -> int:
        """Number of the last log record: it grows with every change."""
        with reading(self.engine) as conn:
            return log.head(conn)[0]

    def linked_at(self, note: str) -> int | None:
        """Log record up to which everything is linked under this note; ``None`` when the last linking bears another, or there is none."""
        with reading(self.engine) as conn:
            q = sa.select(t.run.c.note).where(t.run.c.finished_at.is_not(None))
            notes = [n.rpartition(" @") for n in conn.execute(q).scalars() if n and "@" in n]
        if not notes:
            return None
        said, _, at = max(notes, key=lambda n: int(n[2]))
        return int(at) if said == note else None

    @contextlib.contextmanager
    def around(self, since: int) -> Iterator[Around]:
        """What changed after a log record and what lies around it, in one consistent view."""
        with reading(self.engine) as conn:
            yield Around(conn, since)

    # Reports and claims

    def last_hash(self) -> str:
        """Hash of the last log record: it stands for everything the store holds."""
        with reading(self.engine) as conn:
            return log.head(conn)[1]

    def has(self, report: Report | str, method_version: str) -> bool:
        """Whether a report (or any report with this SHA-256) needs no coding by this method."""
        where = t.report.c.sha256 == report if isinstance(report, str) else t.report.c.rid == report_key(report)
        q = (
            sa.select(t.coding.c.seq)
            .join(t.report, t.report.c.rid == t.coding.c.rid)
            .where(where, t.coding.c.method_version == method_version)
            .where(t.coding.c.ended_at.is_(None) | (t.coding.c.ended_why == "report edited"))
            .limit(1)
        )
        with reading(self.engine) as conn:
            return conn.execute(q).first() is not None

    def coded_reports(self, report_ids: list[str] | None = None, reviewed: bool = False) -> Iterator[CodedReport]:
        """Current coded reports with incident ids, by report id; the order does not depend on arrival.

        Args:
            reviewed: with the reviewers' amendments; rejected claims are left out.
        """
        with reading(self.engine) as conn:
            said = self._by_subject(conn) if reviewed else {}
            for c in query.coded(conn, report_ids):
                if said:
                    kept = (_decide.reviewed(x, said.get(x.id, ())) for x in c.claims)
                    c = replace(c, claims=tuple(x for x in kept if x is not None))
                yield c

    def _by_subject(self, conn: sa.Connection) -> dict[str, list[Decision]]:
        out: dict[str, list[Decision]] = {}
        for d in _decide.decisions(conn):
            out.setdefault(d.subject, []).append(d)
        return out

    def report(self, report_id: str) -> CodedReport | None:
        """The current coded report with this id; a report not yet coded comes without claims; ``None`` when unknown."""
        for c in self.coded_reports([report_id]):
            return c
        with reading(self.engine) as conn:
            q = t.report.select().where(t.report.c.id == report_id).order_by(t.report.c.seq.desc()).limit(1)
            row = conn.execute(q).first()
        if row is None:
            return None
        return coded_from_dict({"report": json.loads(row.payload), "claims": [], "issues": []}, row.text)

    def claims(self, reviewed: bool = False, **filters: Any) -> list[Claim]:
        """Current claims; keyword arguments are the fields of ``Filter``."""
        with reading(self.engine) as conn, without_collection():
            found = list(query.claims(conn, Filter(**filters)))
            if not reviewed:
                return found
            said = self._by_subject(conn)
        kept = (_decide.reviewed(c, said.get(c.id, ())) for c in found)
        return [c for c in kept if c is not None]

    def claim(self, claim_id: str) -> Claim | None:
        """The current claim with this id; ``None`` when there is none."""
        with reading(self.engine) as conn:
            q = sa.select(t.claim.c.payload).where(t.claim.c.id == claim_id, t.claim.c.ended_at.is_(None)).limit(1)
            payload = conn.execute(q).scalar()
            if payload is None:
                return None
            return claim_of(payload, query.memberships(conn, [claim_id]).get(claim_id))

    def report_of(self, claim_id: str) -> str | None:
        """Id of the report a current claim stands in; ``None`` when there is none."""
        with reading(self.engine) as conn:
            q = (
                sa.select(t.report.c.id)
                .join(t.claim, t.claim.c.rid == t.report.c.rid)
                .where(t.claim.c.id == claim_id, t.claim.c.ended_at.is_(None))
                .limit(1)
            )
            found = conn.execute(q).scalar()
            return None if found is None else str(found)

    def history(self, subject: str) -> list[Version]:
        """Every stored version of a claim or incident, oldest first, with who ended it, when and why."""
        with reading(self.engine) as conn:
            return query.claim_history(conn, subject) or query.incident_history(conn, subject)

    def versions(self, report_id: str) -> Sequence[tuple[int, str, str]]:
        """Versions of a report: ``(version, sha256, added at)``, oldest first."""
        with reading(self.engine) as conn:
            q = (
                sa.select(t.report.c.version, t.report.c.sha256, t.report.c.added_at)
                .where(t.report.c.id == report_id)
                .order_by(t.report.c.seq)
            )
            return [(v, s, a) for v, s, a in conn.execute(q)]

    def changes(self, report_id: str) -> list[tuple[str, list[Change]]]:
        """What each later coding of a report changed against the one before: ``(why, changes)``, oldest first.

        ``why`` says what brought it: ``report edited`` or ``coded again``.
        """
        with reading(self.engine) as conn:
            held = codings(conn, report_id)
        return [(a[1] or "", diff(a[3], b[3])) for a, b in pairwise(held)]

    def duplicates(self) -> dict[str, str]:
        """Report id → id of the report it repeats; ids may repeat when an outlet re-posts under the same id."""
        a, b = t.report.alias(), t.report.alias()
        q = (
            sa.select(a.c.id, b.c.id)
            .select_from(t.duplicate)
            .join(a, a.c.rid == t.duplicate.c.rid)
            .join(b, b.c.rid == t.duplicate.c.of_rid)
        )
        with reading(self.engine) as conn:
            return {r[0]: r[1] for r in conn.execute(q)}

    # Incidents

    def incidents(self, **filters: Any) -> list[Incident]:
        """Current incidents; keyword arguments are the fields of ``Filter``."""
        with reading(self.engine) as conn, without_collection():
            return list(query.incidents(conn, Filter(**filters)))

    def incident(self, incident_id: str) -> Incident | None:
        """The current incident with this id; ``None`` when there is none."""
        with reading(self.engine) as conn:
            q = sa.select(t.incident.c.payload).where(t.incident.c.id == incident_id, t.incident.c.ended_at.is_(None))
            payload = conn.execute(q).scalar()
            return None if payload is None else incident_of(payload, query.states(conn, [incident_id]).get(incident_id, "draft"))

    def tallies(self) -> list[TallyCheck]:
        """Current tally checks."""
        with reading(self.engine) as conn:
            return list(query.tallies(conn))

    # Looking around

    def decisions(self, subject: str | None = None) -> list[Decision]:
        """Decisions in the order they were made, all or on one claim or incident."""
        with reading(self.engine) as conn:
            return list(_decide.decisions(conn, subject))

    def issues(self, code: str | None = None, limit: int | None = None) -> list[tuple[str | None, Issue]]:
        """Current issues with the id of their report."""
        with reading(self.engine) as conn:
            return list(query.issues(conn, code, limit))

    def search(self, text: str, limit: int = 50, superseded: bool = False) -> list[Hit]:
        """Reports that hold every word; ``"…"`` is a phrase, ``word*`` a prefix. Newest arrival first."""
        with reading(self.engine) as conn:
            return query.find(conn, text, limit, superseded)

    def counts(self) -> dict[str, int]:
        """How many current rows of each kind, and log records."""
        out = {}
        with reading(self.engine) as conn:
            for table in (t.report, t.claim, t.incident, t.tally, t.issue):
                q = sa.select(sa.func.count()).select_from(table).where(table.c.ended_at.is_(None))
                out[table.name] = int(conn.execute(q).scalar() or 0)
            for table in (t.decision, t.log):
                out[table.name] = int(conn.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0)
        return out
