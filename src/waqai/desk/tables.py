"""The desk's own tables: people and their sessions, drafts, saved views, and the work list.

They are kept apart from the evidence: a copy of the store carries no password hashes, and the work list (``work``,
``happening``) can be thrown away at any time, because it is rebuilt from the store's log. What a person *decides* is
never here; it is in the store.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.store.engine import make_engine, writing

VERSION = 2
metadata = sa.MetaData()
_T = sa.Text

meta = sa.Table("desk_meta", metadata, sa.Column("name", _T, primary_key=True), sa.Column("value", _T, nullable=False))

account = sa.Table(
    "desk_account",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", _T, nullable=False, unique=True),
    sa.Column("role", sa.String(12), nullable=False),
    sa.Column("password", _T, nullable=False),
    sa.Column("must_change", sa.Boolean, nullable=False, default=False),
    sa.Column("prefs", _T, nullable=False, default="{}"),
    sa.Column("created_at", _T, nullable=False),
    sa.Column("disabled_at", _T),
)
session = sa.Table(
    "desk_session",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("account_id", sa.Integer, index=True),
    sa.Column("csrf", _T, nullable=False),
    sa.Column("created_at", _T, nullable=False),
    sa.Column("seen_at", _T, nullable=False),
)
token = sa.Table(
    "desk_token",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.Integer, nullable=False, index=True),
    sa.Column("name", _T, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False, unique=True),
    sa.Column("scopes", _T, nullable=False),
    sa.Column("profile", sa.String(12), nullable=False),
    sa.Column("created_at", _T, nullable=False),
    sa.Column("used_at", _T),
    sa.Column("revoked_at", _T),
)
identity = sa.Table(
    "desk_identity",
    metadata,
    sa.Column("issuer", _T, primary_key=True),
    sa.Column("subject", _T, primary_key=True),
    sa.Column("account_id", sa.Integer, nullable=False, index=True),
    sa.Column("email", _T, nullable=False),
    sa.Column("at", _T, nullable=False),
)
audit = sa.Table(
    "desk_audit",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", _T, nullable=False),
    sa.Column("who", _T, nullable=False),
    sa.Column("action", _T, nullable=False),
    sa.Column("subject", _T, nullable=False),
    sa.Column("detail", _T, nullable=False),
    sa.Column("prev", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
)
view = sa.Table(
    "desk_view",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.Integer, nullable=False, index=True),
    sa.Column("name", _T, nullable=False),
    sa.Column("query", _T, nullable=False),
)
draft = sa.Table(
    "desk_draft",
    metadata,
    sa.Column("account_id", sa.Integer, primary_key=True),
    sa.Column("claim_id", _T, primary_key=True),
    sa.Column("payload", _T, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("at", _T, nullable=False),
)
batch = sa.Table(
    "desk_batch",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("payload", _T, nullable=False),
    sa.Column("at", _T, nullable=False),
    sa.Column("undone_at", _T),
)
blind = sa.Table(
    "desk_blind",
    metadata,
    sa.Column("claim_id", _T, primary_key=True),
    sa.Column("who", _T, primary_key=True),
    sa.Column("payload", _T, nullable=False),
    sa.Column("at", _T, nullable=False),
)
work = sa.Table(
    "desk_work",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", _T, nullable=False, index=True),
    sa.Column("rid", sa.String(24), nullable=False, index=True),
    sa.Column("outlet", _T),
    sa.Column("published", sa.String(10)),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("event_type", sa.String(40), nullable=False),
    sa.Column("modality", sa.String(12), nullable=False),
    sa.Column("day", sa.String(10)),
    sa.Column("day_end", sa.String(10)),
    sa.Column("perpetrator", _T),
    sa.Column("target", _T),
    sa.Column("claimant", _T),
    sa.Column("area", _T),
    sa.Column("country", _T),
    sa.Column("place_ar", _T),
    sa.Column("place_en", _T),
    sa.Column("killed", sa.Integer),
    sa.Column("hurt", sa.Integer),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("casualties", sa.Boolean, nullable=False),
    sa.Column("low", sa.Boolean, nullable=False),
    sa.Column("unplaced", sa.Boolean, nullable=False),
    sa.Column("year", sa.Boolean, nullable=False),
    sa.Column("changed", sa.Boolean, nullable=False),
    sa.Column("disagree", sa.Boolean, nullable=False, default=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("by", _T),
    sa.Column("decided_at", _T),
    sa.Column("incident", _T),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("share", sa.Boolean, nullable=False),
)
happening = sa.Table(
    "desk_happening",
    metadata,
    sa.Column("id", _T, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False, unique=True),
    sa.Column("event_type", sa.String(40), nullable=False),
    sa.Column("day", sa.String(10)),
    sa.Column("day_end", sa.String(10)),
    sa.Column("area", _T),
    sa.Column("country", _T),
    sa.Column("place_ar", _T),
    sa.Column("place_en", _T),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("precision", sa.String(10)),
    sa.Column("radius", sa.Float),
    sa.Column("perpetrator", _T),
    sa.Column("target", _T),
    sa.Column("perpetrator_ar", _T),
    sa.Column("target_ar", _T),
    sa.Column("killed_low", sa.Integer),
    sa.Column("killed_best", sa.Integer),
    sa.Column("killed_high", sa.Integer),
    sa.Column("members", sa.Integer, nullable=False),
    sa.Column("origins", sa.Integer, nullable=False),
    sa.Column("attribution", sa.String(24), nullable=False),
    sa.Column("disagree", sa.Boolean, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
)
# The flags ride along, so that filtering by them reads the index alone.
sa.Index(
    "desk_work_queue", work.c.state, work.c.priority.desc(), work.c.seq, work.c.casualties, work.c.disagree, work.c.low, work.c.unplaced,
    work.c.year, work.c.changed,
)  # fmt: skip
sa.Index("desk_work_facets", work.c.outlet, work.c.state)
sa.Index("desk_work_area", work.c.area, work.c.state)
sa.Index("desk_work_type", work.c.event_type, work.c.state)
sa.Index("desk_work_perpetrator", work.c.perpetrator)
sa.Index("desk_work_target", work.c.target)
sa.Index("desk_work_day", work.c.day, work.c.seq)
sa.Index("desk_work_incident", work.c.incident)
sa.Index("desk_work_share", work.c.share, work.c.seq, work.c.id)
sa.Index("desk_happening_day", happening.c.day, happening.c.id)


def open_people(where: str, busy_seconds: float = 30.0) -> sa.Engine:
    """Open the desk's tables and make what is missing.

    Raises:
        StoreError: they were made by a newer desk, or cannot be opened.
    """
    engine = make_engine(where, busy_seconds)
    with writing(engine) as conn:
        meta.create(conn, checkfirst=True)
        found = int(conn.execute(sa.select(meta.c.value).where(meta.c.name == "version")).scalar() or 0)
        if found > VERSION:
            raise StoreError(f"{where}: made by a newer desk ({found}). Install the newer Waqai.")
        if found < VERSION:
            # The work list is a copy: one of another form is thrown away and made anew at the first look.
            for table in (work, happening):
                table.drop(conn, checkfirst=True)
            conn.execute(meta.delete().where(meta.c.name.in_(("version", "seen"))))
            conn.execute(meta.insert(), {"name": "version", "value": str(VERSION)})
        metadata.create_all(conn)
    return engine


@contextlib.contextmanager
def changing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction on the desk's tables. A server database takes the store's writer lock here too."""
    with writing(engine) as conn:
        yield conn


def analyze(conn: sa.Connection) -> None:
    """Tell the planner what the work list holds: without it, a rare word is looked for by walking the whole queue."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA analysis_limit = 2000")
    for table in (work, happening):
        conn.exec_driver_sql(f"ANALYZE {table.name}")
