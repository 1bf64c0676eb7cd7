"""Who answers for an event: spokesmen of whoever was told of, posts by the clock, sources by number, reports retold."""

from __future__ import annotations

import pytest

from waqai.pipeline import code_text

DAY = "2024-05-10"


def coded(text: str) -> list[tuple[str, str]]:
    return [(str(c.event_type), c.claimant.name_en) for c in code_text(text, published=DAY).claims]


def told(text: str, kind: str) -> list[str]:
    return [name for found, name in coded(text) if found == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سيطر الجيش السوداني على بلدة سنجة أمس، وفق ما قال ناطق باسمه.", "Sudanese army"),
        ("سيطرت قوات سوريا الديمقراطية على قرية الكشمة، بحسب ما أعلنت متحدثة باسمها.", "SDF"),
        ("انتزعت قوات سوريا الديمقراطية من تنظيم الدولة قرية السوسة، بحسب متحدث باسمها.", "SDF"),
    ],
)
def test_the_spokesman_of_whoever_acted(text: str, name: str) -> None:
    assert told(text, "seizure_of_territory") == [name]


@pytest.mark.parametrize(
    ("close", "name"),
    [
        ("وفق ما جاء في بيان لهيئة تحرير الشام", "HTS"),
        ("وفق ما ورد في بيان هيئة تحرير الشام", "HTS"),
        ("حسبما ورد في تقرير للمرصد السوري لحقوق الإنسان", "SOHR"),
        ("وفقاً لمصدر في قائممقامية القضاء", "local officials"),
        ("وفقاً لمصدر في بلدية الناحية", "local officials"),
        ("وفقاً لمصدر محلي", "local sources"),
        ("بحسب مصدر في شرطة المديرية", "security source"),
    ],
)
def test_a_close_behind_the_event(close: str, name: str) -> None:
    assert told(f"قُتل تسعة أشخاص في هجوم على حاجز في بلدة سراقب، {close}.", "attack") == [name]


_GUNMEN = "أن مسلحين هاجموا حاجزاً في سبها وقتلوا ثلاثة جنود"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("الجيش الوطني الليبي عرض رواية مغايرة، وذكر في بيان", "Libyan National Army"),
        ("لكن وزارة الدفاع الليبية قدمت أرقاماً أخرى، وأعلنت", "Libyan MoD"),
        ("وقالت مصادر محلية إن الهدوء عاد. الجيش أغلق الطريق، وذكرت", "local sources"),
    ],
)
def test_the_body_that_stands_first_goes_on(said: str, name: str) -> None:
    assert told(f"{said} {_GUNMEN}.", "attack") == [name]


def test_a_plural_of_deeds_then_words() -> None:
    text = "وقال مصدر طبي إن جريحين وصلا. وكانت الأسايش قد احتجزت الأربعاء في الهول امرأتين، وقالت إنهما طعنتا حارساً."
    assert told(text, "arrest") == ["Asayish"]


@pytest.mark.parametrize("again", ["ويُذكر أن", "يُشار إلى أن", "ويشار إلى أن"])
def test_the_outlet_itself_recalls(again: str) -> None:
    text = f"وقال مصدر عسكري إن الهدوء عاد. {again} قوات قسد قصفت يوم 10 نيسان حي الميدان في حلب."
    assert told(text, "shelling") == ["outlet/correspondent"]


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("إلى جماعة الشباب، التي تقول إنها تقاتل لطرد الأجانب، بعدما قضى عشرون شخصاً بالرصاص", "outlet/correspondent"),
        ("إلى تنظيم داعش، الذي يزعم أنه يدافع عن السكان، بعدما قضى عشرون شخصاً بالرصاص", "outlet/correspondent"),
    ],
)
def test_what_a_party_says_of_itself_ends_with_its_clause(clause: str, name: str) -> None:
    assert told(f"والهجوم هو الثاني الذي يُنسب {clause} في مدينة كيسمايو يوم 3 أيار.", "attack") == [name]


def test_lines_by_the_clock() -> None:
    text = (
        "تطورات اليوم أولاً بأول\n\n"
        "🔴 18:10 مراسلنا: دوي انفجارات متتالية يُسمع في أرجاء الريف الشرقي منذ نحو ساعة\n\n"
        "🔴 18:34 مدير مشفى الباب: وصلنا أربعة قتلى بعد القصف على قرية تادف\n\n"
        "🔴 19:05 وزارة الدفاع التركية: قواتنا حيّدت ثلاثة إرهابيين في منطقة عين عيسى\n\n"
        "🔴 20:22 الدفاع المدني: العثور على جثة رجل بين الركام في قرية تادف"
    )
    names = [name for _, name in coded(text)]
    assert "medical source" in names
    assert "Civil Defence (White Helmets)" in names


_ROUND_UP = (
    "أخبار سوريا في يوم\n\n"
    "جولة على ما شهدته المحافظات السورية اليوم من أحداث ميدانية كما وردت من أهلها.\n\n"
    "قصفت مدفعية قوات النظام ظهر اليوم الأحياء السكنية في بلدة تلبيسة بريف حمص فقُتل ثلاثة مدنيين. (2)\n\n"
    "ألقت مروحية تابعة لقوات النظام برميلاً متفجراً على بلدة مورك بريف حماة فجُرح خمسة مدنيين. (1)\n\n"
    "اغتال مجهولون صباح اليوم مختار قرية نصيب في ريف درعا بإطلاق الرصاص عليه.\n\n"
    "المصادر:\n1- شبكة شام الإخبارية 2- لجان التنسيق المحلية"
)


