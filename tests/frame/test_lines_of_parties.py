"""Parties that speak line by line, of what they did and of those who were about to do something."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides

LINES = (
    "الإعلام الحربي:\n"
    "سرايا القدس: قصفنا بقذائف الهاون تجمعاً لجنود العدو شرق حي الزيتون.\n"
    "كتائب شهداء الأقصى: استهدفنا قوة راجلة بقذيفة مضادة للأفراد غرب بيت لاهيا.\n"
    "كتائب القسام: تمكن مجاهدونا صباح اليوم من تدمير ناقلة جند بعبوة في حي التفاح."
)


def test_each_line_is_its_own_partys() -> None:
    said = [(sides(c)[0], c.claimant.name_en) for c in claims(LINES)]
    saraya, aqsa, qassam = "Islamic Jihad (Saraya al-Quds)", "al-Aqsa Martyrs' Brigades", "Hamas (Qassam Brigades)"
    assert said == [(saraya, saraya), (aqsa, aqsa), (qassam, qassam)]


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("كتائب القسام: قنصنا جندياً صهيونياً شرق مخيم جباليا", "assassination", "Hamas (Qassam Brigades)", "Israel"),
        ("قنص مسلح شرطياً في الموصل.", "assassination", "unknown gunmen", "Iraqi police"),
        ("طعن فلسطيني جندياً قرب الخليل.", "assassination", None, "Israel"),
        ("أطلق الجنود النار على شاب قرب نابلس.", "attack", "Israel", "civilians"),
        ("القوات تعتقل أربعة مواطنين من نابلس.", "arrest", "Israel", "civilians"),
        ("قتلت القوات ملثمين اثنين قرب الموصل.", "attack", "Iraqi security forces", "unknown gunmen"),
        ("اشتبك الجيش مع مسلحين مجهولين في بادية السخنة.", "armed_clash", "Syrian regime forces", "unknown gunmen"),
        ("اشتبكت الشرطة مع عناصر داعش قرب كركوك.", "armed_clash", "Iraqi police", "ISIS"),
        ("قصفت طائرات إف-16 التركية مواقع لحزب العمال الكردستاني قرب متينا.", "airstrike", "Turkish armed forces", "PKK"),
        ("نفذت طائرات F_16 العراقية ضربة جوية على وكر لداعش في حمرين.", "airstrike", "Iraqi army", "ISIS"),
        ("شنت مقاتلات من طراز سوخوي 24 الروسية غارات على جسر الشغور.", "airstrike", "Russian forces", None),
        ("هاجم مسلحون يستقلون دراجة نارية مساء أمس نقطة لقوات النظام قرب بلدة البارة.", "attack", "unknown gunmen", "Syrian regime forces"),
        ("قتل خمسة من أبناء قبيلة شمر برصاص مسلحين قرب الشدادي.", "attack", "unknown gunmen", "civilians"),
        ("قتل جندي سعودي بمقذوف عسكري أطلقته ميليشيا الحوثي في جازان.", "shelling", "Houthis", "Saudi forces"),
        ("نفذ سلاح الجو المسيّر عملية بطائرة مسيّرة استهدفت هدفاً في عسقلان.", "airstrike", "Houthis", None),
    ],
)
def test_who_and_whom(text: str, kind: str, who: str | None, whom: str | None) -> None:
    c = one(text)
    assert (str(c.event_type), *sides(c)) == (kind, who, whom)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتلت القوات العراقية ثلاثة من داعش في حمرين وهم يستعدون لتنفيذ هجوم.", "attack"),
        ("حيّد الجيش مسلحين كانوا يخططون لشن هجوم في عفرين.", "attack"),
        ("استهدفت مسيّرة خلية كانت تستعد لإطلاق قذائف شرقي غزة.", "airstrike"),
        ("استهدف سلاح الجو خلية كانت تهم بإطلاق صاروخ مضاد للدروع قرب رفح.", "airstrike"),
    ],
)
def test_what_the_dead_were_about_to_do_is_no_event(text: str, kind: str) -> None:
    assert str(one(text).event_type) == kind


@pytest.mark.parametrize(
    "text",
    [
        "استهدف حزب الله دبابة ميركافا في موقع بركة ريشا بالصواريخ الموجهة وأصابوها إصابة مباشرة.",
        "قصفت القوات الأمريكية مقراً لتنظيم حراس الدين في إدلب. ولا توجد مؤشرات على وقوع إصابات بين المدنيين.",
    ],
)
def test_a_hit_and_unknown_losses_count_nobody(text: str) -> None:
    assert low_high(one(text).injuries) in (None, (None, None))


def test_a_person_shot_into_is_counted() -> None:
    assert low_high(one("أطلق الجنود النار على شاب وأصابوه إصابة مباشرة في الرأس في نابلس.").injuries) == (1, 1)


def test_a_blow_to_an_economy_is_none() -> None:
    assert claims("تلقى الاقتصاد ضربة موجعة بعد إغلاق المعبر، وسدد المنتخب ضربات قاسية لمنافسه.") == ()


def test_a_town_called_occupied_is_a_place() -> None:
    assert one("استهدف سلاح الجو المسيّر هدفاً عسكرياً في يافا المحتلة بطائرة مسيرة.").place.name_en == "Jaffa"


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("مقتل القائد العسكري أبو يزن وثلاثة من مرافقيه بعبوة ناسفة قرب سراقب.", 4),
        ("اغتيل رئيس البلدية واثنان من حراسه برصاص مجهولين في الصنمين.", 3),
        ("اغتيال رئيس البلدية وأحد مرافقيه بالرصاص في الصنمين.", 2),
        ("مقتل القيادي في حزب الله فؤاد شكر وثلاث نساء وطفلين بغارة على الضاحية الجنوبية.", 6),
        ("قتل سبعة من الجيش وجرح ثلاثة من عناصره في كمين قرب تدمر.", 7),
    ],
)
def test_company_comes_on_top_of_the_one_named(text: str, dead: int) -> None:
    assert low_high(one(text).fatalities) == (dead, dead)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("مقتل القيادي في حزب الله فؤاد شكر وثلاث نساء وطفلين بغارة على الضاحية الجنوبية.", "civilians"),
        ("قتل ضابط في الجيش وطفلان بقذائف على حلب.", "civilians"),
        ("أعماق | مقتل 3 عناصر من الجيش النيجيري بتفجير عبوة ناسفة في برنو", "Nigerian army"),
        ("صدت قوة من اللواء 28 في الحشد الشعبي تعرضاً لعناصر داعش في منطقة الوقف شمال شرقي ديالى.", "PMF"),
        ("شن عناصر داعش تعرضاً على نقطة للجيش العراقي في الطارمية.", "Iraqi army"),
    ],
)
def test_the_dead_did_not_do_it(text: str, whom: str) -> None:
    who, hit = sides(one(text))
    assert hit == whom
    assert who in (None, "ISIS")


def test_gangs_of_a_nation_are_not_its_army() -> None:
    assert sides(one("قتلت عصابات إثيوبية ثلاثة مزارعين في الفشقة بولاية القضارف.")) == ("unknown gunmen", "civilians")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("خطف مسلحون 15 تلميذا من مدرسة في ولاية سوكوتو شمال غربي نيجيريا.", "Sokoto"),
        ("هاجمت مجموعة مسلحة قرية في إقليم إيتوري شرقي الكونغو الديمقراطية وقتلت 17 مدنيا.", "Ituri"),
        ("قتل رجل برصاص مجهولين في ريف دير الزور شرقي سوريا.", "Deir ez-Zor countryside"),
    ],
)
def test_the_side_of_a_country_behind_a_province_only_holds_it(text: str, where: str) -> None:
    assert one(text).place.name_en == where


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("سقطت ثلاثة صواريخ كاتيوشا داخل المنطقة الخضراء وسط بغداد، من دون تسجيل إصابات، بحسب خلية الإعلام الأمني.", None),
        ("استهدفت طائرة مسيرة مجهولة حقل خورمالا النفطي في أربيل، وفق جهاز مكافحة الإرهاب في إقليم كردستان.", None),
        ("قُتل أربعة من داعش بضربة جوية في وادي الشاي جنوب كركوك، وفق الجيش العراقي.", "Iraqi army"),
    ],
)
def test_who_is_only_quoted_did_not_fire(text: str, who: str | None) -> None:
    assert sides(one(text))[0] == who


@pytest.mark.parametrize(
    "text",
    [
        "أقدم متظاهرون غاضبون على إغلاق مبنى شركة نفط ذي قار وسط الناصرية للمطالبة بالتعيين.",
        "شهدت البصرة إغلاق حقل مجنون من قبل عاطلين عن العمل.",
    ],
)
def test_closing_by_a_crowd_is_a_protest(text: str) -> None:
    assert str(one(text).event_type) == "protest"


@pytest.mark.parametrize(
    "text",
    [
        "قررت الحكومة إغلاق المعابر الحدودية أمام المسافرين.",
        "طالب طلاب الجامعة بعدم إغلاق باب التسجيل قبل نهاية الشهر.",
        "قرر العمال إغلاق باب النقاش مع الإدارة بعد التوصل إلى اتفاق.",
        "وجّه المنتخب المغربي ضربة موجعة لمنافسه الإسباني وأقصاه من البطولة.",
        "صدت الحارسة تعرضاً خطيراً في الدقيقة السبعين من مباراة كرة اليد.",
        "ارتفعت حصيلة ميداليات الفريق إلى سبع بعد فوز السباحين.",
        "كشف العلماء سقوط مقذوف فضائي في الصحراء دون أضرار.",
        "عرضت السينما فيلماً عن قناص يستعد لتنفيذ عملية في برلين.",
        "يتناول الفيلم قصة اغتصاب الأرض وتهجير سكانها على يد جنود الاحتلال.",
    ],
)
def test_the_same_words_elsewhere_are_no_event(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("أعلن الجيش اللبناني إصابة ثلاثة مدنيين في هجوم على بلدة القاع.", None, "civilians"),
        ("أعلن الجيش المالي مقتل عشرة مدنيين بهجوم في بلدة باندياغارا.", None, "civilians"),
        ("أعلنت وزارة الداخلية العراقية مقتل شرطيين في هجوم مسلح غرب كركوك.", None, "Iraqi police"),
        ("أعلن الجيش الصومالي مقتل 40 من عناصر حركة الشباب في هجوم بإقليم هيران.", "Somali army", "al-Shabaab"),
    ],
)
def test_a_force_that_tells_who_died_in_an_attack_did_not_make_it(text: str, who: str | None, whom: str) -> None:
    assert sides(one(text)) == (who, whom)
