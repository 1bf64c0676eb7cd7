"""Pages in both languages, the inbox's filters and queue, bulk acceptance with undo, incidents up to release and erratum."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from desk_site import Site
from test_security import rid_of

from waqai.desk.config import table
from waqai.desk.graphic import graphic_words
from waqai.desk.views import TEMPLATES
from waqai.desk.worklist import Wanted
from waqai.resources.load import DATA

PAGES = (
    "/inbox",
    "/incidents",
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
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_in_both_languages(shared: Site, path: str, lang: str) -> None:
    r = shared.as_("the admin").get(path + ("&" if "?" in path else "?") + f"lang={lang}")
    assert r.status_code == 200
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in r.text
    assert r.text.count("<h1") == 1
    # Eastern digits come from texts only, never from us.
    assert not re.search("[٠-٩]", re.sub(r"<(q|blockquote|div id=.text).*?</\1>", "", r.text, flags=re.S))


def test_every_phrase_of_the_templates_exists_in_both_languages() -> None:
    labels = table("labels")
    assert all(isinstance(v, list) and len(v) == 2 and all(isinstance(x, str) and x for x in v) for v in labels.values())
    used, open_ = set(), set()
    for p in TEMPLATES.glob("*.html"):
        text = p.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bt\('([\w.]+)'\s*[,)]", text))
        open_ |= set(re.findall(r"\bt\('([\w.]+\.)' ~", text))
    assert used - set(labels) == set()
    for prefix in open_:
        assert any(k.startswith(prefix) for k in labels), prefix
    assert all(re.search("[\u0621-\u064a]", ar) for _, ar in labels.values())


def test_no_template_turns_escaping_off_or_writes_inline_code() -> None:
    for p in TEMPLATES.glob("*.html"):
        text = p.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert not re.search(r"\son\w+=|style=", text), p.name


def test_graphic_words_follow_their_corpus() -> None:
    corpus = yaml.safe_load((DATA / "desk" / "graphic.corpus.yml").read_text(encoding="utf-8"))
    assert [s for s in corpus["covered"] if not graphic_words(s)] == []
    assert [s for s in corpus["open"] if graphic_words(s)] == []


def test_the_inbox_is_ordered_by_priority_and_filters_add_up(shared: Site) -> None:
    work = shared.desk.work
    rows = work.page(Wanted(), 0, 100)
    assert [r["priority"] for r in rows] == sorted((r["priority"] for r in rows), reverse=True)
    assert work.counts(Wanted())["all"] == len(rows)
    assert {r["killed"] for r in work.page(Wanted(flag="disagree"), 0, 9)} == {2, 3}
    found = work.page(Wanted(q="الطبقه"), 0, 9)  # folded
    assert {r["rid"] for r in found} == {rid_of(shared, "r2"), rid_of(shared, "r3")}
    assert all(r["outlet"] == "وكالة الضفة" for r in work.page(Wanted(outlet="وكالة الضفة"), 0, 9))
    assert work.page(Wanted(first="2025-11-28", kind="event"), 0, 9)
    assert {r["kind"] for r in work.page(Wanted(kind="tally"), 0, 9)} == {"tally"}


def test_filters_live_in_the_address(shared: Site) -> None:
    b = shared.as_("the reader")
    html = b.get("/inbox?flag=disagree&type=ied&lang=en").text
    assert html.count("data-row") == 2
    assert "flag=disagree" in re.findall(r'href="(/reports/[^"]+)"', html)[0]


def test_views_are_saved_and_are_ones_own(site: Site) -> None:
    a, b = site.as_("the reviewer"), site.as_("second reviewer")
    a.post("/views", {"name": "عرضي الأول", "query": "flag=disagree"})
    assert "عرضي الأول" in a.get("/inbox").text
    assert "عرضي الأول" not in b.get("/inbox").text
    view = re.search(r"/views/(\d+)/delete", a.get("/inbox").text)
    assert view
    b.post(f"/views/{view[1]}/delete")
    assert "عرضي الأول" in a.get("/inbox").text
    a.post(f"/views/{view[1]}/delete")
    assert "عرضي الأول" not in a.get("/inbox").text


def test_bulk_acceptance_leaves_decided_claims_alone_and_can_be_undone(site: Site) -> None:
    a, b = site.as_("the reviewer"), site.as_("second reviewer")
    rows = site.claims()[:3]
    b.post(f"/claims/{rows[1]['id']}/decide", {"action": "reject", "why": "خلفية", "version": "0"})
    r = a.post("/bulk", {"claim": [f"{x['id']}|0" for x in rows]}).json()
    assert (r["accepted"], r["skipped"]) == (2, 1)
    assert sorted(x["state"] for x in site.claims()).count("accepted") == 2
    assert b.post(f"/bulk/{r['batch']}/undo").status_code == 404  # not theirs
    b.post(f"/claims/{rows[0]['id']}/decide", {"action": "reject", "why": "لا", "version": "1"})
    assert a.post(f"/bulk/{r['batch']}/undo").json() == {"reopened": 1}
    states = {x["id"]: x["state"] for x in site.claims()}
    assert (states[rows[0]["id"]], states[rows[2]["id"]]) == ("rejected", "open")
    assert a.post(f"/bulk/{r['batch']}/undo").status_code == 404
    assert site.desk.store.verify().ok


def test_the_queue_goes_on_to_another_report(shared: Site) -> None:
    rows = shared.claims()
    first = rows[0]
    html = shared.as_("the reader").get(f"/reports/{first['rid']}?claim={first['id']}").text
    following = re.search(r'id="next" data-next', html)
    assert following
    link = re.search(r'href="/reports/([0-9a-f]+)[^"]*" id="next"', html)
    assert link
    assert link[1] == rows[1]["rid"]


def test_the_work_list_rebuilds_from_the_log(site: Site) -> None:
    from waqai.desk import tables as t

    row = site.claims()[0]
    site.as_("the reviewer").post(f"/claims/{row['id']}/decide", {"action": "accept", "version": "0"})
    before = site.claims()
    with t.changing(site.desk.engine) as c:
        c.execute(t.work.delete())
        c.execute(t.happening.delete())
        c.execute(t.meta.update().where(t.meta.c.name == "seen").values(value="0"))
    site.desk.work._at = -1
    assert site.claims() == before


# Incidents


def disputed(site: Site) -> tuple[str, list[dict[str, Any]]]:
    rows = [r for r in site.claims() if r["event_type"] == "ied"]
    assert len({r["incident"] for r in rows}) == 1
    return rows[0]["incident"], rows


def test_an_incident_shows_versions_bounds_and_links(shared: Site) -> None:
    incident, _ = disputed(shared)
    html = shared.as_("the reader").get(f"/incidents/{incident}?lang=en").text
    assert html.count('class="origin"') == 2
    assert re.search(r'<bdi dir="ltr">2</bdi></b> <a class="ref" href="#v-', html)
    assert re.search(r'<bdi dir="ltr">3</bdi></b> <a class="ref" href="#v-', html)
    assert "Versions disagree" in html


def test_release_takes_a_second_person_and_retraction_an_erratum(site: Site) -> None:
    incident, rows = disputed(site)
    releaser, reviewer = site.as_("the releaser"), site.as_("the reviewer")
    page = f"/incidents/{incident}"

    def act(what: str, b: Any = releaser, version: int = 0, **more: str) -> str:
        return str(b.post(f"{page}/{what}", {"version": str(version), **more}, script=False).headers["location"])

    assert act("release").endswith("problem=unreviewed")
    reviewer.post(f"/claims/{rows[0]['id']}/decide", {"action": "accept", "version": "0"})
    releaser.post(f"/claims/{rows[1]['id']}/decide", {"action": "accept", "version": "0"})
    assert act("release").endswith("problem=second")
    reviewer.post(f"/claims/{rows[1]['id']}/decide", {"action": "accept", "version": "1"})
    assert act("retract", why="x").endswith("problem=not_released")
    assert act("release") == page
    assert site.desk.store.incident(incident).state == "released"  # type: ignore[union-attr]
    assert act("release", version=1).endswith("problem=released")
    assert act("retract", version=1).endswith("problem=erratum")
    assert act("retract", version=0, why="خطأ").endswith("problem=conflict")
    assert act("retract", version=1, why="الحصيلة خاطئة") == page
    assert site.desk.store.incident(incident).state == "retracted"  # type: ignore[union-attr]
    assert "الحصيلة خاطئة" in releaser.get(page).text
    assert reviewer.post(f"{page}/release").status_code == 403


def test_split_and_merge_relink(site: Site) -> None:
    incident, rows = disputed(site)
    b = site.as_("the reviewer")
    r = b.post(f"/incidents/{incident}/decide", {"action": "split", "version": "0", "claim": rows[0]["id"]}, script=False)
    assert "problem" not in r.headers["location"]
    apart = {r["incident"] for r in site.claims() if r["event_type"] == "ied"}
    assert len(apart) == 2
    one, two = sorted(apart)
    told = site.desk.store.decisions(one)
    r = b.post(
        f"/incidents/{one}/decide",
        {"action": "merge", "version": str(max([d.version for d in told], default=0)), "other": two},
        script=False,
    )
    assert "problem" not in r.headers["location"], r.headers["location"]
    assert len({r["incident"] for r in site.claims() if r["event_type"] == "ied"}) == 1


def test_similar_incidents_say_why(site: Site) -> None:
    incident, rows = disputed(site)
    b = site.as_("the reviewer")
    b.post(f"/incidents/{incident}/decide", {"action": "split", "version": "0", "claim": rows[0]["id"]}, script=False)
    one = next(r["incident"] for r in site.claims() if r["event_type"] == "ied")
    html = b.get(f"/incidents/{one}?lang=en").text
    for reason in ("same day", "same place", "same type"):
        assert reason in html


# Bringing in, quality


def test_imported_text_is_coded_and_linked_at_once(site: Site) -> None:
    b = site.as_("the reviewer")
    text = "قتل أربعة مدنيين بقصف مدفعي على مدينة الباب بريف حلب يوم السبت 22 تشرين الثاني 2025، وفق الدفاع المدني السوري."
    r = b.client.post("/import", data={"text": text, "title": "قصف الباب", "csrf": b.csrf, "published": "2025-11-23"})
    assert r.status_code == 200
    link = re.search(r'href="/reports/([0-9a-f]{24})"', r.text)
    assert link
    rows = [x for x in site.claims() if x["rid"] == link[1]]
    assert rows
    assert rows[0]["incident"]
    assert b.get(f"/reports/{link[1]}").status_code == 200
    before = len(site.claims())
    again = b.client.post("/import", data={"text": text, "title": "قصف الباب", "csrf": b.csrf, "published": "2025-11-23"})
    assert again.status_code == 200
    assert len(site.claims()) == before


def test_blind_coding_shows_no_machine_and_no_other_coder(site: Site) -> None:
    from waqai.desk import tables as t
    from waqai.desk.routes import quality

    site.claims()
    with t.changing(site.desk.engine) as conn:
        conn.execute(t.work.update().values(share=True))
    a, b = site.as_("the reviewer"), site.as_("second reviewer")
    for person, killed in ((a, "2"), (b, "3")):
        while True:
            page = person.get("/quality/code").text
            found = re.search(r'action="/quality/code/([0-9a-f]+)"', page)
            if not found:
                break
            assert "selected" not in page.split("<form method", 3)[-1]
            form = {"event_type": "ied", "modality": "reported", "fatalities": killed, "place": "الطبقة"}
            assert person.post(f"/quality/code/{found[1]}", form, script=False).status_code == 303
    html = site.as_("the releaser").get("/quality?lang=en").text
    assert "second reviewer" in html
    # Answers stand: a second answer of the same person changes nothing.
    before = quality._answers(_ctx(site))
    a.post(f"/quality/code/{found[1] if found else next(iter(before))}", {"event_type": "raid"}, script=False)
    assert quality._answers(_ctx(site)) == before


def _ctx(site: Site) -> Any:
    class C:
        desk = site.desk

    return C()


def test_judged_reports_come_out_as_gold(site: Site, tmp_path: Path) -> None:
    import io
    import zipfile

    from waqai.evaluate.gold import load_gold

    rid = rid_of(site, "r2")
    b = site.as_("the reviewer")
    for row in [r for r in site.claims() if r["rid"] == rid]:
        b.post(f"/claims/{row['id']}/decide", {"action": "accept", "version": "0"})
    r = site.as_("the releaser").get("/quality/gold")
    zipfile.ZipFile(io.BytesIO(r.content)).extractall(tmp_path / "gold")
    (doc,) = load_gold([tmp_path / "gold"])
    assert doc.text == next(x[5] for x in __import__("desk_sample").REPORTS if x[0] == "r2")
    assert doc.claims[0]["perpetrator"]
    assert r.content == site.as_("the releaser").get("/quality/gold").content
