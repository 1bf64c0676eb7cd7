"""Those only sought are not held; a place that changed hands in some year is no claim; what recurs is none."""

import pytest
from frame_text import claims

NEWS = "هاجم مسلحون نقطة تفتيش للشرطة في قضاء الدبس وقتلوا شرطيين. "


@pytest.mark.parametrize(
    "after",
    [
        "وبدأت قوة أمنية بالبحث عن المهاجمين لإلقاء القبض عليهم.",
        "وطالب الأهالي بملاحقة المنفذين واعتقالهم.",
        "وأوعز القائد العام بملاحقة خلايا داعش والقضاء عليها.",
        "وكان التنظيم قد سيطر على كركوك عام 2014.",
        "وخسر التنظيم المناطق التي سيطر عليها قبل أربع سنوات.",
        "وأعلن العراق هزيمة داعش نهاية عام 2017.",
        "وتشهد كركوك هجمات متكررة للتنظيم غالباً ما تؤدي لسقوط ضحايا.",
    ],
)
def test_only_the_attack_is_told(after: str) -> None:
    (c,) = [c for c in claims(NEWS + after) if c.statement is None]
    assert c.fatalities is not None
    assert c.fatalities.low == 2


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("وبعد البحث والتحري تم إلقاء القبض على ثلاثة من المهاجمين في ناحية تازة.", "arrest"),
        ("ونفذت الشرطة عملية بحث وألقت القبض على ثلاثة مطلوبين في ناحية تازة.", "arrest"),
        ("وكان التنظيم قد سيطر على الموصل في حزيران 2014.", "seizure_of_territory"),
    ],
)
def test_what_came_about_is_told(after: str, kind: str) -> None:
    assert kind in {str(c.event_type) for c in claims(NEWS + after)}
