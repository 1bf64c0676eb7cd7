"""Statements of fighters about what they hit: sites in the field, objects behind their subject, soldiers as they stand, mixed arms."""

from __future__ import annotations

import pytest
from frame_text import claims, one, sides

DAY = "2024-07-24"


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("قال حزب الله إنه استهدف تجمعات لجنود الاحتلال الإسرائيلي في مزارع شبعا أمس بالمدفعية.", "Hezbollah", "Israel"),
        ("أعلن حزب الله أنه استهدف تجمعات لجنود الاحتلال في مزارع شبعا أمس.", "Hezbollah", "Israel"),
        ("استهدف مقاتلو حزب الله أمس تموضعاً لجنود العدو الإسرائيلي في محيط موقع الضهيرة بصواريخ بركان.", "Hezbollah", "Israel"),
        ("استهدف المجاهدون بعد ظهر أمس دبابة ميركافا في موقع المطلة بصاروخ موجه.", None, "Israel"),
        ("قنص المجاهدون جندياً إسرائيلياً في جباليا أمس.", None, "Israel"),
        (
            "منيت مليشيا الحوثي أمس بانتكاسة في جبهة رحبة جنوب مأرب، بعد هجوم واسع شنته على مواقع الجيش.",
            "Houthis",
            "Yemeni government forces",
        ),
        ("قُتل ثلاثة جنود في هجوم شنته مليشيا الحوثي على مواقع الجيش في مأرب أمس.", "Houthis", "Yemeni government forces"),
    ],
)
def test_who_hit_whom(text: str, by: str | None, on: str | None) -> None:
    assert sides(one(text, DAY)) == (by, on)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استهدف مجاهدو المقاومة الإسلامية أمس موقع رويسات العلم بالأسلحة الصاروخية.", "موقع رويسات العلم"),
        ("استهدف حزب الله تجمعاً لجنود العدو في محيط موقع بركة ريشا أمس بالمدفعية.", "موقع بركة ريشا"),
        ("قصف حزب الله مستعمرة كابري بصلية صاروخية أمس.", "كابري"),
        ("استهدفت طائرة مسيرة سيارة في بلدة الصور، بحسب موقع دير الزور 24.", "الصور"),
        ("قصفت المدفعية بلدة عرى أمس، ونقل موقع السويداء 24 عن شهود أن شخصين قتلا.", "عرى"),
    ],
)
def test_sites_in_the_field(text: str, place: str) -> None:
    where = one(text, DAY).place
    assert where is not None
    assert where.name_ar == place


@pytest.mark.parametrize(
    "text",
    [
        "استهدف مجاهدو المقاومة الإسلامية عند الساعة 14:10 من بعد ظهر يوم الثلاثاء 23-7-2024 انتشاراً لجنود العدو في محيط موقع بركة ريشا بصواريخ بركان.",
        "استهدف حزب الله أمس تموضعاً لجنود العدو الإسرائيلي في محيط موقع المرج بالأسلحة الصاروخية والمدفعية.",
    ],
)
def test_soldiers_as_they_stand_are_shelled(text: str) -> None:
    assert [c.event_type.value for c in claims(text, DAY)] == ["shelling"]


def test_soldiers_that_move_are_told() -> None:
    assert [c.event_type.value for c in claims("انتشر الجيش اللبناني في بلدة الخيام أمس بعد انسحاب القوات الإسرائيلية.", DAY)] == [
        "strategic_development"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استهدف مقاتلو حزب الله أمس تموضعاً قيادياً إسرائيلياً في محيط موقع المطلة.", "attack"),
        ("استهدف مجهولون قيادياً سابقاً في الجيش الحر في درعا أمس.", "assassination"),
    ],
)
def test_an_adjective_is_no_leader(text: str, kind: str) -> None:
    assert one(text, DAY).event_type.value == kind
