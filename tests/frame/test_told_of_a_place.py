"""What befell a place, told by a force that did not do it; a quotation opens behind its verb; numbers in the name of a source."""

from __future__ import annotations

import pytest
from frame_text import claims, low_high, one, sides


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("أوضحت القوات أن قرية زبيدة تعرضت لقصف صاروخي أمس ما أدى إلى إصابة ثلاثة مدنيين.", None),
        ("قال الأمن العام إن حي الورود شهد إطلاق نار أمس أدى إلى مقتل شخص.", None),
        ("قال الجيش الإسرائيلي إنه قصف بلدة الخيام أمس.", "Israel"),
    ],
)
def test_the_speaker_did_not_do_it(text: str, by: str | None) -> None:
    assert sides(one(text))[0] == by


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('وأضاف "استهدفت القوات بلدة حيان بالمدفعية أمس".', None),
        ('قتل 27 مدنياً أمس في قصف على حي البدو في الرقة، وفق ما أعلن "المرصد السوري لحقوق الإنسان".', "SOHR"),
        ('وفق ما أعلنت "السويداء 24"، قتل شخصان في بلدة عرى أمس.', "Suwayda 24"),
    ],
)
def test_who_is_quoted(text: str, source: str | None) -> None:
    claimant = one(text).claimant
    assert (claimant.name_en if claimant is not None and source is not None else None) == source


def test_a_number_in_a_name_counts_nobody() -> None:
    claim = one("وقالت شبكة السويداء 24 إن قتلى سقطوا في اشتباكات في بلدة عرى أمس.")
    assert low_high(claim.fatalities) == (2, None)


def test_what_is_not_known_yet_is_no_event() -> None:
    assert [c.event_type.value for c in claims("قُتل شاب برصاص مجهولين في بلدة نمر أمس، ولن يدفن حتى يُلقى القبض على الجناة.")] == [
        "assassination"
    ]
