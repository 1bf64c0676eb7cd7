"""Days of another paragraph: kept where words tie the event to them, left where it is an event elsewhere; live pages."""

from __future__ import annotations

from datetime import date

import pytest
from frame_text import claims

_FIRST = "قُتل جندي أمس برصاص مجهولين في مدينة نوى بريف درعا.\n"
_DAY = date(2024, 3, 4)
_LIVE = """آخر الأخبار – السبت 29 آب 2020 (بتوقيت دمشق)

21:40 – مقتل ثلاثة مدنيين بانفجار مفخخة في تل أبيض
20:55 – "قسد" تعتقل عشرة شبان عند حواجز بلدة المنصورة غربي الرقة (مصادر محلية)
19:32 – إصابة مدنيَّين بقصف مدفعي تركي على قرية أم الكيف في ريف تل تمر
"""


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("\nوفي إدلب، انفجرت عبوة ناسفة بسيارة في خان شيخون فقتلت مدنيين.", None),
        ("وعلى إثر ذلك اعتقلت قوات النظام ثلاثة شبان في مدينة جاسم.", _DAY),
        ("وفي إدلب، انفجرت عبوة فجراً بسيارة في خان شيخون فقتلت مدنيين.", _DAY),
        ("وفي مدينة جاسم القريبة منها، أصيب شرطي بالهجوم نفسه.", _DAY),
    ],
)
def test_an_event_elsewhere_is_not_of_the_day_told_before(then: str, day: date | None) -> None:
    assert claims(_FIRST + then, "2024-03-05")[-1].date_start == day


def test_the_items_of_a_live_page_are_of_its_day() -> None:
    got = [(c.place.name_ar if c.place else None, c.date_start) for c in claims(_LIVE, "2020-08-30")]
    assert got == [(name, date(2020, 8, 29)) for name in ("تل أبيض", "المنصورة", "أم الكيف")]


def test_a_dateline_with_its_day_is_no_place() -> None:
    (c,) = claims("دمشق 7 مارس 2021 (شينخوا) قتل تسعة رعاة اليوم بانفجار ثلاثة ألغام في بادية حماة الشرقية.", "2021-03-07")
    assert c.place is not None
    assert c.place.name_ar == "بادية حماة الشرقية"


@pytest.mark.parametrize(
    "text",
    [
        "أعلن جهاز الأمن الوطني، أمس، اعتقال ثمانية من داعش في كركوك، فيما أعلن جهاز المخابرات القبض على ثلاثة في الأنبار.",
        "قضت محكمة جنايات بابل، أمس، بإعدام رجل أدين بتفجير سيارة مفخخة في مدينة الحلة أدى إلى مقتل 15 مدنياً.",
    ],
)
def test_the_day_of_who_spoke_or_judged_dates_no_deed(text: str) -> None:
    assert {c.date_start for c in claims(text, "2024-03-05")} <= {None}


def test_a_day_told_once_holds_for_what_follows() -> None:
    got = claims("قُتل جندي أمس برصاص مجهولين في نوى، وقالت مصادر محلية إن مسلحين هاجموا حاجزاً في المدينة.", "2024-03-05")
    assert got[0].date_start == _DAY
