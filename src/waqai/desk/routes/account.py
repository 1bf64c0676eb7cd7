"""One's own account: password, language, the guard, and keys to the API."""

from __future__ import annotations

from starlette.responses import Response

from waqai.desk.core import Ctx, Refused, go, many
from waqai.desk.people import PROFILES, ROLES, SCOPES
from waqai.desk.routes.session import cookie
from waqai.desk.views import render
from waqai.errors import UsageError


def account_page(c: Ctx, problem: str = "", word: str = "", status: int = 200) -> Response:
    """The page; ``word`` is a token just made, shown this once."""
    scopes = [s for s in SCOPES if s != "reports:write" or c.user.rank >= ROLES.index("reviewer")]
    profiles = [p for p in PROFILES if p != "internal" or c.user.role == "admin"]
    return render(
        c, "account.html", status, problem=problem, word=word, tokens=c.desk.people.tokens(c.user.id), scopes=scopes, profiles=profiles
    )


def page(c: Ctx) -> Response:
    """Show the account."""
    return account_page(c)


def password(c: Ctx) -> Response:
    """Change one's password; every other session ends, and this one gets a new word."""
    wait = c.desk.guesses.take(f"name:{c.user.name.lower()}")
    if wait:
        raise Refused(429, "slow_down", wait)
    if c.desk.people.check(c.user.name, c.field("old", 1000)) is None:
        return account_page(c, "wrong", status=400)
    try:
        c.desk.people.set_password(c.user.id, c.field("new", 1000), c.user.name)
    except UsageError as e:
        return account_page(c, str(e), status=400)
    c.desk.guesses.forget(f"name:{c.user.name.lower()}")
    who = c.desk.people.account(c.user.id)
    word, _ = c.desk.people.start(who)
    answer = go("/account")
    cookie(c, answer, c.desk.cookie, word)
    return answer


def preferences(c: Ctx) -> Response:
    """Whether graphic reports open uncovered."""
    c.desk.people.prefer(c.user, uncover=c.field("uncover", 3) == "1")
    return go("/account")


def new_token(c: Ctx) -> Response:
    """Make a key; its word is on this page and nowhere else."""
    try:
        word = c.desk.people.give_token(c.user, c.field("name", 80), [str(s) for s in many(c.form, "scope")], c.field("profile", 20))
    except UsageError as e:
        return account_page(c, str(e), status=400)
    return account_page(c, word=word)


def revoke(token_id: int, c: Ctx) -> Response:
    """End a key."""
    c.desk.people.revoke(token_id, c.user)
    return go("/account")


ROUTES = [
    ("GET", "/account", page),
    ("POST", "/account/password", password),
    ("POST", "/account/preferences", preferences),
    ("POST", "/account/tokens", new_token),
    ("POST", "/account/tokens/{token_id}/revoke", revoke),
]
