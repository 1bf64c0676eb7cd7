"""Two nations in one phrase, the preposition ``عبر``, an attack that is answered, men of one force, whom a clause is about."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("تبادلت القوات الهندية والباكستانية إطلاق النار عبر خط المراقبة في كشمير.", "Indian army", "Pakistani army"),
        ("اشتبكت القوات الأرمينية والأذربيجانية على الحدود في منطقة تافوش.", "Armenian army", "Azerbaijani army"),
        ("تبادل الجيشان اللبناني والإسرائيلي إطلاق النار قرب العديسة.", "Lebanese army", "Israel"),
        ("شنت طائرات أمريكية وبريطانية غارات على صنعاء.", "US forces", None),
        ("قتل جنود أمريكيون وبريطانيون في هجوم على معسكر التاجي.", None, "US forces"),
    ],
)
def test_two_nations(text: str, by: str | None, on: str | None) -> None:
    assert sides(one(text)) == (by, on)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلقت القوات التركية قذائف عبر الحدود على قرية في ريف عين العرب.", "shelling"),
        ("تسلل مسلحون عبر نفق إلى موقع للجيش في ريف حلب.", "attack"),
        ("عبر رتل تركي من المدرعات معبر باب السلامة نحو ريف حلب اليوم.", "strategic_development"),
    ],
)
def test_by_way_of(text: str, kind: str) -> None:
    assert [c.event_type.value for c in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("شن مسلحون هجوماً على حاجز للجيش في الشيخ زويد أمس، فيما ردت القوات وقتلت ثلاثة منهم.", "unknown gunmen", "Egyptian army"),
        ("شن داعش هجوماً على نقطة للبيشمركة في قره تبة، وقتلت قوات البيشمركة اثنين من المهاجمين.", "ISIS", "Peshmerga"),
        ("هاجم مسلحون مركز شرطة في كراتشي، فرد عناصر الشرطة وقتلوا المهاجمين الثلاثة.", "unknown gunmen", "Pakistani police"),
    ],
)
def test_the_attack_is_of_those_who_launched_it(text: str, by: str, on: str) -> None:
    assert sides(one(text)) == (by, on)


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("أقدم عنصر من قوات الأمن على قتل زميله إثر خلاف في حاجز بريف درعا.", "Syrian regime forces", "Syrian regime forces"),
        ("قتل جندي ثلاثة من زملائه في قاعدة عسكرية بمقديشو.", "Somali army", "Somali army"),
        ("نعت حركة حماس قائدها في طولكرم الذي اغتالته إسرائيل بغارة على المخيم.", "Israel", "Hamas"),
    ],
)
def test_fellows_and_leaders(text: str, by: str, on: str) -> None:
    assert sides(one(text)) == (by, on)


@pytest.mark.parametrize(
    ("text", "place", "admin1"),
    [
        ("قتل شرطي برصاص مسلحين في كراتشي أمس.", "كراتشي", "Sindh"),
        ("قُتل ستة جنود في كمين في ولاية راخين.", "راخين", "Rakhine"),
        ("أصيب ثلاثة أشخاص بقصف على مدينة بيلغورود.", "بيلغورود", "Belgorod Oblast"),
        ("قُتل خمسة أشخاص بتفجير في إقليم كاوكا.", "كاوكا", "Cauca"),
        ("غارة إسرائيلية على بلدة شقرا.", "شقرا", "Nabatieh"),
    ],
)
def test_places_of_far_wars(text: str, place: str, admin1: str) -> None:
    c = one(text)
    assert c.place is not None
    assert (c.place.name_ar.removeprefix("إقليم ").removeprefix("ولاية "), c.place.admin1) == (place, admin1)
