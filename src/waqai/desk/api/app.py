"""``/api/v1``: reports in, claims and incidents out, for programs with a token. One error shape, one policy, one cursor."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, FastAPI, Header, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from waqai.desk.access import API_ACCESS
from waqai.desk.api import data
from waqai.desk.core import client_of
from waqai.desk.limits import Window
from waqai.desk.people import Token
from waqai.errors import WaqaiError

if TYPE_CHECKING:
    from waqai.desk.core import Desk

PREFIX = "/api/v1"


class Problem(Exception):  # noqa: N818  an answer, not a failure
    """An error in the one shape all errors have."""

    def __init__(self, status: int, code: str, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.wait = status, code, message, wait


class ErrorBody(BaseModel):
    """``code`` is stable; ``message`` says what to do."""

    code: str
    message: str


class Error(BaseModel):
    """Every answer that is not 2xx or 304."""

    error: ErrorBody


class ReportIn(BaseModel):
    """One report. ``text`` is kept byte-exact; the rest is optional."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=2_000_000)
    id: str | None = Field(default=None, max_length=200)
    title: str | None = Field(default=None, max_length=1000)
    outlet: str | None = Field(default=None, max_length=300)
    url: str | None = Field(default=None, max_length=2000)
    published_at: str | None = Field(default=None, max_length=40)


class ReportOut(BaseModel):
    """A report's head, and its claims as ``waqai.claims/1`` under the token's policy."""

    report: dict[str, Any]
    claims: list[dict[str, Any]]


class ReportMade(ReportOut):
    """A report just brought in; ``created`` is false when it was there already, ``issues`` say why it could not be coded."""

    created: bool
    issues: list[dict[str, Any]] = []


Word = Annotated[str | None, Field(max_length=200)]
Day = Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO day")]


class Asked(BaseModel):
    """A page of a list, and what to leave out."""

    cursor: Annotated[str | None, Field(max_length=200, description="`next` of the page before")] = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    event_type: Word = None
    perpetrator: Word = None
    area: Word = None
    date_from: Day = None
    date_to: Day = None

    def filters(self) -> dict[str, str | None]:
        """By the names of the store's columns."""
        return {
            "event_type": self.event_type, "perpetrator": self.perpetrator, "admin1": self.area, "first": self.date_from,
            "last": self.date_to,
        }  # fmt: skip


class Page(BaseModel):
    """``next`` is the cursor of the next page; ``null`` at the end."""

    data: list[dict[str, Any]]
    next: str | None


class One(BaseModel):
    """One object."""

    data: dict[str, Any]


ERRORS: dict[int | str, dict[str, Any]] = {
    n: {"model": Error, "description": d}
    for n, d in (
        (400, "A parameter or body is wrong"), (401, "No token, or not a valid one"), (403, "The token lacks the scope"),
        (404, "Not here, or not under the token's policy"), (413, "Too large"), (422, "The body or a parameter has the wrong shape"),
        (429, "Too many requests; see Retry-After"), (503, "The store is busy"),
    )
}  # fmt: skip
Ident = Annotated[str, Path(max_length=200)]


