"""Who is meant: introduced names, subjects before their verbs, unnamed sources by their house, those who pass a word on."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text


def coded(text: str) -> list[tuple[str, str]]:
    return [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2024-03-05").claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('تبنّت ما تعرف بـ"المقاومة الإسلامية في العراق"، مساء أمس، هجوما على قاعدة كونيكو.', "Islamic Resistance in Iraq"),
        ('وتبنت جماعة تسمي نفسها "أصحاب الكهف" تفجير عبوة استهدف رتلا في بابل أمس.', "Islamic Resistance in Iraq"),
        ('تبنى تنظيم يطلق على نفسه اسم "سرايا أنصار السنة" تفجير كنيسة في دمشق أمس.', "Saraya Ansar al-Sunnah"),
        ('أعلن ما يسمى تنظيم "ولاية سيناء" مسؤوليته عن تفجير عبوة في آلية للجيش المصري جنوب رفح أمس.', "ISIS (Sinai Province)"),
    ],
)
def test_an_introduced_name_takes_responsibility(text: str, name: str) -> None:
    assert coded(text)[0] == (name, "claimed")


def test_a_statement_goes_on_with_the_one_who_was_introduced() -> None:
    text = 'تبنّت ما تعرف بـ"المقاومة الإسلامية في العراق" هجوما أمس.\nوذكرت في بيان أن مقاتليها قصفوا قاعدة كونيكو بالصواريخ.'
    assert coded(text)[-1] == ("Islamic Resistance in Iraq", "claimed")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل ستة بقصف مسيّرة على خيمة في المواصي أمس، بحسب مصدر في مجمع ناصر الطبي.", "medical source"),
        ("قال مصدر في مستشفى كنانة إن قتيلين سقطا بانفجار لغم في الحديدة أمس.", "medical source"),
        ("أشار مصدر في المحافظة إلى سقوط قذيفة هاون على منزل في جرمانا أمس ومقتل طفل.", "local officials"),
        ("قُتل 11 شخصا بقصف مدفعي على كادقلي أمس، وفق ما قاله والٍ مكلّف بالولاية.", "local officials"),
        ("قُتل 17 عسكريا في كمين قرب غوسي أمس، وفق ما أفاد مسؤولان محليان وكالة فرانس برس.", "local officials"),
        ("قال شاهدان إن مسلحين خطفوا تاجرا في تعز أمس.", "local sources"),
        ("قال ضابط برتبة مقدم في الشرطة العراقية إن مسلحين خطفوا تاجرا في بعقوبة أمس.", "Iraqi police"),
    ],
)
def test_an_unnamed_source_is_known_by_its_house(text: str, name: str) -> None:
    assert [n for n, _ in coded(text)] == [name]


def test_a_subject_before_its_verb_denies() -> None:
    text = "قُتل 41 مدنيا بقصف على سوق في نيالا أمس.\nلكن الجيش السوداني نفى، في تسجيل بثّه التلفزيون الرسمي، قصف السوق."
    assert coded(text)[-1] == ("Sudanese army", "denied")


def test_what_a_channel_passed_on_is_the_speakers_word() -> None:
    text = "في تصريح نقلته قناة الحدث، قال مدير المستشفى إن طفلين قُتلا بانفجار لغم في الحديدة أمس."
    assert coded(text) == [("medical source", "reported")]


@pytest.mark.parametrize(
    "tail",
    [
        "يُذكر أن انفجار عبوة ناسفة في منبج في الثاني من شباط الماضي أسفر عن مقتل طفل.",
        "وتجدر الإشارة إلى أن عبوة ناسفة انفجرت في منبج في الثاني من شباط الماضي وقتلت طفلا.",
        "وكان مسلحون قد خطفوا تاجرا في منبج في الثاني من شباط الماضي.",
    ],
)
def test_the_outlet_speaks_again(tail: str) -> None:
    text = "قال المرصد السوري إن طائرة تركية استهدفت سيارة في عين العرب أمس فقتلت مدنيين اثنين. " + tail
    assert [n for n, _ in coded(text)] == ["SOHR", "outlet/correspondent"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("أقرّ الجيش الإسرائيلي بإصابة ضابط وجنديين بانفجار عبوة ناسفة بآليتهم في بيت حانون أمس.", "reported"),
        ("اعترفت قوات الدعم السريع بمقتل قائد ميداني في غارة للجيش على نيالا أمس.", "reported"),
        ("أقرّ الجيش الإسرائيلي بأن طائراته قصفت أمس منزلا في بيت حانون.", "claimed"),
    ],
)
def test_a_party_that_admits_its_losses_reports(text: str, modality: str) -> None:
    assert coded(text)[0][1] == modality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل قناص من هيئة تحرير الشام عنصراً لقوات النظام في سراقب أمس، حسبما نشرت معرفاتها.", "HTS"),
        ('قُتل نزيل تحت التعذيب في سجن الناصرية أمس، بحسب ما روى لـ"درج" ثلاثة من نزلاء القاعة.', "local sources"),
        ("خطف مسلحون تاجرا في نوى أمس، وفقاً لما نقله مراسلنا عن أحد الأطباء.", "medical source"),
    ],
)
def test_the_source_behind_its_verb(text: str, name: str) -> None:
    assert [n for n, _ in coded(text)] == [name]


REPORT = "قالت الشبكة السورية لحقوق الإنسان إنها سجّلت 194 حالة اعتقال في سورية خلال شهر كانون الثاني الماضي."


@pytest.mark.parametrize(
    "tail",
    [
        "وبحسب ما ورد في التقرير، فإن النظام السوري يتحمل المسؤولية عن 97 منها.",
        "وشهدت ريف دمشق 43 حالة اعتقال، وحلب 38 حالة.",
    ],
)
def test_a_report_goes_on_counting(tail: str) -> None:
    assert {n for n, _ in coded(f"{REPORT}\n{tail}")} == {"SNHR"}


def test_a_count_of_somebody_else_is_his() -> None:
    names = [n for n, _ in coded(f"{REPORT}\nوسجل المرصد السوري لحقوق الإنسان 43 حالة اعتقال في ريف دمشق.")]
    assert names == ["SNHR", "SOHR"]


def test_who_claims_another_act_does_not_claim_this_one() -> None:
    text = "أكدت الشرطة العراقية أن قواتها اعتقلت أمس أربعة متهمين في واسط. وتبنى تنظيم داعش هجوما على حاجز للشرطة في سامراء."
    assert coded(text)[0][0] != "ISIS"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت كتائب القسام أنها فجرت أمس عبوة ناسفة في ناقلة جند شرق جباليا.", "claimed"),
        ("قالت سرايا القدس إن مقاتليها فجروا عبوة ناسفة في جيب عسكري شرقي رفح أمس.", "claimed"),
        ("قال مدير المستشفى إن عبوة انفجرت أمس في نوى وقتلت طفلا.", "reported"),
    ],
)
def test_who_says_it_set_a_device_off_announces(text: str, name: str) -> None:
    assert [m for _, m in coded(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مستشار قائد قوات الدعم السريع إن الجيش قصف حي الثورة في أم درمان أمس وقتل تسعة.", "RSF"),
        ("قال نائب رئيس أركان الجيش الصومالي إن الجيش قتل أمس 30 من حركة الشباب قرب كيسمايو.", "Somali army"),
        ("أعلن متحدث عسكري نيجيري أن مقاتلات قصفت أمس معسكرا لبوكو حرام في غابة سامبيسا.", "Nigerian army"),
        ("قال مستشار في شؤون الجماعات إن مسلحين خطفوا تاجرا في تعز أمس.", "analyst"),
        ("قال رئيس بلدية كفرا إن غارة إسرائيلية قتلت مهندسا في البلدة أمس.", "local officials"),
    ],
)
def test_a_post_speaks_for_its_party(text: str, name: str) -> None:
    assert coded(text)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الحوثيون إن غارة أمريكية قتلت ثلاثة في صعدة أمس.", "US forces"),
        ("أعلنت قسد أن طائرة تركية مسيّرة استهدفت سيارة في القامشلي أمس.", "Turkish armed forces"),
        ("أعلن حزب الله أن غارة إسرائيلية قتلت اثنين من عناصره في كفرا أمس.", "Israel"),
        ("أعلن الجيش الإسرائيلي أن غارة جوية قتلت اثنين من حزب الله في كفرا أمس.", "Israel"),
    ],
)
def test_who_tells_of_a_strike_with_anothers_name_did_not_make_it(text: str, name: str) -> None:
    claims = code_text(text, published="2024-03-05").claims
    assert [c.perpetrator.name_en if c.perpetrator else None for c in claims] == [name]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("أوضح الجيش المالي، في بيان، أن ستة من جنوده قتلوا في هجوم قرب نارا أمس.", "reported"),
        ("أعلن الجيش النيجيري مقتل أربعة من جنوده بهجوم على ثكنة في بورنو أمس.", "reported"),
        ("أكدت قسد أن اثنين من مقاتليها استشهدا في هجوم على نقطة في ذيبان أمس.", "reported"),
        ("أعلن الجيش النيجيري أن قواته قتلت أمس 12 مسلحا في زامفارا.", "claimed"),
    ],
)
def test_who_tells_of_its_own_dead_reports(text: str, modality: str) -> None:
    claims = code_text(text, published="2024-03-05").claims
    assert [str(c.modality) for c in claims] == [modality]
    if modality == "reported":
        assert claims[0].perpetrator is None
