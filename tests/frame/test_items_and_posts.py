"""Places of bulleted items, posts at which somebody is held, deeds a party heads, gunmen of a nation."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


def test_an_item_is_where_it_says_and_not_its_head() -> None:
    text = "موجز:\n- درعا: اعتقال شاب قرب مدينة طفس.\n- حلب: قصف مدفعي تركي على قرى بريف عفرين دون خسائر.\n- كركوك: هجوم على نقطة للجيش."
    places = [c.place.name_ar for c in claims(text, "2021-03-01") if c.place is not None]
    assert places == ["طفس", "ريف عفرين", "كركوك"]


@pytest.mark.parametrize(
    ("post", "whose"),
    [
        ("على حاجز للأمن العسكري", "Syrian regime forces"),
        ("عند حاجز لقسد", "SDF"),
        ("أثناء مروره على حاجز قوات النظام", "Syrian regime forces"),
    ],
)
def test_held_at_a_post(post: str, whose: str) -> None:
    (c,) = claims(f"اعتقال شاب {post} في مدينة تلبيسة.", "2021-03-01")
    assert sides(c) == (whose, "civilians")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("هيئة تحرير الشام: استهداف تجمعات قوات النظام على محور كفرنبل بقذائف الهاون.", ("HTS", "Syrian regime forces")),
        ("حزب الله: استهداف موقع المرج بالأسلحة الصاروخية.", ("Hezbollah", "Israel")),
        ("المرصد السوري: استهداف تجمعات قوات النظام على محور كفرنبل بقذائف الهاون.", (None, "Syrian regime forces")),
    ],
)
def test_the_party_that_heads_the_deed(text: str, pair: tuple[str | None, str]) -> None:
    (c,) = claims(text, "2023-11-20")
    assert sides(c) == pair


def test_gunmen_of_a_nation_are_not_its_army() -> None:
    (c,) = claims("اشتباكات بين الجيش الليبي ومجموعات مسلحة سودانية جنوب الكفرة.", "2021-03-01")
    assert "Sudanese army" not in sides(c)


@pytest.mark.parametrize("noun", ["نقطة تمركز", "مواقع تمركز"])
def test_where_somebody_is_posted_is_no_move(noun: str) -> None:
    (c,) = claims(f"هاجم مسلحون {noun} لقوات النظام في بادية الرصافة.", "2021-03-01")
    assert c.event_type == "attack"
