"""Attempts on the desk: forged forms, scripts in stored text, injected queries, paths that climb, sessions set beforehand, guesses."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser

import desk_sample
import pytest
from desk_site import PASSWORD, Site

from waqai.desk.shield import CSP, MAX_BODY


def rid_of(site: Site, report: str) -> str:
    import sqlalchemy as sa

    from waqai.store import schema as s
    from waqai.store.engine import reading

    with reading(site.desk.store.engine) as conn:
        return str(conn.execute(sa.select(s.report.c.rid).where(s.report.c.id == report)).scalar())


# Forged requests


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-CSRF": "guess"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_a_forged_form_changes_nothing(site: Site, headers: dict[str, str]) -> None:
    b = site.as_("the admin")
    claim = site.claims()[0]["id"]
    own = {} if "X-CSRF" in headers or not headers else {"X-CSRF": b.csrf}
    r = b.client.post(f"/claims/{claim}/decide", data={"action": "accept", "version": "0"}, headers={**own, **headers})
    assert r.status_code == 403
    assert site.desk.store.decisions() == []


def test_the_token_of_another_session_does_not_fit(site: Site) -> None:
    a, b = site.as_("the admin"), site.as_("the reviewer")
    r = a.client.post("/views", data={"name": "x", "csrf": b.csrf})
    assert r.status_code == 403


def test_json_bodies_are_not_forms(site: Site) -> None:
    b = site.as_("the admin")
    r = b.client.post("/views", json={"name": "x", "csrf": b.csrf}, headers={"X-CSRF": b.csrf})
    assert r.status_code == 415


# Scripts in stored text


class Elements(HTMLParser):
    """What a browser would make of a page: elements and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def hostile(html: str) -> list[tuple[str, dict[str, str | None]]]:
    p = Elements()
    p.feed(html)
    bad = []
    for tag, attrs in p.found:
        handler = any(a.startswith("on") for a in attrs)
        inline = tag == "script" and not (attrs.get("src", "") or "").startswith("/static/") and attrs.get("type") != "application/json"
        scheme = any((attrs.get(a) or "").lower().startswith(("javascript:", "data:")) for a in ("href", "src", "action"))
        if handler or inline or scheme or "style" in attrs or (tag in ("img", "iframe", "object", "embed") and "src" in attrs):
            bad.append((tag, attrs))
    return bad


def test_text_title_outlet_and_url_are_never_markup(shared: Site) -> None:
    b = shared.as_("the admin")
    rid = rid_of(shared, "r4")
    row = next(r for r in shared.claims() if r["rid"] == rid)
    pages = [
        "/inbox", "/inbox?state=all&q=" + desk_sample.XSS, f"/reports/{rid}", f"/incidents/{row['incident']}", "/incidents", "/map", "/dashboard",
        "/search?q=اعتقلت", "/search?q=" + desk_sample.XSS, f"/claims/{row['id']}/history", "/quality/code", "/tallies",
        "/inbox?outlet=" + desk_sample.XSS, '/inbox?area="><script>alert(1)</script>', "/incidents?actor=" + desk_sample.XSS,
    ]  # fmt: skip
    for lang in ("ar", "en"):
        for page in pages:
            r = b.get(page + ("&" if "?" in page else "?") + f"lang={lang}")
            assert r.status_code == 200, page
            assert hostile(r.text) == [], page
    report = b.get(f"/reports/{rid}").text
    assert "javascript:alert(3)" in report  # told, not linked
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in report


def test_names_and_reasons_of_people_are_never_markup(site: Site) -> None:
    b = site.as_("the reviewer")
    row = site.claims()[0]
    b.post(f"/claims/{row['id']}/decide", {"action": "reject", "version": "0", "why": desk_sample.XSS})
    b.post("/views", {"name": desk_sample.XSS, "query": 'q="><script>alert(1)</script>'})
    for page in ("/inbox", f"/reports/{row['rid']}?claim={row['id']}", f"/claims/{row['id']}/history"):
        r = b.get(page)
        assert r.status_code == 200
        assert hostile(r.text) == []


def test_data_blocks_cannot_be_closed_from_inside(shared: Site) -> None:
    html = shared.as_("the reader").get(f"/reports/{rid_of(shared, 'r4')}").text
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, flags=re.S)
    assert blocks
    assert all("<" not in b for b in blocks)


# Queries, paths, uploads


