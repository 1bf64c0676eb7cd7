"""Sides of a city are places of their own, sides of a village or town are not; a dual of sites gives its first name."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.model import PlaceLevel, Report
from waqai.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _place(coder: Coder, text: str) -> tuple[str, PlaceLevel]:
    ref = coder.code(Report(id="t", text=text, sha256="t", outlet=None, published=date(2016, 5, 10))).claims[0].place
    assert ref is not None
    return ref.name_ar, ref.level


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل جنديان إثر انفجار عبوة ناسفة شرقي مدينة الرمادي.", "شرقي مدينة الرمادي"),
        ("هاجم مسلحون نقطة للجيش شمال غربي تكريت وقتلوا جنديا.", "شمال غربي تكريت"),
        ("قُتل مدني بلغم بغرب الفلوجة.", "غرب الفلوجة"),
        ("قُتل ثلاثة من الجيش بكمين في شرقي مدينة تدمر.", "شرقي مدينة تدمر"),
        ("وقعت اشتباكات بين الجيش والمسلحين جنوب خان يونس.", "جنوب خان يونس"),
        ('قُتل ثلاثة جنود في ضربة شرق مدينة "الفاشر".', 'شرق مدينة "الفاشر"'),
    ],
)
def test_the_side_of_a_city_is_a_subregion(coder: Coder, text: str, name: str) -> None:
    assert _place(coder, text) == (name, PlaceLevel.SUBREGION)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجر لغم شرق بلدة الكرمة فقتل راعيا.", "الكرمة"),
        ("قتل مدنيان بقصف على قرية السبيعات جنوب مدينة كركوك.", "السبيعات"),
        ("قتل مدنيان بقصف على حي الأمين شرقي بغداد.", "حي الأمين"),
        ("انفجرت عبوة وسط مدينة بعقوبة وقتلت شخصين.", "بعقوبة"),
        ("سيطر الثوار على حاجزي القياسات ومعصران جنوب أريحا.", "القياسات"),
        ("قصفت المدفعية شرق مدينتي خان يونس ورفح.", "خان يونس"),
        ("سيطر الجيش على حقلي الورد والتنك في ريف دير الزور.", "الورد"),
    ],
)
def test_a_settlement_and_the_middle_of_a_city_stay_themselves(coder: Coder, text: str, name: str) -> None:
    assert _place(coder, text)[0] == name
