"""The desk's own tables: people and their sessions, drafts, saved views, and the work list.

They are kept apart from the evidence: a copy of the store carries no password hashes, and the work list (``work``,
``happening``) can be thrown away at any time, because it is rebuilt from the store's log. What a person *decides* is
never here; it is in the store.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from waqai.errors import StoreError
from waqai.store.engine import make_engine, writing

VERSION = 5
metadata = sa.MetaData()


def _table(name: str, /, **columns: str) -> sa.Table:
    """A table from words: kind of column, then ``key``, ``null``, ``unique`` or ``index``; a number is the length of a short text."""
    made = []
    for column, told in columns.items():
        kind, *more = told.split()
        made.append(
            sa.Column(
                column, _KINDS[kind] if kind in _KINDS else sa.String(int(kind)), primary_key="key" in more,
                autoincrement=False if "key" in more and "given" in more else "auto", nullable="null" in more, unique="unique" in more,
                index="index" in more,
            )
        )  # fmt: skip
    return sa.Table(name, metadata, *made)


_KINDS: dict[str, Any] = {"text": sa.Text, "int": sa.Integer, "float": sa.Float, "bool": sa.Boolean}

meta = _table("desk_meta", name="text key", value="text")
account = _table(
    "desk_account", id="int key", name="text unique", role="12", password="text", must_change="bool", prefs="text", created_at="text",
    disabled_at="text null",
)  # fmt: skip
session = _table("desk_session", hash="64 key", account_id="int null index", csrf="text", created_at="text", seen_at="text")
token = _table(
    "desk_token", id="int key", account_id="int index", name="text", hash="64 unique", scopes="text", profile="12", created_at="text",
    used_at="text null", revoked_at="text null",
)  # fmt: skip
identity = _table("desk_identity", issuer="text key", subject="text key", account_id="int index", email="text", at="text")
audit = _table(
    "desk_audit", seq="int key given", at="text", who="text", action="text", subject="text", detail="text", prev="64", hash="64"
)  # fmt: skip
view = _table("desk_view", id="int key", account_id="int index", name="text", query="text")
draft = _table("desk_draft", account_id="int key", claim_id="text key", payload="text", version="int", at="text")
batch = _table("desk_batch", id="32 key", account_id="int", payload="text", at="text", undone_at="text null")
blind = _table("desk_blind", claim_id="text key", who="text key", payload="text", at="text")
# Where and when, alike for claims and incidents.
_PLACED = {
    "event_type": "40", "day": "10 null", "day_end": "10 null", "perpetrator": "text null", "target": "text null", "area": "text null",
    "country": "text null", "place_ar": "text null", "place_en": "text null", "disagree": "bool", "state": "12",
}  # fmt: skip
work = _table(
    "desk_work", seq="int key given", id="text index", rid="24 index", outlet="text null", published="10 null", kind="12", modality="12",
    claimant="text null", killed="int null", hurt="int null", score="float", casualties="bool", low="bool", unplaced="bool", year="bool",
    changed="bool", version="int", by="text null", decided_at="text null", incident="text null", priority="int", share="bool",
    shown="text", **_PLACED,
)  # fmt: skip
happening = _table(
    "desk_happening", id="text key", seq="int unique", lat="float null", lon="float null", precision="10 null", radius="float null",
    perpetrator_ar="text null", target_ar="text null", killed_low="int null", killed_best="int null", killed_high="int null",
    members="int", origins="int", attribution="24", **_PLACED,
)  # fmt: skip
# The flags ride along, so that filtering by them reads the index alone.
sa.Index(
    "desk_work_queue", work.c.state, work.c.priority.desc(), work.c.seq, work.c.casualties, work.c.disagree, work.c.low, work.c.unplaced,
    work.c.year, work.c.changed,
)  # fmt: skip
for _name in ("outlet", "area", "event_type"):
    sa.Index(f"desk_work_{_name}", work.c[_name], work.c.state)
for _name in ("perpetrator", "target", "claimant", "incident"):
    sa.Index(f"desk_work_{_name}", work.c[_name])
sa.Index("desk_work_kind", work.c.kind, work.c.state, work.c.priority.desc(), work.c.seq)
sa.Index("desk_work_day", work.c.day, work.c.seq)
sa.Index("desk_work_type_day", work.c.event_type, work.c.day, work.c.seq)
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


def bare(conn: sa.Connection, table: sa.Table) -> None:
    """Make a table of the work list anew, without rows and indexes."""
    table.drop(conn, checkfirst=True)
    conn.execute(sa.schema.CreateTable(table))


def analyze(conn: sa.Connection) -> None:
    """Tell the planner what the work list holds: without it, a rare word is looked for by walking the whole queue."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA analysis_limit = 2000")
    for table in (work, happening):
        conn.exec_driver_sql(f"ANALYZE {table.name}")
