"""Sentences passed by a court, years in prison, what was taken back once: settings of a story, no events of the report."""

import pytest
from frame_text import claims, one

from waqai.model import EventType


@pytest.mark.parametrize(
    "text",
    [
        "أصدرت محكمة جنايات الأنبار، اليوم الأحد، حكماً بإعدام أربعة أشخاص شنقاً لانتمائهم إلى تنظيم داعش.",
        "قضت محكمة في بغداد بالسجن المؤبد على متهم انتمى إلى داعش منذ عام 2014 وشارك في تنفيذ عمليات ضد الجيش.",
        "روت سجينة سابقة ما عاشته خلال سنوات اعتقالها في سجن تدمر.",
        "يحلم النازحون بالرجوع إلى بيوتهم بعد تحريرها من سيطرة قوات النظام.",
        "أعلن العراق قبل أربع سنوات القضاء على تنظيم داعش.",
        "عبّر الصحفي عن خشيته من أن يُختطف في بيروت.",
    ],
)
def test_no_event(text: str) -> None:
    assert not claims(text)


def test_a_sentence_carried_out() -> None:
    assert one("نفذت السلطات حكم الإعدام شنقاً بحق خمسة مدانين في سجن الناصرية.").event_type is EventType.EXECUTION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلق الجيش العراقي، اليوم، عملية عسكرية واسعة في صحراء الرطبة.", "strategic_development"),
        ("شرعت القوات المشتركة بعملية لتعقب فلول التنظيم في جبال حمرين أمس.", "strategic_development"),
        ("اعتقلت الشرطة سبعة مطلوبين خلال حملة أمنية أطلقتها في البصرة.", "arrest"),
        ("فصل مسلحون رأس حطاب عن جسده في جبل المغيلة.", "execution"),
        ("أحبط الجيش تسللاً للحوثيين في مأرب وقتل ثلاثة منهم.", "attack"),
        ("نسفت قوات الاحتلال منزلين في بلدة الضهيرة.", "looting_or_property_destruction"),
        ("اندلع خلاف عشائري في قضاء الرفاعي أسفر عن إصابة خمسة أشخاص.", "armed_clash"),
    ],
)
def test_one_event_of_its_kind(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("عثر الأهالي على جثة شاب في بلدة نوى بعد أيام من خطفه على يد مجهولين.", "execution"),
        ("مخلفات الحرب تحصد حياة طفلين في سراقب.", "ied"),
        ("عثر أطفال على لغم قرب أبو حنايا ولعبوا به ما أدى إلى انفجاره ومقتل اثنين منهم.", "ied"),
        ("ساد الهدوء غريان بعد توقف اشتباكات عنيفة دارت بين فصيلين في المدينة أمس.", "armed_clash"),
        ("ألقت الشرطة القبض على عصابة سرقت محال تجارية في حلب.", "arrest"),
    ],
)
def test_what_stays_an_event(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind
