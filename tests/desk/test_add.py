"""An event the machine missed: added from selected words, kept beside the machine's claims, linked, exported, and safe from re-coding."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import desk_sample
import pytest
from desk_site import Site
from test_security import rid_of

from waqai.pipeline import Coder
from waqai.store.added import BY_PERSON

TEXT = next(r[5] for r in desk_sample.REPORTS if r[0] == "r5")
WORDS = "خطفوا راعيين"


def span(words: str, text: str = TEXT) -> list[int]:
    a = text.index(words)
    return [a, a + len(words)]


def values(**more: Any) -> str:
    given = {
        "event_type": "looting_or_property_destruction", "perpetrator": {"name_en": "unknown gunmen", "text": "مسلحين مجهولين"},
        "captured": {"low": 2, "best": 2, "high": 2, "text": "راعيين"}, "place": {"text": "بادية السخنة"},
        "evidence": {"trigger": [span(WORDS)], "captured": [span("راعيين")], "place": [span("بادية السخنة")]}, **more,
    }  # fmt: skip
    return json.dumps(given, ensure_ascii=False)


def add(site: Site, who: str = "the reviewer", **more: Any) -> Any:
    return site.as_(who).post(f"/reports/{rid_of(site, 'r5')}/add", {"values": values(**more), "why": "لم تقرأه الآلة"})


def test_an_added_event_is_a_claim_with_its_words_and_author(site: Site) -> None:
    before = len(site.claims())
    r = add(site)
    assert r.status_code == 201, r.text
    claim = site.desk.store.claim(r.json()["id"])
    assert claim is not None
    assert claim.trigger == WORDS
    assert [TEXT[a:b] for a, b in claim.evidence["captured"]] == ["راعيين"]
    assert (claim.rule, claim.claimant.name_en, claim.modality) == ("person", "outlet/correspondent", "reported")
    assert claim.captured is not None
    assert claim.captured.low == 2
    assert claim.incident_id
    (d,) = site.desk.store.decisions(claim.id)
    assert (d.action, d.who, d.why) == ("add", "the reviewer", "لم تقرأه الآلة")
    row = next(x for x in site.claims() if x["id"] == claim.id)
    assert (row["state"], row["by"], len(site.claims())) == ("accepted", "the reviewer", before + 1)
    assert next(x["action"] for x in site.desk.people.trail()) == "claim.add"
    assert site.desk.store.verify().ok


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"evidence": {}}, "trigger"),
        ({"evidence": {"place": [[0, 4]]}}, "trigger"),
        ({"evidence": {"trigger": [[0, 10**6]]}}, "evidence"),
        ({"event_type": "nonsense"}, "event_type"),
        ({"captured": {"low": 3, "best": 2, "high": 1}}, "captured"),
    ],
)
def test_an_event_without_words_or_with_wrong_values_is_refused(site: Site, more: dict[str, Any], field: str) -> None:
    before = len(site.claims())
    r = add(site, **more)
    assert (r.status_code, r.json()) == (422, {"error": "field", "field": field})
    assert len(site.claims()) == before
    assert site.desk.store.decisions() == []


def test_the_same_event_is_added_once_and_readers_add_none(site: Site) -> None:
    assert add(site, "the reader").status_code == 403
    assert add(site).status_code == 201
    r = add(site, "second reviewer")
    assert (r.status_code, r.json()) == (409, {"error": "known"})


def test_an_added_event_can_be_judged_like_any_other(site: Site) -> None:
    claim = add(site).json()["id"]
    b = site.as_("second reviewer")
    r = b.post(
        f"/claims/{claim}/decide", {"action": "amend", "version": "1", "values": json.dumps({"captured": {"low": 3, "best": 3, "high": 3}})}
    )
    assert r.status_code == 200, r.text
    kept = next(c for c in site.desk.store.claims(reviewed=True) if c.id == claim)
    assert kept.captured is not None
    assert kept.captured.high == 3
    assert b.post(f"/claims/{claim}/decide", {"action": "reject", "version": "2", "why": "مكرر"}).status_code == 200
    assert claim not in {c.id for c in site.desk.store.claims(reviewed=True)}
    html = b.get(f"/reports/{rid_of(site, 'r5')}?claim={claim}&lang=en").text
    assert "Rejected" in html
    assert site.desk.store.verify().ok


def test_an_added_event_outlives_a_new_coding_and_ends_with_an_edited_text(site: Site) -> None:
    claim = add(site).json()["id"]
    store = site.desk.store
    again = Coder().code(desk_sample.report(next(r for r in desk_sample.REPORTS if r[0] == "r5")))
    store.put_coded(
        again, store.start_run("a later method"), None, desk_sample.report(next(r for r in desk_sample.REPORTS if r[0] == "r5"))
    )
    assert store.claim(claim) is not None
    assert claim in {x["id"] for x in site.claims()}
    assert claim in {c.id for r in store.coded_reports() for c in r.claims}
    assert store.verify().ok
    edited = desk_sample.report(("r5", "جثتان متفحمتان", "شبكة الفرات", None, "2025-11-24", TEXT + " وأضاف السكان أن الراعيين عادا."))  # type: ignore[arg-type]
    store.put_coded(Coder().code(edited), store.start_run("a later method"), None, edited)
    assert store.claim(claim) is None
    assert claim not in {x["id"] for x in site.claims()}
    assert [v.ended_why for v in store.history(claim)] == ["report edited"]
    assert store.verify().ok


def test_the_work_list_made_anew_holds_added_events(site: Site) -> None:
    from waqai.desk import tables as t

    add(site)
    before = site.claims()
    with t.changing(site.desk.engine) as c:
        c.execute(t.meta.update().where(t.meta.c.name == "seen").values(value="0"))
    site.desk.work._at = -1
    assert site.claims() == before


def test_a_row_that_differs_from_its_decision_is_found(site: Site) -> None:
    from waqai.store import schema as s
    from waqai.store.engine import writing

    claim = add(site).json()["id"]
    with writing(site.desk.store.engine) as conn:
        row = conn.execute(s.claim.select().where(s.claim.c.id == claim)).first()
        assert row is not None
        assert row.coding_seq == BY_PERSON
        conn.execute(s.claim.update().where(s.claim.c.id == claim).values(payload=row.payload.replace('"low":2', '"low":9')))
    assert [b.record for b in site.desk.store.verify().broken] == [f"claim {claim}"]


def test_an_added_event_counts_in_the_gold_export(site: Site, tmp_path: Path) -> None:
    from waqai.evaluate.gold import load_gold

    rid = rid_of(site, "r5")
    b = site.as_("the reviewer")
    add(site)
    for row in [r for r in site.claims() if r["rid"] == rid and r["state"] == "open"]:
        b.post(f"/claims/{row['id']}/decide", {"action": "accept", "version": "0"})
    r = site.as_("the releaser").get("/quality/gold")
    zipfile.ZipFile(io.BytesIO(r.content)).extractall(tmp_path / "gold")
    (doc,) = load_gold([tmp_path / "gold"])
    found = [c for c in doc.claims if c["trigger_ar"] == WORDS]
    assert [c["captured"] for c in found] == [{"low": 2, "high": 2}]


def test_the_form_is_offered_to_reviewers_and_suggests_the_type(shared: Site) -> None:
    rid = rid_of(shared, "r5")
    assert "data-add" not in shared.as_("the reader").get(f"/reports/{rid}").text
    b = shared.as_("the reviewer")
    assert "data-add" in b.get(f"/reports/{rid}").text
    assert 'data-id="new-' in b.get(f"/reports/{rid}?add=1").text
    a, e = span(WORDS)
    assert b.post(f"/reports/{rid}/suggest", {"field": "trigger", "start": str(a), "end": str(e)}).json()["event_type"] == "abduction"
