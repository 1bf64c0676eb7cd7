"""How many were killed, injured and captured."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("انفجرت عبوة ناسفة بعربة للجيش الصومالي قرب أفجوي، فقُتل ستة بينهم ضابطان وأصيب أربعة.", (6, 6), (4, 4)),
        ("قتل جنديان وأصيب ثالث في كمين قرب كيدال.", (2, 2), (1, 1)),
        ("قُتل 15 شخصا بينهم 4 أطفال في غارة إسرائيلية على خان يونس.", (15, 15), None),
        ("قصفت المدفعية أطراف كفركلا واقتصرت الأضرار على الماديات.", (0, 0), (0, 0)),
        ("لم يسقط قتلى في قصف استهدف أطراف كفركلا.", (0, 0), (0, 0)),
        ("أصيب ثلاثة عمال بانفجار عبوة في كركوك، وتوفي اثنان منهم لاحقا.", (2, 2), (3, 3)),
        ("قُتل ما لا يقل عن عشرة مدنيين بغارة جوية على سوق نيالا.", (10, None), None),
        ("قُتل عشرات المدنيين بغارة جوية على سوق نيالا.", (2, None), None),
    ],
)
def test_killed_and_injured(text: str, killed: tuple[int | None, int | None] | None, injured: tuple[int, int] | None) -> None:
    c = one(text)
    assert low_high(c.fatalities) == killed
    assert low_high(c.injuries) == injured


def test_killed_and_wounded_together_are_kept_together() -> None:
    c = one("سقط 9 أشخاص بين قتيل وجريح بقصف مدفعي على سوق الفاشر.")
    assert low_high(c.killed_or_injured) == (9, 9)
    assert c.fatalities is None
    assert c.injuries is None


def test_two_verbs_share_a_number() -> None:
    assert low_high(one("قُتل وأصيب 12 شخصا بقصف على سوق الفاشر.").killed_or_injured) == (12, 12)


def test_two_verbal_nouns_share_a_number() -> None:
    assert low_high(one("مقتل وإصابة 12 شخصا بقصف على سوق الفاشر.").killed_or_injured) == (12, 12)


def test_captured() -> None:
    assert low_high(one("اعتقلت القوات العراقية خمسة أشخاص بينهم امرأة في الموصل.").captured) == (5, 5)
    assert low_high(one("خطف مسلحون مجهولون طبيبا في زليتن.").captured) == (1, 1)


def test_a_number_of_things_is_no_toll() -> None:
    c = one("قصفت الطائرات الإسرائيلية خمسة منازل في رفح، وقُتل مدنيان.")
    assert low_high(c.fatalities) == (2, 2)


def test_not_stated_is_not_zero() -> None:
    c = one("قصفت المدفعية أطراف كفركلا صباح اليوم.")
    assert c.fatalities is None
    assert c.injuries is None


def test_an_updated_toll_replaces_the_first() -> None:
    c = one("قُتل أربعة مدنيين بقصف على سوق الفاشر. وارتفعت حصيلة القصف إلى تسعة قتلى، وفق مصدر طبي.")
    assert low_high(c.fatalities) == (9, 9)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # the victims stand behind "the lives of", far from the verb
        ("أودى انفجار عبوة ناسفة، مساء أمس الثلاثاء، بحياة سبعة باعة في سوق كركوك.", (7, 7)),
        ("حصدت قذائف سقطت على حي طيبة، غربي مدينة الأبيض، عصر أمس، أرواح تسعة مدنيين بينهم ثلاثة تلاميذ.", (9, 9)),
        ("أودى قصف مدفعي على سوق نيالا، وفق مصدر طبي، بأحد عشر مدنيا.", (11, 11)),
        # an event noun is the subject
        ("قتلت غارتان للطائرات الحربية أمس ثلاثة أطفال في بلدة الدار الكبيرة.", (3, 3)),
        ("قتل انفجار عبوة ناسفة أمس جنديين قرب مأرب.", (2, 2)),
        # how it happened stands between the verb and the count
        ("قُتل في معارك القصير أمس 31 مسلحا و12 جنديا.", (43, 43)),
        ("قُتل في الاشتباكات مدني وعنصر من الشرطة في حلب أمس.", (2, 2)),
        # told before the verb
        ("قال الجيش إن 7 مدنيين بينهم امرأتان قتلوا بقصف مدفعي أمس على الفاشر.", (7, 7)),
        ("هاجم مسلحون مخفرا في درنة أمس وقالت الشرطة إن 5 سجناء و12 شرطيا لقوا حتفهم.", (17, 17)),
        ("انفجر لغم بدراجة يستقلها رجل مع ابنته قرب دويزين أمس فقُتلا معا.", (2, 2)),
        ("نفذت طائرة مسيرة غارة على شاب وابن عمه قرب العمالة أمس، فقُتل الأول وجُرح الثاني.", (1, 1)),
        ("استهدف مسلحون مسؤولا في جرابلس أمس، وقُتل المسؤول في المكان.", (1, 1)),
        # named and joined
        ("انقضت طائرة مسيرة على سوق في الخرطوم أمس فقتلت بائعة خضار وابنها.", (2, 2)),
        ("قُتل القيادي مع اثنين من حراسه بقصف طائرة مسيرة سيارته في ترهونة أمس.", (3, 3)),
        ("أوقعت هجمات مسلحي التنظيم في كركوك أمس 18 قتيلا من البشمركة وثلاثة مدنيين.", (21, 21)),
        ("كمن الجنود للمسلحين في كركوك أمس وقتلوهم جميعا، وعددهم ثلاثة.", (3, 3)),
        ("نالت غارة أمس من نقطة قرب سد تشرين، ونال اثنان من المقاتلين مرتبة الشهادة.", (2, 2)),
        ("أطلق مسلحان النار على معلمة أمام مدرستها في الحوايج أمس، ففارقت الحياة بعد يوم واحد.", (1, 1)),
        ("قُتل فجر أمس بائع خضار أمام منزله في الحراك بثلاث رصاصات من مسدس.", (1, 1)),
        ("باغت مسلحون عائلة في بستانها بقرية حمادي أمس فقتلوا الأب وثلاثة من أبنائه.", (4, 4)),
        ("ألقى مجهولون قنبلة على مضافة في حي الجلاء أمس، ولم تسفر إلا عن تحطم زجاج الواجهة.", (0, 0)),
        # others in the sentence are not the dead
        ("أطلق مسلحون النار على شاب أمام منزله في العشارة أمس، ما أدى إلى وفاته على الفور، فيما لاذ المهاجمون بالفرار.", (1, 1)),
        ("أطلق مجهولون النار على ثلاث نساء في المخيم أمس ما أدى إلى مقتلهن، بحسب مصادر محلية.", (3, 3)),
    ],
)
def test_victims_that_do_not_stand_right_after_the_verb(text: str, killed: tuple[int, int]) -> None:
    assert low_high(one(text).fatalities) == killed


def test_victims_of_what_somebody_is_charged_with_are_of_another_event() -> None:
    c = one("أعلنت الشرطة القبض على اثنين من المتهمين بقتل ناشط في الكوت أمس.")
    assert c.fatalities is None
    assert low_high(c.captured) == (2, 2)


def test_a_bang_that_is_explained_is_no_event() -> None:
    assert claims("دوت انفجارات أمس في محيط القاعدة قرب الحسكة، وقال مصدر عسكري إنها ناجمة عن تدريبات بالذخيرة الحية.") == ()
    assert claims("سُمع دوي انفجار في حي السلماني أمس، وتبين أنه انفجار أسطوانة غاز في مطعم.") == ()
    assert len(claims("سُمع دوي انفجار في حي السلماني أمس ناجم عن عبوة ناسفة زرعها مجهولون، وقُتل شرطي.")) == 1


def test_nobody_harmed_told_in_the_next_sentence() -> None:
    c = one("استهدفت طائرة مسيرة مستودعا في درنة أمس. وقال مسؤول إن الضربة أحدثت أضرارا من دون خسائر بشرية.")
    assert low_high(c.fatalities) == (0, 0)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("أدى القصف إلى مقتل ضابط روسي إضافة إلى مقتل 26 عنصراً من الجيش في سراقب.", 27),
        ("قُتل مدني بانفجار لغم في تدمر، فضلاً عن مقتل جنديين.", 3),
        ("قُتل عنصران من الشرطة وثالث من الجيش بهجوم على حاجز في بعقوبة.", 3),
        ("قتل الجيش عنصراً من داعش، إضافة إلى تدمير ثلاثة مخازن، قرب تدمر.", 1),
        ("قتل الجيش عنصراً من داعش إضافة إلى ثلاثة مستودعات أسلحة قرب تدمر.", 1),
    ],
)
def test_what_is_told_besides_adds_persons_only(text: str, killed: int) -> None:
    first = claims(text)[0]
    assert low_high(first.fatalities) == (killed, killed)


def test_what_several_events_led_to_is_their_number() -> None:
    (c,) = claims("وثق المكتب 34 عملية اغتيال خلال شهر نيسان الماضي أسفرت عن مقتل 22 شخصاً.")
    assert low_high(c.fatalities) == (22, 22)
