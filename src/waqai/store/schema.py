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
RID = sa.String(24)
Columns = list[sa.Column[Any]]


def _may(*names: str, kind: Any = sa.Text) -> Columns:
    """Columns that may be empty."""
    return [sa.Column(n, kind) for n in names]


def _must(*names: str, kind: Any = sa.Text) -> Columns:
    """Columns that are always filled."""
    return [sa.Column(n, kind, nullable=False) for n in names]


def _key(*names: str, kind: Any = KEY) -> Columns:
    """Columns that name the row."""
    return [sa.Column(n, kind, primary_key=True, autoincrement=False) for n in names]


def _table(name: str, *groups: Columns) -> sa.Table:
    return sa.Table(name, metadata, *(c for group in groups for c in group))


_ENDED = ("ended_at", "ended_by", "ended_why")


def _content() -> Columns:
    """The object itself, and its digest."""
    return [*_must("payload"), *_must("row_hash", kind=HEX)]


def _happening() -> Columns:
    """What claims and incidents are searched by."""
    day = sa.String(10)
    return [*_must("event_type", kind=sa.String(40)), *_may("date_start", "date_end", kind=day), *_may("country", "admin1")]


report = _table(
    "report",
    _key("seq"),
    [sa.Column("rid", RID, nullable=False, unique=True)],
    _must("id"),
    _must("sha256", kind=HEX),
    _must("text"),
    _may("raw", kind=sa.LargeBinary),
    _may("title", "outlet", "url", "published"),
    _content(),
    _may("version_of", kind=RID),
    _must("version", kind=sa.Integer),
    _must("added_at"),
    _may(*_ENDED),
)
near = _table("near", _key("band", "report_seq"))
duplicate = _table("duplicate", _key("rid", kind=RID), _must("of_rid", kind=RID), _must("similarity", kind=sa.Float))
run = _table("run", _key("id", kind=sa.Text), _must("method_version", "started_at"), _may("finished_at", "note"))
coding = _table(
    "coding",
    _key("seq"),
    _must("rid", kind=RID),
    _must("run_id", "method_version", "report_payload", "issues_payload"),
    _must("row_hash", kind=HEX),
    _may(*_ENDED),
)
claim = _table(
    "claim",
    _key("seq"),
    _must("id"),
    _must("rid", kind=RID),
    _must("coding_seq", kind=KEY),
    _must("position", kind=sa.Integer),
    _must("kind", "modality", kind=sa.String(12)),
    _happening(),
    _may("first_day", "last_day", kind=sa.Integer),
    _may("place_id", "perpetrator", "target", "claimant"),
    _may("fatalities_low", kind=sa.Integer),
    _must("score", kind=sa.Float),
    _must("needs_review", kind=sa.Boolean),
    _content(),
    _may(*_ENDED),
)
incident = _table(
    "incident",
    _key("seq"),
    _must("id", "run_id"),
    _happening(),
    _may("perpetrator", "target"),
    _may("fatalities_best", kind=sa.Integer),
    _must("corroboration", kind=sa.Integer),
    _must("attribution", kind=sa.String(24)),
    _content(),
    _may(*_ENDED),
)
member = _table("member", _key("incident_seq"), _key("claim_id", kind=sa.Text))
tally = _table("tally", _key("seq"), _must("claim_id", "run_id"), _content(), _may(*_ENDED))
issue = _table(
    "issue",
    _key("seq"),
    _may("rid", kind=RID),
    _may("coding_seq", kind=KEY),
    _must("code"),
    _must("severity", kind=sa.String(8)),
    _must("detail"),
    _may("span_start", "span_end", kind=sa.Integer),
    _may(*_ENDED),
)
decision = _table(
    "decision",
    _key("seq"),
    _must("subject"),
    _must("version", kind=sa.Integer),
    _must("action", kind=sa.String(12)),
    _may("other"),
    _must("who", "at", "why"),
    _content(),
)
decision.append_constraint(sa.UniqueConstraint("subject", "version", name="decision_subject_version"))
log = _table(
    "log", _key("seq"), _must("at"), _must("kind", kind=sa.String(16)), _must("subject"), _must("digest", "prev", "hash", kind=HEX)
)

for _name in (
    "report.id", "report.sha256", "report.outlet", "report.url", "report.published", "report.version_of", "duplicate.of_rid", "coding.rid",
    "claim.id", "claim.rid", "claim.coding_seq", "incident.id", "member.claim_id", "tally.claim_id", "issue.rid", "decision.other",
):  # fmt: skip
    _of, _, _column = _name.partition(".")
    sa.Index(f"ix_{_of}_{_column}", metadata.tables[_of].c[_column])


def _index(name: str, of: sa.Table, *columns: str, where: str = "ended_at IS NULL", unique: bool = False) -> None:
    """An index of current rows only: what the desk asks for, small and quick in both databases."""
    only = sa.text(where)
    sa.Index(name, *(of.c[c] for c in columns), unique=unique, sqlite_where=only, postgresql_where=only)


_LASTING = "ended_at IS NULL AND date_end > date_start"
# The last day stands in the index, so that rows which ended too early are passed over without being read.
_DAYS = ("date_start", "seq", "date_end")
_index("claim_by_day", claim, *_DAYS)
_index("claim_by_area", claim, "admin1", *_DAYS)
_index("claim_by_type", claim, "event_type", *_DAYS)
_index("claim_by_perpetrator", claim, "perpetrator", *_DAYS)
_index("claim_by_place", claim, "place_id", *_DAYS)
_index("claim_by_neighbour", claim, "kind", "first_day", "last_day", "rid")
_index("claim_lasting", claim, "date_end", "date_start", "seq", where=_LASTING)
_index("incident_by_day", incident, *_DAYS)
_index("incident_by_area", incident, "admin1", *_DAYS)
_index("incident_lasting", incident, "date_end", "date_start", "seq", where=_LASTING)
_index("coding_current", coding, "rid", unique=True)
_index("incident_current", incident, "id", unique=True)
_index("tally_current", tally, "claim_id", unique=True)
_index("issue_current", issue, "code", "seq")
