"""What stands behind a noun of striking was struck; what is said instead of a deed denied; marches dispersed; subjects that ride up."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("أعلنت سرايا القدس أمس قصف تجمع لجنود وآليات الاحتلال شرق حي الزيتون بقذائف الهاون.", "Islamic Jihad (Saraya al-Quds)"),
        ("أعلن حزب الله أمس استهداف تجمع لجنود وآليات العدو في موقع المرج.", "Hezbollah"),
    ],
)
def test_a_gathering_behind_the_noun_was_struck(text: str, by: str) -> None:
    assert sides(one(text)) == (by, "Israel")


def test_a_gathering_that_suffered_by_another() -> None:
    assert sides(one("قصفت طائرات الاحتلال أمس تجمعاً لنازحين غربي دير البلح."))[0] == "Israel"


@pytest.mark.parametrize(
    "text",
    [
        "نفى المركز الإعلامي لقسد قصف أي نقطة للجيش أمس، وقال إن فصائل دمشق هاجمت مواقع قواته في دير حافر.",
        "نفت قسد قصف نقطة للجيش في دير حافر أمس، وأكدت أن فصائل حكومة دمشق هاجمت مواقع قواتها.",
    ],
)
def test_what_is_said_instead(text: str) -> None:
    denied, told = claims(text, "2025-10-20")
    assert (denied.modality.value, sides(denied)[0]) == ("denied", "SDF")
    assert (told.modality.value != "denied", sides(told)) == (True, ("Syrian government forces", "SDF"))


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("فرّقت الشرطة أمس احتجاجاً للخريجين في الناصرية بالغاز المسيل للدموع، ما أدى إلى إصابة 12 متظاهراً.", (12, 12)),
        ("فرقت قوات الأمن أمس مظاهرة في الناصرية ما أسفر عن إصابة ثلاثة متظاهرين.", (3, 3)),
    ],
)
def test_a_march_dispersed_with_wounded(text: str, hurt: tuple[int, int]) -> None:
    by_type = {c.event_type.value: c for c in claims(text)}
    assert set(by_type) == {"protest", "attack"}
    assert by_type["protest"].injuries is None
    assert low_high(by_type["attack"].injuries) == hurt
    assert sides(by_type["attack"])[1] == "civilians"


def test_a_march_dispersed_without() -> None:
    assert [c.event_type.value for c in claims("خرجت مظاهرة أمس في الناصرية وفرقتها الشرطة من دون إصابات.")] == ["protest"]


@pytest.mark.parametrize(
    "text",
    [
        "اغتال مسلحان يستقلان دراجة نارية ضابطاً في الأمن السياسي أمس أمام منزله في عدن.",
        "قتل مسلحان يستقلان دراجة نارية شرطياً أمس في كركوك.",
    ],
)
def test_those_who_ride_up_are_not_counted(text: str) -> None:
    assert low_high(one(text).fatalities) == (1, 1)


def test_an_outlet_is_no_drone() -> None:
    assert one("شنت مقاتلات أمريكية عشر غارات أمس على مديرية التحيتا بمحافظة الحديدة، وفق قناة المسيرة.").weapons == ("airstrike",)


def test_arms_smuggled_are_a_raid() -> None:
    assert one("أحبطت قوى الأمن أمس محاولة لتهريب شحنة أسلحة عبر بلدة سرغايا وصادرت صواريخ.", "2025-10-20").event_type.value == "raid"


@pytest.mark.parametrize(
    "text",
    [
        "أُصيب شاب بجروح جراء رصاصة طائشة في حفل زفاف بحي الكرامة بمدينة الرقة، أمس الأحد.",
        "إلى ذلك، أُصيبت امرأة برصاصة طائشة خلال عرس في الشحيل.",
        "توفيت طفلة وأصيب اثنان بإطلاق نار ابتهاجاً بفوز المنتخب في مدينة إدلب أمس.",
    ],
)
def test_shots_of_joy_are_no_event(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("قُتل طفل برصاصة طائشة خلال اشتباكات بين عشيرتين في بلدة ذيبان شرق دير الزور.", "armed_clash"),
        ("قُتل خمسة مدنيين بإطلاق نار على حفل زفاف في بلدة القائم أمس.", "attack"),
        ("قتل مسلحون مجهولون ثلاثة أشخاص خلال حفل زفاف في مدينة درعا أمس.", "attack"),
        ("قتل مدني برصاصة طائشة في بلدة الطيانة شرقي دير الزور أمس.", "attack"),
    ],
)
def test_a_wedding_shot_at_and_a_stray_bullet_of_a_fight_are(text: str, coded: str) -> None:
    assert one(text).event_type.value == coded


def test_the_band_held_is_the_target() -> None:
    assert sides(one("ألقت قوى الأمن الداخلي القبض على عصابة سرقة في مدينة حمص أمس.", "2025-10-20"))[0] is not None