def test_sources_by_number() -> None:
    found = {(str(c.event_type), c.claimant.name_en) for c in code_text(_ROUND_UP, published="2013-12-09").claims}
    assert found == {
        ("shelling", "Local Coordination Committees"),
        ("airstrike", "Shaam Network"),
        ("assassination", "outlet/correspondent"),
    }


def test_numbers_without_a_list_say_nothing() -> None:
    text = _ROUND_UP.split("المصادر")[0]
    assert {c.claimant.name_en for c in code_text(text, published="2013-12-09").claims} == {"outlet/correspondent"}


_REPORT = (
    "قالت الشبكة السورية لحقوق الإنسان في تقرير إنها وثقت مقتل عشرين مدنياً في نيسان.\n\n"
    "وأوضحت أن طائرة حربية قصفت سوقاً في كفرنبل يوم 3 نيسان فقتلت خمسة مدنيين.\n\n"
    "وفي 9 نيسان خطف مسلحون مدرّساً من منزله في مدينة إدلب.\n\n"
    "ورأت الشبكة أن ما جرى جريمة حرب.\n\n"
    "{head} في 12 نيسان انفجار عبوة ناسفة في مدينة الباب أدى إلى مقتل طفل.\n"
)


def test_what_lies_between_the_words_of_a_monitor() -> None:
    assert told(_REPORT.format(head="ووقع"), "abduction") == ["SNHR"]
    assert told(_REPORT.format(head="ووقع"), "ied") == ["SNHR"]


def test_another_matter_is_not_of_the_report() -> None:
    assert told(_REPORT.format(head="وعلى صعيد آخر، وقع"), "ied") == ["outlet/correspondent"]


def test_between_two_sayings_of_one_source() -> None:
    text = (
        "أعلنت وزارة الداخلية العراقية مقتل شرطي في كركوك. وأضافت أن الجناة هربوا. "
        "وأسفر البحث أمس عن القبض على أحدهم في حي النصر. وشددت على أن الأمن لن يتهاون."
    )
    assert told(text, "arrest") == ["Iraqi MoI"]


@pytest.mark.parametrize("post", ["عضو فريق المنظمة في الإقليم", "مسؤول التوثيق في المنظمة"])
def test_staff_speak_for_the_monitor(post: str) -> None:
    text = f"وثّقت منظمة هيومن رايتس ووتش مقتل عشرة مدنيين في نيسان.\n\nوقال {post} إن طائرة مسيّرة أصابت سيارة في سيدكان فقُتل سائقها."
    assert told(text, "airstrike") == ["Human Rights Watch"]


def test_the_command_denies() -> None:
    text = "وأقر الجيش المالي السبت بمقتل عشرة عسكريين في كمين قرب كيدال. ونفت القيادة إسقاط مروحية في أنفيف."
    denied = [c.claimant.name_en for c in code_text(text, published=DAY).claims if str(c.modality) == "denied"]
    assert denied == ["Malian army"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('منظمة "نبراس لحقوق الإنسان"', "Nabaras for Human Rights"),
        ("المركز السوري للحريات الصحفية، التابع لرابطة الصحفيين،", "Syrian Center for Press Freedoms"),
        ("مرصد كيفو الأمني", "Kivu Security Tracker"),
    ],
)
def test_bodies_keep_their_names(body: str, name: str) -> None:
    verb = "قالت" if body.startswith("منظمة") else "قال"
    assert told(f"{verb} {body} إن عبوة ناسفة انفجرت أمس في مدينة تعز وقتلت مدنيين اثنين.", "ied") == [name]


def test_an_agency_that_accuses_claims() -> None:
    text = "واتهمت وكالة سانا فصائل المعارضة بإطلاق قذيفتين على حي السحاري في درعا أمس."
    found = [(c.claimant.name_en, str(c.modality)) for c in code_text(text, published="2016-10-11").claims]
    assert found == [("SANA", "claimed")]


@pytest.mark.parametrize(
    ("scene", "name"),
    [
        ("تجلس أم سليم (52 عاماً) قرب باب الخيمة. تقول إن", "local sources"),
        ("في آخر الطريق، تجلس أم سليم على حجر. وتضيف أن", "local sources"),
        ("يجلس رجل مسن أمام خيمته. يروي أن", "local sources"),
        ("هكذا تبدأ امرأة في الأربعين حكايتها. وتضيف، وهي تبكي، أن", "local sources"),
        ("يجلس رجل مسن أمام خيمته. وتقول الأمم المتحدة إن", "UN"),
        ("يقف شاب قرب المستشفى. وتؤكد أن", "outlet/correspondent"),
    ],
)
def test_whom_the_sentence_before_shows(scene: str, name: str) -> None:
    assert told(f"{scene} مسلحين ذبحوا ثلاثة رجال في قرية تومور قبل شهر.", "execution") == [name]
