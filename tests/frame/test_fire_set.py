"""Fire set to things is no gunfire; harm nobody told of is not none; two named with their ages are two."""

import pytest
from frame_text import low_high, one, sides


@pytest.mark.parametrize(
    "told", ["أضرم مستوطنون النار في مركبتين", "قام مستوطنون بإضرام النيران في أشجار الزيتون", "أشعل مسلحون النار في منزل"]
)
def test_arson_has_no_weapon(told: str) -> None:
    assert not one(f"{told} في قرية بورين جنوب نابلس.").weapons


@pytest.mark.parametrize("none", ["من دون التبليغ عن إصابات", "دون الإبلاغ عن وقوع إصابات"])
def test_nothing_told_of_harm(none: str) -> None:
    c = one(f"أغارت مسيرة إسرائيلية على سيارة في بلدة الخيام، {none}.")
    assert (c.fatalities, c.injuries) == (None, None)


def test_harm_denied_is_none() -> None:
    assert low_high(one("أغارت مسيرة إسرائيلية على سيارة في بلدة الخيام دون وقوع إصابات.").injuries) == (0, 0)


def test_two_with_their_ages() -> None:
    c = one("أعلنت وزارة الصحة استشهاد الشاب سامي عودة (24 عاما)، والفتى كريم زيد (16 عاما) برصاص الاحتلال في مخيم طولكرم.")
    assert low_high(c.fatalities) == (2, 2)


def test_palestinian_cars_are_civilians() -> None:
    assert sides(one("رشق مستوطنون بالحجارة مركبات فلسطينية قرب مستوطنة يتسهار."))[1] == "civilians"
