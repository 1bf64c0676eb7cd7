"""The desk in the system's chromium, in both languages: by keyboard alone from import to release, selection, conflict, map, access."""

from __future__ import annotations

from typing import Any

import desk_sample
import pytest
from desk_site import PASSWORD
from live_site import Live, focus_by_tab, until
from test_security import rid_of

pytestmark = pytest.mark.browser
NEW = "قتل أربعة مدنيين بقصف مدفعي على مدينة الباب بريف حلب يوم السبت 22 تشرين الثاني 2025، وفق الدفاع المدني السوري."


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_from_import_to_release_by_keyboard_alone(live: Live, chromium: Any, lang: str) -> None:
    page = live.page(chromium, "the reviewer", lang)
    # Signing in, without the cookie given above.
    page.context.clear_cookies()
    page.goto(f"/sign-in?lang={lang}")
    page.keyboard.type("the reviewer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox")
    # Import.
    page.goto("/import")
    focus_by_tab(page, "textarea[name=text]")
    page.keyboard.insert_text(NEW)
    focus_by_tab(page, "button.main")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-imported]")
    focus_by_tab(page, "[data-imported]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#claim")
    claim = page.get_attribute("#claim", "data-id")
    # Every open claim is accepted with A; the page goes on to the next by itself.
    for _ in range(4):
        page.keyboard.press("a")
        until(page, "document.getElementById('live').classList.contains('show')")
        page.wait_for_timeout(150)
        if page.locator(".claims .state-open").count() == 0:
            break
    assert page.locator(".claims .state-open").count() == 0
    page.keyboard.press("i")
    page.wait_for_selector("#incident")
    incident = page.url.rpartition("/")[2]
    # A second person releases.
    other = live.page(chromium, "the releaser", lang)
    other.goto(f"/incidents/{incident}")
    assert other.locator("#release button").is_enabled()
    other.keyboard.press("r")
    other.wait_for_selector("#incident[data-state=released]")
    assert live.desk.store.incident(incident).state == "released"  # type: ignore[union-attr]
    said = live.desk.store.decisions(claim)
    assert [d.who for d in said] == ["the reviewer"]
    assert live.errors == []


SELECT = """([a, b]) => { Report.select(a, b); return Report.selected(); }"""


def test_selected_words_have_the_right_offsets(looking: Live, chromium: Any) -> None:
    page = looking.page(chromium, "the reviewer")
    page.goto(f"/reports/{rid_of(looking, 'r1')}")
    text = desk_sample.OFFSETS
    for words in ("ثَلاثَةُ عناصرٍ", "«قسد»", "7 مدنيّين", "٣ أطفال", "28 تشرين الثاني 2025", "Deir News 24", "🕊️", "أربعة آخرون"):
        a = text.index(words)
        assert page.evaluate(SELECT, [a, a + len(words)]) == [a, a + len(words)], words
        got = page.evaluate("getSelection().toString()")
        assert got.replace("\n", "").replace("\r", "") == words.replace("\n", ""), words
    # Blanks taken along by a sloppy drag do not count.
    a = text.index(" عناصرٍ ")
    assert page.evaluate(SELECT, [a, a + len(" عناصرٍ ")]) == [a + 1, a + len(" عناصرٍ ") - 1]
    # The same by mouse: a double click on a word.
    page.evaluate("getSelection().removeAllRanges()")
    spot = page.evaluate(
        """([a, b]) => { Report.select(a, b); const r = getSelection().getRangeAt(0).getBoundingClientRect();
        getSelection().removeAllRanges(); return [r.x + r.width / 2, r.y + r.height / 2]; }""",
        [text.index("ذيبان"), text.index("ذيبان") + 5],
    )
    # The bar of the selection before goes a moment later; a click on it would be no click on the text.
    page.wait_for_timeout(120)
    until(page, "document.getElementById('setbar').hidden")
    page.mouse.dblclick(*spot)
    assert page.evaluate("Report.selected()") == [text.index("ذيبان"), text.index("ذيبان") + 5]


def test_words_selected_by_keyboard_amend_a_field(live: Live, chromium: Any) -> None:
    page = live.page(chromium, "the reviewer")
    rid = rid_of(live, "r1")
    row = next(r for r in live.claims() if r["rid"] == rid)
    page.goto(f"/reports/{rid}?claim={row['id']}")
    text = desk_sample.OFFSETS
    words = "أربعة آخرون"
    a = text.index(words)
    page.keyboard.press("w")
    for _ in range(60):
        got = page.evaluate("Report.selected()")
        if got and got[0] == a:
            break
        page.keyboard.press("ArrowLeft" if not got or got[0] < a else "ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    assert page.evaluate("Report.selected()") == [a, a + len(words)]
    page.keyboard.press("8")
    until(page, "document.querySelector('[data-k=\"injuries.low\"]').value === '4'")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".claim .state-amended")
    (d,) = live.desk.store.decisions(row["id"])
    assert d.values["injuries"] == {"low": 4, "best": 4, "high": 4, "text": words}
    assert d.values["evidence"]["injuries"] == [[a, a + len(words)]]


