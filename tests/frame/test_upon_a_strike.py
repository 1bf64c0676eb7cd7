"""``إثر غارة`` tells the cause, no mark of a blow; ``ثلاثة استشهدوا بينهم طفلان`` counts three."""

import pytest
from frame_text import low_high, one, sides


@pytest.mark.parametrize("means", ["إثر غارة إسرائيلية على", "اثر غارة إسرائيلية على", "إثر قصف إسرائيلي استهدف"])
def test_the_strike_behind_ithr_is_the_means(means: str) -> None:
    c = one(f"أفاد مراسلنا بأن شخصا استشهد وجرح أربعة {means} بلدة عيترون جنوبي لبنان.")
    assert sides(c) == ("Israel", "civilians")
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((1, 1), (4, 4))


@pytest.mark.parametrize("part", ["بينهم طفلان", "من بينهم طفلان", "بينهم امرأتان وطفل"])
def test_those_among_them_are_not_the_toll(part: str) -> None:
    assert low_high(one(f"ذكر الدفاع المدني أن خمسة عمال قتلوا {part} جراء غارة إسرائيلية على بلدة عيترون.").fatalities) == (5, 5)


def test_marks_of_blows_are_no_event() -> None:
    assert str(one("عثر الأهالي على جثة شاب عليها آثار إطلاق نار في بلدة الشحيل.").event_type) != "airstrike"
