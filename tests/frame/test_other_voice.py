"""Several voices tell one event: the same dead, day, place and hand are no second claim; a rival version and another event are."""

import pytest
from frame_text import claims, low_high, one

LEAD = "قُتل {} وأصيب سبعة آخرون في غارة إسرائيلية استهدفت أمس مبنى في مدينة النبطية جنوبي لبنان، وفق ما أعلن متطوعون.\n"


@pytest.mark.parametrize(
    "again",
    [
        "وفي بيان آخر، قالت وزارة الصحة إن غارة إسرائيلية على مبنى سكني أمس أدت إلى مقتل {} وإصابة سبعة.",
        "بدوره، قال مدير المستشفى إن {} قُتلوا في الغارة.",
        "من جانبه، أدان حاكم الإقليم استهداف المدنيين في النبطية.",
        "وأفاد المرصد من جهته بمقتل {} في الغارة.",
    ],
)
@pytest.mark.parametrize(("dead", "n"), [("ثمانية أشخاص", 8), ("68 شخصاً", 68)])
def test_another_voice_is_no_other_event(again: str, dead: str, n: int) -> None:
    c = one(LEAD.format(dead) + again.format(dead))
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((n, n), (7, 7))


@pytest.mark.parametrize(
    "other",
    [
        "وقُتل ثمانية أشخاص في غارة أخرى على بلدة كفركلا أمس.",
        "وقُتل ثلاثة أشخاص أمس في غارة على بلدة يارون.",
    ],
)
def test_another_event_stays_one(other: str) -> None:
    assert len(claims(LEAD.format("ثمانية أشخاص") + other)) == 2


@pytest.mark.parametrize("among", ["بينهم طفلان", "بينهم عاملان في منظمة إنسانية", "بينهم ضابطان"])
@pytest.mark.parametrize("verb", ["قتلوا", "قد قتلوا", "لقوا حتفهم"])
def test_those_among_them_are_no_total(among: str, verb: str) -> None:
    assert low_high(one(f"وكان ثمانية جنود {verb} {among} أمس في هجوم على قرية ماركوي.").fatalities) == (8, 8)


def test_a_list_of_those_among_them_adds_nobody() -> None:
    assert low_high(one("قُتل 20 مدنياً أمس، بينهم 5 أطفال، و3 سيدات، و4 مسنين، في غارة على حلب.").fatalities) == (20, 20)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("وأسفر هجوم بالرصاص في حلب عام 2014 عن مقتل ثمانية أشخاص.", "reported"),
        ("وقالت المنظمة إن الهجوم على مبنى سكني في حلب في شباط 2021 الذي أدى إلى مقتل 106 مدنيين كان جريمة.", "reported"),
        ("قُتل 80 مدنياً في هجمات للتنظيم في حلب عام 2014.", "aggregate"),
        ("قُتل 61 مدنياً بانفجار ألغام في محافظة الرقة منذ مطلع 2014.", "aggregate"),
    ],
)
def test_one_attack_of_a_year_is_no_total(text: str, modality: str) -> None:
    assert str(one(text).modality) == modality


@pytest.mark.parametrize(
    "none", ["ولم تسفر الغارة عن مقتل أو إصابة أي جندي أميركي أو مدنيين.", "وقالت إنه ليس هناك مؤشرات على إصابة أي مدنيين."]
)
def test_who_else_was_not_hit_is_no_rival_count(none: str) -> None:
    c = one("شنت القوات الأمريكية فجر أمس غارة في شمال سوريا قتلت مسلحين اثنين.\n" + none)
    assert (low_high(c.fatalities), c.injuries) == ((2, 2), None)


@pytest.mark.parametrize(
    ("claim", "told", "kind"),
    [
        (
            "الهجوم الانتحاري الذي استهدف أمس حافلة للشرطة",
            "انتحارياً قتل ثمانية أشخاص وأصاب عشرين في هجوم على الحافلة في المدينة",
            "suicide_bombing",
        ),
        (
            "تفجير سيارة مفخخة استهدف أمس نقطة تفتيش",
            "سيارة مفخخة انفجرت قرب نقطة التفتيش ما أسفر عن مقتل ثمانية وإصابة عشرين",
            "vehicle_bomb",
        ),
    ],
)
def test_what_was_claimed_is_told_by_others(claim: str, told: str, kind: str) -> None:
    c = one(f"أعلنت حركة الشباب اليوم مسؤوليتها عن {claim} في مدينة مقديشو. وذكرت الشرطة أن {told}.")
    assert (str(c.event_type), str(c.modality), low_high(c.fatalities), low_high(c.injuries)) == (kind, "claimed", (8, 8), (20, 20))


def test_the_count_of_who_claims_is_a_version() -> None:
    text = "أعلنت حركة الشباب اليوم مسؤوليتها عن تفجير سيارة مفخخة أمس في مدينة مقديشو وقالت إنه قتل أربعين جندياً. وقالت الشرطة إن ثمانية قتلوا في الانفجار."
    assert sorted(c.fatalities.low or 0 for c in claims(text) if c.fatalities) == [8, 40]


@pytest.mark.parametrize(
    "first",
    [
        "وكانت السلطات الأفغانية قد أعلنت، في وقت سابق اليوم، مقتل 28 شخصاً وإصابة 48 آخرين.",
        "وكانت الشرطة أعلنت في وقت سابق مقتل 28 شخصاً.",
        "وفي وقت سابق، قال مصدر أمني إن 28 شخصاً قُتلوا في الهجوم.",
    ],
)
def test_the_first_count_gives_way_to_the_last(first: str) -> None:
    c = one("قُتل 32 مدنياً وأصيب خمسون أمس في هجوم على مسجد في مدينة كابول، وفق بعثة الأمم المتحدة.\n" + first)
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((32, 32), (50, 50))


def test_an_earlier_event_keeps_its_count() -> None:
    text = "قُتل 32 مدنياً أمس في هجوم على مسجد في مدينة كابول.\nوكانت الشرطة أعلنت في وقت سابق مقتل ثمانية جنود في هجوم في مدينة هرات."
    assert sorted(c.fatalities.low or 0 for c in claims(text) if c.fatalities) == [8, 32]
