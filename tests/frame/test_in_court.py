"""Words of bombs, sentences, stopped cars and marked bodies that tell another event, or none."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    "text",
    [
        "حكمت المحكمة الجنائية المركزية في الرصافة بالإعدام على 14 مداناً بالانتماء إلى داعش.",
        "قضت محكمة عسكرية في مقديشو، الخميس، بإعدام عنصرين من حركة الشباب رمياً بالرصاص.",
        "أصدرت محكمة جنايات البصرة أمس حكماً بإعدام ثلاثة أدينوا بتفجير سيارة مفخخة.",
        "بدأت محكمة فرنسية أمس محاكمة ثلاثة أشخاص متهمين بتفجير السفارة.",
    ],
)
def test_a_sentence_passed_is_no_execution(text: str) -> None:
    assert [c for c in claims(text) if str(c.kind) != "statement"] == []


@pytest.mark.parametrize(
    "text",
    [
        "نفذت السلطات في سجن الناصرية، أمس، حكم الإعدام شنقاً بحق 11 مداناً بالإرهاب.",
        "أعدمت حركة الشباب خمسة رجال رمياً بالرصاص في بلدة جلب بعد أن حكمت عليهم محكمة تابعة لها بالإعدام.",
    ],
)
def test_a_sentence_carried_out_is_one(text: str) -> None:
    assert str(one(text).event_type) == "execution"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ضبطت قوة من الجيش العراقي، أمس، مخبأ للعتاد في قرية البو بكر يضم 14 قنبرة هاون ومسطرتي تفجير.", "raid"),
        ("عثرت مفرزة من الشرطة الاتحادية في الحويجة على كدس يحتوي صواريخ وصواعق تفجير وأسلاك تفجير.", "raid"),
        ("توغلت قوة إسرائيلية في قرية كودنة وأوقفت عربة مصفحة قرب مسجدها.", "raid"),
        ("أوقفت قوة إسرائيلية شابين في قرية عين القاضي أثناء مرورهما بسيارة.", "arrest"),
        ("سقطت ثلاث قذائف هاون على حقل في قرية الرواشد، ما تسبب بمقتل ثلاثة فلاحين من أسرة واحدة وجرح اثنين.", "shelling"),
    ],
)
def test_gear_cars_and_families_name_no_event(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind


@pytest.mark.parametrize(
    "text",
    [
        "عثر حراس الشاطئ في جنزور، الخميس الماضي، على جثة شاب عليها آثار أعيرة نارية.",
        "عثر الأهالي صباح اليوم على جثة رجل مجهول الهوية مصاباً بطلق ناري في الرأس في بلدة الكسرة.",
    ],
)
def test_marks_on_a_body_are_no_killing_told(text: str) -> None:
    c = one(text)
    assert (str(c.event_type), low_high(c.fatalities)) == ("other", (1, 1))
