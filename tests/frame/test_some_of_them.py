"""A part of the dead with a happening of its own, and the place of a part."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one


@pytest.mark.parametrize(
    ("text", "whole", "part", "kind"),
    [
        ("قتل 25 شخصاً في سوريا أمس الجمعة، بينهم عشرة في قصف على دوما وخمسة تحت التعذيب.", 25, 10, "shelling"),
        ("أفادت الشبكة السورية بمقتل 43 شخصاً أمس في سوريا، بينهم 12 في مجزرة ارتكبها النظام في بلدة الحولة بحمص.", 43, 12, "execution"),
        ("قتل ما لا يقل عن 30 شخصاً في العراق أمس الثلاثاء، بينهم 14 في تفجير سيارة مفخخة في مدينة الصدر.", 30, 14, "vehicle_bomb"),
        ("لقي 19 شخصاً حتفهم في محافظة إدلب أمس، من بينهم سبعة جراء غارة جوية على بلدة أريحا.", 19, 7, "airstrike"),
    ],
)
def test_a_part_with_its_own_happening_is_another_claim(text: str, whole: int, part: int, kind: str) -> None:
    total, own = claims(text)
    assert (total.event_type.value, low_high(total.fatalities)[0], total.modality.value) == ("attack", whole, "aggregate")
    assert (own.event_type.value, low_high(own.fatalities)) == (kind, (part, part))
    assert own.target is not None
    assert own.target.name_en == "civilians"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل 12 مدنياً في غارات على محافظة إدلب أمس، بينهم خمسة في بلدة أريحا وثلاثة في سراقب.", "إدلب"),
        ("قُتل 12 مدنياً بينهم خمسة أطفال في غارات على بلدة أريحا بمحافظة إدلب أمس.", "أريحا"),
        ("قُتل 12 مدنياً، بينهم خمسة أطفال، في بلدة أريحا بمحافظة إدلب أمس.", "أريحا"),
    ],
)
def test_the_whole_is_not_where_a_part_is(text: str, place: str) -> None:
    c = one(text)
    assert c.place is not None
    assert c.place.name_ar == place
    assert low_high(c.fatalities) == (12, 12)


def test_dead_of_one_shelling_told_one_by_one_are_dead_of_a_shelling() -> None:
    found = claims("قُتل ثلاثة مدنيين بقصف مدفعي على ريف حماة الشمالي أمس، اثنان منهم في كفرزيتا والثالث في اللطامنة.")
    assert [(c.event_type.value, low_high(c.fatalities)[0]) for c in found] == [("shelling", 2), ("shelling", 1)]
