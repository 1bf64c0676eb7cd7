"""What armed neighbours fall upon is its people's; whoever guards them is not hit."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    "guarded",
    ["", "، بحماية من قوات الاحتلال", "، وسط حماية مشددة من جيش الاحتلال", "، تحت حراسة قوات الاحتلال", "، دون تنسيق مع الجيش الإسرائيلي"],
)
@pytest.mark.parametrize(
    "told",
    [
        "هاجم عشرات المستوطنين قرية الساوية جنوب نابلس",
        "اقتحم مستوطنون منازل المواطنين في بلدة سنجل",
        "شنت مجموعة من المستوطنين هجوما على بلدة بيتا",
    ],
)
def test_the_people_of_the_village_are_hit(told: str, guarded: str) -> None:
    assert sides(one(f"{told}{guarded}.")) == ("Israeli settlers", "civilians")


def test_a_village_without_a_foe_in_the_report() -> None:
    assert sides(one("هاجم مسلحون مجهولون قرية الطويل.")) == ("unknown gunmen", "civilians")


def test_a_town_a_movement_attacks_may_be_its_foes() -> None:
    assert all(c.target is None or c.target.name_en != "civilians" for c in claims("هاجم تنظيم داعش بلدة غرانيج شرقي دير الزور."))
