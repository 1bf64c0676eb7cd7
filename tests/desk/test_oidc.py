"""Signing in through an OpenID Connect provider on this machine: who comes in, as what, and every answer that must not be believed."""

from __future__ import annotations

import builtins
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_site import PASSWORD, Site
from test_security import sign_in
from typer.testing import CliRunner

from waqai.desk.config import Oidc
from waqai.desk.oidc import Provider
from waqai.errors import UsageError

requests = pytest.importorskip("requests", reason="no OpenID Connect: pip install 'waqai[oidc]'")
pytest.importorskip("authlib", reason="no OpenID Connect: pip install 'waqai[oidc]'")

from oidc_provider import CLIENT, SECRET, FakeProvider  # noqa: E402  after the skip


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    p = FakeProvider()
    yield p
    p.stop()


def made_site(made: Path, folder: Path, provider: FakeProvider, new_role: str | None = None) -> Site:
    shutil.copy(made / "store.sqlite", folder / "store.sqlite")
    return Site(folder, oidc=Oidc(provider.issuer, CLIENT, SECRET, "Example", new_role))


@pytest.fixture
def site(made: Path, tmp_path: Path, provider: FakeProvider) -> Iterator[Site]:
    s = made_site(made, tmp_path, provider)
    yield s
    s.desk.close()


def there_and_back(client: Any, path: str = "/oidc?next=/incidents") -> Any:
    r = client.get(path)
    assert r.status_code == 303
    back = requests.get(r.headers["location"], allow_redirects=False, timeout=5).headers["Location"]
    assert back.startswith("http://testserver/oidc/callback?")
    return client.get(back.removeprefix("http://testserver"))


def test_the_sign_in_page_offers_the_provider_only_when_there_is_one(site: Site, shared: Site) -> None:
    assert "/oidc?next" in site.client().get("/sign-in").text
    assert "/oidc" not in shared.client().get("/sign-in").text
    assert shared.client().get("/oidc").status_code == 404


def test_a_person_an_admin_named_comes_in_with_the_role_given(site: Site, provider: FakeProvider) -> None:
    site.desk.people.create("Salma@example.org", "releaser", PASSWORD, "test", must_change=True)
    client = site.client()
    r = there_and_back(client)
    assert (r.status_code, r.headers["location"]) == (303, "/incidents")
    assert client.get("/incidents").status_code == 200
    assert client.get("/quality").status_code == 200
    assert client.get("/people").status_code == 403
    # Known by issuer and subject from now on: another address changes nothing, and the first password is over.
    provider.who["email"] = "other@example.org"
    assert there_and_back(site.client()).status_code == 303
    assert sign_in(site, "salma@example.org", PASSWORD)[1].status_code == 401
    told = [x["action"] for x in site.desk.people.trail()]
    assert "identity.bind" in told
    assert site.desk.people.trail_whole()


@pytest.mark.parametrize(
    "who",
    [
        {"sub": "u-2", "email": "stranger@example.org", "email_verified": True},
        {"sub": "u-2", "email": "salma@example.org", "email_verified": False},
        {"sub": "u-2", "email": "salma@example.org"},
        {"sub": "u-2", "email": "salma@example.org", "email_verified": "true"},
        {"sub": "u-2"},
    ],
    ids=["unknown", "not verified", "silent", "as text", "no address"],
)
def test_nobody_else_comes_in(site: Site, provider: FakeProvider, who: dict[str, Any]) -> None:
    site.desk.people.create("salma@example.org", "admin", PASSWORD, "test")
    provider.who = who
    client = site.client()
    r = there_and_back(client)
    assert r.status_code == 403
    assert client.get("/inbox").status_code == 303
    assert site.desk.people.trail()[0]["action"] == "identity.refused"


def test_an_account_belongs_to_one_identity(site: Site, provider: FakeProvider) -> None:
    site.desk.people.create("salma@example.org", "reviewer", PASSWORD, "test")
    assert there_and_back(site.client()).status_code == 303
    provider.who["sub"] = "u-9"
    assert there_and_back(site.client()).status_code == 403


