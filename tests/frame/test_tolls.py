"""How many were killed, injured and captured."""

from __future__ import annotations

import pytest
from frame_text import low_high, one


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("انفجرت عبوة ناسفة بعربة للجيش الصومالي قرب أفجوي، فقُتل ستة بينهم ضابطان وأصيب أربعة.", (6, 6), (4, 4)),
        ("قتل جنديان وأصيب ثالث في كمين قرب كيدال.", (2, 2), (1, 1)),
        ("قُتل 15 شخصا بينهم 4 أطفال في غارة إسرائيلية على خان يونس.", (15, 15), None),
        ("قصفت المدفعية أطراف كفركلا واقتصرت الأضرار على الماديات.", (0, 0), (0, 0)),
        ("لم يسقط قتلى في قصف استهدف أطراف كفركلا.", (0, 0), (0, 0)),
        ("أصيب ثلاثة عمال بانفجار عبوة في كركوك، وتوفي اثنان منهم لاحقا.", (2, 2), (3, 3)),
        ("قُتل ما لا يقل عن عشرة مدنيين بغارة جوية على سوق نيالا.", (10, None), None),
        ("قُتل عشرات المدنيين بغارة جوية على سوق نيالا.", (2, None), None),
    ],
)
def test_killed_and_injured(text: str, killed: tuple[int | None, int | None] | None, injured: tuple[int, int] | None) -> None:
    c = one(text)
    assert low_high(c.fatalities) == killed
    assert low_high(c.injuries) == injured


def test_killed_and_wounded_together_are_kept_together() -> None:
    c = one("سقط 9 أشخاص بين قتيل وجريح بقصف مدفعي على سوق الفاشر.")
    assert low_high(c.killed_or_injured) == (9, 9)
    assert c.fatalities is None
    assert c.injuries is None


@pytest.mark.xfail(strict=True, reason="of two finite verbs before one number only the second takes it")
def test_two_verbs_share_a_number() -> None:
    assert low_high(one("قُتل وأصيب 12 شخصا بقصف على سوق الفاشر.").killed_or_injured) == (12, 12)


def test_two_verbal_nouns_share_a_number() -> None:
    assert low_high(one("مقتل وإصابة 12 شخصا بقصف على سوق الفاشر.").killed_or_injured) == (12, 12)


def test_captured() -> None:
    assert low_high(one("اعتقلت القوات العراقية خمسة أشخاص بينهم امرأة في الموصل.").captured) == (5, 5)
    assert low_high(one("خطف مسلحون مجهولون طبيبا في زليتن.").captured) == (1, 1)


def test_a_number_of_things_is_no_toll() -> None:
    c = one("قصفت الطائرات الإسرائيلية خمسة منازل في رفح، وقُتل مدنيان.")
    assert low_high(c.fatalities) == (2, 2)


def test_not_stated_is_not_zero() -> None:
    c = one("قصفت المدفعية أطراف كفركلا صباح اليوم.")
    assert c.fatalities is None
    assert c.injuries is None


def test_an_updated_toll_replaces_the_first() -> None:
    c = one("قُتل أربعة مدنيين بقصف على سوق الفاشر. وارتفعت حصيلة القصف إلى تسعة قتلى، وفق مصدر طبي.")
    assert low_high(c.fatalities) == (9, 9)
