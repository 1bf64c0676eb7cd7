"""Where a named place lies (a border, a side of the country) is not where the event was; nor is the town of who speaks."""

from __future__ import annotations

import pytest
from frame_text import claims, one


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("فجّر انتحاري نفسه أمس عند حاجز أمني في محافظة دير الزور على الحدود مع العراق.", "دير الزور"),
        ("قُتل جندي أمس في اشتباك في بلدة القاع قرب الحدود مع سوريا.", "القاع"),
        ("قُتل ثلاثة جنود أمس بانفجار لغم في منطقة تل أبيض على الحدود مع تركيا.", "تل أبيض"),
        ("شنت الطائرات الروسية أمس غارات على محافظة إدلب في شمال غرب سوريا.", "إدلب"),
        ("هاجم مسلحون أمس قرية في محافظة دير الزور في شرق سوريا.", "دير الزور"),
        ("قُتل 52 شخصاً أمس في غارات على مناطق متفرقة من محافظة إدلب.", "إدلب"),
        ("طال القصف أمس أحياء سكنية من مدينة حمص.", "حمص"),
    ],
)
def test_the_place_that_is_named(text: str, place: str) -> None:
    ref = one(text).place
    assert ref is not None
    assert ref.name_ar == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قُتل جندي أمس في اشتباك على الحدود مع سوريا.", "الحدود مع سوريا"),
        ("شن الطيران أمس غارات في شمال غرب سوريا.", "شمال غرب سوريا"),
        ("قُتل مدني أمس في غارة على بلدة كفريا شمال غرب سوريا.", "كفريا"),
    ],
)
def test_nothing_finer_is_named(text: str, place: str) -> None:
    ref = one(text).place
    assert ref is not None
    assert ref.name_ar == place


def test_the_total_of_an_area_and_one_strike_in_it_are_two() -> None:
    told = claims("لقي 52 شخصاً مصرعهم أمس في غارات على مناطق متفرقة من محافظة إدلب. وقُتلت سيدتان في غارات على بلدة النقير.")
    assert sorted(c.fatalities.best or 0 for c in told if c.fatalities) == [2, 52]


def test_the_town_nearby_of_who_speaks() -> None:
    text = "انفجرت أمس سيارة مفخخة في قاعدة عسكرية جنوب غربي مقديشو وقُتل عشرة جنود. وقال الرائد محمد من بلدة أفجويي القريبة إن عشرة جنود قُتلوا."
    assert {c.place.name_ar for c in claims(text) if c.place} == {"جنوب غربي مقديشو"}


def test_witnesses_tell_of_their_own_town() -> None:
    ref = one("وقال شهود من قرية المخيسة إن مسلحين هاجموا القرية أمس وقتلوا سبعة أشخاص.").place
    assert ref is not None
    assert ref.name_ar == "المخيسة"
