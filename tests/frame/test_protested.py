"""The target of a protest is the party named after "against"; what it is about is none."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

from waqai.pipeline import code_text


def test_the_party_after_against_is_the_target() -> None:
    assert sides(one("خرج أهالي مدينة الباب في مظاهرة ضد وجود القوات التركية.")) == ("residents", "Turkish armed forces")


def test_the_party_after_against_does_not_protest_itself() -> None:
    assert sides(one("تظاهر المئات في السويداء ضد هيئة تحرير الشام يوم الجمعة.")) == ("residents", "HTS")


def test_what_a_protest_is_about_is_no_target() -> None:
    told = claims("قطع محتجون الطريق في أريحا احتجاجا على مقتل شاب برصاص مسلحين.")
    assert [sides(c) for c in told if c.event_type == "protest"] == [("residents", None)]


def test_a_force_that_disperses_a_protest_does_not_protest() -> None:
    text = "خرج أهالي تل براك في مظاهرة أمس احتجاجا على انقطاع المياه، وفرقت قوات الأسايش الاحتجاج بالرصاص وأصابت متظاهرا."
    told = [c for c in code_text(text, published="2024-05-15").claims if str(c.event_type) == "protest"]
    assert told
    assert all(c.perpetrator is not None and c.perpetrator.name_en == "residents" for c in told)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("تظاهر أهالي الشحيل أمس مطالبين قسد بالإفراج عن أبنائهم.", "SDF"),
        ("خرج العشرات من أبناء غرانيج في تظاهرة أمس طالبوا خلالها بخروج قسد من المنطقة.", "SDF"),
        ("تظاهر العشرات في عفرين أمس احتجاجاً على ممارسات الجيش الوطني.", "SNA"),
        ("نظمت أمهات المختطفين وقفة احتجاجية في مأرب الأحد تنديداً بانتهاكات جماعة الحوثي.", "Houthis"),
        ("خرج المئات في ود مدني في احتجاجات أمس رفضاً لوجود قوات الدعم السريع.", "RSF"),
    ],
)
def test_the_party_condemned_or_told_to_act_is_the_target(text: str, target: str) -> None:
    assert ("residents", target) in [sides(c) for c in claims(text) if c.event_type == "protest"]


@pytest.mark.parametrize(
    "text",
    [
        "تظاهر مزارعون في الديوانية أمس مطالبين بصرف مستحقاتهم.",
        "قطع أهالي المخطوف الطريق أمس مطالبين بالتدخل لتحريره من خاطفيه.",
        "تظاهر العشرات في السويداء أمس للمطالبة بالإفراج عن شاب تحتجزه قوات الأمن.",
        "تظاهر المئات في بغداد أمس احتجاجا على الهجوم على مقر الحزب الشيوعي.",
    ],
)
def test_what_is_asked_for_is_no_target(text: str) -> None:
    assert all(c.target is None for c in claims(text) if c.event_type == "protest")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("خرج العشرات من أهالي غرانيج في مظاهرة احتجاجاً على ارتفاع الأسعار.", None),
        ("طالب متظاهرون في الشحيل بالإفراج عن المعتقلين.", None),
        ("انطلقت تظاهرة في معرة مصرين تنديداً بالعدوان الإسرائيلي.", "Israel"),
        ("تظاهر أهالي الراعي للمطالبة برحيل الفصائل المدعومة من تركيا.", "SNA"),
    ],
)
def test_complaints_and_demands_of_a_crowd(text: str, target: str | None) -> None:
    c = one(text)
    assert (str(c.event_type), *sides(c)) == ("protest", "residents", target)
    assert c.place is not None
    assert c.place.name_en != "Turkey"


@pytest.mark.parametrize(
    "text", ["ارتفعت أسعار الذهب في دمشق.", "طالب النواب الحكومة برفع الرواتب.", "فرق التحصين تواصل حملتها في مديرية المضاربة."]
)
def test_prices_and_demands_without_a_crowd_are_no_protest(text: str) -> None:
    assert not claims(text)
