"""Verbs of saying behind or inside what was said; people with nothing but a name; lines of several sources."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def tellers(text: str) -> list[str]:
    return [c.claimant.name_en for c in code_text(text, published="2024-03-05").claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«قتل مدنيان بانفجار لغم في قرية الزيادية صباح اليوم»، يقول مصدر طبي.", "medical source"),
        ('"سقطت القذيفة على بيتنا في كفر نبل فقتلت طفلين"، تروي إحدى النساء.', "local sources"),
        ("«انفجرت عبوة في سوق تدمر أمس وقُتل أربعة»، تقول عائلة القتيل.", "relatives"),
        ("قُتل ستة بقصف على سوق في نيالا أمس، يقول ناشطون.", "activists"),
        ("مقتل خمسة بهجوم على قرية قرب غاو أمس، قالت مصادر أمنية.", "security source"),
        ("مقتل مدنيين اثنين بانفجار لغم في قرية الزيادية (مسعف)", "medical source"),
        ("مسعف: مقتل مدنيين اثنين بانفجار لغم في قرية الزيادية", "medical source"),
        ("ضابط في الشرطة العراقية أوضح أن عبوة انفجرت في الكرمة أمس وقتلت مزارعا.", "Iraqi police"),
        ("قُتل مزارع بانفجار لغم في الكرمة أمس، وفق معلومات حصلت عليها الصحيفة من مصادر أمنية.", "security source"),
        ("وقال بدر الصالح (44 عاماً) إن قذيفة سقطت على سوق تدمر أمس وقتلت طفلين.", "local sources"),
        ("وقال بدر الصالح لرويترز إن قذيفة سقطت على سوق تدمر أمس وقتلت طفلين.", "local sources"),
        ("أبلغ مدير مستشفى عدن العام مراسلنا أن مدنيين قتلا بانفجار لغم في لحج أمس.", "medical source"),
        ("قال زعيم قبلي إن مسلحين خطفوا تاجرا في تعز أمس.", "local sources"),
        ("قالت صفحات محلية لوكالة الأناضول إن مسلحين خطفوا تاجرا في تعز أمس.", "local sources"),
        ("خطف مسلحون تاجرا في تعز أمس، وفق ما قالته مصادر محلية لموقعنا.", "local sources"),
        ("انفجر لغم بسيارة أمس وقُتل مزارع، بحسب ضابط في الجيش.", "military source"),
    ],
)
def test_the_verb_or_mark_that_closes_a_telling_names_its_teller(text: str, name: str) -> None:
    assert tellers(text) == [name]


def test_a_verb_set_in_goes_on_with_who_spoke_before() -> None:
    text = "قالت ناشطة من المدينة إن الخوف يعم الحي.\nوقبل أيام، تضيف، خطف مسلحون مجهولون صيدلانيا من شارع الفيلات وسط عفرين."
    assert tellers(text) == ["activists"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال كنعان إن قذيفة سقطت على سوق تدمر أمس وقتلت طفلين.",  # nobody knows who that is
        "عقب انفجار عبوة في تدمر أمس، تحدث المتحدث باسم الشرطة.",
        "بعد مقتل شرطي برصاص مجهولين في نوى أمس، تحدث مصدر طبي.",
        "ضُبط بحوزة القتلى من التنظيم قرب حمرين أمس هاتف، أحدهم ما يسمى بـ(آمر مفرزة العظيم).",
    ],
)
def test_others_are_no_tellers(text: str) -> None:
    assert set(tellers(text)) <= {"outlet/correspondent"}


def test_lines_of_several_sources_have_no_signer() -> None:
    text = (
        "مصدر أمني في حمص: مقتل شرطي برصاص مجهولين في تلبيسة صباح اليوم.\n"
        "وزارة الداخلية السورية: القبض على مطلوبين في حي الخضر أمس.\n"
        "عاجل | انفجار عبوة ناسفة في سوق تدمر أمس.\n"
    )
    assert tellers(text)[0] == "security source"
    assert tellers(text)[-1] == "outlet/correspondent"


def test_a_policeman_who_was_hit_signs_nothing() -> None:
    text = (
        "قُتل مدنيان بقصف على قرية البارة أمس، بحسب مصدر طبي.\n"
        "وفي سياق منفصل، اغتال مجهولون شرطيا في بلدة نمر، وفق مصدر طبي.\nوأُصيب ثلاثة بانفجار لغم في تدمر."
    )
    assert tellers(text) == ["medical source", "medical source", "outlet/correspondent"]


def test_nobody_who_claims_it_is_not_the_one_hit() -> None:
    text = "واغتال مجهولون شرطيا في بلدة نمر أمس دون أن تتبنى أي جهة العملية."
    assert [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2024-03-05").claims] == [
        ("outlet/correspondent", "reported")
    ]


def test_a_new_speaker_behind_an_agency_speaks_for_himself() -> None:
    text = "قالت وكالة سانا إن مدنيين قُتلا بقصف على البارة، فيما أفاد مصدر طبي بأن ثلاثة عمال أصيبوا بانفجار لغم في تدمر."
    assert tellers(text) == ["SANA", "medical source"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت هيئة الطاقة في الإدارة الذاتية إن المحطة توقفت.\nوقالت الهيئة إن محطة السويدية قُصفت فجر الاثنين.", "AANES"),
        ("قالت قناة المسيرة إن الوضع في تعز صعب.\nوقُتل مدنيان بانفجار لغم في تعز أمس، بحسب القناة.", "Houthis"),
        ("قالت منسقية النازحين إن المخيم محاصر.\nوقُتل مدنيان بقصف على زالنجي أمس، وفق المنسقية.", "Displaced Persons' Coordination"),
        ("تصدت حركة الشباب أمس لهجوم شنه الجيش الصومالي على موقع في بلدوين، وفق بيان نشرته على تلغرام.", "al-Shabaab"),
        ("بحسب شهادات جمعها المركز، أعدم عناصر الدعم السريع خمسة مدنيين في ود النورة أمس.", "outlet/correspondent"),
        ("علم موقع صوت العاصمة أن دورية للأمن العسكري اعتقلت ثلاثة شبان في حرستا أمس.", "Sawt al-Asima"),
        ("قال مصدر من ناحية راجو لوكالتنا إن مسلحين خطفوا تاجرا في عفرين أمس.", "local sources"),
    ],
)
def test_who_is_meant_by_a_noun_or_a_statement(text: str, name: str) -> None:
    assert tellers(text)[-1] == name


ADOPTED = "انفجرت عبوة ناسفة أمس بسيارة عسكرية في مدينة منبج، ما أدى إلى مقتل جنديين"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"داعش يتبنى تفجير منبج\n{ADOPTED}.", [("ISIS", "claimed")]),
        (f"{ADOPTED}، في هجوم أعلن الحوثيون مسؤوليتهم عنه.", [("Houthis", "claimed")]),
        (
            f"{ADOPTED}.\nوتبنى تنظيم الدولة الإسلامية العملية، وقال إن التفجير أدى إلى مقتل سبعة جنود.",
            [("outlet/correspondent", "reported"), ("ISIS", "claimed")],
        ),
        (
            "نقلت وكالة الأناضول عن مصادر أمنية تركية أن الاستخبارات التركية قتلت قياديا في حزب العمال الكردستاني قرب القامشلي أمس.",
            [("security source", "claimed")],
        ),
        ("ذكرت الصحيفة، نقلاً عن مسؤولين أميركيين، أن إسرائيل قصفت مستودعا قرب مطار دمشق أمس.", [("US official", "reported")]),
        ("قالت قوى الأمن الداخلي (الأسايش) إن خلية لداعش قتلت مدنيا في الشدادي في 3 آذار 2024.", [("Asayish", "claimed")]),
        ("قالت الشرطة العراقية إن مسلحي داعش قتلوا مدنيا في العظيم أمس.", [("Iraqi police", "reported")]),
    ],
)
def test_who_adopts_and_who_accuses(text: str, said: list[tuple[str, str]]) -> None:
    assert [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2024-03-05").claims] == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("غير أن المتحدث باسم قوات الدعم السريع، حليفة الحركة، قال إن قواته سيطرت على بلدة كازقيل أمس.", "RSF"),
        ("قصفت قوات سوريا الديمقراطية عفرين أمس، كما يقول الجيش الوطني، فيما نفت الأخيرة ذلك.", "SDF"),
        ("سارع الجيش الوطني إلى القول إن قوات سوريا الديمقراطية قصفت حي الأشرفية في عفرين أمس.", "SNA"),
        ("الجيش السوداني لم يعترف بالخسارة.\nلكن الناطق باسمه أعلن أن الطيران قصف تجمعات للدعم السريع غرب الخوي أمس.", "Sudanese army"),
        (
            "كشفت كتائب القسام عن عملياتها.\nكما ذكرت أنها قصفت ظهر اليوم تجمعا للآليات في محور موراج.",
            "Hamas (Qassam Brigades)",
        ),
        ("دعا ناشطون إلى تظاهرة مركزية يوم الجمعة المقبل وسط مدينة إدلب.", "activists"),
        (
            "قال تجمع أحرار حوران إن القتيل قيادي سابق، ويتهمه أبناء المدينة بتسليم مطلوبين.\n"
            "وعُثر على جثة مكبلة في سهل تسيل أمس، بحسب المصدر ذاته.",
            "Ahrar Horan Gathering",
        ),
        ("أعلن الجيش الباكستاني مقتل 27 مسلحا في عمليات أمس.\nوكان أكبرها في بانو حيث قُتل تسعة في مداهمة.", "Pakistani army"),
    ],
)
def test_who_speaks_without_being_named_beside_the_verb(text: str, name: str) -> None:
    assert tellers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حماة: قُتل ثلاثة مدنيين بقصف على كفرزيتا أمس.", "outlet/correspondent"),  # a town, no mother in law
        ("عمّان - صرّح مصدر أمني أن حرس الحدود قتلوا مهربا فجر اليوم قرب الرمثا.", "security source"),
        ('ومركز "أمان" الحقوقي وثق 14 قصفا على القرية خلال شباط وحده.', "Aman Center"),
        ("وقال قائد عمليات بابل إن عبوة انفجرت في البهبهان أمس.", "military source"),
    ],
)
def test_what_stands_at_the_head_of_a_line(text: str, name: str) -> None:
    assert tellers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال محمد أبو سلمية، مدير مستشفى الشفاء، إن الوضع صعب.\nوأضاف أبو سلمية أن قذيفة قتلت طفلين في حي الرمال أمس.", "medical source"),
        ("سقطت قذيفة على سوق البارة أمس وقتلت طفلين، وفق سالم العطار، أحد سكان البلدة.", "local sources"),
        ("قال العقيد أحمد العلي، الناطق باسم الشرطة العراقية، إن عبوة انفجرت في الكرمة أمس وقتلت طفلين.", "Iraqi police"),
        ("قال سعيد (اسم مستعار) إن قذيفة سقطت على سوق البارة أمس وقتلت طفلين.", "local sources"),
        ("أوردت رويترز عن مصدر أمني أن مسلحين خطفوا تاجرا في تعز أمس.", "security source"),
        ("تحدثت وكالة أعماق عن مقتل مدنيين بهجوم على البارة أمس، الأمر الذي نفاه مصدر أمني.", "security source"),
    ],
)
def test_names_with_what_is_said_of_them(text: str, name: str) -> None:
    assert tellers(text)[-1] == name


REPORT = "أصدرت حركة الشباب، الاثنين، بياناً عن الوضع في بلدوين، قالت فيه إن الانتهاكات مستمرة.\n"


@pytest.mark.parametrize("again", ["ووفقاً للبيان، خطف", "ووفقاً للتقرير، خطف", "وتوقف البيان عند واقعة خطف", "وكشفت الوثيقة عن خطف"])
def test_a_statement_goes_on_with_who_issued_it(again: str) -> None:
    assert tellers(f"{REPORT}{again} مسلحين ثلاثة مدنيين في بلدوين أمس.") == ["al-Shabaab"]


def test_the_outlets_own_line_signs_nothing() -> None:
    text = "مؤسسة نبأ الإعلامية – القنيطرة\nدخلت قوة إسرائيلية قرية الرفيد في ريف القنيطرة فجر الأربعاء واعتقلت شابين.\nوقال والد أحدهما إنه راع."
    assert tellers(text) == ["outlet/correspondent"]


def test_who_blames_without_being_named_again_is_not_the_one_blamed() -> None:
    text = (
        "قالت شبكة أطباء السودان إن سبتمبر شهد مقتل 54 شخصاً بضربات مسيّرة. وحمّلت قوات الدعم السريع المسؤولية عن 97 من الوفيات، والجيش عن 35."
    )
    assert set(tellers(text)) == {"Sudan Doctors Network"}
