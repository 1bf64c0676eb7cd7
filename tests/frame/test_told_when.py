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


@pytest.mark.parametrize(
    "lead",
    [
        "أفاد التلفزيون الرسمي، اليوم الأربعاء، بمقتل 12 جندياً إثر كمين في منطقة تيلابيري",
        "أعلنت وزارة الدفاع الثلاثاء مقتل 12 جندياً في كمين في منطقة تيلابيري",
    ],
)
def test_the_day_told_in_full(lead: str) -> None:
    c = one(f"{lead}. وقال مصدر أمني إن مسلحين نصبوا كميناً لدورية الأحد في بلدة أنزورو وقتلوا 12 جندياً.")
    assert (str(c.date_start), c.place and c.place.name_ar) == ("2024-05-12", "أنزورو")
