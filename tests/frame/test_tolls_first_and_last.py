"""Counts that are no toll, counts that were replaced, and totals with parts."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل تسعة أشخاص في هجوم على سوق مدينة بيدوا أمس. وكانت حصيلة أولية تحدثت عن مقتل خمسة.", 9),
        ("هاجمت قوات الدعم السريع قرية العزازة أمس وقتلت 14 من الأهالي. وكانت اللجان قد أعلنت في حصيلة سابقة مقتل تسعة.", 14),
        ("قتل سبعة أشخاص في انفجار سيارة مفخخة في مدينة الباب أمس، وفق الدفاع المدني الذي كان تحدث عن أربعة قتلى.", 7),
        ("كانت حصيلة أولية أشارت إلى مقتل خمسة، قبل أن ترتفع إلى تسعة قتلى في الهجوم على سوق مدينة بيدوا.", 9),
    ],
)
def test_the_first_toll_gives_way_to_the_last(text: str, killed: int) -> None:
    assert low_high(one(text).fatalities) == (killed, killed)


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت القوات اليمنية سفينتين أمريكيتين في خليج عدن أمس بصواريخ بحرية أصابتهما إصابة مباشرة.",
        "هاجمت المقاومة الإسلامية في العراق قاعدة حرير أمس بطائرتين مسيرتين أصابتا هدفيهما بدقة.",
        "ارتفعت حصيلة الغارة الإسرائيلية على النبطية إلى عشرة قتلى، بعد وفاة جريحين متأثرين بإصاباتهما.",
    ],
)
def test_nobody_is_wounded(text: str) -> None:
    assert one(text).injuries is None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("قالت الأسايش إن عضوين في صفوفها والسائق قضوا باستهداف مسيرة تركية سيارتهم على طريق تل معروف أمس.", (3, 3), None),
        ("تعرض مدير الضرائب لجروح بالغة حين انفجرت عبوة تحت سيارته في أفجوي أمس.", None, (1, 1)),
        ("أودت قنبلة عنقودية بحياة طفل في أراضي ناحتة أمس وأصابت شظاياها ابن عمه.", (1, 1), (1, 1)),
        ("قُتل سبعة من العمال بانفجار لغم قرب معدان أمس، ونُقل أربعة آخرون بجروح إلى المستشفى.", (7, 7), (4, 4)),
        ("انفجر لغم بدراجة نارية قرب حيس أمس فأودى براكبيها معا.", (2, 2), None),
        ("انفجر لغم بمجموعة من جامعي الكمأة في بادية السخنة أمس، فقتل ثلاثة منهم وجرح البقية.", (3, 3), (2, None)),
        ("تعرضت قاعدة خراب الجير لهجوم بمسيرة أمس، وقال مسؤول أمريكي إن أحدا لم يصب.", (0, 0), (0, 0)),
        ("عُثر أمس على شاب مقتول داخل سيارته في منطقة الحرشة.", (1, 1), None),
    ],
)
def test_tolls_in_other_words(text: str, killed: tuple[int, int] | None, injured: tuple[int, int | None] | None) -> None:
    c = one(text)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (killed, injured)


def tolls(text: str) -> set[tuple[int | None, int | None, bool]]:
    """Killed, captured and whether a total, of every claim."""
    return {((low_high(c.fatalities) or (None,))[0], (low_high(c.captured) or (None,))[0], c.kind == "tally") for c in claims(text)}


def test_operations_with_their_dead_and_prisoners_are_one_total() -> None:
    assert tolls("نفذت قواتنا خلال نيسان 94 عملية ضد تنظيم داعش، قتل فيها 18 عنصرا واحتجز 63.") == {(18, 63, True)}


def test_a_count_since_new_year_is_a_total_of_its_own() -> None:
    text = "قتل 14 مدنيا بالألغام في سوريا خلال شهر نيسان، لترتفع حصيلة ضحاياها منذ بداية العام إلى 33 مدنيا."
    assert tolls(text) == {(14, None, True), (33, None, True)}


def test_the_events_of_a_day_told_one_by_one_are_no_totals() -> None:
    text = (
        "قتل 3 أشخاص وأصيب 9 آخرون في حادثين متفرقين شهدتهما محافظة ديالى اليوم. ففي بعقوبة قُتل مدنيان وأصيب خمسة بانفجار عبوة ناسفة. "
        "وفي المقدادية قتل شرطي وأصيب أربعة بهجوم مسلح على نقطة تفتيش."
    )
    assert tolls(text) == {(2, None, False), (1, None, False)}


def test_several_attacks_with_more_dead_than_those_told() -> None:
    text = (
        "قُتل 11 شخصا في هجمات متفرقة في العراق اليوم. ففي بغداد انفجرت سيارة مفخخة في حي الشعب وقتلت ستة. وفي الموصل قتل مسلحون ثلاثة جنود."
    )
    assert tolls(text) == {(11, None, True), (6, None, False), (3, None, False)}


def test_whom_the_dead_were_of_is_no_share() -> None:
    text = "وثق المرصد منذ مطلع العام مقتل 68 شخصا في 31 عملية للتنظيم، توزعوا على النحو الآتي: 52 من قوات النظام، و9 من قسد، و7 مدنيين."
    assert tolls(text) == {(68, None, True)}


def test_shares_near_towns() -> None:
    text = "نفذ التنظيم سبع هجمات في شهر نيسان، خمس منها قرب القريتين واثنتان قرب تلعفر، وخلفت 12 قتيلا."
    assert [c.kind == "tally" for c in claims(text)] == [True] * 3


def test_each_verb_has_its_own_count() -> None:
    c = one("قالت البعثة إن 92 مدنيا قُتلوا و143 أصيبوا في أفغانستان خلال شهر نيسان.")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((92, 92), (143, 143))


def test_a_total_that_has_risen_after_deaths_of_today() -> None:
    text = "ارتفع عدد ضحايا الألغام في الرقة منذ مطلع نيسان إلى 9 قتلى بعد مقتل طفلين اليوم بانفجار لغم في قرية الحمرات."
    assert tolls(text) == {(9, None, True), (2, None, False)}


def test_tolls_of_places_are_not_those_of_the_whole() -> None:
    text = (
        "وثق المرصد خمسين مجزرة في الساحل السوري خلال الأسبوع الماضي، وقال إن أكثر الضحايا في اللاذقية بـ 683 قتيلا، "
        "وبعدها طرطوس بـ 433 وحماة بـ 255."
    )
    assert tolls(text) == {(None, None, True), (683, None, True), (433, None, True), (255, None, True)}


def test_the_count_of_those_who_were_killed() -> None:
    assert tolls("ارتفع عدد الصحفيين الذين قتلوا في قطاع غزة منذ بدء الحرب إلى 132.") == {(132, None, True)}


@pytest.mark.parametrize(
    "text",
    [
        "ألقت الشرطة القبض في الحفة على أحد المتورطين في الاعتداء الذي استهدف مخفر المزيرعة في السادس من نيسان، وارتقى فيه أربعة من عناصر الأمن.",
        "اعتقلت الاستخبارات متهما بتفجير سيارة مفخخة في الكرادة أسفر عن مقتل 12 مدنيا.",
    ],
)
def test_victims_of_the_charge_are_none_of_the_arrest(text: str) -> None:
    arrest = next(c for c in claims(text) if c.event_type == "arrest")
    assert (arrest.fatalities, low_high(arrest.captured)) == (None, (1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "نجحت فرق الهندسة أمس في تفكيك عبوة ناسفة زُرعت في سوق بلدة تل براك لإيقاع أكبر عدد من الضحايا بين المدنيين.",
        "أعلن جهاز الأمن الوطني اليوم إحباط مخطط لداعش كان يقضي بتفجير عجلة ملغمة وسط الزائرين في سامراء.",
    ],
)
def test_what_was_only_meant_kills_nobody(text: str) -> None:
    assert one(text).fatalities is None