def create_api(desk: "Desk") -> FastAPI:
    """The API as an application of its own, with its own description."""
    app = FastAPI(
        title="Waqai API", version="1", docs_url=None, redoc_url=None, openapi_url=None, responses=ERRORS,
        description="Claims and incidents from Arabic conflict news. Send `Authorization: Bearer TOKEN`, made on your account page. "
        "Answers pass the disclosure policy of the token's profile.",
        servers=[{"url": PREFIX}],
    )  # fmt: skip
    app.state.desk = desk
    limit = Window(300, 60, desk.config.clock)
    strangers = Window(30, 60, desk.config.clock)

    def key(request: Request, authorization: Annotated[str | None, Header(max_length=300)] = None) -> Token:
        who = client_of(request, desk.config.proxy)
        wait = strangers.wait(who)
        if wait:
            raise Problem(429, "slow_down", "Too many wrong tokens from this address. Wait, then try again.", wait)
        kind, _, word = (authorization or "").partition(" ")
        token = desk.people.token(word.strip()) if kind.lower() == "bearer" and word else None
        if token is None:
            strangers.hit(who)
            raise Problem(401, "unauthorized", "Send a valid token: Authorization: Bearer TOKEN.")
        wait = limit.take(f"token:{token.id}")
        if wait:
            raise Problem(429, "slow_down", "Too many requests. Wait, then try again.", wait)
        path = request.scope["route"].path
        needed = API_ACCESS.get(f"{request.method} {path}")
        if needed is None or (needed != "any" and needed not in token.scopes):
            raise Problem(403, "forbidden", f"This token has no scope {needed!r}. Make one that has.")
        return token

    T = Annotated[Token, Depends(key)]  # noqa: N806  a type

    @app.get("/openapi.json", include_in_schema=False)
    def description(token: T) -> Response:
        return JSONResponse(app.openapi())

    @app.post("/reports", response_model=ReportMade, status_code=201, summary="Bring a report in")
    def add(body: ReportIn, token: T) -> Any:
        try:
            made = data.add_report(desk, token, body.model_dump())
        except (WaqaiError, ValueError) as e:
            raise Problem(400, "unreadable", str(e)) from e
        return JSONResponse(made, status_code=201 if made["created"] else 200)

    @app.get("/reports/{report_id}", response_model=ReportOut, summary="One report with its claims")
    def report(request: Request, report_id: Ident, token: T) -> Any:
        found = data.report(desk, token, report_id)
        if found is None:
            raise Problem(404, "not_found", "No such report under this token's policy.")
        return tagged(request, found)

    def listing(give: Callable[..., tuple[list[dict[str, Any]], int | None]]) -> Any:
        def answer(request: Request, token: T, asked: Annotated[Asked, Query()]) -> Any:
            rows, last = give(desk, token, after(asked.cursor), asked.limit, asked.filters())
            return tagged(request, {"data": rows, "next": seal(last)})

        return answer

    def single(give: Callable[..., dict[str, Any] | None], what: str) -> Any:
        def answer(request: Request, ident: Annotated[str, Path(max_length=200, alias=f"{what}_id")], token: T) -> Any:
            found = give(desk, token, ident)
            if found is None:
                raise Problem(404, "not_found", f"No such {what} under this token's policy.")
            return tagged(request, {"data": found})

        return answer

    for what, many, one in (("claim", data.claims, data.claim), ("incident", data.incidents, data.incident)):
        app.get(f"/{what}s", response_model=Page, summary=f"{what.title()}s, oldest arrival first", name=f"{what}s")(listing(many))
        app.get(f"/{what}s/{{{what}_id}}", response_model=One, summary=f"One {what}", name=what)(single(one, what))

    def problem(request: Request, e: Any) -> Response:
        headers = {"retry-after": str(int(e.wait) + 1)} if e.wait else {}
        if e.status == 401:
            headers["www-authenticate"] = "Bearer"
        return JSONResponse({"error": {"code": e.code, "message": e.message}}, e.status, headers)

    def http(request: Request, e: Any) -> Response:
        names = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
        body = {"error": {"code": names.get(e.status_code, "bad_request"), "message": str(e.detail)}}
        return JSONResponse(body, e.status_code, dict(e.headers or {}))

    def shape(request: Request, e: Any) -> Response:
        first = e.errors()[0]
        where = ".".join(str(x) for x in first.get("loc", ()))
        return JSONResponse({"error": {"code": "bad_shape", "message": f"{where}: {first.get('msg', 'wrong')}"}}, 422)

    def known(request: Request, e: Any) -> Response:
        return JSONResponse({"error": {"code": "busy", "message": "The store cannot answer now. Try again."}}, 503)

    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, shape)
    app.add_exception_handler(WaqaiError, known)
    return app


def tagged(request: Request, value: Any) -> Response:
    """The answer with its ETag; 304 when the client has it already."""
    answer = JSONResponse(value)
    etag = f'"{hashlib.sha256(bytes(answer.body)).hexdigest()[:24]}"'
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    told = [x.strip().removeprefix("W/") for x in request.headers.get("if-none-match", "").split(",")]
    if etag in told or "*" in told:
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer


_SECRET = hashlib.sha256(b"waqai-cursor-1").digest()


def seal(seq: int | None) -> str | None:
    """A cursor: opaque, and checked when it comes back (against mistakes; it hides nothing)."""
    if seq is None:
        return None
    body = str(seq).encode()
    return base64.urlsafe_b64encode(body + b"." + hmac.digest(_SECRET, body, "sha256")[:6]).decode().rstrip("=")


def after(cursor: str | None) -> int:
    """The row a cursor stands at.

    Raises:
        Problem: it is not one of ours.
    """
    if cursor is None:
        return 0
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        body, mark = raw[:-7], raw[-6:]
        if raw[-7:-6] == b"." and hmac.compare_digest(hmac.digest(_SECRET, body, "sha256")[:6], mark):
            return int(body)
    except (binascii.Error, ValueError):
        pass
    raise Problem(400, "bad_cursor", "This cursor is not one of ours. Begin again without it.")
