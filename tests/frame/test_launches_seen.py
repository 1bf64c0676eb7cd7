"""Whoever sees or catches a launch did not fire it, and an army does not kill its own soldiers."""

import pytest
from frame_text import one, sides


@pytest.mark.parametrize(
    "text",
    [
        "رصد الجيش الإسرائيلي إطلاق 14 صاروخا نحو كريات شمونة.",
        "أعلن جيش الاحتلال أنه اعترض ثلاث قذائف صاروخية أطلقت من لبنان نحو نهاريا.",
        "أفاد الجيش الإسرائيلي بإطلاق سبعة صواريخ من قطاع غزة باتجاه عسقلان.",
    ],
)
def test_not_the_army_that_tells_of_it(text: str) -> None:
    assert sides(one(text))[0] != "Israel"


def test_whoever_fires_still_does() -> None:
    assert sides(one("أطلق الجيش الإسرائيلي سبعة صواريخ على بلدة عيترون."))[0] == "Israel"
    assert sides(one("أعلن حزب الله إطلاق سبعة صواريخ نحو كريات شمونة."))[0] == "Hezbollah"


@pytest.mark.parametrize(
    "how", ["خلال معارك في خان يونس", "في اشتباك مسلح جنوب قطاع غزة", "إثر مرور دبابة إسرائيلية على عبوة ناسفة في رفح"]
)
def test_an_army_that_lost_soldiers_is_hit(how: str) -> None:
    c = one(f"أعلن الجيش الإسرائيلي مقتل جنديين {how}.")
    assert sides(c) == (None, "Israel")
    assert str(c.modality) == "reported"
