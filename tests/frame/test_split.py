"""A count split by place is a total, each part a further one; what is told of one event is not."""

from __future__ import annotations

import pytest
from frame_text import claims


def totals(text: str) -> list[int]:
    """The killed, held or events of every total, in text order."""
    return [
        next((n for n in (c.fatalities and c.fatalities.low, c.captured and c.captured.low, c.events and c.events.low) if n), 0)
        for c in claims(text)
        if c.kind == "tally"
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("أحصت الشبكة السورية مقتل 48 شخصاً في عموم البلاد اليوم الثلاثاء، منهم 21 في إدلب و17 في حلب وعشرة في درعا.", [48, 21, 17, 10]),
        ("وثّقت لجان التنسيق أمس مقتل 35 مدنياً، منهم 20 في حمص و15 في حماة.", [35, 20, 15]),
        ("توثيق خمسة وسبعين شهيداً أمس في سوريا: أربعون شهيداً في ريف دمشق، عشرون في حلب، خمسة عشر في إدلب.", [75, 40, 20, 15]),
        ("قتل المستوطنون 20 فلسطينياً في الضفة منذ بداية العام، بينهم 12 في نابلس و5 في الخليل.", [20, 12, 5]),
        ("شن التحالف خلال يناير الماضي 120 غارة على اليمن، 70 منها على مأرب و30 على حجة.", [120, 70, 30]),
    ],
)
def test_a_count_split_by_place_is_a_total_with_its_parts(text: str, numbers: list[int]) -> None:
    assert totals(text) == numbers


def test_sub_districts_of_the_whole_have_parts_of_their_own() -> None:
    text = (
        "وثّقت المنظمة 60 حالة اعتقال في منطقة عفرين خلال شباط الماضي.\n"
        "وتوزعت الحالات على النواحي كما يلي: 30 حالة في مركز مدينة عفرين، و18 في ناحية بلبل، و12 في ناحية معبطلي."
    )
    assert totals(text) == [60, 30, 18, 12]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل 12 شخصاً بانفجار سيارة مفخخة في سوق الباب أمس، منهم خمسة من حمص وثلاثة من درعا.",
        "أصيب تسعة مدنيين بقصف على بلدة النيرب أمس، بينهم ثلاثة أطفال وامرأتان.",
        "قتل مسلحون ثلاثة جنود في ديالى أمس، ثم فروا نحو كركوك.",
    ],
)
def test_one_event_is_no_total(text: str) -> None:
    assert totals(text) == []
