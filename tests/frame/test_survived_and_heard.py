"""Attempts somebody lived through, noises heard, streets named after a force, a Yemeni directorate."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("نجا محافظ عدن من محاولة اغتيال بعبوة ناسفة، وأسفر الانفجار عن مقتل اثنين من حراسه.", (2, 2)),
        ("نجا قائد اللواء من محاولة اغتيال بعبوة ناسفة في عدن، وأدى الانفجار إلى مقتل ثلاثة من مرافقيه.", (3, 3)),
        ("تعرض القاضي لمحاولة اغتيال بعبوة لاصقة في بغداد، وأسفر الانفجار عن مقتل سائقه.", (1, 1)),
    ],
)
def test_an_attempt_and_its_blast_are_one(text: str, dead: tuple[int, int]) -> None:
    claim = one(text)
    assert claim.event_type.value == "assassination"
    assert low_high(claim.fatalities) == dead


def test_another_bomb_is_another_attempt() -> None:
    text = "نجا محافظ عدن من محاولة اغتيال بعبوة ناسفة. وفي تعز، انفجرت عبوة ناسفة أخرى في سوق وقتلت مدنياً."
    assert [c.event_type.value for c in claims(text)] == ["assassination", "ied"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("اغتال مسلحون مجهولون شيخاً في بلدة الصور، وأفاد سكان بسماع إطلاق نار في البلدة.", ["assassination"]),
        ("انفجرت سيارة مفخخة في سوق بمقديشو، وقال شهود إنهم سمعوا إطلاق نار بعدها.", ["vehicle_bomb"]),
    ],
)
def test_a_noise_heard_is_no_second_event(text: str, kinds: list[str]) -> None:
    assert [c.event_type.value for c in claims(text)] == kinds


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("انفجرت عبوة ناسفة في شارع الشرطة وسط الرقة، ما أدى إلى إصابة مدنيين اثنين.", None, "civilians"),
        ("اغتال مجهولون رجلاً قرب دوار حزب الله في المدينة.", "unknown gunmen", "civilians"),
        ("انفجرت عبوة ناسفة بدورية للشرطة في الموصل.", None, "Iraqi police"),
        ("انفجرت عبوة ناسفة على طريق للجيش السوري في ريف درعا.", None, "Syrian regime forces"),
    ],
)
def test_a_street_bears_the_name(text: str, by: str | None, on: str | None) -> None:
    assert sides(one(text)) == (by, on)


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("قتل شخصان في اشتباكات في مديرية المنصورة.", "Aden"),
        ("قصفت مليشيا الحوثي قرية في مديرية الصالحين.", None),
    ],
)
def test_a_directorate_is_of_yemen(text: str, admin1: str | None) -> None:
    where = one(text).place
    assert where is not None
    assert where.admin1 == admin1
