"""Signing in and out, the language, and the files pages are made of."""

from __future__ import annotations

import secrets

from starlette.responses import JSONResponse, Response

from waqai.desk.core import Ctx, Refused, client_of, go, local
from waqai.desk.statics import files
from waqai.desk.views import render
from waqai.desk.words import LANGS

YEAR = 365 * 86400


def cookie(c: Ctx, answer: Response, name: str, value: str, *, days: float | None = None, script: bool = False) -> None:
    """Set a cookie: not for scripts, not sent from other sites, HTTPS only when served so."""
    answer.set_cookie(
        name, value, max_age=int(days * 86400) if days else None, path="/", secure=c.desk.config.secure, httponly=not script,
        samesite="lax",
    )  # fmt: skip


def sign_in_page(c: Ctx) -> Response:
    """The form. Its token lives in a cookie of its own: there is no session before a person is known."""
    if c.session is not None:
        return go(local(c.get("next") or "/inbox"))
    return form(c, 200, "")


def form(c: Ctx, status: int, problem: str, name: str = "") -> Response:
    """The sign-in page with what went wrong."""
    pre = c.request.cookies.get("waqai_pre") or secrets.token_urlsafe(24)
    provider = c.desk.config.oidc
    answer = render(
        c, "sign_in.html", status, csrf=pre, provider=provider.label if provider else "", problem=problem, name=name,
        next=c.get("next") or c.field("next") or "/inbox",
    )  # fmt: skip
    cookie(c, answer, "waqai_pre", pre, days=1)
    return answer


def sign_in(c: Ctx) -> Response:
    """Check name and password. Five wrong guesses close a name for a quarter of an hour."""
    name, password = c.field("name", 200), c.field("password", 1000)
    d, who = c.desk, client_of(c.request, c.desk.config.proxy)
    key = f"name:{name.strip().lower()[:80]}"
    wait = max(d.guesses.wait(key), d.guesses_from.wait(who))
    if wait:
        # Told once: a flood of guesses must not flood the trail.
        if not d.closed.take(key):
            d.people.audit("-", "session.closed", name[:80], wait=int(wait))
        answer = form(c, 429, "too_many", name)
        answer.headers["retry-after"] = str(int(wait) + 1)
        return answer
    # Counted before the check, so that guesses made at the same moment count too.
    d.guesses.hit(key)
    d.guesses_from.hit(who)
    account = d.people.check(name, password)
    if account is None:
        d.people.audit("-", "session.refused", name[:80])
        return form(c, 401, "wrong", name)
    d.guesses.forget(key)
    # A session handed to the browser before is never taken over: the word is new.
    if c.session is not None:
        d.people.end(c.session.hash)
    word, _ = d.people.start(account)
    answer = go(local(c.field("next") or "/inbox"))
    cookie(c, answer, d.cookie, word)
    answer.delete_cookie("waqai_pre", path="/")
    return answer


def sign_out(c: Ctx) -> Response:
    """End the session, here and in the cookie."""
    if c.session is not None:
        c.desk.people.end(c.session.hash)
        c.desk.people.audit(c.user.name, "session.end", c.user.name)
    answer = go("/sign-in")
    answer.delete_cookie(c.desk.cookie, path="/", secure=c.desk.config.secure, httponly=True, samesite="lax")
    return answer


def set_language(c: Ctx) -> Response:
    """Arabic or English, kept with the person or in a cookie."""
    lang = c.field("lang", 2)
    if lang not in LANGS:
        raise Refused(400, "bad_form")
    if c.session is not None and c.session.account is not None:
        c.desk.people.prefer(c.session.account, lang=lang)
    answer = go(local(c.field("next") or "/"))
    cookie(c, answer, "waqai_lang", lang, days=365)
    return answer


def static(name: str, c: Ctx) -> Response:
    """One file of the fixed list, cached by its version."""
    file = files().get(name)
    if file is None:
        raise Refused(404, "not_found")
    headers = {"etag": file.etag, "cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if c.request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    if file.small is not None and "gzip" in c.request.headers.get("accept-encoding", ""):
        return Response(file.small, media_type=file.media, headers={**headers, "content-encoding": "gzip"})
    return Response(file.body, media_type=file.media, headers=headers)


def basemap(c: Ctx) -> Response:
    """The outlines of the map."""
    return static("basemap.json", c)


def health(c: Ctx) -> Response:
    """Whether the desk answers; says nothing about what it holds."""
    c.desk.store.head()
    return JSONResponse({"ok": True})


ROUTES = [
    ("GET", "/sign-in", sign_in_page),
    ("POST", "/sign-in", sign_in),
    ("POST", "/sign-out", sign_out),
    ("POST", "/language", set_language),
    ("GET", "/static/{name}", static),
    ("GET", "/basemap.json", basemap),
    ("GET", "/healthz", health),
]
