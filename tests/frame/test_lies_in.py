"""Which of two places told together is the event's: the one before the land it lies in, the road before its ends, no office that acts."""

from __future__ import annotations

import pytest
from frame_text import claims, one


def _place(text: str) -> str | None:
    c = one(text)
    return c.place.name_ar if c.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a place right before the part of the country it lies in
        ("لقي خمسة جنود مصرعهم بتفجير استهدفهم في محافظة شبوة، جنوبي اليمن، صباح أمس.", "شبوة"),
        ("جُرح أربعة مدنيين بقصف مدفعي لمدينة دير البلح وسط قطاع غزة.", "دير البلح"),
        ("سقط ثلاثة قتلى بقصف صاروخي طال محافظة الأنبار (غربي العراق).", "الأنبار"),
        ("قُتل مسؤول عسكري في مدينة المكلا، جنوبي اليمن، برصاص مجهولين.", "المكلا"),
        ("قُتل أربعة جنود بكمين نصبه مسلحون شمالي مالي.", "شمالي مالي"),
        # the ends of a road
        ("قُتل سائقان بكمين على الطريق الرابط بين الرمادي والرطبة.", "الطريق الرابط بين الرمادي والرطبة"),
        # what is stormed
        ("أُصيب فتى بالرصاص بعد مداهمتها لبلدة سعير قرب الخليل.", "سعير"),
        ("أُصيب شابان خلال اقتحام قوات الاحتلال لبلدة عزون فجر اليوم.", "عزون"),
        # an office that acts or owns is no place; one that is attacked may be
        ("اعتقل فرع الأمن السياسي ثلاثة شبان في مدينة داعل.", "داعل"),
        ("اعتقلت دورية من فرع الأمن العسكري مدنيين في بلدة صيدا.", "صيدا"),
        ("أطلق مجهولون الرصاص على سيارة لفرع الأمن العسكري بين مدينتي نوى وجاسم.", "بين مدينتي نوى وجاسم"),
        # a door is part of a house
        ("أُصيبت سيدتان بعبوة زُرعت في باب بيتهما في قرية المسيمير بمحافظة لحج.", "المسيمير"),
        # names
        ("أحرق مسلحون قرية بيرنين-زارما في ولاية زامفارا وقتلوا سبعة.", "بيرنين-زارما"),
        ("أُصيب راعٍ بلغم في منطقة يعيس التابعة لمديرية قعطبة بمحافظة الضالع.", "يعيس"),
    ],
)
def test_place_of_the_event(text: str, place: str) -> None:
    assert _place(text) == place


def test_office_attacked_is_kept_or_its_town() -> None:
    assert _place("هاجم مسلحون فرع الأمن العسكري في مدينة السويداء وقتلوا عنصرين.") in ("فرع الأمن العسكري", "السويداء")


def test_bank_of_a_river_is_not_the_west_bank() -> None:
    (c,) = claims("سقطت قذائف على الضفة الغربية لنهر الفرات قرب البوكمال وأُصيب مدني.")
    assert c.place is not None
    assert c.place.country == "SY"
    assert _place("قُتل شاب برصاص جنود في الضفة الغربية أمس.") == "الضفة الغربية"


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("هاجم مسلحون قرية نامو في مقاطعة ياتينغا شمالي بوركينا فاسو وقتلوا تسعة.", "Nord"),
        ("غارة إسرائيلية على بلدة الطيبة في قضاء مرجعيون أدت إلى مقتل شخص.", "Nabatieh"),
        ("انفجر لغم في بلدة الطيبة بريف درعا الشرقي وقُتل طفل.", "Daraa"),
        ("قُتل مدني بقصف على مديرية القاهرة في تعز.", "Taiz"),
        ("سيطر مقاتلون على بلدة آدم يبال في إقليم شبيلي الوسطى.", "Middle Shabelle"),
    ],
)
def test_governorate(text: str, admin1: str) -> None:
    c = one(text)
    assert c.place is not None
    assert c.place.admin1 == admin1
