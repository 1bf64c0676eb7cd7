"""Proof that a store is whole: the log's chain, rows against digests, texts against hashes, spans against texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import exc

from waqai.errors import StoreError
from waqai.store import log
from waqai.store import schema as t
from waqai.store.added import BY_PERSON, unsupported
from waqai.store.engine import reading
from waqai.store.ids import canonical, digest
from waqai.store.rows import coding_hash
from waqai.store.writer import RELINKED, batch_hash

if TYPE_CHECKING:
    from waqai.store.store import Store


@dataclass(frozen=True, slots=True)
class Broken:
    """One thing that does not hold: which record, and what is wrong with it."""

    record: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found. ``head`` is the last log record's hash: note it elsewhere to notice a log cut short."""

    records: int
    rows: int
    head: str
    broken: tuple[Broken, ...]

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.broken


_MAX = 100


def verify(store: Store) -> Verdict:
    """Check everything, log order first; the first entry of ``broken`` is the first broken record of the log.

    A page that cannot be read is no reason to stop: the record that needs it is named, and the rest is looked at.
    """
    broken: list[Broken] = []
    file: list[Broken] = []
    records, head, rows = 0, log.GENESIS, 0
    try:
        with reading(store.engine) as conn:
            try:
                records, head, rows = _walk(conn, broken)
            except exc.DatabaseError as e:
                broken.append(Broken("log", _unreadable(e)))
            for look in (_spans, _orphans):
                try:
                    rows += look(conn, broken)
                except exc.DatabaseError as e:
                    file.append(Broken("file", _unreadable(e)))
            file += [Broken("file", s) for s in _pages(conn) if s != "ok"]
    except StoreError:
        # A damaged file may not even let a reader end; what was found says more.
        if not broken and not file:
            raise
    return Verdict(records, rows, head, tuple((broken + file)[:_MAX]))


def _pages(conn: sa.Connection) -> list[str]:
    """What SQLite says of the pages of its file; nothing for a server."""
    if conn.dialect.name != "sqlite":
        return []
    try:
        return [r[0] for r in conn.exec_driver_sql("PRAGMA quick_check(5)")]
    except exc.DatabaseError as e:
        return [_unreadable(e)]


def _unreadable(error: exc.DatabaseError) -> str:
    return f"cannot be read ({error.orig}). Restore the last backup: waqai restore"


def _walk(conn: sa.Connection, broken: list[Broken]) -> tuple[int, str, int]:
    """The chain in order, each record against the row it speaks of."""
    prev, seq, at, rows = log.GENESIS, 0, "", 0
    for r in log.records(conn):
        name = f"log {r.seq} ({r.kind} {r.subject})"
        if r.seq != seq + 1:
            broken.append(Broken(name, f"record {seq + 1} is missing"))
        if r.prev != prev:
            broken.append(Broken(name, "does not follow the record before it"))
        if r.expected() != r.hash:
            broken.append(Broken(name, "was changed after it was written"))
        if r.at < at:
            broken.append(Broken(name, "is older than the record before it"))
        try:
            wrong = _CHECKS[r.kind](conn, r) if r.kind in _CHECKS else "is of an unknown kind"
        except exc.DatabaseError as e:
            wrong = _unreadable(e)
        if wrong:
            broken.append(Broken(name, wrong))
        prev, seq, at, rows = r.hash, r.seq, r.at, rows + 1
        if len(broken) >= _MAX:
            break
    return seq, prev, rows


def _report(conn: sa.Connection, r: log.Record) -> str | None:
    row = conn.execute(t.report.select().where(t.report.c.rid == r.subject)).first()
    if row is None:
        return "the report is gone"
    payload = json.loads(row.payload)
    if digest(row.payload) != r.digest or row.row_hash != r.digest or payload["sha256"] != row.sha256:
        return f"report {row.id}: its description was changed"
    if digest(row.text) != payload["text_sha256"]:
        return f"report {row.id}: its text was changed"
    if row.raw is not None and digest(bytes(row.raw)) != row.sha256:
        return f"report {row.id}: its bytes were changed"
    return None


def _coding(conn: sa.Connection, r: log.Record) -> str | None:
    row = conn.execute(t.coding.select().where(t.coding.c.seq == int(r.subject))).first()
    if row is None:
        return "the coding is gone"
    claims = conn.execute(t.claim.select().where(t.claim.c.coding_seq == row.seq).order_by(t.claim.c.position)).all()
    for c in claims:
        if digest(c.payload) != c.row_hash:
            return f"claim {c.id}: its content was changed"
        d = json.loads(c.payload)
        place = d["place"] or {}
        held = (c.id, c.kind, c.event_type, c.modality, c.date_start, c.date_end, c.admin1, c.rid)
        if held != (
            d["id"], d["kind"], d["event_type"], d["modality"], d["date_start"], d["date_end"], place.get("admin1"),
            row.rid,
        ):  # fmt: skip
            return f"claim {c.id}: its columns do not say what its content says"
    hashes = [c.row_hash for c in claims]
    found = coding_hash(row.rid, row.run_id, row.method_version, row.report_payload, row.issues_payload, hashes)
    if found != r.digest or row.row_hash != r.digest:
        return f"coding {row.seq} of {row.rid}: a claim was added, taken away or changed"
    return None


