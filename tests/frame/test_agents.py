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


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("أقدم مجهولون على قتل صاحب محل صرافة في مدينة القامشلي أمس.", "unknown gunmen", "civilians"),
        ("أفاد مصدر أمني بقيام مسلحين مجهولين، فجر اليوم، باغتيال مختار قرية شمال بعقوبة.", "unknown gunmen", "local officials"),
        ("احتجز حاجز لهيئة تحرير الشام في دركوش مهربين اثنين أمس.", "HTS", "smugglers"),
        ("تعرض محيط مطار دمشق الدولي فجر أمس لضربات جوية نُسبت إلى إسرائيل.", "Israel", None),
        ("قال سكان إن خمسة مدنيين قتلوا بغارة لطائرة مسيرة تابعة لقوات الدعم السريع في نيالا أمس.", "RSF", "civilians"),
        ("اغتال قناص من جيش الاحتلال الإسرائيلي، فجر أمس، الشاب رامي صالح شرق قباطية.", "Israel", "civilians"),
        ("أعلنت جماعة نصرة الإسلام والمسلمين مقتل 15 جندياً من جيش بوركينا فاسو في كمين نصبه مقاتلوها أمس قرب جيبو.", "JNIM", "Burkina Faso army"),
        ("انفجرت عبوة برتل من الجنود الأتراك كانت وحدات حماية الشعب قد زرعتها على طريق في ريف عفرين أمس.", "YPG", "Turkish armed forces"),
        ("قالت بعثة الأمم المتحدة إن حركة طالبان مسؤولة عن مقتل ثلاثة مدنيين في كابول أمس.", "Taliban", "civilians"),
        ("أعلنت وزارة الداخلية أمس إحباط مخطط لتنظيم داعش لتفجير كنيسة في مدينة صافيتا بسيارة مفخخة.", "ISIS", "civilians"),
        ("أصيب أربعة مواطنين بالرصاص المطاطي أمس خلال قمع قوات الاحتلال الإسرائيلي مسيرة بيت دجن شرق نابلس.", "Israel", "civilians"),
        ("أصيب فتى بالرصاص الحي خلال مواجهات مع جيش الاحتلال الإسرائيلي في بلدة حلحول أمس.", "Israel", "civilians"),
    ],
)  # fmt: skip
def test_the_agent_goes_about_it_or_is_named_with_the_means(text: str, perpetrator: str, target: str | None) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text, "2024-03-05")]


def test_who_is_said_to_have_nothing_to_do_with_it_did_not_do_it() -> None:
    told = claims("لم يُنسب الهجوم الذي وقع أمس في حمص وقتل فيه ثلاثة مدنيين إلى تنظيم داعش.")
    assert all(sides(c)[0] != "ISIS" for c in told)


def test_who_tells_of_a_blast_did_not_set_it_off() -> None:
    told = claims("قالت جماعة الحوثي إن ثلاثة أطفال قتلوا أمس بانفجار قنبلة عنقودية من مخلفات التحالف في مديرية نهم.")
    assert [sides(c) for c in told] == [(None, "civilians")]


def test_a_feud_of_unnamed_clans_is_between_tribes() -> None:
    told = claims("أفاد مصدر أمني باندلاع نزاع عشائري أمس بين عشيرتين في قضاء الإصلاح بمحافظة ذي قار.")
    assert [sides(c) for c in told] == [("Arab tribal fighters", "Arab tribal fighters")]
