"""The REST API: scopes, pages by cursor, ETags, one error shape, the disclosure policy."""

from __future__ import annotations

from typing import Any

import pytest
from desk_site import Site


def key(site: Site, scopes: list[str], profile: str = "partner", who: str = "the admin") -> dict[str, str]:
    account = next(a for a in site.desk.people.accounts() if a.name == who)
    return {"Authorization": f"Bearer {site.desk.people.give_token(account, 't', scopes, profile)}"}


ALL = ["claims:read", "incidents:read", "reports:write"]
PATHS = ("/claims", "/incidents", "/claims/none", "/incidents/none", "/reports/none", "/openapi.json")


@pytest.mark.parametrize("path", PATHS)
def test_no_token_no_answer(shared: Site, path: str) -> None:
    c = shared.as_("the admin").client  # a session is no key
    r = c.get(f"/api/v1{path}")
    assert r.status_code == 401
    assert r.json()["error"]["code"] == "unauthorized"
    assert r.headers["www-authenticate"] == "Bearer"


def test_scopes_are_kept_apart(shared: Site) -> None:
    c = shared.client()
    claims, incidents = key(shared, ["claims:read"]), key(shared, ["incidents:read"])
    assert c.get("/api/v1/claims", headers=claims).status_code == 200
    assert c.get("/api/v1/incidents", headers=claims).status_code == 403
    assert c.get("/api/v1/claims", headers=incidents).status_code == 403
    assert c.post("/api/v1/reports", json={"text": "x"}, headers=claims).json()["error"]["code"] == "forbidden"


def test_cursors_walk_through_everything_once(shared: Site) -> None:
    c, h = shared.client(), key(shared, ALL, "internal")
    for what in ("claims", "incidents"):
        whole = c.get(f"/api/v1/{what}?limit=200", headers=h).json()
        assert whole["next"] is None
        seen: list[str] = []
        cursor = ""
        while True:
            page = c.get(f"/api/v1/{what}?limit=2{cursor}", headers=h).json()
            assert len(page["data"]) <= 2
            seen += [x["id"] for x in page["data"]]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert seen == [x["id"] for x in whole["data"]]
        assert len(set(seen)) == len(seen) > 3


def test_etags_save_a_second_answer(shared: Site) -> None:
    c, h = shared.client(), key(shared, ALL)
    r = c.get("/api/v1/incidents", headers=h)
    again = c.get("/api/v1/incidents", headers={**h, "If-None-Match": r.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims?limit=0", 422), ("/claims?limit=999", 422), ("/claims?cursor=zzz", 400), ("/claims?cursor=%00", 400),
        ("/claims?date_from=yesterday", 422), ("/nothing", 404), ("/claims/none", 404), ("/incidents/none", 404), ("/reports/none", 404),
    ],
)  # fmt: skip
def test_errors_have_one_shape(shared: Site, path: str, status: int) -> None:
    r = shared.client().get(f"/api/v1{path}", headers=key(shared, ALL))
    assert r.status_code == status
    body = r.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}


def test_the_public_sees_only_what_was_released(site: Site) -> None:
    c, public, inside = site.client(), key(site, ALL, "public"), key(site, ALL, "internal")
    assert c.get("/api/v1/incidents", headers=public).json()["data"] == []
    assert c.get("/api/v1/claims", headers=public).json()["data"] == []
    rows = [r for r in site.claims() if r["event_type"] == "ied"]
    incident = rows[0]["incident"]
    assert c.get(f"/api/v1/incidents/{incident}", headers=public).status_code == 404
    assert c.get(f"/api/v1/incidents/{incident}", headers=inside).status_code == 200
    for r in rows:
        site.as_("the reviewer").post(f"/claims/{r['id']}/decide", {"action": "accept", "version": "0"})
    site.as_("the releaser").post(f"/incidents/{incident}/release", {"version": "0"}, script=False)
    (found,) = c.get("/api/v1/incidents", headers=public).json()["data"]
    assert found["id"] == incident
    assert found["state"] == "released"
    assert found["place"]["lat"] == round(found["place"]["lat"], 2)
    assert {x["id"] for x in c.get("/api/v1/claims", headers=public).json()["data"]} == {r["id"] for r in rows}
    # Spans point into a text that stays in the house.
    assert all(v["claim"]["evidence"] == {} for v in found["versions"])
    site.as_("the releaser").post(f"/incidents/{incident}/retract", {"version": "1", "why": "خطأ"}, script=False)
    assert c.get("/api/v1/incidents", headers=public).json()["data"] == []


