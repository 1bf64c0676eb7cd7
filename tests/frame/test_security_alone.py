"""``الأمن`` alone as a force, one of the wounded, what was announced before a total, and wide areas that are no village."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("قتل عنصر من الأمن في درعا أمس.", (None, "Syrian government forces")),
        ("قتل عنصران من الأمن في كمين قرب تلعفر أمس.", (None, "Iraqi security forces")),
        ("استهدف مسلحون سيارة للأمن في عدن أمس.", ("unknown gunmen", "Yemeni security forces")),
        ("أطلق الأمن النار على محتجين في عدن أمس فقتل أحدهم.", ("Yemeni security forces", "civilians")),
        ("قتل مسلحون عنصر أمن في بعقوبة أمس.", ("unknown gunmen", "Iraqi security forces")),
    ],
)
def test_security_alone_is_the_force(text: str, roles: tuple[str | None, str]) -> None:
    assert sides(one(text, "2025-10-31")) == roles


@pytest.mark.parametrize(
    "text",
    [
        "عقد مجلس الأمن جلسة بعد مقتل ثلاثة في هجوم على صنعاء أمس.",
        "تدهور الأمن في درعا بعد مقتل ثلاثة أشخاص أمس.",
        "طالب الأهالي بمزيد من الأمن بعد مقتل تاجر في البصرة أمس.",
    ],
)
def test_security_as_a_state_of_things_is_nobody(text: str) -> None:
    assert not any("security" in (name or "") or "government" in (name or "") for name in sides(one(text, "2025-10-31")))


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("توفي أحد الجرحى متأثراً بإصابته في قصف على نوى أمس.", (1, 1), None),
        ("وفاة جريحين متأثرين بإصابتهما في غارة على النبطية أمس.", (2, 2), None),
        ("توفي ثلاثة جرحى من ضحايا انفجار السوق في مقديشو أمس.", (3, 3), None),
        ("سقط أربعة جرحى في قصف على نوى أمس.", None, (4, 4)),
        ("نُقل أحد الجرحى إلى مشفى درعا بعد إطلاق نار في نوى أمس أدى إلى إصابة أربعة.", None, (4, 4)),
    ],
)
def test_one_of_the_wounded(text: str, dead: tuple[int, int] | None, hurt: tuple[int, int] | None) -> None:
    c = one(text, "2025-10-31")
    assert (c.fatalities and low_high(c.fatalities), c.injuries and low_high(c.injuries)) == (dead, hurt)


def test_what_was_announced_the_day_before_is_no_share_of_the_total() -> None:
    text = (
        "أعلنت شبكة أطباء السودان، اليوم الثلاثاء، ارتفاع عدد الكوادر الطبية الذين قتلوا منذ اندلاع الحرب في أبريل 2023 إلى 233 قتيلا. "
        "وكانت الشبكة أعلنت أمس مقتل طبيب وإصابة ثلاثة آخرين بعد أن استهدفت الدعم السريع عيادة في مدينة الفاشر."
    )
    total, told = claims(text, "2025-10-14")
    assert (str(total.modality), str(told.modality)) == ("aggregate", "reported")
    assert low_high(told.injuries) == (3, 3)


def test_wide_areas_are_no_village() -> None:
    c = one("نفذت قوات الدعم السريع هجوماً مدفعياً على مناطق واسعة بمحلية كرري شمال أمدرمان أمس.", "2025-10-31")
    assert c.place is not None
    assert c.place.name_ar == "كرري"


def test_another_teller_with_the_same_dead_and_wounded() -> None:
    text = (
        "ذكرت وزارة الصحة اللبنانية أن شخصا استُشهد وجُرح 7 إثر غارة إسرائيلية على طريق الدوير بقضاء النبطية اليوم. "
        "بدورها، قالت الوكالة الوطنية للإعلام إن الاحتلال الإسرائيلي أطلق 3 صواريخ موجهة على سيارة، وهو ما أدى إلى استشهاد شاب وإصابة 7 مواطنين."
    )
    c = one(text, "2025-11-03")
    assert (str(c.event_type), low_high(c.injuries)) == ("airstrike", (7, 7))


def test_the_attack_that_took_place_there_is_the_one_told() -> None:
    text = "استهدف هجوم حاجز تفتيش لقوات دفاع شبوة في مدخل مدينة عتق، صباح الأربعاء. وأسفر الهجوم الذي وقع في مدينة عتق عن مقتل 5 جنود، فيما أصيب 5 آخرون."
    c = one(text, "2022-06-23")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((5, 5), (5, 5))


def test_who_set_about_it_and_who_are_not_the_terrorists() -> None:
    text = "استهدفت العناصر الإرهابية موقع القلعة التابع للواء الأول دفاع شبوة أمس. وقالت مصادر إن العناصر الإرهابية تسللت إلى المنطقة، وقامت بقصف الموقع بقذائف الهاون."
    assert {sides(c)[0] for c in claims(text, "2024-07-11")} == {"militants"}


@pytest.mark.parametrize("opening", ["", "في هجوم يعد الأكثر دموية، "])
def test_the_party_named_first_did_it_not_the_one_it_belongs_to(opening: str) -> None:
    text = f"{opening}استهدفت جماعة نصرة الإسلام والمسلمين التابعة لتنظيم القاعدة موقعا عسكريا في منطقة مانسيلا أمس، ما أسفر عن مقتل 100 جندي من بوركينا فاسو."
    assert sides(one(text, "2024-06-17")) == ("JNIM", "Burkina Faso army")


def test_footage_speaks_for_nobody() -> None:
    text = "أفادت جماعة نصرة الإسلام بأنها اقتحمت الموقع العسكري في مانسيلا وقتلت 107 جنود، مضيفة أنها وثقت الهجوم بمقاطع مصورة تظهر أسر سبعة جنود."
    assert {c.claimant.name_en for c in claims(text, "2024-06-17")} == {"JNIM"}


def test_who_the_fallen_were_is_no_second_event() -> None:
    text = 'قتل 15 جنديا ماليا في هجوم على موقع للجيش في موبتي أمس. وقال مسؤول لفرانس برس إن الجنود الذين قتلوا هم "دركي و14 عنصرا من الحرس الوطني".'
    assert low_high(one(text, "2024-08-17").fatalities) == (15, 15)


def test_a_village_named_after_its_valley_has_two_words() -> None:
    c = one("اقتحمت قوات الاحتلال قرية واد فوكين أمس، واحتجزت المواطن حمزة عدة ساعات.", "2025-06-03")
    assert c.place is not None
    assert (c.place.name_ar, c.place.admin1) == ("واد فوكين", "Bethlehem")
