"""Sentences of far wars: who tells is not hit, suicide bombings in the plural, time units that count nobody, cities in their provinces."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


def test_a_governor_who_tells_is_not_hit() -> None:
    claim = one("قُتل ثلاثة أشخاص وأصيب 15 أمس في هجوم روسي بطائرات مسيرة على مدينة خاركيف، وفق ما أعلن حاكم المنطقة.")
    assert sides(claim) == ("Russian forces", "civilians")
    assert claim.place is not None
    assert claim.place.admin1 == "Kharkiv Oblast"


@pytest.mark.parametrize(
    "text",
    [
        "لقي 18 شخصاً حتفهم أمس في سلسلة تفجيرات انتحارية نفذتها نساء في بلدة غوزا.",
        "قُتل 18 شخصاً أمس في تفجيرين انتحاريين في مايدوغوري.",
    ],
)
def test_suicide_bombings_in_the_plural(text: str) -> None:
    assert {c.event_type.value for c in claims(text)} == {"suicide_bombing"}


def test_weeks_are_no_captives() -> None:
    claim = one("أفرج مسلحون أمس عن 137 تلميذاً خُطفوا قبل أسبوعين من مدرسة في كوريغا.")
    assert low_high(claim.captured) == (137, 137)


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("قُتل جنديان أمس في انفجار عبوة لدى مرور عربتهما في كيدال.", ("ied",)),
        ("قُتل سائق أمس بعد مرور شاحنته فوق لغم قرب الخزنة.", ("mine",)),
    ],
)
def test_what_a_vehicle_passed_over(text: str, weapons: tuple[str, ...]) -> None:
    assert one(text).weapons == weapons


def test_a_state_in_a_side_of_the_country() -> None:
    ref = one("قُتل 40 مزارعاً أمس في هجوم نسب إلى جماعة بوكو حرام في ولاية بورنو شمال شرقي نيجيريا.").place
    assert ref is not None
    assert ref.admin1 == "Borno"


@pytest.mark.parametrize("name", ['ميليشيات "PYD"', "ميليشيا الـPYD", "ميليشيات الـ YPG"])
def test_latin_letters_behind_the_article(name: str) -> None:
    assert sides(one(f"قتلت {name} مدنياً أمس في منبج."))[0] == "YPG"


def test_places_counted_of_all_operations_are_operations() -> None:
    text = "وثق المكتب 60 عملية اغتيال في درعا خلال شهر تموز. وتوزعت العمليات على 38 بريف درعا الغربي و22 بريف درعا الشرقي."
    assert all(c.fatalities is None for c in claims(text, "2024-08-15"))


def test_arrests_under_a_total_of_killings_are_no_killings() -> None:
    text = "وثق المكتب 65 عملية اغتيال في درعا خلال شهر تموز. وأضاف أن فرع الأمن الجنائي اعتقل أربعة مواطنين، وفرع المخابرات سبعة مواطنين."
    told = [c for c in claims(text, "2024-08-15") if c.event_type.value == "assassination"]
    assert all(c.fatalities is None for c in told)
