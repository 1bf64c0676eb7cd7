"""Sentences that tell how things go beside the news of a report: habits, long wars, views and charges are no events."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

NEWS = (
    "انفجرت عبوة ناسفة، صباح أمس، بدورية للشرطة الاتحادية في ناحية الرشاد جنوب كركوك، ما أدى إلى مقتل شرطي وإصابة اثنين آخرين.\n\n"
    "وقال مصدر أمني إن القوات طوقت المكان ونقلت المصابين إلى مستشفى الحويجة.\n\n"
)


def told_beside_the_news(sentence: str) -> list[str]:
    return [str(c.event_type) for c in claims(NEWS + sentence) if str(c.kind) != "statement"][1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "وتضم المحافظة مناطق زراعية شهدت في أعوام سابقة هجمات دامية شنها تنظيم داعش.",
        "وتشهد خطوط التماس شمالي تل تمر قصفاً شبه يومي منذ أواخر عام 2019.",
        "وتعجز القوات عن تأمين طرق البادية رغم حملات التمشيط المتواصلة منذ شهور.",
        "وتنظم أمهات المختطفين وقفات دورية أمام مقر مكتب المبعوث في عدن.",
        "ويخرج الأهالي كل يوم جمعة في تظاهرات تطالب بالخدمات في البصرة.",
        "وحصدت الألغام أرواح مئات المزارعين في الأعوام الأخيرة، أكثرهم من الصغار.",
        "وترى ناشطة إغاثية أن كل غارة تقع تردّ أسراً إلى خيام زاخو.",
        'ويقول عامل إغاثة في معرة النعمان: "القصف يسبقنا إلى كل مكان".',
    ],
)
def test_what_recurs_is_no_event(sentence: str) -> None:
    assert told_beside_the_news(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وتستغل خلايا التنظيم غياب القوات كي تتنقل في الليل وتنصب الكمائن في البساتين جنوبي كركوك.",
        "ويستخدم عناصر التنظيم الأنفاق في جبال حمرين للاختباء وشن هجمات خاطفة على الحواجز.",
        "وينشط عناصر التنظيم في المثلث الواقع بين كركوك وديالى، ويهاجمون نقاط الجيش ليلاً.",
        "وما زالت خلايا التنظيم تشن هجمات متفرقة في كركوك وصلاح الدين.",
        "وتقع الناحية على طريق شهد أيام سيطرة داعش عمليات إعدام وخطف.",
        "وكان القتيل قد شارك في معارك تحرير الموصل والحويجة.",
    ],
)
def test_what_people_do_at_all_times_or_did_in_a_life_is_no_event(sentence: str) -> None:
    assert told_beside_the_news(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "ويرى خبير أمني أن استهداف الدوريات في كركوك رسالة من التنظيم.",
        "ودعت السفارة رعاياها إلى تجنب مناطق التظاهرات والقصف في العراق.",
        "وناشد وجهاء الناحية الحكومة محاسبة من يقف وراء تفجير الدوريات واغتيال الشيوخ.",
        "ويتبادل الطرفان الاتهامات بخرق الهدنة وقصف المدنيين.",
        "ولم تتمكن القوات من القبض على المهاجمين الذين فروا باتجاه البساتين.",
        "ونزح آلاف السكان بسبب القتال في السودان.",
    ],
)
def test_what_is_thought_charged_fled_from_or_not_managed_is_no_event(sentence: str) -> None:
    assert told_beside_the_news(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("وتشهد بلدة ذيبان منذ صباح اليوم اشتباكات عنيفة بين مسلحين عشائريين وقوات سوريا الديمقراطية.", "armed_clash"),
        ("وتعرضت قرية الفطيرة في ريف إدلب مساء أمس لقصف متواصل استمر ساعتين.", "shelling"),
        ("كما نفذ طيران التحالف غارات على مواقع التنظيم في وادي الشاي.", "airstrike"),
        ("وقبل أشهر اغتال مسلحون مجهولون مختار قرية البوصالح.", "assassination"),
        ("ومنذ مطلع العام وثق المرصد مقتل 15 شرطياً بهجمات مشابهة في كركوك.", "attack"),
    ],
)
def test_a_day_a_count_or_a_deed_of_its_own_is_one(sentence: str, kind: str) -> None:
    assert told_beside_the_news(sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "والهجوم هو الثالث من نوعه في الناحية.",
        "ويأتي التفجير في وقت تستعد فيه المحافظة للانتخابات.",
        "وترى موسكو، التي نددت بالقصف الأخير على دمشق، أن الحوار هو الحل.",
        "واعترف الموقوفون بزرع عبوات ناسفة.",
        "وأكد البيان الاستمرار في محاربة الإرهاب حتى القضاء عليه نهائياً.",
    ],
)
def test_what_is_said_of_a_known_event_is_none(sentence: str) -> None:
    assert told_beside_the_news(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "داهمت دورية منزلاً في مدينة البصيرة فجر الأحد، واقتادت منه رجلين، قبل أن تخلي سبيل أحدهما مساء اليوم نفسه.",
        "اعتقلت قوات الأمن صحفياً في عدن صباح أمس. وأفرج عنه مساء بعد التحقيق معه.",
        "احتجز مسلحون خمسة مهندسين شرق المكلا أمس، وأفرجوا عنهم بعد ساعات.",
    ],
)
def test_those_let_go_end_the_holding(text: str) -> None:
    assert len(claims(text)) == 1


def test_others_let_go_elsewhere_are_an_event() -> None:
    text = "اعتقل التنظيم ثلاثة شبان في بلدة الباغوز أمس. وفي مدينة الحسكة، أفرجت قوات سوريا الديمقراطية اليوم عن 30 معتقلاً."
    assert [str(c.event_type) for c in claims(text)] == ["arrest", "strategic_development"]


def test_what_a_sweep_followed_does_not_name_it() -> None:
    text = (
        "قُتل عنصر بهجوم للتنظيم على حاجز في محيميدة أمس. ونفذت قوات سوريا الديمقراطية عقب الهجوم حملة تفتيش في البلدة واعتقلت ثلاثة أشخاص."
    )
    assert [str(c.event_type) for c in claims(text)][1:] == ["arrest"]


BEFORE = "قُتل ثلاثة جنود بانفجار عبوة ناسفة في بلدة ذيبان أمس.\nوقال مصدر طبي إن الجثث نُقلت إلى المستشفى.\n"


@pytest.mark.parametrize(
    "how_things_are",
    [
        "وتستهدف إسرائيل مواقع في سوريا بالصواريخ والطائرات المسيّرة.",
        "ويتهم ناشطون تركيا باستهداف مواقع في سوريا وقتل المدنيين.",
        "وينتشر في ريف دير الزور مسلحون من داعش ويعتدون على الأحياء السكنية بالقذائف ورصاص القنص.",
        "وتقصف القوات التركية بالمدفعية القرى الحدودية، مما يوقع ضحايا بين المدنيين.",
    ],
)
def test_what_the_present_tense_tells_goes_on(how_things_are: str) -> None:
    assert [str(c.event_type) for c in claims(BEFORE + how_things_are) if c.statement is None] == ["ied"]


@pytest.mark.parametrize("why", ["جاء بعد هجوم المسلحين على نقطة للجيش", "يأتي في إطار الرد على إطلاق صواريخ"])
def test_why_it_was_done_tells_nothing_new(why: str) -> None:
    text = f"قال الجيش إنه قصف مواقع المسلحين في بلدة خان شيخون.\nوأوضح أن قصف المواقع {why}."
    assert sides(one(text)) == ("Syrian regime forces", "militants")
