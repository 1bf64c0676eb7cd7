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


@pytest.mark.parametrize(
    "text",
    [
        "قُتل عنصر من قسد في هجوم لمسلحين قرب الشحيل، في وقت تواصل فيه قسد حملة الاعتقالات في المنطقة.",
        "خسرت قسد، أمس، أحد مسلحيها في كمين أوقعه فيه مقاتلو العشائر عند أطراف بلدة أبو خشب، في وقت تمادت فيه بحملة التجنيد القسري.",
    ],
)
def test_what_goes_on_beside_it(text: str) -> None:
    assert [str(c.event_type) for c in claims(text)] == ["attack"]


def test_another_event_beside_it() -> None:
    text = "قُتل جندي بانفجار لغم قرب السخنة، في وقت هاجم فيه التنظيم نقطة للجيش في بادية الرصافة وقتل اثنين."
    assert [str(c.event_type) for c in claims(text)] == ["ied", "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "وعقب التفجير بساعتين، أوقفت الشرطة العسكرية عند مدخل سلوك رجلاً كان يقود دراجة نارية.",
        "وبعد الهجوم بساعات، اعتقلت قوى الأمن خمسة أشخاص في بلدة شين.",
        "وعقب الانفجار، داهمت الأسايش منازل في حي غويران واعتقلت شابين.",
        "وإثر الاغتيال، شنت قسد حملة دهم في بلدة ذيبان اعتقلت خلالها ستة شبان.",
    ],
)
def test_what_came_before_the_arrest(text: str) -> None:
    assert [str(c.event_type) for c in claims(text)] == ["arrest"]


def test_the_outcome_of_what_came_before() -> None:
    (claim,) = claims("وإثر الهجوم على الحاجز، قُتل ثلاثة عناصر من الشرطة في بعقوبة.")
    assert str(claim.event_type) == "attack"
