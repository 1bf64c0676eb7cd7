"""Whom an event hit: local groups of a security branch, former rebels, both sides of one party, topics of passives, helpers of a taker."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def sides(text: str, day: str) -> list[tuple[str, str | None, str | None]]:
    claims = code_text(text, published=day).claims
    return [(str(c.event_type), c.perpetrator.name_en if c.perpetrator else None, c.target.name_en if c.target else None) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "استهدف مجهولون بقنبلة مقر مجموعة محلية تابعة لفرع الأمن العسكري في مدينة السويداء.",
        "قتل أحمد الزعبي، وهو عنصر في مجموعة محلية تعمل لصالح المخابرات الجوية، برصاص مجهولين في بلدة طفس غربي درعا.",
        "اغتال مسلحون مجهولون خالد المصري، قيادي مجموعة محلية تتبع لفرع الأمن العسكري، في مدينة نوى.",
        "هاجم مسلحون مجهولون حاجزا لمجموعة محلية مدعومة من الأمن العسكري قرب بلدة عتيل.",
    ],
)
def test_a_local_group_that_serves_a_branch(text: str) -> None:
    assert sides(text, "2022-06-01")[0][2] == "pro-regime militias"


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون مجهولون حاجزا للأمن العسكري قرب بلدة عتيل.",
        "قتل عنصر من فرع الأمن العسكري برصاص مجهولين في بلدة طفس.",
        "استهدف مجهولون دورية تابعة للمخابرات الجوية قرب بلدة المسيفرة.",
    ],
)
def test_the_branch_itself(text: str) -> None:
    assert sides(text, "2022-06-01")[0][2] == "Syrian regime forces"


@pytest.mark.parametrize(
    "text",
    [
        "قتل القيادي السابق في جيش الأبابيل محمد قاسم برصاص مجهولين في بلدة جاسم.",
        "قُتل عنصر سابق في فرقة شباب السنة برصاص مجهولين في بلدة صيدا.",
        "لقي القائد السابق في ألوية الفرقان حسن طه مصرعه بإطلاق نار من مجهولين في مدينة نوى.",
        "نجا مقاتل سابق في الجيش الحر من محاولة اغتيال نفذها مجهولون في بلدة تل شهاب.",
        "اغتال مجهولون القيادي السابق في أحرار الشام رامي الحسن في بلدة إنخل.",
    ],
)
def test_who_fought_for_the_opposition_before(text: str) -> None:
    assert sides(text, "2021-06-01")[0][2] == "former opposition fighters"


@pytest.mark.parametrize(
    "text",
    [
        "أطلق مسلحون مجهولون النار على موظف في مجلس البصيرة المدني شرقي دير الزور ما أدى لمقتله.",
        "اغتال مجهولون الرئيس المشترك لمجلس الصور المدني في ريف دير الزور الشمالي.",
        "أصيب عضو في كومين بلدة الحصان بإطلاق نار من مجهولين غربي دير الزور.",
    ],
)
def test_men_of_a_civil_council(text: str) -> None:
    assert sides(text, "2022-03-10")[0][2] == "AANES personnel"


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("استعادت البيشمركة مركز مدينة سنجار بغطاء من طائرات التحالف في 13 تشرين الثاني 2015.", "Peshmerga"),
        ("سيطرت القوات العراقية على حي الزهور في الموصل بغطاء جوي من التحالف الدولي في 3 كانون الثاني 2017.", "Iraqi security forces"),
        ("انتزعت قسد بلدة الباغوز بإسناد من طيران التحالف في 23 آذار 2019.", "SDF"),
        ("سيطر الجيش السوري على مدينة تدمر بمساندة من الطيران الروسي في 2 آذار 2017.", "Syrian regime forces"),
    ],
)
def test_who_helps_to_take_a_place_loses_none(text: str, taker: str) -> None:
    assert sides(text, "2022-06-01")[0] == ("seizure_of_territory", taker, None)


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ('قالت وزارة الدفاع التركية إن اثنين من إرهابيي "بي كي كي" جرى تحييدهما بغارة في منطقة غارا.', "Turkish armed forces", "PKK"),
        ('قال الجيش التركي إن أربعة من عناصر "واي بي جي" جرى تحييدهم بقصف مدفعي في تل رفعت.', "Turkish armed forces", "YPG"),
        ("أفاد الجيش المالي بأن عشرين إرهابيا تم تحييدهم بقصف جوي قرب مدينة كيدال.", "Malian army", "militants"),
        ("أعلنت وزارة الدفاع العراقية أن ثلاثة عناصر من داعش تم قتلهم بضربة جوية في وادي الشاي.", "Iraqi army", "ISIS"),
    ],
)
def test_the_topic_of_a_passive_with_its_pronoun(text: str, doer: str, hit: str) -> None:
    assert sides(text, "2024-06-01")[0][1:] == (doer, hit)


def test_who_is_named_as_the_doer_of_a_passive() -> None:
    assert sides("ذكرت الشرطة أن شابين تم خطفهما من قبل مجهولين في بلدة نوى.", "2022-05-01")[0][1:] == ("unknown gunmen", "civilians")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ('اشتبكت مجموعتان من "الجبهة الشامية" و"فرقة الحمزة" مساء أمس في بلدة كفرجنة.', "SNA", "SNA"),
        ('وكانت مجموعتان من "الجبهة الشامية" و"فرقة الحمزة" اشتبكتا مساء أمس في بلدة كفرجنة.', "SNA", "SNA"),
        ('قُتل عنصر من "فرقة الحمزة" في مواجهات اندلعت بينه وبين مجموعة من "الجبهة الشامية" داخل جنديرس.', "SNA", "SNA"),
        ("قتل عنصر من الدعم السريع في مواجهات اندلعت بينه وبين قوة من الجيش في مدينة الأبيض.", "RSF", "Sudanese army"),
    ],
)
def test_two_sides_told_without_naming_both(text: str, one: str, other: str) -> None:
    told = sides(text, "2024-06-28" if "الدعم" in text else "2021-06-28")
    assert told[0][0] == "armed_clash"
    assert set(told[0][1:]) == {one, other}


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت خلية إرهابية بالأسلحة الرشاشة نقطة لقواتنا في بلدة الجرذي.\nالمركز الإعلامي لقوات سوريا الديمقراطية",
        "استهدفت خلية إرهابية بقذيفة آر بي جي حاجزا لقواتنا في بلدة ذيبان.\nالمركز الإعلامي لقوات سوريا الديمقراطية",
    ],
)
def test_a_terrorist_cell_in_the_words_of_the_sdf(text: str) -> None:
    assert sides(text, "2024-06-28")[0][1:] == ("ISIS", "SDF")


def test_whose_drone_it_is_where_the_deed_is_announced() -> None:
    text = "أعلن المتحدث الرسمي للقوات المسلحة العميد يحيى سريع استهداف مواقع عسكرية في مطار أبها الدولي بطائرة مسيرة."
    assert sides(text, "2021-12-03")[0][1:] == ("Houthis", "Saudi forces")


@pytest.mark.parametrize(
    ("text", "doer", "hit", "day"),
    [
        ("تمكن الثوار من صد محاولة تقدم لقوات النظام والميليشيات الإيرانية غرب حلب.", "Syrian regime forces", None, "2016-10-15"),
        ("أحبطت الفصائل محاولة تسلل لقوات النظام وحزب الله على محور خان طومان.", "Syrian regime forces", None, "2016-08-01"),
        ("صدت قوات الجيش هجوما لقوات الدعم السريع والحركة الشعبية على مدينة الدلنج.", "RSF", "Sudanese army", "2025-06-01"),
        ("صدت البيشمركة هجوما شنه داعش على أطراف مخمور.", "ISIS", "Peshmerga", "2019-06-01"),
    ],
)
def test_two_attackers_beaten_back(text: str, doer: str, hit: str | None, day: str) -> None:
    assert sides(text, day)[0][1:] == (doer, hit or "Syrian opposition factions")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("تمكنت قيادة الأمن الداخلي من إلقاء القبض على المدعو (علي ح.)، أحد أبرز متزعمي الخلايا التابعة لتنظيم داعش في حمص.", "ISIS"),
        ("ألقت قوى الأمن القبض على المدعو (م. س)، أحد متزعمي فلول النظام البائد في جبلة.", "Assad regime remnants"),
        ("ألقت قوى الأمن القبض على المدعو خالد حسن أثناء مداهمة منزله في درعا.", "civilians"),
    ],
)
def test_what_one_who_is_held_was(text: str, held: str) -> None:
    assert [t for k, _, t in sides(text, "2025-08-12") if k == "arrest"] == [held]


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ("هاجم مسلحون عند الثانية من فجر اليوم الأحد حاجزا للجيش اللبناني في بعلبك.", "unknown gunmen", "Lebanese army"),
        ("استهدف مجاهدو حزب الله عند الساعة 8:30 من مساء أمس الاثنين تجمعا لجنود الجيش الإسرائيلي قرب مارون الراس.", "Hezbollah", "Israel"),
        ("هاجم داعش فجرا ثكنة للجيش العراقي قرب الرطبة ما أدى إلى استشهاد منتسبين اثنين.", "ISIS", "Iraqi army"),
        ("تصدت قوة من الشرطة الاتحادية لتعرض نفذه داعش في داقوق، استشهد على إثره منتسب وجرح أربعة.", "ISIS", "Iraqi Federal Police"),
        ("تصدت قوة من الجيش العراقي لتعرض نفذه داعش في حمرين واستشهد منتسبان.", "ISIS", "Iraqi army"),
    ],
)
def test_the_object_far_behind_its_verb_and_whose_men_died(text: str, doer: str, hit: str) -> None:
    assert sides(text, "2024-05-23")[0][1:] == (doer, hit)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("اعتقلت الشرطة خمسة متورطين بنزاع عشائري في قضاء الرفاعي.", "Arab tribal fighters"),
        (
            "وقع نزاع عشائري بين عشيرتين في ناحية النصر أمس أدى إلى مقتل شخص. وأضاف أن قوة من الشرطة ألقت القبض على تسعة من المتورطين.",
            "Arab tribal fighters",
        ),
        ("نفذت الشرطة حملة دهم أسفرت عن اعتقال سبعة مشتبه بهم في ناحية جرف الصخر.", None),
    ],
)
def test_who_is_held_after_a_feud_and_mere_suspects(text: str, held: str | None) -> None:
    assert [t for k, _, t in sides(text, "2025-02-18") if k == "arrest"] == [held]


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        (
            "وثقت المنظمة خطف أربعة مدنيين على يد الجيش الوطني منذ سيطرة الجيش التركي والفصائل الموالية له على عفرين في آذار 2018.",
            "Turkish",
        ),
        ("بعد سيطرة الجيش السوداني والقوات المشتركة على مدينة سنجة في نوفمبر 2024 قتلت قوات الدعم السريع مدنيا.", "Sudanese"),
    ],
)
def test_the_noun_of_taking_and_its_subject(text: str, taker: str) -> None:
    told = [(p, t) for k, p, t in sides(text, "2025-02-18") if k == "seizure_of_territory"]
    assert told
    assert told[0][0] is not None
    assert told[0][0].startswith(taker)
    assert told[0][1] is None


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        ("قُتل المدعو فادي الحسن الذي يعمل مع الفرقة الرابعة، إثر استهدافه بالرصاص في المزيريب.", None, "Syrian regime forces"),
        ("قتل الشاب محمد الخلف الذي كان يعمل في صفوف قسد برصاص مجهولين في بلدة ذيبان.", "unknown gunmen", "SDF"),
        ("مقتل شاب يعمل مع الأسايش برصاص مجهولين في مدينة الحسكة.", "unknown gunmen", "Asayish"),
        ("قُتل الشاب أحمد العلي الذي يعمل في بيع الخضار برصاص قسد في بلدة ذيبان.", "SDF", "civilians"),
    ],
)
def test_whom_the_dead_man_served(text: str, doer: str | None, hit: str) -> None:
    assert sides(text, "2022-06-08")[0][1:] == (doer, hit)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("استُشهد ضابط برتبة رائد وعدد من المنتسبين بانفجار عبوة ناسفة على دورية تابعة للشرطة الاتحادية في كركوك.", "Iraqi Federal Police"),
        ("قتل ضابط برتبة نقيب بهجوم لداعش على نقطة للشرطة الاتحادية في داقوق.", "Iraqi Federal Police"),
        ("استشهد ضابط في الجيش العراقي بانفجار عبوة ناسفة قرب دورية للشرطة الاتحادية في كركوك.", "Iraqi army"),
    ],
)
def test_an_officer_of_the_force_that_was_struck(text: str, hit: str) -> None:
    assert sides(text, "2022-06-08")[0][2] == hit