@pytest.mark.parametrize(
    "q",
    [
        "' OR 1=1 --",
        '" OR ""="',
        "x'); DROP TABLE desk_work;--",
        "a* OR b",
        "NEAR(a b)",
        'keys:"x"',
        "\\",
        "%",
        "a" * 5000,
        "\ufffd\u202e",
        "١٢٣",
    ],
)
def test_search_takes_any_text_as_words(shared: Site, q: str) -> None:
    b = shared.as_("the reader")
    for path in ("/search", "/inbox"):
        assert b.client.get(path, params={"q": q}).status_code == 200
    for name in ("outlet", "actor", "type", "area", "state", "sort", "flag", "first", "last", "page"):
        assert b.client.get("/inbox", params={name: q}).status_code == 200
        assert b.client.get("/incidents", params={name: q}).status_code == 200
    assert len(shared.claims()) > 5


@pytest.mark.parametrize(
    "name", ["../../config.py", "..%2f..%2fconfig.py", "%2e%2e/people.py", "desk.css/../../people.py", "/etc/passwd", ""]
)
def test_no_path_leads_out_of_the_static_files(shared: Site, name: str) -> None:
    r = shared.as_("the reader").client.get(f"/static/{name}")
    assert r.status_code in (303, 404)
    assert "argon2" not in r.text


@pytest.mark.parametrize(
    "name", ["../../../tmp/waqai-evil.txt", "/tmp/waqai-evil.txt", "..\\..\\waqai-evil.txt", "a\0b.txt", "x" * 300 + ".txt"]
)
def test_the_name_of_an_upload_is_no_path(site: Site, name: str) -> None:
    from pathlib import Path

    b = site.as_("the reviewer")
    text = "قتل مدني برصاص مسلحين مجهولين في مدينة الرقة يوم 21 تشرين الثاني 2025."
    r = b.client.post("/import", files={"file": (name, text.encode(), "text/plain")}, headers={"X-CSRF": b.csrf})
    assert r.status_code in (200, 400, 422)
    assert not Path("/tmp/waqai-evil.txt").exists()
    assert hostile(r.text) == []


def test_uploads_of_other_kinds_are_refused(site: Site) -> None:
    b = site.as_("the reviewer")
    r = b.client.post("/import", files={"file": ("<img src=x onerror=alert(1)>.exe", b"MZ", "application/x")}, headers={"X-CSRF": b.csrf})
    assert r.status_code == 422
    assert hostile(r.text) == []


def test_originals_are_saved_not_shown(shared: Site) -> None:
    r = shared.as_("the reader").get(f"/reports/{rid_of(shared, 'r4')}/original")
    assert r.headers["content-disposition"].startswith("attachment")
    assert r.headers["content-type"] == "application/octet-stream"
    assert r.headers["x-content-type-options"] == "nosniff"
    assert desk_sample.XSS in r.content.decode()


def test_a_body_too_large_is_refused(shared: Site) -> None:
    b = shared.as_("the reviewer")
    r = b.client.post("/import", content=b"x", headers={"X-CSRF": b.csrf, "Content-Length": str(MAX_BODY + 1)})
    assert r.status_code == 413


def test_redirects_stay_here(shared: Site) -> None:
    b = shared.as_("the reader")
    for there in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1"):
        r = b.post("/language", {"lang": "ar", "next": there}, script=False)
        assert r.headers["location"] == "/inbox", there
        r = b.client.get("/sign-in", params={"next": there})
        assert r.headers["location"] == "/inbox", there


# Signing in


def sign_in(site: Site, name: str, password: str, client=None):  # type: ignore[no-untyped-def]
    client = client or site.client()
    page = client.get("/sign-in")
    csrf = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert csrf
    return client, client.post("/sign-in", data={"name": name, "password": password, "csrf": csrf[1], "next": "/inbox"})


def test_signing_in_gives_a_new_session_whatever_was_there(site: Site) -> None:
    client = site.client()
    client.cookies.set(site.desk.cookie, "chosen-by-an-attacker")
    client, r = sign_in(site, "the reviewer", PASSWORD, client)
    assert r.status_code == 303
    word = r.cookies[site.desk.cookie]
    assert word != "chosen-by-an-attacker"
    assert len(word) >= 43
    first = client.get("/inbox")
    assert first.status_code == 200
    # Signing in again ends the session before.
    other = site.client()
    other.cookies.set(site.desk.cookie, word)
    assert other.get("/inbox").status_code == 200
    b = site.desk.people.session(word)
    assert b is not None
    site.desk.people.end(b.hash)
    assert other.get("/inbox").status_code == 303


def test_cookies_are_kept_from_scripts_and_other_sites(site: Site, made, tmp_path) -> None:  # type: ignore[no-untyped-def]
    _, r = sign_in(site, "the reviewer", PASSWORD)
    told = next(h for h in r.headers.get_list("set-cookie") if h.startswith("waqai="))
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    import shutil

    folder = tmp_path / "https"
    folder.mkdir()
    shutil.copy(made / "store.sqlite", folder / "store.sqlite")
    safe = Site(folder, secure=True)
    from starlette.testclient import TestClient

    _, r = sign_in(safe, "the reviewer", PASSWORD, TestClient(safe.app, base_url="https://testserver", follow_redirects=False))
    told = next(h for h in r.headers.get_list("set-cookie") if h.startswith("__Host-waqai="))
    assert "Secure" in told
    assert "strict-transport-security" in r.headers
    safe.desk.close()


