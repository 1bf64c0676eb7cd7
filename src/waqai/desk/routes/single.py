"""Signing in through the provider: there with a question, back with an answer that fits it."""

from __future__ import annotations

import logging
import secrets

from starlette.responses import RedirectResponse, Response

from waqai.desk.core import Ctx, Refused, client_of, go, local
from waqai.desk.identities import account_of
from waqai.desk.oidc import OidcError, Provider
from waqai.desk.routes.session import cookie, form

COOKIE = "waqai_oidc"


def _provider(c: Ctx) -> Provider:
    if c.desk.provider is None:
        raise Refused(404, "not_found")
    return c.desk.provider


def _back(c: Ctx) -> str:
    """The desk's own address for the answer; the host was checked against the names the desk knows."""
    scheme = "https" if c.desk.config.secure else "http"
    return f"{scheme}://{c.request.headers.get('host', '')}/oidc/callback"


def begin(c: Ctx) -> Response:
    """Send the person to the provider."""
    browser = secrets.token_urlsafe(24)
    try:
        url = _provider(c).begin(browser, _back(c), local(c.get("next") or "/inbox"))
    except OidcError as e:
        return _failed(c, e)
    answer = RedirectResponse(url, status_code=303)
    cookie(c, answer, COOKIE, browser, days=1 / 96)
    return answer


def finish(c: Ctx) -> Response:
    """The person is back: check the answer, find the account, begin a session."""
    provider, d, who = _provider(c), c.desk, client_of(c.request, c.desk.config.proxy)
    wait = d.guesses_from.wait(who)
    if wait:
        raise Refused(429, "slow_down", wait)
    try:
        identity, path = provider.finish(c.get("state"), c.request.cookies.get(COOKIE, ""), c.get("code"))
    except OidcError as e:
        d.guesses_from.hit(who)
        return _failed(c, e)
    account = account_of(d.people, identity, provider.settings)
    if account is None:
        d.people.audit("-", "identity.refused", identity.email or identity.subject[:80], issuer=identity.issuer)
        return form(c, 403, "unknown")
    if c.session is not None:
        d.people.end(c.session.hash)
    word, _ = d.people.start(account)
    answer = go(path)
    cookie(c, answer, d.cookie, word)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def _failed(c: Ctx, e: OidcError) -> Response:
    logging.getLogger("waqai.desk").warning("sign-in through the provider: %s", e)
    return form(c, 401, "oidc")


ROUTES = [
    ("GET", "/oidc", begin),
    ("GET", "/oidc/callback", finish),
]
