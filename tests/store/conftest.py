"""Every test of the store runs on SQLite and, when one can be started, on a private PostgreSQL with PostGIS."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from waqai.store import Store, open_store


class Clock:
    """A clock that goes on by a second at each look, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def _bin() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if found:
        return found[0].parent
    here = shutil.which("initdb")
    return Path(here).parent if here else None


def _postgis(binaries: Path) -> bool:
    shared = subprocess.run([binaries / "pg_config", "--sharedir"], capture_output=True, text=True, check=False)
    return Path(shared.stdout.strip(), "extension", "postgis.control").is_file()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of a fresh server on a socket in a temporary folder; skips with the reason when there can be none."""
    given = os.environ.get("WAQAI_TEST_POSTGRES")
    if given:
        yield given
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'waqai[postgres]'")
    binaries = _bin()
    if binaries is None:
        pytest.skip("no PostgreSQL server here: apt-get install postgresql postgresql-15-postgis-3")
    if not _postgis(binaries):
        pytest.skip("PostGIS is not installed: apt-get install postgresql-15-postgis-3")
    folder = Path(tempfile.mkdtemp(prefix="waqai-pg-", dir="/tmp"))
    other: dict[str, Any] = {}
    if os.getuid() == 0:
        # The server refuses to run as root: it is given to the user its package made, else to nobody.
        names = {u.pw_name: u for u in pwd.getpwall()}
        user = names.get("postgres") or names.get("nobody")
        if user is None:
            pytest.skip("the tests run as root and there is no other user (postgres, nobody) to start PostgreSQL as")
        os.chown(folder, user.pw_uid, user.pw_gid)
        other = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": {**os.environ, "HOME": str(folder)}}
    data = folder / "data"

    def do(*args: Any) -> subprocess.CompletedProcess[str]:
        call = [str(a) for a in args]
        return subprocess.run(call, capture_output=True, text=True, cwd="/", timeout=120, check=False, **other)

    made = do(binaries / "initdb", "-D", data, "-U", "waqai", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    if made.returncode:
        pytest.skip(f"initdb failed: {made.stderr.strip().splitlines()[-1:]}")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=20"
    # The server must not hold our pipes: pg_ctl would seem never to end.
    started = do(binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
    if started.returncode:
        pytest.skip(f"PostgreSQL does not start: {started.stderr.strip()[-200:]}")
    try:
        yield f"postgresql+psycopg://waqai@/postgres?host={folder}"
    finally:
        do(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty store may be made: a file, then a database of the server."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.sqlite")
        return
    import sqlalchemy as sa

    url = sa.make_url(request.getfixturevalue("postgres"))
    name = f"t{uuid.uuid4().hex[:12]}"
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        # PostGIS takes long to install: once, in a template.
        if not conn.exec_driver_sql("SELECT 1 FROM pg_database WHERE datname = 'with_postgis'").first():
            conn.exec_driver_sql("CREATE DATABASE with_postgis")
            inner = sa.create_engine(url.set(database="with_postgis"), isolation_level="AUTOCOMMIT")
            with inner.connect() as c:
                c.exec_driver_sql("CREATE EXTENSION postgis")
            inner.dispose()
        conn.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE with_postgis")
    yield url.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as conn:
        conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def clock() -> Clock:
    """A clock the test can set."""
    return Clock()


@pytest.fixture
def store(where: str, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    with open_store(where, clock=clock) as s:
        yield s


@pytest.fixture
def filled(store: Store, coded: Callable[..., Any]) -> Store:
    """A store with two reports of one claim each."""
    run = store.start_run("1")
    store.put_coded(coded("r1"), run)
    store.put_coded(coded("r2"), run)
    return store


@pytest.fixture
def coded() -> Callable[..., Any]:
    """Maker of coded reports; texts of different reports differ."""
    import store_cases

    def make(rid: str = "r1", text: str | None = None, **more: Any) -> Any:
        other = {"r1": store_cases.TEXT, "r2": store_cases.OTHER}
        return store_cases.coded(rid, text or other.get(rid, store_cases.TEXT + f" {rid}"), **more)

    return make
