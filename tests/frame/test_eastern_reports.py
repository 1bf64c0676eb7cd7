"""Constructions of eastern and southern Syrian local outlets: what was hit, who is missing, earlier bodies, former fighters, chiefs and their men."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت مسيّرة أمس نقاطاً تتمركز بها قوات النظام في محيط جبل البشري.",
        "انفجرت عبوة أمس قبل وصول رتل عسكري تابع لفاطميون في بلدة الدوير بريف دير الزور.",
        "أطلق مسلحون مجهولون النار أمس على دورية مشتركة لقوات النظام في حي الجورة.",
    ],
)
def test_troops_that_only_stood_there(text: str) -> None:
    assert all(c.event_type.value != "strategic_development" for c in claims(text, "2023-11-09"))


@pytest.mark.parametrize("text", ["دخل رتل عسكري أمريكي أمس إلى الحسكة.", "سيرت القوات الروسية أمس دورية مشتركة في الدرباسية."])
def test_troops_that_moved(text: str) -> None:
    assert one(text).event_type.value == "strategic_development"


def test_one_missing_is_not_dead() -> None:
    claim = one("قُتل عدد من عناصر قوات النظام أمس، وفُقد ضابط، بهجوم شنه داعش في محيط جبل البشري.", "2023-11-09")
    assert low_high(claim.fatalities) == (2, None)


def test_an_army_that_lost_a_man() -> None:
    assert low_high(one("فقد الجيش جندياً أمس في كمين في تدمر.").fatalities) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "قُتل رجل أمس برصاص مجهولين في نوى. وكان قد عُثر في 3 نيسان على جثة امرأة في المدينة.",
        "قُتل لاجئ أمس في هجوم نفذه مجهولون في مخيم الهول. وكانت قوى الأمن قد عثرت في 3 نيسان على جثة امرأة بعد تعرضها للقتل في خيمتها.",
    ],
)
def test_a_body_found_on_another_day(text: str) -> None:
    assert [str(c.date_start) for c in claims(text)] == ["2024-05-14", "2024-04-03"]


@pytest.mark.parametrize(
    "whom",
    ["عنصراً سابقاً في الفصائل", "أحد المقاتلين السابقين في الفصائل المسلحة", "قيادياً سابقاً في الجيش الحر"],
)
def test_former_fighters(whom: str) -> None:
    assert sides(one(f"اغتال مجهولون {whom} أمس في مدينة طفس بريف درعا.", "2022-03-20"))[1] == "former opposition fighters"


def test_the_factions_are_no_place() -> None:
    ref = one("تعرض عنصر سابق في الفصائل بمحافظة درعا أمس لعملية اغتيال بين بلدتي تسيل وعدوان.", "2022-03-20").place
    assert ref is not None
    assert ref.name_ar != "الفصائل"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("أعلنت الوزارة القبض على متزعم الخلية بالإضافة إلى ستة من أفرادها أمس في داريا.", (7, 7)),
        ("أعلنت الوزارة القبض على ستة من أفراد الخلية أمس في داريا.", (6, 6)),
    ],
)
def test_a_chief_and_his_men(text: str, held: tuple[int, int]) -> None:
    assert low_high(one(text).captured) == held


@pytest.mark.parametrize("names", ['"صهيب الواوي" و"فارس الخطيب" و"محمد دحدل"', "صهيب الواوي وفارس الخطيب ومحمد دحدل"])
def test_a_row_of_names(names: str) -> None:
    assert low_high(one(f"ذكرت شبكة درعا 24 مقتل كل من {names} أمس في جاسم.").fatalities) == (3, 3)


def test_a_post_near_which_it_was() -> None:
    assert sides(one("قُتل شابان أمس في مدينة داعل بإطلاق نار بالقرب من حاجز للمخابرات الجوية.", "2021-03-20")) == (None, "civilians")


def test_the_shelling_by_the_other_side() -> None:
    text = "قصفت إسرائيل أمس بلدة عيترون. ورد حزب الله بقصف مستوطنة المنارة. وأدى القصف الإسرائيلي إلى مقتل مدنيين اثنين."
    by = {sides(c)[0]: low_high(c.fatalities) for c in claims(text)}
    assert by == {"Israel": (2, 2), "Hezbollah": None}


@pytest.mark.parametrize("what", ["أسفرت عن إلقاء القبض على إرهابيين اثنين من داعش", "استهدفت القبض على عنصرين اثنين من داعش"])
def test_two_men_of_a_party(what: str) -> None:
    claim = one(f"نفذت قوات سوريا الديمقراطية أمس عملية أمنية في ريف الحسكة، {what}.")
    assert (sides(claim), low_high(claim.captured)) == (("SDF", "ISIS"), (2, 2))


def test_about_the_end_of_a_month_is_no_period() -> None:
    text = "تمكنت الأسايش نهاية تشرين الثاني الماضي من إلقاء القبض على 14 شخصاً من خلايا داعش في مخيم الهول."
    assert one(text, "2021-12-17").modality.value != "aggregate"


def test_a_house_named_after_the_wounded() -> None:
    assert one('استهدفت مسيّرة أمس سيارة كانت مركونة أمام "بيت الجرحى" غرب القامشلي.').injuries is None