def test_a_disabled_account_stays_out(site: Site) -> None:
    a = site.desk.people.create("salma@example.org", "reviewer", PASSWORD, "test")
    assert there_and_back(site.client()).status_code == 303
    site.desk.people.change(a.id, "test", disabled=True)
    assert there_and_back(site.client()).status_code == 403


def test_new_people_become_readers_when_the_desk_says_so(made: Path, tmp_path: Path, provider: FakeProvider) -> None:
    s = made_site(made, tmp_path, provider, "reader")
    client = s.client()
    assert there_and_back(client).status_code == 303
    assert client.get("/inbox").status_code == 200
    assert client.get("/import").status_code == 403
    assert [a.role for a in s.desk.people.accounts() if a.name == "salma@example.org"] == ["reader"]
    s.desk.close()


CHEATS = ("expired", "audience", "issuer", "nonce", "no nonce", "signature", "unsigned", "shared secret", "no token")


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_token_that_does_not_hold_signs_nobody_in(site: Site, provider: FakeProvider, cheat: str) -> None:
    site.desk.people.create("salma@example.org", "admin", PASSWORD, "test")
    provider.cheat = cheat
    client = site.client()
    r = there_and_back(client)
    assert r.status_code == 401
    assert site.desk.cookie not in r.cookies
    assert client.get("/inbox").status_code == 303


def test_a_provider_under_another_name_is_not_used(site: Site, provider: FakeProvider) -> None:
    provider.cheat = "description"
    assert site.client().get("/oidc").status_code == 401


def test_an_answer_fits_one_browser_once(site: Site) -> None:
    site.desk.people.create("salma@example.org", "reviewer", PASSWORD, "test")
    victim, attacker = site.client(), site.client()
    asked = attacker.get("/oidc").headers["location"]
    back = requests.get(asked, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://testserver")
    # The attacker's answer in the victim's browser would sign the victim in as the attacker.
    assert victim.get(back).status_code == 401
    assert attacker.get(back).status_code == 401  # a state is good for one answer
    assert there_and_back(attacker).status_code == 303
    for path in ("/oidc/callback", "/oidc/callback?state=x&code=y", "/oidc/callback?state=&code="):
        assert site.client().get(path).status_code == 401


def test_wrong_answers_are_limited_and_the_way_back_stays_here(site: Site) -> None:
    site.desk.people.create("salma@example.org", "reviewer", PASSWORD, "test")
    for there in ("https://evil.example/", "//evil.example", "javascript:alert(1)"):
        r = there_and_back(site.client(), f"/oidc?next={there}")
        assert r.headers["location"] == "/inbox"
    codes = [site.client().get("/oidc/callback?state=x&code=y").status_code for _ in range(32)]
    assert codes[0] == 401
    assert codes[-1] == 429


def test_the_session_is_new(site: Site) -> None:
    site.desk.people.create("salma@example.org", "reviewer", PASSWORD, "test")
    client = site.client()
    client.cookies.set(site.desk.cookie, "chosen-by-an-attacker")
    r = there_and_back(client)
    assert r.cookies[site.desk.cookie] != "chosen-by-an-attacker"
    assert len(r.cookies[site.desk.cookie]) >= 43


def test_a_missing_extra_is_told_with_its_install_line(monkeypatch: pytest.MonkeyPatch, made: Path) -> None:
    real = builtins.__import__

    def without(name: str, *a: Any, **k: Any) -> Any:
        if name.startswith("authlib"):
            raise ModuleNotFoundError("No module named 'authlib'", name="authlib")
        return real(name, *a, **k)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"needs authlib. Install it with: pip install 'waqai\[desk,oidc\]'"):
        Provider(Oidc("https://login.example.org", "desk"))
    from waqai.cli.app import app

    r = CliRunner().invoke(app, ["serve", str(made / "store.sqlite"), "--oidc", "https://login.example.org"])
    assert r.exit_code != 0
    assert "waqai[desk,oidc]" in str(r.exception) + r.output


@pytest.mark.parametrize("issuer", ["http://login.example.org", "ftp://x", "login.example.org"])
def test_a_provider_without_https_is_refused(issuer: str) -> None:
    with pytest.raises(UsageError, match="https"):
        Provider(Oidc(issuer, "desk"))
