"""The store: one object in front of reports, claims, incidents, decisions and the log."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.model import CodedReport, Report
from waqai.model.decisions import Decision
from waqai.model.incidents import Incident, Patch, TallyCheck
from waqai.store import decide as _decide
from waqai.store import log, migrate
from waqai.store import schema as t
from waqai.store.engine import BUSY_SECONDS, make_engine, writing
from waqai.store.reader import Reader
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


class Store(Reader):
    """Reports with their claims, incidents and decisions. Nothing is ever deleted. Use as a context manager."""

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

    # Incidents

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

    # Care

    def verify(self) -> Any:
        """Prove hashes, spans, ids and the log; see ``waqai.store.verify``."""
        from waqai.store.verify import verify

        return verify(self)

    def backup(self, path: str | Path) -> None:
        """Copy an embedded store while others read and write it; see ``waqai.store.backup``."""
        from waqai.store.backup import backup

        backup(self, Path(path))
