"""Requests made from the API's own description: whatever is asked, no 500 and no shape but the one told."""

from __future__ import annotations

import pytest
from desk_site import Site
from test_api import ALL, key

schemathesis = pytest.importorskip("schemathesis", reason="no schemathesis: pip install 'waqai[browser]'")


def test_no_request_of_the_description_breaks_the_api(shared: Site) -> None:
    from hypothesis import HealthCheck, Phase, given, settings

    headers = key(shared, ALL, "internal")
    description = shared.client().get("/api/v1/openapi.json", headers=headers).json()
    schema = schemathesis.openapi.from_dict(description)
    client = shared.client()
    asked = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @given(case=operation.as_strategy())
        @settings(
            max_examples=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case) -> None:  # type: ignore[no-untyped-def]
            nonlocal asked
            shared.desk.requests.forget("x")
            kw = case.as_transport_kwargs(base_url="http://testserver/api/v1")
            kw["headers"] = {**{k: v for k, v in (kw.get("headers") or {}).items() if k.lower() == "content-type"}, **headers}
            kw = {k: v for k, v in kw.items() if k in ("method", "url", "params", "headers", "json", "data", "content") and v is not None}
            r = client.request(**kw)
            asked += 1
            assert r.status_code < 500, (kw, r.text)
            if r.status_code >= 400:
                assert set(r.json()) == {"error"}

        ask()
    assert asked >= 100
