"""Whose the victims and the things hit were: told behind the event, in whose ranks men fell, or known from who fights whom."""

from __future__ import annotations

import pytest
from frame_text import claims, sides

from waqai.pipeline import code_text


def targets(text: str) -> list[str | None]:
    return [sides(c)[1] for c in claims(text) if c.kind == "event"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استهدف مسلحون مجهولون سيارة عسكرية في الحسكة أمس.\nوالسيارة تابعة لقوات سوريا الديمقراطية، بحسب الأهالي.", "SDF"),
        ("انفجرت عبوة ناسفة بسيارة عسكرية في تكريت أمس، ما أدى إلى مقتل اثنين.\nوقال مصدر طبي إن القتيلين من عناصر الحشد الشعبي.", "PMF"),
        ("استهدف مسلحون مجهولون آلية في إدلب أمس.\nوتبين أن الآلية كانت تقل عناصر من هيئة تحرير الشام.", "HTS"),
        ("سقطت قذيفة هاون على سيارة عسكرية في الحسكة أمس، ما أوقع قتلى وجرحى في صفوف قوات سوريا الديمقراطية.", "SDF"),
        ("تعرضت سيارة عسكرية في الحسكة لهجوم مسلح أمس.\nوأعلنت قوات سوريا الديمقراطية مقتل ثلاثة من عناصرها في الهجوم.", "SDF"),
        ("اغتال مسلحون مجهولون شابا في نوى أمس.\nوقال التجمع إن القتيل كان عنصرا في فرع الأمن العسكري.", "Syrian regime forces"),
    ],
)
def test_the_party_told_later_was_hit(text: str, name: str) -> None:
    assert targets(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "اغتال مسلحون مجهولون شابا في نوى أمس.\nوقال التجمع إن القتيل لا ينتمي لأي فصيل، وإن المنفذين من عناصر تنظيم داعش.",
        "اغتال مسلحون مجهولون معلما في نوى أمس.\nوقال الأهالي إن المهاجمين كانوا عناصر في الأمن العسكري.",
        "انفجرت عبوة ناسفة بحافلة في تكريت أمس، ما أدى إلى مقتل اثنين.\nوقال مصدر طبي إن القتيلين مدنيان.",
    ],
)
def test_the_doers_side_and_civilians_are_no_party_hit(text: str) -> None:
    assert targets(text) == ["civilians"]


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("استهدف الجيش العراقي أمس مضافة في جبال حمرين بقذائف المدفعية.", "2023-05-10", "ISIS"),
        ("قصفت كتائب القسام أمس تجمعا للآليات في رفح بقذائف الهاون.", "2024-03-05", "Israel"),
        ("استهدفت الفصائل المعارضة أمس مطار حماة العسكري بصواريخ غراد.", "2016-03-05", "Syrian regime forces"),
        ("قصفت قوات الدعم السريع أمس معسكرا في الفاشر بالمدفعية.", "2024-03-05", "Sudanese army"),
        ("عثر الجيش العراقي أمس على كدس للعتاد من مخلفات تنظيم داعش في قرية قرب كركوك.", "2023-05-10", "ISIS"),
        ("عثر الجيش العراقي أمس على كدس للعتاد في قرية قرب كركوك.", "2023-05-10", None),
        ("استهدفت جماعة الحوثي أمس سفينة شحن في البحر الأحمر بصاروخ.", "2024-03-05", None),
        ("قصف حزب الله أمس كريات شمونة برشقة صاروخية.", "2024-03-05", None),
        ("قصف الجيش الإسرائيلي أمس أراضي زراعية في بنت جبيل بالمدفعية.", "2024-03-05", None),
    ],
)
def test_a_thing_of_war_is_the_foes_and_a_town_is_nobodys(text: str, day: str, name: str | None) -> None:
    assert [c.target.name_en if c.target else None for c in code_text(text, published=day).claims] == [name]
