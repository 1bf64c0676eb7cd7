"""Accounts of others, the audit trail, and reports brought in by hand."""

from __future__ import annotations

import json
import secrets
import tempfile
from pathlib import Path
from typing import Any

from starlette.responses import Response

from waqai.desk.config import table
from waqai.desk.core import Ctx, Refused, files, go
from waqai.desk.intake import take_in
from waqai.desk.people import ROLES
from waqai.desk.views import render
from waqai.errors import UsageError
from waqai.model import Report
from waqai.read import make_report, read_inputs
from waqai.store.rows import report_key


def people_page(c: Ctx, problem: str = "", made: tuple[str, str] | None = None, status: int = 200) -> Response:
    """All accounts; ``made`` is a name with the password to hand over, shown this once."""
    provider = c.desk.config.oidc.label if c.desk.config.oidc else ""
    return render(
        c, "people.html", status, accounts=c.desk.people.accounts(), roles=ROLES, problem=problem, made=made, provider=provider
    )  # fmt: skip


def page(c: Ctx) -> Response:
    """Show the accounts."""
    return people_page(c)


def create(c: Ctx) -> Response:
    """Add an account with a password to be changed at the first sign-in."""
    word = secrets.token_urlsafe(12)
    try:
        made = c.desk.people.create(c.field("name", 80), c.field("role", 12), word, c.user.name, must_change=True)
    except UsageError as e:
        return people_page(c, str(e), status=400)
    return people_page(c, made=(made.name, word))


def change(account_id: int, c: Ctx) -> Response:
    """Role, state, or a new first password."""
    what = c.field("what", 12)
    try:
        if what == "role":
            c.desk.people.change(account_id, c.user.name, role=c.field("role", 12))
        elif what in ("disable", "enable"):
            c.desk.people.change(account_id, c.user.name, disabled=what == "disable")
        elif what == "password":
            who = c.desk.people.account(account_id)
            if who is None:
                raise Refused(404, "not_found")
            word = secrets.token_urlsafe(12)
            c.desk.people.set_password(account_id, word, c.user.name, must_change=True)
            return people_page(c, made=(who.name, word))
        else:
            raise Refused(400, "bad_form")
    except UsageError as e:
        return people_page(c, str(e), status=400)
    return go("/people")


def audit(c: Ctx) -> Response:
    """The desk's trail: who signed in, whose role changed, what was brought in."""
    before = c.get("before")
    rows = c.desk.people.trail(100, int(before) if before.isdigit() and len(before) < 12 else None)
    rows = [{**r, "told": json.loads(r["detail"])} for r in rows]
    return render(c, "audit.html", rows=rows, whole=c.desk.people.trail_whole() if not before else None)


def import_page(c: Ctx, result: dict[str, Any] | None = None, status: int = 200) -> Response:
    """The form, and what the last import did."""
    return render(c, "import.html", status, result=result, suffixes=table("settings")["upload"]["suffixes"])


def import_form(c: Ctx) -> Response:
    """Show the form."""
    return import_page(c)


def bring_in(c: Ctx) -> Response:
    """Read, code, store and link what was sent. A file's name is told, and never used as a path."""
    wait = c.desk.uploads.take(c.user.name)
    if wait:
        raise Refused(429, "slow_down", wait)
    limits = table("settings")["upload"]
    given = [f for f in files(c.form, "file") if f.filename]
    text = c.form.get("text")
    if len(given) > limits["most_files"]:
        raise Refused(413, "too_long")
    read: list[Report] = []
    problems: list[tuple[str, str]] = []
    outlet, published = c.field("outlet", 200).strip() or None, c.field("published", 40).strip()
    with tempfile.TemporaryDirectory(prefix="waqai-") as folder:
        raw: dict[str, bytes] = {}
        for n, f in enumerate(given):
            name = (f.filename or "")[:200]
            suffix = "." + name.rpartition(".")[2].lower()
            if suffix not in limits["suffixes"]:
                problems.append((name, "suffix"))
                continue
            path = Path(folder) / f"{n:03d}{suffix}"
            body = f.file.read()
            path.write_bytes(body)
            for item in read_inputs([path], outlet=outlet):
                if isinstance(item, Report):
                    read.append(item)
                    if suffix not in (".json", ".jsonl"):
                        raw[item.id] = body
                else:
                    problems.append((name, item.issue.detail.replace(str(folder), "")))
        if isinstance(text, str) and text.strip():
            meta = {
                "title": c.field("title", 500).strip(),
                "outlet": outlet,
                "url": c.field("url", 2000).strip(),
                "published_at": published,
            }
            try:
                read.append(make_report(text.replace("\0", ""), path="form", meta={k: v for k, v in meta.items() if v}))
            except Exception as e:
                problems.append(("form", str(e)))
        taken = take_in(c.desk.store, [(r, raw.get(r.id)) for r in read])
    if any(x.claims is not None for x in taken):
        c.desk.relinker.ask("import")
        c.desk.people.audit(c.user.name, "import", f"{len(read)} reports", files=[(f.filename or "")[:200] for f in given])
    c.desk.work.sync(now=True)
    rows = [
        {"rid": report_key(x.report), "title": x.report.title or x.report.text[:80], "claims": x.claims, "issue": x.issue} for x in taken
    ]
    return import_page(c, {"reports": rows, "problems": problems}, 200 if rows else 422)


ROUTES = [
    ("GET", "/people", page),
    ("POST", "/people", create),
    ("POST", "/people/{account_id}", change),
    ("GET", "/audit", audit),
    ("GET", "/import", import_form),
    ("POST", "/import", bring_in),
]
