"""Opening, locking, upgrading: clear errors, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import store_cases as case

from waqai.errors import StoreError
from waqai.store import Store, migrate, open_store
from waqai.store.backup import restore
from waqai.store.engine import make_engine, writing
from waqai.store.schema import metadata

Make = Callable[..., Any]


def test_missing_folder_and_missing_store_are_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "none" / "s.sqlite")
    with pytest.raises(StoreError, match="waqai run"):
        open_store(tmp_path / "s.sqlite", create=False)
    assert not (tmp_path / "s.sqlite").exists()


def test_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_bytes(b"these are notes, not a database " * 40)
    with pytest.raises(StoreError, match="not a Waqai store"):
        open_store(text)
    assert text.read_bytes().startswith(b"these are notes")


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as c:
        c.execute("CREATE TABLE invoices (n)")
    with pytest.raises(StoreError, match="another program"):
        open_store(other)


def test_newer_store_is_refused_and_untouched(where: str) -> None:
    open_store(where).close()
    engine = make_engine(where)
    with writing(engine) as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(StoreError, match="written by a newer Waqai"):
        open_store(where)
    assert migrate.current(engine) == "0999"
    engine.dispose()


def test_head_migration_makes_the_schema_of_the_code(where: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_store(where) as s, s.engine.connect() as conn:
        own = set(metadata.tables)
        context = MigrationContext.configure(conn, opts={"include_name": lambda name, kind, _: kind != "table" or name in own})
        found = [d for d in compare_metadata(context, metadata) if "index" not in str(d[0])]
        held = {i["name"] for t in own for i in sa.inspect(conn).get_indexes(t)}
    assert found == []
    wanted = {i.name for t in metadata.tables.values() for i in t.indexes if "_current" in str(i.name) or "_by_" in str(i.name)}
    assert wanted <= held


@pytest.mark.parametrize("version", migrate.KNOWN)
def test_upgrade_from_each_released_schema_keeps_the_data(where: str, version: str) -> None:
    """A store is made at the old schema with rows written as that version wrote them, then opened."""
    engine = make_engine(where)
    migrate.upgrade(engine, version)
    with open_store_at(engine) as old:
        _write_as(version, old)
    engine.dispose()
    with open_store(where) as s:
        assert migrate.current(s.engine) == migrate.HEAD
        assert [c.id for c in s.claims()] == ["c-r1"]
        with s.engine.connect() as conn:
            found = conn.exec_driver_sql("SELECT first_day, last_day, date_start FROM claim").one()
        assert found[0] == found[1] == date.fromisoformat(found[2]).toordinal()
        assert s.search("شحيل")[0].report_id == "r1"
        assert s.verify().ok
        s.put_coded(case.coded("r1b", case.TEXT + " إضافة."), s.start_run("1"))
        assert s.duplicates() == {"r1b": "r1"}


def open_store_at(engine: sa.Engine) -> Store:
    from datetime import UTC, datetime

    return Store(engine, lambda: datetime(2025, 1, 1, tzinfo=UTC))


def _write_as(version: str, old: Store) -> None:
    """Store a report with the columns and tables a schema had."""
    from contextlib import ExitStack
    from unittest import mock

    from waqai.store.rows import claim_row

    def without_span(*args: Any) -> dict[str, Any]:
        return {k: v for k, v in claim_row(*args).items() if k not in ("first_day", "last_day")}

    with ExitStack() as stack:
        if version == "0001":
            stack.enter_context(mock.patch("waqai.store.writer.Twins"))
        if version < "0004":
            stack.enter_context(mock.patch("waqai.store.writer.claim_row", without_span))
        old.put_coded(case.coded("r1"), old.start_run("1"))


def test_failed_upgrade_leaves_the_store_as_it_was(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = make_engine(where)
    migrate.upgrade(engine, "0001")
    with open_store_at(engine) as old:
        _write_as("0001", old)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("waqai.store.duplicates.sign_all", fail)
    with pytest.raises(KeyboardInterrupt):
        migrate.upgrade(engine)
    assert migrate.current(engine) == "0001"
    with engine.connect() as conn:
        assert not sa.inspect(conn).has_table("near")
    monkeypatch.undo()
    engine.dispose()
    with open_store(where) as s:
        assert s.verify().ok


def test_second_writer_waits_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with open_store(path) as one, open_store(path, busy_seconds=0.2) as two:
        run = two.start_run("1")
        with one.write(), pytest.raises(StoreError, match="another process is writing"):
            two.put_coded(case.coded("r1"), run)
        assert two.put_coded(case.coded("r1"), run)


def test_writers_at_once_lose_nothing(where: str) -> None:
    open_store(where).close()

    def work(n: int) -> None:
        with open_store(where) as s:
            run = s.start_run("1", f"run-{n}")
            for i in range(8):
                text = case.TEXT + f" {n} {i}"
                s.put_coded(case.coded(f"r{n}-{i}", text, (case.claim(f"c{n}-{i}", text),)), run)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    with open_store(where) as s:
        assert len(s.claims()) == 24
        assert s.verify().ok


def test_full_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.sqlite") as s:
        run = s.start_run("1")
        s.put_coded(case.coded("r1"), run)
        with s.engine.connect() as conn:
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
            # The same error SQLite gives when the file system has no room left.
            conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        def fill() -> None:
            for n in range(200):
                text = case.OTHER + f" {n}" * 300
                s.put_coded(case.coded(f"big{n}", text, (case.claim(f"b{n}", text),)), run)

        with pytest.raises(StoreError, match="disk is full"):
            fill()
        s.engine.dispose()
        kept = s.counts()
        assert kept["report"] == kept["claim"] >= 1
        assert s.verify().ok


_READ = """
import os, sys
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
from waqai.store import open_store
from waqai.errors import StoreError
sys.path.insert(0, sys.argv[2])
import store_cases as case
try:
    with open_store(sys.argv[1]) as s:
        print("read", len(s.claims()))
        s.put_coded(case.coded("r2", case.OTHER), s.start_run("1"))
