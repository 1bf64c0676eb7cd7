"""Sentences that go on with what was told, and words that tell nothing of their own."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one

from waqai.pipeline import code_text


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون ليلة أمس قرية شحل التابعة لناحية سركران في كركوك.\nوأسفر الهجوم عن مقتل جندي وإصابة ثمانية مدنيين.",
        "انفجرت عبوة ناسفة أمس في سوق كركوك. وأدى الانفجار إلى مقتل جندي وإصابة ثمانية مدنيين.",
        "نفذت القوات العراقية أمس إنزالا جويا في وادي الشاي جنوب كركوك. وأسفرت هذه العملية عن مقتل جندي وإصابة ثمانية.",
    ],
)
def test_what_the_attack_led_to_belongs_to_it(text: str) -> None:
    c = one(text)
    assert low_high(c.fatalities) == (1, 1)
    assert low_high(c.injuries) == (8, 8)


def test_the_same_killing_told_again_is_one() -> None:
    text = (
        "أعلن تنظيم داعش أنه قتل شرطيا في مدينة الشدادي، بالإضافة إلى استهداف عنصرين من قوات سوريا الديمقراطية.\n"
        "وأوضح التنظيم أنه اغتال شرطيا في مدينة الشدادي."
    )
    assert len([c for c in claims(text) if c.fatalities is not None]) == 1


def test_at_that_time_goes_on() -> None:
    text = "نفذ التحالف أمس عملية أمنية في منطقة البصيرة.\nوشهدت البصيرة، حينها، إنزالا جويا نفذه التحالف، واعتقل ثلاثة أشخاص."
    assert len(claims(text)) == 1


def test_operations_in_spite_of_which_something_happened_are_no_event() -> None:
    text = "زاد نشاط خلايا داعش على الرغم من تنفيذ التحالف الدولي خلال الأسبوعين الماضيين عمليات أمنية في دير الزور."
    assert [c for c in claims(text) if str(c.kind) != "statement"] == []


def test_a_campaign_announced_is_a_development_of_that_day() -> None:
    c = one("أعلنت وزارة الداخلية السورية، في 8 أيار، إطلاق عملية أمنية واسعة في عدد من المحافظات تستهدف خلايا داعش.")
    assert str(c.event_type) == "strategic_development"
    assert str(c.date_start) == "2024-05-08"


def test_a_group_is_as_many_as_it_is_made_up_of() -> None:
    c = one("أعلنت قوات سوريا الديمقراطية أمس القضاء على خلية لتنظيم داعش مؤلفة من خمسة عناصر في ريف دير الزور.")
    assert low_high(c.fatalities) == (5, 5)


def test_earlier_today_is_when_it_was_announced() -> None:
    text = "أعلنت الشرطة في وقت سابق اليوم مقتل عنصرين في هجوم الدبس."
    assert all(c.date_start is None for c in code_text(text, published="2024-05-15").claims)


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة مفخخة في مدينة اعزاز أمس وقتلت تسعة أشخاص. وكانت السيارة انفجرت قرب سوق الهال في ساعة الذروة.",
        "أحرق مستوطنون أربع مركبات في بلدة حوارة فجر اليوم. وقال مسؤول إن المستوطنين أضرموا النار في المركبات قبل أن يتصدى لهم الأهالي.",
        "اندلعت اشتباكات بين مجموعتين في مدينة الزاوية ليل الجمعة وأسفرت عن مقتل ثلاثة. وقال جهاز الإسعاف إن 12 شخصاً أصيبوا.",
    ],
)
def test_the_thing_told_before_and_those_a_source_adds_are_no_second_event(text: str) -> None:
    assert len(claims(text)) == 1


def test_another_car_is_a_second_event() -> None:
    text = "انفجرت سيارة مفخخة في مدينة اعزاز أمس وقتلت تسعة أشخاص. كما انفجرت سيارة أخرى في الباب وأصابت اثنين."
    assert len(claims(text)) == 2
