"""Every route with every role: what is not in the table is refused, what is in it passes for the roles it names and no other."""

from __future__ import annotations

import pytest
from desk_site import Site

from waqai.desk.access import ACCESS, may
from waqai.desk.people import ROLES

PEOPLE = (None, *ROLES)
# Paths with parameters, filled with ids that exist nowhere: the guard answers before any of them is looked up.
FILLED = {
    "name": "desk.css",
    "rid": "0" * 24,
    "incident_id": "inone",
    "claim_id": "none",
    "view_id": "999",
    "batch_id": "none",
    "account_id": "999",
    "token_id": "999",
}


def path_of(template: str) -> str:
    return template.format_map(FILLED)


@pytest.mark.parametrize("line", sorted(ACCESS), ids=str)
def test_each_role_passes_exactly_where_the_table_says(shared: Site, line: str) -> None:
    method, template = line.split(" ", 1)
    for role in PEOPLE:
        allowed = may(role, ACCESS[line])
        if role is None:
            client = shared.client()
            r = client.request(method, path_of(template), headers={"X-Desk": "1"})
        else:
            b = shared.as_(f"the {role}")
            # Without its token a change is refused after the role was checked: nothing is changed by this walk.
            r = b.client.request(method, path_of(template), headers={"X-Desk": "1"})
        if not allowed:
            assert r.status_code == (401 if role is None else 403), (line, role, r.status_code)
            if role is not None:
                assert r.json()["error"] == "forbidden", (line, role)
        elif method == "GET":
            assert r.status_code in (200, 303, 404), (line, role, r.status_code)
        else:
            # The role passes; the missing token stops it.
            assert r.status_code == 403, (line, role, r.status_code)
            assert r.json()["error"] == "csrf"


def test_a_route_without_a_line_is_refused_to_everybody() -> None:
    for role in PEOPLE:
        assert not may(role, None)
    assert not may("nobody", "reader")


def test_unknown_addresses_tell_strangers_nothing(shared: Site) -> None:
    for path in ("/nope", "/people/1/secret", "/openapi.json", "/docs", "/redoc"):
        r = shared.client().get(path)
        assert r.status_code == 303
        assert r.headers["location"].startswith("/sign-in")


def test_roles_are_ordered() -> None:
    for line, needed in ACCESS.items():
        passing = [r for r in ROLES if may(r, needed)]
        assert passing == list(ROLES[len(ROLES) - len(passing) :]), line


def test_a_disabled_account_and_its_sessions_end(site: Site) -> None:
    b = site.as_("the reader")
    assert b.get("/inbox").status_code == 200
    who = next(a for a in site.desk.people.accounts() if a.name == "the reader")
    site.desk.people.change(who.id, "test", disabled=True)
    assert b.get("/inbox").status_code == 303


def test_the_last_admin_stays(site: Site) -> None:
    admin = next(a for a in site.desk.people.accounts() if a.role == "admin")
    r = site.as_("the admin").post(f"/people/{admin.id}", {"what": "role", "role": "reader"}, script=False)
    assert r.status_code == 400
    assert site.desk.people.account(admin.id).role == "admin"  # type: ignore[union-attr]
