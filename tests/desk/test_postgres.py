"""``waqai serve --db``: the whole desk on a private PostgreSQL with PostGIS, from the first start to a released incident, through the network."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import desk_sample
import pytest

httpx = pytest.importorskip("httpx", reason="the desk's tests need httpx: pip install 'waqai[dev]'")
pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'waqai[desk]'")
pytestmark = pytest.mark.postgres

# The store's tests know how to start a server; its fixtures serve here too.
_spec = importlib.util.spec_from_file_location("store_servers", Path(__file__).parents[1] / "store" / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
_servers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_servers)
postgres = _servers.postgres

NEW = "قتل أربعة مدنيين بقصف مدفعي على مدينة الباب بريف حلب يوم السبت 22 تشرين الثاني 2025، وفق الدفاع المدني السوري."
PAGES = (
    "/inbox", "/inbox?q=الطبقة&flag=casualties", "/inbox?sort=day&state=all", "/incidents", "/incidents?flag=disagree", "/map", "/map/points",
    "/search?q=الطبقه", '/search?q="قوات سوريا الديمقراطية"', "/search?q=اعتقل*", "/tallies", "/dashboard", "/quality", "/quality/code",
    "/import", "/people", "/account", "/audit",
)  # fmt: skip


@pytest.fixture
def url(postgres: str) -> Iterator[str]:
    """An empty database with the sample reports in it."""
    import sqlalchemy as sa

    name = f"desk{os.getpid()}_{time.monotonic_ns() % 10**9}"
    engine = sa.create_engine(sa.make_url(postgres), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        conn.exec_driver_sql(f"CREATE DATABASE {name}")
    where = sa.make_url(postgres).set(database=name).render_as_string(hide_password=False)
    desk_sample.build(where)
    yield where
    with engine.connect() as conn:
        conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


class Served:
    """A ``waqai serve`` process and what it printed."""

    def __init__(self, url: str, log: Path) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.log = log
        command = [sys.executable, "-m", "waqai", "serve", "--db", url, "--port", str(self.port)]
        with log.open("wb") as out:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        self.base = f"http://127.0.0.1:{self.port}"
        for _ in range(300):
            try:
                if httpx.get(f"{self.base}/healthz", timeout=5).status_code == 200:
                    return
            except httpx.HTTPError:
                assert self.process.poll() is None, log.read_text()
                time.sleep(0.1)
        raise AssertionError(log.read_text())

    def stop(self, how: int = signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.wait(20)


class Person:
    """Somebody at a browser without scripts."""

    def __init__(self, base: str, name: str, password: str, new: str = "") -> None:
        self.http = httpx.Client(base_url=base, follow_redirects=True, timeout=30)
        csrf = re.search(r'name="csrf" value="([^"]+)"', self.http.get("/sign-in").text)
        assert csrf
        r = self.http.post("/sign-in", data={"name": name, "password": password, "csrf": csrf[1]})
        assert r.status_code == 200, r.text
        if new:
            assert r.url.path == "/account"
            assert self.post("/account/password", {"old": password, "new": new}).status_code == 200

    def get(self, path: str) -> Any:
        return self.http.get(path)

    def post(self, path: str, data: dict[str, Any], script: bool = False) -> Any:
        csrf = re.search(r'name="csrf" content="([^"]+)"', self.http.get("/account").text)
        assert csrf
        return self.http.post(path, data={**data, "csrf": csrf[1]}, headers={"X-Desk": "1"} if script else {})


def test_the_desk_on_a_server_store_from_first_start_to_release(url: str, tmp_path: Path) -> None:
    served = Served(url, tmp_path / "log")
    try:
        first = re.search(r"password (\S+) and", served.log.read_text())
        assert first
        owner = Person(served.base, "owner", first[1], "seven red trains")
        for page in PAGES:
            r = owner.get(page)
            assert r.status_code == 200, (page, r.text[-600:])
        words = {}
        for name, role in (("reviewer one", "reviewer"), ("releaser one", "releaser")):
            r = owner.post("/people", {"name": name, "role": role})
            words[name] = re.search(r'class="secret">([^<]+)<', r.text)[1]  # type: ignore[index]
        reviewer = Person(served.base, "reviewer one", words["reviewer one"], "nine green kites")
        releaser = Person(served.base, "releaser one", words["releaser one"], "five blue lamps")
        # Import, accept, add an event, release by a second person.
        r = reviewer.post("/import", {"text": NEW, "title": "قصف الباب", "published": "2025-11-23"})
        rid = re.search(r"/reports/([0-9a-f]{24})", r.text)[1]  # type: ignore[index]
        page = reviewer.get(f"/reports/{rid}").text
        claim = re.search(r'id="claim" data-id="([^"]+)"', page)[1]  # type: ignore[index]
        assert reviewer.post(f"/claims/{claim}/decide", {"action": "accept", "version": "0"}, script=True).json() == {
            "ok": True,
            "version": 1,
        }
        a = NEW.index("قصف")
        added = reviewer.post(
            f"/reports/{rid}/add",
            {"values": f'{{"event_type":"attack","evidence":{{"trigger":[[{a},{a + 3}]]}},"place":{{"text":"الباب"}}}}'}, script=True,
        )  # fmt: skip
        assert added.status_code == 201, added.text
        incident = re.search(r'href="/incidents/([^"]+)" data-incident', reviewer.get(f"/reports/{rid}?claim={claim}").text)[1]  # type: ignore[index]
        assert reviewer.post(f"/incidents/{incident}/release", {"version": "0"}).status_code == 403
        assert "state-released" in releaser.post(f"/incidents/{incident}/release", {"version": "0"}).text
        assert "state-retracted" in releaser.post(f"/incidents/{incident}/retract", {"version": "1", "why": "خطأ"}).text
        # Two reviewers at once: one of them is asked.
        other = re.search(r'id="claim" data-id="([^"]+)" data-version="0"', reviewer.get("/reports/" + _another(reviewer, rid)).text)[1]  # type: ignore[index]
        codes: list[int] = []

        def judge(who: Person) -> None:
            codes.append(who.post(f"/claims/{other}/decide", {"action": "accept", "version": "0"}, script=True).status_code)

        threads = [threading.Thread(target=judge, args=(p,)) for p in (reviewer, releaser)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert sorted(codes) == [200, 409]
    finally:
        served.stop(signal.SIGKILL)
    # Killed and started again: everything acknowledged is there, and the chain holds.
    from waqai.store import open_store

    with open_store(url) as store:
        assert [d.action for d in store.decisions(claim)] == ["accept"]
        assert [d.action for d in store.decisions(incident)] == ["release", "retract"]
        assert [d.action for d in store.decisions(other)] == ["accept"]
        assert store.verify().ok
    again = Served(url, tmp_path / "log2")
    try:
        assert "First start" not in again.log.read_text()
        assert Person(again.base, "reviewer one", "nine green kites").get(f"/reports/{rid}?claim={claim}").status_code == 200
    finally:
        again.stop()


def _another(who: Person, rid: str) -> str:
    return next(r for r in re.findall(r'href="/reports/([0-9a-f]{24})', who.get("/inbox?kind=event").text) if r != rid)
