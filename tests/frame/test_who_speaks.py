"""Whose army a spokesman speaks for, whom he calls the enemy, and a target that is hit and not wounded."""

import pytest
from frame_text import low_high, one, sides

SAREE = "قال المتحدث باسم القوات المسلحة اليمنية العميد يحيى سريع إن {} استهدفت أمس سفينة {} في البحر الأحمر."


@pytest.mark.parametrize("men", ["القوات المسلحة", "القوات البحرية", "القوات المسلحة اليمنية"])
def test_the_spokesman_tells_whose_army_it_is(men: str) -> None:
    c = one(SAREE.format(men, "أمريكية"), "2024-03-05")
    assert (*sides(c), c.claimant and c.claimant.name_en, str(c.modality)) == ("Houthis", "US forces", "Houthis", "claimed")


def test_the_army_of_the_state_stays_its_own() -> None:
    text = "أعلن المتحدث العسكري باسم الجيش اليمني أن القوات المسلحة قصفت أمس مواقع للحوثيين في مأرب."
    assert sides(one(text, "2024-03-05")) == ("Yemeni government forces", "Houthis")


@pytest.mark.parametrize(("day", "foe"), [("2024-03-05", "Israel"), ("2020-03-05", "Saudi-led coalition")])
def test_the_enemy_changes_with_the_war(day: str, foe: str) -> None:
    assert sides(one(SAREE.format("القوات المسلحة", "للعدو"), day)) == ("Houthis", foe)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("قال حزب الله إنه استهدف أمس دبابة في بلدة يارون بصاروخ، مؤكداً إصابتها بشكل مباشر.", None),
        ("استهدف حزب الله أمس ناقلة جند في بلدة يارون بصاروخ وأسفر الهجوم عن إصابتها.", None),
        ("استهدف مجهولون أمس سيارة ضابط بعبوة ناسفة في درعا ما أدى إلى إصابته.", (1, 1)),
        ("أطلق مجهولون أمس النار على معلمة قرب سيارتها في درعا ما أدى إلى إصابتها.", (1, 1)),
    ],
)
def test_a_target_is_hit_a_person_is_wounded(text: str, hurt: tuple[int, int] | None) -> None:
    assert low_high(one(text).injuries) == hurt


def test_women_who_fight_are_no_aircraft() -> None:
    text = "أعلنت قوات الدفاع الشعبي أن مقاتلات من وحدات المرأة الحرة هاجمن أمس نقطة للجيش التركي في منطقة الزاب وقتلن جنديين."
    c = one(text)
    assert (*sides(c), str(c.event_type)) == ("PKK", "Turkish armed forces", "attack")


@pytest.mark.parametrize("march", ["مسيرة انتخابية", "مسيرة طلابية", "مسيرة نسائية"])
def test_a_march_is_no_drone(march: str) -> None:
    c = one(f"استهدف هجوم أمس {march} في مدينة كابول وقتل 24 شخصاً.")
    assert (str(c.event_type) != "airstrike", c.weapons) == (True, ())
