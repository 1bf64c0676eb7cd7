"""What was the worst since some day did not happen on it; arrests nobody told of and massacres escaped are none."""

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    "worst", ["في حصيلة هي الأعلى منذ شهر", "في أعنف قصف منذ أسبوعين", "وهو الهجوم الأول منذ عدة أشهر", "في أسوأ هجوم منذ عام 2021"]
)
def test_since_the_worst_is_no_date(worst: str) -> None:
    assert one(f"قتل تسعة مدنيين في قصف مدفعي على بلدة كفرنبل، {worst}.").date_start is None


def test_since_a_day_still_dates_what_goes_on() -> None:
    assert one("قتل تسعة مدنيين في قصف على بلدة كفرنبل أمس.").date_start is not None


@pytest.mark.parametrize(
    "none", ["دون أن يبلغ عن اعتقالات", "ولم يبلغ عن وقوع اعتقالات", "دون الإبلاغ عن أي اعتقالات", "ولم تسجل أي حالة اعتقال"]
)
def test_no_arrests(none: str) -> None:
    c = one(f"اقتحمت قوات الاحتلال بلدة الظاهرية وداهمت عددا من المنازل، {none}.")
    assert str(c.event_type) in ("raid", "attack")
    assert c.captured is None


@pytest.mark.parametrize("text", ["نجت البلدة من مجزرة بأعجوبة.", "تفادت المدينة مجزرة كبيرة."])
def test_a_massacre_escaped(text: str) -> None:
    assert not claims(text)


def test_prisoners_whose_home_is_searched_were_held_before() -> None:
    c = one("داهمت قوات الاحتلال منزلي الأسيرين في بلدة الظاهرية جنوب الخليل.")
    assert (str(c.event_type), c.captured) == ("raid", None)


@pytest.mark.parametrize("who", ["متطرفون يهود", "مستوطنون متطرفون", "مستوطنون يهود"])
def test_zealots_are_settlers_and_no_town(who: str) -> None:
    c = one(f"هاجم {who} منازل المواطنين في بلدة قصرة جنوب نابلس.")
    assert sides(c) == ("Israeli settlers", "civilians")
    assert c.place is not None
    assert c.place.name_en == "Qusra"
