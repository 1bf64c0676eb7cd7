"""What those held are charged with is no event of the report unless it is told where or when it was."""

from __future__ import annotations

from itertools import product

import pytest
from frame_text import claims, one, sides

HELD = ("أوقفت وحدة من الجيش في بلدة بريتال أمس ثلاثة مطلوبين", "قبضت مفرزة أمس في النجف على شخصين")
CHARGES = ("بجرم", "بتهمة", "لتورطهم في", "على خلفية", "مطلوبين بجرائم")
DEEDS = ("خطف مواطن", "سلب مواطنين", "إطلاق النار على دورية", "زرع عبوات ناسفة", "تفجير سيارة مفخخة", "عمليات خطف وسلب", "حرق مقر حزبي")


def types(text: str) -> list[str]:
    return sorted(str(c.event_type) for c in claims(text) if c.statement is None)


@pytest.mark.parametrize(("held", "charge"), list(product(HELD, CHARGES)))
def test_a_charge_is_no_event(held: str, charge: str) -> None:
    assert [types(f"{held} {charge} {deed}.") for deed in DEEDS] == [["arrest"]] * len(DEEDS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أوقفت الشرطة أمس في بغداد ثلاثة متهمين بتفجير سيارة مفخخة في حي الكرادة قبل أسبوع.", ["arrest", "vehicle_bomb"]),
        ("قبض جهاز المخابرات في الأنبار أمس على ثلاثة إرهابيين.", ["arrest"]),
        ("قبض الموظف راتبه على دفعتين أمس في البصرة.", []),
        ("أحكمت القوات أمس قبضتها على بلدة الحراك.", ["seizure_of_territory"]),
    ],
)
def test_what_is_told_of_it(text: str, told: list[str]) -> None:
    assert types(text) == told


@pytest.mark.parametrize(
    ("tail", "held"),
    [
        ("بحوزتهم أحزمة وعبوات ناسفة ومواد قابلة للتفجير", 26),
        (", وبحوزتهم رمانات ومواد شديدة الانفجار", 26),
        ("بينهم انتحاريان ضمن حملة نفذتها قطعات عسكرية", 26),
        ("اعترفوا بتنفيذ تفجيرات وعمليات اغتيال", 26),
        ("ارتكبوا جرائم خطف وقتل", 26),
    ],
)
def test_what_those_held_had_were_or_did(tail: str, held: int) -> None:
    found = claims(f"ألقت قوة من جهاز الأمن الوطني القبض على خلية تضم {held} عنصراً في محافظة كركوك {tail}.")
    assert [str(c.event_type) for c in found] == ["arrest"]
    assert found[0].captured is not None
    assert found[0].captured.low == held


def test_a_district_kills_nobody() -> None:
    (c,) = claims("قبضت القوات الأمنية على متهمين اثنين ارتكبا عملية سطو في قضاء الرفاعي.")
    assert str(c.event_type) == "arrest"
    assert c.captured is not None
    assert c.captured.low == 2
    assert c.fatalities is None
    assert types("انفجرت عبوة ناسفة معدة للتفجير عن بعد في قضاء الدبس وقُتل جندي.") == ["ied"]
    assert types("فجّر انتحاري نفسه وسط كركوك وقُتل خمسة بينهم شرطيان.") == ["suicide_bombing"]


@pytest.mark.parametrize(
    "charge",
    ["بينهم قياديان متورطان في", "كانوا بصدد", "كانت مهمتهم", "اعترفوا بـ", "بينهم أمير أشرف على", "نشطوا في", "وذلك قبل قيامهم بـ"],
)
@pytest.mark.parametrize("deed", ["قتل عناصر من القوات", "تنفيذ هجمات", "تفجير دراجات مفخخة", "اغتيال مدنيين"])
def test_what_those_held_were_about_is_none(charge: str, deed: str) -> None:
    text = f"نفذت قسد أمس عملية نوعية في بلدة ذيبان. وأضاف البيان أن العملية أسفرت عن القبض على خمسة من داعش، {charge} {deed}."
    c = one(text.replace("بـ ", "ب"))
    assert (str(c.event_type), c.fatalities, sides(c)) == ("arrest", None, ("SDF", "ISIS"))


@pytest.mark.parametrize(
    "text",
    [
        "قُتل شاب برصاص مجهولين في اليادودة أمس.\nوذكر ناشطون أن الضحية كان في مجموعة محلية تتهم بتنفيذ عمليات خطف.",
        "قُتل شاب برصاص مجهولين في اليادودة أمس.\nوكان القتيل يقود مجموعة معروفة بعمليات خطف.",
    ],
)
def test_what_a_group_is_known_for(text: str) -> None:
    assert [str(c.event_type) for c in claims(text)] == ["assassination"]