def test_guesses_are_limited_by_name_and_told_alike(site: Site) -> None:
    texts = set()
    for n in range(5):
        _, r = sign_in(site, "the admin" if n % 2 else "nobody at all", "wrong password!")
        assert r.status_code == 401
        texts.add(re.sub(r'value="[^"]*"|content="[^"]*"', "", r.text))
    assert len(texts) == 1
    for _ in range(3):
        sign_in(site, "the admin", "wrong password!")
    _, r = sign_in(site, "the admin", PASSWORD)
    assert r.status_code == 429
    assert int(r.headers["retry-after"]) > 60
    # The limit also holds for names in other letters, and ends by itself.
    _, r = sign_in(site, "THE ADMIN ", PASSWORD)
    assert r.status_code == 429
    site.clock.now += timedelta(minutes=16)
    _, r = sign_in(site, "the admin", PASSWORD)
    assert r.status_code == 303


def test_guesses_are_limited_by_address(site: Site) -> None:
    codes = [sign_in(site, f"name {n}", "wrong password!")[1].status_code for n in range(32)]
    assert codes[:30] == [401] * 30
    assert codes[31] == 429


def test_sessions_end_by_themselves(site: Site) -> None:
    b = site.as_("the reader")
    assert b.get("/inbox").status_code == 200
    site.clock.now += timedelta(hours=11)
    assert b.get("/inbox").status_code == 303
    b = site.as_("the reader")
    for _ in range(20):
        site.clock.now += timedelta(hours=9)
        last = b.get("/inbox").status_code
    assert last == 303


def test_a_new_password_ends_every_session_and_must_be_good(site: Site) -> None:
    a, b = site.as_("the reviewer"), site.as_("the reviewer")
    for weak in ("short", "aaaaaaaaaaaaaaaa", "the reviewer 12345"):
        assert a.post("/account/password", {"old": PASSWORD, "new": weak}, script=False).status_code == 400
    assert a.post("/account/password", {"old": "not it at all", "new": "seven red trains"}, script=False).status_code == 400
    r = a.post("/account/password", {"old": PASSWORD, "new": "seven red trains"}, script=False)
    assert r.status_code == 303
    assert b.get("/inbox").status_code == 303
    assert a.get("/inbox").status_code == 200  # the new cookie


def test_a_first_password_must_be_changed(site: Site) -> None:
    site.desk.people.create("new one", "reviewer", PASSWORD, "test", must_change=True)
    b = site.as_("new one")
    r = b.get("/inbox")
    assert (r.status_code, r.headers["location"]) == (303, "/account")
    assert b.get("/account").status_code == 200


def test_what_is_stored_signs_nobody_in(site: Site) -> None:
    word, _ = site.desk.people.start(site.desk.people.accounts()[0])
    raw = b"".join(p.read_bytes() for p in site.folder.iterdir())
    assert word.encode() not in raw
    assert PASSWORD.encode() not in raw
    assert b"$argon2id$" in raw


# Around every answer


def test_every_answer_carries_its_headers(shared: Site) -> None:
    b = shared.as_("the reader")
    for path in ("/inbox", "/sign-in", "/nope", "/static/desk.js", "/map/points", "/api/v1/claims"):
        h = b.get(path).headers
        assert h["content-security-policy"] == CSP, path
        assert h["x-content-type-options"] == "nosniff"
        assert h["x-frame-options"] == "DENY"
        assert "cache-control" in h
    assert "unsafe" not in CSP
    assert b.get("/inbox").headers["cache-control"] == "no-store"


def test_other_host_names_are_refused(shared: Site) -> None:
    for host in ("evil.example", "testserver.evil.example", "", "127.0.0.1.nip.io"):
        assert shared.client().get("/sign-in", headers={"Host": host}).status_code == 421


def test_too_many_requests_wait(site: Site) -> None:
    site.desk.requests.most = 5
    b = site.as_("the reader")
    codes = [b.get("/account").status_code for _ in range(7)]
    assert codes[:5] == [200] * 5
    assert codes[6] == 429


def test_the_audit_trail_shows_tampering(site: Site) -> None:
    from waqai.desk import tables as t

    assert site.desk.people.trail_whole()
    with t.changing(site.desk.engine) as c:
        c.execute(t.audit.update().where(t.audit.c.seq == 2).values(who="somebody else"))
    assert not site.desk.people.trail_whole()
