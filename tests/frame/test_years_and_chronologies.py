"""A year counts nobody, and a dated item of a chronology is dated by its head."""

from __future__ import annotations

import pytest
from frame_text import low_high, one


@pytest.mark.parametrize(
    "text",
    [
        "وقُتل في 2019 قائد الكتيبة بعبوة في عدن.",
        "واغتيل في 2020 مدير الأمن في تعز.",
        "قُتل عام 2018 قائد اللواء بانفجار لغم في الضالع.",
        "قُتل منذ 2023 قائد اللواء بقصف على مأرب.",
    ],
)
def test_a_year_counts_nobody(text: str) -> None:
    assert low_high(one(text).fatalities) in ((1, 1), None)


def test_a_number_that_looks_like_a_year() -> None:
    assert low_high(one("قتل الجيش 2019 عنصراً من التنظيم في الباغوز.").fatalities) == (2019, 2019)
    assert low_high(one("قُتل في 2016 نحو 30 مدنياً بغارة على سوق في صنعاء.").fatalities) == (30, 30)


@pytest.mark.parametrize("head", ["- 14 أكتوبر 2017:", "14 أكتوبر 2017:", "في 14 أكتوبر 2017:", "14/10/2017:", "14 تشرين الأول 2017 -"])
def test_an_item_is_dated_by_its_head(head: str) -> None:
    claim = one(f"{head} تفجير شاحنة مفخخة في مقديشو يودي بحياة 587 شخصاً.")
    assert str(claim.date_start) == "2017-10-14"


def test_the_day_a_report_was_filed() -> None:
    assert one("الأبيض 14 مايو 2024 - قُتل خمسة مدنيين بقصف على السوق.").date_start is None
