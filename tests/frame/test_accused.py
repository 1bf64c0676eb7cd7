"""Who is blamed did it, by the word of the one who blames; and who comes under attack did not do it."""

from __future__ import annotations

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ('اتهم "جيش الإسلام" فيلق الرحمن باعتقال أكثر من 40 من منتسبيه في عربين.', "Faylaq al-Rahman"),
        ("اتهمت السلطات في مالي جماعة نصرة الإسلام والمسلمين بقتل نحو عشرين من سكان قرية في وسط البلاد.", "JNIM"),
        ("جيش الإسلام اتهم فيلق الرحمن باعتقال عشرة من مقاتليه في عربين.", "Faylaq al-Rahman"),
        ("قالت وزارة الدفاع التركية إن مدنيين لقيا حتفهما في تفجير بمدينة رأس العين، متهمة وحدات حماية الشعب بتنفيذه.", "YPG"),
        ("ندد ناشطون باستهداف السوق متهمين قوات النظام بالوقوف وراء القصف الذي قتل أربعة مدنيين في أريحا.", "Syrian regime forces"),
        ("حمّلت شبكة أطباء السودان قوات الدعم السريع مسؤولية قصف مستشفى الأبيض الذي أوقع سبعة قتلى.", "RSF"),
        ("قُتل ستة مدنيين بقصف على سوق نيالا، وحمّل ناشطون الجيش السوداني المسؤولية.", "Sudanese army"),
        ("قُتل ستة مدنيين بقصف على سوق الفاشر، محمّلين قوات الدعم السريع المسؤولية عنه.", "RSF"),
    ],
)
def test_the_one_blamed_did_it(text: str, perpetrator: str) -> None:
    c = one(text)
    assert c.perpetrator is not None
    assert c.perpetrator.name_en == perpetrator


@pytest.mark.parametrize(
    "text",
    [
        "اتهم المدرب لاعبيه بقتل المباراة قبل نهايتها.",
        "اتهمت المعارضة الحكومة بتجويع الناس ورفع الأسعار.",
        "حملت الشاحنة قوات الدفاع المدني إلى مكان الحريق.",
    ],
)
def test_blame_for_other_things_is_no_event(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "sufferer"),
    [
        ("تعرضت القاعدة الأمريكية في حقل كونيكو للغاز شرقي سوريا، مساء السبت، لقصف بستة صواريخ.", "US forces"),
        ("تعرّض رتل للقوات التركية على طريق إم 4 قرب أريحا لانفجار عبوة ناسفة أدت لإصابة جنديين.", "Turkish armed forces"),
        ("وقعت دورية للجيش النيجيري في كمين قرب قرية بوسو أسفر عن مقتل ثمانية جنود.", "Nigerian army"),
        ("فقد الجيش اليمني ستة من جنوده في قصف صاروخي على معسكر في مأرب.", "Yemeni government forces"),
        ("نجا قيادي في ميليشيا الدفاع الوطني من محاولة اغتيال بعبوة ناسفة زرعت أسفل سيارته في السويداء.", "pro-regime militias"),
    ],
)
def test_who_comes_under_attack_did_not_do_it(text: str, sufferer: str) -> None:
    c = one(text)
    assert c.perpetrator is None or c.perpetrator.name_en != sufferer


def test_who_backs_a_group_did_not_do_it() -> None:
    c = one('خطف مسلحون من فصيل "السلطان سليمان شاه" التابع للجيش الوطني السوري الموالي لتركيا مواطناً كردياً من قرية كاخرة بريف عفرين.')
    assert c.perpetrator is not None
    assert c.perpetrator.name_en == "SNA"


def test_blame_inside_a_denial_is_told() -> None:
    strike, denial, shells = claims(
        "قال محامو الطوارئ إن مسيّرة للجيش قصفت سوق أم صميمة الأحد ما أودى بحياة 41 مدنياً.\n"
        "لكن المتحدث باسم القوات المسلحة نفى أن يكون سلاح الجو قد نفّذ أي طلعة فوق البلدة، "
        "متهماً الدعم السريع بقصف السوق في أم صميمة بقذائف المدفعية."
    )
    assert [str(c.modality) for c in (strike, denial)] == ["reported", "denied"]
    assert str(denial.event_type) == str(strike.event_type) == "airstrike"
    assert shells.perpetrator is not None
    assert shells.perpetrator.name_en == "RSF"


@pytest.mark.parametrize("text", ["من قصف سوق أم صميمة؟", "هل قتلت إسرائيل القيادي في دمشق؟ سؤال تتداوله الصحف منذ أيام."])
def test_a_question_tells_no_event(text: str) -> None:
    assert claims(text) == ()
