"""Which words of a report make a claim at all, and which events they are: whole, part of another, or none."""

from __future__ import annotations

import pytest
from frame_text import claims, one

from waqai.model import Claim


def events(text: str) -> list[Claim]:
    return [c for c in claims(text) if str(c.kind) != "statement"]


def types(text: str) -> list[str]:
    return [str(c.event_type) for c in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "وفي كانون الثاني الماضي قُتل عشرة أشخاص في ضربة إسرائيلية على قافلة صهاريج في البوكمال.",
        "وكانت القوات الأميركية قد أغارت مطلع عام 2022 على منزل في أطمة بريف إدلب، فقُتل 13 شخصاً.",
        "وسقط في أيلول الماضي سبعة عناصر من الشرطة حين باغت مسلحون نقطتهم في قضاء الطارمية.",
        "وفي نيسان 2017 قُتل عشرة أشخاص حين قاتلت القوة المشتركة مجموعة مسلحة في حي الطيرة.",
        "في تموز الماضي قُتل تسعة جنود في هجوم بسيارة مفخخة في محافظة حضرموت.",
        "خلّفت اشتباكات مسلحة تواصلت حتى فجر الجمعة في مدينة الزاوية أربعة قتلى.",
    ],
)
def test_one_event_of_which_only_the_month_is_told_is_no_total(text: str) -> None:
    assert str(one(text).kind) == "event"


@pytest.mark.parametrize(
    "text",
    [
        "وثق المرصد خلال كانون الثاني الماضي مقتل 36 مدنياً في عموم محافظة درعا.",
        "قُتل 61 شخصاً في الاشتباكات القبلية في إقليم دارفور خلال شباط الماضي.",
        "اعتقلت قوات الاحتلال فجر اليوم 19 فلسطينياً في أنحاء متفرقة من الضفة الغربية.",
        "وكانت قوات الاحتلال اعتقلت أمس 22 فلسطينياً في الضفة الغربية.",
    ],
)
def test_a_total_stays_a_total(text: str) -> None:
    assert str(one(text).kind) == "tally"


@pytest.mark.parametrize(
    "text",
    [
        "تعيش القرى في ريف تل تمر على وقع هجمات متصاعدة تشنها القوات التركية منذ ثلاثة أيام.",
        "ودعت القوى الوطنية في نابلس إلى إضراب شامل يوم الأحد حداداً.",
        "يبحث التنظيم عن غابة آمنة خلف خطوط خصومه، وقد نسمع قريباً عن هجوم في توغو.",
        'تتحدث شركة الكهرباء في السويداء عن "هجوم" على شبكات النحاس من لصوص الكابلات.',
        "وحصد النزاع الذي يدخل بعد يومين عامه الثالث عشر أرواح أكثر من نصف مليون شخص.",
        'وتتهم منظمات حقوقية "قسد" بملاحقة معارضيها واعتقالهم تعسفياً.',
        "يقول الباحث إن بغداد ستجد نفسها بين قصف لا تستطيع منعه وفصائل لا تستطيع ضبطها.",
        "طوقت قوة أمنية حي الجهاد ببغداد، ولم يتم القبض على أحد.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("مشطت دوريات الأمن العسكري مزارع إبطع مساء أمس، وساقت معها ستة شبان.", ["arrest"]),
        ("أوقف أهالي حزم أمس حافلات نقل عامة واحتجزوا من ركابها ضابطين.", ["arrest"]),
        ("أمطر مسلحون بقذيفتي هاون شارعاً مكتظاً بالمارة في حي الزهراء بحمص أمس، فقُتل اثنان.", ["shelling"]),
        ("اقتحمت قوة من الدعم السريع فجر اليوم نفسه قرية ود النيل بولاية سنار وفتحت النار على مصلين فقتلت تسعة.", ["attack"]),
        ("عثرت الشرطة مساء أمس على جثة رجل مجهول الهوية بدت عليها آثار إطلاق نار في حي التنك غربي الموصل.", ["other"]),
        ("أسقط الحوثيون الأحد الماضي طائرة أمريكية من طراز MQ-9 في أجواء محافظة مأرب.", ["attack"]),
        ("اعترض سلاح الجو الإسرائيلي فجر أمس صاروخاً أطلقه الحوثيون على إيلات قبل دخوله الأجواء.", ["shelling"]),
        ("وفي أثناء عملية دهم في الشراونة ببعلبك أمس تعرضت الدورية لإطلاق نار وقذائف صاروخية، ما أدى إلى مقتل جندي.", ["raid"]),
        ("جمع عناصر داعش رجال قرية كوجو في آب 2014 ثم اقتادوهم إلى أطرافها وأطلقوا عليهم النار.", ["execution"]),
        ("نفذت قواتنا عملية نوعية استهدفت نقطة للمرتزقة في قرية العريشة أمس، قُتل خلالها ثلاثة منهم.", ["attack"]),
        ("نجا رئيس بلدية اليادودة أمس من محاولة اغتيال، وعثر الأهالي على جثة شاب على طريق خراب الشحم.", ["assassination", "other"]),
        ("استشهد شاب برصاص الاحتلال خلال اقتحام بلدة قباطية فجر اليوم، واعتقل الجنود شقيقه.", ["attack", "arrest"]),
        ("أوقف ملثمون أمس حافلة عند جسر خربة غزالة واقتادوا شقيقين، وطلب خاطفوهما 60 ألف دولار.", ["abduction"]),
        ("اندلعت اشتباكات مساء الاثنين في الزاوية قتلت اثنين، قبل أن يتوصل الطرفان إلى هدنة.", ["armed_clash", "strategic_development"]),
        ("سقطت قذيفتا هاون أمس، الأولى في ساحة العباسيين بدمشق فأصيب ثلاثة، وطالت الثانية بلدة ببيلا.", ["shelling", "shelling"]),
    ],
)
def test_which_event_it_is(text: str, kinds: list[str]) -> None:
    assert types(text) == kinds


