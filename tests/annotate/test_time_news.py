"""Dates as news writes them: the second corpus, missing years narrowed by dated things, a megabyte in linear time."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from waqai.annotate.time import annotate_times, find_times
from waqai.annotate.time.facts import allowed, facts_of
from waqai.annotate.time.lexicon import time_words
from waqai.model import TimeBasis
from waqai.normalise import tokenize
from waqai.pipeline import code_text
from waqai.resources import DATA, read_yaml

CORPUS: dict[str, Any] = read_yaml(DATA / "time" / "news.corpus.yml")
ROWS = [(g["anchor"], text, days) for g in CORPUS["examples"] for text, *days in g["say"]]


def read(text: str, published: date | None) -> list[str]:
    """Days of each mention, as the corpus writes them."""
    ends = [(str(m.start or ""), str(m.end or "")) for m in find_times(text, published)]
    return [a if a and a == b else f"{a}..{b}" for a, b in ends]


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len(ROWS) >= 600
    assert len(CORPUS["negatives"]) >= 120
    assert len({(a, t) for a, t, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("group", CORPUS["examples"], ids=lambda g: str(g["anchor"]))
def test_news_dates(group: dict[str, Any]) -> None:
    wrong = [(t, d, got) for t, *d in group["say"] if (got := read(t, group["anchor"])) != d]
    assert not wrong


def test_negatives_hold_no_date() -> None:
    assert [(t, got) for t in CORPUS["negatives"] if (got := read(t, date(2023, 8, 17)))] == []


def test_spans_are_slices_of_the_text() -> None:
    for anchor, text, _ in ROWS:
        lead = "نقلت الوكالة: "
        plain = find_times(text, anchor)
        assert all(text[m.span.start : m.span.end] == m.text for m in plain)
        moved = find_times(lead + text, anchor)
        if len(moved) == len(plain):
            assert [(m.span.start - len(lead), m.text) for m in moved] == [(m.span.start, m.text) for m in plain]


# Thursday 21 May: 2015, 2020, 2026
OPEN = "قُتل جندي بهجوم في دير الزور، الخميس 21 من أيار"


def test_an_open_year_keeps_its_candidates_and_is_never_guessed() -> None:
    (m,) = find_times(OPEN)
    assert (m.start, m.basis, m.candidate_years) == (None, TimeBasis.NONE, (2015, 2020, 2026))
    low, high = time_words().years
    assert (low, high) == (2011, 2026)
    (claim,) = [c for c in code_text(OPEN).claims if c.candidate_years]
    assert (claim.date_start, claim.candidate_years) == (None, (2015, 2020, 2026))
    assert "year-open" in [i.code for i in code_text(OPEN).issues]


@pytest.mark.parametrize(
    ("more", "years"),
    [
        ("، وفق قوات سوريا الديمقراطية", (2020, 2026)),  # since October 2015
        ("، بعد عملية نبع السلام", (2020, 2026)),
        ("، بحسب الحرس الوطني في السويداء", (2026,)),  # since August 2025
        (" نفذه تنظيم حراس الدين", (2020,)),  # 2018 to January 2025: an event of the same sentence lies inside
        ("، وفق المتحدث باسم التحالف مايلز كاغينز", (2020,)),
    ],
)
def test_dated_things_narrow_a_missing_year(more: str, years: tuple[int, ...]) -> None:
    text = OPEN + more
    coded = code_text(text)
    m = next(c for c in coded.claims)
    if len(years) > 1:
        assert m.candidate_years == years
        assert "year-open" in [i.code for i in coded.issues]
    else:
        assert (m.date_start, m.time_basis) == (date(years[0], 5, 21), TimeBasis.INFERRED_YEAR)
        detail = next(i.detail for i in coded.issues if i.code == "year-inferred")
        assert str(years[0]) in detail
        assert "The text names" in detail


def test_a_day_said_to_be_today_sets_the_anchor_once_its_year_is_known() -> None:
    text = "قال الناطق مايلز كاغينز اليوم، الخميس 21 من أيار، إن الجنود انسحبوا أمس"
    assert read(text, None) == ["2020-05-21", "2020-05-20"]


def test_a_later_report_may_still_name_a_group_that_is_gone() -> None:
    text = "قالت الوزارة اليوم، الخميس 21 من أيار، إنها حاكمت قادة في تنظيم حراس الدين"
    found = [m for m in annotate_times_of(text) if m.candidate_years]
    assert found[0].candidate_years == (2020, 2026)


def annotate_times_of(text: str) -> Any:
    from waqai.annotate.actor import annotate_actors
    from waqai.read import make_report
    from waqai.segment import segment

    parts = segment(make_report(text, refuse=False))
    return annotate_times(parts, None, actors=annotate_actors(parts, None))[0]


def test_facts_have_days_in_order_and_are_found_with_proclitics() -> None:
    for rows in read_yaml(DATA / "time" / "facts.yml").values():
        for row in rows:
            assert row["names"]
            assert row.get("until") is None or row["since"] < row["until"]
    (fact,) = facts_of(tokenize("منذ بدء عملية وغصن الزيتون")).items
    assert fact.since == date(2018, 1, 20)
    assert not allowed(date(2017, 5, 1), (fact,))
    assert allowed(date(2026, 5, 1), (fact,))


def test_contradicting_facts_exclude_nothing() -> None:
    (m,) = find_times("قال ستيف وارن، الخميس 21 من أيار، إن عملية ردع العدوان بدأت")
    assert m.candidate_years == (2015, 2020, 2026)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["قتل ثلاثة جنود أمس الأربعاء 15 أيار قرب القرية، ومنذ مطلع العام قتل 12 من 3 إلى ", "3 من "])
def test_a_megabyte_takes_ten_times_a_tenth_of_it(piece: str) -> None:
    def cost(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        tokenize(text)
        start = time.process_time()
        find_times(text, date(2024, 5, 15))
        return time.process_time() - start

    cost(2_000)
    tenth = min(cost(100_000) for _ in range(2))
    assert cost(1_000_000) < 10 * 2.5 * max(tenth, 0.05)
