"""Which of several numbers counts the dead and the wounded: all of them, a share, an earlier toll, those who died of their wounds."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high

DAY = "2024-05-10"


@pytest.mark.parametrize("who", ["شاب", "رجل مسن", "جندي"])
@pytest.mark.parametrize(
    "text",
    [
        "أصيب {} برصاص مسلحين مجهولين في ريف دير الزور، ونقل إلى المشفى إلا أنه توفي فور وصوله.",
        "أصيب {} برصاص مسلحين مجهولين في ريف دير الزور، ثم توفي متأثراً بجراحه.",
        "قتل {} برصاص مسلحين مجهولين في ريف دير الزور. وأضاف المصدر أنه نقل إلى المشفى فور إصابته، إلا أنه توفي فور وصوله.",
        "أطلق مسلحون مجهولون النار على {} في ريف دير الزور فأصيب بجروح بليغة. وقال مصدر طبي إنه توفي بعد نقله إلى المشفى بسبب إصابته.",
    ],
)
def test_whoever_dies_of_his_wounds_is_dead_only(text: str, who: str) -> None:
    (c,) = claims(text.format(who), DAY)
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((1, 1), None)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("أصيب شاب برصاص مسلحين في ريف دير الزور وتوفي شقيقه متأثراً بجراحه.", (1, 1), (1, 1)),
        ("أدى القصف على السوق في مدينة تعز لسقوط ثمانية قتلى وسبعة أصيبوا بجروح.", (8, 8), (7, 7)),
        ("قالت السلطات إن 12 شخصاً على الأقل، بينهم أربعة مدنيين وخمسة جنود، قتلوا في هجوم شمال مدينة بعقوبة.", (12, None), None),
        ("قُتل ثلاثة أشخاص، على الأقل، وأصيب 20 آخرون في هجوم شمال مدينة بعقوبة.", (3, None), (20, 20)),
        ("أدى الهجوم على المسجد في مدينة بعقوبة إلى مقتل 30 بينهم أربعة أطفال، وأن 12 آخرين أصيبوا.", (30, 30), (12, 12)),
        ("أفادت مصادر طبية بمقتل 41 شخصاً جراء غارة على مدينة صعدة، بينهم 33 قتيلاً في السوق.", (41, 41), None),
        ("أصيب رجل برصاصة في الكتف وأخرى في القدم جراء إطلاق مسلحين النار عليه في مدينة درعا.", (0, 0), (1, 1)),
        ("أصيب رجل بطلق ناري في صدره وآخر في الخاصرة جراء إطلاق مسلحين النار عليه في مدينة درعا.", (0, 0), (1, 1)),
    ],
)
def test_tolls(text: str, dead: tuple[int | None, int | None], hurt: tuple[int | None, int | None] | None) -> None:
    (c,) = claims(text, DAY)
    assert (low_high(c.fatalities), low_high(c.injuries)) == (dead, hurt)


@pytest.mark.parametrize("after", ["لمقتل العلوش وإصابة زوجته", 'إلى مقتل "العلوش" وإصابة ابنه سالم'])
def test_one_named_before_is_named_again(after: str) -> None:
    (c,) = claims(f"استهدف مسلحون مجهولون سيارة المدعو علي العلوش بالرصاص في بلدة الشحيل، ما أدى {after}.", DAY)
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((1, 1), (1, 1))


def test_a_first_toll_gives_way_to_the_one_it_rose_to() -> None:
    (c,) = claims("ارتفع عدد قتلى الهجوم الانتحاري في مدينة مقديشو إلى 11. وكان متحدث باسم الشرطة قال إن الهجوم خلّف سبعة قتلى.", DAY)
    assert low_high(c.fatalities) == (11, 11)


@pytest.mark.parametrize("lead", ["في حادثتي إطلاق نار منفصلتين", "جراء حوادث إطلاق نار متفرقة"])
def test_two_cases_of_a_lead_are_told_one_by_one(lead: str) -> None:
    text = (
        f"قُتل شاب وأُصيب آخر، أمس الخميس، {lead}.\n"
        "وبحسب مصادر محلية، قتل الشاب فادي منصور برصاص مسلحين مجهولين في بلدة جاسم شمالي درعا.\n"
        "وفي حادثة أخرى، أصيب الشاب سعيد حمدان جراء إطلاق مجهولين النار عليه في بلدة طفس غربي درعا."
    )
    told = claims(text, DAY)
    assert [(low_high(c.fatalities), low_high(c.injuries)) for c in told] == [((1, 1), None), ((0, 0), (1, 1))]
    assert {str(c.date_start) for c in told} == {"2024-05-09"}


def test_a_day_between_slashes() -> None:
    (c,) = claims("وفي الـ/4/ من الشهر الجاري قُتل جندي بانفجار عبوة ناسفة في مدينة درعا.", DAY)
    assert str(c.date_start) == "2024-05-04"


def test_a_group_that_fell_killed_or_wounded() -> None:
    (c,) = claims("أفادت السلطات بأن ستة من مقاتلي الحشد الشعبي سقطوا بين قتيل وجريح في هجوم شمال مدينة بعقوبة.", DAY)
    assert low_high(c.killed_or_injured) == (6, 6)


@pytest.mark.parametrize("who", ["الشاب فادي منصور", "المواطن سعيد حمدان", "فادي منصور"])
@pytest.mark.parametrize("how", ["جراء إطلاق مجهولين النار عليه", "إثر إطلاق النار عليه من قبل مجهولين"])
def test_one_named_before_how_it_befell_him(who: str, how: str) -> None:
    (c,) = claims(f"قتل {who} {how} في بلدة طفس.", DAY)
    assert low_high(c.fatalities) == (1, 1)


def test_a_report_may_open_with_what_the_event_led_to() -> None:
    (c,) = claims("وأدت الغارة على البلدة لسقوط ثمانية قتلى.", DAY)
    assert low_high(c.fatalities) == (8, 8)


@pytest.mark.parametrize("dead", ["ما لا يقل عن 50 شخصاً", "50 شخصاً على الأقل"])
def test_those_taken_beside_the_dead_have_their_own_number(dead: str) -> None:
    (c,) = claims(f"أعلن نائب أن {dead} قتلوا واختطف عدد من النساء بعد أن هاجم مسلحون قرية في ولاية زامفارا.", DAY)
    assert (low_high(c.fatalities), low_high(c.captured)) == ((50, None), (2, None))


@pytest.mark.parametrize(("verb", "low"), [("قُتل", 3), ("قضى", 3)])
def test_others_behind_a_verb_are_its_own(verb: str, low: int) -> None:
    (c,) = claims(f"{verb} {low} مدنيين في قصف على مدينة تعز بينما أصيب آخرون.", DAY)
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((low, low), (2, None))


@pytest.mark.parametrize(
    ("told", "day"),
    [("صباح اليوم", "2024-05-09"), ("مساء أمس", "2024-05-08"), ("قبل يومين", "2024-05-07")],
)
def test_a_report_that_says_which_day_today_is_counts_from_it(told: str, day: str) -> None:
    text = f"أفاد مصدر أمني، اليوم الخميس، بمقتل جندي بانفجار عبوة ناسفة في بلدة طفس. وقال المصدر إن العبوة انفجرت {told} بدورية للجيش."
    (c,) = claims(text, DAY)
    assert str(c.date_start) == day


@pytest.mark.parametrize("today", ["اليوم الجمعة", "اليوم"])
def test_a_report_of_its_own_day_counts_from_it(today: str) -> None:
    (c,) = claims(f"قُتل جندي، {today}، بانفجار عبوة ناسفة في بلدة طفس.", DAY)
    assert str(c.date_start) == "2024-05-10"