def _end_coding(conn: sa.Connection, r: log.Record) -> str | None:
    q = sa.select(t.coding.c.ended_by, t.coding.c.ended_why).where(t.coding.c.rid == r.subject, t.coding.c.ended_at.is_not(None))
    marks = {digest(canonical([r.subject, by, why])) for by, why in conn.execute(q)}
    return None if r.digest in marks else f"the coding of {r.subject} that ended here does not say so"


def _batch(table: sa.Table) -> Any:
    def check(conn: sa.Connection, r: log.Record) -> str | None:
        first, _, last = r.subject.partition("-")
        rows = []
        if first:
            q = table.select().where(table.c.seq.between(int(first), int(last))).order_by(table.c.seq)
            rows = list(conn.execute(q))
        for row in rows:
            if digest(row.payload) != row.row_hash:
                return f"{table.name} {row.seq}: its content was changed"
        q2 = sa.select(table.c.seq).where(table.c.ended_at == r.at, table.c.ended_why == f"{RELINKED} (log {r.seq})")
        ended = conn.execute(q2.order_by(table.c.seq)).scalars()
        if batch_hash([row.row_hash for row in rows], list(ended)) != r.digest:
            return f"a row of {table.name} was added, taken away, ended or changed"
        return None

    return check


def _decision(conn: sa.Connection, r: log.Record) -> str | None:
    subject, _, version = r.subject.rpartition("/")
    row = conn.execute(t.decision.select().where(t.decision.c.subject == subject, t.decision.c.version == int(version))).first()
    if row is None:
        return "the decision is gone"
    content = canonical([row.subject, row.version, row.action, row.other, row.who, row.at, row.why, row.payload])
    return None if digest(content) == r.digest == row.row_hash else "the decision was changed"


_CHECKS: dict[str, Any] = {
    "report": _report,
    "coding": _coding,
    "end-coding": _end_coding,
    "incident": _batch(t.incident),
    "tally": _batch(t.tally),
    "decision": _decision,
}


def _spans(conn: sa.Connection, broken: list[Broken]) -> int:
    """Evidence of current claims lies inside its text, and a trigger told in one piece is the words it points at."""
    rows = 0
    q = (
        sa.select(t.claim.c.id, t.claim.c.payload, t.report.c.text)
        .join(t.report, t.report.c.rid == t.claim.c.rid)
        .where(t.claim.c.ended_at.is_(None))
        .order_by(t.claim.c.seq)
    )
    for cid, payload, text in conn.execution_options(yield_per=2000).execute(q):
        rows += 1
        d = json.loads(payload)
        for field, spans in d["evidence"].items():
            if any(not 0 <= a < b <= len(text) for a, b in spans):
                broken.append(Broken(f"claim {cid}", f"evidence of {field} lies outside its report"))
        spot = d["evidence"].get("trigger") or []
        if len(spot) == 1 and text[spot[0][0] : spot[0][1]] != d["trigger"]:
            broken.append(Broken(f"claim {cid}", "its trigger is not what its evidence points at"))
    return rows


def _orphans(conn: sa.Connection, broken: list[Broken]) -> int:
    """Rows the log does not know, and links to nothing."""
    logged = {r[0]: r[1] for r in conn.execute(sa.select(t.log.c.kind, sa.func.count()).group_by(t.log.c.kind))}
    for kind, table in (("report", t.report), ("coding", t.coding), ("decision", t.decision)):
        n = conn.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0
        if n != logged.get(kind, 0):
            broken.append(Broken(f"table {table.name}", f"{n} rows, the log knows {logged.get(kind, 0)}"))
    broken += [Broken(f"claim {c}", "was added by a person, and its row and the decision differ") for c in unsupported(conn)]
    ours = t.claim.c.coding_seq != BY_PERSON
    lost = sa.select(t.claim.c.id).where(ours, t.claim.c.coding_seq.not_in(sa.select(t.coding.c.seq))).limit(5)
    broken += [Broken(f"claim {c}", "its coding is gone") for (c,) in conn.execute(lost)]
    member = (
        sa.select(t.member.c.claim_id)
        .join(t.incident, t.incident.c.seq == t.member.c.incident_seq)
        .where(t.incident.c.ended_at.is_(None), t.member.c.claim_id.not_in(sa.select(t.claim.c.id)))
        .limit(5)
    )
    broken += [Broken(f"claim {c}", "a member of an incident, and gone") for (c,) in conn.execute(member)]
    return 0
