"""``لم يسفر عن مقتل أحد``: words of killing that befell nobody."""

from __future__ import annotations

import pytest
from frame_text import low_high, one

LEAD = "انفجرت عبوة ناسفة بسيارة في مدينة منبج بريف حلب"


@pytest.mark.parametrize(
    "words",
    [
        ". ولم يسفر الانفجار عن مقتل أو جرح أحد من السكان.",
        ". ولم يؤد التفجير إلى مقتل أو إصابة أي شخص.",
        "، ولم يتسبب الانفجار بمقتل أو إصابة أي مدني.",
        "، دون أن يسفر ذلك عن إصابة أحد.",
        ". ولم يخلف الانفجار قتلى أو جرحى.",
    ],
)
def test_nobody_is_none(words: str) -> None:
    c = one(LEAD + words)
    assert c.event_type == "ied"
    assert (low_high(c.fatalities), low_high(c.injuries)) == ((0, 0), (0, 0))


@pytest.mark.parametrize("words", [". وأسفر الانفجار عن مقتل أو إصابة أربعة.", "، ولم يسفر إلا عن مقتل السائق."])
def test_an_outcome_told_stays(words: str) -> None:
    c = one(LEAD + words)
    assert c.fatalities is None or c.fatalities.high != 0
