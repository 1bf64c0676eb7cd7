"""Who is loyal to the fallen president, people freed, where a force fires from, ``على الأقل`` of the next ones, flames that are no shots."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides

AFTER = "2025-03-08"


@pytest.mark.parametrize(
    "text",
    [
        "قتل 16 عنصراً من قوات الأمن في هجمات نفذها مسلحون موالون لبشار الأسد في جبلة.",
        "شنت مجموعات مسلحة موالية للنظام المخلوع هجوماً على حاجز للأمن العام في بانياس.",
        "هاجم مسلحون موالون للأسد دورية للأمن الداخلي قرب القرداحة.",
        "أصيب عنصران بكمين نفذه موالون للرئيس المخلوع في ريف طرطوس.",
        "نفذ عناصر من النظام السابق هجوماً على حاجز في تلكلخ.",
    ],
)
def test_men_of_the_fallen_president(text: str) -> None:
    assert sides(one(text, AFTER))[0] == "Assad regime remnants"


def test_before_his_fall_they_are_militias() -> None:
    assert sides(one("هاجم مسلحون موالون للنظام السوري بلدة محجة أمس.", "2016-03-08"))[0] == "pro-regime militias"


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت حركة رجال الكرامة تحرير مواطن مدني من أهالي درعا كان مختطفاً لدى عصابة مسلحة غربي قرية سميع.",
        "تمكنت الأجهزة الأمنية من تحرير شاب مخطوف في ريف درعا.",
        "حررت الشرطة تاجراً اختطفته عصابة قرب الرمادي.",
    ],
)
def test_people_freed_are_no_land(text: str) -> None:
    assert all(c.event_type.value != "seizure_of_territory" for c in claims(text))


def test_land_freed_is_land() -> None:
    assert one("أعلن الجيش تحرير قرية كفر نبودة من قبضة الفصائل.").event_type.value == "seizure_of_territory"


@pytest.mark.parametrize(
    "text",
    [
        "قُتل مزارع بقصف للقوات الحكومية من مواقعها في معرة النعمان على قرية الرويحة.",
        "أصيب مدنيان بقصف لقوات النظام من ثكناتها على بلدة سرمين.",
    ],
)
def test_a_force_that_fires_from_its_own_positions(text: str) -> None:
    assert sides(one(text))[0] == "Syrian regime forces"


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("استشهد مدني وأصيب آخران على الأقل، جراء قصف مدفعي على عندان.", (1, 1), (2, None)),
        ("قتل رجل وأصيب طفلان على الأقل بانفجار لغم في حريتان.", (1, 1), (2, None)),
        ("قتل شخصان على الأقل وأصيب آخرون بانفجار في عفرين.", (2, None), (2, None)),
        ("أصيب 28 مدنياً بينهم 10 أطفال، و4 نساء ومتطوعان في الدفاع المدني بقصف على إدلب.", None, (28, 28)),
    ],
)
def test_whose_bound_it_is(text: str, dead: tuple[int, int | None] | None, hurt: tuple[int, int | None]) -> None:
    c = one(text)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (dead, hurt)


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("استهدفت قوات النظام منازل سكنية على أطراف دارة عزة، ما سبب اشتعال النار في الأبنية.", None),
        ("تعرضت سيارة للاستهداف على طريق القامشلي، ما أدى لاندلاع النيران فيها.", None),
        ("قتل شاب بنيران مسلحين مجهولين في نوى.", "small_arms"),
    ],
)
def test_flames_are_no_shots(text: str, arms: str | None) -> None:
    assert one(text).weapons == (() if arms is None else (arms,))
