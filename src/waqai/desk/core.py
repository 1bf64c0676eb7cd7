"""The desk itself: its stores, limits and caches, and what a route is given (``Ctx``)."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from waqai.desk import tables
from waqai.desk.access import ACCESS, may
from waqai.desk.config import DeskConfig
from waqai.desk.limits import Window
from waqai.desk.oidc import Provider
from waqai.desk.people import Account, People, Session
from waqai.desk.relink import Relinker
from waqai.desk.words import LANGS
from waqai.desk.worklist import Worklist
from waqai.store import open_store

SAFE = ("GET", "HEAD", "OPTIONS")


class Desk:
    """Everything a running desk holds. Routes find it at ``request.app.state.desk``."""

    def __init__(self, config: DeskConfig) -> None:
        self.config = config
        self.store = open_store(config.store, create=False)
        self.engine = tables.open_people(config.people_url())
        self.people = People(self.engine, config.clock, config.hash_cost)
        self.work = Worklist(self.store, self.engine)
        self.relinker = Relinker(self.store, str(config.store), config.relink)
        self.provider = Provider(config.oidc) if config.oidc else None
        self.guesses = Window(5, 900, config.clock)
        self.guesses_from = Window(30, 900, config.clock)
        self.closed = Window(1, 900, config.clock)
        self.requests = Window(1200, 60, config.clock)
        self.writes = Window(600, 60, config.clock)
        self.uploads = Window(30, 600, config.clock)

    @property
    def cookie(self) -> str:
        """Name of the session cookie; over HTTPS the prefix binds it to this very host."""
        return "__Host-waqai" if self.config.secure else "waqai"

    def close(self) -> None:
        """Stop what runs in the background and close both databases."""
        self.relinker.stop()
        self.work.stop()
        self.store.close()
        self.engine.dispose()


class Refused(Exception):  # noqa: N818  an answer, not a failure
    """A request that is not answered as asked: ``code`` is a key of the labels (``error.CODE``)."""

    def __init__(self, status: int, code: str, wait: float = 0.0) -> None:
        super().__init__(code)
        self.status, self.code, self.wait = status, code, wait


@dataclass
class Ctx:
    """One request: the desk, the person, the language, the form."""

    desk: Desk
    request: Request
    session: Session | None
    lang: str
    form: Mapping[str, Any] = field(default_factory=dict)

    @property
    def user(self) -> Account:
        """The person signed in; routes below ``reader`` only."""
        if self.session is None or self.session.account is None:
            raise Refused(401, "sign_in")
        return self.session.account

    @property
    def rtl(self) -> bool:
        """Whether the page runs from right to left."""
        return self.lang == "ar"

    def get(self, name: str, default: str = "") -> str:
        """A query parameter, without NUL and never longer than a page could want."""
        return (self.request.query_params.get(name) or default).replace("\0", "")[:2000]

    def field(self, name: str, most: int = 4000) -> str:
        """A form field as text.

        Raises:
            Refused: it is too long.
        """
        value = self.form.get(name)
        text = value if isinstance(value, str) else ""
        if len(text) > most:
            raise Refused(413, "too_long")
        return text.replace("\0", "")

    def may(self, line: str) -> bool:
        """Whether this person passes a line of the access table."""
        return may(self.session.account.role if self.session and self.session.account else None, ACCESS.get(line))

    def wants_json(self) -> bool:
        """Whether a script asked."""
        return self.request.headers.get("x-desk") == "1"


async def read_form(request: Request) -> dict[str, Any]:
    """The form of a change; lists under their name when repeated."""
    if request.method in SAFE:
        return {}
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        if request.headers.get("content-length", "0") == "0":
            return {}
        raise Refused(415, "form_only")
    try:
        form = await request.form(max_files=20, max_fields=2000)
    except Exception as e:
        raise Refused(400, "bad_form") from e
    out: dict[str, Any] = {}
    for key, value in form.multi_items():
        if key not in out:
            out[key] = value
        elif isinstance(out[key], list):
            out[key].append(value)
        else:
            out[key] = [out[key], value]
    return out


def many(form: Mapping[str, Any], name: str) -> list[Any]:
    """All values of a repeated field."""
    value = form.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def files(form: Mapping[str, Any], name: str) -> list[UploadFile]:
    """The files of an upload."""
    return [v for v in many(form, name) if isinstance(v, UploadFile)]


def client_of(request: Request, proxy: bool) -> str:
    """Address the request came from; behind a trusted proxy the last one it names."""
    if proxy:
        told = request.headers.get("x-forwarded-for", "").split(",")[-1].strip()
        if told:
            return told[:64]
    return request.client.host if request.client else "?"


def language(request: Request, session: Session | None) -> str:
    """Chosen in the address, else by the person, else by the cookie, else Arabic."""
    asked = request.query_params.get("lang")
    if asked in LANGS:
        return asked
    prefs = session.account.prefs.get("lang") if session and session.account else None
    found = prefs or request.cookies.get("waqai_lang")
    return found if found in LANGS else "ar"


def guard(request: Request, form: dict[str, Any], line: str, path: str) -> Ctx:
    """Identify, authorise, and check that a change was meant. Every page route passes through this.

    Args:
        line: the route's line in the access table; ``path`` is its path there.

    Raises:
        Refused: no account, too low a role, a missing or wrong token, a foreign origin, or too many requests.
    """
    desk: Desk = request.app.state.desk
    needed = ACCESS.get(line)
    session = desk.people.session(request.cookies.get(desk.cookie))
    c = Ctx(desk, request, session, language(request, session), form)
    account = session.account if session else None
    if account is None and needed not in ("open", None):
        raise Refused(401, "sign_in")
    if not may(account.role if account else None, needed):
        raise Refused(403, "forbidden")
    key = account.name if account else client_of(request, desk.config.proxy)
    wait = desk.requests.take(key) or (0 if request.method in SAFE else desk.writes.take(key))
    if wait:
        raise Refused(429, "slow_down", wait)
    if request.method not in SAFE:
        check_origin(request)
        wanted = session.csrf if session else request.cookies.get("waqai_pre", "")
        given = request.headers.get("x-csrf") or (form.get("csrf") if isinstance(form.get("csrf"), str) else "") or ""
        if not wanted or not hmac.compare_digest(wanted.encode(), given.encode()):
            raise Refused(403, "csrf")
    if account is not None and account.must_change and path not in ("/account", "/account/password", "/sign-out", "/language"):
        raise Refused(303, "/account")
    return c


def check_origin(request: Request) -> None:
    """A browser says where a form was filled in; elsewhere than here is refused.

    Raises:
        Refused: the origin is another site.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site not in (None, "same-origin", "none"):
        raise Refused(403, "csrf")
    if origin not in (None, "null") and urlsplit(origin or "").netloc != request.headers.get("host"):
        raise Refused(403, "csrf")
    if origin == "null" and site != "same-origin":
        raise Refused(403, "csrf")


def local(path: str) -> str:
    """A path of this desk to go to; anything that could lead elsewhere becomes the inbox."""
    parts = urlsplit(path)
    if not path.startswith("/") or path.startswith(("//", "/\\")) or parts.scheme or parts.netloc or any(ord(c) < 32 for c in path):
        return "/inbox"
    return path


def go(path: str) -> Response:
    """See other."""
    return RedirectResponse(local(path), status_code=303)


def json_answer(value: Any, status: int = 200) -> Response:
    """A small JSON answer to the desk's own script."""
    return JSONResponse(value, status_code=status)
