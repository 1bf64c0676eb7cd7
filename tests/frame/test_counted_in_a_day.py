"""What a monitor counts in a day all over the land is a total; what a fight destroyed is no find; vehicles held are no arrest."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("أحصت لجان التنسيق المحلية مساء أمس في سوريا استشهاد 108 أشخاص بينهم 14 طفلاً و9 سيدات.", 108),
        ("وثقت الشبكة السورية لحقوق الإنسان اليوم مقتل 39 شخصاً، بينهم ستة أطفال.", 39),
    ],
)
def test_the_dead_of_a_day_all_over_the_land_are_a_total(text: str, total: int) -> None:
    claim = claims(text, "2014-03-17")[0]
    assert claim.modality.value == "aggregate"
    assert claim.fatalities is not None
    assert claim.fatalities.best == total


@pytest.mark.parametrize(
    "text",
    [
        "وثق المرصد السوري مقتل 25 شخصاً في قصف على سوق مدينة الباب أمس.",
        "وثقت الشبكة السورية لحقوق الإنسان مقتل أربعة مدنيين في سوريا أمس.",
    ],
)
def test_the_dead_of_one_strike_are_none(text: str) -> None:
    assert all(c.modality.value == "reported" for c in claims(text, "2014-03-17"))


def test_a_depot_destroyed_by_shells_is_no_find() -> None:
    (claim,) = claims("نفذت وحدة من الجيش رمايات على مقرات تنظيم جبهة النصرة في تير معلة أسفرت عن تدمير مقرين ومستودع ذخيرة.", "2016-03-17")
    assert claim.event_type.value == "shelling"


def test_a_depot_found_is_a_raid() -> None:
    (claim,) = claims("عثرت وحدة من الجيش على مستودع ذخيرة من مخلفات داعش في الميادين.", "2018-03-17")
    assert claim.event_type.value == "raid"


def test_vehicles_held_are_no_arrest() -> None:
    told = claims("اندلعت الاحتجاجات في قرية الحصان بعد احتجاز عدد من السيارات على حاجز لقسد.", "2020-09-14")
    assert [c.event_type.value for c in told] == ["protest"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("قصفت الطائرات أمس قرى في حيان وقُتل ثلاثة مدنيين في قصف على حيان.", (3, 3)),
        ("شيع أهالي الشهداء الثلاثة الذين قضوا أمس في قصف على حيان.", (3, 3)),
        ("قُبض على أربعة في كركوك أمس، أحدهم كان مسؤولاً عن شؤون الأسرى والشهداء.", None),
        ("استهدف القصف أمس مقر رابطة أسر الشهداء والجرحى في تعز.", None),
        ("سقط الشهداء والجرحى أمس في قصف على سوق في تعز.", (2, None)),
    ],
)
def test_offices_of_the_dead_and_no_dual_behind_a_preposition(text: str, dead: tuple[int | None, int | None] | None) -> None:
    assert low_high(one(text).fatalities) == dead
