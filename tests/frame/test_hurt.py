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
        "قال النقيب محمد جاسم من شرطة كركوك إن جندياً عراقياً قتل وأصيب آخر في هجوم مسلح عند قرية العباسي.",
        "أعلن الجيش الأميركي في العراق أمس أن جندياً أميركياً قتل وأصيب عشرة آخرون في هجوم انتحاري بمحافظة ديالى.",
        "أعلنت الشرطة الصومالية مقتل خمسة مدنيين في تفجير سيارة مفخخة قرب مطعم في مقديشو.",
        "تدمير دبابة للجيش السوداني بصاروخ موجه قرب الفاشر",
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


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("دبابات روسية فتحت النار على سكان ودمرت مباني في مدينة غوري.", "Russian forces"),
        ("اقتحمت آليات إسرائيلية بلدة قباطية وجرفت شوارعها أمس.", "Israel"),
        ("زوارق حربية إسرائيلية تطلق النار على الصيادين قبالة رفح.", "Israel"),
    ],
)
def test_tanks_and_boats_act(text: str, perpetrator: str) -> None:
    assert sides(one(text))[0] == perpetrator


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("قتل خمسة جنود صوماليين في كمين لحركة الشباب قرب بيدوا.", ("al-Shabaab", "Somali army")),
        ("قتل مجندان مصريان في هجوم على كمين للشرطة بمدينة العريش.", (None, "Egyptian army")),
        ("قال مصدر أمني إن مسلحين خطفوا مهندسين قرب مدينة العمارة.", ("unknown gunmen", "civilians")),
        ("مسلحون يخطفون مهندسين كوريين في ليبيا", ("unknown gunmen", "civilians")),
        ("عناصر الشرطة العراقية اعتقلوا ناشطين في الناصرية.", ("Iraqi police", "civilians")),
        ("مدنيون قتلوا برصاص مسلحين في حلب.", ("unknown gunmen", "civilians")),
    ],
)
def test_subject_before_its_plural_verb(text: str, pair: tuple[str | None, str | None]) -> None:
    assert sides(one(text)) == pair


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل ثلاثة أشخاص بينهم طفل في غارة إسرائيلية استهدفت دراجة نارية على طريق بنت جبيل.", "Israel"),
        ("قتل أربعة أشخاص بينهم امرأة بقصف روسي على كفر تخاريم.", "Russian forces"),
        ("قُتل سبعة بينهم ضابط في الجيش بهجوم لداعش في الرطبة.", "ISIS"),
        ("قتل ستة أشخاص من عائلة واحدة على يد عناصر من داعش في بلدة البارة.", "ISIS"),
        ("قُتل خمسة بينهم اثنان من عناصر الشرطة بانفجار عبوة في بعقوبة.", None),
    ],
)
def test_the_means_behind_those_among_the_dead_says_who(text: str, who: str | None) -> None:
    assert sides(one(text))[0] == who


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("مقتل عنصرين من داعش خلال عملية تمشيط للجيش السوري في جبل العمور.", "Syrian regime forces", "ISIS"),
        ("قتل ثلاثة من عناصر التنظيم خلال مداهمة نفذتها قسد في بلدة ذيبان.", "SDF", "ISIS"),
    ],
)
def test_those_killed_in_a_search_did_not_make_it(text: str, who: str, whom: str) -> None:
    assert sides(one(text)) == (who, whom)
