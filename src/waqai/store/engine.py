"""Opening a database: SQLite with WAL and immediate write transactions, or PostgreSQL; errors a person can act on."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event, exc

from waqai.errors import StoreError

BUSY_SECONDS = 30.0
_CACHE_KB, _WRITING_CACHE_KB = 65_536, 262_144
_WAL_PAGES = 32_000


def url_of(where: str | Path) -> sa.URL:
    """A database URL from a URL or a file path; ``:memory:`` is a store that is gone when closed."""
    text = str(where)
    if "://" in text:
        url = sa.make_url(text)
        return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url
    return sa.URL.create("sqlite", database=text)


def make_engine(where: str | Path, busy_seconds: float = BUSY_SECONDS) -> sa.Engine:
    """An engine for ``where``; nothing is opened yet.

    Args:
        busy_seconds: how long a writer waits for another writer before it gives up with a clear error.

    Raises:
        StoreError: the folder of the file does not exist, or psycopg is not installed.
    """
    url = url_of(where)
    if url.get_backend_name() == "sqlite":
        db = url.database or ":memory:"
        if db != ":memory:" and not Path(db).parent.is_dir():
            raise StoreError(f"{db}: the folder {Path(db).parent} does not exist. Create it, or give another path.")
        more: dict[str, Any] = {"poolclass": sa.pool.StaticPool} if db == ":memory:" else {}
        connect: dict[str, Any] = {"timeout": busy_seconds, "check_same_thread": False}
        if db != ":memory:" and _read_only(Path(db)):
            # WAL keeps a file beside the store; where none can be made, SQLite reads only what it is told will not change.
            name = f"file:{quote(str(Path(db).absolute()))}?mode=ro&immutable=1"
            more["creator"] = lambda: sqlite3.connect(name, uri=True, **connect)
            connect_args: dict[str, Any] = {}
        else:
            connect_args = {"connect_args": connect}
        engine = sa.create_engine(url, **connect_args, **more)
        _sqlite(engine)
        return engine
    try:
        return sa.create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as e:
        raise StoreError("A server store needs psycopg. Install it with: pip install 'waqai[postgres]'") from e


def _read_only(path: Path) -> bool:
    if not path.is_file():
        return False
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        return False
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _sqlite(engine: sa.Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(dbapi: Any, _: Any) -> None:
        # SQLAlchemy, not the driver, begins transactions: only so do schema changes roll back with the rest.
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        # A read-only folder cannot switch the journal; reading still works.
        with contextlib.suppress(Exception):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA cache_size=-{_CACHE_KB}")
        # Reports arrive under random keys: pages of the indexes are written again and again, and once at a checkpoint.
        cursor.execute(f"PRAGMA wal_autocheckpoint={_WAL_PAGES}")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(conn: sa.Connection) -> None:
        # A writer takes the lock at once: a lock upgraded half-way would fail instead of wait.
        write = conn.get_execution_options().get("waqai_write")
        if write:
            conn.exec_driver_sql(f"PRAGMA cache_size=-{_WRITING_CACHE_KB}")
        conn.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


_RECIPES = (
    ("locked", "another process is writing to it. Wait for it to end, or stop it, then run again"),
    ("readonly", "the file or its folder cannot be written. Change its permissions, or copy the store elsewhere"),
    ("read-only", "the file or its folder cannot be written. Change its permissions, or copy the store elsewhere"),
    ("disk is full", "the disk is full. Free some space and run again; what was stored before is safe"),
    ("disk i/o", "the disk refuses to read or write. Check it, and restore the last backup if this stays"),
    ("malformed", "the file is damaged. Run: waqai verify, then restore the last backup"),
    ("not a database", "this is not a Waqai store. Give the path of a store, or move the file away"),
    ("unable to open", "the file cannot be opened. Check the path and its permissions"),
    ("connect", "the server does not answer. Check the address, the user and the password"),
)


def explain(where: sa.URL, error: Exception) -> StoreError:
    """The error in words: what, where, and the next step."""
    said = str(getattr(error, "orig", None) or error).strip().split("\n")[0]
    name = where.render_as_string(hide_password=True) if where.host else str(where.database)
    for needle, recipe in _RECIPES:
        if needle in said.lower():
            return StoreError(f"{name}: {recipe}. ({said})")
    return StoreError(f"{name}: {said}")


@contextlib.contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One consistent view for reading."""
    try:
        with engine.connect() as conn, conn.begin():
            yield conn
    except exc.DBAPIError as e:
        raise explain(engine.url, e) from e


@contextlib.contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction: all of it is stored, or nothing."""
    try:
        with engine.connect().execution_options(waqai_write=True) as conn, conn.begin():
            if engine.dialect.name == "postgresql":
                # One writer at a time keeps the log a single chain.
                conn.exec_driver_sql("SELECT pg_advisory_xact_lock(20251129)")
            yield conn
    except exc.DBAPIError as e:
        raise explain(engine.url, e) from e
