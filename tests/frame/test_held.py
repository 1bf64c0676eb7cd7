"""Whom those held belong to: members and suspects of a party, those who did what was told before, both sides of a fight."""

from __future__ import annotations

import pytest
from frame_text import claims, sides

_ATTACK = "هاجم مسلحون من حركة الشباب قاعدة للجيش الصومالي في بلدة أودينلي أمس وقتلوا ستة جنود. "


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("اعتقلت قوات سوريا الديمقراطية أمس رجلين على صلة بخلايا تنظيم داعش في بلدة البصيرة.", "ISIS"),
        ("أوقفت قوى الأمن الداخلي (الأسايش) في مدينة الحسكة أمس رجلاً يُشتبه في أنه أمير شرعي في تنظيم داعش.", "ISIS"),
        ("اعتقلت قسد أمس واحداً من أخطر قادة داعش في الرقة، وهو متورط في هجمات طالت أبناء المحافظة.", "ISIS"),
        ("أعلنت شرطة عدن أمس القبض على ستة من أفراد خلية مرتبطة بتنظيم القاعدة.", "al-Qaeda"),
        ("قال جهاز مكافحة الإرهاب إنه أوقف في السليمانية أمس أربعة رجال لارتباطهم بحزب العمال الكردستاني.", "PKK"),
    ],
)
def test_those_held_are_of_the_party_their_description_names(text: str, target: str) -> None:
    assert target in [sides(c)[1] for c in claims(text) if c.event_type == "arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الأجهزة الأمنية أمس ناشطاً معارضاً لحركة حماس في غزة.",
        "اعتقلت قسد أمس شابين من بلدة كانت تحت سيطرة داعش في ريف الرقة.",
        "اعتقلت المخابرات أمس صحفياً انتقد ضعف الأداء ضد تنظيم داعش في الموصل.",
    ],
)
def test_a_party_that_is_something_else_to_the_arrest_is_not_theirs(text: str) -> None:
    assert [sides(c)[1] for c in claims(text) if c.event_type == "arrest"] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (_ATTACK + "وأوقفت الشرطة لاحقاً خمسة أشخاص يشتبه بضلوعهم في الهجوم.", "al-Shabaab"),
        ("قتل مسلحو داعش مختار قرية في كركوك أمس. وألقت القوات الأمنية القبض على اثنين من منفذي الجريمة.", "ISIS"),
        ("اندلع اقتتال بين عشيرتي البو ناصر والبو حسين شمالي البصرة أمس، وأوقف الجيش 14 من الطرفين.", "Arab tribal fighters"),
    ],
)
def test_who_is_held_for_a_deed_did_it(text: str, target: str) -> None:
    told = claims(text)
    assert len(told) == 2
    assert [sides(c)[1] for c in told if c.event_type == "arrest"] == [target]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("داهم فوج التدخل منازل لعناصر من فلول النظام في القرداحة أمس وصادر أسلحة.", (None, "Assad regime remnants")),
        ("داهمت قوة من الجيش اللبناني منزل قيادي في حركة حماس في البقاع أمس.", ("Lebanese army", "Hamas")),
        ("حرّرت قوات الأمن العراقية ثلاثة رهائن كانوا محتجزين لدى عصابة في ديالى أمس.", ("unknown gunmen", "civilians")),
        ("داهم مسلحو داعش منازل مدنيين في الشحيل أمس.", ("ISIS", "civilians")),
    ],
)
def test_whose_house_is_searched_and_who_held_the_hostages(text: str, pair: tuple[str | None, str]) -> None:
    assert pair in [sides(c) for c in claims(text, "2025-05-15")]
