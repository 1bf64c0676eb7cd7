"""Copies of an embedded store, made while it is in use, and checked before they count."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from waqai.errors import StoreError

if TYPE_CHECKING:
    from waqai.store.store import Store


def backup(store: Store, path: Path) -> None:
    """Copy ``store`` to ``path``; readers and writers go on meanwhile.

    The copy is written beside ``path``, checked, and moved into place: a half-made backup never takes the name of a
    good one.

    Raises:
        StoreError: a server store (use ``pg_dump``), or the copy cannot be written.
    """
    if store.engine.dialect.name != "sqlite":
        raise StoreError("A server store is copied with pg_dump, which takes a consistent view: pg_dump -Fc DATABASE > FILE")
    _copy(Path(store.engine.url.database or ""), path)


def restore(copy: Path, to: Path) -> None:
    """Make ``to`` a store again from a backup. What stands there is kept as ``…-before-restore``.

    Raises:
        StoreError: the backup is damaged or missing, or ``to`` cannot be written.
    """
    if not copy.is_file():
        raise StoreError(f"{copy}: no backup here. Give the path of a file made by: waqai backup")
    kept = to.with_name(to.name + "-before-restore")
    if to.exists():
        if kept.exists():
            raise StoreError(f"{kept}: kept from an earlier restore. Move it away, then restore again.")
        _keep(to, kept)
    _copy(copy, to)


def _keep(to: Path, kept: Path) -> None:
    """Copy what stands there; a damaged store as it is, with its log, for whoever may still read something in it."""
    try:
        _copy(to, kept)
    except StoreError:
        try:
            for tail in ("", "-wal"):
                if (part := to.with_name(to.name + tail)).exists():
                    shutil.copy2(part, kept.with_name(kept.name + tail))
        except OSError as e:
            raise StoreError(f"{kept}: the damaged store cannot be kept ({e}). Check space and permissions.") from e


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with (
            contextlib.closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as a,
            contextlib.closing(sqlite3.connect(part)) as b,
        ):
            a.backup(b, pages=4096, sleep=0.001)
            b.execute("PRAGMA journal_mode=DELETE")
            said = b.execute("PRAGMA quick_check(1)").fetchone()[0]
        if said != "ok":
            raise StoreError(f"{source}: damaged ({said}). Use an older backup.")
        with part.open("rb+") as f:
            os.fsync(f.fileno())
        for tail in ("-wal", "-shm"):
            # A log of the file replaced must not be replayed onto the new one.
            target.with_name(target.name + tail).unlink(missing_ok=True)
        part.replace(target)
    except (sqlite3.Error, OSError) as e:
        raise StoreError(f"{target}: the copy cannot be made ({e}). Check space and permissions.") from e
    finally:
        part.unlink(missing_ok=True)
