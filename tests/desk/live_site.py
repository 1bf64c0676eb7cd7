"""A desk on a port, looked at with the system's chromium."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path
from typing import Any

from desk_site import Site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Live(Site):
    """A desk on a port."""

    def __init__(self, folder: Path) -> None:
        import uvicorn

        from waqai.desk.config import _now

        super().__init__(folder, hosts=("127.0.0.1",), clock=_now)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.server = uvicorn.Server(uvicorn.Config(self.app, port=self.port, log_level="error", lifespan="off"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        self.base = f"http://127.0.0.1:{self.port}"

    def page(self, chromium: Any, name: str, lang: str = "ar", width: int = 1280) -> Any:
        account = next(a for a in self.desk.people.accounts() if a.name == name)
        self.desk.people.prefer(account, lang=lang)
        word, _ = self.desk.people.start(account)
        context = chromium.new_context(viewport={"width": width, "height": 860}, base_url=self.base)
        context.add_cookies([{"name": self.desk.cookie, "value": word, "url": self.base}])
        page = context.new_page()
        page.set_default_timeout(6000)
        self.errors: list[str] = []
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("console", lambda m: self.errors.append(m.text) if "Content Security Policy" in m.text else None)
        return page

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)
        self.desk.close()


def focus_by_tab(page: Any, selector: str, most: int = 60) -> None:
    """Reach an element as a person without a mouse does."""
    for _ in range(most):
        if page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with Tab")


def until(page: Any, expression: str, seconds: float = 20) -> None:
    """Wait for a condition, across a change of page; Playwright's own way evaluates strings, which the desk's CSP forbids."""
    from playwright.sync_api import Error

    end = time.monotonic() + seconds
    while True:
        try:
            if page.evaluate(f"() => Boolean({expression})"):
                return
        except Error as e:
            if "context was destroyed" not in str(e):
                raise
        assert time.monotonic() < end, expression
        page.wait_for_timeout(30)
