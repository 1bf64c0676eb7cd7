"""Whoever lends support neither acts nor is hit; cooperation is a charge only behind the word of charging."""

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    "how",
    [
        "بالتعاون المباشر مع التحالف الدولي",
        "بمشاركة ودعم من التحالف الدولي",
        "بالتنسيق الكامل مع التحالف الدولي",
        "تحت إشراف التحالف الدولي",
        "مدعومة بطيران التحالف الدولي",
    ],
)
def test_an_ally_is_no_side(how: str) -> None:
    c = one(f"اعتقلت قوات سوريا الديمقراطية {how} أربعة من عناصر داعش في بلدة غرانيج.")
    assert (str(c.event_type), *sides(c)) == ("arrest", "SDF", "ISIS")


def test_charged_with_cooperation() -> None:
    assert sides(one("أعدم داعش شخصين بتهمة التعاون مع قوات النظام في الرقة.")) == ("ISIS", "Syrian regime forces")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أعلنت قسد عملية في قرية الحصين بمشاركة ودعم من قوات التحالف الدولي، وقالت إن القوات ألقت القبض على اثنين من داعش.", "SDF"),
        ("داهمت قوات الأمن الداخلي بدعم من قوات التحالف الدولي منزلاً في الرقة. واعتقلت القوات ثلاثة من عناصر داعش.", "Asayish"),
    ],
)
def test_the_forces_are_those_who_act(text: str, who: str) -> None:
    assert sides(one(text)) == (who, "ISIS")
