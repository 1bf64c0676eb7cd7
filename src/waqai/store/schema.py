"""The one schema, for SQLite and PostgreSQL alike. Migrations build it; this module is how the code names its columns.

Nothing is deleted. A row that no longer holds gets ``ended_at``, ``ended_by`` and ``ended_why``; ``ended_at``
``NULL`` is current. Days and times are ISO 8601 text, so both databases sort and compare them alike. ``payload`` is
the object of the claims contract; the columns beside it are copies to search by. ``row_hash`` is the digest of the
payload.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
HEX = sa.String(64)


def _ended() -> tuple[sa.Column[Any], ...]:
    return (sa.Column("ended_at", sa.Text), sa.Column("ended_by", sa.Text), sa.Column("ended_why", sa.Text))


report = sa.Table(
    "report",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("rid", sa.String(24), nullable=False, unique=True),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("sha256", HEX, nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary),
    sa.Column("title", sa.Text),
    sa.Column("outlet", sa.Text, index=True),
    sa.Column("url", sa.Text, index=True),
    sa.Column("published", sa.Text, index=True),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    sa.Column("version_of", sa.String(24), index=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("added_at", sa.Text, nullable=False),
    *_ended(),
)

near = sa.Table(
    "near",
    metadata,
    sa.Column("band", KEY, primary_key=True),
    sa.Column("report_seq", KEY, primary_key=True),
)

duplicate = sa.Table(
    "duplicate",
    metadata,
    sa.Column("rid", sa.String(24), primary_key=True),
    sa.Column("of_rid", sa.String(24), nullable=False, index=True),
    sa.Column("similarity", sa.Float, nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("method_version", sa.Text, nullable=False),
    sa.Column("started_at", sa.Text, nullable=False),
    sa.Column("finished_at", sa.Text),
    sa.Column("note", sa.Text),
)

coding = sa.Table(
    "coding",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("rid", sa.String(24), nullable=False, index=True),
    sa.Column("run_id", sa.Text, nullable=False),
    sa.Column("method_version", sa.Text, nullable=False),
    sa.Column("report_payload", sa.Text, nullable=False),
    sa.Column("issues_payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    *_ended(),
)

claim = sa.Table(
    "claim",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("rid", sa.String(24), nullable=False, index=True),
    sa.Column("coding_seq", KEY, nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("event_type", sa.String(40), nullable=False),
    sa.Column("modality", sa.String(12), nullable=False),
    sa.Column("date_start", sa.String(10)),
    sa.Column("date_end", sa.String(10)),
    sa.Column("country", sa.Text),
    sa.Column("admin1", sa.Text),
    sa.Column("place_id", sa.Text),
    sa.Column("perpetrator", sa.Text),
    sa.Column("target", sa.Text),
    sa.Column("claimant", sa.Text),
    sa.Column("fatalities_low", sa.Integer),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("needs_review", sa.Boolean, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    *_ended(),
)

incident = sa.Table(
    "incident",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, index=True),
    sa.Column("run_id", sa.Text, nullable=False),
    sa.Column("event_type", sa.String(40), nullable=False),
    sa.Column("date_start", sa.String(10)),
    sa.Column("date_end", sa.String(10)),
    sa.Column("country", sa.Text),
    sa.Column("admin1", sa.Text),
    sa.Column("perpetrator", sa.Text),
    sa.Column("target", sa.Text),
    sa.Column("fatalities_best", sa.Integer),
    sa.Column("corroboration", sa.Integer, nullable=False),
    sa.Column("attribution", sa.String(24), nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    *_ended(),
)

member = sa.Table(
    "member",
    metadata,
    sa.Column("incident_seq", KEY, primary_key=True),
    sa.Column("claim_id", sa.Text, primary_key=True, index=True),
)

tally = sa.Table(
    "tally",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("claim_id", sa.Text, nullable=False, index=True),
    sa.Column("run_id", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    *_ended(),
)

issue = sa.Table(
    "issue",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("rid", sa.String(24), index=True),
    sa.Column("coding_seq", KEY),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("severity", sa.String(8), nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer),
    sa.Column("span_end", sa.Integer),
    *_ended(),
)

decision = sa.Table(
    "decision",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("action", sa.String(12), nullable=False),
    sa.Column("other", sa.Text, index=True),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("row_hash", HEX, nullable=False),
    sa.UniqueConstraint("subject", "version", name="decision_subject_version"),
)

log = sa.Table(
    "log",
    metadata,
    sa.Column("seq", KEY, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("digest", HEX, nullable=False),
    sa.Column("prev", HEX, nullable=False),
    sa.Column("hash", HEX, nullable=False),
)

# Current rows only: what the desk asks for, small and quick in both databases.
_current: dict[str, Any] = {
    "sqlite_where": sa.text("ended_at IS NULL"),
    "postgresql_where": sa.text("ended_at IS NULL"),
}
sa.Index("coding_current", coding.c.rid, unique=True, **_current)
for _name, _table, _first in (
    ("claim_by_day", claim, ()),
    ("claim_by_area", claim, ("admin1",)),
    ("claim_by_type", claim, ("event_type",)),
    ("claim_by_perpetrator", claim, ("perpetrator",)),
    ("claim_by_place", claim, ("place_id",)),
    ("incident_by_day", incident, ()),
    ("incident_by_area", incident, ("admin1",)),
):
    # The last day stands in the index, so that rows which ended too early are passed over without being read.
    _days = (_table.c.date_start, _table.c.seq, _table.c.date_end)
    sa.Index(_name, *(_table.c[c] for c in _first), *_days, **_current)
sa.Index("incident_current", incident.c.id, unique=True, **_current)
sa.Index("tally_current", tally.c.claim_id, unique=True, **_current)
sa.Index("issue_current", issue.c.code, issue.c.seq, **_current)
