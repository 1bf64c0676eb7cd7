"""The first schema: reports, codings, claims, incidents, tallies, decisions, issues, runs, log, search, geography.

A frozen copy: later changes go into later files, never here.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from waqai.store import dialect

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
HEX = sa.String(64)
RID = sa.String(24)


def _seq() -> sa.Column[Any]:
    return sa.Column("seq", KEY, primary_key=True, autoincrement=False)


def _ended() -> tuple[sa.Column[Any], ...]:
    return (sa.Column("ended_at", sa.Text), sa.Column("ended_by", sa.Text), sa.Column("ended_why", sa.Text))


def _text(*names: str) -> tuple[sa.Column[Any], ...]:
    return tuple(sa.Column(n, sa.Text) for n in names)


def _must(*names: str) -> tuple[sa.Column[Any], ...]:
    return tuple(sa.Column(n, sa.Text, nullable=False) for n in names)


def _hash() -> sa.Column[Any]:
    return sa.Column("row_hash", HEX, nullable=False)


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "report",
        _seq(),
        sa.Column("rid", RID, nullable=False, unique=True),
        *_must("id"),
        sa.Column("sha256", HEX, nullable=False),
        *_must("text"),
        sa.Column("raw", sa.LargeBinary),
        *_text("title", "outlet", "url", "published"),
        *_must("payload"),
        _hash(),
        sa.Column("version_of", RID),
        sa.Column("version", sa.Integer, nullable=False),
        *_must("added_at"),
        *_ended(),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Text, primary_key=True),
        *_must("method_version", "started_at"),
        *_text("finished_at", "note"),
    )
    op.create_table(
        "coding",
        _seq(),
        sa.Column("rid", RID, nullable=False),
        *_must("run_id", "method_version", "report_payload", "issues_payload"),
        _hash(),
        *_ended(),
    )
    op.create_table(
        "claim",
        _seq(),
        *_must("id"),
        sa.Column("rid", RID, nullable=False),
        sa.Column("coding_seq", KEY, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("event_type", sa.String(40), nullable=False),
        sa.Column("modality", sa.String(12), nullable=False),
        sa.Column("date_start", sa.String(10)),
        sa.Column("date_end", sa.String(10)),
        *_text("country", "admin1", "place_id", "perpetrator", "target", "claimant"),
        sa.Column("fatalities_low", sa.Integer),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("needs_review", sa.Boolean, nullable=False),
        *_must("payload"),
        _hash(),
        *_ended(),
    )
    op.create_table(
        "incident",
        _seq(),
        *_must("id", "run_id"),
        sa.Column("event_type", sa.String(40), nullable=False),
        sa.Column("date_start", sa.String(10)),
        sa.Column("date_end", sa.String(10)),
        *_text("country", "admin1", "perpetrator", "target"),
        sa.Column("fatalities_best", sa.Integer),
        sa.Column("corroboration", sa.Integer, nullable=False),
        sa.Column("attribution", sa.String(24), nullable=False),
        *_must("payload"),
        _hash(),
        *_ended(),
    )
    op.create_table("member", sa.Column("incident_seq", KEY, primary_key=True), sa.Column("claim_id", sa.Text, primary_key=True))
    op.create_table("tally", _seq(), *_must("claim_id", "run_id", "payload"), _hash(), *_ended())
    op.create_table(
        "issue",
        _seq(),
        sa.Column("rid", RID),
        sa.Column("coding_seq", KEY),
        *_must("code"),
        sa.Column("severity", sa.String(8), nullable=False),
        *_must("detail"),
        sa.Column("span_start", sa.Integer),
        sa.Column("span_end", sa.Integer),
        *_ended(),
    )
    op.create_table(
        "decision",
        _seq(),
        *_must("subject"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("action", sa.String(12), nullable=False),
        *_text("other"),
        *_must("who", "at", "why", "payload"),
        _hash(),
        sa.UniqueConstraint("subject", "version", name="decision_subject_version"),
    )
    op.create_table(
        "log",
        sa.Column("seq", KEY, primary_key=True, autoincrement=False),
        *_must("at"),
        sa.Column("kind", sa.String(16), nullable=False),
        *_must("subject"),
        sa.Column("digest", HEX, nullable=False),
        sa.Column("prev", HEX, nullable=False),
        sa.Column("hash", HEX, nullable=False),
    )
    plain = (
        "report.id",
        "report.sha256",
        "report.outlet",
        "report.url",
        "report.published",
        "report.version_of",
        "coding.rid",
        "claim.id",
        "claim.rid",
        "claim.coding_seq",
        "incident.id",
        "member.claim_id",
        "tally.claim_id",
        "issue.rid",
        "decision.other",
    )
    for name in plain:
        table, column = name.split(".")
        op.create_index(f"ix_{table}_{column}", table, [column])
    here = sa.text("ended_at IS NULL")
    current: tuple[tuple[str, str, list[str], bool], ...] = (
        ("coding_current", "coding", ["rid"], True),
        ("claim_by_day", "claim", ["date_start", "seq"], False),
        ("claim_by_area", "claim", ["admin1", "date_start"], False),
        ("claim_by_type", "claim", ["event_type", "date_start"], False),
        ("claim_by_perpetrator", "claim", ["perpetrator", "date_start"], False),
        ("claim_by_place", "claim", ["place_id", "date_start"], False),
        ("incident_current", "incident", ["id"], True),
        ("incident_by_day", "incident", ["date_start", "seq"], False),
        ("incident_by_area", "incident", ["admin1", "date_start"], False),
        ("tally_current", "tally", ["claim_id"], True),
        ("issue_current", "issue", ["code", "seq"], False),
    )
    for index, table, columns, unique in current:
        op.create_index(index, table, columns, unique=unique, sqlite_where=here, postgresql_where=here)
    dialect.create(op.get_bind())
