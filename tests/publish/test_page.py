"""The bilingual page: self-contained, complete, and alive in a browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from publish_sample import sample_data

from waqai.errors import UsageError
from waqai.model import EventType, GeoPrecision, Modality, Span, TimeBasis, TimePrecision, Weapon
from waqai.publish.data import build
from waqai.publish.labels import table
from waqai.publish.page import payload, render_page, write_page
from waqai.publish.policy import disclose
from waqai.publish.quotes import Piece, plain, quote_pieces, sentence_spans


@pytest.fixture(scope="module")
def page():
    return render_page(disclose(sample_data(), "partner"), ["incidents.csv"])


def test_nothing_is_fetched(page):
    body = page.replace("http://www.w3.org/2000/svg", "")
    outside = re.findall(r"""(?:src|href)=["'](?!data:|#)(https?:[^"']+)|url\((?!data:|"data:)([^)]+)\)|@import""", body)
    assert outside == []
    assert "default-src 'none'" in page


def test_same_data_same_page(page):
    assert render_page(disclose(sample_data(), "partner"), ["incidents.csv"]) == page


def test_every_version_stands_in_the_page_with_its_claimant(page):
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])
    rows = list(sample_data().incidents)
    assert len(data["incidents"]) == len(rows)
    assert sum(len(i["versions"]) for i in data["incidents"]) == sum(len(r.versions) for r in rows)
    assert all(v["who"]["en"] for i in data["incidents"] for v in i["versions"])
    assert all(v["quote"] for i in data["incidents"] for v in i["versions"])
    assert len(data["tallies"]) == 2


def test_names_are_withheld_and_shown_as_withheld(page):
    assert "خالد يوسف الزعبي" not in page
    assert '"withheld"' in page


def test_text_cannot_end_its_script_element():
    data = sample_data()
    row = next(iter(data.incidents))
    evil = replace(row, versions=(replace(row.versions[0], quote=(Piece("</script><script>alert(1)</script>"),)),))
    assert "<script>alert(1)" not in render_page(replace(data, incidents=[evil]))


def test_page_of_nothing_is_still_a_page():
    assert '"incidents":[]' in render_page(build([]))


def test_unwritable_place_is_a_clear_error(tmp_path):
    (tmp_path / "x").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_page(build([]), tmp_path / "x" / "index.html")


def test_quote_keeps_the_sentences_of_the_evidence():
    text = "قال المصدر إن الطقس جيد. قُتل عنصران في ذيبان. لا شيء هنا. وقع ذلك أمس."
    at = text.index("قُتل")
    place = text.index("ذيبان")
    day = text.index("أمس")
    pieces = quote_pieces(text, {"trigger": [Span(at, at + 5)], "place": [Span(place, place + 5)], "date": [Span(day, day + 3)]})
    assert plain(pieces) == "قُتل عنصران في ذيبان. … وقع ذلك أمس."
    assert [p.field for p in pieces if p.field] == ["trigger", "place", "gap", "date"]


def test_sentences_do_not_break_inside_numbers():
    assert [Span(0, 20)] == sentence_spans("بلغ الارتفاع 3.5 متر")


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("event_type", EventType),
        ("modality", Modality),
        ("weapon", Weapon),
        ("geo_precision", GeoPrecision),
        ("time_precision", TimePrecision),
        ("time_basis", TimeBasis),
    ],
)
def test_every_value_of_the_codebook_has_both_names(kind, values):
    entries = table("labels")[kind]
    assert set(entries) == {str(v) for v in values}
    assert all(e["ar"] and e["en"] for e in entries.values())


def test_every_type_has_one_family():
    found = [t for f in table("labels")["family"].values() for t in f["types"]]
    assert sorted(found) == sorted(str(t) for t in EventType)


@pytest.mark.parametrize("name", ["ui", "bulletin"])
def test_every_phrase_has_two_languages(name):
    bad = [k for k, v in table(name).items() if isinstance(v, list) and len(v) != 2]
    assert bad == []
    assert all(isinstance(x, str) for k, v in table("bulletin").items() if isinstance(v, list) for x in v)


def test_script_uses_only_phrases_that_exist():
    from waqai.publish.page import PAGE

    used = set(re.findall(r"""ui\('([a-z_0-9]+)'""", (PAGE / "app.js").read_text(encoding="utf-8")))
    used |= set(re.findall(r'data-ui="([a-z_]+)"', (PAGE / "index.html").read_text(encoding="utf-8")))
    assert {u for u in used if not u.endswith("_")} - set(table("ui")) == set()


def test_payload_is_plain_json():
    json.dumps(payload(sample_data()))


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "rtl"), [("ar", "rtl"), ("en", "ltr")])
def test_page_lives_in_a_browser(tmp_path, lang, rtl):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("chromium is not installed")
    path = write_page(disclose(sample_data(), "partner"), tmp_path / "index.html")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
    done = subprocess.run(
        [chromium, *flags, f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=2000", "--dump-dom", f"file://{path}#lang={lang}"],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    dom = done.stdout
    assert f'<html lang="{lang}" dir="{rtl}"' in dom
    assert dom.count('class="inc"') == len(list(sample_data().incidents))
    assert 'class="mk"' in dom
    assert 'role="slider"' in dom
