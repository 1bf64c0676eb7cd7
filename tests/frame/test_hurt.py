"""Whoever is hit did not do it, even where nobody else is named."""

from __future__ import annotations

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    "text",
    [
        "قتل احد عناصر الشرطة العراقية وأصيب خمسة آخرون في هجومين بعبوات ناسفة استهدفا دوريتين للشرطة جنوب كركوك.",
        "لقي 17 شخصا حتفهم في هجوم انتحاري بشاحنة مفخخة استهدف مقرا لمغاوير الشرطة في مدينة سامراء.",
        "قتل جندي عراقي وأصيب آخر بجروح في هجوم مسلح استهدف دوريتهما عند قرية العباسي.",
        "خمسة اشخاص بينهم اثنان من عناصر الشرطة العراقية قتلوا في هجوم انتحاري بسيارة مفخخة في الموصل.",
        "قتل ثمانية من عناصر الشرطة العراقية عندما فجر انتحاري نفسه وسط تجمع لهم في الحلة.",
        "انفجرت عبوة ناسفة قرب دورية للجيش الباكستاني في وزيرستان، ما أدى إلى مقتل ثلاثة جنود.",
        "هجوم انتحاري يستهدف رتلا للجيش الصومالي قرب أفجوي",
    ],
)
def test_who_is_hit_did_not_do_it(text: str) -> None:
    assert one(text).perpetrator is None


def test_an_attack_of_a_party_is_its_own() -> None:
    assert sides(one("قتل ستة جنود صوماليين في هجوم انتحاري لحركة الشباب استهدف قاعدة للجيش الصومالي في أفجوي."))[0] == "al-Shabaab"


def test_a_deed_done_through_another() -> None:
    c = one("ردّت إسرائيل عبر اغتيال القيادي عماد مغنية في دمشق أمس.")
    assert c.perpetrator is not None
    assert c.perpetrator.name_en == "Israel"
