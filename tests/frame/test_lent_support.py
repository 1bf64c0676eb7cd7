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
