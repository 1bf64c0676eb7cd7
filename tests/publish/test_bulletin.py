"""The bulletin: Arabic agreement, figures that add up, fair comparison, and files that open."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from publish_sample import sample_data

from waqai.errors import UsageError
from waqai.publish.bulletin import document, register, write_bulletin
from waqai.publish.bulletin.blocks import Cell, Heading, Items, Para, Table
from waqai.publish.bulletin.document import compose
from waqai.publish.bulletin.facts import gather, high_of, low_of, within_chance
from waqai.publish.bulletin.fonts import FONTS, source
from waqai.publish.bulletin.grammar import counted, english, ranged, verb
from waqai.publish.bulletin.html import drawings, render_html
from waqai.publish.bulletin.phrases import day, lead
from waqai.publish.bulletin.widths import widths
from waqai.publish.data import build
from waqai.publish.policy import disclose

START, END = date(2025, 9, 1), date(2025, 9, 30)


@pytest.fixture(scope="module")
def data():
    return disclose(sample_data(), "partner")


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "أي حادث"), (1, "حادث واحد"), (2, "حادثان"), (3, "3 حوادث"), (10, "10 حوادث"), (11, "11 حادثاً"), (99, "99 حادثاً"),
        (100, "100 حادث"), (101, "101 حادث"), (103, "103 حوادث"), (111, "111 حادثاً"), (200, "200 حادث"),
    ],
)  # fmt: skip
def test_counted_noun_agrees(n, text):
    assert counted(n, "incident") == text


def test_dual_shows_its_case_and_feminine_its_gender():
    assert counted(2, "incident", oblique=True) == "حادثين"
    assert counted(1, "version") == "رواية واحدة"
    assert counted(2, "version") == "روايتان"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (4, 4, "4 قتلى"),
        (1, 2, "قتيل أو قتيلان"),
        (0, 1, "قتيل واحد على الأكثر"),
        (2, 5, "ما بين 2 و5 قتلى"),
        (5, 17, "ما بين 5 و17 قتيلاً"),
        (0, 3, "3 قتلى على الأكثر"),
    ],
)
def test_ranges_follow_the_second_number(low, high, text):
    assert ranged(low, high, "killed") == text


@pytest.mark.parametrize(
    ("n", "key", "form"), [(1, "incident", "m"), (3, "incident", "f"), (11, "incident", "m"), (3, "killed", "m"), (2, "version", "f")]
)
def test_verb_agrees(n, key, form):
    assert verb(n, key, "m", "f") == form


def test_english_counts():
    assert [english(n, "incident") for n in (0, 1, 2)] == ["no incidents", "1 incident", "2 incidents"]


def test_figures_are_the_sums_of_the_rows(data):
    f = gather(data, START, END)
    assert (f.killed.low, f.killed.high) == (
        sum(low_of(r.incident.fatalities) for r in f.rows),
        sum(high_of(r.incident.fatalities) for r in f.rows),
    )
    assert sum(sum(c.values()) for c in f.by_area.values()) == len(f.rows) == sum(sum(c.values()) for c in f.by_actor.values())
    assert sum(f.attribution.values()) == len(f.rows)


def test_change_compares_only_outlets_of_both_periods(data):
    f = gather(data, START, END)
    assert f.incidents.now < len(f.rows)
    assert f.incidents.now == sum(any(v.source.outlet in f.common for v in r.versions) for r in f.rows)


def test_nothing_in_common_makes_no_comparison(data):
    f = gather(data, date(2025, 8, 1), date(2025, 8, 31))
    assert f.before == []
    assert f.incidents.chance is None


@pytest.mark.parametrize(
    ("now", "before", "chance"), [([1] * 10, [1] * 12, True), ([1] * 40, [1] * 10, False), ([17], [1], True), ([], [], None)]
)
def test_chance(now, before, chance):
    assert within_chance(now, before) is chance


def test_denied_incidents_are_not_counted(data):
    row = next(iter(data.incidents))
    no = replace(row, incident=replace(row.incident, attribution="denied"))
    f = gather(replace(data, incidents=[no]), date(2025, 8, 1), date(2025, 8, 31))
    assert f.rows == []


def test_lead_sentences(data):
    f = gather(data, START, END)
    assert lead(f, "ar")[0].startswith("سُجِّلت 10 حوادث في 7 محافظات بين 1 و30 أيلول 2025، وتراوحت الروايات في عدد القتلى بين 18 و36")
    assert lead(f, "en")[0].startswith("Between 1 and 30 September 2025, 10 incidents were recorded in 7 governorates")


def test_an_empty_period_says_so(tmp_path):
    text = write_bulletin(build([]), START, END, tmp_path / "b.html", lang="both").read_text(encoding="utf-8")
    assert "لم يُسجَّل في مصادرنا أي حادث" in text
    assert "our sources told of no incident" in text
    assert "No version of any incident" in text
    assert "أي رواية في أي تقرير" not in text


def test_parts_are_all_there(data):
    pytest.importorskip("matplotlib")
    doc = compose(gather(data, START, END), data, "both", None)
    assert [p.lang for p in doc.parts] == ["ar", "en"]
    keys = {h.anchor.split("-", 1)[1] for h in doc.parts[0].blocks if isinstance(h, Heading) and h.anchor}
    assert keys == {
        "summary",
        "map",
        "days",
        "area_table",
        "actor_table",
        "attribution",
        "security",
        "tallies",
        "noteworthy",
        "corrections",
        "unknown",
        "coverage",
        "register",
    }
    assert doc.draft


def test_every_link_of_the_page_has_its_target(data, tmp_path):
    pytest.importorskip("matplotlib")
    text = write_bulletin(data, START, END, tmp_path / "b.html", lang="both").read_text(encoding="utf-8")
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids
    assert text.count("<h1>") == 2
    assert all(re.search(r'alt="[^"]+"', img) for img in re.findall(r"<img[^>]*>", text))
    assert "الزعبي" not in text


def test_corrections_since_the_last_issue(data, tmp_path):
    pytest.importorskip("matplotlib")
    write_bulletin(data, START, END, tmp_path / "one.html")
    state = json.loads((tmp_path / "one.issue.json").read_text(encoding="utf-8"))
    ident = next(k for k, v in state["incidents"].items() if v["killed_high"] == 17)
    state["incidents"][ident]["killed_high"] = 9
    doc = compose(gather(data, START, END), data, "en", state["incidents"])
    at = next(n for n, b in enumerate(doc.parts[0].blocks) if isinstance(b, Heading) and b.anchor == "en-corrections")
    items = doc.parts[0].blocks[at + 1]
    assert isinstance(items, Items)
    assert items.lines == ("Attack, Gossi–Hombori road, Gao, Mali: Killed 5–9 → 5–17",)


def test_tables_are_rectangular(data):
    pytest.importorskip("matplotlib")
    doc = compose(gather(data, START, END), data, "both", None)
    for part in doc.parts:
        for t in part.blocks:
            if isinstance(t, Table):
                full = [len(r) == len(t.head) for r in t.rows]
                assert full[-1], t.caption
                for n, row in enumerate(t.rows):
                    # A row of one cell, a day of the register, heads full rows.
                    assert full[n] or (len(row) == 1 and full[n + 1] and t.widths), (t.caption, n)


def test_the_register_tells_each_incident_under_its_day(data):
    pytest.importorskip("matplotlib")
    facts = gather(data, START, END)
    part = compose(facts, data, "en", None).parts[0]
    register = next(t for t in part.blocks if isinstance(t, Table) and t.caption == "Incidents by day")
    assert sum(register.widths) == 100
    under, day_of = "", {}
    for row in register.rows:
        if len(row) == 1:
            under = row[0].text
        else:
            day_of[row[0].text] = under
    assert day_of == {r.incident.id[:10]: day(r.incident.date_start or r.incident.date_end, "en") for r in facts.rows}


def test_a_busy_month_lists_its_gravest_and_says_so(data, monkeypatch):
    pytest.importorskip("matplotlib")
    facts = gather(data, START, END)
    monkeypatch.setattr(document, "REGISTERED", 3)
    monkeypatch.setattr(register, "REGISTERED", 3)
    kept = register.registered(facts)
    assert len(kept) == 3 < len(facts.rows)
    assert {r.incident.id for r in facts.noteworthy[:3]} == {r.incident.id for r in kept}
    for lang in ("en", "ar"):
        part = compose(facts, data, lang, None).parts[0]
        assert any(isinstance(b, Para) and "3" in b.text and str(len(facts.rows)) in b.text and b.role == "note" for b in part.blocks)


def test_the_pdf_asks_for_nothing_but_our_fonts_and_drawings(data):
    pytest.importorskip("matplotlib")
    doc = compose(gather(data, START, END), data, "both", None)
    page = render_html(doc, pdf=True)
    asked = set(re.findall(r"waqai:([^'\"]+)", page))
    assert asked == {source(n).removeprefix("waqai:") for n in FONTS} | set(drawings(doc))
    assert len(drawings(doc)) == 4
    assert "data:" not in page
    assert "http" not in page.replace("http://www.w3.org", "").split("<body")[0]


def test_columns_fit_their_longest_words_and_fill_the_page():
    row = (Cell("Deir ez-Zor"), Cell("a long text that may well be broken over several lines of its cell"), Cell("824–1183", True))
    wide = widths(Table("t", ("Governorate", "What", "Killed"), (row,)))
    assert sum(wide) == pytest.approx(174)
    assert wide[1] == max(wide)
    assert wide[0] > 11 * 1.7
    assert wide[2] > 8 * 1.7
    crowded = widths(Table("t", tuple("abcdefghijkl"), (tuple(Cell("indivisible-word") for _ in range(12)),)))
    assert sum(crowded) == pytest.approx(174)


def test_word_file_is_right_to_left(data, tmp_path):
    docx = pytest.importorskip("docx")
    pytest.importorskip("matplotlib")
    file = docx.Document(str(write_bulletin(data, START, END, tmp_path / "b.docx")))
    xml = file.element.xml
    assert xml.count("<w:bidi/>") > 50
    assert "w:bidiVisual" in xml
    assert next(p.style.name for p in file.paragraphs if p.style.name.startswith("Heading")) == "Heading 1"
    assert 'descr="' in xml


def alternatives(node):
    """What the tags of a PDF say in place of pictures."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [alt for child in node for alt in alternatives(child)]
    if not isinstance(node, dict):
        return []
    return ([str(node["/Alt"])] if "/Alt" in node else []) + alternatives(node.get("/K"))


