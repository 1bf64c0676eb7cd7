"""Who is meant: sources taken up again, hearers, guesses nobody utters, bodies and people told by what they are."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text

_TWO = "قال مصدر طبي إن قصفاً أوقع أربعة قتلى في سرمين أمس. وقال مصدر عسكري إن الفصائل قصفت معسكر جورين أمس.\n"


def coded(text: str, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(c.claimant.name_en, str(c.modality)) for c in code_text(text, outlet=outlet, published="2024-03-05").claims]


@pytest.mark.parametrize(
    ("close", "name"),
    [
        ("وفق المصدر الطبي نفسه", "medical source"),
        ("بحسب المصدر الطبي ذاته", "medical source"),
        ("وفق المصدر العسكري نفسه", "military source"),
        ("بحسب المصدر نفسه", "military source"),
    ],
)
def test_a_source_is_taken_up_by_its_kind(close: str, name: str) -> None:
    assert coded(f"{_TWO}وقُتل طفل أمس بانفجار لغم في أفس، {close}.")[-1][0] == name


def test_a_person_is_taken_up_by_his_name() -> None:
    text = "قال النقيب في الشرطة العراقية حامد العبيدي إن قذائف هاون سقطت على ثكنة في داقوق.\nومساء السبت خطف مسلحون راعياً في الرياض، "
    assert coded(f"{text}وفق ما ذكره العبيدي.")[-1][0] == "Iraqi police"


@pytest.mark.parametrize(
    "text",
    [
        "مصدر أمني لتلفزيون سوريا: الأمن العام أوقف شخصين في منبج.",
        '15:05 – مصدر أمني لـ"الحدث": انفجار عبوة ناسفة بسيارة في الشحيل.',
        "عاجل | مصدر أمني للجزيرة: مقتل ثلاثة جنود في كمين شرق الفاشر.",
    ],
)
def test_a_line_is_told_by_its_head_and_not_by_the_hearer(text: str) -> None:
    assert coded(text)[0][0] == "security source"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل تسعة من مقاتلي الفصائل جراء غارات يُرجح أن طائرات إسرائيلية نفذتها قرب البوكمال، وفق حصيلة أوردها المرصد السوري.", "SOHR"),
        ("قتل خمسة مسلحين في ضربات يعتقد أنها أمريكية على شاحنات في الميادين أمس، وفق المرصد السوري لحقوق الإنسان.", "SOHR"),
        ("مصادر محلية ترجح أن قوات النظام قصفت قرية تل السمن أمس.", "local sources"),
    ],
)
def test_a_guess_in_the_passive_has_no_speaker(text: str, name: str) -> None:
    assert coded(text)[0][0] == name


@pytest.mark.parametrize(
    ("text", "outlet", "name"),
    [
        ("أبو خالد، وهو سائق شاحنة، حدّث عنب بلدي عن ليلة سلبه فيها مسلحون نقوده في بادية الشولا أمس.", "عنب بلدي", "local sources"),
        (
            "ذكر محور أبين القتالي التابع للجيش اليمني، في بيان، أن لغماً للقاعدة انفجر بدورية في مودية أمس.",
            None,
            "Yemeni government forces",
        ),
        ("محافظة حلب تعلن مقتل طفلين بانفجار لغم في تل عرن أمس.", None, "local officials"),
        ("وثق مركز المعلومات والتأهيل لحقوق الإنسان (HRITC) مقتل 11 مدنيا في تعز خلال يونيو الماضي.", None, "HRITC"),
        ("جاء في بيان لـ«جماعة نصرة الإسلام والمسلمين» نقله موقع «سايت» أن مقاتليها قتلوا 34 جندياً في بندجاري أمس.", None, "JNIM"),
        ("رواية وزارة الدفاع العراقية، كما نقلتها الجزيرة، تقول إن داعش خطف ثلاثة جنود قرب الرطبة أمس.", None, "Iraqi MoD"),
        (
            "أما موسكو فأعلنت، على لسان مركز المصالحة في حميميم، أن طائراتها قصفت مستودعات في ريف حلب أمس.",
            None,
            "Russian reconciliation centre",
        ),
        ("قال قيادي في فصيل موالٍ لإيران إن القصف قتل ثلاثة من مقاتليه في البوكمال أمس.", None, "Iran-backed militias"),
        ("محافظة حلب: قُتل طفل بانفجار لغم في تل عرن أمس.", None, "outlet/correspondent"),
    ],
)
def test_who_speaks_is_told_by_what_stands_beside_the_name(text: str, outlet: str | None, name: str) -> None:
    assert coded(text, outlet)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الصحة استشهاد فتى برصاص الاحتلال في مخيم بلاطة شرق نابلس أمس.", "Palestinian MoH"),
        ("أعلنت وزارة الصحة استشهاد 14 شخصاً في غارة إسرائيلية على خان يونس جنوبي قطاع غزة أمس.", "Gaza Ministry of Health"),
        ("ذكرت جمعية الهلال الأحمر أن طواقمها نقلت خمسة مصابين بالرصاص الحي من بلدة بيتا جنوب نابلس أمس.", "Palestinian Red Crescent"),
    ],
)
def test_bodies_of_one_name_go_by_the_part_of_the_country(text: str, name: str) -> None:
    assert coded(text)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"داعش" يتبنى مقتل عنصر من "قسد" شرقي دير الزور', "ISIS"),
        (
            "وجاء في بيان لخلية الإعلام الأمني أن مواقع نشرت أنباء عن هجوم لداعش في قرية سعد أمس، مبينة أنها تنفي تلك الأنباء.",
            "Security Media Cell",
        ),
        ("نفت حركة فتح، على لسان أمين سرها في صيدا، إطلاق عناصرها النار على القيادي في حي الصفصاف أمس.", "Fatah"),
    ],
)
def test_adopter_and_denier_stand_before_their_verb(text: str, name: str) -> None:
    assert coded(text)[-1][0] == name


def test_a_numbered_statement_is_of_whoever_issued_it() -> None:
    text = (
        "أعلنت جماعة نصرة الإسلام والمسلمين في بيانين مسؤوليتها عن هجمات في مالي.\nوقال البيان الأول إن مقاتليها قتلوا 15 جندياً قرب سيفاري أمس. "
        "وكان الجيش المالي قد اعترف بمقتل ستة من جنوده.\nأما البيان الثاني فتحدث عن اقتحام ثكنة في بارسالوغو أمس."
    )
    assert coded(text)[-1] == ("JNIM", "claimed")


def test_an_issued_statement_is_of_its_issuer() -> None:
    text = "وطنية - صدر عن قيادة الجيش – مديرية التوجيه البيان الآتي:\nبتاريخ 3/3/2024 دهمت دورية من مديرية المخابرات منزلاً في بعلبك وأوقفت مطلوباً."
    assert set(coded(text, "الوكالة الوطنية للإعلام")) == {("Lebanese army", "claimed")}


def test_own_words_in_a_quotation_sign_nothing() -> None:
    text = "أعلن قائد الشرطة العراقية في الأنبار أن عبوة انفجرت بدورية في الرطبة أمس «وارتقى فيها أحد أبطالنا».\nوقُتل راعٍ بلغم في عنه أمس."
    assert coded(text)[-1][0] == "outlet/correspondent"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "قذائف هاون من مواقع الدفاع الوطني سقطت أمس على قرية الشنان. واقتصر ضرر القذائف على جدران، كما أفادت مصادر أهلية.",
            ["local sources"],
        ),
        ("انفجر لغم بجرار زراعي في تل السمن أمس. وأدى الانفجار إلى إصابة سائقه، وفق مصدر طبي.", ["medical source"]),
        (
            "انفجر لغم بجرار في تل السمن أمس. وقُتل راعٍ برصاص مجهولين في الشحيل أمس، وفق مصدر طبي.",
            ["outlet/correspondent", "medical source"],
        ),
    ],
)
def test_whoever_closes_what_is_told_on_answers_for_it(text: str, names: list[str]) -> None:
    assert [n for n, _ in coded(text)] == names


@pytest.mark.parametrize("lead", ["وفي سياق منفصل،", "من جهة أخرى،", "على صعيد آخر،", "إلى ذلك،"])
def test_another_story_does_not_go_on_with_the_source(lead: str) -> None:
    text = f"أفاد المرصد السوري بمقتل ثلاثة جنود في هجوم لداعش في بادية السخنة أمس.\n{lead} قتل مدني بانفجار لغم في ريف حماة الشرقي."
    assert [n for n, _ in coded(text, "الأناضول")] == ["SOHR", "outlet/correspondent"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل طفلان بانفجار لغم قرب الباردة أمس.\nوأكد مدير مشفى تدمر أن الطفلين وصلا مفارقين للحياة.", "medical source"),
        ("قُتلت لاجئة طعنا في مخيم الهول أمس.\nوقال مصدر أمني إن صراخ الأطفال أيقظ الجيران.", "security source"),
        ("قُتلت لاجئة طعنا في مخيم الهول أمس.\nوقال محلل إن الفوضى ستستمر.", "outlet/correspondent"),
        ("قُتلت لاجئة طعنا في مخيم الهول أمس.\nوأعلنت وزارة الداخلية السورية توقيف سبعة أشخاص في حمص أمس.", "outlet/correspondent"),
    ],
)
def test_whoever_goes_on_with_the_lead_answers_for_it(text: str, name: str) -> None:
    assert coded(text)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لا تتفق الشبكة السورية لحقوق الإنسان مع ذلك. فقد وثّقت مقتل 12 مدنياً في قصف على سرمين أمس.", "SNHR"),
        ("المرصد السوري لحقوق الإنسان لم يرَ فلولاً. فقد نقل عن أهالٍ أن دورية دهمت منزلاً في جبلة أمس.", "SOHR"),
        ("ولم تشر وزارة الدفاع التركية إلى خسائر، واكتفت بالقول إنها قصفت مواقع في عين عيسى أمس.", "Turkish MoD"),
    ],
)
def test_whom_the_sentence_before_is_about_goes_on(text: str, name: str) -> None:
    assert coded(text)[-1][0] == name


def test_a_partys_bulletin_tells_of_its_own_deeds() -> None:
    text = "نشر تنظيم داعش حصيلة عملياته بين 2 و9 شباط، وفق صحيفة النبأ.\nوكان نصيب سوريا 14 هجوماً على قسد، منها 10 عمليات في الرقة وعمليتان في الحسكة."
    assert {n for n, _ in coded(text)} == {"ISIS"}


def test_an_unnamed_source_at_the_end_signs_nothing() -> None:
    text = "هاجم مقاتلو داعش مواقع للجيش العراقي قرب الفلوجة أمس، حسب مراسل الجزيرة.\nوكان التنظيم قد أسقط مروحية للجيش في عامرية الفلوجة.\nوقال مصدر أمني: لا تفاصيل."
    assert {n for n, _ in coded(text, "الجزيرة")} == {"outlet/correspondent"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لقي قيادي حوثي مصرعه بغارة غربي مأرب أمس، وفق ما أوردته مصادر عسكرية لقناة الحدث.", "military source"),
        ("قالت ثلاث نساء من قرية الشيخ بدر، التقتهن الصحيفة، إن مسلحين أعدموا أربعة رجال أمس.", "local sources"),
        ("أعلن جيش الإسلام عبر حسابه على تويتر تدمير دبابة لقوات النظام على جبهة الريحان أمس.", "Jaysh al-Islam"),
        ("ووفقاً لمصادر المرصد السوري، شنت طائرات روسية غارات على بادية السخنة أمس.", "SOHR"),
        ("قالت مصادر محلية في محافظة البيضاء إن مليشيات الحوثي اختطفت ستة مدنيين أمس.", "local sources"),
        (
            "قالت أم أحمد: أخذوهم من المسجد. وبحسب روايتها، دخل عناصر من هيئة تحرير الشام البلدة واقتادوا سبعة رجال من كفر عويد أمس.",
            "local sources",
        ),
        ("من جهتها، دانت الشبكة السورية لحقوق الإنسان الحملة، وقالت إن قوات النظام اعتقلت سبعة مدنيين في كناكر أمس.", "SNHR"),
        ("اتهم حزب الأمة القومي قوات الدعم السريع بقتل 13 مدنياً في ود النورة أمس.", "National Umma Party"),
        ("قال وزير الإعلام الصومالي إن الجيش قتل 30 من حركة الشباب قرب عيل بور أمس.", "Somali government"),
    ],
)
def test_sources_by_their_owner_and_place(text: str, name: str) -> None:
    assert coded(text)[-1][0] == name
