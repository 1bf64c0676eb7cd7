"""Who did it where nobody stands behind the verb; who lost a place that changed hands."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("عُثر على جثث أربعة رعاة في بادية السخنة. وقال المرصد إن عناصر داعش أعدموهم الأحد.", "ISIS", "civilians"),
        ("أعلن الجيش التشادي القضاء على 96 مسلحاً من بوكو حرام في عملية على ضفاف بحيرة تشاد الأحد.", "Chadian army", "Boko Haram"),
        ("أعلن الجيش اللبناني، الأحد، توقيف أربعة من مهربي المخدرات في بلدة بريتال.", "Lebanese army", "drug traffickers"),
        ("توفي شاب تحت التعذيب في أحد سجون قسد بمدينة الرقة أمس.", "SDF", "civilians"),
        ("توفي معلم تحت التعذيب في سجن تابع لجماعة الحوثي بإب أمس.", "Houthis", "civilians"),
        ("سيطر متمردو حركة إم 23 على بلدة نيانزالي في الكونغو بعد انسحاب الجيش الكونغولي منها الاثنين.", "M23", "Congolese army"),
    ],
)
def test_the_agent_is_found_without_a_noun_behind_the_verb(text: str, perpetrator: str, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش الإسرائيلي مقتل جندي وإصابة آخرين في انفجار عبوة شرق رفح أمس.",
    ],
)
def test_an_announced_loss_is_not_the_announcers_deed(text: str) -> None:
    assert all(sides(c)[0] is None for c in claims(text))
