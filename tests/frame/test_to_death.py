"""Tortured to death, attempts that failed, first tolls and what they came to, cities that are no outlets."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("أصابت قوات النظام شابين بالرصاص في درعا أمس ثم أمسكت بهما وعذبتهما حتى الموت.", 2),
        ("اعتقلت الشرطة العسكرية شابا في عفرين وعذبته حتى الموت أمس.", 1),
        ("ضرب مسلحون رجلا حتى الموت في إعزاز أمس.", 1),
        ("رجمت حركة الشباب امرأة حتى الموت في جلب أمس.", 1),
    ],
)
def test_to_death(text: str, dead: int) -> None:
    told = claims(text)[-1]
    assert told.fatalities
    assert low_high(told.fatalities) == (dead, dead)


def test_an_attempt_that_failed() -> None:
    text = "قتل أربعة مدنيين في بعقوبة الأحد، فيما نجا قائد شرطة كركوك من محاولة لاغتياله جنوب كركوك."
    told = next(c for c in claims(text) if str(c.event_type) == "assassination")
    assert told.fatalities
    assert low_high(told.fatalities) == (0, 0)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("انفجرت سيارة مفخخة في سوق ببغداد، وكانت الحصيلة الأولية أشارت إلى مقتل أربعة قبل أن ترتفع إلى تسعة.", 9),
        ("انفجرت سيارة مفخخة في سوق ببغداد أمس، وكانت حصيلة أولية تحدثت عن مقتل أربعة أشخاص.", 4),
        ("ارتفعت حصيلة تفجير السيارة المفخخة في بغداد من أربعة قتلى إلى تسعة.", 9),
        ("قتل تسعة أشخاص في تفجير ببغداد، في حصيلة جديدة. وكانت حصيلة سابقة تحدثت عن أربعة قتلى.", 9),
        ("قتل أربعة في انفجار ببغداد، ونقلت الحصيلة الكاملة إلى ثلاثة مستشفيات.", 4),
    ],
)
def test_the_last_toll(text: str, dead: int) -> None:
    told = one(text)
    assert told.fatalities
    assert low_high(told.fatalities) == (dead, dead)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجرت سيارة مفخخة ببغداد اليوم ما أدى إلى مقتل أربعة مدنيين.", "Baghdad"),
        ("انفجرت سيارة مفخخة في بغداد اليوم ما أدى إلى مقتل أربعة مدنيين.", "Baghdad"),
        ("شهدت بغداد اليوم تفجيرا أودى بأربعة مدنيين.", "Baghdad"),
        ("انفجرت سيارة مفخخة بحلب اليوم ما أدى إلى مقتل أربعة مدنيين.", "Aleppo"),
        ('قال مصدر أمني لـ"بغداد اليوم" إن سيارة مفخخة انفجرت في كركوك أمس.', "Kirkuk"),
        ("قال مراسل بغداد اليوم إن سيارة مفخخة انفجرت في كركوك أمس.", "Kirkuk"),
        ("قتل مدنيان بقصف على الموصل القديمة أمس.", "Old City of Mosul"),
        ("انفجرت عبوة ناسفة في دمشق الآن ما أدى إلى مقتل مدنيين.", "Damascus"),
        ("أوضحت حلب اليوم أن قصفا استهدف مدينة إدلب أمس.", "Idlib"),
    ],
)
def test_a_city_and_a_day(text: str, place: str) -> None:
    told = one(text)
    assert told.place is not None
    assert told.place.name_en == place
    assert sides(told)[0] is None