def test_rejected_claims_do_not_leave(site: Site) -> None:
    c, h = site.client(), key(site, ALL, "internal")
    row = site.claims()[0]
    site.as_("the reviewer").post(f"/claims/{row['id']}/decide", {"action": "not_event", "why": "خلفية", "version": "0"})
    assert row["id"] not in {x["id"] for x in c.get("/api/v1/claims?limit=200", headers=h).json()["data"]}
    assert c.get(f"/api/v1/claims/{row['id']}", headers=h).status_code == 404


def test_reports_come_in_once(site: Site) -> None:
    c, h = site.client(), key(site, ALL, "internal")
    body: dict[str, Any] = {
        "id": "api-1", "outlet": "شبكة الفرات", "published_at": "2025-11-23",
        "text": "قتل أربعة مدنيين بقصف مدفعي على مدينة الباب بريف حلب يوم السبت، وفق الدفاع المدني السوري.",
    }  # fmt: skip
    r = c.post("/api/v1/reports", json=body, headers=h)
    assert r.status_code == 201, r.text
    assert r.json()["created"]
    assert r.json()["claims"]
    assert c.post("/api/v1/reports", json=body, headers=h).status_code == 200
    assert c.get("/api/v1/reports/api-1", headers=h).json()["report"]["id"] == "api-1"
    for bad in ({"text": ""}, {"text": "english only text here"}, {"nothing": 1}, {"text": "نص", "extra": 1}):
        assert c.post("/api/v1/reports", json=bad, headers=h).status_code in (400, 422)


def test_revoked_keys_and_lowered_roles_lose_their_rights(site: Site) -> None:
    c, h = site.client(), key(site, ALL, "partner", "the reviewer")
    who = next(a for a in site.desk.people.accounts() if a.name == "the reviewer")
    site.desk.people.change(who.id, "test", role="reader")
    assert c.post("/api/v1/reports", json={"text": "x"}, headers=h).status_code == 403
    assert c.get("/api/v1/claims", headers=h).status_code == 200
    site.desk.people.revoke(site.desk.people.tokens(who.id)[0]["id"], who)
    assert c.get("/api/v1/claims", headers=h).status_code == 401


def test_keys_are_no_stronger_than_their_owner(site: Site) -> None:
    b = site.as_("the reader")
    assert b.post("/account/tokens", {"name": "x", "scope": ["reports:write"], "profile": "public"}, script=False).status_code == 400
    assert b.post("/account/tokens", {"name": "x", "scope": ["claims:read"], "profile": "internal"}, script=False).status_code == 400
    assert "wq_" in b.post("/account/tokens", {"name": "x", "scope": ["claims:read"], "profile": "public"}, script=False).text


def test_wrong_tokens_are_limited(site: Site) -> None:
    c = site.client()
    codes = [c.get("/api/v1/claims", headers={"Authorization": f"Bearer wq_{n}"}).status_code for n in range(33)]
    assert codes[0] == 401
    assert codes[-1] == 429


def test_the_description_names_every_route(shared: Site) -> None:
    from waqai.desk.access import API_ACCESS

    d = shared.client().get("/api/v1/openapi.json", headers=key(shared, ALL)).json()
    told = {f"{m.upper()} {p}" for p, ms in d["paths"].items() for m in ms}
    assert told | {"GET /openapi.json"} == set(API_ACCESS)
