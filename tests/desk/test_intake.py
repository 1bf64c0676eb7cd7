"""A coder that breaks on a text: the text is kept, the others are coded, the person and the program are told, the next try codes it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from desk_site import Site
from test_api import ALL, key

from waqai.desk import intake
from waqai.model import CodedReport, Report
from waqai.pipeline import Coder

BAD = "قتل ثلاثة مدنيين بانفجار لغم في بلدة البصيرة يوم 21 تشرين الثاني 2025، وهذا النص يكسر القارئ."
GOOD = "قتل أربعة مدنيين بقصف مدفعي على مدينة الباب بريف حلب يوم السبت 22 تشرين الثاني 2025، وفق الدفاع المدني السوري."


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    class Breaking(Coder):
        def code(self, report: Report) -> CodedReport:
            if "يكسر" in report.text:
                raise ZeroDivisionError("division by zero")
            return super().code(report)

    monkeypatch.setattr(intake, "Coder", Breaking)
    return monkeypatch


def test_a_broken_upload_is_kept_and_the_others_are_coded(site: Site, breaking: pytest.MonkeyPatch) -> None:
    b = site.as_("the reviewer")
    files = [("file", ("a.txt", BAD.encode(), "text/plain")), ("file", ("b.txt", GOOD.encode(), "text/plain"))]
    r = b.client.post("/import?lang=en", files=files, headers={"X-CSRF": b.csrf})
    assert r.status_code == 200
    assert "the coder broke on it" in r.text
    assert "ZeroDivisionError" in r.text
    assert "division by zero" not in r.text  # what it said may hold words of the text
    kept = [(n, i) for n, i in site.desk.store.issues() if i.code == intake.NOT_CODED]
    assert len(kept) == 1
    assert site.desk.store.report(kept[0][0]).report.text == BAD  # type: ignore[union-attr, arg-type]
    assert any(x["event_type"] == "shelling" for x in site.claims())
    page = b.get(re.findall(r"/reports/[0-9a-f]{24}", r.text)[0] + "?lang=en").text
    assert "the coder broke on it" in page
    assert "data-add" in page
    # The next try with a coder that can: coded, no issue left.
    breaking.undo()
    r = b.client.post("/import", files=files[:1], headers={"X-CSRF": b.csrf})
    assert r.status_code == 200
    assert [i for _, i in site.desk.store.issues() if i.code == intake.NOT_CODED] == []
    assert site.desk.store.verify().ok


def test_the_api_keeps_the_report_and_says_so(site: Site, breaking: pytest.MonkeyPatch) -> None:
    c, h = site.client(), key(site, ALL, "internal")
    body: dict[str, Any] = {"id": "broken-1", "text": BAD, "published_at": "2025-11-23"}
    r = c.post("/api/v1/reports", json=body, headers=h)
    assert r.status_code == 201, r.text
    assert [i["code"] for i in r.json()["issues"]] == [intake.NOT_CODED]
    assert r.json()["claims"] == []
    assert c.get("/api/v1/reports/broken-1", headers=h).status_code == 200
    breaking.undo()
    r = c.post("/api/v1/reports", json=body, headers=h)
    assert (r.status_code, r.json()["issues"]) == (201, [])
    assert r.json()["claims"]
    assert c.post("/api/v1/reports", json=body, headers=h).status_code == 200
