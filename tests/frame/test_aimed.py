"""Whom an act is aimed at by its own words: the object of a verb, who comes under an attack, who stands before a verb of harm."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        (
            "قصف طيران التحالف الدولي حاجزاً شرقي الرقة أمس، كما استهدف تجمعاً لعناصر تنظيم الدولة في منطقة الكنطري.",
            "US-led coalition",
            "ISIS",
        ),
        ("هاجمت مليشيات موالية لإيران بالمسيّرات أمس القاعدة الأمريكية في حقل العمر شرقي دير الزور.", "Iran-backed militias", "US forces"),
        ("استهدفت طائرة مسيرة دورية للجيش في مدينة الفاشر غربي السودان أمس.", None, "Sudanese army"),
        ("قالت القيادة المركزية الأمريكية إن قواتها دمرت أمس ثلاث مسيرات حوثية في مناطق سيطرة الحوثيين.", "US forces", "Houthis"),
        ("قالت اليونيفيل إن إحدى دورياتها تعرضت ليلاً لإطلاق نار من مجهولين قرب بلدة فرون أمس.", "unknown gunmen", "UNIFIL"),
        ("تعرضت نقطة للجيش الصومالي قرب بلدوين، فجر أمس، لهجوم بقذائف الهاون.", None, "Somali army"),
    ],
)
def test_the_object_of_the_verb_and_who_comes_under_it_are_the_target(text: str, perpetrator: str | None, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("قال مصدر طبي إن طفلين أصيبا أمس برصاص قناص تابع لجماعة الحوثي في حي الروضة شمالي تعز.", "Houthis", "civilians"),
        ("قالت لجنة محلية إن امرأتين قتلتا أمس بقصف مدفعي لقوات الدعم السريع على حي في أم درمان.", "RSF", "civilians"),
    ],
)
def test_who_stands_before_a_verb_of_harm_suffers_it(text: str, perpetrator: str, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text)]


def test_a_predicate_and_a_school_are_no_targets() -> None:
    told = claims("انفجرت سيارة بصاروخ أطلقته مسيّرة تركية قرب القامشلي أمس، ولا يزال مصير من كان فيها مجهولاً.")
    assert "unknown gunmen" not in [sides(c)[1] for c in told]
    told = claims("تعرضت مدرسة في بداما لقذيفتي مدفعية أمس، وهي خالية من الطلاب.")
    assert "civilians" not in [sides(c)[1] for c in told]


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("أضرم مستعمرون النار في مركبتين في قرية بورين جنوب نابلس فجر أمس.", "Israeli settlers"),
        ("أحرق مسلحو تنظيم داعش مخازن الحبوب في قرية بولاية تيلابيري بالنيجر أمس.", "ISIS (Sahel Province)"),
        ("سرق مسلحون من الجيش الوطني محصول الزيتون من حقول قرية في ناحية راجو بعفرين أمس.", "SNA"),
    ],
)
def test_private_goods_robbed_or_burned_are_civilians(text: str, perpetrator: str) -> None:
    assert (perpetrator, "civilians") in [sides(c) for c in claims(text)]


def test_protesters_shot_at_are_civilians() -> None:
    told = claims("قتل شخصان عندما أطلق عناصر من طالبان النار على متظاهرين في مدينة جلال آباد أمس.")
    assert ("Taliban", "civilians") in [sides(c) for c in told]


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ('نشرت وزارة الدفاع التركية أمس أنها "حيّدت" خمسة "إرهابيين" من حزب العمال الكردستاني في متينا.', "Turkish armed forces", "PKK"),
        ("أعلن الجيش الوطني الليبي إسقاط طائرة تركية مسيّرة فوق عين زارة جنوب طرابلس أمس.", None, "Turkish armed forces"),
        ("قال المرصد إن القصف الإسرائيلي على مطار دمشق أوقع أمس ثمانية قتلى، خمسة من قوات النظام وثلاثة مدنيين.", "Israel", None),
        ("وكان الجيش التشادي قد فقد نحو مئة من جنوده في هجوم لبوكو حرام على قاعدة بوهوما، في 23 مارس 2020.", "Boko Haram", "Chadian army"),
    ],
)  # fmt: skip
def test_whom_the_words_take_or_count_did_not_do_it(text: str, perpetrator: str | None, target: str | None) -> None:
    got = [sides(c) for c in claims(text)]
    assert any((perpetrator is None or p == perpetrator) and p != target and (target is None or t == target) for p, t in got), got


def test_a_cell_whose_members_were_held_did_not_hold_them() -> None:
    told = claims(
        "قادت المعلومات إلى مزرعة تتخذها خلية مرتبطة بتنظيم داعش وكراً لها، حيث جرى إلقاء القبض على ثلاثة من أفرادها في الدريكيش أمس."
    )
    assert "ISIS" not in [sides(c)[0] for c in told]
    assert "ISIS" in [sides(c)[1] for c in told]


def test_no_share_of_attacks_on_several_sides_says_whom_it_hit() -> None:
    text = "نشر تنظيم الدولة حصيلة آب الماضي: 12 هجوماً ضد قوات النظام وقسد أوقعت 26 قتيلاً، منها 8 عمليات في حمص وأربع عمليات في الحسكة."
    told = [c for c in claims(text, "2023-09-02") if c.modality == "aggregate"]
    assert (None, None) not in [sides(c) for c in told]
    assert [sides(c)[1] for c in told if c.place is not None] == [None] * len([c for c in told if c.place is not None])


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("تعرضت القاعدة الأمريكية في حقل كونيكو، مساء السبت، لقصف بستة صواريخ سقط أربعة منها داخل أسوارها.", None, "US forces"),
        ("ذكرت الوكالة أن مسلحي داعش هاجموا، أمس الأول، قرابة ستين راعياً كانوا يرعون إبلهم شرقي السخنة.", "ISIS", "civilians"),
    ],
)  # fmt: skip
def test_who_comes_under_fire_and_persons_attacked(text: str, perpetrator: str | None, target: str) -> None:
    assert (perpetrator, target) in [sides(c) for c in claims(text, "2025-12-05")]


def test_in_a_partys_own_list_the_posts_it_names_are_its_foes() -> None:
    text = (
        "أعلن حزب الله أن مقاتليه استهدفوا أمس بقذائف المدفعية تجمعاً لجنود العدو الإسرائيلي في بستان المالكية.\n"
        "وفي بيان آخر، ذكر الحزب أن مقاتليه شنوا ظهر اليوم هجوماً جوياً بالمسيّرات الانقضاضية على ثكنة يعرا."
    )
    assert [sides(c) for c in claims(text, "2024-03-05")] == [("Hezbollah", "Israel"), ("Hezbollah", "Israel")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("فقدت قوات الدعم السريع أمس ثلاث عربات قتالية بكامل طواقمها في كمين قرب أم روابة.", (None, "RSF")),
        ("زفّت وحدات حماية الشعب أمس اثنين من مقاتليها قالت إنهما سقطا خلال التصدي لهجوم على تل تمر.", (None, "YPG")),
        ("نعى حزب الله ثلاثة من عناصره قضوا أمس بغارات على بلدة الخيام.", (None, "Hezbollah")),
        ("تلقت قوات النظام ضربة موجعة في ريف حماة أمس بعد مقتل 12 من عناصرها بكمين لداعش.", ("ISIS", "Syrian regime forces")),
        ("دهس مستوطن راعياً فلسطينياً قرب يطا أمس ما أدى إلى إصابته بجروح.", ("Israeli settlers", "civilians")),
        ("قتلت قوات الاحتلال فلسطينياً أمس عند حاجز حوارة.", ("Israel", "civilians")),
        ("قتل الجيش الباكستاني ستة مسلحين في وزيرستان أمس.", ("Pakistani army", "militants")),
        ("تبادلت قوات الدعم السريع والجيش السوداني القصف قرب بابنوسة أمس.", ("RSF", "Sudanese army")),
        ("أطلق مطلوبون النار على دورية للجيش اللبناني في جرود الهرمل أمس.", ("unknown gunmen", "Lebanese army")),
    ],
)
def test_own_losses_and_plain_subjects(text: str, pair: tuple[str | None, str]) -> None:
    assert pair in [sides(c) for c in claims(text, "2024-03-05")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("استهدفت قوات النظام بالمدفعية منازل سكنية في بلدة كفرنبل.", ("Syrian regime forces", "civilians")),
        ("استهدف قصف مدفعي لقوات النظام شقة سكنية في بلدة كفرنبل.", ("Syrian regime forces", "civilians")),
        ("استهدفت طائرة مسيرة تركية سيارة إسعاف في بلدة أبو راسين.", ("Turkish armed forces", "civilians")),
        ("قصفت قوات الدعم السريع مركز إيواء في الفاشر.", ("RSF", "civilians")),
        ("شنت طائرات حربية روسية غارات على حفل زفاف في بلدة كفرنبل.", ("Russian forces", "civilians")),
        ("استهدفت قوات النظام بالمدفعية مواقع للفصائل قرب منازل سكنية في كفرنبل.", ("Syrian regime forces", "Syrian opposition factions")),
        ("استهدفت قوات النظام بالمدفعية الأراضي الزراعية في محيط كفرنبل.", ("Syrian regime forces", None)),
    ],
)
def test_homes_and_hospitals_behind_the_means_are_hit(text: str, pair: tuple[str | None, str | None]) -> None:
    assert [sides(c) for c in claims(text, "2019-05-10")] == [pair]


@pytest.mark.parametrize(
    ("text", "event", "target"),
    [
        ("فجر مسلحون منزلاً في بلدة ذيبان.", "looting_or_property_destruction", "civilians"),
        ("فجّر مجهولون صيدلية في بلدة ذيبان أمس.", "looting_or_property_destruction", "civilians"),
        ("استولى مسلحون من الفصائل على حافلة ركاب في بلدة راجو.", "looting_or_property_destruction", "civilians"),
        ("هدمت الجرافات الإسرائيلية متجراً في بلدة سلوان.", "looting_or_property_destruction", "civilians"),
        ("أحرق مسلحون قارب صيد في بلدة الفاو.", "looting_or_property_destruction", "civilians"),
        ("استولت الفصائل على بلدة راجو.", "seizure_of_territory", None),
    ],
)
def test_private_things_wrecked_or_taken(text: str, event: str, target: str | None) -> None:
    assert [(str(c.event_type), sides(c)[1]) for c in claims(text, "2024-03-05")] == [(event, target)]
