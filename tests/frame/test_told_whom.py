"""Whose men the hit or held are: patrons of the definite, the law on terrorism, the one who dies later, blasts told one by one."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("المقاتلين الموالين لإيران", "Iran-backed militias"),
        ("المسلحين الموالين لأنقرة", "SNA"),
        ("المسلحين المدعومين من تركيا", "SNA"),
        ("المقاتلين الموالين للنظام", "pro-regime militias"),
    ],
)
def test_definite_fighters_and_their_patron(who: str, name: str) -> None:
    (c,) = claims(f"مقتل 16 من {who} بهجوم في بادية البوكمال.", "2022-05-17")
    assert sides(c)[1] == name


@pytest.mark.parametrize("law", ["المادة 4 إرهاب", "المادة الرابعة من قانون مكافحة الإرهاب", "المادة (4/1) إرهاب"])
def test_held_under_the_fourth_article(law: str) -> None:
    (c,) = claims(f"القبض على ثلاثة مطلوبين وفق {law} في قضاء الحويجة.", "2022-05-17")
    assert sides(c)[1] == "ISIS"


def test_held_under_another_law() -> None:
    (c,) = claims("القبض على متهم بالقتل وفق المادة 406 في بغداد.", "2022-05-17")
    assert sides(c)[1] == "civilians"


@pytest.mark.parametrize("end", ["ثم توفي في المشفى", "ما لبث أن فارق الحياة", "قبل أن يفارق الحياة"])
def test_who_dies_of_it_is_not_wounded(end: str) -> None:
    (c,) = claims(f"أصيب مختار بلدة تسيل بجروح برصاص مجهولين {end}.", "2022-05-17")
    assert c.injuries is None
    assert c.fatalities is not None
    assert c.fatalities.best == 1
    assert sides(c)[1] == "local officials"


def test_blasts_told_one_by_one_are_no_persons() -> None:
    cs = claims("قُتل مدنيان في انفجارين للغمين، الأول في مزارع بلدة حيان والثاني قرب قرية معردس.", "2022-05-17")
    assert cs[0].event_type == "ied"
    assert cs[0].fatalities is not None
    assert cs[0].fatalities.best == 2


def test_a_town_before_those_taken() -> None:
    (c,) = claims("خطف مسلحون في بلدة جاسم شابين.", "2022-05-17")
    assert c.place is not None
    assert c.place.name_ar == "جاسم"