def test_pdf_holds_both_scripts(data, tmp_path):
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or Pango is not installed")
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(str(write_bulletin(data, START, END, tmp_path / "b.pdf", lang="en")))
    text = "".join(p.extract_text() for p in reader.pages)
    assert "Conflict incidents bulletin" in text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    chapters = [e["/Title"] for part in reader.outline if isinstance(part, list) for e in part if not isinstance(e, list)]
    assert {"Summary", "Where", "Coverage and method", "Incidents by day"} <= set(chapters)
    fonts = {str(f.get_object()["/BaseFont"]) for p in reader.pages for f in p["/Resources"]["/Font"].values()}
    assert {"Waqai-Sans-Arabic", "Waqai-Sans-Latin"} <= {name.split("+")[-1] for name in fonts}
    told = alternatives(reader.trailer["/Root"]["/StructTreeRoot"])
    assert any(alt.startswith("Map of incidents by district: ") and "Al-Khalis 1" in alt for alt in told), told
    assert any("most on one day: 2" in alt for alt in told), told


@pytest.mark.parametrize(
    ("start", "end", "name", "match"),
    [(END, START, "b.html", "ends"), (START, END, "b.odt", "docx")],
)
def test_bad_calls_are_clear(data, tmp_path, start, end, name, match):
    with pytest.raises(UsageError, match=match):
        write_bulletin(data, start, end, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
