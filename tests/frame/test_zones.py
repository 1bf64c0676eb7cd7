"""Whose a body is by the town it acts in, men on a force's rolls, and reports that uncover a toll."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("town", "day", "whose"),
    [
        ("عفرين", "2021-07-13", "SNA"),
        ("مدينة الباب", "2022-07-13", "SNA"),
        ("رأس العين", "2021-07-13", "SNA"),
        ("حي الوعر بحمص", "2021-07-13", "Syrian regime forces"),
        ("عفرين", "2013-07-13", "Syrian regime forces"),
    ],
)
def test_the_military_police_of_a_town(town: str, day: str, whose: str) -> None:
    (c,) = claims(f"اعتقلت الشرطة العسكرية شاباً في {town}.", day)
    assert sides(c) == (whose, "civilians")


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("منتسب", "Iraqi security forces"),
        ("منتسب أمني", "Iraqi security forces"),
        ("منتسب في الجيش", "Iraqi army"),
        ("منتسب في الفوج الثاني طوارئ", "Iraqi police"),
        ("منتسب في نقابة المعلمين", "civilians"),
    ],
)
def test_men_on_the_rolls(who: str, whose: str) -> None:
    (c,) = claims(f"مقتل {who} بانفجار عبوة ناسفة غربي كركوك.", "2021-07-13")
    assert sides(c)[1] == whose


def test_a_report_uncovers_no_cell() -> None:
    (c,) = claims("كشف تقرير لمنظمة حقوقية عن مقتل 40 مدنياً في سوريا خلال آب الماضي.", "2023-09-13")
    assert c.event_type == "attack"
    assert c.fatalities is not None
    assert c.fatalities.best == 40
