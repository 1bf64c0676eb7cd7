"""One or two persons named before the verb of what befell them are counted; whoever acts is not."""

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("قال ناشطون إن الشاب أحمد العلي قتل برصاص مجهولين في بلدة صيدا.", 1),
        ("أفاد التجمع بأن السيدة عائدة الحوشان قتلت إثر استهدافها بالرصاص في بلدة صيدا.", 1),
        ("وأشار المصدر إلى أن الطفل يوسف الحلقي قضى نتيجة انفجار عبوة ناسفة في بلدة صيدا.", 1),
        ("ذكرت الشبكة أن العسكري علي حسن قتل بعد إطلاق النار عليه من قبل مسلحين في صيدا.", 1),
        ('قال المصدر إن الشاب "خالد المداحلة" لقي مصرعه برصاص مسلحين في قرية جبيب.', 1),
        ("أفاد التجمع بأن الشابين محمد قنبر ومحمد الحاج علي قتلا إثر استهدافهما بالرصاص في داعل.", 2),
        ("قتل العسكري علي حسن برصاص مجهولين في بلدة صيدا.", 1),
    ],
)
def test_a_named_topic_is_counted(text: str, dead: int) -> None:
    assert low_high(one(text).fatalities) == (dead, dead)


@pytest.mark.parametrize(
    "text",
    [
        "قالت الشرطة إن الشاب أحمد العلي قتل ثلاثة من جيرانه بالرصاص في بلدة صيدا.",
        "قال المصدر إن ثلاثة شبان قتلوا برصاص مجهولين في بلدة صيدا.",
    ],
)
def test_an_object_or_a_number_behind_it(text: str) -> None:
    assert low_high(one(text).fatalities) == (3, 3)


def test_a_patient_who_dies_is_no_event() -> None:
    assert claims("قال طبيب إن مريضاً بالقلب فارق الحياة الأسبوع الفائت لأن الدواء لم يصل.") == ()


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("قُتل إسماعيل حسن الفروخ بإطلاق نار في بلدة الحارة.", "civilians"),
        ("خطف مسلحون خالد الحسن في السويداء.", "civilians"),
        ("قُتل القيادي في حزب الله علي حسن بغارة على سيارته في صور.", "Hezbollah"),
        ("قُتل محمد شحادة بغارة على سيارته في النبطية.", None),
    ],
)
def test_a_bare_name_is_a_civilian_unless_hunted_from_the_air(text: str, whom: str | None) -> None:
    c = one(text)
    assert (c.target.name_en if c.target else None) == whom


def test_a_death_of_sickness_is_no_event() -> None:
    assert claims("توفيت المغنية سلمى بعد صراع مع المرض. وقالت أسرتها إن المغنية فارقت الحياة في المستشفى.") == ()
