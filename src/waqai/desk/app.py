"""The application: routes from their modules, one handler for refusals, the shield around all."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.types import ASGIApp

from waqai.desk.access import ACCESS
from waqai.desk.api.app import create_api
from waqai.desk.calling import routes
from waqai.desk.config import DeskConfig
from waqai.desk.core import Ctx, Desk, Refused, go, json_answer, language
from waqai.desk.routes import account, deciding, inbox, incidents, overview, people, quality, reports, session, single
from waqai.desk.shield import Shield
from waqai.desk.views import render
from waqai.desk.words import tr
from waqai.errors import UsageError, WaqaiError

WORKERS = 8
MODULES = (session, single, inbox, reports, deciding, incidents, overview, quality, account, people)


def create_app(config: DeskConfig) -> ASGIApp:
    """The desk as an ASGI application.

    Raises:
        StoreError: there is no store, or it cannot be opened.
        RuntimeError: a route has no line in the access table, or a line no route.
    """
    desk = Desk(config)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        # More threads than this only wait for each other, and every page gets slower.
        to_thread.current_default_thread_limiter().total_tokens = WORKERS
        yield
        desk.close()

    known = routes(MODULES)
    if set(known) != set(ACCESS):
        raise RuntimeError(f"routes and access table differ: {sorted(set(known) ^ set(ACCESS))}")
    handlers: dict[Any, Any] = {Refused: _refused, HTTPException: _http, WaqaiError: _known, Exception: _unknown}
    app = Starlette(routes=[*known.values(), Mount("/api/v1", create_api(desk))], exception_handlers=handlers, lifespan=life)
    app.state.desk = desk
    shield = Shield(app, config)
    shield.state = app.state  # type: ignore[attr-defined]
    return shield


def _ctx(request: Request) -> Ctx:
    desk: Desk = request.app.state.desk
    found = desk.people.session(request.cookies.get(desk.cookie))
    return Ctx(desk, request, found, language(request, found))


def _page(request: Request, status: int, code: str, detail: str = "") -> Response:
    c = _ctx(request)
    if request.headers.get("x-desk") == "1":
        return json_answer({"error": code, "message": detail or tr(f"error.{code}", c.lang)}, status)
    return render(c, "error.html", status, code=code, detail=detail)


def _refused(request: Request, e: Any) -> Response:
    if e.status == 303:
        return go(e.code)
    if e.status == 401 and request.method in ("GET", "HEAD") and request.headers.get("x-desk") != "1":
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return go("/sign-in" if path == "/" else f"/sign-in?next={quote(path, safe='')}")
    answer = _page(request, e.status, e.code)
    if e.wait:
        answer.headers["retry-after"] = str(int(e.wait) + 1)
    return answer


def _http(request: Request, e: Any) -> Response:
    # An unknown address says no more to a stranger than a known one.
    c = _ctx(request)
    if c.session is None and e.status_code in (404, 405):
        return _refused(request, Refused(401, "sign_in"))
    return _page(request, e.status_code, {404: "not_found", 405: "not_found"}.get(e.status_code, "bad_form"))


def _known(request: Request, e: Any) -> Response:
    if isinstance(e, UsageError):
        return _page(request, 400, "bad_form", str(e))
    return _page(request, 503, "store", "")


def _unknown(request: Request, e: Any) -> Response:
    # The server's log gets the traceback; the page gets a number to find it by.
    import logging

    number = secrets.token_hex(4)
    logging.getLogger("waqai.desk").error("error %s", number, exc_info=e)
    return _page(request, 500, "crash", f"#{number}")
