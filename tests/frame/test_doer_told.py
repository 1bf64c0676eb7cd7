"""Doers of strikes told by who only saw them, killings from the air, deaths in prisons, crowds that attack a town."""

from __future__ import annotations

import pytest
from frame_text import claims, sides


@pytest.mark.parametrize(
    "said", ["أعلن جهاز مكافحة الإرهاب في إقليم كردستان أن", "قالت وزارة الداخلية الكويتية إن", "أفاد الجيش الأردني بأن"]
)
def test_a_drone_of_nobody_is_not_the_announcers(said: str) -> None:
    (c,) = claims(f"{said} طائرة مسيّرة مفخخة هاجمت محطة للكهرباء ما أدى إلى مقتل أربعة عمال.", "2025-07-13")
    assert sides(c) == (None, "civilians")


def test_a_drone_that_hits_the_foe_is() -> None:
    (c,) = claims("قالت وزارة الدفاع التركية إن طائرة مسيرة قتلت ثلاثة من حزب العمال الكردستاني في متينا.", "2023-07-13")
    assert sides(c) == ("Turkish armed forces", "PKK")


@pytest.mark.parametrize("means", ["بغارة على سيارته", "بضربة جوية على منزله"])
def test_a_killing_from_the_air_is_one_event(means: str) -> None:
    (c,) = claims(f"اغتالت إسرائيل قيادياً في حزب الله {means} في مدينة صور.", "2024-07-13")
    assert c.event_type == "airstrike"
    assert sides(c) == ("Israel", "Hezbollah")


@pytest.mark.parametrize("jail", ["في سجون النظام", "في أحد سجون النظام"])
def test_who_runs_the_prison(jail: str) -> None:
    (c,) = claims(f"وفاة معتقل من مدينة دوما تحت التعذيب {jail}.", "2021-07-13")
    assert c.event_type == "execution"
    assert sides(c) == ("Syrian regime forces", "civilians")


def test_a_crowd_that_attacks_a_town_seeks_nobody() -> None:
    (c,) = claims("هاجم عشرات المستوطنين بلدة ترمسعيا شمال رام الله وأحرقوا مركبات، ما أدى لاستشهاد شابين بالرصاص.", "2025-07-13")
    assert c.event_type == "attack"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قال الجيش الأردني إن هجوماً استهدف مطار عمان.", None),
        ("أعلن الجيش الباكستاني أن مسلحين هاجموا نقطة تفتيش في وزيرستان وقتلوا ثلاثة جنود.", "unknown gunmen"),
        ("قال الجيش الإسرائيلي إن هجوماً نفذته قواته قتل قيادياً في حماس في رفح.", "Israel"),
    ],
)
def test_who_tells_of_an_attack_of_nobody(text: str, doer: str | None) -> None:
    (c,) = claims(text, "2024-07-13")
    assert sides(c)[0] == doer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("استهدف هجوم صاروخي السفارة الأمريكية في بغداد.", "US forces"),
        ("السفارة الأمريكية تتعرض لقصف صاروخي في بغداد.", "US forces"),
        ("سقط صاروخ قرب السفارة الأمريكية في بغداد.", None),
    ],
)
def test_embassies_do_nothing(text: str, target: str | None) -> None:
    (c,) = claims(text, "2021-01-12")
    assert sides(c) == (None, target)


def test_the_green_zone_is_a_place_of_its_own() -> None:
    (c,) = claims("سقط صاروخ كاتيوشا داخل المنطقة الخضراء وسط بغداد دون خسائر.", "2021-01-12")
    assert c.place is not None
    assert c.place.name_ar == "المنطقة الخضراء"
