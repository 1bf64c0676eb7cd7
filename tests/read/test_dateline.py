"""Publication dates from datelines: every example of the corpus, and the issues a bad dateline leaves."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.pipeline import code_text
from waqai.read import make_report
from waqai.read.dateline import find_dateline
from waqai.resources import DATA, read_yaml

CORPUS = read_yaml(DATA / "read" / "dateline.corpus.yml")


@pytest.mark.parametrize("entry", CORPUS, ids=[e["text"][:40].replace("\n", " ") for e in CORPUS])
def test_dateline_corpus(entry: dict) -> None:
    assert find_dateline(entry["text"]).when == entry["published"]


def test_dateline_span_points_at_the_date() -> None:
    text = "انفجار في بعقوبة\n\nالأحد ١٧ أيلول ٢٠٢٣\n\nانفجرت عبوة."
    found = find_dateline(text)
    assert found.when == date(2023, 9, 17)
    assert text[found.span.start : found.span.end] == "١٧ أيلول ٢٠٢٣"
    assert found.issues == ()


def test_dateline_wrong_weekday_is_kept_with_an_issue() -> None:
    found = find_dateline("الاثنين 17 أيلول 2023\nانفجرت عبوة.")
    assert found.when == date(2023, 9, 17)
    assert [i.code for i in found.issues] == ["dateline-weekday"]


def test_dateline_impossible_date_is_empty_with_an_issue() -> None:
    found = find_dateline("31 شباط 2020\nانفجرت عبوة.")
    assert found.when is None
    assert [i.code for i in found.issues] == ["date-unreadable"]
    assert found.issues[0].span is not None


def test_dateline_iso_stamp_keeps_its_zone() -> None:
    found = find_dateline("2025-11-29T15:18:00+03:00\nمقتل شرطي في كركوك")
    assert found.when is not None
    assert found.when.isoformat() == "2025-11-29T15:18:00+03:00"


def test_code_text_dates_a_report_as_the_read_room_does() -> None:
    text = "انفجار في بعقوبة\nآخر تحديث: 9/6/2019 - نشر في: 8/6/2019\nقُتل شرطيان أمس بانفجار عبوة ناسفة في بعقوبة."
    coded = code_text(text)
    assert coded.report == make_report(text)
    assert {c.date_start for c in coded.claims} == {date(2019, 6, 7)}


def test_code_text_takes_what_cannot_be_coded() -> None:
    for text in ("", "Nothing here.", "\ud800"):
        coded = code_text(text)
        assert coded.claims == ()
        assert [i.code for i in coded.issues] == ["unreadable-input"]
