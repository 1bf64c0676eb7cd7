"""Sides the grammar leaves no choice about: behind the verb's object, who repels, who is inside, whom an answer hits."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("كان المحامي عائداً إلى منزله في عدن حين خطفه ملثمون مساء الأحد.", "unknown gunmen", "civilians"),
        ("وُجد الصحفي علي حسن مقتولاً بالرصاص في الناصرية بعدما اقتاده مسلحون مجهولون من منزله الأحد.", "unknown gunmen", "civilians"),
        ("نجا رئيس بلدية عرسال من محاولة اغتيال بعدما أطلق مسلحون النار على سيارته أمس.", "unknown gunmen", "local officials"),
        ("صدت قوات البيشمركة هجوماً لتنظيم داعش على محور قره تبه فجر الأحد.", "ISIS", "Peshmerga"),
        ("أحبطت القوات المشتركة هجوماً للمليشيات الحوثية في جبهة حيس جنوب الحديدة أمس.", "Houthis", "Yemeni Joint Forces"),
        ("قال مصدر في شرطة الأنبار إن الشرطة صدت هجوماً لداعش على مركز الريحانة أمس.", "ISIS", "Iraqi police"),
        ("سقطت ثلاثة صواريخ على قاعدة حقل العمر التي تضم قوات أمريكية شرقي دير الزور مساء الأحد.", None, "US forces"),
    ],
)
def test_plain_grammar_names_the_sides(text: str, perpetrator: str | None, target: str | None) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


def test_police_who_stop_a_laden_car_did_not_lade_it() -> None:
    told = claims("أبطل خبراء المتفجرات مفعول سيارة مفخخة أوقفتها الشرطة العراقية عند حاجز في كركوك أمس.")
    assert all(sides(c)[0] is None for c in told if c.event_type in ("vehicle_bomb", "ied"))


def test_who_is_repelled_is_told_before_the_pronoun() -> None:
    told = claims("شهدت قرية أم الكيف أمس محاولة توغل للجيش التركي، تصدت لها قوات سوريا الديمقراطية.")
    assert all(sides(c) != ("SDF", "Turkish armed forces") for c in told)


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("نفذت قوات سوريا الديمقراطية عملية في بلدة الشحيل أمس اعتقلت خلالها قيادياً في داعش.", "SDF", "ISIS"),
        ("نفذ الجيش العراقي عملية في جبال حمرين أمس قتل خلالها قياديا في تنظيم داعش.", "Iraqi army", "ISIS"),
    ],
)
def test_an_accusative_is_no_subject(text: str, perpetrator: str, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("انفجرت عبوة ناسفة في قوة إسرائيلية راجلة في جنين أمس وأصيب ضابط.", "Israel"),
        ("انفجرت عبوة ناسفة بقوة من الجيش العراقي جنوب كركوك أمس وقتل ضابط وجنديان.", "Iraqi army"),
    ],
)
def test_soldiers_hurt_by_a_blast_are_of_the_force_it_struck(text: str, target: str) -> None:
    assert target in [sides(c)[1] for c in claims(text)]


def test_responsibility_for_it_is_taken_by_whoever_claims_it() -> None:
    text = "قتل خمسة جنود باكستانيين في تفجير استهدف قافلتهم في مير علي أمس، أعلنت حركة طالبان باكستان مسؤوليتها عنه."
    assert [sides(c) for c in claims(text)] == [("Pakistani Taliban (TTP)", "Pakistani army")]
