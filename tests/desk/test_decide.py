"""Deciding on claims: stored through the store, refused when stale, offsets in code points, drafts kept."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import desk_sample
import pytest
from desk_site import Site
from test_security import rid_of

from waqai.desk.marking import segments, shown
from waqai.desk.suggest import suggest
from waqai.model.serial import claim_to_dict
from waqai.pipeline import code_text


def decide(b: Any, claim: str, action: str, version: int = 0, **more: Any) -> Any:
    return b.post(f"/claims/{claim}/decide", {"action": action, "version": str(version), **more})


def test_an_acceptance_is_stored_with_its_author(site: Site) -> None:
    row = site.claims()[0]
    r = decide(site.as_("the reviewer"), row["id"], "accept")
    assert r.status_code == 200
    (d,) = site.desk.store.decisions(row["id"])
    assert (d.action, d.who, d.version) == ("accept", "the reviewer", 1)
    assert next(x for x in site.claims() if x["id"] == row["id"])["state"] == "accepted"
    assert site.desk.store.verify().ok


def test_a_rejection_needs_a_reason_and_takes_the_claim_out(site: Site) -> None:
    row = next(r for r in site.claims() if r["incident"])
    b = site.as_("the reviewer")
    assert decide(b, row["id"], "reject").status_code == 422
    assert site.desk.store.decisions() == []
    assert decide(b, row["id"], "reject", why="خلفية").status_code == 200
    assert row["id"] not in {c.id for c in site.desk.store.claims(reviewed=True)}
    assert all(row["id"] not in i.claims for i in site.desk.store.incidents())
    assert decide(b, row["id"], "reopen", version=1).status_code == 200
    assert row["id"] in {c.id for c in site.desk.store.claims(reviewed=True)}
    assert any(row["id"] in i.claims for i in site.desk.store.incidents())


def test_two_reviewers_in_conflict_both_keep_their_words(site: Site) -> None:
    row = site.claims()[0]
    a, b = site.as_("the reviewer"), site.as_("second reviewer")
    assert decide(a, row["id"], "reject", why="خلفية").status_code == 200
    values = json.dumps({"fatalities": {"low": 4, "best": 4, "high": 5}})
    r = decide(b, row["id"], "amend", values=values, why="أربعة لا ثلاثة")
    assert r.status_code == 409
    told = r.json()
    assert told["theirs"]["who"] == "the reviewer"
    assert told["theirs"]["why"] == "خلفية"
    assert told["item"]["version"] == 1
    assert len(site.desk.store.decisions(row["id"])) == 1
    # The choice "mine on top" sends the same words with the version just seen.
    assert decide(b, row["id"], "amend", version=1, values=values, why="أربعة لا ثلاثة").status_code == 200
    claim = next(c for c in site.desk.store.claims(reviewed=True) if c.id == row["id"])
    assert (claim.fatalities.low, claim.fatalities.high) == (4, 5)  # type: ignore[union-attr]


def test_the_conflict_page_without_script_keeps_the_form(site: Site) -> None:
    row = site.claims()[0]
    decide(site.as_("the reviewer"), row["id"], "accept")
    b = site.as_("second reviewer")
    r = b.post(f"/claims/{row['id']}/decide", {"action": "reject", "why": "سبب «خاص»", "version": "0"}, script=False)
    assert r.status_code == 409
    fields = {k: unescape(v) for k, v in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', r.text)}
    assert fields["why"] == "سبب «خاص»"
    assert fields["version"] == "1"
    assert fields["action"] == "reject"


AMENDMENTS: list[tuple[dict[str, Any], str | None]] = [
    ({"event_type": "airstrike"}, None),
    ({"event_type": "nonsense"}, "event_type"),
    ({"date_start": "2025-11-18", "date_end": "2025-11-19"}, None),
    ({"date_start": "2025-11-20", "date_end": "2025-11-19"}, "date_start"),
    ({"date_start": "2025-02-30"}, "date_start"),
    ({"fatalities": {"low": 5, "best": 4, "high": 6}}, "fatalities"),
    ({"fatalities": {"low": -1, "best": None, "high": None}}, "fatalities"),
    ({"fatalities": {"low": 10**9}}, "fatalities"),
    ({"fatalities": {"low": 0, "best": 0, "high": 0}}, None),
    ({"fatalities": None}, None),
    ({"perpetrator": {"name_en": "ISIS"}}, None),
    ({"perpetrator": {"name_en": "x" * 500}}, "perpetrator"),
    ({"place": {"id": "no-such-place", "text": "x"}}, "place"),
    ({"weapons": ["ied", "mine"]}, None),
    ({"weapons": ["banana"]}, "weapons"),
    ({"evidence": {"fatalities": [[0, 5]]}}, None),
    ({"evidence": {"fatalities": [[5, 5]]}}, "evidence"),
    ({"evidence": {"fatalities": [[0, 10**6]]}}, "evidence"),
    ({"evidence": {"other": [[0, 1]]}}, "evidence"),
    ({"id": "another"}, "field"),
    ({"score": 1}, "field"),
]


@pytest.mark.parametrize(("values", "wrong"), AMENDMENTS, ids=lambda v: str(v)[:40])
def test_amendments_are_checked_before_they_are_stored(site: Site, values: dict[str, Any], wrong: str | None) -> None:
    row = site.claims()[0]
    r = decide(site.as_("the reviewer"), row["id"], "amend", values=json.dumps(values))
    if wrong:
        assert r.status_code == 422
        assert r.json() == {"error": "field", "field": wrong}
        assert site.desk.store.decisions() == []
    else:
        assert r.status_code == 200, r.text
        claim = next(c for c in site.desk.store.claims(reviewed=True) if c.id == row["id"])
        held = claim_to_dict(claim)
        for k, v in values.items():
            got = held[k]
            # An actor and a count are stored whole; what was given of them must be in it.
            assert {n: got[n] for n in v} == v if isinstance(v, dict) else got == v
        assert site.desk.store.verify().ok


def test_an_amended_date_says_its_precision(site: Site) -> None:
    row = site.claims()[0]
    decide(site.as_("the reviewer"), row["id"], "amend", values=json.dumps({"date_start": "2025-11-01", "date_end": "2025-11-03"}))
    claim = next(c for c in site.desk.store.claims(reviewed=True) if c.id == row["id"])
    assert (claim.time_precision, claim.time_basis) == ("days", "stated")


def test_an_amendment_reaches_the_incident(site: Site) -> None:
    row = next(r for r in site.claims() if r["killed"] == 3 and r["event_type"] == "ied")
    decide(site.as_("the reviewer"), row["id"], "amend", values=json.dumps({"fatalities": {"low": 6, "best": 6, "high": 6}}))
    incident = site.desk.store.incident(next(r for r in site.claims() if r["id"] == row["id"])["incident"])
    assert incident is not None
    assert incident.fatalities.high == 6


def test_a_duplicate_points_to_the_claim_it_repeats(site: Site) -> None:
    a, b_ = [r for r in site.claims() if r["rid"] == rid_of(site, "r1")][:2]
    r = decide(site.as_("the reviewer"), a["id"], "duplicate", other=b_["id"], why="مكرر")
    assert r.status_code == 200
    (d,) = site.desk.store.decisions(a["id"])
    assert (d.action, d.other, d.values["duplicate_of"]) == ("reject", b_["id"], b_["id"])
    assert decide(site.as_("the reviewer"), b_["id"], "duplicate", other=b_["id"], why="x").status_code == 422


def test_drafts_are_kept_per_person_and_go_with_the_decision(site: Site) -> None:
    row = site.claims()[0]
    a, b = site.as_("the reviewer"), site.as_("second reviewer")
    kept = {"form": {"fatalities.low": "9"}, "evidence": {}}
    assert a.post(f"/claims/{row['id']}/draft", {"values": json.dumps(kept), "version": "0"}).status_code == 200
    page = f"/reports/{row['rid']}?claim={row['id']}"

    def drafts(x: Any) -> Any:
        block = re.search(r'<script type="application/json" id="page">(.*?)</script>', x.get(page).text, flags=re.S)
        return json.loads(block[1])["drafts"]  # type: ignore[index]

    assert drafts(a)[row["id"]]["values"] == kept
    assert drafts(b) == {}
    decide(a, row["id"], "accept")
    assert drafts(a) == {}


# The text and its offsets


class Pieces(HTMLParser):
    """Reads the text back as a browser does (CR as a character reference stays CR)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inside, self.text, self.spans = 0, [], []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        d = dict(attrs)
        if d.get("id") == "text":
            self.inside = 1
        elif self.inside and tag == "span":
            self.spans.append((int(d["data-a"]), int(d["data-b"]), []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.inside = 0

    def _add(self, s: str) -> None:
        if self.inside and self.spans:
            self.text.append(s)
            self.spans[-1][2].append(s)

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        # html.unescape follows the standard's table, where 13 stands for itself.
        self._add(chr(int(name)) if name.isdigit() else unescape(f"&#{name};"))


@pytest.mark.parametrize("report", [r[0] for r in desk_sample.REPORTS])
def test_the_page_gives_the_text_back_code_point_for_code_point(shared: Site, report: str) -> None:
    html = shared.as_("the reader").get(f"/reports/{rid_of(shared, report)}").text
    p = Pieces()
    p.feed(html)
    text = next(r[5] for r in desk_sample.REPORTS if r[0] == report)
    assert "".join(p.text) == text
    for a, b, parts in p.spans:
        assert "".join(parts) == text[a:b]


def test_odd_characters_keep_the_offsets() -> None:
    text = "أ\0ب\ud800ج\r\n🕊️د<&>"
    assert "".join(s.text for s in segments(text, [])) == text
    html = str(shown(text))
    assert len(unescape(html.replace("&#13;", "\x01"))) == len(text)
    assert "\0" not in html
    assert "&lt;&amp;&gt;" in html


@pytest.mark.parametrize(
    ("field", "words", "want"),
    [
        ("fatalities", "ثَلاثَةُ عناصرٍ", {"low": 3, "best": 3, "high": 3}),
        ("fatalities", "7 مدنيّين", {"low": 7}),
        ("fatalities", "٣ أطفال", {"low": 3}),
        ("injuries", "أربعة آخرون", {"low": 4}),
        ("date", "أمس الجمعة 28 تشرين الثاني 2025", {"first": "2025-11-28", "last": "2025-11-28"}),
        ("target", "«قسد»", {"name_en": "SDF"}),
        ("perpetrator", "لمسلحين مجهولين", {"name_en": "unknown gunmen"}),
        ("place", "ذيبان", {}),
        ("claimant", "Deir News 24", {}),
    ],
)
def test_selected_words_set_fields(field: str, words: str, want: dict[str, Any]) -> None:
    report = code_text(desk_sample.OFFSETS, published="2025-11-29").report
    a = report.text.index(words)
    got = suggest(report, field, a, a + len(words))
    assert got["text"] == words
    for k, v in want.items():
        assert got[k] == v, got
    if field == "place":
        assert got["candidates"][0]["en"] == "Dhiban"


def test_suggestions_refuse_spans_outside_the_text(shared: Site) -> None:
    b = shared.as_("the reviewer")
    rid = rid_of(shared, "r1")
    for a, e in (("-1", "4"), ("4", "4"), ("0", "99999"), ("x", "3")):
        assert b.post(f"/reports/{rid}/suggest", {"field": "place", "start": a, "end": e}).status_code == 400


def test_graphic_reports_are_covered_until_asked(shared: Site) -> None:
    b = shared.as_("the reader")
    assert 'id="cover"' in b.get(f"/reports/{rid_of(shared, 'r5')}").text
    assert 'id="cover"' not in b.get(f"/reports/{rid_of(shared, 'r2')}").text
    b.post("/account/preferences", {"uncover": "1"})
    assert 'id="cover"' not in b.get(f"/reports/{rid_of(shared, 'r5')}").text
