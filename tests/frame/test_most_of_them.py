"""Whose most of those harmed are, and the party those held are charged with serving."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("انفجر لغم بآلية تقل عناصر من فيلق الشام قرب أعزاز أمس، ما أدى إلى جرح أربعة منهم ومقتل طفلة.", "Faylaq al-Sham"),
        ("انفجرت عبوة بسيارة تقل جنوداً عراقيين قرب سنجار أمس ما أدى إلى إصابة خمسة منهم ومقتل امرأة.", "Iraqi army"),
        ("انفجرت دراجة مفخخة بدورية للشرطة العراقية في بعقوبة أمس وأسفر ذلك عن مقتل ثلاثة منهم وجرح طفلة.", "Iraqi police"),
        ("تعرضت حافلة تقل جنوداً من الجيش الصومالي لهجوم قرب بيدوا أمس، قُتل فيه سبعة منهم وأصيب بائع.", "Somali army"),
        ("انفجر لغم بآلية تقل عنصرين من الأسايش في الحسكة أمس ما أدى إلى جرح أحدهما ومقتل ثلاثة مدنيين.", "civilians"),
        ("انفجرت عبوة بسيارة تقل جنوداً عراقيين قرب سنجار أمس ما أدى إلى إصابة واحد منهم ومقتل أربعة مدنيين.", "civilians"),
        ("قصفت القوات التركية مزارعين قرب عين عيسى أمس فقتلت طفلاً وأصابت ثلاثة منهم.", "civilians"),
    ],
)
def test_the_greater_count_of_them_says_whose_the_victims_are(text: str, target: str) -> None:
    assert [sides(c)[1] for c in claims(text)] == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("اعتقلت الأسايش أمس رجلاً في الحسكة بتهمة العمل مع داعش.", "ISIS"),
        ("أوقفت الأسايش أمس امرأة في مخيم الهول تتهمها بالعمل مع تنظيم الدولة.", "ISIS"),
        ("اعتقلت قسد شاباً في الرقة أمس بتهمة العمل في صفوف الجيش الوطني.", "SNA"),
        ("أوقفت مخابرات الجيش اللبناني أمس رجلين في صيدا بشبهة التعامل مع تنظيم الدولة.", "ISIS"),
        ("اعتقلت هيئة تحرير الشام ناشطاً في إدلب أمس بسبب العمل الإعلامي.", "civilians"),
        ("اعتقلت قسد أمس شاباً في الرقة لرفضه العمل مع قوات الأسايش.", "civilians"),
    ],
)
def test_those_held_on_a_charge_of_serving_a_party_are_its_men(text: str, target: str) -> None:
    assert [sides(c)[1] for c in claims(text) if c.event_type == "arrest"] == [target]