except StoreError as e:
    print("said", e)
"""


def test_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder) / "s.sqlite"
        with open_store(path) as s:
            s.put_coded(case.coded("r1"), s.start_run("1"))
        os.chmod(folder, 0o555)
        os.chmod(path, 0o444)
        here = str(Path(__file__).parent)
        ours = [p for p in sys.path if p and not p.startswith(sys.base_prefix)]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(ours), "HOME": "/nonexistent"}
        done = None
        # The interpreter of this checkout may lie where another user may not look.
        for python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
            try:
                done = subprocess.run([python, "-c", _READ, str(path), here], capture_output=True, text=True, check=False, env=env, cwd="/")
            except OSError:
                continue
            if done.stdout:
                break
        os.chmod(folder, 0o755)
        if done is None or not done.stdout:
            pytest.skip("no interpreter here that another user may run with this checkout")
    assert "read 1" in done.stdout, done.stdout + done.stderr
    assert "cannot be written" in done.stdout, done.stdout + done.stderr


def test_backup_is_taken_while_writing_and_can_be_restored(tmp_path: Path) -> None:
    path, copy = tmp_path / "s.sqlite", tmp_path / "copy.sqlite"
    with open_store(path) as s:
        run = s.start_run("1")
        s.put_coded(case.coded("r1"), run)
        stop = threading.Event()
        errors: list[BaseException] = []

        def keep_writing() -> None:
            n = 0
            with open_store(path) as other:
                while not stop.is_set():
                    n += 1
                    text = f"{case.OTHER} {n}"
                    try:
                        other.put_coded(case.coded(f"w{n}", text, (case.claim(f"w{n}", text),)), run)
                    except BaseException as e:
                        errors.append(e)
                        return

        writer = threading.Thread(target=keep_writing)
        writer.start()
        s.backup(copy)
        stop.set()
        writer.join()
        assert not errors
        s.put_coded(case.coded("late", case.OTHER + " متأخر"), run)
    with open_store(copy) as c:
        assert c.verify().ok
        held = len(c.claims())
    assert held >= 1
    restore(copy, path)
    with open_store(path) as s:
        assert len(s.claims()) == held
        assert s.claim("c-late") is None
    with open_store(tmp_path / "s.sqlite-before-restore") as s:
        assert s.claim("c-late") is not None


def test_damaged_store_is_named_record_by_record_and_can_be_replaced_by_a_backup(tmp_path: Path) -> None:
    path, copy = tmp_path / "s.sqlite", tmp_path / "copy.sqlite"
    with open_store(path) as s:
        run = s.start_run("1")
        for n in range(120):
            text = f"{case.OTHER} {n}" * 20
            s.put_coded(case.coded(f"r{n}", text, (case.claim(f"c{n}", text),)), run)
        s.backup(copy)
        with s.engine.connect() as conn:
            # The leaves of a table hold its rows; the inner pages come first in the file.
            page = conn.exec_driver_sql(
                "SELECT pageno FROM dbstat WHERE name = 'report' AND pagetype = 'leaf' ORDER BY path LIMIT 1"
            ).scalar()
    with open(path, "r+b") as f:
        f.seek((page - 1) * 4096)
        f.write(os.urandom(4096))
    with open_store(path) as s:
        v = s.verify()
        assert v.broken[0].record.startswith("log 1 (report")
        assert "cannot be read" in v.broken[0].what
        assert v.broken[-1].record == "file"
    restore(copy, path)
    with open_store(path) as s:
        assert s.verify().ok
        assert len(s.claims()) == 120
    assert (tmp_path / "s.sqlite-before-restore").stat().st_size > 0


def test_backup_never_replaces_a_good_copy_by_a_bad_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no backup here"):
        restore(tmp_path / "none", tmp_path / "s.sqlite")
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"x" * 9000)
    with open_store(tmp_path / "s.sqlite") as s:
        s.put_coded(case.coded("r1"), s.start_run("1"))
    with pytest.raises(StoreError):
        restore(bad, tmp_path / "s.sqlite")
    with open_store(tmp_path / "s.sqlite") as s:
        assert len(s.claims()) == 1


def test_opening_an_up_to_date_store_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with open_store(path) as s:
        s.put_coded(case.coded("r1"), s.start_run("1"))
    before = path.read_bytes()
    with open_store(path) as s:
        assert s.claims()
        assert s.search("عبوة")
        assert s.has(case.report("r1"), "1")
    assert path.read_bytes() == before
