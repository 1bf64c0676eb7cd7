"""The day somebody told of an event is not the day of the event, also behind it (codebook 6.1)."""

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    "told",
    [
        "كما أعلن شهود ومسؤولون الثلاثاء",
        "بحسب ما أفادت هيئة الأركان أمس الثلاثاء",
        "حسبما أعلن الجيش في بيان اليوم الأربعاء",
        "على ما أفاد مصدر أمني يوم الاثنين",
    ],
)
def test_the_day_of_the_teller(told: str) -> None:
    assert one(f"قُتل 17 جندياً في هجوم شمال بوركينا فاسو، {told}.").date_start is None
    assert str(one(f"قُتل 17 جندياً الأحد في هجوم شمال بوركينا فاسو، {told}.").date_start) == "2024-05-12"


def test_no_other_event_takes_it_over() -> None:
    told = claims("أعلن الجيش، يوم الجمعة، مقتل سبعة مسلحين في مدينة كيدال. وأضاف أن مدفعية الجيش قصفت مواقع للمسلحين.")
    assert [c.date_start for c in told] == [None] * len(told)


def test_the_day_of_the_event_behind_its_teller() -> None:
    c = one("قُتل جنديان في هجوم، كما أعلن الجيش، الثلاثاء الماضي قرب مدينة كيدال.")
    assert c.date_start is not None
