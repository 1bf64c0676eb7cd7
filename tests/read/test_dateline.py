"""Publication dates from datelines: every example of the corpus, and the issues a bad dateline leaves."""

from __future__ import annotations

from datetime import date

import pytest

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
