"""The store: one object in front of reports, claims, incidents, decisions and the log."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.model import Claim, CodedReport, Issue, Report
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident, Patch, TallyCheck
from waqai.model.serial import coded_from_dict
from waqai.store import decide as _decide
from waqai.store import log, migrate, query
from waqai.store import schema as t
from waqai.store.around import Around
from waqai.store.changes import Change, codings, diff
from waqai.store.engine import BUSY_SECONDS, make_engine, reading, writing
from waqai.store.query import Filter, Hit, Version
from waqai.store.rows import report_key
from waqai.store.writer import Writer


class StaleLinks(StoreError):  # noqa: N818  the caller reads again and links again
    """Claims or decisions arrived while incidents were computed. Read the claims again and link again."""


def open_store(
    where: str | Path,
    *,
    clock: Callable[[], datetime] | None = None,
    busy_seconds: float = BUSY_SECONDS,
    create: bool = True,
) -> Store:
    """Open a store and bring it to the present schema.

    Args:
        where: path of an SQLite file (made when missing), ``:memory:``, or ``postgresql://…``.
        clock: gives the present time, zone included; tests fix it.
        busy_seconds: how long to wait for another writer.
        create: make the store when there is none.

    Raises:
        StoreError: it cannot be opened, belongs to another program, or was written by a newer Waqai.
    """
    engine = make_engine(where, busy_seconds)
    db = engine.url.database
    if not create and engine.dialect.name == "sqlite" and db != ":memory:" and not Path(db or "").exists():
        raise StoreError(f"{db}: no store here. Run: waqai run FILES --out FOLDER, or give the path of a store.")
    store = Store(engine, clock or (lambda: datetime.now(UTC)))
    if migrate.current(engine) != migrate.HEAD:
        migrate.upgrade(engine)
    return store


class Store:
    """Reports with their claims, incidents and decisions. Nothing is ever deleted. Use as a context manager."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self._clock = clock

    def __enter__(self) -> Store:
        return self

    def __exit__(self, a: type[BaseException] | None, b: BaseException | None, c: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextlib.contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction: everything written inside is kept together, or nothing is."""
        now = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        with writing(self.engine) as conn:
            w = Writer(conn, now)
            yield w
            w.close()

    def head(self) -> int:
        """Number of the last log record: it grows with every change."""
        with reading(self.engine) as conn:
            return log.head(conn)[0]

    # Runs

    def start_run(self, method_version: str, run_id: str | None = None, note: str | None = None) -> str:
        """Register a run; returns its id (``run-1``, ``run-2`` … when none is given). A known id goes on."""
        with self.write() as w:
            if run_id is None:
                n = w.conn.execute(sa.select(sa.func.count()).select_from(t.run)).scalar() or 0
                run_id = f"run-{n + 1}"
            if not w.conn.execute(sa.select(t.run.c.id).where(t.run.c.id == run_id)).first():
                row = {"id": run_id, "method_version": method_version, "started_at": w.at, "note": note}
                w.conn.execute(t.run.insert(), row)
        return run_id

    def finish_run(self, run_id: str, note: str | None = None) -> None:
        """Note that a run came to its end; the note says up to which log record."""
        with self.write() as w:
            done = {"finished_at": w.at, "note": f"{note or 'done'} @{log.head(w.conn)[0]}"}
            w.conn.execute(t.run.update().where(t.run.c.id == run_id).values(**done))

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

    def method_of(self, conn: sa.Connection, run_id: str) -> str:
        """Method version of a run.

        Raises:
            StoreError: no such run.
        """
        found = conn.execute(sa.select(t.run.c.method_version).where(t.run.c.id == run_id)).scalar()
        if found is None:
            raise StoreError(f"{run_id}: no such run. Call start_run(method_version) first.")
        return str(found)

    # Reports and claims

    def add_report(self, report: Report, raw: bytes | None = None) -> str:
        """Keep a report; returns its key. An edited text becomes the next version of the report it edits.

        Args:
            raw: the bytes obtained, when they are not simply the text in UTF-8.
        """
        with self.write() as w:
            return w.report(report, raw)

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

    def put_coded(self, coded: CodedReport, run_id: str, raw: bytes | None = None, as_read: Report | None = None) -> bool:
        """Store one coded report with its claims and issues; returns whether anything changed."""
        return self.put_many([(coded, raw, as_read)], run_id) == 1

    def put_many(self, batch: Iterable[tuple[CodedReport, bytes | None, Report | None]], run_id: str) -> int:
        """Store many in one transaction; returns how many changed.

        Each entry is the coded report, the bytes obtained or ``None``, and the report as it was read, before coding
        found its date (``None``: the same).
        """
        changed = 0
        with self.write() as w:
            method = self.method_of(w.conn, run_id)
            batch = list(batch)
            w.expect([as_read or coded.report for coded, _, as_read in batch])
            for coded, raw, as_read in batch:
                rid = w.report(as_read or coded.report, raw)
                changed += w.coding(coded, rid, run_id, method)
        return changed

    def coded_reports(self, report_ids: list[str] | None = None, reviewed: bool = False) -> Iterator[CodedReport]:
        """Current coded reports with incident ids, by report id; the order does not depend on arrival.

        Args:
            reviewed: with the reviewers' amendments; rejected claims are left out.
        """
        from dataclasses import replace

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
        import json

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
        with reading(self.engine) as conn:
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
            from waqai.store.rows import claim_of

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

    # Incidents

    def incidents(self, **filters: Any) -> list[Incident]:
        """Current incidents; keyword arguments are the fields of ``Filter``."""
        with reading(self.engine) as conn:
            return list(query.incidents(conn, Filter(**filters)))

    def incident(self, incident_id: str) -> Incident | None:
        """The current incident with this id; ``None`` when there is none."""
        from waqai.store.rows import incident_of

        with reading(self.engine) as conn:
            q = sa.select(t.incident.c.payload).where(t.incident.c.id == incident_id, t.incident.c.ended_at.is_(None))
            payload = conn.execute(q).scalar()
            return None if payload is None else incident_of(payload, query.states(conn).get(incident_id, "draft"))

    def tallies(self) -> list[TallyCheck]:
        """Current tally checks."""
        with reading(self.engine) as conn:
            return list(query.tallies(conn))

    def put_incidents(
        self,
        incidents: Iterable[Incident],
        tallies: Iterable[TallyCheck] = (),
        run_id: str = "",
        expected_head: int | None = None,
        note: str | None = None,
    ) -> int:
        """Make these the current incidents and tally checks; unchanged ones keep their rows.

        Returns how many rows changed.

        Args:
            expected_head: ``head()`` as it was before the claims were read; ``None`` does not check.
            note: under which to remember that all is linked, see ``linked_at``; ``None`` does not.

        Raises:
            StaleLinks: the store changed since.
        """
        return self._link(lambda w: w.incidents(incidents, tallies, run_id), run_id, expected_head, note)

    def patch_incidents(self, patch: Patch, run_id: str, expected_head: int | None = None, note: str | None = None) -> int:
        """As ``put_incidents``, for a part: what the patch does not speak of stays as it is."""
        return self._link(lambda w: w.patch(patch, run_id), run_id, expected_head, note)

    def _link(self, put: Callable[[Writer], int], run_id: str, expected_head: int | None, note: str | None) -> int:
        with self.write() as w:
            if expected_head is not None and log.head(w.conn)[0] != expected_head:
                raise StaleLinks(f"{self.engine.url.database}: claims arrived while linking. Link again.")
            changed = put(w)
            if note is not None:
                w.linked(run_id, note)
            return changed

    # People

    def decide(self, decision: Decision, expected_version: int | None = None) -> Decision:
        """Append a reviewer's decision; see ``decide.append``."""
        with self.write() as w:
            return _decide.append(w, decision, expected_version)

    def decisions(self, subject: str | None = None) -> list[Decision]:
        """Decisions in the order they were made, all or on one claim or incident."""
        with reading(self.engine) as conn:
            return list(_decide.decisions(conn, subject))

    # Looking around

    def issues(self, code: str | None = None, limit: int | None = None) -> list[tuple[str | None, Issue]]:
        """Current issues with the id of their report."""
        with reading(self.engine) as conn:
            return list(query.issues(conn, code, limit))

    def search(self, text: str, limit: int = 50, superseded: bool = False) -> list[Hit]:
        """Reports that hold every word; ``"…"`` is a phrase, ``word*`` a prefix. Newest arrival first."""
        with reading(self.engine) as conn:
            return query.find(conn, text, limit, superseded)

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

    def verify(self) -> Any:
        """Prove hashes, spans, ids and the log; see ``waqai.store.verify``."""
        from waqai.store.verify import verify

        return verify(self)

    def backup(self, path: str | Path) -> None:
        """Copy an embedded store while others read and write it; see ``waqai.store.backup``."""
        from waqai.store.backup import backup

        backup(self, Path(path))
