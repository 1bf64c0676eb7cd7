"""Everything that changes a store. A ``Writer`` lives in one transaction and writes rows and log records together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.model import CodedReport, Report
from waqai.model.incidents import Incident, Patch, TallyCheck
from waqai.model.serial_incidents import tally_to_dict
from waqai.store import dialect
from waqai.store import schema as t
from waqai.store.duplicates import Twins, shingles
from waqai.store.ids import canonical, digest
from waqai.store.log import Chain
from waqai.store.rows import (
    Row,
    claim_row,
    coding_hash,
    incident_row,
    issues_payload,
    point,
    report_key,
    report_payload,
)
from waqai.store.search import keys

EDITED = "report edited"
RECODED = "coded again"
RELINKED = "linked again"
_SAME_TEXT = 0.3  # an edit keeps more than this share of its runs of words; less is another report under a used id
_SLICE = 500


class Writer:
    """Buffered inserts of one transaction. Call ``close`` before the transaction ends."""

    def __init__(self, conn: sa.Connection, now: str) -> None:
        self.conn = conn
        self.chain = Chain(conn, now)
        self._next: dict[str, int] = {}
        self._rows: dict[str, list[Row]] = {}
        self._texts: list[tuple[int, list[str]]] = []
        self._points: list[tuple[int, float, float]] = []
        self._twins = Twins(conn)
        self._asked: set[str] = set()
        self._known: set[str] = set()
        self._names: set[str] = set()
        self._fresh: set[str] = set()
        self._words: dict[str, list[str]] = {}
        self._keys: dict[int, tuple[Report, str]] = {}

    @property
    def at(self) -> str:
        """The time of this transaction."""
        return self.chain.at

    def seq(self, table: sa.Table) -> int:
        """The next number of a table. Writers hold the only write lock, so counting is safe."""
        if table.name not in self._next:
            self._next[table.name] = (self.conn.execute(sa.select(sa.func.max(table.c.seq))).scalar() or 0) + 1
        n = self._next[table.name]
        self._next[table.name] = n + 1
        return n

    def put(self, table: sa.Table, row: Row) -> None:
        """Buffer a row."""
        self._rows.setdefault(table.name, []).append(row)

    def point(self, seq: int, lat: float, lon: float) -> None:
        """Index where the claim ``seq`` is."""
        self._points.append((seq, lat, lon))

    def flush(self) -> None:
        """Write the buffered rows and indexes, not yet the log."""
        for name, rows in self._rows.items():
            self.conn.execute(t.metadata.tables[name].insert(), rows)
        self._rows = {}
        self._twins.flush()
        dialect.index_texts(self.conn, self._texts)
        dialect.index_points(self.conn, self._points)
        self._texts, self._points = [], []

    def close(self) -> int:
        """Write all that is buffered; returns the log's last number."""
        self.flush()
        return self.chain.flush()

    def end(self, table: sa.Table, where: sa.ColumnElement[bool], by: str, why: str) -> None:
        """Mark current rows as superseded: they stay, with who, when and why."""
        done = {"ended_at": self.at, "ended_by": by, "ended_why": why}
        self.conn.execute(table.update().where(where, table.c.ended_at.is_(None)).values(done))

    # Reports

    def expect(self, reports: Sequence[Report]) -> None:
        """Ask the database once about a batch of reports, instead of once for each."""
        keyed = {self._key(r): r for r in reports}
        self._asked.update(keyed)
        names = sorted({r.id for r in reports} | {r.url for r in reports if r.url})
        for part in _slices(sorted(keyed)):
            self._known.update(self.conn.execute(sa.select(t.report.c.rid).where(t.report.c.rid.in_(part))).scalars())
        for part in _slices(names):
            for column in (t.report.c.id, t.report.c.url):
                self._names.update(self.conn.execute(sa.select(column).where(column.in_(part))).scalars())
        fresh = {rid: _words(r) for rid, r in keyed.items() if rid not in self._known}
        self._words.update(fresh)
        self._twins.expect(fresh)

    def _key(self, r: Report) -> str:
        held = self._keys.get(id(r))
        if held is None or held[0] is not r:
            held = self._keys[id(r)] = (r, report_key(r))
        return held[1]

    def report(self, r: Report, raw: bytes | None = None) -> str:
        """Add a report; returns its key. A report already there is left alone.

        Raises:
            StoreError: ``raw`` does not have the report's hash.
        """
        rid = self._key(r)
        if rid not in self._asked:
            self.expect([r])
        if rid in self._known:
            return rid
        if raw is not None and digest(raw) != r.sha256:
            raise StoreError(f"{r.id}: the bytes do not have the report's hash {r.sha256[:12]}. Read the file again.")
        if raw is not None and raw == r.text.encode("utf-8", "surrogatepass"):
            raw = None  # the text alone gives the bytes back
        words = self._words.pop(rid, None) or _words(r)
        before = self._earlier(r, words)
        if before is not None:
            self.end(t.report, t.report.c.rid == before.rid, rid, EDITED)
        else:
            self._fresh.add(rid)
        self._names.update(n for n in (r.id, r.url) if n)
        payload = report_payload(r)
        seq = self.seq(t.report)
        self.put(
            t.report,
            {
                "seq": seq, "rid": rid, "id": r.id, "sha256": r.sha256, "text": r.text, "raw": raw, "title": r.title,
                "outlet": r.outlet, "url": r.url, "published": r.published.isoformat() if r.published else None,
                "payload": payload, "row_hash": digest(payload),
                "version_of": (before.version_of or before.rid) if before else None,
                "version": before.version + 1 if before else 1, "added_at": self.at,
            },
        )  # fmt: skip
        self._known.add(rid)
        self._texts.append((seq, words))
        self._twins.add(seq, rid, words)
        self.chain.add("report", rid, digest(payload))
        return rid

    def _earlier(self, r: Report, words: list[str]) -> Any:
        """The current version of the same report: same id or address, and mostly the same words."""
        if r.id not in self._names and r.url not in self._names:
            return None
        self.flush()
        same = t.report.c.id == r.id
        if r.url:
            same = same | (t.report.c.url == r.url)
        rows = self.conn.execute(
            t.report.select().where(same, t.report.c.ended_at.is_(None)).order_by(t.report.c.seq.desc()).limit(5)
        ).all()
        mine = shingles(words) or set(words)
        for row in rows:
            old = keys(row.text)
            theirs = shingles(old) if shingles(words) else set(old)
            if row.sha256 == r.sha256 or len(mine & theirs) > _SAME_TEXT * max(1, len(mine | theirs)):
                return row
        return None

    # Codings

    def coding(self, coded: CodedReport, rid: str, run_id: str, method: str) -> bool:
        """Store the claims of a report; returns whether anything changed. What they replace is ended."""
        rows = [claim_row(c, coded.report) for c in coded.claims]
        report, issues = report_payload(coded.report), issues_payload(coded.issues)
        edited = None
        if rid in self._fresh:
            # Added in this transaction and an edit of nothing: there can be no earlier coding, unless it was just made.
            self._fresh.discard(rid)
        else:
            self.flush()
            current = t.coding.c.rid == rid, t.coding.c.ended_at.is_(None)
            held = self.conn.execute(sa.select(t.coding.c.method_version).where(*current)).first()
            if held is not None and held.method_version == method:
                return False
            edited = self.conn.execute(sa.select(t.report.c.ended_by).where(t.report.c.rid == rid)).scalar()
            if held is not None:
                self._end_coding(rid, run_id, RECODED)
            older = sa.select(t.report.c.rid).where(t.report.c.ended_by == rid)
            for (old,) in self.conn.execute(older).all():
                self._end_coding(old, rid, EDITED)
        seq = self.seq(t.coding)
        row_hash = coding_hash(rid, run_id, method, report, issues, [r["row_hash"] for r in rows])
        # A late coding of a text that was edited since is kept, and is not current.
        gone = {"ended_at": self.at, "ended_by": edited, "ended_why": EDITED} if edited else {}
        none = {"ended_at": None, "ended_by": None, "ended_why": None}
        gone = gone or none
        self.put(
            t.coding,
            {
                "seq": seq, "rid": rid, "run_id": run_id, "method_version": method, "report_payload": report,
                "issues_payload": issues, "row_hash": row_hash, **gone,
            },
        )  # fmt: skip
        for n, (claim, row) in enumerate(zip(coded.claims, rows)):
            cseq = self.seq(t.claim)
            self.put(t.claim, {"seq": cseq, "rid": rid, "coding_seq": seq, "position": n, **row, **gone})
            where = point(claim)
            if where is not None:
                self._points.append((cseq, *where))
        for i in coded.issues:
            a, b = i.span if i.span else (None, None)
            self.put(
                t.issue,
                {
                    "seq": self.seq(t.issue), "rid": rid, "coding_seq": seq, "code": i.code,
                    "severity": str(i.severity), "detail": i.detail, "span_start": a, "span_end": b, **gone,
                },
            )  # fmt: skip
        self.chain.add("coding", str(seq), row_hash)
        return True

    def _end_coding(self, rid: str, by: str, why: str) -> None:
        self.flush()
        # What a person added (coding 0) stays when the machine reads the same text anew, and ends when the text does.
        kept = t.claim.c.coding_seq != 0 if why == RECODED else sa.true()
        for table, where in ((t.coding, sa.true()), (t.claim, kept), (t.issue, sa.true())):
            self.end(table, (table.c.rid == rid) & where, by, why)
        self.chain.add("end-coding", rid, digest(canonical([rid, by, why])))

    # Incidents

    def incidents(self, incidents: Iterable[Incident], tallies: Iterable[TallyCheck], run_id: str) -> int:
        """Make the current incidents and tally checks these; returns how many rows changed."""
        return self._replace(t.incident, t.incident.c.id, _incidents(incidents), run_id, None) + self._replace(
            t.tally, t.tally.c.claim_id, _checks(tallies), run_id, None
        )

    def patch(self, p: Patch, run_id: str) -> int:
        """As ``incidents``, for a part: rows of other incidents and totals stay as they are."""
        return self._replace(t.incident, t.incident.c.id, _incidents(p.incidents), run_id, p.gone) + self._replace(
            t.tally, t.tally.c.claim_id, _checks(p.checks), run_id, p.gone_checks
        )

    def linked(self, run_id: str, note: str) -> None:
        """Note in this transaction that everything up to its last record is linked."""
        self.flush()
        done = {"finished_at": self.at, "note": f"{note} @{self.chain.next - 1}"}
        self.conn.execute(t.run.update().where(t.run.c.id == run_id).values(**done))

    def _replace(
        self, table: sa.Table, name: sa.ColumnElement[Any], rows: dict[str, tuple[Row, tuple[str, ...]]], run_id: str,
        gone_ids: frozenset[str] | None,
    ) -> int:  # fmt: skip
        q = sa.select(name, table.c.seq, table.c.row_hash).where(table.c.ended_at.is_(None))
        parts = [q] if gone_ids is None else [q.where(name.in_(part)) for part in _slices(sorted({*rows, *gone_ids}))]
        held = {key: (seq, row_hash) for part in parts for key, seq, row_hash in self.conn.execute(part)}
        gone = sorted(seq for key, (seq, h) in held.items() if key not in rows or rows[key][0]["row_hash"] != h)
        fresh = sorted(key for key, (row, _) in rows.items() if key not in held or held[key][1] != row["row_hash"])
        if not gone and not fresh:
            return 0
        why = f"{RELINKED} (log {self.chain.next})"
        for n in range(0, len(gone), _SLICE):
            self.end(table, table.c.seq.in_(gone[n : n + _SLICE]), run_id, why)
        added = []
        for key in fresh:
            row, members = rows[key]
            seq = self.seq(table)
            self.put(table, {"seq": seq, "run_id": run_id, **row})
            added.append([seq, row["row_hash"]])
            for claim_id in members:
                self.put(t.member, {"incident_seq": seq, "claim_id": claim_id})
        self.flush()
        span = f"{added[0][0]}-{added[-1][0]}" if added else "-"
        self.chain.add(f"{table.name}", span, batch_hash([h for _, h in added], gone))
        return len(gone) + len(fresh)


def _incidents(incidents: Iterable[Incident]) -> dict[str, tuple[Row, tuple[str, ...]]]:
    return {i.id: (incident_row(i), i.claims) for i in incidents}


def _checks(tallies: Iterable[TallyCheck]) -> dict[str, tuple[Row, tuple[str, ...]]]:
    payloads = {x.claim: canonical(tally_to_dict(x)) for x in tallies}
    return {c: ({"claim_id": c, "payload": p, "row_hash": digest(p)}, ()) for c, p in payloads.items()}


def _words(r: Report) -> list[str]:
    """Search keys of a report, its title first when the text does not begin with it."""
    aside = r.title and r.title not in r.text[: len(r.title) + 200]
    return keys(f"{r.title}\n{r.text}" if aside else r.text)


def _slices(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[n : n + _SLICE] for n in range(0, len(values), _SLICE))


def batch_hash(added: Sequence[str], ended: Sequence[int]) -> str:
    """The digest of a batch of incident or tally rows: hashes added in order, numbers ended."""
    return digest(canonical([list(added), list(ended)]))
