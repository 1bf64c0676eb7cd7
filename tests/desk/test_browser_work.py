"""A reviewer's hand in the system's chromium: a missed event, bulk acceptance taken back, views, joining and splitting, conflict, phones."""

from __future__ import annotations

from typing import Any

import desk_sample
import pytest
from live_site import Live, focus_by_tab, until
from test_security import rid_of

pytestmark = pytest.mark.browser
TEXT = next(r[5] for r in desk_sample.REPORTS if r[0] == "r5")


def select_words(page: Any, words: str, text: str = TEXT) -> list[int]:
    """Select words with the keyboard alone: W, then arrows, Shift widens."""
    a = text.index(words)
    want = [a, a + len(words)]
    page.keyboard.press("w")
    for _ in range(80):
        got = page.evaluate("Report.selected()")
        if got and got[0] == a:
            break
        page.keyboard.press("ArrowLeft" if not got or got[0] < a else "ArrowRight")
    for _ in range(8):
        if page.evaluate("Report.selected()") == want:
            return want
        page.keyboard.press("Shift+ArrowLeft")
    raise AssertionError(f"{words!r} cannot be selected with the keyboard")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_missed_event_is_added_by_keyboard_alone(live: Live, chromium: Any, lang: str) -> None:
    page = live.page(chromium, "the reviewer", lang)
    page.goto(f"/reports/{rid_of(live, 'r5')}")
    page.keyboard.press("v")  # the text is covered at first
    words = select_words(page, "خطفوا راعيين")
    page.keyboard.press("m")
    page.wait_for_selector("#claim[data-id^=new-]")
    until(page, "document.querySelector('[data-k=event_type]').value === 'abduction'")
    assert page.inner_text("[data-words=trigger]") == "خطفوا راعيين"
    page.keyboard.press("v")
    page.evaluate("document.activeElement.blur()")
    select_words(page, "مسلحين مجهولين")
    page.keyboard.press("2")
    until(page, "document.querySelector('[data-k=\"perpetrator.name_en\"]').value !== ''")
    assert page.input_value('[data-k="perpetrator.name_en"]') == ("مسلحون مجهولون" if lang == "ar" else "unknown gunmen")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#claim:not([data-id^=new-])")
    claim = live.desk.store.claim(page.get_attribute("#claim", "data-id"))
    assert claim is not None
    assert (str(claim.event_type), claim.rule) == ("abduction", "person")
    assert claim.perpetrator is not None
    assert claim.perpetrator.name_en == "unknown gunmen"
    assert [list(s) for s in claim.evidence["trigger"]] == [words]
    assert live.desk.store.decisions(claim.id)[0].who == "the reviewer"
    assert live.errors == []


def test_an_unfinished_event_survives_a_reload_and_needs_its_words(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer", "en")
    page.goto(f"/reports/{rid_of(live, 'r2')}?add=1")
    page.fill('[data-k="captured.low"]', "3")
    until(page, "document.querySelector('[data-saved]').textContent.includes('kept')")
    page.reload()
    assert page.input_value('[data-k="captured.low"]') == "3"
    page.keyboard.press("Control+Enter")
    until(page, "document.querySelector('[data-edit-field=trigger]').classList.contains('wrong')")
    assert live.desk.store.decisions() == []
    page.keyboard.press("Escape")
    page.wait_for_selector("#claim:not([data-id^=new-])")


def test_bulk_acceptance_and_undo_by_keyboard(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer")
    page.goto("/inbox?kind=event")
    before = page.locator("[data-row]").count()
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    page.keyboard.press("Shift+A")
    page.wait_for_selector("#undo")
    assert page.locator("[data-row]").count() == before - 2
    assert sum(x["state"] == "accepted" for x in live.claims()) == 2
    page.keyboard.press("u")
    page.wait_for_selector("#undo", state="detached")
    assert all(x["state"] == "open" for x in live.claims())


def test_a_view_keeps_its_filters(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer", "en")
    page.goto("/inbox?flag=disagree")
    page.fill(".views input[name=name]", "To compare")
    page.keyboard.press("Enter")
    page.wait_for_selector(".views li a")
    page.goto("/inbox")
    page.click(".views li a")
    page.wait_for_url("**/inbox?flag=disagree")
    assert page.locator("[data-row]").count() == 2


def test_versions_are_split_and_joined_by_keyboard(live: Live, chromium: Any) -> None:
    rows = [r for r in live.claims() if r["event_type"] == "ied"]
    page = live.page(chromium, "the reviewer", "en")
    page.goto(f"/incidents/{rows[0]['incident']}")
    focus_by_tab(page, ".told input[name=claim]")
    page.keyboard.press("Space")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("p")
    until(page, "document.querySelectorAll('.told').length === 1")
    assert len({r["incident"] for r in live.claims() if r["event_type"] == "ied"}) == 2
    page.keyboard.press("m")  # the first similar one is the one split off
    until(page, "document.querySelectorAll('.told').length === 2")
    assert len({r["incident"] for r in live.claims() if r["event_type"] == "ied"}) == 1


def test_a_conflict_shows_both_judgements_in_words(live: Live, chromium: Any) -> None:
    rid = rid_of(live, "r2")
    row = next(r for r in live.claims() if r["rid"] == rid)
    page = live.page(chromium, "the reviewer")
    page.goto(f"/reports/{rid}?claim={row['id']}")
    page.keyboard.press("e")
    page.fill('[data-k="fatalities.high"]', "5")
    b = live.as_("second reviewer")
    b.client.headers["host"] = "127.0.0.1"
    values = '{"perpetrator": {"name_en": "unknown gunmen"}}'
    assert b.post(f"/claims/{row['id']}/decide", {"action": "amend", "version": "0", "values": values}).status_code == 200
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#conflict[open]")
    told = page.inner_text("#conflict")
    assert "مسلحون مجهولون" in told
    assert "2–5" in told
    assert "name_en" not in told
    page.click("[data-later]")
    assert page.input_value('[data-k="fatalities.high"]') == "5"


def test_the_next_report_is_loaded_before_it_is_asked_for(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer")
    row = live.claims()[0]
    page.goto(f"/reports/{row['rid']}?claim={row['id']}")
    until(page, "Desk.cache.size === 1")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.keyboard.press("n")
    until(page, f"document.getElementById('report').dataset.rid !== '{row['rid']}'")
    assert not any("/reports/" in u and u.endswith(page.url.rpartition("/")[2]) for u in asked[:1])


def test_a_phone_can_judge_and_add(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer", "ar", width=390)
    row = next(r for r in live.claims() if r["rid"] == rid_of(live, "r2"))
    page.goto(f"/reports/{row['rid']}?claim={row['id']}")
    page.evaluate("Report.select(0, 3)")
    page.wait_for_selector("#setbar:not([hidden])")
    box = page.locator("#setbar").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.keyboard.press("Escape")
    page.click(".actions .yes")
    page.wait_for_selector(".state-accepted")
    assert live.desk.store.decisions(row["id"])[0].action == "accept"
