"""Numbers as news writes them: the second corpus, and a megabyte in linear time."""

from __future__ import annotations

import time
from typing import Any

import pytest

from waqai.annotate.number import find_numbers
from waqai.resources import DATA, read_yaml

ROWS: list[list[str]] = read_yaml(DATA / "number" / "news.corpus.yml")["rows"]


def figure(x: float | None) -> str:
    """As the corpus writes it."""
    return "" if x is None else (str(int(x)) if float(x).is_integer() else f"{x:.3g}")


def read(text: str) -> list[str]:
    """The range of each mention but ordinals."""
    found = [m for m in find_numbers(text) if m.form != "ordinal"]
    return [figure(m.low) if m.low == m.high else f"{figure(m.low)}..{figure(m.high)}" for m in found]


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    assert len(ROWS) >= 450
    assert len({r[0] for r in ROWS}) == len(ROWS)
    assert len([r for r in ROWS if len(r) == 1]) >= 70


def test_news_numbers() -> None:
    assert [(t, want, got) for t, *want in ROWS if (got := read(t)) != want] == []


def test_news_numbers_in_a_sentence() -> None:
    """The same after a few words: nothing before a number changes it."""
    wrong: list[Any] = [(t, want, got) for t, *want in ROWS if (got := read(f"وأفاد المصدر، {t}، وفق البيان")) != want]
    assert len(wrong) <= 0.02 * len(ROWS), wrong


def test_spans_are_slices_of_the_text() -> None:
    for text, *_ in ROWS:
        for m in find_numbers(text):
            assert text[m.span.start : m.span.end] == m.text
            assert m.noun_span is None or text[m.noun_span.start : m.noun_span.end] == m.noun


@pytest.mark.parametrize(
    ("sign", "want"),
    [("", "30"), (">", "30.."), ("> ", "30.."), ("≥", "30.."), ("≥ ", "30.."), (">=", "30.."), ("+", "30.."), ("<", "..30"), ("≤ ", "..30"),
     ("<= ", "..30"), ("~", "30"), ("≈ ", "30"), ("=", "30")],
)  # fmt: skip
def test_signs_bound_a_figure(sign: str, want: str) -> None:
    assert read(f"سقط {sign}30 قتيلاً") == [want]
    assert read(f"سقط {sign}٣٠ قتيلاً") == [want]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["مقتل ما لا يقل عن 12 مدنياً ولا يزيد على 20 وإصابة عشرات بين 3 و7، ", "أكثر من 3 وأقل من "])
def test_a_megabyte_takes_ten_times_a_tenth_of_it(piece: str) -> None:
    def cost(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        start = time.process_time()
        find_numbers(text)
        return time.process_time() - start

    cost(2_000)
    tenth = min(cost(100_000) for _ in range(2))
    assert cost(1_000_000) < 10 * 2.5 * max(tenth, 0.05)
