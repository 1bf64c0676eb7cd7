"""Who may do what: one line a route. A route that is not listed is refused to everybody.

``open`` needs no account; the other words are the least role that may pass. ``tests/desk/test_access.py`` walks the whole
table with every role, and fails when a route has no line here or a line no route.
"""

from __future__ import annotations

from waqai.desk.people import ROLES

ACCESS: dict[str, str] = {
    # signing in, and what the sign-in page is made of
    "GET /static/{name}": "open",
    "GET /sign-in": "open",
    "POST /sign-in": "open",
    "GET /oidc": "open",
    "GET /oidc/callback": "open",
    "POST /language": "open",
    "GET /healthz": "open",
    # looking
    "GET /": "reader",
    "GET /inbox": "reader",
    "GET /reports/{rid}": "reader",
    "GET /reports/{rid}/original": "reader",
    "GET /incidents": "reader",
    "GET /incidents/{incident_id}": "reader",
    "GET /claims/{claim_id}/history": "reader",
    "GET /map": "reader",
    "GET /map/points": "reader",
    "GET /search": "reader",
    "GET /tallies": "reader",
    "GET /dashboard": "reader",
    "GET /basemap.json": "reader",
    "GET /account": "reader",
    "POST /sign-out": "reader",
    "POST /account/password": "reader",
    "POST /account/preferences": "reader",
    "POST /account/tokens": "reader",
    "POST /account/tokens/{token_id}/revoke": "reader",
    "POST /views": "reader",
    "POST /views/{view_id}/delete": "reader",
    # deciding
    "POST /claims/{claim_id}/decide": "reviewer",
    "POST /claims/{claim_id}/draft": "reviewer",
    "POST /reports/{rid}/suggest": "reviewer",
    "POST /reports/{rid}/add": "reviewer",
    "POST /incidents/{incident_id}/decide": "reviewer",
    "POST /bulk": "reviewer",
    "POST /bulk/{batch_id}/undo": "reviewer",
    "GET /import": "reviewer",
    "POST /import": "reviewer",
    "GET /places": "reviewer",
    "GET /actors": "reviewer",
    "GET /quality/code": "reviewer",
    "POST /quality/code/{claim_id}": "reviewer",
    # letting out
    "GET /quality": "releaser",
    "GET /quality/gold": "releaser",
    "POST /incidents/{incident_id}/release": "releaser",
    "POST /incidents/{incident_id}/retract": "releaser",
    # people
    "GET /people": "admin",
    "POST /people": "admin",
    "POST /people/{account_id}": "admin",
    "GET /audit": "admin",
}  # fmt: skip

API_ACCESS: dict[str, str] = {
    "GET /openapi.json": "any",
    "POST /reports": "reports:write",
    "GET /reports/{report_id}": "claims:read",
    "GET /claims": "claims:read",
    "GET /claims/{claim_id}": "claims:read",
    "GET /incidents": "incidents:read",
    "GET /incidents/{incident_id}": "incidents:read",
}


def may(role: str | None, needed: str | None) -> bool:
    """Whether a role (``None``: not signed in) passes a line of the table (``None``: no line)."""
    if needed is None:
        return False
    if needed == "open":
        return True
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)
