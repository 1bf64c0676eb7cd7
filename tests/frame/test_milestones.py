"""A place that changed hands, told as the beginning of a time, is an event of that month (codebook 2.6, 2.7)."""

from __future__ import annotations

import pytest
from tests.frame.frame_text import claims, one


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("أما تل رفعت فتخضع لعناصر الوحدات منذ أن سيطرت عليها في شباط 2016.", "2016-02-01", "2016-02-29"),
        ("تعيش المدينة بلا رواتب منذ سيطرة الحوثيين على صنعاء في 21 أيلول 2014.", "2014-09-21", "2014-09-21"),
        ("ومنذ استعادة القوات العراقية الموصل في تموز 2017 عاد نصف السكان.", "2017-07-01", "2017-07-31"),
    ],
)
def test_since_it_fell(text: str, start: str, end: str) -> None:
    c = one(text)
    assert str(c.event_type) == "seizure_of_territory"
    assert (str(c.date_start), str(c.date_end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "يسيطر الحوثيون على صنعاء منذ 2014.",
        "وتخضع المدينة لسيطرة الجيش منذ سنوات.",
        "لم تتغير الأسعار منذ سقوط النظام في كانون الأول 2024.",
        "لم تنعقد المحكمة منذ الاستيلاء على السلطة في تموز 1968.",
    ],
)
def test_no_milestone(text: str) -> None:
    assert not [c for c in claims(text) if c.statement is None]
