"""Whose man was hit when his rank or his office says so."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize("rank", ["العقيد", "المقدم", "الملازم أول", "الرائد"])
@pytest.mark.parametrize("name", ["سالم ناصر", "“خالد ناصر”"])
@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("اغتال مسلحون مجهولون {} في مدينة مأرب.", "Yemeni government forces"),
        ("قام مجهولون باغتيال {} أمام منزله في بنغازي.", "Libyan National Army"),
    ],
)
def test_a_rank_with_a_name_is_of_the_army_of_the_land(text: str, target: str, rank: str, name: str) -> None:
    (claim,) = claims(text.format(f"{rank} {name}"))
    assert sides(claim) == ("unknown gunmen", target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قتل مسؤول أمني برصاص مسلحين مجهولين في مقديشو.", "Somali security forces"),
        ("اغتيل مسؤولان في البحث الجنائي بمدينة عدن.", "Yemeni security forces"),
        ("اغتيل مدير الإمداد في قوات الحزام الأمني برصاص مسلحين في عدن.", "Security Belt Forces"),
    ],
)
def test_an_office_names_the_force(text: str, target: str) -> None:
    assert [sides(c)[1] for c in claims(text)] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "اغتال مسلحون مجهولون العقيد السابق سالم ناصر في مدينة مأرب.",
        "قال مسؤول أمني إن مدنيين قتلا في هجوم مسلح في مقديشو.",
        "قُتل الشاب سالم ناصر برصاص مسلحين في بنغازي.",
    ],
)
def test_former_officers_those_who_speak_and_plain_names_are_no_force(text: str) -> None:
    assert {sides(c)[1] for c in claims(text)} <= {"civilians", None}


@pytest.mark.parametrize(
    ("thing", "target"),
    [
        ("قاعدة عسكرية", "Somali army"),
        ("دورية عسكرية", "Somali army"),
        ("نقطة أمنية", "Somali security forces"),
        ("ثكنة", "Somali army"),
        ("مركزا للشرطة", "Somali police"),
    ],
)
@pytest.mark.parametrize("blow", ["هاجم مسلحون", "استهدف مسلحون مجهولون", "انفجرت عبوة ناسفة استهدفت"])
def test_a_post_is_the_states_in_whose_land_it_lies(blow: str, thing: str, target: str) -> None:
    (claim,) = claims(f"{blow} {thing} في مدينة بيدوا بالصومال.")
    assert sides(claim)[1] == target


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون مجهولون قاعدة عسكرية في ريف درعا.",
        "هاجم مسلحون مجهولون مدرسة في مدينة بيدوا بالصومال.",
        "قصف الجيش الصومالي معسكرا قرب بيدوا.",
    ],
)
def test_in_syria_a_post_may_be_anybodys_and_no_army_hits_its_own(text: str) -> None:
    assert {sides(c)[1] for c in claims(text)}.isdisjoint({"Syrian government forces", "Syrian regime forces", "Somali army"})
