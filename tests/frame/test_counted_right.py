"""Counts told in ways that look like others: two outcomes in one clause, duals without their nūn, the rescuers' bodies, dated heads."""

import pytest
from frame_text import claims, low_high, one

from waqai.evaluate.gold import flat
from waqai.model.serial import claim_to_dict


@pytest.mark.parametrize(
    ("who", "others", "killed", "injured"),
    [
        ("طالباً قُتل", "سبعة أصيبوا", 1, 7),
        ("طالبا قتل", "سبعة أصيبوا", 1, 7),
        ("امرأة قتلت", "أربعة آخرين أصيبوا", 1, 4),
        ("ضابطاً استشهد", "ستة جنود جرحوا", 1, 6),
        ("السائق قتل", "راكبين أصيبا", 1, 2),
        ("ثلاثة مدنيين قتلوا", "ستة أصيبوا", 3, 6),
        ("القصف قتل سبعة", "ثلاثة آخرون أصيبوا", 7, 3),
    ],
)
def test_each_verb_has_its_own(who: str, others: str, killed: int, injured: int) -> None:
    c = one(f"سقطت قذائف على حي الجبيلة في دير الزور، وقال مصدر طبي إن {who} و{others}.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((killed, killed), (injured, injured))


@pytest.mark.parametrize(
    ("told", "killed", "injured"),
    [
        ("إصابة رجلي أمن", None, (2, 2)),
        ("مقتل رجلي شرطة وإصابة ضابطي أمن", (2, 2), (2, 2)),
        ("مقتل طفلي المزارع", (2, 2), None),
        ("مقتل شقيقي الناشط", (2, 2), None),
        ("إصابة رجل أمن", None, (1, 1)),
        ("مقتل طفل في الحي", (1, 1), None),
    ],
)
def test_a_dual_without_its_nun(told: str, killed: tuple[int, int] | None, injured: tuple[int, int] | None) -> None:
    c = one(f"انفجرت عبوة ناسفة عند مدخل بلدة الطارمية، ما أدى إلى {told}.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == (killed, injured)


@pytest.mark.parametrize("did", ["فأصاباه في كتفه", "وأصاباه برصاصتين", "فأصابوه في كتفه", "فأصابه في قدمه"])
def test_two_hurt_one(did: str) -> None:
    c = one(f"أطلق ملثمان النار على نازح في مخيم الهول {did}.")
    assert low_high(c.injuries) == (1, 1)


def test_his_dead_are_no_verb() -> None:
    c = one("قصفت المدفعية موقعاً للتنظيم قرب تدمر، وسحب التنظيم قتلاه وجرحاه من المكان.")
    assert low_high(c.fatalities) != (1, 1)


def test_a_life_lost_is_no_limb() -> None:
    c = one("قال المرصد إن شخصين فقدا حياتهما وأصيب خمسة آخرون بينهم سيدة خلال اقتتال بين عائلتين في قرية الكبر غربي دير الزور.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((2, 2), (5, 5))


@pytest.mark.parametrize("who", ["إمام المسجد الكبير", "إمام مسجد النور", "خطيب جامع النور"])
@pytest.mark.parametrize("day", ["", "أمس ", "اليوم الأربعاء "])
def test_who_bears_the_name_of_a_mosque(day: str, who: str) -> None:
    assert low_high(one(f"اغتيل {day}{who} في حي المنصورة بعدن.").fatalities) == (1, 1)


@pytest.mark.parametrize("whom", ["مشتبهاً به", "مطلوباً", "سجيناً سابقاً", '"مشتبهاً به جنده الحزب"'])
def test_one_held_behind_when_and_where(whom: str) -> None:
    c = one(f"أعلن الجيش الإسرائيلي أن قواته اعتقلت ليل الثلاثاء في قرية كودنة {whom}.")
    assert low_high(c.captured) == (1, 1)


@pytest.mark.parametrize("men", ["ثمانية عسكريين", "28 عسكرياً", "ستة مقاتلين", "12 مسلحاً"])
def test_those_who_fell(men: str) -> None:
    c = one(f"هاجم مسلحون ثكنة في بلدة بوسو بالنيجر، فسقط {men}، بحسب وزارة الدفاع.")
    assert c.fatalities is not None
    assert c.fatalities.low in (6, 8, 12, 28)


@pytest.mark.parametrize(
    "blow", ["أغارت طائرة على سوق في بلدة سرمين", "انفجرت سيارة مفخخة في سوق بلدة سرمين", "قصفت قوات النظام بلدة سرمين"]
)
@pytest.mark.parametrize(
    ("found", "killed"),
    [("جثتي رجل وحفيده", 2), ("خمس جثث", 5), ("جثامين ثلاثة مدنيين", 3)],
)
def test_the_rescuers_count_the_dead(blow: str, found: str, killed: int) -> None:
    c = one(f"{blow}، وانتشلت فرق الدفاع المدني {found}.")
    assert low_high(c.fatalities) == (killed, killed)


@pytest.mark.parametrize("then", ["وفي بلدة النيرب انتشلت الفرق جثة شاب من بئر", "وانتشلت الفرق جثة مجهولة الهوية من بئر"])
def test_other_bodies(then: str) -> None:
    blow = next(c for c in claims(f"قصفت قوات النظام بلدة سرمين. {then}.") if c.event_type.value == "shelling")
    assert blow.fatalities is None


@pytest.mark.parametrize("dug", ["مع انتشال جثث أربعة أطفال من تحت الأنقاض", "بعد انتشال جثتين من تحت الركام"])
@pytest.mark.parametrize("rose", ["وارتفع عدد القتلى بعد الظهر إلى 14", "وارتفع عدد الضحايا إلى 14"])
def test_bodies_raise_the_toll(rose: str, dug: str) -> None:
    c = one(f"شنت طائرات غارات على مدينة إدلب، وقال مراسلنا إن عشرة مدنيين قتلوا. {rose} {dug}.")
    assert low_high(c.fatalities) == (14, 14)


LINES = "\n\n🔴 17:52 مراسلنا: قوات قسد تقصف بقذائف الهاون قرية الكاوية شرقي حلب\n\n🔴 18:34 انفجار عبوة ناسفة بسيارة عند مدخل بلدة أخترين"


@pytest.mark.parametrize("head", ["القناة | عاجل\nالأحد 12 أيار 2024", "أول بأول | الأحد 12 مايو 2024"])
def test_running_updates_have_the_day_of_the_head(head: str) -> None:
    assert {str(c.date_start) for c in claims(head + LINES)} == {"2024-05-12"}


def test_without_a_head_they_have_no_day() -> None:
    assert {c.date_start for c in claims("القناة | عاجل" + LINES)} == {None}


@pytest.mark.parametrize("year", ["عام {}", "{}", "سنة {}", "أحداث عام {}", "{}:", "- العام {}"])
def test_years_over_a_chronology(year: str) -> None:
    text = (
        f"مالي: تسلسل زمني\n\n{year.format(2012)}\n\n- 21 مايو: مسلحون يقتلون خمسة جنود في كمين قرب كيدال.\n\n"
        f"{year.format(2015)}\n\n- 18 مارس/ آذار: انفجار لغم في تمبكتو يقتل ثلاثة مدنيين."
    )
    assert [str(c.date_start) for c in claims(text)] == ["2012-05-21", "2015-03-18"]


def test_a_year_in_a_sentence_is_no_head() -> None:
    assert str(one("سيطر التنظيم على البلدة عام 2015.\n\nوفي 18 مارس انفجر لغم في تمبكتو وقتل ثلاثة مدنيين.").date_start) == "2024-03-18"


@pytest.mark.parametrize(
    ("counted", "killed", "injured"),
    [
        ("41 قتيلاً وجريحاً", (1, 40), (1, 40)),
        ("6 قتلى وجرحى", (1, 5), (1, 5)),
        ("12 قتيلاً", (12, 12), None),
    ],
)
def test_dead_and_wounded_of_a_share(counted: str, killed: tuple[int, int], injured: tuple[int, int] | None) -> None:
    text = (
        "قال تنظيم داعش إن عناصره نفذوا في الأسبوع الماضي 30 عملية، خلفت 97 شخصاً بين قتيل وجريح.\n\n"
        f"• نيجيريا (ولاية غرب إفريقيا): 12 عملية، {counted}.\n• العراق: 6 عمليات."
    )
    coded_as = [flat(claim_to_dict(c)) for c in claims(text)]
    c = next(c for c in coded_as if c is not None and c["fatalities"] is not None and c["fatalities"]["high"] not in (None, 96))
    told = [None if c[role] is None or c[role]["low"] is None else (c[role]["low"], c[role]["high"]) for role in ("fatalities", "injuries")]
    assert told == [killed, injured]


@pytest.mark.parametrize("going_on", ["واستمر الهجوم نحو أربع ساعات", "وألحق الهجوم أضراراً بواجهة المبنى", "وسُمع دوي الهجوم من بعيد"])
@pytest.mark.parametrize("hurt", ["كما أصيب ثمانية أشخاص", "وأصيب ثمانية آخرون، ثلاثة منهم من الشرطة"])
def test_hurt_in_what_is_still_told_of(hurt: str, going_on: str) -> None:
    c = one(f"استهدف هجوم مركز الشرطة في بلدة سواريز وقتل شرطيان.\n\n{going_on}. {hurt}.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((2, 2), (8, 8))


def test_hurt_elsewhere() -> None:
    text = (
        "استهدف هجوم مركز الشرطة في بلدة بيجي وقتل شرطيان.\n\nواستمر الهجوم نحو أربع ساعات. كما أصيب ثمانية أشخاص بانفجار عبوة في الحويجة."
    )
    assert len(claims(text)) == 2
