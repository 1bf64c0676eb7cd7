"""Who charges others has not done it; who denies his own deed is its doer in the denial; the missing are not the dead."""

from __future__ import annotations

import pytest
from frame_text import low_high, one, sides

from waqai.model import Modality


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("وجهت النيابة الليبية اتهامات لأربعة أشخاص بقتل ناشطة في بنغازي.", None),
        ("اتهمت الشرطة ثلاثة رجال بخطف تاجر في عدن.", None),
        ("اتهم الجيش تنظيم داعش بقتل ثلاثة رعاة في بادية حمص.", "ISIS"),
        ("اتهمت الحكومة قوات الدعم السريع بقصف سوق في أم درمان.", "RSF"),
    ],
)
def test_who_charges_has_not_done_it(text: str, by: str | None) -> None:
    assert sides(one(text))[0] == by


@pytest.mark.parametrize(
    ("text", "by", "hit"),
    [
        ("نفى المتحدث باسم قوات الدعم السريع استهداف مستشفى في الفاشر.", "RSF", "civilians"),
        ("نفى الجيش التركي استهداف مدنيين في ريف الحسكة.", "Turkish armed forces", "civilians"),
        ("نفت حركة طالبان تنفيذ الهجوم على مسجد في قندوز.", "Taliban", "civilians"),
        ("نفى الجيش السوداني وقوع هجوم على قاعدته في الأبيض.", None, "Sudanese army"),
        ("نفت الشرطة العراقية تعرض مركز لها لهجوم في الحويجة.", None, "Iraqi police"),
    ],
)
def test_sides_of_a_denial(text: str, by: str | None, hit: str) -> None:
    claim = one(text)
    assert claim.modality is Modality.DENIED
    assert sides(claim) == (by, hit)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("قتل ستة جنود ماليين وفقد ثلاثة آخرون في كمين نصبته جماعة نصرة الإسلام والمسلمين قرب سيغو.", (6, 6)),
        ("قُتل أربعة صيادين واختفى اثنان في هجوم لمسلحين قرب زوارة.", (4, 4)),
        ("فقد الجيش 12 من جنوده في هجوم لداعش على موقع في ديفا.", (12, 12)),
    ],
)
def test_the_missing_are_not_dead(text: str, dead: tuple[int, int]) -> None:
    assert low_high(one(text).fatalities) == dead


@pytest.mark.parametrize(
    "text",
    [
        "اعتقلت الشرطة ناشطين في طرابلس.",
        "اعتقلت السلطات التونسية ناشطين في القصرين.",
        "احتجزت القوات الإسرائيلية صحفيين في جنين.",
    ],
)
def test_activists_may_be_those_held(text: str) -> None:
    assert low_high(one(text).captured) == (2, None)
