"""A desk on a small store of made-up reports, with one person of each role. Tests that import this skip when the desk is not installed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'waqai[desk]'")
pytest.importorskip("argon2", reason="the desk is not installed: pip install 'waqai[desk]'")
pytest.importorskip("httpx", reason="the desk's tests need httpx: pip install 'waqai[dev]'")

from starlette.testclient import TestClient

from waqai.desk import DeskConfig, create_app
from waqai.desk.core import Desk
from waqai.desk.people import ROLES

PASSWORD = "nine yellow boats"


class Clock:
    """The present time, moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2025, 11, 30, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=3)
        return self.now


class Site:
    """A running desk and clients for it."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.clock = Clock()
        self.folder = folder
        cheap = {"clock": self.clock, "hosts": ("testserver",), "hash_cost": (1, 8, 1), "relink": "inline"}
        self.app = create_app(DeskConfig(store=folder / "store.sqlite", **{**cheap, **settings}))
        self.desk: Desk = self.app.state.desk
        if self.desk.people.empty():
            for role in ROLES:
                self.desk.people.create(f"the {role}", role, PASSWORD, "test")
            self.desk.people.create("second reviewer", "reviewer", PASSWORD, "test")
        self.desk.work.sync()

    def client(self) -> TestClient:
        return TestClient(self.app, follow_redirects=False)

    def as_(self, name: str) -> Browser:
        """A browser signed in; the session is made directly, signing in itself is tested apart."""
        account = next(a for a in self.desk.people.accounts() if a.name == name)
        word, session = self.desk.people.start(account)
        c = self.client()
        c.cookies.set(self.desk.cookie, word)
        return Browser(c, session.csrf)

    def claims(self) -> list[dict[str, Any]]:
        from waqai.desk.worklist import Wanted

        self.desk.work.sync()
        return self.desk.work.page(Wanted(state="all"), 0, 500)


class Browser:
    """A client that sends the token a page would send."""

    def __init__(self, client: TestClient, csrf: str) -> None:
        self.client, self.csrf = client, csrf

    def get(self, path: str, **kw: Any) -> Any:
        return self.client.get(path, **kw)

    def post(self, path: str, data: dict[str, Any] | None = None, script: bool = True, **kw: Any) -> Any:
        headers = {"X-CSRF": self.csrf, **({"X-Desk": "1"} if script else {}), **kw.pop("headers", {})}
        return self.client.post(path, data=data or {}, headers=headers, **kw)
