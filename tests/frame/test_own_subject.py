"""The subject at the verb did it; what just falls nobody fired."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("أفاد مراسلنا باندلاع اشتباكات بين الجيش السوري وقسد، موضحاً أن قسد قصفت أمس بقذائف المدفعية قرى في محيط دير حافر.", "SDF"),
        ("هاجم تنظيم داعش رتلاً للجيش قرب السخنة أمس. الطيران الحربي الروسي قصف الموقع صباح اليوم وقتل خمسة من المهاجمين.", "Russian forces"),
        ("تجددت الخروقات في جنوب لبنان، فقبيل الفجر ألقت محلّقة إسرائيلية قنبلة صوتية على غرفة وسط كفركلا.", "Israel"),
        ('قالت وكالة الأنباء إن "مجموعة إرهابية مسلحة" فجّرت أمس بعبوة ناسفة أنبوب نفط في بنغازي.', "unknown gunmen"),
        ("زعمت وسائل إعلام تابعة للحوثيين أن قصفاً سعودياً بالمدفعية طال أمس منازل مواطنين في مديرية شدا بصعدة.", "Saudi forces"),
    ],
)  # fmt: skip
def test_the_subject_at_the_verb_did_it(text: str, perpetrator: str) -> None:
    assert perpetrator in [sides(c)[0] for c in claims(text)]


def test_who_tries_to_get_in_is_spoken_of_before() -> None:
    told = claims("قال المتحدث العسكري المصري إن قوات إنفاذ القانون رصدت عناصر تكفيرية أثناء محاولتهم التسلل إلى ارتكاز أمني جنوب رفح أمس.")
    assert "Egyptian army" not in [sides(c)[0] for c in told]


@pytest.mark.parametrize(
    "text",
    [
        "تتقاتل قوات الجيش الوطني الليبي وقوات الوفاق جنوب طرابلس. وقال مسعفون إن أربع نساء قُتلن عندما سقطت صواريخ على حي أبو سليم أمس.",
        "أعلنت قيادة العمليات المشتركة سقوط ثلاثة صواريخ كاتيوشا داخل المنطقة الخضراء في بغداد أمس دون خسائر.",
        "يحاول الحوثيون دخول مأرب. وقتل ستة نازحين أمس عندما سقطت قذائف مدفعية على مخيم السويداء في المدينة.",
    ],
)
def test_nobody_fired_what_just_falls(text: str) -> None:
    assert None in [sides(c)[0] for c in claims(text) if c.event_type == "shelling"]


def test_whose_shells_fell_is_told_with_them() -> None:
    told = claims("سقطت أمس قذائف مدفعية تركية على بساتين قرية هرور في دهوك.")
    assert [sides(c)[0] for c in told] == ["Turkish armed forces"]


def test_another_matter_is_not_the_side_it_is_by() -> None:
    told = claims("من جانب آخر نفت قيادة عمليات ديالى سقوط قرية في حوض العظيم بيد داعش أمس.")
    assert all(sides(c)[0] != "Diyala Operations Command" for c in told)


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("تمكنت قوة من الجيش العراقي من قتل إرهابيين اثنين من داعش في الطارمية أمس.", "Iraqi army", "ISIS"),
        ("اعتقل حاجز للأمن العسكري شابين من أبناء مدينة الحارة على طريق دمشق درعا أمس.", "Syrian regime forces", "civilians"),
        ("انفجرت سيارة مفخخة يقودها انتحاري من حركة الشباب أمام مقهى في مقديشو أمس فقتلت خمسة مدنيين.", "al-Shabaab", "civilians"),
        ("قالت سرايا القدس إنها استهدفت أمس بقذائف الهاون تجمعاً لجنود وآليات الاحتلال شرق خان يونس.", "Islamic Jihad (Saraya al-Quds)", "Israel"),
        ("قال مصدر أمني إن جنديين قتلا أمس بهجوم لعناصر تنظيم داعش على ثكنة للجيش العراقي جنوب كركوك.", "ISIS", "Iraqi army"),
    ],
)  # fmt: skip
def test_the_verb_that_governs_the_deed_and_the_owner_told_once(text: str, perpetrator: str, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text, "2024-03-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال متحدث باسم الجيش النيجيري إن القوات قتلت 14 من مقاتلي بوكو حرام في غابة سامبيسا أمس.", ("Nigerian army", "Boko Haram")),
        ("قتل ستة جنود نيجريين في كمين نسبته السلطات إلى بوكو حرام قرب ديفا بالنيجر أمس.", ("Boko Haram", "Niger army")),
        ("انفجر لغم من مخلفات تنظيم داعش بسيارة عمال في بادية التبني أمس وقتل أربعة مدنيين.", (None, "civilians")),
        ("في شمال مالي انفجر لغم بقافلة قرب كيدال. وفي بوركينا فاسو، قتل 17 جندياً في هجوم على وحدة قرب دوري أمس.", (None, "Burkina Faso army")),
    ],
)  # fmt: skip
def test_whose_forces_and_at_whose_door(text: str, expected: tuple[str | None, str]) -> None:
    assert expected in [sides(c) for c in claims(text)]


def test_the_opening_line_of_a_list_lends_its_party_with_a_date_in_it() -> None:
    text = "جماعة نصرة الإسلام والمسلمين\n\nفي يوم الأحد 3 مارس 2024م، وُفّق المجاهدون بحول الله إلى:\n1) تفجير عبوة على مدرعة للجيش البوركيني قرب جيبو.\n2) اقتحام ثكنة للجيش المالي في موردياه."
    assert [sides(c) for c in claims(text)] == [("JNIM", "Burkina Faso army"), ("JNIM", "Malian army")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("صرح مستشار في وزارة الدفاع التركية بأن قوات بلاده حيّدت أمس سبعة إرهابيين من حزب العمال في متينا.", ("Turkish armed forces", "PKK")),
        (
            "قال الجيش النيجيري أمس إن 27 من أفراد بوكو حرام سلموا أنفسهم في باما، وإن قواته قتلت خمسة من مقاتلي الجماعة في كمين على طريق غوزا.",
            ("Nigerian army", "Boko Haram"),
        ),
        ('أمّا "جيش العشائر" فتبنّى استهداف نقطة لقسد في قرية الطيانة أمس بقذيفتين.', ("Arab tribal fighters", "SDF")),
        ("دهم عناصر الجيش الوطني منزلاً في عفرين أمس، وقال ناشط إن الشرطة العسكرية اعتقلت شاباً من راجو.", ("SNA", "civilians")),
    ],
)  # fmt: skip
def test_of_whose_forces_the_words_tell(text: str, expected: tuple[str, str]) -> None:
    assert expected in [sides(c) for c in claims(text, "2024-03-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الحوثيون إن ضربات أمريكية استهدفت أمس مواقع لقواتهم في صعدة.", ("US forces", None)),
        ("استهدف طيران التحالف أمس تعزيزات للحوثيين في جبهة صرواح غرب مأرب.", ("Saudi-led coalition", None)),
        ("استهدف طيران التحالف تعزيزات للحوثيين في جبهة صرواح غرب مأرب أمس.", ("Saudi-led coalition", "Houthis")),
        ("شن الجيش التشادي غارات على معاقل بوكو حرام في بحيرة تشاد أمس.", ("Chadian army", "Boko Haram")),
        ("أعلن الجيش الأردني مقتل خمسة مهربين خلال إحباط محاولة تهريب من الأراضي السورية أمس.", ("Jordanian army", "smugglers")),
    ],
)  # fmt: skip
def test_the_subject_and_what_stands_right_behind_it(text: str, expected: tuple[str, str | None]) -> None:
    got = [sides(c) for c in claims(text, "2024-03-05")]
    assert any(p == expected[0] and expected[1] in (None, t) for p, t in got), got


def test_a_death_announced_without_an_operation_is_nobodys() -> None:
    told = claims("أعلن الجيش الأردني مقتل مهرب وإصابة آخر قرب الحدود السورية أمس.")
    assert all(sides(c)[0] != "Jordanian army" for c in told)


def test_who_tells_of_a_rocket_shot_from_elsewhere_did_not_shoot_it() -> None:
    told = claims("قال الجيش الإسرائيلي إن صاروخاً أطلق من لبنان سقط قرب موقع عسكري في شلومي أمس وأصيب جنديان.")
    assert [sides(c) for c in told] == [(None, "Israel")]


def test_whom_those_held_are_charged_with_killing_is_not_whom_they_are() -> None:
    told = claims("قال مصدر أمني إن القوات الأمنية اعتقلت أربعة متهمين بقتل ضابط في البصرة أمس.")
    assert "Iraqi army" not in [sides(c)[1] for c in told]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قتل ستة في هجوم قال الجيش الصومالي إن حركة الشباب نفذته على قرية قرب بيدوا أمس.", "al-Shabaab"),
        ("قُتل ثلاثة جنود بكمين قالت الوزارة إن مجموعات خارجة عن القانون نفذته قرب الصنمين أمس.", "unknown gunmen"),
        ("استهدفت غارات قال ناشطون إن طائرات روسية نفذتها بلدة كنصفرة أمس.", "Russian forces"),
    ],
)
def test_a_verb_that_takes_the_deed_up_has_the_doer_before_it(text: str, doer: str) -> None:
    assert doer in [sides(c)[0] for c in claims(text)]