def test_typed_words_survive_a_reload_and_a_conflict(live: Live, chromium: Any) -> None:
    rid = rid_of(live, "r2")
    row = next(r for r in live.claims() if r["rid"] == rid)
    page = live.page(chromium, "the reviewer", "en")
    page.goto(f"/reports/{rid}?claim={row['id']}")
    page.keyboard.press("e")
    page.fill('[data-k="fatalities.high"]', "5")
    until(page, "document.querySelector('[data-saved]').textContent.includes('kept')")
    page.reload()
    assert page.input_value('[data-k="fatalities.high"]') == "5"
    # Meanwhile somebody else decides.
    b = live.as_("second reviewer")
    b.client.headers["host"] = "127.0.0.1"
    assert b.post(f"/claims/{row['id']}/decide", {"action": "accept", "version": "0"}).status_code == 200
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#conflict[open]")
    assert "second reviewer" in page.inner_text("#conflict")
    assert len(live.desk.store.decisions(row["id"])) == 1
    page.click("[data-keep-mine]")
    page.wait_for_selector(".claim .state-amended")
    last = live.desk.store.decisions(row["id"])[-1]
    assert (last.who, last.version, last.values["fatalities"]["high"]) == ("the reviewer", 2, 5)


def test_keys_work_on_an_arabic_layout(live: Live, chromium: Any) -> None:
    """The key where A is gives ش there: its place counts, not its letter."""
    page = live.page(chromium, "the reviewer")
    row = live.claims()[0]
    page.goto(f"/reports/{row['rid']}?claim={row['id']}")
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ش', code: 'KeyA', bubbles: true }))")
    until(page, "document.getElementById('live').classList.contains('show')")
    assert live.desk.store.decisions(row["id"])[0].action == "accept"


def test_the_map_puts_points_where_it_does_from_left_to_right(looking: Live, chromium: Any) -> None:
    where = {}
    for lang in ("ar", "en"):
        page = looking.page(chromium, "the reader", lang)
        page.goto("/map")
        page.wait_for_selector(".mk")
        where[lang] = page.evaluate(
            """() => { deskMap.view = { x: 38, y: py(35), k: 60 }; deskMap.draw(); const b = document.getElementById('map').getBoundingClientRect();
            return Object.fromEntries([...document.querySelectorAll('.mk')].map(m => { const r = m.querySelector('.ring').getBoundingClientRect();
            return [m.dataset.id, [Math.round(r.x + r.width / 2 - b.x - b.width / 2), Math.round(r.y + r.height / 2 - b.y - b.height / 2)]]; })); }"""
        )
        # East is right: Deir ez-Zor lies right of Homs.
        rows = looking.desk.work.happenings([], 50)
        east, west = ({r["id"] for r in rows if r["place_en"] == name} & set(where[lang]) for name in ("Dhiban", "Homs"))
        assert where[lang][east.pop()][0] > where[lang][west.pop()][0]
    assert where["ar"] == where["en"]
    assert len(where["ar"]) >= 3


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_pages_fit_and_have_no_serious_barrier(looking: Live, chromium: Any, lang: str, width: int) -> None:
    page = looking.page(chromium, "the admin", lang, width)
    row = looking.claims()[0]
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        Axe = None  # noqa: N806
    found = []
    for path in (
        "/inbox",
        f"/reports/{row['rid']}?claim={row['id']}",
        f"/incidents/{row['incident']}",
        "/map",
        "/search?q=الطبقة",
        "/tallies",
        "/dashboard",
        "/quality",
        "/quality/code",
        "/import",
        "/people",
        "/account",
        "/audit",
        f"/reports/{row['rid']}?add=1",
        f"/claims/{row['id']}/history",
        "/inbox?area=nowhere",
        "/search?q=زرافة",
        "/incidents",
        "/nope",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, "scrolls sideways")
        # Every page once in Arabic; in English and narrow only those whose layout differs most.
        wanted = (lang, width) == ("ar", 1280) or ((lang, width) == ("en", 390) and path.startswith(("/inbox", "/reports", "/audit")))
        if Axe is not None and wanted:
            r = Axe().run(page)
            found += [
                (path, v["id"], v["nodes"][0]["html"][:120]) for v in r.response["violations"] if v["impact"] in ("serious", "critical")
            ]
    assert found == [], "\n".join(map(str, found))
    assert looking.errors == []
