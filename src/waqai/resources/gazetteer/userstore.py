"""The user's imported places: one SQLite file under ``WAQAI_HOME``. An import is one transaction: all of a file or nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from waqai.errors import StoreError
from waqai.resources.gazetteer import merge
from waqai.resources.gazetteer.core import COLUMNS, Row
from waqai.resources.gazetteer.polygons import Area, Areas

VERSION = 1
_SCHEMA = f"""
create table source (id integer primary key, format text not null, file text not null, sha256 text not null,
                     rows integer not null, licence text not null, attribution text not null, imported_on text not null);
create table place ({", ".join(f"{c} text not null" for c in COLUMNS)}, stated integer not null,
                    source_id integer not null references source(id), primary key (id));
create table boundary (code text primary key, level integer not null, polygons text not null,
                       source_id integer not null references source(id));
pragma user_version = {VERSION};
"""


@dataclass
class Batch:
    """What an importer hands over: rows, boundaries, and what it left out.

    Attributes:
        rows: places by id; ``parent`` is a code the file states, or ``""``.
        areas: boundaries.
        skipped: reason → number of rows not taken (no Arabic name, feature not kept).
        attribution, licence: what must be shown with the data.
    """

    format: str
    file: str
    sha256: str
    licence: str
    attribution: str
    rows: dict[str, Row] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """One imported file, as kept in the store."""

    format: str
    file: str
    sha256: str
    rows: int
    licence: str
    attribution: str
    imported_on: str


def store_path() -> Path:
    """Where imported places live: ``WAQAI_HOME`` or ``~/.local/share/waqai``."""
    home = os.environ.get("WAQAI_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share" / "waqai") / "gazetteer.sqlite"


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            found = db.execute("pragma user_version").fetchone()[0]
            if found not in (0, VERSION):
                raise StoreError(f"{path}: written by another version ({found}). Remove it and import again.")
            yield db
    except sqlite3.DatabaseError as e:
        raise StoreError(f"{path}: {e}. Remove the file and import again.") from e


def save(batches: list[Batch], day: str, path: Path | None = None) -> None:
    """Write batches in one transaction; a file imported before is replaced.

    Args:
        day: ISO date of the import.
        path: the store; the user's own when ``None``.

    Raises:
        StoreError: the store cannot be written; it is as before.
    """
    path = path or store_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with _open(path) as db:
        db.execute("begin immediate")
        try:
            if db.execute("pragma user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.split(";"):
                    if statement.strip():
                        db.execute(statement)
            for batch in batches:
                _save_one(db, batch, day)
            db.execute("commit")
        except BaseException:
            db.execute("rollback")
            raise


def _save_one(db: sqlite3.Connection, batch: Batch, day: str) -> None:
    old = [r[0] for r in db.execute("select id from source where format = ? and file = ?", (batch.format, batch.file))]
    for source_id in old:
        for table in ("place", "boundary"):
            db.execute(f"delete from {table} where source_id = ?", (source_id,))
        db.execute("delete from source where id = ?", (source_id,))
    count = len(batch.rows) + len(batch.areas)
    cursor = db.execute(
        "insert into source (format, file, sha256, rows, licence, attribution, imported_on) values (?,?,?,?,?,?,?)",
        (batch.format, batch.file, batch.sha256, count, batch.licence, batch.attribution, day),
    )
    source_id = cursor.lastrowid
    marks = ",".join("?" * (len(COLUMNS) + 2))
    db.executemany(
        f"insert or replace into place values ({marks})",
        ((*row, int(bool(row.parent)), source_id) for row in batch.rows.values()),
    )
    db.executemany(
        "insert or replace into boundary values (?,?,?,?)",
        ((a.code, a.level, json.dumps(a.polygons), source_id) for a in batch.areas),
    )


def sources(path: Path | None = None) -> list[Source]:
    """The imported files, oldest first; empty when nothing was imported."""
    path = path or store_path()
    if not path.exists():
        return []
    with _open(path) as db:
        return [
            Source(*r) for r in db.execute("select format, file, sha256, rows, licence, attribution, imported_on from source order by id")
        ]


def read(path: Path) -> tuple[dict[str, Row], dict[str, bool], Areas]:
    """Imported rows by id in the order of import, whether their parent was stated, and all boundaries."""
    rows: dict[str, Row] = {}
    stated: dict[str, bool] = {}
    with _open(path) as db:
        for r in db.execute(f"select {', '.join(COLUMNS)}, stated from place order by source_id, rowid"):
            rows[r[0]] = Row(*r[:-1])
            stated[r[0]] = bool(r[-1])
        areas = Areas(
            Area(code, level, json.loads(polygons))
            for code, level, polygons in db.execute("select code, level, polygons from boundary order by code")
        )
    return rows, stated, areas


def merged(rows: dict[str, Row], store: Path) -> dict[str, Row]:
    """Core rows with the imported ones: divisions assigned, records of the same place merged."""
    imported, stated, areas = read(store)
    return merge.merge(rows, imported, stated, areas)
