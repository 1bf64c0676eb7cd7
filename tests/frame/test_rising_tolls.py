"""Tolls that rise in a sentence of their own, and what only looks like one who speaks."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one

BLAST = "انفجرت سيارة مفخخة وسط رأس العين، ما أسفر عن مقتل خمسة أشخاص وإصابة عشرة. "


@pytest.mark.parametrize(
    ("then", "killed", "injured"),
    [
        ("وارتفعت الحصيلة إلى سبعة قتلى.", 7, 10),
        ("وارتفعت الحصيلة مساءً إلى سبعة قتلى و15 جريحاً.", 7, 15),
        ("وارتفعت الحصيلة مساءً إلى سبعة قتلى بعد وفاة مصابين اثنين متأثرين بجراحهما.", 7, 10),
        ("ثم ارتفعت حصيلة الضحايا لاحقاً إلى سبعة.", 7, 10),
        ("وبلغت الحصيلة النهائية تسعة قتلى و15 جريحاً بحسب الدفاع المدني.", 9, 15),
        ("وقال مصدر طبي لاحقاً إن العدد ارتفع إلى ثمانية قتلى.", 8, 10),
        ("وقال سكان إن ثلاثة جرحى نقلوا إلى تركيا.", 5, 10),
        ("وارتفعت أسعار الخبز إلى سبعة آلاف ليرة.", 5, 10),
    ],
)
def test_the_latest_figure_counts(then: str, killed: int, injured: int) -> None:
    c = one(BLAST + then)
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((killed, killed), (injured, injured))


def test_after_the_attack_is_nobody_who_comments() -> None:
    c = one("وعقب الهجوم استقدمت قوات الأمن تعزيزات إلى المنطقة، ونفذت حملة مداهمات في قرية الدور واعتقلت شابين، بحسب شهود.")
    assert c.claimant.name_en == "local sources"


def test_a_town_called_share_hurts_nobody() -> None:
    assert one("انفجرت عبوة ناسفة بسيارة رئيس بلدية نصيب ما أدى إلى إصابته بجروح.").injuries.low == 1


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("نجا قائد اللواء من محاولة اغتيال بسيارة مفخخة استهدفت موكبه، في حين قُتل أحد مرافقيه وأُصيب أربعة آخرون في لحج.", 1),
        ("نجا رئيس البلدية من محاولة اغتيال بعبوة ناسفة في نوى، فيما قتل سائقه.", 1),
        ("نجا رئيس البلدية من محاولة اغتيال بعبوة ناسفة في نوى.", 0),
    ],
)
def test_who_got_away_and_who_did_not(text: str, killed: int) -> None:
    assert low_high(one(text).fatalities) == (killed, killed)


@pytest.mark.parametrize("verb", ["اختطفه", "خطفه", "اختطفها", "احتجزه"])
def test_the_pronoun_of_a_verb_is_one_person(verb: str) -> None:
    assert low_high(one(f"{verb} مسلحون مجهولون في بعقوبة يوم الأحد الماضي.").captured) == (1, 1)


def test_one_bombing_of_a_month_is_no_total() -> None:
    c = one("ذكّر المصدر بتفجير كنيسة مار إلياس في حزيران الذي أودى بحياة 25 شخصاً.", "2025-10-13")
    assert (str(c.modality), low_high(c.fatalities)) == ("reported", (25, 25))


def test_the_bombing_a_group_claims_is_the_one_told() -> None:
    text = "قُتل ستة في تفجير انتحاري استهدف مقهى في مقديشو. وتبنت حركة الشباب التفجير وقالت إنه أوقع 15 قتيلاً من ضباط الشرطة."
    assert [str(c.event_type) for c in claims(text)] == ["suicide_bombing"] * 2


def test_rubber_bullets_are_no_fight_of_armed_sides() -> None:
    assert str(one("أصيب 12 فلسطينياً بالاختناق خلال مواجهات مع الجيش الإسرائيلي في كفر قدوم.").event_type) == "attack"
    assert str(one("قتل جنديان في مواجهات مع مسلحين في جنين.").event_type) == "armed_clash"
