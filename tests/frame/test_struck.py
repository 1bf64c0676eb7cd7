"""Things struck by nobody named, and columns that are hit rather than on the move."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("استهدف رتل للتحالف الدولي بعبوة ناسفة قرب الديوانية.", "ied", "US-led coalition"),
        ("استُهدف رتل دعم لوجستي تابع للتحالف الدولي بعبوة ناسفة في بابل.", "ied", "US-led coalition"),
        ("استهدفت دورية لقسد بالأسلحة الرشاشة على طريق الخرافي.", "attack", "SDF"),
        ("استهدفت دورية مشتركة للجيش العراقي بعبوة غربي داقوق.", "ied", "Iraqi army"),
        ("قصفت نقطة للجيش الوطني بقذائف الهاون شمالي الباب.", "shelling", "SNA"),
        ("هوجمت قافلة للحشد الشعبي بالقذائف الصاروخية في جرف الصخر.", "shelling", "PMF"),
        ("استهدفت آلية للجيش التركي بعبوة على طريق جرابلس.", "ied", "Turkish armed forces"),
        ("استهدفت حافلة مبيت لقوات النظام بعبوة ناسفة شرقي تدمر.", "ied", "Syrian regime forces"),
        ("دُمر حاجز لقوات النظام جراء استهدافه بقذائف الهاون قرب سراقب.", "shelling", "Syrian regime forces"),
        ("تعرضت عربة همر للشرطة الاتحادية لاستهداف بعبوة ناسفة قرب الحويجة.", "ied", "Iraqi Federal Police"),
        ("انفجرت عبوة ناسفة برتل عسكري تركي قرب سرمدا ما أدى إلى إصابة جنديين.", "ied", "Turkish armed forces"),
    ],
)
def test_what_stands_behind_a_verb_without_object_was_struck(text: str, kind: str, whom: str) -> None:
    c = one(text)
    assert (str(c.event_type), *sides(c)) == (kind, None, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("استهدفت دورية لقسد بالرشاشات سيارة مدنية في ذيبان.", "SDF", "civilians"),
        ("استهدفت مجموعة من التنظيم بالأسلحة الرشاشة حاجزاً لقسد في الشحيل.", "ISIS", "SDF"),
        ("قصفت دبابات النظام بالقذائف أطراف بلدة البارة.", "Syrian regime forces", None),
        ("قصفت قاعدة تركية بالمدفعية مواقع قسد في عين عيسى.", "Turkish armed forces", "SDF"),
    ],
)
def test_with_an_object_it_acts(text: str, who: str, whom: str | None) -> None:
    c = one(text)
    assert sides(c)[0] == who
    assert whom is None or sides(c)[1] == whom


@pytest.mark.parametrize(
    "text",
    [
        "دخل رتل عسكري تركي من معبر كفرلوسين.",
        "خرج رتل عسكري روسي من القامشلي باتجاه عين العرب.",
        "سيرت القوات الأمريكية رتلاً عسكرياً في ريف المالكية.",
    ],
)
def test_a_column_that_moves_is_a_development(text: str) -> None:
    assert str(one(text).event_type) == "strategic_development"


@pytest.mark.parametrize(
    "text",
    [
        "يستهدف البرنامج دعم الأسر في ريف حلب.",
        "تشكل رتل طويل من السيارات أمام محطة الوقود في حمص.",
        "استهدف المهرجان فئة الأطفال بعروض مسرحية.",
    ],
)
def test_aims_of_peace_are_no_event(text: str) -> None:
    assert not claims(text)