def test_what_those_held_are_charged_with_happened_before() -> None:
    held, bomb = claims(
        "أوقفت قوات الأمن في ريف القدموس أربعة أشخاص ينتمون إلى خلية متورطة في زرع عبوة ناسفة انفجرت يوم الأحد الماضي بدورية في بانياس، "
        "وقُتل فيها عنصر وأُصيب ثلاثة."
    )
    assert (str(held.event_type), str(bomb.event_type)) == ("arrest", "ied")
    assert (held.fatalities is None, bomb.fatalities is not None) == (True, True)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("أسفر هجوم في عرسال أمس عن مقتل جندي وإصابة ثلاثة.\n\nواستشهد صباح اليوم عسكري ثانٍ متأثراً بإصابته.", 2, 2),
        ("قُتل عريف في سرت في 24 كانون الثاني الماضي برصاص مجهولين، بعدما توفي متأثراً بجراحه في تونس.", 1, None),
    ],
)
def test_who_dies_of_his_wounds_is_of_the_event_told(text: str, killed: int, injured: int | None) -> None:
    c = one(text)
    assert tuple(r.best if r is not None else None for r in (c.fatalities, c.injuries)) == (killed, injured)


def test_running_news_tells_the_last_toll_first() -> None:
    c = one(
        "أخبار السبت 29 آب 2020\n\n21:40 – ارتفاع عدد ضحايا انفجار تل أبيض إلى خمسة قتلى و14 جريحاً\n"
        "18:25 – انفجار دراجة نارية مفخخة في سوق الهال بمدينة تل أبيض وأنباء أولية عن ثلاثة قتلى"
    )
    assert c.fatalities is not None
    assert c.fatalities.best == 5


def test_the_last_of_several_is_an_event_of_its_own() -> None:
    total, last = claims(
        "تعرضت حقول النفط في إقليم كردستان منذ مطلع عام 2023 إلى 11 هجوماً بالصواريخ والمسيّرات، وكان آخرها في الثاني من شباط الماضي "
        "حين انفجرت مسيّرة في حقل كورمور."
    )
    assert (str(total.kind), str(last.kind)) == ("tally", "event")


def test_two_counts_of_those_held_are_two_versions() -> None:
    told = claims(
        "أعلنت وزارة الداخلية توقيف خمسة أشخاص في عملية نُفذت فجر اليوم في تدمر.\n\nوأحصت شبكة تدمر بوست المحلية 23 معتقلاً في تدمر اليوم."
    )
    assert sorted(c.captured.best or 0 for c in told if c.captured is not None) == [5, 23]


def test_a_lead_that_speaks_of_two_incidents_tells_neither() -> None:
    told = claims(
        "شهد مخيم الهول مقتل نازحة ولاجئ عراقي في حادثتين منفصلتين.\n\nوقال مصدر أمني إن مجهولين قتلوا نازحة فجر الأحد في القسم الخامس.\n\n"
        "وأضاف أن لاجئاً عراقياً قُتل مساء السبت في القسم الثالث برصاص ملثمين."
    )
    assert len(told) == 2


def test_who_owns_up_to_a_known_operation_tells_that_one() -> None:
    bomb, boast = claims(
        "قُتل ستة أشخاص عندما انفجرت سيارة مفخخة مساء الأحد في مقديشو، بحسب الشرطة.\n\nوتبنت حركة الشباب العملية، وزعمت أنها قتلت أكثر من 20 ضابطاً."
    )
    assert str(bomb.event_type) == str(boast.event_type) == "vehicle_bomb"
    assert str(boast.modality) == "claimed"


def test_a_court_in_another_paragraph_leaves_an_arrest_news() -> None:
    told = events(
        "أعلنت وكالة الاستخبارات القبض على ثلاثة إرهابيين في قضاء الحويجة بمحافظة كركوك.\n\n"
        "وفي سياق منفصل أصدرت محكمة جنايات بابل حكماً بالإعدام بحق مدان بقتل زوجته."
    )
    assert [str(c.event_type) for c in told] == ["arrest"]
